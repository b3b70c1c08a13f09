"""Runs the whole program on one machine: web server, worker and scheduler, until it is told to stop."""

import contextlib
import errno
import http.client
import select
import shutil
import signal
import socket
import sys
import time
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection, connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from kombu import Connection
from kombu.exceptions import OperationalError as BrokerError

from partyunit.addresses import browser_urls, children_environment, open_socket, read_host_and_port
from partyunit.environment import read_bool
from partyunit.management.refusals import first_line, sentence_of
from partyunit.models import Installation
from partyunit.processes import (
    Child,
    FolderTaken,
    end_all,
    hold_folder,
    scheduler_command,
    web_command,
    worker_command,
)

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
SIGN_INS = [
    ("bithu", gettext_lazy("bí thư Đảng ủy")),
    ("canbo1, canbo2, canbo3", gettext_lazy("cán bộ làm công tác đảng")),
    ("chibo1, chibo2 … chibo8", gettext_lazy("bí thư tám chi bộ")),
    ("thuky6", gettext_lazy("thư ký chi bộ Công an thị trấn")),
    ("kiemtra", gettext_lazy("cán bộ kiểm tra")),
    ("quantri", gettext_lazy("quản trị")),
]


class Stopped(BaseException):
    """A signal to stop came while the program was still getting ready."""


def refusal(error: OSError, *, host: str, port: int) -> str:
    """The sentence for an address that cannot be had, with the way out."""
    if error.errno == errno.EADDRINUSE:
        sentence = _(
            "Cổng %(port)s đang có chương trình khác dùng: hãy chọn cổng khác, ví dụ PORT=8001 ./run"
        )
    elif error.errno == errno.EACCES:
        sentence = _("Không được phép mở cổng %(port)s: hãy chọn cổng từ 1024 trở lên bằng PORT=…")
    else:
        sentence = _("Không mở được địa chỉ %(host)s, cổng %(port)s: %(why)s")
    return sentence % {"host": host, "port": port, "why": error.strerror}


