"""Two meetings that want one room or one committee member at the same time."""

import datetime as dt

import pytest

from meetings.month.clashes import Slot, clashes_of

DAY = dt.date(2019, 3, 14)


def slot(key, hour, *, ends=None, place="Phòng họp số 1", attendant=None, day=DAY):
    return Slot(
        key=key,
        day=day,
        starts_at=hour and dt.time(*hour),
        ends_at=ends and dt.time(*ends),
        minutes=90,
        place=place,
        attendant_id=attendant,
        attendant="Lò Văn Thử" if attendant else "",
        called=f"Chi bộ {key}",
    )


OTHER = slot(2, (8, 0), attendant=7)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (slot(1, (9, 29)), ["Trùng địa điểm với Chi bộ 2 lúc 08:00."]),
        (slot(1, (9, 30)), []),  # 90 minutes after the other began
        (slot(1, (6, 30)), []),
        (slot(1, (6, 30), ends=(8, 1)), ["Trùng địa điểm với Chi bộ 2 lúc 08:00."]),
        (slot(1, (8, 0), place="phong hop  so 1"), ["Trùng địa điểm với Chi bộ 2 lúc 08:00."]),
        (slot(1, (8, 0), place="Hội trường"), []),
        (
            slot(1, (8, 0), place="Hội trường", attendant=7),
            ["Đồng chí Lò Văn Thử cũng dự Chi bộ 2 lúc 08:00."],
        ),
        (slot(1, (8, 0), place="Hội trường", attendant=8), []),
        (slot(1, None, attendant=7), []),  # without an hour nobody can say
        (slot(1, (8, 0), day=DAY + dt.timedelta(days=1)), []),
        (slot(2, (8, 0), attendant=7), []),  # itself
    ],
)
def test_clash_is_told_where_times_cross(own, told):
    assert clashes_of(own, [OTHER]) == told
