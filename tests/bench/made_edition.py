"""An edition of made stories, events and bodies in memory, for benches of what is made from a release."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
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
