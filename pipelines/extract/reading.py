"""Document → all findings, in reading order. Pure: no clock, no disk but the tables of the language.

::

    lines ─► private data ─► screen ─► relevance ─► sectors · region ─► organisations
                                 └─ no ─► stop           times ─► events ─► facts

An irrelevant text gives its private data and the verdict, nothing else (guideline §1).
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.boilerplate import LONGEST, split_lines
from pipelines.extract.events.assemble import find_events
from pipelines.extract.facts import find_facts
from pipelines.extract.kinds import item_kind
from pipelines.extract.organisations import find_organisations
from pipelines.extract.region import find_region
from pipelines.extract.relevance import judge, screen
from pipelines.extract.sectors import find_sectors
from pipelines.extract.times import find_times
from pipelines.korean.private import find_private
from store.corrections import KIND, REGION, RELEVANT, SECTORS, Correction, Words
from store.findings import NOTHING
from store.records import Document, Findings, Region

RULES_VERSION = "2026.11.28.7"
"""Changes whenever a rule of this room does: everything older is read again."""


def read(document: Document, *, said: Words = NOTHING, private: bool = True) -> Findings:
    """Everything one reading of one document gives; spans are offsets into `document.text`.

    `said`: what people say of it, whatever the rules would; their region is that of its events, too. `private`:
    whether private data is looked for; what is kept was masked before.
    """
    wanted = RELEVANT in said and bool(said[RELEVANT].value)
    writer = document.byline or ""
    personal = find_private(document.text, channel=document.channel, writer=writer) if private else ()
    if not wanted and not screen(document.title, document.text[:LONGEST]):
        return Findings(relevant=False, pii=personal)
    lines = split_lines(document.text, document.title)
    verdict = judge(document, lines)
    if not wanted and not verdict.relevant:
        return Findings(relevant=False, relevance=verdict.reasons, pii=personal)
    region = _told(said[REGION]) if REGION in said else find_region(document, lines)
    organisations = find_organisations(replace(document, text=document.text[:LONGEST]), lines)
    times = find_times(document.text[:LONGEST], document.published_at)
    events = find_events(document, lines, times, organisations, region)
    return Findings(
        relevant=True,
        relevance=verdict.reasons,
        item_kind=said[KIND].value if KIND in said else item_kind(document, events),
        sectors=tuple(said[SECTORS].value or ()) if SECTORS in said else find_sectors(document, lines),
        region=region,
        events=events,
        organisations=organisations,
        facts=find_facts(document, lines, times, organisations),
        pii=personal,
        times=times,
    )


def _told(word: Correction) -> Region | None:
    """The region that a person gave; None where they say that the text names none."""
    if not word.value:
        return None
    sido, sigungu = (*word.value, None)[:2]
    return Region(sido, sigungu, rule=f"person:{word.by}"[:60])
