"""A digest that was carried on is held to what one made anew is held to, by the rows that were written alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from invented_edition import EVENTS, ORGANISATIONS, OUTLETS, STORIES, TODAY, D, edition

from dashboards.site.digest import open_digest
from pipelines.publish import amended, stage
from pipelines.publish.changes import Edit
from pipelines.publish.edition import Edition, Party
from pipelines.publish.tables import BY_NAME

NOWHERE = replace(EVENTS[0], parties=(Party("host", "어디에도 없는 곳", "o-nowhere"),))
HOST = next(p.organisation_id for e in EVENTS for p in e.parties if p.organisation_id)
LEFT = tuple(o for o in ORGANISATIONS if o.id != HOST)
BROKEN = {
    "a new row that points at nothing": edition(as_of=TODAY + D, events=(NOWHERE, *EVENTS[1:]), redirects=()),
    "a row left behind by what it points at": edition(as_of=TODAY + D, organisations=LEFT, redirects=()),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_row_that_points_at_nothing_stops_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(stage, "LARGE", 0)
    first = stage.publish_edition(edition(), tmp_path)
    monkeypatch.delattr(stage.digestdb, "write")
    then = stage.publish_edition(BROKEN[broken], tmp_path)
    assert not then.released and then.folder
    assert then.folder.name.startswith(first.version)
    assert any("points at a missing row" in complaint for complaint in then.complaints), then.complaints


def test_what_is_whole_passes(tmp_path: Path) -> None:
    made = stage.publish_edition(Edition(TODAY, OUTLETS, STORIES, (), ORGANISATIONS[:1]), tmp_path)
    assert made.folder
    with closing(sqlite3.connect(made.folder / "digest.db")) as db:
        everything = {name: [Edit(None, row) for row in db.execute(f'SELECT * FROM "{name}"')] for name in BY_NAME}
    with open_digest(made.folder / "digest.db") as digest:
        assert list(amended.dangling(digest, everything)) == []


def test_the_longest_of_the_rows_that_were_written() -> None:
    outlet = BY_NAME["outlet"]
    rows = [("a", "가온신문"), ("b", "가온"), ("c", None)]
    edits = {"outlet": [Edit((*row, "긴 이름의 앞 값"), row) for row in rows] + [Edit(("z", "가" * 99), None)]}
    assert amended.longest(edits, outlet, "name") == 4
    assert amended.longest({}, outlet, "name") == 0
    assert amended.articles({"event_article": [Edit(("e1", "a2"), None), Edit(None, ("e1", "a1"))]}) == ('["a1", "a2"]')
