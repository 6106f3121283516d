"""Labelled fields + prose + calls → the events of one document.

::

    notices ─┐
    prose  ──┼─► merge (same day, one name) ─► parts under their parent ─► bodies, places, status ─► Event
    calls  ──┘
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extract.boilerplate import Line
from pipelines.extract.events import details, roles, status, venues
from pipelines.extract.events.calls import read_calls
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.labels import Label, find_labels
from pipelines.extract.events.merging import merge
from pipelines.extract.events.naming import complete_titles
from pipelines.extract.events.notice import apply_fields, apply_hours, read_notices, read_unlabelled
from pipelines.extract.events.prose import read_prose
from pipelines.extract.events.referring import alike
from pipelines.extract.events.rows import read_rows
from pipelines.extract.events.scene import Scene, Sentence, has_clock, lay_out, names_day
from pipelines.extract.events.titled import read_titled
from pipelines.extract.events.undated import read_cancelled, read_undated
from pipelines.extract.events.uses import PREDICATE, uses_of
from pipelines.extract.region import venue_region
from store.records import Document, Event, Organisation, Region, SpanPair, When


def find_events(
    document: Document,
    lines: tuple[Line, ...],
    times: tuple[When, ...],
    organisations: tuple[Organisation, ...],
    region: Region | None,
) -> tuple[Event, ...]:
    """Events in the order they are spoken of, main ones and background ones."""
    scene = lay_out(document, lines, times, organisations, region)
    labels = find_labels(document.text, scene.lines)
    scene = replace(scene, state=status.document_state(scene))
    notices = read_notices(scene, labels)
    uses = uses_of(scene)
    rows = read_rows(scene, uses, labels, notices)
    if not notices and not rows:
        notices = read_unlabelled(scene, list(labels))
    told = notices + rows
    drafts = merge(scene, told + read_prose(scene, uses, _taken(scene, labels, told), told))
    drafts += read_titled(scene, uses, drafts, _taken(scene, labels, told))
    drafts += read_calls(scene, uses, labels, drafts)
    drafts += read_cancelled(scene, drafts)
    if not any(d.role == "main" for d in drafts):
        drafts += read_undated(scene, scene.state)
    if not notices and drafts:
        _fields_without_time(scene, drafts, labels)
    complete_titles(scene, drafts)
    drafts.sort(key=lambda d: (d.role != "main", d.at))
    _bodies(scene, drafts)
    _places(scene, drafts)
    details.fill(scene, drafts)
    _life(scene, drafts, scene.state)
    return tuple(_event(scene, d) for d in drafts)


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
            if draft.rules.get("title") == "row" and draft.venue is None and first.venue:
                draft.venue = first.venue
                draft.rules.setdefault("venue", "same place")


def _sentence_of(scene: Scene, draft: Draft) -> list[Sentence]:
    return [s for s in scene.sentences if s.start < max(draft.until, draft.at + 1) and draft.at < s.end]


def _bodies(scene: Scene, drafts: list[Draft]) -> None:
    main = [d for d in drafts if d.role == "main"]
    for draft in drafts:
        if not draft.hosts:
            _announced(scene, draft)
    if main and not main[0].organisers:
        for sentence in scene.sentences:
            found = roles.stated(scene, sentence, roles.ORGANISER_PATTERNS)
            if found:
                main[0].organisers = tuple(name for name, _ in found)
                for _, span in found:
                    main[0].note("organiser", span, "stated")
                break
    if main and not main[0].hosts:
        _stated_host(scene, main[0])
    for draft in main:
        if not draft.hosts and draft.organisers:
            continue
        if not draft.hosts and draft.parent is not None:
            draft.hosts = draft.parent.hosts
    _signed(scene, main)
    if main and not main[0].hosts and not main[0].organisers:
        _lead_host(scene, main[0])
    _inherit(main)
    _only_body(scene, main)


def _only_body(scene: Scene, main: list[Draft]) -> None:
    """A post of a member or an office that names one body of ours, and no other, tells of that body's events."""
    ours = [o for o in scene.organisations if o.type in OURS or o.type == "support_centre"]
    if scene.document.channel != "board" or len(ours) != 1 or not main or any(d.hosts or d.organisers for d in main):
        return
    for draft in main:
        if draft.name is None or not re.search(r"협약|계약", draft.title):
            draft.hosts = (ours[0].name,)
            draft.note("host", ours[0].mentions[0] if ours[0].mentions else None, "only body")


