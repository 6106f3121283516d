"""Who wrote an article, where a page says it beside a role, under the text, or among words that are no names."""

from __future__ import annotations

import pytest

from sources.articles.signed import signed_below
from sources.blocks import Tree
from sources.texts.newslines import Lines, own_lines
from sources.texts.reporters import byline_name, looks_like_a_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("단오름 기자", "단오름"),
        ("단오름 취재기자", "단오름"),
        ("단오름 | 취재기자 | 촬영 : 곰솔", "단오름"),
        ("단오름 | 살림팀 기자", "단오름"),
        ("입력 | 취재기자", None),
        ("살림팀 기자", None),
        ("박진국 기자", "박진국"),
    ],
)
def test_a_kind_of_reporter_or_a_desk_is_no_name(line: str, name: str | None) -> None:
    assert byline_name(line) == name


@pytest.mark.parametrize("word", ["전체기사", "기사제보", "신문게재", "추천하기"])
def test_labels_of_four_letters_are_no_names(word: str) -> None:
    assert not looks_like_a_name(word)


def test_a_credit_that_closes_a_text_says_who_wrote() -> None:
    said = "마을이 모여 마당을 쓸었다고 이장은 말했다."
    assert own_lines([said, "글·사진=단오름기자 dan@paper.test"]) == Lines((said,), author="단오름")
    assert own_lines([said, "사진=단오름 기자", "“”"]).text == (said,)


CARD = """<div><p><b>단오름</b><span>{role}</span><button>구독 12</button></p>
<p>제보: tip@paper.test 언제나 받습니다, 하루 안에 답합니다</p></div>"""


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("<p><b>늦나래</b> <i>dan@paper.test</i></p>", None),  # begins with no surname
        ("<p><b>남궁단</b> <i>dan@paper.test</i></p>", "남궁단"),
        (CARD.format(role="살림팀 기자"), "단오름"),
        (CARD.format(role="기자의 다른 기사"), None),
    ],
)
@pytest.mark.parametrize("boxes", [0, 1])
def test_who_is_named_below_a_text_wrote_it(below: str, name: str | None, boxes: int) -> None:
    text = "<div>" * boxes + "<div id=t><p>글을 적었다.</p></div>" + "</div>" * boxes
    body = Tree(f"<body>{text}{below}").css_first("#t")
    assert body is not None and signed_below(body) == name
