"""What is told by how a page is laid out, by an engine's own script or by where it keeps its files, not by names."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.articles.headline import whole_title
from sources.blocks import Tree
from sources.lists.rowlines import signed_in
from sources.metadata.boardname import board_name
from sources.metadata.comments import comments_below
from sources.page import Article, Item, Page
from sources.reading import read
from sources.texts.subtitles import subtitles_between

NOW = datetime.fromisoformat("2026-11-26T12:00:00+09:00")
TITLE = "겨울나기 준비를 시작합니다"
TEXT = "".join(f"<p>마을 사람들이 모여 배추 {n} 포기를 절였습니다. 모두 즐거웠다고 말했습니다.</p>" for n in range(3))
LAST = "모두 즐거웠다고 말했습니다."
BLOG = "https://blog.naver.com/PostView.naver?blogId=solnae&logNo=223900112233"


def page(body: str, url: str, head: str = f"<title>{TITLE}</title>") -> Page:
    return Page(url, url, 200, "text/html", f"<html><head>{head}</head><body>{body}</body></html>", NOW)


def article(body: str, url: str, head: str = f"<title>{TITLE}</title>") -> Article:
    found = read(page(body, url, head)).article
    assert found is not None
    return found


def naver(parts: str, below: str = "") -> Article:
    """A post of Editor ONE whose parts are called nothing, below the list that blogs set above each post."""
    listed = f"<div><table><tr><td><a href='#'>{TITLE}</a></td><td>2026. 11. 24.</td></tr></table></div>"
    told = "<span><a href='#'>도담</a></span><i> ・ </i><span>2026. 11. 24. 11:36</span><a href='#'>이웃추가</a>"
    head = f"<div><div><a href='#'>장독 모임</a></div><div><div><p>{TITLE}</p></div></div><div>{told}</div></div>"
    return article(
        f"{listed}<div>{head}<div>{TEXT}{parts}</div></div>{below}", BLOG, f"<title>{TITLE} : 블로그</title>"
    )


def test_a_post_of_editor_one_is_read_by_its_layout() -> None:
    found = naver("", "<div><a href='#'>댓글 <em>6</em></a></div>")
    assert (found.title, found.author, found.category, found.comments) == (TITLE, "도담", "장독 모임", 6)
    assert found.published_at is not None and f"{found.published_at:%d %H:%M}" == "24 11:36"
    assert found.body_text.startswith("마을 사람들이") and found.body_text.endswith(LAST)


@pytest.mark.parametrize(
    ("part", "captions", "files", "last"),
    [
        ("<div><a href='#'><img src=a.jpg></a><div><p>첫날 장독대</p></div></div>", ("첫날 장독대",), (), LAST),
        ("<div><a href='#'><div><b>체험 신청서</b><b>.hwp</b></div></a></div>", (), ("체험 신청서.hwp",), LAST),
        ("<div><a href='#'><strong>솔내마을</strong><p>솔내군 돌담길 7</p></a></div>", (), (), LAST),
        ("<div><p>물음은 <a href='#'>여기</a>로.</p></div>", (), (), "물음은 여기로."),
    ],
)
def test_pictures_and_cards_of_editor_one_are_no_text(
    part: str, captions: tuple[str, ...], files: tuple[str, ...], last: str
) -> None:
    found = naver(part)
    assert (found.image_captions, found.attachments) == (captions, files)
    assert found.body_text.rpartition("\n")[2].endswith(last)


@pytest.mark.parametrize(
    ("label", "category"),
    [
        ('"장독 모임"', "장독 모임"),
        ('"살림\\/장독 모임"', "장독 모임"),
        ('"\\uc7a5\\ub3c5"', "장독"),
        ('"\\ud83c"', None),
    ],
)
def test_the_script_of_a_blog_of_tistory_tells_the_category(label: str, category: str | None) -> None:
    script = f'<script>window.T.entryInfo = {{"entryId":148,"isAuthor":false,"categoryLabel":{label}}};</script>'
    sign = "<script src='https://t1.daumcdn.net/tistory_admin/a.js'></script>"
    post = f"<div class=tt_article_useless_p_margin>{TEXT}</div>"
    found = article(f"{script}{sign}<h1>{TITLE}</h1><p>2026. 11. 24. 11:36</p>{post}", "https://x.test/148")
    assert found.category == category


@pytest.mark.parametrize(
    ("sign", "family"),
    [
        ("<script src=/eyoom/theme/eb4_basic/js/app.js></script>", "eyoom"),
        ("<link rel=stylesheet href=/theme/eb4_basic/css/style.css>", "eyoom"),
        ("<meta property=og:id content=41>", "wordpress"),
    ],
)
def test_where_a_theme_of_eyoom_keeps_its_files_decides_beside_a_file_of_wordpress(sign: str, family: str) -> None:
    head = f"<title>{TITLE} > 사랑방 | 솔내</title><link rel=stylesheet href=/blog/wp-content/a.css>{sign}"
    assert read(page(f"<h1>{TITLE}</h1>{TEXT}", "http://x.test/free/12", head)).family == family


@pytest.mark.parametrize(
    ("shown", "said", "title"),
    [
        ("겨울나기 준비를 시작…", f"{TITLE} - 솔내신문", TITLE),
        ("겨울나기 준비를 시작...", TITLE, TITLE),
        ("겨울나기 준비를 시작…", "겨울나기 준비를 시작… - 솔내신문", "겨울나기 준비를 시작…"),
        ("겨울나기 준비를 시작…", "봄맞이 준비를 시작합니다", "겨울나기 준비를 시작…"),
        (TITLE, f"{TITLE} 올해도", TITLE),
    ],
)
def test_a_title_that_its_skin_has_cut_is_whole_in_the_head_of_the_page(shown: str, said: str, title: str) -> None:
    head = f'<meta property="og:title" content="{said}"><meta property="og:site_name" content="솔내신문">'
    assert whole_title(shown, Tree(f"<html><head>{head}</head></html>")) == title


def rows(*titles: str, before: str = "") -> tuple[Item, ...]:
    """The items of a board's list whose links hold all this, with something between the title and the day."""
    shown = "".join(
        f"<li>{before}<p><a href='board.php?bo_table=free&wr_id={40 - n}'>{title}</a></p><b>살림꾼</b>"
        f"<i>2026-11-{20 - n}</i></li>"
        for n, title in enumerate(titles)
    )
    url = "http://x.test/bbs/board.php?bo_table=free"
    found = read(page(f"<form name=fboardlist><ul>{shown}</ul></form>", url)).listing
    assert found is not None
    return found.items


