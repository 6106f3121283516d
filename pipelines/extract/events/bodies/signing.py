"""Whose notice a text is: the body that signs it, greets its readers, heads it, or sends it as its letter."""

from __future__ import annotations

import re

from pipelines.extract.events.bodies.roles import bodies_in, full_name, is_government
from pipelines.extract.events.scene import Scene
from pipelines.korean.cued import Cued
from store.records import SpanPair

SIGNED = Cued(
    r"(?P<who>[^\n]{2,60}?)\s?(?:드림|올림|배상|일동|사무국|편집부|편지지기|소식지기|운영위원회|"
    r"이사장(?:\s?\(직인\s?생략\))?|대표이사|\(직인\s?생략\))\s?$",
    cues=r"(?:드림|올림|배상|일동|사무국|편집부|편지지기|소식지기|운영위원회|이사장|대표이사|생략\))(?:\s?\(직인\s?생략\))?\s?$",
)
GREETED = Cued(
    r"(?m)안녕하(?:세요|십니까)[.,!~]{0,2}\s(?P<who>[^\n.,!]{2,40}?)(?:\s(?:사무국|사무처|홍보팀))?\s?(?:입니다|이에요|예요)|"
    r"^(?P<to>[^\n.,!]{3,40}?)\s(?:\S{1,6}\s)?(?:조합원|회원|회원사|식구|동문|후원자)(?:님|분)?들?(?:\s?여러분)?"
    r"(?:께|에게|\s보세요)[\s!.:]*$|"
    r"^(?P<from>[^\n.,!]{2,40}?)에서\s(?:(?:알려|안내|알려\s|전해|인사)\s?(?:드립니다|드려요)|(?:알립|전합|보냅|인사합)니다|알려요|전해요)"
)
HEADS_NOTICE = re.compile(
    r"\s(?:공고 제|\d{1,2}월|\d{4}년|하반기|상반기|[가-힣\s]{0,20}(?:입니다|안내|공고|알림|소식지|편지|회보|뉴스레터))"
)
SIGNATURE = 100  # characters in which a body signs or greets


