"""Pages that write rows of the register, or act on them: one way for every room.

What a form cannot know is refused by the service and told beside its field; who was slower
sees both versions and keeps what was typed.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, DetailView, FormView, UpdateView
from django.views.generic.detail import SingleObjectMixin

from audit import services
from audit.conflicts import Conflict, untouched
from audit.listing import RecordListView
from audit.meanwhile import newest_entry, read_mark, sentence, written_since
from audit.services import VersionConflictError, crossed
from partyunit.forms import ReasonForm, add_service_errors
from partyunit.views import ContentRequiredMixin, OnDayMixin, PageMixin

__all__ = [
    "ActionFormView",
    "Conflict",
    "RecordCreateView",
    "RecordDetailView",
    "RecordListView",
    "RecordUpdateView",
    "RecordVoidView",
]


def still_there(rows, request):
    """The rows a form may be opened for. What was voided after it was opened is still found when
    the form is sent: its version tells who was quicker, and nothing typed is lost."""
    return rows if request.method == "POST" and request.POST.get("version") else rows.valid()


class SaveMixin(ContentRequiredMixin, PageMixin):
    """Stores a form by a service: `store(form)` returns the saved row.

    A refusal comes back to the form, a lost race as a conflict (409). So does what others wrote
    since the page was opened about the rows of `get_watched()`, for an act that has no single
    row whose version could tell.
    """

    template_name = "base_form.html"
    success_message = ""
    submit_label = ""
    cancel_url = ""

    def check_right(self) -> None:
        """Raises PermissionDenied for who may see but not write."""

    def store(self, form):
        raise NotImplementedError

    def get_watched(self):
        """Querysets of the rows the act is about; none for a row that has its version."""
        return []

    def form_valid(self, form):
        if news := self._written_meanwhile():
            return self.show_news(form, news)
        try:
            saved = self.store(form)
        except ValidationError as error:
            add_service_errors(form, error)
            return self.form_invalid(form)
        except VersionConflictError as conflict:
            if not self._is_of_this_page(conflict.current):
                told = _(
                    "Người khác vừa sửa «%(row)s» nên chưa có gì được ghi; hãy bấm lại lần nữa."
                )
                add_service_errors(form, ValidationError(told % {"row": conflict.current}))
                return self.form_invalid(form)
            return self.show_conflict(form, conflict.current)
        except OperationalError as error:
            add_service_errors(form, crossed(error))
            return self.form_invalid(form)
        self.object = saved
        if message := self.get_success_message(saved):
            messages.success(self.request, message)
        return HttpResponseRedirect(self.get_success_url())

    def _is_of_this_page(self, current) -> bool:
        """Whether a conflict is about the row of the page: an act writes others along with it."""
        own = getattr(self, "object", None)
        return own is None or own.pk is None or own == current

    def _written_meanwhile(self):
        mark = read_mark(self.request.POST.get("seen", ""))
        watched = self.get_watched() if mark is not None else []
        return written_since(mark, watched) if watched else []

    def show_news(self, form, entries):
        """The same form with what was typed, under what was written since it was opened."""
        conflict = Conflict([], [sentence(entry) for entry in entries])
        context = self.get_context_data(form=form, conflict=conflict, seen=entries[-1].pk)
        return self.render_to_response(context, status=409)

    def _seen(self):
        """Up to where the journal was written when the page was first opened."""
        if not self.get_watched():
            return None
        typed = read_mark(self.request.POST.get("seen", ""))
        return newest_entry() if typed is None else typed

    def show_conflict(self, form, current):
        """The same form with what was typed, now knowing the version that is stored.

        A field that only the quicker one changed takes what is stored: pressing again must not
        undo what the slower one never touched.
        """
        taken = untouched(form, current)
        conflict = Conflict.between(form, current, taken=set(taken))
        form.data = form.data.copy()
        for name, value in taken.items():
            form.data[form.add_prefix(name)] = value
        form.data[form.add_prefix("version")] = current.version
        context = self.get_context_data(form=form, conflict=conflict)
        return self.render_to_response(context, status=409)

    def get_success_message(self, saved) -> str:
        return str(self.success_message)

    def get_success_url(self):
        return str(self.success_url) if self.success_url else self.object.get_absolute_url()

    def get_cancel_url(self):
        return self.cancel_url

    def get_context_data(self, **kwargs):
        kwargs.setdefault("submit_label", self.submit_label)
        kwargs.setdefault("cancel_url", self.get_cancel_url())
        if "seen" not in kwargs:
            kwargs["seen"] = self._seen()
        return super().get_context_data(**kwargs)


class RecordCreateView(SaveMixin, CreateView):
    """Enters a new row. `get_instance()` gives the unsaved row with the owner it belongs to."""

    def check_page(self):
        self.object = None
        self.check_right()

    def get_instance(self):
        return self.model()

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.get_instance()}

    def store(self, form):
        return services.create(form.instance, by=self.request.user)


class RecordUpdateView(SaveMixin, UpdateView):
    """Corrects a row in place; the journal keeps old and new.

    `get_queryset` is `visible_to`: not visible, or voided, is 404; `check_right` refuses with 403.
    """

    def get_queryset(self):
        return still_there(self.model._default_manager.visible_to(self.request.user), self.request)

    def get_object(self, queryset=None):
        self.object = super().get_object(queryset)
        self.check_right()
        return self.object

    def store(self, form):
        return services.update(
            form.instance,
            by=self.request.user,
            fields=form.record_fields,
            reason=form.reason,
            version=form.read_version,
        )


class ActionFormView(SaveMixin, FormView):
    """A form in front of a service that changes more than one plain row: `perform(form)`.

    `get_effects()` are the sentences that say beforehand what will happen.
    """

    question = ""
    success_url = ""

    def check_page(self):
        self.prepare()
        self.check_right()

    def prepare(self) -> None:
        """Fetches the rows the page is about; 404 for what is out of sight."""

    def perform(self, form):
        raise NotImplementedError

    def store(self, form):
        return self.perform(form)

    def get_effects(self):
        return []

    def get_question(self):
        return self.question

    def get_context_data(self, **kwargs):
        kwargs.setdefault("effects", self.get_effects())
        kwargs.setdefault("question", self.get_question())
        return super().get_context_data(**kwargs)


class RecordVoidView(SingleObjectMixin, ActionFormView):
    """Voids a row that never was true; asks for the reason and says what follows."""

    form_class = ReasonForm
    submit_label = gettext_lazy("Hủy dòng này")

    def get_queryset(self):
        return still_there(self.model._default_manager.visible_to(self.request.user), self.request)

    def prepare(self):
        self.object = self.get_object()

    def get_initial(self):
        return {"version": self.object.version}

    def get_heading(self):
        return self.heading or _("Hủy: %(row)s") % {"row": self.object}

    def get_effects(self):
        return [
            _("Dòng này không tính vào danh sách và số liệu nào nữa."),
            _("Nội dung cũ, lý do và người hủy còn trong nhật ký."),
        ]

    def perform(self, form):
        return services.void(
            self.object,
            by=self.request.user,
            reason=form.cleaned_data["reason"],
            version=form.cleaned_data["version"],
        )


class RecordDetailView(ContentRequiredMixin, OnDayMixin, PageMixin, DetailView):
    """The page of one row, on the day asked for."""

    template_name = "base_detail.html"

    def get_queryset(self):
        return self.model._default_manager.visible_to(self.request.user)

    def get_heading(self):
        return self.heading or str(self.object)
