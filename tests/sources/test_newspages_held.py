"""Newspaper pages written before the readers were looked at: every field as a careful person reads it."""

# ruff: noqa: E501 (markup of pages: one line each)

from __future__ import annotations

import sys
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from newspages_scored import PAGES, judged, keys, reading
from newspages_shape import FETCHED, Held

from sources.page import Article, Page, Reading, Reason
from sources.reading import read
from sources.texts.newswords import is_tail_words, is_translation_heading, signature
from sources.texts.reporters import looks_like_a_name

# An organisation that signs as a board's nickname does: nicknames are not kept.
NOT_READ = {("unknown-imweb", "author"), ("unknown-wix", "author")}
URL = "https://www.dorae.test/news/articleView.html?idxno=4100"


@cache
def read_once(name: str) -> Reading:
    return reading(next(held for held in PAGES if held.name == name))


def given(url: str, html: str) -> Reading:
    return read(Page(url, url, 200, "text/html", html, datetime.fromisoformat(FETCHED)))


def ndsoft(inner: str, header: str = "<h3 class=heading>마을 장터, 두 배로 늘린다</h3>") -> Reading:
    info = "<ul class=infomation><li>길보람 기자</li><li>승인 2024.03.02 10:20</li></ul>"
    return given(URL, f"<html><body>{header}{info}<div id=article-view-content-div>{inner}</div></body></html>")


@pytest.mark.parametrize("held", PAGES, ids=lambda held: held.name)
def test_every_field_is_read(held: Held) -> None:
    wrong = [(field, why) for field, good, why in judged(held, read_once(held.name)) if not good]
    assert [(field, why) for field, why in wrong if (held.name, field) not in NOT_READ] == []


def test_one_document_has_one_key() -> None:
    wrong = [(held.name, why) for held, (_, good, why) in keys(PAGES, lambda held: read_once(held.name)) if not good]
    assert wrong == []


# --- the rules that came of it ----------------------------------------------------------------


def test_a_notice_in_place_of_an_article_is_refused_and_a_short_article_is_not() -> None:
    assert ndsoft("<p>회원만 볼 수 있는 기사입니다.</p><p>로그인 후 이용해 주세요.</p>").refusal is Reason.CLOSED
    assert ndsoft("<p>이 기사는 요청에 따라 삭제되었습니다.</p>").refusal is Reason.GONE
    told = ndsoft("<p>시는 낡은 안내 페이지가 삭제됐다고 밝혔다.</p>").article
    assert told is not None
    assert told.body_text == "시는 낡은 안내 페이지가 삭제됐다고 밝혔다."


def test_a_script_that_leaves_at_once_hides_what_stands_below_and_a_button_does_not() -> None:
    rows = "".join(
        f"<li><a href='/news/read?no={n}0{n}'>마을 소식 {n}번째 이야기</a> 2026.11.0{n}</li>" for n in range(1, 10)
    )
    url = "https://somewhere.test/news/read?no=5"
    leaving = given(
        url, f"<html><body><script>alert('삭제된 기사입니다.');history.back();</script><ul>{rows}</ul></body></html>"
    )
    button = "<script>function out(){alert('로그인이 필요합니다.');location.href='/login';}</script>"
    assert leaving.refusal is Reason.GONE
    assert given("https://somewhere.test/all", f"<html><body>{button}<ul>{rows}</ul></body></html>").kind == "listing"


def test_a_box_of_a_picture_and_a_line_holds_a_caption_and_one_of_more_words_holds_text() -> None:
    """Of all held pages whose box is not called after pictures, each with one short line beside one is a caption."""
    text = "<p>장터가 두 배로 늘어난다. 상인회는 자리를 서른 개 더 낸다고 밝혔다.</p><p>장터는 다음 달에 열린다.</p>"

    def boxed(name: str, words: str) -> Article:
        found = ndsoft(f"<div class={name}><img src=1.jpg>{words}</div>{text}").article
        assert found is not None
        return found

    for name in ("img_wrap", "note"):
        caption = boxed(name, "<p>북적이는 장터</p>")
        assert caption.image_captions == ("북적이는 장터",) and "북적이는" not in caption.body_text
    assert boxed("note", "<p>북적이는 장터를 둘러보았다.</p>").body_text.startswith("북적이는 장터를")
    assert boxed("note", "<p>북적이는 장터</p><p>쉬는 상인</p>").body_text.startswith("북적이는 장터\n쉬는 상인")


def test_pages_are_numbered_under_any_name_of_the_parameter() -> None:
    rows = "".join(
        f"<li><a href='view.php?idx={700 + n}&part_idx=7'>마을 소식 {n}번째 이야기</a> 2026.11.0{n}</li>"
        for n in range(1, 6)
    )
    links = "<a href='list.php?part_idx=7&nav=1'>1</a><a href='list.php?part_idx=7&nav=2'>2</a><a href='list.php?part_idx=7&nav=3'>3</a>"
    other = "<a href='list.php?part_idx=8&nav=2'>2</a>"
    url = "http://www.hanbit-news.test/news/list.php?part_idx=7"
    page = f"<html><body><ul>{rows}</ul><div>{other}{links}</div></body></html>"

    def following(address: str) -> str | None:
        listing = given(address, page).listing
        assert listing is not None
        return listing.next_page

    assert following(url) == f"{url}&nav=2"
    assert following(f"{url}&nav=2") == f"{url}&nav=3"
    assert following(f"{url}&nav=3") is None


@pytest.mark.parametrize(
    ("word", "name"), [("지면", False), ("문화", False), ("강원", False), ("나유림", True), ("남궁솔", True)]
)
def test_labels_sections_and_regions_are_no_reporters(word: str, name: bool) -> None:
    assert looks_like_a_name(word) is name


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("영상취재 함초롱 / CG 방시온", True),
        ("글 남새벽 사진 소나래", True),
        ("사진 모음", False),
        ("촬영 장소 안골면 방앗간", False),
    ],
)
def test_a_crew_signs_a_report(line: str, signed: bool) -> None:
    assert (signature(line) is not None) is signed


def test_machine_translations_and_disclaimers_end_an_article_and_prose_about_them_does_not() -> None:
    assert is_translation_heading("*아래는 위 기사를 ‘구글 번역’으로 번역한 영문 기사의 [전문]입니다.")
    assert not is_translation_heading("아래층 도서관에서는 이주민이 옛이야기를 번역해 들려준다.")
    assert is_tail_words("※ 본 기사는 투자 판단의 참고용이며 책임은 투자자에게 있습니다.")
    assert not is_tail_words("이 자료는 마을 기록의 첫 참고서가 됐다.")
