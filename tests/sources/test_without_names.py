"""What engines and pages say without the name of a class: comments in the markup, calls of scripts, fields of forms,
heads of lists, how a line stands above another."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.articles.signed import signed_below
from sources.blocks import Tree
from sources.lists.rowlines import signed_in
from sources.metadata.boardname import board_name, section_above, trail_above
from sources.metadata.comments import comments_below, comments_called
from sources.page import Article, Listing, Page
from sources.reading import read
from sources.texts.files import files_named
from sources.texts.subtitles import deck_above, deck_within, subtitles_between

NOW = datetime.fromisoformat("2026-11-26T12:00:00+09:00")
TEXT = "".join(f"<p>마을 사람들이 모여 배추 {n} 포기를 절였습니다. 모두 즐거웠다고 말했습니다.</p>" for n in range(3))


def page(body: str, url: str = "http://x.test/view.php?no=12", title: str = "겨울나기 준비를 시작합니다") -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return Page(url, url, 200, "text/html", html, NOW)


def article(body: str, url: str, title: str) -> Article:
    found = read(page(body, url, title)).article
    assert found is not None
    return found


def listing(body: str, url: str) -> Listing:
    found = read(page(body, url)).listing
    assert found is not None
    return found


@pytest.mark.parametrize("mark", ["본문 내용 시작 {", "내용 출력"])
def test_the_text_of_gnuboard_begins_behind_the_comment_of_its_skins(mark: str) -> None:
    script = f"<script>var g{4 if '출력' in mark else 5}_bo_table = 'free'; var g4_path = '..';</script>"
    box = f"<h2>본문</h2><!-- {mark} --><div class=q1>{TEXT}</div><div class=q2>천천히 가도 함께 가자</div>"
    head = "<h1>겨울나기 준비를 시작합니다</h1><p>솔바람 26-11-20 10:11 조회 33</p>"
    found = article(
        f"{script}{head}<section>{box}</section>",
        "http://x.test/bbs/board.php?bo_table=free&wr_id=12",
        "겨울나기 준비를 시작합니다 > 사랑방 | 솔내",
    )
    assert found.body_text.startswith("마을 사람들이") and found.body_text.endswith("말했습니다.")


@pytest.mark.parametrize(
    ("below", "called"),
    [
        ("<a onclick=\"comment_box('7', 'c')\">답변</a><a onclick=\"comment_box('7', 'cu')\">수정</a>", 1),
        ("<a onclick=\"comment_box('7', 'c')\">답변</a><a onclick=\"comment_box('9', 'c')\">답변</a>", 2),
        ("<a href='?replytocom=41'>답글</a><a href='?replytocom=42'>답글</a>", 2),
        ("<a onclick=\"kboard_comments_reply(this, '#kboard-comment-reply-form-7')\">답글</a>", 1),
        ("<a href='?no=41'>답글</a>", None),
    ],
)
def test_comments_are_counted_by_the_links_that_answer_them(below: str, called: int | None) -> None:
    assert comments_called(page(below)) == called


@pytest.mark.parametrize(
    ("below", "comments"),
    [
        ("<div><h3>Comments</h3><p>여은새 11.16 09:02</p><p>좋아요.</p><p>진솔비 11.16 12:40</p></div>", 2),
        ("<div><h3>댓글</h3><p>여은새 3시간 전</p><p>좋아요.</p></div>", 1),
        ("<div><h3>댓글</h3><a href='?wr_id=7'>다른 글</a> 11.16 09:02</div>", None),
        ("<div><b>0</b>개의 댓글<form><textarea></textarea></form></div>", 0),
        ("<table><tr><td>한줄 글 (3)</td></tr></table>", 3),
        ("<div><form><textarea></textarea></form><p>이 기사에 대한 의견이 없습니다. (0)</p></div>", 0),
        ("<div><form><textarea></textarea></form><p>남길 의견이 없습니다만 고맙습니다.</p></div>", None),
    ],
)
def test_comments_below_a_text_are_counted_one_by_one_where_no_number_heads_them(
    below: str, comments: int | None
) -> None:
    body = Tree(f"<body><div id=t><p>글.</p></div>{below}</body>").css_first("#t")
    assert body is not None
    assert comments_below(body) == comments


def test_a_list_without_a_table_is_read_by_the_line_above_its_rows() -> None:
    def row(n: int) -> str:
        lock = "<img src=/img/lock.png alt=비밀글>" if n == 2 else ""
        link = f"<a href='qna_view.asp?idx={900 + n}'>{lock}대출 서류를 여쭙니다 {n}번</a>"
        return f"<li><span>{n}</span>{link}<span>한솔</span><span>2026-11-2{n}</span><span>{n}7</span></li>"

    names = ("번호", "제목", "작성자", "작성일", "조회")
    head = "<li>" + "".join(f"<span>{name}</span>" for name in names) + "</li>"
    found = listing(f"<ul>{head}{''.join(map(row, (4, 3, 2, 1)))}</ul>", "http://x.test/qna/qna_list.asp")
    assert [(item.views, item.secret) for item in found.items] == [(47, False), (37, False), (27, True), (17, False)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("<p><em>살림</em><em>여은새 기자</em><em>11.24 13:20</em></p>", ("여은새", "살림")),
        ("<p><em>살림</em><em>독자 진솔비</em><em>11.24 13:20</em></p>", ("진솔비", "살림")),
        ("<p><em>살림</em><em>여은새</em><em>11.24</em></p>", (None, None)),
    ],
)
def test_section_and_reporter_of_a_row_stand_before_its_day(row: str, said: tuple[str | None, str | None]) -> None:
    node = Tree(f"<body><div>{row}</div></body>").css_first("div")
    assert node is not None
    assert signed_in(node, node.text(), "11.24") == said


@pytest.mark.parametrize(
    ("opens", "boxes"),
    [
        ("<div>주민 백 가구가 낸 이억 원<br>도서관으로 되살아난 학교</div>", 1),
        ("<h2>미용사 여섯 명의 협동조합</h2><h2>혈압도 재고 약 봉투도 살펴</h2>", 2),
        ("<h2>미용사 여섯 명의 협동조합</h2>", 0),
        ("<blockquote><p>미용사 여섯 명의 협동조합</p></blockquote>", 1),
        ("<blockquote><p>우리는 가위를 나눠 쓴다.</p></blockquote>", 0),
        ("<div>○ 때: 11월 28일<br>○ 곳: 마을회관 이층</div>", 0),
        ("<p>미용사 여섯 명의 협동조합<br>혈압도 재고 약 봉투도 살펴</p>", 0),
    ],
)
def test_the_lines_that_an_article_opens_with_are_its_subtitle(opens: str, boxes: int) -> None:
    body = Tree(f"<body><div id=t>{opens}{TEXT}</div></body>").css_first("#t")
    assert body is not None
    assert len(deck_within(body)) == boxes


def test_a_title_that_is_cut_is_completed_from_its_picture() -> None:
    def row(n: int, shown: str, whole: str) -> str:
        link = f"<a href='board.php?bo_table=photo&wr_id={n}'><img src=/t{n}.jpg alt='{whole}'><b>{shown}</b></a>"
        return f"<li>{link}<span>11.1{n}</span></li>"

    rows = row(3, "돌담마을 가을 나들이 (단풍…", "돌담마을 가을 나들이 (단풍이 좋던 길)") + row(2, "윷놀이 한마당", "")
    found = listing(f"<form name=fboardlist><ul>{rows}</ul></form>", "http://x.test/bbs/board.php?bo_table=photo")
    assert [item.title for item in found.items] == ["돌담마을 가을 나들이 (단풍이 좋던 길)", "윷놀이 한마당"]


def test_a_field_for_the_password_below_a_post_is_for_who_wrote_it() -> None:
    labels = "<tr><th>제목</th><td>배송이 하루씩 늦어집니다</td></tr><tr><th>작성일</th><td>2026-11-21 10:02</td></tr>"
    field = "<tr><th>비밀번호</th><td><input type=password> 수정 및 삭제하려면 비밀번호를 입력하세요.</td></tr>"
    text = f"<tr><td colspan=2>{TEXT}</td></tr>"
    found = read(page(f"<form><table>{labels}{text}{field}</table></form>")).article
    assert found is not None and found.title == "배송이 하루씩 늦어집니다"


@pytest.mark.parametrize(
    ("menu", "url", "board"),
    [
        ("<ul><li><a href='/jang/'>장독대</a></li><li><a href='/jang/Rx2'>함께 담그기</a></li></ul>",
         "http://x.test/jang/Rx2/3310?svc=api", "함께 담그기"),
        ("<a href='list.asp?b_code=B01'><img src=l.gif alt=알림방></a>",
         "http://x.test/view.asp?b_code=B01&idx=3", "알림방"),
    ],
)  # fmt: skip
def test_the_list_of_a_post_is_one_step_up_or_a_picture(menu: str, url: str, board: str) -> None:
    shown = page(f"{menu}<h3>겨울나기 준비를 시작합니다</h3>{TEXT}", url)
    assert board_name(shown, Tree(shown.text), "겨울나기 준비를 시작합니다") == board


@pytest.mark.parametrize(("label", "section"), [("섬마을", ["섬마을"]), ("단독", [])])
def test_a_label_right_before_a_headline_is_its_section(label: str, section: list[str]) -> None:
    tree = Tree(f"<body><div><span>{label}</span><h1>섬 아이들의 통학선</h1></div></body>")
    assert section_above(tree, tree.css_first("h1")) == section


def test_a_file_that_a_script_fetches_is_named_by_a_part_of_its_link() -> None:
    link = "<a href='#' onclick=\"BOARD.download('f1')\"><span>전시 안내장.pdf</span><span>2.4MB</span></a>"
    shown = page(link)
    assert files_named(shown, Tree(shown.text)) == ("전시 안내장.pdf",)


def test_a_button_that_fetches_a_file_names_it() -> None:
    goes = "window.location.href='/?action=kboard_file_download&file=file1'"
    shown = page(f'<button type=button onclick="{goes}">교실배치도.pdf</button><button>인쇄.</button>')
    assert files_named(shown, Tree(shown.text)) == ("교실배치도.pdf",)


DECK = ("지역 학교 세 곳 정규 과목", "텃밭 교사 모두 농부 조합원")
LIST = "".join(f"<li>{line}</li>" for line in DECK)


@pytest.mark.parametrize(
    ("above", "deck"),
    [
        (f"<ul>{LIST}</ul>", DECK),
        (f"<div>{DECK[0]}<br>{DECK[1]}</div>", DECK),
        (f"<ul>{LIST}</ul><p>김장</p>", ()),
        ("<ul><li>때: 11월 28일 저녁</li><li>곳: 마을회관 이층</li></ul>", ()),
    ],
)
def test_lines_alone_in_a_box_with_the_text_are_its_subtitle(above: str, deck: tuple[str, ...]) -> None:
    body = Tree(f"<body><div>{above}<div id=t>{TEXT}</div></div></body>").css_first("#t")
    assert body is not None
    assert deck_above(body) == deck


@pytest.mark.parametrize(("line", "deck"), [("입력 2026-09-14 06:30", DECK), ("모두 함께 읽는 소식", ())])
def test_a_list_right_above_the_line_of_the_day_is_the_subtitle(line: str, deck: tuple[str, ...]) -> None:
    head = f"<h1>겨울나기 준비를 시작합니다</h1><ul>{LIST}</ul><ul><li>{line}</li></ul>"
    tree = Tree(f"<body>{head}<div id=t>{TEXT}</div></body>")
    assert subtitles_between(tree.css_first("h1"), tree.css_first("#t")) == deck


@pytest.mark.parametrize(
    ("file", "notices"), [("/img/notice_icon.gif", 1), ("/img/icon_notice.gif", 1), ("/data/notice/7.gif", 0)]
)
def test_a_notice_is_told_by_the_file_of_its_picture(file: str, notices: int) -> None:
    def row(n: int, number: str) -> str:
        link = f"<a href='board.php?bo_table=free&wr_id={n}'>마을 총회 자료집 {n}호</a>"
        return f"<tr><td>{number}</td><td>{link}</td><td>살림꾼</td><td>11-1{n}</td></tr>"

    rows = row(1, f"<img src=..{file}>") + row(4, "41") + row(3, "40") + row(2, "39")
    found = listing(f"<form name=fboardlist><table>{rows}</table></form>", "http://x.test/bbs/board.php?bo_table=free")
    assert sum(item.notice for item in found.items) == notices and len(found.items) == 4


def test_a_count_in_an_element_of_its_own_between_brackets_is_that_of_the_comments() -> None:
    def row(n: int) -> str:
        link = f"<a href='board.php?bo_table=free&wr_id={n}'>텃밭 자리 추첨 결과 {n}호</a>"
        return f"<li><p>{link} <span>[<span>{n}</span>]</span></p><p><b>텃밭지기</b><i>2026-11-1{n}</i></p></li>"

    rows = f"<form name=fboardlist><ul>{row(4)}{row(3)}{row(2)}</ul></form>"
    found = listing(rows, "http://x.test/bbs/board.php?bo_table=free")
    assert [item.comments for item in found.items] == [4, 3, 2]


def test_the_text_of_a_public_board_may_hold_a_table() -> None:
    labels = "<tr><th>제목</th><td colspan=3>마을기업 육성사업 공모 안내</td></tr>"
    labels += "<tr><th>작성자</th><td>도담</td><th>등록일</th><td>2026-11-13</td></tr>"
    text = f"<tr><td colspan=4>{TEXT}<table><tr><td>구분</td><td>한도</td></tr></table></td></tr>"
    url = "http://x.test/cop/bbs/BBSMSTR_000000000171/selectBoardArticle.do?nttId=12"
    found = article(f"<div><table>{labels}{text}</table></div>", url, "공지사항 | 솔내군")
    assert found.title == "마을기업 육성사업 공모 안내" and found.body_text.endswith("구분\t한도")


def test_the_address_that_a_post_shows_is_not_its_title() -> None:
    url = "http://x.test/bbs/board.php?bo_table=news&wr_id=12"
    lines = ("[소식] <h1>겨울나기 준비를 시작합니다</h1>", "글쓴이 : 솔바람 날짜 : 2012-06-19 16:45")
    rows = "".join(f"<tr><td class=q_view_title>{line}</td></tr>" for line in (*lines, f"글주소 : {url}"))
    script = "<script>var g4_path = '..'; var g4_bo_table = 'news';</script>"
    body = f"{script}<table>{rows}<tr><td id=writeContents>{TEXT}</td></tr></table>"
    found = article(body, url, "센터소식 > 겨울나기 준비를 시작합니다")
    assert (found.title, found.category) == ("겨울나기 준비를 시작합니다", "소식")


NEWS = "http://x.test/news/view.php?idx=3310"
HEADLINE = "<h1>겨울나기 준비를 시작합니다</h1><p>여은새 기자 | 입력 2026-11-20 10:11</p>"


@pytest.mark.parametrize(
    "below",
    [
        "<div class=q1><p>AI가 뽑은 질문</p><details><summary>누가 절였나요?</summary>이웃입니다.</details></div>",
        "<div class=q1><h4>여은새 기자의 다른 기사</h4><ul><li><a href='#'>된장독의 주인</a></li></ul></div>",
        "<div class=q1><p>여은새의 다른 글</p><ul><li><a href='#'>된장독의 주인</a></li></ul></div>",
    ],
)
def test_what_a_machine_asks_and_what_else_a_reporter_wrote_is_no_text(below: str) -> None:
    found = article(f"<main>{HEADLINE}<div>{TEXT}{below}</div></main>", NEWS, "겨울나기 준비를 시작합니다")
    assert found.body_text.endswith("즐거웠다고 말했습니다.")


def test_a_table_with_a_height_is_text() -> None:
    table = "<table style='width: 100%; height: 84px;'><tr><td>배추</td><td>62%</td></tr></table>"
    found = article(f"<main>{HEADLINE}<div>{TEXT}{table}</div></main>", NEWS, "겨울나기 준비를 시작합니다")
    assert found.body_text.endswith("배추\t62%")


@pytest.mark.parametrize(
    ("dress", "ends"), [("hidden", "말했습니다."), ("blind", "말했습니다."), ("shown", "지원 내용")]
)
def test_the_caption_of_a_table_that_is_only_read_aloud_is_no_text(dress: str, ends: str) -> None:
    labels = "<tr><th>제목</th><td colspan=3>마을기업 육성사업 공모 안내</td></tr>"
    labels += "<tr><th>작성자</th><td>도담</td><th>등록일</th><td>2026-11-13</td></tr>"
    table = f"<table><caption class={dress}>지원 내용</caption><tr><td>배추</td><td>62%</td></tr></table>"
    url = "http://x.test/cop/bbs/BBSMSTR_000000000171/selectBoardArticle.do?nttId=12"
    found = article(f"<table>{labels}<tr><td colspan=4>{TEXT}{table}</td></tr></table>", url, "공지사항 | 솔내군")
    assert found.body_text.split("\n")[-2].endswith(ends)


def test_what_stands_in_a_table_with_a_picture_above_the_text_is_its_caption() -> None:
    rows = "<tr><td><img src=a.jpg></td></tr><tr><td>↑↑ 쉼터에 모인 사람들</td></tr><tr><td>ⓒ 솔내신문</td></tr>"
    body = f"<main>{HEADLINE}<div><div><table>{rows}</table></div><div>{TEXT}</div></div></main>"
    assert article(body, NEWS, "겨울나기 준비를 시작합니다").image_captions == ("쉼터에 모인 사람들",)


def test_a_trail_may_stand_behind_a_heading_that_says_its_last_step_or_its_first() -> None:
    trail = (
        "<div><h3>교육</h3><ul><li><a href='/'>홈</a></li><li><a href='/s?n=1'>교육</a></li><li>학교</li></ul></div>"
    )
    tree = Tree(f"<body><div>{trail}<div><h2>학교 앞 문방구</h2></div></div></body>")
    assert trail_above(tree.css_first("h2")) == ["교육", "학교"]


@pytest.mark.parametrize(
    ("below", "author"),
    [
        ("<div><a href='/w?n=1'>솔내포스트 여은새 기자</a> <a href='mailto:a@x.test'>a@x.test</a></div>", "여은새"),
        ("<div>솔내포스트의 여은새 기자가 다녀왔습니다.</div>", None),
    ],
)
def test_a_line_right_below_a_text_that_only_signs_it_names_the_reporter(below: str, author: str | None) -> None:
    body = Tree(f"<body><div id=t>{TEXT}</div>{below}</body>").css_first("#t")
    assert body is not None
    assert signed_below(body) == author


@pytest.mark.parametrize(("name", "author"), [("카카오언니", "카카오언니"), ("카카오톡", None), ("페북", None)])
def test_who_is_called_as_a_service_begins_is_no_button(name: str, author: str | None) -> None:
    rows = ("제목</th><td>겨울나기 준비를 시작합니다", f"작성자</th><td>{name}", "작성일</th><td>2026-11-20 10:11")
    table = "".join(f"<tr><th>{row}</td></tr>" for row in rows)
    found = article(f"<table>{table}<tr><td colspan=2>{TEXT}</td></tr></table>", NEWS, "사랑방")
    assert found.author == author


def test_gnuboard_5_tells_when_a_post_was_changed() -> None:
    info = (
        "<span class=sv_member>솔바람</span><span>작성일 : 26-11-20 17:48</span><span>최종수정 : 26-11-21 08:15</span>"
    )
    info = f"{info}<span>조회 : 531</span>"
    head = f"<h1>겨울나기 준비를 시작합니다</h1><div id=bo_v_info>{info}</div>"
    url = "http://x.test/bbs/board.php?bo_table=free&wr_id=12"
    title = "겨울나기 준비를 시작합니다 > 사랑방 | 솔내"
    found = article(f"<article id=bo_v>{head}<div id=bo_v_con>{TEXT}</div></article>", url, title)
    assert found.modified_at is not None and f"{found.modified_at:%d %H:%M}" == "21 08:15"


def test_a_post_of_gnuboard_4_without_any_name_keeps_its_category_board_and_comments() -> None:
    script = "<script>var g4_path = '..'; var g4_bo_table = 'news';</script>"
    head = "<tr><td><strong><span>[봄]</span> 겨울나기 준비를 시작합니다</strong></td></tr>"
    told = "<tr><td>글쓴이 : 솔바람 날짜 : 12-06-19 16:45 조회 : 347</td></tr>"
    comments = "<a name=c_13></a><p>여은새 12-06-20 10:12</p><a name=c_14></a><p>진솔비 12-06-20 18:33</p>"
    body = f"{script}<table>{head}{told}<tr><td><div>{TEXT}</div></td></tr></table><div>{comments}</div>"
    url = "http://x.test/bbs/board.php?bo_table=news&wr_id=12"
    found = article(body, url, "생산지 소식 > 겨울나기 준비를 시작합니다")
    assert (found.title, found.category) == ("겨울나기 준비를 시작합니다", "봄")
    assert (found.board, found.comments, found.views) == ("생산지 소식", 2, 347)
