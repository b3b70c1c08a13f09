"""Signing in and out, one's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth import views as auth
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.forms import OwnPasswordForm, SignInForm
from accounts.models import RoleAssignment
from accounts.services import change_own_password
from audit import services as audit
from partyunit.forms import add_service_errors


class SignInView(auth.LoginView):
    """Name and password; too many wrong ones shut the account for a while (django-axes)."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form):
        """Who came in, and when, stands in the journal: also who came in with a password just reset."""
        audit.log(action="accounts.user.sign_in", by=form.get_user(), obj=form.get_user())
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        kwargs["heading"] = _("Đăng nhập")
        if self.request.is_demonstration:
            roles = RoleAssignment.objects.active_on(self.request.program_day)
            kwargs["demonstration_roles"] = roles.select_related("user", "cell").order_by("pk")
        return super().get_context_data(**kwargs)


class SignOutView(auth.LogoutView):
    """POST only, as Django has it."""


class ChangePasswordView(auth.PasswordChangeView):
    """One's own password; the first one given by the administrator must be changed here."""

    form_class = OwnPasswordForm
    template_name = "accounts/change_password.html"

    def get_success_url(self):
        return reverse("home")

    def get_context_data(self, **kwargs):
        return super().get_context_data(heading=_("Đổi mật khẩu"), **kwargs)

    def form_valid(self, form):
        try:
            change_own_password(
                account=self.request.user, password=form.cleaned_data["new_password1"]
            )
        except ValidationError as error:
            add_service_errors(form, error)
            return self.form_invalid(form)
        update_session_auth_hash(self.request, self.request.user)
        messages.success(self.request, _("Đã đổi mật khẩu."))
        return HttpResponseRedirect(self.get_success_url())
