"""All pages of one release, from its `digest.db`. A pure function of that file.

A new kind of page: a function that takes `Pages`, a line in `MAKERS`, a template.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from dashboards import workers
from dashboards.site import directory, lists, reference, things, today, trends
from dashboards.site.carried import Carried
from dashboards.site.digest import open_digest
from dashboards.site.render import HERE, Pages

MAKERS: tuple[Callable[[Pages], None], ...] = (
    today.front,
    lists.days,
    lists.events,
    lists.months,
    lists.calls,
    things.event_pages,
    things.organisation_pages,
    directory.directory,
    things.redirects,
    reference.outlets,
    trends.trends,
    reference.tables,
    reference.fixed,
)


LARGE = 2_000
"""Events and organisations from which on the makers run side by side."""


def build(db_path: Path, out_dir: Path, before: Path | None = None, code: str = "") -> frozenset[str]:
    """Write every page of the release below `out_dir`; returns those taken over from `before` as they were.

    `before` is the last good release, `code` a fingerprint of what makes pages (see `carried`).
    Raises FileNotFoundError without a digest, OSError where the folder cannot be written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    shutil.copytree(HERE / "static", out_dir / "static", dirs_exist_ok=True)
    with open_digest(db_path) as digest:
        size = digest.one("SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM organisation)")
        whole = Carried(before, code, digest.today)
    if size < LARGE:
        kept = [_made(MAKERS, db_path, out_dir, before, code)]
    else:
        heavy_first = sorted(MAKERS, key=lambda make: make not in (things.organisation_pages, things.event_pages))
        kept = workers.run([(_made, ((make,), db_path, out_dir, before, code)) for make in heavy_first], True)
    for keys, taken in kept:
        whole.keys.update(keys)
        whole.taken.update(taken)
    whole.write(out_dir)
    return frozenset(whole.taken)


def _made(
    makers: tuple[Callable[[Pages], None], ...], db_path: Path, out_dir: Path, before: Path | None, code: str
) -> tuple[dict[str, str], set[str]]:
    """What some makers wrote: keys of lasting pages, and the pages taken over. Runs in a process of its own."""
    with open_digest(db_path) as digest:
        pages = Pages(digest, out_dir, before, code)
        for make in makers:
            make(pages)
        return pages.carried.keys, pages.carried.taken
