"""What `fit_weights` fits to: each annotated text as choices between options, and which of them a person took.

`DAYS` are asked of the text alone. `FATES`, `NAMES` and `OWNERS` are asked among the events that the weights before
them found, so they are read when those are fitted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.events.assemble import dated, drafted, set_out, told
from pipelines.extract.events.calls import deadlines
from pipelines.extract.events.days import likely
from pipelines.extract.events.days.uses import Use, told_uses
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.fields.labels import Label
from pipelines.extract.events.names import owners, renaming
from pipelines.extract.events.names.candidates import Candidate, candidates
from pipelines.extract.events.places.whereabouts import NOWHERE, Place, places_near
from pipelines.extract.events.scene import Scene, day_of
from pipelines.extract.lines import as_document
from pipelines.extract.organisations import find_organisations
from pipelines.extract.region import find_region
from pipelines.extract.times import find_times
from store.records import When

DAYS = ("uses", "places")
FATES = ("deadlines",)
NAMES = ("names",)
OWNERS = ("owners",)
STAGES = (DAYS, FATES, NAMES, OWNERS)
"""In the order in which a text asks for them: each is asked among what those before it found."""
CLASSES = {"uses": ("neither", "event", "apply"), "deadlines": deadlines.CLASSES}
"""The classes of the tables that have some; in others the options are words of the text."""
SAME_NAME, NEARLY = 80, 50
AS_LONG = 8
"""How much less alike as a whole a name may be than the best, to be as good."""
CLEARLY, ABOUT = 4, 6
"""How much more alike a title has to be to be better than the name alone; how much less, to be as good as the best."""
SAME_PLACE, NEARLY_BEST = 60, 0.93
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """Options with their features, and which of them are right; `alike` are how near each name is to the gold one."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    alike: tuple[float, ...] = ()


