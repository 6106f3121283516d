"""What an event may be called: every candidate near its day, and what speaks for each.

::

    heading above · lead of the line · rest of the line · quotes · known nouns · phrases before a particle · post title
        └─► candidates ─► features ─► weights (`data/names.tsv`) ─► the likeliest

Asked for what a rule has named (`renaming`), and for times that are likely an event's where none did (`weighed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from pipelines.extract.events.fields.labels import labelled
from pipelines.extract.events.names.nonames import (
    BEFORE_COLON,
    behind_mark,
    behind_time,
    is_never,
    is_other,
    names_body,
)
from pipelines.extract.events.names.torn import behind_particle, is_torn
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.titles import QUOTED, Name, find_names, head_of, tidy
from pipelines.extract.events.words.traits import Features, beside_day, pairs
from pipelines.korean.loglinear import weights
from pipelines.korean.syllables import PAST
from store.records import SpanPair, When

LONGEST, SHORTEST = 40, 2
SENTENCES_BEFORE, SENTENCES_BEHIND = 2, 1
LINES_ABOVE = 3
PHRASE_WORDS = 4
PIECES = 4
"""Pieces of a line looked at behind a day."""
_LEAD_END = re.compile(r"\s?[:：=|∥▶>\]】〉—–-]\s?$|\s+$|,\s?$|[(（]\s?$")
_PIECE = re.compile(r"[^,|┃│∥/·—–()（）★☆※◆◇\n]+")
_PARTICLE = re.compile(
    r"(?:에서는|에서|으로|이라는|까지|부터|에는|은|는|이|가|을|를|도|로|에|의|과|와|입니다|이다|예요|이에요)?"
    r"[,.!?~”’)]*$"
)
_STOPS = re.compile(
    r"^[ㅁㅇ|┃│○●□■◇◆▶▷※☆★]$|(?:에서|에는|까지|부터|으로|에게|께서|면서|지만|는데|하고|하며|[다요죠]|고|며|서|은|는|이|가|을|를)[,.]?$"
)
_TOLD = re.compile(r"[다요][.!]$")
_RULED = re.compile(r"\s*[━═─▬―-]{2,}\s*[^━═─▬―-]+[━═─▬―-]{2,}\s*$")
"""«━━━ 골라 읽기 ━━━», «-------- 이하 원문 --------»: what heads a section, or a text handed on."""
_TAIL = re.compile(r"[’”'\"」』)]*([가-힣]{0,3})")
_SENTENCE = re.compile(
    rf"(?:[{PAST}싶는]다|습니다|[한된]다|[어아해]요|까요?|[래네]요)[.?!]?$|[되있없같]나[.?]?$|[가-힣][를는]$|[가-힣]{{3}}은$|[가-힣](?<![마가노])을$|요[\s^;~.!?ㅋㅎㅠㅜ]+$"
)
"""Also «더위에 쉬었던 장을»: the beginning of a sentence."""
_COUNT = re.compile(r"\s?\(\d[^()]*\)$")
"""«같이 살 사람 찾습니다 (5명)»"""
_LONG_TIME = 40
"""No expression of a time that tells two apart is longer."""
_LABEL = re.compile(r"([가-힣A-Za-z]+)\s?([^가-힣A-Za-z0-9]{1,4})$")
"""«강좌 이름 : », «(행사명) », «신청: »: the word before, and the marks between."""
_NO_LETTERS = re.compile(r"\W+")
_LETTER, _WORD = re.compile(r"[가-힣A-Za-z]"), re.compile(r"\S+")
_HANGUL = re.compile(r"[가-힣]")
_TOLD_OUT = re.compile(r"[다요죠까][.!?~]?\W*$")
# «치르려던 개소식», «둔 기업», «위해 보고회», «30분 개막식», «2호의 집들이»: no word that says what an event is
_NO_KIND = re.compile(
    r"^.$|\d[^회차기]*$|[은는이가을를의에던한된할될낸온간든진]$|(?:해|아|어|여|야|려|고|며|서|도|다음|까지|부터)$"
)
Found = tuple[str, str, SpanPair]
"""Where a candidate was found, its words, their span; the words of the post's title have none, (0, 0)."""


class Candidate(NamedTuple):
    """Words that may be an event's name, where they stand and what speaks for or against them.

    What `never` is one competes all the same: where it wins, the words left are no names either.
    """

    title: str
    span: SpanPair
    features: Features
    never: bool = False


def _all(_title: str, _never: bool) -> bool:
    return True