@pytest.mark.parametrize(
    "behind",
    [
        "<i>N<b>새글</b></i>",
        "<span><b>댓글</b>4<b>개</b></span>",
        "<span><b>댓글</b>4<b>개</b></span><i>N<b>새글</b></i>",
    ],
)
def test_flags_and_counts_with_words_for_screen_readers_are_no_title(behind: str) -> None:
    assert [item.title for item in rows(f"늦가을 나들이{behind}", "김장 품앗이")] == ["늦가을 나들이", "김장 품앗이"]


@pytest.mark.parametrize(
    ("said", "reply", "secret"),
    [("<b>답변글</b>", True, False), ("<b>비밀글</b>", False, True), ("<b>새글</b>", False, False)],
)
def test_a_word_for_screen_readers_tells_answers_and_secrets(said: str, reply: bool, secret: bool) -> None:
    first = rows(f"{said}김장 품앗이", "난로 고치기")[0]
    assert (first.title, first.reply, first.secret) == ("김장 품앗이", reply, secret)


@pytest.mark.parametrize(
    ("row", "signed"),
    [
        ("<em>오피니언</em><em>기고</em><em>10.08 13:13</em>", ("기고", "오피니언")),
        ("<b>독자투고</b><i>11월 23일 08:30</i>", ("독자투고", None)),
        ("<b>기고</b><i>스무 마을의 겨울</i>", (None, None)),
    ],
)
def test_what_a_reader_sent_in_is_signed_so_right_before_the_day(row: str, signed: tuple[str | None, str]) -> None:
    node = Tree(f"<body><div id=r>{row}</div></body>").css_first("#r")
    assert node is not None
    assert signed_in(node, "", "") == signed


@pytest.mark.parametrize(
    ("below", "comments"),
    [
        ("<table><tr><td><b>독자의견</b> (전체 3건)</td></tr><tr><td><textarea></textarea></td></tr></table>", 3),
        (
            "<section><h2>의견나누기</h2><article><b>구름</b><i>26-11-20 20:15</i><p>고마워요.</p></article></section>",
            1,
        ),
    ],
)
def test_comments_below_headings_of_newspapers_are_counted(below: str, comments: int) -> None:
    body = Tree(f"<body><div id=t>{TEXT}</div>{below}</body>").css_first("#t")
    assert body is not None
    assert comments_below(body) == comments


@pytest.mark.parametrize(
    ("title", "board"),
    [
        ("학교협동조합 한마당 운영 결과를 알려 드립니다", "학교협동조합"),
        ("학교협동조합 한마당", "교육활동"),  # the last step is the title, cut without a sign
    ],
)
def test_a_title_may_begin_with_the_name_of_its_board(title: str, board: str) -> None:
    step = "학교협동조합" if board == "학교협동조합" else "학교협동조합 한마"
    trail = f"<ul class=location><li>홈</li><li>교육활동</li><li>{step}</li></ul>"
    where = page(
        f"{trail}<h3>{title}</h3>{TEXT}", "http://x.test/na/ntt/selectNttInfo.do?nttSn=12", "<title>학교</title>"
    )
    assert board_name(where, Tree(where.text), title) == board


