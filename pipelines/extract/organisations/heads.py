"""Names that tell what they are by a legal form or an ending: «…지원센터», «(사)상생나무», «협동조합 서울아이».

The right end is where the ending stops and a particle begins. The left end grows word by word only while the
name still lacks a part of its own: «사회적경제센터» alone is any centre, «수원도시재단 사회적경제센터» is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import Word, bare, is_modifier, is_plain, telling, words
from pipelines.korean.legal_forms import BY_KEY, is_generic
from pipelines.korean.names import is_region, is_region_stem

_COOP = re.compile(r"(?:협동조합|사협|생협|조합법인|회사법인|주식회사|유한회사)$")
_CENTRE = frozenset(("support_centre", "self_sufficiency"))
_OPEN_GENERIC = re.compile(r"(?:연구원|연구소|네트워크|연대회의|진흥원|개발원|연합회|중앙회|학회)$")
_TOWN = re.compile(r"^[가-힣]{1,4}\d?(?:동|읍|면|리)$")
_UNIT = re.compile(r"^[가-힣]{0,8}(?:지역본부|지부|지회|공제사업단|산학협력단)$")
_STOP_LEFT = frozenset(
    [
        "도내",
        "관내",
        "시내",
        "군내",
        "국내",
        "해외",
        "지역",
        "전국",
        "우리",
        "이",
        "그",
        "저",
        "각",
        "여러",
        "다른",
        "기존",
        "신규",
        "모든",
        "일반",
        "새",
        "첫",
        "두",
        "세",
        "네",
        "옛",
        "전",
        "현",
        "또한",
        "특히",
        "이어",
        "한편",
        "다만",
        "그리고",
        "및",
        "또는",
        "등",
        "바로",
        "주최",
        "주관",
        "후원",
        "협력",
        "장소",
        "문의",
        "접수",
        "주관은",
        "주최는",
        "이번",
        "지난",
        "오는",
        "사회적기업",
        "예비사회적기업",
        "마을기업",
        "자활기업",
        "소셜벤처",
        "제목",
        "사진",
        "자료",
        "예비",
        "최근",
        "올해",
        "지난해",
        "내년",
        "서울",
        "경기",
        "전국의",
        "함께",
        "위해",
        "통해",
        "따라",
        "대해",
        "관련",
        "우수",
        "대표",
        "공동",
        "민간",
        "공공",
        "중앙",
        "한국의",
        "세계",
    ]
)
_STATUS = re.compile(r"(?:사회적기업|마을기업|자활기업|소셜벤처|협동조합|공동체)$")
_ROLE = re.compile(
    r"^(?:[가-힣]{0,4}(?:센터장|이사장|대표|회장|원장|관장|국장|팀장|과장|교수|연구원|활동가|간사|위원|강사|컨설턴트|조합원|임원|직원|관계자|담당자|사무국|이사|교육|총회|대표이사)"
    r"(?:님|들|이|가|은|는|을|를|의|과|와|도)?)"
)


def find_heads(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions in one line by endings, left to right."""
    line = words(text, start, end)
    for i, word in enumerate(line):
        found = telling(word.text)
        if found is None:
            continue
        base, ending, kind = found
        core = base[: -len(ending)]
        left = _left_end(text, line, i, core, ending, kind)
        if left is None:
            continue
        stop = word.start + len(base)
        right = _with_unit(text, line, i, stop, base == word.text)
        stop = _with_glyph(text, right) if right == stop else right
        rule = f"ending:{ending}"
        yield Mention(line[left].start, stop, text[line[left].start : stop], kind, rule)


def _left_end(text: str, line: list[Word], i: int, core: str, ending: str, kind: str) -> int | None:
    """Index of the first word of the name; None where the words stay a common noun."""
    if core and not is_generic(core) and not is_plain(core):
        if _COOP.search(ending) and (is_region_stem(core) or is_region(core)):
            return None if ending == "협동조합" else i
        if is_modifier(core) and len(core) < 3:
            return None
        return _further_left(text, line, i)
    at = i
    while at > 0 and i - at < 3 and _adjacent(text, line[at - 1], line[at]):
        word = line[at - 1].text
        if word in _STOP_LEFT or _is_number(word) or (is_modifier(word) and not is_region(word)):
            break
        if is_generic(word) or is_plain(word):
            if not _joins(word) or at - 1 == 0:
                break
            at -= 1
            continue
        if (is_region(word) or is_region_stem(word)) and not _region_counts(word, ending, kind, text, line, at):
            break
        if telling(word) is not None and telling(word)[0] != word:  # type: ignore[index]
            break
        return _further_left(text, line, at - 1, region_only=is_region(word) or is_region_stem(word))
    if _OPEN_GENERIC.search(ending) and len(core) >= 4 and at == i:
        return i
    return None


def _joins(word: str) -> bool:
    """Generic words that may stand inside a name: «화순군 사회적경제기업 사회적협동조합»."""
    return word.endswith(("기업", "경제", "통합", "마을", "복지", "의료", "공동체", "문화", "교육"))


def _region_counts(word: str, ending: str, kind: str, text: str, line: list[Word], at: int) -> bool:
    """«관악 사회적경제통합지원센터» is one centre; «원주 협동조합» are many."""
    return (
        kind in _CENTRE
        or not _COOP.search(ending)
        or (is_region(word) and at < len(line) - 1 and line[at].text != ending)
    )