def candidates(
    scene: Scene, sentence: Sentence, when: When, wanted: Callable[[str, bool], bool] = _all
) -> list[Candidate]:
    """Each title once, as it was first found, with the features of every place where it stands.

    `wanted`: of which ones, by their `bare` titles and whether they are `never` a name; nothing is asked of the others.
    """
    places: dict[str, list[Found]] = {}
    for place in _places(scene, sentence, when):
        places.setdefault(bare(place[1]), []).append(place)
    lines, found = "\n".join([*places, ""]), []
    for solid, where in places.items():
        never = any(is_never(scene, title, span) for _, title, span in where)
        if wanted(solid, never):
            features = [f for place in where for f in _features(scene, sentence, when, *place)]
            found.append(Candidate(where[0][1], where[0][2], (*features, _ends(solid, lines)), never))
    return found


def _places(scene: Scene, sentence: Sentence, when: When) -> Iterator[Found]:
    """Words that look like a name, tidied, wherever they stand near a day."""
    for source, whole, around in _sources(scene, sentence, when):
        words, span = behind_particle(scene.text, *behind_time(scene, whole, around))
        title = tidy(words)
        if SHORTEST <= len(title) <= LONGEST and _may_name(title) and not is_other(scene, source, title, span):
            yield source, title, span


@lru_cache(maxsize=512)  # each day of a text asks about much the same words
def _may_name(title: str) -> bool:
    return _LETTER.search(title) is not None and _SENTENCE.search(_COUNT.sub("", title)) is None


def _ends(title: str, lines: str) -> str:
    """How many of the others it ends: «공방», «되살림 공방», «물양장에서 되살림 공방»."""
    return f"x{min(3, lines.count(title + chr(10)) - 1)}"


def _sources(scene: Scene, sentence: Sentence, when: When) -> Iterator[Found]:
    yield from _lead(scene, when)
    yield from _rest(scene, when)
    yield from _headings(scene, sentence)
    at = scene.number_of(sentence)
    for number in range(max(0, at - SENTENCES_BEFORE), min(len(scene.sentences), at + SENTENCES_BEHIND + 1)):
        yield from _named(scene, scene.sentences[number], "0+-"[(number > at) - (number < at)])
        if number >= at - 1:
            yield from _phrases(scene, scene.sentences[number], "0+-"[(number > at) - (number < at)])
    title = clean_title(scene.document.title)
    yield "title", title, (0, 0)
    yield from (("title name", name.title, (0, 0)) for name in find_names(title, 0, len(title)))


def _lead(scene: Scene, when: When) -> Iterator[Found]:
    """«❷ 결산·경영공시 반 : '24/3/5(화) …», «한라산 꿀 나눔장=애월읍 …»: what a line begins with."""
    line = scene.line_at(when.span[0])
    if line is None:
        return
    start = behind_mark(scene, line.start, when.span[0])
    lead = scene.text[start : when.span[0]]
    end = _LEAD_END.search(lead)
    if lead.strip() and end is not None and len(lead) <= LONGEST:
        yield "lead", lead[: end.start()], (start, start + end.start())
    colon = BEFORE_COLON.match(lead)
    if colon is not None:
        yield "before colon", colon[1], (start + colon.start(1), start + colon.end(1))


def _rest(scene: Scene, when: When) -> Iterator[Found]:
    """«11/06(목) 19:00 — 영화 ‘협동의 시간’ 같이 보기, 조례동 작은극장»: pieces of the line behind."""
    line = scene.line_at(when.span[0])
    pieces = _PIECE.finditer(scene.text, when.span[1], line.end) if line is not None else iter(())
    for number, piece in zip(range(PIECES), pieces, strict=False):
        yield f"piece{number}", piece[0], piece.span()


def _headings(scene: Scene, sentence: Sentence) -> Iterator[Found]:
    """Short lines above that are no sentences."""
    for distance, line in enumerate(reversed(scene.lines_above(sentence.line.start, LINES_ABOVE)), 1):
        words = scene.text[line.start : line.end]
        if len(words) <= LONGEST and not _TOLD.search(words) and not _RULED.match(words) and not labelled(words):
            start = behind_mark(scene, line.start, line.end)
            apart = "\n\n" in scene.text[line.end : sentence.line.start]
            yield f"heading{distance}{'' if apart else '!'}", scene.text[start : line.end], (start, line.end)


