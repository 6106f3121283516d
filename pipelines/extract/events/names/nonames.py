"""Which words near a day are no name: a field and its label, a body, who speaks, an event by which a day is told."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.extract.events.fields.labelwords import field_of
from pipelines.extract.events.scene import Scene, is_dated
from pipelines.extract.events.words.said import is_sentence, is_told
from pipelines.extract.events.words.titles import head_of
from pipelines.korean import regions
from pipelines.korean.legal_forms import WORDS
from pipelines.korean.marks import NUMBERED
from store.records import SpanPair

_MARK = re.compile(
    rf"[\s\W]*(?:[ㅁㅇ]\s|(?:하나|둘|셋|넷|다섯|여섯|[가-하ㄱ-ㅎ]|\d{{1,2}}|[{NUMBERED}])\s?[.)\]|:,]\s?|[{NUMBERED}])?[\s\W]*"
)
BEFORE_COLON = re.compile(r"([^:：=|∥]{2,30}?)\s?[:：=|∥]")
_LABEL = re.compile(r"[\W\d]*(?:[가나다라마바사아자차카타파하]\s?[.)]\s?)?([^:：=|∥]{1,30}?)\s?[:：=|∥]")
CLAUSE_END = re.compile(r"[다요][.!?]|[고며][\s,]")
_KINDS = tuple(word for word, _ in WORDS if len(word) > 2)
_LABELLED = re.compile(r"\s?[|∥:：=▷▶→]\s|：")
_TORN = re.compile(r"^[(\[][^)\]]*$|^[^\[]*\]|^[^【]*】|^[^〈]*〉")  # «도토리] 그럼»: half of what stands in brackets
_NOT_HELD = re.compile(
    r"[’”」』]?(?:[은는을를이가도]\s(?:[가-힣]{1,4}\s)?(?:[하열]지\s않|안\s[하열]|없)|[을를]\s(?:[가-힣]{1,4}\s)?(?:소개|출시))"
)
"""Also what is shown: «새 앱 ‘한들이’를 소개했다»."""
# «여는 날», «모인 날», «적은 이»; not «벼 베는 날», which is a name, or «다음에 모일 날», which is completed to one
_WORDS = """
신청 접수 문의 마감 출발 도착 집결 준비물 이후로 어디 언제 그날 이날 오늘 내일 모레 글피 아침 저녁 오전 오후 주말 이름
자리 조합 공터 다음 전화 문자 댓글
"""
_NO_NAME = frozenset(_WORDS.split())
# «다들 모였어요», «2300권을 날랐다»: who or how many, never what
_WHO = re.compile(
    r"(?:그래서\s)?(?:다들|모두|다같이|다 같이|우리|저희|여러분|누구나|아무나|서로|모두들|우리끼리)(?:\s다들)?"
)
_PEOPLE = re.compile(
    r"(?:조합원|주민|회원|어르신|아이|어린이|학생|이웃|청년|노인|시민|여성|참가자|참여자|관계자|직원|활동가|사람|손님|가족|농민|상인)들"
    r"[이은도]$|들$"
)
_HOW_MANY = re.compile(
    r"(?:약\s)?\d[\d,.]*\s?(?:여\s?)?(?:[가-힣]{1,3}|㎏|kg|㎡|t|㎞|km)(?:\s(?:남짓|가량|정도|넘게))?"
)
_COUNTED_SITTING = re.compile(r"\d{1,3}\s?(?:회|차|강|기|주년|회차|차시|탄|호점?)")
_FIELD = re.compile(
    r"(?:^|[는은을할될낼])\s?(?:때|기간|기한|시간|시각|일시|일정|곳|데|돈)$|^나날$|"
    r"(?:^|(?<!다음에)(?<!다음)\s)(?:여는|하는|모이는|모일|모인|만날|만나는|오는|오실|올|내는|치르는|열릴|찾는|받는|찾아가는|가져가는|배달하는)\s?날$|"
    r"(?:^|\s)(?:받는|보낸|쓴|적은|이끈|맡은|나온|오신|못 온|모실|오실|찾는)\s?(?:이|분|사람|데)$"
)
# «앞으로 있는 거», «다녀온 것», «일하는 때», «발표는 어떻게?»: a clause, or what is asked
_CLAUSE = re.compile(
    r"[은는을할될낼온간던]\s(?:것|거|데|줄|때|중)$|"
    r"(?:서야|면서|으러|하러|기로|보면|미뤄|당겨|옮겨|늦춰|열어|걸어|바꿔)$|[?？]$|(?:거든|잖아|네)요$"
)
# «자활기업 두바퀴», «사회적협동조합 오븐사»: what sort of a body, and its name
_BODY = re.compile(
    r"(?:예비)?(?:자활|사회적)기업\s(?:㈜|\(주\)|\(유\))?[가-힣A-Za-z]+|사회적협동조합\s[가-힣A-Za-z]+|소셜벤처\s[가-힣A-Za-z]+"
)
_TOLD_HOW = re.compile(r"^(?:개별|문자|전화|유선)\s(?:연락|통보|안내|공지)$")
# «표선면사무소 앞», «노인회장댁 마당», «성산읍 농협 공판장 옆»: where it is
_WHERE = re.compile(
    r"[가-힣]\s(?:앞|옆|뒤|건너편|맞은편)$|(?:센터|관|댁|조합|집|교회|성당|학교|매장|식당|카페|사무소|[가-힣]의)\s?(?:앞|뒷)?마당$"
)
_SORTS = ("기업", "법인", "조합", "단체", "벤처")
"""What sort of a body it is, in front of its name: «마을기업 영농조합법인 …»."""
# «한들협동조합 알림장», «제4차 이사회 회의록», «5월 소식지 12호»: what one reads, not what one goes to
_PAPER = re.compile(
    r"(?:(?<!개)소식지?|레터|통신|달력|회보|알림장|일정표|회의록|가정통신문|보도자료|일기장|(?<!손)편지)"
    r"(?:\s?(?:제\s?)?\d{1,4}\s?호?|\s(?:\d{1,2}월|봄|여름|가을|겨울)호|\s?\([^()]*\))?$"
)
# «총회 다음 날 아침 9시에는 …», «총회가 끝나면 …»: another event, by which a day is told
_ANCHOR = re.compile(r"(?:이|가|을|를)?\s?(?:다음\s?날|이튿날|직후|전날|끝나|끝난|마치|마친|(?:뒤|후)(?:에|엔)?[\s,])")
_OTHER_FIELDS = frozenset(("where", "host", "organiser", "host+organiser", "sponsor", "audience", "fee", "contact"))


def behind_mark(scene: Scene, start: int, end: int) -> int:
    """Where the words of a line begin, behind its bullet or number."""
    mark = _MARK.match(scene.text, start, end)
    return mark.end() if mark is not None else start


def behind_time(scene: Scene, words: str, span: SpanPair) -> tuple[str, SpanPair]:
    """«6월 1일 토 마당장»: the name begins behind the time."""
    first = next(iter(scene.times_in(span[0], span[1])), None) if span[1] else None
    if first is None or not is_dated(first) or first.span[0] > span[0] or not first.span[1] < span[1]:
        return words, span
    return words[first.span[1] - span[0] :], (first.span[1], span[1])


def is_other(scene: Scene, source: str, title: str, span: SpanPair) -> bool:
    """A time, a body or a kind of one, a paper, a field («적은 이 | 서기 …») or its label, words of two clauses."""
    if _is_no_title(title):
        return True
    near = scene.times_in(span[0] - 30, span[1]) if span[1] else ()
    if any(t.span[0] <= span[0] and span[1] <= t.span[1] for t in near):
        return True
    if ":" in title and _begins_in_label(scene, span):
        return True
    if _is_end_of_body(scene, span):
        return True
    label = source in ("lead", "before colon") or source.startswith("heading")
    return label and ((field_of(title) or _FIELD.search(title)) is not None or _leads_again(scene.text, title))


@lru_cache(maxsize=512)  # each day of a text asks about much the same words
def _is_no_title(title: str) -> bool:
    """A kind of body, a paper, a label with what it says, words of two clauses, half of what stands in brackets."""
    if title in _KINDS:
        return True
    return any(pattern.search(title) is not None for pattern in (_PAPER, _LABELLED, CLAUSE_END, _TORN))


def _leads_again(text: str, title: str) -> bool:
    """«국자언니: 아 그건 한 주 밀렸어요»: who speaks in a chat, a column that comes again."""
    return text.count(f"\n{title}:") + text.count(f"\n{title} :") > 1 or speaks_again(text, title)


# «출자기간», «강좌 이름», «틀린 날», «온마을협동조합(약칭 온마을)», «한들협동조합 주최», «편하시면 010-…»
_LABEL_ALONE = re.compile(
    r"[가-힣]{2,4}(?:기간|기한)|(?:강좌|행사|모임|사업|교육|프로그램|과정)\s?(?:이름|명|내용|대상|장소|일정|순서)|"
    r"(?:틀린|맞는|안 되는|되는)\s날|현장|르포|접속|처음\s공지|이\s?(?:주|달)의\s모임|"
    r".*(?:\((?:약칭|이하)\s[^()]+\)|\s(?:주최|주관)|\d{2,3}-\d{3,4}-\d{4}.*|조합원|소식\s?모음.*)"
)


def is_refused(title: str) -> bool:
    """«접수기간», «르포», «8월 소식», «하루 문을 닫습니다»: what names no event, whoever told it."""
    if _LABEL_ALONE.fullmatch(title) or _PAPER.search(title) or is_told(title):
        return True
    return tells_nothing(title) and head_of(title) is None and not title.endswith("들")


# «투표 모집», «링크로 모집», «제4차 이사회 신청», «장을 모아 내면 모집», «대의원 선거를 신청», «다음 주 문 신청»
_NOTHING_SOUGHT = re.compile(
    r"(?:.*[가-힣\s](?:며|[내하되으]면|[를은는]|\s문)|(?:.*\s)?(?:[가-힣]{2,}로|모두|오늘|신청서?\s?내기|"
    r"투표|참석|변경|수강료|명부|자리|쪽))\s(?:모집|신청)|"  # what one does, pays or is written in
    r".*(?:이사회|총회|회의)\s신청|.*(?:설명회|\s신청)\s모집|.*신청\s신청"
)
_CALLED = re.compile(r"\s(?:모집|신청|공모|접수)$")


def seeks_nothing(title: str) -> bool:
    """What a call cannot be for: what is torn out of a clause, or a headline that tells something else."""
    return _NOTHING_SOUGHT.fullmatch(title) is not None or (
        _CALLED.search(title) is not None and is_told(_CALLED.sub("", title))
    )


def is_never(scene: Scene, title: str, span: SpanPair) -> bool:
    """A body, what is not held, another event by which the day is told."""
    if title.endswith(_KINDS) or title in _NO_NAME or (span[1] and _is_of_field(scene, span)):
        return True
    if tells_nothing(title) or _LABEL_ALONE.fullmatch(title) or is_sentence(title) or _is_body(scene, span):
        return True
    behind = scene.text[span[1] : span[1] + 16] if span[1] else ""
    return _NOT_HELD.match(behind) is not None or _ANCHOR.match(behind) is not None


def _is_body(scene: Scene, span: SpanPair) -> bool:
    """«마을기업 영농조합법인 한울감귤»: a body with its sort in front, so surely no event that is named like one."""
    start, end = span
    firsts = [a for (a, b), _ in scene.bodies_in(start + 1, end) if b == end]
    return any(all(word.endswith(_SORTS) for word in scene.text[start:a].split()) for a in firsts)


_LEGAL_INSIDE = re.compile(r"(?:협동조합|사협|생협|법인)\s\S")


def _is_end_of_body(scene: Scene, span: SpanPair) -> bool:
    """«마을극장 협동조합 두런두런», «협동조합 두런두런», «두런두런»: a body by its form, or its last words."""
    body = scene.body_before(span[0] + 1) if span[1] else None
    if body is None:
        return False
    start, end = body[0]
    return end == span[1] and _LEGAL_INSIDE.search(scene.text, start, end) is not None


@lru_cache(maxsize=512)  # each day of a text asks about much the same words
def tells_nothing(title: str) -> bool:
    """Only who, how many or where, or a clause: «다들», «마을 어르신들이», «2300권», «전북 완주», «다녀온 것»."""
    if _CLAUSE.search(title) or _WHERE.search(title) or _TOLD_HOW.match(title) or names_body(title):
        return True
    if (
        _WHO.fullmatch(title)
        or _PEOPLE.search(title)
        or (_HOW_MANY.fullmatch(title) and not _COUNTED_SITTING.fullmatch(title))
    ):
        return True
    places = regions.find_places(title) if regions.may_begin_place(title) else ()
    return sum(place.span[1] - place.span[0] for place in places) == len(title.replace(" ", ""))


def names_body(title: str) -> bool:
    """«자활기업 두바퀴»: what sort of a body, and its name, with no noun of an event."""
    return _BODY.fullmatch(title) is not None and head_of(title) is None


def speaks_again(text: str, title: str) -> bool:
    """«[도토리] 그럼 2일 목요일 저녁 7시에 봐요»: who speaks in a chat leads one line after another."""
    ways = tuple(f"{opening}{title}{closing}" for opening, closing in ("[]", "<>", "〈〉"))
    if sum(map(text.count, ways)) < 2:  # hardly any text has one twice
        return False
    return sum(line.removeprefix(" ").startswith(ways) for line in text.splitlines()) > 1


def _is_of_field(scene: Scene, span: SpanPair) -> bool:
    """«□ 장소 : 두레마을 사랑방»: what another field says."""
    label = _label_of(scene, span)
    return label is not None and label.end() <= span[0] and field_of(label[1]) in _OTHER_FIELDS


def _begins_in_label(scene: Scene, span: SpanPair) -> bool:
    """«장    소:두레마을 사랑방» holds no «소:두레마을 사랑방»."""
    label = _label_of(scene, span) if span[1] else None
    return label is not None and span[0] < label.end() <= span[1]


def _label_of(scene: Scene, span: SpanPair) -> re.Match[str] | None:
    line = scene.line_at(span[0])
    return _label_between(scene.text, line.start, line.end) if line else None


@lru_cache(maxsize=64)  # all words of a line ask
def _label_between(text: str, start: int, end: int) -> re.Match[str] | None:
    return _LABEL.match(text, start, end)
