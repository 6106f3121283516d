"""Rows of lists in skins that nobody described: where one ends, which are notices, which answer another."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.page import Item, Listing, Page
from sources.reading import read

NOW = datetime.fromisoformat("2026-11-26T12:00:00+09:00")
BOARD = "http://x.test/bbs/board.php?bo_table=free"


def listing(body: str, url: str = BOARD) -> Listing:
    page = Page(url, url, 200, "text/html", f"<html><body>{body}</body></html>", NOW)
    found = read(page).listing
    assert found is not None
    return found


def rows(*said: tuple[str, str]) -> tuple[Item, ...]:
    """The items of a board's list whose rows have something before each title."""
    shown = "".join(
        f"<li><div>{before}</div><p><a href='board.php?bo_table=free&wr_id={40 - n}'>{title}</a></p>"
        f"<b>살림꾼</b><i>2026-11-{20 - n}</i></li>"
        for n, (before, title) in enumerate(said)
    )
    return listing(f"<form name=fboardlist><ul>{shown}</ul></form>").items


def test_a_row_with_a_table_in_it_is_one_row() -> None:
    def row(n: int) -> str:
        link = f"<a href='board.php?bo_table=free&wr_id={n}'>"
        inner = (
            f"<tr><td>{link}<b>텃밭 자리 추첨 결과 {n}호</b></a></td></tr><tr><td>{link}올해는 열두 집이…</a></td></tr>"
        )
        told = f"<tr><td><span class=member>텃밭지기</span> | 26-11-1{n} | 조회 {n}7</td></tr>"
        picture = f"<td>{link}<img src=/t{n}.jpg></a></td>"
        return f"<tr>{picture}<td><table>{inner}{told}</table></td></tr><tr><td colspan=2></td></tr>"

    found = listing(f"<form name=fboardlist><table>{row(4)}{row(3)}{row(2)}</table></form>")
    assert [(item.title, item.views) for item in found.items] == [
        (f"텃밭 자리 추첨 결과 {n}호", 10 * n + 7) for n in (4, 3, 2)
    ]


@pytest.mark.parametrize(
    ("mark", "notices"),
    [
        ('<span class="na-notice"></span>', 1),
        ("<em>NoTiCe</em>", 1),
        ('<span class="na-notice">41</span>', 0),
        ('<span class="notices-off"></span>', 0),
    ],
)
def test_a_notice_is_told_by_an_icon_without_words_and_by_its_word_in_any_letters(mark: str, notices: int) -> None:
    items = rows((mark, "게시판 이용 약속"), ("40", "늦가을 나들이"), ("39", "김장 품앗이"), ("38", "난로 고치기"))
    assert [item.notice for item in items] == [n < notices for n in range(4)]


def test_a_word_of_another_kind_further_down_makes_no_notice() -> None:
    items = rows(("<em>공지</em>", "책방 이용 안내"), ("<em>모임</em>", "시월의 책"), ("<em>알림</em>", "책 투표"))
    assert [item.notice for item in items] == [True, False, False]


@pytest.mark.parametrize(
    ("titles", "replies"),
    [
        (("출자금은 언제 돌려받나요", "Re: 출자금은 언제 돌려받나요", "김장 품앗이"), [False, True, False]),
        (("난로 고치기", "Re: 난로 고치기", "Re: 난로 고치기"), [False, True, True]),
        (("김장 품앗이", "Re: 출자금은 언제 돌려받나요", "난로 고치기"), [False, False, False]),
    ],
)
def test_an_answer_stands_right_below_what_it_answers(titles: tuple[str, ...], replies: list[bool]) -> None:
    assert [item.reply for item in rows(*(("", title) for title in titles))] == replies


def test_rows_that_are_one_link_each_end_in_their_day() -> None:
    def cards(first: int, day: str) -> str:
        lead = f"<i>연기는 나지 않는다고 한다</i>{day}"
        link = "<li><a href='/news/article.html?no={}'><b>구름내 두부 공장의 새 굴뚝 {}</b>{}</a></li>"
        return "".join(link.format(n, n, lead) for n in range(first, first + 4))

    body = f"<div><ol>{cards(300, '')}</ol></div><div><ul>{cards(700, '<i>2026-11-24 16:08</i>')}</ul></div>"
    found = listing(f"<div class=media_on></div>{body}", "http://x.test/news/tag_list_all.html?tag=%EB%91%90%EB%B6%80")
    assert [item.url.rpartition("=")[2] for item in found.items] == ["700", "701", "702", "703"]


def test_a_list_of_kboard_is_known_by_where_it_leads() -> None:
    def card(n: int, mark: str = "") -> str:
        link = f"<a href='/news/?mod=document&uid={n}'>"
        head = f"<div>{link}<img src=/{n}.jpg></a></div><div>{link}{mark}햇빛 발전소 {n}호기 소식</a></div>"
        return (
            f"<div>{head}<div>{link}지붕에 판을 얹었습니다. 모두 모였습니다…</a></div><p><i>2026.11.{n}</i></p></div>"
        )

    style = "<link rel=stylesheet href='/wp-content/plugins/kboard/style.css'>"
    cards = card(24, "[공지사항] ") + card(18) + card(12) + card(11)
    found = listing(f"{style}<div>{cards}</div>", "http://x.test/news/")
    assert [item.canonical_key for item in found.items] == [f"kboard:x.test/{n}" for n in (24, 18, 12, 11)]
    assert found.items[0].title == "햇빛 발전소 24호기 소식" and found.items[0].notice
