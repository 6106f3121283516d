"""A further day whose likeliest name another event has: its own other name, a part of a run, or the event once more."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str) -> dict[str, Event]:
    found = read(Document("x", "news", title, text, PUBLISHED)).events
    return {str(e.start)[:10]: e for e in found if e.role == "main"}


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        (
            "한들협동조합이 14일부터 18일까지 한들 협동조합 주간을 연다.\n\n16일은 ‘조합원 책 읽는 밤’. "
            "저녁 7시 30분 골목책방 두레다.\n",
            "2024-05-16",
            "책 읽는 밤",
        ),
        (
            "가람시 먹거리협동조합은 14일 오후 2시 가람회관에서 먹거리 토론회를 연다. 장을 잘 보는 법을 이야기한다.\n\n"
            "멀리 사는 이웃을 위해 21일 저녁 7시 새터마을 회관에서 다시 만난다.\n",
            "2024-05-21",
            "토론회",
        ),
    ],
    ids=["a part of a run", "once more"],
)
def test_a_day_of_its_own_is_told(text: str, day: str, words: str) -> None:
    assert words in events(text, "한들 소식")[day].title


def test_hours_and_last_days_are_no_further_events() -> None:
    text = (
        "한들협동조합은 14일 오후 7시 한들회관에서 협동조합 학교를 연다. 목요일마다 다섯 주, 6월 13일에 마친다.\n"
        "날마다 오전 10시부터 사무국이 문을 연다.\n"
    )
    assert list(events(text, "한들 협동조합 학교")) == ["2024-05-14"]
