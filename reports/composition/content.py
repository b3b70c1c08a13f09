"""The whole content of a report, as it is frozen: text, tables, charts, and the figures with their rows."""

from collections.abc import Iterator

from django.utils import translation

from reports.composition import annex, charts, sentences
from reports.composition.facts import Facts
from reports.composition.wording import capital, day_text
from reports.figures import Figure

FORMAT = 1
Named = tuple[str, str, Figure]  # its name in the frozen content, what it counts in words, itself

ROLL = {
    "members": "đảng viên",
    "official": "chính thức",
    "probationary": "dự bị",
    "women": "nữ",
    "minority": "dân tộc thiểu số",
    "graduates": "đại học trở lên",
}
MOVEMENT = {
    "opening": "đầu kỳ",
    "founding": "có mặt khi thành lập",
    "admitted": "kết nạp",
    "moved_in": "chuyển đến",
    "moved_out": "chuyển đi",
    "left": "ra khỏi Đảng",
    "closing": "cuối kỳ",
}
RESIDENCE = {
    "normal": "giới thiệu",
    "exempt": "giới thiệu, miễn dự sinh hoạt",
    "not_introduced": "không giới thiệu",
    "unrecorded": "chưa ghi",
    "received": "nhận xét đã nhận",
    "outstanding": "nhận xét còn thiếu",
}
COMMITMENTS = {"made": "đã cam kết", "none": "chưa cam kết", "reviewed": "đã kiểm điểm cam kết"}
RECIPIENTS = {"collective": "tập thể", "individual": "cá nhân"}


def compose(facts: Facts, *, summary: str, remarks: dict[str, str]) -> dict:
    """Plain values only; the same facts give the same content, whoever asks and whenever."""
    with translation.override("vi"):
        return {
            "format": FORMAT,
            "kind": facts.kind,
            "committee": facts.scope.committee.code,
            "cell": facts.scope.cell.code if facts.scope.cell else None,
            "issuer": facts.owner_name,
            "summary": summary,
            "period": {"first": facts.period.first, "last": facts.period.last},
            "data_until": facts.day,
            "is_partial": facts.is_partial,
            "opening": sentences.opening(facts, summary),
            "sections": sentences.sections(facts, remarks),
            "tables": annex.tables(facts),
            "charts": charts.charts(facts),
            "figures": {
                name: {"at": at, "label": capital(label), **figure.frozen()}
                for at, (name, label, figure) in enumerate(figures_of(facts))
            },
        }


def figures_of(facts: Facts) -> Iterator[Named]:
    """Every figure of the report by name (`members`, `cell.TH.graduates`) and in words."""
    yield from _of_whole(facts)
    for cell in facts.cells:
        yield from _of_part(f"cell.{cell.code}", str(cell), _of_roll(facts.roll.of_cell(cell)))
    for cell, moves in facts.movement_by_cell:
        yield from _of_part(f"cell.{cell.code}", str(cell), _of_movement(moves))
    for cell, counts in facts.meetings_by_cell:
        lines = _of_lines(counts.lines, "meetings.", "sinh hoạt")
        yield from _of_part(f"cell.{cell.code}", str(cell), lines)
    for line in facts.secondments.localities:
        yield f"secondments.{line.locality.pk}", f"tăng cường, {line.locality}", line.figure
    for year, table in facts.awards_by_year:
        yield from _of_part(f"awards.{year}", f"khen năm {year}", _of_awards(table))


def _of_whole(facts: Facts) -> Iterator[Named]:
    seconded = facts.secondments
    yield "cells", "chi bộ", facts.cell_count
    yield from _of_roll(facts.roll)
    yield from _of_lines(facts.roll.ages, "age.", "tuổi đời")
    yield from _of_lines(facts.roll.party_ages, "party_age.", "tuổi Đảng")
    yield from _of_movement(facts.movement)
    yield "meetings", "sinh hoạt", facts.meetings.total
    yield from _of_lines(facts.meetings.lines, "meetings.", "sinh hoạt")
    yield from _of_lines(facts.documents, "documents.", "văn bản")
    yield "seconded", "đồng chí tăng cường", seconded.total
    yield "host_cells", "chi bộ thôn, bản có tăng cường", seconded.host_cells
    yield "communes", "xã có tăng cường", seconded.communes
    yield "towns", "thị trấn có tăng cường", seconded.towns
    if facts.is_of_year:
        yield from _of_part("residence", "nơi cư trú", _named(facts.residence, RESIDENCE))
        yield from _of_part("commitments", "Ban Chấp hành", _named(facts.commitments, COMMITMENTS))
    yield from _of_part("awards", "khen 05 năm", _of_awards(facts.awards))
    for name, whom in RECIPIENTS.items():
        figure = getattr(facts.awards_decided, name)
        yield f"awards_decided.{name}", f"khen quyết định trong kỳ: {whom}", figure
    yield "title_streak", "năm liền đạt danh hiệu tiêu biểu", facts.streak.figure
    yield "committee_awards", "khen thưởng của chính đảng bộ", facts.committee_awards
    yield "recognised", "công nhận chính thức trong kỳ", facts.recognised
    until = day_text(facts.ahead_until)
    yield "probation_ending", f"hết thời gian dự bị đến {until}", facts.probation_ending
    yield "planned_model_meetings", f"sinh hoạt mẫu dự kiến đến {until}", facts.planned_models
    for point in facts.growth:
        name, words = f"growth.{point.day.isoformat()}", day_text(point.day)
        yield f"{name}.members", f"đảng viên ngày {words}", point.members
        yield f"{name}.graduates", f"đại học trở lên ngày {words}", point.graduates


def _of_roll(roll) -> Iterator[Named]:
    for name, words in ROLL.items():
        yield name, words, getattr(roll, name)
    yield from _of_lines(roll.levels, "level.", "trình độ")


def _of_movement(moves) -> Iterator[Named]:
    yield from _named(moves, MOVEMENT)


def _named(figures, names: dict[str, str]) -> Iterator[Named]:
    for name, words in names.items():
        yield name, words, getattr(figures, name)


def _of_awards(table) -> Iterator[Named]:
    for line in table.lines:
        words = f"{line.form_label} {line.authority_label}"
        for name, whom in RECIPIENTS.items():
            yield f"{line.authority}.{line.form}.{name}", f"{words}, {whom}", getattr(line, name)
    for name, whom in RECIPIENTS.items():
        yield name, whom, getattr(table, name)


def _of_lines(lines, prefix: str, words: str) -> Iterator[Named]:
    for line in lines:
        yield f"{prefix}{line.key}", f"{words} {line.label}", line.figure


def _of_part(prefix: str, words: str, named: Iterator[Named]) -> Iterator[Named]:
    for name, label, figure in named:
        yield f"{prefix}.{name}", f"{words}: {label}", figure
