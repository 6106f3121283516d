"""The merge stage: what the store holds → judgements and groups in the store. One transaction.

    articles + findings ─► judge ─► article judgements ─► stories (with their shape)
                                                            │
    event findings ─────────────────────► tie_all ─► event judgements ─► events with a history
    organisation findings ─► names ─► organisation judgements ─► bodies with all their names, parents, numbers

Everything is derived from all relevant articles each time, so it does not matter in which order or
in which batches they came, or whether an earlier run was cut off. What did not change is not written:
a second run over the same input writes nothing. A rule's word that the rules no longer say is
withdrawn; a person's word stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipelines.merge import official
from pipelines.merge.articles import Word, judge
from pipelines.merge.corrected import as_corrected
from pipelines.merge.events import grouped, tie_all
from pipelines.merge.evidence import NO_TOWN, TOWN, Evidence, evidence
from pipelines.merge.ids import founder, mint, successors
from pipelines.merge.organisations import Named, bodies, compared
from pipelines.merge.organisations import said as named_words
from pipelines.merge.shape import Printed, shape
from pipelines.merge.shelved import Shelved
from pipelines.merge.stories import groups
from pipelines.merge.told import Told
from store import corrections, judgements, shelf
from store import findings as found
from store import groups as kept
from store.bulk import batches
from store.records import Judgement, KeptArticle, Role, Story, Subject

if TYPE_CHECKING:
    from sqlmodel import Session


Dates = Mapping[str, datetime | None]
"""When each article was published, by id."""


@dataclass(frozen=True, slots=True)
class MergeTally:
    """What one merge saw and wrote."""

    articles: int
    stories: int
    reprints: int
    event_findings: int
    events: int
    judgements_written: int
    judgements_withdrawn: int
    rows_changed: int
    organisations: int = 0


def merge(session: Session, now: datetime) -> MergeTally:
    """Bring judgements, stories and events in line with what the store holds. The caller commits."""
    articles = Shelved(session)
    written, withdrawn = _write(session, "article", judge(articles), now)
    stories, redirects = _stories(session, articles.published)
    changed = kept.replace_stories(session, stories, redirects)

    tellings = list(_tellings(session, stories))
    said = [c for c in corrections.all_(session) if c.subject == "event"]
    compared_as = as_corrected(tellings, [c for c in said if c.stands])
    more, less = _write(session, "event", tie_all(compared_as), now)
    told = judgements.live(session, "event")
    events, heirs = grouped(tellings, told, kept.events(session), said, kept.redirects(session, "event"))
    changed += kept.replace_events(session, events, heirs)

    named = _named(session, articles.published)
    names = compared(named)
    people = judgements.live(session, "organisation")
    away = kept.redirects(session, "organisation")
    whole, moved = bodies(named, names, people, kept.organisations(session), away)
    changed += kept.replace_organisations(session, whole, moved)
    related, numbers = official.relate(session, whole, now)
    again, gone = _save(session, "organisation", [*named_words(names, now), *numbers], now)
    return MergeTally(
        articles=len(articles.published),
        stories=len(stories),
        reprints=len(articles.published) - len(stories),
        event_findings=len(tellings),
        events=len(events),
        judgements_written=written + more + again,
        judgements_withdrawn=withdrawn + less + gone,
        rows_changed=changed + related,
        organisations=len(whole),
    )


def _write(session: Session, subject: Subject, words: Iterable[Word], now: datetime) -> tuple[int, int]:
    rows = [Judgement(subject, w.left, w.right, w.said.verdict, w.said.score, w.said.reasons, w.by, now) for w in words]
    return _save(session, subject, rows, now)


def _save(session: Session, subject: Subject, rows: Sequence[Judgement], now: datetime) -> tuple[int, int]:
    """How many words were written and how many withdrawn that the rules no longer say."""
    written = judgements.save(session, rows)
    return written, judgements.retire_rules(session, subject, ((j.left, j.right) for j in rows), now)


def _stories(session: Session, published: Dates) -> tuple[list[Story], dict[str, str]]:
    """Stories by id, and the ids that now answer for earlier ones."""
    stories = []
    for group in groups(published, judgements.live(session, "article")):
        first = founder(group, published)
        stories.append(Story(mint("st", first), _roles(session, group), published[first]))
    stories.sort(key=lambda s: s.id)
    before = {s.id: sorted(s.articles) for s in kept.stories(session)}
    now = {a: s.id for s in stories for a in s.articles}
    return stories, successors("st", before, now, kept.redirects(session, "story"))


def _roles(session: Session, group: Iterable[str]) -> Mapping[str, Role]:
    """The part of each text of a story; for one that stands alone no text is read."""
    ids = sorted(group)
    if len(ids) == 1:
        return {ids[0]: "original"}
    return shape([Printed(a.id, a.channel, a.text, a.published_at) for a in shelf.articles(session, ids)])


def _named(session: Session, published: Dates) -> list[Named]:
    regions = {
        row["article_id"]: " ".join(filter(None, (row["sido"], row["sigungu"]))) or None
        for row in found.readings(session)
    }
    return [
        Named(f.id, f.article_id, published[f.article_id], regions.get(f.article_id), f.organisation)
        for f in found.organisations(session)
        if f.article_id in published
    ]


def _tellings(session: Session, stories: Iterable[Story]) -> Iterator[Told]:
    """Every event finding with what its article says besides, by id; texts are read a batch at a time."""
    story = {a: s.id for s in stories for a in s.articles}
    for some in batches(f for f in found.events(session) if f.article_id in story):
        read = {a.id: evidence(a.id, a.title, a.text, a.published_at) for a in _articles_of(session, some)}
        for finding in some:
            yield telling(finding, story[finding.article_id], read[finding.article_id])


def _articles_of(session: Session, findings: Iterable[found.EventFinding]) -> Iterator[KeptArticle]:
    return shelf.articles(session, {f.article_id for f in findings})


def telling(finding: found.EventFinding, story_id: str, article: Evidence) -> Told:
    """A finding with what its article says besides: the days a change leaves, and where it plays."""
    left = article.event_days() if article.state in ("moved", "cancelled") else frozenset()
    towns = frozenset(TOWN.findall(finding.event.title)) - NO_TOWN or article.towns
    return Told(
        id=finding.id,
        article_id=finding.article_id,
        story_id=story_id,
        published_at=article.published_at,
        event=finding.event,
        left=left,
        towns=towns,
        towns_told=article.towns_told | towns,
        clocks=article.clocks,
        keeps_hours=article.keeps_hours,
    )
