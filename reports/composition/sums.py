"""Whether the tables agree: every sum that two figures tell must be the same number."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.composition.facts import Facts


def contradictions(facts: Facts) -> list[str]:
    """One sentence for each sum that does not come out; an empty list when all agree."""
    return [
        _("%(what)s: cộng lại được %(sum)s, nhưng ghi %(stated)s.")
        % {"what": what, "sum": added, "stated": stated}
        for what, added, stated in _sums(facts)
        if added != stated
    ]


def _sums(facts: Facts) -> Iterator[tuple[str, int, int]]:
    roll, move = facts.roll, facts.movement
    members = roll.members.value
    yield _("Chính thức và dự bị"), roll.official.value + roll.probationary.value, members
    yield _("Các bậc trình độ"), sum(line.figure.value for line in roll.levels), members
    yield _("Các nhóm tuổi đời"), sum(line.figure.value for line in roll.ages), members
    yield _("Cuối kỳ của bảng biến động"), move.closing.value, members
    came = move.founding.value + move.admitted.value + move.moved_in.value
    gone = move.moved_out.value + move.left.value
    yield _("Đầu kỳ, đến và đi"), move.opening.value + came - gone, move.closing.value
    kept = facts.residence
    modes = (kept.normal, kept.exempt, kept.not_introduced, kept.unrecorded)
    yield _("Các hình thức giữ mối liên hệ nơi cư trú"), sum(map(int, modes)), members
    comments = kept.received.value + kept.outstanding.value
    yield _("Nhận xét nơi cư trú"), comments, kept.due.value
    if not facts.is_of_cell:
        yield from _sums_of_cells(facts)
    yield (
        _("Tăng cường theo xã, thị trấn"),
        sum(line.figure.value for line in facts.secondments.localities),
        facts.secondments.total.value,
    )
    yield from _sums_of_awards(facts)


def _sums_of_cells(facts: Facts) -> Iterator[tuple[str, int, int]]:
    moves = [move for _cell, move in facts.movement_by_cell]
    yield (
        _("Đảng viên của các chi bộ"),
        sum(facts.roll.of_cell(cell).members.value for cell in facts.cells),
        facts.roll.members.value,
    )
    yield _("Số chi bộ"), len(facts.cells), facts.cell_count.value
    for name, label in (
        ("opening", _("Đầu kỳ của các chi bộ")),
        ("admitted", _("Kết nạp của các chi bộ")),
        ("left", _("Ra khỏi Đảng của các chi bộ")),
        ("closing", _("Cuối kỳ của các chi bộ")),
    ):
        added = sum(getattr(move, name).value for move in moves)
        yield label, added, getattr(facts.movement, name).value
    yield (
        _("Chuyển đến trừ chuyển đi của các chi bộ"),
        sum(move.moved_in.value - move.moved_out.value for move in moves),
        facts.movement.moved_in.value - facts.movement.moved_out.value,
    )
    yield (
        _("Các cuộc họp của chi bộ"),
        sum(counts.total.value for _cell, counts in facts.meetings_by_cell),
        facts.meetings.total.value,
    )


def _sums_of_awards(facts: Facts) -> Iterator[tuple[str, int, int]]:
    for name, label in (("collective", _("Khen tập thể")), ("individual", _("Khen cá nhân"))):
        stated = getattr(facts.awards, name).value
        years = [table for _year, table in facts.awards_by_year]
        yield label, sum(getattr(line, name).value for line in facts.awards.lines), stated
        yield label, sum(getattr(table, name).value for table in years), stated
