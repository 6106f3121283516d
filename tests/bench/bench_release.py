"""A release from made data: how long and how much memory it takes, and the next day's.

    python tests/bench/bench_release.py                        20,000 articles
    python tests/bench/bench_release.py --articles 100000
    python tests/bench/bench_release.py --profile              where the time goes (first release)

A tenth as many events and a twenty-fifth as many organisations as articles, over two years. On the
next day 1 in 1,000 articles is new; from 50,000 articles on, its digest is carried on from the first.
Printed for the first release, the next day's and the same again: wall and CPU s (workers included), peak
MB (the made edition of the bench stands in it); files carried over; bytes of today's page.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

TODAY = date(2026, 11, 20)
DAYS = 730
REGIONS = ("강원특별자치도", "서울특별시", "경기도", "전북특별자치도", "충청남도", None)
SECTORS = ("care", "education", "finance", "governance", "environment", "labour")
WORDS = (
    "마을기업", "협동조합", "자활", "돌봄", "나눔", "장터", "공유회", "설명회", "교육", "모집", "공고", "박람회",
)  # fmt: skip


def made(articles: int, as_of: date, seed: int = 7) -> Any:
    """An edition of the day; a later day holds the same and what came since."""
    from pipelines.publish.edition import Edition, Outlet

    outlets = tuple(
        Outlet(f"o{n:03}", f"신문{n}", "local_newspaper", f"https://o{n}.example.com/", last_read_on=TODAY)
        for n in range(100)
    )
    more = articles // 1000 * (as_of - TODAY).days
    stories = tuple(_stories(articles, more, random.Random(seed)))
    first = tuple(story for story in stories if story.articles[0].first_seen_on <= TODAY)  # the same draws on each day
    events = tuple(_events(first, articles // 10, random.Random(seed + 1)))
    bodies = tuple(_bodies(stories, articles // 25, random.Random(seed + 2)))
    return Edition(as_of, outlets, stories, events, bodies)


def _title(pick: random.Random) -> str:
    return " ".join(pick.choices(WORDS, k=5))


def _stories(articles: int, more: int, pick: random.Random) -> Iterator[Any]:
    from pipelines.publish.edition import EditionArticle, Story

    number = 0
    while number < articles + more:
        day = TODAY - timedelta(days=pick.randrange(DAYS)) if number < articles else TODAY + timedelta(days=1)
        title, size = _title(pick), pick.choice((1, 1, 1, 2, 3, 6))
        told = tuple(
            EditionArticle(f"a{number + n:07}", f"o{pick.randrange(100):03}", "news", title,
                           f"https://news.example.com/{number + n}", day, day, n > 0)
            for n in range(size)
        )  # fmt: skip
        number += size
        yield Story(f"s{number:07}", told, pick.choice(REGIONS), None, "report", (pick.choice(SECTORS),))


def _events(stories: tuple[Any, ...], count: int, pick: random.Random) -> Iterator[Any]:
    from pipelines.publish.edition import SEOUL, Change, EventRow, Evidence, Party

    for n in range(count):
        told = stories[pick.randrange(len(stories) // 2)].articles
        seen = told[0].first_seen_on
        start = datetime(seen.year, seen.month, seen.day, 14, tzinfo=SEOUL) + timedelta(days=pick.randrange(1, 40))
        host = pick.randrange(max(1, count * 10 // 25))
        yield EventRow(
            f"e{n:07}", _title(pick), seen, seen, start=start, venue="가온시청 강당", sido=pick.choice(REGIONS),
            kind="festival", sectors=(pick.choice(SECTORS),), status="held" if start.date() < TODAY else "scheduled",
            application_deadline=start.date() - timedelta(days=3) if n % 3 == 0 else None,
            parties=(Party("host", f"가온협동조합 {host}", f"b{host:06}"),),
            article_ids=tuple(a.id for a in told),
            evidence=tuple(Evidence("start", f"{start.day}일 오후 2시", a.id) for a in told),
            history=(Change(seen, "announced", told[0].id),),
        )  # fmt: skip


def _bodies(stories: tuple[Any, ...], count: int, pick: random.Random) -> Iterator[Any]:
    """Named as bodies are: a few in very many articles, most in a few."""
    from pipelines.publish.edition import OrganisationRow

    named: dict[int, dict[str, int]] = {n: {} for n in range(count)}
    for story in stories:
        for article in story.articles:
            for _ in range(2):
                named[int(count * pick.random() ** 3)][article.id] = 1
    for n, mentions in named.items():
        name = f"가온협동조합 {n}"
        yield OrganisationRow(
            f"b{n:06}", name, "cooperative", REGIONS[n % 5], None, (SECTORS[n % 6],),
            ((name, max(1, len(mentions))),), (), tuple(mentions.items()),
        )  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--profile", action="store_true")
    given = options.parse_args()
    from pipelines.publish.stage import publish_edition

    first = made(given.articles, TODAY)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if given.profile:
            import cProfile

            cProfile.runctx("publish_edition(first, home)", {}, locals() | {"publish_edition": publish_edition}, sort=2)
            return
        print(f"{given.articles:,} articles, {len(first.events):,} events, {len(first.organisations):,} organisations")
        _timed("first release", lambda: publish_edition(first, home))
        following = made(given.articles, TODAY + timedelta(days=1))
        _timed("next day", lambda: publish_edition(following, home))
        _timed("same again", lambda: publish_edition(replace(following), home))
        _sizes(home / "current")


def _timed(name: str, work: Any) -> None:
    """Wall and CPU (with the workers'), and the peaks of this process and of the largest worker."""
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    result = work()
    wall, cpu = time.perf_counter() - wall, sum(os.times()[:4]) - cpu
    own, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    said = result.folder.name if result.released else result
    print(
        f"{name:15} {wall:7.1f} s wall {cpu:7.1f} CPU s   {own:5.0f} MB, worker {worker:4.0f} MB peak   {said}",
        flush=True,
    )


def _sizes(release: Path) -> None:
    files = [path for path in release.rglob("*") if path.is_file()]
    shared = sum(1 for path in files if path.stat().st_nlink > 1)
    front = (release / "index.html").stat().st_size
    print(f"{len(files):,} files, {shared:,} carried over from the day before; today's page {front:,} bytes")


if __name__ == "__main__":
    import sys

    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()
