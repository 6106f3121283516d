"""Lists: badges, side columns named as the list is, hours of today, buttons that add a page."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.page import Listing, Page
from sources.reading import read

AT = datetime.fromisoformat("2026-11-26T15:00:00+09:00")
PAPER = "https://www.maeul.test/news/articleList.html?sc_section_code=S1N1"
ROW = """<li class="item">{badge}
<h2 class="titles"><a href="articleView.html?idxno={n}">마을 소식 {n}번을 전합니다</a></h2>
<div class="info"><em>{section}</em><em>단오름 기자</em><em>{day}</em></div></li>"""


def listing_of(url: str, body: str) -> Listing:
    html = f"<html><head><title>소식 - 마을신문</title></head><body>{body}</body></html>"
    listing = read(Page(url, url, 200, "text/html", html, AT)).listing
    assert listing is not None
    return listing


def row(n: int, badge: str = "", section: str = "살림", day: str = "11-25 10:00") -> str:
    return ROW.format(n=n, badge=badge, section=section, day=day)


@pytest.mark.parametrize(
    ("first", "notice"),
    [
        (row(11, badge="<span>공지</span>"), True),
        (row(11), False),
        (row(11, section="공지"), False),
    ],
)
def test_a_badge_above_a_title_marks_a_notice_and_a_section_does_not(first: str, notice: bool) -> None:
    listing = listing_of(PAPER, f"<ul>{first}{row(12)}{row(13)}</ul>")
    assert [item.notice for item in listing.items] == [notice, False, False]


def test_a_badge_in_every_row_marks_none() -> None:
    rows = "".join(row(n, badge="<span>공지</span>") for n in range(11, 14))
    assert not any(item.notice for item in listing_of(PAPER, f"<ul>{rows}</ul>").items)


def test_rows_of_a_side_column_are_none_of_the_list() -> None:
    url = "https://www.maeul.test/news/section_list_all.html?sec_no=2"
    one = "<li><a href='/news/article.html?no={n}'><h2>마을 소식 {n}번을 전합니다</h2></a><i>2026-11-{n}</i></li>"
    main, side = ("".join(one.format(n=n) for n in ns) for ns in (range(11, 14), range(21, 26)))
    lists = f"<ul class='art_list_all'>{main}</ul><div class='side'><ul class='art_list_all'>{side}</ul></div>"
    assert [item.url[-2:] for item in listing_of(url, lists).items] == ["11", "12", "13"]
    assert len(listing_of(url, f"<div class='side'><ul class='art_list_all'>{side}</ul></div>").items) == 5


def test_an_hour_of_the_morning_is_of_today() -> None:
    rows = row(13, day="오전 9:02") + row(12, day="오후 1:30") + row(11, day="11월 24일")
    days = [item.published_at and item.published_at.isoformat()[:16] for item in listing_of(PAPER, rows).items]
    assert days == ["2026-11-26T09:02", "2026-11-26T13:30", "2026-11-24T00:00"]


@pytest.mark.parametrize(("says", "following"), [("더보기 1 / 9", True), ("더보기 9 / 9", False), ("더보기", False)])
def test_a_list_of_an_institution_that_grows_by_a_button(says: str, following: bool) -> None:
    url = "https://www.gun.test/cop/bbs/selectBoardList.do?bbsId=BBSMSTR_000000000007"
    form = (
        '<form name="f" action="/cop/bbs/x.do"><input type="hidden" name="bbsId" value="BBSMSTR_000000000007"></form>'
    )
    script = (
        "<script>function go(i){ f.nttId.value = i; f.action = '/cop/bbs/selectBoardArticle.do'; f.submit(); }</script>"
    )
    one = """<li><b class=dept>살림과</b>
    <a href="#" onclick="go('{n}')">마을 소식 {n}번을 전합니다</a> <i>2026.11.{n}.</i></li>"""
    rows = "".join(one.format(n=n) for n in range(11, 14))
    listing = listing_of(url, f"{form}{script}<ul>{rows}</ul><button>{says}</button>")
    assert [(item.author, item.canonical_key) for item in listing.items] == [
        ("살림과", f"egov:gun.test/BBSMSTR_000000000007/{n}") for n in range(11, 14)
    ]
    assert bool(listing.next_page) is following
