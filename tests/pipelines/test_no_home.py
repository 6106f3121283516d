"""A home that is not there is said not to be, and none is made by asking; one that may not be written can be read."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from homes import digest, rows_of, store_of  # type: ignore[import-not-found]
from typed import dure

from pipelines.settings import Settings
from store import files

READING = (
    "status", "status gaon.test", "runs", "runs last", "sql", "sql --published", "search 마을", "search --private 마을",
    "serve", "doctor", "doctor --repair", "archive check", "archive find u", "archive show u", "archive replay",
    "reread", "fix list", "fix show 3", "judge list", "judge show ev-1", "mail list", "mail send --preview letters",
    "backup there",
)  # fmt: skip
CHANGING = (
    "publish", "archive purge --older-than 3", "archive forget u", "forget u", "reread --take", "fix undo 3",
    "fix event ev-1 --title x --why y", "fix article a1 --relevant --why y", "judge same a b --why x", "judge undo a b",
    "mail add a@b.example", "mail remove a@b.example", "mail send --again a@b.example", "pause", "resume",
)  # fmt: skip


@pytest.mark.parametrize("typed", READING + CHANGING)
def test_asking_makes_no_home(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = dure(*typed.split(), "--home", "typo")
    assert (done.returncode, done.stderr.count("\n"), done.stdout) == (2, 1, ""), done.stderr
    assert "There is no " in done.stderr and "typo" in done.stderr.replace("no store yet to back up", "typo")
    assert ("--home" in done.stderr) or ("dure run" in done.stderr)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ("status", "sql", "fix list"))
def test_a_folder_that_is_no_home_stays_as_it_is(typed: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    done = dure(*typed.split(), "--home", tmp_path)
    assert done.returncode == 2 and "no store.db in it" in done.stderr and "`dure run --home" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_home_that_lost_its_store_is_ill_and_gets_no_new_one(settings: Settings) -> None:
    (settings.home / "store.db").unlink()
    done = dure("doctor", "--home", settings.home)
    assert done.returncode == 1 and "store: There is no store at" in done.stdout and "dure restore" in done.stdout
    assert not (settings.home / "store.db").exists()


def test_a_server_without_tables_is_not_filled_by_asking(postgres_server: str, tmp_path: Path) -> None:
    from databases import fresh_database

    store = fresh_database(postgres_server)
    done = dure("status", "--home", tmp_path / "typo", DURE_STORE=store)
    assert done.returncode == 2 and "is empty" in done.stderr and not (tmp_path / "typo").exists()
    again = dure("runs", "--home", tmp_path / "typo", DURE_STORE=store)
    assert "is empty" in again.stderr


# --- a home that may not be written -----------------------------------------------------------

READ = ("status", "runs", "runs last", "fix list", "judge list", "mail list", "search --private 마을", "doctor",
        "archive check", "search 마을", "sql --format csv", "archive find https://gaon.test/rss/allArticle.xml",
        "archive show https://gaon.test/rss/allArticle.xml --headers")  # fmt: skip


def bytes_of(home: Path) -> dict[str, str]:
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def frozen(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """The home behind a mount that refuses every write, to root as well."""
    place = tmp_path / "mounted"
    place.mkdir()
    done = subprocess.run(
        f"mount --bind {settings.home} {place} && mount -o remount,bind,ro {place}",
        shell=True, capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        subprocess.run(["umount", str(place)], capture_output=True, check=False)
        pytest.skip(f"nothing can be mounted here: {done.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("typed", READ)
def test_a_home_on_a_disk_that_refuses_writes_is_read(typed: str, settings: Settings, frozen: Path) -> None:
    expected = dure(*typed.split(), "--home", settings.home, "--catalogue", settings.catalogue or "")
    if expected.returncode == 2:  # a command without --catalogue
        expected = dure(*typed.split(), "--home", settings.home)
    done = dure(*typed.split(), "--home", frozen)
    assert (done.returncode, done.stdout) == (expected.returncode, expected.stdout), done.stderr


@pytest.mark.parametrize("typed", READ)
def test_reading_what_may_not_be_written_leaves_nothing(
    typed: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where nothing can be mounted: the store is told that it may not be written."""
    before = bytes_of(settings.home)
    monkeypatch.setattr(files, "writable", lambda path: False)
    monkeypatch.setattr("store.session.writable", lambda path: False)
    done = dure(*typed.split(), "--home", settings.home)
    assert done.returncode in (0, 1) and not done.stderr.startswith("dure: The store"), done.stderr
    assert bytes_of(settings.home) == before


@pytest.mark.parametrize("name", ["backup", "backup.tar"])
def test_a_home_on_such_a_disk_is_backed_up_elsewhere(
    settings: Settings, frozen: Path, tmp_path: Path, name: str
) -> None:
    done = dure("backup", tmp_path / name, "--home", frozen)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert dure("restore", tmp_path / name, "--home", tmp_path / "new").returncode == 0
    assert dure("doctor", "--home", tmp_path / "new").returncode == 0
    assert rows_of(store_of(tmp_path / "new")) == rows_of(store_of(settings.home))
    assert digest(tmp_path / "new") == digest(settings.home)
    refused = dure("backup", frozen / name, "--home", frozen)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1) and "cannot be written" in refused.stderr


def test_it_is_read_again_and_nothing_of_that_is_taken(settings: Settings, frozen: Path) -> None:
    typed = ("reread", "--processes", "1", "--catalogue", settings.catalogue or "", "--home", frozen)
    done = dure(*typed)
    assert done.returncode == 0 and "49 articles read again, 0 of them differ" in done.stderr, done.stderr
    taken = dure(*typed, "--take")
    assert (taken.returncode, taken.stderr.count("\n")) == (2, 1) and "cannot be written" in taken.stderr


def test_changing_what_may_not_be_written_is_one_sentence(frozen: Path) -> None:
    for typed in (
        "pause",
        "mail add a@b.example",
        "archive forget http://x.example/",
        "archive replay",
        "archive purge --older-than 9",
    ):
        done = dure(*typed.split(), "--home", frozen)
        assert done.returncode == 2 and done.stderr.count("\n") == 1, done.stderr
        assert "cannot be written; set DURE_HOME" in done.stderr, done.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("fix list", "No corrections yet."),
        ("fix list --review", "No correction is to be looked at again."),
        ("judge list", "No word of a person yet."),
        ("mail list", "There are no readers yet; `dure mail add ADDRESS` adds one."),
    ],
)
def test_a_list_that_holds_nothing_says_so_beside_it(typed: str, said: str, settings: Settings) -> None:
    done = dure(*typed.split(), "--home", settings.home)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{said}\n")
