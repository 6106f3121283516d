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
from store.records import Document, Findings

RULES_VERSION = "2026.11.26"
"""Changes whenever a rule of this room does: everything older is read again."""


def read(document: Document, *, wanted: bool = False) -> Findings:
    """Everything one reading of one document gives; spans are offsets into `document.text`.

    `wanted`: a person says that it is relevant, whatever the rules would.
    """
    private = find_private(document.text, channel=document.channel)
    if not wanted and not screen(document.title, document.text[:LONGEST]):
        return Findings(relevant=False, pii=private)
    lines = split_lines(document.text, document.title)
    verdict = judge(document, lines)
    if not wanted and not verdict.relevant:
        return Findings(relevant=False, relevance=verdict.reasons, pii=private)
    region = find_region(document, lines)
    organisations = find_organisations(replace(document, text=document.text[:LONGEST]), lines)
    times = find_times(document.text[:LONGEST], document.published_at)
    events = find_events(document, lines, times, organisations, region)
    return Findings(
        relevant=True,
        relevance=verdict.reasons,
        item_kind=item_kind(document, events),
        sectors=find_sectors(document, lines),
        region=region,
        events=events,
        organisations=organisations,
        facts=find_facts(document, lines, times, organisations),
        pii=private,
        times=times,
    )
