"""What stands in front of a name that says little in a list: «설명회» of what, «2기» of which course, «총회» of whom.

::

    bodies · events and calls told beside · names, quotes and headings in front · title of the post · month · nothing
        └─► options ─► features ─► weights (`data/owners.tsv`) ─► the likeliest

A wrong owner is worse than none: «nothing» competes with all others, and has it where none of them is sure enough.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipelines.extract.events.bodies import roles
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.nonames import behind_mark
from pipelines.extract.events.names.torn import CALLS, without_call, without_clause, without_sought
from pipelines.extract.events.scene import Scene, Sentence, touches
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import FOUNDING, GENERIC
from pipelines.extract.events.words.namewords import is_left
from pipelines.extract.events.words.said import is_said
from pipelines.extract.events.words.titles import QUOTED, find_names, head_of
from pipelines.extract.events.words.traits import Features
from pipelines.korean.loglinear import Weights, softmax, weights
from store.records import SpanPair

SURE, SURE_OF_A_NAME = 0.3, 0.5
"""How likely an owner has to be: of a noun that many events share, of any other name. On sets new to the weights, the
titles were then most like those a person gave."""
MOST_BODIES, MOST_BESIDE, SENTENCES_BEFORE, LINES_ABOVE = 8, 8, 3, 3
SHORTEST, LONGEST = 2, 40
COMPOUND_WITHIN = 160
_LONG_TIME = 8
"""An hour, as it may stand before a name: «오후 2시»."""

_ORDINAL = re.compile(r"\s?(?:제\s?)?\d{1,3}\s?(?:강|회차|차시|회|차|기|탄|주차)(?=\s|$)")
_SITTING = re.compile(r"\s\d{1,2}\s?(?:강|회차|회|차시|주차|차)$")
_MONTH = re.compile(r"(?<!\d)\d{1,2}월(?=\s|$)")
_NEXT = re.compile(r"(?:다음|담|차기)\s?(?:번|달|주)?\s?")
_WORD = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"(?<![가-힣])(?:(?P<before>[가-힣]{2,6})\s)?(?P<word>[가-힣A-Za-z0-9]{1,8})$")
_NOUN_BEFORE, _BRANCH = re.compile(r"([가-힣0-9]{2,12})\s?$"), re.compile(r"\s?(\d{1,2}호점)")
_EDGES = "‘’“”'\"<>「」『』《》()[]·,:"
_IN_CLAUSE = re.compile(r"[은는이가을를에의던한된할될지](?=\s|$)|[.!?](?:\s|$)")
_TOLD = re.compile(r"[다요까죠][.!?]?$")
_PARTICLES = re.compile(r"(?<=[가-힣])(?:는|를|에서|으로|하고|(?<!마)을|(?<=인))\s|[,…]")
"""«주민이 주인인 병원, 청주서 창립총회»: what a headline tells, no name."""


Mark = tuple[str, str, str, str]
"""Kind of an owner, need and noun of the name, what is seen of the owner."""


class Option(NamedTuple):
    """A title that an event may have, and what speaks for it.

    `kind` is what sort of owner it names, `span` where the text does; `own` are features of the name alone, which
    options of a kind share. `marks` are those of its owners, each with the owner's kind and what the name needs.
    """

    title: str
    kind: str
    span: SpanPair | None
    own: Features
    marks: tuple[Mark, ...] = ()

    @property
    def features(self) -> Features:
        return self.own + tuple(feature for mark in self.marks for feature in _spelled(mark))


class _Owner(NamedTuple):
    """Words that may stand in front of a name, or `whole`, in its place; where they stand, and marks of theirs."""

    kind: str
    words: str
    span: SpanPair | None
    marks: Features = ()
    whole: bool = False


def complete(scene: Scene, drafts: list[Draft]) -> None:
    """Names the events of a text in full. Their hosts must be known."""
    for draft in drafts:
        draft.title = without_clause(draft.title)
    wanting = [draft for draft in drafts if not _stands_alone(draft)]
    chosen = [likeliest(options(scene, draft, drafts)) for draft in wanting]
    for draft, option in zip(wanting, chosen, strict=True):
        if option.kind and not is_said(option.title.removesuffix(f" {draft.title}")):  # «… 챙기세요 | 야유회»
            draft.title = option.title
            draft.note("owner", None, option.kind)
            draft.note("title", option.span, option.kind)


def _stands_alone(draft: Draft) -> bool:
    """A name of several words in quotes: hardly one in fifty is given an owner, and weighing is dear."""
    return (
        draft.name is not None and draft.name.quoted and len(draft.title.split()) > 2 and not _is_general(draft.title)
    )


def options(scene: Scene, draft: Draft, drafts: list[Draft]) -> list[Option]:
    """Each title once, the name alone first."""
    own = _of_name(scene, draft, drafts)
    found, marks = {draft.title: Option(draft.title, "", None, own)}, {draft.title: list[Mark]()}
    of_kind: dict[str, Features] = {}
    for owner in _owners(scene, draft, drafts):
        words = owner.words.strip() if owner.whole else without_sought(owner.words.strip())
        if not SHORTEST <= len(words) <= LONGEST or (not owner.whole and _says_again(words, draft.title)):
            continue
        title = words if owner.whole else f"{words} {draft.title}"
        if owner.kind not in of_kind:
            of_kind[owner.kind] = tuple(f"{owner.kind} {feature}" for feature in own)
        found.setdefault(title, Option(title, owner.kind, owner.span, of_kind[owner.kind]))
        marks.setdefault(title, []).extend(_of_owner(scene, draft, owner, own))
    return [option._replace(marks=tuple(marks[title])) for title, option in found.items()]


def _says_more(longer: str, title: str) -> bool:
    """Whether a longer title may stand for a name: it ends like it, or the name is any event's."""
    return len(longer) > len(title) and (longer.endswith(title) or _is_general(title))


