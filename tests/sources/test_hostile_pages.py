"""Pages meant to break a reader: each is read or refused by name, and none takes long or raises."""

from __future__ import annotations

from datetime import datetime

import pytest
from boardskins import LISTS, REFUSED, VIEWS
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.page import Page, Reading
from sources.reading import read

FETCHED = datetime.fromisoformat("2026-11-22T10:25:00+09:00")
POST = "http://ex.kr/bbs/board.php?bo_table=notice&wr_id=7"
PLAIN = VIEWS["gnuboard 5.0 with a category"][1]
WIDE = 1_000_000


def read_text(text: str, url: str = POST, content_type: str = "text/html", status: int = 200) -> Reading:
    return read(Page(url=url, final_url=url, status=status, content_type=content_type, text=text, fetched_at=FETCHED))


PAGES = {
    "empty": ("", "empty"),
    "only spaces": (" \n\t" * WIDE, "empty"),
    "only null bytes": ("\x00" * 5000, "empty"),
    "a picture": ("\x89PNG\r\n\x1a\n" + "\x00\x01\ufffd\x02" * 500, "not_a_page"),
    "a PDF": ("%PDF-1.7\n%âãÏÓ\n1 0 obj", "not_a_page"),
    "plain text": ("문서가 아닙니다.", "not_a_page"),
    "JSON of nobody": ('{"ok": true, "items": [1, 2]}', "not_a_page"),
    "JSON that never ends": ('[{"id":1,"date":"' + "[" * 5000, "truncated"),
    "a feed that is none": ("<?xml version='1.0'?><rss><channel>", "truncated"),
    "half a sitemap": ("<?xml version='1.0'?><urlset><url><loc>http://ex.kr", "truncated"),
    "blocks without end": ("<div>" * 40_000, "not_a_page"),
    "nothing but a script": ("<script>location.href='http://ex.kr/'</script>", "redirect"),
}


@pytest.mark.parametrize("case", PAGES)
def test_pages_without_a_document_are_refused_by_name(case: str) -> None:
    text, reason = PAGES[case]
    reading = read_text(text, "http://ex.kr/somewhere" if case == "plain text" else POST)
    assert (reading.kind, str(reading.refusal)) == ("refusal", reason), reading.detail


def test_a_post_nested_ten_thousand_deep_is_read() -> None:
    deep = PLAIN.replace("<p>돌봄", "<div>" * 10_000 + "<p>돌봄")
    reading = read_text(deep)
    assert reading.article is not None
    assert reading.article.body_text.startswith("돌봄 협동조합")


@pytest.mark.parametrize(
    "filler", [" ", "1", "(", "[", "&lt;", "2026-", "조회 ", "댓글 1 ", "<b>", "가", "alert('", "제목 > "]
)
def test_a_megabyte_of_one_thing_inside_a_post(filler: str) -> None:
    reading = read_text(PLAIN.replace("나래마을회관", "나래마을회관 " + filler * (WIDE // len(filler))))
    assert reading.article is not None
    assert reading.article.title == "나래마을 돌봄 협동조합 설명회"


@pytest.mark.parametrize("filler", [" ", "1", "(", "2026-11-", "location.href='", "<?xml ", "<!--", "{", "charset="])
def test_a_megabyte_of_one_thing_alone(filler: str) -> None:
    assert read_text(filler * (WIDE // len(filler))).kind == "refusal"


@pytest.mark.parametrize("tag", ["b", "SPAN class=x", "font color=red"])
def test_words_in_ever_more_unclosed_tags_are_refused(tag: str) -> None:
    """Each of 60,000 holds the words of all behind it; read one by one they took minutes."""
    reading = read_text(PLAIN.replace("나래마을회관", f"<{tag}>마을기업 이야기 " * 60_000))
    assert (reading.kind, str(reading.refusal)) == ("refusal", "not_a_page")


def test_tags_that_are_closed_may_be_many() -> None:
    reading = read_text(PLAIN.replace("나래마을회관", "<b>나래</b> 마을회관 " * 5_000))
    assert reading.article is not None


def test_script_in_a_title_is_text() -> None:
    shown = PLAIN.replace("나래마을 돌봄", "&lt;script&gt;alert(1)&lt;/script&gt; 나래마을 돌봄")
    reading = read_text(shown)
    assert reading.article is not None
    assert "<script>alert(1)</script> 나래마을" in reading.article.title


def test_marks_that_turn_the_reading_direction_are_dropped() -> None:
    reading = read_text(PLAIN.replace("설명회를", "설\u202e명\u200b회를\x00"))
    assert reading.article is not None
    assert "설명회를 엽니다" in reading.article.body_text


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.95])
@pytest.mark.parametrize("skin", VIEWS)
def test_a_page_cut_anywhere_never_gives_half_an_article(skin: str, share: float) -> None:
    url, markup, _ = VIEWS[skin]
    reading = read_text(markup[: int(len(markup) * share)], url)
    if reading.article is not None:
        assert "나래마을회관" in reading.article.body_text, "the article ended before the cut, or it is refused"


@pytest.mark.parametrize(
    "url", ["", "http://", "http://[", "not an address", "http://ex.kr:99999/", "//x", "http://ex.kr/%ff%fe?%=%"]
)
def test_addresses_that_are_none(url: str) -> None:
    for _, markup, _ in (*VIEWS.values(), *LISTS.values(), *REFUSED.values()):
        assert read_text(markup, url).kind in ("article", "listing", "refusal")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_pages_are_still_read_or_refused(data: st.DataObject) -> None:
    url, markup, _ = data.draw(st.sampled_from([*VIEWS.values(), *LISTS.values(), *REFUSED.values()]))
    start = data.draw(st.integers(0, len(markup)))
    end = data.draw(st.integers(start, min(len(markup), start + 400)))
    junk = data.draw(st.sampled_from(["", "\x00", "<", "</div>", "<table>", "<script>", "\ufffd", "&#x110000;", '"']))
    assert read_text(markup[:start] + junk + markup[end:], url).kind in ("article", "listing", "refusal")
