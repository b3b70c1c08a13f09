"""Who may sign in, and which role each account holds, where and from when to when."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.access import Access, read_access
from accounts.querysets import RoleAssignmentQuerySet, SavedViewQuerySet, UserQuerySet
from cells.models import Cell, Committee
from partyunit import clock
from partyunit.constraints import NoOverlap
from partyunit.fields import DerivedField, LineField
from partyunit.models import Record, Span
from partyunit.text import fold, sort_key

HELD_ALREADY = _("Tài khoản đã giữ vai trò này trong thời gian đó.")


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def get_by_natural_key(self, username):
        return self.get(username__iexact=username)

    def create_user(self, username: str, full_name: str, password: str | None = None, **fields):
        """Stores an account with its password hashed; no password means no sign-in yet."""
        user = self.model(username=username.strip().lower(), full_name=full_name, **fields)
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """An account. Accounts are closed, never deleted: the journal names them."""

    username = models.CharField(_("tên đăng nhập"), max_length=40, unique=True)
    full_name = LineField(_("họ và tên"), max_length=120)
    search_name = DerivedField(source="full_name", derive=fold)
    sort_name = DerivedField(source="full_name", derive=sort_key)
    is_active = models.BooleanField(_("đang mở"), default=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu khi đăng nhập"), default=False)
    created_at = models.DateTimeField(_("mở lúc"), auto_now_add=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("tài khoản")
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                condition=Q(username__regex=r"^[a-z0-9._-]+$"),
                name="username_is_plain",
                violation_error_code="username",
                violation_error_message=_(
                    "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_absolute_url(self) -> str:
        return reverse("accounts:detail", args=[self.pk])

    @property
    def member(self):
        """The member whose account this is, as the records officer tells on the member's page; or None."""
        return self.members.filter(voided_at__isnull=True).first()

    @property
    def mark(self) -> str:
        """What a browser keeps words of this account under: in another database at the same address nobody has it."""
        return f"{self.pk}-{self.created_at:%Y%m%d%H%M%S%f}"

    @cached_property
    def access(self) -> Access:
        """What the account may see and do on the program's day; the middleware sets it once per request."""
        return read_access(self, clock.today())


class RoleAssignment(Span):
    """One role of one account, for a committee or for one of its cells, from a first to a last day."""

    class Role(models.TextChoices):
        SECRETARY = "secretary", _("Bí thư Đảng ủy")
        OFFICER = "officer", _("Cán bộ công tác Đảng")
        INSPECTOR = "inspector", _("Cán bộ kiểm tra")
        ADMINISTRATOR = "administrator", _("Quản trị")
        CELL_SECRETARY = "cell_secretary", _("Bí thư Chi bộ")
        CELL_DEPUTY = "cell_deputy", _("Phó Bí thư Chi bộ")
        CELL_CLERK = "cell_clerk", _("Thư ký Chi bộ")

    user = models.ForeignKey(
        User, verbose_name=_("tài khoản"), on_delete=models.PROTECT, related_name="roles"
    )
    role = models.CharField(_("vai trò"), max_length=16, choices=Role.choices)
    committee = models.ForeignKey(
        Committee, verbose_name=_("đảng bộ"), on_delete=models.PROTECT, related_name="+"
    )
    cell = models.ForeignKey(
        Cell,
        verbose_name=_("chi bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="roles",
    )

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("phân quyền")
        ordering = ["user", "from_on", "pk"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(role__startswith="cell_", cell__isnull=False)
                | ~Q(role__startswith="cell_") & Q(cell__isnull=True),
                name="role_of_cell_names_cell",
                violation_error_code="cell",
                violation_error_message=_(
                    "Vai trò của chi bộ phải ghi chi bộ; vai trò khác thì không."
                ),
            ),
            NoOverlap(
                name="role_committee_once",
                by=["user", "role", "committee", "cell"],
                violation_error_message=HELD_ALREADY,
            ),
            # The rule above passes over roles without a cell: each of those has its own.
            *(
                NoOverlap(
                    name=f"role_{role}_once",
                    by=["user", "committee"],
                    where={"role": role},
                    violation_error_message=HELD_ALREADY,
                )
                for role in ("secretary", "officer", "inspector", "administrator")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.cell or ''}".strip()

    def clean(self):
        if self.cell and self.committee_id and self.cell.committee_id != self.committee_id:
            raise ValidationError({"cell": _("Chi bộ này không thuộc đảng bộ đã chọn.")})


class SavedView(Record):
    """How somebody wants to see a list again (cách xem): its conditions, columns, order and totals.

    Private to its owner, or shared with all who hold one role in the same committee. It keeps
    what was asked, never rows: whoever opens it sees the own scope, on the day of opening
    unless a day was kept.
    """

    LONGEST_QUERY = 2000

    owner = models.ForeignKey(
        User, verbose_name=_("người lưu"), on_delete=models.PROTECT, related_name="saved_views"
    )
    page = models.CharField(_("danh sách"), max_length=60)  # the name of the list's address
    name = LineField(_("tên"), max_length=80)
    query = models.CharField(_("điều kiện"), max_length=LONGEST_QUERY, blank=True)
    shared_with = models.CharField(
        _("dùng chung với"), max_length=16, choices=RoleAssignment.Role.choices, blank=True
    )
    committee = models.ForeignKey(
        Committee,
        verbose_name=_("đảng bộ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = SavedViewQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("cách xem danh sách")
        ordering = ["page", "name", "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "page", "name"],
                condition=Q(voided_at__isnull=True),
                name="saved_view_name_once",
                violation_error_code="name",
                violation_error_message=_("Đồng chí đã có một cách xem tên này ở danh sách ấy."),
            ),
            models.CheckConstraint(
                condition=Q(shared_with="", committee__isnull=True)
                | ~Q(shared_with="") & Q(committee__isnull=False),
                name="shared_view_names_committee",
                violation_error_code="shared_with",
                violation_error_message=_("Cách xem dùng chung phải thuộc một đảng bộ."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_own_day(self) -> bool:
        return "on" in QueryDict(self.query)

    def get_absolute_url(self) -> str:
        """The list as kept; nothing when a later version has no such list."""
        try:
            return f"{reverse(self.page)}?{self.query}{'&' if self.query else ''}view={self.pk}"
        except NoReverseMatch:
            return ""
