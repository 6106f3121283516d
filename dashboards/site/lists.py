"""Pages that are lists: days, coming events, months, deadlines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from dashboards import words
from dashboards.site.lines import EVENT_LINES, STORY_LINES, EventLine, coming, event_line, undated
from dashboards.site.lines import calls as open_calls
from dashboards.site.render import Pages
from dashboards.site.today import month_grid, regions_of

PER_PAGE = 100
"""Stories on one page of a day: a day with 5,000 becomes 50 pages."""
MOST_COMING = 600
DAYS_AHEAD = 120


def days(pages: Pages) -> None:
    """One page (or more) per day with stories, and the list of days."""
    counts = {
        date.fromisoformat(row[0]): row[1]
        for row in pages.digest.rows("SELECT day, count(*) FROM story GROUP BY day ORDER BY day DESC")
    }
    known = sorted({*counts, pages.digest.today}, reverse=True)
    for at, day in enumerate(known):
        later = known[at - 1] if at else None
        earlier = known[at + 1] if at + 1 < len(known) else None
        _day(pages, day, counts.get(day, 0), earlier, later)
    months: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for day in known:
        months[f"{day.year}년 {day.month}월"].append((day, counts.get(day, 0)))
    pages.write("days.html", "days.html", months=dict(months), total=sum(counts.values()))


def _day(pages: Pages, day: date, total: int, earlier: date | None, later: date | None) -> None:
    held = pages.digest.rows(
        EVENT_LINES + "WHERE start_on = ? OR deadline_on = ? ORDER BY start_at, event_id",
        day.isoformat(),
        day.isoformat(),
    )
    events = [event_line(row, day) for row in held]
    last = max(1, -(-total // PER_PAGE))
    for number in range(1, last + 1):
        rows = pages.digest.rows(
            STORY_LINES + "WHERE day = ? ORDER BY outlet_count DESC, story_id LIMIT ? OFFSET ?",
            day.isoformat(), PER_PAGE, (number - 1) * PER_PAGE,
        )  # fmt: skip
        stories = [pages.story(row) for row in rows]
        pages.keep(
            day_path(day, number), "day.html", day=day, stories=stories, events=events if number == 1 else [],
            total=total, number=number, last=last, earlier=earlier, later=later, regions=regions_of(stories),
            numbers=[(n, day_path(day, n)) for n in range(1, last + 1)],
        )  # fmt: skip


def day_path(day: date, number: int = 1) -> str:
    return f"days/{day}.html" if number == 1 else f"days/{day}-{number}.html"


def events(pages: Pages) -> None:
    """Coming events by month, with filters."""
    ahead = coming(pages.digest, pages.digest.today + timedelta(days=DAYS_AHEAD))
    waiting = undated(pages.digest)[:60]
    shown = ahead[:MOST_COMING]
    groups: dict[str, list[EventLine]] = defaultdict(list)
    for line in shown:
        day = max(line.day or pages.digest.today, pages.digest.today)
        groups[f"{day.year}년 {day.month}월"].append(line)
    pages.write(
        "events.html", "events.html", groups=dict(groups), undated=waiting, total=len(ahead), shown=len(shown),
        choices=choices([*shown, *waiting]), grid=month_grid(pages, pages.digest.today),
    )  # fmt: skip


def choices(lines: Iterable[EventLine]) -> dict[str, list[tuple[str, str, int]]]:
    """What the filters offer, each with its count: regions, sectors, kinds."""
    lines = list(lines)
    regions = [(name, name, count) for name, count in regions_of(lines)]
    sectors = Counter(code for line in lines for code in line.sectors)
    kinds = Counter(line.kind for line in lines)
    return {
        "region": regions,
        "sector": [
            (code, words.label("sector", code), n) for code, n in sorted(sectors.items(), key=lambda p: (-p[1], p[0]))
        ],
        "kind": [
            (code, words.label("event_kind", code), n) for code, n in sorted(kinds.items(), key=lambda p: (-p[1], p[0]))
        ],
    }


def months(pages: Pages) -> None:
    """A calendar page for every month with events or deadlines, and for this one."""
    found = {
        row[0]
        for row in pages.digest.rows(
            """SELECT substr(start_on, 1, 7) FROM event WHERE start_on IS NOT NULL
            UNION SELECT substr(deadline_on, 1, 7) FROM event WHERE deadline_on IS NOT NULL"""
        )
    }
    known = sorted({*found, f"{pages.digest.today:%Y-%m}"})
    for at, month in enumerate(known):
        _month(pages, month, known[at - 1] if at else None, known[at + 1] if at + 1 < len(known) else None)


def _month(pages: Pages, month: str, earlier: str | None, later: str | None) -> None:
    first = date.fromisoformat(month + "-01")
    rows = pages.digest.rows(
        EVENT_LINES + "WHERE substr(start_on, 1, 7) = ? OR substr(deadline_on, 1, 7) = ? ORDER BY start_at, event_id",
        month, month,
    )  # fmt: skip
    by_day: dict[date, list[tuple[EventLine, bool]]] = defaultdict(list)
    for line in (event_line(row, first) for row in rows):
        applies = line.kind == "call" and line.deadline_on is not None
        if line.day and line.day.isoformat()[:7] == month and not applies:
            by_day[line.day].append((line, False))
        if line.deadline_on and line.deadline_on.isoformat()[:7] == month:
            by_day[line.deadline_on].append((line, True))
    pages.write(
        f"months/{month}.html", "month.html", month=first, grid=month_grid(pages, first),
        by_day=dict(sorted(by_day.items())), earlier=earlier, later=later,
        choices=choices(line for lines in by_day.values() for line, _ in lines),
    )  # fmt: skip


def calls(pages: Pages) -> None:
    """Everything that can still be applied for, by deadline."""
    lines = open_calls(pages.digest)
    groups: dict[str, list[EventLine]] = defaultdict(list)
    for line in lines[:MOST_COMING]:
        left = (line.deadline_on - pages.digest.today).days if line.deadline_on else 0
        groups["오늘" if left == 0 else "사흘 안" if left <= 3 else "이레 안" if left <= 7 else "그 뒤"].append(line)
    pages.write("calls.html", "calls.html", groups=dict(groups), total=len(lines), choices=choices(lines[:MOST_COMING]))
