"""Keeping a way to look at a list, changing it, giving it up: everybody's own affair."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import SavedView
from accounts.saved_views import (
    is_list,
    roles_to_share_with,
    shareable_committee,
    worth_keeping,
)
from audit import services as audit
from audit.views import RecordCreateView, RecordUpdateView, RecordVoidView
from partyunit.forms import BaseForm, RecordForm


class SavedViewForm(RecordForm):
    """The name, who else uses it, and whether the day on the page is kept or each day's own."""

    with_day = forms.BooleanField(required=False)

    class Meta:
        model = SavedView
        fields = ["name", "shared_with"]

    def __init__(self, *args, user, asked: QueryDict, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.asked = user, asked
        if shareable_committee(user) is None:
            del self.fields["shared_with"]
        else:
            self.fields["shared_with"].choices = [("", _("chỉ mình tôi")), *roles_to_share_with()]
        self._offer_the_day()

    def _offer_the_day(self):
        day = self.asked.get("on", "")
        if not day:
            del self.fields["with_day"]
            return
        self.fields["with_day"].label = _("Luôn xem tại ngày %(day)s") % {"day": day}
        self.fields["with_day"].help_text = _("Không chọn: xem tại ngày mở danh sách.")

    def clean(self):
        super().clean()
        query = worth_keeping(self.asked, with_day=self.cleaned_data.get("with_day", False))
        if len(query) > SavedView.LONGEST_QUERY:
            raise ValidationError(_("Quá nhiều điều kiện để lưu thành một cách xem."))
        self.instance.query = query
        shared = self.cleaned_data.get("shared_with")
        self.instance.committee_id = shareable_committee(self.user) if shared else None


class SavedViewPage:
    """Open to every account: a view is one's own, and the list behind it asks for its own role."""

    model = SavedView

    def check_role(self):
        pass

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "user": self.request.user,
            "asked": self.get_asked(),
        }

    def get_asked(self) -> QueryDict:
        """The conditions to keep."""
        return self.request.GET


class OwnViewMixin(SavedViewPage):
    """A saved view that exists: who only shares in it may open it, not change it."""

    def check_right(self):
        if self.object.owner_id != self.request.user.pk:
            raise PermissionDenied(_("Chỉ người đã lưu cách xem này sửa hoặc bỏ được."))

    def get_cancel_url(self):
        return self.object.get_absolute_url() or reverse("home")


class SaveViewView(SavedViewPage, RecordCreateView):
    """Keeps the list at `?list=` with the conditions in the same address."""

    form_class = SavedViewForm
    heading = gettext_lazy("Lưu cách xem")
    lead = gettext_lazy(
        "Giữ điều kiện, cột, thứ tự và tổng hợp đang mở để lần sau mở bằng một lần bấm."
    )
    submit_label = gettext_lazy("Lưu cách xem")
    success_message = gettext_lazy("Đã lưu cách xem.")

    def check_right(self):
        if not is_list(self.request.GET.get("list", "")):
            raise Http404

    def get_instance(self):
        return SavedView(owner=self.request.user, page=self.request.GET["list"])

    def get_cancel_url(self):
        asked = worth_keeping(self.request.GET)
        return f"{reverse(self.request.GET['list'])}?{asked}"


class ChangeViewView(OwnViewMixin, RecordUpdateView):
    """Renames, shares or takes in what the list shows now, when its address says more."""

    form_class = SavedViewForm
    heading = gettext_lazy("Sửa cách xem")
    success_message = gettext_lazy("Đã lưu cách xem.")

    def get_asked(self):
        """What was kept, unless the list was sent along to take its place."""
        return self.request.GET if "now" in self.request.GET else QueryDict(self.object.query)

    def get_lead(self):
        if "now" not in self.request.GET:
            return ""
        return _("Điều kiện, cột, thứ tự và tổng hợp đang mở thay cho những gì đã lưu.")

    def get_initial(self):
        return {"with_day": self.object.has_own_day}

    def store(self, form):
        fields = [*form.record_fields, "query", "committee"]
        return audit.update(
            form.instance, by=self.request.user, fields=fields, version=form.read_version
        )


class VersionForm(BaseForm):
    """Asks nothing but the second press of the button."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DropViewView(OwnViewMixin, RecordVoidView):
    """Gives a view up. It says nothing about the world, so no reason is asked."""

    form_class = VersionForm
    submit_label = gettext_lazy("Bỏ cách xem")
    success_message = gettext_lazy("Đã bỏ cách xem.")

    def get_heading(self):
        return _("Bỏ cách xem «%(name)s»?") % {"name": self.object}

    def get_effects(self):
        if not self.object.shared_with:
            return [_("Danh sách và số liệu không đổi.")]
        role = self.object.get_shared_with_display()
        return [_("Người giữ vai trò %(role)s cũng không còn cách xem này.") % {"role": role}]

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        del kwargs["user"], kwargs["asked"]
        return kwargs

    def perform(self, form):
        return audit.void(
            self.object,
            by=self.request.user,
            reason=_("Người lưu bỏ."),
            version=form.cleaned_data["version"],
        )

    def get_success_url(self):
        return reverse(self.object.page)