def _named(scene: Scene, sentence: Sentence, where: str) -> Iterator[Found]:
    """What stands in quotes, and what a known noun names."""
    for match in QUOTED.finditer(scene.text, sentence.start, sentence.end):
        group = match.lastindex or 1
        yield f"quoted{where}", match[group], match.span(group)
    for name in find_names(scene.text, sentence.start, sentence.end):
        yield f"{'weak' if name.weak else 'named'}{where}", name.title, name.span


def _phrases(scene: Scene, sentence: Sentence, where: str) -> Iterator[Found]:
    """Up to four words that end in a particle, cut where a clause ends."""
    words = list(_WORD.finditer(scene.text, sentence.start, sentence.end))
    for last, word in enumerate(words):
        particle = _PARTICLE.search(word[0])
        if particle is None or not particle[0] or particle.start() < SHORTEST:
            continue
        end = word.start() + particle.start()
        for first in range(last, max(-1, last - PHRASE_WORDS), -1):
            if first < last and (_STOPS.search(words[first][0]) or is_torn(scene.text, words[first].span())):
                break
            yield f"phrase{where}", scene.text[words[first].start() : end], (words[first].start(), end)


def _features(scene: Scene, sentence: Sentence, when: When, source: str, title: str, span: SpanPair) -> Features:
    words = of_words(title) + _of_source(source, title) + _of_document(scene, source, title)
    if not span[1]:
        return words
    return (
        words
        + _behind(scene.text, span[1])
        + _in_front(scene.text, span[0])
        + _of_line(scene, source, span)
        + _used(scene.text, span[1])
        + _apart(scene, when, source, span)
        + _other_days(scene, sentence, when, span)
    )


@lru_cache(maxsize=512)  # each day of a text asks about much the same words
def of_words(title: str) -> Features:
    """What it is made of: names of events end alike («…회», «…마당»), and begin with what they are of."""
    words = title.split()
    count, last = min(len(words), 5), words[-1]
    return (
        *[f"e{title[-n:]}" for n in (1, 2, 3, 4)],
        f"e{count}{title[-1]}",
        f"e{count}{title[-2:]}",
        f"w{last}",
        f"a{words[0][-2:]}",
        f"n{count}",
        f"c{min(len(title) // 4, 8)}",
        *[f"W{word}" for word in words],
        *[f"E{word[-2:]}" for word in words],
        *[f"B{pair}" for pair in pairs(title)],
        *_of_last_two(words[-2:]),
    )


def _of_last_two(words: list[str]) -> Features:
    """«주민 총회», «벼 베기»: the word in front of the last says what kind of one it is."""
    if len(words) < 2:
        return ()
    first, last = words
    return f"S{first[-2:]}", f"S{first[-1]}_{last[-2:]}", f"S{first}_{last}"


def _of_source(source: str, title: str) -> Features:
    """Where it stands, and what such places hold."""
    return _of_place(source, title[-1], head_of(title) is not None, min(title.count(" ") + 1, 5))


@lru_cache(maxsize=4096)
def _of_place(source: str, last: str, headed: bool, words: int) -> Features:
    return f"s{source}", f"e{last}{source}", f"h{headed}{source}", f"n{words}{source}"


def _of_document(scene: Scene, source: str, title: str) -> Features:
    """How much of it the post's title says, and how often the text."""
    words, whole = title.split(), scene.document.title
    return (
        f"t{words[-1] in whole}",
        f"T{sum([word in whole for word in words]) * 4 // len(words)}{source[:5]}",
        f"K{min(scene.text.count(title), 3)}{source[:5]}",
    )


def _of_line(scene: Scene, source: str, span: SpanPair) -> Features:
    """In what kind of line it stands: a sentence or not, its mark, how long it is."""
    line = scene.line_at(span[0])
    mark, kind = _kind_of_line(scene.text, line.start, line.end) if line is not None else ("", "")
    return f"l{mark}{source[:6]}", f"l{kind}{source[:6]}"


@lru_cache(maxsize=128)
def _kind_of_line(text: str, start: int, end: int) -> tuple[str, str]:
    """(«·», «▶», «0» for a figure, «A» for a letter, nothing for Hangul; the same with whether it is a sentence)."""
    words = text[start:end].strip()
    first = words[:1]
    mark = "" if _HANGUL.match(first) else "0" if first.isdigit() else "A" if first.isalpha() else first
    return mark, f"{_TOLD_OUT.search(words[-12:]) is not None}{mark}{min(3, len(words) // 30)}"


