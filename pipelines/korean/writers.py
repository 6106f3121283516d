"""The writer whom a page names above a post, where the post itself says that name again.

Boards print the nickname of who wrote («달래무침 | 조회 71»), and the post ends «달래무침 드림» or begins
«달래무침입니다». Offices, bodies and roles write, too («사무국», «진안사경센터»); they are no one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines.korean.circles import BODY_BEFORE
from pipelines.korean.common_words import is_common
from pipelines.korean.names import is_region, is_region_stem
from pipelines.korean.person_words import PLACES, is_nobody, nick_or_name, taken_for_names
from pipelines.korean.recurring import is_same
from pipelines.korean.wordlist import read_words

Hit = tuple[int, int, str, str]  # start, end, type, rule

_NICK = re.compile(r"[가-힣A-Za-z0-9_]{2,12}")
_WORDLIKE = re.compile(r"[가-힣A-Za-z0-9]")
_BODY = re.compile(
    rf"(?:{PLACES}|사경|사회적경제|공정무역|여행사?|[가-힣]{{2}}두레|품앗이|살림|마을|이음|나눔|돌봄|협동|신협|농협|수협|금고|클럽|집수리|신문|방송|뉴스|소식|편지|레터|알림|"
    r"[과팀실국부처소원관단청회서반계담당]|회의|모임|지기|일꾼들?|사람들|주민|관리|홍보|운영|기획|교육|사업|경제)$"
)
_BODY_BEHIND = re.compile(
    r"[ ]?(?:[가-힣]{0,8}(?:협동조합|조합|생협|사협|센터|재단|네트워크|법인|기업|지원|연대|회|과|팀)|[·&])"
)
_SAYS_SO = re.compile(
    r"(?:입니다|이에요|예요|에요|였습니다|이었습니다|인데요|이고요|[ ]{1,3}(?:올림|드림|배상|씀|적음)|"
    r"[ ]?(?:님|쌤|샘|씨)|한테|에게)|[^\S\n]*\Z"
)


@cache
def _roles() -> frozenset[str]:
    return frozenset(read_words("held_roles"))


def find_writer(text: str, writer: str) -> Iterator[Hit]:
    """Where a post says who wrote it, each place once; a word of every day only where nothing but a person can be."""
    name = writer.strip()
    places = list(_places(text, name)) if name in text and _NICK.fullmatch(name) else []
    kind = _kind(name) if places else None
    if kind is None or any(_is_body(text, start, start + len(name)) for start in places):
        return
    everyday = is_common(name) or name in taken_for_names()
    for start in places:
        if _WORDLIKE.match(text[start - 1 : start]):
            continue
        end = start + len(name)
        if _SAYS_SO.match(text, end) if everyday else is_same(name, text[end : end + 4]):
            yield start, start + len(name), kind, "writer"


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _is_body(text: str, start: int, end: int) -> bool:
    """«솔뫼장독 영농조합법인», «소셜벤처모임 금강다리»: the text says elsewhere what it is."""
    behind = _BODY_BEHIND.match(text, end) is not None
    return behind or BODY_BEFORE.search(text, max(0, start - 9), start) is not None


def _kind(name: str) -> str | None:
    if name.isdigit() or (_BODY.search(name) and name not in taken_for_names()):
        return None
    if name in _roles() or is_region(name) or is_region_stem(name) or is_nobody(name):
        return None
    told = nick_or_name(name, "writer")
    return told[0] if told is not None else None
