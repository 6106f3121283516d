"""The title of an event as a person would list it (guideline §4): no quotes, year and round kept, sub-title dropped.

An event is named by a quoted name («‘2018 동작 사회적경제 어울마당’»), a quoted slogan with a noun of an
event behind it («‘청년, 협동의 일터를 말하다’ 토론회»), or that noun with the words before it (주민설명회).
A new kind of event is one word in `heads.HEADS`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import Any

from pipelines.extract.events.words.alone import YARDS, ends_word, part_of_other
from pipelines.extract.events.words.heads import CALL_HEADS, FOUNDING, GENERIC, HEADS, NO_CEREMONY, WEAK
from pipelines.extract.events.words.namewords import STOP, name_start
from pipelines.extract.events.words.trimmed import trimmed
from pipelines.korean.cued import Cued
from store.records import SpanPair

BY_LAST = {h[-1]: tuple(sorted((x for x in HEADS if x[-1] == h[-1]), key=len, reverse=True)) for h in HEADS}
MOST_NAMES = 40  # in one sentence; more is a list of words, no text

QUOTES = {
    "‘": "’",
    "“": "”",
    "'": "'",
    '"': '"',
    "『": "』",
    "「": "」",
    "<": ">",
    "《": "》",
    "〈": "〉",
    "｢": "｣",
    "‹": "›",
}
CLOSING = frozenset(QUOTES.values())
QUOTED = re.compile(
    r"‘([^‘’\n]{2,60})’|『([^『』\n]{2,60})』|「([^「」\n]{2,60})」|《([^《》\n]{2,60})》|"
    r"〈([^〈〉\n]{2,60})〉|｢([^｢｣\n]{2,60})｣|‹([^‹›\n]{2,60})›|<([^<>\n]{2,60})>|'(?!\d\d\s?[./년])([^'\n]{2,50})'|"
    r"“([^“”\n]{2,50})”|\"([^\"\n]{2,50})\""
)
# «‘2018 공정무역 도시 선언’을 개최한다»: what is held under a name is an event, whatever it is called.
HELD_BEHIND = re.compile(
    r"^(?:이|가|도),\s|^\s?이?라는\s(?:이름|제목|주제)(?:으로|로)\s[^.\n]{0,24}?(?:가졌|갖|열|연다|엽|마련|진행|나눴|나눕|개최)|^(?:은|는)\s(?:오는\s|이달\s|다음\s달\s|내달\s|매주\s|매월\s|매달\s|\d{1,2}[일월]|\d{1,2}\.\s?\d)|^\s?(?:을|를|이|가|도|은|는)?\s(?!주제|제목|이름|내용|목표|"
    r"표어)(?:[가-힣0-9()]{1,10}\s){0,3}?(?:개최|연다|방송한|방송된|중계|바뀌었|바뀐다|바뀝|"
    r"열었|열린|열렸|열기로|열고|엽니다|열어|갖는|가졌|옮긴|옮겨|옮겼|바꾼|바꿔|"
    r"갖기로|마련|펼친|펼쳐|펼쳤|선보|벌인|벌였|치른|치렀|치러|벌여|진행|한다\b|합니다|한답니다|했다\b|이어진|"
    r"이어졌|상영|취소|미뤄|"
    r"튼다|틉니다|틀어|미룬|미뤘|연기|늦춘|늦춰|앞당|차린|차렸|막을 올|막을 내|시작|예정|운영)"
)
# «저희가 여는 ‘토요 상담의 날’», «8일 열 계획이던 ‘나눔 피크닉’»: the verb stands in front.
HELD_BEFORE = re.compile(
    r"(?:(?:열|개최할|진행할|치를)\s(?:계획|예정)(?:이던|이었던|인)|열려던|열기로 (?:한|했던)|여는|열리는|열릴|"
    r"개최하는|개최되는|[가이]\s연|열린|주최한|개최한)\s$"
)
# «데모데이 ‘임팩트 나우’»: the noun in front says what kind of event the quoted name is.
NOUN_BEFORE = re.compile(r"(?P<noun>[가-힣A-Za-z]{2,12})\s?$")
# «극단 ‘보람할매극장’», «매장 ‘햇살가득점’»: what bodies, shops and goods are called.
BODY_BEFORE = re.compile(
    r"(?:기업|조합|센터|매장|카페|가게|브랜드|법인|극단|단체|모임|동아리|회사|업체|앱|상품|책|책자|식당|공방|"
    r"상점|사업단|공동체|"
    r"재단|협회|연합회|네트워크|위원회|밴드|합창단|주민기자단|봉사단|꾸러미|서점|책방|빵집|플랫폼|시스템|"
    r"누리집|몰|장터몰|마을|"
    r"주제로|태풍|구호|표어|이름은|이름의|뜻의|뜻하는|부제|화폐|의원|병원|밥집|찻집|점포|건물|사랑방|생협)(?:인)?\s?$"
)
KEPT_NOUNS = (
    "발제",
    "토론",
    "사례발표",
    "공연",
    "강연",
    "특강",
    "강의",
    "토크쇼",
    "토크콘서트",
    "콘서트",
    "영화",
    "전시",
    "전시회",
    "연극",
    "북콘서트",
    "사진전",
    "그림전",
    "작품전",
    "토론회",
)
COURSES = (
    "아카데미",
    "학교",
    "강좌",
    "과정",
    "교실",
    "캠프",
    "포럼",
    "모임",
    "총회",
    "대회",
)
SPEECH = re.compile(r"[다요죠까네라][.!?~,]?$|[.!?]$|습니다|했다|한다고|이다$")
AFTER_QUOTE = re.compile(
    r"^(?:\s?(?:이?라는|이란|란)\s(?:(?:이름|제목|주제)(?:의|으로|로)\s)?|"
    r"(?:을|를)\s(?:내건|내세운|다루는|다룬|(?:주제|제목|이름|구호|표어)(?:로|으로)\s(?:한|하는|내건|삼은|여는|열리는))\s)?\s?(?P<noun>(?:[가-힣A-Za-z0-9]{1,10}\s){0,3}[가-힣]{0,10})"
)


# «‘공공구매 조례’ 개정을 놓고 간담회를 가졌다»: what was talked about is no event, the talk is.
ABOUT = re.compile(
    r"(?:\s(?P<deed>[가-힣]{2,6}))?[을를]\s(?:놓고|두고|화두로)\s(?:[가-힣0-9]{1,8}\s){0,2}?"
    r"(?P<noun>[가-힣]{2,8})[을를이가]\s"
)


@dataclass(frozen=True, slots=True)
class Name:
    """An event's name in the text. `span` covers its words, `head` is the noun that made it one."""

    title: str
    span: SpanPair
    head: str
    quoted: bool
    weak: bool
    sitting: bool = False  # «3강», «첫째 밤» of a course
    part: bool = False  # what is done at an hour of a longer event

    @property
    def generic(self) -> bool:
        return self.title.replace(" ", "") in GENERIC or self.title in GENERIC


