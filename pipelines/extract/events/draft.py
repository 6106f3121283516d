"""An event while it is being put together. Only the rules of this package see it; `Event` leaves the room."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pipelines.extract.events.scene import Scene, Sentence, day_of, has_clock
from pipelines.extract.events.words.titles import Name
from store.records import Moment, SpanPair, When


@dataclass(slots=True, eq=False)
class Draft:
    title: str
    name: Name | None = None
    start: Moment | None = None
    end: Moment | None = None
    recurrence: str | None = None
    venue: str | None = None
    online: bool = False
    hosts: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    audience: str | None = None
    fee: str | None = None
    contact: str | None = None
    status: str = ""
    application_start: Moment | None = None
    application_deadline: Moment | None = None
    role: str = "main"
    parent: Draft | None = None
    call: bool = False  # the event is the window of an application itself
    at: int = 0  # where in the text it was first spoken of
    until: int = 0  # end of the last sentence that spoke of it
    flags: list[str] = field(default_factory=list)
    evidence: dict[str, list[SpanPair]] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        return day_of(self.start)

    @property
    def last_day(self) -> date | None:
        return day_of(self.end) or self.day

    def covers(self, day: date | None) -> bool:
        first, last = self.day, self.last_day
        return day is not None and first is not None and last is not None and first <= day <= last

    def note(self, what: str, span: SpanPair | None, rule: str) -> None:
        """Evidence and rule of a field, the first rule stays."""
        self.rules.setdefault(what, rule)
        if span is not None and span[0] < span[1] and span not in self.evidence.setdefault(what, []):
            self.evidence[what].append(span)

    def flag(self, flag: str) -> None:
        if flag not in self.flags:
            self.flags.append(flag)

    def set_time(self, when: When, rule: str) -> None:
        """Take a time as the event's own, its flags with it."""
        self.start, self.end = when.start, when.end
        if self.end == self.start and not has_clock(self.start):
            self.end = None
        if when.rrule or when.kind == "recurrence":
            self.recurrence = when.rrule or "recurring"
        if when.granularity == "week" and self.start is not None:  # «10월 넷째 주 중 하루»: no day yet
            self.flag(f"week_only:{day_of(when.start)}/{day_of(when.end)}")
            self.start = self.end = None
        for flag in when.flags:
            if flag in KEPT_FLAGS:
                self.flag(KEPT_FLAGS[flag])
        self.note("start", when.span, rule)


# What a time says about itself and a reader should know.
KEPT_FLAGS = {
    "broken": "broken_date", "broken_date": "broken_date", "lost_separator": "broken_date",
    "missing_dot": "broken_date",
    "wrong_weekday": "wrong_weekday", "approx": "tentative", "tentative": "tentative", "ocr_confusion": "broken_date",
}  # fmt: skip


def day_told(scene: Scene, draft: Draft) -> tuple[Sentence, When] | None:
    """The time that gives an event its day, and the sentence it stands in; nothing where none does."""
    when = scene.first_time(draft.evidence.get("start"))
    sentence = next(iter(scene.sentences_in(*when.span)), None) if when is not None else None
    return (sentence, when) if when is not None and sentence is not None else None


def sentences_of(scene: Scene, draft: Draft) -> list[Sentence]:
    """The sentences that speak of an event."""
    return list(scene.sentences_in(draft.at, max(draft.until, draft.at + 1)))
