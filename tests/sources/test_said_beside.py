"""What stands beside a text: a second time behind its label, the wider section, whose the words are, no comment."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.blocks import Tree
from sources.metadata.comments import comments_below
from sources.page import Article, Page
from sources.reading import read
from sources.texts.newsheader import labelled
from sources.texts.newswords import is_credit

AT = datetime.fromisoformat("2026-11-26T15:00:00+09:00")
TEXT = "<p>마을 창고를 고친 도서관이 문을 열었다. 책은 이웃들이 삼천 권을 모았다.</p>" * 3


def article_of(head: str, header: str, below: str = "") -> Article:
    url = "https://www.maeul.test/news/articleView.html?idxno=7"
    above = f"<header class=article-view-header><h1 class=heading>도서관이 문을 열었다</h1>{header}</header>"
    body = f"<section>{above}<div id=article-view-content-div>{TEXT}</div>{below}</section>"
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    article = read(Page(url, url, 200, "text/html", html, AT)).article
    assert article is not None
    return article


@pytest.mark.parametrize(
    ("lines", "modified"),
    [
        ("입력\n2026.11.12 (목) 오전 7:05\n업데이트\n2026.11.12 (목) 오후 6:40", "2026-11-12T18:40"),
        ("2026.11.12 07:05\n최종수정 :\n2026.11.12 18:40", "2026-11-12T18:40"),
        ("수정\n2026.11.12 07:05", ""),  # a button
    ],
)
def test_a_label_in_a_line_of_its_own_is_of_the_time_below_it(lines: str, modified: str) -> None:
    times = labelled(lines)
    assert times.published is not None and times.published.at.isoformat()[:16] == "2026-11-12T07:05"
    assert (times.modified.at.isoformat()[:16] if times.modified else "") == modified


DECLARED = "<meta property='article:published_time' content='2026-11-12T07:05:12+09:00'>"


@pytest.mark.parametrize(
    ("foot", "modified"),
    [
        ("기사입력 2026-11-12 07:05:12 최종수정 2026-11-12 18:40:01", "2026-11-12T18:40"),
        ("기사입력 2026-11-02 09:00:00 최종수정 2026-11-03 18:40:01", ""),  # of another article
    ],
)
def test_a_change_below_a_text_is_its_own_behind_its_own_time(foot: str, modified: str) -> None:
    article = article_of(DECLARED, "<p>단오름 기자</p>", f"<div>{foot}</div>")
    assert (article.modified_at.isoformat()[:16] if article.modified_at else "") == modified


@pytest.mark.parametrize(
    ("tag", "sections"),
    [
        ("도서관이 문을 열었다 &lt; 책 &lt; 문화 &lt; 기사본문 - 마을신문", ("문화", "책")),
        ("도서관이 문을 열었다 &lt; 기사본문 - 마을신문", ("책", "책")),
        ("도서관이 문을 열었다 &lt; 그림 &lt; 문화 &lt; 기사본문 - 마을신문", ("책", "책")),
    ],
)
def test_the_title_tag_says_the_wider_section(tag: str, sections: tuple[str, str]) -> None:
    when = "<ul class=infomation><li>단오름 기자</li><li>승인 2026.11.12 07:05</li></ul>"
    header = f"<div class=section-name>책</div>{when}"
    article = article_of(f"<title>{tag}</title>", header)
    assert (article.board, article.category) == sections


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("글 단오름 시민기자 / 사진 두레마을관리소", True),
        ("글 단오름 / 그림 곰솔", True),
        ("글 단오름 기자가 사진 모임을 찾았다", False),
        ("사진 두레마을관리소", False),
    ],
)
def test_who_wrote_and_whose_pictures_they_are_is_a_credit(line: str, credit: bool) -> None:
    assert is_credit(line) is credit


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("<div><b>댓글</b><p>아직 댓글이 없습니다.</p><a href=/login>로그인하고 쓰기</a></div>", 0),
        ("<div><b>알림</b><p>아직 댓글이 없습니다.</p></div>", None),
        ("<div><b>댓글</b><p>불러오는 중</p></div>", None),
    ],
)
def test_no_comment_is_said_below_a_heading_without_a_form(below: str, count: int | None) -> None:
    body = Tree(f"<body><div id=t><p>글.</p></div>{below}").css_first("#t")
    assert body is not None and comments_below(body) == count
