"""Ministries wherever they stand; local governments only as actors (guideline §5).

«동작구는 … 연다», «주최 : 고양시», «화순군과 …»: an actor. «동작구 주민», «고양시에서», a dateline: a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.organisations.mentions import Mention
from pipelines.extract.organisations.readings import ACTING, government_readings, told_words
from pipelines.extract.organisations.tokens import telling, words

_ACTOR = frozenset(
    ["은", "는", "이", "가", "와", "과", "도", "께서", "등은", "등이", "측은", "측이", "로부터", "으로부터", "에게"]
)
_LABEL = re.compile(
    r"(?:주\s{0,4}최|주\s{0,4}관|후\s{0,4}원|협\s{0,4}력|협\s{0,4}찬|공동주최)"
    r"(?:\s?[/·,]\s?(?:주최|주관|후원|협력))?\s{0,4}[:：|·][ ]?"
)
_PLAIN_LABEL = re.compile(  # what stands before is asked behind the word: a line is searched for 주, 후, 협 only
    r"(?:주최|주관|후원|협력|협찬)(?:(?<=\n..)|(?<=[·/|⦁•○●◦▷▶◇◆-] ..)|(?<=[·/|⦁•○●◦▷▶◇◆]..))[ ]{1,3}(?=[가-힣])"
)
_LETTERHEAD = re.compile(r"[ ]공고[ ]제")
_GIVEN_TO = re.compile(r"에[ ](?:[가-힣]{1,8}[ ]){0,1}(?:낸다|내면|냈다|제출|신고|건의|요청|전달|기탁|기부)")
_OFFICE = re.compile(r"[ ](?:[가-힣]{2,8}(?:국|실)[ ])?[가-힣·]{2,8}(?:과|담당관)(?![가-힣])(?![ ]함께)")
"""«고창군 지역경제과 063-…», «포항시 일자리경제과 주간 계획»: an office of it."""
_PROVINCE = re.compile(r"[충전경][남북]도")
"""«경북도에 물었다», «전남도 심사»: a province written so is its government; the place is «경북»."""
_HEAD_NAMED = re.compile(r"\((?:시장|군수|구청장|도지사|지사|이하)[^()\n]{0,14}\)(?:은|는|이|가|와|과)(?![가-힣])")
_PROSE_LABEL = re.compile(r"(?:주최|주관|후원)(?:와 주관|·주관)?[은는] (?:[가-힣]{2,8}[,·와과] ?){0,2}$")


def find_governments(text: str, start: int, end: int) -> Iterator[Mention]:
    """Ministries and acting local governments of one line."""
    labelled: list[int] | None = None
    previous_end = -1
    for _, word in told_words(text, start, end):
        for base, particle, row in government_readings(word.text):
            stop = word.start + len(base)
            acting = row is ACTING
            labelled = _labels(text, start, end) if labelled is None else labelled
            if acting and not _acts(text, word.start, stop, particle, labelled, previous_end, end):
                continue
            first = _city_in_front(text, word.start, start) if acting and base in _MANY else word.start
            yield Mention(first, stop, text[first:stop], *row)
            previous_end = stop if acting else previous_end
            break


_MANY = frozenset(("중구", "동구", "서구", "남구", "북구", "강서구"))
_METROPOLIS = re.compile(r"(?<![가-힣])(?:서울특별시|(?:부산|대구|인천|광주|대전|울산)광역시) $")


def _city_in_front(text: str, at: int, start: int) -> int:
    """«광주광역시 북구»: 북구 there are five of, so the city in full is part of the name; 수성구 is one."""
    city = _METROPOLIS.search(text, max(start, at - 7), at)
    return city.start() if city is not None else at


_LABEL_ABOVE = re.compile(r"(?:^|\n)\W{0,4}(?:주최|주관|후원|협력)(?:\s?[/·,]\s?(?:주최|주관|후원|협력))?\s*\n\W{0,4}$")
"""«주최», and what it says on the line below."""
_MARKS = re.compile(r"[^\w\n(]{0,4}$")
_DATED = re.compile(r"\d{4}\s?[.년]\s?\d{1,2}\s?[.월]\s?\d{1,2}\s?[.일]?\s*\n\s*(?:[가-힣]{2,5}도 )?$")


def _heads_line(text: str, start: int, stop: int) -> bool:
    """«- 사상구, 28일 상담의 날 연다», a headline; «2020. 5. 20.», then the government alone that signs."""
    line = text.rfind("\n", 0, start) + 1
    if text.startswith(", ", stop):
        return _MARKS.fullmatch(text, line, start) is not None
    signed = not text[stop : stop + 1].strip() and not text[stop : stop + 12].split("\n")[0].strip()
    return signed and _DATED.search(text, max(0, start - 40), start) is not None


def _labels(text: str, start: int, end: int) -> list[int]:
    """Where the labels of a line end, behind which governments are named as actors."""
    return [m.end() for label in (_LABEL, _PLAIN_LABEL) for m in label.finditer(text, start, end)]


def _acts(text: str, start: int, stop: int, particle: str, labelled: list[int], previous: int, end: int) -> bool:
    if particle in _ACTOR:
        return True
    if _GIVEN_TO.match(text, stop) or _OFFICE.match(text, stop) or _PROVINCE.fullmatch(text, start, stop):
        return True
    if particle:
        return False
    if _LETTERHEAD.match(text, stop) or _HEAD_NAMED.match(text, stop):
        return True
    if text.startswith(", ", stop) and (following := words(text, stop, end, 1)) and telling(following[0].text):
        return True
    if _heads_line(text, start, stop) or _LABEL_ABOVE.search(text, max(0, start - 24), start):
        return True
    if _PROSE_LABEL.search(text, max(0, start - 24), start):
        return True
    after = text[stop : min(stop + 3, end)].lstrip()
    in_label = any(at <= start and not re.search(r"[:：|\n]", text[at:start]) for at in labelled)
    listed = previous >= 0 and re.fullmatch(r"[·,와과 ]{1,3}", text[previous:start]) is not None
    if listed and text[previous:start].strip() == "·":
        return True
    return (in_label or listed or after[:1] == "·") and (after[:1] in ("", "·", ",", "/", ")", "|", "\n") or not after)