def signature(scene: Scene) -> list[tuple[str, SpanPair]]:
    """The body that signs a notice or greets its readers: a notice of its own event."""
    for pattern, lines in ((SIGNED, scene.lines[-4:]), (GREETED, scene.lines[:6])):
        for line in lines:
            since = max(line.start, line.end - SIGNATURE) if pattern is SIGNED else line.start
            match = pattern.search(scene.text, since, min(line.end, since + SIGNATURE))
            named = match.groupdict() if match is not None else {}
            who = next((g for g in ("who", "from", "to") if named.get(g)), "who")
            found = bodies_in(scene, match.span(who)) if match else []
            if found:
                return found[-1:]
    for told in (_sent_by(scene), _named_alone(scene), _published_by(scene)):
        if told is not None:
            return [told]
    letter = _letter(scene)
    if letter is not None:
        return [letter]
    for line in scene.lines[:3]:
        found = bodies_in(scene, (line.start, min(line.end, line.start + SIGNATURE)))
        if found and found[0][1][0] - line.start <= 2 and HEADS_NOTICE.match(scene.text, found[0][1][1]):
            return found[:1]
    for line in (*scene.lines[:3], *scene.lines[-1:]):
        unit = UNIT_LINE.fullmatch(scene.text, line.start, line.end)
        found = bodies_in(scene, unit.span("who")) if unit is not None else []
        if unit is not None and found and found[0][1] == unit.span("who"):
            return found[:1]
    for line in scene.lines[:3]:
        tag = TAGGED.match(scene.text, line.start, line.end)
        found = bodies_in(scene, tag.span("who")) if tag is not None else []
        if tag is not None and found and found[0][1] == tag.span("who"):
            return found[:1]
    sender = _sender(scene)
    if sender is not None:
        return [sender]
    mayor = _mayor(scene) or _town_alone(scene)
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
    r"(?:소식지?|편지|레터|통신|달력|회보|알림장|이야기)(?:\s?(?:제\s?)?\d{1,4}\s?호|\s[가-힣]{1,3}\s?번째|\s[가-힣]{2,6}째)?(?:\s?[-–—|(:].*|\s?vol.*)?"
    r"(?:\s?[<‘「『《][^<>‘’「」『』《》\n]{1,12}[>’」』》])?(?:\s(?:\d{4}년\s)?(?:\d{1,2}|[가-힣]{1,3})월호?)?(?:[\]】〉]\s?\S.*|\s?[-–—―|:]\s.*)?$",
    re.I,
)
# «재단법인 온새미(이하 재단)입니다», «지원센터가 시월 달력을 보냅니다»
INTRODUCED = Cued(
    r"(?:^|[,.!~]\s|\n)(?P<who>[^\n.,!~]{2,40}?)(?:\([^()\n]{2,20}\))?"
    r"(?:입니다|이에요|예요|[가이]\s(?:드립니다|띄우는|보내는|부치는|전하는)|에서\s(?:보내|띄우|전하)는|"
    r"(?:의|\s식구들의)?\s(?:\d{1,2}월\s|[가-힣]{1,2}월\s)?소식(?:을)?\s(?:전합|보냅|나눕|띄웁)니다|[가이]\s[^.\n]{0,12}(?:소식|달력|일정|편지)(?:을|를)\s(?:보냅|전합|띄웁|나눕|알립)|"
    r"(?:\s(?:사무국|편집부|홍보팀))?[이가]\s(?:씁니다|적습니다|보냅니다|띄웁니다|전합니다))"
)
UNIT_LINE = re.compile(
    r"\s?(?P<who>[^\n]{4,30}?)\s(?:[가-힣]{1,6}팀|사무국|사무처|활동국|편집부)\s?"
)  # «○○협동조합 홍보팀»
TAGGED = re.compile(
    r"\s?[\[【<〈(](?P<who>[^\]】>〉)\n]{3,30})[\]】>〉)]\s?(?:\S|$)"
)  # «[논산지역자활센터] 공동작업장 …»
# «강릉사회적경제연결센터 | 2021-10-07 11:26», «한마음생협 게시판 / 3.4 / 매장지기», «작성자 마포지원센터 ㅣ 등록일 …»
SENDER = Cued(
    r"(?m)^[^\S\n]{0,4}(?:(?:작성자|글쓴이|등록자|올린\s?(?:이|곳)|등록)\s?[:：]?\s?)?(?P<who>(?:[가-힣A-Za-z0-9·]{2,16}\s)?[가-힣A-Za-z0-9·]{3,20}"
    r"(?:협동조합|생협|사협|센터|재단|협의회|네트워크|연합회|지원단))(?:\s게시판)?[^\S\n]{0,3}[|/ㅣ·│]\s?(?:(?:등록|작성)일?\s?)?\d"
)
HEAD_OF_POST = 200  # characters


# «보낸사람 | 세종사회적경제공동체센터 <…>» at the head of a letter
SENT_BY = re.compile(
    r"\s?(?:보낸\s?(?:사람|이|곳)|발신)\s?[|:：]\s?(?P<who>[^|<(\n]{3,30}?)(?:\s(?:사무처|사무국|\S{1,6}팀))?\s?(?:[<(|]|$)"
)


def _sent_by(scene: Scene) -> tuple[str, SpanPair] | None:
    for line in [*scene.lines[:3], *scene.lines[-2:]]:
        match = SENT_BY.match(scene.text, line.start, line.end)
        found = bodies_in(scene, match.span("who")) if match is not None else []
        if found:
            return found[0]
    return None


def _sender(scene: Scene) -> tuple[str, SpanPair] | None:
    """The body under whose name a post stands, as its head says."""
    match = SENDER.search(scene.text, 0, HEAD_OF_POST) if scene.document.channel == "board" else None
    if match is None:
        return None
    known = [o.name for o in scene.organisations if match["who"] in (o.name, *o.aliases)]
    return known[0] if known else match["who"], match.span("who")


# «광명지역자활센터입니다.», «순천사회적경제네트워크 사무국입니다.»: a body and nothing else in front of the verb
ALONE_IS = re.compile(
    r"(?:^|[.,!?~]\s)(?P<who>[^\n.,!?~]{3,30}?)(?:\([^()\n]{2,20}\))?(?:\s(?:사무국|사무처|홍보팀|편집부))?(?:입니다|이에요|예요)(?=[.!~]|\s*$)",
    re.M,
)


