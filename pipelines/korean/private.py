"""What in a text is private, and masking it without moving a character.

    find_private(text, channel="board")  →  Private(type, span, text, office, rule), …
    mask(text, privates)                 →  the same number of characters, so that every span still holds
    mask_article(title, text, channel)   →  title and text as they may be stored

Phones, mails, registration numbers, accounts and cards are found everywhere (contacts.py); names and
nicknames of persons only in board posts (people.py). An organisation's own line in a notice («문의 02-…»,
«…센터(02-…)») is marked `office`: readers need it to apply, and it stays readable.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipelines.korean.contacts import find_contacts
from pipelines.korean.people import find_people
from store.records import Private

MASK = "*"

_NOTICE = re.compile(
    r"문\s{0,2}의|☎|☏|전화|연락처|팩스|대표번호|접\s{0,2}수|신\s{0,2}청|제출|예약|등록|상담|안내|제보|사무[국실]|[Tt][Ee][Ll]|[Ff][Aa][Xx]|담당|E-?mail|e-?mail|이메일|전자우편|메일|"
    r"(?:센터|재단|조합|협회|협의회|네트워크|진흥원|지원단|시청|군청|구청|도청|[가-힣]과|[가-힣]팀|사회적경제원|연합회|법인|생협|학교|도서관)\s{0,2}\(?$"
)
_REPORTER = re.compile(r"(?:기자|특파원|통신원|리포터)[^\n]{0,12}$")
_WEBMAIL = re.compile(
    r"(?:naver|daum|hanmail|gmail|nate|kakao|hotmail|outlook|yahoo|네이버|다음|지메일|한메일)", re.IGNORECASE
)
_DESK = re.compile(
    r"(?:info|news|webmaster|press|desk|admin|contact|office|help|center|master|editor)\d{0,3}@", re.IGNORECASE
)
_OWN = re.compile(r"(?<![가-힣])(?:저한테|제게|제 번호|제 메일|개인 ?번호|쪽지|카풀|문자 ?주|본인|댁|자택|집 ?전화)")
_PERSON_BEFORE = re.compile(r"[가-힣]{2,4}\s?(?:님|씨|교수|수녀|쌤|대표|선생님?)?[\s():,]{0,4}$")


def find_private(text: str, *, channel: str, title: str = "", writer: str = "") -> tuple[Private, ...]:
    """Private data of a text in order, spans into `text` as given.

    `channel` is "news" or "board" (names are looked for in board posts only). `title` is accepted because the
    one of whom a post tells may be named there first, and `writer` is whom the page names above the post; spans always
    refer to `text`.
    """
    found = [replace(p, office=_is_office(text, p, channel)) for p in find_contacts(text)]
    if channel == "board":
        taken = [p.span for p in found]
        for start, end, kind, rule in find_people(text, writer):
            if not _touches(start, end, taken):
                found.append(Private(kind, (start, end), text[start:end], rule=rule))
        found += [
            p for p in _named_in(title, text) if not any(p.span[0] < q.span[1] and q.span[0] < p.span[1] for q in found)
        ]
    return tuple(sorted(found, key=lambda p: p.span))


def mask(text: str, privates: Iterable[Private]) -> str:
    """`text` with letters and digits of every private span replaced; office lines stay. Same length always."""
    out: list[str] = []
    at = 0
    for p in sorted((p for p in privates if not p.office), key=lambda p: p.span):
        start, end = max(p.span[0], at), p.span[1]
        if end <= start:
            continue
        out += [text[at:start], "".join(MASK if c.isalnum() else c for c in text[start:end])]
        at = end
    return "".join([*out, text[at:]])


def mask_article(title: str, text: str, channel: str, writer: str = "") -> tuple[str, str]:
    """Title and text as they may be stored. A person named in the text is masked in the title, and the other way."""
    privates = find_private(text, channel=channel, title=title, writer=writer)
    named = {p.text: p.type for p in privates if p.type in ("person_name", "nickname")}
    told = [p for p in find_private(title, channel=channel, writer=writer) if not _GUESSED.match(p.rule)]
    return mask(title, [*told, *_again(named, title)]), mask(text, privates)


_GUESSED = re.compile(r"weighed|byline:talk")
"""In 955 titles of board posts these rules took ten words for persons, and none was one: «[퍼옴]», «가을판»."""


def _named_in(title: str, text: str) -> list[Private]:
    """Persons whom only the title introduces («하니쌤 환영회») and whom the text then names."""
    if not title:
        return []
    hits = (hit for hit in find_people(title) if hit[1] - hit[0] > 2 and not _GUESSED.match(hit[3]))
    return _again({title[start:end]: kind for start, end, kind, _ in hits}, text)


def _again(names: Mapping[str, str], text: str) -> list[Private]:
    """Where persons named elsewhere are named: `names` tells the type of each."""
    return [
        Private(kind, (at, at + len(name)), name, rule="title")
        for name, kind in names.items()
        for at in _begins(name, text)
    ]


def _begins(name: str, text: str) -> Iterator[int]:
    """Where a word begins with the name."""
    at = text.find(name)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            yield at
        at = text.find(name, at + 1)


def _touches(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    i = bisect_left(spans, (end, 0))
    return i > 0 and spans[i - 1][1] > start


_BEFORE = 80


def _is_office(text: str, p: Private, channel: str) -> bool:
    """Clearly an organisation's: eight-digit lines always; area codes and mails when a notice gives them."""
    if p.type not in ("phone", "email") or p.rule in ("phone:mobile", "phone:spoken", "mail:disguised"):
        return False
    if p.rule == "phone:line":
        return True
    before = text[max(0, p.span[0] - _BEFORE) : p.span[0]].rpartition("\n")[2]
    if _REPORTER.search(before) or (channel == "board" and _OWN.search(before[-20:])):
        return False
    cue = _NOTICE.search(before) is not None
    if p.type == "phone":
        return cue or channel == "news"
    if _DESK.match(p.text):
        return True
    if _WEBMAIL.search(p.text) and channel == "board":
        return False
    return cue and not (channel == "board" and _PERSON_BEFORE.search(before) and not _NOTICE.search(before[-8:]))
