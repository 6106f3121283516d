"""Two tellings of an event: the same event? A score with reasons, as for articles.

A telling is one event finding with what its article says besides. The *what* is the title without
year, round and town; the *when* is every day the telling ties to the event: start, end, the day it
was moved from (`original_date:`), the last day to apply. Both must meet. They need not be equal: one
outlet writes «햇곡 나눔장터», another «2024 완주 햇곡 나눔장터»; a postponement names the old day.

Kept apart whatever meets: another edition, round or season in the title, another town, two events of
one article, a series and one of its dates told elsewhere, an event and what its article calls a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from pipelines.merge.compare import Proposal
from pipelines.merge.evidence import (
    SEASON,
    YEAR,
    content_words,
    fold,
    folded_title,
    korean_day,
    places,
    rounds,
    topic_words,
)
from store.records import Event, Moment

NO_DAY = "no day in common"
SURE_TITLE = 0.82
LIKE_TITLE = 0.55
FARTHEST_DAYS = 500
LONG_RUN = timedelta(days=31)
MOVED_WITHIN = timedelta(days=7)
"""After its day within which an event can still be said to be moved: what was held last year is not."""
ORIGINAL = re.compile(r"^original_date:\s?(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class Told:
    """An event as one article tells it. `id` is the finding's.

    `left` holds the days that a text on a change names besides its own: among them the one that was
    left, also where the extractors did not flag it.
    """

    id: str
    article_id: str
    story_id: str
    published_at: datetime | None
    event: Event
    left: frozenset[date] = frozenset()
    towns: frozenset[str] = frozenset()  # districts in the headline or the event's title
    towns_told: frozenset[str] = frozenset()  # districts anywhere in the text
    clocks: frozenset[str] = frozenset()  # times of day anywhere in the text, HH:MM
    keeps_hours: bool = False  # a change that says the hours stay

    @property
    def day(self) -> date | None:
        """The day it begins."""
        return moment_day(self.event.start)

    @cached_property
    def days(self) -> frozenset[date]:
        """Every day the telling ties to the event: its run, the day it was moved from, the last to apply."""
        start, end = self.day, moment_day(self.event.end)
        found = set(original_days(self.event))
        found |= {d for d in (start, end, moment_day(self.event.application_deadline)) if d}
        if start and end and start < end and end - start <= LONG_RUN:
            found |= {start + timedelta(days=n) for n in range((end - start).days)}
        return frozenset(found)

    @property
    def named(self) -> frozenset[date]:
        """The same with the days a change leaves behind."""
        return self.days | self.left

    @property
    def moved_from(self) -> frozenset[date]:
        """The days that the extractors saw it move from."""
        return original_days(self.event)

    @property
    def days_left(self) -> frozenset[date]:
        """Days on which, as this telling says, the event is no longer."""
        return self.moved_from | (self.left - self.days)


def moment_day(moment: Moment | None) -> date | None:
    """The Korean day of a day or a minute."""
    return korean_day(moment) if isinstance(moment, datetime) else moment


def original_days(event: Event) -> frozenset[date]:
    """Days the event was moved away from."""
    return frozenset(date.fromisoformat(m[1]) for flag in event.flags if (m := ORIGINAL.match(flag)))


def tie(a: Told, b: Told) -> Proposal:
    """Judge two tellings; symmetric."""
    likeness = title_likeness(a.event.title, b.event.title)
    bars = tuple(why for bar in BARS if (why := bar(a, b)))
    reasons = (f"titles {likeness:.0%} alike", *_reasons(a, b))
    if bars:
        return Proposal("different", round(likeness / 2, 4), (*bars, *reasons))
    score = _score(a, b, likeness)
    return Proposal("same" if score >= 0.6 else "unsure", round(score, 4), reasons)


def title_likeness(left: str, right: str) -> float:
    """0 to 1, without year, round and punctuation; a title contained in a longer one is alike."""
    from rapidfuzz import fuzz

    a, b = folded_title(left) or fold(left), folded_title(right) or fold(right)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= 4 and shorter in longer:
        return 0.9
    words = fuzz.token_set_ratio(" ".join(sorted(content_words(left))), " ".join(sorted(content_words(right))))
    return float(max(fuzz.ratio(a, b), 0.9 * words) / 100)


def tie_keys(told: Told) -> Iterator[tuple[str, str]]:
    """Keys under which tellings of one event meet."""
    yield ("story", told.story_id)
    words = sorted(topic_words(told.event.title), key=lambda w: (-len(w), w))[:8]
    for word in words or [fold(told.event.title)]:
        yield ("title", word)
        for day in sorted(told.named)[:40]:
            yield (day.isoformat(), word)


# --- what keeps apart ---------------------------------------------------------------------


def other_edition(a: Told, b: Told) -> str:
    """Years, rounds or seasons that both titles give and that differ."""
    for name, marks in EDITION_MARKS.items():
        mine, other = marks(a.event.title), marks(b.event.title)
        if mine and other and not mine & other:
            return f"another {name}: {', '.join(sorted(mine))} / {', '.join(sorted(other))}"
    return ""


def other_town(a: Told, b: Told) -> str:
    mine = places(a.event.title) or _region(a.event)
    other = places(b.event.title) or _region(b.event)
    if mine and other and not any(x.startswith(y) or y.startswith(x) for x in mine for y in other):
        return f"another town: {', '.join(sorted(mine))} / {', '.join(sorted(other))}"
    return ""


def unknown_town(a: Told, b: Told) -> str:
    """Districts that no gazetteer has: each named in front by one, by the other nowhere."""
    if a.towns and b.towns and not a.towns & b.towns_told and not b.towns & a.towns_told:
        return f"another town: {', '.join(sorted(a.towns))} / {', '.join(sorted(b.towns))}"
    return ""


def one_article(a: Told, b: Told) -> str:
    other = a.event.start != b.event.start or a.event.title != b.event.title
    return "two events of one article" if a.article_id == b.article_id and other and not _one_edition(a, b) else ""


def _one_edition(a: Told, b: Told) -> bool:
    """One numbered edition that is over and yet to come: the article was there for something else («미리 찾은»)."""
    numbered = rounds(a.event.title) and a.event.title == b.event.title
    return bool(numbered) and (a.event.status == "held") != (b.event.status == "held")


def series_and_date(a: Told, b: Told) -> str:
    if a.story_id != b.story_id and bool(a.event.recurrence) != bool(b.event.recurrence) and a.day != b.day:
        return "a series and one of its dates"
    return ""


def far_apart(a: Told, b: Told) -> str:
    mine, other = a.named, b.named
    if mine and other and not mine & other and a.story_id != b.story_id and not _moved(a, b):
        return NO_DAY
    return ""


def _moved(a: Told, b: Told) -> bool:
    """Whether the later of the two says that the event was moved, not from when, and its day was not long over."""
    earlier, later = sorted((a, b), key=lambda t: (t.published_at.timestamp() if t.published_at else 0.0, t.id))
    if later.event.status != "postponed" or later.days_left:
        return False
    said = korean_day(later.published_at)
    return said is None or not earlier.named or said <= max(earlier.named) + MOVED_WITHIN


def part_and_whole(a: Told, b: Told) -> str:
    """«고쳐 쓰는 공방» of a market, and the market as another article tells it: day, place and hosts are the same."""
    for part, whole in ((a, b), (b, a)):
        named = part.event.parent is not None and title_likeness(part.event.parent, whole.event.title) >= SURE_TITLE
        if named and title_likeness(part.event.title, whole.event.title) < LIKE_TITLE:
            return f"a part of it: {part.event.title}"
    return ""


BARS = (other_edition, other_town, unknown_town, one_article, series_and_date, far_apart, part_and_whole)
EDITION_MARKS: dict[str, Callable[[str], frozenset[str]]] = {
    "year": lambda title: frozenset(YEAR.findall(title)),
    "round": rounds,
    "season": lambda title: frozenset(x or y for x, y in SEASON.findall(title)),
}


# --- what speaks for it -------------------------------------------------------------------


def _score(a: Told, b: Told, likeness: float) -> float:
    """Title and day must meet; venue, hosts, the minute and a common story raise a middling title."""
    if _gap(a, b) > FARTHEST_DAYS:
        return 0.0
    met, undated = bool(a.named & b.named), not a.named or not b.named
    help_ = 0.12 * len(_reasons(a, b)) + 0.15 * (a.story_id == b.story_id)
    if same_call(a, b):
        return min(1.0, 0.65 + 0.8 * likeness)
    if met:
        return min(1.0, likeness * 0.8 + help_) if likeness >= LIKE_TITLE or help_ >= 0.38 else 0.0
    if a.story_id == b.story_id:
        # outlets that print one release and differ in the day: shown as a contradiction
        return likeness * 0.8 if likeness >= SURE_TITLE or undated else 0.0
    if undated or _moved(a, b):
        return min(1.0, likeness * 0.55 + help_) if likeness >= SURE_TITLE else 0.0
    return 0.0


def same_call(a: Told, b: Told) -> bool:
    """One story, one last day to apply: the call it tells of, under whatever words an outlet calls it.

    Where an article has two calls that close together, its other one is the better match (`groups`
    joins from the surest down, and two of one article never are one).
    """
    mine, other = (moment_day(x.event.application_deadline) for x in (a, b))
    return mine is not None and mine == other and a.story_id == b.story_id and (a.day == b.day or not (a.day and b.day))


def _reasons(a: Told, b: Told) -> tuple[str, ...]:
    found = []
    if shared := sorted(a.named & b.named)[:2]:
        found.append("same day: " + ", ".join(d.isoformat() for d in shared))
    if a.event.venue and b.event.venue and _same_venue(a.event.venue, b.event.venue):
        found.append(f"same venue: {min(a.event.venue, b.event.venue, key=len)}")
    mine, other = ({fold(h) for h in (*x.event.hosts, *x.event.organisers)} for x in (a, b))
    if hosts := sorted(mine & other):
        found.append(f"same host: {hosts[0]}")
    if isinstance(a.event.start, datetime) and a.event.start == b.event.start:
        found.append("same minute")
    if same_call(a, b):
        found.append("one release, one last day to apply")
    return tuple(found)


def _same_venue(left: str, right: str) -> bool:
    a, b = fold(left), fold(right)
    return a in b or b in a or bool(content_words(left) & content_words(right))


def _region(event: Event) -> frozenset[str]:
    return places(event.address_region) if event.address_region else frozenset()


def _gap(a: Told, b: Told) -> int:
    if a.published_at is None or b.published_at is None:
        return 0
    return abs((a.published_at - b.published_at).days)
