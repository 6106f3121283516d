"""A release made from what changed is, byte for byte, the one made from nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from invented_edition import EVENTS, ORGANISATIONS, OUTLETS, STORIES, TODAY, D, edition

from dashboards.search import search
from dashboards.site import carried
from pipelines.publish import stage
from pipelines.publish.edition import Edition, Figure, Party


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _taken(folder: Path) -> set[str]:
    """Pages that share their bytes with an earlier release."""
    pages = (path for path in folder.rglob("*.html") if path.stat().st_nlink > 1)
    return {str(path.relative_to(folder)) for path in pages}


def _both(tmp_path: Path, first: Edition, then: Edition) -> Path:
    """Publish the one, then the other with and without what the first offers; returns the incremental folder."""
    made = stage.publish_edition(first, tmp_path / "little")
    assert made.released and made.folder
    shutil.copytree(tmp_path / "little", tmp_path / "whole", symlinks=True)
    (tmp_path / "whole/releases" / made.version / carried.NAME).unlink()
    little, whole = (stage.publish_edition(then, tmp_path / name) for name in ("little", "whole"))
    assert little.released and little.folder and whole.folder
    assert _taken(whole.folder) == set(), "nothing to take over from"
    assert _bytes(little.folder) == _bytes(whole.folder)
    return little.folder


RENAMED = tuple(replace(o, name="새이름신문") if o.id == "paper02" else o for o in OUTLETS)
RETITLED = tuple(
    replace(s, articles=tuple(replace(a, title="고친 제목") if a.id == "a-r1" else a for a in s.articles))
    for s in STORIES
)
JOINED = tuple(replace(e, parties=(Party("host", "햇살", "o-haenal"),)) if e.id == "e-past" else e for e in EVENTS)
EDITS = {
    "nothing": {},
    "an outlet's name": {"outlets": RENAMED},
    "an outlet more, counted on the foot of every page": {"outlets": (*OUTLETS, replace(OUTLETS[0], id="more"))},
    "an article's title": {"stories": RETITLED},
    "an event's place": {"events": (*EVENTS[:5], replace(EVENTS[5], venue="다른 곳"), *EVENTS[6:])},
    "an event gone": {"events": EVENTS[:-1]},
    "a host": {"events": JOINED},
    "an organisation's name": {"organisations": (replace(ORGANISATIONS[0], name="온새미"), *ORGANISATIONS[1:])},
    "whom a body belongs to": {
        "organisations": (*ORGANISATIONS[:-1], replace(ORGANISATIONS[-1], parent_id=ORGANISATIONS[0].id))
    },
    "a merged event": {"redirects": ()},
    "a banner": {"banner": "알릴 것"},
}


@pytest.mark.parametrize("edit", EDITS)
def test_any_change_gives_what_a_whole_build_gives(tmp_path: Path, edit: str) -> None:
    _both(tmp_path, edition(), edition(as_of=TODAY + D, **EDITS[edit]))


@pytest.mark.parametrize("days", [-3, 1, 2, 5, 9, 12, 26, 45, 400])
def test_any_day_gives_what_a_whole_build_gives(tmp_path: Path, days: int) -> None:
    """Deadlines pass, what repeats moves on, «어제» becomes a day, the year turns."""
    _both(tmp_path, edition(), edition(as_of=TODAY + timedelta(days=days)))


CARRIED_ON = {
    "half of it": {"events": EVENTS[::2], "redirects": ()},
    "nearly all of it, and figures": {
        "events": tuple(replace(e, venue=f"{e.venue} 2층", sequence=e.sequence + 1) for e in EVENTS[:-1]),
        "stories": tuple(replace(s, sectors=("care",), sido="제주특별자치도") for s in RETITLED),
        "organisations": tuple(replace(o, name=f"새 {o.name}", mentions=o.mentions[:1]) for o in ORGANISATIONS),
        "figures": (Figure("a-r1", 12.0, "12곳"), Figure("a-r1", 3.5, "3.5배")),
    },
    "an outlet's name": EDITS["an outlet's name"],  # that stands in every line of the search: made anew
}


def _rows(digest: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a digest holds, the numbers of its search lines aside."""
    with closing(sqlite3.connect(digest)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not db.execute("PRAGMA foreign_key_check").fetchone()
        names = [row[0] for row in db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' ORDER BY name")]
        names = [name for name in names if name != "sqlite_stat1"]
        rows = {name: sorted(db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names}
    numbered = rows.pop("search_item")
    assert len({row[0] for row in numbered}) == len(numbered)
    return rows | {"search_item": sorted(row[1:] for row in numbered)}


WORDS = ("마을", "협동조합", "고친", "2층", "제주", "새이름", "온새미", "햇살", "a", "12월")


@pytest.mark.parametrize("edit", CARRIED_ON)
def test_a_digest_carried_on_holds_and_answers_what_one_made_anew_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: str
) -> None:
    """Two days on end: the second carries on a file that was itself carried on."""
    then, last = edition(as_of=TODAY + D, **CARRIED_ON[edit]), edition(as_of=TODAY + 2 * D, stories=RETITLED)
    stage.publish_edition(edition(), tmp_path / "little")
    shutil.copytree(tmp_path / "little", tmp_path / "whole", symlinks=True)
    for now in (then, last):
        whole = stage.publish_edition(now, tmp_path / "whole")
        with monkeypatch.context() as patched:
            patched.setattr(stage, "LARGE", 0)
            if edit != "an outlet's name":
                patched.delattr(stage.digestdb, "write")
            little = stage.publish_edition(now, tmp_path / "little")
        assert little.folder and whole.folder and little.version == whole.version
        assert _rows(little.folder / "digest.db") == _rows(whole.folder / "digest.db")
        for word in WORDS:
            found = [{(h.kind, h.id) for h in search(made.folder / "digest.db", word, 400)} for made in (little, whole)]
            assert found[0] == found[1], word
        made = [_bytes(folder) for folder in (little.folder, whole.folder)]
        assert made[0].keys() == made[1].keys()
        unlike = {path for path in made[0] if made[0][path] != made[1][path]}
        assert unlike <= {"digest.db", "manifest.json"}


def test_a_digest_that_someone_wrote_into_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "LARGE", 0)
    first = stage.publish_edition(edition(), tmp_path)
    assert first.folder
    with closing(sqlite3.connect(first.folder / "digest.db")) as db:
        db.execute("INSERT INTO search(search) VALUES ('delete-all')")
        db.commit()
    second = stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    assert second.folder and search(second.folder / "digest.db", "협동조합")


def test_old_pages_are_taken_over_and_near_ones_are_not(tmp_path: Path) -> None:
    folder = _both(tmp_path, edition(), edition(as_of=TODAY + D))
    taken = _taken(folder)
    assert {"events/e-past.html", "events/e-online.html", "days/2026-11-11.html"} <= taken
    assert not taken & {"index.html", "events/e-call.html", "days/2026-11-20.html"}


def test_a_page_changed_by_hand_is_made_anew(tmp_path: Path) -> None:
    first = stage.publish_edition(edition(), tmp_path)
    assert first.folder
    (first.folder / "events/e-past.html").write_text("누가 고침", encoding="utf-8")
    (first.folder / "days/2026-11-11.html").unlink()
    second = stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    assert second.folder and "햇살장터" in (second.folder / "events/e-past.html").read_text(encoding="utf-8")
    assert (second.folder / "days/2026-11-11.html").exists()


@pytest.mark.parametrize("left", ["", "[]", '{"events/e-past.html": 7}', "\udcff"])
def test_a_damaged_list_of_keys_only_costs_time(tmp_path: Path, left: str) -> None:
    first = stage.publish_edition(edition(), tmp_path)
    assert first.folder
    (first.folder / carried.NAME).write_bytes(left.encode("utf-8", "surrogateescape"))
    second = stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    assert second.released and second.folder and _taken(second.folder) == set()
    assert "events/e-past.html" in json.loads((second.folder / carried.NAME).read_text(encoding="utf-8"))


def test_no_page_with_a_notice_is_taken_over(tmp_path: Path) -> None:
    stage.publish_edition(edition(), tmp_path)
    personal = replace(EVENTS[0], title="문의 010-0000-1234")
    stopped = stage.publish_edition(edition(as_of=TODAY + D, events=(personal, *EVENTS[1:])), tmp_path)
    assert stopped.folder and not stopped.released
    shutil.rmtree(stopped.folder.with_name(stopped.folder.name.partition("-held-")[0]))  # thinned away since
    good = stage.publish_edition(edition(as_of=TODAY + 2 * D), tmp_path)
    assert good.released and good.folder
    assert not [p for p in good.folder.rglob("*.html") if "banner held" in p.read_text(encoding="utf-8")]


@pytest.mark.parametrize("at", range(-2, 12))
def test_a_page_is_made_anew_on_the_days_on_which_its_words_turn(tmp_path: Path, at: int) -> None:
    """Day by day: «내일» comes near, deadlines are counted down, and what says the same is taken over."""
    folder = _both(tmp_path, edition(as_of=TODAY + at * D), edition(as_of=TODAY + (at + 1) * D))
    assert "events/e-past.html" in _taken(folder)
