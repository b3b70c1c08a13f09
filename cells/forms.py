"""What is asked on the pages of the organisation."""

from django.utils.translation import gettext_lazy as _

from cells.models import Cell, HostCell, Locality, OfficeUnit, OrganisationName, Term
from partyunit.forms import LineField, RecordForm

SUPERIOR_HINT = _("Dòng in trên tên chi bộ ở đầu văn bản, ví dụ: Đảng ủy Công an huyện.")


class FoundCellForm(RecordForm):
    """A new cell and the name its papers print."""

    full_name = LineField(
        label=_("Tên in trên văn bản"),
        max_length=160,
        help_text=_("Ví dụ: Chi bộ Cảnh sát Điều tra tổng hợp."),
    )
    superior_line = LineField(label=_("Dòng cấp trên"), max_length=160, help_text=SUPERIOR_HINT)

    class Meta:
        model = Cell
        fields = ["name", "code", "founded_on", "position"]
        labels = {"name": _("Tên gọi")}
        help_texts = {
            "name": _("Tên ngắn dùng trong danh sách, ví dụ: Điều tra."),
            "position": _("Thứ tự trong các bảng của văn phòng."),
        }


class CellForm(RecordForm):
    """Corrects a cell's own facts; a change of name is a rename, not a correction."""

    asks_reason = True

    class Meta:
        model = Cell
        fields = ["code", "founded_on", "position"]


class RenameCellForm(RecordForm):
    """The cell's new name from a day on; the service ends the old name first."""

    checks_constraints = False

    class Meta:
        model = OrganisationName
        fields = ["name", "short_name", "code", "superior_line", "from_on"]
        labels = {"name": _("Tên in trên văn bản"), "from_on": _("Mang tên mới từ ngày")}
        help_texts = {"superior_line": SUPERIOR_HINT}


class CellNameForm(RecordForm):
    """Corrects a name as it was typed; since when the cell bears it stays."""

    asks_reason = True

    class Meta(RenameCellForm.Meta):
        fields = ["name", "short_name", "code", "superior_line"]


class TermForm(RecordForm):
    """A new term of office; the service ends the one before it first."""

    checks_constraints = False

    class Meta:
        model = Term
        fields = ["name", "from_on", "is_appointed"]
        help_texts = {
            "name": _("Ví dụ: Nhiệm kỳ 2020–2025."),
            "from_on": _("Ngày đại hội hoặc ngày quyết định chỉ định; số văn bản chạy lại từ 01."),
        }


class LocalityForm(RecordForm):
    class Meta:
        model = Locality
        fields = ["kind", "name"]


class HostCellForm(RecordForm):
    """A village cell and where it lies. `localities` are those the account may see."""

    class Meta:
        model = HostCell
        fields = ["locality", "name"]
        help_texts = {"name": _("Tên thôn, bản hoặc tổ dân phố, không ghi «chi bộ».")}

    def __init__(self, *args, localities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["locality"].queryset = localities


class OfficeUnitForm(RecordForm):
    """A unit of the office; `cells` are those it may correspond to."""

    class Meta:
        model = OfficeUnit
        fields = ["name", "cell", "from_on", "to_on"]
        help_texts = {"cell": _("Chi bộ mà đảng viên của đơn vị phần lớn sinh hoạt, nếu có.")}

    def __init__(self, *args, cells, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cell"].queryset = cells
        self.fields["cell"].empty_label = _("không có chi bộ riêng")