def read_set(path: Path, tables: Sequence[str] = DAYS) -> Iterator[tuple[str, Choice]]:
    """The choices of one annotated file, each with the table it is of."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("relevant"):
            scene, labels = _scene(row)
            if tables == DAYS:
                yield from _of_days(row["events"], scene)
            elif tables == FATES:
                yield from _of_fates(row["events"], scene, labels)
            elif tables == NAMES:
                yield from _of_names(row["events"], scene, labels)
            else:
                yield from _of_owners(row["events"], scene, labels)


def _scene(row: Row) -> tuple[Scene, tuple[Label, ...]]:
    document = as_document(row)
    lines = split_lines(document.text, document.title)
    times = find_times(document.text, document.published_at)
    bodies = find_organisations(document, lines)
    return set_out(document, lines, times, bodies, find_region(document, lines))


def _of_days(events: Sequence[Row], scene: Scene) -> Iterator[tuple[str, Choice]]:
    for use in told_uses(scene):
        yield "uses", _classed("uses", likely.features(scene, use.sentence, use.when), {_use_of(events, use.when)})
    for event, use in _first_told(events, scene):
        if not _is_call(event) and not event.get("online"):
            yield "places", _place(event["venue"], places_near(scene, use.sentence, use.when))


def _first_told(events: Sequence[Row], scene: Scene) -> Iterator[tuple[Row, Use]]:
    """Each main event with the first time that tells its day."""
    named: set[int] = set()
    for use in told_uses(scene):
        for number, event in enumerate(events):
            if number not in named and event["role"] == "main" and _is_day_of(event, use.when):
                named.add(number)
                yield event, use


def _of_names(events: Sequence[Row], scene: Scene, labels: tuple[Label, ...]) -> Iterator[tuple[str, Choice]]:
    """What rules name an event, among the words near its day; where they told none of its day, those words alone."""
    main = [event for event in events if event["role"] == "main"]
    paired: list[Row] = []
    drafts = drafted(scene, labels)
    for draft, event in _paired(drafts, main):
        paired.append(event)
        yield "names", _named(event["title"], renaming.options(scene, draft, drafts))
    for event, use in _first_told(events, scene):
        if not any(event is other for other in paired):
            yield "names", _named(event["title"], candidates(scene, use.sentence, use.when))


def _named(title: str, found: Sequence[Candidate]) -> Choice:
    """Right are, of the names that the scorer takes for the annotated one, those most like it as a whole."""
    alike, whole = [_alike(title, c.title) for c in found], [_like_whole(title, c.title) for c in found]
    good = [n for n, score in enumerate(alike) if score >= min(SAME_NAME, max(NEARLY, *alike))]
    best = max((whole[n] for n in good), default=0.0)
    right = frozenset(n for n in good if whole[n] >= best - AS_LONG)
    return Choice(tuple(c.features for c in found), right, tuple(alike))


def _of_fates(events: Sequence[Row], scene: Scene, labels: tuple[Label, ...]) -> Iterator[tuple[str, Choice]]:
    uses, _, drafts = dated(scene, labels)
    fields = [label.value for label in labels if label.field == "apply"]
    for use in uses:
        last = day_of(use.when.end or use.when.start)
        labelled = any(a <= use.when.span[0] < b for a, b in fields)
        if use.use in deadlines.WEIGHED and last is not None and not labelled:
            known = deadlines.features(scene, use, drafts)
            yield "deadlines", _classed("deadlines", known, _fates_of(events, str(last)))


def _of_owners(events: Sequence[Row], scene: Scene, labels: tuple[Label, ...]) -> Iterator[tuple[str, Choice]]:
    main = [event for event in events if event["role"] == "main"]
    for part, drafts in told(scene, labels):
        for draft, event in _paired(drafts, main):
            found = owners.options(part, draft, drafts)
            if max(_alike(event["title"], option.title) for option in found) >= NEARLY:
                yield "owners", _titled(event["title"], found)


def _paired(drafts: Sequence[Draft], events: Sequence[Row]) -> Iterator[tuple[Draft, Row]]:
    """Each main event with the annotated one of its day, those that are named most alike first."""
    pairs = [
        (_alike(event["title"], draft.title), -number, -at)
        for number, draft in enumerate(drafts)
        for at, event in enumerate(events)
        if draft.role == "main" and _is_of_day(draft, event)
    ]
    left, free = set(range(len(drafts))), set(range(len(events)))
    for _, number, at in sorted(pairs, reverse=True):
        if -number in left and -at in free:
            left.remove(-number)
            free.remove(-at)
            yield drafts[-number], events[-at]


def _is_of_day(draft: Draft, event: Row) -> bool:
    if draft.day is not None:
        return _same_day(event["start"], draft.day)
    return event["start"] is None or _same_day(event.get("application_deadline"), draft.last_day)


def _titled(title: str, found: Sequence[owners.Option]) -> Choice:
    """Right are the titles most like the annotated one, the name alone where none is clearly better than it."""
    alike = [_like_whole(title, option.title) for option in found]
    best = max(alike)
    right = [0] if best - alike[0] < CLEARLY else [n for n, score in enumerate(alike) if score >= best - ABOUT]
    return Choice(tuple(option.features for option in found), frozenset(right), tuple(alike))


def _like_whole(one: str, other: str) -> float:
    """How alike two titles are as they stand, each word that only one of them has counted against them."""
    return max(fuzz.token_sort_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))


def _classed(table: str, known: Iterable[str], right: set[str]) -> Choice:
    """One option a class, each with the features that are known of the thing."""
    known, names = list(known), CLASSES[table]
    options = tuple(tuple(f"{name}\t{feature}" for feature in known) for name in names)
    return Choice(options, frozenset(n for n, name in enumerate(names) if name in right))


def _fates_of(events: Sequence[Row], last: str) -> set[str]:
    """What a last day is annotated as, of one event or of several."""
    told = [e for e in events if e["role"] == "main" and _same_day(e.get("application_deadline"), last)]
    return {"own" if _is_call(e) else "join" for e in told} or {"none"}


def _place(told: str | None, found: Sequence[Place]) -> Choice:
    """The phrases near a day; right are those most like the annotated place, «none of them» where there is none."""
    options = (*(p.features for p in found), NOWHERE)
    if told is None:
        return Choice(options, frozenset([len(found)]), tuple(0.0 for _ in options))
    alike = [float(fuzz.token_set_ratio(told, p.words)) for p in found]
    whole = [fuzz.ratio(told, p.words) if a >= SAME_NAME else 0.0 for p, a in zip(found, alike, strict=True)]
    least = max(SAME_PLACE, NEARLY_BEST * max(whole, default=0.0))
    return Choice(options, frozenset(n for n, score in enumerate(whole) if score >= least), (*alike, 0.0))


def _touches(spans: Iterable[Sequence[int]], when: When) -> bool:
    return any(a < when.span[1] and when.span[0] < b for a, b in spans)


def _is_call(event: Row) -> bool:
    """Whether the event is the window of an application itself: it ends with its own deadline (guideline §4)."""
    deadline = event.get("application_deadline")
    return deadline is not None and (event["start"] is None or _same_day(event["end"], deadline))


def _is_day_of(event: Row, when: When) -> bool:
    spans = event["evidence"].get("start") or []
    return _touches(spans, when) if spans else bool(event["start"]) and _same_day(event["start"], when.start)


def _same_day(told: str | None, found: object) -> bool:
    return told is not None and found is not None and told[:10] == str(found)[:10]


def _use_of(events: Sequence[Row], when: When) -> str:
    """What a person's annotation says of a time: by its evidence, else by the day itself."""
    plain = [e for e in events if not _is_call(e)]
    main = [e for e in plain if e["role"] == "main"]
    if any(_touches(e["evidence"].get("start") or [], when) for e in main):
        return "event"
    for event in events:
        spans = list(event["evidence"].get("deadline") or [])
        if _is_call(event):
            spans += event["evidence"].get("start") or []
        if _touches(spans, when):
            return "apply"
    if any(_touches(e["evidence"].get("start") or [], when) for e in plain):
        return "neither"
    if any(_same_day(e["start"], when.start) for e in main):
        return "event"
    return "apply" if any(_same_day(e.get("application_deadline"), when.end) for e in events) else "neither"


def _alike(one: str, other: str) -> float:
    """The shared scorer's measure of titles."""
    return max(fuzz.token_set_ratio(one, other), fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")))
