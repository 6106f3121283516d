"""The published folder: every file as its manifest says, a search that finds, nothing that was forgotten."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from dashboards.pairs import phrase
from dashboards.site.digest import Digest, open_digest
from pipelines.doctor.ailments import Ailment
from store import checks
from store.counted import counted
from store.session import Store

SAMPLED = 500
"""Lines of the search index that are asked for, spread over all."""


def published(home: Path, store: Store) -> Iterator[Ailment]:
    """What is wrong with the release that readers see; nothing before the first one."""
    link = home / "current"
    if not link.is_symlink():
        if any(home.glob("releases/*")):
            yield Ailment("published", "there are releases, and none that readers see (current is gone)", "release")
        return
    if not link.exists():
        yield Ailment("published", f"current points at {link.readlink()}, which is not there", "release")
        return
    yield from _files(link.resolve())
    try:
        with open_digest(link / "digest.db") as digest:
            yield from _search(digest)
            yield from _agree(digest, store)
    except (OSError, sqlite3.DatabaseError, TypeError) as error:
        yield Ailment("published", f"digest.db cannot be read ({error})", "release")


def _files(folder: Path) -> Iterator[Ailment]:
    try:
        said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError) as error:
        yield Ailment("published", f"manifest.json cannot be read ({error})", "release")
        return
    there = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} - {"manifest.json"}
    for name in sorted(said.keys() | there):
        if name not in there:
            yield Ailment("published", f"{name} is missing", "release")
        elif name not in said:
            yield Ailment("published", f"{name} belongs to no release", "release")
        elif hashlib.sha256((folder / name).read_bytes()).hexdigest() != said[name]["sha256"]:
            yield Ailment("published", f"{name} is not what was published", "release")


def _search(digest: Digest) -> Iterator[Ailment]:
    """A line of each kind of page, spread over all, is found by its own title."""
    total = digest.one("SELECT count(*) FROM search_item")
    step = max(1, total // SAMPLED)
    lost = []
    for row in digest.rows("SELECT item_id, title FROM search_item WHERE item_id % ? = 0", step):
        asked = phrase(row["title"][:60])
        if asked and not digest.rows("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?", asked, row["item_id"]):
            lost.append(row["title"])
    if lost:
        yield Ailment(
            "search", f"{len(lost)} of the lines are not found by their title, such as «{lost[0]}»", "release"
        )


def _agree(digest: Digest, store: Store) -> Iterator[Ailment]:
    with store.begin() as session:
        gone = checks.articles_gone(session, [row[0] for row in digest.rows("SELECT article_id FROM article")])
    if gone:
        what = f"it shows {counted(len(gone), 'article')} that the store holds no more (forgotten), such as {gone[0]}"
        yield Ailment("published", what, "release")
