"""Names behind a legal form: «㈜온기», «재단법인 밴드», «사회복지법인 한아름», «협동조합 서울아이»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.heads import FOLK, NUMERAL, ROLE, SHOPS, second_word
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import KEEP, Word, bare, is_plain, splits, telling, words
from pipelines.korean.common_words import is_common, is_common_word
from pipelines.korean.cued import Cued
from pipelines.korean.legal_forms import BY_KEY, LEGAL_FORMS, is_generic

_GLYPH = Cued(r"(?:㈜|㈔|㈶|㈲|\((?:주|사|재|유|복|사복|학|의|협|사협|영|농)\))[ ]?(?=[가-힣A-Za-z0-9])")
_FRONT = (
    "llc",
    "agri_company",
    "agri_coop",
    "company",
    "limited",
    "association",
    "foundation",
    "welfare",
    "school",
    "medical",
)
_FORMS = "|".join(w for key in _FRONT for w in BY_KEY[key].words)
_FORM_WORD = Cued(
    rf"(?<![가-힣])(?:{_FORMS})(?:[ ](?=[가-힣A-Za-z0-9㈜(])|(?=㈜|\(주\)))",
    cues=rf"(?:{_FORMS})[ ㈜(]",
)
_COOP_WORD = Cued(
    r"(?<![가-힣])((?!사회적협동조합)[가-힣]{2,6}?)?(사회적협동조합|협동조합)[ ](?=[가-힣A-Za-z])",
    cues=r"협동조합[ ](?=[가-힣A-Za-z])",
)
_GLYPH_BEHIND = re.compile(r"[ ]?(?:㈜|\(주\)|\(유\))")
_SORTS = frozenset(("의료복지", "의료", "돌봄", "마을관리", "노동자", "직원", "햇빛발전", "소비자생활", "공정무역"))
"""What a co-operative may be, before its form: «공정무역협동조합 느린볶음», and any everyday word: «청년협동조합 …»."""
_FOLK = re.compile(rf"(?P<whose>[가-힣]{{0,4}}?)(?:{FOLK}|어르신|농부|농민|상인|장인|학생|주민|조합원)들?")
_SCHOOL_BEFORE = re.compile(r"(?<![가-힣])[가-힣]{2,8}(?:초|중|고|여고|여중|초등학교|중학교|고등학교|대학교)[ ]$")
_MEETING = re.compile(r"[ ](?:모임|강좌|교실|교육|강의|공부|학교|이야기|설명회|특강|세미나|동아리|여행|탐방|책)")
_BENDS = re.compile(
    r"(?:는|을|를|의|에|에서|으로|와|과|및|위한|대한|통한|관한|된|될|할|하여|해서|하고|하며|[아어해여]요|예요|니다|까요|던|려는|자는|[하되]시)$"
)
_KEYS = {glyph: form.key for form in LEGAL_FORMS for glyph in form.glyphs}


def find_fronted(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line behind a glyph, a form in words, or 협동조합 as the first word."""
    for m in _GLYPH.finditer(text, start, end):
        before = text[m.start() - 1 : m.start()]
        if "가" <= before <= "힣" and m[0].strip() in ("㈜", "(주)", "(유)"):
            continue  # the glyph belongs to the name in front of it
        form = BY_KEY.get(_KEYS.get(m[0].strip(), ""))
        yield from _named(text, m.start(), m.end(), end, form.type if form else None, "form:glyph")
    for m in _FORM_WORD.finditer(text, start, end):
        glyph = _GLYPH.match(text, m.end())
        kind = next(f.type for f in LEGAL_FORMS if m[0].strip() in f.words)
        yield from _named(text, m.start(), glyph.end() if glyph else m.end(), end, kind, "form:word")
    for m in _COOP_WORD.finditer(text, start, end):
        if m[1] and m[1] not in _SORTS and not (is_generic(m[1]) or is_common_word(m[1])):
            continue  # a name of its own, which heads.py reads: «온배움협동조합»
        if _is_own_name(text, m.end(), end, m[2] == "사회적협동조합"):
            kind = "social_cooperative" if m[2] == "사회적협동조합" else "cooperative"
            school = _SCHOOL_BEFORE.search(text, max(start, m.start() - 16), m.start())
            yield from _named(text, school.start() if school else m.start(), m.end(), end, kind, "form:coop")


def _is_own_name(text: str, at: int, end: int, social: bool) -> bool:
    """«협동조합 서울아이» is a name; «협동조합 창업 강좌», «협동조합 만드는 법», «협동조합 이사장» are not."""
    line = words(text, at, end, 2)
    if not line or line[0].start != at:
        return False
    name = bare(line[0].text, text, text[line[0].end : line[0].end + 1])
    if line[0].text in SHOPS and len(line) > 1:
        return not is_plain(bare(line[1].text, text))
    plain = any(is_plain(base) or is_generic(base) for base, _ in splits(line[0].text))
    if _MEETING.match(text, line[0].end) or NUMERAL.fullmatch(line[0].text) or _are_people(name):
        return False
    common = plain or ROLE.match(line[0].text) or (telling(line[0].text) and not social)
    quoted = any(f"{a}{name}{b}" in text for a, b in ("‘’", "“”", "''"))
    if plain and quoted and line[0].text[len(name) :] and not is_generic(name) and telling(line[0].text) is None:
        return True  # «직원협동조합 골목부엌이 …» of a text that has ‘골목부엌’ too
    if social and plain and second_word(text, line[0], line[-1], "") is not None:
        return True
    if is_common(name) and not (social and not plain) and not _stands_alone(text, line, name):
        return False
    return not common and not (_BENDS.search(name) and not KEEP.search(name)) and len(name) >= 2


def _are_people(name: str) -> bool:
    """«협동조합 새내기», «협동조합 동네이웃들»; «사회적협동조합 내장산이웃» is called so."""
    folk = _FOLK.fullmatch(name)
    return folk is not None and (len(folk["whose"]) < 3 or is_plain(folk["whose"]) or is_common(folk["whose"]))


def _stands_alone(text: str, line: list[Word], name: str) -> bool:
    """«협동조합 문화발전소는», «협동조합 문화발전소 이사장», but not «협동조합 가을운동회’», «협동조합 세무»."""
    if is_common_word(name):
        return False
    particle = line[0].text[len(name) :]
    return bool(particle) or (len(line) > 1 and ROLE.match(line[1].text) is not None)


def _named(text: str, start: int, at: int, end: int, kind: str | None, rule: str) -> Iterator[Mention]:
    line = words(text, at, end, 2)
    if not line or line[0].start != at or NUMERAL.fullmatch(line[0].text):
        return
    first = line[0]
    known = telling(first.text)
    base = known[0] if known else bare(first.text, text, text[first.end : first.end + 1])
    stop = first.start + len(base)
    if base == first.text and len(line) > 1:
        stop = second_word(text, first, line[1], text[line[1].end : line[1].end + 1]) or stop
    behind = _GLYPH_BEHIND.match(text, stop)
    stop = behind.end() if behind else stop
    if not is_generic(text[at:stop]) and not ROLE.match(first.text):
        yield Mention(start, stop, text[start:stop], kind or (known[2] if known else None), rule, weight=7)
