"""The letter of one day for one reader: a subject, HTML and plain text, from `digest.db` alone.

The same lines as on the front page, cut to what the reader chose: our own structured words, titles
and links, no sentence of the press. Nothing in the subject comes from outside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from dashboards import words
from dashboards.site.digest import Digest
from dashboards.site.lines import Altered, EventLine, StoryLine, altered, calls, coming, moved, news
from dashboards.site.occurrence import repeats, when_words
from dashboards.site.render import environment
from dashboards.site.today import COMING_DAYS, DUE_DAYS

MOST = {"due": 12, "moved": 8, "coming": 12, "news": 20}
"""Lines per part; what does not fit is one link away."""
LONGEST_GAP = timedelta(days=7)
"""A reader whose last letter is older gets the news of a week, not of a month."""
EVERYWHERE = ("전국", "온라인")
KINDS = {"news": "소식", **{code: name for code, name in words.LABELS["event_kind"].items() if code != "other"}}
"""What can be chosen besides region and field: the news, or kinds of events."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader chose; nothing chosen means everything."""

    regions: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def in_words(self) -> str:
        """«강원 · 돌봄, 교육»; «모든 지역» where nothing was chosen."""
        chosen = (self.regions, [words.label("sector", s) for s in self.sectors], [KINDS[k] for k in self.kinds])
        return " · ".join(", ".join(part) for part in chosen if part) or "모든 지역, 모든 분야"

    def takes(self, line: EventLine | StoryLine) -> bool:
        """Whether a line is for this reader; what is meant for the whole country is for every region."""
        kind = "news" if isinstance(line, StoryLine) else line.kind
        return (
            (not self.regions or line.region in (*self.regions, *EVERYWHERE))
            and (not self.sectors or bool(set(self.sectors) & set(line.sectors)))
            and (not self.kinds or kind in self.kinds)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the letter: its lines, and how many there are in all."""

    id: str
    title: str
    more: str
    lines: list[EventLine] | list[StoryLine]
    total: int


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to be put into a message. `stories` are the ids that stand in it."""

    subject: str
    text: str
    html: str
    stories: tuple[str, ...]


@dataclass(slots=True)
class Desk:
    """The lines of one release, read once for all readers. `site`: public address, ending in a slash."""

    digest: Digest
    site: str
    notice: str | None = None
    _news: dict[date, list[StoryLine]] = field(default_factory=dict)
    _events: dict[str, list[EventLine]] = field(default_factory=dict)
    _altered: dict[str, list[Altered]] = field(default_factory=dict)

    def events(self) -> dict[str, list[EventLine]]:
        """What closes within a week, what moved since yesterday, what is coming; each event once."""
        if not self._events:
            today = self.digest.today
            due = calls(self.digest, today + timedelta(days=DUE_DAYS))
            shifted = moved(self.digest, today - timedelta(days=1))
            self._altered = altered(self.digest, today - timedelta(days=1))
            shown = {line.id for line in (*due, *shifted)}
            ahead = [e for e in coming(self.digest, today + timedelta(days=COMING_DAYS)) if e.id not in shown]
            self._events = {"due": due, "moved": shifted, "coming": ahead}
        return self._events

    def news(self, last: date | None) -> list[StoryLine]:
        """Stories first seen since the reader's last letter (its own day included), at least since yesterday."""
        today = self.digest.today
        since = max(min(last or today, today - timedelta(days=1)), today - LONGEST_GAP)
        if since not in self._news:
            self._news[since] = news(self.digest, since)
        return self._news[since]

    def letter(
        self, wanted: Wanted, leave: str = "", last: date | None = None, told: Collection[str] = ()
    ) -> Letter | None:
        """The letter for one reader; None where nothing is for them.

        `leave` is the address that ends the subscription, `last` the day of the reader's last letter, `told` the
        stories that stood in it.
        """
        fresh = [line for line in self.news(last) if line.id not in told]
        parts = [
            _part(wanted, "due", "마감 임박", "calls.html", self.events()["due"]),
            _part(wanted, "moved", "바뀐 일정", "events.html", self.events()["moved"]),
            _part(wanted, "coming", "다가오는 행사", "events.html", self.events()["coming"]),
            _part(wanted, "news", "새 소식", f"days/{self.digest.today}.html", fresh),
        ]
        parts = [part for part in parts if part.lines]
        if not parts:
            return None
        stories = tuple(line.id for part in parts if part.id == "news" for line in part.lines)
        return Letter(self._subject(parts), self._text(parts, wanted, leave), self._html(parts, wanted, leave), stories)

    def _subject(self, parts: Iterable[Part]) -> str:
        """«[두레] 11월 20일 금요일: 마감 임박 2건, 새 소식 7건»."""
        counts = ", ".join(f"{part.title} {part.total}건" for part in parts)
        return f"[두레] {words.day_words(self.digest.today, self.digest.today)}: {counts}"

    def _text(self, parts: list[Part], wanted: Wanted, leave: str) -> str:
        text = self._render("letter.txt", parts, wanted, leave)
        return "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"

    def _html(self, parts: list[Part], wanted: Wanted, leave: str) -> str:
        return self._render("letter.html", parts, wanted, leave)

    def _render(self, template: str, parts: list[Part], wanted: Wanted, leave: str) -> str:
        today = self.digest.today
        return environment().get_template(template).render(
            parts=parts, today=today, site=self.site, leave=leave, chosen=wanted.in_words(),
            notice=self.notice or self.digest.banner, facts=partial(facts, today=today, altered=self._altered),
            day_words=partial(words.day_words, today=today), countdown=partial(words.countdown, today=today),
        )  # fmt: skip


def _part(wanted: Wanted, name: str, title: str, more: str, lines: list[EventLine] | list[StoryLine]) -> Part:
    kept = [line for line in lines if wanted.takes(line)]
    return Part(name, title, more, kept[: MOST[name]], len(kept))  # type: ignore[arg-type]


def facts(
    part: str, line: EventLine | StoryLine, today: date, altered: Mapping[str, Iterable[Altered]] | None = None
) -> str:
    """Our own line under a title: when, where, who, how many outlets; of what changed, also what beside the day."""
    if isinstance(line, StoryLine):
        return _story_facts(line)
    status = "" if line.status in ("scheduled", "held", "recurring") else words.label("event_status", line.status)
    told = words.outlets_words(line.outlets, line.boards)
    host = f"주최 {line.hosts}" if line.hosts else ""
    audience = line.audience if part == "due" else ""
    adrift = f"본행사 {words.label('event_status', line.adrift)}" if line.adrift else ""
    known = (altered or {}).get(line.id, ()) if part == "moved" else ()
    when = (*(f"{a.name} {a.before} → {a.after}" for a in known), *_when(part, line, today))
    return " · ".join(filter(None, (status, adrift, *when, _where(line), host, audience, line.fee, told)))


def _when(part: str, line: EventLine, today: date) -> tuple[str, ...]:
    """«23일까지», «행사 26일», «매주 목요일»: a deadline alone does not say when to keep free."""
    cycle = repeats(line.recurrence, today) if line.recurrence else ""
    if part == "due" and line.deadline:
        apart = line.day if line.kind != "call" and line.day != line.deadline_on else None
        return words.until(line.deadline, today), f"행사 {words.day_words(apart, today)}" if apart else "", cycle
    if part == "moved" and line.original and line.original != line.start:
        now = words.full_when(line.start, line.end, today)
        return f"{words.full_when(line.original, None, today)} → {now}", cycle
    return when_words(line.start, line.end, line.recurrence, today)


def _where(line: EventLine) -> str:
    """The place and its region, each said once: «강원 원주시 늘품광장», «늘품광장, 강원 원주시»."""
    venue = line.venue or ("온라인" if line.online else "")
    region, _, town = line.place.partition(" ")
    if not venue or not town or town not in venue:
        return ", ".join(filter(None, (venue, line.place)))
    if region in venue:
        return venue
    return f"{region} {venue}" if venue.startswith(town) else f"{venue}, {region}"


def _story_facts(line: StoryLine) -> str:
    lead = line.tellings[0]
    if line.quiet:
        return lead.outlet
    kind = words.label("item_kind", line.item_kind) if line.item_kind else ""
    told = words.outlets_words(line.outlets, line.boards) if line.outlets > 1 else ""
    return " · ".join(filter(None, (lead.outlet, line.place, kind, told)))
