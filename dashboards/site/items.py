"""The items of lists as HTML: what stands on very many pages is written here once, ten times as fast as by macros.

Foreign text stands in <bdi>, so that its direction stays its own; long text is cut, whole on its own page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from dashboards import words
from dashboards.safe import file_name
from dashboards.site.digest import Moment
from dashboards.site.evidence import Proof
from dashboards.site.folded import Folded
from dashboards.site.lines import Altered, EventLine, StoryLine, Telling
from dashboards.site.occurrence import repeats

AWAY: Final = 'rel="external nofollow noopener noreferrer"'


def escaped(text: str) -> str:
    """Text that can begin no markup, as plain `str`: joining `Markup` was a tenth of the time of a page."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace('"', "&#34;")
    )


def bdi(text: str, most: int = 110) -> str:
    return f"<bdi>{escaped(words.cut(text, most))}</bdi>"


def tag(text: str, kind: str = "") -> str:
    return f'<span class="tag{" " + kind if kind else ""}">{escaped(text)}</span>'


def _link(url: str, text: str) -> str:
    return f'<a href="{escaped(url)}" {AWAY}>{bdi(text)}</a>' if url else bdi(text)


def _marks(region: str, sectors: Iterable[str], kind: str = "", online: bool = False) -> str:
    more = ' data-online="1"' if online else ""
    by = f'data-region="{escaped(region)}" data-sector="{escaped(" ".join(sectors))}" data-kind="{escaped(kind)}"'
    return by + more


def link(url: str, text: str) -> Markup:
    return Markup(_link(url, text))


def marks(region: str, sectors: Iterable[str], kind: str = "", online: bool = False) -> Markup:
    """What the filters of a page look at."""
    return Markup(_marks(region, sectors, kind, online))


def sectors_of(line: EventLine | StoryLine) -> str:
    return "".join(tag(words.label("sector", code)) for code in line.sectors)


def body(row: sqlite3.Row, root: str) -> str:
    """An organisation in the directory."""
    region = words.short_region(row["sido"])
    place = " ".join(filter(None, (region, words.cut(row["sigungu"] or "", 30)))) if row["sido"] else ""
    held = f"행사 {row['event_count']}건" if row["event_count"] else ""
    told = (words.label("organisation_type", row["type"]), place, f"글 {row['article_count']}건", held)
    href = f"{root}organisations/{file_name(row['organisation_id'])}.html"
    sectors = (row["sectors"] or "").split(",")
    return (
        f'<li {_marks(region, sectors, row["type"])}><a href="{href}">{bdi(row["name"], 60)}</a>'
        f"<span>{escaped(' · '.join(filter(None, told)))}</span></li>"
    )


