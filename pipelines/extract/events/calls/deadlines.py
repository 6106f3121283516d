"""What the last day of an application is for, by the words around it: an event told beside it, a call, or neither.

::

    «… 자원활동가도 22일까지 받는다»          own    a call of its own, whatever event was told before
    «… 참가 신청은 22일까지»                 join   for coming to an event of the text
    «못 오시면 22일까지 위임장을 …»           none   nothing that a reader may join or apply for

The rules of `calls` and `joining` know many words and miss many: on thirteen sets that they had not seen, two of three
last days were given to the right kind. The weights (`data/deadlines.tsv`) overrule them where they are surer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extract.events.calls.joining import named_in_clause, nearest
from pipelines.extract.events.days.likely import standing
from pipelines.extract.events.days.uses import Use
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene, Sentence, day_of
from pipelines.korean.loglinear import weights
from store.records import When

CLASSES = ("own", "join", "none")
WEIGHED = ("window", "deadline", "open", "limit")
"""The uses of times (`uses`) that are weighed."""
OWN, NONE = 0.5, 0.5
"""How sure the weights must be to overrule the rules."""
LIMIT = 0.55
"""How sure, where the rules see no application: «20일까지 꼭 알려 주세요», «전시는 20일까지»."""
BESIDE = 60
WORDS_BEFORE, WORDS_BEHIND, WORDS_ALL, WORDS_EARLIER = 5, 6, 24, 12

_EDGES = ".,!?()‘’“”'\"「」『』"
_COUNTED = re.compile(
    r"(?P<who>[가-힣]{1,5})\s?(?:\d{1,3}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무)\s?(?:여\s?)?(?P<unit>명|곳|팀|분|사람|개사|가구)"
)
_SEEKS = re.compile(r"모집|공모|채용|구[합하해한인]|뽑|찾[습는아]|모[십시셔]|구함")
_STEPS = ((-1, "over"), (0, "same"), (3, "days"), (14, "weeks"), (45, "soon"))


@dataclass(frozen=True, slots=True)
class Fate:
    """How likely a last day is of a call of its own, of an event told beside it, of neither; 1 in sum."""

    own: float
    join: float
    none: float

    @property
    def is_own(self) -> bool:
        """Whether it is sure enough a call of its own."""
        return self.own >= OWN

    def is_neither(self, use: str, *, asked: bool) -> bool:
        """Whether to leave the day alone. `use`: as in `uses`; what asks in so many words is never left."""
        if use == "limit":
            return max(self.own, self.join) < LIMIT
        return not asked and self.none >= NONE


def fate(scene: Scene, use: Use, drafts: list[Draft]) -> Fate:
    """What the weights say of a time among the events told so far."""
    return Fate(*weights("extract", "deadlines").probabilities(features(scene, use, drafts)))


def features(scene: Scene, use: Use, drafts: list[Draft]) -> list[str]:
    """What the weights know a last day by."""
    return [
        *_itself(scene, use),
        *_beside(scene, use.sentence, use.when),
        *_sought(scene, use.sentence),
        *_among(scene, use, drafts),
        *(f"~{feature}" for feature in standing(scene, use.sentence, use.when)),
    ]


def _itself(scene: Scene, use: Use) -> Iterator[str]:
    when, last = use.when, day_of(use.when.end or use.when.start)
    yield ""
    yield f"u{use.use}"
    yield f"g{when.granularity}"
    yield f"k{when.kind}"
    yield f"c{scene.document.channel}"
    yield f"p{when.span[0] * 5 // max(1, len(scene.text))}"
    yield f"o{last is not None and scene.published is not None and last < scene.published}"


def _beside(scene: Scene, sentence: Sentence, when: When) -> Iterator[str]:
    """Words on either side, and how the sentence ends."""
    text = scene.text
    before = text[max(sentence.start, when.span[0] - BESIDE) : when.span[0]]
    behind = text[when.span[1] : min(sentence.end, when.span[1] + BESIDE)]
    for word in before.split()[-WORDS_BEFORE:]:
        yield from (f"L{word}", f"L{word[:2]}", f"L*{word[-2:]}")
    for word in behind.split()[:WORDS_BEHIND]:
        yield from (f"R{word[:2]}", f"R*{word[-2:]}")
    yield f"<{before[-2:]}"
    yield f">{behind[:2]}"
    yield f"E{text[max(sentence.start, sentence.end - 5) : sentence.end].strip()[-3:]}"


def _sought(scene: Scene, sentence: Sentence) -> Iterator[str]:
    """Whom or what the sentence and the one before it speak of: «… 함께 일할 청년 4명을 찾는다. 원서는 …»."""
    whole = scene.text[sentence.start : sentence.end]
    earlier = _earlier(scene, sentence)
    for word in whole.split()[:WORDS_ALL]:
        bare = word.strip(_EDGES)
        yield from (f"S{bare[:2]}", f"S*{bare[-2:]}", f"S*{bare[-3:]}")
    for word in earlier.split()[-WORDS_EARLIER:]:
        bare = word.strip(_EDGES)
        yield from (f"P{bare[:2]}", f"P*{bare[-2:]}", f"P*{bare[-3:]}")
    counted = _COUNTED.search(f"{earlier[-80:]} {whole}")
    yield f"w{counted is not None}"
    if counted is not None:
        yield from (f"w{counted['who'][-1:]}", f"w{counted['who'][-2:]}", f"w{counted['unit']}")
    yield f"t{_SEEKS.search(scene.document.title) is not None}"
    yield from (f"T*{word[-2:]}" for word in scene.document.title.split())


def _earlier(scene: Scene, sentence: Sentence) -> str:
    """The sentence before, in the same paragraph."""
    at = scene.number_of(sentence)
    before = scene.sentences[at - 1] if at else None
    if before is None or before.start < scene.paragraph(sentence.start)[0]:
        return ""
    return scene.text[before.start : before.end]


def _among(scene: Scene, use: Use, drafts: list[Draft]) -> Iterator[str]:
    """Which events the text tells, and how the one that the rules would join stands to the day."""
    main = [d for d in drafts if d.role == "main" and not d.call]
    at, closes = use.when.span[0], use.when.end or use.when.start
    yield f"n{min(4, len(main))}"
    yield f"l{any(d.at > at for d in main)}"
    yield f"m{named_in_clause(scene, use, drafts) is not None}"
    near = nearest(drafts, at, closes, scene)
    yield f"j{near is not None}"
    if near is not None:
        yield from _of_nearest(scene, use, near)


def _of_nearest(scene: Scene, use: Use, near: Draft) -> Iterator[str]:
    told = [scene.number_of(s) for s in scene.sentences_in(near.at, max(near.until, near.at + 1))]
    head, sentence = near.title.split()[-1:], use.sentence
    clause = scene.text[sentence.start : sentence.end]
    yield f"d{max(-3, min(6, scene.number_of(sentence) - max(told, default=0)))}"
    yield f"q{scene.paragraph(sentence.start) == scene.paragraph(max(0, near.at))}"
    yield f"h{bool(head) and len(head[0]) > 1 and head[0] in clause}"
    yield from (f"h{word[-2:]}" for word in head)
    yield f"a{near.application_deadline is not None}"
    yield f"r{near.rules.get('title')}"
    last, day = day_of(use.when.end or use.when.start), near.day
    if last is not None and day is not None:
        yield f"D{next((name for most, name in _STEPS if (day - last).days <= most), 'later')}"
    yield f"H{day is not None and scene.published is not None and day < scene.published}"
