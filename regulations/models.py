"""Which rule held on which day: the regulations as rows, with their parameters and their source."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cells.models import Committee
from partyunit.constraints import NoOverlap
from partyunit.fields import DayField, LineField
from partyunit.models import Record
from regulations.criteria import Group, read_groups
from regulations.querysets import HolidayQuerySet, RegulationQuerySet
from regulations.topics import BY_KEY, TOPICS, Topic, check_parameters
from regulations.workdays import SATURDAY

ONE_RULE_A_DAY = _("Trong thời gian này chủ đề đã có một quy định khác.")


class Regulation(Record):
    """One rule of one topic, from a first to a last day, for one committee or (empty) for all.

    On a day a topic has one rule for all and one at most for each committee, which goes before it.

    A document is named by number *and* date: three different guides are all 12-HD/BTCTW.
    `source_mark` tells how sure the rule is: read, second-hand, from memory, or the office's own.
    """

    class Mark(models.TextChoices):
        READ = "S", _("đã đọc văn bản")
        SECOND_HAND = "S2", _("theo nguồn thứ cấp")
        MEMORY = "M", _("cần đối chiếu")
        LOCAL = "L", _("quy ước của cơ quan")

    topic = models.CharField(_("chủ đề"), max_length=40, choices=[(t.key, t.label) for t in TOPICS])
    number = LineField(_("số"), max_length=60)
    issued_on = DayField(_("ngày ban hành"), null=True, blank=True)
    valid_from = DayField(_("hiệu lực từ"))
    valid_to = DayField(_("đến hết"), null=True, blank=True)
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("áp dụng cho"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="regulations",
    )
    parameters = models.JSONField(_("tham số"), default=dict, blank=True)
    source_mark = models.CharField(_("độ tin cậy"), max_length=2, choices=Mark.choices)

    objects = RegulationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("quy định")
        ordering = ["topic", "valid_from"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="regulation_ends_after_start",
                violation_error_code="valid_to",
                violation_error_message=_("Ngày kết thúc phải từ ngày bắt đầu trở đi."),
            ),
            NoOverlap(
                name="regulation_of_all_once",
                by=["topic"],
                where={"committee": None},
                ends=("valid_from", "valid_to"),
                violation_error_message=ONE_RULE_A_DAY,
            ),
            NoOverlap(
                name="regulation_of_committee_once",
                by=["topic", "committee"],
                ends=("valid_from", "valid_to"),
                violation_error_message=ONE_RULE_A_DAY,
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    @property
    def citation(self) -> str:
        """`12-HD/BTCTW ngày 06/07/2018`: number and date, never the number alone."""
        if self.issued_on is None:
            return self.number
        return _("%(number)s ngày %(day)s") % {
            "number": self.number,
            "day": self.issued_on.strftime("%d/%m/%Y"),
        }

    def get_absolute_url(self) -> str:
        return reverse("regulations:detail", args=[self.pk])

    @property
    def subject(self) -> Topic:
        return BY_KEY[self.topic]

    def holds_on(self, day) -> bool:
        return (
            not self.is_voided
            and self.valid_from <= day
            and (self.valid_to is None or day <= self.valid_to)
        )

    def in_words(self) -> list[tuple[str, str]]:
        """(what it is, what it says) of each parameter."""
        return self.subject.in_words(self.parameters)

    @property
    def score_groups(self) -> list[Group]:
        """The groups of criteria of a frame for scoring meetings; none of another topic's rule."""
        return read_groups(self.parameters.get("criteria", []))

    def clean(self):
        problem = check_parameters(self.topic, self.parameters)
        if problem:
            raise ValidationError({"parameters": problem})
        if self.pk and self.topic == "meeting_score":
            self._check_frame_is_free()

    def _check_frame_is_free(self) -> None:
        """Points were given by these criteria, and papers that are frozen say so."""
        stored = Regulation.objects.get(pk=self.pk).parameters
        is_same = all(
            stored.get(name) == self.parameters.get(name) for name in ("criteria", "bands")
        )
        if not is_same and next(self.rows_naming(), None) is not None:
            raise ValidationError(
                _(
                    "Đã có cuộc họp chấm theo khung này nên không sửa tiêu chí: hãy ghi quy định mới."
                )
            )


class Holiday(Record):
    """A public holiday, or a weekend day worked in exchange (`is_working`): working days are counted by it."""

    day = DayField(_("ngày"))
    name = LineField(_("tên"), max_length=120)
    is_working = models.BooleanField(_("là ngày làm bù"), default=False)

    objects = HolidayQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("ngày nghỉ lễ")
        ordering = ["day"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["day"],
                condition=Q(voided_at__isnull=True),
                name="holiday_once_per_day",
                violation_error_code="day",
                violation_error_message=_("Ngày này đã có trong lịch nghỉ lễ."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"

    def clean(self):
        if self.day and self.is_working and self.day.weekday() < SATURDAY:
            raise ValidationError(
                {"day": _("Ngày làm bù là thứ bảy hoặc chủ nhật; ngày này vốn là ngày làm việc.")}
            )
