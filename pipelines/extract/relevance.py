"""Is a text about the social economy? The guideline's rules R1–R9, with reasons.

A cheap screen (one Aho–Corasick pass) comes first: nine in ten articles hold no word of ours.
Then each word found is weighed by where it stands, because a *main subject* is named in the
title or the lead and a mere mention is not. Words that only look alike (신용협동조합, 재건축조합)
are in the same automaton: the longest match wins, so they hide the shorter word inside them.
A new word is one line in a table below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from pipelines.extract.boilerplate import Line
from pipelines.extract.fraud import fraud
from pipelines.korean.common_words import is_common
from store.records import Document

# Words that name a body, a policy or an event of the social economy (guideline §1). Rule: words.
OURS: dict[str, tuple[str, ...]] = {
    "R1": (
        "사회적경제", "사회적 경제", "사회연대경제", "사회연대 경제", "사회적기업", "사회적 기업", "예비사회적기업",
        "사회적협동조합", "사회적 협동조합", "협동조합",
        "마을기업", "마을 기업", "자활기업", "자활 기업", "자활센터", "자활사업", "자활근로", "자활카페",
        "자활생산품", "소셜벤처", "소셜 벤처", "사회적농업",
        "사회적금융", "사회적 금융", "사회가치연대기금", "사회적가치연대기금", "사회가치금융", "사회투자기금",
        "소셜임팩트", "소셜프랜차이즈", "사회적기업육성법",
        "협동조합기본법", "협동장터", "사회적경제기본법", "생활협동조합", "소비자생협", "의료생협", "의료사협",
        "두레생협", "한살림", "아이쿱", "자연드림", "행복중심생협",
        "생협", "사협", "마을관리사협", "햇빛발전협동", "사회적기업진흥원", "사경센터", "GSEF", "국제협동조합연맹",
        "협동사회경제", "협동사회네트워크", "이음협동", "커뮤니티비즈니스", "노협", "쿱협동",
        "사회주택", "워커즈", "공정무역", "도시양봉협동조합",
    ),
}  # fmt: skip
# «농사협동조합», «학생협동조합», «건축협동조합»: «사협», «생협», «축협» begin first and would hide the word behind.
_HIDDEN = tuple(f"{letter}협동조합" for letter in "사생노농수축신")
OURS["R1"] += _HIDDEN

# The same letters, another thing. Rule: words; the longest match wins.
LOOKALIKES: dict[str, tuple[str, ...]] = {
    "R3": (
        "농업협동조합", "수산업협동조합", "축산업협동조합", "축산협동조합", "낙농업협동조합", "낙농협동조합",
        "우유협동조합", "산림조합", "신용협동조합", "양돈협동조합", "양계협동조합",
        "양봉협동조합", "원예협동조합", "인삼협동조합", "인삼농업협동조합", "화훼협동조합", "과수협동조합",
        "품목조합", "농협", "수협", "축협", "신협", "새마을금고", "농협생협",
        "수산업 협동조합", "농업 협동조합", "신용 협동조합", "협동조합중앙회", "지구별수협",
        "금융협동조합", "금융 협동조합",  # how banks of the special acts call themselves
    ),
    "R4": (
        "중소기업협동조합", "중소기업 협동조합", "중기협동조합", "공업협동조합", "사업협동조합", "제조업협동조합",
        "금형협동조합", "인쇄협동조합", "가구협동조합", "주물협동조합",
        "레미콘협동조합", "아스콘협동조합", "골재협동조합", "콘크리트협동조합", "슈퍼마켓협동조합",
        "연식품협동조합", "니트협동조합", "염색협동조합", "기계협동조합", "플라스틱협동조합",
        "전기협동조합", "가스협동조합", "주유소협동조합", "유통협동조합연합", "협동조합법에 따른 중소기업",
        "사업조합", "재건축조합", "재건축 조합", "재개발조합", "재개발 조합",
        "주택조합", "주택협동조합원", "노동조합", "공제조합",
    ),
    "R6": (
        "사회적 거리두기", "사회적거리두기", "사회적 기업가", "사회적기업가정신", "소셜커머스", "사회적 합의",
        "사회적 논의", "사회적 대화", "사회적 고립", "사회적 약자",
        "사회적 책임", "사회적책임", "사회적 관계망", "경제협력", "경제 협력", "기업 사회",
    ),
}  # fmt: skip
# «사회적기업가 육성사업» is ours after all: the one programme that bears the entrepreneur's name.
OURS["R1"] += ("사회적기업가 육성", "사회적 기업가 육성", "사회적기업가정신 교육", "사회적기업가페스티벌")

TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT, SIGNATURE_WEIGHT = 3, 2, 1, 3
LEAD = 250  # characters of the article that count as its lead
ENOUGH = 3
FIRST_WORDS = 50  # a word in the first clause is what the text is about
# A body of ours that acts (…협동조합은, …조합(이하 센터)이, …협동조합 물마루는) or writes («…협동조합입니다») is the
# subject of its sentence, no mention in passing.
ACTS = re.compile(
    r"(?:\S{0,20}?|\s(?P<own>[가-힣A-Za-z]{2,12}?))(?:\s?[‘'“「『][^’'”」』\n]{1,24}[’'”」』])?(?:\([^()\n]{1,40}\))?(?:은|는|"
    r"이|가|께서|입니다(?=[.!,])|(?:이에|예)요|이고요?|에서(?=\s(?:새|첫|이번|올해|하는|여는|\S{1,12}(?:을|를)\s)))(?=[\s,.!])"
)
# «…생활협동조합 파주지부 조합원과 아이들 47명이», «…협동조합 조합원들이»: what its people do, it does
PEOPLE = re.compile(
    r"(?:의|\s[가-힣]{2,8}(?:지부|지회|지역|매장))?\s(?:조합원|회원|활동가|직원|식구)(?:들|\s\d{1,3}(?:여\s?)?명)?(?:은|는|이|가|과|와)\s"
)
# «장터를 여는 곳은 사회적협동조합 섬돌이다», «… 꾸리는 마을기업 ‘물결부엌’.»: what the sentence says somebody is
IDENTIFIES = re.compile(
    r"(?:\s?(?:㈜|\((?:주|유)\)\s?)?(?:[‘'“「『][^’'”」』\n]{1,24}[’'”」』]|\s[가-힣A-Za-z]{2,12}?|(?<=\))[가-힣A-Za-z]{2,12}?))?"
    r"[’'”」』]?(?:\([^()\n]{1,40}\))?(?:(?:이|이었|였)?다)?\.(?=\s|$)"
)
# «주최는 …», «우리 … 협동조합 가을 나들이!», a heading «<… 협동조합 가을 일정>»: whose text it is
OWNS = re.compile(
    r"(?:(?P<host>주최|주관)(?:는|은|\s?[:：])|(?<![가-힣])(?:우리|저희))\s[^.,\n]{0,20}$|^\s{0,3}[<\[〈《【「][^.\n]{0,16}$"
)
OWNED = 32
"""More characters than `OWNS` is long; a line of 40,000 that names us at each fifth is not searched whole each time."""
# «… 협동조합 새 국수 시식회»: a thing of theirs that people come to
HOLDS = re.compile(
    r"(?:\s[가-힣0-9]{1,8}){0,2}\s[가-힣0-9]{0,8}(?:총회|월례회|시식회|설명회|발표회|간담회|보고회|개소식|개업식|창립식|워크숍|나들이|"
    r"강좌|교실|축제|잔치|한마당|장터|일정)(?![가-힣]{2})"
)
QUOTED = re.compile(r"\s?[‘'“「『][^’'”」』\n]{1,24}[’'”」』]")
OWN_BODY = re.compile(r"\s?(?:통합)?(?:지원)?(?:센터|네트워크|연대|협의회|연합회|진흥원)")
# A trade body of the small-business law is known by its company, whatever its trade is called.
TRADE = re.compile(r"중소기업중앙회|중기중앙회|중소기업협동조합|단체표준|단체수의계약|업종 단체|중소기업 단체")
SIGNATURE_LINES, SIGNATURE_LENGTH = 3, 40  # boards: a post is signed below
TOLD = re.compile(
    r"(?:[다요죠까네음함임]|[.!?])[.!?~^)ㅎㅋㅠ\s]*$|[:：]|댓글"
)  # a sentence, a field or an answer is no signature


class Hit(NamedTuple):
    """A word of one of the tables. `where`: title, lead, body or signature; `start` in title or text."""

    rule: str
    word: str
    where: str
    start: int
    acts: bool = False  # as a body, or as the proper name of one
    named: bool = False  # a part of the proper name of one body
    subject: bool = False  # of its clause
    first: bool = False  # in the first words of the article

    def reason(self) -> str:
        place = f"@{self.start}" if self.where != "title" else "@title"
        return f"{self.rule}:{self.word}{place}"


@dataclass(frozen=True, slots=True)
class Verdict:
    relevant: bool
    reasons: tuple[str, ...]


@lru_cache(maxsize=1)
def _automaton() -> tuple[Any, tuple[tuple[str, str], ...]]:
    import ahocorasick_rs

    table = dict.fromkeys(OURS["R1"], "R1")
    for rule, words in LOOKALIKES.items():
        table.update(dict.fromkeys(words, rule))
    rows = tuple((word, rule) for word, rule in table.items())
    matcher = ahocorasick_rs.AhoCorasick([word for word, _ in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return matcher, rows


def _matches(text: str) -> Iterator[tuple[str, str, int, int]]:
    matcher, rows = _automaton()
    for index, start, end in matcher.find_matches_as_indexes(text):
        word, rule = rows[index]
        hidden = word in _HIDDEN
        yield rule, word[hidden:], start + hidden, end


def screen(title: str, text: str) -> bool:
    """Whether any word of ours occurs at all; costs one pass of the automaton."""
    return any(rule == "R1" for part in (title, text) for rule, *_ in _matches(part))


def judge(document: Document, lines: tuple[Line, ...]) -> Verdict:
    """The verdict with its reasons, strongest first."""
    hits = list(_hits(document, lines))
    ours = [h for h in hits if h.rule == "R1"]
    against = [h for h in hits if h.rule != "R1"]
    if not ours:
        return Verdict(False, tuple(dict.fromkeys(h.reason() for h in against))[:3])
    own = " ".join(document.text[line.start : line.end] for line in lines if line.kind == "text")
    false = fraud(document.title, own)
    if false is not None:
        return Verdict(False, (false, ours[0].reason()))
    other = _trade(document, ours) or _counted(document, ours) or _bank(ours, against) or _sender(ours, against)
    if other is not None:
        return Verdict(False, (other, ours[0].reason()))
    inside = 0 if against else max(_of_inside(own), _of_named(document, ours, own))
    told = max(_of_members(document, ours), inside, _of_recurring(document, ours, own), _of_acting(document, ours))
    score = _score(ours) + (DESIGNATED.search(own) is not None) + _of_audience(document, ours, lines) + told
    if score < ENOUGH:
        return Verdict(False, ("mention only", *(h.reason() for h in ours[:2]), *(h.reason() for h in against[:1])))
    return Verdict(True, tuple(h.reason() for h in sorted(ours, key=_rank)[:5]))


# «2018년 마을기업으로 지정된 곳»: says of whom it tells what makes them ours
DESIGNATED = re.compile(r"(?:마을기업|사회적\s?기업|자활기업)으로\s(?:지정|인증|선정|뽑)")


def _hits(document: Document, lines: tuple[Line, ...]) -> Iterator[Hit]:
    for rule, word, start, end in _matches(document.title):
        if _stands_alone(document.title, word, start):
            yield _as_named(Hit(rule, word, "title", start), document.title, start, end)
    lead_end = next((line.start for line in lines if line.kind == "text"), 0) + LEAD
    signed = _signature(document, lines)
    for line in lines:
        if line.kind != "text" or EXCLUDED.match(document.text, line.start, line.end):
            continue
        words = document.text[line.start : line.end]
        for rule, word, start, end in _matches(words):
            if _stands_alone(words, word, start):
                at = line.start + start
                where = "signature" if line in signed else "lead" if at < lead_end else "body"
                hit = Hit(rule, word, where, at, first=at < lead_end - LEAD + FIRST_WORDS)
                yield _as_named(hit, words, start, end)


# «안 되는 곳 ┃ 프랜차이즈, 협동조합»: whom a notice does not want, told as its own field
EXCLUDED = re.compile(
    r"\s{0,4}[-·○□▶*※]?\s?(?:(?:지원|신청|참여)\s?)?(?:제외|안 되는|불가|못 하는)\s?[가-힣]{0,4}\s?[:：┃|]"
)


def _as_named(hit: Hit, words: str, start: int, end: int) -> Hit:
    """What stands around the word: a proper name («햇빛발전|사회적협동조합», «협동조합 ‘파도쪽지’»), its part."""
    acts = ACTS.match(words, end)
    own = acts["own"] if acts is not None else None
    owned = OWNS.search(words, max(0, start - OWNED), start)
    told = IDENTIFIES.match(words, end) or HOLDS.match(words, end)
    people = words[max(0, start - 1) : start].isalpha() and PEOPLE.match(words, end) is not None
    subject = owned is not None or told is not None or people or (acts is not None and not (own and is_common(own)))
    grown = words[max(0, start - 1) : start].isalpha() or OWN_BODY.match(words, end) is not None
    named = (
        grown
        or (owned is not None and owned["host"] is not None)
        or QUOTED.match(words, end) is not None
        or bool(own and subject)
    )
    return hit._replace(acts=grown or subject, named=named, subject=subject)


def _signature(document: Document, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if document.channel != "board":
        return ()
    last = [line for line in lines if line.kind == "text"][-SIGNATURE_LINES:]
    short = (line for line in last if line.end - line.start <= SIGNATURE_LENGTH)
    return tuple(line for line in short if not TOLD.search(document.text, line.start, line.end))


def _stands_alone(text: str, word: str, start: int) -> bool:
    """«노협» inside «의료노협회» and the like: two-letter words must begin a word or end one."""
    if len(word) > 2 or word.isascii():
        return True
    before, after = text[start - 1 : start], text[start + len(word) : start + len(word) + 1]
    if word in ("생협", "사협"):  # not «상생협력», «인사협의»
        return after not in tuple("력의약상동")
    if word in ("농협", "수협", "축협", "신협"):
        return True
    return not before.isalpha() or not after.isalpha()


def _trade(document: Document, ours: list[Hit]) -> str | None:
    """R4: only the bare word «협동조합», in the company of the small-business federation."""
    found = TRADE.search(document.text)
    return f"R4:{found[0]}@{found.start()}" if found and all(h.word == "협동조합" for h in ours) else None


def _bank(ours: list[Hit], against: list[Hit]) -> str | None:
    """R3: a 농협 that calls itself a co-operative. Of ours only the bare word, of banks title or more."""
    if not all(h.word == "협동조합" and not h.named for h in ours):
        return None
    banks = [h for h in against if h.rule == "R3"]
    title = [h for h in banks if h.where == "title"]
    led = [h for h in banks if h.where == "lead"] if len(banks) >= len(ours) else []
    return next((h.reason() for h in title + led), None)


def _sender(ours: list[Hit], against: list[Hit]) -> str | None:
    """R4: the trade body or house builders' association by whose own name the text begins, and of ours no name."""
    if any(h.named or (h.where == "title" and h.acts) for h in ours):
        return None
    return next((h.reason() for h in against if h.rule == "R4" and h.named and (h.first or h.where == "title")), None)


