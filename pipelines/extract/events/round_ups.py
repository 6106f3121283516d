"""What a round-up of a paper tells beside our items: «[군정 단신]», «이번 주 …» list drills, audits and races, too.

One item of ours makes the whole text relevant (guideline §1, R1); the rest of the county's week is no digest of ours. A
post on a board of ours, and a story whose title or lead speaks of us, is about us in all its items.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipelines.extract.events.bodies.named import OURS
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.scene import Scene
from pipelines.extract.events.words.headlines import without_tags
from pipelines.extract.relevance import screen
from store.records import SpanPair

_ROUND_UP = re.compile(r"단신|브리핑|간추린|(?:이번|지난|다음|한)\s?주(?![가-힣])|(?:[군시구도]정|동네|읍면)\s?소식")
_MARK = re.compile(r"\s{0,2}(?:\[[^\]\n]{1,10}\]\s?)?[■◆◇▶▷●○◎□▲△★☆▣◈▪]")
"""What begins an item; the first of them may have the place of the paper's page in front: «[거창] ◆사과꽃 …»."""
_WORD = re.compile(r"[가-힣]{3,}")
_NEAR = re.compile(r"조합|기업|마을|주민|공동체|지역화폐|상품권|로컬푸드|먹거리|나눔|돌봄|품앗이|청년")
"""Words by which an item may be ours though it names none of us: such an item stays."""
LEAST = 3
"""Items of a round-up."""


def without_others(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The events of a text, without those of items in which nothing is ours."""
    if scene.document.channel != "news" or _ROUND_UP.search(scene.document.title) is None:
        return drafts
    blocks = _blocks(scene)
    if len(blocks) < LEAST or _is_ours(scene, scene.document.title, (0, blocks[0][0])):
        return drafts
    theme = _WORD.findall(without_tags(scene.document.title))  # «[사진으로 보는 한 주] 흰여울 골목에 깔린 돗자리»
    blocks = [b for b in blocks if not _is_ours(scene, "", b) and not any(w in scene.text[slice(*b)] for w in theme)]
    return [d for d in drafts if not any(a <= d.at < b for a, b in blocks)]


def _blocks(scene: Scene) -> list[SpanPair]:
    starts = [line.start for line in scene.lines if _MARK.match(scene.text, line.start, line.end)]
    return list(pairwise([*starts, len(scene.text)]))


def _is_ours(scene: Scene, title: str, block: SpanPair) -> bool:
    words = scene.text[slice(*block)]
    if screen(title, words) or _NEAR.search(words) is not None:
        return True
    ours = (o for o in scene.organisations if o.type in OURS or o.type == "support_centre")
    return any(block[0] <= m[0] < block[1] for o in ours for m in o.mentions)
