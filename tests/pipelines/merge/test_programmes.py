"""What is a part of what: read in one article, believed over all of them."""

from __future__ import annotations

from datetime import UTC, datetime

from pipelines.merge.events import grouped
from pipelines.merge.programmes import wholes
from pipelines.merge.told import Told
from store.records import Event

AT = datetime(2026, 11, 17, tzinfo=UTC)


def told(article: str, number: int, title: str, whole: str | None = None) -> Told:
    day = int(article.removeprefix("a"))
    return Told(f"{article}-e{number}", article, "st", AT.replace(day=day), Event(title, parent=whole))


def test_a_part_belongs_to_the_event_that_its_article_calls_so() -> None:
    told_of = [told("a1", 0, "가온 주간"), told("a1", 1, "토론회", "가온 주간"), told("a2", 0, "나루 주간")]
    assert wholes(told_of, {"a1-e0": "week", "a1-e1": "talk", "a2-e0": "other"}) == {"talk": "week"}


def test_most_articles_decide_and_of_equals_the_first() -> None:
    event_of, told_of = {}, []
    for number, (article, whole) in enumerate((("a1", "x"), ("a2", "y"), ("a3", "y"))):
        told_of += [told(article, 0, "주간"), told(article, 1, "토론회", "주간")]
        event_of |= {f"{article}-e0": whole, f"{article}-e1": "talk"}
        assert wholes(reversed(told_of), event_of) == {"talk": ("x", "x", "y")[number]}


def test_nothing_is_a_part_of_itself_or_of_its_own_parts() -> None:
    alike = [told("a1", 0, "주간"), told("a1", 1, "주간", "주간")]
    assert wholes(alike, {"a1-e0": "week", "a1-e1": "week"}) == {}
    assert wholes([told("a1", 1, "토론회", "주간")], {"a1-e1": "talk"}) == {}, "its whole is not told as an event"
    turned = [told("a1", 0, "갑"), told("a1", 1, "을", "갑"), told("a2", 0, "을"), told("a2", 1, "갑", "을")]
    above = told("a3", 0, "갑"), told("a3", 1, "병", "갑")
    event_of = {"a1-e0": "x", "a1-e1": "y", "a2-e0": "y", "a2-e1": "x", "a3-e0": "x", "a3-e1": "z"}
    assert wholes([*turned, *above], event_of) == {"z": "x"}, (
        "one of the two is no whole; the third is a part all the same"
    )


def test_groups_carry_what_they_are_a_part_of() -> None:
    told_of = [told("a1", 0, "가온 주간"), told("a1", 1, "토론회", "가온 주간")]
    groups, _ = grouped(told_of, ())
    titles = {group.id: group.event.title for group in groups}
    assert {g.event.title: titles.get(g.parent_id or "") for g in groups} == {"가온 주간": None, "토론회": "가온 주간"}
