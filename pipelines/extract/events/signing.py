"""Whose notice a text is: the body that signs it, greets its readers, heads it, or sends it as its letter."""

from __future__ import annotations

import re

from pipelines.extract.events.roles import bodies_in, full_name, is_government
from pipelines.extract.events.scene import Scene
from pipelines.korean.cued import Cued
from store.records import SpanPair

SIGNED = Cued(
    r"(?P<who>[^\n]{2,60}?)\s?(?:드림|올림|배상|일동|사무국|운영위원회|"
    r"이사장(?:\s?\(직인\s?생략\))?|대표이사|\(직인\s?생략\))\s?$",
    cues=r"(?:드림|올림|배상|일동|사무국|운영위원회|이사장|대표이사|생략\))(?:\s?\(직인\s?생략\))?\s?$",
)
GREETED = re.compile(
    r"안녕하(?:세요|십니까)[.,!~]{0,2}\s(?P<who>[^\n.,!]{2,40}?)\s?(?:입니다|이에요|예요)|"
    r"^(?P<from>[^\n.,!]{2,40}?)에서\s(?:알려|안내|알려\s|전해|인사)\s?(?:드립니다|드려요)",
    re.M,
)
HEADS_NOTICE = re.compile(r"\s(?:공고 제|\d{1,2}월|\d{4}년|하반기|상반기|[가-힣\s]{0,20}(?:입니다|안내|공고|알림))")
SIGNATURE = 100  # characters in which a body signs or greets


def signature(scene: Scene) -> list[tuple[str, SpanPair]]:
    """The body that signs a notice or greets its readers: a notice of its own event."""
    for pattern, lines in ((SIGNED, scene.lines[-4:]), (GREETED, scene.lines[:6])):
        for line in lines:
            since = max(line.start, line.end - SIGNATURE) if pattern is SIGNED else line.start
            match = pattern.search(scene.text, since, min(line.end, since + SIGNATURE))
            who = "who" if match is None or match["who"] else "from"
            found = bodies_in(scene, match.span(who)) if match else []
            if found:
                return found[-1:]
    letter = _letter(scene)
    if letter is not None:
        return [letter]
    for line in scene.lines[:3]:
        found = bodies_in(scene, (line.start, min(line.end, line.start + SIGNATURE)))
        if found and found[0][1][0] - line.start <= 2 and HEADS_NOTICE.match(scene.text, found[0][1][1]):
            return found[:1]
    mayor = _mayor(scene)
    if mayor is not None:
        return [mayor]
    if scene.document.channel == "board":
        for line in scene.lines[-2:]:
            alone = SIGNED_ALONE.match(scene.text[line.start : line.end])
            if alone is not None:
                return [(full_name(alone["name"], scene), (line.start, line.start + alone.end("name")))]
        for line in scene.lines[-3:]:
            words = scene.text[line.start : line.end]
            if len(words) <= 80 and not any(mark in words for mark in ":：|"):
                bare = CONTACT_TAIL.sub("", words)
                found = bodies_in(scene, (line.start, line.start + len(bare)))
                if found and len(bare) <= 40 and found[0][1][1] - found[0][1][0] >= 0.6 * len(bare):
                    return found[:1]
    return []


# «여울생협 5월 소식», «온새미재단 겨울 소식지», «강릉 사경센터 편지 41호»
LETTER = re.compile(
    r"(?:소식지?|편지|레터|통신|달력|회보|알림장|이야기)(?:\s?(?:제\s?)?\d{1,4}\s?호)?(?:\s?[-–—|(:].*|\s?vol.*)?$",
    re.I,
)
# «재단법인 온새미(이하 재단)입니다», «지원센터가 시월 달력을 보냅니다»
INTRODUCED = re.compile(
    r"(?:^|[,.!~]\s|\n)(?P<who>[^\n.,!~]{2,40}?)(?:\([^()\n]{2,20}\))?"
    r"(?:입니다|이에요|예요|[가이]\s[^.\n]{0,12}(?:소식|달력|일정|편지)(?:을|를)\s(?:보냅|전합|띄웁|나눕|알립))"
)
INTRODUCED_WITHIN = 4  # lines


def _letter(scene: Scene) -> tuple[str, SpanPair] | None:
    """The body whose letter to its readers a text is: named at the head of its title, or by how it greets."""
    title = scene.document.title
    if LETTER.search(title) is None:
        return None
    for line in scene.lines[:INTRODUCED_WITHIN]:
        for match in INTRODUCED.finditer(scene.text, line.start, line.end):
            found = bodies_in(scene, match.span("who"))
            if found and found[-1][1][1] == match.end("who"):
                return found[-1]
    for organisation in scene.organisations:
        if any(title.startswith(f"{name} ") for name in (organisation.name, *organisation.aliases)):
            return organisation.name, organisation.mentions[0] if organisation.mentions else (0, 0)
    return None


# «○○네트워크 033-000-9035», «… 지원센터 교육팀 ☎ …»: a signature with the way to reach it.
CONTACT_TAIL = re.compile(
    r"\s?(?:[가-힣]{1,6}(?:팀|국|과|실|부)\s?)?(?:☎|☏|\(?0\d{1,2}[)\-.]|[A-Za-z0-9._]{2,30}@|(?:드림|올림)$).*$"
)
# «아산시사회적경제활력센터» alone on the last line
SIGNED_ALONE = re.compile(
    r"^(?P<name>(?:[가-힣A-Za-z0-9·]{2,20}\s)?[가-힣A-Za-z0-9·]{2,20}(?:센터|재단|협의회|네트워크|연대|협의체|연구소))"
    r"(?:\s?(?:드림|올림))?$"
)
MAYOR = re.compile(r"(?P<name>[가-힣](?:\s?[가-힣]){0,4}\s?(?:시|군|구))\s?(?:장|수|청\s?장)\s?(?:\(.{1,8}\))?\s?$")


def _mayor(scene: Scene) -> tuple[str, SpanPair] | None:
    """«2023년 5월 2일  진 주 시 장» signs a public notice."""
    for line in scene.lines[-4:]:
        if line.end - line.start > 40 or not re.search(r"공고|고시", scene.document.title + scene.text[:200]):
            continue
        match = MAYOR.search(scene.text, line.start, line.end)
        name = re.sub(r"\s", "", match["name"]) if match else ""
        if match is not None and is_government(name):
            return full_name(name, scene), match.span("name")
    return None
