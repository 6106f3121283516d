"""Publishing, as a plain function: the store in, a folder out.

::

    store ─making─► Edition ─► digest.db ─► pages, feeds, calendars, exports, changes
                                                 │ check
     last release stays, noticed ◄── stopped ◄──┴──► manifest ─► moved into place
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import Session

from dashboards import site, workers
from dashboards.site import held
from dashboards.site.digest import open_digest, with_digest
from pipelines.publish import calendar, changes, digestdb, expected, exports, feeds, manifest, release
from pipelines.publish.amended import Edits
from pipelines.publish.check import Breach, check, of_the_digest
from pipelines.publish.edition import Edition, seoul_day
from pipelines.publish.gathered import CatalogueEntry
from pipelines.publish.making import Making, known_outlets, of_touched, published_ids
from store import touched

NEVER_FORCED = frozenset(("whole", "tiers", "private"))
"""A damaged file, a broken agreement with a source or someone's telephone number is not published by any order."""

BANNERS = {
    "counts": "글 수가 평소보다 크게 적습니다.",
    "usual": "새로 읽은 글이 평소보다 크게 적습니다.",
    "filled": "빠진 값이 평소보다 많습니다.",
    "expected": "출처 절반 넘게에서 새 글이 너무 적게 들어왔습니다.",
    "proven": "근거를 보이지 못한 행사가 많습니다.",
}
PROBLEM = "problem.json"
LARGE = 50_000
"""Articles from which on `digest.db` is carried on from the last release (see `digestdb.carry`)."""
LOCAL = "http://127.0.0.1:8710/"


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """What came of it. `folder` is the release that readers see now: the new one, or the last good one."""

    released: bool
    version: str
    folder: Path | None
    counts: Mapping[str, int] = field(default_factory=dict)
    breaches: tuple[Breach, ...] = ()
    unchanged: bool = False
    mark: int | None = None  # what was touched up to here is in it (`store.touched.settle`)

    @property
    def complaints(self) -> tuple[str, ...]:
        """One sentence per broken promise."""
        return tuple(f"{'stopped: ' if b.stops and not self.released else ''}{b.what}." for b in self.breaches)

    def summary(self) -> dict[str, Any]:
        """The few numbers a run shows."""
        shown = {
            name: self.counts[name] for name in ("story", "article", "event", "organisation") if name in self.counts
        }
        return {"released": self.released, "version": self.version, **shown}


def publish(
    session: Session, home: Path, as_of: datetime | date, *, outlets: Mapping[str, CatalogueEntry] | None = None,
    site_url: str = LOCAL, force: bool = False, live: bool = False,
) -> ReleaseResult:  # fmt: skip
    """Make the release of a day from the store, or keep the last good one and say why.

    `home` is the published folder; `outlets` the catalogue by id. `live`: the day is today, so that what is dated
    later (a release, the moment an article was first seen) comes from a clock that ran ahead. Raises ReleaseError
    where the folder cannot be written.
    """
    day = seoul_day(as_of)
    assert day is not None
    address = _address(site_url)
    mark = touched.newest(session)  # what is written from now on is for the next release
    with release.workshop(home) as workshop, ExitStack() as open_files, workers.kept():
        last = release.before(home, day) or release.current(home)
        release.check_digests((last, release.current(home), release.good(home)))
        known = known_outlets(last, outlets or {})
        making = Making(session, day, live, known, workshop, open_files)
        edition = of_touched(making, home, made_by(address), LARGE) or making.whole(published_ids(last))
        warned = expected.breaches(session, known, day)
        result = _publish(edition, home, workshop, address, force, live, tuple(warned))
        shown = release.current(home)
        if live and result.released and shown is not None and shown.name == result.version:
            making.keep(home, result.version)
            result = replace(result, mark=mark)
    return result


def _address(site_url: str) -> str:
    return site_url if site_url.endswith("/") else site_url + "/"


def publish_edition(
    edition: Edition, home: Path, *, site_url: str = LOCAL, force: bool = False, live: bool = False
) -> ReleaseResult:
    """The same from a ready edition."""
    with release.workshop(home) as workshop:
        return _publish(edition, home, workshop, _address(site_url), force, live)


