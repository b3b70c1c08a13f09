"""`make_report` from the shell."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jobs.models import Job
from reports.models import Report
from tests.reports.report_rows import fill


@pytest.fixture
def people(cell, other_cell):
    fill(cell, other_cell)


def run(*arguments) -> tuple[int, str, str]:
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("make_report", *arguments, stdout=out, stderr=err)
    except CommandError as refusal:
        code = refusal.returncode
        err.write(f"{refusal}\n")
    return code, out.getvalue().strip(), err.getvalue()


@pytest.mark.django_db(transaction=True)
def test_makes_the_report_here_when_nobody_works(people):
    code, path, told = run("annual", "2018")

    report = Report.objects.get()
    assert code == 0
    assert Path(path) == Path(report.pdf.path)
    assert Path(path).read_bytes().startswith(b"%PDF-")
    assert "Tổng kết công tác xây dựng Đảng năm 2018" in told
    assert "bản 1" in told
    assert report.job.state == Job.State.DONE
    assert report.job.requested_by is None


@pytest.mark.django_db(transaction=True)
def test_output_is_a_copy_of_the_stored_file(people, tmp_path):
    target = tmp_path / "bao-cao.pdf"

    code, path, _told = run("quarterly", "2019-Q1", "--cell", "AN", "--output", str(target))

    report = Report.objects.get()
    assert (code, path) == (0, str(target))
    assert report.cell.code == "AN"
    assert target.read_bytes() == report.pdf.read()
    assert [one.name for one in tmp_path.glob("*.part")] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("annual", "2018-Q1"), "không hợp lệ"),
        (("quarterly", "2019-Q5"), "không hợp lệ"),
        (("quarterly", "2019-Q2"), "chưa bắt đầu"),
        (("annual", "2018", "--cell", "KHONG"), "Không có chi bộ nào"),
        (("annual", "2018", "--output", "/khong/co/thu-muc.pdf"), "Không có thư mục"),
    ],
)
def test_what_cannot_be_asked_ends_with_2_and_a_sentence(committee, arguments, sentence):
    code, printed, told = run(*arguments)

    assert (code, printed) == (2, "")
    assert sentence in told
    assert not Report.objects.exists()
