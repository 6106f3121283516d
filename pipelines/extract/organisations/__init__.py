"""Which bodies a document names (guideline §5), how it writes them, and where.

    lines ─► heads (endings) · fronted (forms) · cues (status, labels) · foreign (originals)
          · governments · actors (weak endings) · described (what they do) · signed (whose head signs)
          · guesses (quotes, weak endings) ─► judging, by weights
          ─► one mention a place ─► aliases and head nouns ─► one organisation a name

Every span is a place in `document.text`; nothing crosses a line, and nothing is taken from side columns.
`find_organisations` is pure and costs time in proportion to the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from pipelines.extract.boilerplate import Line, split_lines
from pipelines.extract.organisations.actors import find_actors, find_agents
from pipelines.extract.organisations.assemble import assemble
from pipelines.extract.organisations.cues import find_cued, find_rows
from pipelines.extract.organisations.described import find_described
from pipelines.extract.organisations.foreign import find_foreign
from pipelines.extract.organisations.fronted import find_fronted
from pipelines.extract.organisations.governments import find_governments
from pipelines.extract.organisations.guesses import find_guesses
from pipelines.extract.organisations.heads import find_heads
from pipelines.extract.organisations.judging import judged
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.neighbours import find_bracketed, find_columns, find_neighbours
from pipelines.extract.organisations.signed import find_signed
from store.records import Document, Organisation, SpanPair

_FINDERS = (
    find_heads,
    find_fronted,
    find_cued,
    find_foreign,
    find_governments,
    find_actors,
    find_described,
    find_bracketed,
    find_signed,
)


def find_organisations(document: Document, lines: tuple[Line, ...] | None = None) -> tuple[Organisation, ...]:
    """All organisations of a document in the order of their first mention; empty for a text that names none.

    `lines` are those of `split_lines`, for a caller who has them already.
    """
    lines = split_lines(document.text, document.title) if lines is None else lines
    spans = own_lines(lines)
    return assemble(document, spans, judged(document.text, document.title, spans, proposals(document, spans)))


def proposals(document: Document, spans: Sequence[SpanPair]) -> list[Mention]:
    """What may be names of bodies in some lines of a document, overlapping ones, too: what the grammars read, and
    guesses."""
    mentions: list[Mention] = []
    for start, end in spans:
        for finder in _FINDERS:
            mentions += finder(document.text, start, end)
        mentions += find_agents(document.text, document.title, start, end)
    mentions += find_rows(document.text, mentions)
    mentions += find_columns(document.text, mentions, spans)
    mentions += find_neighbours(document.text, tuple(mentions))
    guesses = chain.from_iterable(find_guesses(document.text, start, end) for start, end in spans)
    return mentions + list(islice(guesses, _MOST_GUESSES))  # last: what stands beside a guess is no better for it


_MOST_GUESSES = 500
"""An article has some dozens; a megabyte of quotes has two hundred thousand, and each is weighed."""


def own_lines(lines: tuple[Line, ...]) -> list[SpanPair]:
    """[start, end) of the lines that are the text's own: no tail, no side column."""
    return [(line.start, line.end) for line in lines if line.kind not in ("tail", "meta")]
