"""A person's word on two groups: rows on the articles or findings behind them, and back again.

Groups are derived, so a word on «st-…» or «ev-…» cannot be kept as such: the next article may found
the group anew. It becomes rows on what the groups are made of, each with the ids it was said of as
its last reason. That line finds the rows again when the word is taken back, whatever became of the
groups since.

* same       each member of the one with the other's founder, so that no rule's «different» among the
             rest leaves a member behind
* different  each member of the one with each of the other (`MANY`: only with the founders)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING, Literal, get_args

from pipelines.merge.ids import mint
from pipelines.merge.official.matching import listed_id
from store import findings, groups, judgements, listed
from store.records import Judgement, Subject

if TYPE_CHECKING:
    from sqlmodel import Session

KINDS: Mapping[Subject, tuple[str, str]] = {
    "article": ("st", "story"),
    "event": ("ev", "event"),
    "organisation": ("org", "organisation"),
}
"""What is judged → the prefix of its groups' ids, and what people call such a group."""
MANY = 5000
"""Pairs above which groups are kept apart by their founders: a city hall has thousands of mentions."""
Said = Literal["same", "different"]


class NotSayable(Exception):
    """A word that cannot be said of these ids; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What an id stands for today: a group's members, or one article or finding by itself."""

    id: str
    subject: Subject
    group: str
    members: tuple[str, ...]
    founder: str


def thing(session: Session, id_: str) -> Thing:
    """Look an id up: st-…, ev-…, org-… (old ones too), an article's, a finding's or a listed body's (li-…).

    Raises NotSayable."""
    for subject in get_args(Subject):
        made_of = _groups(session, subject)
        now = groups.successor(session, id_)
        if now in made_of:
            members = made_of[now]
            founder = next((m for m in members if mint(KINDS[subject][0], m) == id_), members[0])
            return Thing(id_, subject, now, members if now == id_ else (founder,), founder)
        for group, members in made_of.items():
            if id_ in members:
                return Thing(id_, subject, group, (id_,), id_)
    if id_.startswith("li-") and any(listed_id(body) == id_ for body in listed.bodies(session)):
        return Thing(id_, "organisation", id_, (id_,), id_)
    raise NotSayable(f"{id_}: no story, event, organisation, article or finding has this id; `dure search` gives ids.")


def say(session: Session, verdict: Said, a: Thing, b: Thing, why: str, who: str, now: datetime) -> list[Judgement]:
    """Write a person's word; the rows that were written. The groups follow with the next run."""
    rows = [
        Judgement(a.subject, left, right, verdict, 1.0, (why, of(a.id, b.id)), f"person:{who}", now)
        for left, right in _pairs(verdict, a, b)
    ]
    judgements.save(session, rows)
    return rows


def undo(session: Session, a: str, b: str, now: datetime) -> list[Judgement]:
    """Take back what people said of these two ids; the rows that were withdrawn. Raises NotSayable where none stand."""
    about = {of(a, b), of(b, a)}
    rows = [j for j in spoken(session) if about & set(j.reasons) or {j.left, j.right} == {a, b}]
    if not rows:
        raise NotSayable(f"Nobody's word stands on {a} and {b}; `dure judge list` shows the words that stand.")
    for row in rows:
        judgements.withdraw(session, row.subject, row.left, row.right, now)
    return rows


def of(a: str, b: str) -> str:
    """The line that says which ids a word was said of."""
    return f"said of {a} and {b}"


def spoken(session: Session) -> list[Judgement]:
    """Every word of a person that stands."""
    return [j for subject in get_args(Subject) for j in judgements.live(session, subject) if _is_person(j)]


def contradictions(words: Iterable[Judgement]) -> list[Judgement]:
    """People's «different» on pairs that people's «same» join, directly or by way of others. The «different» holds."""
    said = [j for j in words if _is_person(j)]
    head: dict[tuple[Subject, str], str] = {}

    def top(subject: Subject, member: str) -> str:
        while (above := head.get((subject, member), member)) != member:
            member = above
        return member

    for j in said:
        if j.verdict == "same":
            head[(j.subject, top(j.subject, j.left))] = top(j.subject, j.right)
    return [j for j in said if j.verdict == "different" and top(j.subject, j.left) == top(j.subject, j.right)]


def _pairs(verdict: Said, a: Thing, b: Thing) -> Iterator[tuple[str, str]]:
    if a.subject != b.subject:
        kinds = [KINDS[t.subject][1] for t in (a, b)]
        raise NotSayable(
            f"{a.id} belongs to the kind «{kinds[0]}», {b.id} to «{kinds[1]}»; a word is on two of one kind."
        )
    mine, others = _parts(a, b)
    if verdict == "same" or len(mine) * len(others) > MANY:
        pairs = {*product(mine, others[:1]), *product(mine[:1], others)}
    else:
        pairs = set(product(mine, others))
    return iter(sorted((min(p), max(p)) for p in pairs))


def _parts(a: Thing, b: Thing) -> tuple[Sequence[str], Sequence[str]]:
    """The members of each, founder first; of a group and its own member, the group without it.

    Of two ids that one group answers for, only the founders: whose the rest were is for the rules to say.
    """
    mine, others = (sorted(t.members, key=lambda m, t=t: (m != t.founder, m)) for t in (a, b))  # type: ignore[misc]
    if a.group == b.group:
        mine = [m for m in mine if m != b.id] if b.id in others else [a.founder]
        others = [m for m in others if m != a.id] if a.id in others else [b.founder]
    if not mine or not others or set(mine) & set(others):
        raise NotSayable(f"{a.id} and {b.id} are one and the same ({a.group}); name the member that is meant.")
    return mine, others


def _groups(session: Session, subject: Subject) -> dict[str, tuple[str, ...]]:
    if subject == "article":
        return {s.id: tuple(sorted(s.articles)) for s in groups.stories(session)}
    if subject == "event":
        return {e.id: e.findings for e in groups.events(session)}
    return {o.id: o.findings for o in groups.organisations(session)}


def _is_person(said: Judgement) -> bool:
    return said.by.startswith("person:")


def titles(session: Session, subject: Subject, members: Sequence[str]) -> dict[str, str]:
    """What each member is called, for people."""
    from store import shelf

    wanted = set(members)
    if subject == "article":
        return {a.id: f"{a.source_id}  {a.title}" for a in shelf.articles(session, wanted)}
    if subject == "event":
        return {f.id: f"{f.event.title}  {f.event.start or ''}" for f in findings.events(session) if f.id in wanted}
    numbers = {listed_id(b): f"{b.name}  {b.list} {b.number}" for b in listed.bodies(session)}
    named = {f.id: f.organisation.name for f in findings.organisations(session) if f.id in wanted}
    return named | {id_: title for id_, title in numbers.items() if id_ in wanted}


def tally(rows: Iterable[Judgement]) -> list[tuple[str, Judgement, int]]:
    """Words by what they were said of: the line, one of its rows, and how many rows it has."""
    first: dict[tuple[str, str, str], Judgement] = {}
    count: Counter[tuple[str, str, str]] = Counter()
    for j in rows:
        line = (j.reasons[-1] if len(j.reasons) > 1 else of(j.left, j.right), j.by, j.verdict)
        first.setdefault(line, j)
        count[line] += 1
    return [(line[0], first[line], n) for line, n in count.items()]
