"""Labelled fields + prose + calls → the events of one document.

::

    notices ─┐
    prose  ──┼─► merge (same day, one name) ─► parts under their parent ─► bodies, places, status ─► Event
    calls  ──┘
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.boilerplate import Line
from pipelines.extract.events import details
from pipelines.extract.events.bodies.hosts import find_hosts
from pipelines.extract.events.bodies.named import of_full_names
from pipelines.extract.events.calls.windows import read_calls, windows_of_calls
from pipelines.extract.events.days import status
from pipelines.extract.events.days.changes import changes_in
from pipelines.extract.events.days.meant import next_month
from pipelines.extract.events.days.open_hours import without_open_hours
from pipelines.extract.events.days.twice import twice_a_day
from pipelines.extract.events.days.uses import Use, uses_of
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import Label, find_labels
from pipelines.extract.events.merging import merge
from pipelines.extract.events.names import owners
from pipelines.extract.events.names.apart import tell_apart
from pipelines.extract.events.names.renaming import call_by_host, rename
from pipelines.extract.events.notices import courses
from pipelines.extract.events.notices.calendar import read_calendar
from pipelines.extract.events.notices.notice import apply_fields, apply_hours, read_notices, read_unlabelled
from pipelines.extract.events.notices.programme import read_programme
from pipelines.extract.events.notices.rows import read_rows
from pipelines.extract.events.places.whole import find_places
from pipelines.extract.events.prose.called_off import read_called_off, settle_change
from pipelines.extract.events.prose.hours import closing_hours, hours_behind, lone_hours, rhythm_behind
from pipelines.extract.events.prose.lengths import durations, each_long, first_sittings
from pipelines.extract.events.prose.rhythm_hours import rhythm_hours
from pipelines.extract.events.prose.same_hours import same_hours
from pipelines.extract.events.prose.sentences import read_prose
from pipelines.extract.events.prose.shared_hours import shared_hours
from pipelines.extract.events.prose.titled import read_titled
from pipelines.extract.events.prose.undated import read_undated
from pipelines.extract.events.prose.weighed import read_weighed, without_nobodys
from pipelines.extract.events.round_ups import without_others
from pipelines.extract.events.scene import Scene, at_clock, day_of, has_clock, items, lay_out, touches
from pipelines.extract.events.words.headlines import telling_title
from pipelines.extract.region import venue_region
from pipelines.extract.times import find_times
from store.records import Document, Event, Organisation, Region, SpanPair, When


def find_events(
    document: Document,
    lines: tuple[Line, ...],
    times: tuple[When, ...],
    organisations: tuple[Organisation, ...],
    region: Region | None,
) -> tuple[Event, ...]:
    """Events in the order they are spoken of, main ones and background ones."""
    scene, labels = set_out(document, lines, times, organisations, region)
    parts = told(scene, labels)
    for part, own in parts:
        owners.complete(part, own)
        of_full_names(part, own)
        call_by_host(own)
        find_places(part, own)
        details.fill(part, own)
        _life(part, own, scene.state if part is scene else status.document_state(part))
    drafts = sorted((draft for _, own in parts for draft in own), key=_is_background)
    tell_apart(scene, drafts)
    return tuple(_event(scene, d) for d in drafts)


def told(scene: Scene, labels: tuple[Label, ...]) -> list[tuple[Scene, list[Draft]]]:
    """The items of a text, mostly one, with their events and calls in order: days, names and bodies, no owners yet."""
    drafts = without_others(scene, drafted(scene, labels))
    rename(scene, drafts)
    drafts = twice_a_day(scene, drafts)
    drafts.sort(key=lambda d: (_is_background(d), d.at))
    parts = []
    for part in items(scene):
        first, last = (0, len(scene.text)) if part is scene else (part.lines[0].start, part.lines[-1].end)
        own = [d for d in drafts if first <= max(d.at, 0) < last]
        find_hosts(part, own)
        parts.append((part, own))
    return parts


def drafted(scene: Scene, labels: tuple[Label, ...]) -> list[Draft]:
    """All events and calls of a text, called as their rules told."""
    uses, notices, drafts = dated(scene, labels)
    drafts += read_calls(scene, uses, labels, drafts)
    courses.share_deadlines(drafts)
    drafts += read_called_off(scene, uses, drafts)
    if not any(d.role == "main" for d in drafts):
        drafts += read_undated(scene, scene.state)
    if not notices and drafts:
        _fields_without_time(scene, drafts, labels)
    return drafts


def _is_background(draft: Draft) -> bool:
    return draft.role != "main"


def dated(scene: Scene, labels: tuple[Label, ...]) -> tuple[list[Use], list[Draft], list[Draft]]:
    """What each time is for; the drafts of labelled notices; the drafts of all events that have a day, no calls yet."""
    notices = read_notices(scene, labels)
    uses = uses_of(scene)
    calendar = read_calendar(scene)
    rows = read_rows(scene, uses, labels, notices, calendar.told)
    if not notices and not rows and not calendar.drafts:
        notices = read_unlabelled(scene, list(labels))
    told = notices + calendar.drafts + rows
    taken = _taken(scene, labels, told) + calendar.told
    drafts = merge(scene, told + read_prose(scene, uses, taken, told))
    drafts += read_titled(scene, uses, drafts, taken)
    drafts += read_programme(scene, drafts)
    drafts, uses = without_open_hours(scene, without_nobodys(scene, drafts), uses)
    drafts += read_weighed(scene, uses, drafts, taken)
    drafts = rhythm_behind(scene, uses, drafts)
    hours_behind(scene, uses, drafts)
    drafts = lone_hours(scene, drafts)
    drafts = shared_hours(scene, drafts)
    same_hours(scene, drafts)
    rhythm_hours(drafts)
    closing_hours(scene, drafts)
    durations(scene, drafts)
    each_long(scene, drafts)
    first_sittings(scene, drafts)
    _deadlines_ahead(scene, drafts)
    courses.settle(drafts)
    return uses, notices, drafts


def set_out(
    document: Document,
    lines: tuple[Line, ...],
    times: tuple[When, ...],
    organisations: tuple[Organisation, ...],
    region: Region | None,
) -> tuple[Scene, tuple[Label, ...]]:
    """The document as the event rules see it, and its labelled fields."""
    title = telling_title(document.title, (document.text[line.start : line.end] for line in lines))
    scene = lay_out(replace(document, title=title), lines, times, organisations, region)
    labels = windows_of_calls(scene, find_labels(document.text, scene.lines))
    scene = _cells_apart(scene, lines, labels)
    return replace(scene, state=status.document_state(scene)), labels


def _cells_apart(scene: Scene, lines: tuple[Line, ...], labels: tuple[Label, ...]) -> Scene:
    """«날짜 / 5월 23일 / 5월 30일» reads like two days of one event; each cell of such a row is read for itself."""
    cells = [x.value for x in labels if x.field in ("when", "was") and _straddled(scene, x.value)]
    gone = [x.value for x in labels if x.field == "gone"]  # when one might apply before that was put off
    if not cells and not gone:
        return scene
    kept = [t for t in scene.times if not any(touches(t.span, *cell) for cell in [*cells, *gone])]
    for a, b in cells:
        for when in find_times(scene.text[a:b], scene.document.published_at):
            kept.append(replace(when, span=(when.span[0] + a, when.span[1] + a)))
    return lay_out(scene.document, lines, tuple(kept), scene.organisations, scene.region)


def _straddled(scene: Scene, value: SpanPair) -> bool:
    """Whether a time begins before a field's value, or in it, and ends behind the border."""
    return any(
        t.span[0] < value[0] < t.span[1] or value[0] <= t.span[0] < value[1] < t.span[1]
        for t in scene.times_in(max(0, value[0] - 40), value[1])
    )


