"""Given what we hold and what arrived: add, replace or leave, and why. No clock, no session.

What is compared are read values (title, text, date, attachments), never bytes: view counters, tokens and side
columns change with every fetch.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Literal

from store.counted import counted
from store.records import FetchMemory, KeptArticle

REWRITE_LIMIT = 24
"""Revisions after which a page is restless (a clock or a counter in its text), not news."""

ASK_AGAIN_AFTER = timedelta(hours=6)
"""A document that vanished is asked for again after so long before it counts as gone."""

EDITED_WITHIN = (timedelta(days=1), timedelta(days=3), timedelta(days=10))
"""Ages at which an article still listed is looked at again: most edits and postponements come early."""


class Action(StrEnum):
    ADD = "added"
    REPLACE = "replaced"
    LEAVE = "left"


@dataclass(frozen=True, slots=True)
class Decision:
    action: Action
    reason: str


def digest_of(title: str, text: str, published_at: datetime | None, attachments: Sequence[str]) -> str:
    """Stable over runs and machines; empty values are left out, so a new field does not touch every row."""
    values = {
        "title": title,
        "text": text,
        "published_at": published_at.astimezone(UTC).isoformat() if published_at else None,
        "attachments": list(attachments),
    }
    said = json.dumps({k: v for k, v in values.items() if v}, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def decide(arrived: KeptArticle, held: KeptArticle | None) -> Decision:
    """What to do with an article that was read at `arrived.changed_at`."""
    if held is None:
        return Decision(Action.ADD, "first sight")
    if arrived.changed_at <= held.changed_at:
        return Decision(Action.LEAVE, "not newer than what we hold")
    if arrived.digest == held.digest:
        return Decision(Action.LEAVE, "nothing changed")
    if held.revision >= REWRITE_LIMIT:
        return Decision(Action.LEAVE, f"rewritten {held.revision} times, too often to be news")
    return Decision(Action.REPLACE, f"changed: {', '.join(_changed(arrived, held))}")


def _changed(arrived: KeptArticle, held: KeptArticle) -> list[str]:
    names = ("title", "text", "published_at", "attachments")
    return [name for name in names if getattr(arrived, name) != getattr(held, name)] or ["reading"]


def state_after_refusal(
    refusal: str, at: datetime, held: KeptArticle | None, memory: FetchMemory | None
) -> Literal["gone", "closed"] | None:
    """What a refused page says about an article we hold; None: nothing (yet).

    Closed at once on a login wall or password. Gone only if the same was said before, at least
    six hours earlier: servers lose pages for minutes.
    """
    if held is None or at <= held.changed_at:
        return None
    if refusal in ("closed", "secret"):
        return "closed" if held.state == "live" else None
    if refusal != "gone" or held.state == "gone":
        return None
    said_before = memory is not None and memory.outcome == "gone" and at - memory.fetched_at >= ASK_AGAIN_AFTER
    return "gone" if said_before else None


def why_ask(listed_title: str, memory: FetchMemory | None, held: KeptArticle | None, now: datetime) -> str:
    """Why a listed document is worth a request; empty: it is not."""
    if memory is not None and memory.outcome == "forgotten":
        return ""
    if held is None:
        return _why_ask_unheld(memory, now)
    if memory is None:
        return ""
    if memory.outcome == "gone" and held.state == "live":
        return "was gone, asked again" if now - memory.fetched_at >= ASK_AGAIN_AFTER else ""
    if _retitled(listed_title, held.title) and now - memory.fetched_at >= ASK_AGAIN_AFTER:
        return "listed under another title"
    for age in EDITED_WITHIN:
        if memory.fetched_at < held.first_seen_at + age <= now:
            return f"looked at again after {counted(age.days, 'day')}"
    return ""


def _why_ask_unheld(memory: FetchMemory | None, now: datetime) -> str:
    """Pages that were refused or failed are tried again, at growing distances, not in every round."""
    if memory is None:
        return "new"
    wait = ASK_AGAIN_AFTER * 2 ** min(max(memory.failures - 1, 0), 5)
    return "tried again" if now - memory.fetched_at >= wait else ""


def _retitled(listed: str, held: str) -> bool:
    """Lists cut titles («…») and put marks around them, so only words that the title lacks count."""
    words = [w for w in listed.replace("…", " ").replace("...", " ").split() if len(w) > 1]
    flat = "".join(held.split())
    missing = [w for w in words if w not in flat]
    return len(words) >= 2 and len(missing) * 2 > len(words)
