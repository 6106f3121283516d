"""Bytes → text: labels, lies about them, and damage."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sources.decode import LABELS, decode

SENTENCE = "마을기업 설명회를 엽니다. 똠방각하 펲시콜라"  # 똠, 펲: in CP949, not in strict EUC-KR


def test_utf8_needs_no_label() -> None:
    assert decode(SENTENCE.encode()) == decode(SENTENCE.encode(), "text/html")
    assert decode(SENTENCE.encode()).text == SENTENCE


@pytest.mark.parametrize(
    "label", ["euc-kr", "EUC-KR", "ks_c_5601-1987", "KSC5601", "windows-949", "x-windows-949", "korean"]
)
@pytest.mark.parametrize("place", ["header", "meta", "http-equiv", "xml"])
def test_korean_labels_mean_cp949(label: str, place: str) -> None:
    heads = {
        "header": "",
        "meta": f'<meta charset="{label}">',
        "http-equiv": f'<meta http-equiv="Content-Type" content="text/html; charset={label}">',
        "xml": f"<?xml version='1.0' encoding='{label}'?>",
    }
    content_type = f"text/html; charset={label}" if place == "header" else "text/html"
    read = decode((heads[place] + SENTENCE).encode("cp949"), content_type)
    assert (read.text.endswith(SENTENCE), read.encoding, read.replaced) == (True, "cp949", 0)


@pytest.mark.parametrize("lie", ["utf-8", "iso-8859-1", "windows-1252", "us-ascii", "no-such-charset", ""])
def test_cp949_under_a_wrong_label_is_still_read(lie: str) -> None:
    read = decode(SENTENCE.encode("cp949"), f"text/html; charset={lie}")
    assert (read.text, read.encoding) == (SENTENCE, "cp949")


@pytest.mark.parametrize("lie", ["euc-kr", "iso-8859-1", "shift_jis"])
def test_utf8_under_a_wrong_label_is_still_read(lie: str) -> None:
    assert decode(SENTENCE.encode(), f"text/html; charset={lie}").text == SENTENCE


@pytest.mark.parametrize(
    ("bom", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_bom_beats_every_label(bom: bytes, codec: str) -> None:
    read = decode(bom + SENTENCE.encode(codec), "text/html; charset=euc-kr")
    assert (read.text, read.encoding) == (SENTENCE, codec)


def test_a_page_that_calls_itself_utf16_in_ascii_is_not() -> None:
    page = '<meta charset="utf-16">' + SENTENCE
    assert decode(page.encode()).text == page


def test_replacements_are_counted_and_those_that_were_there_are_not() -> None:
    assert decode("가나\ufffd다".encode()).replaced == 0
    cut = decode(SENTENCE.encode()[:-1], "text/html; charset=utf-8")
    assert cut.replaced == 1
    assert cut.text.startswith(SENTENCE[:-1])
    broken = decode(SENTENCE.encode("cp949")[:20] + b"\xff\xff" + SENTENCE.encode("cp949"), "text/html; charset=euc-kr")
    assert broken.encoding == "cp949"
    assert 1 <= broken.replaced <= 4


def test_the_declaration_is_looked_for_at_the_start_only() -> None:
    far = b"<!--" + b"x" * 9000 + b'--><meta charset="euc-kr">'
    assert decode(far + "가".encode()).text.endswith("가")


@given(
    st.binary(max_size=400), st.sampled_from(["", "text/html", *(f"text/html; charset={label}" for label in LABELS)])
)
@example(b"\xff\xfe\x00", "text/html")
def test_any_bytes_become_text(body: bytes, content_type: str) -> None:
    read = decode(body, content_type)
    assert isinstance(read.text, str)
    assert read.replaced >= 0


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=4, max_size=60))
def test_hangul_survives_both_encodings_without_a_label(words: str) -> None:
    sentence = f"알림 {words} 안내"
    assert decode(sentence.encode()).text == sentence
    assert decode(sentence.encode("cp949")).text == sentence
