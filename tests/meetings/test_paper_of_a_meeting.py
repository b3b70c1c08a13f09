"""The minutes of an ordinary meeting and its resolution on paper: how many pages, what they declare."""

import datetime as dt
import io
import uuid

import pikepdf
import pytest
from docx import Document as Word

from documents.papers.digest import sha256_hex
from meetings import services
from meetings.models import ActionItem, AgendaItem, MinutesSection, Opinion, Vote
from tests import factories
from tests.documents.reading import pages_of, text_of
from tests.meetings import building

pytestmark = pytest.mark.django_db

POINTS = [
    (
        "Kết quả công tác tháng 2, nhiệm vụ tháng 3",
        "Báo cáo nêu rõ số vụ việc đã giải quyết, tiến độ hồ sơ và việc trực trong dịp Tết.",
        "Nhất trí với báo cáo; tháng 3 tập trung tuần tra địa bàn giáp ranh, giữ tiến độ hồ sơ.",
    ),
    (
        "Thông tin thời sự; học tập chuyên đề Chỉ thị 05",
        "Quán triệt nội dung chính của chuyên đề năm 2019, liên hệ với công việc của từng đồng chí.",
        "Mỗi đồng chí đăng ký một việc làm theo, gửi chi ủy trước ngày 20 tháng 3.",
    ),
    (
        "Đề nghị xét công nhận đảng viên chính thức",
        "Chi ủy báo cáo nhận xét của đảng viên giúp đỡ và của đoàn thể.",
        "Hoàn thiện hồ sơ, trình Đảng ủy trong tháng.",
    ),
    (
        "Thông qua nghị quyết tháng 3",
        "Đồng chí thư ký đọc toàn văn dự thảo nghị quyết.",
        "Thông qua dự thảo, giao chi ủy tổ chức thực hiện.",
    ),
]
OPINIONS = [
    "nhất trí với báo cáo; đề nghị phân công thêm người trực ở địa bàn giáp ranh vào cuối tuần.",
    "chuyên đề nên gắn với việc tiếp dân hằng ngày, mỗi tháng chọn một việc cụ thể để làm theo.",
    "tự nhận nộp báo cáo tuần còn chậm; hứa khắc phục ngay trong tháng.",
]


def save(model, meeting, *, by, **values):
    return services.save_row(model, meeting=meeting, uid=uuid.uuid4(), version=0, by=by, **values)


@pytest.fixture
def minutes(meeting, people, cell, leader, clerk):
    """Thirteen members, two away; four points, three opinions, two tasks, one vote."""
    people += [factories.place(cell, full_name=f"Hoàng Văn Thử {n}") for n in range(8)]
    building.everyone_present(meeting, leader)
    for person, state, reason in (
        (people[4], "excused", "đi công tác tỉnh theo quyết định"),
        (people[5], "absent", ""),
    ):
        row = meeting.attendances.valid().get(member=person)
        how = {"state": state, "reason": reason, "version": row.version}
        services.record_attendance(attendance=row, on=building.TODAY, by=leader, **how)
    course = {"starts_at": dt.time(14, 0), "ends_at": dt.time(15, 45)}
    course |= {"chair": leader.member, "clerk": clerk.member, "version": meeting.version}
    services.record_course(meeting=meeting, by=leader, **course)
    items = [
        save(
            AgendaItem,
            meeting,
            by=leader,
            title=title,
            summary=summary,
            conclusion=conclusion,
            presenter=leader.member,
        )
        for title, summary, conclusion in POINTS
    ]
    for item, speaker, text in zip(items, people, OPINIONS, strict=False):
        said = {"speaker": speaker, "guest_name": "", "text": text}
        save(Opinion, meeting, by=leader, item=item, **said)
    for task, person in (("Lập lịch tuần tra tháng 3", people[0]), ("Kiểm kê kho", people[1])):
        due_on = building.TODAY.replace(day=31)
        save(ActionItem, meeting, by=leader, task=task, assignee=person, due_on=due_on)
    cast = {"matter": "resolution", "subject": "Nghị quyết tháng 3", "votes_for": 10}
    save(Vote, meeting, by=leader, item=items[3], **cast)
    meeting.refresh_from_db()
    for part in ("opening", "discussion", "conclusion", "closing"):
        text = building.suggested(meeting, part)
        save(MinutesSection, meeting, by=leader, part=part, text=text)
    submitted = services.submit_minutes(meeting=meeting, on=building.TODAY, by=leader)
    return services.approve_minutes(minutes=submitted, on=building.TODAY, by=leader)