def _says_again(words: str, title: str) -> bool:
    """Whether one of the two says the other already, or a word of it: «치악 장터 설악 장터»."""
    one, other = words.replace(" ", ""), title.replace(" ", "")
    return one in other or other in one or not set(words.split()).isdisjoint(title.split())


def _of_owner(scene: Scene, draft: Draft, owner: _Owner, own: Features) -> list[Mark]:
    """The marks of an owner, alone and with what the name needs: its kind and its noun."""
    again = f"again{draft.title[:2] in owner.words}{draft.title[-2:] in owner.words}"  # «한들협동조합 한들 설명회»
    told = f"told{min(2, len(_PARTICLES.findall(owner.words)))}{_TOLD.search(owner.words) is not None}"
    marks = (*owner.marks, *_where(scene, draft, owner.span), f"l{min(len(owner.words) // 5, 5)}", again, told)
    kind, (need, noun) = owner.kind, own[:2]
    return [(kind, need, noun, mark) for mark in marks]


def _spelled(mark: Mark) -> Features:
    """A mark alone, with the name's need, with its noun."""
    kind, need, noun, seen = mark
    return f"{kind} {seen}", f"{kind} {need} {seen}", f"{kind} {noun} {seen}"


@lru_cache(maxsize=16384)  # owners of a kind, and names of a sort, are much alike
def _weight(table: Weights, mark: Mark) -> float:
    return table.sum(_spelled(mark))


