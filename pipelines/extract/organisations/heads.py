"""Names that tell what they are by an ending: «…지원센터», «…사회적협동조합», «한국사회혁신금융㈜».

The right end is where the ending stops and a particle begins. The left end grows word by word only while the
name still lacks a part of its own: «사회적경제센터» alone is any centre, «수원도시재단 사회적경제센터» is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.readings import BRAND, told_words
from pipelines.extract.organisations.tokens import (
    PARTICLES,
    Word,
    bare,
    is_modifier,
    is_plain,
    line_words,
    only_plain,
    splits,
    telling,
    words,
)
from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.legal_forms import is_generic
from pipelines.korean.names import is_region, is_region_stem, split_region
from pipelines.korean.wordlist import read_words

_COOP = re.compile(r"(?:협동조합|사협|생협|조합법인|회사법인|주식회사|유한회사)$")
_HELPS = frozenset(("support_centre", "public_agency"))
_CENTRE = frozenset(("support_centre", "self_sufficiency"))
_OPEN_GENERIC = re.compile(r"(?:연구원|연구소|네트워크|연대회의|진흥원|개발원|연합회|중앙회|학회|재단)$")
_OF_BODIES = re.compile(r"(?:협의회|연합회|협회|중앙회|네트워크|연대|총연합회|연대회의)$")
_NATIONAL = re.compile(r"(?:전국|한국|대한)[가-힣]{2}")  # «전국협동조합협의회» is one body, «지역협의회» are many
_DEICTIC = re.compile(r"^(?:내일|오늘|함께|다함께|모두|서로|나란히|누구나)")  # no sort of co-operative is called so
_TOWN = re.compile(r"^[가-힣]{1,4}\d?(?:동|읍|면|리)$")
_UNIT = re.compile(r"^[가-힣]{0,8}(?:지역본부|지부|지회|공제사업단|산학협력단)$")
_COMMON = frozenset(
    ("기금", "공사", "공단", "연대", "지원단", "추진단", "협의체", "정보원", "대학", "파트너스", "관리원")
)
_STATUSES = frozenset(("마을기업", "자활기업"))
_SHOP = re.compile(r"[가-힣]{0,3}(?:카페|극장|책방|식당|서점|빵집)")  # «마을카페 고랑협동조합»
_BRAND = re.compile(r"^(?:아이쿱|한살림|두레|행복중심|iCOOP|ICOOP)$")
_GROUP_WORD = re.compile(r"^(?:현대차|현대자동차|삼성|SK|LG|KB|포스코|롯데|한화|신한|두산|KT|GS)$")
NEVER = frozenset(read_words("never_in_front"))
ROLE = re.compile(
    r"^[가-힣]{0,4}(?:센터장|이사장|대표|회장|원장|관장|국장|팀장|과장|교수|연구원|활동가|간사|위원|강사|컨설턴트|조합원|임원|직원|관계자|담당자|사무국|이사)"
    r"(?:님|들|이|가|은|는|을|를|의|과|와|도){0,3}$"
)
CLAUSE = re.compile(
    r"(?:[나르하되으이가오려라다보주지]면|[고치바]쳐|[아어]라|하자|[지커느]자|세요|니다|까요|네요|어요|아요|해요|[해어아]서|이라|으나|느라|더니|므로|제\d{1,3}[기차회])$"
)
"""«회의가 끝나면 …협동조합에서»: a word of the clause in front."""
NUMERAL = re.compile(
    r"(?:(?:열|스물|스무|서른|마흔|쉰|예순)?(?:한|하나|두|둘|세|셋|서너|네|넷|다섯|여섯|일곱|여덟|아홉)?|몇|여러|등|외)(?:이|은|을|의|에)?$"
)
"""«협동조합 열네 곳», «영농조합법인 등»: how many, and no name."""
_NO_BODY = re.compile(r"인[ ][가-힣A-Za-z]|의[ ](?:날|해|달|주간)(?:이[다자며]|입니다|(?![가-힣]{2}))")
"""«새활용 협동조합인 고래상점», «사회적협동조합의 날», «세계협동조합의 해»: sorts and days."""
_WORLD = re.compile("^(?:세계|국제)")
_GLYPH_OPENS = ("㈜", "(")
_GLYPH_BEHIND = re.compile(r"[ ]?(?:㈜|\(주\)|\(유\))|주식회사")


def find_heads(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line by endings, left to right."""
    line = line_words(text, start, end)
    glyph = text.find("㈜", start, end + 1) >= 0 or text.find("(", start, end + 1) >= 0
    for i, word in enumerate(line) if glyph else told_words(text, start, end):
        found = telling(word.text)
        if BRAND in word.text and (brand := _brand(word.text)) is not None:
            yield Mention(word.start, word.start + len(brand), brand, "cooperative", "brand", 3)
            continue
        if found is None:
            if text[word.end : word.end + 1] in _GLYPH_OPENS and (mention := _before_glyph(text, word)):
                yield mention
            continue
        base, ending, kind = found
        if base == "연구원" and i and telling(line[i - 1].text):
            continue  # «…연구소 연구원이 맡는다»: someone of it
        sort = is_generic(_WORLD.sub("", base)) and _COOP.search(ending)
        if sort and _NO_BODY.match(text, word.start + len(base)):
            continue
        left = _left_end(text, line, i, base[: -len(ending)], ending, kind)
        if left is None:
            continue
        stop = word.start + len(base)
        whole = base == word.text
        right = _with_unit(text, line, i, stop, ending, end) if whole else stop
        stop = _with_glyph(text, stop) if right == stop else right
        own_left = left < i and _COOP.search(ending) is not None
        yield Mention(
            line[left].start, stop, text[line[left].start : stop], kind, f"ending:{ending}", 8 if own_left else 5
        )