COUNTED = re.compile(r"사회적\s?가치[^가-힣\n]{0,6}\d[\d.,]*\s?(?:조|천\s?억|백\s?억)|ESG\s?(?:경영|보고서)")


def _counted(document: Document, ours: list[Hit]) -> str | None:
    """R5: a group that counts its own «사회적 가치 5조 원» in the title, which names no one of ours."""
    found = COUNTED.search(document.title)
    return f"R5:{found[0]}@title" if found and all(h.where != "title" for h in ours) and len(ours) < ENOUGH else None


def _score(ours: list[Hit]) -> int:
    weights = (
        ("title", TITLE_WEIGHT, 3),
        ("lead", LEAD_WEIGHT, 4),
        ("body", BODY_WEIGHT, 4),
        ("signature", SIGNATURE_WEIGHT, 3),
    )
    score = sum(min(cap, weight * sum(h.where == where for h in ours)) for where, weight, cap in weights)
    return score + any((h.acts or h.first) and h.where == "lead" for h in ours)


BRANDS = frozenset(("한살림", "두레생협", "아이쿱", "자연드림", "행복중심생협"))
MEMBERS = re.compile(r"마을모임|조합원|생산지|매장\s?모임")


def _of_members(document: Document, ours: list[Hit]) -> int:
    """A member's post names the consumers' co-operative once, by its brand, and its meeting in the title."""
    branded = document.channel == "board" and any(h.word in BRANDS for h in ours)
    return ENOUGH - 1 if branded and "모임" in document.title and MEMBERS.search(document.text) else 0


