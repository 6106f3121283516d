"""What other skins and versions of known engines serve, as far as none of the recorded pages shows it: links that only
lead on, labels in other words, layers longer than the post, tables without labels, forms that ask a visitor's password.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.blocks import Tree
from sources.lists.rowlines import signed_in
from sources.metadata.comments import comments_below, comments_counted
from sources.page import Article, Listing, Page, Reading, Reason
from sources.reading import read
from sources.texts.files import files_named, is_file_box, named_in, without_size
from sources.texts.posts import titled_table

NOW = datetime.fromisoformat("2026-11-27T12:00:00+09:00")
TITLE = "다 함께 김장하는 날 도우미를 찾습니다"
TEXT = "".join(f"<p>배추 {n} 포기를 절이고 씻어 물을 뺍니다. 손이 모자라 이웃을 부릅니다.</p>" for n in range(2, 5))
LAYER = "".join(f"<p>제{n}조(약속) 이 약속은 누리집을 쓰는 모든 사람에게 똑같이 미칩니다.</p>" for n in range(1, 15))


def reading(body: str, url: str = "http://x.test/board/view.php?no=12", title: str = f"{TITLE} | 솔내") -> Reading:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read(Page(url, url, 200, "text/html", html, NOW))


def article(body: str, url: str = "http://x.test/board/view.php?no=12", title: str = f"{TITLE} | 솔내") -> Article:
    found = reading(body, url, title)
    assert found.article is not None, found
    return found.article


def listing(body: str, url: str, title: str = "사랑방 | 솔내") -> Listing:
    found = reading(body, url, title)
    assert found.listing is not None, found
    return found.listing


@pytest.mark.parametrize(
    "words", ["자세히", "자세히 보기", "더보기", "View more", "READ MORE →", "상세보기", "바로가기"]
)
@pytest.mark.parametrize("url", ["http://x.test/bbs/board.php?bo_table=photo", "http://x.test/photo/list"])
def test_a_link_that_only_leads_on_is_no_title(words: str, url: str) -> None:
    to = "/bbs/board.php?bo_table=photo&wr_id={}" if "bo_table" in url else "/photo/12{}"
    row = (
        "<li><div><a href='{0}'><img src=a.jpg></a><a href='{0}'>{1}</a></div>"
        "<p><a href='{0}'>{2}번째 장터 사진입니다</a></p><span>2026.11.0{2}</span></li>"
    )
    rows = "".join(row.format(to.format(n), words, n) for n in range(1, 6))
    found = listing(f"<form name=fboardlist><ul>{rows}</ul></form>", url)
    assert [item.title for item in found.items] == [f"{n}번째 장터 사진입니다" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("line", "author", "views"),
    [
        ("<i>솔바람</i><i>2026.11.21</i><i>보기 274</i>", "솔바람", 274),
        ("<i>솔바람</i><i>2026.11.21</i><i>열람 : 31회</i>", "솔바람", 31),
        ("<i>솔바람</i><i>2026.11.21</i><i>보기</i><i>2026.11.22</i>", "솔바람", None),  # a button
        ("<b>질문한 사람</b><i>솔바람</i><b>물은 날</b><i>2026-11-21 20:47</i><b>본 횟수</b><i>91</i>", "솔바람", 91),
        ("<b>문의자</b><i>솔바람</i><b>질문일</b><i>2026-11-21</i><b>조회 횟수</b><i>1,091</i>", "솔바람", 1091),
        ("<b>올린 사람</b><i>302호</i><b>올린 날</b><i>2026-11-21</i>", "302호", None),
    ],
)
def test_labels_in_other_words_say_who_and_how_often(line: str, author: str, views: int | None) -> None:
    found = article(f"<div><h2>{TITLE}</h2><p>{line}</p><div>{TEXT}</div></div>")
    assert (found.author, found.views) == (author, views)


@pytest.mark.parametrize("attributes", ["style='display:none'", "role=dialog", "class=modal aria-hidden=true"])
def test_a_layer_that_waits_for_a_button_is_no_text(attributes: str) -> None:
    post = f"<div><h2>{TITLE}</h2><p>솔바람 2026-11-21 10:20</p><div>{TEXT}</div></div>"
    found = article(f"{post}<div {attributes}><div><h4>이용 약속</h4>{LAYER}</div></div>")
    assert found.body_text.startswith("배추 2 포기") and "약속" not in found.body_text


def test_a_statute_that_is_the_post_is_its_text() -> None:
    found = article(f"<div><h2>{TITLE}</h2><p>솔바람 2026-11-21 10:20</p><div>{LAYER}</div></div>")
    assert found.body_text.startswith("제1조(약속)")


INNER = "<table><tr><th>집</th><th>방</th></tr><tr><td>안말집</td><td>2칸</td></tr></table>"
LABELS = "<tr><th>담당부서</th><td>마을살림과</td><th>등록일</th><td>2026.11.24.</td><th>조회</th><td>633</td></tr>"


@pytest.mark.parametrize("cell", ["th", "td"])
@pytest.mark.parametrize("head", ["thead", "tbody"])
def test_a_table_whose_first_row_is_the_title_is_that_of_a_post_without_any_name(cell: str, head: str) -> None:
    table = (
        f"<table><{head}><tr><{cell} colspan=6>{TITLE}</{cell}></tr></{head}><tbody>{LABELS}"
        f"<tr><td colspan=6><p>귀농인의 집에 살 이웃을 찾습니다.</p>{INNER}<p>겨울에도 따뜻합니다.</p></td></tr>"
        "</tbody></table>"
    )
    layer = f"<div>{LAYER}<p>글쓴이 확인과 답변에 씁니다.</p></div>"
    url = "http://x.test/cop/bbs/selectBoardArticle.do?bbsId=BBSMSTR_000000000001&nttId=12"
    found = article(f"<div><h3>공지사항</h3>{table}</div>{layer}", url, "새들군")
    assert found.title == TITLE and found.author == "마을살림과" and found.views == 633
    assert found.body_text == "귀농인의 집에 살 이웃을 찾습니다.\n집\t방\n안말집\t2칸\n겨울에도 따뜻합니다."


def test_a_table_of_numbers_is_no_post() -> None:
    plain = f"<table><tr><td>올해 살림</td></tr>{INNER}<tr><td>끝</td></tr></table>"
    assert titled_table(Tree(plain)) == (None, None)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("<span>PDF</span>1. 안내문.pdf", "1. 안내문.pdf"),
        ("<i>한글 파일</i> 신청서.hwp (29KB)", "신청서.hwp"),
        ("평면도.pdf (380.5KB) (91)", "평면도.pdf"),
        ("<b>예산</b>안.xlsx [71 KB]", "예산안.xlsx"),
        ("예산(2M).pdf", "예산(2M).pdf"),
        ("회의록.hwp(12.5K), 3회 내려받음", "회의록.hwp"),
    ],
)
def test_a_file_is_called_by_its_name_without_badge_and_size(link: str, name: str) -> None:
    assert named_in(Tree(f"<a href=/down?n=1>{link}</a>").css("a")) == (name,)
    assert without_size(name) == name


def test_the_name_of_a_file_may_stand_behind_its_icon() -> None:
    links = "<a href='down.php?f=1'><img src=d.gif></a> 나눔결과.hwp (24 KB) <a href='down.php?f=2'><img></a> 씨앗.doc"
    html = f"<td>{links}</td>"
    page = Page("http://x.test/", "http://x.test/", 200, "text/html", html, NOW)
    assert files_named(page, Tree(f"<table><tr>{html}</tr></table>")) == ("나눔결과.hwp", "씨앗.doc")


@pytest.mark.parametrize(
    ("box", "is_file"),
    [
        ("<figure><a href=/d><div></div><div>규칙.pdf</div><div>0.21MB</div></a></figure>", True),
        ("<p><a href=/d>규칙.pdf (1.2 MB)</a></p>", True),
        ("<p><a href=/d>규칙.pdf</a></p>", False),  # a link in a text says so too
        ("<p><a href=/d>규칙.pdf 0.21MB</a>를 보세요.</p>", False),
    ],
)
def test_a_box_of_a_file_in_a_text_is_told_by_its_size(box: str, is_file: bool) -> None:
    node = Tree(f"<div id=t>{box}</div>").css_first("#t > *")
    assert node is not None and is_file_box(node) is is_file


@pytest.mark.parametrize(
    ("fields", "asks"),
    [
        ("이름 <input name=n> 암호 <input type=password> <input name=memo size=45>", False),
        ("이름 <input name=n> 암호 <input type=password> <textarea></textarea>", False),
        ("아이디 <input name=id> 비밀번호 <input type=password>", True),
        ("비밀번호 <input type=hidden name=no value=12><input type=password>", True),
    ],
)
def test_a_form_for_a_comment_asks_for_more_than_a_password(fields: str, asks: bool) -> None:
    post = f"<div><h2>{TITLE}</h2><p>솔바람 2026-11-21 10:20</p><div>{TEXT}</div></div>"
    found = reading(f"{post}<form method=post>{fields}<input type=submit></form>")
    assert (found.refusal is Reason.FORM) is asks


SIDE = "".join(f"<li><a href=/board/notice/40{n}>{n}번째 알리는 글입니다</a> <em>11.2{n}</em></li>" for n in range(6))
HEAD = "<div><h3>11월 운영위원회 회의록</h3><p><span>사무국</span><span>2026.11.20</span></p>{}</div>"


@pytest.mark.parametrize(
    ("said", "closed"),
    [
        ("<p>글을 보시려면 로그인해 주세요.</p><form><input name=id><input type=password></form>", True),
        ("<p>이 글은 회원만 읽을 수 있습니다.</p><a href=/login>로그인</a>", True),
        ("<p>글을 쓰시려면 로그인해 주세요.</p>", False),
    ],
)
def test_a_page_for_members_is_not_the_list_beside_it(said: str, closed: bool) -> None:
    found = reading(f"{HEAD.format(said)}<div><ul>{SIDE}</ul></div>", "http://x.test/board/minutes/207", "노들")
    assert (found.refusal in (Reason.CLOSED, Reason.FORM)) is closed


@pytest.mark.parametrize(
    ("below", "comments"),
    [
        ("<h4>응원의 말 2</h4><p><b>은행</b> 2주 전</p><p><b>단풍</b> 1주 전</p><textarea></textarea>", 2),
        ("<h4>응원의 말 3</h4><p><b>은행</b> 2주 전</p><p><b>단풍</b> 1주 전</p><textarea></textarea>", None),
        ("<h4>함께 읽을 글 2</h4><p>은행 2주 전</p><p>단풍 1주 전</p>", None),  # nothing may be said here
        (
            "<h4>지난 소식 2</h4><p><a href=?no=3>은행</a> 2주 전</p><p><a href=?no=4>단풍</a> 1주 전</p>"
            "<textarea></textarea>",
            None,
        ),
    ],
)
def test_comments_of_any_name_are_as_many_as_their_moments(below: str, comments: int | None) -> None:
    body = Tree(f"<body><div id=t><p>글.</p></div><section>{below}</section></body>").css_first("#t")
    assert body is not None and comments_counted(body) == comments


def test_comments_in_a_table_inside_the_tables_of_the_page() -> None:
    rows = "<tr><td><b>들국화</b></td><td>고맙습니다!</td><td>2008-11-05 <a href='#'>x</a></td></tr>" * 2
    form = "<tr><td colspan=3><form><input name=n><input type=password><input name=memo></form></td></tr>"
    page = f"<table><tr><td><table><tr><td id=t>글.</td></tr></table><table>{rows}{form}</table></td></tr></table>"
    body = Tree(page).css_first("#t")
    assert body is not None and comments_below(body) == 2


def test_a_list_whose_links_hold_number_title_and_count_is_read_by_its_head() -> None:
    head = (
        "<ul><li><span>No.</span><span>Subject</span><span>Author</span><span>Date</span><span>Views</span></li></ul>"
    )
    row = (
        "<li><a href='/notice/?bmode=view&idx=11882{0}'><span>{0}</span><span><span>{0}월 숲 가꾸기 모임</span>"
        "<span>4</span><em>N</em></span></a><div><span>푸른솔</span></div><div>2026-11-1{0}</div><div>30{0}</div></li>"
    )
    rows = "".join(row.format(n) for n in range(1, 6))
    found = listing(f"<div><div>{head}<ul>{rows}</ul></div></div>", "http://x.test/notice", "숲")
    assert [item.title for item in found.items] == [f"{n}월 숲 가꾸기 모임" for n in range(1, 6)]
    assert [(item.author, item.views) for item in found.items] == [("푸른솔", 300 + n) for n in range(1, 6)]


def test_a_row_that_says_its_parts_again_for_telephones_keeps_them_apart() -> None:
    head = "<div><div>번호</div><div>제목</div><div>글쓴이</div><div>날짜</div><div>조회</div></div>"
    row = (
        "<div><div>{0}</div>"
        "<div><a href='/bbs/board.php?bo_table=talk&wr_id={0}'>{0}번째 나눔 이야기</a><span>+{0}</span></div>"
        "<div>달래</div><div>10:4{0}</div><div>12</div>"
        "<div><span>달래</span><span>조회 12</span><span>10:4{0}</span></div></div>"
    )
    rows = "".join(row.format(n) for n in range(1, 5))
    url = "http://x.test/bbs/board.php?bo_table=talk"
    found = listing(f"<form name=fboardlist><div>{head}{rows}</div></form>", url)
    assert [(item.author, item.views, item.comments) for item in found.items] == [("달래", 12, n) for n in range(1, 5)]


@pytest.mark.parametrize(
    ("row", "signed"),
    [
        ("<p>오피니언</p><p>유단오</p><p>11-26 15:05</p>", ("유단오", "오피니언")),
        ("<p>사진</p><p>하늬 사진기자</p><p>11-19 07:33</p>", ("하늬", "사진")),
        ("<p><span>편집국</span> <span>2026-11-12</span></p>", ("편집국", None)),
        ("<p>지역</p><p>조합원이 뽑은 열 곳</p><p>11-26 15:05</p>", (None, None)),
    ],
)
def test_who_signs_below_a_section_or_for_a_desk(row: str, signed: tuple[str | None, str | None]) -> None:
    node = Tree(f"<li>{row}</li>").css_first("li")
    assert node is not None
    words = "\n".join(part.text() for part in node.css("p"))
    assert signed_in(node, words, words.rpartition("\n")[2]) == signed


def test_the_heading_of_gnuboard_4_is_not_that_of_a_row_below() -> None:
    post = f"<table><tr><td><span style='font-weight:bold'>[영농] {TITLE}</span></td></tr>"
    row = "<tr><td class=subject><a href='?bo_table=b1&wr_id=9'>공정여행 해설사 보수교육 안내</a></td></tr>"
    line = "<tr><td>글쓴이 : 솔바람 날짜 : 26-11-12 15:22 조회 : 318</td></tr>"
    text = f"<tr><td><span id=writeContents>{TEXT}</span></td></tr></table>"
    body = f"{post}{line}{text}<table class=board_list>{row}</table>"
    url = "http://x.test/bbs/board.php?bo_table=b1&wr_id=12"
    found = article(body, url, f"솔내 > 사업단 소식 > {TITLE}")
    assert (found.title, found.category) == (TITLE, "영농")


@pytest.mark.parametrize(
    ("said", "comments", "views"),
    [
        ("3개의 댓글", 3, None),
        ("댓글 3개", 3, None),
        ("2 Comments", 2, None),
        ("답 4", 4, None),
        ("17명이 읽음", None, 17),
    ],
)
def test_a_count_may_stand_before_its_label(said: str, comments: int | None, views: int | None) -> None:
    post = article(f"<h2>{TITLE}</h2><p><b>솔바람</b><i>2026.11.21 10:20</i><i>{said}</i></p><div>{TEXT}</div>")
    assert (post.comments, post.views) == (comments, views)


def test_a_reporter_with_an_address_behind_the_name_is_the_writer() -> None:
    times = "<i>기사입력 : 2026-11-21 10:20</i><i>최종편집 : 2026-11-22 08:00</i>"
    line = f"<p><i>여은새 기자 (saebyeok@x.test)</i>{times}</p>"
    url = "http://x.test/bbs/board.php?bo_table=news&wr_id=12"
    post = article(f"<article id=bo_v><h2>{TITLE}</h2>{line}<div id=bo_v_con>{TEXT}</div></article>", url)
    assert post.author == "여은새"
    assert post.modified_at is not None and post.modified_at.day == 22


def test_the_menu_of_a_name_is_not_the_name() -> None:
    menu = "<ul><li><a href='/home'><b>솔바람</b>님의 홈</a></li><li><a href='/memo'>쪽지보내기</a></li></ul>"
    head = f"<h2>{TITLE}</h2><p><i><a href='#'>솔바람</a>{menu}</i><i>2026.11.21 10:20</i></p>"
    assert article(f"{head}<div>{TEXT}</div>").author == "솔바람"


@pytest.mark.parametrize("words", ["다운로드", "내려받기", "파일 받기"])
def test_a_link_that_only_says_what_it_does_is_called_as_the_file_beside_it(words: str) -> None:
    tree = Tree(f"<p>- 첨부 : <strong>시간장부(v3).xlsx</strong> (18K) <a href='/down?no=0'>{words}</a></p>")
    assert named_in(tree.css("a")) == ("시간장부(v3).xlsx",)


def test_a_download_without_a_name_beside_it_keeps_its_words() -> None:
    tree = Tree("<p>첨부 <a href='/down?no=0'>다운로드</a></p>")
    assert named_in(tree.css("a")) == ("다운로드",)


@pytest.mark.parametrize("heading", ["독자 의견 (1개)", "전체기사의견(1)"])
def test_the_unit_of_a_count_may_stand_in_its_brackets(heading: str) -> None:
    tree = Tree(f"<div id=t>{TEXT}</div><div><h4>{heading}</h4><p>고맙습니다</p></div>")
    body = tree.css_first("#t")
    assert body is not None
    assert comments_below(body) == 1


def test_the_board_stands_between_the_title_and_the_site() -> None:
    url = "http://x.test/bbs/board.php?bo_table=free&wr_id=502"
    body = f"<div><b>{TITLE}</b></div><div id=writeContents>{TEXT}</div>"
    assert article(body, url, f"{TITLE} - 자유게시판 > 솔내 협동조합").board == "자유게시판"


def test_the_deck_stands_below_the_headline_that_is_nearest_to_the_text() -> None:
    bar = f"<div><h2>{TITLE}</h2><ul><li>페이스북</li><li>URL 복사</li></ul></div>"
    deck = "<h3>조합원 백 명이 낸 배추 육백 포기</h3><h3>마을 부엌에서 사흘 동안</h3>"
    head = f"<div><h2>{TITLE}</h2>{deck}<ul><li>여은새 기자</li><li>등록 2026.11.21 10:20:00</li></ul></div>"
    url = "http://x.test/news/article.html?no=12"
    post = article(f"{bar}{head}<div id=news_body_area itemprop=articleBody>{TEXT}</div>", url)
    assert post.subtitles == ("조합원 백 명이 낸 배추 육백 포기", "마을 부엌에서 사흘 동안")


def test_what_a_reporter_says_below_the_copyright_is_no_text() -> None:
    tail = "<div>저작권자 © 솔내신문 무단전재 및 재배포 금지</div><div>여은새 기자<p>솔내읍을 발로 씁니다.</p></div>"
    url = "http://x.test/news/articleView.html?idxno=12"
    head = f"<h3 class=heading>{TITLE}</h3><ul class=infomation><li>여은새 기자</li><li>승인 2026.11.21 10:20</li></ul>"
    post = article(f"{head}<div id=article-view-content-div>{TEXT}{tail}</div>", url)
    assert post.body_text.endswith("이웃을 부릅니다.")


def test_a_deck_may_quote_and_stand_above_a_picture() -> None:
    deck = "<div>하루에 백 명이 쓰는 나눔냉장고<br>읍사무소 “국거리가 먼저 동난다”</div>"
    picture = "<div><img src=a.jpg><p>▲ 냉장고 앞에 선 이웃들 (사진=솔내)</p></div>"
    head = f"<h3 class=heading>{TITLE}</h3><ul class=infomation><li>여은새 기자</li><li>승인 2026.11.21 10:20</li></ul>"
    url = "http://x.test/news/articleView.html?idxno=12"
    post = article(f"{head}<div id=article-view-content-div>{deck}{picture}{TEXT}</div>", url)
    assert post.subtitles == ("하루에 백 명이 쓰는 나눔냉장고", "읍사무소 “국거리가 먼저 동난다”")
    assert post.body_text.startswith("배추 2 포기")


@pytest.mark.parametrize("where", ["article-head-nav", "breadcrumbs"])
def test_the_first_step_of_a_trail_is_the_section_the_last_the_category(where: str) -> None:
    nav = f"<nav class={where}><a href='/'>홈</a> <a href='/l?s=1'>사회</a> <a href='/l?s=2'>복지</a></nav>"
    head = f"<h3 class=heading>{TITLE}</h3><ul class=infomation><li>여은새 기자</li><li>승인 2026.11.21 10:20</li></ul>"
    url = "http://x.test/news/articleView.html?idxno=12"
    post = article(f"{nav}{head}<div id=article-view-content-div>{TEXT}</div>", url)
    assert (post.board, post.category) == ("사회", "복지")