def _brand(word: str) -> str | None:
    """«한살림», «한살림서울»: a brand that is a whole name, alone or with its region."""
    for base, _ in splits(word):
        rest = base.removeprefix(BRAND)
        if base.endswith(BRAND) and is_region_stem(base.removesuffix(BRAND)):
            return base  # «제주한살림»
        if rest != base and _regions_only(re.sub("(?:동부|서부|남부|북부|중부)$", "", rest)):
            return base
    return None


def _regions_only(rest: str) -> bool:
    """Nothing, one region or two («고양파주»)."""
    return (
        not rest
        or is_region_stem(rest)
        or any(is_region_stem(rest[:n]) and is_region_stem(rest[n:]) for n in range(2, len(rest) - 1))
    )


def _before_glyph(text: str, word: Word) -> Mention | None:
    """«한국사회혁신금융㈜»: the glyph alone tells."""
    if text.startswith(("㈜", "(주)"), word.end) and len(word.text) >= 2 and not is_generic(word.text):
        stop = word.end + (1 if text[word.end] == "㈜" else 3)
        behind = next((w.text for w in words(text, stop, stop + 8, 1) if w.start == stop), "")
        if not behind or behind in PARTICLES:  # else the glyph belongs to what follows
            return Mention(word.start, stop, text[word.start : stop], "company", "form:behind", 6)
    return None