# «새 조합원 3가구», «이사 보선», «위임장»: what only those inside a co-operative write of.
INSIDE = re.compile(r"조합원(?!\s?(?:모집|가입))|이사장|이사회|운영위|총회|대의원|출자금|위임장")
OFTEN = 3


def _of_inside(own: str) -> int:
    """Minutes, letters and notices to members name their own co-operative once, and its inside all over."""
    return ENOUGH - 1 if len(INSIDE.findall(own)) >= OFTEN else 0


def _of_named(document: Document, ours: list[Hit], own: str) -> int:
    """Who writes on a board says late who they are, and once: «이번 판은 우리 마실이웃협동조합이 열었고».

    A name by the way («떡은 … 협동조합에서 샀어요») does nothing there and stands among no members.
    """
    if document.channel != "board":
        return 0
    told = any(h.named and (h.subject or INSIDE.search(own)) for h in ours)
    return ENOUGH - 1 if told else 0


def _of_acting(document: Document, ours: list[Hit]) -> int:
    """A story tells late and once who does it: «향수골먹거리협동조합이 포도를 모아», «… 사회적기업 ㈜손맛두레, …».

    In 3,674 texts nobody whom a story names in one word with the kind, and who does something, was named in passing.
    """
    if document.channel == "board":
        return 0
    glued = (h for h in ours if h.subject and h.named and document.text[h.start - 1 : h.start].isalpha())
    firms = (h for h in ours if h.where == "lead" and FIRM.match(document.text, h.start + len(h.word)))
    return ENOUGH - 1 if any(glued) or any(firms) else 0


