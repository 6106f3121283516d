"""Names that tell nothing by themselves, taken on the word of what stands beside them.

«마을기업 ‘보리와 밀’», «자활기업 카페 더-쉼에서»: a status noun, with or without quotes. «주최 : 가 · 나»: a label.
«둔산민들레 개원식»: a founding. A word made only of everyday nouns («마을기업 설명회») is never a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import bare, is_modifier, is_plain, splits, telling, words
from pipelines.korean.legal_forms import is_generic
from pipelines.korean.names import is_region, is_region_stem

STATUS = {
    "예비 사회적기업": "preliminary_social_enterprise",
    "예비사회적기업": "preliminary_social_enterprise",
    "사회적기업": "social_enterprise",
    "사회적 기업": "social_enterprise",
    "예비마을기업": "village_enterprise",
    "마을기업": "village_enterprise",
    "마을 기업": "village_enterprise",
    "자활기업": "self_sufficiency",
    "소셜벤처": "social_venture",
    "사회적협동조합": "social_cooperative",
    "협동조합": "cooperative",
    "소셜 벤처": "social_venture",
}
_STATUS = "|".join(sorted(STATUS, key=len, reverse=True))
_QUOTED = re.compile(rf"({_STATUS})(?:인|으로)?[ ]?[‘'“\"「『<《]([^’'”\"」』>》\n]{{2,30}})[’'”\"」』>》]")
_QUOTED_AFTER = re.compile(
    rf"[‘'“\"「『<《]([^’'”\"」』>》\n]{{2,30}})[’'”\"」』>》](?:[은는이가]?[ ]?|[ ]?\([^)\n]{{1,30}}\)[은는이가]?[ ]?)({_STATUS})(?:으로|이다|이며|인)"
)
_BARE = re.compile(rf"(?<![가-힣])({_STATUS})[ ](?=[가-힣A-Za-z])")
_ENUMERATED = re.compile(r"^[0-9A-Za-z①-⑮]{1,3}[.)]?\s")
_NAME_PARTICLES = frozenset(
    ["에서", "이", "가", "은", "는", "와", "과", "의", "을", "를", "이다", "입니다", "도", "에", "랑", "이랑"]
)
_NOT_AFTER = re.compile(r"^[ ]?(?:지원|육성|설명|교육|제품|생산품|인증|지정|심사|협의|대표|관계자|종사자)")
_FOUNDED = re.compile(r"(?<![가-힣])([가-힣A-Za-z]{3,12})[ ](?:개원식|개소식|창립총회|출범식|개업식|창립식)")
_LABEL = re.compile(
    r"(?:주\s{0,4}최|주\s{0,4}관|후\s{0,4}원|협\s{0,4}력|협\s{0,4}찬)(?:\s?[/·,]\s?(?:주\s?최|주\s?관|후\s?원|협력))?\s{0,4}[:：]\s?([^\n]{2,200})"
)
_SPLIT = re.compile(r"[^,·ㆍ/、]+")
_INNER_LABEL = re.compile(r"(?:주\s{0,4}최|주\s{0,4}관|후\s{0,4}원|협\s{0,4}력|문\s{0,4}의)\s{0,4}[:：]")


def find_cued(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line that only their neighbours give away."""
    for m in _QUOTED.finditer(text, start, end):
        if not (is_plain(m[2]) or is_generic(m[2]) or len(m[2].split()) > 4):
            yield Mention(m.start(2), m.end(2), m[2], STATUS[m[1]], "status:quoted", weight=6)
    for m in _QUOTED_AFTER.finditer(text, start, end):
        if not (is_plain(m[1]) or len(m[1].split()) > 3):
            yield Mention(m.start(1), m.end(1), m[1], STATUS[m[2]], "quoted:status", weight=4)
    for m in _BARE.finditer(text, start, end):
        if m[1] not in ("협동조합", "사회적협동조합"):
            yield from _bare_name(text, m.end(), end, STATUS[m[1]])
    for m in _FOUNDED.finditer(text, start, end):
        name = m[1]
        if not (
            is_plain(name)
            or is_generic(name)
            or is_modifier(name)
            or is_region(name)
            or is_region_stem(name)
            or telling(name)
        ):
            yield Mention(m.start(1), m.end(1), name, None, "founded", weight=3)
    for m in _LABEL.finditer(text, start, end):
        yield from _in_label(text, m.start(1), m.end(1))


def _bare_name(text: str, at: int, end: int, kind: str) -> Iterator[Mention]:
    """«자활기업 카페 더-쉼에서», «사회적 기업 위캔 센터»: one or two words that end in a particle or the line."""
    line = words(text, at, end)[:3]
    for n, word in enumerate(line[:2]):
        if word.start != (at if n == 0 else line[n - 1].end + 1):
            return
        name = bare(word.text, text)
        particle = word.text[len(name) :]
        whole = text[at : word.start + len(name)]
        if (
            is_plain(whole.replace(" ", ""))
            or (is_plain(name) and n == 0)
            or is_generic(whole)
            or _NOT_AFTER.match(text[at : at + 6])
        ):
            return
        closes = (particle in _NAME_PARTICLES and particle) or word.end >= end or text[word.end] in ",.·)’'\"("
        if closes and len(name) >= 2 and not (is_modifier(whole) and not particle):
            yield Mention(at, at + len(whole), whole, kind, "status:bare", weight=4)
            return
        if particle or is_modifier(word.text):
            return


def _in_label(text: str, start: int, end: int) -> Iterator[Mention]:
    stop = _INNER_LABEL.search(text, start, end)
    end = stop.start() if stop else end
    for m in _SPLIT.finditer(text, start, end):
        name = re.sub(r"(?:\s등|이|가)?\s*$", "", m[0]) if m[0].rstrip().endswith(" 등") else m[0].rstrip()
        lead = len(name) - len(name.lstrip())
        name = name.strip()
        known = next((t for w in name.split() if (t := telling(w))), None)
        if known or not 2 <= len(name) <= 20 or len(name.split()) > 2 or re.search(r"[:：().!?]|\d{2}", name):
            continue
        if (
            is_plain(name.replace(" ", ""))
            or is_generic(name)
            or is_region(name)
            or any(is_modifier(w) for w in name.split())
        ):
            continue
        if not any(b != name for b, _ in splits(name)) or len(name) >= 3:
            yield Mention(m.start() + lead, m.start() + lead + len(name), name, None, "label:host", weight=2)