@lru_cache(maxsize=1)
def _heads() -> tuple[Any, tuple[str, ...]]:
    import ahocorasick_rs

    words = tuple(dict.fromkeys(HEADS))
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.Standard), words


YARD = re.compile(r"(?:[앞뒤뒷안옆]|매장\s?)마당$")  # a place: «노형매장 뒷마당»


ADDRESS = re.compile(r"[가-힣](?:시|군|구|동|읍|면|리|로|길|천)\s")  # «서울 성북구 보문동 성북천 바람마당»


IN_BRACKETS = re.compile(r"\s?\([^()]*\)$")
ROUND_AT_END = re.compile(r"\s?(?:\d{1,2}(?:강|회|회차|차시|기|차)|[ⅠⅡⅢ\d])$")
ROUND = frozenset("강회차시기ⅠⅡⅢ")


@lru_cache(maxsize=1024)  # the same names are asked about by one rule after another
def head_of(words: str) -> str | None:
    """The event noun a name ends in, brackets aside: «…포럼», «…총회(온라인)»."""
    bare = words.strip()
    if bare.endswith(")"):
        bare = IN_BRACKETS.sub("", bare)
    if bare[-1:] in ROUND or bare[-1:].isdecimal():
        bare = ROUND_AT_END.sub("", bare)
    heads = BY_LAST.get(bare[-1:], ())
    best = next(h for h in heads if bare.endswith(h)) if bare.endswith(heads) else _ceremony(bare)
    if best == "장" and not re.search(
        r"(?:마실|나들|모|달|별|밤|새|두레|골목|오일|마르쉐|햇살|나눔|협동|마을|가을|겨울|여름|봄|꽃|살림|숲|"
        r"보름|반짝|소풍|벼룩)장$",
        bare,
    ):
        return None
    if best == "마당" and YARD.search(bare):
        return None
    if best == "인가" and bare[-3:-2] not in ("립", " ", ""):  # «호혜란 무엇인가»
        return None
    return best


# «창업식을 치렀다», «촉구하는 기자회견도 갖는다»: a noun made at will, where something is held under it.
CEREMONY = re.compile(r"[가-힣]{2,}(?:식|회견)$")
_CEREMONIES = ("식", "회견")
_HELD = r"(?:식|회견)(?=[을를이가도은는]\s|\s?\(|(?:에서|에는|에)\s)"
HELD_CEREMONY = Cued(r"[가-힣]{1,7}" + _HELD)


