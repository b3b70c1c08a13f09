"""The text of a periodic report: the two standing blocks, results then tasks, in numbered parts.

The customary skeleton of such reports (domain guide §8). A part the register keeps nothing
of stands only when whoever asked for the report wrote it; parts are numbered as they come.
"""

from reports.composition.facts import Facts
from reports.composition.wording import capital, counted, day_text, percent, sentence, written

STREAK_FROM = 2


def sections(facts: Facts, remarks: dict[str, str]) -> list[dict]:
    """The blocks of the report: heading and numbered parts, each with its paragraphs."""
    results = [
        ("Thực hiện nhiệm vụ chính trị", [documents(facts), *prose(remarks, "political")]),
        ("Công tác chính trị, tư tưởng", [study(facts), commitments(facts)]),
        ("Công tác tổ chức, cán bộ, đảng viên", [meetings(facts), changes(facts)]),
        ("Công tác dân vận, tăng cường cơ sở", [secondments(facts), residence(facts)]),
        ("Công tác thi đua, khen thưởng", [awards(facts), titles(facts)]),
    ]
    tasks = [*ahead(facts), *prose(remarks, "tasks")]
    blocks = [
        ("ĐẶC ĐIỂM TÌNH HÌNH", [("", [organisation(facts), movement(facts)])]),
        ("KẾT QUẢ THỰC HIỆN", _numbered(results)),
        ("HẠN CHẾ, NGUYÊN NHÂN", [("", prose(remarks, "shortcomings"))]),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ", [("", tasks)]),
        ("KIẾN NGHỊ, ĐỀ XUẤT", [("", prose(remarks, "proposals"))]),
    ]
    return _with_numerals(blocks)


def opening(facts: Facts, summary: str) -> str:
    """`Thực hiện chương trình công tác năm 2019, Đảng ủy … báo cáo kết quả … như sau:`"""
    until = f" (số liệu đến ngày {day_text(facts.day)})" if facts.is_partial else ""
    return (
        f"Thực hiện chương trình công tác năm {facts.period.first.year},"
        f" {facts.owner_name} báo cáo {summary}{until} như sau:"
    )


def organisation(facts: Facts) -> str:
    roll = facts.roll
    body = (
        f"{facts.owner_name} có {written(roll.members.value)} đảng viên"
        if facts.is_of_cell
        else f"Đảng bộ có {written(facts.cell_count.value)} chi bộ trực thuộc"
        f" với {written(roll.members.value)} đảng viên"
    )
    kinds = counted([("chính thức", roll.official.value), ("dự bị", roll.probationary.value)])
    people = counted([("nữ", roll.women.value), ("dân tộc thiểu số", roll.minority.value)])
    graduates = (
        f"trình độ đại học trở lên {written(roll.graduates.value)} đồng chí,"
        f" chiếm {percent(roll.graduate_percent)}"
        if roll.members.value
        else ""
    )
    return sentence(f"{body}, trong đó {kinds}" if kinds else body, people, graduates)


def movement(facts: Facts) -> str:
    """Opening, what came and went, closing."""
    move = facts.movement
    founded_on, eve = facts.owner.founded_on, facts.period.opening
    if founded_on > eve:
        start = f"Thành lập ngày {day_text(founded_on)}"
        if move.founding:
            start += f" với {written(move.founding.value)} đảng viên"
    else:
        start = f"Đầu kỳ (hết ngày {day_text(eve)}) có {written(move.opening.value)} đảng viên"
    changes_in_period = counted(
        [
            ("kết nạp", move.admitted.value),
            ("chuyển đến", move.moved_in.value),
            ("chuyển đi", move.moved_out.value),
            ("ra khỏi Đảng", move.left.value),
        ]
    )
    during = f"trong kỳ {changes_in_period}" if changes_in_period else "trong kỳ không biến động"
    return sentence(start, during, f"cuối kỳ có {written(move.closing.value)} đảng viên")