def _deadlines_ahead(scene: Scene, drafts: list[Draft]) -> None:
    """«5월 23~24일 워크숍, 참가 신청은 15일까지» on 29 April: a last day to apply lies ahead, before the event."""
    for draft in drafts:
        last, event = day_of(draft.application_deadline), draft.day
        if last is None or event is None or scene.published is None or not last < scene.published <= event:
            continue
        later = next_month(last)
        if later is not None and scene.published <= later <= event:
            draft.application_deadline = at_clock(later, draft.application_deadline)


def _taken(scene: Scene, labels: tuple[Label, ...], notices: list[Draft]) -> list[SpanPair]:
    """What the labelled fields already told; prose rules leave it alone."""
    spans = [label.value for label in labels if notices or label.field in ("apply", "host", "organiser", "contact")]
    return spans + [(d.at, d.until) for d in notices]


def _fields_without_time(scene: Scene, drafts: list[Draft], labels: tuple[Label, ...]) -> None:
    first = next((d for d in drafts if d.role == "main"), None)
    if first is not None:
        apply_fields(scene, first, list(labels))
        apply_hours(scene, first, list(labels))
        for draft in drafts:
            labelled = first.rules.get("venue", "").startswith("label:")
            if (
                draft.rules.get("title") == "row"
                and draft.venue is None
                and first.venue
                and labelled
                and not draft.call
            ):
                draft.venue = first.venue
                draft.rules.setdefault("venue", "same place")


