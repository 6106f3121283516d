"""Which lines are the page's and which the article's own."""

from __future__ import annotations

import pytest

from pipelines.extract.boilerplate import split_lines


def kind_of(words: str) -> str:
    text = f"다음과 같이 알립니다.\n{words}\n많은 관심 바랍니다."
    return split_lines(text, "")[1].kind


@pytest.mark.parametrize(
    "words",
    [
        "등록 2024-03-02 10:11",
        "등록일: 2024.03.02",
        "김한들 기자 등록 2024.03.02 10:11",
        "한들신문 | 등록: 2024.03.02 10:11",
        "입력 2024.03.02 10:11",
    ],
)
def test_when_a_page_was_posted_is_not_the_article(words: str) -> None:
    assert kind_of(words) == "meta"


@pytest.mark.parametrize(
    "words",
    [
        "라. 입후보 등록: 2024. 3. 12.(화) ~ 3. 15.(금)",
        "○ 참가팀 등록 : 2024. 5. 2.까지",
        "- 후보등록 2024. 3. 12.까지 서면으로",
    ],
)
def test_who_has_to_register_until_when_is(words: str) -> None:
    assert kind_of(words) == "text"
