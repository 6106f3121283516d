"""What lists of other skins print beside their rows and in them: menus of categories, boxes of much read posts, answers
that are cut before their question.
"""

from __future__ import annotations

import pytest
from test_other_skins import listing

from sources.blocks import Tree
from sources.lists.rowlines import signed_in
from sources.page import Listing


def rows_of_board(rows: list[str], menu: str = "") -> Listing:
    """A list of gnuboard whose rows are given as what stands in each; «{}» is the address of its post."""
    to = "/bbs/board.php?bo_table=talk&wr_id={}"
    made = "".join(f"<li>{row.replace('{}', to.format(n))}</li>" for n, row in enumerate(rows, 21))
    url = "http://x.test/bbs/board.php?bo_table=talk"
    return listing(f"{menu}<form name=fboardlist><ul>{made}</ul></form>", url)


@pytest.mark.parametrize("label", ["[답변] ", "답글: ", "Re: "])
def test_an_answer_cut_before_its_question_is_completed_from_that(label: str) -> None:
    asked, cut = "반찬가게 냉장고를 누가 고쳐 주실 수 있을까요", "반찬가게 냉장고를 누가 고쳐…"
    row = "<a href='{}'>%s</a> <span>2026.11.0%d</span>"
    found = rows_of_board([row % (asked, 3), row % (label + cut, 4), row % ("김장 날짜를 정합니다", 5)])
    assert [item.title for item in found.items][:2] == [asked, f"{label}{asked}"]


def test_an_answer_to_a_question_of_another_page_stays_cut() -> None:
    row = "<a href='{}'>%s</a> <span>2026.11.0%d</span>"
    cut = "[답변] 반찬가게 냉장고를 누가 고쳐…"
    found = rows_of_board([row % (cut, 4), row % ("김장 날짜를 정합니다", 5), row % ("장터 천막 빌려 드립니다", 6)])
    assert found.items[0].title == cut


MENU = "".join(f"<a href='/bbs/board.php?bo_table=talk&sca={name}'>{name}</a>" for name in ("살림", "모임"))


@pytest.mark.parametrize(
    ("menu", "labels", "first"),
    [
        (MENU, ("살림", "모임", "살림", "모임"), ("김장 배추 1호", "살림")),
        ("", ("살림", "모임", "살림", "모임"), ("[살림] 김장 배추 1호", None)),
        (MENU, ("살림", "", "", ""), ("[살림] 김장 배추 1호", None)),
        (MENU, ("후기", "알림", "후기", "알림"), ("[후기] 김장 배추 1호", None)),
    ],
)
def test_a_category_in_a_title_is_told_by_the_menu_of_its_board(
    menu: str, labels: tuple[str, ...], first: tuple[str, str | None]
) -> None:
    rows = [
        f"<a href='{{}}'>{f'[{label}] ' if label else ''}김장 배추 {n}호</a> <span>2026.11.0{n}</span>"
        for n, label in enumerate(labels, 1)
    ]
    item = rows_of_board(rows, menu).items[0]
    assert (item.title, item.category) == first


HEAD = "<tr><th>번호</th><th>제목</th><th>글쓴이</th><th>날짜</th><th>조회</th></tr>"


def table_of_board(title: str) -> str:
    """A list of four posts; `title` is what stands in the cell of the title, with their addresses and numbers."""
    to = "/bbs/board.php?bo_table=talk&wr_id={}"
    cells = "<td>솔바람</td><td>2026.11.0{0}</td><td>2{0}</td>"
    rows = (f"<tr><td>{n}</td><td>{title.format(to.format(n), n)}</td>{cells.format(n)}</tr>" for n in range(1, 5))
    return f"<table><thead>{HEAD}</thead><tbody>{''.join(rows)}</tbody></table>"


@pytest.mark.parametrize("name", ["살림", "공지"])
def test_a_link_to_the_posts_of_a_category_names_that_of_its_row(name: str) -> None:
    link = f"<a href='/bbs/board.php?bo_table=talk&sca={name}'>{name}</a>"
    table = table_of_board(link + "<a href='{0}'>김장 배추 {1}호</a>")
    found = listing(f"<form name=fboardlist>{table}</form>", "http://x.test/bbs/board.php?bo_table=talk")
    assert {item.category for item in found.items} == {name}


def test_a_box_of_much_read_posts_is_not_a_second_row_of_theirs() -> None:
    to = "/bbs/board.php?bo_table=talk&wr_id={}"
    box = "".join(f"<li><a href='{to.format(n)}'>김장 배추 {n}호</a></li>" for n in (3, 1))
    table = table_of_board("<a href='{0}'>김장 배추 {1}호</a>")
    page = f"<form name=fboardlist><div><h5>많이 본 글</h5><ul>{box}</ul></div>{table}</form>"
    found = listing(page, "http://x.test/bbs/board.php?bo_table=talk")
    assert [item.title for item in found.items] == [f"김장 배추 {n}호" for n in range(1, 5)]


def test_the_reporter_of_a_row_is_not_read_from_its_title() -> None:
    row = Tree("<ul><li><b>솔내뉴스 시민기자 7기 모집</b><i>편집국</i><i>2026.11.21 10:00</i></li></ul>").css_first(
        "li"
    )
    assert row is not None
    rest = "편집국 | 2026.11.21 10:00"
    assert signed_in(row, rest, "2026.11.21 10:00", "솔내뉴스 시민기자 7기 모집")[0] == "편집국"


@pytest.mark.parametrize(
    ("over", "categories"),
    [
        (("행사", "살림", "행사", "살림"), ["행사", "살림", "행사", "살림"]),
        (("새벽", "한낮", "저녁", "한밤"), [None] * 4),
        (("행사", "", "", ""), [None] * 4),
    ],
)
def test_a_word_over_a_picture_that_comes_again_is_the_category(
    over: tuple[str, ...], categories: list[str | None]
) -> None:
    row = (
        "<div><a href='{{}}'><img src=a.jpg></a><p><span>{1}</span><a href='{{}}'>자세히</a></p></div>"
        "<a href='{{}}' class=bo_tit>김장 배추 {0}호</a><span class=sv_member>솔바람</span>"
        "<span class=date>2026.11.0{0}</span><span class=hit>2{0}</span>"
    )
    found = rows_of_board([row.format(n, word) for n, word in enumerate(over, 1)])
    assert [item.category for item in found.items] == categories


@pytest.mark.parametrize("flag", ["", "<em>N</em>", "<em>새글</em>"])
def test_a_flag_may_stand_behind_the_count_of_comments(flag: str) -> None:
    row = "<a href='{}'><b><span>김장 배추 %d호</span><span>4</span>" + flag + "</b></a><p>솔바람</p><p>2026.11.0%d</p>"
    found = rows_of_board([row % (n, n) for n in range(1, 5)])
    assert {(item.title, item.comments) for item in found.items} == {(f"김장 배추 {n}호", 4) for n in range(1, 5)}