def _ceremony(words: str) -> str | None:
    """창업식 → 창업식, 기자회견 → 기자회견; 음식, 방식 and their like → None."""
    if not words.endswith(_CEREMONIES):
        return None
    last = words.rpartition(" ")[2]
    made = CEREMONY.search(last) is not None and last[-2:] not in NO_CEREMONY and len(last) <= 8
    return last if made else None


def find_names(text: str, start: int, end: int) -> list[Name]:
    """Names between two offsets (one sentence), in reading order."""
    return list(_names_between(text, start, end))


@lru_cache(maxsize=128)  # several rules ask for the names of one sentence
def _names_between(text: str, start: int, end: int) -> tuple[Name, ...]:
    quoted = list(_quoted(text, start, end))
    covered = [n.span for n in quoted]
    plain = [n for n in _plain(text, start, end) if not any(a < n.span[1] and n.span[0] < b for a, b in covered)]
    return tuple(sorted(quoted + plain, key=lambda n: n.span))


# «‘남원 귤꽃장’»: a market by its last syllable, where a name stands in quotes
MARKET = re.compile(r"(?<![극농공시매사회현주등목광동원])장$")
# «‘협동조합 설립학교’ 3기를 운영한다»
ROUND_BEHIND = re.compile(r"\s?(제?\s?\d{1,3}(?:기|회|차|탄))(?=[은는이가을를의에 ,.]|$)")


def _quoted(text: str, start: int, end: int) -> Iterator[Name]:
    for name in _quoted_bare(text, start, end):
        behind = ROUND_BEHIND.match(
            text, min(end, name.span[1] + (text[name.span[1] : name.span[1] + 1] in CLOSING)), end
        )
        if behind is not None and name.head and behind[1] not in name.title:
            yield replace(name, title=f"{name.title} {behind[1]}", span=(name.span[0], behind.end()))
        else:
            yield name


# «“졸업생이 여는 첫 봉사”라고 귀띔했다»: what somebody said
_SAID = re.compile(
    r"(?:이?라고|이?라며|이?라면서|고|며)\s(?:[가-힣]{1,8}\s){0,2}?"
    r"(?:귀띔|말했|말한|밝혔|밝힌|설명|소개했|전했|강조|덧붙|했다)"
)


def _quoted_bare(text: str, start: int, end: int) -> Iterator[Name]:
    for match in QUOTED.finditer(text, start, end):
        group = match.lastindex or 1
        inner, (a, b) = match[group], match.span(group)
        front = text[max(start, match.start() - 16) : match.start()]
        if BODY_BEFORE.search(front) or _SAID.match(text, match.end(), end):
            continue
        kind = NOUN_BEFORE.search(front)
        noun_before = head_of(kind["noun"]) if kind else None
        behind = AFTER_QUOTE.match(text[match.end() : min(end, match.end() + 40)])
        noun = _noun_behind(behind["noun"]) if behind else None
        head = head_of(inner) or ("장" if MARKET.search(inner) else None)
        about = ABOUT.match(text, match.end(), min(end, match.end() + 40)) if not head and not noun else None
        if about is not None and (kind_of := head_of(about["noun"])) is not None and kind_of not in CALL_HEADS:
            title = " ".join(filter(None, (tidy(inner), about["deed"], about["noun"])))
            yield Name(title, (match.start(), about.end("noun")), kind_of, True, False)
            continue
        if noun_before and noun_before not in CALL_HEADS and not noun and not (head and head not in WEAK):
            title = f"{tidy(inner)} {noun_before}" if noun_before.endswith(KEPT_NOUNS) else tidy(inner)
            if noun_before in COURSES:  # «2021 지역자산화 아카데미 「건물주가 된 주민들」»
                course = text[
                    start + name_start(text[start:end], match.start() - start - 1 - len(noun_before)) : match.start()
                ]
                title = tidy(course) if len(course.split()) > 1 else title
            yield Name(title, (match.start() - len(front) + kind.start(), match.end()), noun_before, True, False)  # type: ignore[union-attr]
            continue
        if noun and not (head and noun.split()[-1] in WEAK):
            last = match.end() + text[match.end() : end].index(noun) + len(noun)
            title = tidy(inner) if noun == "행사" and len(inner) > 4 else f"{tidy(inner)} {noun}"
            yield Name(title, (match.start(), last), head_of(noun) or noun, True, False)
        elif (
            not head
            and not SPEECH.search(inner)
            and (HELD_BEFORE.search(front) or HELD_BEHIND.match(text[match.end() : min(end, match.end() + 30)]))
        ):
            yield Name(tidy(inner), (a, b), "", True, False)
        elif head and not SPEECH.search(inner):
            yield Name(tidy(inner), (a, b), head, True, head in WEAK and len(inner) < 5)