@lru_cache(maxsize=128)  # phrases that begin alike, or end alike, are asked about in a row
def _in_front(text: str, start: int) -> Features:
    before = text[max(0, start - 14) : start]
    word = before.split()[-1] if before.strip() and not before.endswith("\n") else ""
    label = _LABEL.search(before)
    named = () if label is None else (f"I{label[1][-3:]}", f"I{label[1][-2:]}{label[2].strip()}")
    return f"<{before[-2:]}", f"u{word[-2:]}", *named


@lru_cache(maxsize=128)
def _behind(text: str, end: int) -> Features:
    behind = text[end : end + 20]
    return f">{behind[:1]}", f">{behind[:2]}", *[f"v{word[:2]}" for word in behind.split()[1:3]]


@lru_cache(maxsize=128)
def _used(text: str, end: int) -> Features:
    """The particle and what is done with it: «…을 연다», «…에서 만난다»."""
    behind = text[end : end + 24]
    match = _TAIL.match(behind)
    particle, words = match[1] if match is not None else "", behind.split()
    return (
        f"p{particle}",
        f"p{particle}|{words[1][:2] if len(words) > 1 else ''}",
        f"p{particle}<{text[end - 1]}",
    )


def _other_days(scene: Scene, sentence: Sentence, when: When, span: SpanPair) -> Features:
    """Whether another day is nearer or in the same breath: «15일 … 출범식을 했다. 협의회는 7일 … 판매장을 차린다»."""
    far = _gap(when.span, span)
    around = scene.times_in(span[0] - far - _LONG_TIME, span[1] + far)
    nearer = any(_gap(t.span, span) < far and _tells(t, when) for t in around)
    own = next(iter(scene.sentences_in(span[0], span[1])), None)
    told = own is not None and any(_tells(t, when) for t in own.times)
    return f"N{nearer}", f"N{nearer}{told}{own is sentence}"


def _tells(other: When, when: When) -> bool:
    """Whether it is another time, and says when."""
    apart = other.span[1] <= when.span[0] or when.span[1] <= other.span[0]
    return apart and (other.start is not None or other.end is not None)


def _gap(one: SpanPair, other: SpanPair) -> int:
    return max(one[0] - other[1], other[0] - one[1])


def _apart(scene: Scene, when: When, source: str, span: SpanPair) -> Features:
    """How far from its day, on which side, and what stands between: other days, a word."""
    later = span[0] >= when.span[1]
    first, last = (when.span[1], span[0]) if later else (span[1], when.span[0])
    between = scene.text[first:last]
    return (
        f"b{later}{source[:6]}",
        f"G{min(len(between) // 10, 9)}{later}",
        f"L{chr(10) in between}{source[:5]}",
        f"O{min(3, len(scene.times_in(first, last)))}",
        *beside_day(between, later),
    )


def _with_its_kind(found: list[Candidate], best: Candidate) -> Candidate:
    """«낭독극 ‘이웃’을 올린다»: one word alone says little, the word in front of it says what it is."""
    two = (c for c in found if c.title.endswith(f" {best.title}") and len(c.title.split()) == 2)
    longer = (c for c in two if _NO_KIND.search(c.title.split()[0]) is None)
    return best if " " in best.title else next(longer, best)


@lru_cache(maxsize=1024)  # the names of a text's other events are asked of each
def bare(title: str) -> str:
    """Its letters and figures alone: «자활기업 ‘두빛’ 개소식» and «자활기업 두빛 개소식» are one name."""
    return _NO_LETTERS.sub("", title)


@dataclass(frozen=True, slots=True)
class Likeliest:
    """The best candidate: how sure it is beside the others (0 to 1), its name, what it is called in full."""

    sure: float
    name: Name
    full: Name


def likeliest(scene: Scene, sentence: Sentence, when: When) -> Likeliest | None:
    """What the weights would call the event of a day; None where there is no candidate."""
    found = candidates(scene, sentence, when)
    if not found:
        return None
    shares = weights("extract", "names").shares(c.features for c in found)
    sure, first = max((0.0 if found[number].never else share, -number) for number, share in enumerate(shares))
    best = found[-first]
    full = _with_its_kind(found, best)
    return None if names_body(full.title) else Likeliest(sure, as_name(best), as_name(full))


def within(span: SpanPair, when: When) -> bool:
    """«4월 27일» of «4월 27일에 시작해 5월 20일에 끝난다»: words that are the time itself."""
    return when.span[0] - 1 <= span[0] and span[1] <= when.span[1]


def as_name(candidate: Candidate) -> Name:
    return Name(candidate.title, candidate.span, head_of(candidate.title) or "", False, False)
