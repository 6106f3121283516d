"""Round-ups of papers: only the items of ours are told, and a story about us keeps all of its own."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))
ITEMS = (
    "◆햇살장터=새솔협동조합은 18일 오전 10시 은빛공원에서 ‘햇살장터’를 연다. 조합원 20명이 물건을 낸다.\n\n"
    "◆민방위 훈련=오는 16일 오후 2시 사이렌이 울리면 15분 동안 통행이 제한된다.\n\n"
    "◆달리기 대회=19일 오전 8시 강변에서 ‘은빛 달리기 대회’가 열린다. 도로 일부를 막는다.\n"
)


def titles(title: str, text: str, channel: str = "news") -> set[str]:
    found = read(Document("x", channel, title, text, PUBLISHED)).events
    return {e.title or "" for e in found if e.role == "main"}


@pytest.mark.parametrize("title", ["[군정 단신] 은빛군 소식", "[간추린 소식]", "이번 주 은빛군"])
def test_items_of_others_are_left_out(title: str) -> None:
    assert titles(title, ITEMS) == {"햇살장터"}


@pytest.mark.parametrize(
    ("title", "text", "channel"),
    [
        ("새솔협동조합 이번 주 소식", ITEMS, "news"),  # all of it is ours
        ("[군정 단신] 은빛군 소식", "새솔협동조합이 알려 온 세 가지다.\n\n" + ITEMS, "news"),
        ("[이번 주] 소식", ITEMS, "board"),
        ("은빛군 봄 나들이 한마당", ITEMS, "news"),  # no round-up
    ],
)
def test_a_story_about_us_keeps_all(title: str, text: str, channel: str) -> None:
    assert any("달리기" in t for t in titles(title, text, channel))


def test_an_item_of_the_theme_of_a_title_stays() -> None:
    assert any("달리기" in t for t in titles("[사진으로 보는 한 주] 강변에서 보낸 봄", ITEMS))
