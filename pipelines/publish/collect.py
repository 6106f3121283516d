"""The store's named questions, put together into an `Edition`.

::

    groups (stories, events, organisations) ─┐
    relevant articles, one by one ───────────┼──► Edition      texts are looked at once, for the
    findings, facts, outlet health ──────────┘                 words of evidence, and not kept

Tiers (DESIGN §4) are decided here: of a `link` source only title and link go on; what is known
of an event from such sources alone is not published.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from sys import intern
from typing import Protocol

from sqlmodel import Session

from dashboards import words
from pipelines.publish import corrected, steps
from pipelines.publish.edition import (
    Edition,
    EditionArticle,
    EventRow,
    Figure,
    Outlet,
    Party,
    Reading,
    Redirect,
    Story,
    Tier,
    seoul_day,
)
from pipelines.publish.health import outlet, usual_counts
from pipelines.publish.kinds import kind_of
from pipelines.publish.organisations import organisation_rows
from pipelines.publish.personal import office_only
from store import findings, groups, views
from store.records import EventGroup, Said


class CatalogueEntry(Protocol):
    """What publishing needs to know of an outlet; `sources.catalogue.Source` is one."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def home(self) -> str: ...
    @property
    def tier(self) -> Tier: ...


@dataclass(slots=True)
class Gathered:
    """What is remembered of the articles after their texts went by."""

    articles: dict[str, EditionArticle] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    words: dict[str, dict[tuple[int, int], str]] = field(default_factory=lambda: defaultdict(dict))
    names: dict[str, set[str]] = field(default_factory=dict)  # names of parties that stand in the text
    quiet: set[str] = field(default_factory=set)  # articles of `link` sources


def collect(
    session: Session, as_of: date, catalogue: Mapping[str, CatalogueEntry],
    published: Iterable[tuple[str, str]] = (), *, live: bool = False,
) -> Edition:  # fmt: skip
    """Everything that goes into the release of the day. `published`: (subject, id) of the last release.

    `live`: the day is today; an article first seen later was read while the clock ran ahead, and is in it.
    """
    roles = {article: role for story in groups.stories(session) for article, role in story.articles.items()}
    events = [group for group in groups.events(session) if group.event.role == "main"]
    gathered = _articles(session, as_of, catalogue, roles, _spans(events), _names(events), live)
    kept_events = tuple(row for group in events if (row := _event(group, gathered, as_of)))
    bodies = organisation_rows(session, gathered.articles, gathered.readings, gathered.quiet)
    known = {body.id for body in bodies}
    by_name = {name: body.id for body in bodies for name, _ in body.names} | {body.name: body.id for body in bodies}
    linked = tuple(_linked(row, by_name, known) for row in kept_events)
    seen = Counter(a.outlet_id for a in gathered.articles.values() if a.first_seen_on == as_of)
    holds = {a.outlet_id for a in gathered.articles.values()}
    health = views.outlets(session)
    expected = usual_counts(gathered.articles.values(), as_of)
    outlets = [outlet(h, catalogue.get(h.source_id), seen[h.source_id], expected.get(h.source_id)) for h in health]
    outlets += [Outlet(i, i, "other", "") for i in sorted(holds - {h.source_id for h in health})]
    now = {("event", row.id) for row in linked} | {("organisation", body.id) for body in bodies}
    return Edition(
        as_of, outlets, _stories(session, gathered), linked, bodies, _figures(session, gathered),
        _redirects(session, published, now),
    )  # fmt: skip


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


def _articles(
    session: Session, as_of: date, catalogue: Mapping[str, CatalogueEntry], roles: Mapping[str, str],
    spans: Mapping[str, set[tuple[int, int]]], names: Mapping[str, set[str]], live: bool,
) -> Gathered:  # fmt: skip
    gathered = Gathered()
    same: dict[Reading, Reading] = {}
    for told in views.relevant_articles(session):
        kept = told.article
        seen_on = seoul_day(kept.first_seen_at) or as_of
        seen_on = min(seen_on, as_of) if live else seen_on
        if kept.state != "live" or kept.id not in roles or seen_on > as_of:
            continue
        published = seoul_day(kept.published_at) if kept.date_only else kept.published_at
        gathered.articles[kept.id] = EditionArticle(
            kept.id,
            intern(kept.source_id),
            intern(kept.channel),
            kept.title,
            kept.url,
            seen_on,
            published,
            roles[kept.id] == "reprint",
        )
        entry = catalogue.get(kept.source_id)
        if entry is not None and entry.tier == "link":
            gathered.quiet.add(kept.id)
        else:
            for span in spans.get(kept.id, ()):
                gathered.words[kept.id][span] = steps.cut_words(kept.text, span)
            gathered.names[kept.id] = {name for name in names.get(kept.id, ()) if name in kept.text}
        read = Reading(told.item_kind, told.sectors, told.sido, told.sigungu)
        gathered.readings[kept.id] = same.setdefault(read, read)  # a million articles, some thousand readings
    return gathered


