"""How an outlet is doing, in the few words that readers get."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from pipelines.publish.edition import Outlet, OutletState, seoul_day
from store.records import Round
from store.views import OutletHealth

if TYPE_CHECKING:
    from pipelines.publish.gathered import CatalogueEntry

USUAL_DAYS = 28
ERRORS = {
    "timeout": "timeout", "connect": "network", "network": "network", "dns": "dns", "resolve": "dns", "tls": "tls",
    "ssl": "tls", "robots": "robots", "large": "too_large", "size": "too_large", "403": "blocked", "closed": "closed",
    "login": "closed", "layout": "layout_changed", "5": "server_error",
}  # fmt: skip
"""A part of an error's name → the reason readers see; the first that fits, in this order."""


def outlet(health: OutletHealth, entry: CatalogueEntry | None, read_today: int, expected: int | None) -> Outlet:
    """One outlet as the release shows it."""
    last = health.last
    state: OutletState = "never" if last is None else "trouble" if last.outcome == "broken" else "ok"
    good = seoul_day(health.state.last_good_at)
    return Outlet(
        health.source_id, entry.name if entry else health.source_id, entry.kind if entry else "other",
        entry.home if entry else "", entry.region if entry else None, entry.tier if entry else "facts",
        state, reason(last) if last and state == "trouble" else None, good, expected, read_today,
    )  # fmt: skip


def usual_counts(seen: Iterable[tuple[str, date, int]], as_of: date) -> dict[str, int]:
    """Relevant articles a day of each outlet, over the four weeks before; none for one known less than a week.

    `seen`: (outlet, day, articles first seen on it)
    """
    days: dict[str, Counter[int]] = defaultdict(Counter)
    for name, day, count in seen:
        if 0 < (as_of - day).days <= USUAL_DAYS:
            days[name][(as_of - day).days] += count
    return {name: round(seen.total() / max(seen)) for name, seen in days.items() if max(seen) >= 7}


def reason(last: Round) -> str:
    """Why a round broke: its diagnosis; of a replay the most frequent refusal or error, else what it names."""
    from dashboards.words import LABELS

    if last.diagnosis in LABELS["trouble"]:
        return last.diagnosis
    failed = {name: n for name, n in last.counts.items() if name.startswith(("refused", "error")) and n}
    worst = max(sorted(failed), key=lambda name: failed[name], default="")
    code = worst.replace(":", "/").partition("/")[2]
    if code in LABELS["trouble"]:
        return code
    said = f"{code} {last.detail}".lower()
    return next((known for part, known in ERRORS.items() if part in said), "network")
