"""Who may write about a member, and who may see the full numbers."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from members.models import Candidate, Member


def may_write_member(user, member: Member) -> bool:
    """Records officers of the committee in whose cells the member is or was placed."""
    if not user.access.writes_committees:
        return False
    return Member.objects.writable_by(user).filter(pk=member.pk).exists()


def check_may_write_member(user, member: Member) -> None:
    if not may_write_member(user, member):
        raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được sổ đảng viên."))


def may_write_candidate(user, candidate: Candidate) -> bool:
    return user.access.writes(candidate.cell.committee_id)


def check_may_write_candidate(user, candidate: Candidate) -> None:
    if not may_write_candidate(user, candidate):
        raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được danh sách nguồn."))


def check_may_write(user, committee: int | None = None) -> None:
    """Records officers, of the committee concerned where one is named."""
    access = user.access
    if not (access.writes(committee) if committee else access.writes_committees):
        raise PermissionDenied(_("Chỉ cán bộ công tác Đảng ghi được sổ đảng viên."))


def check_has_content(user) -> None:
    """An account without a content role sees no page of a person, existing or not."""
    if not user.access.has_content:
        raise PermissionDenied(_("Tài khoản này không có vai trò xem nội dung."))
