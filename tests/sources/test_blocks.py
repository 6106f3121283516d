"""HTML subtrees → text by blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.blocks import Tree, flat, line_of, own_text, text_of


def text(markup: str, drop: str = "") -> str:
    return text_of(Tree(f"<div id=x>{markup}</div>").css_first("#x"), drop)


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("하나<p>둘</p>셋", "하나\n둘\n셋"),
        ("한 <b>줄</b>에 <i>다</i>", "한 줄에 다"),
        ("첫줄<br>둘째<br/><br/>셋째", "첫줄\n둘째\n셋째"),
        ("<p>일시\n : \t 오후</p>", "일시 : 오후"),
        ("<ul><li>가<li>나</ul>", "가\n나"),
        ("<p>&nbsp;</p><p>글&nbsp;자</p>", "글 자"),
        ("a<script>x()</script><style>p{}</style><!-- 주석 --><textarea>t</textarea>b", "ab"),
        ("<pre>한 줄\n두 줄</pre>", "한 줄\n두 줄"),
        ("🌱 <img class='wp-smiley' alt='🥕'> <img alt='사진'>", "🌱 🥕"),
        ("가\u200b나\x00다\u202e", "가나다"),
        ("각", "각"),
    ],
)
def test_blocks_and_lines(markup: str, want: str) -> None:
    assert text(markup) == want


@pytest.mark.parametrize(
    ("markup", "want"),
    [
        ("<table><tr><td>일시<td>10시<tr><td>장소<td>강당</table>", "일시\t10시\n장소\t강당"),
        ("<table><tr><td><p>일시</p></td><td><p>10시</p></td></tr></table>", "일시\t10시"),
        ("<table><tr><th></th><th>예산</th></tr><tr><td>계</td><td></td></tr></table>", "예산\n계"),
        ("<table><tr><td>a</td><td></td><td>c</td></tr></table>", "a\t\tc"),
        ("앞<table><tr><td>하나</td></tr></table>뒤", "앞\n하나\n뒤"),
        ("<table><tr><td>본문<p>문단</p>끝</td></tr></table>", "본문\n문단\n끝"),
        (
            "<table><tr><td>밖</td><td><table><tr><td>안1</td><td>안2</td></tr></table></td></tr></table>",
            "밖\n안1\t안2",
        ),
    ],
)
def test_cells_of_a_row_share_a_line(markup: str, want: str) -> None:
    assert text(markup) == want


def test_dropped_parts_leave_no_trace() -> None:
    assert text("<p>본문<figcaption>설명</figcaption></p><div class=ad>광고</div>", "figcaption,.ad") == "본문"
    node = Tree("<p>제목 <b>3</b></p>").css_first("p")
    assert line_of(node, "", [node.css_first("b")]) == "제목"


def test_own_text() -> None:
    assert own_text(Tree("<h1>판 <a>링크</a> 이름</h1>").css_first("h1")) == "판 이름"


def test_nothing_reads_as_nothing() -> None:
    assert text_of(None) == line_of(None) == flat(None) == own_text(None) == ""


def test_nesting_of_ten_thousand() -> None:
    tree = Tree("<div>" * 10_000 + "바닥" + "</div>" * 10_000 + "<p>위")
    assert text_of(tree.body) == "바닥\n위"


@given(st.lists(st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=30), min_size=1, max_size=12))
def test_planted_paragraphs_come_back_in_order(paragraphs: list[str]) -> None:
    from html import escape

    markup = "".join(f"<p><span>{escape(p)}</span></p>\n" for p in paragraphs)
    want = [line for line in (flat(p) for p in paragraphs) if line]
    assert text(markup).split("\n") == want or not want