def _of_name(scene: Scene, draft: Draft, drafts: list[Draft]) -> Features:
    """What the name itself says of its want of an owner; its need and its noun first."""
    name, bare, words = draft.name, draft.title.replace(" ", ""), draft.title.split()
    general = "sitting" if _ORDINAL.fullmatch(draft.title) else _is_general(draft.title)
    head = name.head if name is not None else ""
    return (
        f"g{general}{min(len(words), 3)}{draft.call}",
        f"h{head[-2:]}",
        "",
        f"w{min(len(words), 4)}",
        f"c{min(len(bare) // 2, 6)}",
        f"h{words[-1][-2:] if words else ''}",
        f"t{bare}",
        f"q{name is not None and name.quoted}{name is not None and name.weak}{bool(head)}",
        f"r{draft.rules.get('title')}",
        f"o{_ORDINAL.search(draft.title) is not None}{_ORDINAL.fullmatch(draft.title) is not None}",
        f"p{draft.parent is not None}{general}",
        f"n{min(sum(d.role == 'main' for d in drafts), 4)}{general}",
        f"s{sum(d.title == draft.title for d in drafts) > 1}",
        f"b{any(o.name in draft.title for o in scene.organisations)}",
        f"{scene.document.channel}{general}",
        f"m{_MONTH.search(draft.title) is not None}{_NEXT.match(draft.title) is not None}",
    )


def _is_general(title: str) -> bool:
    """«설명회», «2차 설명회», «개업», «1기»: nouns that many events share, and a number alone."""
    bare, without_round = title.replace(" ", ""), _ORDINAL.sub(" ", title).strip().replace(" ", "")
    if not without_round or bare in GENERIC or without_round in GENERIC or bare in FOUNDING:
        return True
    return head_of(without_round) == without_round


def _span(draft: Draft) -> SpanPair:
    """Where the name stands, or, with nothing between, what is told of the event."""
    name, at = draft.name, max(draft.at, 0)
    return name.span if name is not None and name.span[1] else (at, at)


def _at(draft: Draft) -> int:
    return _span(draft)[0]


def _where(scene: Scene, draft: Draft, span: SpanPair | None) -> Features:
    """Where the owner stands, seen from the name."""
    if span is None:
        return ("@",)
    at = _at(draft)
    first, last = sorted((span[0], at))
    between, side = scene.text[first:last], "<" if span[0] < at else ">"
    return (
        f"@{side}{min(len(scene.sentences_in(first, last)), 4)}",
        f"@{side}{min(between.count(chr(10)), 2)}{chr(10) * 2 in between}",
        f"@{side}{min((last - first) // 40, 6)}",
    )


def _owners(scene: Scene, draft: Draft, drafts: list[Draft]) -> Iterator[_Owner]:
    yield from _bodies(scene, draft)
    yield from _beside(draft, drafts)
    at = _at(draft)
    until = bisect_left(scene.sentences, (at,))
    for sentence in scene.sentences[max(0, until - SENTENCES_BEFORE) : until]:
        yield from _named(scene, draft, sentence, at)
        yield from _quoted(scene, sentence, at)
    yield from _in_front(scene, draft, at)
    yield from _headings(scene, at)
    yield from _of_post(scene, draft)
    yield from _of_month(scene, draft)


def _bodies(scene: Scene, draft: Draft) -> Iterator[_Owner]:
    """The bodies named in a text, the event's own hosts before all, then those named most often."""
    at, hosts = _at(draft), dict.fromkeys(draft.hosts)
    nearest: dict[str, SpanPair] = {}
    for where, name in scene.bodies:
        if name not in nearest or (where[0] < at and abs(where[0] - at) < abs(nearest[name][0] - at)):
            nearest[name] = where
    counts = Counter(name for _, name in scene.bodies)
    most = max(counts.values(), default=0)
    for number, name in enumerate([*hosts, *(n for n, _ in counts.most_common() if n not in hosts)][:MOST_BODIES]):
        holds, span = name in hosts, nearest.get(name)
        marks = (
            f"host{holds}{len(hosts) > 1}{draft.rules.get('host')}",
            f"host{holds}{roles.is_public(name)}",
            f"public{roles.is_public(name)}",
            f"count{min(counts[name], 4)}{counts[name] == most}",
            f"rank{min(number, 3)}{min(len(counts), 4)}",
            f"post{name in scene.document.title}",
            f"behind{_behind(scene, span)}",
        )
        yield _Owner("body", name, span, marks)


def _behind(scene: Scene, span: SpanPair | None) -> str:
    """The letter behind the words: «조합의», «조합은», «조합이»."""
    return scene.text[span[1] : span[1] + 1] if span is not None else ""


