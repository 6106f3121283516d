"""What a title says beside the name it holds: «제7차 정기총회, 서면과 대면을 섞어 엽니다», «총회 마쳤습니다 / 새 식구».

>>> without_said("새솔 4호기, 시민의 지붕이 되어 주세요"), without_said("총회 마쳤습니다 / 새 식구 모집")
('새솔 4호기', '새 식구 모집')
>>> without_said("2학기 학생이사 후보 받아요 + 매점 돌잔치"), is_said("빨래방에 또 연기 난다")
('2학기 학생이사 후보 받아요 + 매점 돌잔치', True)
"""

from __future__ import annotations

import re

from pipelines.korean.syllables import NOW, OPEN, PAST

_PARTS = re.compile(r",\s|\s[/+]\s|(?<=[가-힣])[!?]+\s+(?:[/+]\s)?|(?<=[가-힣])\.\s+(?=[가-힣])")
_HELD = re.compile(r"‘[^’]*’|“[^”]*”|《[^》]*》|〈[^〉]*〉|<[^>]*>|「[^」]*」|『[^』]*』|'[^']*'|\"[^\"]*\"|\([^()]*\)")
_SAID = re.compile(
    rf"(?:(?<![필중수민개동])(?<=[{OPEN}])요|[가-힣](?:죠|쥬)|니다아?|(?:[{PAST}{NOW}]|있|없)다|여러분께?|[분들님]께)"
    r"[\s!?.~^;ㅎㅋㅠㅜ★♥♡☆]*(?:\([^()]*\))?$"
)
_NAMED = re.compile(r"[^\s을를며서로에게도안못두세네]\s(?:합니다|해요|엽니다|열어요|열렸어요|열립니다|연다|열린다)\W*$")
"""«우리동 집수리 봉사 합니다»: an event and that it is; not «네 곳 돌며 엽니다», «이렇게 합니다»."""
_SEEKS = re.compile(
    r"(?:받|찾|구하|구합|구해|구한|뽑|모[시십셔신집은읍]|기다[리립려린]|지어|그려|[신주]청|주문|예약|등록|오실|접수|나눠\s?[드주]|나눕)[가-힣\s]*\W*$"
)
"""«새 식구 받아요», «이름 지어주세요», «꾸러미 주문하세요»: what is sought is what the call is for."""
_NO_NAME = re.compile(
    r"\(.*\)|외\s\d+건|그리고.*|.{1,3}|(?:[가-힣]+|\d{1,2})월(?:\s?\S+)?|.*\s\|\s.*|[가-힣]+[시군구]·.*|.*(?:들|시|군|구|청|의회|[팀곳명](?:\s동안)?|여러분)|.*\d\s?개?(?:팀|곳|명|[가-힣]*관)"
)
"""Who does what the other part says («순천 자활 참여자들, 가게 차렸다»), a remark, a month."""


_GREETED = re.compile(r"(?:(?:여러분|[가-힣]님들)께?|[가-힣][분들님]께)[\s!?.~,^]*$|^안녕(?:하|들)")
_WORDS_OF_NAME = 3
"""«사과 따러 가요» may be a name, a longer sentence hardly."""


def is_greeting(words: str) -> bool:
    """«조합 식구들께», «조합원 여러분께»: whom a post speaks to."""
    return _GREETED.search(words) is not None


def is_sentence(words: str) -> bool:
    """Whether words are no name of anything: a sentence longer than a name may be, a greeting."""
    return is_greeting(words) or (is_said(words) and words.count(" ") >= _WORDS_OF_NAME)


def is_said(words: str) -> bool:
    """Whether words end as a sentence does, and do not just say of an event that it is."""
    return _SAID.search(words) is not None and _NAMED.search(words) is None


def is_told(words: str) -> bool:
    """Whether words are a sentence that seeks nobody."""
    return is_said(words) and _SEEKS.search(words) is None


def without_said(title: str) -> str:
    """The part of a title that is no sentence, where another one is; the title as it is where none is a name."""
    cuts = _cuts(title)
    edges = [0, *(edge for cut in cuts for edge in cut), len(title)]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    said = [is_said(title[a:b]) for a, b in parts]
    if not any(said) or any(one and _SEEKS.search(title[a:b]) for one, (a, b) in zip(said, parts, strict=True)):
        return title
    left = [part for one, part in zip(said, parts, strict=True) if not one]
    if not left or _NO_NAME.fullmatch(title[slice(*left[0])].strip()):
        return title
    first = parts.index(left[0])
    last = next((n for n in range(first, len(parts)) if said[n]), len(parts)) - 1
    return title[parts[first][0] : parts[last][1]].strip()


def _cuts(title: str) -> list[tuple[int, int]]:
    """Commas and other marks that are in no quotes or brackets."""
    held = [match.span() for match in _HELD.finditer(title)]
    return [m.span() for m in _PARTS.finditer(title) if not any(a < m.start() < b for a, b in held)]
