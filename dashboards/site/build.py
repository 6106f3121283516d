"""All pages of one release, from its `digest.db`. A pure function of that file.

A new kind of page: a function that takes `Pages`, a line in `MAKERS`, a template.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboards import workers
from dashboards.site import directory, lists, reference, things, today, trends
from dashboards.site.carried import Carried
from dashboards.site.digest import open_digest
from dashboards.site.render import HERE, Pages
from dashboards.site.touched import Changed, Touched, names_changed, touched

MAKERS: tuple[Callable[[Pages], None], ...] = (
    today.front,
    lists.days,
    lists.archive,
    lists.events,
    lists.months,
    lists.calls,
    things.event_pages,
    things.organisation_pages,
    directory.directory,
    things.redirects,
    reference.outlets,
    trends.trends,
    reference.fixed,
)
MANY: tuple[Callable[[Pages], None], ...] = (things.organisation_pages, things.event_pages, lists.days)
"""Makers of very many pages, the longest first: in a large release each is cut into `PARTS`."""
PARTS = 8
LATE: tuple[Callable[[Pages], None], ...] = (reference.tables,)
"""Makers that count the rows of all tables, so that the digest must be finished."""

LARGE = 2_000
"""Events and organisations from which on the makers run side by side."""

Kept = tuple[dict[str, str], set[str]]


def build(
    db_path: Path, out_dir: Path, before: Path | None = None, code: str = "", changed: Changed | None = None,
    beside: Sequence[workers.Task] = (),
) -> frozenset[str]:  # fmt: skip
    """Write every page of the release below `out_dir`; returns those taken over from `before` as they were.

    `before` is the last good release, `changed` the rows that differ from it (None: not known), `code` a
    fingerprint of what makes pages (see `carried`); `beside`: work to be done meanwhile, which finishes the digest.
    Raises FileNotFoundError without a digest, OSError where the folder cannot be written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    shutil.copytree(HERE / "static", out_dir / "static", dirs_exist_ok=True)
    with open_digest(db_path) as digest:
        size = digest.one("SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM organisation)")
        whole = Carried(before, code, digest.today)
        known = touched(digest, changed) if changed is not None and not names_changed(changed) else None
    given = (db_path, out_dir, before, code, known)
    if size < LARGE:
        cut = [(MAKERS, (0, 1))]
    else:
        cut = [((make,), (0, 1)) for make in MAKERS if make not in MANY]  # first: parts fill what is left of the time
        cut += [((make,), (number, PARTS)) for make in MANY for number in range(PARTS)]
    tasks = [(_made, (makers, part, *given)) for makers, part in cut]
    kept = workers.run([*beside, *tasks], size >= LARGE)[len(beside) :]
    for keys, taken in [*kept, _made(LATE, (0, 1), *given)]:
        whole.keys.update(keys)
        whole.taken.update(taken)
    whole.take_back(out_dir)
    whole.write(out_dir)
    return frozenset(whole.taken)


def _made(
    makers: tuple[Callable[[Pages], None], ...], part: tuple[int, int], db_path: Path, out_dir: Path,
    before: Path | None, code: str, known: Touched | None,
) -> Kept:  # fmt: skip
    """What some makers wrote: keys of lasting pages, and the pages taken over. Runs in a process of its own."""
    with open_digest(db_path) as digest:
        pages = Pages(digest, out_dir, before, code, known, part)
        for make in makers:
            make(pages)
        return pages.carried.keys, pages.carried.taken
