"""Where the program answers: the socket, and the names a browser may use for it."""

import contextlib
import fcntl
import os
import socket
import struct

from partyunit.environment import read_hosts, read_int, read_text

SIOCGIFADDR = 0x8915
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  (compared with, not bound to)


def read_host_and_port() -> tuple[str, int]:
    """HOST and PORT; only this machine's own browser is answered unless HOST says otherwise."""
    host = read_text("HOST") or "127.0.0.1"
    return host.strip("[]"), read_int("PORT", default=8000, low=0, high=65535)


def open_socket(host: str, port: int) -> socket.socket:
    """A socket bound there, not yet listening; OSError tells why it cannot be had."""
    family, kind, protocol, _name, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


def own_addresses() -> list[str]:
    """The IPv4 addresses of this machine in the office's network."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _index, name in socket.if_nameindex():
            request = struct.pack("256s", name.encode()[:15])
            with contextlib.suppress(OSError):
                reply = fcntl.ioctl(probe, SIOCGIFADDR, request)
                found.append(socket.inet_ntoa(reply[20:24]))
    return [address for address in found if not address.startswith("127.")]


def allowed_hosts(host: str) -> list[str]:
    """What a browser may call the program besides loopback: ALLOWED_HOSTS, else what HOST makes reachable."""
    if given := read_hosts():
        return given
    if host in EVERYWHERE:
        name = socket.gethostname()
        return [*own_addresses(), name, f"{name}.local"]
    return [in_url(host)]


def in_url(name: str) -> str:
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


def browser_urls(host: str, port: int) -> list[str]:
    """The addresses to type into a browser, the nearest first."""
    names = [host]
    if host in EVERYWHERE:
        given = [name for name in read_hosts() if not name.startswith((".", "*"))]
        names = ["127.0.0.1", *(given or own_addresses())]
    return [f"http://{in_url(name)}:{port}/" for name in names]


def children_environment(host: str) -> dict[str, str]:
    """This environment, with the names under which the program may be called."""
    return os.environ | {"ALLOWED_HOSTS": ",".join(allowed_hosts(host))}