def _named_alone(scene: Scene) -> tuple[str, SpanPair] | None:
    """The body that says its own name in one of the first lines."""
    letter = scene.document.channel == "board" or LETTER.search(scene.document.title) is not None
    for line in scene.lines[:NAMED_WITHIN] if letter else ():
        for match in ALONE_IS.finditer(scene.text[line.start : line.end]):
            span = (line.start + match.start("who"), line.start + match.end("who"))
            found = bodies_in(scene, span)
            if found and found[-1][1] == span:
                return found[-1]
    return None


NAMED_WITHIN = 6  # lines
# «펴낸 곳 ○○생협 ☎», «○○지원센터 펴냄», «통권 제77호 * ○○의료복지사회적협동조합 *»
PUBLISHED_BY = (
    Cued(r"(?:펴낸|만든|엮은|내는|부치는)\s?(?:곳|이|데)\s?[:：|]?\s?(?P<who>[^\n☎|/0-9]{3,30})"),
    Cued(r"(?P<who>[가-힣A-Za-z0-9· ]{3,30})\s(?:펴냄|발행|엮음|만듦)"),
    Cued(
        r"(?P<who>[가-힣A-Za-z0-9· ]{3,30})[이가]\s(?:다달이|매달|철마다|달마다)\s\S{0,6}"
        r"(?:부치는|보내는|띄우는|펴내는)"
    ),
    Cued(
        r"(?:호|소식지?|편지|레터|통신|회보)\s?[*∥|│·]\s?(?:\d{4}\.[\d. ]{3,9}[^*∥|│·\n]{0,4}[*∥|│·]\s?)?"
        r"(?P<who>[가-힣A-Za-z0-9· ]{3,30}?)\s?(?:[*∥|│·]|$)"
    ),
)


def _published_by(scene: Scene) -> tuple[str, SpanPair] | None:
    """Who a letter says that it is published by, in its first lines or its last."""
    patterns = [pattern for pattern in PUBLISHED_BY if pattern.may_fit(scene.text)]
    for line in (*scene.lines[:2], *scene.lines[-3:]) if patterns else ():
        for pattern in patterns:
            match = pattern.search(scene.text, line.start, line.end)
            found = bodies_in(scene, match.span("who")) if match is not None else []
            if found:
                return found[0]
    return None


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
    first = title.split()[0] if title.split() else ""
    named = [o for o in scene.organisations if len(first) > 1 and o.name.startswith(first) and o.mentions]
    if len(named) == 1:  # «들꽃 소식지 31호» of the 들꽃의료복지사회적협동조합
        return named[0].name, named[0].mentions[0]
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
MAYOR = re.compile(
    r"(?:(?:[가-힣]{1,4}도|[가-힣]{2}(?:특별시|광역시|특별자치도))\s)?"
    r"(?P<name>[가-힣](?:\s?[가-힣]){0,4}\s?(?:시|군|구))\s?(?:장|수|청\s?장)\s?(?:\(.{1,8}\))?\s?$"
)


def _town_alone(scene: Scene) -> tuple[str, SpanPair] | None:
    """«충청남도 서산시» alone on the last line, below the day of a notice."""
    last = scene.lines[-1] if scene.lines else None
    if last is None or DAY_ALONE.search(scene.text[max(0, last.start - 30) : last.start]) is None:
        return None
    match = TOWN.fullmatch(scene.text, last.start, last.end)
    if match is None or not is_government(match["name"]):
        return None
    return full_name(match["name"], scene), match.span("name")


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


TOWN = re.compile(
    r"(?:[가-힣]{2,4}(?:도|특별시|광역시|특별자치도|특별자치시)\s)?(?P<name>[가-힣]{1,4}[시군구])\s?(?:청|\(직인\s?생략\))?\s?"
)
DAY_ALONE = re.compile(r"(?:^|\n)\s?\d{4}\s?[.년]\s?\d{1,2}\s?[.월]\s?\d{1,2}\s?[.일]?\s*$")
