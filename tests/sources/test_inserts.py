"""What papers set into a text and around it; who wrote a column; where leads of other articles stand beside one."""

from __future__ import annotations

from datetime import datetime

import pytest

from sources.blocks import Tree
from sources.families.unknown import key
from sources.lists.rowtitles import whole_of
from sources.lists.slugs import with_short_slugs
from sources.page import Page
from sources.reading import read
from sources.texts.inserts import asks_to_follow, is_labelled_advertisement
from sources.texts.newsbody import read_body
from sources.texts.newsheader import contributor, title_tag
from sources.texts.prose import container
from sources.texts.subtitles import deck_in_header, subtitles_between

NOW = datetime.fromisoformat("2026-11-22T12:00:00+09:00")
PROSE = "마을 창고를 고친 도서관이 문을 열었다. 책은 이웃들이 삼천 권을 모았다. 문은 날마다 낮에 연다."


def page(html: str, url: str = "https://a.test/read/open-library") -> Page:
    return Page(url, url, 200, "text/html", html, NOW)


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ("<div>[광고] <a href=/x>가을 배추 예약</a></div>", True),
        ("<div><small>후원 광고</small><a href=/x>가을 배추 예약</a></div>", True),
        ("<div>광고 <a href=/x>가을 배추 예약</a> 신청을 받는다.</div>", False),
        ("<div>광고 없는 <a href=/x>마을 신문</a></div>", False),
        ("<div>[광고] 말만 있다</div>", False),
    ],
)
def test_a_label_and_a_link_are_an_advertisement(box: str, told: bool) -> None:
    node = Tree(f"<body>{box}").css_first("div")
    assert node is not None and is_labelled_advertisement(node) is told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>글이다.</p><p>[AD] 나무시장 묘목 예약</p><p>끝이다.</p>", "글이다.\n끝이다."),
        ("<p>글이다.</p><div><span>AD</span> 김장축제 11.28</div><p>끝이다.</p>", "글이다.\n끝이다."),
        ("<p>[광고] 없는 신문을 만든다.</p><p>끝이다.</p>", "[광고] 없는 신문을 만든다.\n끝이다."),
        ("<p><b>광고</b>를 싣지 않는다.</p><p>끝이다.</p>", "광고를 싣지 않는다.\n끝이다."),
        ("<p>글이다.</p><dl><dt><img src=a.jpg></dt><dd>▲ 고친 복도</dd></dl><p>끝이다.</p>", "글이다.\n끝이다."),
        ("<p>글이다.</p><dl><dt>때</dt><dd>▲ 이틀 뒤</dd></dl><p>끝이다.</p>", "글이다.\n때\n▲ 이틀 뒤\n끝이다."),
    ],
)
def test_labelled_words_and_pictures_in_lists_are_no_text(text: str, left: str) -> None:
    body = Tree(f"<body><div id=t>{text}</div>").css_first("#t")
    assert body is not None and read_body(body).text == left


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("[노을신문 유튜브 채널 구독하고 소식 받아 보세요]", True),
        ("아침마다 노을신문을 카카오톡으로 받아 보세요 ▶ 채널 추가", True),
        ("조합은 유튜브 채널 구독자가 백 명을 넘었다.", False),
        ("참가 신청은 전화로 받는다.", False),
    ],
)
def test_calls_to_follow_a_paper_are_told_from_prose(line: str, asks: bool) -> None:
    assert asks_to_follow(line) is asks


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("강나래 두레협동조합 이사장", "강나래"),
        ("고은별 들꽃마을 작은도서관 관장", "고은별"),
        ("이웃 사람들 대표", None),
        ("강나래 기자", None),
        ("나눔 장터 여는 두레협동조합 이사장과 조합원", None),
    ],
)
def test_a_name_before_body_and_post_is_who_wrote(words: str, name: str | None) -> None:
    assert contributor(words) == name


@pytest.mark.parametrize(
    ("said", "tag"),
    [("노을신문에 오신 것을 환영합니다", ""), ("귀촌 이웃을 환영합니다", "귀촌 이웃을 환영합니다")],
)
def test_a_greeting_is_no_title(said: str, tag: str) -> None:
    assert title_tag(Tree(f"<title>{said}</title><body>")) == tag


@pytest.mark.parametrize(
    "beside",
    [
        "<b>많이 본 소식</b><br>{leads}",
        "<ol><li><a href=/read/a>다른 기사 제목</a><br>{leads}</li></ol>",
        "<dl><dt><a href=/read/a>다른 기사의 제목</a></dt><dd>{leads}</dd></dl>",
        "<div><a href=/read/a>다른 기사의 제목</a><span>{leads}</span></div>",
    ],
)
def test_leads_of_other_articles_are_no_text_however_much_they_say(beside: str) -> None:
    leads = beside.format(leads="시는 담당 부서와 함께 모든 골목을 살핀다고 했다. " * 5)
    tree = Tree(f"<table><tr><td id=own>{PROSE}</td><td id=side>{leads}</td></tr></table>")
    found, _ = container(page(tree.html or ""), tree, None)
    assert found is not None and "도서관" in found.text() and "골목" not in found.text()