@pytest.fixture
def resolution(minutes, leader):
    return services.issue_resolution(minutes=minutes, on=building.TODAY, by=leader)


def test_ordinary_meeting_prints_on_two_pages(minutes):
    pages = pages_of(minutes.pdf.open().read())
    assert len(pages) == 2
    first, second = pages
    for words in (
        "Số 01-BB/CB",
        "Tổng số đảng viên của chi bộ: 13 đồng chí (chính thức 12, dự bị 01).",
        "Có mặt: 11 đồng chí (chính thức 10, dự bị 01).",
        "Vắng có lý do: 01 đồng chí: Hoàng Văn Thử 1 (đi công tác tỉnh theo quyết định)",
        "Vắng không có lý do: 01 đồng chí: Hoàng Văn Thử 2",
        "Đồng chí Bí Thư Chi Bộ Thử tuyên bố lý do",
    ):
        assert words in first
    for words in (
        "Biểu quyết: Nghị quyết tháng 3: 10/12 tán thành (83,3 %)",
        "V- PHÂN CÔNG NHIỆM VỤ",
        "Biên bản đã được đọc trước cuộc họp",
        "kết thúc vào hồi 15 giờ 45 phút",
        "NGƯỜI GHI BIÊN BẢN Thư Ký Thử CHỦ TRÌ Bí Thư Chi Bộ Thử",
        minutes.code,
    ):
        assert words in second


def test_nothing_is_printed_twice(minutes):
    text = text_of(minutes.pdf.open().read())
    for item, conclusion in ((POINTS[0][1], POINTS[0][2]), (POINTS[2][1], POINTS[2][2])):
        assert text.count(item) == 1
        assert text.count(conclusion) == 1
    assert text.count("Lập lịch tuần tra tháng 3") == 1


def test_word_file_has_roll_votes_tasks_and_both_signatures(minutes):
    with minutes.docx.open() as file:
        document = Word(io.BytesIO(file.read()))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Có mặt: 11 đồng chí" in text
    assert "10/12 tán thành" in text
    tasks, signatures = document.tables[1], document.tables[-1]
    assert [cell.text for cell in tasks.rows[1].cells] == [
        "1",
        "Lập lịch tuần tra tháng 3",
        "Lù Văn Thử",
        "31/03/2019",
    ]
    assert [cell.text.split("\n") for cell in signatures.rows[0].cells] == [
        ["NGƯỜI GHI BIÊN BẢN", "Thư Ký Thử"],
        ["CHỦ TRÌ", "Bí Thư Chi Bộ Thử"],
    ]
    assert f"Mã kiểm: {minutes.code}" in document.sections[0].first_page_footer.paragraphs[0].text


def test_both_papers_declare_what_an_archive_asks(resolution):
    """PDF/A-3a as our tests can see it: part, level, output intent, tags, language, no script."""
    for row, title in ((resolution.minutes, "Biên bản"), (resolution, "Nghị quyết")):
        with row.pdf.open() as file:
            data = file.read()
        assert sha256_hex(data) == row.pdf_sha256
        with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as declared:
            assert (declared["pdfaid:part"], declared["pdfaid:conformance"]) == ("3", "A")
            assert declared["dc:title"].startswith(title)
            (intent,) = pdf.Root.OutputIntents
            assert intent.S == "/GTS_PDFA1"
            assert len(intent.DestOutputProfile.read_bytes()) > 100
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.Lang == "vi"
            assert pdf.Root.StructTreeRoot.K[0].S == "/Document"
            assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
            fonts = {
                str(font.BaseFont): font
                for page in pdf.pages
                for font in page.resources.Font.values()
            }
            for font in fonts.values():
                (inner,) = font.DescendantFonts
                assert "/FontFile2" in inner.FontDescriptor or "/FontFile3" in inner.FontDescriptor
