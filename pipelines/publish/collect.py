"""The store's named questions, put together into an `Edition`.

::

    store ─► gathered (articles, names, on disk) ─┬─► stories, articles, figures: as they are walked
      └── heads, histories, texts, by the hundred ┴─► bodies, then events that lead to them: put on a shelf

Nothing of it is held in memory whole. Texts are looked at for the words of evidence, and not kept. Tiers (DESIGN §4)
are decided here: of a `link` source only title and link go on; what is known of an event from such sources alone is
not published.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from dashboards import words
from pipelines.publish import corrected, steps
from pipelines.publish.edition import Edition, EventRow, ListNumber, OrganisationRow, Outlet, Party, Redirect
from pipelines.publish.gathered import NAME, CatalogueEntry, Gathered, Told
from pipelines.publish.health import USUAL_DAYS, outlet, usual_counts
from pipelines.publish.kinds import kind_of
from pipelines.publish.only import Only
from pipelines.publish.organisations import list_number, organisation_row
from pipelines.publish.personal import office_only
from pipelines.publish.reels import Articles, Bodies, Events, Figures, Mentions, Shelf, Stories
from pipelines.publish.stories import common_sectors
from store import groups, listed
from store import published as read_store
from store.listed import Identifier
from store.records import EventGroup, Said


def collect(
    session: Session, as_of: date, catalogue: Mapping[str, CatalogueEntry],
    published: Iterable[tuple[str, str]] = (), *, live: bool = False,
) -> Edition:  # fmt: skip
    """Everything that goes into the release of the day, as values in memory. `published`: (subject, id) of the last.

    `live`: the day is today; an article first seen later was read while the clock ran ahead, and is in it.
    """
    with tempfile.TemporaryDirectory() as folder:
        gathered = Gathered(Path(folder) / NAME, as_of, live, catalogue)
        try:
            gathered.fill(session)
            made = whole(session, gathered, Path(folder), published)
            return replace(
                made, stories=tuple(made.stories), events=tuple(made.events), organisations=tuple(_with_mentions(made)),
                figures=tuple(made.figures), articles=None, numbers=None, mentions=None, tally_of=None,
            )  # fmt: skip
        finally:
            gathered.close()


def _with_mentions(edition: Edition) -> Iterator[OrganisationRow]:
    told: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for body, article, times in edition.mentions or ():
        told[body].append((article, times))
    return (replace(body, mentions=tuple(told[body.id])) for body in edition.organisations)


def whole(session: Session, gathered: Gathered, folder: Path, published: Iterable[tuple[str, str]]) -> Edition:
    """The edition of a filled gathered file, read from disk thing by thing (`folder`: where they wait meanwhile)."""
    return _edition(session, gathered, folder, published, None)


def of_some(session: Session, gathered: Gathered, folder: Path, only: Only) -> Edition:
    """Of a gathered file that is up to date, the things in `only` as they stand now; outlets and redirects whole."""
    for kind in ("story", "organisation"):
        gathered.forget(kind, only.things[kind])
    return _edition(session, gathered, folder, (), only)


def _edition(
    session: Session, gathered: Gathered, folder: Path, published: Iterable[tuple[str, str]], only: Only | None
) -> Edition:  # fmt: skip
    shelves: tuple[Shelf[OrganisationRow], Shelf[EventRow]] = (Shelf(folder / "bodies"), Shelf(folder / "events"))
    bodies, events = shelves
    numbers = listed.identifiers(session)
    with gathered.together():
        if only is None:
            _make_bodies(session, gathered, bodies, numbers, None)
            _make_events(session, gathered, events, None)
        else:
            _make_some(session, gathered, bodies, events, numbers, only)
    return Edition(
        gathered.as_of, _outlets(session, gathered), Stories(gathered, only), Events(events, gathered),
        Bodies(bodies, gathered), Figures(session, gathered, only),
        _redirects(session, published if only is None else only.were_there(), gathered),
        articles=Articles(gathered, only), numbers=_numbers(numbers, gathered, only), mentions=Mentions(gathered, only),
        tally_of=gathered.tally, only=only.things if only else None,
    )  # fmt: skip


def _make_some(
    session: Session, gathered: Gathered, bodies: Shelf[OrganisationRow], events: Shelf[EventRow],
    numbers: Mapping[str, tuple[Identifier, ...]], only: Only,
) -> None:  # fmt: skip
    """Bodies, the events that lead to them, and what these lead to; `only` is told what came in on the way."""
    _make_bodies(session, gathered, bodies, numbers, only.things["organisation"])
    only.things["event"] |= only.naming(gathered.names_of(only.things["organisation"]))
    beside = gathered.parties(only.things["event"]) | groups.units_of(session, only.things["organisation"])
    gathered.forget("event", only.things["event"])
    _make_events(session, gathered, events, only.things["event"])
    beside = (beside | gathered.parties(only.things["event"])) - only.things["organisation"]
    _make_bodies(session, gathered, bodies, numbers, beside)
    only.things["organisation"] |= beside


def _make_bodies(
    session: Session, gathered: Gathered, shelf: Shelf[OrganisationRow], numbers: Mapping[str, tuple[Identifier, ...]],
    ids: Iterable[str] | None,
) -> None:  # fmt: skip
    for head in groups.heads(session, ids):
        body = organisation_row(head, gathered, numbers.get(head.id, ()))
        if body is not None:
            gathered.call(body.id, body.name, (name for name, _ in body.names))
            shelf.add(body.id, body)


def _make_events(session: Session, gathered: Gathered, shelf: Shelf[EventRow], ids: Iterable[str] | None) -> None:
    for some in groups.told_events(session, ids):
        for row in _events(session, some, gathered):
            gathered.tell(row.id, {p.organisation_id for p in row.parties if p.organisation_id})
            shelf.add(row.id, row)


def _outlets(session: Session, gathered: Gathered) -> list[Outlet]:
    catalogue, as_of = gathered.catalogue, gathered.as_of
    lately = gathered.lately(as_of - timedelta(days=USUAL_DAYS))
    seen = {name: count for name, day, count in lately if day == as_of.isoformat()}
    expected = usual_counts(((name, date.fromisoformat(day), count) for name, day, count in lately), as_of)
    known = read_store.sources(session)
    made = [outlet(h, catalogue.get(h.source_id), seen.get(h.source_id, 0), expected.get(h.source_id)) for h in known]
    more = sorted(gathered.outlets() - {h.source_id for h in known})
    return [*made, *(Outlet(i, i, "other", "") for i in more)]


def _events(session: Session, told: list[EventGroup], gathered: Gathered) -> Iterator[EventRow]:
    """Some events as they stand. The texts are looked at for the words of evidence, and not kept."""
    main = [group for group in told if group.event.role == "main"]
    known = {t.article.id: t for t in gathered.these({said.article_id for group in main for said in group.history})}
    spans, names = _spans(main), _names(main)
    asked = [i for i, t in known.items() if not t.quiet and (spans.get(i) or names.get(i))]
    cut: dict[str, dict[tuple[int, int], str]] = {}
    stand: dict[str, set[str]] = {}
    heads = read_store.heads(session, [i for i in asked if names.get(i)])
    for i, text in read_store.texts(session, asked).items():
        cut[i] = {span: steps.cut_words(text, span) for span in spans.get(i, ())}
        stand[i] = {name for name in names.get(i, ()) if name in text or name in heads.get(i, "")}
    for group in main:
        row = _event(group, Around(known, cut, stand), gathered.as_of)
        if row is not None:
            yield _linked(row, gathered)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around some events: the articles that tell of them, and the words and names that stand in these.

    Names may stand in the title or the byline, too: «○○지역자활센터 홍보팀» tells of its own.
    """

    articles: Mapping[str, Told]
    words: Mapping[str, Mapping[tuple[int, int], str]]
    names: Mapping[str, set[str]]


