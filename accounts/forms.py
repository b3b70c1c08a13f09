"""What is asked on the pages of accounts."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import RoleAssignment, User
from cells.models import Cell, Committee
from partyunit.forms import BaseForm, DayField, FormLook, ReasonForm, RecordForm


class SignInForm(FormLook, AuthenticationForm):
    """Name and password. The sentence never tells which of the two was wrong."""

    error_messages = {
        "invalid_login": _(
            "Tên đăng nhập hoặc mật khẩu không đúng. Mật khẩu phân biệt chữ hoa, chữ thường."
        ),
        "inactive": _("Tài khoản này đã đóng."),
    }

    def clean_username(self):
        """One spelling for the door and for the count of wrong passwords: `ChiBo8` is `chibo8`."""
        return self.cleaned_data["username"].lower()[: User._meta.get_field("username").max_length]


class OwnPasswordForm(FormLook, PasswordChangeForm):
    """One's own new password, typed twice."""

    error_messages = {
        "password_incorrect": _("Mật khẩu hiện nay không đúng."),
        "password_mismatch": _("Hai lần ghi mật khẩu mới không giống nhau."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = _(
            "Ít nhất 10 ký tự, không giống tên đăng nhập, không chỉ gồm chữ số."
        )

    def validate_password_for_user(self, user, *_field):
        """What is wrong with a password stands beside it, not beside its repetition."""
        super().validate_password_for_user(user, "new_password1")


class AccountForm(RecordForm):
    """Who the account is for and how it signs in."""

    class Meta:
        model = User
        fields = ["full_name", "username"]
        help_texts = {
            "username": _(
                "Chữ thường không dấu, chữ số, dấu chấm, gạch nối; ví dụ: hamthu, chibo.anninh."
            )
        }

    def clean_username(self):
        return self.cleaned_data["username"].strip().lower()


class RoleForm(RecordForm):
    """A role of one account: what, where, from when to when.

    Offers only what the administrator administers; with one committee it asks for none.
    """

    class Meta:
        model = RoleAssignment
        fields = ["role", "committee", "cell", "from_on", "to_on"]
        help_texts = {
            "cell": _("Chỉ chọn với vai trò của chi bộ."),
            "to_on": _("Để trống khi chưa định ngày thôi; ngày này là ngày cuối còn vai trò."),
        }

    def __init__(self, *args, committees: frozenset[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cell"].queryset = Cell.objects.valid().filter(committee__in=committees)
        self.fields["cell"].empty_label = _("không ghi chi bộ")
        self.fields["committee"].queryset = Committee.objects.filter(pk__in=committees)
        if len(committees) == 1:
            self.instance.committee_id = next(iter(committees))
            del self.fields["committee"]


class EndRoleForm(BaseForm):
    """The last day a role holds."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label=_("Ngày cuối còn vai trò"))

    def __init__(self, *args, assignment, **kwargs):
        super().__init__(*args, **kwargs)
        self.assignment = assignment

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day < self.assignment.from_on:
            raise ValidationError(
                _("Ngày này trước ngày được giao vai trò (%(day)s)."),
                params={"day": f"{self.assignment.from_on:%d/%m/%Y}"},
            )
        return day


class ResetPasswordForm(BaseForm):
    """Asks nothing: the program makes the password. Carries the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


__all__ = [
    "AccountForm",
    "EndRoleForm",
    "OwnPasswordForm",
    "ReasonForm",
    "ResetPasswordForm",
    "RoleForm",
    "SignInForm",
]