def _announced(scene: Scene, draft: Draft) -> None:
    for sentence in _sentence_of(scene, draft):
        found = roles.stated(scene, sentence, roles.HOST_PATTERNS) or roles.announcer(scene, sentence)
        if found:
            draft.hosts = tuple(dict.fromkeys(name for name, _ in found))
            for _, span in found:
                draft.note("host", span, "announces")
            return


def _lead_host(scene: Scene, draft: Draft) -> None:
    """The lead of a press text names who announces, its event may stand a sentence later."""
    for sentence in scene.sentences[:3]:
        found = roles.announcer(scene, sentence)
        head = draft.name.head if draft.name else ""
        speaks = bool(head) and head in scene.text[sentence.start : sentence.end]
        if found and (speaks or sentence.start <= max(draft.until, draft.at)):
            draft.hosts = tuple(dict.fromkeys(name for name, _ in found))
            for _, span in found:
                draft.note("host", span, "lead")
            return


def _stated_host(scene: Scene, draft: Draft) -> None:
    for sentence in scene.sentences:
        found = roles.stated(scene, sentence, roles.HOST_PATTERNS)
        if found:
            draft.hosts = tuple(dict.fromkeys(name for name, _ in found))
            for _, span in found:
                draft.note("host", span, "stated")
            return


def _signed(scene: Scene, main: list[Draft]) -> None:
    signed = roles.signature(scene)
    for draft in main:
        if draft.hosts or draft.organisers:
            continue
        lone = _lone_body(scene, draft)
        if lone is not None:
            draft.hosts = (lone[0],)
            draft.note("host", lone[1], "own")
            continue
        if signed:
            draft.hosts = (signed[0][0],)
            draft.note("host", signed[0][1], "signed")
            continue
        owner = [
            o
            for o in scene.organisations
            if o.name in draft.title or any(a in draft.title for a in o.aliases if len(a) > 3)
        ]
        if owner and draft.name is not None and draft.name.head in roles.OWN:
            draft.hosts = (owner[0].name,)
            draft.rules.setdefault("host", "own")


OURS = frozenset(
    (
        "cooperative",
        "social_cooperative",
        "social_enterprise",
        "preliminary_social_enterprise",
        "village_enterprise",
        "self_sufficiency",
        "social_venture",
    )
)


def _lone_body(scene: Scene, draft: Draft) -> tuple[str, SpanPair] | None:
    """«… 팔판동 사회적협동조합이 주인이다. 개업식은 …»: the one body of ours named so far holds its own opening."""
    if draft.name is None or draft.name.head not in roles.OWN:
        return None
    so_far = [
        (o.name, m)
        for o in scene.organisations
        if o.type in OURS
        for m in o.mentions
        if m[0] < max(draft.until, draft.at)
    ]
    return so_far[0] if len({name for name, _ in so_far}) == 1 else None


def _inherit(main: list[Draft]) -> None:
    """Parts and later instalments of one announcement have the host of the first."""
    if not main or not main[0].hosts:
        return
    for draft in main[1:]:
        if not draft.hosts and not draft.organisers:
            draft.hosts = main[0].hosts


