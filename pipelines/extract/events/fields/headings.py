"""What stands above the fields of a notice and names its event: a heading, a numbered section, a line of its own."""

from __future__ import annotations

import re

from pipelines.extract.events.fields.labels import Label
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.heads import GENERIC
from pipelines.extract.events.words.titles import find_names, head_of
from pipelines.korean.marks import NUMBERED
from store.records import SpanPair

SENTENCE = re.compile(r"[다요죠까]\s?[.!?~^ㅎㅋ]*$|습니다|니다\.")
HEADING_LINES = 7
NAME_LONGEST = 60


ENUMERATED = re.compile(
    rf"^(?:(?:하나|둘|셋|넷|다섯|첫째|둘째|셋째|넷째)\s?[.,:)|]|[*•◦⊙]|[{NUMBERED}]|\d{{1,2}}[.)]|[가나다라마바사아]\.|[□■○●◎◆◇▣▷▶△▲◈❍♣★☆▶◈✔]|[<\[【〈『「‘])\s?"
)


# «제철 강좌 <매실 담그기>»: this bracket closes what it opened
BRACKETED = re.compile(r"(?:<[^<>]+>|\[[^\[\]]+\]|【[^】]+】|〈[^〉]+〉|『[^』]+』|「[^」]+」|‘[^’]+’)$")


def line_above(scene: Scene, anchor: Label) -> tuple[str, SpanPair] | None:
    """Where a notice tells several events, each has its name on the line above its «일시»."""
    for line in scene.lines_above(anchor.at, 1):
        words = scene.text[line.start : line.end]
        bare = ENUMERATED.sub("", words).strip(" :")
        bare = bare if BRACKETED.search(bare) else bare.strip(" >]】〉』」’:")
        if ":" in bare or "：" in bare or SENTENCE.search(bare) or not 2 <= len(bare) <= NAME_LONGEST:
            return None
        if ENUMERATED.match(words) or head_of(bare):
            at = scene.text.index(bare, line.start)
            return clean_title(bare) or bare, (at, at + len(bare))
    return None


SECTION = re.compile(r"\s?\d{1,2}[.)]\s?(?P<what>[^\n:：]{3,30}?)\s?$")
BELOW_SECTION = re.compile(r"\s?(?:[가나다라마바사아]\.|[-·○ㅇ▪•]|\d\)|\([0-9가나다]\))")


def section_above(scene: Scene, anchor: Label) -> tuple[str, SpanPair] | None:
    """«3. 필수교육(입문과정)» above «가. 일시 : …» in a call: the numbered heading names the event of its fields."""
    line = scene.line_at(anchor.at)
    above = next(iter(scene.lines_above(anchor.at, 1)), None)
    if line is None or above is None or BELOW_SECTION.match(scene.text, line.start) is None:
        return None
    heading = SECTION.fullmatch(scene.text, above.start, above.end)
    name = re.sub(r"\([^()]*\)$", "", heading["what"]).strip() if heading is not None else ""
    if heading is None or head_of(name) is None or name.replace(" ", "") in GENERIC:
        return None
    return clean_title(heading["what"]), heading.span("what")


def heading_above(scene: Scene, before: int) -> tuple[str, SpanPair] | None:
    """A short line above the fields that names an event, no sentence."""
    above = scene.lines_above(before, HEADING_LINES)
    for line in reversed(above):
        words = scene.text[line.start : line.end].strip("*=-─━■□◆◇●○▲△▶▷ <>【】[]「」『』《》‘’“”\"'")
        if len(words) > NAME_LONGEST or SENTENCE.search(words) or len(words) < 4 or re.search(r"[:>|]", words):
            continue
        cleaned = clean_title(words)
        if head_of(cleaned) is not None:
            at = scene.text.index(words, line.start)
            return cleaned, (at, at + len(words))
    for line in reversed(above):
        names = [n for n in find_names(scene.text, line.start, line.end) if n.quoted and not n.weak]
        if names:
            return names[-1].title, names[-1].span
    return None
