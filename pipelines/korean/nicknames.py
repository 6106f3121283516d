"""What neighbours call themselves and each other on a board, where the post says so itself.

«안녕하세요 산새예요», «저 노을지기와 초록손, …», «- 부천댁» below a post, «문의는 깨비 010-…», «하늘소에게 말해
주세요». A nickname is any word, so each rule needs the place it stands in, and everyday words are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.person_words import made_of_nicknames, nick_or_name, taken_for_names

Hit = tuple[int, int, str, str]  # start, end, type, rule

_OPENS = Cued(
    r"(?:\A\s*|(?:님들|여러분|이웃님|조합원님)[,.!~]{1,2}\s)(?P<who>[가-힣0-9]{2,7}?)(?:입니다|이에요|예요|에요)(?=[~.!^\s])",
    cues=r"(?:입니다|이에요|예요|에요)[~.!^\s]",
)
"""«토마토입니다~ 세종 …», «조합원님들, 달팽이입니다.»: how a post begins."""
_ENDS_OPENING = r"(?:입니다|이에요|예요|에요|이예요|랍니다)(?=[~.!^,\s]|$)"
_NEXT_OPENS = Cued(  # «다시 켰어요. 도토리묵입니다.», «오랜만에 글 남기는 버들치예요»
    r"(?:(?<=[.!~^ㅎㅋㅠㅜ)])\s{1,3}|(?<=\n)|"
    r"(?P<doing>안녕하세요[,.!~ ]{1,3}[가-힣]{1,6}(?:모임|동아리|모둠|방|반)[ ]|"
    r"(?:글[ ]?(?:남기는|쓰는|올리는)|가입한|인사드리는|이사[ ]?온|새로[ ]온|들어온|[동층리]?[ ]?사는)[ ]))"
    rf"(?P<who>[가-힣0-9]{{2,7}}?){_ENDS_OPENING}",
    cues=_ENDS_OPENING,
)
_WORD = r"[가-힣0-9A-Za-z]{2,8}"
_MEMBER = r"(?:조합원|회원|주민|[가-힣]{0,4}지기|[가-힣0-9]{1,5}동|\d{1,2}기|이웃|학부모|운영위원|통신원|새내기)"
_GREETS = re.compile(
    rf"안녕하(?:세요|셔요|신가요|십니까)[^가-힣0-9\n]{{0,6}}(?:저는[ ])?(?:{_MEMBER}[ ]){{0,2}}"
    rf"(?:[가-힣]{{1,6}}(?:방|반|조|모둠|팀|분과|학년|조합|마을|아파트)[ ])?"
    rf"(?P<who>{_WORD}?)(?:이에요|예요|에요|이예요|랍니다)(?![가-힣])"
)
_IS = r"(?:입니다|이에요|예요|에요|이예요|랍니다)(?![가-힣])"
_MEMBER_IS = Cued(
    rf"(?<![가-힣]){_MEMBER}[ ](?P<who>{_WORD}?){_IS}",
    cues=rf"(?:조합원|회원|주민|지기|동|기|이웃|학부모|운영위원|통신원|새내기)[ ]{_WORD}?{_IS}",
)
_ME = Cued(rf"(?<![가-힣])저[ ](?P<who>{_WORD}?)(?=(?:와|과|랑|이랑|하고|는|은|가|이|도)[ ]|[,(])", cues=r"저[ ]")
_BELOW = re.compile(
    r"[^\S\n]*[-–—~]{1,2}[ ]?(?:[가-힣0-9]{1,8}(?:동|읍|면|리|마을|아파트|단지|호|반|기)[ ])?"
    r"(?P<who>[가-힣0-9]{2,7})[ ]?[~^.!♡♥☆★]{0,3}[^\S\n]*"
)
_DASH = re.compile(r"[^\S\n]*[-–—~][ ]?(?![-–—~=])")
_ROLE_BELOW = re.compile(
    r"[^\n]{0,30}(?:지기|담당|총무|간사|반장|통신원|운영자|관리자|소위|분과|이끔이|"
    r"모둠장)[ ](?P<who>[가-힣0-9]{2,6}?)(?:입니다|이에요|예요)?(?:[ ]?(?:드림|올림|씀))?[^\S\n]*"
)
_CALL = re.compile(
    r"(?:문의|연락|신청|접수|예약|물어보기|물어볼[ ][곳데])(?:는|은|처는|처)?[ ]?[:：]?[ ]?(?P<who>[가-힣0-9]{2,7}?)"
    r"(?:님|씨)?(?:에게|한테|께)?[ ]?(?:\([^()\n]{2,20}\)[ ]?)?[(,:]?[ ]?(?=01[016-9][-. ])"
)
_SAY = r"(?:에게|한테|께)[ ](?:꼭[ ]|미리[ ])?(?:말해|말씀|알려|연락|얘기|귀띔|신청|물어|주[세시])"
_TELL = Cued(rf"(?<![가-힣A-Za-z0-9])(?P<who>[가-힣0-9]{{2,7}}?)(?:님|씨)?{_SAY}", cues=_SAY)
_TAIL_LINES = 3
_TAIL = 200  # characters that the last lines of a post have at most
_LINES = re.compile(r"[^\n]+")
# Words that end like what a place, a thing or a body is called, and pronouns: nobody's name.
_NOBODY = re.compile(
    r"(?:가게|카페|매장|공방|책방|식당|마을|아파트|사무실|누구|우리|저희|여기|거기|처음|오랜만|이번|다음|본인|사무소|관리소|입주민|(?:쪽지|댓글|문자|전화|메일|톡)(?:이?나|로|으로)?|드림|올림|[가-힣]생|활동가|참가자|사람|이상|까지|부터|시|구|군|동|읍|면)$"
)


def _someone(word: str) -> bool:
    plain = is_frequent(word) and word not in taken_for_names()
    return not (_NOBODY.search(word) or plain or word.isdigit()) and nick_or_name(word, "") is not None


def _end(called: re.Match[str]) -> int:
    """«콩콩이예요» is 콩콩이 + 예요, for after 콩콩 it would be 이에요; «물방울이예요» is a word misspelt behind."""
    word, end = called["who"], called.end("who")
    closed = (ord(word[-1]) - ord("가")) % 28 > 0
    return end + (called.string.startswith("이예요", end) and closed and word not in taken_for_names())


def find_nicknames(text: str) -> Iterator[Hit]:
    """Where a post itself calls someone by a nickname, each place once."""
    for pattern, rule in (
        (_GREETS, "greets"),
        (_OPENS, "opens"),
        (_MEMBER_IS, "member"),
        (_ME, "me"),
        (_CALL, "call"),
        (_TELL, "tell"),
    ):
        for m in pattern.finditer(text):
            word = text[m.start("who") : _end(m)]
            known = word.endswith("지기") or word in taken_for_names()
            plain = rule in ("me", "tell") and is_common(word) and not known
            role = rule == "call" and word.endswith("지기")  # «문의: 장터지기 010-…»
            if _someone(word) and not plain and not role:
                yield m.start("who"), _end(m), "nickname", f"nickname:{rule}"
    yield from _opening(text)
    yield from _signed(text)


_OPENING = 140
"""So far into a post its writer may still say who writes."""
_FOODS_TOLD = (
    "감자",
    "고구마",
    "옥수수",
    "호박",
    "두부",
    "김밥",
    "국수",
    "가을",
    "겨울",
    "여름",
    "봄날",
    "첫눈",
    "새벽",
)
"""What a post may begin with as well: «장마가 끝났어요. 감자입니다.»"""


def _opening(text: str) -> Iterator[Hit]:
    """Who says in the first lines who writes: after a sentence what none but neighbours are called, behind «글 남기는»
    and the like any word that is none of every day."""
    for m in _NEXT_OPENS.finditer(text, 0, _OPENING):
        word = text[m.start("who") : _end(m)]
        called = word in taken_for_names() or (made_of_nicknames(word) and not is_common_word(word))
        told = (called and word not in _FOODS_TOLD) or (m["doing"] and not is_common(word))
        if told and _someone(word):
            yield m.start("who"), _end(m), "nickname", "nickname:opening"


def _signed(text: str) -> Iterator[Hit]:
    """«- 부천댁», «… 장터지기 깨비» on one of the last lines."""
    since = max(0, len(text.rstrip()) - _TAIL)
    lines = [m for m in _LINES.finditer(text, since) if m[0].strip()][-_TAIL_LINES:]
    for line in lines:
        listed = len(lines) > 1 and _DASH.match(lines[-2][0]) is not None  # «- 수건», «- 물병»
        below = line is lines[-1] and not listed and _BELOW.fullmatch(text, *line.span())
        match = below or _ROLE_BELOW.fullmatch(text, *line.span())
        if match and _someone(match["who"]):
            yield match.start("who"), match.end("who"), "nickname", "nickname:signature"


_LIST = Cued(
    r"(?<![가-힣A-Za-z0-9])[가-힣0-9]{2,6}(?:님)?(?:(?:와|과|랑|이랑)?[ ]?[,·][ ]|(?:와|과|랑|이랑)[ ])"
    r"(?:[가-힣0-9]{2,6}(?:님)?(?:[,·][ ]?|(?:와|과|랑|이랑)[ ])){1,8}[가-힣0-9]{2,6}",
    cues=r"[,·와과랑][ ][가-힣0-9]{2,6}(?:님)?(?:[,·]|(?:와|과|랑|이랑)[ ])",
)
_COUNTED = re.compile(
    r"(?:님)?[ ](?:이렇게[ ])?(?:(?:둘|셋|넷|다섯|여섯)(?=[이은 ])|[2-9]명|(?:두|세|네)[ ](?:분|사람))"
)
_ITEM = re.compile(r"(?P<who>[가-힣0-9]{2,6}?)(?:님|와|과|랑|이랑|이|가|은|는)?(?=[,· ]|$)")


_HEADS = Cued("(?:둘|셋|넷|다섯|여섯)이")


def beside(text: str, known: Iterable[str]) -> Iterator[Hit]:
    """«저 노을지기와 초록손, 콩이아빠»: who stands in a list between two who are known."""
    names = frozenset(known)
    for run in _LIST.finditer(text) if names or _HEADS.may_fit(text) else ():
        items = list(_ITEM.finditer(text, *run.span()))
        told = [n for n, m in enumerate(items) if m["who"] in names]
        everyone = all(m["who"] in taken_for_names() for m in items)  # «다래, 버들, 자운영 셋이 다녀왔어요»
        counted = _COUNTED.match(text, run.end()) is not None
        for n, m in enumerate(items):
            between = (counted and (told or everyone)) or (bool(told) and told[0] < n < told[-1])
            if between and n not in told and _someone(m["who"]):
                yield m.start("who"), m.end("who"), "nickname", "nickname:beside"


_NEXT = re.compile(r"님?[ ]?[,·ㆍ、→][ ]?(?P<who>[가-힣]{2,6}?)님?(?=[ ]?(?:[,·ㆍ、→.!)\n]|\Z))")


def called_next(text: str, ends: Iterable[int]) -> Iterator[Hit]:
    """«밥 당번: 두더지, 찔레»: those behind one who is known to be called so."""
    for end in ends:
        while (m := _NEXT.match(text, end)) is not None and m["who"] in taken_for_names():
            yield m.start("who"), m.end("who"), "nickname", "nickname:next"
            end = m.end("who")