def _life(scene: Scene, drafts: list[Draft], state: str) -> None:
    main = [d for d in drafts if d.role == "main"]
    for draft in drafts:
        settle_change(scene, draft)
    called_off = _called_off(scene, main)
    elsewhere = any(d.status == "postponed" or "original_date:" in " ".join(d.flags) for d in main[1:])
    for number, draft in enumerate(main):
        moved = any(f.startswith("original_date:") for f in draft.flags)
        if draft.status or (draft.rules.get("title") == "row" and not moved):
            continue  # one row of several has a life of its own
        if moved and draft.start is not None and not draft.call and not status.over(draft, scene.published):
            later = max(f[14:24] for f in draft.flags if f.startswith("original_date:")) < str(draft.day)
            draft.status = "postponed" if later else "scheduled"
            if status.corrected(scene, draft.at, draft.until):
                draft.status = "scheduled"
        elif state == "cancelled" and draft is called_off:
            draft.status = "cancelled"
        elif status.over(draft, scene.published):
            continue  # put off once, held since
        elif state == "postponed" and (moved or (number == 0 and not elsewhere)) and not draft.call:
            draft.status = "postponed"
    for draft in drafts:
        status.settle(draft, scene, state)


def _called_off(scene: Scene, main: list[Draft]) -> Draft | None:
    """The event that a text calls off: the first, unless the sentence that says so is of another."""
    plain = [d for d in main if not d.call]
    said = [d for d in plain if _is_called_off(scene, d)]
    return said[0] if said and len(plain) > 1 else plain[0] if plain and plain[0] is main[0] else None


def _is_called_off(scene: Scene, draft: Draft) -> bool:
    told = changes_in(scene.text, draft.at, max(draft.at, draft.until))
    return any(change.is_plain and change.state == "cancelled" for change in told)


def _event(scene: Scene, draft: Draft) -> Event:
    return Event(
        title=draft.title,
        start=draft.start,
        end=draft.end,
        all_day=draft.start is not None and not has_clock(draft.start),
        venue=draft.venue,
        address_region=venue_region(draft.venue or "", scene.region, scene.published),
        online=draft.online,
        hosts=draft.hosts,
        organisers=draft.organisers,
        sponsors=draft.sponsors,
        audience=draft.audience,
        fee=draft.fee,
        contact=draft.contact,
        status=draft.status,
        application_start=draft.application_start,
        application_deadline=draft.application_deadline,
        recurrence=draft.recurrence,
        role="background" if draft.role == "background" else "main",
        parent=draft.parent.title if draft.parent else None,
        flags=tuple(draft.flags),
        evidence={key: tuple(spans) for key, spans in draft.evidence.items() if spans},
        rules=dict(draft.rules),
    )
