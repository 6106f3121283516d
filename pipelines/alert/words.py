"""One message a run: a subject that says how many, then a line for each. For operators, in English as `dure status`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from pipelines.alert.incidents import Change
from store.counted import counted
from store.records import Incident

OUR_OWN = 0.5
"""From this share of all sources on, one and the same fault is rather ours than theirs."""
REACHING = frozenset({"dns", "unreachable", "tls"})
LISTED = 20
LEFT = "no longer read (not in the catalogue, or not enabled); was ill for"


def subject(change: Change) -> str:
    """«Dure: 2 sources broke, 1 works again»."""
    parts = [
        f"{_sources(len(change.begun))} broke" if change.begun else "",
        f"{len(change.ended)} work{'s' if len(change.ended) == 1 else ''} again" if change.ended else "",
        f"{len(change.left)} no longer read" if change.left else "",
    ]
    return "Dure: " + ", ".join(filter(None, parts))


def body(change: Change, sources: int) -> str:
    """What broke with the next step, what works again or is no longer read, and whether the fault may be our own."""
    lines = [_ours(change.begun, sources)]
    lines += [f"! {i.source_id}: {i.sentence}\n  → {i.next_step}" for i in change.begun[:LISTED]]
    if len(change.begun) > LISTED:
        lines.append(f"… and {len(change.begun) - LISTED} more; `dure status` shows them all.")
    lines += [f"✓ {i.source_id}: well again after {_lasted(i)}" for i in change.ended[:LISTED]]
    lines += [f"– {i.source_id}: {LEFT} {_lasted(i)}" for i in change.left[:LISTED]]
    return "\n".join(filter(None, lines))


def all_well(sources: int, lasting: int, articles: int) -> tuple[str, str]:
    """The daily line; incidents that were told before and last are a number in it."""
    if lasting:
        return (
            f"Dure: {_sources(lasting)} still broken",
            f"{counted(articles, 'article')} came in; `dure status` shows what lasts.",
        )
    return "Dure: all is well", f"{_sources(sources)} well, {counted(articles, 'article')} came in."


def broken_store(sentence: str) -> tuple[str, str]:
    """A run that could not even look into the store."""
    return "Dure: the store does not answer", f"! {sentence}\n  → mend it and run again; nothing that was read is lost."


def _ours(begun: Sequence[Incident], sources: int) -> str:
    code, count = Counter(i.code for i in begun).most_common(1)[0] if begun else ("", 0)
    if code in REACHING and count >= 4 and count >= OUR_OWN * sources:
        return f"{count} of {sources} sources are «{code}» at once: is the network of this machine up?"
    return ""


def _sources(count: int) -> str:
    return counted(count, "source")


def _lasted(incident: Incident) -> str:
    length = (incident.ended_at or incident.since) - incident.since
    hours = round(length.total_seconds() / 3600)
    return counted(length.days, "day") if length >= timedelta(days=2) else counted(hours, "hour")