def _left_end(text: str, line: list[Word], i: int, core: str, ending: str, kind: str) -> int | None:
    """Index of the first word of the name; None where the words stay a common noun."""
    if ending == "기금" and is_generic(core):
        return None  # «태백시 자활기금»: money, not a body
    if ending in _STATUSES:
        own = len(core) > 1 and not (is_generic(core) or is_plain(core) or is_region(core) or is_region_stem(core))
        return i if own and core not in NEVER else None
    if core and _NATIONAL.match(core) and is_generic(core) and _OF_BODIES.search(ending):
        return i
    if (
        core
        and (not is_generic(core) or _DEICTIC.search(core))
        and (not is_plain(core) or _regional(core, ending) or (_COOP.search(ending) and _is_own_core(core)))
    ):
        if _COOP.search(ending) and (is_region_stem(core) or is_region(core)):
            return None if ending in ("협동조합", "사회적협동조합") else i
        if _bends(core, ending, kind) or (ending in _COMMON and not _backed(core)):
            return None
        return _further_left(text, line, i)
    if i > 0 and text[line[i - 1].end : line[i].start] == "·" and not is_generic(line[i - 1].text) and core:
        return i - 1  # «전주시사회적경제·도시재생지원센터»
    if 0 < i <= 2 and _COOP.search(ending) and _fills_line(text, line, i):
        return 0  # a signature
    at = i
    while at > 0 and i - at < 3 and _adjacent(text, line[at - 1], line[at]):
        word = line[at - 1].text
        if at == i and _OF_SCHOOLS.search(line[i].text[: len(core) + len(ending)]) and _SCHOOL.fullmatch(word):
            return at - 1  # «봉담중 학교협동조합», «솔빛초 방과후사회적협동조합»
        if not (_may_stand_in_name(word) or (_COOP.search(ending) and _ends_in_i(word))):
            break
        if at == i and not core and _a_sort_of(text, word, line[i]):
            return None
        if at == i and not core and _TOWN.match(word) and _goes_on(text, line, i, ending):
            return None  # «서학동 협동조합 소리밥 1층»: the town is where it is
        if is_generic(word) or (is_plain(word) and not (_COOP.search(ending) and _has_own(word))):
            if not _joins(word):
                break
            at -= 1
            continue
        if (is_region(word) or is_region_stem(word)) and not _region_counts(word, ending, kind, line[i].text):
            break
        found = telling(word)
        if found is not None and (found[0] != word or (found[2] in _HELPS and _COOP.search(ending))):
            break  # «…지원센터 협동조합 회계교육»
        if not core and ending in _COMMON and (not _backed(word) or _COOP.search(word)):
            return None  # «…사회적협동조합 기금»: what it has
        return _further_left(text, line, at - 1)
    if not core and ending in _COMMON:  # «보수 공사», but «현대차 정몽구 재단»
        return None
    return i if _OPEN_GENERIC.search(ending) and len(core) >= 4 else None


def _is_own_core(core: str) -> bool:
    """«꿈틀교육협동조합»: what it teaches is not what it is called; «다함께협동조합»."""
    return _DEICTIC.search(core) is not None or _has_own(core)


def _has_own(word: str) -> bool:
    """«꿈틀교육», «이음교육»: everyday words at its end alone."""
    return len(word) > 3 and not only_plain(word)


def _bends(core: str, ending: str, kind: str) -> bool:
    """«도내지원센터» is any of the province; «봄내지역자활센터» and «한들사회적경제지원센터» are called so."""
    if len(core) > 2 or not is_modifier(core) or is_region_stem(core) or _COOP.search(ending):
        return False
    return kind not in _CENTRE or is_common(core)


def _goes_on(text: str, line: list[Word], i: int, ending: str) -> bool:
    """Whether a bare form without a particle has a word of its own behind it."""
    if i + 1 >= len(line) or line[i].text != ending or not _adjacent(text, line[i], line[i + 1]):
        return False
    return not is_plain(line[i + 1].text) and not is_common(line[i + 1].text)


_GOES_ON = re.compile(r"[ ]([가-힣A-Za-z0-9]+)")
_SORTS = re.compile(r"협동조합|협의회|협의체|네트워크|연대")


def _a_sort_of(text: str, word: str, head: Word) -> bool:
    """«시니어 협동조합 창업학교», «기준 협동조합 148곳»: an everyday word before a bare form that goes on tells a
    sort, unless the text writes the two together again."""
    goes_on = _GOES_ON.match(text, head.end)
    bare_form = next((b for b, _ in splits(head.text) if _SORTS.fullmatch(b)), None)
    if goes_on is None or ROLE.match(goes_on[1]) or bare_form is None:
        return False
    if _joins(word) and _COOP.search(head.text):
        return False
    sort = is_common_word(word) or (is_common(word) and not _COOP.search(head.text))
    return sort and text.count(f"{word} {bare_form}") < 2


def _regional(core: str, ending: str) -> bool:
    """«광산구공익활동지원센터»: a region in front makes a name of what would be everyday words."""
    region = split_region(core)[:2]
    return any(region) and ending not in _COMMON and not is_region(core) and not is_region_stem(core)


