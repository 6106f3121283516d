"""An event as schema.org `Event` (JSON-LD), for calendars and search engines that read pages.

Only what a source stated: no end, place or organiser is made up. https://schema.org/Event
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from dashboards.site.digest import Moment
from dashboards.site.lines import EventLine

STATUS: Final = {"cancelled": "EventCancelled", "postponed": "EventRescheduled"}


def linked_event(line: EventLine, original_start: str | None, hosts: Iterable[str]) -> dict[str, Any] | None:
    """None without a start or a place, which readers of the vocabulary require. What repeats has its next time."""
    if line.start is None or not (line.venue or line.online):
        return None
    data: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Event", "name": line.title, "startDate": _iso(line.start),
        "eventStatus": f"https://schema.org/{STATUS.get(line.status, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{_mode(line)}EventAttendanceMode", "location": _location(line),
    }  # fmt: skip
    if line.end is not None:
        data["endDate"] = _iso(line.end)
    if named := [{"@type": "Organization", "name": name} for name in hosts]:
        data["organizer"] = named
    if original_start and line.status == "postponed":
        data["previousStartDate"] = original_start
    return data


def _mode(line: EventLine) -> str:
    if line.online:
        return "Mixed" if line.venue else "Online"
    return "Offline"


def _location(line: EventLine) -> dict[str, str]:
    if not line.venue:
        # no address of the meeting is known, and schema.org wants none then
        return {"@type": "VirtualLocation", "name": "온라인"}
    address = " ".join(filter(None, (line.sido, line.sigungu)))
    return {"@type": "Place", "name": line.venue, "address": address or line.venue}


def _iso(moment: Moment) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
