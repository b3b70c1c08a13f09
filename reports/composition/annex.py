"""The annex tables of a periodic report, as plain rows that a paper or a sheet can print.

A table has columns with their widths in hundredths, perhaps groups above them, rows of a head
and cells, and a row of sums. Whole numbers print as they are, None prints empty.
"""

from partyunit.shares import percent as share_of
from reports.composition.facts import Facts
from reports.composition.wording import day_text, percent
from reports.figures import AwardLine, AwardTable, Movement, Roll

CELL, SUM = "Chi bộ", "Cộng"
GRADUATE, SHARE = "Đại học trở lên", "Tỷ lệ (%)"


def tables(facts: Facts) -> list[dict]:
    """The tables in the order of the annex; one without rows is left out."""
    makers = (members, education, ages, movement, meetings, secondments, awards, honours)
    made = [table for table in (make(facts) for make in makers) if table["rows"]]
    return [{**table, "number": number} for number, table in enumerate(made, 1)]


def members(facts: Facts) -> dict:
    """Members by cell: official, probationary, women, ethnic minorities."""

    def counts(roll: Roll) -> list:
        parts = (roll.members, roll.official, roll.probationary, roll.women, roll.minority)
        return [figure.value for figure in parts]

    return _by_cell(
        facts,
        key="members",
        title="Cơ cấu đảng viên" if facts.is_of_cell else "Đảng viên theo chi bộ",
        columns=["Tổng số", "Chính thức", "Dự bị", "Nữ", "Dân tộc thiểu số"],
        rows=[(str(cell), counts(facts.roll.of_cell(cell))) for cell in facts.cells],
        total=counts(facts.roll),
    )


def education(facts: Facts) -> dict:
    """The highest professional level of each member, by cell."""
    shown = [line.key for line in facts.roll.levels]

    def counts(roll: Roll) -> list:
        levels = {line.key: line.figure.value for line in roll.levels}
        share = percent(share_of(roll.graduates.value, roll.members.value)).removesuffix("%")
        return [*(levels[key] for key in shown), roll.graduates.value, share.strip()]

    return _by_cell(
        facts,
        key="education",
        title="Trình độ chuyên môn, nghiệp vụ cao nhất",
        columns=[*(str(line.label).capitalize() for line in facts.roll.levels), GRADUATE, SHARE],
        rows=[(str(cell), counts(facts.roll.of_cell(cell))) for cell in facts.cells],
        total=counts(facts.roll),
    )


def ages(facts: Facts) -> dict:
    """Members by age and by Party age."""
    whole = facts.roll.members.value
    bands = [
        *(("Tuổi đời", line) for line in facts.roll.ages),
        *(("Tuổi Đảng", line) for line in facts.roll.party_ages),
    ]
    return {
        "key": "ages",
        "title": "Tuổi đời, tuổi Đảng",
        "head": "Nhóm",
        "columns": _columns(["Số đảng viên", SHARE], 56),
        "rows": [
            {
                "head": f"{name} {line.label}",
                "cells": [
                    line.figure.value,
                    percent(share_of(line.figure.value, whole)).removesuffix("%").strip(),
                ],
            }
            for name, line in bands
            if whole
        ],
    }


def movement(facts: Facts) -> dict:
    """Opening and closing of each cell; moves inside the committee stand apart and cancel out."""

    def counts(move: Movement) -> list:
        came, went = (move.admitted, move.moved_in), (move.moved_out, move.left)
        return [
            move.opening.value + move.founding.value,
            *(figure.value for figure in came),
            *(figure.value for figure in went),
            move.closing.value,
        ]

    rows = [(str(cell), counts(move)) for cell, move in facts.movement_by_cell]
    inside = sum(move.moved_in.value for _cell, move in facts.movement_by_cell)
    inside -= facts.movement.moved_in.value
    if inside and not facts.is_of_cell:
        rows.append(("Trừ chuyển trong đảng bộ", [None, None, -inside, -inside, None, None]))
    return _by_cell(
        facts,
        key="movement",
        title="Biến động đảng viên trong kỳ",
        columns=["Đầu kỳ", "Kết nạp", "Chuyển đến", "Chuyển đi", "Ra khỏi Đảng", "Cuối kỳ"],
        rows=rows,
        total=counts(facts.movement),
    )


def meetings(facts: Facts) -> dict:
    """Meetings held, and the share of those who belong there that came."""
    kinds = ("regular", "thematic", "model", "extraordinary")

    def counts(held, attendance) -> list:
        by_kind = {line.key: line.figure.value for line in held.lines}
        share = attendance.percent if attendance else None
        return [
            *(by_kind.get(kind, 0) for kind in kinds),
            held.total.value,
            percent(share).removesuffix("%").strip(),
        ]

    return _by_cell(
        facts,
        key="meetings",
        title="Sinh hoạt chi bộ",
        columns=["Thường kỳ", "Chuyên đề", "Mẫu", "Bất thường", "Tổng số", "Tỷ lệ dự (%)"],
        rows=[
            (str(cell), counts(held, facts.attendance_by_cell.get(cell.pk)))
            for cell, held in facts.meetings_by_cell
        ],
        total=counts(facts.meetings, facts.attendance),
    )