def _event(group: EventGroup, around: Around, as_of: date) -> EventRow | None:
    """An event as it stands; None where no open article tells of it."""
    told = list(dict.fromkeys(s.article_id for s in group.history if s.article_id in around.articles))
    speaking = [a for a in told if not around.articles[a].quiet]
    if not speaking:
        return None
    history = [said for said in group.history if said.article_id in set(speaking)]
    seen = {a: around.articles[a].article.first_seen_on for a in told}
    people = [said for said in group.history if said.by]
    path = steps.steps([*history, *people], seen, as_of, group.event.status)
    path = (*path, *corrected.changes(people, as_of))
    e = group.event
    sido, _, sigungu = (e.address_region or "").partition(" ")
    first, original = min(seen.values()), _original(e.flags, history)
    return EventRow(
        group.id, e.title, first, max([step.on for step in path] or [first]), uid=group.uid, start=e.start, end=e.end,
        venue=e.venue, sido=sido or None, sigungu=sigungu or None, online=e.online, audience=e.audience, fee=e.fee,
        contact=office_only(e.contact), status=e.status, application_start=e.application_start,
        application_deadline=e.application_deadline, recurrence=e.recurrence,
        original_start=original, sequence=group.sequence, kind=kind_of(e.title),
        sectors=common_sectors([around.articles[a].reading for a in speaking]), parties=_parties(group),
        article_ids=tuple(told), history=path,
        evidence=(
            *steps.evidence(history, around.words, around.names, original),
            *corrected.evidence(people, as_of),
        ),
        claims=steps.claims(history, as_of, e.status), notes=_notes(e.flags), parent_id=group.parent_id,
    )  # fmt: skip


