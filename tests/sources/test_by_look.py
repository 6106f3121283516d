"""What is read without any name of a skin: titles among headings, counts behind icons, writers by where they lead."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.blocks import Tree
from sources.page import Article, Item, Page
from sources.reading import read
from sources.texts.newsheader import nearest_of

NOW = datetime.fromisoformat("2026-11-26T12:00:00+09:00")
TEXT = "".join(f"<p>마을 사람들이 모여 배추 {n} 포기를 절였습니다. 모두 즐거웠다고 말했습니다.</p>" for n in range(5))
LINE = "<div>글쓴이 솔바람 | 2026-11-20 10:11 | 조회 33</div>"
EYE = '<svg viewBox="0 0 24 24"><path d="M1 12s4-8 11-8 11 8 11 8"/><circle cx="12" cy="12" r="3"/></svg>'
HEART = '<svg viewBox="0 0 24 24"><path d="M20.84 4.61a5.5 5.5 0 0 0-7.78 0"/></svg>'
PLAIN = "<svg></svg>"


def article(html: str, title: str = "돌담마을 겨울나기 준비를 시작합니다 | 솔내") -> Article:
    page = f"<html><head><title>{title}</title></head><body>{html}</body></html>"
    url = "http://x.test/view.php?no=12"
    found = read(Page(url, url, 200, "text/html", page, NOW)).article
    assert found is not None
    return found


def items(rows: str) -> tuple[Item, ...]:
    url = "http://x.test/bbs/board.php?bo_table=free"
    html = f"<html><head><title>마을</title></head><body><form name=fboardlist>{rows}</form></body></html>"
    found = read(Page(url, url, 200, "text/html", html, NOW)).listing
    assert found is not None
    return found.items


@pytest.mark.parametrize(
    ("tag", "above", "title"),
    [
        ("마을 이야기 | 솔내", "<h2>마을 이야기</h2><div>겨울 채비를 함께 할 이웃</div>", "겨울 채비를 함께 할 이웃"),
        ("새해 이야기 | 솔내", "<h2>새해 이야기</h2><p>올해 안에 모두 모입시다</p>", "새해 이야기"),
        ("총회 공고", "<h2>총회 공고</h2><p>올해 안에 모두 모입시다</p>", "총회 공고"),
        ("첫눈 - 자유게시판 | 솔내", "<h2>첫눈</h2>", "첫눈"),
        ("솔내마을", "<div>겨울 채비를 함께 할 이웃을 찾습니다</div>", "겨울 채비를 함께 할 이웃을 찾습니다"),
        ("솔내 > 소식", "<p>설 앞 장날이 하루 늘어납니다</p>", "설 앞 장날이 하루 늘어납니다"),
    ],
)
def test_a_boards_heading_gives_way_to_the_words_above_the_day_and_a_short_title_does_not(
    tag: str, above: str, title: str
) -> None:
    menu = "<ul><li><a href=/s>마을 이야기</a></li></ul>"
    assert article(f"{menu}<div>{above}{LINE}<div>{TEXT}</div></div>", tag).title == title


@pytest.mark.parametrize(
    ("counts", "views", "comments"),
    [
        (f"<span>{EYE}1,043</span><span>{HEART}7</span>", 1043, 2),
        (f"<span>{PLAIN}1,043</span><span>{PLAIN}2</span>", 1043, 2),
        (f"<span>{PLAIN}2</span><span>{PLAIN}1,043</span>", 1043, 2),
        (f"<span>{PLAIN}41</span><span>{PLAIN}7</span>", 41, 2),
        (f"<span>{PLAIN}41</span>", None, 2),  # it may be the hearts
        (f"<span>{PLAIN}41</span><a href='#comments'>2</a>", None, 2),
        ("<a href='#comments'><i></i>2</a><span><i class=q7></i>41</span>", 41, 2),
        ("<a href='#comments'><i></i>2</a><span><i class='fa fa-heart'></i>41</span>", None, 2),
    ],
)
def test_counts_behind_icons_are_told_by_their_drawing_and_by_the_heading_of_the_comments(
    counts: str, views: int | None, comments: int
) -> None:
    line = f"<div><b>솔바람</b><time>2026-11-20 10:11</time>{counts}</div>"
    below = "<section><p>댓글 <b>2</b></p><div>고맙습니다.</div></section>"
    found = article(f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{line}<div>{TEXT}</div>{below}</div>")
    assert (found.views, found.comments) == (views, comments)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<i>텃밭 이야기</i><a href='#popup_menu_area'>솔바람</a><time>2026-11-20 10:11</time>", "솔바람"),
        ("<i>텃밭 이야기</i><i>솔바람</i><i>자기소개</i><time>2026-11-20 10:11</time>", "솔바람"),
        ("<p><b>솔바람</b></p><p><time>2026-11-20 10:11</time></p>", "솔바람"),
        ("<p><b>담당부서</b> <i>복지과</i></p><p><b>작성자</b> <i>솔바람</i> <time>2026-11-20</time></p>", "솔바람"),
        (
            "<p><i>텃밭 이야기</i><i>거름 만들기</i> <time>2026-11-20 10:11</time></p>",
            None,
        ),  # who can say which is the name?
    ],
)
def test_a_writer_is_told_by_where_the_name_leads_or_by_being_alone_above_the_day(
    line: str, author: str | None
) -> None:
    found = article(f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2><div>{line}</div><div>{TEXT}</div></div>")
    assert found.author == author


def row(number: int, before: str, after: str = "") -> str:
    link = f"<a href='/bbs/board.php?bo_table=free&wr_id={number}'>{before}{number}번째 마을 잔치 이야기</a>"
    return f"<div class=x{number}>{link}{after}<i>11-2{number}</i></div>"


def test_notices_are_told_by_a_word_where_they_stand_on_top_and_alone() -> None:
    mark = "<b>공지</b>"
    on_top = items(row(1, mark) + row(2, "") + row(3, ""))
    assert [(item.title, item.notice) for item in on_top][:2] == [
        ("1번째 마을 잔치 이야기", True),
        ("2번째 마을 잔치 이야기", False),
    ]
    assert not any(item.notice for item in items(row(1, "") + row(2, mark) + row(3, "")))  # a category, who knows
    assert not any(item.notice for item in items("".join(row(n, mark) for n in (1, 2, 3))))


def test_a_word_that_comes_before_titles_again_and_again_is_their_category() -> None:
    found = items(row(1, "<b>장터</b>") + row(2, "<b>모임</b>") + row(3, "<b>장터</b>"))
    assert [item.category for item in found] == ["장터", "모임", "장터"]
    assert found[0].title == "1번째 마을 잔치 이야기"
    once = items(row(1, "<b>온마을</b>") + row(2, "<b>모두의</b>") + row(3, "<b>우리의</b>"))
    assert [item.title[:3] for item in once] == ["온마을", "모두의", "우리의"]


def test_answers_are_counted_where_a_count_leads_to_them() -> None:
    link = "<a href='/bbs/board.php?bo_table=free&wr_id=1#comment'>[4]</a>"
    assert [item.comments for item in items(row(1, "", link) + row(2, "") + row(3, ""))] == [4, 0, 0]


def test_a_bare_count_alone_with_a_title_in_its_box_is_that_of_the_answers() -> None:
    boxed = [row(n, "").replace("</a>", f"</a><em>{n}</em>").replace("<a ", "<p><a ") for n in (1, 2, 3)]
    found = items("".join(part.replace("</em>", "</em></p>") for part in boxed))
    assert [item.comments for item in found] == [1, 2, 3]


def test_pieces_beside_each_other_are_rows_however_they_are_made_up() -> None:
    def piece(n: int) -> str:
        link = f"<a href='/bbs/board.php?bo_table=free&wr_id={n}'>{n}번째 마을 잔치 이야기</a>"
        return f"<ul><li>{link}</li><li>솔바람 2026.11.1{n} 조회 {n}0</li></ul>"

    found = items("".join(map(piece, (1, 2, 3))))
    assert [(item.views, item.published_at.day if item.published_at else 0) for item in found] == [
        (10, 11),
        (20, 12),
        (30, 13),
    ]


@pytest.mark.parametrize(
    ("above", "board"),
    [
        ("<p>살림</p>", "살림"),
        ("<p>살림</p><div></div>", "살림"),
        ("<p>광고</p>", None),  # no link of the site says it
        ("<p>살림살이를 고쳐 드립니다</p>", None),
    ],
)
def test_a_word_above_a_headline_that_the_menu_says_too_is_its_section(above: str, board: str | None) -> None:
    url = "http://www.x.test/news/articleView.html?idxno=12"
    menu = "<ul><li><a href='/s1'>살림</a></li><li><a href='/s2'>마당</a></li></ul>"
    title = "<h3 class='heading'>돌담마을 겨울나기 준비를 시작합니다</h3><p>승인 2026.11.20 10:11</p>"
    html = f"<html><body>{menu}<div>{above}{title}</div><div id='article-view-content-div'>{TEXT}</div></body></html>"
    found = read(Page(url, url, 200, "text/html", html, NOW)).article
    assert found is not None and found.board == board


@pytest.mark.parametrize(
    ("above", "board"),
    [
        ("<div><a href='/'>홈</a> <a href='#'>마을</a> <a href='#'>살림</a></div>", "살림"),
        ("<ul><li>HOME</li><li>살림</li></ul>", "살림"),
        ("<p>마을 &gt; 살림</p>", "살림"),
        ("<ul><li><a href='/'>홈</a></li><li><a href='/s'>살림</a></li></ul>", None),  # a menu
    ],
)
def test_a_trail_is_told_without_signs_between_its_steps(above: str, board: str | None) -> None:
    heading = f"{above}<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{LINE}</div>"
    assert article(f"<div>{heading}<div>{TEXT}</div></div>", "돌담마을 겨울나기 준비를 시작합니다").board == board


def test_the_text_below_the_day_is_not_the_comment_below_it() -> None:
    """A column of tables and boxes that holds title, day, text and what readers said."""
    title = (
        "<div class='tit'>돌담마을 겨울나기 준비를 시작합니다</div><div>2026년 11월 20일 (금) 10:11 &nbsp; 솔바람</div>"
    )
    lines = [f"마을 사람들이 모여 배추 {n} 포기를 절이고 무를 뽑았다." for n in (10, 20, 30, 40)]
    text = f"<div>{'<br>'.join(lines)}</div>"
    said = "<div><b>한마디</b><p>다음에는 저도 가고 싶습니다.</p></div>"
    found = article(f"<table><tr><td>{title}{text}{said}</td><td>옆줄</td></tr></table>", "::: 솔내신문 :::")
    assert found.title == "돌담마을 겨울나기 준비를 시작합니다"
    assert found.body_text.split("\n") == lines


REPORTER = "<div>솔바람 기자 | 입력 2026.11.20 10:11</div>"


@pytest.mark.parametrize(
    ("below", "subtitles"),
    [
        (f"<div>이웃 마흔 집이 함께 나서</div>{REPORTER}", ("이웃 마흔 집이 함께 나서",)),
        (f"<div><span>이웃 마흔 집이 함께</span><span>사흘 동안 이백 포기</span></div>{REPORTER}",
         ("이웃 마흔 집이 함께", "사흘 동안 이백 포기")),
        ("<p>이웃 마흔 집이 함께 나서</p><p>2026.11.20 10:11</p>", ("이웃 마흔 집이 함께 나서",)),
        (f"<div>이웃 마흔 집이 함께 나섰다.</div>{REPORTER}", ()),
        (f"<div><a href='/s'>우리 마을 이야기 마당</a></div>{REPORTER}", ()),
        (f"<div>담당부서 마을살림지원과</div>{REPORTER}", ()),
        ("<div>우리 마을 이야기 마당</div><div>솔바람 | 2026.11.20 10:11</div>", ()),  # a board's line
    ],
)  # fmt: skip
def test_the_subtitle_stands_below_the_headline_above_the_line_of_the_reporter(
    below: str, subtitles: tuple[str, ...]
) -> None:
    found = article(f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{below}<div>{TEXT}</div></div>")
    assert found.subtitles == subtitles


@pytest.mark.parametrize(
    ("words", "captions"),
    [("배추를 나르는 이웃들", ("배추를 나르는 이웃들",)), ("이웃들이 배추를 나르고 나서 국밥을 먹었다.", ())],
)
def test_a_picture_and_a_line_in_one_box_are_picture_and_caption(words: str, captions: tuple[str, ...]) -> None:
    box = f"<div class='q'><img src='/1.jpg'><span>{words}</span></div>"
    found = article(
        f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{REPORTER}<div class='b'>{box}{TEXT}</div></div>"
    )
    assert found.image_captions == captions and (words in found.body_text) != bool(captions)


def test_a_file_is_called_without_its_day_and_count() -> None:
    link = "<a href='/download.php?no=1'><span>2026.11.20 10:11</span> 김장 명단.xlsx (12K) <em>17</em></a>"
    found = article(f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{LINE}<p>{link}</p><div>{TEXT}</div></div>")
    assert found.attachments == ("김장 명단.xlsx",)


@pytest.mark.parametrize(
    ("rows", "comments"),
    [
        ("<tr><td>솔잎</td><td>저도 가겠습니다</td><td>2026-11-21</td></tr>" * 2, 2),
        ("<tr><td>이전</td><td><a href='/view.php?no=3'>지난 모임</a></td><td>2026-11-21</td></tr>" * 2, None),
    ],
)
def test_rows_of_a_name_some_words_and_a_day_below_a_text_are_answers(rows: str, comments: int | None) -> None:
    post = f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{LINE}<div>{TEXT}</div></div>"
    assert article(f"{post}<table>{rows}</table>").comments == comments


def test_what_a_plug_in_for_sharing_prints_below_a_post_is_no_text() -> None:
    shared = "<h3>공유하기:</h3><ul><li>X</li><li>Facebook</li></ul><h3>관련</h3>"
    html = (
        "<html><head><link rel='https://api.w.org/' href='/wp-json/'></head><body class='single single-post postid-7'>"
        "<h1 class='entry-title'>돌담마을 겨울나기 준비를 시작합니다</h1>"
        f"<div class='entry-content'>{TEXT}{shared}</div>"
        "</body></html>"
    )
    url = "http://x.test/7"
    found = read(Page(url, url, 200, "text/html", html, NOW)).article
    assert found is not None and found.body_text.endswith("모두 즐거웠다고 말했습니다.")


def test_a_category_may_stand_one_box_away_from_the_day_and_a_label_is_none() -> None:
    name = "<a href='#popup_menu_area'>솔바람</a>"
    line = f"<div>{name} <i><b>후기</b></i> <u><time>2026-11-20 10:11</time></u></div>"
    below = "<section><div>2 Comments</div><div>고맙습니다.</div></section>"
    found = article(f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{line}<div>{TEXT}</div>{below}</div>")
    assert (found.author, found.category, found.comments) == ("솔바람", "후기", 2)
    labelled = line.replace("후기", "제목")
    plain = article(f"<div><h2>돌담마을 겨울나기 준비를 시작합니다</h2>{labelled}<div>{TEXT}</div></div>")
    assert plain.category is None


def test_a_link_around_a_table_with_another_link_is_no_row() -> None:
    address = "/bbs/board.php?bo_table=free&wr_id="
    outer = f"<a href='{address}8'>바깥<table><tr><td><a href='{address}9'>안쪽 마을 잔치</a></td></tr></table></a>"
    assert [item.title for item in items(outer + row(1, "") + row(2, "") + row(3, ""))] == [
        "안쪽 마을 잔치",
        *(f"{n}번째 마을 잔치 이야기" for n in (1, 2, 3)),
    ]


def test_a_label_that_shows_when_a_word_is_pointed_at_tells_what_it_is() -> None:
    head = '<strong title="Category">살림</strong><span>2026.11.20 10:11</span>'
    found = article(f"<div>{head}<h1>돌담마을 겨울나기 준비를 시작합니다</h1></div><div>{TEXT}</div>")
    assert found.category == "살림"


def test_in_a_table_without_any_dress_the_title_stands_in_the_row_above_the_day() -> None:
    rows = ("뉴스 &gt; <a href='/all.php?part=9'>기고</a>", "진열대에서 배운 것들", "입력 : 2017년 12월 28일(목) 17:35")
    table = "".join(f"<tr><td align=center><span>{row}</span></td></tr>" for row in rows)
    shown = article(f"<table>{table}<tr><td><div>{TEXT}</div></td></tr></table>", "솔내신문")
    assert shown.title == "진열대에서 배운 것들"


@pytest.mark.parametrize("bar", ["strong", "p", "h2"])
def test_of_headings_that_say_the_same_the_nearest_to_the_text_is_the_headline(bar: str) -> None:
    words = "돌담마을 겨울나기 준비를 시작합니다"
    top = f"<div><{bar}>{words}</{bar}></div>"
    tree = Tree(f"<body>{top}<main><h2>{words}</h2><div id=t>{TEXT}</div></main></body>")
    body = tree.css_first("#t")
    assert body is not None
    found = nearest_of(tree, tree.css_first(bar), body)
    assert found is not None and found.parent is not None and found.parent.tag == "main"