def _stories(session: Session, gathered: Gathered) -> tuple[Story, ...]:
    """Stories with an article to show, the earliest first telling leading."""
    made = []
    for group in groups.stories(session):
        told = [gathered.articles[a] for a in group.articles if a in gathered.articles]
        if told:
            told.sort(
                key=lambda a: (
                    a.reprint,
                    group.articles[a.id] != "original",
                    str(a.published_at or a.first_seen_on),
                    a.id,
                )
            )
            made.append(_story(group.id, told, gathered))
    return tuple(made)


def _age(article: EditionArticle) -> date:
    return seoul_day(article.published_at) or article.first_seen_on


def _story(identity: str, told: list[EditionArticle], gathered: Gathered) -> Story:
    """Region, kind and sectors as most of its tellings say; of `link` sources nothing is said."""
    read = [gathered.readings[a.id] for a in told if a.id not in gathered.quiet]
    places = Counter((r.sido, r.sigungu) for r in read if r.sido)
    kinds = Counter(r.item_kind for r in read if r.item_kind)
    sido, sigungu = places.most_common(1)[0][0] if places else (None, None)
    kind = kinds.most_common(1)[0][0] if kinds else None
    return Story(identity, tuple(told), sido, sigungu, kind, common_sectors(read))


def common_sectors(read: list[Reading]) -> tuple[str, ...]:
    """Sectors that at least half of the readings give."""
    counts = Counter(sector for r in read for sector in r.sectors)
    return tuple(sorted(sector for sector, n in counts.items() if 2 * n >= len(read)))


def _event(group: EventGroup, gathered: Gathered, as_of: date) -> EventRow | None:
    """An event as it stands; None where no open article tells of it."""
    told = list(dict.fromkeys(s.article_id for s in group.history if s.article_id in gathered.articles))
    speaking = [a for a in told if a not in gathered.quiet]
    if not speaking:
        return None
    history = [said for said in group.history if said.article_id in set(speaking)]
    seen = {a: gathered.articles[a].first_seen_on for a in told}
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
        sectors=common_sectors([gathered.readings[a] for a in speaking]), parties=_parties(group),
        article_ids=tuple(told), history=path,
        evidence=(
            *steps.evidence(history, gathered.words, gathered.names, original),
            *corrected.evidence(people, as_of),
        ),
        claims=steps.claims(history, as_of, e.status), notes=_notes(e.flags),
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


def _parties(group: EventGroup) -> tuple[Party, ...]:
    e = group.event
    return (
        *(Party("host", name) for name in e.hosts),
        *(Party("organiser", name) for name in e.organisers),
        *(Party("sponsor", name) for name in e.sponsors),
    )


def _linked(row: EventRow, by_name: Mapping[str, str], known: set[str]) -> EventRow:
    from dataclasses import replace

    parties = tuple(replace(p, organisation_id=i if (i := by_name.get(p.name)) in known else None) for p in row.parties)
    return replace(row, parties=parties)


def _figures(session: Session, gathered: Gathered) -> tuple[Figure, ...]:
    open_articles = gathered.articles.keys() - gathered.quiet
    return tuple(
        Figure(f["article_id"], f["value"], f["surface"], f["subject"], f["measure"], f["unit"], f["as_of"])
        for f in findings.facts(session)
        if f["article_id"] in open_articles
    )


def _redirects(
    session: Session, published: Iterable[tuple[str, str]], now: set[tuple[str, str]]
) -> tuple[Redirect, ...]:
    """Ids that an earlier release gave out and that another id answers for today."""
    made = []
    for subject, old in sorted(set(published) - now):
        new = groups.successor(session, old)
        if new != old and (subject, new) in now:
            made.append(Redirect(subject, old, new))
    return tuple(made)
