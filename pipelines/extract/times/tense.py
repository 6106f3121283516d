"""Past or future, read from the verbs after the words of time.

Korean says it in the last syllables of the predicate: a stem with final ㅆ is past (열었다, 마쳤습니다, 가졌으며), a
syllable with final ㄴ or ㄹ before 다/예정 is not (연다, 열릴 예정). What decides, in this order:

1. The first predicate after the words that closes a clause: in «18일 장터를 연다고 16일 밝혔다» 18일 is
   ahead and 16일 behind, each by the verb that follows it. Plans count as ahead (열기로 16일 정했다).
2. A form before a noun on the way there (past 세운, 열린; ahead 여는, 열릴) speaks of the words only as long as the
   closing predicate does not contradict it: «19일 열린 장터에 300명이 왔다» is past twice. «14일 옛 공장 터에 세운
   집의 문을 연다» and «19일 열린 장터의 수익을 나눈다» are built alike and mean opposite things, so tense keeps silent
   and the nearest day is taken (`nearest`).
3. What was planned and then given up or moved (열려던, 26일로 잡혔던, 예정이던, 열기로 했던) lies ahead of the report
   more often than not, whatever the closing verb says («취소됐다»): `nearest` asks how long ago the day would be.
4. Nothing read: silence as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import methodcaller
from typing import Literal

from store.records import SpanPair

Tense = Literal["past", "future", "planned"]
REACH = 160
"""Characters looked at on each side: the predicate ends a Korean sentence, and sentences of news are long."""

_END = re.compile(r"[.!?。](?=[\s\"”’'])|\n|[.!?]\Z")
_MATCH_END = methodcaller("end")
_BETWEEN = re.compile(r"[\n.?!](?:(?<=\n)|[ ])")


PAST_ENDINGS = ("다", "습니다", "어요", "는데", "고", "으며", "으나", "지만", "음", "네", "죠", "답니다", "을 ")
"""What follows a stem with final ㅆ."""
PAST_WORDS = ("다녀[와온옴]", "사진입니다", "후기", "성황리")
"""Nouns of looking back."""
MODIFIERS = (
    "(?:설립|창립|창업|출범|시작|개최|개막|폐막|개관|개소|개장|체결|진행|실시|발표|제정|시행|지정|선정|참가)[한된] ",
    "(?:열린|받은|맺은|세운|가진|치른|마친|펴낸|나온|벌인|끝난|다녀온|만든|문을 연) ",
)  # fmt: skip
"""Past forms before a noun («4월 문을 연 가게»): they end a clause inside the sentence, not the sentence."""
COMING = (
    "(?:열릴|열리는|여는|열|가질|갖는|있을|펼쳐질|펼쳐지는|펼치는|시작하는|시작할|시작될|시작되는|치를|치르는|마련되는|선보일|선보이는|"
    "앞둔|(?:개최|개막|개관|개소|개장|개강|출범|진행|실시)(?:할|하는|될|되는)) ",
)
"""Forms of what is ahead before a noun: «14일 여는 장터의 준비를 마쳤다»."""
_NO_OBJECT = r"(?![을를이가은는의에도와과로][가-힣 ,]|[가-힣]?[했됐]|[한된][ ])"
"""«모집 중», but not «모집을 마쳤다» or «접수했다»: a noun is a call where no verb takes it for its own."""
_CALLS = [f"{noun}{_NO_OBJECT}" for noun in ("모집", "접수", "신청")]
_MOVED = (
    r"(?!(?:미뤄|늦춰|당겨|앞당겨|옮겨|바꿔)[ ](?:열었|치렀|가졌|했|진행했|마쳤))"
    r"(?:미[뤘뤄룬루룹]|늦[췄춰춘추춥]|(?:앞)?당[겼겨긴기깁]|옮[겼겨긴기깁]|연기|바[꿨꿔꾼꾸꿉]|변경|밀[렸려린리립었어])"
    r"|바뀌[었고며어]|바뀐다|바뀝니다"
    r"|(?:미뤄|늦춰|당겨|앞당겨|옮겨|정해)[지졌진질]"
)
_SOMEBODY = "(?:[가-힣]{1,6}[이가은는][ ])?"
FUTURE_WORDS = (
    r"기로[ ]?(?:했|하였|결|합|뜻|[가-힣0-9])",
    rf"로[ ]{_SOMEBODY}(?:{_MOVED})",
    r"로[ ](?:하루|이틀|사흘|(?:한|두)[ ](?:주|달)|일주일)[ ]?"
    r"(?:앞서[ ])?(?:미[뤘뤄룬]|늦[췄춰춘]|(?:앞)?당[겼겨긴]|물[렸려린])",
    r"로[ ](?:물[렸려]|미리[ ]날을[ ](?:받|잡))", r"을(?<=[0-9]일을)[ ](?:골랐|잡았|택했)",
    rf"(?:(?<=[일시분반날간)])|(?<=[일시분반날간]으)|(?<=[날간]['\"」』])으?)로[ ]{_SOMEBODY}(?:정했|잡았|확정)",
    r"(?:준비|추진)하고 있", r"[가도]\s있다(?![가-힣])", r"(?<![적수일])[가이도]\s있(?:습니다|어요)(?![가-힣])",
    "예정", r"계획(?=이[다며고라]|입니다|임(?![가-힣])|[ ]?(?:[.,)\n]|\Z))", "방침", "앞두",
    r"겠(?:다|습|어)", r"[할될릴]\s?수", "[합됩립]니다", "받습니다", *_CALLS, "바랍니다",
    "해요", "열려요", "오세요", "하세요", "주세요", "까지다",
)  # fmt: skip
"""Plans and calls. «열기로 했다» and «21일로 미뤘다» are past verbs that speak of a day ahead. A plan is a statement
where it ends its clause; in «협의회를 열고 계획의 얼개를 논의했다» the verb decides."""
PLANNED = (
    r"려(?:던|고?[ ]?했[던으지는다])", r"(?<![데내올])려다가?[ ,]",
    r"기로[ ]?(?:했|하였|돼[ ]?있|되어[ ]?있|약속했|정했)던",
    r"(?:예정|계획|예고|공지|공고)(?:이|이었|[한했됐]|하였|되었|[돼해][ ]?[있뒀둔]|되어[ ]?있)던",
    r"(?:예정|계획)이?었[다으지는]", r"(?:취소|연기)하게[ ]?(?:됐|되었|된)", r"(?:쉬|미루|접)게[ ]?(?:됐|되었|된)",
    r"(?:잡|알)[혔았렸]던", r"(?:로|에)[ ]잡혔[다고으습]", r"[을를에][ ]잡아[ ]?[뒀놨두놓]",
    r"(?:못하|않)게[ ]?(?:됐|되었|된)",
    r"마련(?:했|됐|하였|되었)[다습]", r"취소(?:했|됐|하였|되었)[다습으고]",
    r"뺐[다습어]", r"접었[다습]",
    r"없던[ ]일(?:이|로)[ ](?:됐|되었|했)",
    r"(?:잡혀|잡아|알려|정해)[ ]?(?:있던|[뒀놨]던|(?:두|놓)[았었]던|졌던)",
    r"다(?:던[ ]|고[ ]?(?:했|알렸|예고했|공지했)던)",
)  # fmt: skip
"""Plans told in the past, before a noun or a «but»: most were given up or moved before their day came."""


_SAID = re.compile(
    r"[“‘\"](?:(?<=“)(?:[^“”\n]{1,200}”(?=[가-힣])|[^“”\n]{1,200}?(?=[.!?]?”))|(?<=‘)[^‘’\n]{2,40}’"
    r"|(?<=[\s(]\")[^\"\n]{1,200}\"(?=[가-힣]))"
)
"""Words of somebody, or a name: «23일 회견을 열고 “더는 버틸 수 없다”고 외쳤다». Their verbs close no clause
of the text; a full stop inside ends no sentence where the report goes on behind the quote."""


QUOTES = 3
"""Quotes that a sentence goes on behind; more of them are not stepped over."""


_HELD = re.compile(
    r"(?:총회|이사회|회의|협의회|위원회|간담회|모임|자리|회견)[를을][ ](?:[가-힣]{1,5}[ ])?"
    r"(?:열어|열고|갖고|가져|마치고)[ ,]"
)
"""«12일 총회를 열어 … 건의하기로 했다» tells a meeting held and «29일 총회를 열어 다시 정하기로 했다» one ahead."""


_THING = "거(?![두둔뒀둘둬든듭부절쳐치친칠쳤리르른슬래]|[가-힣]{2}[을를이가])"
"""«열 거예요», but not «예산 삭감을 거두라고»."""


def _firsts(patterns: tuple[str, ...]) -> str:
    """Every syllable a cue may begin with, and some more: one look at a set then spares sixty alternatives."""
    starts = {s for p in patterns for s in re.findall(r"(?:^|[(:|\[])([가-힣])", p)}
    return "".join(sorted(starts | {s for p in patterns for group in re.findall(r"\[([가-힣]+)\]", p) for s in group}))


@lru_cache(maxsize=1)
def _cues() -> re.Pattern[str]:
    syllables = [chr(c) for c in range(0xAC00, 0xD7A4)]
    past = "".join(c for c in syllables if (ord(c) - 0xAC00) % 28 == 20 and c not in "있겠")
    future = "".join(c for c in syllables if (ord(c) - 0xAC00) % 28 == 4)
    endings, words = "|".join(PAST_ENDINGS), "|".join(PAST_WORDS)
    coming = "".join(c for c in syllables if (ord(c) - 0xAC00) % 28 == 8)
    meant = "예정|계획|(?:생각|참|작정)(?=이[다며고라]|입니다)"
    present = rf"[{coming}](?:[ ]?(?:{_THING}|것|{meant})|게)|[{future}다](?:다|다[고며는])(?![가-힣])"
    announced = rf"[{coming}는][ ]?(?:계획|방침)(?=[을의에과와도][ ])"  # «연다는 계획을 내놨다»: silence, not past
    planned = rf"[{coming}][ ]?(?:예정|계획)이?[던었]|[{future}](?={PLANNED[-1]})|{'|'.join(PLANNED)}"
    hours = "|".join(rf"{copula}(?<=[시분일반지]{copula})" for copula in ("이고", "인데", "이며"))
    opening = _firsts((*PAST_WORDS, *MODIFIERS, *COMING, *FUTURE_WORDS, *PLANNED))
    return re.compile(
        rf"(?=[{past}{coming}{future}는다{opening}])(?:(?P<planned>{planned})|(?P<past>[{past}](?:{endings})|{words})"
        rf"|(?P<behind>[{past}]던|{'|'.join(MODIFIERS)})|(?P<ahead>{announced}|{'|'.join(COMING)})"
        rf"|(?P<future>{present}|{'|'.join(FUTURE_WORDS)}))|(?P<silent>{hours})"
    )


def tense(text: str, start: int, end: int) -> Tense | None:
    """Tense of the clause around text[start:end] as the predicate that closes it tells; None when nothing does."""
    return Sentences(text).tense(end)


def _closing(text: str, end: int, reach: int) -> tuple[Tense | None, int]:
    """The tense, and up to where words before the same predicate may end; -1 when no predicate closes the clause."""
    stop = _END.search(text, end, end + reach)
    tail_end = stop.start() if stop else min(len(text), end + reach)
    modified: set[Tense] = set()
    first = -1
    for found in _cues().finditer(text, end, tail_end):
        if found.lastgroup == "silent":  # «14~16시인데 자리가 찼다», «19시부터 21시까지이고 …»: a clause without a verb
            return (modified.pop() if len(modified) == 1 else None), found.start() if first < 0 else first
        if found.lastgroup == "planned":
            return "planned", found.start() if first < 0 else first
        told: Tense = "past" if found.lastgroup in ("past", "behind") else "future"
        first = found.start() if first < 0 else first
        if found.lastgroup in ("past", "future"):
            if told == "future" and found[0].startswith("기로") and _HELD.search(text, end, found.start()):
                return None, first
            return told if modified <= {told} else None, first
        modified.add(told)
    return modified.pop() if len(modified) == 1 else None, -1


class Sentences:
    """Where the sentences of one text begin, and the tense of their clauses; each predicate is read once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.tense_from, self.tense_to = 0, -1
        self.told: Tense | None = None
        self.quotes: list[SpanPair] | None = None
        self.own = text  # what is quoted blotted out

    def start(self, at: int) -> int:
        """Where the sentence around `at` begins, at most REACH characters back."""
        if not self.starts:
            self.starts = [0, *map(_MATCH_END, _BETWEEN.finditer(self.text))]
        return max(self.starts[bisect_right(self.starts, at) - 1], at - REACH)

    def tense(self, end: int) -> Tense | None:
        """As `tense`, for words that end here. Words before the same predicate have the same one."""
        if not self.tense_from <= end <= self.tense_to:
            self.told, self.tense_to = self._closing(end)
            self.tense_from = end
        return self.told

    def _closing(self, end: int) -> tuple[Tense | None, int]:
        """By the text's own words; by those of a speech where the words stand in it."""
        if self.quotes is None:
            self.quotes = [m.span() for m in _SAID.finditer(self.text)]
            self.own = _SAID.sub(_blot, self.text) if self.quotes else self.text
        at = bisect_right(self.quotes, (end, len(self.text)))
        if at and end < self.quotes[at - 1][1]:
            return _closing(self.text, end, REACH)
        reach = REACH
        for start, stop in self.quotes[at : at + QUOTES]:
            reach += stop - start if start < end + reach else 0
        told, first = _closing(self.own, end, reach)
        following = self.quotes[at][0] if at < len(self.quotes) else first
        return told, min(first, following)  # words in the next quote have a verb of their own


def _blot(match: re.Match[str]) -> str:
    return "·" * len(match[0])
