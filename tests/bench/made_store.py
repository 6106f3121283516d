"""A store of made articles, stories, events and bodies, written by plain SQL: a million articles in some minutes.

A tenth as many events and a twenty-fifth as many organisations as articles, over two years; stories are told by one
to six outlets; two bodies are named in each article, a few in very many and most in a few.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

TODAY = date(2026, 11, 20)
DAYS = 730
REGIONS = ("강원특별자치도", "서울특별시", "경기도", "전북특별자치도", "충청남도", None)
SECTORS = ("care", "education", "finance", "governance", "environment", "labour")
WORDS = (
    "마을기업", "협동조합", "자활", "돌봄", "나눔", "장터", "공유회", "설명회", "교육", "모집", "공고", "박람회",
)  # fmt: skip
BATCH = 20_000
TABLES = ("article", "reading", "story", "story_article", "event_finding", "event", "event_member",
          "organisation_finding", "organisation", "organisation_member", "fact_finding")  # fmt: skip

Rows = dict[str, list[tuple[Any, ...]]]


def _moment(day: date, hour: int = 0) -> str:
    return f"{datetime.combine(day, time(hour)):%Y-%m-%d %H:%M:%S}.000000"


def _title(pick: random.Random) -> str:
    return " ".join(pick.choices(WORDS, k=5))


class Maker:
    """Draws stories one after the other; `bodies` of them there are to be named."""

    def __init__(self, bodies: int, seed: int, first: int = 0) -> None:
        self.pick, self.bodies, self.number = random.Random(seed), bodies, first

    def story(self, day: date, event: bool) -> Rows:
        pick, rows = self.pick, {name: [] for name in TABLES}
        title, size, region = _title(pick), pick.choice((1, 1, 1, 2, 3, 6)), pick.choice(REGIONS)
        start = day + timedelta(days=pick.randrange(1, 40))
        said = f"오는 {start.month}월 {start.day}일 오후 2시 가온시청 강당에서"
        text = f"{title}. {said} 연다.\n" + " ".join(pick.choices(WORDS, k=150))
        ids = [f"a{self.number + n:07}" for n in range(size)]
        rows["story"].append((f"s{ids[0]}", _moment(day)))
        for n, i in enumerate(ids):
            self._article(rows, i, title, text, day, n, region)
            rows["story_article"].append((i, f"s{ids[0]}", "reprint" if n else "original"))
        if event:
            self._event(rows, ids, title, text, day, start, region)
        self.number += size
        return rows

    def _article(
        self, rows: Rows, i: str, title: str, text: str, day: date, n: int, region: str | None
    ) -> None:  # fmt: skip
        outlet, pick = self.pick.randrange(100), self.pick
        rows["article"].append(
            (i, f"made:{i}", f"o{outlet:03}", "made", "news", f"https://o{outlet}.example.com/{i}", title, text,
             _moment(day, n), 0, None, None, None, "[]", None, _moment(day, n), _moment(day, n), 1, i, "live")
        )  # fmt: skip
        sectors = json.dumps([pick.choice(SECTORS)])
        rows["reading"].append((i, 1, "made", 1, "[]", "report", sectors, region, None, "made", None))
        named = {int(self.bodies * pick.random() ** 3) for _ in range(2)}
        for place, body in enumerate(sorted(named)):
            finding = f"{i}-o{place}"
            rows["organisation_finding"].append(
                (finding, i, place, f"가온협동조합 {body}", "cooperative", "[]", "[[0,3]]", "made")
            )
            rows["organisation_member"].append((finding, f"b{body:06}"))
        if pick.random() < 0.1:
            rows["fact_finding"].append(
                (f"{i}-f0", i, 0, "장터", "찾은 사람", 300.0, "명", None, "300명", "[0,3]", "made")
            )

    def _event(
        self, rows: Rows, ids: list[str], title: str, text: str, day: date, start: date, region: str | None
    ) -> None:  # fmt: skip
        at, e = f"{start}T14:00:00+09:00", f"e{ids[0]}"
        host = f"가온협동조합 {self.pick.randrange(self.bodies)}"
        when, where = (text.index(words) for words in ("오는", "가온시청"))
        values = {
            "title": title, "start": at, "end": None, "venue": "가온시청 강당", "address_region": region,
            "role": "main", "status": "held" if start < TODAY else "scheduled", "hosts": [host],
        }  # fmt: skip
        if self.number % 3 == 0:
            values["application_deadline"] = str(start - timedelta(days=3))
        history = []
        for i in ids:
            rows["event_finding"].append((f"{i}-e0", i, 0, title, at, None, "main", values["status"],
                                          values.get("application_deadline"), json.dumps(values)))  # fmt: skip
            rows["event_member"].append((f"{i}-e0", e))
            for field, value, span in (
                ("start", at, [when, when + 15]), ("venue", "가온시청 강당", [where, where + 7]), ("hosts", host, None),
            ):  # fmt: skip
                history.append({"field": field, "value": value, "finding_id": f"{i}-e0", "article_id": i,
                                "said_at": f"{day}T00:00:00+00:00", "spans": [span] if span else [],
                                "standing": "current"})  # fmt: skip
        rows["event"].append((e, f"{e}@dure", 0, title, at, values["status"], json.dumps(values), json.dumps(history)))


def fill(path: Path, articles: int) -> None:
    """A new store at `path` with so many articles and what belongs to them."""
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -200000"):
        db.execute(f"PRAGMA {pragma}")
    watching = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in watching:
        db.execute(f"DROP TRIGGER {name}")
    bodies = articles // 25
    rest = ("{}", None, None, None)
    heads = ((f"b{n:06}", f"가온협동조합 {n}", "cooperative", REGIONS[n % 5], *rest) for n in range(bodies))
    _insert(db, "organisation", heads)
    maker = Maker(bodies, 7)
    _write(db, _drawn(maker, articles))
    for _, sql in watching:
        db.execute(sql)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()


def _drawn(maker: Maker, articles: int) -> Iterator[Rows]:
    while maker.number < articles:
        # 2.3 articles a story and a quarter of the stories with an event: a tenth as many events as articles
        yield maker.story(TODAY - timedelta(days=maker.pick.randrange(DAYS)), maker.pick.random() < 0.233)


def another_day(path: Path, articles: int, number: int = 1) -> None:
    """1 in 1,000 articles more, on a day after the first, and twenty events that moved to another place."""
    db = sqlite3.connect(path, isolation_level=None)
    first = 9_000_000 + number * 10_000
    maker, some = Maker(articles // 25, 7 + number, first), []
    while maker.number < first + articles // 1000:
        some.append(maker.story(TODAY + timedelta(days=number), maker.pick.random() < 0.233))
    db.execute("BEGIN")
    _write(db, some)
    rows = db.execute("SELECT id, history FROM event WHERE start >= ? LIMIT 20", (TODAY.isoformat(),)).fetchall()
    for i, told in rows:
        history = json.loads(told)
        for said in history:
            said["value"] = f"나리시청 {number}층" if said["field"] == "venue" else said["value"]
        db.execute("UPDATE event SET sequence = 1, history = ? WHERE id = ?", (json.dumps(history), i))
    db.execute("COMMIT")
    db.close()


def _write(db: sqlite3.Connection, stories: Iterable[Rows]) -> None:
    waiting: Rows = {name: [] for name in TABLES}
    walk = iter(stories)
    while some := list(islice(walk, BATCH)):
        for rows in some:
            for name in TABLES:
                waiting[name] += rows[name]
        for name in TABLES:
            _insert(db, name, waiting[name])
            waiting[name].clear()


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    width = len(db.execute(f'PRAGMA table_info("{table}")').fetchall())
    nested = db.in_transaction
    if not nested:
        db.execute("BEGIN")
    db.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" * width)})', rows)
    if not nested:
        db.execute("COMMIT")
