"""Which proposed names are bodies: each is weighed by its words, by what stands around it, and by who proposed it.

The grammars know endings, forms and neighbours, and each is right nine times in ten. What they see is not all that
tells: «교육지원청 쪽은» is any of them, «강연 제목은 ‘함께 사는 마을’» none. The weights (`data/bodies.tsv`) are fitted
to what is proposed in annotated texts, by `tests/fit_bodies.py`. Governments are not asked about (an annotator names
them where they act, and that is what their grammar reads), nor what stands in a list of bodies.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines.extract.organisations.cues import STATUS
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import Word, is_modifier, is_plain, line_words, telling, uses
from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.known_bodies import known_body
from pipelines.korean.legal_forms import ending_of, is_generic, weak_ending_of
from pipelines.korean.loglinear import softmax, weights
from pipelines.korean.names import is_region, is_region_stem, split_region, squeeze
from pipelines.korean.person_words import is_name
from store.records import SpanPair

LEAST, LEAST_OF_GUESSES = 0.2, 0.55
"""How likely a proposal of a grammar, and a guess, has to be a body to be told."""
_GOVERNMENTS = frozenset(("local_government", "central_government"))
_OPENS, _SHUTS = "‘'“\"「『<《[", "’'”\"」』>》]"
_STATUS = tuple(STATUS)
_LABEL = re.compile(r"[^\n:：]{1,12}[:：]")
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_MARKS = " -·○□▲※◎▷▶■●*•◦"
_NEAR, _MARGIN, _OPENING = 160, 8, 20_000
"""How far a sentence, the marks at the ends of a line, and the part of a text are read in which a name is counted: a
line of a megabyte may be one sentence with a name every ten letters."""


@dataclass(frozen=True, slots=True)
class Line:
    """[start, end) of a text, its words, the title above it and the text's first part, in which names are counted."""

    text: str
    title: str
    start: int
    end: int
    opening: str

    @property
    def words(self) -> list[Word]:
        return line_words(self.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A proposed name in its line: words `first` to `last`, the last of them `base` with its particle behind."""

    first: int
    last: int
    start: int
    end: int
    base: str
    particle: str

    @property
    def count(self) -> int:
        return self.last - self.first + 1


def judged(text: str, title: str, lines: Sequence[SpanPair], proposed: Iterable[Mention]) -> list[Mention]:
    """The proposals that are likely bodies, in their order. `lines` are those that the grammars read, in order."""
    table, line_of = weights("extract", "bodies"), lines_of(text, title, lines)
    around: dict[SpanPair, float] = {}  # several grammars propose one place
    kept = []
    for mention in proposed:
        line, span = line_of(mention), (mention.start, mention.end)
        stretch = stretch_of(line, mention)
        if stretch is not None:
            if span not in around:
                around[span] = table.sum(features(line, stretch))
            sums = around[span] + table.sum(features_of_proposal(mention, stretch))
            if softmax((0.0, sums))[1] < least(mention):
                continue
        kept.append(mention)
    return kept


def lines_of(text: str, title: str, lines: Sequence[SpanPair]) -> Callable[[Mention], Line]:
    """Tells in which line a proposal stands."""
    opening, starts = text[:_OPENING], [start for start, _ in lines]
    known = [Line(text, title, start, end, opening) for start, end in lines]
    return lambda mention: known[bisect_right(starts, mention.start) - 1]


def least(mention: Mention) -> float:
    """How likely a proposal has to be a body: a grammar has reasons, a guess has none."""
    return LEAST_OF_GUESSES if mention.rule.startswith("guess") else LEAST


def stretch_of(line: Line, mention: Mention) -> Stretch | None:
    """The words of a proposal; None of those that the weights are not asked about."""
    if mention.type in _GOVERNMENTS or mention.rule == "neighbour":  # its list is its reason
        return None
    words = line.words
    first = max(bisect_right(words, mention.start, key=_begins) - 1, 0)
    last = bisect_left(words, mention.end, key=_begins) - 1
    first += first < last and words[first].end <= mention.start  # a mark in front: «㈜온기»
    if last < first or mention.end > line.end or words[last].end <= mention.start:
        return None
    base = line.text[max(words[last].start, mention.start) : mention.end]
    particle = line.text[mention.end : words[last].end]
    return Stretch(first, last, mention.start, mention.end, base, particle)


def _begins(word: Word) -> int:
    return word.start


def features_of_proposal(mention: Mention, stretch: Stretch) -> Iterator[str]:
    """What the weights know of who proposed it."""
    rule = mention.rule.partition(":")[0]
    yield f"by {rule}"
    yield f"by {mention.rule} all"
    yield f"by {rule} +{stretch.particle}"
    yield f"by {rule} {mention.weight}"
    yield f"as {mention.type}"


def features(line: Line, stretch: Stretch) -> Iterator[str]:
    """What they know of its words and of what stands around them."""
    yield from of_base(stretch.base)
    yield from _of_end(stretch)
    yield from _of_front(line, stretch)
    yield from _of_quotes(line, stretch)
    yield from _of_neighbours(line, stretch)
    yield from _of_line(line, stretch)
    yield from _of_sentence(line, stretch)
    yield from _of_text(line, stretch)


@lru_cache(maxsize=32768)
def sort_of(base: str) -> str:
    """Whether the end of a base tells a body, may tell one, or tells nothing."""
    return "telling" if ending_of(base) else "weak" if weak_ending_of(base) else "open"


@lru_cache(maxsize=32768)
def of_base(base: str) -> tuple[str, ...]:
    """What a word tells by itself, wherever it stands."""
    sort = sort_of(base)
    found = [f"…{base[-n:]}" for n in (1, 2, 3, 4) if len(base) >= n]
    found += [f"{base[:2]}…", sort]
    if ending := ending_of(base):
        core = base[: -len(ending[0])]
        found += [f"ends {ending[0]}", f"ends {ending[1]}", f"core {min(len(core), 4)} {ending[1]}"]
        found.append(f"core {is_generic(core)} {ending[1]}")
    elif weak := weak_ending_of(base):
        found += [f"weak {weak[0]}", f"core {min(len(base) - len(weak[0]), 3)}"]
    found += [name for name, true in _traits(base) if true]
    if any(split_region(base)[:2]) and not _is_region(base):
        found += ["of a region", f"of a region {sort}", f"of a region …{base[-2:]}"]
    return tuple(dict.fromkeys(found))


def _traits(base: str) -> Iterator[tuple[str, bool]]:
    yield "common", is_common(base)
    yield "word", is_common_word(base)
    yield "frequent", is_frequent(base)
    yield "plain", is_plain(base)
    yield "person", len(base) <= 4 and is_name(base, sure=False)
    yield "region", _is_region(base)
    yield "known", known_body(base) is not None


@lru_cache(maxsize=8192)
def _is_region(word: str) -> bool:
    return is_region(word) or is_region_stem(word)


def _of_end(stretch: Stretch) -> Iterator[str]:
    sort, particle, count = sort_of(stretch.base), stretch.particle, stretch.count
    yield f"+{particle}"
    yield f"+{particle} {count}"
    yield f"+{particle} {sort}"
    yield f"{count} {sort}"
    yield f"{count}"
    if ending := ending_of(stretch.base):
        yield f"{count} ends {ending[0]}"
        yield f"{count} core {is_generic(stretch.base[: -len(ending[0])])} {ending[1]}"
    elif weak := weak_ending_of(stretch.base):
        yield f"+{particle} weak {weak[0]}"


def _of_front(line: Line, stretch: Stretch) -> Iterator[str]:
    """The first word, those between, and the whole."""
    words, count = line.words, stretch.count
    first = words[stretch.first].text
    sort = sort_of(stretch.base)
    yield f"{first[:2]}… in front"
    yield f"…{first[-1]} in front {count}"
    if _is_region(first):
        yield from ("region in front", f"region in front {count} {sort}")
        ending = ending_of(stretch.base)
        yield f"region in front {count} {ending[1] if ending else sort}"
    for word in words[stretch.first : stretch.last]:
        yield f"…{word.text[-2:]} inside"
        yield from (f"{name} inside" for name, true in _inner_traits(word.text) if true)
    name = squeeze(line.text[stretch.start : stretch.end])
    yield f"{min(len(name), 14)} letters"
    if is_generic(name):
        yield f"generic {count}"


@lru_cache(maxsize=8192)
def _inner_traits(word: str) -> tuple[tuple[str, bool], ...]:
    return (
        ("bent", is_modifier(word)),
        ("word", is_common_word(word)),
        ("plain", is_plain(word)),
        ("body", telling(word) is not None),
    )


def _of_quotes(line: Line, stretch: Stretch) -> Iterator[str]:
    text, sort = line.text, sort_of(stretch.base)
    before = text[stretch.start - 1] if stretch.start > line.start else "^"
    behind = text[stretch.end] if stretch.end < line.end else "$"
    yield f"{before}["
    yield f"]{behind}"
    if before in _OPENS and behind in _SHUTS:
        yield from ("quoted", f"quoted {sort}", f"quoted {min(stretch.end - stretch.start, 8)}")
        yield f"quoted {text[stretch.end + 1 : stretch.end + 3]}"
    elif before in _OPENS or behind in _SHUTS:
        yield "opened" if before in _OPENS else "shut"


def _of_neighbours(line: Line, stretch: Stretch) -> Iterator[str]:
    words, sort = line.words, sort_of(stretch.base)
    before = words[stretch.first - 1] if stretch.first else None
    name = before.text if before else "^"
    yield f"after {name}"
    yield f"after …{name[-2:]}"
    yield f"after …{name[-1]} {sort}"
    yield f"gap {line.text[before.end if before else line.start : stretch.start][-3:]}"
    if name.endswith(_STATUS):
        yield from ("after status", f"after status {sort} {stretch.count}")
    if stretch.first > 1:
        yield f"after …{words[stretch.first - 2].text[-2:]} …"
    behind = words[stretch.last + 1] if stretch.last + 1 < len(words) else None
    name = behind.text if behind else "$"
    yield f"before {name}"
    yield f"before {name[:2]}…"
    yield f"before {name[:2]}… +{stretch.particle}"
    yield f"before …{name[-1]}"
    if behind:
        yield f"gap behind {line.text[words[stretch.last].end : behind.start][:3]}"


def _of_line(line: Line, stretch: Stretch) -> Iterator[str]:
    label = _LABEL.match(line.text, line.start, stretch.start)
    if label:
        yield from ("label", f"label {''.join(filter(str.isalpha, label[0]))[-4:]}")
    if stretch.start - line.start < _MARGIN and not line.text[line.start : stretch.start].strip(_MARKS):
        yield from ("heads line", f"heads line {sort_of(stretch.base)}")
    if line.end - stretch.end < _MARGIN and not line.text[stretch.end : line.end].strip():
        yield "ends line"


def _of_sentence(line: Line, stretch: Stretch) -> Iterator[str]:
    """The words behind it, and how its sentence ends: bodies hold, gather and announce."""
    end = min(line.end, stretch.end + _NEAR)
    stop = _SENTENCE_ENDS.search(line.text, stretch.end, end)
    behind = line.text[stretch.end : stop.start() if stop else end].split()
    if behind:
        yield f"says …{behind[-1][-3:]}"
        yield f"says …{behind[-1][-3:]} +{stretch.particle}"
    yield from (f"then {word[:2]}…" for word in behind[1:4])
    front = _SENTENCE_ENDS.split(line.text[max(line.start, stretch.start - _NEAR) : stretch.start])[-1].split()
    yield from (f"so far …{word[-2:]}" for word in front[-4:-1])


def _of_text(line: Line, stretch: Stretch) -> Iterator[str]:
    """How often the text says it, with which particles, and whether its title does."""
    name, sort = line.text[stretch.start : stretch.end], sort_of(stretch.base)
    times = _times(line.opening, name)
    yield f"{times} times"
    yield f"{times} times {sort} {stretch.count}"
    if name in line.title:
        yield from ("title", f"title {sort} {stretch.count}")
    if line.opening.find(name, 0, stretch.start) >= 0:
        yield "again"
    if stretch.count == 1:
        particles = dict.fromkeys(particle for _, particle in uses(line.opening, stretch.base))
        yield f"{min(len(particles), 4)} particles"
        for particle in particles:
            yield from (f"elsewhere +{particle}", f"elsewhere +{particle} {sort}")


@lru_cache(maxsize=4096)
def _times(text: str, name: str) -> int:
    return min(text.count(name), 4)
