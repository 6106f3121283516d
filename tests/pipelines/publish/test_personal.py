"""Personal things are found wherever they stand, however many numbers of addresses look like a part of them."""

from __future__ import annotations

import pytest

from pipelines.publish.personal import SHAPES, personal

SAID = {
    "a mobile phone": ("010-1234-5678", "01012345678", "019) 123 4567"),
    "a resident number": ("900101-1234567", "900101 - 1234567"),
    "a mail address": ("a.b+c@centre.example.kr", f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 63}.kr"),
}
ADDRESSES = '<a href="https://p.example.kr/010123/01012-01099-1234567?n=01012345678">글</a> '
AROUND = ("", " ", "가" * 500, ADDRESSES * 3, "01 010 - 1 @ 0101", "010 12 ")


@pytest.mark.parametrize("name", SAID)
def test_it_is_found_in_any_company(name: str) -> None:
    for words in SAID[name]:
        for before in AROUND:
            for after in AROUND:
                found = list(personal(f"{before} {words} {after}"))
                assert (name, words) in found, (before, words, after)


def test_numbers_of_addresses_are_nobodys() -> None:
    assert list(personal(ADDRESSES * 50)) == []
    assert {shape.name for shape in SHAPES} == SAID.keys()