def documents(facts: Facts) -> str:
    words = {"issued": "ban hành", "drawn_up": "xây dựng", "advised": "tham mưu"}
    said = counted(
        (words[line.key], line.figure.value) for line in facts.documents if line.key in words
    )
    return sentence(f"Trong kỳ {facts.owner_name} đã {said} văn bản") if said else ""


def study(facts: Facts) -> str:
    """Thematic meetings, and how many of the cells held one."""
    said = _thematic(facts.meetings)
    if not said:
        return ""
    cells = sum(1 for _cell, counts in facts.meetings_by_cell if _thematic(counts))
    return sentence(
        f"Tổ chức {said}",
        ""
        if facts.is_of_cell
        else f"{written(cells)}/{written(len(facts.cells))} chi bộ có sinh hoạt chuyên đề trong kỳ",
    )


def meetings(facts: Facts) -> str:
    names = {
        "regular": "kỳ sinh hoạt thường kỳ",
        "thematic": "kỳ sinh hoạt chuyên đề",
        "model": "kỳ sinh hoạt mẫu",
        "extraordinary": "kỳ họp bất thường",
    }
    counts = [(_held(facts.meetings, key), name) for key, name in names.items()]
    held = [f"{written(count)} {name}" for count, name in counts if count]
    if not held:
        return "Trong kỳ chưa có cuộc họp nào được ghi vào sổ."
    who = facts.owner_name if facts.is_of_cell else "các chi bộ"
    rate = facts.attendance.percent
    return sentence(
        f"Trong kỳ {who} đã tổ chức {', '.join(held)}",
        f"tỷ lệ dự họp {percent(rate)}" if rate is not None else "",
    )


def changes(facts: Facts) -> str:
    move = facts.movement
    said = counted(
        [
            ("kết nạp", move.admitted.value),
            ("công nhận chính thức", facts.recognised.value),
            ("tiếp nhận", move.moved_in.value),
            ("chuyển sinh hoạt đi", move.moved_out.value),
        ]
    )
    return sentence(f"Công tác phát triển và quản lý đảng viên: {said} đồng chí") if said else ""


def secondments(facts: Facts) -> str:
    seconded = facts.secondments
    if not seconded.total.value:
        return ""
    kinds = [(seconded.communes.value, "xã"), (seconded.towns.value, "thị trấn")]
    places = ", ".join(f"{written(count)} {kind}" for count, kind in kinds if count)
    plans = ", ".join(f"{plan.get_kind_display()} số {plan.number}" for plan in seconded.plans)
    return sentence(
        f"Có {written(seconded.total.value)} đồng chí tăng cường sinh hoạt tại"
        f" {written(seconded.host_cells.value)} chi bộ thôn, bản ({places})"
        f"{f' theo {plans}' if plans else ''}"
    )


def commitments(facts: Facts) -> str:
    """Of the year: the committee goes first (08-QĐi/TW 25/10/2018)."""
    made, none = facts.commitments.made.value, facts.commitments.none.value
    if not (facts.is_of_year and made):
        return ""
    return sentence(
        f"{written(made)}/{written(made + none)} ủy viên Ban Chấp hành đã cam kết nêu gương",
        counted([("đã kiểm điểm", facts.commitments.reviewed.value)]),
    )


def residence(facts: Facts) -> str:
    """Of the year: introduced, exempt, not introduced; comments received and outstanding (76/213)."""
    kept = facts.residence
    introduced = kept.normal.value + kept.exempt.value
    if not (facts.is_of_year and (introduced or kept.not_introduced.value)):
        return ""
    modes = counted(
        [
            ("giới thiệu về nơi cư trú", introduced),
            ("trong đó miễn dự sinh hoạt", kept.exempt.value),
            ("không giới thiệu", kept.not_introduced.value),
        ]
    )
    comments = counted([("đã nhận", kept.received.value), ("còn thiếu", kept.outstanding.value)])
    if facts.is_partial and not (kept.received.value or kept.asked.value):
        comments = ""  # the sheets of a year that goes on are not out yet
    return sentence(
        f"Thực hiện {facts.contact_rule}: {modes} đồng chí",
        f"nhận xét của chi ủy nơi cư trú {comments}" if comments else "",
    )


