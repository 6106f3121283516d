"""Pages that are lists: days, coming events, months, deadlines. Each stays small on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from dashboards.site.choices import choices
from dashboards.site.lines import (
    EVENT_LINES,
    STORY_LINES,
    EventLine,
    again,
    coming,
    event_line,
    first_turn,
    story_lines,
    undated,
)  # fmt: skip
from dashboards.site.lines import calls as open_calls
from dashboards.site.render import Pages
from dashboards.site.today import month_grid

PER_PAGE: Final = 100
"""Lines on one page of a day: a day with 5,000 stories becomes 50 pages."""
PER_DAY: Final = 12
"""Events of one day on the page of its month; with more, the day has a page that holds all."""
MOST_COMING: Final = 600
DAYS_AHEAD: Final = 120

STORIES = "SELECT day, count(*) FROM story GROUP BY day"
DAY_EVENTS = """
SELECT day, count(*) FROM (
  SELECT start_on AS day FROM event WHERE NOT (kind = 'call' AND deadline_on IS NOT NULL)
  UNION ALL SELECT deadline_on FROM event) WHERE day IS NOT NULL GROUP BY day
"""
OF_DAY = "WHERE start_on = ? OR deadline_on = ? "


def days(pages: Pages) -> None:
    """One page (or more) per day with stories or with many events."""
    counts = _counted(pages, STORIES)
    known = sorted({*counts, pages.digest.today}, reverse=True)
    beside = dict(zip(known, zip([*known[1:], None], [None, *known[:-1]], strict=True), strict=True))
    busy = [day for day, held in _counted(pages, DAY_EVENTS).items() if held > PER_DAY and day not in beside]
    for day in pages.mine([*known, *busy]):
        _day(pages, day, counts.get(day, 0), *beside.get(day, (None, None)))


def archive(pages: Pages) -> None:
    """The months with the stories of each day."""
    counts = _counted(pages, STORIES)
    months = sorted({(day.year, day.month) for day in {*counts, pages.digest.today}}, reverse=True)
    shown, most = [_archive(month, counts) for month in months], max(counts.values(), default=0)
    pages.write("days.html", "days.html", months=shown, total=sum(counts.values()), most=most)


def _counted(pages: Pages, query: str) -> dict[date, int]:
    return {date.fromisoformat(row[0]): row[1] for row in pages.digest.rows(query)}


def _archive(month: tuple[int, int], counts: Mapping[date, int]) -> tuple[date, list[list[tuple[date, int]]], int]:
    """A month of the archive: its first day, its weeks with the stories of each day, and all of them."""
    from calendar import Calendar

    weeks = Calendar(firstweekday=6).monthdatescalendar(*month)
    grid = [[(day, counts.get(day, 0)) for day in week] for week in weeks]
    return date(*month, 1), grid, sum(n for week in grid for day, n in week if day.month == month[1])


def _day(pages: Pages, day: date, total: int, earlier: date | None, later: date | None) -> None:
    (marked,) = pages.digest.rows(f"SELECT count(*) FROM event {OF_DAY}", day.isoformat(), day.isoformat())[0]
    last = max(1, -(-(marked + total) // PER_PAGE))
    context = (str(earlier), str(later))
    paths = [day_path(day, number) for number in range(1, last + 1)]
    touched = day.isoformat() in pages.changed.days
    if all(pages.carry(path, touched, *context) for path in paths):
        return
    query = EVENT_LINES + OF_DAY + "ORDER BY start_at, event_id"
    held = [event_line(row, day) for row in pages.digest.rows(query, day.isoformat(), day.isoformat())]
    told = pages.digest.rows(STORY_LINES + "WHERE day = ? ORDER BY outlet_count DESC, story_id", day.isoformat())
    for number in range(1, last + 1):
        first = (number - 1) * PER_PAGE
        events = held[first : first + PER_PAGE]
        at = max(0, first - len(held))
        stories = story_lines(pages.digest, told[at : at + PER_PAGE - len(events)])
        pages.keep(
            paths[number - 1], "day.html", *context, turns=first_turn([*events, *stories], pages.digest.today),
            day=day, stories=stories, events=events, held=len(held), total=total, number=number, last=last,
            earlier=earlier, later=later, choices=choices([*events, *stories]), numbers=list(enumerate(paths, start=1)),
        )  # fmt: skip


def day_path(day: date, number: int = 1) -> str:
    """The address of a day's page: «days/2026-11-20.html», its further pages with their number."""
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
    path, this = f"months/{month}.html", f"{pages.digest.today:%Y-%m}"
    context = (earlier, later, this)
    touched = month >= this or pages.changed.month(month)  # what repeats stands from this month on
    if pages.carry(path, touched, *context):
        return
    first = date.fromisoformat(month + "-01")
    by_day = _days_of(pages, month)
    shown = {day: lines[:PER_DAY] for day, lines in by_day.items()}
    lines = [line for those in shown.values() for line, _ in those]
    pages.keep(
        path, "month.html", *context, turns=first_turn(lines, pages.digest.today), month=first,
        grid=month_grid(pages, first), by_day=shown, counts={day: len(lines) for day, lines in by_day.items()},
        earlier=earlier, later=later, choices=choices(lines), this=this,
    )  # fmt: skip


def _days_of(pages: Pages, month: str) -> dict[date, list[tuple[EventLine, bool]]]:
    """Per day of the month its events, and (True) what closes on it."""
    rows = pages.digest.rows(
        EVENT_LINES + "WHERE start_on BETWEEN ? AND ? OR deadline_on BETWEEN ? AND ? ORDER BY start_at, event_id",
        *(f"{month}-01", f"{month}-31") * 2,
    )  # fmt: skip
    by_day: dict[date, list[tuple[EventLine, bool]]] = defaultdict(list)
    for line in (event_line(row, date.fromisoformat(month + "-01")) for row in rows):
        applies = line.kind == "call" and line.deadline_on is not None
        if line.day and line.day.isoformat()[:7] == month and not applies:
            by_day[line.day].append((line, False))
        if line.deadline_on and line.deadline_on.isoformat()[:7] == month:
            by_day[line.deadline_on].append((line, True))
    first = date.fromisoformat(month + "-01")
    if month >= f"{pages.digest.today:%Y-%m}":  # what is over is kept at its first day
        for at, line in again(pages.digest, first, _last_of(first)):
            by_day[at].append((line, False))
    return dict(sorted(by_day.items()))


def _last_of(first: date) -> date:
    from calendar import monthrange

    return first.replace(day=monthrange(first.year, first.month)[1])


def calls(pages: Pages) -> None:
    """Everything that can still be applied for, by deadline."""
    lines = open_calls(pages.digest)
    shown = lines[:MOST_COMING]
    groups: dict[str, list[EventLine]] = defaultdict(list)
    for line in shown:
        left = (line.deadline_on - pages.digest.today).days if line.deadline_on else 0
        groups["오늘 마감" if left == 0 else "3일 안" if left <= 3 else "7일 안" if left <= 7 else "그 뒤"].append(line)
    pages.write(
        "calls.html", "calls.html", groups=dict(groups), total=len(lines), shown=len(shown), choices=choices(shown)
    )
