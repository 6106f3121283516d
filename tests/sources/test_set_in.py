"""What stands inside a text and is none of it: buttons, forms for letters, labelled boxes, the end of a newsletter."""

from __future__ import annotations

import pytest

from sources.blocks import Tree, text_of
from sources.page import Article
from sources.texts.boards import without_captions, without_inserts
from sources.texts.newsbody import read_body

SAID = "마을 창고를 고친 도서관이 문을 열었다."
MORE = "책은 이웃들이 삼천 권을 모았고 문은 날마다 낮에 연다."
DRESSED = 'style="background:#123;padding:8px 20px"'
BOXES = [
    ("<div><div>광고</div><div>햇마늘 한 접 예약 받습니다 — 이만 원</div></div>", True),
    ("<div><div>광고</div><div>광고를 싣지 않기로 했다고 신문은 밝혔다.</div></div>", False),
    (f'<div><a href="/ask" {DRESSED}>의견 남기기</a></div>', True),
    ('<div><a href="/ask" class="main_btn">의견 남기기</a></div>', True),
    ('<div><a href="/ask">의견 남기기</a></div>', False),
    (f'<div>아래를 눌러 <a href="/ask" {DRESSED}>의견 남기기</a></div>', False),
    ('<div><p>마을 편지</p><p>달마다 보내 드립니다.</p><form><input type="email"></form></div>', True),
    ("<div><p>마을 편지</p><p>달마다 보내 드립니다.</p></div>", False),
]


@pytest.mark.parametrize(("box", "out"), BOXES)
def test_what_is_set_into_an_article(box: str, out: bool) -> None:
    body = Tree(f"<body><div id=t><p>{SAID}</p>{box}<p>{MORE}</p></div>").css_first("#t")
    assert body is not None
    assert (read_body(body).text == f"{SAID}\n{MORE}") is out


@pytest.mark.parametrize(("box", "out"), BOXES)
def test_what_is_set_into_a_post(box: str, out: bool) -> None:
    body = Tree(f"<body><div id=t><p>{SAID}</p>{box}<p>{MORE}</p></div>").css_first("#t")
    assert body is not None
    post = without_inserts(Article(title="도서관", body_text=text_of(body)), body)
    assert (post.body_text == f"{SAID}\n{MORE}") is out


@pytest.mark.parametrize(("last", "out"), [("<a href=/bye>수신거부</a>", True), ("<a href=/ask>오시는 길</a>", False)])
def test_the_frame_of_a_newsletter_is_no_text(last: str, out: bool) -> None:
    foot = f"<tr><td style='color:#888'><p>두레마을협동조합</p><p>마을길 3</p><p>{last}</p></td></tr>"
    rows = f"<tr><td><a href=/3>웹에서 보기</a></td></tr><tr><td>{SAID}</td></tr><tr><td>{MORE}</td></tr>{foot}"
    body = Tree(f"<body><table id=t>{rows}</table>").css_first("#t")
    assert body is not None
    assert (read_body(body).text == f"{SAID}\n{MORE}") is out


@pytest.mark.parametrize(
    "picture",
    [
        "<div><img src=1.jpg></div><div><span>저녁 종을 치는 아이들</span></div>",
        "<section><div><img src=1.jpg></div></section><div class='pic-desc'>저녁 종을 치는 아이들</div>",
    ],
)
def test_the_words_under_a_picture_in_a_box_of_its_own_are_its_caption(picture: str) -> None:
    body = Tree(f"<body><div id=t><p>{SAID}</p><div class=e>{picture}</div><p>{MORE}</p></div>").css_first("#t")
    assert body is not None
    read = read_body(body)
    assert (read.text, read.captions) == (f"{SAID}\n{MORE}", ("저녁 종을 치는 아이들",))


@pytest.mark.parametrize(("mark", "captions"), [("△ ", ("저녁 종을 치는 아이들",)), ("", ())])
def test_a_row_below_a_picture_is_its_caption_where_an_arrow_says_so(mark: str, captions: tuple[str, ...]) -> None:
    words = f"{mark}저녁 종을 치는 아이들"
    table = f"<table><tr><td><img src=1.jpg></td></tr><tr><td>{words}</td></tr></table>"
    body = Tree(f"<body><div id=t><p>{SAID}</p>{table}</div>").css_first("#t")
    assert body is not None
    post = without_captions(Article(title="종", body_text=f"{SAID}\n{words}"), body)
    assert post.image_captions == captions
