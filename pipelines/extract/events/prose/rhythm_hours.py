"""Sittings on the days of what repeats: «7월 6일부터 27일까지 수요일마다 저녁 7시 … ▶2강(13일)» is at 7, too."""

from __future__ import annotations

from pipelines.extract.events.draft import Draft
from pipelines.extract.events.prose.completing import falls_on
from pipelines.extract.events.scene import at_clock, has_clock


def rhythm_hours(drafts: list[Draft]) -> None:
    """Gives a day without an hour that of the series it is one of."""
    told = [d for d in drafts if d.role == "main" and not d.call and d.day is not None]
    for series in told:
        if "BYDAY=" in (series.recurrence or "") and has_clock(series.start):
            for draft in (d for d in told if _is_sitting(d, series)):
                draft.start = at_clock(draft.start, series.start)
                draft.evidence["start"] += [s for s in series.evidence["start"] if s not in draft.evidence["start"]]


def _is_sitting(draft: Draft, series: Draft) -> bool:
    """On one of its days, between its first and last; where no last one is told, only under its name.

    What else falls on the day of a market or a monthly circle has mostly hours of its own.
    """
    day, first = draft.day, series.day
    if draft.recurrence or has_clock(draft.start) or draft.last_day != day or day is None or first is None:
        return False
    last = series.last_day or first
    within = first <= day <= last if first < last else draft.title == series.title
    return within and "start" in draft.evidence and falls_on(day, series.recurrence or "")
