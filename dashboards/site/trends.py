"""The page of charts: stories by week and sector, events by region, reprints, and how the sources are read."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from dashboards import words
from dashboards.channels import REGIONS
from dashboards.site.render import Pages

WEEKS: Final = 12
REPRINTERS: Final = 20
FRESHNESS: Final = (("오늘", 0), ("어제", 1), ("2–3일 전", 3), ("4–7일 전", 7), ("8일 넘게", None))
"""How long ago a source was last read: (words, days at most)."""


def trends(pages: Pages) -> None:
    """The page of charts."""
    monday = pages.digest.today - timedelta(days=pages.digest.today.weekday())
    weeks = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    names = [f"{week.month}/{week.day}" for week in weeks]
    every, sectors = _by_week(pages, weeks), _by_sector(pages, weeks)
    pages.write(
        "trends.html", "trends.html", weeks=list(zip(names, every, strict=True)), week_names=names, sectors=sectors,
        week_rows=[(name, *(n or "·" for n in counts), sum(counts)) for name, counts in (("전체", every), *sectors)],
        fresh=_fresh(pages), **_regions(pages), **_reprints(pages), **_coverage(pages),
    )  # fmt: skip


def _by_week(pages: Pages, weeks: Sequence[date]) -> list[int]:
    rows = pages.digest.rows(
        "SELECT date(day, 'weekday 0', '-6 days'), count(*) FROM story WHERE day >= ? GROUP BY 1", weeks[0].isoformat()
    )
    counts = {row[0]: row[1] for row in rows}
    return [counts.get(week.isoformat(), 0) for week in weeks]


def _by_sector(pages: Pages, weeks: Sequence[date]) -> list[tuple[str, list[int]]]:
    """Per sector the stories of each week, busiest first."""
    table: dict[str, dict[str, int]] = defaultdict(dict)
    for row in pages.digest.rows(
        "SELECT week, sector, stories FROM stories_by_week_sector WHERE week >= ?", weeks[0].isoformat()
    ):
        table[row["sector"]][row["week"]] = row["stories"]
    lines = [(name, [found.get(week.isoformat(), 0) for week in weeks]) for name, found in table.items()]
    return sorted(lines, key=lambda line: (-sum(line[1]), line[0]))


def _regions(pages: Pages) -> dict[str, object]:
    """Events by 시·도 under its short name, in the order of the map's list; what states none comes last."""
    all_, ahead = Counter[str](), Counter[str]()
    for row in pages.digest.rows("SELECT * FROM events_by_region"):
        name = words.short_region(row["sido"]) if row["sido"] != "미상" else "지역 미상"
        all_[name] += row["events"]
        ahead[name] += row["upcoming"] or 0
    known = sorted(all_, key=lambda name: (name not in REGIONS, -all_[name], name))
    return {"regions": dict(all_), "region_rows": [(name, all_[name], ahead[name]) for name in known]}


def _reprints(pages: Pages) -> dict[str, object]:
    rows: list[sqlite3.Row] = pages.digest.rows(
        "SELECT * FROM outlet_reprints WHERE articles > 0 ORDER BY articles DESC, name LIMIT ?", REPRINTERS
    )
    rows.sort(key=lambda row: (-row["share"], row["name"]))
    told = f"{rows[0]['name']}의 비율이 {_percent(rows[0]['share'])}로 가장 높습니다." if rows else ""
    return {
        "reprints": [(r["name"], r["articles"], r["reprints"], _percent(r["share"])) for r in rows],
        "reprint_bars": [(r["name"], r["share"], _percent(r["share"])) for r in rows],
        "reprint_told": told,
    }


def _percent(share: float) -> str:
    return f"{round(share * 100)}%"


def _coverage(pages: Pages) -> dict[str, object]:
    """Per 시·도 how many of its sources are read well."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in pages.digest.rows("SELECT region, state FROM outlet"):
        found[words.short_region(row["region"])][row["state"]] += 1
    rows = [(name, states.total(), states["ok"], states["trouble"]) for name, states in found.items()]
    rows.sort(key=lambda row: (row[2] / row[1], -row[1], row[0]))
    whole = sum(1 for row in rows if row[1] == row[2])
    return {
        "covered": rows,
        "cover_bars": [(name, good / total, f"{good}/{total}곳") for name, total, good, _ in rows],
        "cover_told": f"{len(rows)}개 지역 가운데 {whole}개 지역은 모든 출처를 읽었습니다.",
    }


def _fresh(pages: Pages) -> list[tuple[str, int]]:
    """How many sources were last read how long ago, those never read at the end."""
    counts: Counter[str] = Counter()
    for row in pages.digest.rows("SELECT last_read_on, count(*) AS n FROM outlet GROUP BY 1"):
        counts[_age(row["last_read_on"], pages.digest.today)] += row["n"]
    return [(name, counts[name]) for name in (*(name for name, _ in FRESHNESS), "읽은 적 없음")]


def _age(last: str | None, today: date) -> str:
    if last is None:
        return "읽은 적 없음"
    days = (today - date.fromisoformat(last)).days
    return next(name for name, most in FRESHNESS if most is None or days <= most)