class Command(BaseCommand):
    help = "Prepares the data and runs web server, worker and scheduler together until Ctrl-C."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        self.is_ready = self.is_stopping = False
        self.children: list[Child] = []
        self.temporary = Path(settings.DATA_DIR) / "tmp"
        wake = self.catch_signals()
        host, port = read_host_and_port()
        try:
            with hold_folder(Path(settings.DATA_DIR)), self.bind(host, port) as listening:
                try:
                    self.prepare()
                    self.run(listening=listening, host=host, wake=wake)
                finally:
                    shutil.rmtree(self.temporary, ignore_errors=True)
        except FolderTaken:
            sys.exit(
                _("Chương trình đang chạy trên thư mục dữ liệu %(folder)s rồi.")
                % {"folder": settings.DATA_DIR}
            )
        except Stopped:
            self.say(_("Đã dừng."))

    # --- signals -------------------------------------------------------------------------------

    def catch_signals(self) -> socket.socket:
        """Every signal to stop is caught alike; the returned socket wakes the waiting loop.

        A terminal that closes (HUP) stops nothing that was started with `nohup`. A job in the
        background is born deaf to INT too, without anybody having meant it.
        """
        wake, waker = socket.socketpair()
        wake.setblocking(False)
        waker.setblocking(False)
        self.waker = waker
        signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_args: None)
        for number in STOP_SIGNALS:
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self.on_stop)
        return wake

    def on_stop(self, _number, _frame) -> None:
        if self.is_ready:
            self.is_stopping = True
        elif not self.is_stopping:
            self.is_stopping = True
            raise Stopped

    # --- getting ready -------------------------------------------------------------------------

    @staticmethod
    def bind(host: str, port: int) -> socket.socket:
        try:
            return open_socket(host, port)
        except OSError as error:
            sys.exit(refusal(error, host=host, port=port))

    @staticmethod
    def listen(bound: socket.socket) -> None:
        """From here on a browser waits instead of being refused."""
        host, port = bound.getsockname()[:2]
        try:
            bound.listen(256)
        except OSError as error:
            sys.exit(refusal(error, host=host, port=port))

    def prepare(self) -> None:
        """Folders, database and, in an empty one, the demonstration."""
        self.check_servers()
        try:
            shutil.rmtree(self.temporary, ignore_errors=True)
            self.temporary.mkdir(mode=0o700)
            call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
            if read_bool("DEMO", default=True) and self.is_empty():
                self.say(_("Đang nạp dữ liệu trình diễn (chỉ lần đầu)…"))
                call_command("load_demo", verbosity=0)
        except (DatabaseError, OSError) as error:  # a full disk, a file or a schema not ours
            if connection.vendor == "postgresql" and isinstance(error, DatabaseError):
                sys.exit(sentence_of(error))
            sys.exit(
                _("Không ghi được dữ liệu (DATA_DIR %(folder)s): %(why)s")
                % {"folder": settings.DATA_DIR, "why": first_line(error)}
            )

    def check_servers(self) -> None:
        try:
            connection.ensure_connection()
        except DatabaseError as error:
            sys.exit(
                _("Không mở được cơ sở dữ liệu (DATABASE_URL): %(why)s")
                % {"why": first_line(error)}
            )
        self.check_encoding()
        if settings.REDIS_URL:
            try:
                with Connection(settings.CELERY_BROKER_URL, connect_timeout=5) as broker:
                    broker.ensure_connection(max_retries=1)
            except (BrokerError, OSError) as error:
                sys.exit(_("Không nối được Redis (REDIS_URL): %(why)s") % {"why": error})

    @staticmethod
    def check_encoding() -> None:
        """Only UTF-8 holds Vietnamese; the encoding of a database cannot be changed later."""
        if connection.vendor != "postgresql":
            return
        encoding = connection.connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            sys.exit(
                _(
                    "Cơ sở dữ liệu (DATABASE_URL) dùng bảng mã %(encoding)s, không ghi được chữ Việt: "
                    "hãy tạo cơ sở dữ liệu khác với ENCODING 'UTF8'."
                )
                % {"encoding": encoding}
            )

    @staticmethod
    def is_empty() -> bool:
        """Nothing was ever entered here: neither an office nor a sign-in."""
        return not Installation.objects.exists() and not get_user_model().objects.exists()

    # --- running -------------------------------------------------------------------------------

    def run(self, *, listening: socket.socket, host: str, wake: socket.socket) -> None:
        self.listen(listening)
        port = listening.getsockname()[1]
        installation = Installation.objects.first()
        connections.close_all()
        self.children = self.make_children(listening=listening, host=host)
        self.is_ready = True
        try:
            for child in self.children:
                child.start(cwd=settings.BASE_DIR)
            if self.wait_for_answer(host=host, port=port, wake=wake):
                self.welcome(browser_urls(host, port), installation)
            self.supervise(wake)
        finally:
            listening.close()
            end_all(self.children)
            self.say(_("Đã dừng."))

    def make_children(self, *, listening: socket.socket, host: str) -> list[Child]:
        environment = children_environment(host) | {
            "DATA_DIR": str(settings.DATA_DIR),
            "DJANGO_SETTINGS_MODULE": "partyunit.settings",
            "TMPDIR": str(self.temporary),
        }
        schedule = Path(settings.DATA_DIR) / "schedule"
        descriptor = listening.fileno()
        return [
            Child("web", web_command(descriptor=descriptor), environment, (descriptor,)),
            Child("worker", worker_command(), environment),
            Child("scheduler", scheduler_command(schedule=schedule), environment),
        ]

    def supervise(self, wake: socket.socket) -> None:
        """Keep worker and scheduler alive; without a web server there is nothing left to run for."""
        while not self.is_stopping:
            self.pause(wake, seconds=1.0)
            for child in self.children:
                if self.is_stopping or child.is_running:
                    continue
                if child.name == "web":
                    sys.exit(_("Máy chủ web đã dừng, chương trình dừng theo."))
                self.revive(child)

    def revive(self, child: Child) -> None:
        if child.process is not None:
            child.sweep()
            seconds = child.plan_restart()
            self.say(
                _("Tiến trình «%(name)s» đã dừng, chạy lại sau %(seconds)s giây.")
                % {"name": child.name, "seconds": f"{seconds:g}"}
            )
        elif time.monotonic() >= child.restart_at:
            child.start(cwd=settings.BASE_DIR)

    def wait_for_answer(self, *, host: str, port: int, wake: socket.socket) -> bool:
        """Whether the web server answered before it ended or the program was told to stop."""
        web = self.children[0]
        while web.is_running and not self.is_stopping:
            if self.answers(host, port):
                return True
            self.pause(wake, seconds=0.1)
        return False

    @staticmethod
    def answers(host: str, port: int) -> bool:
        """Any answer will do; asked by a name that is always allowed."""
        target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
        asking = http.client.HTTPConnection(target, port, timeout=5)
        with contextlib.closing(asking), contextlib.suppress(OSError, http.client.HTTPException):
            asking.request("GET", "/health/", headers={"Host": "localhost"})
            return bool(asking.getresponse().status)
        return False

    @staticmethod
    def pause(wake: socket.socket, *, seconds: float) -> None:
        """Sleep, but wake at once when a signal comes or a child ends."""
        if select.select([wake], [], [], seconds)[0]:
            with contextlib.suppress(BlockingIOError):
                wake.recv(1024)

    # --- what the screen shows -----------------------------------------------------------------

    def say(self, text: str) -> None:
        """A line on the screen; a terminal that is gone is no reason to stop half way."""
        with contextlib.suppress(OSError, ValueError):
            self.stdout.write(text)
            self.stdout.flush()

    def welcome(self, urls: list[str], installation: Installation | None) -> None:
        sentence = _("Chương trình đang chạy, mở trình duyệt tại: %(url)s")
        if settings.HTTPS:
            sentence = _(
                "Chương trình đang chạy sau đầu TLS của cơ quan (HTTPS=1): trình duyệt chỉ vào được qua "
                "đó; đầu TLS chuyển tới %(url)s và đặt X-Forwarded-Proto: https."
            )
        self.say(sentence % {"url": "  ".join(urls)})
        self.say(f"Running at {urls[0]} (Ctrl-C stops it)")
        if installation is None:
            self.say(_("Chưa có đảng bộ nào: hãy gõ ./run manage setup_office"))
        elif installation.is_demonstration:
            day = f"{installation.demonstration_day:%d/%m/%Y}"
            self.say(
                _(
                    "Dữ liệu trình diễn, ngày %(day)s; đăng nhập bằng một trong các tên sau, mật khẩu %(password)s:"
                )
                % {"day": day, "password": settings.DEMO_PASSWORD}
            )
            for name, role in SIGN_INS:
                self.say(f"  {name:<24} {role}")
        self.say(_("Dừng chương trình: Ctrl-C"))
