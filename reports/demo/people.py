"""Inventing people: names as heard in Lai Châu, birth dates, places, numbers that no office gave out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from reports.demo import cast
from reports.demo.dice import between, chance, pick


@dataclass(frozen=True)
class Names:
    """How one people names its children: families, then middle and given names of men and women."""

    families: list[str]
    men_middle: list[str]
    men: list[str]
    women_middle: list[str]
    women: list[str]


def words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",")]


PEOPLES = {
    "Kinh": Names(
        words("Nguyễn, Trần, Lê, Phạm, Vũ, Đỗ, Bùi, Ngô, Trịnh, Phùng, Mai, Cao, Lưu, Đoàn, Tạ"),
        words("Văn, Đức, Quang, Hữu, Xuân, Mạnh, Thế, Công, Tiến, Trung, Ngọc, Quốc, Duy, Anh"),
        words(
            "Tuấn, Hùng, Sơn, Nam, Long, Thắng, Hải, Bình, Khánh, Toàn, Lâm, Phúc, Tùng, Việt,"
            "Hoàn, Thành, Kiên, Thịnh, Dương, Quyết, Tú, Vinh"
        ),
        words("Thị, Thị Thu, Thị Hồng, Thị Thanh, Thị Kim, Ngọc, Thị Bích"),
        words("Hằng, Nga, Hương, Lan, Thảo, Hiền, Yến, Trang, Phượng, Nhung, Liên, Tâm, Oanh"),
    ),
    "Thái": Names(
        words("Lò, Quàng, Tòng, Cà, Lường, Vì, Cầm, Bạc, Đèo, Điêu, Mè, Hà"),
        words("Văn"),
        words(
            "Panh, Phong, Thoan, Hom, Yêu, Bun, Đôi, Khụt, Chom, Ín, Ón, Dọn, Piềng, Xương, Sinh,"
            "Muôn, Toán, Thương, Bóng, Hặc"
        ),
        words("Thị"),
        words("Pản, Lả, Ín, Phương, Thoa, Inh, Dung, Hạnh, Chựa, Piêng, Lún, Bình"),
    ),
    "Mông": Names(
        words("Mùa, Vàng, Giàng, Sùng, Vừ, Thào, Hạng, Lầu, Chang, Cứ, Hờ"),
        words("A"),
        words(
            "Dơ, Páo, Chu, Tủa, Nhè, Dế, Sính, Phừ, Lử, Của, Chớ, Thào, Súa, Khua, Vừ, Chứ, Dình"
        ),
        words("Thị"),
        words("Dua, Mảy, Sua, Dở, Chư, Ganh, Say, Sông, Pàng, Mò"),
    ),
    "Dao": Names(
        words("Tẩn, Phàn, Chẻo, Lý, Triệu, Bàn"),
        words("Láo, A, Phù, Chin, Văn"),
        words("Lở, San, Tả, Sử, Ú, Chòi, Pao, Dất, Vạn"),
        words("Thị, Mý"),
        words("Tá, Lở, Mán, Ghến, Nhàn"),
    ),
    "Lào": Names(
        words("Lò, Vi, Lèo"),
        words("Văn"),
        words("Tha, Phèng, Thọong, Xuân, Bun"),
        words("Thị"),
        words("Bua, Phứn, Nọi"),
    ),
    "Khơ Mú": Names(
        words("Moong, Quàng, Lò, Cút"),
        words("Văn"),
        words("Thoong, Ngoan, Dinh, Phúng"),
        words("Thị"),
        words("Ngọt, Phét"),
    ),
}
# Out of a hundred members of the district's police.
SHARES = [("Kinh", 42), ("Thái", 30), ("Mông", 14), ("Dao", 7), ("Lào", 4), ("Khơ Mú", 3)]
DISTRICT = "huyện Tân Uyên, tỉnh Lai Châu"
COMMUNES = ["Mường Pha", "Nậm Sang", "Tà Pha", "Hua Mít"]
LOWLANDS = ["Thái Bình", "Nam Định", "Hải Dương", "Phú Thọ", "Hà Nam", "Vĩnh Phúc", "Yên Bái"]
STREETS = 19


@dataclass(frozen=True)
class Identity:
    name: str
    is_woman: bool
    ethnicity: str
    born_on: dt.date
    home_place: str
    residence: str


def people_name(number: int, attempt: int) -> tuple[str, bool, str]:
    """A full name, whether it is a woman's, and the people she or he belongs to."""
    key = ("name", number, attempt)
    at, ethnicity = between(0, 99, *key, "people"), SHARES[0][0]
    for ethnicity, share in SHARES:  # noqa: B007
        if at < share:
            break
        at -= share
    names, is_woman = PEOPLES[ethnicity], chance(17, *key, "woman")
    middles, givens = (
        (names.women_middle, names.women) if is_woman else (names.men_middle, names.men)
    )
    parts = [pick(names.families, *key, 1), pick(middles, *key, 2), pick(givens, *key, 3)]
    return " ".join(parts), is_woman, ethnicity


def is_allowed(name: str, taken: set[str]) -> bool:
    """Unique, not a name of the article nor close to one, no syllable twice."""
    parts = name.split()
    close = {(n.split()[0], n.split()[-1]) for n in cast.FORBIDDEN}
    return (
        name not in taken
        and name not in cast.FORBIDDEN
        and (parts[0], parts[-1]) not in close
        and len(set(parts)) == len(parts)
    )


def invent(number: int, *, name: str, ages: tuple[int, int], in_year: int, taken: set[str]):
    """The person of this number: a named part, or someone whose age in that year lies in `ages`."""
    if name:
        part = cast.BY_NAME[name]
        taken.add(name)
        return _settled(
            number,
            part.name,
            is_woman=part.is_woman,
            ethnicity=part.ethnicity,
            born_on=part.born_on,
        )
    for attempt in _endlessly():
        name, is_woman, ethnicity = people_name(number, attempt)
        if is_allowed(name, taken):
            break
    taken.add(name)
    born_in = in_year - between(*ages, "age", number)
    born_on = dt.date(born_in, between(1, 12, "month", number), between(1, 28, "day", number))
    return _settled(number, name, is_woman=is_woman, ethnicity=ethnicity, born_on=born_on)


def _endlessly() -> Iterator[int]:
    attempt = 0
    while True:
        yield attempt
        attempt += 1


def _settled(number, name, *, is_woman, ethnicity, born_on) -> Identity:
    from_here = ethnicity not in ("Kinh",) or chance(25, "here", number)
    home = (
        f"xã {pick(COMMUNES, 'home', number)}, {DISTRICT}"
        if from_here
        else f"tỉnh {pick(LOWLANDS, 'home', number)}"
    )
    street = f"Tổ {between(1, STREETS, 'street', number)}, thị trấn Tân Uyên"
    village = f"xã {pick(COMMUNES, 'lives', number)}"
    residence = village if chance(20, "village", number) else street
    return Identity(name, is_woman, ethnicity, born_on, home, f"{residence}, {DISTRICT}")


def citizen_id(number: int) -> str:
    """Twelve digits of a province 000 that does not exist."""
    return f"000{between(10000, 99999, 'citizen', number)}{number:04d}"


def card_no(number: int) -> str:
    """Eight digits of an old card, of a series 00 that was never printed."""
    return f"00{between(10, 99, 'card', number)}{number:04d}"