def _beside(draft: Draft, drafts: list[Draft]) -> Iterator[_Owner]:
    """Other events and calls: a part is told with its whole, an interview with its call, the next with the series."""
    head = head_of(draft.title)
    others = [d for d in drafts if d is not draft and d.role == "main"]
    others.sort(key=lambda d: (d is not draft.parent, abs(d.at - draft.at)))
    for other in others[:MOST_BESIDE]:
        words = _SITTING.sub("", without_call(other.title) if other.call else other.title)
        marks = _of_other(draft, other, first=other is others[0])
        yield _Owner("beside", words, _span(other), marks)
        longer = head is not None and head_of(other.title) == head and _says_more(words, draft.title)
        if longer or _NEXT.match(draft.title):
            yield _Owner("series", _ORDINAL.sub("", _MONTH.sub("", words)).strip(), _span(other), marks, whole=True)


def _of_other(draft: Draft, other: Draft, *, first: bool) -> Features:
    same = other.day == draft.day
    return (
        f"parent{other is draft.parent}",
        f"call{other.call}{draft.call}",
        f"day{same}{other.day is not None and draft.day is not None and other.day < draft.day}",
        f"covers{other.covers(draft.day)}{same}",
        f"rule{other.rules.get('title')}{draft.rules.get('title')}",
        f"rule{other.rules.get('title')}",
        f"quoted{other.name is not None and other.name.quoted}",
        f"first{first}",
    )


def _named(scene: Scene, draft: Draft, sentence: Sentence, at: int) -> Iterator[_Owner]:
    """What a noun of events names in front."""
    head = head_of(draft.title)
    for name in find_names(scene.text, sentence.start, min(sentence.end, at)):
        marks = (f"quoted{name.quoted}{bool(name.head)}", f"weak{name.weak}", f"behind{_behind(scene, name.span)}")
        yield _Owner("named", name.title, name.span, marks)
        if head is not None and name.head == head and _says_more(name.title, draft.title):
            yield _Owner("namesake", name.title, name.span, marks, whole=True)


def _quoted(scene: Scene, sentence: Sentence, at: int) -> Iterator[_Owner]:
    """What stands in quotes in front, whatever it is; «세탁사업단 ‘뽀송’ 2호점»: also with the words beside it."""
    for match in QUOTED.finditer(scene.text, sentence.start, min(sentence.end, at)):
        name, span = match[match.lastindex or 1], match.span(match.lastindex or 1)
        noun = _NOUN_BEFORE.search(scene.text, max(sentence.start, match.start() - 14), match.start())
        branch = _BRANCH.match(scene.text, match.end(), sentence.end)
        body = any(a <= span[0] < b for (a, b), _ in scene.bodies)
        marks = (
            f"noun{noun[1][-2:] if noun is not None else ''}",
            f"behind{_behind(scene, branch.span() if branch is not None else match.span())}",
            f"body{body}",
        )
        yield _Owner("quote", name, span, marks)
        if noun is not None or branch is not None:
            parts = (noun[1] if noun is not None else "", name, branch[1] if branch is not None else "")
            yield _Owner("quote in full", " ".join(filter(None, parts)), span, marks)


def _in_front(scene: Scene, draft: Draft, at: int) -> Iterator[_Owner]:
    """The words right before the name («원주 견학»); a longer word with its noun, told before («책캠프 … 캠프는»)."""
    line = scene.line_at(at)
    words = list(_WORD.finditer(scene.text, max(line.start, at - LONGEST), at))[-2:] if line is not None else []
    for word in words:
        span = (word.start(), words[-1].end())
        said = scene.text[span[0] : span[1]].strip(_EDGES)
        timed = any(touches(t.span, *span) for t in scene.times_in(span[0] - _LONG_TIME, span[1]))
        if timed or _IN_CLAUSE.search(said) is not None or is_left(said.partition(" ")[0]):
            continue  # «새길군이 여는», «오후 2시»
        marks = (
            f"ends{said[-1:]}",
            f"ends{said[-2:]}",
            f"begins{said[:1].isdigit()}",
            f"in{scene.text[span[0] - 1 : span[0]]}",
        )
        yield _Owner(f"front{len(words) - words.index(word)}", said, span, marks)
    head = draft.name.head if draft.name is not None else ""
    if head and draft.title == head:
        since = max(scene.paragraph(at)[0], at - COMPOUND_WITHIN)
        yield from _longer(scene, head, since, at)


