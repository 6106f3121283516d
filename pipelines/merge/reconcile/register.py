"""The organisations of a published `digest.db`, found by name."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pipelines.korean.names import squeeze
from pipelines.merge.names import Comparison, blocking_keys, compare

SURE = 0.8
"""Score from which a single candidate is taken for the body that is meant."""
LONGEST_NAME = 500


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of the register as it was published."""

    id: str
    name: str
    type: str
    region: str
    names: tuple[str, ...]  # every way it was written, the fullest first
    articles: int
    events: int
    first_on: str | None
    last_on: str | None
    numbers: tuple[tuple[str, str], ...] = ()  # (official list, number)
    parent: tuple[str, str] | None = None  # (id, name) of the body it is a part of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body with how well a name fits it, 0 to 1; `match`: this one is surely meant, and no other."""

    body: Body
    score: float
    match: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """All bodies of one release, with the keys under which they are found."""

    bodies: dict[str, Body]
    redirects: dict[str, str]
    kinds: dict[str, str]  # code → the Korean word
    _by_key: dict[str, tuple[str, ...]] = field(repr=False)
    _sorted: list[tuple[str, str]] = field(repr=False)  # (squeezed name, id)
    _by_number: dict[str, str] = field(default_factory=dict, repr=False)  # squeezed number of a list → id

    def body(self, id_: str) -> Body | None:
        """A body by its id; an old id answers with its successor."""
        return self.bodies.get(self.redirects.get(id_, id_))

    def candidates(self, name: str, region: str = "", kinds: frozenset[str] = frozenset()) -> list[Candidate]:
        """Bodies that `name` may mean, the best first. Only namesakes by blocking key are compared."""
        if len(name) > LONGEST_NAME or not squeeze(name):
            return []
        if (known := self._by_number.get(squeeze(name))) is not None:
            return [Candidate(self.bodies[known], 1.0, True, ("the number of an official list",))]
        met = {id_ for key in blocking_keys(name) for id_ in self._by_key.get(key, ())}
        found = []
        for body in (self.bodies[id_] for id_ in met):
            if not kinds or body.type in kinds:
                best = _likest(name, region, body)
                found.append((best.same and best.score >= SURE, best, body))
        found.sort(key=lambda f: (-f[0], -f[1].score, -f[2].articles, f[2].id))
        single = sum(sure for sure, _, _ in found) == 1
        return [Candidate(body, best.score, sure and single, best.reasons) for sure, best, body in found]

    def starting_with(self, prefix: str, limit: int) -> list[Body]:
        """Bodies one of whose names holds the letters typed so far: those that begin with them first."""
        typed = squeeze(prefix)
        if not typed:
            return []
        hits = {id_: not name.startswith(typed) for name, id_ in reversed(self._sorted) if typed in name}
        ranked = sorted(hits, key=lambda i: (hits[i], -self.bodies[i].articles, self.bodies[i].name))
        return [self.bodies[i] for i in ranked[:limit]]


def _likest(name: str, region: str, body: Body) -> Comparison:
    """By the way of writing that fits best; where the full name speaks against it («나루터협동조합» against «나루터
    사회적협동조합»), a short form that both may have («나루터») does not help."""
    full = compare(name, region, body.name, body.region)
    if full.sure_different:
        return full
    return max(
        (full, *(compare(name, region, n, body.region) for n in body.names[1:])), key=lambda c: (c.same, c.score)
    )


@lru_cache(maxsize=2)
def read_register(path: Path) -> Register:
    """The register of one release; kept, since a release never changes. Raises FileNotFoundError."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row
        names: dict[str, list[str]] = defaultdict(list)
        for row in db.execute("SELECT organisation_id, name FROM organisation_name ORDER BY articles DESC, name"):
            names[row["organisation_id"]].append(row["name"])
        bodies = {body.id: body for body in _bodies(db, names, _numbers(db))}
        redirects = dict(db.execute("SELECT old_id, new_id FROM redirect WHERE subject = 'organisation'").fetchall())
        kinds = dict(db.execute("SELECT code, words FROM label WHERE subject = 'organisation_type'").fetchall())
    by_key: dict[str, list[str]] = defaultdict(list)
    for body in bodies.values():
        for key in sorted({key for name in body.names for key in blocking_keys(name)}):
            by_key[key].append(body.id)
    ordered = sorted((squeeze(name), body.id) for body in bodies.values() for name in body.names)
    numbered: dict[str, list[str]] = defaultdict(list)
    for body in bodies.values():
        for _, number in body.numbers:
            numbered[squeeze(number)].append(body.id)
    alone = {number: ids[0] for number, ids in numbered.items() if len(ids) == 1 and not number.isdigit()}
    return Register(bodies, redirects, kinds, {key: tuple(ids) for key, ids in by_key.items()}, ordered, alone)


def _numbers(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Body id → its numbers that stand."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    query = "SELECT * FROM organisation_identifier WHERE valid_until IS NULL ORDER BY list, number"
    for row in db.execute(query):
        found[row["organisation_id"]].append((row["list"], row["number"]))
    return found


def _bodies(
    db: sqlite3.Connection, names: dict[str, list[str]], numbers: dict[str, list[tuple[str, str]]]
) -> Iterator[Body]:
    called = dict(db.execute("SELECT organisation_id, name FROM organisation").fetchall())
    for row in db.execute("SELECT * FROM organisation ORDER BY organisation_id"):
        written = tuple(dict.fromkeys((row["name"], *names[row["organisation_id"]])))
        region = " ".join(filter(None, (row["sido"], row["sigungu"])))
        yield Body(
            row["organisation_id"], row["name"], row["type"], region, written,
            row["article_count"], row["event_count"], row["first_on"], row["last_on"],
            tuple(numbers.get(row["organisation_id"], ())),
            (row["parent_id"], called[row["parent_id"]]) if row["parent_id"] in called else None,
        )  # fmt: skip
