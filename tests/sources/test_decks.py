"""The 부제 of posts: some lines right below a headline, one line named so above a text; what is none."""

from __future__ import annotations

import pytest

from sources.articles.headline import first_heading
from sources.articles.signed import with_deck
from sources.blocks import Tree
from sources.page import Article
from sources.texts.subtitles import deck_above

TEXT = "<div id=t><p>마을 창고를 고친 도서관이 문을 열었다.</p></div>"
DECK = ("이웃이 모은 그림책 삼천 권", "낮에는 언제나 열린 마루")
LINES = f"{DECK[0]}<br>{DECK[1]}"


@pytest.mark.parametrize(
    ("below", "deck"),
    [
        (f"<div>{LINES}</div>", DECK),
        (f"<ul><li>{DECK[0]}</li><li>{DECK[1]}</li></ul>", DECK),
        (f"<h3>{LINES}</h3>", DECK),
        (f"<div>{DECK[0]}</div>", ()),  # one line may be anything
        ("<div>작성자 두레마을 나무늘보<br>조회 이백열두 번 넘게</div>", ()),
        ("<div>도서관이 어제 문을 열었다.<br>낮에는 언제나 열려 있다.</div>", ()),
        (f"<div>{DECK[0]}<br>2026.11.12 07:05</div>", ()),
        (f"<div><a href=/1>{DECK[0]}</a><br><a href=/2>{DECK[1]}</a></div>", ()),
    ],
)
@pytest.mark.parametrize("label", ["", "<span>책</span> "])
def test_lines_right_below_the_headline_of_a_post_are_its_deck(below: str, deck: tuple[str, ...], label: str) -> None:
    tree = Tree(f"<body><article><h1>{label}도서관이 문을 열다</h1>{below}<p>2026.11.12</p>{TEXT}</article>")
    body = tree.css_first("#t")
    assert body is not None
    assert with_deck(Article(title="도서관이 문을 열다", body_text="글."), body).subtitles == deck


@pytest.mark.parametrize(
    ("above", "deck"),
    [
        (f'<p class="lead">{DECK[0]}</p>', (DECK[0],)),
        (f"<p>{DECK[0]}</p>", ()),
        ('<p class="lead">마을에 도서관이 생겼다고 이웃들이 말했다.</p>', ()),
        (f'<div class="lead"><p>{DECK[0]}</p><p>{DECK[1]}</p></div>', DECK),
    ],
)
def test_a_line_named_so_alone_above_a_text_is_its_deck(above: str, deck: tuple[str, ...]) -> None:
    body = Tree(f"<body><div>{above}{TEXT}</div>").css_first("#t")
    assert body is not None and deck_above(body) == deck


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "<h2>도서관이 문을 열다 마을에</h2><h3>그림책 삼천 권</h3><h3>낮에는 열린 마루</h3>",
            "도서관이 문을 열다 마을에",
        ),
        ("<h3>도서관이 문을 열다 마을에</h3><h3>낮에는 열린 마루</h3>", "낮에는 열린 마루"),  # neither is larger
    ],
)
def test_of_headings_above_each_other_the_larger_is_the_title(above: str, title: str) -> None:
    body = Tree(f"<body><div>{above}<p>2026.11.12</p>{TEXT}</div>").css_first("#t")
    assert body is not None
    heading = first_heading(body, "마을신문")
    assert heading is not None and heading.text() == title
