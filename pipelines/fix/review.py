"""Corrections to look at again: the texts have changed since, and whoever made them did not know that.

They hold meanwhile: a person's word is neither dropped by a machine nor kept without saying so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipelines.fix.saying import groups_of
from store import corrections, shelf
from store.corrections import Correction
from store.records import EventGroup

if TYPE_CHECKING:
    from sqlmodel import Session


def waiting(session: Session) -> dict[int, tuple[str, ...]]:
    """Number of a correction → why it should be looked at again; those with nothing to say are left out."""
    said = [*corrections.live(session, "event"), *corrections.live(session, "article")]
    events = groups_of(session, [c for c in said if c.subject == "event"])
    now = {a.id: a.revision for a in shelf.articles(session, {i for c in said for i in c.basis})}
    found = {c.id: (*_retold(c, events.get(c.id)), *_rewritten(c, now)) for c in said}
    return {number: reasons for number, reasons in found.items() if reasons}


def _rewritten(said: Correction, now: Mapping[str, int]) -> Sequence[str]:
    return [
        f"the text of {article} was changed since (revision {now[article]}, then {revision})"
        for article, revision in sorted(said.basis.items())
        if article in now and now[article] > revision
    ]


def _retold(said: Correction, group: EventGroup | None) -> Sequence[str]:
    """What the texts say now where it is not what they said then."""
    if said.subject != "event":
        return []
    if group is None:
        return ["no reading finds this event any more"]
    lines = [line for line in group.history if line.by and line.field == said.field]
    if not lines or (lines[0].instead or "") == shown(said.before):
        return []
    if lines[0].instead == shown(said.value):
        return ["the texts now say the same"]
    return [f"the texts now say «{lines[0].instead or 'nothing'}»; they said «{shown(said.before) or 'nothing'}»"]


def shown(value: Any) -> str:
    """A kept value as `Said` has it."""
    return " · ".join(value) if isinstance(value, list) else str(value or "")
