"""`dure add`, `dure sources`, `dure archive` and `dure forget` as people type them."""

from __future__ import annotations

import contextlib
import io
import json
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from ports import free_port
from typed import dure

from pipelines.cli import health
from pipelines.cli.onboarding import articles_table
from pipelines.cli.tables import pages_console
from pipelines.crawl.looking import Look
from pipelines.crawl.response import Response
from pipelines.settings import load
from sources.page import Article, Reading
from store.archive import Archive, Capture

LIST = "https://gaon.test/news/articleList.html?view_type=sm"
ARTICLE = "https://gaon.test/news/articleView.html?idxno=24140"


def says(done: CompletedProcess[str], *words: str, code: int = 2) -> None:
    assert done.returncode == code, (done.returncode, done.stderr)
    for word in words:
        assert word in done.stderr


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, recording: Path, demo_catalogue: Path) -> Path:
    """A home into which the demo was crawled once. Tests that change it work on what no other test asks for."""
    folder = tmp_path_factory.mktemp("home")
    done = dure("crawl", "--replay", recording, "--catalogue", demo_catalogue, "--home", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_add_shows_what_it_read_and_writes_an_entry_that_loads(tmp_path: Path, recording: Path) -> None:
    file = tmp_path / "gangwon.toml"
    done = dure("add", LIST, "--replay", recording, "--write", file, "--kind", "local_newspaper", "--region", "강원")
    assert done.returncode == 0, done.stderr
    assert "가온신문" in done.stdout and "춘천 소셜벤처 5곳" in done.stdout
    (entry,) = tomllib.loads(file.read_text(encoding="utf-8"))["source"]
    assert (entry["family"], entry["region"]) == ("ndsoft", "강원")
    listed = dure("sources", "--catalogue", tmp_path, "--json").stdout.splitlines()
    assert [json.loads(line)["name"] for line in listed] == ["가온신문"]


def test_add_takes_the_region_of_the_file_and_leaves_the_kind_to_the_person(tmp_path: Path, recording: Path) -> None:
    file = tmp_path / "gangwon.toml"
    common = ("--replay", recording, "--catalogue", tmp_path, "--write", file)
    first = dure("add", LIST, "--replay", recording, "--write", file, "--kind", "local_newspaper", "--region", "강원")
    assert first.returncode == 0, first.stderr
    second = dure("add", "https://haesol.test/news/article_list_all.html", *common)
    assert second.returncode == 0, second.stderr
    assert 'region = "강원"' in second.stdout
    assert len(tomllib.loads(file.read_text(encoding="utf-8"))["source"]) == 1, "stands there as comments"
    assert dure("sources", "--catalogue", tmp_path).returncode == 0


def test_add_takes_a_region_as_the_law_writes_it(recording: Path) -> None:
    common = ("--replay", recording, "--kind", "local_newspaper", "--json")
    said = json.loads(dure("add", LIST, *common, "--region", "강원특별자치도").stdout)
    assert tomllib.loads(said["entry"])["source"][0]["region"] == "강원"


def test_a_title_of_a_page_is_shown_whole_and_steers_no_terminal() -> None:
    title = "[red]두레 [속보] " + "마을기업이 함께 짓는 집 " * 9 + "끝"
    article = Article(title=title + "\x1b[2J\u202e", body_text="몸글")
    answer = Response("https://a.test/1", "https://a.test/1", datetime(2026, 11, 26, tzinfo=UTC), 200)
    look = Look(answer.url, "article", answer, Reading("gnuboard5", "article", article=article))
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        pages_console().print(articles_table((look,)))
    cells = "".join(line.split("│")[1].strip() for line in shown.getvalue().splitlines() if line.startswith("│"))
    assert cells.replace(" ", "") == (title + "[2J").replace(" ", "")  # without the character that begins the order
    assert "\x1b" not in shown.getvalue() and "\u202e" not in shown.getvalue()


def test_add_as_json(recording: Path) -> None:
    said = json.loads(dure("add", LIST, "--replay", recording, "--json").stdout)
    assert said["family"] == "ndsoft"
    assert said["articles"][0]["article"]["title"] == "춘천 소셜벤처 5곳, 27일 투자자 앞에 선다"
    assert tomllib.loads(said["entry"])["source"][0]["feeds"][0]["mark"] == "seen"


def test_add_says_what_it_was_given(tmp_path: Path, recording: Path) -> None:
    says(dure("add", "산마루신문", "--replay", recording), "is not an address")
    says(dure("add", LIST), "DURE_CONTACT")
    says(dure("add", "https://nowhere.test/", "--replay", recording), "holds no page of nowhere.test")
    says(dure("add", LIST, "--replay", recording, "--kind", "newspaper"), "--kind", "local_newspaper")
    says(dure("add", LIST, "--replay", recording, "--write", tmp_path / "x.txt"), "--write")
    unreachable = dure("add", "http://127.0.0.1:9/", DURE_CONTACT="a@example.com", DURE_ALLOW_PRIVATE="true")
    says(unreachable, "cannot be reached")


def test_families_say_what_they_rest_on() -> None:
    rows = [json.loads(line) for line in dure("sources", "--families", "--json").stdout.splitlines()]
    said = {row["family"]: row["evidence"] for row in rows}
    assert said["gnuboard5"] == "rendered" and said["ndsoft"] == "reconstructed" and said["ntt"] == "none"
    assert set(said.values()) <= {"rendered", "saved", "reconstructed", "none"}


def test_check_asks_and_keeps_nothing(tmp_path: Path, recording: Path, demo_catalogue: Path) -> None:
    home = tmp_path / "home"
    done = dure("sources", "check", "gaon", "--replay", recording, "--catalogue", demo_catalogue, DURE_HOME=str(home))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "feed of 9" in done.stdout and "춘천 소셜벤처 5곳" in done.stdout
    assert not home.exists()
    says(dure("sources", "check", "nobody", "--catalogue", demo_catalogue), "nobody", "dure sources")


def test_check_of_a_host_that_does_not_answer_sends_nobody_to_look_for_another_list(tmp_path: Path) -> None:
    """Nor does a list that moved say «try again»."""
    port = free_port()
    entry = {"id": "silent", "name": "조용한신문", "kind": "local_newspaper", "region": "강원", "family": "ndsoft"}
    lines = [f'{name} = "{value}"' for name, value in entry.items()]
    site = f"http://127.0.0.1:{port}"
    lines += ['channel = "news"', f'home = "{site}/"', f'lists = [{{ url = "{site}/list", mark = "seen" }}]']
    (tmp_path / "gangwon.toml").write_text("[[source]]\n" + "\n".join(lines), encoding="utf-8")
    settings = {"DURE_CONTACT": "a@centre.example", "DURE_ALLOW_PRIVATE": "true"}
    done = dure("sources", "check", "silent", "--catalogue", tmp_path, **settings)
    assert done.returncode == 1, done.stderr
    assert "no web server listens there" in done.stdout and "dure add" not in done.stdout


def test_an_answer_of_before_is_not_shown_as_that_of_today(tmp_path: Path) -> None:
    """Of a host that does not answer nothing is kept: what lies in the archive is from before it fell silent."""
    settings, then = load(home=tmp_path), datetime(2026, 11, 23, 6, tzinfo=UTC)
    with Archive(settings.archive_folder) as archive:
        archive.keep(Capture("http://silent.example/list", then, 200, (), b"<p>\xea\xb8\x80</p>"))
    asked = health.Asked(settings, {}, "")
    for since, first in ((then, "status 200"), (then + timedelta(hours=1), "no answer of it that could be kept since")):
        lines = list(health._page(asked, "silent", "http://silent.example/list", then + timedelta(hours=2), since))
        assert first in lines[0] and "dure archive show" in lines[-1]


def test_try_prints_one_reading(recording: Path, demo_catalogue: Path) -> None:
    done = dure("sources", "try", "gaon", "--url", ARTICLE, "--replay", recording, "--catalogue", demo_catalogue)
    row = json.loads(done.stdout)
    assert (row["kind"], row["family"]) == ("article", "ndsoft")
    newest = json.loads(dure("sources", "try", "gaon", "--replay", recording, "--catalogue", demo_catalogue).stdout)
    assert newest["article"]["title"] == row["article"]["title"]


def test_keep_stores_a_page_with_its_reading(home: Path, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_bytes(dure("archive", "show", ARTICLE, "--home", home).stdout.encode())
    for name in ("saved", "saved-2"):
        done = dure("sources", "keep", ARTICLE, page, "--into", tmp_path / "pages")
        assert done.returncode == 0, done.stderr
        kept = json.loads((tmp_path / "pages" / "gaon.test" / f"{name}.json").read_text(encoding="utf-8"))
        assert (kept["file"], kept["url"], kept["family"]) == (f"{name}.html", ARTICLE, "ndsoft")
    says(dure("sources", "keep", ARTICLE, tmp_path / "none.html"), "none.html is not there")
    for wrong in ("gaon.test", "news/articleView.html", "ftp://gaon.test/a"):
        says(dure("sources", "keep", wrong, page, "--into", tmp_path / "wrong"), "is not an address")
    assert not (tmp_path / "wrong").exists()


def test_archive_find_show_and_check(home: Path) -> None:
    (line,) = dure("archive", "find", ARTICLE, "--home", home).stdout.splitlines()
    assert "\t200\tresponse\tgaon\t" in line
    shown = dure("archive", "show", ARTICLE, "--headers", "--home", home).stdout
    assert shown.startswith("HTTP/1.1 200") and "춘천 소셜벤처 5곳" in shown
    says(dure("archive", "find", "https://gaon.test/none", "--home", home), "is not in the archive", code=1)
    says(dure("archive", "show", "https://gaon.test/none", "--home", home), "is not in the archive")
    assert dure("archive", "check", "--home", home).returncode == 0


def test_names_that_are_mistyped_are_not_answered_by_nothing(home: Path, tmp_path: Path, demo_catalogue: Path) -> None:
    (tmp_path / "saved.html").write_text("<p>글</p>")
    says(dure("archive", "show", LIST, "--number", "0", "--home", home), "has 1 capture of it")
    purge = ("archive", "purge", "--older-than", "9000", "--home", home, "--catalogue", demo_catalogue)
    says(dure(*purge, "--source", "goan"), "--source goan", "dure sources")
    assert dure(*purge, "--source", "gaon").returncode == 0
    says(dure("runs", "last", "--log", "--source", "goan", "--home", home), "goan was not asked")
    assert dure("runs", "last", "--log", "--source", "gaon", "--home", home).returncode == 0
    says(dure("parse", "--url", "gaon", tmp_path / "saved.html"), "--url: 'gaon' is not a whole")


def test_archive_check_names_what_is_broken(home: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (warc,) = (home / "archive").glob("*.warc.gz")
    torn = bytearray(warc.read_bytes())
    torn[len(torn) // 2] ^= 0xFF
    (tmp_path / "archive" / warc.name).write_bytes(bytes(torn))
    done = dure("archive", "check", "--home", tmp_path)
    assert done.returncode == 1
    assert warc.name in done.stdout and "at byte" in done.stdout


def test_archive_replay_changes_nothing(home: Path, demo_catalogue: Path) -> None:
    done = dure("archive", "replay", "--home", home, "--catalogue", demo_catalogue, "--json")
    tally = json.loads(done.stdout)["stages"]["crawl"]
    assert (tally["added"], tally["replaced"]) == (0, 0) and tally["left"] > 40


def test_purge_and_forget(home: Path, tmp_path: Path) -> None:
    other = "https://byeolha.test/?p=598"
    done = dure("forget", other, "--home", home)
    assert done.returncode == 0, done.stderr
    assert "1 article with 1 revision, " in done.stdout and "The next release leaves it out" in done.stdout
    says(dure("forget", other, "--home", home), "nothing is known of it", code=1)
    says(dure("archive", "find", other, "--home", home), "not in the archive", code=1)
    assert "1 capture removed" in dure("archive", "forget", "https://byeolha.test/?p=601", "--home", home).stdout
    says(dure("archive", "purge", "--older-than", "0", "--home", home), "--older-than")
    says(dure("archive", "check", "--home", tmp_path / "none"), "no archive", "--home")


def test_purge_removes_what_is_old(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "archive"
    copy.mkdir()
    for warc in (home / "archive").glob("*.warc.gz"):
        (copy / warc.name).write_bytes(warc.read_bytes())
    assert "0 captures" in dure("archive", "purge", "--older-than", "36000", "--home", tmp_path).stdout
    with Archive(copy) as archive:
        before = archive.entries()
    name = before[0].source_id
    done = dure("archive", "purge", "--older-than", "1", "--source", name, "--home", tmp_path)
    with Archive(copy) as archive:
        left = archive.entries()
    assert f"{len(before) - len(left)} captures removed" in done.stdout
    assert before[0] not in left
    assert [e.url for e in left if e.source_id != name] == [e.url for e in before if e.source_id != name]
