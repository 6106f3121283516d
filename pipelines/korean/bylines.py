"""Who wrote a post, a comment or a reply: the line over it, the line below it, and what a writer says of themselves.

Boards print the writer in many ways («물음 / 참기름병 / 2021/03/02 10:44», «작성: 참기름병 (2021.03.02)»,
«댓글) 301호새댁 : …», «[참기름병] [오후 3:11] …»). A nickname is any word, so each rule needs the place it stands
in, and an everyday word is believed only where nothing but a writer can stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.names import is_region, is_region_stem
from pipelines.korean.numerals import native
from pipelines.korean.person_words import TITLES, is_name, is_nobody, made_of_nicknames, nick_or_name
from pipelines.korean.replies import find_replies

Hit = tuple[int, int, str, str]  # start, end, type, rule

_NICK = r"[가-힣A-Za-z0-9_☆★♡♥]{2,12}"
_CLOCK = r"\d{1,2}:\d\d"
_DAY = r"(?:19|20)?\d\d[ ]?[-./년][ ]?\d{1,2}[ ]?[-./월][ ]?\d{1,2}[.일]?"
_STAMP = re.compile(rf"(?<![\d.]){_DAY}(?!\d)(?P<clock>[^\n]{{0,12}}?(?<!\d){_CLOCK})?")
_STAMP_CUES = re.compile(r"\d[-./년][ ]?\d{1,2}[ ]?[-./월]")
_WRITES = (
    r"(?:글[ ]?쓴[ ]?이|[적쓴올린맡은물묻는옮긴]{1,2}[ ]?(?:이|사람)|지은[ ]?이|작성자?|작성인|등록자?|게시자?|닉네임|"
    r"이름|글|글[ ]?[·,/&][ ]?사진|사진|정리|기록|취재|후기|물음|질문|답변?|올림|[Bb]y)"
)
_PART = re.compile(r"[^/|｜ㅣ·,()\[\]<>]+?(?=[/|｜ㅣ·,()\[\]<>]|[^\S\n]{2,}|\Z)")
_LABEL_IN_PART = re.compile(rf"{_WRITES}[ ]?(?:[:：=▷-][ ]?|[ ])|{_WRITES}$")
HAPPENS = re.compile(
    r"(?:식|회|심사|평가|면접|발표|모집|접수|교육|공모|워크숍|포럼|행사|마감|실사|점검|입금|장터|캠프|강좌|특강|투어|방문|결과|안내|공고|축제|"
    r"여행|모임|과정|수업|강의|마켓|장날|이해|만들기|실습|견학|토론|협약|시작|종료|[가-힣]일|[0-9][강차부회기])$"
)
"""What has a date for itself and is no writer: «개강식 2021. 3. 2.»."""
_BARS = tuple("/|｜ㅣ·(<[")
_LONGEST_BYLINE, _FIRST_LINES, _MOST_PARTS = 80, 3, 5


def find_bylines(text: str) -> Iterator[Hit]:
    """Writers of a board post and of what is said below it; each place where a line shows one."""
    yield from _stamped(text)
    yield from _labelled(text)
    yield from _answering(text)
    yield from _replying(text)
    yield from _under_comments(text)
    yield from _talking(text)
    yield from find_replies(text)
    yield from _of_themselves(text)
    yield from _last_word(text)


def _someone(word: str, *, sure: bool) -> str | None:
    """The type of a word where a writer stands, or None. `sure`: nothing else stands there, so any word will do."""
    if is_region(word) or is_region_stem(word) or word.endswith("들") or _COUNT.match(word):
        return None
    if not (made_of_nicknames(word) or (not is_frequent(word) if sure else not is_common(word))):
        return None
    kind = nick_or_name(word, "")
    return kind[0] if kind is not None else None


_COUNT = re.compile(r"\d{1,4}[가-힣]{1,2}$")  # «1차 | 2019. 1. 22. 10:00»


# --- a line with a date in it -----------------------------------------------------------------


def _stamped(text: str) -> Iterator[Hit]:
    """«질문 > 설립   새내기감사   25-04-08»: the part before the date, in a short line of parts. A bare date is not
    enough below the first lines of a post: there it may stand in a programme."""
    done = -1
    for cue in _STAMP_CUES.finditer(text):
        start, end = text.rfind("\n", 0, cue.start()) + 1, _line_end(text, cue.end())
        if start <= done or end - start > _LONGEST_BYLINE:
            continue
        done = start
        stamp = _STAMP.search(text, start, end)
        if stamp is None:
            continue
        parts = [m for m in _PART.finditer(text, start, stamp.start()) if m[0].strip(" \t:：-–>")]
        if not parts or len(parts) > _MOST_PARTS:
            continue
        first = text.count("\n", 0, start) < _FIRST_LINES
        yield from _before_stamp(text, parts, timed=stamp["clock"] is not None, first=first)


def _before_stamp(text: str, parts: list[re.Match[str]], *, timed: bool, first: bool) -> Iterator[Hit]:
    start, said = _stripped(parts[-1])
    label = _LABEL_IN_PART.match(said)
    if label is not None and label.end() < len(said):
        start, said = start + label.end(), said[label.end() :]
    labelled = label is not None or (len(parts) > 1 and _LABEL_IN_PART.fullmatch(_stripped(parts[0])[1]) is not None)
    word = re.fullmatch(rf"({_NICK}?)님?", said)
    between = len(parts) > 1 or text[parts[-1].end() : parts[-1].end() + 1] in _BARS
    if word is None or not (labelled or (between and (timed or first))):
        return
    if HAPPENS.search(word[1]) and not labelled:
        return
    sure = labelled or timed
    if (kind := _someone(word[1], sure=sure)) is not None:
        yield start, start + len(word[1]), kind, "byline:stamp"


_ASKED = re.compile(r"^[QA문답][.)][ ]?")
"""«Q. 고산초보 (24.02.06 20:03)»"""


def _stripped(part: re.Match[str]) -> tuple[int, str]:
    said = _ASKED.sub("", part[0].strip(" \t:：-–>"))
    return part.start() + part[0].index(said), said


def _line_end(text: str, since: int) -> int:
    end = text.find("\n", since)
    return len(text) if end < 0 else end


_FROM = Cued(rf"(?m)^[^\S\n]{{0,4}}(?:[Ff]rom|[Bb]y)[ ]?[.:][ ]?({_NICK})[^\S\n]*(?:$|[(<])", cues=r"[Ff]rom|[Bb]y")
_AGO = Cued(
    rf"(?m)^[^\S\n]{{0,4}}({_NICK})[ ](?:\d{{1,2}}[ ]?(?:분|시간|일|주|개월|달|년)[ ]?전|방금[ ]?전?)[^\S\n]*$",
    cues=r"(?:분|시간|일|주|개월|달|년)[ ]?전|방금",
)
"""«참기름병 3시간 전»"""
_EXPORTED = Cued(
    rf"(?m)^\[({_NICK})\][ ]\[(?:오전|오후)[ ]?{_CLOCK}\]|^[^\n,]{{4,24}}(?:오전|오후)[ ]?{_CLOCK},[ ]({_NICK})[ ]:[ ]",
    cues=r"(?:오전|오후)[ ]?\d{1,2}:\d\d[\],]",
)
"""Lines saved from a messenger: «[참기름병] [오후 3:11] 네», «2021년 3월 2일 오후 3:11, 참기름병 : 네»."""


# --- a label ----------------------------------------------------------------------------------

_WRITER_ONLY = Cued(  # what none but a writer follows
    r"(?m)^[^\w\n]{0,4}(?:[가-힣]{2,4}[ ])?(?:맡은|묻는|물은|옮긴|올린|적은|글[ ]?쓴|쓴)[ ]?(?:이|사람)"
    r"[^\S\n]{0,3}[:：|▷=/-]?[^\S\n]{0,3}"
    rf"((?:[가-힣]{{2,6}}[ ]){{0,2}})({_NICK})(?![가-힣A-Za-z0-9])(?=님?[^\S\n]*(?:$|[(/|,·]|\d))",
    cues=r"(?:맡은|묻는|물은|옮긴|올린|적은|쓴)[ ]?(?:이|사람)",
)
_WRITTEN_BY = Cued(  # «작성: 참기름병 (2021.03.02)», «정리 참기름병 / 고칠 데는 …»: the label is an everyday word too
    r"(?m)^[^\w\n]{0,3}(?:작성|글|정리|기록|사진|글[ ]?[·,/&][ ]?사진|취재[ ]?[·,/&][ ]?정리|후기|등록|물음|"
    r"게시자명|작성자명?|글쓴이)"
    rf"[ ]?(?:[:：=▷][ ]?|[ ])({_NICK})(?:님)?[ ]?(?=$|\n|[(/|,·)])(?P<dated>[ ]?[(/|,·][ ]?\d)?",
    cues=r"작성|글|정리|기록|사진|후기|등록|물음|게시자명",
)
_NAMED = Cued(
    rf"(?:닉네임|별명|별칭|대화명|필명)(?:은|이|:)?[ ]?['‘“\"]?({_NICK}?)"
    r"(?=[)’'”\",.]|입니다|이에요|예요|(?:이?라고)[ ])",
    cues="닉네임|별명|별칭|대화명|필명",
)
"""«작년에 된 선배(닉네임 몽글콩)»"""
_WHO_CAME = Cued(
    r"(?:못[ ]온|못[ ]오신|안[ ]온|빠진|함께한|같이[ ]간|새로[ ]온|(?<![가-힣])온|나온|모인)[ ](?:사람|분|이)들?"
    r"[ ]?[:：|｜\-–][ ]?([^)\n]{2,80})",
    cues="온|오신|빠진|함께한|간|모인",
)
"""«(못 온 사람 - 진가람)», «온 사람 | 변승아 이사장, 도윤미, 노을»"""


def _labelled(text: str) -> Iterator[Hit]:
    for m in _WRITER_ONLY.finditer(text):
        if is_nobody(m[2]) and is_common(m[2]):  # «적은 이: 서기»
            continue
        if m[1] and not is_name(m[2], sure=len(m[2]) > 2) and is_common(m[2]):  # «적은 이 우리 모임»
            continue
        if (called := nick_or_name(m[2], "")) is not None:
            listed = is_name(m[2], sure=True) and len(m[2]) > 2 and not is_common(m[2])
            yield m.start(2), m.end(2), "person_name" if listed or m[1] else called[0], "byline:writer"
    for m in _WRITTEN_BY.finditer(text):
        if (kind := _someone(m[1], sure=m["dated"] is not None)) is not None:
            yield m.start(1), m.end(1), kind, "byline:label"
    for pattern, sure in ((_NAMED, True), (_AGO, True), (_EXPORTED, True), (_FROM, True)):
        for m in pattern.finditer(text):
            group = 1 if m[1] else 2
            if HAPPENS.search(m[group]):
                continue
            exported = pattern is _EXPORTED and nick_or_name(m[group], "") is not None  # nobody else speaks there
            if (kind := "nickname" if exported else _someone(m[group], sure=sure)) is not None:
                yield m.start(group), m.end(group), kind, "byline:named"
    for m in _WHO_CAME.finditer(text):
        yield from _among(m.start(1), m[1])


_ENTRY = re.compile(rf"(?P<who>{_NICK})(?:[ ](?:{TITLES}))?(?=[^\S\n]*(?:[,·、/(]|$))")


def _among(at: int, people: str) -> Iterator[Hit]:
    """Those who came: names, and everyday words among them («노을»)."""
    entries = list(_ENTRY.finditer(people))
    listed = [m for m in entries if native(m["who"]) is None]  # «나온 이: 이사 여섯, 감사 하나»
    named = {m.start() for m in listed if is_name(m["who"], sure=True) and not is_common(m["who"])}
    for m in listed:
        if m.start() in named:
            yield at + m.start("who"), at + m.end("who"), "person_name", "byline:came"
        elif len(named) > 1 and _someone(m["who"], sure=True) is not None:
            yield at + m.start("who"), at + m.end("who"), "nickname", "byline:came"


# --- comments ---------------------------------------------------------------------------------

_ANSWER = Cued(  # «댓글) 301호새댁 : 몇 시까지 하나요?», «>> 대팻밥 : 등기 먼저 하세요»
    r"(?m)^[^\S\n]{0,8}(?P<mark>[\[(<]?(?:댓글|답글|덧글|리플|답변|RE|Re)[ ]?\d{0,3}(?:[\])>.:]|[ ]?[|｜])?|"
    r"[>»┖↪➥⇒]{1,3})"
    r"[ ]?(?:[-▷└ㄴ][ ]?)?"
    rf"(?P<who>{_NICK})(?:님)?[^\S\n]{{0,3}}(?:\([^)\n]{{0,30}}\)[ ]?)?[:：][ ]?(?P<said>[^\n]{{2,400}})$",
    cues=r"댓글|답글|덧글|리플|답변|RE|Re|[>»┖↪➥⇒]",
)
_CHATTY = re.compile(r"(?:[요죠ㅋㅎㅠㅜ~!?^♥]|\.\.\.?|[^가-힣]네|다\.?|[음슴]|\))$")


_UNDER = re.compile(
    r"(?m)^[^\w\n]{0,4}(?:댓글|덧글|답글)[ ]?[(\[]?\d{1,3}개?[)\]]?[^\w\n]{0,4}\n((?:[^\n]+(?:\n|\Z)){1,40})"
)
_FIRST_WORD = re.compile(rf"(?m)^[^\w\n]{{0,3}}({_NICK})(?=(?P<alone>[^\S\n]*\n[^\n]*[ ])|[ ][^\n]{{2,}})")
_CALLED_LIKE = re.compile(r"[가-힣0-9]{1,5}(?:댁|맘|총각|새댁|아재|언니|누나|할매|할배|아지매)")


_TALK = Cued(  # «• 산본댁: 저도 갈게요!», «[산본댁] 몇 시예요?», «산본댁> 네~»
    r"(?m)^[^\S\n]{0,4}(?:[•·*▪◦-][ ]?|\d{1,2}[.)][ ]|\[\d{1,2}\][ ])?"
    rf"(?:\[(?P<in>{_NICK})\][ ]?[:：]?|(?P<who>{_NICK})[ ]?(?:[:：>]|[-–—](?=[ ])))"
    r"[ ]?(?P<said>[^\n]{2,200}[요죠ㅋㅎㅠㅜ~!?^♥][.)]?)[^\S\n]*$",
    cues=r"(?m)[요죠ㅋㅎㅠㅜ~!?^♥][.)]?[^\S\n]*$",
)


_SPEAKS = re.compile(r"(?:니다|세요|어요|아요|해요|까요)$")
"""«[고맙습니다] …», «[알아두세요] …»: the headings of a letter, and nobody who talks."""


def _talking(text: str) -> Iterator[Hit]:
    """Two lines or more that follow each other, each someone and what they say."""
    run: list[re.Match[str]] = []
    for m in [*_TALK.finditer(text), None]:
        if m is not None and run and not text[run[-1].end() : m.start()].strip():
            run.append(m)
            continue
        said = [(r.span("in") if r["in"] else r.span("who")) for r in run]
        kinds = [_someone(text[s:e], sure=False) and not _SPEAKS.search(text[s:e]) for s, e in said]
        if len(run) > 1 and all(kinds):
            for s, e in said:
                yield s, e, "nickname", "byline:talk"
        run = [] if m is None else [m]


def _under_comments(text: str) -> Iterator[Hit]:
    """«댓글 2», then lines that begin with who speaks («산본댁 얼른요»), or bear their name alone."""
    for block in _UNDER.finditer(text):
        for m in _FIRST_WORD.finditer(text, *block.span(1)):
            named = made_of_nicknames(m[1]) or _CALLED_LIKE.fullmatch(m[1])
            if (named or (m["alone"] and not is_common(m[1]))) and nick_or_name(m[1], "") is not None:
                yield m.start(1), m.end(1), "nickname", "byline:under"


_REPLYING = Cued(  # «└ 다둥맘 저도 신청해요»
    rf"(?m)^[^\S\n]{{0,8}}[└ㄴ┗↳⤷╰][^\S\n]?(?P<who>{_NICK}?)님?[ ](?P<said>[^\n]{{2,200}})$", cues="[└ㄴ┗↳⤷╰]"
)


def _replying(text: str) -> Iterator[Hit]:
    for m in _REPLYING.finditer(text):
        called = made_of_nicknames(m["who"]) or _CALLED_LIKE.fullmatch(m["who"])
        if called and _CHATTY.search(m["said"].strip()) and nick_or_name(m["who"], "") is not None:
            yield m.start("who"), m.end("who"), "nickname", "byline:reply"


_ANSWER_OF = Cued(
    rf"(?m)^[^\w\n]{{0,6}}(?:답변|답글|댓글|덧글)[ ]?\d{{0,3}}[ ]?[(\[]({_NICK})[)\]]", cues="답변|답글|댓글|덧글"
)
"""«답변 1 (늦깎이농부)»"""


def _answering(text: str) -> Iterator[Hit]:
    for m in _ANSWER_OF.finditer(text):
        if (kind := _someone(m[1], sure=True)) is not None:
            yield m.start(1), m.end(1), kind, "byline:answer"
    for m in _ANSWER.finditer(text):
        quoted = m["mark"].startswith(">")
        sure = (m["mark"][-1] in "])>┖↪➥.|｜" and not quoted) or _CHATTY.search(m["said"].strip()) is not None
        if _someone(m["who"], sure=sure) is not None:
            yield m.start("who"), m.end("who"), "nickname", "byline:answer"


# --- what a writer says -----------------------------------------------------------------------

_I_AM = Cued(
    rf"(?<![가-힣])저는[ ](?P<who>{_NICK}?)(?:이고요|이구요|고요|구요|인데요|(?:이?라고)[ ](?:해요|합니다|하는데))"
    r"(?=[,.~!\s])",
    cues="저는 ",
)
_WAS = Cued(
    r"(?m)^(?:지금까지[ ])?(?P<who>[가-힣0-9]{2,8}?)(?:였습니다|이었습니다|였어요|이었어요)(?=[~.!^\s]|$)",
    cues=r"(?:였|이었)(?:습니다|어요)",
)
"""«참기름병이었습니다~»: how a post ends."""
_CALLED = Cued(
    r"01[016-9][ -.)]?\d{3,4}[ -.]?\d{4}[ ](?P<who>[가-힣0-9]{2,8}?)(?:입니다|이에요|예요)(?=[~.!^\s]|$)",
    cues=r"01[016-9]",
)
"""«010-0000-2468 물푸레입니다»"""
_ADDED = Cued(
    r"(?m)(?<=[요다죠!~.^ㅋㅎㅠ)])[ ][-–—―](?:[ ](?P<who>[가-힣0-9]{2,8})[^\S\n]*$|(?P<last>[가-힣0-9]{2,8})\s*\Z)",
    cues="[-–—―]",
)
"""«저도 갑니다 – 별토끼», «아쉽네요. -하윤» as the very last word."""


def _of_themselves(text: str) -> Iterator[Hit]:
    for pattern in (_I_AM, _WAS, _CALLED, _ADDED):
        for m in pattern.finditer(text):
            group = "who" if m["who"] else "last"
            if not _NOT_SAID.search(m[group]) and (kind := _someone(m[group], sure=False)) is not None:
                yield m.start(group), m.end(group), kind, "byline:said"


_NOT_SAID = re.compile(
    r"(?:처음|사람|번째|정도|만원|시간|뿐|것|거|적|때|번호|연락처|명|개|곳|층|시|분|하|되|있|없|않|[했갔왔봤됐었았렸녔졌쳤]|라|은|는|[고도지며서])$"
)
"""What is no one, or the stem of a verb: «큰 힘이 되|었습니다», «스무 명|이었습니다»."""

_DASHED = re.compile(r"(?m)^[^\S\n]*[-–—~][ ]?([가-힣0-9]{2,7})[^\S\n]*$")


def _last_word(text: str) -> Iterator[Hit]:
    """«- 길모퉁이» alone at the end; between other lines with a dash it would be one of a list."""
    tail = text.rstrip()
    last = _DASHED.fullmatch(tail, tail.rfind("\n") + 1)
    if last is None or last.start() == 0 or len(re.findall(r"(?m)^[^\S\n]*[-–—~]", tail)) > 1:
        return
    word = last[1]
    if not re.search(r"[다요음함끝]$|^이상|^감사|^계속", word) and (kind := nick_or_name(word, "")) is not None:
        if is_common_word(word) and not made_of_nicknames(word) and is_region_stem(word):
            return
        yield last.start(1), last.end(1), kind[0], "byline:below"
