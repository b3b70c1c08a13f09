"""Text typed in the Vietnamese fonts of the years before Unicode: recognised, never turned into names.

TCVN3 (ABC) puts one Latin-1 sign for each letter, VNI a second sign after the vowel. The tables serve only to see
that a head or a name is such text.
"""

import re

_TCVN3 = {
    "µ": "à", "¶": "ả", "·": "ã", "¸": "á", "¹": "ạ", "¨": "ă", "»": "ằ", "¼": "ẳ", "½": "ẵ", "¾": "ắ", "Æ": "ặ",
    "©": "â", "Ç": "ầ", "È": "ẩ", "É": "ẫ", "Ê": "ấ", "Ë": "ậ", "®": "đ", "Ì": "è", "Î": "ẻ", "Ï": "ẽ", "Ð": "é",
    "Ñ": "ẹ", "ª": "ê", "Ò": "ề", "Ó": "ể", "Ô": "ễ", "Õ": "ế", "Ö": "ệ", "×": "ì", "Ø": "ỉ", "Ü": "ĩ", "Ý": "í",
    "Þ": "ị", "ß": "ò", "á": "ỏ", "â": "õ", "ã": "ó", "ä": "ọ", "«": "ô", "å": "ồ", "æ": "ổ", "ç": "ỗ", "è": "ố",
    "é": "ộ", "¬": "ơ", "ê": "ờ", "ë": "ở", "ì": "ỡ", "í": "ớ", "î": "ợ", "ï": "ù", "ñ": "ủ", "ò": "ũ", "ó": "ú",
    "ô": "ụ", "\u00ad": "ư", "õ": "ừ", "ö": "ử", "÷": "ữ", "ø": "ứ", "ù": "ự", "ú": "ỳ", "û": "ỷ", "ü": "ỹ",
    "ý": "ý", "þ": "ỵ", "¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ",
}  # fmt: skip
_TCVN3_TABLE = str.maketrans(_TCVN3)
# Enough of VNI to fold a head: the signs fall away, the letters of their own become plain ones.
_VNI_MARKS = re.compile(r"(?<=[aeouyAEOUYôöÔÖ])[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]")
_VNI_LETTERS = str.maketrans("ñÑôÔöÖíìæóòÍÌÆÓÒ", "dDoOuUiiiiiIIIII")
# Letters no Vietnamese word has, and vowel pairs only VNI writes.
_STRANGE = re.compile(r"[äåæçëïñöøûüþðß×÷¨©ª«¬®µ¶·¸¹»¼½¾¡¢£¤¥¦§Þ]", re.IGNORECASE)
_VNI_PAIRS = re.compile(r"[aA][âêáàãÂÊÁÀÃ]|[eE][âáàãÂÁÀÃ]|[oO][âÂ]|[uo]ô|ö")


def from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    return _VNI_MARKS.sub("", text).translate(_VNI_LETTERS)


def looks_like_old_font(text: str) -> bool:
    """Whether a name holds letters that no Vietnamese name in Unicode has."""
    return bool(_STRANGE.search(text) or _VNI_PAIRS.search(text))