def awards(facts: Facts) -> str:
    """A year's report tells the awards of its year, a quarter's those decided in the quarter."""
    first, last = facts.award_years
    if facts.is_of_year:
        lately, praised = f"năm {last}", _praised(facts.awards_by_year[-1][1])
    else:
        lately, praised = "theo các quyết định trong kỳ", _praised(facts.awards_decided)
    of_years = _praised(facts.awards)
    return capital(
        sentence(
            f"{lately} được khen {praised}" if praised else "",
            f"trong 05 năm {first}–{last} được khen {of_years}" if of_years else "",
        )
    )


def titles(facts: Facts) -> str:
    streak, given = facts.streak, facts.committee_awards.value
    held = ""
    if streak.figure.value >= STREAK_FROM:
        held = (
            f"{facts.owner_name if facts.is_of_cell else 'đảng bộ'}"
            f" {written(streak.figure.value)} năm liền ({streak.first_year}–{streak.last_year})"
            " đạt danh hiệu “Trong sạch, vững mạnh tiêu biểu”"
        )
    praised = ""
    if given:  # of all years: the day says up to when
        until = day_text(facts.day)
        praised = f"đến ngày {until} tập thể Đảng bộ đã được cấp trên khen {written(given)} lần"
    return capital(sentence(held, praised))


def ahead(facts: Facts) -> list[str]:
    """Tasks that follow from the register; whatever else is planned is written by the office."""
    where = "" if facts.is_of_cell else " ở mỗi chi bộ"
    standing = (
        f"Duy trì nền nếp sinh hoạt thường kỳ hằng tháng, mỗi quý ít nhất một kỳ chuyên đề{where};"
        " nâng cao chất lượng tự phê bình và phê bình."
    )
    lines = [standing]
    if facts.probation_ending.value:
        lines.append(
            f"Xem xét công nhận chính thức {written(facts.probation_ending.value)} đảng viên"
            f" hết thời gian dự bị, tính đến ngày {day_text(facts.ahead_until)}."
        )
    if facts.planned_models.value:
        lines.append(f"Tổ chức {written(facts.planned_models.value)} kỳ sinh hoạt chi bộ mẫu.")
    if facts.secondments.total.value:
        lines.append(
            f"Tiếp tục theo dõi, giúp đỡ {written(facts.secondments.total.value)} đồng chí"
            " tăng cường tại chi bộ thôn, bản."
        )
    return lines


def prose(remarks: dict[str, str], key: str) -> list[str]:
    """What the office wrote itself, one paragraph a line."""
    return [line.strip() for line in remarks.get(key, "").splitlines() if line.strip()]


def _praised(table) -> str:
    """`05 lượt tập thể, 16 lượt cá nhân`."""
    parts = [(table.collective.value, "tập thể"), (table.individual.value, "cá nhân")]
    return ", ".join(f"{written(count)} lượt {who}" for count, who in parts if count)


def _thematic(counts) -> str:
    held = (
        ("kỳ sinh hoạt chuyên đề", _held(counts, "thematic")),
        ("kỳ sinh hoạt thường kỳ kết hợp chuyên đề", counts.combined),
    )
    return ", ".join(f"{written(count)} {what}" for what, count in held if count)


def _held(counts, kind: str) -> int:
    return next((line.figure.value for line in counts.lines if line.key == kind), 0)


def _numbered(parts: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    filled = [(name, [text for text in texts if text]) for name, texts in parts]
    standing = [(name, texts) for name, texts in filled if texts]
    return [(f"{number}. {name}", texts) for number, (name, texts) in enumerate(standing, 1)]


def _with_numerals(blocks) -> list[dict]:
    numerals = iter(("I", "II", "III", "IV", "V"))
    return [
        {
            "heading": f"{next(numerals)}- {name}",
            "parts": [{"heading": part, "paragraphs": texts} for part, texts in parts if texts],
        }
        for name, parts in blocks
        if any(texts for _part, texts in parts)
    ]