def _noun_behind(words: str) -> str | None:
    """«’ 토론회를 연다» → 토론회; «’ 성과를 나누는 발표회» → nothing, the quote is something else."""
    kept: list[str] = []
    for word in words.split():
        bare = re.sub(r"(?:을|를|이|가|은|는|에|의|도|로|으로|와|과|에서|에는)$", "", word)
        kept.append(bare)
        head = head_of(bare)
        if head and (head not in FOUNDING):
            return " ".join(kept)
        if bare != word or STOP.search(word):
            return None
    return None


def _plain(text: str, start: int, end: int) -> Iterator[Name]:
    sentence = text[start:end]
    longest: dict[int, tuple[int, str]] = {}  # by their end: «업무협약식» is a 협약식
    for a, b, head in _heads_in(text, start, end):
        if b - start not in longest or a - start < longest[b - start][0]:
            longest[b - start] = a - start, head
    if len(longest) > 1:  # «별빛나눔장» is one noun, not a 나눔 before a 장
        longest = {b: v for b, v in longest.items() if not (b + 1 in longest and sentence[b] == "장")}
    for match in HELD_CEREMONY.finditer(text, start, end):
        a, b = match.start() - start, match.end() - start
        if b not in longest and _ceremony(match[0]) and HELD_BEHIND.match(sentence[b : b + 30]):
            longest[b] = a, match[0]
    for b, (a, head) in sorted(longest.items())[:MOST_NAMES]:
        if not ends_word(sentence, b) or part_of_other(sentence, a, head) or _of_a_council(text, sentence, a, b):
            continue
        first = name_start(sentence, a)
        name = sentence[first:b]
        if head_of(name) is None or (head in YARDS and ADDRESS.search(name)):
            continue
        yield Name(tidy(name), (start + first, start + b), head, False, head in WEAK and not name.endswith("본회의"))


def _heads_in(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, noun) of every event noun between two offsets."""
    found = _all_heads(text)
    since, until = bisect_right(found, start, key=_END), bisect_right(found, end, key=_END)
    return [head for head in found[since:until] if head[0] >= start]


_END = itemgetter(1)


@lru_cache(maxsize=4)  # a text is asked sentence by sentence
def _all_heads(text: str) -> list[tuple[int, int, str]]:
    matcher, words = _heads()
    return [(a, b, words[index]) for index, a, b in matcher.find_matches_as_indexes(text, overlapping=True)]


def _of_a_council(text: str, sentence: str, start: int, end: int) -> bool:
    """«연대회의 사무처» in a text that says «연대회의는»: a body named …회의, no 대회 with a genitive."""
    if sentence[end - 1 : end + 1] != "회의":
        return False
    first = sentence.rfind(" ", 0, start) + 1
    return re.search(re.escape(sentence[first : end + 1]) + r"[은는가를도와()]", text) is not None


ANY_QUOTE = re.compile(r"[‘’“”\"『』「」《》〈〉｢｣‹›]")
BLANKS = re.compile(r"\s+")
PICTURES = re.compile("^[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff\\s]+|[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff\\s]+$")
SUBTITLE_SIGN = re.compile("[-–—:~]")
BEFORE_SUBTITLE = re.compile(r"\s[-–—]\s|\s?:\s|\s?~\s")


def _even(words: str) -> str:
    """One blank between words; of all white space only the plain blank is printable."""
    return BLANKS.sub(" ", words) if "  " in words or not words.isprintable() else words


_WORDS_ALONE = re.compile(r"[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+)*")


@lru_cache(maxsize=512)  # each day of a text asks about much the same words
def tidy(words: str) -> str:
    """A name without quotes, marks and what stands behind a dash or colon."""
    if _WORDS_ALONE.fullmatch(words) is not None:  # most are
        return words
    words = ANY_QUOTE.sub("", words) if len(words) > 2 else words
    words = words if words.isascii() else PICTURES.sub("", words)
    given = words
    words = _even(words.strip(" ‘’“”'\"『』「」《》<>〈〉-–—―:·,*=◇◆□■○●▶▷★☆◎※♥♡♣♧~!^‹›«»․‧∙▸▪✦✔❖◈ㅁㅇ┃│∥/"))
    for opening, closing in ("<>", "〈〉", "《》", "「」", "『』"):  # «제철 강좌 <매실 담그기>» keeps what it opened
        words += closing if given.endswith(closing) and words.count(opening) > words.count(closing) else ""
    subtitle = BEFORE_SUBTITLE.search(words) if SUBTITLE_SIGN.search(words) else None
    return trimmed((words[: subtitle.start()] if subtitle else words).strip())