class Items:
    """Items as they are said on one day."""

    def __init__(self, today: date) -> None:
        self.today = today

    # --- events ---------------------------------------------------------------------------

    def event(
        self, line: EventLine, root: str, due: bool = False, change: bool = False, proofs: Sequence[Proof] = (),
        altered: Iterable[Altered] = (),
    ) -> Markup:  # fmt: skip
        """`due`: under the day it closes; `change`: because it was changed, `altered`: in what beside its day."""
        return Markup(self._event(line, root, due, change, proofs, altered))

    def events(self, lines: Iterable[EventLine], root: str, due_on: date | None = None) -> Markup:
        """`due_on`: the day of the page, on which some of them close."""
        closing = due_on or date.min
        return Markup("".join(self._event(line, root, line.deadline_on == closing) for line in lines))

    def _event(
        self, line: EventLine, root: str, due: bool, change: bool = False, proofs: Sequence[Proof] = (),
        altered: Iterable[Altered] = (),
    ) -> str:  # fmt: skip
        due = due or (line.day is None and line.kind == "call")  # a call is not «미정»: it has its last day
        day = line.deadline_on if due and line.deadline_on else line.day
        return (
            f"<li {_marks(line.region, line.sectors, line.kind, line.online)}>\n{self._daybox(day)}\n"
            f'<div><a class="title" href="{root}{escaped(line.href)}">{bdi(line.title)}</a>\n'
            f"{self._altered(altered)}{self._facts(line, due)}\n"
            f'<div class="foot">{self._tags(line, due, change)}{self._because(proofs, change)}</div></div></li>\n'
        )

    def _altered(self, altered: Iterable[Altered]) -> str:
        told = "".join(f"<span>{a.name} <s>{bdi(a.before, 60)}</s> → {bdi(a.after, 60)}</span>" for a in altered)
        return f'<p class="facts">{told}</p>\n' if told else ""

    def daybox(self, day: date | None) -> Markup:
        """A box on a page that says the year."""
        return Markup(self._daybox(day, False))

    def _daybox(self, day: date | None, dated: bool = True) -> str:
        """`dated`: in a list of many years, where a day of a past one says its year instead of its weekday."""
        if day is None:
            return '<span class="day"><b class="none">미정</b></span>'
        soon = words.near(day, self.today)
        said = soon or (f"{day.year}년" if dated and day.year < self.today.year else f"{words.weekday(day)}요일")
        return (
            f'<time class="day{" soon" if soon else ""}" datetime="{day}"><span>{day.month}월</span><b>{day.day}</b>'
            f"<span>{said}</span></time>"
        )

    def standing(self, line: EventLine, lapsed: bool = False) -> Markup:
        """How an event stands, on its own page. What is over is not «예정»; «예정» beside a call would read as a call
        that is still to come. `lapsed`: it repeats, and nobody has told of it for long."""
        code, kind = line.status, {"cancelled": "due", "postponed": "moved", "recurring": "moved"}.get(line.status, "")
        said = words.label("event_status", code)
        applies = line.kind == "call" and line.deadline_on is not None
        if code in ("scheduled", "postponed", "recurring") and not lapsed and line.over(self.today):
            said, kind = "마감" if applies else "지난 행사", ""
        elif code == "scheduled" and applies:
            said = ""
        elif code == "scheduled" and self._going_on(line):
            said, kind = "진행 중", "moved"
        return Markup((tag(said, kind) if said else "") + self._adrift(line))

    def adrift(self, line: EventLine) -> Markup:
        return Markup(self._adrift(line))

    def _adrift(self, line: EventLine) -> str:
        """That what it is a part of was called off or moved away from it."""
        if line.adrift is None or line.over(self.today):
            return ""
        kind = "due" if line.adrift == "cancelled" else "moved"
        return tag(f"본행사 {words.label('event_status', line.adrift)}", kind)

    def facts(self, line: EventLine, due: bool = False) -> Markup:
        """When, where, who; what it asks for and costs."""
        return Markup(self._facts(line, due))

    def _facts(self, line: EventLine, due: bool) -> str:
        place = bdi(line.venue, 60) if line.venue else "온라인" if line.online else ""
        host = f"주최&nbsp;{bdi(line.hosts, 60)}" if line.hosts else ""
        audience = bdi(line.audience, 40) if due and line.audience else ""
        fee = bdi(line.fee, 40) if line.fee else ""
        whole = f"본행사&nbsp;{bdi(line.whole, 60)}" if line.whole and line.whole not in line.title else ""
        said = (*self._when(line, due), place, host, whole, audience, fee)
        told = "".join(f"<span>{part}</span>" for part in said if part)
        return f'<p class="facts">{told}</p>'

    def _when(self, line: EventLine, due: bool) -> list[str]:
        """When it is, beside a box that shows the first day."""
        said = self._closes(line, line.deadline) if due and line.deadline else [self._moved(line), self._hours(line)]
        return [*said, bdi(repeats(line.recurrence, self.today), 40) if line.recurrence else ""]

    def _closes(self, line: EventLine, deadline: Moment) -> list[str]:
        apart = line.day if line.kind != "call" and line.day != line.deadline_on else None
        return [words.until_beside(deadline), f"행사 {words.short_day(apart, self.today)}" if apart else ""]

    def _moved(self, line: EventLine) -> str:
        if not line.original or line.status == "recurring":
            return ""
        start = words.short_day(line.start, self.today) if line.start else "날짜 미정"
        return f"<s>{words.short_day(line.original, self.today)}</s> → {start}"

    def _hours(self, line: EventLine) -> str:
        if line.recurrence:
            return words.session_hours(line.start, line.end)
        return words.hours(line.start, line.end, self.today)

    def _tags(self, line: EventLine, due: bool, change: bool) -> str:
        return (
            f'<p class="tags">{self._state(line, due, change)}'
            f"{tag(words.cut(line.place, 30)) if line.place and (line.sido or line.venue) else ''}"
            f"{tag('온라인') if line.online and line.sido and line.venue else ''}{sectors_of(line)}"
            f"{tag(words.label('event_kind', line.kind), 'plain') if line.kind != 'other' else ''}"
            f"{tag(words.outlets_words(line.outlets, line.boards), 'plain') if line.outlets else ''}</p>"
        )

    def _state(self, line: EventLine, due: bool, change: bool) -> str:
        """What is pressing about an event: called off, moved, closing, going on."""
        said = {"cancelled": tag("취소", "due"), "postponed": tag("연기", "moved")}.get(line.status, "")
        if change and not said:
            said = tag("변경", "moved")
        if line.deadline_on and line.deadline_on >= self.today and line.status != "cancelled":
            left = words.countdown(line.deadline_on, self.today)
            said += tag(left if due else f"신청 {left}", "due")
        if not due and line.status in ("scheduled", "postponed") and self._going_on(line):
            said += tag("진행 중", "moved")
        return said + self._adrift(line)

    def _going_on(self, line: EventLine) -> bool:
        return line.day is not None and line.last is not None and line.day < self.today <= line.last

    def _because(self, proofs: Iterable[Proof], open_: bool) -> str:
        """The words it was read from; all of them stand on the event's page."""
        told = "".join(self._proof(proof) for proof in proofs)
        if not told:
            return ""
        return f'<details class="because"{" open" if open_ else ""}><summary>근거</summary><dl>{told}</dl></details>\n'

    def _proof(self, proof: Proof) -> str:
        on = f" {words.short_day(proof.on, self.today)}" if proof.on else ""
        others = f" 외 {proof.others}건" if proof.others else ""
        told = f"<mark><bdi>{escaped(proof.words)}</bdi></mark> <bdi>{escaped(proof.outlet)}</bdi>{on}{others}"
        return f"<div><dt>{words.label('field', proof.field)}</dt><dd>{told}</dd></div>"

    # --- stories --------------------------------------------------------------------------

    def story(self, line: StoryLine, root: str, most: int = 0, brief: bool = False) -> Markup:
        """`most`: tellings that are shown; `brief`: under its day, the other tellings one link away."""
        return Markup(self._story(line, root, most, brief))

    def stories(self, lines: Iterable[StoryLine], root: str, brief: bool = False) -> Markup:
        return Markup("".join(self._story(line, root, 0, brief) for line in lines))

    def _story(self, line: StoryLine, root: str, most: int, brief: bool) -> str:
        lead = line.tellings[0]
        more = self._elsewhere(line, root) if brief else self._tellings(line, root, most)
        return (
            f"<li {_marks(line.region, line.sectors, line.item_kind or '')}>\n{self._first_told(line, lead, brief)}\n"
            f'<div><span class="title">{_link(lead.url, line.title)}</span>\n'
            f'<p class="facts"><span><bdi>{escaped(lead.outlet)}</bdi></span>{"" if line.quiet else _about(line)}</p>\n'
            f"{more}</div></li>\n"
        )

    def _first_told(self, line: StoryLine, lead: Telling, brief: bool) -> str:
        on, at = (words.short_day if brief else words.ago)(line.day, self.today), words.clock(lead.published)
        if line.outlets > 1:
            by = "게시판" if line.boards == line.outlets else "매체"
            return f'<span class="day many"><span>{on}</span><b>{line.outlets}</b><span>{by}</span></span>'
        return f'<span class="day"><span>{on}</span>{f"<span>{at}</span>" if at else ""}</span>'

    def _elsewhere(self, line: StoryLine, root: str) -> str:
        if line.outlets <= 1:
            return ""
        told = words.outlets_words(line.outlets, line.boards)
        return f'<p class="facts"><a href="{root}days/{line.day}.html">{told}</a></p>\n'

    def _tellings(self, line: StoryLine, root: str, most: int) -> str:
        if len(line.tellings) <= 1:
            return ""
        told = "".join(f"<li>{self._told(title, those, False)}</li>\n" for title, those in line.told(most))
        left = len(line.tellings) - most if most else 0
        rest = f'<li><a href="{root}days/{line.day}.html">나머지 {left}건 보기</a></li>' if left > 0 else ""
        by = words.outlets_words(line.outlets, line.boards)
        return f'<details><summary>{by}</summary><ul class="told">\n{told}{rest}</ul></details>\n'

    # --- who told it ----------------------------------------------------------------------

    def told(self, title: str, those: Sequence[Telling], days: bool = False) -> Markup:
        """One title, then the outlets that used it; each outlet's own article behind its name."""
        return Markup(self._told(title, those, days))

    def _told(self, title: str, those: Sequence[Telling], days: bool) -> str:
        if len(those) == 1:
            head = f"<b><bdi>{escaped(those[0].outlet)}</bdi></b> {_link(those[0].url, title)}"
            return f"{head} <small>{self._stamp(those[0], days)}</small>"
        stamps = [self._stamp(t, days) if (t.on, t.reprint) != (n.on, n.reprint) else "" for t, n in pairwise(those)]
        stamps.append(self._stamp(those[-1], days))
        named = ", ".join(f"{_link(t.url, t.outlet)}{stamp}" for t, stamp in zip(those, stamps, strict=True))
        return f"{bdi(title)} <small>{named}</small>"

    def _stamp(self, telling: Telling, days: bool) -> str:
        on = f" {words.short_day(telling.on, self.today)}" if days and telling.on else ""
        return on + (" (옮겨 실음)" if telling.reprint else "")

    def proofs(self, found: Iterable[Folded]) -> Markup:
        """Words with all who wrote them."""
        told = (f"<mark><bdi>{escaped(f.words)}</bdi></mark> {self._tellers(f)}" for f in found)
        return Markup("".join(f'<span class="proof">{said}</span>' for said in told))

    def tellers(self, found: Folded) -> Markup:
        """Newest first; a day is written once, after the last outlet of that day."""
        return Markup(self._tellers(found))

    def _tellers(self, found: Folded) -> str:
        following = [t.on for t in found.tellers[1:]] + [date.min]
        said = (
            f"{_link(t.url, t.name)}{f' {words.short_day(t.on, self.today)}' if t.on and t.on != after else ''}"
            for t, after in zip(found.tellers, following, strict=True)
        )
        return ", ".join(said)


def _about(line: StoryLine) -> str:
    kind = f"<span>{words.label('item_kind', line.item_kind)}</span>" if line.item_kind else ""
    return f"{kind}{tag(words.cut(line.place, 30)) if line.place else ''}{sectors_of(line)}"
