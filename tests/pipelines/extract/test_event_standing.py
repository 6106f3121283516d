"""How a time stands among the others of its text, which the weights know it by."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.events.days.likely import is_far, standing
from pipelines.extract.events.scene import Scene
from pipelines.extract.lines import as_document
from pipelines.extract.reading import read
from store.records import Document, Event
from tests.weight_choices import _scene

PUBLISHED = datetime(2024, 5, 9, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))
TEXT = "새길장터는 5월 18일 오후 2시에 열린다.\n\n- 신청은 5월 16일 18시까지 받는다. 5월 18일에는 비가 와도 선다."


def scene_of(text: str) -> Scene:
    row = {"id": "x", "channel": "news", "source": "news:a.test/1", "title": "봄 소식", "byline": None}
    return _scene({**row, "published_at": PUBLISHED.isoformat(), "text": text})[0]


def known(scene: Scene, number: int) -> set[str]:
    when = scene.times[number]
    return set(standing(scene, next(iter(scene.sentences_in(*when.span))), when))


def test_a_day_knows_whether_it_is_told_before_or_behind() -> None:
    scene = scene_of(TEXT)
    assert scene.told_on(date(2024, 5, 18)) == (0, 2)
    assert scene.told_on(date(2024, 5, 19)) == (-1, -1)
    told = [{f for f in known(scene, number) if f.startswith("S")} for number in range(3)]
    assert told == [{"SFalseTrue"}, {"SFalseFalse"}, {"STrueFalse"}]


def test_a_time_is_known_by_its_clock_its_line_and_its_neighbours() -> None:
    scene = scene_of(TEXT)
    first, last_day = known(scene, 0), known(scene, 1)
    assert {"s14", "s14:00", "M가", "dx", "m0"} <= first
    assert {"e18", "M-", "u2", "x1"} <= last_day
    assert any(f.startswith("o") for f in last_day) and not any(f.startswith("o") for f in first)


def test_no_digit_is_learnt() -> None:
    assert not any("18일" in feature for feature in known(scene_of(TEXT), 0))


def test_the_weights_are_not_asked_of_days_far_away() -> None:
    scene = scene_of(TEXT)
    assert [is_far(scene, day) for day in (date(2018, 1, 1), date(2024, 5, 20), None)] == [True, False, False]


def events(text: str) -> list[Event]:
    row = {"id": "x", "channel": "news", "source": "news:a.test/1", "title": "새길 소식", "byline": None}
    document: Document = as_document({**row, "published_at": PUBLISHED.isoformat(), "text": text})
    return [event for event in read(document).events if event.role == "main"]


@pytest.mark.parametrize("wish", ["방청을 원하면", "관람을 희망하는 이웃은", "참관하려면"])
def test_who_wants_to_watch_comes_to_the_event(wish: str) -> None:
    text = (
        "새길사회적경제연합회는 오는 21일 오후 1시부터 5시까지 ‘새길 벤처 발표회’를 화상회의로 연다. "
        f"\n\n기업 여덟 곳이 나와 사업을 소개한다. {wish} 20일 자정까지 신청하면 된다."
    )
    found = events(text)
    assert [e.title for e in found] == ["새길 벤처 발표회"]
    assert str(found[0].application_deadline)[:10] in ("2024-05-20", "2024-05-21")
