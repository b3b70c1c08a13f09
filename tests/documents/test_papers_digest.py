"""The digest of a frozen content."""

import datetime as dt

from documents.papers.digest import canonical_json, code_of, freeze, sha256_hex


def test_canonical_json_does_not_depend_on_the_order_of_keys():
    assert canonical_json({"b": 1, "a": "Đảng ủy"}) == '{"a":"Đảng ủy","b":1}'
    assert canonical_json({"a": "Đảng ủy", "b": 1}) == canonical_json({"b": 1, "a": "Đảng ủy"})


def test_freeze_gives_plain_values_with_their_digest():
    plain, digest = freeze({"day": dt.date(2019, 3, 13), "ids": (3, 1)})

    assert plain == {"day": "2019-03-13", "ids": [3, 1]}
    assert digest == sha256_hex('{"day":"2019-03-13","ids":[3,1]}')
    assert freeze(plain) == (plain, digest)


def test_code_is_the_first_12_digits_in_capitals():
    assert code_of("7f3a92c10b5e4d22") == "7F3A92C10B5E"
