"""Recordings through the code of live rounds: everything counted, a second time nothing changes."""

from __future__ import annotations

import gzip
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from board_pages import Post, gone, listing, view

from pipelines.crawl.parse import parse_file, parse_index
from pipelines.crawl.recording import ReplayError
from pipelines.crawl.replay import Replayed, replay_all, responses
from pipelines.crawl.stage import CrawlTally, FetchSetupError, choose, crawl_recording, tallied, together, user_agent
from pipelines.settings import load
from sources.catalogue import Source
from store import runs, shelf
from store.archive import Archive, Capture
from store.archive.members import scan
from store.session import Store, open_store, sqlite_address

BOARD = "http://board.example/bbs/board.php?bo_table=free"
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
POST = Post(7, "장터 여는 날", "토요일 낮 열두 시에 장터가 열립니다. 문의 010-0000-1212")


def record(folder: Path, rows: list[tuple[str, str | bytes, Mapping[str, Any]]]) -> Path:
    """A folder with index.jsonl of (url, body, other fields)."""
    folder.mkdir(exist_ok=True)
    lines = []
    for number, (url, body, more) in enumerate(rows):
        (folder / f"{number}.html").write_bytes(body if isinstance(body, bytes) else body.encode())
        row = {"file": f"{number}.html", "url": url, "status": 200, "content_type": "text/html; charset=utf-8"}
        lines.append(json.dumps({**row, "fetched_at": (NOW + timedelta(minutes=number)).isoformat(), **more}))
    (folder / "index.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def small(folder: Path) -> Path:
    return record(
        folder,
        [
            (BOARD, listing([POST], base="http://board.example"), {}),
            (f"{BOARD}&wr_id=7", view(POST), {}),
            (f"{BOARD}&wr_id=8", gone(), {}),
            (f"{BOARD}&wr_id=9", "", {"status": 302, "location": "/login"}),
            ("http://board.example/x.png", b"\x89PNG\r\n" + bytes(200), {"content_type": "image/png"}),
            ("http://other.example/", b"", {}),
            (f"{BOARD}&wr_id=7", view(replace(POST, hits=80)), {}),
        ],
    )


def counts(replayed: Replayed) -> dict[str, int]:
    tally = tallied(replayed.tallies)
    assert sum(tally.counts.values()) == tally.pages == replayed.pages
    return dict(sorted(tally.counts.items()))


def dump(store: Store) -> str:
    """Every row the store holds."""
    path = store.engine.url.database
    assert path is not None
    with sqlite3.connect(path) as db:
        return "\n".join(db.iterdump())


def test_every_page_is_accounted_for(tmp_path: Path, store: Store, archive: Archive) -> None:
    replayed = replay_all(small(tmp_path / "pages"), store, archive, {})
    assert counts(replayed) == {
        "article": 2, "listing": 1,
        "refused/empty": 1, "refused/gone": 1, "refused/not_a_page": 1, "refused/redirect": 1,
    }  # fmt: skip
    assert {t.source_id: t.round.outcome for t in replayed.tallies if t.round} == {
        "board.example": "good",
        "other.example": "broken",
    }
    with store.begin() as session:
        (kept,) = shelf.articles(session)
    assert (kept.source_id, kept.channel, kept.byline, kept.revision) == ("board.example", "board", None, 1)
    assert "010-0000-1212" not in kept.text
    assert kept.first_seen_at == NOW + timedelta(minutes=1), "dated by the recording, not by today"


def test_a_second_replay_changes_nothing(tmp_path: Path, store: Store, archive: Archive) -> None:
    pages = small(tmp_path / "pages")
    replay_all(pages, store, archive, {})
    rows, entries = dump(store), archive.entries()
    again = replay_all(pages, store, archive, {})
    assert dump(store) == rows
    assert archive.entries() == entries
    assert tallied(again.tallies).decisions == {"left": 2}


def test_the_archive_of_a_replay_replays_to_the_same(tmp_path: Path, store: Store, archive: Archive) -> None:
    first = counts(replay_all(small(tmp_path / "pages"), store, archive, {}))
    rows = dump(store)
    archive.close()
    with Archive(archive.folder) as again:
        assert counts(replay_all(archive.folder, store, again, {})) == first
    assert dump(store) == rows
    other = open_store(sqlite_address(tmp_path / "archive"))
    assert counts(replay_all(archive.folder, other, None, {})) == first
    assert dump(other) == rows
    other.close()


def test_revisions_come_in_the_recordings_time_in_any_order(tmp_path: Path, store: Store) -> None:
    old, new = view(POST), view(replace(POST, body="장터를 다음 주로 미룹니다."))
    url = f"{BOARD}&wr_id=7"
    later = {"fetched_at": (NOW + timedelta(days=1)).isoformat()}
    replay_all(record(tmp_path / "a", [(url, old, {}), (url, new, later)]), store, None, {})
    with store.begin() as session:
        (kept,) = shelf.articles(session)
    assert ("미룹니다" in kept.text, kept.revision) == (True, 2)
    replay_all(record(tmp_path / "b", [(url, old, {})]), store, None, {})
    with store.begin() as session:
        assert list(shelf.articles(session)) == [kept], "an older answer never replaces a newer one"


def test_an_outlet_of_the_catalogue_gets_its_pages(tmp_path: Path, store: Store) -> None:
    known = Source("maeul", "마을", "forum", "서울", "gnuboard5", "board", home="https://www.board.example/")
    replayed = replay_all(small(tmp_path / "pages"), store, None, {"maeul": known})
    assert {t.source_id for t in replayed.tallies} == {"maeul", "other.example"}
    with store.begin() as session:
        assert runs.source_state(session, "maeul").last_good_at == NOW + timedelta(minutes=6)


def test_of_a_recording_only_what_is_asked_for(tmp_path: Path, store: Store) -> None:
    pages = small(tmp_path / "pages")
    replayed = replay_all(pages, store, None, {}, only=("other.example",))
    assert [one.source_id for one in replayed.tallies] == ["other.example"] and replayed.pages == 1
    with pytest.raises(ReplayError, match=r"no recorded answer of nobody\.example"):
        replay_all(pages, store, None, {}, only=("nobody.example",))
    assert replay_all(pages, store, None, {}).pages == 7


def test_a_recording_without_times_is_still_the_same_twice(tmp_path: Path, store: Store) -> None:
    pages = record(tmp_path / "p", [(f"{BOARD}&wr_id=7", view(POST), {"fetched_at": None})])
    replay_all(pages, store, None, {})
    rows = dump(store)
    replay_all(pages, store, None, {})
    assert dump(store) == rows


def test_compressed_and_mislabelled_bodies_of_a_warc(tmp_path: Path, store: Store) -> None:
    plain = view(POST).encode()
    cases = {
        "gzip": (gzip.compress(plain), "article"),
        "identity": (plain, "article"),
        "br": (b"\x0b\x02\x80" + plain[:50], "error/bad_encoding"),
    }
    with Archive(tmp_path / "warc") as warc:
        for number, (coding, (body, _)) in enumerate(cases.items()):
            headers = (("Content-Type", "text/html"), ("Content-Encoding", coding))
            warc.keep(Capture(f"{BOARD}&wr_id={number}", NOW, 200, headers, body, "OK"))
        undone = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
        warc.keep(Capture(f"{BOARD}&wr_id=90", NOW, 200, undone, plain, "OK"))
    replayed = replay_all(tmp_path / "warc", store, None, {})
    assert counts(replayed) == {"article": 3, "error/bad_encoding": 1}


# --- broken recordings ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{nonsense", "line 2: not JSON"),
        ("[1, 2]", "line 2: not a JSON object"),
        ('{"url": "http://x.example/"}', "line 2: «file» is missing"),
        ('{"file": "0.html", "url": 7}', "line 2: «url» is missing"),
        ('{"file": "0.html", "url": "u", "status": "ok"}', "line 2: «status» is 'ok'"),
        ('{"file": "0.html", "url": "u", "fetched_at": "gestern"}', "line 2: «fetched_at» is 'gestern'"),
        ("[" * 100_000, "line 2: not JSON"),
    ],
)
def test_a_broken_line_is_one_sentence(tmp_path: Path, line: str, says: str) -> None:
    pages = record(tmp_path / "p", [(f"{BOARD}&wr_id=7", view(POST), {})])
    with (pages / "index.jsonl").open("a") as index:
        index.write("\n" + line)
    with pytest.raises(ReplayError) as error:
        list(responses(pages))
    assert f"{pages / 'index.jsonl'}, {says}" in str(error.value)
    assert "\n" not in str(error.value)


