"""Pages about the digest itself: outlets, trends, tables, method, and where search is."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date, timedelta

from dashboards import words
from dashboards.channels import CHANNELS
from dashboards.site.render import Pages

WEEKS = 12


def outlets(pages: Pages) -> None:
    """Where we read, how it went, and what could not be read and why."""
    rows = pages.digest.rows(
        """SELECT o.*, r.articles, r.reprints, r.share FROM outlet o LEFT JOIN outlet_reprints r USING (outlet_id)
        ORDER BY o.state <> 'trouble', o.name"""
    )
    troubles = [row for row in rows if row["state"] == "trouble"]
    pages.write("outlets.html", "outlets.html", rows=rows, troubles=troubles)


def trends(pages: Pages) -> None:
    digest = pages.digest
    monday = digest.today - timedelta(days=digest.today.weekday())
    weeks = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    counts = dict(
        digest.db.execute("SELECT date(day, 'weekday 0', '-6 days'), count(*) FROM story GROUP BY 1").fetchall()
    )
    by_sector = _by_sector(pages, weeks)
    regions = {words.short_region(row["sido"]): row["events"] for row in _regions(pages)}
    pages.write(
        "trends.html", "trends.html", weeks=[(f"{w.month}/{w.day}", counts.get(w.isoformat(), 0)) for w in weeks],
        sectors=by_sector, week_names=[f"{w.month}/{w.day}" for w in weeks], regions=regions,
        region_rows=_regions(pages),
        reprints=digest.rows(
            "SELECT * FROM outlet_reprints WHERE articles > 0 ORDER BY share DESC, articles DESC, name LIMIT 20"
        ),
    )  # fmt: skip


def _regions(pages: Pages) -> list[sqlite3.Row]:
    return pages.digest.rows("SELECT * FROM events_by_region")


def _by_sector(pages: Pages, weeks: list[date]) -> list[tuple[str, list[int], int]]:
    """Per sector the stories of each week, busiest first."""
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for row in pages.digest.rows(
        "SELECT week, sector, stories FROM stories_by_week_sector WHERE week >= ?", weeks[0].isoformat()
    ):
        table[row["sector"]][row["week"]] = row["stories"]
    lines = [(name, [found.get(w.isoformat(), 0) for w in weeks], sum(found.values())) for name, found in table.items()]
    return sorted(lines, key=lambda line: (-line[2], line[0]))


EXAMPLES = (
    (
        "이번 달 강원에서 열리는 행사",
        "SELECT start_at, title, venue, hosts FROM upcoming_events WHERE sido LIKE '강원%';",
    ),
    ("사흘 안에 닫히는 모집", "SELECT title, application_deadline, audience FROM open_calls WHERE days_left <= 3;"),
    (
        "«마을기업»이 들어간 모든 것",
        "SELECT i.subject, i.title, i.line FROM search JOIN search_item i ON i.item_id = search.rowid\n"
        "WHERE search MATCH '\"마을 을기 기업\"' ORDER BY i.item_id DESC;",
    ),
    (
        "옮겨 싣는 몫이 큰 매체",
        "SELECT name, articles, share FROM outlet_reprints WHERE articles >= 20 ORDER BY share DESC;",
    ),
)


def tables(pages: Pages) -> None:
    """What can be downloaded, and the meaning of every table and column."""
    meanings: dict[str, list[sqlite3.Row]] = defaultdict(list)
    heads: dict[str, sqlite3.Row] = {}
    for row in pages.digest.rows("SELECT rowid, * FROM dictionary ORDER BY rowid"):
        if row["column_name"]:
            meanings[row["table_name"]].append(row)
        else:
            heads[row["table_name"]] = row
    counts = {
        name: pages.digest.one(f'SELECT count(*) FROM "{name}"')
        for name, row in heads.items()
        if row["kind"] == "table"
    }
    pages.write(
        "tables.html", "tables.html", heads=heads, meanings=meanings, counts=counts, examples=EXAMPLES,
        schema_version=pages.digest.schema_version, feeds=[(c.name, c.stem) for c in CHANNELS],
    )  # fmt: skip


def fixed(pages: Pages) -> None:
    """Pages whose words do not depend on the day."""
    tiers = dict(pages.digest.db.execute("SELECT tier, count(*) FROM outlet GROUP BY tier").fetchall())
    pages.write("about.html", "about.html", tiers=tiers)
    pages.write("search.html", "search.html")
    pages.write("data/index.html", "console.html")
    pages.write("404.html", "missing.html")