def _backed(core: str) -> bool:
    """A core that makes a common noun a name: «한국지역난방공사», «부천희망기금», but not «자조기금», «보수공사»."""
    return (
        len(core) >= 5
        or re.match("한국|대한|전국|국민|서울|국제|세계|아시아", core) is not None
        or split_region(core)[:2] != (None, None)
    )


def _fills_line(text: str, line: list[Word], i: int) -> bool:
    """«마을돌봄 사회적협동조합» alone on its line: even common words are then a name."""
    adjacent = all(_adjacent(text, a, b) for a, b in pairwise(line[: i + 1]))
    signed = all(re.fullmatch("드림|올림|사무국|이사장|조합원|귀하|임직원|일동", w.text) for w in line[i + 1 :])
    plain_front = not any(is_modifier(w.text) or w.text in NEVER or w.text[0].isdigit() for w in line[:i])
    return adjacent and signed and plain_front and len(line[0].text) > 2


def _may_stand_in_name(word: str) -> bool:
    if word in NEVER or len(word) == 1 or re.match(r"^(?:\d[\d,]*[가-힣]{0,3}|[A-Za-z]?\d{1,3})$", word):
        return False
    return is_region(word) or not (is_modifier(word) or CLAUSE.search(word))


def _ends_in_i(word: str) -> bool:
    """«섬진강품앗이 사회적협동조합», «단감말랭이 협동조합»: a name, where «주민들이 협동조합을» has a subject."""
    base = word[:-1]
    if not word.endswith("이") or len(base) < 3 or base.endswith(("들", "님", "분")):
        return False
    return not (is_plain(base) or is_common(base) or telling(base) or is_region_stem(base))


def _joins(word: str) -> bool:
    """Generic words that may stand inside a name: «화순군 사회적경제기업 사회적협동조합»."""
    return word.endswith(("기업", "경제", "통합", "마을", "복지", "의료", "공동체", "문화", "교육", "관리"))


def _region_counts(word: str, ending: str, kind: str, head: str) -> bool:
    """«관악 사회적경제통합지원센터» is one centre; «원주 협동조합» are many."""
    return kind in _CENTRE or not _COOP.search(ending) or (is_region(word) and head != ending)


def _further_left(text: str, line: list[Word], at: int) -> int:
    """Words that belong in front of a name that is already one: «광주광역시 북구 …», «서산동 보리마당 …»."""
    if at == 0 or not _adjacent(text, line[at - 1], line[at]):
        return at
    before, first = line[at - 1].text, line[at].text
    region = is_region(first) or is_region_stem(first)
    if _TOWN.match(before) and not region and len(first) > 2 and telling(first) is None:
        address = at > 1 and _adjacent(text, line[at - 2], line[at - 1]) and is_region(line[at - 2].text)
        return at if address else at - 1  # «증평군 증평읍 죽리마을 …»: where it is, not what it is called
    if _GROUP_WORD.match(before) or (_SHOP.fullmatch(before) and _COOP.search(first) and not is_generic(first)):
        return at - 1
    if is_region(first) and re.search(r"(?:특별시|광역시|자치시|[가-힣]도)$", before) and is_region(before):
        return at - 1
    return at - 1 if _BRAND.match(before) else at


def _with_unit(text: str, line: list[Word], i: int, stop: int, ending: str, end: int) -> int:
    """A branch behind the name (경남지역본부), or a co-operative's own name behind its form («바느질협동조합 한땀»)."""
    if _COOP.search(ending) and (committee := _PREPARATORY.match(text, stop)):
        return committee.end()
    if i + 1 >= len(line) or not _adjacent(text, line[i], line[i + 1]):
        return stop
    following = line[i + 1]
    for base, _ in splits(following.text):
        if _UNIT.match(base):
            return following.start + len(base)
    short = re.match(r"\((?:이하|약칭|줄여서?|일명) ?[‘'“\"]?([가-힣A-Za-z0-9]{2,12})", text[following.end : end])
    if short and short[1] == following.text:
        return following.end  # «…네트워크 모아(이하 모아)»: the text itself says that the word is the name
    closes = following.end >= end or text[following.end] in ",·)!’'”\""
    word = following.text
    common = (
        word.endswith(("팀", "사무국", "활동국", "편집부", *_PARTS))
        or is_common_word(word)
        or is_plain(word)
        or is_generic(word)
        or ROLE.match(word)
        or is_modifier(word)
        or telling(word)
    )
    if ending.endswith("협동조합") and (own := _own_behind(word)):
        return following.start + len(own)
    if ending in ("협동조합", "사회적협동조합") and closes and not common and re.fullmatch(r"[가-힣]{2,8}", word):
        return following.end if not any(is_plain(b) for b, p in splits(word) if p) and not _VERB.search(word) else stop
    return stop


