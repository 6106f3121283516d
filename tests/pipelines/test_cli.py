"""What people see of their mistakes: one clear sentence, a non-zero exit, nothing half-written, never a traceback."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.session import open_store, sqlite_address

UNREACHABLE = "postgresql+psycopg://nobody:secret@127.0.0.1:1/x"
DURE = str(Path(sys.executable).with_name("dure"))


def dure(
    *arguments: str | Path, stdin: str = "", limit: Callable[[], None] | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DURE_")}
    return subprocess.run(
        [DURE, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**clean, **environment},
        preexec_fn=limit,
        timeout=600,
    )


def assert_says(done: subprocess.CompletedProcess[str], *words: str, code: int = 2) -> None:
    assert done.returncode == code, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


def test_help_names_every_command_with_an_example() -> None:
    listed = dure("--help").stdout
    for command in (
        "run",
        "crawl",
        "parse",
        "extract",
        "when",
        "cluster",
        "match",
        "publish",
        "serve",
        "schedule",
        "sql",
    ):
        assert command in listed
        assert f"dure {command}" in dure(command, "--help").stdout, f"{command} --help has no example"


@pytest.mark.parametrize("group", ((), ("sources",), ("archive",), ("mail",), ("judge",), ("fix",), ("register",)))
def test_a_list_of_commands_says_each_in_a_whole_sentence(group: tuple[str, ...]) -> None:
    """Where no terminal is wider: 80 columns. Cut off it read «Bring up the Prefect server, the schedules and…»."""
    said = dure(*group, "--help").stdout.partition("Commands:")[2].strip().splitlines()
    assert said and all(line.endswith(".") and not line.endswith("...") for line in said), said


def test_an_unknown_option() -> None:
    assert_says(dure("run", "--quick"), "--quick")


def test_a_recording_that_is_not_there(tmp_path: Path) -> None:
    assert_says(
        dure("run", "--plain", "--replay", tmp_path / "none.warc", "--home", tmp_path / "home"),
        "none.warc is not there",
    )
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("content", [b"", b"not a warc at all", b"\x1f\x8b\x08\x00broken gzip"])
def test_an_unreadable_warc(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.warc.gz").write_bytes(content)
    assert_says(
        dure("run", "--plain", "--replay", tmp_path / "bad.warc.gz", "--home", tmp_path / "home"), "bad.warc.gz"
    )


def test_a_folder_without_a_recording_makes_no_home(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "read.me").write_text("")
    for command in (("run", "--plain"), ("crawl",)):
        done = dure(*command, "--replay", tmp_path / "notes", "--home", tmp_path / "home")
        assert_says(done, str(tmp_path / "notes"), "holds no recording", "index.jsonl")
    assert not (tmp_path / "home").exists()


def test_a_broken_catalogue_entry(tmp_path: Path, recording: Path) -> None:
    fields = ('id = "x"', 'name = "엑스"', 'kind = "local_newspaper"', 'region = "화성"', 'family = "ndsoft"')
    entry = "\n".join(["[[source]]", *fields, 'channel = "news"', ""])
    (tmp_path / "x.toml").write_text(entry, encoding="utf-8")
    done = dure("run", "--plain", "--replay", recording, "--catalogue", tmp_path, "--home", tmp_path / "home")
    assert_says(done, "x.toml", "x: region")


def test_a_home_that_cannot_be_made(tmp_path: Path, recording: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert_says(dure("run", "--plain", "--replay", recording, "--home", tmp_path / "file" / "home"), "DURE_HOME")


def test_a_store_of_a_newer_schema(tmp_path: Path) -> None:
    open_store(sqlite_address(tmp_path)).close()
    assert_says(dure("status", "--home", tmp_path), code=0)
    import sqlite3

    with sqlite3.connect(tmp_path / "store.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9000'")
    assert_says(dure("status", "--home", tmp_path), "schema 9000", "newer Dure")


def test_a_full_disk(tmp_path: Path, recording: Path, demo_catalogue: Path) -> None:
    """A file size limit stands for the full disk: the same writes fail at the same places."""

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    given = ["run", "--plain", "--replay", recording, "--catalogue", demo_catalogue, "--home", tmp_path]
    assert_says(dure(*given, limit=small_disk), "disk")
    assert not (tmp_path / "published" / "current").exists()
    assert_says(dure(*given), code=0)
    assert (tmp_path / "published" / "current" / "index.html").exists()


@pytest.mark.parametrize("name,value", [("DURE_WORKERS", "many"), ("DURE_WORKERS", "0")])
def test_a_wrong_setting(name: str, value: str, tmp_path: Path) -> None:
    assert_says(dure("status", "--home", tmp_path, **{name: value}), name, value)


def test_a_wrong_store_address(tmp_path: Path) -> None:
    assert_says(dure("status", "--home", tmp_path, DURE_STORE=UNREACHABLE), "DURE_STORE")
    shown = dure("status", "--home", tmp_path, DURE_STORE="nonsense://x")
    assert_says(shown, "DURE_STORE")


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    done = dure("status", "--home", tmp_path, DURE_STORE=UNREACHABLE)
    assert "secret" not in done.stdout + done.stderr


@pytest.mark.parametrize("typed", ["run", "run --plain", "crawl eroun"])
def test_a_live_run_needs_a_contact(tmp_path: Path, typed: str) -> None:
    done = dure(*typed.split(), "--home", tmp_path / "home")
    assert_says(done, "DURE_CONTACT")
    assert done.stderr.count("\n") == 1 and not (tmp_path / "home").exists()


def test_an_error_for_people_is_no_traceback_through_prefect_either(tmp_path: Path) -> None:
    """Prefect logs what ends a task with its traceback, and once more for every flow around it."""
    (tmp_path / "bad.warc.gz").write_bytes(b"\x1f\x8b\x08\x00broken gzip")
    done = dure("run", "--replay", tmp_path / "bad.warc.gz", "--home", tmp_path / "home")
    assert_says(done, "bad.warc.gz: record 1 cannot be read as WARC")


def test_a_source_that_is_not_in_the_catalogue(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert_says(dure("crawl", "no-such-paper", "--home", home, DURE_CONTACT="a@example.com"), "no-such-paper")
    assert not home.exists(), "a slip of the keys is no broken run"


@pytest.mark.parametrize("typed", ["serve --port 99999", "schedule --port 99999", "schedule --every -5"])
def test_a_number_that_cannot_be(tmp_path: Path, typed: str) -> None:
    assert_says(dure(*typed.split(), "--home", tmp_path), f"Invalid value for '{typed.split()[1]}'")


def test_a_cron_that_is_none(tmp_path: Path, recording: Path, demo_catalogue: Path) -> None:
    given = ["--replay", recording, "--catalogue", demo_catalogue, "--home", tmp_path]
    assert_says(dure("schedule", "--cron", "every day", *given), "--cron: «every day»")
    assert not (tmp_path / "prefect-server.log").exists(), "no server is brought up for it"


def test_a_file_of_settings_that_cannot_be_read(tmp_path: Path) -> None:
    """Without it Dure would work with other settings than those that were meant."""
    missing, spoilt = tmp_path / "dure.env", tmp_path / "spoilt.env"
    spoilt.write_bytes("DURE_CONTACT=소식".encode("cp949"))
    assert_says(dure("runs", "--home", tmp_path, DURE_SETTINGS=str(missing)), "DURE_SETTINGS", "dure.env is no file")
    assert_says(dure("runs", "--home", tmp_path, DURE_SETTINGS=str(spoilt)), "spoilt.env", "not UTF-8")


def test_shared_storage_without_credentials_is_one_sentence(tmp_path: Path) -> None:
    pytest.importorskip("s3fs")
    nobody = {
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_ACCESS_KEY_ID": "",
        "HOME": str(tmp_path),
    }
    open_store(sqlite_address(tmp_path)).close()
    done = dure("archive", "find", "x", "--home", tmp_path, DURE_ARCHIVE="s3://nobodys-bucket", **nobody)
    assert_says(done, "s3://nobodys-bucket cannot be used", "DURE_ARCHIVE")


def test_nothing_has_run_and_nothing_is_paused(tmp_path: Path) -> None:
    open_store(sqlite_address(tmp_path)).close()
    assert_says(dure("runs", "last", "--home", tmp_path), "Nothing has run")
    assert_says(dure("resume", "--home", tmp_path), "There is no pause of everything; paused is: nothing.")


@pytest.mark.parametrize("said", ["news.centre.example", "ftp://news.centre.example/", "https://"])
def test_a_public_address_that_is_none_would_stand_in_every_feed(tmp_path: Path, said: str) -> None:
    done = dure("publish", "--home", tmp_path, DURE_SITE_URL=said)
    assert_says(done, "DURE_SITE_URL: write a whole address", said)


def test_an_unset_name_of_a_source_is_not_everything(tmp_path: Path) -> None:
    open_store(sqlite_address(tmp_path)).close()
    for command in ("pause", "resume"):
        assert_says(dure(command, "", "--home", tmp_path), "The id of the source is empty")
    assert_says(dure("resume", "--home", tmp_path), "There is no pause of everything")


def test_a_database_we_do_not_know_is_told_what_to_write() -> None:
    done = dure("status", DURE_STORE="mysql://dure:geheim@db/dure")
    assert_says(done, "db/dure", "write postgresql+psycopg://USER@HOST/NAME")
    assert "geheim" not in done.stderr


def test_bad_lines_are_named_and_the_rest_is_done() -> None:
    good = {"id": "t", "ref": "2026-11-20T09:00:00+09:00", "expression": "11월 28일"}
    lines = [json.dumps(good), "not json", "[1, 2]", '{"id": "x"}', "", json.dumps({**good, "id": "u"})]
    done = dure("when", stdin="\n".join(lines))
    assert_says(done, "line 2", "line 3", "line 4", code=1)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["t", "u"]
    assert json.loads(done.stdout.splitlines()[0])["start"] == "2026-11-28"


def test_a_file_that_is_not_there() -> None:
    assert_says(dure("extract", "nowhere.jsonl"), "nowhere.jsonl cannot be read")


def test_parse_says_what_it_needs(tmp_path: Path) -> None:
    assert_says(dure("parse"), "--index")
    assert_says(dure("parse", "--index", tmp_path / "index.jsonl"), "index.jsonl")


NO_PAGES = {
    "empty": b"",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "cut": b"<html><body><div id='bo_v'><p>\xea\xb0",
}


@pytest.mark.parametrize("body", NO_PAGES.values(), ids=NO_PAGES)
def test_a_page_that_is_no_page_is_a_named_refusal(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(body)
    done = dure("parse", "--url", "https://ex.test/bbs/board.php?bo_table=notice&wr_id=1", tmp_path / "page")
    assert done.returncode == 0, done.stderr
    row = json.loads(done.stdout)
    assert row["kind"] == "refusal" and row["refusal"] and row["article"] is None


def test_search_and_serve_without_a_release(tmp_path: Path) -> None:
    assert_says(dure("search", "마을", "--home", tmp_path), "no release")
    assert_says(dure("serve", "--home", tmp_path), "no release")
