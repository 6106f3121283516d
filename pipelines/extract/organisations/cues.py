"""Names that tell nothing by themselves, taken on the word of what stands beside them.

«마을기업 ‘보리와 밀’», «자활기업 카페 더-쉼에서»: a status noun, with or without quotes. «주최 : 가 · 나»: a label.
«둔산민들레 개원식»: a founding. «A4 도우누리 …»: a row of a table whose other rows begin with bodies.
A word made only of everyday nouns («마을기업 설명회») is never a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from pipelines.extract.organisations.heads import NEVER, ROLE, SHOPS
from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.tokens import bare, is_modifier, is_plain, telling, uses, words
from pipelines.korean.common_words import is_common, is_common_word
from pipelines.korean.cued import Cued
from pipelines.korean.legal_forms import is_generic, weak_ending_of
from pipelines.korean.marks import NUMBERED
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
    "소셜 벤처": "social_venture",
    "사회적협동조합": "social_cooperative",
    "협동조합": "cooperative",
}
_STATUS = "|".join(sorted(STATUS, key=len, reverse=True))
_QUOTED_KINDS = STATUS | {"자활카페": "self_sufficiency", "자활 카페": "self_sufficiency"}
"""What names a body in quotes: «자활카페 ‘두물머그’», but not «자활카페 앞»."""
_OPEN, _CLOSE = "‘'“\"「『<《", "’'”\"」』>》"
_QUOTED = Cued(
    rf"({'|'.join(sorted(_QUOTED_KINDS, key=len, reverse=True))})(?:인|으로|이 된)?[ ]?"
    rf"[{_OPEN}]([^{_CLOSE}\n]{{2,30}})[{_CLOSE}]",
    cues=f"[{_OPEN}]",
)
_QUOTED_AFTER = Cued(
    rf"[{_OPEN}]([^{_CLOSE}\n]{{2,30}})[{_CLOSE}](?:[ ]?\([^)\n]{{1,30}}\))?"
    rf"[은는이가]?[ ]?({_STATUS})(?:으로|이다|이며|인)",
    cues=f"[{_OPEN}]",
)
_QUOTED_BODY = Cued(
    rf"[{_OPEN}]([가-힣A-Za-z][^{_CLOSE}\n,.!?]{{2,40}}(?:협동조합|회의|협의회|연합회|네트워크|재단|센터|연대))[{_CLOSE}]",
    cues=f"[{_OPEN}]",
)
_UNIVERSITY = Cued(
    r"(?<![가-힣])([가-힣]{2,6}(?:대학교|대))[ ](?:[가-힣]{2,8}[ ]){0,2}"
    r"[가-힣]{0,8}(?:연구소|연구단|사업단|산학협력단|연구회)(?![가-힣]{3})",
)
_BARE = Cued(
    rf"(?<![가-힣])({_STATUS})(인|(?:이|가) (?:된|되는))?[ ](?=[가-힣A-Za-z])",
)
_NAME_PARTICLES = frozenset(
    ("에서", "이", "가", "은", "는", "와", "과", "의", "을", "를", "이다", "입니다", "도", "에", "랑", "이랑")
)
_FOUNDED = Cued(
    r"(?<![가-힣])([가-힣A-Za-z]{3,12})[ ](?:개원식|개소식|창립총회|출범식|개업식|창립식)",
)
_ROLE_LABEL = r"(?:주\s{0,4}최|주\s{0,4}관|후\s{0,4}원|협\s{0,4}력|협\s{0,4}찬)"
_LABEL = Cued(
    rf"{_ROLE_LABEL}(?:\s?[/·,]\s?(?:주\s?최|주\s?관|후\s?원|협력))?\s{{0,4}}[:：]\s?([^\n]{{2,200}})",
)
_INNER_LABEL = re.compile(rf"(?:{_ROLE_LABEL}|문\s{{0,4}}의)\s{{0,4}}[:：]")
_SCHOOL = Cued(
    r"(?<![가-힣])([가-힣]{2,3}(?:초|중|고|여중|여고))(?:(?:에서|가|는|은|이|의|와|과|도)(?![가-힣])|(?=, ))",
    cues=r"[초중고](?:(?:에서|가|는|은|이|의|와|과|도)(?![가-힣])|, )",
)
_SCHOOL_PAIR = re.compile(r"[가-힣]{2}(?:초|중|고|학교)(?:와|과|[·,][ ]?)[ ]?$")
_SCHOOL_AFTER = re.compile(r"(?:와|과|,)[ ][가-힣]{2}(?:초|중|고)(?:에서|가|는|의|와|도|,)")
_NO_SCHOOL = re.compile(
    r"(?:최고|광고|보고|창고|사고|신고|공고|중고|금고|장고|참고|권고|경고|집중|도중|와중|공중|민중|대중|존중|당초|애초|최초|기초)$"
)
_GROUP = Cued(  # companies of the large groups: «삼성생명이 사업비를 댔다»
    r"(?<![가-힣A-Za-z])(?:삼성|현대|롯데|한화|신한|포스코|두산|효성|코오롱|미래에셋|교보|신세계|아모레|(?:SK|LG|KB|KT|GS|CJ|LS)(?=[가-힣]))[가-힣A-Za-z&]{2,8}",
)
_SPLIT = re.compile(r"[^,·ㆍ/、]+")


def find_cued(text: str, start: int, end: int) -> Iterator[Mention]:
    """Mentions of one line that only their neighbours give away."""
    for pattern, read in _fitting(text):
        for m in pattern.finditer(text, start, end):
            yield from read(text, m, start, end)


def _quoted(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    if not _common(m[2]) and len(m[2].split()) <= 4:
        yield Mention(m.start(2), m.end(2), m[2], _QUOTED_KINDS[m[1]], "status:quoted", weight=6)


def _quoted_before(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    if not _common(m[1]) and len(m[1].split()) <= 3:
        yield Mention(m.start(1), m.end(1), m[1], STATUS[m[2]], "quoted:status", weight=4)


def _quoted_body(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    if _is_body(m[1]):
        yield Mention(m.start(1), m.end(1), m[1], telling(m[1].split()[-1])[2], "quoted:ending", weight=9)  # type: ignore[index]


def _university(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    if not is_common(m[1]) and not any(is_modifier(w) or "," in w for w in m[0].split()[1:-1]):
        yield Mention(m.start(), m.end(), m[0], "education", "campus", weight=9)


def _bare(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    if _in_title(text, start, m.start(), m.end()):
        return
    if m[2] or m[1] not in ("협동조합", "사회적협동조합"):  # those are heads.py's and fronted.py's
        yield from _bare_name(text, m.end(), end, STATUS[m[1]])


def _founded(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    name = m[1]
    if not (_common(name) or is_modifier(name) or is_region(name) or is_region_stem(name) or telling(name)):
        yield Mention(m.start(1), m.end(1), name, None, "founded", weight=3)


def _school(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    before = text[max(start, m.start() - 6) : m.start()].split()
    paired = _SCHOOL_PAIR.search(text, max(start, m.start() - 6), m.start()) or _SCHOOL_AFTER.match(text, m.end(1))
    near_region = paired is not None or is_region_stem(m[1][:-1]) or (bool(before) and is_region_stem(before[-1]))
    if near_region and not _NO_SCHOOL.search(m[1]):
        yield Mention(m.start(1), m.end(1), m[1], "education", "school:short", weight=3)


def _of_a_group(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    name = bare(m[0], text, text[m.end() : m.end() + 1])
    if not _common(name):
        yield Mention(m.start(), m.start() + len(name), name, "company", "group", weight=2)


def _labelled(text: str, m: re.Match[str], start: int, end: int) -> Iterator[Mention]:
    return _in_label(text, m.start(1), m.end(1))


_READERS = (
    (_QUOTED, _quoted),
    (_QUOTED_AFTER, _quoted_before),
    (_QUOTED_BODY, _quoted_body),
    (_UNIVERSITY, _university),
    (_BARE, _bare),
    (_FOUNDED, _founded),
    (_SCHOOL, _school),
    (_GROUP, _of_a_group),
    (_LABEL, _labelled),
)


@lru_cache(maxsize=2)  # every line of a text asks
def _fitting(text: str) -> tuple[tuple[Cued, Callable[[str, re.Match[str], int, int], Iterator[Mention]]], ...]:
    """Those that may fit in the text at all: two of nine, as a rule."""
    return tuple(row for row in _READERS if row[0].may_fit(text))


def _in_title(text: str, start: int, at: int, stop: int) -> bool:
    """«‘2022 성동 소셜벤처 위크’»: words in quotes that began before the status noun are what something is called."""
    head = text[max(start, at - 40) : at]
    opened = max(head.rfind(c) for c in _OPEN)
    inside = opened > max(head.rfind(c) for c in _CLOSE) and bool(head[opened + 1 :].strip())
    return inside and any(c in text[stop : stop + 30].split("\n")[0] for c in _CLOSE)


def _is_body(name: str) -> bool:
    """Whole words of a name in quotes: «‘사회연대경제기본법 제정 추진 연대회의’», but not «‘우리 동네 협동조합’»."""
    parts = name.split()
    known = telling(parts[-1])
    if not 2 <= len(parts) <= 6 or known is None or known[0] != parts[-1]:
        return False
    bent = any(_bends_on(w) or w in NEVER or is_region(w) or is_region_stem(w) for w in parts[:-1])
    return not bent and not is_generic(name) and not (len(parts) == 2 and is_common_word(parts[0]))


_ALSO_NAMES = re.compile(r"[이가랑도로고며내들인적]$")
"""«‘해파랑 사회적협동조합’», «‘한옥스테이 협동조합’»: in quotes these are letters of a name, no particles."""


def _bends_on(word: str) -> bool:
    return is_modifier(word) and not (len(word) > 2 and _ALSO_NAMES.search(word) and not is_common(word))


_THING = re.compile(
    r"(?:판매장|판매대|홍보관|체험관|전시관|장터|콘서트|박람회|제품|상품|체험|나눔|김장|"
    r"창업식|개업식|개소식|수여식|지정식|시상식|워크숍|견적|직매장|선배들?|사업비|물건|[하되]시)$"
)


def _common(name: str) -> bool:
    if _THING.search(name) or (" " in name and all(is_common_word(w) and telling(w) is None for w in name.split())):
        return True  # «마을기업 공동판매장», «마을기업 김장 배추»
    return (
        is_plain(name.replace(" ", ""))
        or name.endswith(("준비팀", "담당팀", "지원팀"))
        or is_generic(name)
        or ROLE.match(name) is not None
    )


def _bare_name(text: str, at: int, end: int, kind: str) -> Iterator[Mention]:
    """«자활기업 카페 더-쉼에서», «사회적 기업 위캔 센터»: up to two words, closed by a particle or a mark."""
    line = words(text, at, end, 3)
    for n, word in enumerate(line[:2]):
        if word.start != (at if n == 0 else line[n - 1].end + 1):
            return
        shop = n == 0 and word.text in SHOPS
        name = bare(word.text, text, text[word.end : word.end + 1])
        particle = word.text[len(name) :]
        whole = text[at : word.start + len(name)]
        if not shop and (_common(whole) or (n == 0 and _common(name)) or (is_plain(name) and name not in _OWN_HEADS)):
            return
        if not shop and len(name) >= 2 and (_closes(text, word.end, end, particle) or _is_own(n, word.text, kind)):
            everyday = is_common_word(name) or (len(name) == 2 and is_common(name))
            if n == 0 and everyday and len(uses(text, name)) < 2:
                return  # «사회적기업 먼저 / 남으면 …», «마을기업 점검을 나왔다»
            if particle or not is_modifier(whole):
                yield Mention(at, at + len(whole), whole, kind, "status:bare", weight=4)
            return
        if particle or is_modifier(word.text):
            return


_CERTIFIED = frozenset(("village_enterprise", "self_sufficiency", "social_enterprise", "preliminary_social_enterprise"))


def _is_own(n: int, word: str, kind: str) -> bool:
    """«마을기업 돌담길떡방 마당», «마을기업 영도바다빵 한 상자»: long and no word of every day."""
    return n == 0 and kind in _CERTIFIED and len(word) > 4 and not (is_common(word) or is_modifier(word))


def _closes(text: str, stop: int, end: int, particle: str) -> bool:
    if particle:
        return particle in _NAME_PARTICLES
    return (
        stop >= end
        or text[stop] in ",.·)’'\"("
        or text.startswith((" 등 ", " 등이", " 등은", " 등을", " :", " -", " (", " /", *_FOLLOWED), stop)
    )


# «마을기업 하도바당어멍회 앞에 섰다», «사회적기업 바다빗자루 이야기였는데»
_FOLLOWED = (" 앞에", " 이야기", " 대표", " 직원", " 식구", " 조합원", " 회원", " 부스", " 매대", " 제품", " 이사장")


def _in_label(text: str, start: int, end: int) -> Iterator[Mention]:
    """Entries of «주최 : …» that carry no telling ending themselves."""
    stop = _INNER_LABEL.search(text, start, end)
    for m in _SPLIT.finditer(text, start, stop.start() if stop else end):
        name = re.sub(r"\s등\s*$", "", m[0]).strip()
        at = m.start() + len(m[0]) - len(m[0].lstrip())
        if any(telling(w) for w in name.split()) or re.search(r"[:：().!?]|\d{2}", name):
            continue
        bent = any(is_modifier(w) for w in name.split()[:-1])
        own = not _common(name) and not is_region(name) and not bent
        if own and 3 <= len(name) <= 20 and len(name.split()) <= 2:
            yield Mention(at, at + len(name), name, None, "label:host", weight=2)


_OWN_HEADS = frozenset(("센터", "공방", "가게", "농장", "식당", "카페", "학교"))  # «위캔 센터»
_ROW = re.compile(r"(?m)^([A-Za-z가-하]?\d{1,2}[.)]?|[A-Z][.)]?) ([가-힣A-Za-z]{2,24})(?= )")

_DEFINED_ROW = Cued(  # «2) 온고을쿠키 - 결혼이주여성들이 일하는 사회적기업»
    rf"(?m)^[^\S\n]{{0,4}}(?:\d{{1,2}}[.)]|[{NUMBERED}]|[-•*○▪·])[ ]?([가-힣A-Za-z][가-힣A-Za-z ]{{1,20}}?)"
    rf"[ ]?[-–—:：][ ][^\n]{{2,60}}[ ]({_STATUS})(?:입니다|이에요|예요|이다|임)?[.]?[^\S\n]*$",
)
_BULLET = Cued(r"(?m)^([-•*○▪·])[ ]?([가-힣A-Za-z][가-힣A-Za-z ]{1,20}?)(?= ?[:：])")


def find_rows(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """«A4 도우누리 돌봄상담»: rows of one table (same kind of number) where bodies stand right after the number."""
    starts = {m.start for m in mentions}
    for m in _DEFINED_ROW.finditer(text):
        if m.start(1) not in starts and not _common(m[1]) and not _bends(m[1]):
            yield Mention(m.start(1), m.end(1), m[1], STATUS[m[2]], "row:defined", weight=3)
    rows = sorted([*_ROW.finditer(text), *_BULLET.finditer(text)], key=lambda m: m.start())
    if len(rows) < 3:  # two that begin with bodies, and one that need not
        return
    bodies: dict[str, int] = {}
    for row in rows:
        bodies[_shape(row[1])] = bodies.get(_shape(row[1]), 0) + (row.start(2) in starts)
    for row in rows:
        name = row[2]
        if bodies[_shape(row[1])] >= 2 and row.start(2) not in starts and not _common(name) and not _bends(name):
            yield Mention(row.start(2), row.end(2), name, None, "row", weight=1)


def _bends(name: str) -> bool:
    return is_modifier(name) and weak_ending_of(name) is None  # «나무와사람들» bends towards nothing


def _shape(number: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"[A-Z]", "A", number))