def test_a_link_at_the_head_of_a_paragraph_makes_no_lead_of_it() -> None:
    text = f"<p><a href=/x>두레협동조합 누리집</a>에 실린 이야기다. {PROSE}</p><p>{PROSE}</p>"
    tree = Tree(f"<div id=own>{text}</div><div><p>바닥글은 여기에 짧게 적어 둔다.</p></div>")
    found, _ = container(page(tree.html or ""), tree, None)
    assert found is not None and "두레협동조합" in found.text()


def test_short_slugs_lead_to_documents_where_long_ones_of_the_folder_do() -> None:
    links = "".join(f"<a href=/read/{slug}>글</a>" for slug in ("a-long-story", "two-old-bakers", "three-trees-x"))
    around = "<a href=/about/our-team>사람들</a><a href=/read/pond>못</a><a href=/read/old-mill>방앗간</a>"
    shown = page(f"<body>{links}{around}", "https://a.test/archive?topic=together")
    found = with_short_slugs(shown, Tree(shown.text), key, lambda url: f"named:{url}")
    assert found("https://a.test/read/old-mill") == "named:https://a.test/read/old-mill"
    assert found("https://a.test/read/pond") is None and found("https://a.test/about/our-team") is None
    alone = page(f"<body>{around}", "https://a.test/archive?topic=together")
    assert with_short_slugs(alone, Tree(alone.text), key, lambda url: url)("https://a.test/read/old-mill") is None


def test_a_cut_title_is_completed_by_what_its_link_says_when_pointed_at() -> None:
    row = Tree(
        "<li><a title='밤 열 시까지 여는 마을 부엌, 한 해의 기록'>밤 열 시까지 여는 마을 부엌…</a></li>"
    ).css_first("li")
    assert row is not None
    assert whole_of("밤 열 시까지 여는 마을 부엌…", row) == "밤 열 시까지 여는 마을 부엌, 한 해의 기록"
    assert whole_of("밤 열 시까지 여는 마을 부엌", row) == "밤 열 시까지 여는 마을 부엌"


ALIKE = "<p class=s>밥값은 삼천 원으로</p><p class=s>설거지는 다 함께 한다</p>"


@pytest.mark.parametrize(
    ("between", "subtitles"),
    [
        (f"{ALIKE}<p>2026.11.20 14:30</p>", ("밥값은 삼천 원으로", "설거지는 다 함께 한다")),
        (f"{ALIKE}<p>오늘의 날씨는 맑음</p>", ()),
        ("<div><a>페이스북</a><a>밴드</a><a>카카오톡</a></div><p>강나래 기자</p>", ()),
    ],
)
def test_lines_set_alike_above_the_day_are_the_subtitle_and_buttons_are_not(
    between: str, subtitles: tuple[str, ...]
) -> None:
    tree = Tree(f"<body><h1>마을 부엌이 문을 열었다</h1>{between}<div id=t><p>{PROSE}</p></div>")
    assert subtitles_between(tree.css_first("h1"), tree.css_first("#t")) == subtitles


@pytest.mark.parametrize(
    ("line", "subtitles"),
    [
        ("두 뼘 문 뒤에 그림책 사백 권", ("두 뼘 문 뒤에 그림책 사백 권",)),
        ("강나래 26-11-03 14:02", ()),
        ("작성자 강나래 조합원", ()),
    ],
)
def test_the_line_below_a_heading_in_its_header_is_the_subtitle(line: str, subtitles: tuple[str, ...]) -> None:
    tree = Tree(f"<body><header><h2>금고를 책 저금통으로</h2><p>{line}</p></header><div id=t><p>{PROSE}</p></div>")
    body = tree.css_first("#t")
    assert body is not None and deck_in_header(body) == subtitles


def test_a_warning_on_a_press_refuses_no_page_of_words() -> None:
    script = "<script>function copy(){alert('주소가 복사되었습니다.')}</script>"
    url = "https://a.test/news/articleView.html?idxno=70011"
    header = "<h2>마을 부엌이 문을 열었다</h2><p>강나래 기자 승인 2026.11.20 14:30</p>"
    text = f"<p>{PROSE}</p>" * 12
    html = f"<title>마을 부엌이 문을 열었다</title>{script}<body>{header}<div>{text}</div></body></html>"
    shown = read(page(html, url))
    assert shown.article is not None and shown.article.title == "마을 부엌이 문을 열었다"
    gone = read(page(f"<script>alert('삭제된 기사입니다.');history.back()</script><body>{header}", url))
    assert gone.refusal is not None


PINNED = "<div><b>공지</b> <a href='/news/articleView.html?idxno=300'>글 받습니다</a> 2026-10-05</div>"
TOP = "<div><b>머리기사</b> <a href='/news/articleView.html?idxno=301'>첫눈이 내렸다</a></div>"


@pytest.mark.parametrize(("above", "notices"), [(PINNED, [True, False, False, False]), (TOP, [False, False, False])])
def test_notices_in_a_box_above_a_list_of_a_paper_are_told_by_their_label(above: str, notices: list[bool]) -> None:
    rows = "".join(
        f"<li><h4 class=titles><a href='/news/articleView.html?idxno={n}'>마을 소식 {n}호</a></h4>"
        f"<em>2026.11.{n - 380}</em></li>"
        for n in (400, 399, 398)
    )
    html = f"<body><main>{above}<ul class=type2>{rows}</ul></main>"
    shown = read(page(html, "https://a.test/news/articleList.html?sc_section_code=S1N1"))
    assert shown.listing is not None and [item.notice for item in shown.listing.items] == notices