NEWS = "http://x.test/news/view.php?idx=3310"


def test_whose_a_picture_is_does_not_end_the_text_around_it() -> None:
    figure = "<figure><img src=a.jpg><figcaption>↑↑ 쉼터에 모인 사람들</figcaption><span>ⓒ 솔내신문</span></figure>"
    told = "<p>여은새 기자 | 입력 2026-11-20 10:11</p>"
    found = article(f"<main><h1>{TITLE}</h1>{told}<div>{TEXT}{figure}<p>{LAST}</p></div></main>", NEWS)
    assert found.body_text.count("\n") == 3 and found.image_captions == ("쉼터에 모인 사람들",)


def test_a_table_with_the_picture_and_the_address_of_a_reporter_is_no_caption() -> None:
    box = (
        "<table><tr><td><img src=u.png></td><td><b>여은새</b> <a href='mailto:a@x.test'>a@x.test</a></td></tr></table>"
    )
    found = article(f"<main><h1>{TITLE}</h1><p>입력 2026-11-20 10:11</p><div>{TEXT}{box}</div></main>", NEWS)
    assert found.image_captions == () and found.body_text.endswith(LAST)


def test_a_deck_in_sentences_hides_no_day_below_it() -> None:
    deck = "물건 둘 곳이 없던 골목 가게들이 창고 하나를 함께 빌려 나누어 썼다. 이백 날 동안 적어 둔 기록이다."
    facts = "<dl><dt>글쓴이</dt><dd>도담</dd><dt>올린 날</dt><dd>2026.11.17 08:20</dd></dl>"
    head = f"<header><h2>{TITLE}</h2><p class=story__lead>{deck}</p>{facts}</header>"
    comment = "<section><h3>덧글 1</h3><p>고맙습니다.</p><time>2026.11.17 12:31</time></section>"
    body = f"<article>{head}<div>{TEXT}</div></article>{comment}"
    found = article(body, "http://x.test/stories/2026-1117")
    assert found.published_at is not None and f"{found.published_at:%H:%M}" == "08:20"
    assert found.subtitles == (deck,)
    tree = Tree(body)
    assert subtitles_between(tree.css_first("h2"), tree.css_first("div")) == (deck,)


def test_a_day_of_related_posts_is_not_that_of_a_post_whose_header_stands_elsewhere() -> None:
    head = (
        f"<title>{TITLE}</title><link href='/wp-content/a.css' rel=stylesheet><link rel=shortlink href='/?p=5127'>"
        '<meta property="article:published_time" content="2026-11-04T21:15:40+00:00">'
    )
    own = "<time class='entry-date updated' datetime='2026-11-05T06:15:40+09:00'>2026년 11월 05일</time>"
    day = "<time class=entry-date datetime='2026-11-03T00:10:00+09:00'>2026년 11월 03일</time>"
    column = f"<div class=td-post-content>{TEXT}</div><h3 class=entry-title><a href=/9>두부</a></h3>{day}"
    body = f"<header><h1 class=entry-title>{TITLE}</h1>{own}</header><div>{column}</div>"
    found = article(body, "http://x.test/archives/5127", head)
    assert found.published_at is not None and f"{found.published_at:%d %H:%M}" == "05 06:15"


def test_a_text_of_mangboard_in_boxes_may_hold_a_table() -> None:
    table = "<table><tr><td>분야</td><td>인원</td></tr></table>"
    head = "<div id=mb_village_tr_title><h3>겨울나기 준비를 시작합니다</h3></div>"
    script = '<link href=/wp-content/a.css rel=stylesheet><script>mb_options["board_name"] = "village";</script>'
    body = (
        f"{script}<div class=mb-board>{head}<div class=content-box id=mb_village_tr_content>{TEXT}{table}</div></div>"
    )
    assert article(body, "http://x.test/a/?vid=64").body_text.endswith("분야\t인원")


def test_tags_with_the_icon_of_a_category_are_none() -> None:
    told = "<span class=sv_member>고구마농부</span><i class='fas fa-clock'></i>2026-11-19 21:07"
    tags = "<div><i class='fas fa-tags'></i><a href='http://x.test/tag/?tag=건조기'><span>건조기</span></a></div>"
    head = f"<h4><span>[살림]</span> <strong>{TITLE}</strong></h4><div class=board-view-info>{told}</div>{tags}"
    post = f"<article class=board-view>{head}<div class=board-view-con>{TEXT}</div></article>"
    body = f"<h1>{TITLE} > 이야기방 | 솔내</h1>{post}"
    url = "http://x.test/bbs/board.php?bo_table=talk&wr_id=873"
    assert article(body, url, f"<title>{TITLE} > 이야기방 | 솔내</title>").category == "살림"