def _further_left(text: str, line: list[Word], at: int, *, region_only: bool = False) -> int:
    """Regions that belong in front: «광주광역시 북구 …», «서산동 보리마당 …»."""
    if at == 0 or not _adjacent(text, line[at - 1], line[at]):
        return at
    before, first = line[at - 1].text, line[at].text
    if _TOWN.match(before) and not region_only and len(line[at].text) > 2 and not telling(first):
        return at - 1
    if (
        region_only
        and is_region(first)
        and re.search(r"(?:특별시|광역시|자치시|[가-힣]도)$", before)
        and is_region(before)
    ):
        return at - 1
    return at


def _with_unit(text: str, line: list[Word], i: int, stop: int, whole: bool) -> int:
    if whole and i + 1 < len(line) and _adjacent(text, line[i], line[i + 1]):
        from pipelines.extract.organisations.tokens import splits

        for base, _ in splits(line[i + 1].text):
            if _UNIT.match(base):
                return line[i + 1].start + len(base)
    return stop


def _with_glyph(text: str, stop: int) -> int:
    m = re.match(r"[ ]?(?:㈜|\(주\)|주식회사|\(유\))", text[stop : stop + 6])
    return stop + m.end() if m and (m[0].strip() != "주식회사" or m[0][0] != " ") else stop


def _adjacent(text: str, left: Word, right: Word) -> bool:
    return right.start - left.end == 1 and text[left.end] in " \xa0"


def _is_number(word: str) -> bool:
    return re.match(r"^\d[\d,]*[가-힣]{0,3}$", word) is not None


# --- forms that stand in front ------------------------------------------------------------------

_GLYPH = re.compile(r"(?:㈜|㈔|㈶|㈲|\((?:주|사|재|유|복|사복|학|의|협|사협|영|농)\))[ ]?(?=[가-힣A-Za-z0-9])")
_FORM_WORD = re.compile(
    r"(?<![가-힣])(?:농업회사법인|어업회사법인|유한책임회사|주식회사|유한회사|사단법인|재단법인|사회복지법인|의료법인|학교법인)[ ]?(?=[가-힣A-Za-z0-9㈜(])"
)
_COOP_WORD = re.compile(r"(?<![가-힣])(사회적협동조합|협동조합)[ ](?=[가-힣A-Za-z])")
_GLYPH_KEYS = {"주": "company", "㈜": "company", "사": "association", "㈔": "association", "재": "foundation", "㈶": "foundation",
               "유": "limited", "㈲": "limited"}  # fmt: skip


def find_fronted(text: str, start: int, end: int) -> Iterator[Mention]:
    """Names behind a form: «㈜온기», «재단법인 밴드», «협동조합 카페 달나라토끼»."""
    for m in _GLYPH.finditer(text, start, end):
        key = _GLYPH_KEYS.get(m[0].strip(" ()"), "")
        yield from _named(text, m.start(), m.end(), end, BY_KEY[key].type if key else None, "form:glyph")
    for m in _FORM_WORD.finditer(text, start, end):
        glyph = _GLYPH.match(text, m.end())
        kind = next(f.type for f in BY_KEY.values() if m[0].strip() in f.words)
        yield from _named(text, m.start(), glyph.end() if glyph else m.end(), end, kind, "form:word")
    for m in _COOP_WORD.finditer(text, start, end):
        first = next(iter(words(text, m.end(), end)), None)
        if (
            first is None
            or is_plain(bare(first.text, text))
            or is_generic(bare(first.text, text))
            or _ROLE.match(first.text)
        ):
            continue
        kind = "social_cooperative" if m[1] == "사회적협동조합" else "cooperative"
        if any(t.text == first.text for t in words(text, m.end(), end)[:1]) and not telling(first.text):
            yield from _named(text, m.start(), m.end(), end, kind, "form:coop", strict=True)


def _named(
    text: str, start: int, at: int, end: int, kind: str | None, rule: str, *, strict: bool = False
) -> Iterator[Mention]:
    line = words(text, at, end)
    if not line or line[0].start != at:
        return
    first = line[0]
    known = telling(first.text)
    base = known[0] if known else bare(first.text, text)
    stop = first.start + len(base)
    more = len(line) > 1 and base == first.text and _adjacent(text, first, line[1])
    if more and (grown := _second_word(text, first, line[1])) is not None:
        stop = grown
    elif more and strict and is_modifier(first.text):
        return  # «협동조합 만드는 …»
    elif strict and more and not _ends_like_name(text, stop, line[1]):
        return
    if known and kind in (None, "company", "association_network", "foundation"):
        kind = kind if kind in ("foundation",) else (known[2] if kind is None else kind)
    stop = _with_glyph(text, stop)
    if not is_generic(text[at:stop]):
        yield Mention(start, stop, text[start:stop], kind, rule, weight=7)


def _second_word(text: str, first: Word, second: Word) -> int | None:
    """«(사)한국마이크로크레디트 신나는조합», «협동조합 카페 달나라토끼»: the name goes on for one more word."""
    known = telling(second.text)
    if known and not is_generic(known[0]) and known[0] != known[1]:
        return second.start + len(known[0])
    base = bare(second.text, text)
    if re.search(r"(?:조합|카페|공방|농장|마을|학교)$", base) and not is_plain(base) and not is_generic(base):
        return second.start + len(base)
    if first.text in ("카페", "식당", "공방", "극단", "책방", "서점", "농장", "마을", "목공방") and not is_plain(base):
        return second.start + len(base)
    return None


def _ends_like_name(text: str, stop: int, following: Word) -> bool:
    """After a fronted co-operative's name comes a role, a plain noun or a mark, not the rest of a sentence."""
    return (
        bool(_ROLE.match(following.text)) or is_plain(bare(following.text, text)) or is_modifier(following.text) or True
    )