def _original(flags: Iterable[str], history: Iterable[Said]) -> date | datetime | None:
    """The day it was moved from: as a flag says, else the start that was said before."""
    for flag in flags:
        name, _, value = flag.partition(":")
        if name == "original_date" and (day := steps.moment_of(value)):
            return day
    return next((steps.moment_of(s.value) for s in history if s.field == "start" and s.standing == "superseded"), None)


def _notes(flags: Iterable[str]) -> tuple[str, ...]:
    """Flags that have words for readers, without spaces (they are kept in one column)."""
    known = words.LABELS["note"]
    return tuple(flag.replace(" ", "_") for flag in flags if flag.partition(":")[0] in known)


def _spans(events: Iterable[EventGroup]) -> dict[str, set[tuple[int, int]]]:
    """Which words of which article are evidence."""
    wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for group in events:
        for said in group.history:
            wanted[said.article_id].update(said.spans)
    return wanted


def _names(events: Iterable[EventGroup]) -> dict[str, set[str]]:
    """Which names of parties and places are looked for in which article."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for group in events:
        for said in group.history:
            wanted[said.article_id].update(steps.names_of(said))
    return wanted


def _parties(group: EventGroup) -> tuple[Party, ...]:
    e = group.event
    return (
        *(Party("host", name) for name in e.hosts),
        *(Party("organiser", name) for name in e.organisers),
        *(Party("sponsor", name) for name in e.sponsors),
    )


def _linked(row: EventRow, gathered: Gathered) -> EventRow:
    return replace(row, parties=tuple(replace(p, organisation_id=gathered.body_called(p.name)) for p in row.parties))


def _numbers(
    numbers: Mapping[str, Iterable[Identifier]], gathered: Gathered, only: Only | None
) -> list[tuple[str, ListNumber]]:  # fmt: skip
    wanted = numbers.keys() if only is None else numbers.keys() & only.things["organisation"]
    shown = [body for body in sorted(wanted) if gathered.shown(body)]
    return [(body, list_number(n)) for body in shown for n in numbers[body]]


def _redirects(
    session: Session, published: Iterable[tuple[str, str]], gathered: Gathered
) -> tuple[Redirect, ...]:  # fmt: skip
    """Ids that an earlier release gave out and that another id answers for today."""
    stands = {"event": gathered.tells, "organisation": gathered.shown}
    made = []
    for subject, old in sorted(set(published)):
        if not stands[subject](old):
            new = groups.successor(session, old)
            if new != old and stands[subject](new):
                made.append(Redirect(subject, old, new))
    return tuple(made)
