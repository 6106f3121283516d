"""What an event without a known noun may be called: every candidate near its day, and what speaks for each.

::

    heading above · lead of the line · rest of the line · quotes · known nouns · phrases before a particle · post title
        └─► candidates ─► features ─► weights (`data/names.tsv`) ─► the likeliest

Last resort, for times that are likely an event's (`likely`) where no rule names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipelines.extract.events.headlines import clean_title
from pipelines.extract.events.labels import field_of, labelled
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.titles import QUOTED, Name, find_names, head_of, tidy
from pipelines.extract.loglinear import Weights
from pipelines.korean.marks import NUMBERED
from store.records import SpanPair, When

LONGEST, SHORTEST = 40, 2
SENTENCES_BEFORE, SENTENCES_BEHIND = 2, 1
LINES_ABOVE = 3
PHRASE_WORDS = 4
_MARK = re.compile(rf"^[\s\W]*(?:(?:하나|둘|셋|넷|다섯|여섯|[가-하]|\d{{1,2}}|[{NUMBERED}])\s?[.)\]|:,]\s?)?[\s\W]*")
_LEAD_END = re.compile(r"\s?[:：=|∥▶>\]】〉—–-]\s?$|\s+$|,\s?$|[(（]\s?$")
_PIECE = re.compile(r"[^,|/·—–()（）\n]+")
_PARTICLE = re.compile(
    r"(?:에서는|에서|으로|이라는|까지|부터|에는|은|는|이|가|을|를|도|로|에|의|과|와|입니다|이다|예요|이에요)?[,.!?~”’)]*$"
)
_STOPS = re.compile(
    r"(?:에서|에는|까지|부터|으로|에게|께서|면서|지만|는데|하고|하며|[다요죠]|고|며|서|은|는|이|가|을|를)[,.]?$"
)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[가-힣A-Za-z]")
_FIELD = re.compile(r"(?:^|[는은을할될낼])\s?(?:때|기간|기한|시간|시각|일시|일정|곳|데|돈)$|^여는\s?날$|^하는\s?날$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be an event's name, where they stand and what speaks for or against them."""

    title: str
    span: SpanPair
    features: tuple[str, ...]


def candidates(scene: Scene, sentence: Sentence, when: When) -> list[Candidate]:
    """Each title once, as it was first found, in the order of the sources."""
    found: dict[str, Candidate] = {}
    for source, words, span in _sources(scene, sentence, when):
        title = tidy(words)
        if SHORTEST <= len(title) <= LONGEST and _LETTER.search(title) and not _is_other(scene, source, title, span):
            key = title.replace(" ", "")
            features = tuple(_features(scene, sentence, when, source, title, span))
            before = found.get(key)
            merged = features if before is None else (*before.features, *features)
            found[key] = Candidate(
                title if before is None else before.title, span if before is None else before.span, merged
            )
    return list(found.values())


def _is_other(scene: Scene, source: str, title: str, span: SpanPair) -> bool:
    """A time, or the label of a field («여는 날», «내는 때»)."""
    inside = span[1] and any(
        t.span[0] <= span[0] and span[1] <= t.span[1] for t in scene.times_in(span[0] - 30, span[1])
    )
    return bool(inside) or (
        source in ("lead", "before colon") and (field_of(title) or _FIELD.search(title)) is not None
    )


def _sources(scene: Scene, sentence: Sentence, when: When) -> Iterator[tuple[str, str, SpanPair]]:
    yield from _lead(scene, when)
    yield from _rest(scene, when)
    yield from _headings(scene, sentence)
    at = scene.number_of(sentence)
    for number in range(max(0, at - SENTENCES_BEFORE), min(len(scene.sentences), at + SENTENCES_BEHIND + 1)):
        where = "0+-"[(number > at) - (number < at)]
        near = scene.sentences[number]
        for match in QUOTED.finditer(scene.text, near.start, near.end):
            group = match.lastindex or 1
            yield f"quoted{where}", match[group], match.span(group)
        for name in find_names(scene.text, near.start, near.end):
            yield f"{'named' if not name.weak else 'weak'}{where}", name.title, name.span
        if where != "-" or number == at - 1:
            yield from _phrases(scene, near, where)
    title = clean_title(scene.document.title)
    yield "title", title, (0, 0)
    for name in find_names(title, 0, len(title)):
        yield "title name", name.title, (0, 0)


