"""Who is behind a number, a mail address or an honorific: «총무 나현도 (010-…)», «농협 351-… 두정아», «총무 갈채운님».

Whoever a post says to call is someone, so the syllables matter less here than elsewhere, and a surname that no list has
is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.korean.common_words import is_common
from pipelines.korean.cued import Cued
from pipelines.korean.person_words import (
    NAME,
    NOT_NIM,
    ROLE_BEFORE,
    TITLES,
    is_name,
    made_of_nicknames,
    nick_or_name,
    taken_for_names,
)

Hit = tuple[int, int, str, str]  # start, end, type, rule

_ROLED_CONTACT = Cued(  # «총무 나현도 (010-…)», «담당 권이든 (…@…)»: whom to call, whatever the syllables
    rf"(?<![가-힣])[가-힣]{{0,8}}(?:{ROLE_BEFORE})[ ]?[:：]?[ ]?({NAME}|(?<=[ :：])[가-힣]{{3}})(?:님|씨)?"
    r"[ ]{0,2}[(:,·]?[ ]{0,2}(?=(?:☎[ ]?)?01[016-9][ -.)]|[A-Za-z0-9._%+-]{2,40}@)",
    cues=r"01[016-9][ -.)]|@",
)
_IN_CHARGE = re.compile(
    r"[(,·/][ ]?(?:담당자?|총무|문의|예금주)[ ]?[:：]?[ ]([가-힣]{3})(?=[)\n,])"
)  # «02-… (담당 서이룬)»
_ROLED_TITLED = Cued(
    rf"(?<![가-힣])(?:{ROLE_BEFORE})[ ]?[:：]?[ ]({NAME})[ ]?(?:{TITLES})(?![가-힣])",
    cues=rf"(?:{ROLE_BEFORE})[ ]?[:：]?[ ](?:{NAME})[ ]?(?:{TITLES})",
)
_ROLED_NIM = Cued(
    rf"(?<![가-힣])(?:{ROLE_BEFORE})[ ]([가-힣]{{3}})(?:님|씨)(?![가-힣]*님)", cues=r"[ ][가-힣]{3}[님씨]"
)
"""«총무 갈채운님»: a role and an honorific, whatever the surname."""
_AFTER_NUMBER = Cued(  # «농협 351-…-83 두정아», «054-000-5510 사례관리팀 마지원»: whose number that is
    rf"(?m)(?:\d{{2,6}}(?:[ ]?[-.)][ ]?\d{{1,8}}){{1,4}}|(?<!\d)\d{{10,16}})[ ]{{0,2}}[(/,]?[ ]{{0,2}}"
    rf"(?:[가-힣]{{1,10}}(?:팀|과|국|부|실)[ ])?({NAME})"
    rf"(?=(?:님|씨)?[ ]?(?:$|[\n),./(])|[ ]앞|[ ](?:{TITLES})(?:에게|께|님|한테|[ ),.]))",
    cues=rf"\d[ ]{{0,2}}[(/,]?[ ]{{0,2}}(?:[가-힣]{{1,10}}(?:팀|과|국|부|실)[ ])?{NAME}"
    rf"(?:(?:님|씨)?[ ]?(?:$|[\n),./(])|[ ](?:앞|(?:{TITLES})))",
)
_UNIT_CONTACT = Cued(  # «사례관리팀 마지원 054-…»
    rf"(?<![가-힣])[가-힣]{{1,10}}(?:팀|과|국|부|실)[ ]({NAME})(?:님|씨)?"
    r"[ ]{0,2}[(:,·☎]?[ ]{0,2}(?=0\d{1,2}[-.) ]\d{3})",
    cues=r"0\d{1,2}[-.) ]\d{3}",
)
_ROLE_HELD = Cued(  # «담임 유다정 · 전화 …», «/ 마을지기 길다정», «(간사 초록이)»: none but a person holds it
    r"(?m)(?<![가-힣])(?:[가-힣]{0,6}담임|담당[ ]?교사|주무관|간사|사무장|직무[ ]?대행|총무|"
    r"(?:마을|모임|동네|밤)지기)[ ](?P<who>[가-힣]{2,4})(?=[^\S\n]*(?:$|[)·]|[(,/☎]?[ ]?0\d{1,2}[-.) ]\d{3}))",
)
_TITLED_CONTACT = Cued(  # «담당은 빈가람 사무장(033-…)»
    rf"(?<![가-힣])(?P<who>[가-힣]{{3}})[ ](?:{TITLES})[ ]?[(,:]?[ ]?(?=0\d{{1,2}}[-.) ]\d{{3}})",
)
_TO_DO = re.compile(r"(?:문[자의]|전화|전송|연락|주[문세]|신청|예약|접수|입금|송금|번호|계좌|팩스)")
"""What is to be done with a number («010-… 문자요») and no name."""
_GREETED = re.compile(rf"안녕하(?:세요|십니까)[ .,!?~^]{{0,4}}(?:저는[ ])?({NAME})(?=입니다|이에요|예요|이라고|라고)")
_AFTER_PHONE = re.compile(
    r"(?:01[016-9][ -.)]?\d{3,4}[ -.]?\d{4}|@[a-z0-9.-]{4,40})[ ]?"
    rf"\(({NAME})(?:[ ](?:{TITLES}|권사|집사|장로|전도사))?\)"
)  # «010-0000-5541 (곽상진)»


def find_reached(text: str) -> Iterator[Hit]:
    """Whom a number, a mail address or an honorific shows to be someone."""
    for pattern in (_ROLED_CONTACT, _ROLED_TITLED, _AFTER_PHONE, _IN_CHARGE):
        for m in pattern.finditer(text):
            believed = pattern in (_ROLED_CONTACT, _IN_CHARGE) and _unlisted(m[1])
            if is_name(m[1], sure=True) or believed:
                yield m.start(1), m.end(1), _kind(m[1]), "role:contact"
    for m in (*_ROLE_HELD.finditer(text), *_TITLED_CONTACT.finditer(text)):
        if (kind := _held_by(m["who"])) is not None:
            yield m.start("who"), m.end("who"), kind, "role:held"
    for pattern in (_ROLED_NIM, _AFTER_NUMBER, _UNIT_CONTACT, _GREETED):
        for m in pattern.finditer(text):
            if _TO_DO.match(m[1]) or m[1].endswith("를"):  # «이름과 나이를 010-…»: what to send there
                continue
            if (is_name(m[1], sure=True) and not is_common(m[1])) or (pattern is _ROLED_NIM and _unlisted(m[1])):
                yield m.start(1), m.end(1), _kind(m[1]), "number"


def _kind(word: str) -> str:
    """«담당 고등어 010-…» and «담당 도담맘 010-…» are called so."""
    called = word in taken_for_names() or (made_of_nicknames(word) and not is_name(word, sure=False))
    return "nickname" if called else "person_name"


def _held_by(word: str) -> str | None:
    """The type of a word behind a role; a word of every day only where neighbours are called so."""
    if _TO_DO.match(word) or (len(word) != 3 and word not in taken_for_names()):
        return None
    if is_name(word, sure=True) and word not in taken_for_names():
        return "person_name"
    if word in taken_for_names() or made_of_nicknames(word):
        return "nickname"
    return "person_name" if _unlisted(word) else None


def _unlisted(word: str) -> bool:
    """A name whose surname no list has: no word, no role, no field."""
    return not is_common(word) and not NOT_NIM.search(word) and nick_or_name(word, "") is not None
