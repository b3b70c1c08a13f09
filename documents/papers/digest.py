"""The digest of a frozen content: what a paper prints at its foot to be compared with the register."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder

CODE_LENGTH = 12


def canonical_json(obj) -> str:
    """One text for one content: keys in order, no spaces, letters as they are."""
    return json.dumps(
        obj,
        cls=DjangoJSONEncoder,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    )


def sha256_hex(data: str | bytes) -> str:
    """The SHA-256 of a text (as UTF-8) or of a file's bytes, in hex."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def freeze(obj) -> tuple[dict, str]:
    """The content as plain JSON values, as the database gives them back, and its digest."""
    text = canonical_json(obj)
    return json.loads(text), sha256_hex(text)


def is_intact(obj, digest: str) -> bool:
    """Whether the content is still the one of that digest."""
    return sha256_hex(canonical_json(obj)) == digest


def code_of(digest: str) -> str:
    """The code at the foot: the first 12 hex digits, for a file cannot print its own hash."""
    return digest[:CODE_LENGTH].upper()


class Coded:
    """A row whose paper prints the code of its frozen content."""

    content_sha256: str

    @property
    def code(self) -> str:
        return code_of(self.content_sha256)