def _publish(
    edition: Edition, home: Path, workshop: Path, address: str, force: bool, live: bool,
    warned: tuple[Breach, ...] = (),
) -> ReleaseResult:  # fmt: skip
    """`warned`: what is known to be amiss before anything is made."""
    last = release.current(home)
    good = release.good(home)
    with _at_rest():
        if last is not None and release.day_of(last) > edition.as_of:
            if not live:
                return _rebuilt(edition, home, workshop / "past", address)
            last = good = release.before(home, edition.as_of + timedelta(days=1))
        built = _build(edition, workshop / "plain", good or last, address)
        if good is not None and good.name == built.version:
            return _unchanged(home, good)
        built = replace(built, breaches=(*built.breaches, *warned))
        stopping = [breach for breach in built.breaches if breach.stops]
        if stopping and force and not any(breach.promise in NEVER_FORCED for breach in stopping):
            said = replace(edition, banner=banner(stopping), begun=None)
            built = replace(_build(said, workshop / "forced", good or last, address), forced=True)
            built = replace(built, breaches=(*built.breaches, *warned))
        elif stopping:
            return _stopped(home, last, built, workshop / "held", edition.as_of)
        return _land(built, home, good or last, address)


@contextmanager
def _at_rest() -> Iterator[None]:
    """The values of a large edition stay as they are: the collector need not walk over them again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class _Built:
    """A finished folder that is not in place yet."""

    folder: Path
    version: str
    breaches: tuple[Breach, ...] = ()
    forced: bool = False
    seals: Mapping[str, Any] = field(default_factory=dict)  # fingerprints of all files not taken over from the last
    sums: Mapping[str, int] = field(default_factory=dict)  # what the version is made of


def _build(edition: Edition, folder: Path, last: Path | None, address: str) -> _Built:
    edition.begun.rename(folder) if edition.begun is not None else folder.mkdir()
    code = made_by(address)
    with changes.walk(folder, last) as seen:
        written = _digest(edition, folder / "digest.db", code, last, seen)
    if last is not None and last.name == written.version:  # same rows, same code: the release is already there
        return _Built(folder, written.version)
    pages, tables, kept = _fill(folder, last, address, seen, written.edits)
    found, seals = check(folder, last, pages, tables, _fresh(seen), kept)
    return _Built(folder, written.version, tuple(found), False, seals, written.sums)


def _fresh(seen: changes.Changes) -> str:
    """The rows that differ from the last release, as text to be looked at: what was there before, was before."""
    rows = (edit.after for edits in seen.edits.values() for edit in edits if edit.after is not None)
    return "\n".join(str(value) for row in rows for value in row if isinstance(value, str))


def _digest(
    edition: Edition, path: Path, code: str, last: Path | None, seen: changes.Changes
) -> digestdb.Written:  # fmt: skip
    """Write `digest.db`, a large one by carrying on the last where the same code made it; else it has no search yet."""
    if last is not None and manifest.carries_on(last, code, LARGE):
        written = digestdb.carry(edition, path, code, seen, last, manifest.sums(last))
        if written is not None:
            return written
        path.unlink(missing_ok=True)
        seen.restart()
    if edition.complete is not None:
        edition = replace(edition.complete(), banner=edition.banner)
    return digestdb.fill(edition, path, code, seen)


def _fill(
    folder: Path, last: Path | None, address: str, seen: changes.Changes, edits: Edits | None
) -> tuple[frozenset[str], frozenset[str], list[Breach] | None]:
    """Everything beside `digest.db`, made from it, and its search where it was made anew (no `edits`).

    Returns the pages that stayed as they were, the exports that were carried on, and the breaches of a digest that
    was carried on: it is finished, and looked at meanwhile.
    """
    plain = last if last is not None and held.words_of(last) is None else None  # no page with a notice is taken over
    changed = {table: list(changes.values(table, edits)) for table, edits in seen.edits.items()} if seen.few else None
    path, code = folder / "digest.db", made_by(address)
    same = plain if plain is not None and manifest.read(plain).get("code") == code else None
    others = {"calendar": calendar.write, "feeds": feeds.write}
    beside: list[workers.Task] = [(with_digest, (path, make, folder / name, address)) for name, make in others.items()]
    search: list[workers.Task] = [(digestdb.finish, (path,))] if edits is None else []
    finished: list[workers.Task] = [(of_the_digest, (folder, last, edits))] if edits is not None else []
    with exports.begun(path, folder / "exports", same, seen, [*beside, *finished]) as written:
        carried = site.build(path, folder, plain, code, changed, search)
        tables, done = written()
    return carried, frozenset(f"exports/{name}" for name in tables), done[-1] if finished else None


def _manifest(built: _Built, last: Path | None, address: str) -> dict[str, Any]:
    with open_digest(built.folder / "digest.db") as digest:
        return manifest.write(
            digest, built.folder, built.breaches, built.forced, last, made_by(address), built.seals, built.sums
        )  # fmt: skip


def _land(built: _Built, home: Path, last: Path | None, address: str) -> ReleaseResult:
    made = _manifest(built, last, address)
    target = release.land(built.folder, home, built.version)
    (home / PROBLEM).unlink(missing_ok=True)
    return ReleaseResult(True, built.version, target, made["counts"], built.breaches)


def _rebuilt(edition: Edition, home: Path, folder: Path, address: str) -> ReleaseResult:
    """A past day made again: it lands beside the others, and readers stay where they are."""
    before = release.before(home, edition.as_of)
    built = _build(edition, folder, before, address)
    made = _manifest(built, before, address)
    if any(breach.stops for breach in built.breaches):
        return ReleaseResult(False, built.version, None, made["counts"], built.breaches)
    target = release.put(folder, home, built.version)
    return ReleaseResult(True, built.version, target, made["counts"], built.breaches)


def _unchanged(home: Path, good: Path) -> ReleaseResult:
    """The release is already there; a notice that a later one was stopped comes off."""
    if release.current(home) != good:
        release.point(home, good)
    (home / PROBLEM).unlink(missing_ok=True)
    with open_digest(good / "digest.db") as digest:
        return ReleaseResult(True, good.name, good, manifest.counts(digest), unchanged=True)


def _stopped(home: Path, last: Path | None, built: _Built, folder: Path, as_of: date) -> ReleaseResult:
    """The last good release stays, with a notice on its pages; what was broken is written beside it."""
    with open_digest(built.folder / "digest.db") as digest:
        counts = manifest.counts(digest)
    said = {"version": built.version, "breaches": [{"promise": b.promise, "what": b.what} for b in built.breaches]}
    (home / PROBLEM).write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if last is not None:
        last = _noticed(home, last, folder, notice([b for b in built.breaches if b.stops], as_of, last))
    return ReleaseResult(False, built.version, last, counts, built.breaches)


def _noticed(home: Path, last: Path, folder: Path, words: str) -> Path:
    """The pages of the last good release with a notice, as a folder of their own (see `dashboards.site.held`)."""
    if held.words_of(last) == words:
        return last
    folder.mkdir()
    written = held.copy(last, folder, words)
    manifest.amend(folder, written, {"held": words})
    name = f"{release.good_name(last)}{release.HELD}{hashlib.sha256(words.encode()).hexdigest()[:8]}"
    return release.land(folder, home, name)


def notice(breaches: list[Breach], as_of: date, last: Path) -> str:
    """What readers are told on a day without a release."""
    with open_digest(last / "digest.db") as digest:
        shown = digest.today
    told = f"{shown.month}월 {shown.day}일 발행본을 그대로 보입니다."
    return f"{as_of.month}월 {as_of.day}일 발행을 멈추었습니다. {_why(breaches)} {told}"


def banner(breaches: list[Breach]) -> str:
    """What readers of a forced release are told."""
    return "이 발행본은 평소의 약속을 다 지키지 못했습니다. " + _why(breaches)


def _why(breaches: list[Breach]) -> str:
    return " ".join(dict.fromkeys(BANNERS.get(b.promise, "검사를 다 지나지 못했습니다.") for b in breaches))


@cache
def made_by(address: str) -> str:
    """A fingerprint of what makes pages: a release is made anew when code, templates or address change."""
    seal = hashlib.sha256(address.encode())
    here = Path(__file__).resolve().parent
    for folder in (here, Path(site.__file__).resolve().parent.parent):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in (".py", ".html", ".xml", ".css", ".js", ".svg"):
                seal.update(path.name.encode() + path.read_bytes())
    return seal.hexdigest()
