"""Pages about the digest itself: outlets, tables, method, and where search is."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict

from dashboards import words
from dashboards.channels import CHANNELS
from dashboards.site.choices import offered
from dashboards.site.digest import moment
from dashboards.site.render import Pages


def outlets(pages: Pages) -> None:
    """Where we read, how it went, and what could not be read and why."""
    rows = pages.digest.rows(
        """SELECT o.*, r.articles, r.reprints, r.share FROM outlet o LEFT JOIN outlet_reprints r USING (outlet_id)
        ORDER BY o.state <> 'trouble', o.name"""
    )
    counted = {
        "region": Counter(words.short_region(row["region"]) for row in rows),
        "kind": Counter(row["kind"] for row in rows),
    }
    pages.write(
        "outlets.html", "outlets.html", rows=rows, troubles=[row for row in rows if row["state"] == "trouble"],
        choices=offered(counted, {"kind": "outlet_kind"}), moment=moment,
    )  # fmt: skip


EXAMPLES = (
    (
        "강원에서 열릴 행사",
        "SELECT start_at, title, venue, hosts FROM upcoming_events WHERE sido LIKE '강원%';",
    ),
    ("3일 안에 마감하는 모집", "SELECT title, application_deadline, audience FROM open_calls WHERE days_left <= 3;"),
    (
        "«마을기업»이 들어간 모든 것",
        "SELECT i.subject, i.title, i.line FROM search JOIN search_item i ON i.item_id = search.rowid\n"
        "WHERE search MATCH '\"마을 을기 기업\"' ORDER BY i.item_id DESC;",
    ),
    (
        "옮겨 실은 비율이 높은 매체",
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
