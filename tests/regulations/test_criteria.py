"""The frame for scoring meetings: written as lines, a sentence for every line that is wrong."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from regulations.criteria import (
    CRITERIA,
    FACTS,
    Criterion,
    parse_criteria,
    read_groups,
    show_criteria,
)
from regulations.models import Regulation
from regulations.parameters import BANDS
from regulations.score_frames import SAMPLES, WARD_FRAME

WHOLE = "1 | Tham dự\n1.1 | Có mặt | 97,5 | có mặt: 90 = 97,5; 80 = 40\n1.2 | Đúng giờ | 2.5"


def test_lines_are_read_into_groups_and_shown_as_they_were_written():
    stored = parse_criteria(WHOLE)
    (group,) = read_groups(stored)
    assert (group.text, group.most) == ("Tham dự", Decimal(100))
    assert group.criteria[0] == Criterion(
        key="1.1",
        text="Có mặt",
        most=Decimal("97.5"),
        fact="present",
        steps=((90, Decimal("97.5")), (80, Decimal(40))),
        group="Tham dự",
    )
    assert show_criteria(stored) == WHOLE.replace("2.5", "2,5")
    assert CRITERIA.check(stored)


def test_words_are_read_without_accents_and_a_lone_per_cent_gives_all():
    stored = parse_criteria("1 | Dự | 100 | CO MAT: 90 %")
    assert (stored[0]["fact"], stored[0]["steps"]) == ("present", [[90, "100"]])


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("", "Các tiêu chí cộng lại được 0 điểm; phải đúng 100."),
        ("1 | Dự | 99,5", "Các tiêu chí cộng lại được 99,5 điểm; phải đúng 100."),
        ("1 | Dự | 60\n1 | Nói | 40", "Số 1 ghi hai lần."),
        ("1 | Dự | 100\n\n2", "Dòng 3: ghi số | tiêu chí | điểm, rồi nếu có | cách tính."),
        ("1 | | 100", "Dòng 1: ghi số | tiêu chí | điểm, rồi nếu có | cách tính."),
        ("1|a|100|có mặt: 90|b", "Dòng 1: ghi số | tiêu chí | điểm, rồi nếu có | cách tính."),
        (
            "một | Dự | 100",
            "Dòng 1: số của tiêu chí chỉ gồm chữ số, chữ cái và dấu chấm, ví dụ 2.1.",
        ),
        (f"1 | {'a' * 301} | 100", "Dòng 1: dài quá 300 chữ."),
        ("1 | Dự | trăm", "Dòng 1: điểm ghi bằng số, nhiều nhất một số lẻ, ví dụ 4 hoặc 2,5."),
        ("1 | Dự | 2,25", "Dòng 1: điểm ghi bằng số, nhiều nhất một số lẻ, ví dụ 4 hoặc 2,5."),
        ("1 | Dự | -5", "Dòng 1: điểm ghi bằng số, nhiều nhất một số lẻ, ví dụ 4 hoặc 2,5."),
        ("1 | Dự | 0", "Dòng 1: điểm phải trên 0."),
        ("1 | Dự | 100 | đếm: 90", f"Dòng 1: cách tính chỉ có thể là {', '.join(FACTS.values())}."),
        (
            "1 | Dự | 100 | có mặt: nhiều",
            "Dòng 1: mỗi mức ghi phần trăm = điểm, cách nhau bằng dấu chấm phẩy.",
        ),
        *(
            (
                f"1 | Dự | 100 | có mặt: {steps}",
                "Dòng 1: ghi các mức từ cao xuống thấp, mức đầu được đủ điểm, ví dụ có mặt: 90 = 5; 80 = 3.",
            )
            for steps in ("", "90 = 99", "80 = 100; 90 = 50", "90 = 100; 80 = 100", "101 = 100")
        ),
        (
            "\n".join(f"{n} | a | 1" for n in range(100)),
            "Khung có nhiều nhất 60 dòng.",
        ),
    ],
)
def test_line_that_is_wrong_is_named(lines, sentence):
    with pytest.raises(ValidationError) as refusal:
        parse_criteria(lines)
    assert refusal.value.messages == [sentence]


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "1 | Dự | 100",
        [{"key": "1", "text": "Dự"}],
        [{"key": "1", "text": "Dự", "most": 100}],
        [{"key": "1", "text": "Dự", "most": "100.0"}],
        [{"key": "1", "text": "Dự", "most": "100", "fact": "unknown", "steps": [[90, "100"]]}],
        [{"key": "1", "text": "Dự", "most": "100", "fact": "present", "steps": [90]}],
        [{"key": "1", "text": "Dự", "most": "100", "extra": 1}],
        [{"key": "1", "text": "Dự | 5", "most": "100"}],
    ],
)
def test_stored_value_of_another_shape_is_no_frame(value):
    assert not CRITERIA.check(value)


@pytest.mark.parametrize(
    ("part", "whole", "points"),
    [(9, 10, 10), (899, 1000, 7), (8, 10, 7), (79, 99, 4), (7, 10, 4), (69, 100, 0), (0, 1, 0)],
)
def test_step_is_reached_exactly(part, whole, points):
    steps = ((90, Decimal(10)), (80, Decimal(7)), (70, Decimal(4)))
    criterion = Criterion("1", "Dự", Decimal(10), "present", steps)
    assert criterion.points_for(part, whole) == points


@pytest.mark.parametrize(
    "value", [[90, 70], [90, 90, 50], [50, 70, 90], [101, 70, 50], [90, 70, 0]]
)
def test_bands_fall_within_a_hundred(value):
    assert BANDS.check([90, 70, 50])
    assert not BANDS.check(value)


@pytest.mark.parametrize("name", SAMPLES)
def test_known_frames_are_frames(name):
    assert CRITERIA.check(SAMPLES[name][1]["criteria"])


# -- in the register of rules ---------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "number"),
    [
        (dt.date(2018, 7, 5), None),
        (dt.date(2018, 7, 6), "Khung của địa phương"),
        (dt.date(2025, 10, 27), "Khung của địa phương"),
        (dt.date(2025, 10, 28), "42-HD/BTCTW"),
    ],
)
def test_frame_of_a_day(day, number):
    rule = Regulation.objects.of_day(topic="meeting_score", day=day)
    assert getattr(rule, "number", None) == number


@pytest.mark.django_db
def test_officer_writes_the_committee_s_own_frame_as_lines(client, officer, committee):
    client.force_login(officer)
    url = reverse("regulations:create", args=["meeting_score"])
    assert "42-HD/BTCTW" in client.get(url).text
    shown = client.get(f"{url}?mau=phuong")
    assert "Điểm thưởng: mọi đảng viên đều dự" in shown.text
    sent = {
        "number": "Khung của phường",
        "valid_from": "01/01/2019",
        "committee": committee.pk,
        "source_mark": "L",
        "parameter_criteria": show_criteria(WARD_FRAME["criteria"]).replace("\n", "\r\n"),
        "parameter_bands": "90, 70, 50",
        "parameter_papers_days": "1",
        "parameter_is_required": "False",
    }
    wrong = client.post(url, {**sent, "parameter_criteria": "1 | Dự | 99"})
    assert "Các tiêu chí cộng lại được 99 điểm; phải đúng 100." in wrong.text
    answer = client.post(url, sent)
    assert answer.status_code == 302
    rule = Regulation.objects.get(number="Khung của phường")
    assert rule.parameters == {**WARD_FRAME, "is_required": False}
    page = client.get(rule.get_absolute_url()).text
    assert "20 tiêu chí trong 7 nhóm, tổng 100 điểm" in page
    assert "có mặt: 90 = 4; 80 = 3; 70 = 2" in page