_PREPARATORY = re.compile(r"(?:[ ]?\((?:가칭|준)\))?[ ]?(?:설립|창립)?[ ]?(?:준비위원회|준비위|추진위원회)")
_ACTING = frozenset(("은", "는", "이", "가", "에서", "에서는", "과", "와", "의", "도", "에게"))


FOLK = "꾼|지기|지킴이|길잡이|도우미|새내기|식구|이웃|선배|후배"
_FOLK = re.compile(rf"(?:{FOLK})들?$")
"""«싱싱밥상협동조합 살림꾼이 문안 올립니다»: somebody of it."""
_PARTS = ("방", "실", "학기", "기금", "층", "매장", "마당", "사무실", "회의실", "모임", "반", "호점", "공장")
"""What a body has: «살림의료복지사회적협동조합 다짐방에서», «… 가을학기가»."""


def _own_behind(word: str) -> str | None:
    """«바느질협동조합 실타래에서»: a word behind the form that acts, and is nothing a co-operative has or does."""
    for base, particle in splits(word):
        if particle in _ACTING and re.fullmatch(r"[가-힣]{2,10}", base):
            free = not (
                base.endswith(_PARTS) or is_frequent(base) or is_plain(base) or is_generic(base) or ROLE.match(word)
            )
            if (
                free
                and not base.endswith(("쌤", "샘", "님", "씨"))
                and not is_frequent(word)
                and not is_common_word(word)
                and not _FOLK.search(base)
                and not is_modifier(base)
                and not base.endswith("지역")
                and not _UNIT.match(base)
            ):
                return base if not is_plain(base[-2:]) or is_region_stem(base[:2]) else None
    return None


_VERB = re.compile(r"(?:다|요|죠|까|음|함|됨|임|기|네|니|자|올림|드림|귀하|여러분|안내|참석|제공)$")


_OF_SCHOOLS = re.compile(r"(?:학교|방과후)(?:사회적)?협동조합$|^사회적협동조합$")
_SCHOOL = re.compile(r"[가-힣]{1,4}(?:초|중|(?<![하두되이았었했됐])고)")


def _with_glyph(text: str, stop: int) -> int:
    m = _GLYPH_BEHIND.match(text, stop)
    return m.end() if m else stop


def _adjacent(text: str, left: Word, right: Word) -> bool:
    return right.start - left.end == 1 and text[left.end] in " \xa0"


def second_word(text: str, first: Word, second: Word, after: str) -> int | None:
    """«(사)한국마이크로크레디트 신나는조합», «협동조합 카페 달나라토끼»: where a name of two words ends."""
    if not _adjacent(text, first, second):
        return None
    known = telling(second.text)
    if known and not is_generic(known[0]) and known[0] != known[1]:
        return second.start + len(known[0])
    base = bare(second.text, text, after)
    if is_plain(base) or is_generic(base):
        return None
    if re.search(r"(?:조합|카페|공방|농장|마을|학교)$", base) or first.text in SHOPS:
        return second.start + len(base)
    if (
        is_plain(first.text)
        and not is_modifier(first.text)
        and not is_common(base)
        and second.text[len(base) :] in _ACTING
    ):
        return second.start + len(base)  # «사회적협동조합 마을돌봄 이음에서»
    return None


SHOPS = frozenset(
    ("카페", "식당", "공방", "극단", "책방", "서점", "농장", "목공방", "빵집", "찻집", "밥집", "반찬가게", "도시락")
)