def secondments(facts: Facts) -> dict:
    """Where members are seconded: by commune and town, with the village cells and the home cells."""
    rows = [
        {
            "head": str(line.locality),
            "cells": [
                "; ".join(
                    f"{host.host_cell.name} ({', '.join(str(cell) for cell in host.home_cells)})"
                    for host in line.hosts
                ),
                len(line.hosts),
                line.figure.value,
            ],
        }
        for line in facts.secondments.localities
    ]
    total = [None, facts.secondments.host_cells.value, facts.secondments.total.value]
    return {
        "key": "secondments",
        "title": "Đảng viên tăng cường sinh hoạt tại chi bộ thôn, bản",
        "head": "Xã, thị trấn",
        "columns": [
            {"label": "Chi bộ thôn, bản (chi bộ cử đến)", "width": 46, "is_text": True},
            {"label": "Số chi bộ", "width": 13},
            {"label": "Số đồng chí", "width": 13},
        ],
        "rows": rows,
        "sum": {"head": SUM, "cells": total},
    }


def awards(facts: Facts) -> dict:
    """State and police awards by award year, collectives and individuals; the committee's own stand apart."""
    tables_of_years = [table for _year, table in facts.awards_by_year]
    whole = facts.awards
    lines = whole.lines if whole.collective or whole.individual else ()
    return {
        "key": "awards",
        "title": f"Khen thưởng theo năm, {facts.award_years[0]}–{facts.award_years[1]}",
        "head": "Cấp khen, hình thức",
        "groups": [*(str(year) for year, _table in facts.awards_by_year), SUM],
        "columns": _columns(["TT", "CN"] * (len(tables_of_years) + 1), 28),
        "rows": [
            {
                "head": f"{line.authority_label}, {line.form_label}",
                "cells": _pairs([*(_line_of(table, line) for table in tables_of_years), line]),
            }
            for line in lines
        ],
        "sum": {"head": SUM, "cells": _pairs([*tables_of_years, whole])},
        "note": "TT: tập thể; CN: cá nhân."
        + ("" if facts.is_of_cell else " Khen thưởng cho chính đảng bộ ghi ở biểu sau."),
    }


def honours(facts: Facts) -> dict:
    """Titles of the years, and awards to the organisation itself, as their decisions stand."""
    titles = [
        (str(title.year), title.get_name_display(), title.decision_number, title.decided_on)
        for title in facts.titles
    ]
    praised = [
        (_years(award), _what(award), award.decision_number, award.decided_on)
        for award in facts.own_awards
    ]
    return {
        "key": "honours",
        "title": "Danh hiệu, khen thưởng của chi bộ"
        if facts.is_of_cell
        else "Danh hiệu, khen thưởng của đảng bộ",
        "head": "Năm",
        "columns": [
            {"label": "Danh hiệu, hình thức khen", "width": "48", "is_text": True},
            {"label": "Số quyết định", "width": "20", "is_text": True},
            {"label": "Ngày quyết định", "width": "18", "is_text": True},
        ],
        "rows": [
            {"head": years, "cells": [what, number, day_text(day)]}
            for years, what, number, day in [*titles, *praised]
        ],
    }


def _years(award) -> str:
    return f"{award.award_year}–{award.to_year}" if award.to_year else str(award.award_year)


def _what(award) -> str:
    return f"{award.get_form_display()} của {award.get_authority_display()}"


def _line_of(table: AwardTable, wanted: AwardLine) -> AwardLine | None:
    """The same authority and form in another year's table."""
    return next(
        (
            line
            for line in table.lines
            if (line.authority, line.form) == (wanted.authority, wanted.form)
        ),
        None,
    )


def _pairs(parts: list) -> list[int]:
    """Collective and individual of each part, nought where a year has no such line."""
    return [
        figure
        for part in parts
        for figure in ((part.collective.value, part.individual.value) if part else (0, 0))
    ]


def _by_cell(facts: Facts, *, key: str, title: str, columns: list[str], rows, total) -> dict:
    """A table with a row for each cell; the sum only where there are several."""
    table = {
        "key": key,
        "title": title,
        "head": CELL,
        "columns": _columns(columns, 28),
        "rows": [{"head": head, "cells": cells} for head, cells in rows],
    }
    if not facts.is_of_cell:
        table["sum"] = {"head": SUM, "cells": total}
    return table


def _columns(labels: list[str], head_width: int) -> list[dict]:
    width = round((100 - head_width) / len(labels), 2)
    return [{"label": label, "width": str(width)} for label in labels]
