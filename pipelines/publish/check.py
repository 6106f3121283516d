"""The gate: promises against the finished folder, before anyone sees it.

Too little stops a release (it is usually breakage), too much warns (it is usually news). A breach
is a question to a person, never a number to loosen. `PROMISES` is the register; each promise reads
the new digest and, where it compares, the last one. `light` and `private` are about the files of the folder.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from dashboards.site.digest import Digest, open_digest
from dashboards.workers import Task
from pipelines.publish import amended
from pipelines.publish.looked import Looked, look, told
from pipelines.publish.rhythm import WEEKS, expected_new
from pipelines.publish.schema import LIMIT, Table
from pipelines.publish.tables import TABLES
from store.counted import counted

LEAST, HALF, MOST = 0.85, 0.5, 2.0
"""Against the last release: fewer than this share stops, more than this multiple warns."""
ENOUGH = 20
"""Below so many rows a share says nothing."""
STALE_DAYS = 3
SCARCE, FEW, PLENTY = 0.15, 0.5, 3.0
"""New articles against the usual: below the first stops, below the second or above the third warns."""
FRONT_BYTES = 100_000
FILLED = (  # (table, column, stops below, warns below)
    ("article", "published_at", 0.5, 0.9),
    ("article", "url", 0.9, 0.99),
    ("event", "start_at", 0.2, 0.5),
)


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that was not kept: one sentence, and whether it stops the release."""

    promise: str
    what: str
    stops: bool

    def __str__(self) -> str:
        return f"{self.what}."


@dataclass(frozen=True, slots=True)
class Release:
    """A digest under examination, and that of the last good release."""

    digest: Digest
    before: Digest | None
    edits: amended.Edits | None = None  # those with which the digest was; None where it was made anew


Promise = Callable[[Release], Iterator[Breach]]


def check(
    folder: Path, last: Path | None = None, taken: frozenset[str] = frozenset(), carried: frozenset[str] = frozenset(),
    fresh: str = "", kept: list[Breach] | None = None,
) -> tuple[list[Breach], dict[str, dict[str, Any]]]:  # fmt: skip
    """All breaches of the folder, those that stop first; and the fingerprints of all its files but the `taken`.

    `taken`: files taken over from the last good release, which were looked at then; `carried`: those that are the
    last ones with some rows more or less, whose texts are `fresh`; `kept`: what came of the digest where it was looked
    at already.
    """
    with open_digest(folder / "digest.db") as digest:
        contacts = allowed(digest)
    beside: list[Task] = [(of_the_digest, (folder, last))] if kept is None else []
    looked = look(folder, taken, carried, contacts, beside)
    found = [*(kept or ()), *chain(*looked.beside), *light(folder), *private(looked, fresh, contacts)]
    return sorted(found, key=lambda breach: not breach.stops), looked.seals


def of_the_digest(folder: Path, last: Path | None, edits: amended.Edits | None = None) -> list[Breach]:
    """The breaches of a finished digest, in a process beside others. `edits`: the rows with which it was carried on."""
    with ExitStack() as open_files:
        digest = open_files.enter_context(open_digest(folder / "digest.db"))
        before = open_files.enter_context(open_digest(last / "digest.db")) if last is not None else None
        release = Release(digest, before, edits)
        return [breach for promise in PROMISES for breach in promise(release)]


def whole(release: Release) -> Iterator[Breach]:
    """The file is sound and nothing in it points into nothing."""
    sound = release.digest.one("PRAGMA quick_check")
    if sound != "ok":
        yield Breach("whole", f"digest.db is damaged: {sound}", True)
    for table, missing in _dangling(release):
        yield Breach("whole", f"digest.db: a row of {table} points at a missing row of {missing}", True)


def _dangling(release: Release) -> list[tuple[str, str]]:
    if release.edits is not None:
        return list(amended.dangling(release.digest, release.edits))
    return [(row[0], row[2]) for row in release.digest.rows("PRAGMA foreign_key_check")[:3]]


def counts(release: Release) -> Iterator[Breach]:
    """What the last release held is still there, within reason; the same for each outlet."""
    if release.before is None:
        return
    for table in ("article", "story", "event", "organisation"):
        yield from _compared(f"rows of {table}", _count(release.before, table), _count(release.digest, table))
    query = "SELECT outlet_id, count(*) FROM article GROUP BY outlet_id"
    held, now = (dict(map(tuple, digest.rows(query))) for digest in (release.before, release.digest))
    for outlet, count in sorted(held.items()):
        left = now.get(outlet, 0)
        if count >= ENOUGH and left < LEAST * count:
            yield Breach(
                "counts", f"{outlet}: {counted(left, 'article')}, the last release had {count}", left < HALF * count
            )


def _count(digest: Digest, table: str) -> int:
    try:
        return int(digest.one(f'SELECT count(*) FROM "{table}"'))
    except sqlite3.OperationalError:  # an older schema without this table promises nothing about it
        return 0


def _compared(what: str, before: int, now: int) -> Iterator[Breach]:
    if before >= ENOUGH and now < LEAST * before:
        yield Breach("counts", f"{now} {what}, fewer than {LEAST:.0%} of the {before} in the last release", True)
    if before >= ENOUGH and now > MOST * before:
        yield Breach("counts", f"{now} {what}, more than {MOST:.0f} times the {before} in the last release", False)


def filled(release: Release) -> Iterator[Breach]:
    """Values that nearly always are there are there."""
    for table, column, least, wanted in FILLED:
        held, total = release.digest.rows(
            f"""SELECT coalesce(sum("{column}" IS NOT NULL AND "{column}" <> ''), 0), count(*) FROM "{table}" """
        )[0]
        if total >= ENOUGH and held < wanted * total:
            say = f"{column} of {table} is filled in {held / total:.0%}, below {wanted:.0%}"
            yield Breach("filled", say, held < least * total)


