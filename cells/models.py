"""The organisation: the committee, its cells, their names over time, terms, office units and host cells."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.querysets import (
    CellQuerySet,
    CommitteeQuerySet,
    HostCellQuerySet,
    LocalityQuerySet,
    OfficeUnitQuerySet,
    OrganisationSpanQuerySet,
)
from partyunit.constraints import NoOverlap, exactly_one
from partyunit.fields import DayField, LineField
from partyunit.models import Record, Span


def check_name_is_free(row, namesakes) -> None:
    """Refuses a name that a sibling bears in other capitals: «mường pha» beside «Mường Pha».

    Neither database folds Vietnamese capitals alike, so the names are compared here.
    """
    others = namesakes.valid().exclude(pk=row.pk).values_list("name", flat=True)
    if row.name and row.name.casefold() in {name.casefold() for name in others}:
        raise ValidationError({"name": _("Tên này đã có.")})


class Committee(Record):
    """A grassroots Party organisation (đảng bộ cơ sở) and its executive committee (đảng ủy)."""

    superior = models.ForeignKey(
        "self",
        verbose_name=_("cấp trên"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    code = models.CharField(_("mã"), max_length=20, unique=True)
    founded_on = DayField(_("ngày thành lập"))
    dissolved_on = DayField(_("ngày giải thể"), null=True, blank=True)
    place = LineField(_("địa danh ghi trên văn bản"), max_length=100)

    objects = CommitteeQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("đảng bộ")
        ordering = ["pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=F("founded_on")),
                name="committee_dissolved_after_founded",
                violation_error_code="dissolved_on",
                violation_error_message=_("Ngày giải thể phải sau ngày thành lập."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Cell(Record):
    """A Party cell (chi bộ): at least three official members, meets monthly.

    `dissolved_on` is the day it no longer exists: the last day that counts is the day before.
    `merged_into` is the cell that took it in, where it ended by a merger (sáp nhập).
    `position` is the order in which the office lists its cells. `name` is what it is called
    now; a page or a paper of another day asks for `with_name_on(day)` and prints that.
    """

    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="cells"
    )
    code = models.CharField(_("mã"), max_length=20)
    name = LineField(_("tên hiện nay"), max_length=120)
    founded_on = DayField(_("ngày thành lập"))
    dissolved_on = DayField(_("ngày giải thể"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("sáp nhập vào"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged_cells",
    )
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=1)

    objects = CellQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("chi bộ")
        ordering = ["position", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["committee", "code"],
                condition=Q(voided_at__isnull=True),
                name="cell_code_once_per_committee",
                violation_error_code="code",
                violation_error_message=_("Mã chi bộ này đã có."),
            ),
            models.CheckConstraint(
                condition=Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=F("founded_on")),
                name="cell_dissolved_after_founded",
                violation_error_code="dissolved_on",
                violation_error_message=_("Ngày giải thể phải sau ngày thành lập."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True)
                | Q(dissolved_on__isnull=False) & ~Q(merged_into=F("pk")),
                name="cell_merged_is_dissolved",
                violation_error_code="merged_into",
                violation_error_message=_("Chi bộ sáp nhập vào một chi bộ khác, từ một ngày."),
            ),
        ]

    def __str__(self) -> str:
        """What it was called on the day the row was read for, else what it is called now."""
        return getattr(self, "name_on", self.name)

    def get_absolute_url(self) -> str:
        return reverse("cells:detail", args=[self.pk])

    def clean(self):
        if self.founded_on and self.committee_id and self.founded_on < self.committee.founded_on:
            raise ValidationError(
                {"founded_on": _("Chi bộ không thể thành lập trước đảng bộ của mình.")}
            )
        namesakes = Cell.objects.filter(committee=self.committee_id, dissolved_on__isnull=True)
        if self.dissolved_on is None:
            check_name_is_free(self, namesakes)
        if self.pk and self.founded_on and self._has_life_before(self.founded_on):
            raise ValidationError(
                {"founded_on": _("Trước ngày này chi bộ đã có đảng viên hoặc cuộc họp.")}
            )

    def _has_life_before(self, day) -> bool:
        """The upper rooms' rows, reached by related managers."""
        placed = self.placements.valid().filter(from_on__lt=day)
        return placed.exists() or self.meetings.valid().filter(meets_on__lt=day).exists()

    def takes_over_from(self, day) -> bool:
        """Whether it stood on the day, itself or by a cell that was merged into it."""
        return self.exists_on(day) or any(cell.exists_on(day) for cell in self.merged_cells.valid())

    def exists_on(self, day) -> bool:
        return (
            not self.is_voided
            and self.founded_on <= day
            and (self.dissolved_on is None or day < self.dissolved_on)
        )


