"""Checks every kept paper against the digest stored beside it; exit code 1 when one differs."""

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from documents.papers.verifying import CHANGED, Finding, verify_papers
from partyunit.management.refusals import OfficeCommand


class Command(OfficeCommand):
    help = "Đối chiếu mọi tệp và nội dung đã chốt (biên bản, nghị quyết, báo cáo, văn bản) với mã kiểm lưu trong cơ sở dữ liệu."

    def handle(self, *args, **options):
        wrong, count = 0, 0
        for finding in verify_papers():
            count += 1
            if finding.fault:
                wrong += 1
                self.stdout.write(_sentence(finding))
        if wrong:
            raise CommandError(
                _("%(wrong)s trong %(count)s tệp và nội dung đã chốt không còn như khi lưu.")
                % {"wrong": wrong, "count": count}
            )
        told = _("Đã đối chiếu %(count)s tệp và nội dung đã chốt: tất cả còn nguyên.")
        self.stdout.write(told % {"count": count})


def _sentence(finding: Finding) -> str:
    row = f"{finding.row._meta.verbose_name} {finding.row.pk} ({finding.row})"
    if finding.what == "frozen":
        return _("Nội dung đã chốt bị thay đổi: %(row)s") % {"row": row}
    name = getattr(finding.row, finding.what).name
    sentence = (
        _("Tệp bị thay đổi: %(name)s, %(row)s")
        if finding.fault == CHANGED
        else _("Tệp không còn: %(name)s, %(row)s")
    )
    return sentence % {"name": name or "–", "row": row}