def _lead(scene: Scene, when: When) -> Iterator[tuple[str, str, SpanPair]]:
    """«❷ 결산·경영공시 반 : '24/3/5(화) …», «한라산 꿀 나눔장=애월읍 …»: what a line begins with."""
    line = scene.line_at(when.span[0])
    if line is None:
        return
    start = line.start + (_MARK.match(scene.text[line.start : when.span[0]]) or _NOTHING).end()
    lead = scene.text[start : when.span[0]]
    end = _LEAD_END.search(lead)
    if lead.strip() and end is not None and len(lead) <= LONGEST:
        yield "lead", lead[: end.start()], (start, start + end.start())
    colon = re.match(r"([^:：=|∥]{2,30}?)\s?[:：=|∥]", lead)
    if colon is not None:
        yield "before colon", colon[1], (start + colon.start(1), start + colon.end(1))


_NOTHING = re.compile("").match("")


def _rest(scene: Scene, when: When) -> Iterator[tuple[str, str, SpanPair]]:
    """«11/06(목) 19:00 — 영화 ‘협동의 시간’ 같이 보기, 조례동 작은극장»: pieces of the line behind."""
    line = scene.line_at(when.span[0])
    for number, piece in enumerate(_PIECE.finditer(scene.text, when.span[1], line.end) if line else ()):
        if number > 3:
            return
        yield f"piece{number}", piece[0], piece.span()


def _headings(scene: Scene, sentence: Sentence) -> Iterator[tuple[str, str, SpanPair]]:
    """Short lines above that are no sentences."""
    for distance, line in enumerate(reversed(scene.lines_above(sentence.line.start, LINES_ABOVE)), 1):
        words = scene.text[line.start : line.end]
        start = line.start + (_MARK.match(words) or _NOTHING).end()
        if len(words) <= LONGEST and not re.search(r"[다요][.!]$", words) and not labelled(words):
            blank = "\n\n" in scene.text[line.end : sentence.line.start]
            yield f"heading{distance}{'' if blank else '!'}", scene.text[start : line.end], (start, line.end)


def _phrases(scene: Scene, sentence: Sentence, where: str) -> Iterator[tuple[str, str, SpanPair]]:
    """Up to four words that end in a particle, cut where a clause ends."""
    words = list(re.finditer(r"\S+", scene.text[sentence.start : sentence.end]))
    for last, word in enumerate(words):
        particle = _PARTICLE.search(word[0])
        if particle is None or not particle[0] or particle.start() < 2:
            continue
        end = sentence.start + word.start() + particle.start()
        for first in range(last, max(-1, last - PHRASE_WORDS), -1):
            if first < last and _STOPS.search(words[first][0]):
                break
            start = sentence.start + words[first].start()
            yield f"phrase{where}", scene.text[start:end], (start, end)


def _features(scene: Scene, sentence: Sentence, when: When, source: str, title: str, span: SpanPair) -> Iterator[str]:
    yield f"s{source}"
    yield f"e{title[-2:]}"
    yield f"e{title[-3:]}"
    yield f"w{title.rpartition(' ')[2]}"
    head = head_of(title)
    yield f"h{'none' if head is None else 'known'}{source}"
    count = len(title.split())
    yield f"n{min(count, 5)}"
    yield f"n{min(count, 5)}{source}"
    yield f"c{min(len(title) // 4, 8)}"
    yield f"0{bool(_DIGIT.search(title))}"
    yield f"a{title.split()[0][-2:]}"
    body = any(a <= span[0] and span[1] <= b for (a, b), _ in scene.bodies) if span[1] else False
    yield f"o{body}"
    last = title.rpartition(" ")[2]
    shared = sum(word in scene.document.title for word in title.split())
    yield f"t{last in scene.document.title}{min(shared, 3)}"
    yield f"r{scene.text.count(last) > 1}"
    if span[1]:
        behind = scene.text[span[1] : span[1] + 20]
        yield f">{behind[:1]}"
        yield f">{behind[:2]}"
        follows = behind.split()[1:3]
        for word in follows:
            yield f"v{word[:2]}"
        yield f"<{scene.text[max(0, span[0] - 2) : span[0]]}"
        yield f"b{'behind' if span[0] >= when.span[1] else 'before'}{source[:6]}"
        yield f"m{any(a < span[1] and span[0] < b for a, b in (t.span for t in sentence.times))}"


@cache
def _weights() -> Weights:
    return Weights.read("names")


def likeliest(scene: Scene, sentence: Sentence, when: When) -> tuple[float, Name] | None:
    """The best candidate and how sure it is beside the others, 0 to 1; None where there is none."""
    found = candidates(scene, sentence, when)
    if not found:
        return None
    sure, first = max((share, -number) for number, share in enumerate(_weights().shares(c.features for c in found)))
    best = found[-first]
    return sure, Name(best.title, best.span, head_of(best.title) or "", False, False)
