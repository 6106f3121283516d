"""Event findings → events with a history and an id that lasts.

    tellings ─► keys (story, day + title word) ─► tie, bridged ─► words ─► groups ─► history ─► corrected ─► EventGroup
                                                                           └─► programmes: what is a part of what ─┘

A pure function of the findings, the stories and people's words. Only the iCalendar `uid` remembers
what was published before: an event keeps the uid under which calendars know it even where an older
telling arrives and founds its id anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from pipelines.merge.articles import Word
from pipelines.merge.bridges import bridged
from pipelines.merge.candidates import by_keys
from pipelines.merge.corrected import stand
from pipelines.merge.history import as_it_stands
from pipelines.merge.ids import founder, mint, successors
from pipelines.merge.programmes import wholes
from pipelines.merge.stories import groups
from pipelines.merge.told import Told, tie, tie_keys
from store.corrections import Correction, by_group
from store.records import EventGroup, Judgement

HOST = "dure"


def tie_all(tellings: Sequence[Told]) -> list[Word]:
    """Words on the pairs of tellings that meet in a story or a title, by pair."""
    told = {t.id: t for t in tellings}
    pairs = sorted(by_keys({i: tie_keys(t) for i, t in told.items()}))
    said = bridged(told, {pair: tie(told[pair[0]], told[pair[1]]) for pair in pairs})
    return [Word(*p, word, "rule:event") for p, word in said.items() if word.verdict != "unsure" or word.score > 0]


def grouped(
    tellings: Sequence[Told], judgements: Iterable[Judgement], before: Iterable[EventGroup] = (),
    said: Iterable[Correction] = (), redirected: Iterable[str] = (),
) -> tuple[list[EventGroup], dict[str, str]]:  # fmt: skip
    """Events by id, and the ids that now answer for earlier ones.

    `said`: every correction, also those taken back; `redirected`: the ids that did not stand before.
    """
    told = {t.id: t for t in tellings}
    published: dict[str, datetime | None] = {i: t.published_at for i, t in told.items()}
    members = {mint("ev", founder(g, published)): sorted(g) for g in groups(told, judgements)}
    earlier = {group.id: group for group in before}
    now = {m: i for i, g in members.items() for m in g}
    heirs = successors("ev", {i: g.findings for i, g in earlier.items()}, now, redirected)
    uids = _uids(members, earlier, heirs)
    spoken = by_group(said, members)
    above = wholes(tellings, now)
    made = (_group(i, uids[i], [told[m] for m in members[i]], above.get(i)) for i in sorted(members))
    return [stand(group, spoken.get(group.id, ())) for group in made], heirs


def _group(id_: str, uid: str, tellings: Sequence[Told], whole: str | None) -> EventGroup:
    event, history, sequence = as_it_stands(tellings)
    return EventGroup(id_, uid, sequence, event, tuple(t.id for t in tellings), history, whole)


def _uids(
    members: Mapping[str, Sequence[str]], earlier: Mapping[str, EventGroup], heirs: Mapping[str, str]
) -> dict[str, str]:
    """The uid of each event: the one it had, the one its predecessor had, or a new one."""
    uids = {i: earlier[i].uid for i in members if i in earlier}
    for old, new in sorted(heirs.items()):
        if old in earlier and earlier[old].uid not in uids.values():
            uids.setdefault(new, earlier[old].uid)
    taken = set(uids.values())
    for id_ in sorted(set(members) - set(uids)):
        uid = f"{id_}@{HOST}"
        while uid in taken:
            uid = uid.replace("@", "-again@", 1)
        uids[id_] = uid
        taken.add(uid)
    return uids