def proven(release: Release) -> Iterator[Breach]:
    """Every event shows words it was read from."""
    bare, total = release.digest.rows(
        """SELECT coalesce(sum(NOT EXISTS (SELECT 1 FROM event_evidence v WHERE v.event_id = e.event_id)), 0), count(*)
        FROM event e"""
    )[0]
    if total >= ENOUGH and bare > 0.2 * total:
        yield Breach("proven", f"{bare} of {total} events show no evidence", bare > 0.5 * total)


def fresh(release: Release) -> Iterator[Breach]:
    """Something was read lately, and most outlets answer."""
    newest = release.digest.one("SELECT max(first_seen_on) FROM article")
    if newest is None:
        yield Breach("fresh", "there is not a single article", False)
    elif date.fromisoformat(newest) < release.digest.today - timedelta(days=STALE_DAYS):
        yield Breach("fresh", f"nothing was read since {newest}", False)
    bad, total = release.digest.rows("SELECT coalesce(sum(state = 'trouble'), 0), count(*) FROM outlet")[0]
    if total >= 4 and bad * 2 >= total:
        yield Breach("fresh", f"{bad} of {total} outlets could not be read", False)


def usual(release: Release) -> Iterator[Breach]:
    """The last two days brought about as much as these two days of the week usually bring."""
    today = release.digest.today
    rows = release.digest.rows(
        "SELECT first_seen_on, count(*) FROM article WHERE first_seen_on >= ? GROUP BY 1",
        (today - (WEEKS + 2) * timedelta(days=7)).isoformat(),
    )
    seen = {date.fromisoformat(day): int(count) for day, count in rows}
    began = release.digest.one("SELECT min(first_seen_on) FROM article")
    expected = expected_new(seen, date.fromisoformat(began) if began else today, today)
    new = seen.get(today, 0) + seen.get(today - timedelta(days=1), 0)
    if expected is not None and expected >= ENOUGH and not FEW * expected <= new <= PLENTY * expected:
        say = f"{new} new articles in two days, where {expected:.0f} are usual on these days of the week"
        yield Breach("usual", say, new < SCARCE * expected)


def explained(release: Release) -> Iterator[Breach]:
    """Every table, view and column has its meaning in the dictionary."""
    told = {
        (row[0], row[1])
        for row in release.digest.rows("SELECT table_name, column_name FROM dictionary WHERE meaning <> ''")
    }
    shown = release.digest.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
    for name in (
        row[0] for row in shown if not row[0].startswith(("sqlite_", "search_", "search")) or row[0] == "search_item"
    ):
        columns = [row[1] for row in release.digest.rows(f'PRAGMA table_info("{name}")')]
        for column in ["", *columns]:
            if (name, column) not in told:
                yield Breach("explained", f"digest.db: {name}.{column or '*'} has no words in the dictionary", True)


def tiers(release: Release) -> Iterator[Breach]:
    """No column holds more than its kind may (evidence: 40 characters), and `link` sources give links only."""
    for table in TABLES:
        for column in table.columns:
            limit = LIMIT.get(column.kind)
            if limit is None:
                continue
            longest = _longest(release, table, column.name)
            if longest > limit:
                say = f"{table.name}.{column.name} holds {longest} characters, at most {limit} may be published"
                yield Breach("tiers", say, True)
    about = "" if release.edits is None else "AND article_id IN (SELECT value FROM json_each(?))"
    given = () if release.edits is None else (amended.articles(release.edits),)
    for name in ("event_evidence", "event_claim", "mention", "figure"):
        query = f"""SELECT count(*) FROM "{name}" JOIN article USING (article_id) JOIN outlet USING (outlet_id)
            WHERE tier = 'link' {about}"""
        if count := release.digest.one(query, *given):
            yield Breach(
                "tiers", f"{counted(count, 'row')} of {name} from outlets that allow title and link only", True
            )


def _longest(release: Release, table: Table, column: str) -> int:
    if release.edits is not None and table.name not in amended.ASIDE:
        return amended.longest(release.edits, table, column)
    return int(release.digest.one(f'SELECT max(length("{column}")) FROM "{table.name}"') or 0)


def private(looked: Looked, fresh: str, contacts: str) -> Iterator[Breach]:
    """No personal phone, mail or number in any file; an event's office contact may stand."""
    for name, what, words in looked.personal:
        yield Breach("private", f"{name} holds {what} ({words[:4]}…)", True)
    for what, words in told(fresh, contacts):
        yield Breach("private", f"a row holds {what} ({words[:4]}…)", True)


def allowed(digest: Digest) -> str:
    """The addresses that may stand in public, as one text."""
    query = "SELECT contact FROM event WHERE contact IS NOT NULL UNION SELECT uid FROM event ORDER BY 1"
    return "\n".join(row[0] for row in digest.rows(query))


def light(folder: Path) -> Iterator[Breach]:
    """Today's page stays within 100 KB with everything it loads."""
    parts = ("index.html", "static/dure.css", "static/filter.js", "static/favicon.svg")
    size = sum((folder / part).stat().st_size for part in parts)
    if size > FRONT_BYTES:
        yield Breach("light", f"today's page weighs {size:,} bytes, more than {FRONT_BYTES:,}", False)


PROMISES: tuple[Promise, ...] = (whole, counts, filled, proven, fresh, usual, explained, tiers)
PROMISED = (*(promise.__name__ for promise in PROMISES), light.__name__, private.__name__)