def _places(scene: Scene, drafts: list[Draft]) -> None:
    previous: Draft | None = None
    for draft in sorted(drafts, key=lambda d: d.at):
        for sentence in _sentence_of(scene, draft) if draft.venue is None else ():
            same = venues.says_same(scene, sentence)
            if same is not None and previous is not None and previous.venue:
                draft.venue = (_alike_before(draft, drafts) or previous).venue
                draft.note("venue", same, "same place")
        previous = draft if draft.venue else previous
    main = [d for d in drafts if d.role == "main"]
    for draft in main:
        if draft.venue is None and not draft.call and not draft.online:
            _told_later(scene, draft)
    for sentence in scene.sentences if main else ():
        moved = venues.now_at(scene, sentence)
        if moved is not None and not main[0].rules.get("venue", "").startswith("label:"):
            main[0].evidence.pop("venue", None)
            main[0].venue = scene.text[slice(*moved)]
            main[0].note("venue", moved, "moved")
    for draft in main:
        if draft.venue is None and not draft.call and not draft.online:
            _where_named(scene, draft)
    for draft in main:
        if draft.venue is None and draft.parent is not None and draft.parent.venue and not draft.call:
            draft.venue = draft.parent.venue
            draft.rules.setdefault("venue", "same place")
    if main and main[0].venue is None and main[0].parent is None:
        for sentence in scene.sentences:
            span = venues.stated_venue(scene, sentence)
            if span is not None:
                main[0].venue = scene.text[slice(*span)]
                main[0].note("venue", span, "stated")
                break


def _alike_before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """«다음 이사회는 … 같은 장소에서»: where the last of its kind was, not the event told in between."""
    head = draft.name.head if draft.name else ""
    earlier = [d for d in drafts if d.at < draft.at and d.venue and d.name is not None and head]
    return next((d for d in reversed(earlier) if d.name is not None and alike(d.name.head, head)), None)


HELD_AT = re.compile(
    r"에서\s(?:열리는|여는|하는|서는|펼쳐지는|진행되는|진행하는|개최하는|개최되는|열릴)\s?[‘“「『<《]?$"
)


def _where_named(scene: Scene, draft: Draft) -> None:
    """«강릉 월화거리에서 열리는 ‘모두장터’가 올해도 …»: the place stands where the name was first given."""
    if draft.name is None or draft.name.span[1] == 0:
        return
    sentence = next((s for s in scene.sentences if s.start <= draft.name.span[0] < s.end), None)
    if sentence is not None and HELD_AT.search(scene.text, sentence.start, draft.name.span[0]):
        span = venues.venue_near(scene, sentence, sentence.start, draft.name.span[0])
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "에서 열리는")


def _told_later(scene: Scene, draft: Draft) -> None:
    """«개점식은 장생포문화창고 1층에서 갖는다» in a later sentence without a day."""
    head = draft.name.head if draft.name else ""
    following = [
        s for s in scene.sentences if s.start >= draft.until and not any(t.start and names_day(t) for t in s.times)
    ]
    for sentence in following[:3]:
        topic = re.match(
            rf"\S{{0,10}}(?:{re.escape(head) or '행사'}|행사)(?:은|는|이|가)\s",
            scene.text[sentence.start : sentence.end],
        )
        span = (
            venues.venue_near(scene, sentence, sentence.start)
            if topic and PREDICATE.search(scene.text, sentence.start, sentence.end)
            else None
        )
        if span is not None:
            draft.venue = scene.text[slice(*span)]
            draft.note("venue", span, "에서")
            return


def _life(scene: Scene, drafts: list[Draft], state: str) -> None:
    main = [d for d in drafts if d.role == "main"]
    for number, draft in enumerate(main):
        moved = any(f.startswith("original_date:") for f in draft.flags)
        if draft.status or (draft.rules.get("title") == "row" and not moved):
            continue  # one row of several has a life of its own
        if state == "cancelled" and number == 0 and not draft.call:
            draft.status = "cancelled"
        elif state == "postponed" and (moved or number == 0) and not draft.call:
            draft.status = "postponed"
    for draft in drafts:
        status.settle(draft, scene, state)


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