class OrganisationName(Span):
    """What a committee or a cell was called, and the line of its superior, as papers of those days print it."""

    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="names"
    )
    cell = models.ForeignKey(
        Cell, null=True, blank=True, on_delete=models.PROTECT, related_name="names"
    )
    name = LineField(_("tên đầy đủ"), max_length=160)
    short_name = LineField(_("tên gọi"), max_length=120)
    code = models.CharField(_("mã tổ chức Đảng"), max_length=20, blank=True)
    superior_line = LineField(_("dòng cấp trên"), max_length=160)

    objects = OrganisationSpanQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("tên tổ chức")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            exactly_one(
                "committee",
                "cell",
                name="organisation_name_has_one_owner",
                sentence=_("Chọn đảng bộ hoặc chi bộ, không chọn cả hai."),
            ),
            NoOverlap(
                name="organisation_name_committee_once",
                by=["committee"],
                violation_error_message=_("Trong thời gian này đảng bộ đã có một tên khác."),
            ),
            NoOverlap(
                name="organisation_name_cell_once",
                by=["cell"],
                violation_error_message=_("Trong thời gian này chi bộ đã có một tên khác."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Term(Span):
    """A term of office (nhiệm kỳ) of a committee or a cell; numbers of papers run through one term."""

    committee = models.ForeignKey(
        Committee, null=True, blank=True, on_delete=models.PROTECT, related_name="terms"
    )
    cell = models.ForeignKey(
        Cell, null=True, blank=True, on_delete=models.PROTECT, related_name="terms"
    )
    name = LineField(_("tên nhiệm kỳ"), max_length=80)
    is_appointed = models.BooleanField(_("được chỉ định, không qua đại hội"), default=False)

    objects = OrganisationSpanQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("nhiệm kỳ")
        ordering = ["from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            exactly_one(
                "committee",
                "cell",
                name="term_has_one_owner",
                sentence=_("Chọn đảng bộ hoặc chi bộ, không chọn cả hai."),
            ),
            NoOverlap(
                name="term_committee_once",
                by=["committee"],
                violation_error_message=_("Nhiệm kỳ này trùng thời gian với một nhiệm kỳ khác."),
            ),
            NoOverlap(
                name="term_cell_once",
                by=["cell"],
                violation_error_message=_("Nhiệm kỳ này trùng thời gian với một nhiệm kỳ khác."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def owner(self):
        return self.cell or self.committee

    @property
    def owner_committee_id(self) -> int | None:
        return self.cell.committee_id if self.cell else self.committee_id


class OfficeUnit(Span):
    """A unit of the office (đội), not of the Party: General Team, Investigation Team, the district police itself.

    `cell` names the cell whose members mostly work there, where one fits.
    """

    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="office_units"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ tương ứng"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="office_units",
    )
    name = LineField(_("tên đơn vị"), max_length=120)

    objects = OfficeUnitQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("đơn vị công tác")
        ordering = ["pk"]
        constraints = [
            *Span.Meta.constraints,
            NoOverlap(
                name="office_unit_name_once",
                by=["committee", "name"],
                violation_error_message=_("Đã có một đơn vị cùng tên trong thời gian này."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cells:office_units")


class Locality(Record):
    """A commune or a town (xã, thị trấn). Its name and kind only: nothing about its residents."""

    class Kind(models.TextChoices):
        COMMUNE = "commune", _("xã")
        TOWN = "town", _("thị trấn")

    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="localities"
    )
    kind = models.CharField(_("loại"), max_length=8, choices=Kind.choices)
    name = LineField(_("tên"), max_length=80)

    objects = LocalityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("xã, thị trấn")
        ordering = ["pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["committee", "kind", "name"],
                condition=Q(voided_at__isnull=True),
                name="locality_name_once",
                violation_error_code="name",
                violation_error_message=_("Xã, thị trấn này đã có trong danh mục."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display().capitalize()} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("cells:localities")

    def clean(self):
        check_name_is_free(
            self, Locality.objects.filter(committee=self.committee_id, kind=self.kind)
        )


class HostCell(Record):
    """A cell of a village or a street group (chi bộ thôn, bản, tổ) outside the committee."""

    locality = models.ForeignKey(
        Locality,
        verbose_name=_("xã, thị trấn"),
        on_delete=models.PROTECT,
        related_name="host_cells",
    )
    name = LineField(_("tên"), max_length=80)

    objects = HostCellQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("chi bộ thôn, bản")
        ordering = ["locality", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["locality", "name"],
                condition=Q(voided_at__isnull=True),
                name="host_cell_name_once",
                violation_error_code="name",
                violation_error_message=_("Chi bộ này đã có trong danh mục."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cells:host_cells")

    def clean(self):
        check_name_is_free(self, HostCell.objects.filter(locality=self.locality_id))
