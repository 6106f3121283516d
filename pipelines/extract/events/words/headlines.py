"""The title of a document as the name of an event: «[공지] 제7차 정기총회 소집» → 제7차 정기총회."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from pipelines.extract.events.words.heads import HEADS
from pipelines.extract.events.words.said import is_said, without_said
from pipelines.extract.events.words.titles import BLANKS, head_of, tidy
from pipelines.korean import regions
from pipelines.korean.syllables import TO_COME

ACTOR = re.compile(r"^[^,‘“…]{2,24}(?:센터|협의회|네트워크|재단|조합|연합회|시|군|구|도|위원회|진흥원|기업),\s?(?=\S)")
TAG = re.compile(
    r"^[\s★☆◎●■◆♥♡♣♧▶※]{0,3}(?:(?:RE|Re|re|FW|답변)\s?[:：]\s?|[\[(【<〈][^\])】>〉]{1,16}[\])】>〉]\s?){0,3}"
)
TITLE_TAIL = re.compile(
    r"\s?(?:(?<![가-힣])(?:참가|참여|입점|출점|입주)?\s?(?:팀|자|기업|업체|단체|셀러|생|인원|사람)(?:을|"
    r"를)?\s?(?:추가\s)?(?:모집|찾[아습는])(?:\S{0,4})?|(?:꼭\s|많이\s|놀러\s?)?오세요|함께해요|"
    r"알려요|알립니다|(?:참여팀|참가팀|참여자|참가자|수강생|교육생|신입생|참여기업)[을를]?\s(?:찾습니다|찾아요|"
    r"모집합니다|모십니다|기다립니다)|참여기업 모집|에\s?초대(?:합니다|해요)?|엽니다|"
    r"열어요|열립니다|개최(?:합니다|한다|했다|됩니다|하다)?|안내(?:드립니다)?|알림|공지|"
    r"소집(?:\s?공고)?|공고|초대(?:합니다)?|결과|회의록|후기|소식|시작(?:합니다|해요)|열려|열린다|열었다|연다|열기로|"
    r"성료|마쳐|예정|참가자 모집|참여자 모집|수강생 모집|교육생 모집|참석 보고서?|"
    r"(?<=\s)(?:시간표|일정표)[를을]?\s(?:올립니다|올려요|공유합니다|보내드려요)|갔다\s?왔어요|(?:같이|함께)\s해요|합니다|해요|(?:장소|일정|날짜|"
    r"시간)[가는을이]?\s?(?:변경|바뀌|바뀐|연기|안내|정정)\S*(?:\s\S+)?|알려\s?드립니다|"
    r"알려드려요|취소(?:합니다)?|연기(?:합니다)?|문의|공유|자리배치표|일정|(?<=\s)(?:일정표|시간표)(?:\s?\([^()]{1,20}\))?)\s?[!~.♥]{0,3}$"
)
DATE_IN_TITLE = re.compile(
    r"(?=[(\d오매월화수목금토일])(?:\(~\s?\d{1,2}(?:월|[./])[^()]{0,14}\)|(?:[월화수목금토일]요일마다|"
    r"매주\s?[월화수목금토일]요일|매달|매월)\s|\(\s?\d{1,2}[/.]\s?\d{1,2}[^()]{0,10}\)|"
    r"\([^()]{0,20}(?:정정|수정|변경|재공지|마감|"
    r"연장)[^()]{0,10}\)|(?<!\d)\d{1,2}/\d{1,2}(?:\([월화수목금토일]\))?\s|"
    r"(?:오는\s)?\d{1,2}일(?:부터)?\s)"
)


ELLIPSIS = re.compile(r"…|\.\.\.")
_REMARK = re.compile(r"(?<=[다요][!~.\s])\s?\([^()]*\)$|(?<=[다요])\s?\([^()]*\)$")
"""«시민출자 시작합니다 (9일까지)»: a bracket behind a sentence is no part of a name."""
WHO_IS_CALLED = re.compile(r"(?<=모집)\s?\([^()]{1,14}\)$")


LONG_HEADS = tuple(h for h in HEADS if len(h) > 1)


_TELLS = re.compile(r"[‘'「『《<]|(?:날|준공|개소|개업)$")
"""What a part without a noun of events may be called by: a name in quotes, a day."""


def _naming_part(title: str) -> str:
    """«화순 문화장터 태풍에 밀렸다…7일→21일로»: headlines are cut at «…»; the part that names the event stays."""
    parts = [part for part in ELLIPSIS.split(title) if part.strip()]
    if len(parts) == 1:
        return parts[0]
    named = next((p for p in parts if any(h in p for h in LONG_HEADS)), None)
    first = parts[0] if parts else title
    told = (part for part in parts if not is_said(part) and _TELLS.search(part)) if is_said(first) else iter(())
    return named or next(told, first)


# «고성군 공고 제2023-217호 (2023년 마을기업 육성사업 참여단체 모집)»
NUMBERED = re.compile(r"^(?:[가-힣]{2,8}\s)?(?:공고|고시)\s?(?:제\s?)?\d{4}\s?[-–]\s?\d+\s?호\s*")


# «고흥군 보도자료(2023. 1. 10.)», «가정통신문 제2022-59호», «충주시 공고 제2020-1887호»: what it is, not what it says
BARE = re.compile(
    r"\W*(?P<whose>(?:[가-힣]{2,14}\s){0,2})(?:보도자료|공고|고시|공지|공지사항|알림|알림장|가정통신문|공문|회람|단체문자)"
    r"[\s\d().,년월일제호차\-–_/]*(?:\S{1,3}\s올려요|그대로\s올려요|입니다)?\W*"
)
SUBJECT = re.compile(r"\W{0,4}(?:제\s{0,3}목|건\s{0,3}명)\s?[:：∥|]\s?(?P<what>\S[^\n]{3,70})")
BOXED = re.compile(r"\s?[【\[<〈《「『](?P<what>[^】\]>〉》」』\n]{4,60})[】\]>〉》」』](?P<rest>[^\n]{0,20})")
PLAIN_SUBJECT = re.compile(r"\s?[^\n:：.]{6,60}(?:공고|모집|공모|안내|개최|알림|초대|교육|총회|설명회|행사|신청)\s?")
FIRST_LINES = 3


def telling_title(title: str, lines: Iterable[str]) -> str:
    """The title, or where it says only of what kind the text is, the subject that the first lines tell."""
    bare = BARE.fullmatch(title)
    if bare is None or head_of(bare["whose"]) is not None:  # «임시총회 공고»
        return title
    for line in islice(lines, FIRST_LINES):
        if (subject := SUBJECT.match(line)) is not None:
            return subject["what"].strip()
        if (boxed := BOXED.fullmatch(line)) is not None:
            return f"{boxed['what']}{boxed['rest']}".strip()
        if PLAIN_SUBJECT.fullmatch(line) is not None:
            return line.strip()
    return title


def without_number(title: str) -> str:
    """A public notice by what it is about, where its title says so."""
    numbered = NUMBERED.match(title)
    if numbered is None:
        return title
    return re.sub(r"^\((.*)\)$", r"\1", title[numbered.end() :].strip()) or title


def without_tags(title: str) -> str:
    """«<참가자 모집> 2021 지역자산화 아카데미», «[공지] …», «RE: …» without the mark in front."""
    title = without_number(title)
    bare = TAG.sub("", title.strip())
    return bare if bare.strip() else title.strip()


@lru_cache(maxsize=64)  # a dozen rules ask for the same one
def clean_title(title: str) -> str:
    """A document's title as an event's name: «[공지] 제7차 정기총회 소집» → 제7차 정기총회."""
    words = without_said(ACTOR.sub("", _naming_part(DATE_IN_TITLE.sub(" ", without_tags(title)))))
    words = _REMARK.sub("", WHO_IS_CALLED.sub("", words.strip()))
    for _ in range(2):
        whole = words.strip(" !~.…♣★♥☆^")
        words = TITLE_TAIL.sub("", whole)
        if words == whole:
            break
    return _visited(tidy(BLANKS.sub(" ", _LEFT_OF_VERB.sub("", words))))


_LEFT_OF_VERB = re.compile(rf"(?<=\S)\s(?:급|구|재|(?:같이|함께)\s[가-힣]?[{TO_COME}])$")
"""«일손 구해요», «지원사업 재공고», «골목집 같이 살 사람 찾습니다»: what is left of a word, or of whom one seeks."""
_BEEN_THERE = re.compile(
    r"(?:[을를에])?\s(?:잘\s)?(?:다녀(?:온|와서|왔습니다|왔어요|옴)|갔다\s?온|보고\s왔(?:습니다|어요))"
    r"(?:\s(?:이야기|얘기|뒷얘기|후기|썰|사람|소감)[가-힣]{0,3}(?:\s[&+].*|\s하나\s올립니다)?)?"
    r"[\s~!.ㅎㅋㅠㅜ^]*(?:\([^()]{1,20}\))?$"
)
"""A bracket behind it says of the post, not of what it tells: «(사진 3장)», «(길어요)»."""
_WHEN_THERE = re.compile(r"^(?:(?:지난|이번)\s)?(?:어제|그제|엊그제|주말에?|지난주|[월화수목금토일](?:요일|욜)에?)\s")
_VISITED = re.compile(r"(?:산지|공장|농장|목장|선진지|발전소|마을|부지)$")


def _visited(words: str) -> str:
    """«어제 안산 다녀온 이야기» → 안산 견학; «두부 만들기 다녀왔어요» → 두부 만들기."""
    been = _BEEN_THERE.search(words)
    if been is None or been.start() < 2:
        return words
    what = _WHEN_THERE.sub("", words[: been.start()])
    last = what.rpartition(" ")[2]
    place = _VISITED.search(last) or (
        last != "연수" and any(p.span == (0, len(last)) for p in regions.find_places(last))
    )
    return f"{what} 견학" if place else what


# «새 매장 이름을 지어 주세요»
MADE_FOR_US = re.compile(r"(?:을|를)?\s(?:지어|그려|써)\s?(?:주세요|주십시오|줄래요|보실래요)\W*$")
_APPLY = re.compile(r"(?:을|를)?\s신청(?:하세요|해\s?주세요|하십시오|받습니다|받아요|받는다)\W*$")
_SHARED_OUT = re.compile(r"(?<=매대|부스|텃밭|좌판)(?:를|을)?\s(?:나눕니다|나눠요|나눠\s?드립니다|나눠\s?드려요)\W*$")
_SEEKS = re.compile(r"(?:찾|구하|구합|구한|뽑|모시|모십|모신|기다)[가-힣]*\W*$")
_BRACKETS = re.compile(r"\s?\([^()]{1,30}\)\s*$")


def as_asked(title: str) -> str | None:
    """«상담 신청하세요 (10~11월)», «새 이름을 지어 주세요»: what a headline asks for, as a name, where it asks so."""
    words = _BRACKETS.sub("", without_tags(title))
    for pattern, call in ((MADE_FOR_US, "공모"), (_APPLY, "신청"), (_SHARED_OUT, "모집")):
        if (asked := pattern.search(words)) is not None:
            return f"{tidy(words[: asked.start()])} {call}"
    return None


def asks_for_work(title: str) -> bool:
    """«새 이름을 지어 주세요»: whether a headline asks for something to be thought of, drawn or written."""
    return MADE_FOR_US.search(_BRACKETS.sub("", title)) is not None


_TALKS = re.compile(r"(?:[요죠까께]|니다)\W*$")
_NAMES_CALL = re.compile(r"모집|공모|채용|구인|초빙|신청|접수|등록|주문|예약|출자|증자")


def only_talks(title: str) -> bool:
    """«간판을 새로 달려고요», «새 이름 뭐가 좋을까요?»: whether a headline talks, and names no call."""
    return _TALKS.search(title) is not None and _NAMES_CALL.search(title) is None and not is_clause(title)


def is_clause(title: str) -> bool:
    """Whether a headline tells in a clause what is sought, and so gives it no name."""
    return as_asked(title) is not None or _SEEKS.search(_BRACKETS.sub("", title)) is not None
