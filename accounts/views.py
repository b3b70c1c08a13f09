"""Pages of the administrator: accounts and their roles. Signing in is in `accounts/signing.py`."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from accounts import services
from accounts.filters import AccountFilterSet
from accounts.forms import (
    AccountForm,
    EndRoleForm,
    ReasonForm,
    ResetPasswordForm,
    RoleForm,
)
from accounts.models import RoleAssignment, User
from accounts.tables import ACCOUNT_COLUMNS
from audit.models import AuditEntry
from audit.views import (
    ActionFormView,
    RecordCreateView,
    RecordDetailView,
    RecordListView,
    RecordUpdateView,
    RecordVoidView,
)
from partyunit.listing import TimelineEntry

JOURNAL_SHOWN = 50


class AdministratorPage:
    """Open to administrators only; whoever reads the register has no business here."""

    takes_day = False

    def check_role(self):
        if not self.request.user.access.administers:
            raise PermissionDenied(_("Chỉ người quản trị mở được trang này."))


class OfAccount(AdministratorPage):
    """A page about one account that the administrator may manage."""

    def fetch_account(self) -> User:
        visible = User.objects.visible_to(self.request.user)
        account = get_object_or_404(visible, pk=self.kwargs["pk"])
        if not User.objects.managed_by(self.request.user).filter(pk=account.pk).exists():
            raise PermissionDenied(_("Tài khoản này còn vai trò ở một đảng bộ khác."))
        return account

    def get_success_url(self):
        return reverse("accounts:detail", args=[self.kwargs["pk"]])

    get_cancel_url = get_success_url

    def get_trail(self):
        return [(_("Tài khoản"), reverse("accounts:list"))]


class AccountListView(AdministratorPage, RecordListView):
    model = User
    heading = gettext_lazy("Tài khoản")
    unit = gettext_lazy("tài khoản")
    columns = ACCOUNT_COLUMNS
    filterset_class = AccountFilterSet
    default_sort = "full_name"
    empty_heading = gettext_lazy("Chưa có tài khoản nào")

    def get_records(self):
        roles = RoleAssignment.objects.active_on(self.on).select_related("cell")
        return User.objects.visible_to(self.request.user).prefetch_related(
            Prefetch("roles", queryset=roles, to_attr="roles_today")
        )

    def get_action(self):
        return (_("Mở tài khoản"), reverse("accounts:create"))

    def get_context_data(self, **kwargs):
        """The first administrator lands here, alone: what comes next."""
        context = super().get_context_data(**kwargs)
        if self.listing.count == 1 and not self.conditions():
            context["lead"] = _(
                "Mới có tài khoản của đồng chí. Hãy mở tài khoản và giao vai trò cho cán bộ làm công tác đảng "
                "(người ghi đảng viên), cấp ủy và bí thư các chi bộ."
            )
        return context


class AccountDetailView(AdministratorPage, RecordDetailView):
    model = User
    template_name = "accounts/detail.html"

    def get_trail(self):
        return [(_("Tài khoản"), reverse("accounts:list"))]

    def get_lead(self):
        state = _("đang mở") if self.object.is_active else _("đã đóng")
        return f"{self.object.username}, {state}"

    def get_action(self):
        return (_("Giao vai trò"), reverse("accounts:give_role", args=[self.object.pk]))

    def get_context_data(self, **kwargs):
        roles = RoleAssignment.objects.visible_to(self.request.user).valid()
        kwargs["roles"] = roles.filter(user=self.object).select_related("cell", "committee")
        kwargs["day"] = self.on
        kwargs["entries"] = account_timeline(self.object)
        return super().get_context_data(**kwargs)


def account_timeline(account: User) -> list[TimelineEntry]:
    """What was done to the account and its roles, newest first."""
    roles = [str(pk) for pk in account.roles.values_list("pk", flat=True)]
    entries = AuditEntry.objects.filter(
        Q(model="accounts.user", object_id=str(account.pk))
        | Q(model="accounts.roleassignment", object_id__in=roles)
    )
    return [
        TimelineEntry(
            day=timezone.localdate(entry.at),
            kind=entry.actor_name,
            text=ACTS.get(entry.action, entry.action) % {"role": entry.object_text},
            link_text=entry.reason,
        )
        for entry in entries[:JOURNAL_SHOWN]
    ]


ACTS = {
    "accounts.user.open": gettext_lazy("Mở tài khoản."),
    "accounts.user.update": gettext_lazy("Sửa thông tin."),
    "accounts.user.close": gettext_lazy("Đóng tài khoản."),
    "accounts.user.reopen": gettext_lazy("Mở lại tài khoản."),
    "accounts.user.reset_password": gettext_lazy("Đặt lại mật khẩu."),
    "accounts.user.change_password": gettext_lazy("Tự đổi mật khẩu."),
    "accounts.user.sign_in": gettext_lazy("Đăng nhập."),
    "accounts.role.give": gettext_lazy("Giao vai trò: %(role)s."),
    "accounts.role.end": gettext_lazy("Thôi vai trò: %(role)s."),
    "accounts.role.void": gettext_lazy("Hủy vai trò ghi nhầm: %(role)s."),
}


class NewPasswordMixin:
    """Shows a first password once, on a page that no cache keeps."""

    def form_valid(self, form):
        response = super().form_valid(form)
        if getattr(self, "password", ""):
            context = {
                "heading": _("Mật khẩu lần đầu"),
                "account": self.object,
                "password": self.password,
            }
            return never_cache(render)(self.request, "accounts/new_password.html", context)
        return response


class AccountCreateView(NewPasswordMixin, AdministratorPage, RecordCreateView):
    model = User
    form_class = AccountForm
    heading = gettext_lazy("Mở tài khoản")
    submit_label = gettext_lazy("Mở tài khoản")

    def get_cancel_url(self):
        return reverse("accounts:list")

    def store(self, form):
        self.password = services.open_account(account=form.instance, by=self.request.user)
        return form.instance


class AccountUpdateView(OfAccount, RecordUpdateView):
    model = User
    form_class = AccountForm
    success_message = gettext_lazy("Đã lưu tài khoản.")

    def get_queryset(self):
        return User.objects.visible_to(self.request.user)

    def check_right(self):
        self.fetch_account()

    def get_heading(self):
        return _("Sửa tài khoản %(name)s") % {"name": self.object}


class OneAccountAction(OfAccount, ActionFormView):
    """An act on one account: says beforehand what will follow."""

    def prepare(self):
        self.object = self.fetch_account()

    def get_initial(self):
        return {"version": self.object.version}


class CloseAccountView(OneAccountAction):
    form_class = ReasonForm
    submit_label = gettext_lazy("Đóng tài khoản")
    success_message = gettext_lazy("Đã đóng tài khoản.")

    def get_heading(self):
        return _("Đóng tài khoản %(name)s?") % {"name": self.object}

    def get_effects(self):
        return [
            _("Không ai đăng nhập được bằng tài khoản này nữa; phiên đang mở cũng hết hiệu lực."),
            _("Tên, vai trò và mọi việc đã làm còn trong nhật ký. Mở lại được bất cứ lúc nào."),
        ]

    def perform(self, form):
        return services.close_account(
            account=self.object, by=self.request.user, **form.cleaned_data
        )


class ReopenAccountView(OneAccountAction):
    form_class = ReasonForm
    submit_label = gettext_lazy("Mở lại tài khoản")
    success_message = gettext_lazy("Đã mở lại tài khoản.")

    def get_heading(self):
        return _("Mở lại tài khoản %(name)s?") % {"name": self.object}

    def perform(self, form):
        return services.reopen_account(
            account=self.object, by=self.request.user, **form.cleaned_data
        )


class ResetPasswordView(NewPasswordMixin, OneAccountAction):
    form_class = ResetPasswordForm
    submit_label = gettext_lazy("Đặt lại mật khẩu")

    def get_heading(self):
        return _("Đặt lại mật khẩu của %(name)s?") % {"name": self.object}

    def get_effects(self):
        return [
            _("Mật khẩu cũ hết hiệu lực ngay; phiên đang mở phải đăng nhập lại."),
            _("Chương trình tạo một mật khẩu lần đầu và chỉ hiện một lần."),
            _("Người dùng phải đổi mật khẩu khi đăng nhập."),
        ]

    def perform(self, form):
        self.password = services.reset_password(
            account=self.object, by=self.request.user, **form.cleaned_data
        )
        return self.object


class GiveRoleView(OfAccount, RecordCreateView):
    model = RoleAssignment
    form_class = RoleForm
    submit_label = gettext_lazy("Giao vai trò")
    success_message = gettext_lazy("Đã giao vai trò.")

    def check_right(self):
        self.account = self.fetch_account()

    def get_heading(self):
        return _("Giao vai trò cho %(name)s") % {"name": self.account}

    def get_instance(self):
        return RoleAssignment(user=self.account, from_on=self.request.program_day)

    def get_form_kwargs(self):
        ids = self.request.user.access.administered_committee_ids
        return {**super().get_form_kwargs(), "committees": ids}

    def store(self, form):
        return services.give_role(assignment=form.instance, by=self.request.user)


class OfRole(AdministratorPage):
    """A page about one role assignment of the administered committee."""

    model = RoleAssignment

    def get_success_url(self):
        return reverse("accounts:detail", args=[self.object.user_id])

    get_cancel_url = get_success_url

    def get_initial(self):
        return {"version": self.object.version, "on": self.request.program_day}


class EndRoleView(OfRole, ActionFormView):
    form_class = EndRoleForm
    submit_label = gettext_lazy("Kết thúc vai trò")
    success_message = gettext_lazy("Đã ghi ngày kết thúc vai trò.")

    def prepare(self):
        roles = RoleAssignment.objects.visible_to(self.request.user).valid()
        self.object = get_object_or_404(roles, pk=self.kwargs["pk"])

    def get_heading(self):
        return _("Kết thúc vai trò %(role)s của %(name)s") % {
            "role": self.object,
            "name": self.object.user,
        }

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "assignment": self.object}

    def perform(self, form):
        return services.end_role(assignment=self.object, by=self.request.user, **form.cleaned_data)


class VoidRoleView(OfRole, RecordVoidView):
    success_message = gettext_lazy("Đã hủy vai trò ghi nhầm.")

    def perform(self, form):
        return services.void_role(assignment=self.object, by=self.request.user, **form.cleaned_data)