def test_unreadable_recordings_are_one_sentence(tmp_path: Path, store: Store) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.warc").write_bytes(b"no such thing")
    (tmp_path / "latin").mkdir()
    (tmp_path / "latin" / "index.jsonl").write_bytes(b'{"file": "\xff"}')
    for path in (tmp_path / "none", tmp_path / "empty", tmp_path / "x.warc", tmp_path / "latin"):
        with pytest.raises(ReplayError) as error:
            replay_all(path, store, None, {})
        assert str(path) in str(error.value)
        assert "\n" not in str(error.value)


def test_a_torn_warc_keeps_what_came_before_and_says_where(tmp_path: Path, store: Store) -> None:
    with Archive(tmp_path / "warc") as warc:
        for number in range(5):
            body = view(replace(POST, number=number, body=random.Random(number).randbytes(900).hex())).encode()
            warc.keep(Capture(f"{BOARD}&wr_id={number}", NOW, 200, (("Content-Type", "text/html"),), body, "OK"))
        last = warc.entries()[-1]
    (path,) = (tmp_path / "warc").glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[: last.offset + last.length // 2])
    replayed = replay_all(path, store, None, {})
    assert counts(replayed) == {"article": 4}
    assert f"{path}: record 14" in replayed.broken


def _kept(folder: Path, plain: bool) -> tuple[Path, bytes, list[int]]:
    """A recording of three pages, its bytes, and where each of its records ends."""
    with Archive(folder / "warc") as warc:
        for number in range(3):
            body = view(replace(POST, number=number)).encode()
            warc.keep(Capture(f"{BOARD}&wr_id={number}", NOW, 200, (("Content-Type", "text/html"),), body, "OK"))
    (path,) = (folder / "warc").glob("*.warc.gz")
    with path.open("rb") as stream:
        members = list(scan(stream))
    packed = path.read_bytes()
    whole = [packed[m.offset : m.offset + m.length] for m in members]
    if plain:
        whole = [gzip.decompress(one) for one in whole]
    ends = list(accumulate(map(len, whole)))
    name = "cut.warc" if plain else "cut.warc.gz"
    return folder / name, b"".join(whole), ends


@pytest.mark.parametrize("plain", [False, True])
def test_a_recording_cut_anywhere_but_between_two_records_says_so(
    tmp_path: Path, plain: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    """In the head of a record, in the checksum of its compression, within its last bytes: nowhere in silence."""
    path, data, ends = _kept(tmp_path, plain)
    for end in ends[1:]:
        before = ends[ends.index(end) - 1]
        last = end - 8 if plain else end  # what lacks but blank lines, of an empty record all of them, is whole
        for cut in (*range(before + 1, before + 60), (before + end) // 2, *range(end - 40, last)):
            path.write_bytes(data[:cut])
            with pytest.raises(ReplayError, match="record"):
                list(responses(path))
    path.write_bytes(data)
    assert len(list(responses(path))) == 3
    assert capfd.readouterr().err == ""


def test_damage_anywhere_is_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path, data, _ = _kept(tmp_path, plain=True)
    head = data.index(b"WARC-Target-URI", data.index(b"WARC-Type: response"))
    for at in range(head, head + 90):
        path.write_bytes(data[:at] + b"\x01" + data[at + 1 :])
        try:
            list(responses(path))
        except ReplayError as error:
            assert str(path) in str(error) and "\n" not in str(error)
    assert capfd.readouterr().err == ""


def test_pages_that_cannot_be_had_are_counted_by_name(tmp_path: Path, store: Store) -> None:
    pages = record(
        tmp_path / "p",
        [
            (f"{BOARD}&wr_id=7", view(POST), {}),
            (f"{BOARD}&wr_id=8", "", {"file": "missing.html"}),
            (f"{BOARD}&wr_id=9", "", {"file": "../../etc/hosts"}),
            (f"{BOARD}&wr_id=10", b"<p>" + b" " * 11_000_000, {}),
            ("not an address", "<html>", {}),
            ("http://x.example/\ud800\x00", "<html><p>\x00</p>", {}),
            ("http://x.example/" + "a" * 5000, "<html>", {}),
        ],
    )
    replayed = replay_all(pages, store, None, {})
    got = counts(replayed)
    assert got["article"] == 1
    assert (got["error/incomplete"], got["error/too_large"]) == (2, 1)


# --- rows of dure parse -----------------------------------------------------------------------


def test_parse_gives_a_row_per_page_in_order(tmp_path: Path) -> None:
    pages = small(tmp_path / "pages")
    rows = list(parse_index(pages / "index.jsonl", {}))
    assert [row["file"] for row in rows] == [f"{n}.html" for n in range(7)]
    assert [row["kind"] for row in rows] == ["listing", "article", *["refusal"] * 4, "article"]
    assert rows[1]["article"]["title"] == POST.title
    assert {"file", "url", "kind", "family", "canonical_key", "refusal", "article", "listing"} <= set(rows[0])
    json.dumps(rows)


def test_parse_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(view(POST).encode("cp949"))
    assert parse_file(f"{BOARD}&wr_id=7", path, sources={})["article"]["title"] == POST.title
    with pytest.raises(ReplayError, match="cannot be read"):
        parse_file("http://x.example/", tmp_path / "none.html", sources={})
    path.write_bytes(b" " * 11_000_000)
    assert parse_file("http://x.example/", path, sources={})["refusal"] == "not_a_page"


# --- the stage --------------------------------------------------------------------------------


def test_a_live_run_needs_a_contact() -> None:
    for contact in ("", "  ", "nobody"):
        with pytest.raises(FetchSetupError, match="DURE_CONTACT"):
            user_agent(contact)
    assert user_agent("a@example.com").endswith("(+a@example.com)")
    assert user_agent("https://example.com/\r\nX: y").count("\n") == 0


def test_sources_are_chosen_by_what_is_due(store: Store) -> None:
    def outlet(name: str, **more: Any) -> Source:
        return Source(name, name, "forum", "서울", "unknown", "board", **more)

    catalogue = {name: outlet(name) for name in ("a", "b", "c")} | {"off": outlet("off", enabled=False)}
    with store.begin() as session:
        for name, hours in (("a", 2), ("b", -1)):
            state = replace(runs.source_state(session, name), next_due_at=NOW + timedelta(hours=hours))
            runs.save_source_state(session, state)
    assert [s.id for s in choose(store, catalogue, now=NOW)] == ["c", "b"]
    assert [s.id for s in choose(store, catalogue, ["a", "a"], now=NOW)] == ["a"]
    with pytest.raises(FetchSetupError, match="nowhere"):
        choose(store, catalogue, ["nowhere"], now=NOW)


def test_tallies_add_up() -> None:
    one = CrawlTally(1, 0, 1, 3, {"article": 2, "listing": 1}, {"added": 2}, ("b: x",))
    both = together([one, CrawlTally(1, 2, 0, 1, {"article": 1}, {"left": 1}, ("a: y",))])
    assert both == CrawlTally(2, 2, 1, 4, {"article": 3, "listing": 1}, {"added": 2, "left": 1}, ("a: y", "b: x"))
    assert both.summary()["article"] == 3


KILLED = """
import sys
from pathlib import Path
from pipelines.crawl.stage import crawl_recording
from pipelines.settings import load
from store.session import open_store, sqlite_address
home = Path(sys.argv[1])
home.mkdir(exist_ok=True)
store = open_store(sqlite_address(home))
print("ready", flush=True)
crawl_recording(store, load(home=home), {}, Path(sys.argv[2]))
"""


def many(folder: Path) -> Path:
    """Enough pages for several batches, some of them twice with other words."""
    rows: list[tuple[str, str | bytes, Mapping[str, Any]]] = []
    for number in range(140):
        post = replace(POST, number=number % 110, body=f"{number}번째 소식입니다. 장터와 설명회 이야기.")
        rows.append((f"{BOARD}&wr_id={post.number}", view(post), {}))
    return record(folder, rows)


@pytest.mark.slow
def test_kill_minus_nine_and_again_gives_the_same_store(tmp_path: Path) -> None:
    pages = many(tmp_path / "pages")
    calm = tmp_path / "calm"
    calm.mkdir()
    undisturbed = open_store(sqlite_address(calm))
    crawl_recording(undisturbed, load(home=calm), {}, pages)
    rng = random.Random(5)
    home = tmp_path / "killed"
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(home), str(pages)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(rng.uniform(0.1, 0.9))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    again = open_store(sqlite_address(home))
    crawl_recording(again, load(home=home), {}, pages)
    assert dump(again) == dump(undisturbed)
    with Archive(home / "archive") as archive, Archive(calm / "archive") as other:
        assert list(archive.check()) == []
        assert {(e.url, e.at, e.digest) for e in archive.entries()} == {
            (e.url, e.at, e.digest) for e in other.entries()
        }
    again.close()
    undisturbed.close()


# --- the shared pages -------------------------------------------------------------------------


@pytest.mark.slow
def test_the_shared_pages_add_up_and_a_second_run_changes_nothing(shared: Path, store: Store, archive: Archive) -> None:
    index = shared / "pages" / "index.jsonl"
    pages = len(index.read_text(encoding="utf-8").splitlines())
    first = tallied(replay_all(shared / "pages", store, archive, {}).tallies)
    assert (first.pages, sum(first.counts.values())) == (pages, pages)
    assert sum(first.decisions.values()) == first.counts["article"]
    assert not any(name.startswith("error/") for name in first.counts)
    rows = dump(store)
    second = tallied(replay_all(shared / "pages", store, archive, {}).tallies)
    assert second.counts == first.counts
    assert second.decisions == {"left": first.counts["article"]}
    assert dump(store) == rows
    assert len(archive.entries()) <= pages