def _longer(scene: Scene, head: str, since: int, at: int) -> Iterator[_Owner]:
    """«여름 책캠프에 함께할 가족 … 캠프는 25일부터»: the longer word told before, and the word in front of it."""
    found = scene.text.find(head, since, at)
    while found >= 0:
        end = found + len(head)
        word = _WORD_BEFORE.search(scene.text, since, found)
        if word is not None and not scene.text[end : end + 3].isalpha():
            span = (word.start("word"), end)
            marks = (f"behind{_behind(scene, span)}",)
            yield _Owner("compound", scene.text[slice(*span)], span, marks, whole=True)
            if word["before"]:
                ends = f"ends{word['before'][-1]}"
                yield _Owner("compound in full", scene.text[word.start() : end], span, (*marks, ends), whole=True)
        found = scene.text.find(head, end, at)


def _headings(scene: Scene, at: int) -> Iterator[_Owner]:
    """Short lines above that are no sentences; of «5. 필수교육 : 입문과정 이수» what stands before the colon."""
    line = scene.line_at(at)
    for number, above in enumerate(reversed(scene.lines_above(line.start, LINES_ABOVE) if line is not None else ())):
        start = behind_mark(scene, above.start, above.end)
        words, colon, _ = scene.text[start : above.end].partition(":")
        if len(words) <= LONGEST and not _TOLD.search(words):
            marks = (
                f"line{number}",
                f"mark{start > above.start}",
                f"colon{bool(colon)}",
                f"time{bool(scene.times_in(above.start, above.end))}",
            )
            yield _Owner("heading", without_call(clean_title(words)), (above.start, above.end), marks)


def _of_post(scene: Scene, draft: Draft) -> Iterator[_Owner]:
    """The title of the post, and the events it names."""
    title, head = clean_title(scene.document.title), head_of(draft.title)
    tells = "event" if head_of(title) else "call" if CALLS.search(title) else ""
    yield _Owner("post", _SITTING.sub("", without_call(title)), None, (tells,))
    for name in find_names(title, 0, len(title)):
        whole = f"whole{name.title == title}"
        yield _Owner("post name", name.title, None, (f"quoted{name.quoted}", whole))
        if head is not None and name.head == head and _says_more(name.title, draft.title):
            yield _Owner("post namesake", name.title, None, (whole,), whole=True)


def _of_month(scene: Scene, draft: Draft) -> Iterator[_Owner]:
    """«다음 이사회는 10월 11일» → 10월 이사회: an instalment is told from the one before by its month."""
    if draft.day is None or _MONTH.search(draft.title) is not None:
        return
    month = f"{draft.day.month}월"
    yield _Owner(
        "month", month, None, (f"now{scene.published is not None and draft.day.month == scene.published.month}",)
    )
    if _NEXT.match(draft.title) is not None:
        yield _Owner("next", f"{month} {_NEXT.sub('', draft.title, count=1)}", None, (), whole=True)


def likeliest(found: list[Option]) -> Option:
    """The title that the weights would give; the name alone where none is sure enough."""
    table = weights("extract", "owners")
    own = {kind: table.sum(features) for kind, features in {option.kind: option.own for option in found}.items()}
    marked = [sum([_weight(table, mark) for mark in dict.fromkeys(option.marks)]) for option in found]
    shares = softmax([own[option.kind] + weight for option, weight in zip(found, marked, strict=True)])
    sure, first = max((share, -number) for number, share in enumerate(shares))
    return found[-first] if sure >= (SURE if _is_general(found[0].title) else SURE_OF_A_NAME) else found[0]
