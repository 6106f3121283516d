"""The whole published folder, held to the output tiers and to «no personal phone, mail, number, nickname».

The demo is recorded once more with private data planted into every page: in the text in the shapes people
write, as the writer's name on boards, in comments, in the line of the reporter; and one outlet allows title
and link only. Then the main job runs, and every file of the folder is read, whatever its format.
"""

from __future__ import annotations

import html
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from homes import DEMO, DURE

from pipelines.publish.personal import personal

PHONES = (
    "010-{a}-{b}",
    "010.{a}.{b}",
    "010 {a} {b}",
    "010{a}{b}",
    "+82-10-{a}-{b}",
    "(010){a}-{b}",
    "010)　{a}-{b}",
    "０１０-{a}-{b}",
)
LINK_ONLY = "haesol"
RUN = 41
"""One more than the characters of evidence that may be shown: so long a run of a body is a quotation."""


def planted(number: int) -> dict[str, str]:
    """Private data of an invented person, different on every page."""
    a, b = f"{2300 + number}", f"{7100 + number * 7}"
    return {
        "phone": PHONES[number % len(PHONES)].format(a=a, b=b), "comment phone": f"010-{a}-{int(b) + 1}",
        "mail": f"saram{number}x@pyeonji.example.com", "mail of the reporter": f"gija{number}x@sinmun.example.com",
        "resident number": f"{700101 + number}-1{234500 + number}", "nickname": f"별빛토끼{number}호",
        "comment": f"저는 옆집 사람{number}인데 꼭 가 볼게요",
    }  # fmt: skip


def with_private_data(page: dict[str, Any], number: int, board: bool) -> dict[str, Any]:
    said = planted(number)
    body = page["body"].rstrip() + (
        f"\n담당자 휴대전화 {said['phone']}, 메일 {said['mail']} 로 연락 주세요."
        f"\n신청서에는 {said['resident number']} 처럼 적습니다.\n"
    )
    if board:
        comments = [f"{said['comment']} {said['comment phone']}", *page.get("comments", [])]
        return {**page, "body": body, "by": said["nickname"], "comments": comments}
    return {**page, "body": body + f"\n{page.get('by') or '한봄'} 기자 {said['mail of the reporter']}\n"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the main job publishes from the recording with private data in it."""
    home = tmp_path_factory.mktemp("planted")
    spec = importlib.util.spec_from_file_location("demo_record", DEMO / "record.py")
    assert spec and spec.loader
    record: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = record
    spec.loader.exec_module(record)
    entries = {entry["id"]: entry for entry in record._toml("catalogue/demo.toml")["source"]}
    pages = [
        with_private_data(page, number, entries[page["outlet"]]["channel"] == "board")
        for number, page in enumerate(record._toml("content.toml")["page"])
    ]
    told = record._toml
    record._toml = lambda name: {"page": pages} if name == "content.toml" else told(name)
    (home / "recording.warc.gz").write_bytes(record.warc(sorted(record.recorded(), key=lambda e: (e.at, e.url))))
    (home / "catalogue").mkdir()
    catalogue = (DEMO / "catalogue/demo.toml").read_text(encoding="utf-8")
    quiet = catalogue.replace(f'id = "{LINK_ONLY}"\n', f'id = "{LINK_ONLY}"\ntier = "link"\n')
    assert quiet != catalogue
    (home / "catalogue/demo.toml").write_text(quiet, encoding="utf-8")
    command = [DURE, "run", "--plain", "--json", "--replay", str(home / "recording.warc.gz")]
    done = subprocess.run(
        [*command, "--catalogue", str(home / "catalogue"), "--home", str(home)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return home / "published" / "current"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """(path, everything readable in it) for every file, compressed formats unpacked."""
    import pyarrow.parquet

    for path in sorted(folder.resolve().rglob("*")):
        if path.is_file():
            name = str(path.relative_to(folder.resolve()))
            if path.suffix == ".parquet":
                yield name, json.dumps(pyarrow.parquet.read_table(path).to_pylist(), ensure_ascii=False, default=str)
            else:
                raw = path.read_bytes().decode("utf-8", "ignore")
                yield name, html.unescape(raw.replace("\r\n ", ""))  # folded lines of a calendar are one line


def test_the_folder_holds_what_was_put_in(folder: Path) -> None:
    """Otherwise the tests below would praise an empty folder."""
    found = dict(texts(folder))
    assert len(found) > 100 and "온새미 사회적경제 장터" in found["index.html"]
    assert "전북 사회적경제 포럼" in found["digest.db"] and len(found["exports/event.parquet"]) > 1_000
    assert "해솔저널" in found["outlets.html"]


def leaks(found: Iterable[tuple[str, str]], secrets: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """(file, what, words) of every secret that stands in a file, however its digits are set apart."""
    bare = {secret: digits(secret[1]) for secret in secrets}
    leaked = []
    for name, text in found:
        numbers = re.sub(r"[\s().–-]", "", text)
        leaked += [(name, *secret) for secret, run in bare.items() if secret[1] in text or (run and run in numbers)]
    return leaked


def test_no_planted_private_data_is_in_any_file(folder: Path) -> None:
    count = len(tomllib.loads((DEMO / "content.toml").read_text(encoding="utf-8"))["page"])
    assert leaks(texts(folder), [secret for n in range(count) for secret in planted(n).items()]) == []


def test_the_search_for_leaks_finds_them() -> None:
    secrets = list(planted(0).items())
    for what, words in secrets:
        assert leaks([("x", f"앞 {words} 뒤")], secrets) == [("x", what, words)]
    assert leaks([("x", "010 (2300) 7100")], secrets) and not leaks([("x", "010-2300-7109")], secrets)


def digits(words: str) -> str:
    """The last eight digits of a telephone or resident number, which no other writing of it can hide."""
    bare = re.sub(r"\D", "", words)
    return bare[-8:] if len(bare) >= 10 and "@" not in words else ""


def test_no_shape_of_private_data_is_in_any_file(folder: Path) -> None:
    uids = re.compile(r"[\w-]+@dure\b[\w.-]*")
    found = {name: list(personal(uids.sub(" ", text)))[:2] for name, text in texts(folder) if not name.endswith(".db")}
    assert {name: said for name, said in found.items() if said} == {}


def test_no_run_of_a_body_is_quoted_anywhere(folder: Path) -> None:
    pages = tomllib.loads((DEMO / "content.toml").read_text(encoding="utf-8"))["page"]
    titles = " ".join(page["title"] for page in pages)
    bodies = [" ".join(page["body"].split()) for page in pages]
    runs = {body[at : at + RUN] for body in bodies for at in range(len(body) - RUN + 1)}
    quoted = {}
    for name, text in texts(folder):
        line = " ".join(text.split())
        hits = {line[at : at + RUN] for at in range(len(line) - RUN + 1)} & runs
        if hits := {hit for hit in hits if hit not in titles}:
            quoted[name] = sorted(hits)[:2]
    assert quoted == {}


def test_of_an_outlet_that_allows_title_and_link_only_nothing_else_is_said(folder: Path) -> None:
    import sqlite3

    db = sqlite3.connect(f"{(folder / 'digest.db').resolve().as_uri()}?mode=ro", uri=True)
    quiet = {row[0] for row in db.execute("SELECT article_id FROM article WHERE outlet_id = ?", (LINK_ONLY,))}
    assert quiet, "the outlet is read, only less is shown of it"
    for table in ("event_evidence", "event_claim", "event_change", "mention", "figure"):
        assert not quiet & {row[0] for row in db.execute(f"SELECT article_id FROM {table}")}, table
