"""The front page: what closes soon, what moved, what is coming, what is new. Within 100 KB."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dashboards.site.choices import choices
from dashboards.site.evidence import listed
from dashboards.site.lines import EventLine, StoryLine, again, altered, calls, coming, moved, news
from dashboards.site.render import Pages

DUE_DAYS, NEAR_DAYS, COMING_DAYS = 7, 3, 14
MOST = {"due": 10, "moved": 8, "coming": 15, "news": 28}
"""Lines per section; what does not fit is one link away. Keeps the page within 100 KB on any day."""
MOST_TELLINGS = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its lines, how many there are in all, and where the rest is."""

    id: str
    title: str
    note: str
    lines: list[EventLine] | list[StoryLine]
    total: int
    more: str
    empty: str


def front(pages: Pages) -> None:
    """The front page."""
    today, digest = pages.digest.today, pages.digest
    due = calls(digest, today + timedelta(days=DUE_DAYS))
    shifted = moved(digest, today - timedelta(days=1))
    shown = {line.id for line in (*due, *shifted)}
    ahead = [line for line in coming(digest, today + timedelta(days=COMING_DAYS)) if line.id not in shown]
    fresh = news(digest, today - timedelta(days=1))
    sections = [
        _section("due", "마감 임박", f"{DUE_DAYS}일 안", due, "calls.html", "7일 안에 마감하는 모집이 없습니다."),
        _section("moved", "바뀐 일정", "어제와 오늘", shifted, "events.html", "어제와 오늘 바뀐 일정이 없습니다."),
        _section("coming", "다가오는 행사", "2주 안", ahead, "events.html", "2주 안에 열리는 행사가 없습니다."),
        _section("news", "새 소식", "같은 소식은 한 번만", fresh, f"days/{today}.html", "새로 들어온 소식이 없습니다."),
    ]
    pages.write(
        "index.html", "today.html", sections=sections, tellings=MOST_TELLINGS,
        new_stories=len(fresh), new_events=_new_events(pages), moved_count=len(shifted), near_count=_near(due, today),
        choices=choices([*due, *shifted, *ahead, *fresh]), month=month_grid(pages, today),
        altered=altered(digest, today - timedelta(days=1)),
        proofs=listed(digest, [line.id for part in sections[:3] for line in part.lines]),
        troubles=_troubles(pages), trouble_count=digest.one("SELECT count(*) FROM outlet WHERE state = 'trouble'"),
        bodies=_bodies(pages), latest=_latest_day(pages),
    )  # fmt: skip


def _near(due: list[EventLine], today: date) -> int:
    return sum(1 for line in due if line.deadline_on and line.deadline_on <= today + timedelta(days=NEAR_DAYS))


def _section(
    name: str, title: str, note: str, lines: list[EventLine] | list[StoryLine], more: str, empty: str
) -> Section:
    most = MOST[name]
    return Section(name, title, note, lines[:most], len(lines), more, empty)


def month_grid(pages: Pages, of: date) -> list[list[tuple[date, int]]]:
    """Weeks (Sunday first) of the month with the number of events and deadlines on each day."""
    from calendar import Calendar

    weeks = Calendar(firstweekday=6).monthdatescalendar(of.year, of.month)
    counts = dict(
        pages.digest.db.execute(
            """SELECT day, count(*) FROM (
              SELECT start_on AS day FROM event WHERE status <> 'cancelled'
                AND NOT (kind = 'call' AND deadline_on IS NOT NULL)
              UNION ALL SELECT deadline_on FROM event WHERE status <> 'cancelled')
            WHERE day BETWEEN ? AND ? GROUP BY day""",
            (weeks[0][0].isoformat(), weeks[-1][-1].isoformat()),
        ).fetchall()
    )
    for day, _ in again(pages.digest, weeks[0][0], weeks[-1][-1]) if of >= pages.digest.today.replace(day=1) else ():
        counts[day.isoformat()] = counts.get(day.isoformat(), 0) + 1
    return [[(day, counts.get(day.isoformat(), 0)) for day in week] for week in weeks]


def _new_events(pages: Pages) -> int:
    since = (pages.digest.today - timedelta(days=1)).isoformat()
    count: int = pages.digest.one(
        "SELECT count(*) FROM event WHERE first_seen_on BETWEEN ? AND ?", since, pages.digest.today.isoformat()
    )
    return count


def _troubles(pages: Pages) -> list[tuple[str, str | None]]:
    return [
        (row["name"], row["trouble"])
        for row in pages.digest.rows("SELECT name, trouble FROM outlet WHERE state = 'trouble' ORDER BY name LIMIT 8")
    ]


def _bodies(pages: Pages) -> list[tuple[str, str, int]]:
    """Organisations named in most articles of the last 30 days; authorities are left out, they are everywhere.

    CROSS: from these articles on, not from every mention there ever was.
    """
    rows = pages.digest.rows(
        """SELECT o.organisation_id, o.name, count(*) AS n FROM article a CROSS JOIN mention m USING (article_id)
        CROSS JOIN organisation o USING (organisation_id)
        WHERE a.first_seen_on >= ? AND o.type NOT IN ('local_government', 'central_government')
        GROUP BY 1 ORDER BY n DESC, o.name LIMIT 6""",
        (pages.digest.today - timedelta(days=30)).isoformat(),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _latest_day(pages: Pages) -> date | None:
    """The newest day with stories, for a front page that has none."""
    found = pages.digest.one("SELECT max(day) FROM story WHERE day <= ?", pages.digest.today.isoformat())
    return date.fromisoformat(found) if found else None