FIRM = re.compile(r"\s(?:㈜|\(주\)|주식회사\s)\s?[가-힣A-Za-z]{2,12}")
# «공장을 지은 곳은 사회적기업 ㈜바다되살림.»: what it is called behind what it is
CALLED = re.compile(
    r"\s(?P<company>㈜|\(주\)\s?|주식회사\s)?(?P<quoted>[‘'“\"「])?(?P<name>[가-힣A-Za-z]{3,12}?)(?(quoted)[’'”\"」])"
    r"(?=(?:은|는|이|가|을|를|과|와|의|에서|에|도|이?랑|하고)?[\s.,(])"
)
RECURS = 3


def _of_recurring(document: Document, ours: list[Hit], own: str) -> int:
    """A story says once what a body is and goes on with its name: who is named all over is what it tells of."""
    for hit in ours:
        called = CALLED.match(document.text, hit.start + len(hit.word)) if hit.where != "title" else None
        if called is None or (called["company"] is None and is_common(called["name"])):
            continue
        if own.count(called["name"]) >= RECURS - (called["quoted"] is not None):
            return ENOUGH - 1
    return 0


AUDIENCE = re.compile(r"\s{0,4}[-·○□▶*]?\s?(?:참여|참가|모집|교육|지원)?\s?(?:대상|누가|모시는 분)\s?[:：]")


def _of_audience(document: Document, ours: list[Hit], lines: tuple[Line, ...]) -> bool:
    """«대상: 협동조합·사회적기업에서 일하는 분»: whom a notice is for, told as its own field."""
    rows = [line for line in lines if line.kind == "text" and AUDIENCE.match(document.text, line.start, line.end)]
    return any(line.start <= h.start < line.end and h.where != "title" for line in rows for h in ours)


def _rank(hit: Hit) -> tuple[int, int]:
    return ({"title": 0, "signature": 1, "lead": 1, "body": 2}[hit.where], hit.start)
