"""What repeats, worked out anew for each release: next times for the lists, and every time of a month.

    python tests/bench/bench_recurring.py                     1,000 repeating events among 10,000 (100,000 articles)

Rules as notices state them: weekly, twice a week, monthly by weekday, some with a last day; begun within two years.
Printed: CPU ms a repeating event for the list of what is coming, for one month of the calendar, and the pages of a
release that ask (front, events, one month page for each month ahead).
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

TODAY = date(2026, 11, 20)
RULES = (
    "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=2SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "FREQ=WEEKLY;BYDAY=SA;UNTIL=20271231", "FREQ=MONTHLY;BYMONTHDAY=15",
)  # fmt: skip


def made(folder: Path, events: int, repeating: int) -> Path:
    """A digest with so many events, some of which repeat."""
    from pipelines.publish import digestdb
    from pipelines.publish.edition import SEOUL, Edition, EditionArticle, EventRow, Outlet, Story

    pick = random.Random(5)
    article = EditionArticle("a", "o", "news", "글", "https://o.example.com/", TODAY, TODAY)
    rows = []
    for n in range(events):
        day = TODAY - timedelta(days=pick.randrange(-60, 730))
        rule = pick.choice(RULES) if n < repeating else None
        rows.append(
            EventRow(
                f"e{n:06}", "모임", day, day, start=datetime(day.year, day.month, day.day, 14, tzinfo=SEOUL),
                status="recurring" if rule else "held" if day < TODAY else "scheduled", recurrence=rule,
                article_ids=("a",),
            )
        )  # fmt: skip
    edition = Edition(TODAY, (Outlet("o", "신문", "local_newspaper", ""),), (Story("s", (article,)),), rows)
    digestdb.write(edition, folder / "digest.db")
    return folder / "digest.db"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--repeating", type=int, default=1_000)
    given = options.parse_args()
    from dashboards.site import lists, today
    from dashboards.site.digest import open_digest
    from dashboards.site.lines import again, coming
    from dashboards.site.render import Pages

    def timed(name: str, work: Callable[[], object]) -> None:
        cpu = time.process_time()
        work()
        cpu = (time.process_time() - cpu) * 1000
        print(f"{name:34} {cpu:8.0f} ms, {cpu / given.repeating:6.2f} ms a repeating event", flush=True)

    with tempfile.TemporaryDirectory() as folder, open_digest(made(Path(folder), given.events, given.repeating)) as d:
        pages = Pages(d, Path(folder) / "out")
        timed("what is coming", lambda: coming(d))
        timed("one month of the calendar", lambda: again(d, date(2026, 12, 1), date(2026, 12, 31)))
        timed("front page", lambda: today.front(pages))
        timed("list of events", lambda: lists.events(pages))
        timed("pages of months", lambda: lists.months(pages))


if __name__ == "__main__":
    main()
