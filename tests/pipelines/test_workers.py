"""Several worker processes over one store: every page once, one pace, nothing left behind, one digest."""

from __future__ import annotations

import hashlib
import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from load import asked, site, start
from made_outlets import catalogue

MOMENT = "2026-11-24T06:00:00+09:00"
SOURCES, PAGES = 6, 16


@pytest.fixture
def outlets(tmp_path: Path) -> Iterator[list[str]]:
    """Six made outlets; their ports. The catalogue lies under `tmp_path`."""
    with site(SOURCES, PAGES, delay=0.01) as ports:
        (tmp_path / "catalogue").mkdir()
        (tmp_path / "catalogue" / "made.toml").write_text(catalogue(ports), encoding="utf-8")
        yield ports


def working(tmp_path: Path, name: str, address: str, **given: Any) -> subprocess.Popen[str]:
    shared = {"catalogue": str(tmp_path / "catalogue"), "workers": 4, "moment": MOMENT, "store": address}
    return start({**shared, "home": str(tmp_path / name), **given})


def together(tmp_path: Path, count: int, address: str, **given: Any) -> list[subprocess.Popen[str]]:
    """Some workers that begin at the same moment."""
    go = tmp_path / "go"
    running = [working(tmp_path, f"home{n}", address, go=str(go), **given) for n in range(count)]
    while len(list(tmp_path.glob("go.*"))) < count:
        assert all(one.poll() is None for one in running)
        time.sleep(0.05)
    go.touch()
    return running


def reports(running: list[subprocess.Popen[str]]) -> list[dict[str, Any]]:
    said = [one.communicate(timeout=300)[0] for one in running]
    assert all(one.returncode == 0 for one in running)
    return [json.loads(one) for one in said]


def digest(home: Path) -> str:
    return hashlib.sha256((home / "published" / "current" / "digest.db").read_bytes()).hexdigest()


@pytest.mark.postgres
@pytest.mark.slow
def test_four_workers_on_postgresql_make_the_digest_of_one_on_sqlite(
    tmp_path: Path, outlets: list[str], postgres_address: str
) -> None:
    alone = reports([working(tmp_path, "alone", f"sqlite:///{tmp_path / 'store.db'}")])[0]
    once = asked(outlets[0])["asked"]
    assert {page: times for page, times in once.items() if times != 1} == {}
    assert len(once) == SOURCES * (PAGES + 1), "every page of every outlet, and its robots.txt"

    four = reports(together(tmp_path, 4, postgres_address))
    twice = asked(outlets[0])["asked"]
    assert {page: times for page, times in twice.items() if times != 2} == {}, "and once more by the four together"
    assert sum(one["crawl"]["pages"] for one in four) == alone["crawl"]["pages"]
    assert sum(one["extract"]["read"] for one in four) == alone["extract"]["read"] > 0
    merged = [one["merge"]["articles"] for one in four if "by" not in one["merge"]]
    assert merged == [alone["merge"]["articles"]], "one merge, which saw everything"
    assert {digest(tmp_path / f"home{n}") for n in range(4)} == {digest(tmp_path / "alone")}


@pytest.mark.postgres
def test_the_pace_of_a_host_holds_across_workers(tmp_path: Path, postgres_address: str) -> None:
    """Four sources on one host, two workers: the host sees the pause between any two requests."""
    pace = 0.2
    with site(1, 5) as ports:
        entry = catalogue(ports)
        entries = "\n".join(
            entry.replace('"made0"', f'"made{n}"').replace("view_type=sm", f"view_type=sm&sc_section_code={n}")
            for n in range(4)
        )
        (tmp_path / "catalogue").mkdir()
        (tmp_path / "catalogue" / "made.toml").write_text(entries, encoding="utf-8")
        two = together(tmp_path, 2, postgres_address, pace=pace, until="crawl", workers=1)
        pages = [one["crawl"]["pages"] for one in reports(two)]
        seen = asked(ports[0])
    assert min(pages) > 0, "both had a part"
    assert seen["least_gap"][ports[0]] >= pace - 0.01


@pytest.mark.postgres
def test_the_work_of_a_killed_worker_is_taken_over(tmp_path: Path, postgres_address: str) -> None:
    """kill -9 in the middle of its rounds: the other one, which had nothing to do, finishes them."""
    with site(2, 12, delay=0.5) as ports:
        (tmp_path / "catalogue").mkdir()
        (tmp_path / "catalogue" / "made.toml").write_text(catalogue(ports), encoding="utf-8")
        second = working(tmp_path, "heir", postgres_address, until="extract", go=str(tmp_path / "go"))
        while not list(tmp_path.glob("go.*")):
            assert second.poll() is None
            time.sleep(0.05)
        first = working(tmp_path, "killed", postgres_address, until="extract")
        while sum(asked(ports[0])["asked"].values()) < 8:
            assert first.poll() is None
            time.sleep(0.05)
        (tmp_path / "go").touch()
        time.sleep(0.5)  # the second one finds everything taken
        first.kill()
        first.communicate()
        heir = reports([second])[0]
        counted = asked(ports[0])["asked"]
    articles = {url: times for url, times in counted.items() if "idxno" in url or "wr_id" in url}
    assert len(articles) == 2 * 10, "every article was fetched"
    assert sum(articles.values()) <= 2 * 10 + 2, "again at most what was under way when it died, one page a source"
    assert heir["extract"]["read"] == 2 * 10
