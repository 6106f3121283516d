"""How many new articles a day's release may expect, by the rhythm of the week.

Seen in a simulated month: papers that rest on Saturday and Sunday brought 3 articles to a Sunday's release, where the
median of two days was 22, and the gate held the digest back on every quiet weekend. So two days are compared with the
same two of the weeks before; after a public holiday, of which a month holds no second, with the quietest of a week.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from statistics import median

from pipelines.korean.working_days import is_public_holiday

DAY = timedelta(days=1)
WEEKS = 4
AFTER = 3
"""A digest of the morning tells of the day before: for so many days a holiday is still felt in two days' articles."""


def expected_new(seen: Mapping[date, int], began: date, today: date) -> float | None:
    """New articles that yesterday and today together should have brought; None where there is no history to speak of.

    `seen`: articles by the day they were first seen, without days that brought none. `began`: the first of all these
    days; it brought what had piled up before, so no pair of days holds it.
    """
    rested = any(is_public_holiday(today - n * DAY) for n in range(AFTER + 1))
    usual = [_pairs(seen, began, today - n * DAY) for n in range(7 if rested else 1)]
    known = [median(pairs) for pairs in usual if pairs]
    return min(known, default=None)


def _pairs(seen: Mapping[date, int], began: date, day: date) -> list[int]:
    """What this day of the week and the one before it brought, in each of the weeks before."""
    ends = (day - 7 * week * DAY for week in range(1, WEEKS + 1))
    return [seen.get(end, 0) + seen.get(end - DAY, 0) for end in ends if end - DAY > began]
