"""Pages of the directories: localities, host cells of villages, units of the office."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.views import RecordCreateView, RecordListView, RecordUpdateView, RecordVoidView
from cells import services
from cells.acts import writable_committee
from cells.filters import HostCellFilterSet, NameFilterSet
from cells.forms import HostCellForm, LocalityForm, OfficeUnitForm
from cells.models import Cell, HostCell, Locality, OfficeUnit
from cells.querysets import cell_name_on
from cells.tables import HOST_CELL_COLUMNS, LOCALITY_COLUMNS, OFFICE_UNIT_COLUMNS


class DirectoryListView(RecordListView):
    """A directory: rows that are not dated, or dated ones as on a day."""

    create_url_name = ""
    create_label = ""

    def get_columns(self):
        """A row opens its form: no link for who only reads."""
        if self.request.user.access.writes_committees:
            return self.columns
        return [replace(one, link=None) if one.head else one for one in self.columns]

    def get_trail(self):
        return [(_("Chi bộ"), reverse("cells:list"))]

    def get_action(self):
        if self.request.user.access.writes_committees:
            return (self.create_label, reverse(self.create_url_name))
        return None


class DirectoryFormMixin:
    """Who may write a directory's row, and where one goes afterwards."""

    success_message = gettext_lazy("Đã lưu.")
    void_url_name = ""

    def get_success_url(self):
        return self.model().get_absolute_url()

    get_cancel_url = get_success_url

    def get_trail(self):
        directory = capfirst(self.model._meta.verbose_name)
        return [(_("Chi bộ"), reverse("cells:list")), (directory, self.get_success_url())]

    def check_right(self):
        self.committee = writable_committee(self.request)
        if getattr(self, "object", None) and not self._is_own():
            raise PermissionDenied

    def get_links(self):
        if self.void_url_name and self.object is not None:
            return [(_("Hủy dòng ghi nhầm"), reverse(self.void_url_name, args=[self.object.pk]))]
        return []

    def _is_own(self) -> bool:
        owner = getattr(self.object, "locality", self.object)
        return self.request.user.access.writes(owner.committee_id)


class LocalityListView(DirectoryListView):
    model = Locality
    heading = gettext_lazy("Xã, thị trấn")
    unit = gettext_lazy("xã, thị trấn")
    columns = LOCALITY_COLUMNS
    filterset_class = NameFilterSet
    default_sort = "name"
    takes_day = False
    create_url_name = "cells:locality_create"
    create_label = gettext_lazy("Thêm xã, thị trấn")

    def get_records(self):
        valid = Count("host_cells", filter=Q(host_cells__voided_at__isnull=True))
        return super().get_records().valid().annotate(host_cell_count=valid)


class LocalityCreateView(DirectoryFormMixin, RecordCreateView):
    model = Locality
    form_class = LocalityForm
    heading = gettext_lazy("Thêm xã, thị trấn")

    def get_instance(self):
        return Locality(committee=self.committee)


class LocalityUpdateView(DirectoryFormMixin, RecordUpdateView):
    model = Locality
    form_class = LocalityForm
    heading = gettext_lazy("Sửa xã, thị trấn")
    void_url_name = "cells:locality_void"


class HostCellListView(DirectoryListView):
    model = HostCell
    heading = gettext_lazy("Chi bộ thôn, bản")
    unit = gettext_lazy("chi bộ thôn, bản")
    columns = HOST_CELL_COLUMNS
    filterset_class = HostCellFilterSet
    default_sort = "locality"
    takes_day = False
    create_url_name = "cells:host_cell_create"
    create_label = gettext_lazy("Thêm chi bộ thôn, bản")

    def get_records(self):
        return super().get_records().valid().select_related("locality")

    def get_links(self):
        """Who is where stands on the members' own page, which counts those the reader may see."""
        return [
            (_("Xã, thị trấn"), reverse("cells:localities")),
            (_("Đang tăng cường"), reverse("members:host_cells")),
        ]


class HostCellFormMixin(DirectoryFormMixin):
    model = HostCell
    form_class = HostCellForm

    def get_form_kwargs(self):
        localities = Locality.objects.valid().filter(
            committee__in=self.request.user.access.write_committee_ids
        )
        return {**super().get_form_kwargs(), "localities": localities}


class HostCellCreateView(HostCellFormMixin, RecordCreateView):
    heading = gettext_lazy("Thêm chi bộ thôn, bản")


class HostCellUpdateView(HostCellFormMixin, RecordUpdateView):
    heading = gettext_lazy("Sửa chi bộ thôn, bản")
    void_url_name = "cells:host_cell_void"


class OfficeUnitListView(DirectoryListView):
    model = OfficeUnit
    heading = gettext_lazy("Đơn vị công tác")
    unit = gettext_lazy("đơn vị")
    columns = OFFICE_UNIT_COLUMNS
    filterset_class = NameFilterSet
    default_sort = "name"
    create_url_name = "cells:office_unit_create"
    create_label = gettext_lazy("Thêm đơn vị")

    def get_records(self):
        units = super().get_records().active_on(self.on)
        return units.annotate(cell_name=cell_name_on(self.on))


class OfficeUnitFormMixin(DirectoryFormMixin):
    model = OfficeUnit
    form_class = OfficeUnitForm

    def get_form_kwargs(self):
        cells = Cell.objects.valid().writable_by(self.request.user)
        return {**super().get_form_kwargs(), "cells": cells}


class OfficeUnitCreateView(OfficeUnitFormMixin, RecordCreateView):
    heading = gettext_lazy("Thêm đơn vị công tác")

    def get_instance(self):
        return OfficeUnit(committee=self.committee)


class OfficeUnitUpdateView(OfficeUnitFormMixin, RecordUpdateView):
    heading = gettext_lazy("Sửa đơn vị công tác")
    void_url_name = "cells:office_unit_void"


class DirectoryVoidView(DirectoryFormMixin, RecordVoidView):
    """Voids a row of a directory that never was true. `model` is set in the urls."""

    success_message = gettext_lazy("Đã hủy dòng ghi nhầm.")

    def perform(self, form):
        asked = form.cleaned_data
        return services.void_entry(
            entry=self.object,
            reason=asked["reason"],
            version=asked["version"],
            by=self.request.user,
        )
