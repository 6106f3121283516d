"""Articles come late, in any order and in pieces; little of them is held at a time."""

from __future__ import annotations

import random
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from gold_rows import GOLD, as_text, rows
from test_merge_stage import LATER, NOW, run, state, without_uid  # type: ignore[import-not-found]

from pipelines.merge import articles, texts
from pipelines.merge.articles import judge
from pipelines.merge.stage import merge
from pipelines.merge.texts import Facts, Listed, Text
from store.session import Store, open_store, sqlite_address

Row = dict[str, Any]
Put = Callable[[Store, Sequence[Row]], None]


@pytest.fixture(scope="module")
def third_rows() -> list[Row]:
    return rows(GOLD / "duplicates_own3.jsonl")


class Tracked(Text):
    """A text whose end can be seen."""

    __slots__ = ("__weakref__",)


class FromDisk:
    """Texts that exist only while they are used; remembers how many did at a time."""

    def __init__(self, these: Iterable[Row]) -> None:
        self._rows = {row["id"]: row for row in these}
        self.published = {i: as_text(row).published_at for i, row in sorted(self._rows.items())}
        self.alive, self.most, self.reads = 0, 0, 0

    def read(self, ids: Iterable[str]) -> Iterator[Text]:
        for id_ in ids:
            plain = as_text(self._rows[id_])
            text = Tracked(plain.id, plain.outlet, plain.title, plain.text, plain.published_at)
            self.alive, self.reads = self.alive + 1, self.reads + 1
            self.most = max(self.most, self.alive)
            weakref.finalize(text, self._gone)
            yield text

    def _gone(self) -> None:
        self.alive -= 1


def test_texts_pass_through_and_a_small_memory_says_the_same(
    third_rows: list[Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = judge(Listed(map(as_text, third_rows)))
    monkeypatch.setattr(articles, "BATCH", 4)
    monkeypatch.setattr(articles, "Facts", lambda source: Facts(source, remembered=6))
    source = FromDisk(third_rows)
    assert judge(source) == expected
    assert source.most <= 3, "a text is let go once it is read"
    assert source.reads > 2 * len(third_rows), "what is not remembered is read again"


def test_remembered_evidence_is_bounded(third_rows: list[Row]) -> None:
    facts = Facts(Listed(map(as_text, third_rows)), remembered=5)
    ids = [row["id"] for row in third_rows]
    assert list(facts.of(ids[:9])) == ids[:9]
    assert len(facts._held) == 5
    assert texts.REMEMBERED >= 10_000


def test_a_reprint_two_months_later_finds_its_story(opened: Store, put: Put, third_rows: list[Row]) -> None:
    late = [row for row in third_rows if row["kind"] == "late_reprint"]
    family = [row for row in third_rows if row["cluster_id"] == late[0]["cluster_id"] and row not in late]
    put(opened, family)
    run(opened)
    (story,) = state(opened)[0]
    put(opened, late)
    run(opened, LATER)
    (again,) = state(opened)[0]
    assert again.id == story.id
    assert set(again.articles) - set(story.articles) == {late[0]["id"]}


def in_pieces(store: Store, put: Put, these: Sequence[Row], seed: int) -> None:
    """Shuffled, in batches of any size, a run cut off before each that succeeds."""
    made = random.Random(seed)
    left = made.sample(list(these), len(these))
    while left:
        size = made.randrange(20, 50)
        put(store, left[:size])
        left = left[size:]
        with pytest.raises(KeyboardInterrupt), store.begin() as session:
            merge(session, NOW)
            raise KeyboardInterrupt
        run(store)


@pytest.mark.parametrize("which", ["own3", "gold"])
def test_any_order_any_batching_and_crashes_in_between(
    opened: Store, put: Put, third_rows: list[Row], tmp_path: Path, request: pytest.FixtureRequest, which: str
) -> None:
    shared = [] if which == "own3" else rows(request.getfixturevalue("shared") / "gold" / "duplicates.jsonl")
    these = shared or third_rows
    put(opened, these)
    run(opened)
    (tmp_path / "other").mkdir()
    other = open_store(sqlite_address(tmp_path / "other"))
    in_pieces(other, put, these, seed=len(these))
    ours, theirs = state(opened), state(other)
    other.close()
    assert ours[0] == theirs[0]
    assert without_uid(ours[1]) == without_uid(theirs[1])
    assert ours[2] == theirs[2]
    assert len(ours[0]) < len(these)


def test_the_order_of_made_bodies_does_not_matter() -> None:
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
    from made_bodies import made_bodies  # type: ignore[import-not-found]

    made = [Text(f"m{n:03}", "outlet", f"소식 {n}", b.text, None) for n, b in enumerate(made_bodies(300, seed=3))]
    words = judge(Listed(made))
    assert len(words) > 50
    assert judge(Listed(random.Random(1).sample(made, len(made)))) == words
