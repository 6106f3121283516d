"""Names of persons and nicknames in board posts: where a post itself says that a word is someone.

Newspapers name officials on purpose and are left alone; a board post is written among neighbours. A name is
only taken with a reason beside it: a label («참석 :»), a title («김만기 교수», «총무 유한솔»), a signature
(«… 올림»), the head of a comment («┗ 은하수:»). Once found, every further occurrence in the text counts.
Role names (운영자, 사무국, 장터지기) are not persons, and «박*영» is masked already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.korean.bylines import HAPPENS, find_bylines
from pipelines.korean.circles import find_circle
from pipelines.korean.common_words import is_common, is_common_word, is_frequent
from pipelines.korean.cued import Cued
from pipelines.korean.likely_people import find_likely
from pipelines.korean.names import is_region
from pipelines.korean.nicknames import beside, called_next, find_nicknames
from pipelines.korean.officials import find_officials
from pipelines.korean.person_words import (
    FIELD_WORDS,
    NAME,
    NOT_NIM,
    ROLE_BEFORE,
    TITLES,
    is_name,
    is_nobody,
    nick_or_name,
    taken_for_names,
)
from pipelines.korean.reached import Hit, find_reached
from pipelines.korean.recurring import find_again
from pipelines.korean.role_holders import find_role_holders, following
from pipelines.korean.rosters import find_rosters
from pipelines.korean.signatures import find_signatures
from pipelines.korean.titled_people import find_titled
from pipelines.korean.writers import find_writer

_LABELS = (
    "참석자|참석|참가자|참가|참여자|참여|출석|결석|불참|강사|발표자|발표|발제자|발제|토론자|토론|패널|"
    "좌장|사회자|사회|진행자|진행|담당자|담당|"
    "예금주|기록자|기록|서기|감사|총무|부회장|회장|간사|대표|이사장|사무국장|글|사진|정리|멘토|심사위원|위원|당첨자|신청자|봉사자|조장|반장|회계|"
    "촬영|통역|이름|성명|입금자|모둠원|조원|함께한 이들?|함께한 사람들?|온 사람들?|오신 분들?|못 오신 분들?|"
    "회의록 작성|작성|(?:임시 ?|부)?의장|배석자?|이끔이|길잡이|모인 이들?|나온 이들?|온 이들?"
)
_GUEST_LABELS = re.compile("참석|참가|참여|출석|결석|불참|모둠원|조원|함께한|온 사람|오신 분|못 오신")
_LABEL_LINE = re.compile(
    rf"(?m)^[^\w\n]{{0,6}}(?:(?:\d{{1,2}}|[가나다라마바사아자차카타파하])[.)][ ]?)?({_LABELS})"
    r"(?:[ ]?(?:명단|인원|선출|선임|위촉|임명|연임|교체))?[^\S\n]{0,4}[:：\-–]"
    r"[^\S\n]{0,4}([^\n]{1,400})$"
)
_NAME_RUN = re.compile(
    r"(?:참석자?|참가자?|참여자?|출석|결석|불참|당번|모둠원|조원)[^\S\n]"
    rf"({NAME}(?:[ ]?[,·][ ]?{NAME}){{1,40}})(?![가-힣])"
)
_COUNTED_RUN = Cued(
    rf"(?<![가-힣])({NAME}(?:[ ]?[,·][ ]?{NAME}){{1,10}})[ ]?(?:두|세|네|다섯|\d{{1,2}})[ ]?(?:분|명|인|사람)",
    cues=rf"[,·][ ]?{NAME}[ ]?(?:두|세|네|다섯|\d{{1,2}})[ ]?(?:분|명|인|사람)",
)
"""«감사에 표하윤, 국도영 두 분»"""
_ITEM = re.compile(r"[^,·ㆍ、/;&|]+")


_NICK = r"[가-힣A-Za-z0-9_☆★♡♥]{2,12}"
_SUFFIXED = Cued(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9]{1,8}(?:쌤|샘))(?=(?:이|은|을|과|이랑|도|께|께서|의|한테)?(?![가-힣A-Za-z0-9]))",
    cues=r"쌤|샘",
)
_ROLED = Cued(
    rf"(?<![가-힣])([가-힣]{{0,8}}(?:{ROLE_BEFORE}))[ ]?[:：(]?[ ]?(?!주무관|사무관)({NAME})(?![가-힣*])",
    cues=rf"(?:{ROLE_BEFORE})[ ]?[:：(]?[ ]?(?!주무관|사무관)(?:{NAME})(?![가-힣*])",  # «담당 주무관 금보리»
)
_ROLED_PARTICLE = Cued(
    rf"(?<![가-힣])[가-힣]{{0,8}}(?:{ROLE_BEFORE})[ ]({NAME})(?=(?:에게|한테|께서|께|님|씨|입니다|이에요|예요))",
    cues=rf"(?:{ROLE_BEFORE})[ ](?:{NAME})(?=(?:에게|한테|께서|께|님|씨|입니다|이에요|예요))",
)
_SELF = re.compile(
    rf"(?:저는|제 이름은|이름은|나는)[^\n]{{0,20}}?(?<![가-힣])({NAME})(?=입니다|이라고|라고|이에요|예요|이라 합니다)"
)
_KIN = Cued(  # who is called by their child: «해찬아빠», «토리이모»; a childcare co-op knows no other names
    r"(?<![가-힣A-Za-z0-9])([가-힣]{2,4}(?:아빠|엄마|이모|삼촌|파파|언니|누나|아재|할매|맘))"
    r"(?=님?(?:에게|한테|께서|께|님|[이가은는와과랑도의네]|이랑|예요|이에요|에요|입니다)?(?![가-힣A-Za-z0-9]))",
    cues=r"아빠|엄마|이모|삼촌|파파|언니|누나|아재|할매|맘",
)
_NO_KIN = re.compile(
    r"^(?:우리|엄마|아빠|남의|아이|애들|모든|어떤|젊은|초보|워킹|예비|직장|전업|동네|옆집|싱글|육아|아들|딸|친정|새내기|"
    r"다른|여러|그냥|요즘|신입|아기|학생|친구|열혈|세상|이웃|외국인|다문화|한부모|맞벌이|할머니|선배|후배)"
)
_TO_REACH = Cued(  # «책벌레순이에게 010-…», «연락은 유달산너구리 쪽지»
    r"(?<![가-힣A-Za-z0-9])(?:([가-힣A-Za-z0-9]{3,8})(?:에게|한테|께)[ ](?:쪽지|문자|전화|톡|카톡|\(?01[016-9])"
    r"|(?:연락|문의|신청)(?:은|처는|는)[ ]([가-힣A-Za-z0-9]{3,8})[ ](?:쪽지|문자|톡|카톡))",
    cues=r"[ ](?:쪽지|문자|전화|톡|카톡|\(?01[016-9])",
)
_ON_DUTY = re.compile(  # «간식 당번 소금쟁이»: whose turn it is, at the end of what is said
    r"(?:당번|당직|차례|길잡이|이끔이|설거지)[ ]?(?:은|는|[:：])?[ ]([가-힣]{2,6}?)(?:님|씨)?(?=[ ]?(?:[.!~,(→]|$))",
    re.MULTILINE,
)
_NOBODY = re.compile(r"(?:[요죠다음함됨임까니]|기|중|제|표|분|명|순|없음|미정|바꿈|모집|교대|당번)$")
_BEFORE_PHONE = Cued(
    rf"(?<![가-힣*])({NAME})(?:님|씨)?[ ]?[(:,]?[ ]?(?=(?:☎[ ]?)?01[016-9][ -.)])", cues=r"01[016-9][ -.)]"
)
_WRITER = Cued(
    r"(?m)^[^\S\n]{0,4}(?:글쓴이|적은 ?이|쓴 ?이|올린 ?이|적은 사람|쓴 사람|올린 사람|작성자|닉네임|등록자|게시자|이름)"
    rf"[^\S\n]{{0,3}}[:：|]?[^\S\n]{{0,3}}({_NICK})(?![가-힣A-Za-z0-9])",
    cues=r"글쓴이|적은|쓴|올린|작성자|닉네임|등록자|게시자|이름",
)
_DATE = r"(?:(?:19|20)?\d\d[-./][ ]?\d{1,2}[-./][ ]?\d{1,2}|\d{1,2}:\d\d)"
_HEADED = Cued(
    rf"(?m)^[^\S\n]{{0,4}}(?:Q[ ]?\d{{0,2}}[.)][ ])?({_NICK})"
    rf"(?:[^\S\n]{{0,3}}\|[^\S\n]{{0,3}}|[^\S\n]{{1,4}})(?:등록일?|작성일?)?[^\S\n]?{_DATE}",
    cues=r"\d[-./:][ ]?\d",
)
_COMMENT = Cued(
    rf"(?m)^[^\S\n]{{0,8}}(?:[┗└↳⤷╰ㄴ→▶]|->|=>|Re:|RE:)(?:[^\S\n]{{0,3}}(?:RE|Re)[:：]){{0,4}}[^\S\n]{{0,3}}({_NICK})[^\S\n]{{0,3}}(?:님)?[^\S\n]{{0,2}}(?:\([^)\n]{{0,30}}\))?[^\S\n]{{0,3}}[:：]",
    cues=r"[┗└↳⤷╰ㄴ→▶]|->|=>|Re:|RE:",
)
_REPLIED = Cued(
    rf"(?m)^[^\S\n]{{0,8}}(?:RE|Re|답글|ㄴ|└|┗)[:：]?[^\S\n]{{1,3}}({_NICK})[^\S\n]*$", cues=r"RE|Re|답글|ㄴ|└|┗"
)
_ANSWERED = Cued(  # «답글 1. 유등아재 - 자리 남았나요?»
    rf"(?m)^[^\S\n]{{0,4}}(?:답글|댓글)[ ]?\d{{1,2}}[.)][ ]({_NICK})[ ]?[-–—:：][ ]", cues="답글|댓글"
)
_NUMBERED = Cued(
    r"(?m)^([가-힣]{2,6}\d{1,4})[ ]?[:：][ ]?(?=[^\n]{4,400}$)", cues=r"\d[ ]?[:：]"
)  # «단원댁74: … 받나요?»
_COMMENT_OF = Cued(rf"(?m)^[^\S\n]{{0,8}}({_NICK})[ ]?님의 (?:댓글|답글|답변|글)", cues="님의 ")
_WRITTEN_TO = Cued(
    rf"(?<![가-힣])({_NICK})(?:님)?[ ]?\(01[016-9][^()\n]{{6,14}}\)[ ]?(?:에게|께|한테)", cues=r"\(01[016-9]"
)
_AT = Cued(rf"(?<![\w.@])@({_NICK})(?=[\s,.!?~님])", cues="@")
_BY = Cued(
    rf"(?m)^[^\S\n]{{0,4}}[Bb]y[ ]({_NICK})(?:[ ]?[·|/,ㅣ]|[ ]\d\d[-.])", cues="[Bb]y[ ]"
)  # «by 느티나무 · 26-03-16 22:20»
_CHAT = re.compile(rf"(?m)^[^\S\n]{{0,4}}({_NICK})[^\S\n]{{0,2}}[:：|][^\S\n]{{0,2}}([^\n]{{2,400}})$")
_COMMENTS_BELOW = re.compile(r"(?:^|\n)[^\w\n]{0,4}(?:댓글|덧글|답글)[ ]?[(\[]?\d{0,4}개?[)\]]?[:：]?[^\w\n]{0,4}\s*$")
_CHATTY = re.compile(r"(?:[요죠음슴ㅋㅎㅠㅜ~!?^♥]|\.\.\.?|다\.?|네|지|어|해|\))$")
_QUOTED_NIM = Cued(r"['‘\"“]([가-힣A-Za-z0-9]{2,10})['’\"”][ ]?(?:님|쌤|샘)", cues=r"['’\"”][ ]?[님쌤샘]")
_NIM = Cued(r"(?<![가-힣A-Za-z0-9'’\"”])([가-힣]{2,7})[ ]?님(?=[ ,.!?~께이가은는도의과와을를입네\n)]|$)", cues="님")
_SUBJECTS = frozenset(
    [
        "담임",
        "국어",
        "수학",
        "영어",
        "과학",
        "체육",
        "음악",
        "미술",
        "교감",
        "교장",
        "보건",
        "상담",
        "우리",
        "담당",
        "방과후",
        "돌봄",
        "사서",
        "역사",
        "사회",
        "도덕",
        "실과",
        "원어민",
        "어린이집",
        "유치원",
    ]
)
_OCCUPATION = re.compile(
    r"(?:주치의|의사|간호사|약사|치료사|복지사|영양사|조리사|보호사|지도사|해설사|상담사|요리사|강사|교사|대표|센터장|과장|팀장|국장|"
    r"원장|이사장|주무관|매니저|코치)$"
)
"""«주치의쌤»: what someone is, and not who."""


def _labelled(text: str) -> Iterator[Hit]:
    for line in _LABEL_LINE.finditer(text):
        items = [(m.start() + line.start(2), m[0]) for m in _ITEM.finditer(line[2])]
        hits = [hit for at, item in items for hit in _in_item(at, item)]
        yield from hits
        if hits and _GUEST_LABELS.match(line[1]):  # «참석: 하니쌤, 은하수»: a guest among guests
            taken = {h[0] for h in hits}
            for at, item in items:
                word = item.strip()
                start = at + item.index(word) if word else at
                plain = re.fullmatch(r"[가-힣A-Za-z0-9]{2,6}", word) and not re.search(r"\d명|^외|모두|전원|일동", word)
                if plain and start not in taken and nick_or_name(word, "") is not None:
                    yield start, start + len(word), "nickname", "label:guest"


def _listed(text: str) -> Iterator[Hit]:
    """«참석자 김만기, 오세진 외 3명», «표하윤, 국도영 두 분»: without a colon, two names at least."""
    for run in (*_NAME_RUN.finditer(text), *_COUNTED_RUN.finditer(text)):
        names = [m for m in re.finditer(NAME, run[1]) if is_name(m[0], sure=True) and not is_common(m[0])]
        for m in names if len(names) > 1 else ():
            yield run.start(1) + m.start(), run.start(1) + m.end(), "person_name", "label:run"


_COLUMN = re.compile(
    r"(?m)^[^\S\n]*(?:강사|강사명|발표자|발표|발제|진행|진행자|멘토|담당|담당자|토론|이름|성명)[^\S\n]*$"
)
_CELL = re.compile(rf"(?m)^[^\S\n]*({NAME})(?:[ ](?:{TITLES})|[ ]?\([^\n]{{2,40}}\))?[^\S\n]*$")


def _in_columns(text: str) -> Iterator[Hit]:
    """A table that came as one cell a line («강사», then «남궁솔 (…네트워크)»): cells that are a name and no word."""
    if (head := _COLUMN.search(text)) is None:
        return
    for m in _CELL.finditer(text, head.end()):
        if is_name(m[1], sure=True) and not is_common(m[1]):
            yield m.start(1), m.end(1), "person_name", "column"


def _in_item(at: int, item: str) -> Iterator[Hit]:
    """One entry of a labelled list: «김만기», «하니쌤», «상생나무 김만기 대표(목포)», «김만기 외 2명»."""
    words = [(m.start() + at, m[0]) for m in re.finditer(r"[가-힣A-Za-z0-9*]+", item.split("(")[0])]
    for i, (start, word) in enumerate(words):
        bare = re.sub(r"(?:님|씨)$", "", word)
        titled = re.fullmatch(rf"({NAME})(?:{TITLES})", word)
        followed = i + 1 == len(words) or re.fullmatch(rf"(?:{TITLES})님?|외|등|및|두|세|네|\d+", words[i + 1][1])
        if _SUFFIXED.fullmatch(word) and word[:-1] not in _SUBJECTS and not _OCCUPATION.search(word[:-1]):
            yield start, start + len(word), "nickname", "label"
        elif titled and is_name(titled[1], sure=True):
            yield start, start + len(titled[1]), "person_name", "label"
        elif (
            followed and bare in taken_for_names() and (len(bare) > 2 or is_common_word(bare))
        ):  # «함께한 이: 구름, 햇살, …»
            yield start, start + len(bare), "nickname", "label"
        elif followed and is_name(bare, sure=len(bare) > 2 or len(words) == 1) and (len(bare) > 2 or len(words) == 1):
            yield start, start + len(bare), "person_name", "label"


def _chatted(text: str) -> Iterator[Hit]:
    """Comments pasted below a post: lines that run «word : talk», and no field names among them; two or more of them
    that sound like talk, or whatever is said under «댓글(1)»."""
    run: list[re.Match[str]] = []
    for m in [*_CHAT.finditer(text), None]:
        adjoining = m is not None and run and text[run[-1].end() : m.start()].strip() == ""
        if not adjoining:
            below = run and _COMMENTS_BELOW.search(text, max(0, run[0].start() - 20), run[0].start())
            minuted = len(run) >= 2 and all(is_name(r[1], sure=False) and not is_common(r[1]) for r in run)
            if below or minuted or (len(run) >= 2 and all(_CHATTY.search(r[2].strip()) for r in run)):
                for r in run:
                    if (kind := nick_or_name(r[1], "chat")) is not None:
                        yield r.start(1), r.end(1), *kind
            run = []
        if m is not None and m[1] not in FIELD_WORDS:
            run.append(m)


def _is_field(text: str, head: re.Match[str]) -> bool:
    """«▶ 교육내용 : 결산서 작성» is a field of a notice, «▶ 도토리: 저도 갈게요!» the head of a comment."""
    said = text[head.end() : head.end() + 400].split("\n")[0].strip()
    mark = head[0].lstrip()[0]
    fields = mark in "▶→" and len(re.findall(rf"(?m)^[^\S\n]*{mark}[^\S\n]?[가-힣·/ ]{{2,10}}[:：]", text)) > _FIELDS
    return fields or (mark in "▶→" and is_common(head[1]) and not _CHATTY.search(said))


_FIELDS = 3
"""So many lines that run «▶ word :» are the fields of a notice, whatever is said in one of them."""


def _cued(text: str) -> Iterator[Hit]:
    yield from find_titled(text)
    for pattern, group in ((_ROLED, 2), (_ROLED_PARTICLE, 1), (_SELF, 1), (_BEFORE_PHONE, 1)):
        for m in pattern.finditer(text):
            word = m[group]
            if word in taken_for_names() or (word[-1] in "쌤샘" and word[:-1] in taken_for_names()):  # «구름샘 010-…»
                yield m.start(group), m.end(group), "nickname", "role"
            elif is_name(word, sure=False) and not is_frequent(word):  # «이사장 장학금 …»
                yield m.start(group), m.end(group), "person_name", "role"
    yield from find_reached(text)
    for m in _KIN.finditer(text):
        loose = m[1].endswith(("언니", "누나", "아재", "할매"))  # «부녀회언니»: said of anybody
        if not _NO_KIN.match(m[1]) and not (loose and is_common(m[1]) and m[1][:-2] not in taken_for_names()):
            yield m.start(1), m.end(1), "nickname", "kin"
    for m in _TO_REACH.finditer(text):
        group = 1 if m[1] else 2
        if (
            not m[group].endswith(("까지", "부터", "이나", "에게", "한테", "으로", "여기로", "거기로"))
            and (kind := nick_or_name(m[group], "to reach")) is not None
        ):
            yield m.start(group), m.end(group), *kind
    for m in _ON_DUTY.finditer(text):
        plain = is_common(m[1]) and m[1] not in taken_for_names()  # «당번 변경»
        if not plain and not _NOBODY.search(m[1]) and (kind := nick_or_name(m[1], "duty")) is not None:
            yield m.start(1), m.end(1), *kind
    for m in _SUFFIXED.finditer(text):
        if m[1][:-1] not in _SUBJECTS and not _OCCUPATION.search(m[1][:-1]):
            yield m.start(1), m.end(1), "nickname", "suffix"
    yield from find_signatures(text)
    yield from _headed(text)


_HEADS = (
    _WRITER, _BY, _HEADED, _COMMENT, _REPLIED, _ANSWERED, _NUMBERED, _COMMENT_OF, _AT, _WRITTEN_TO, _QUOTED_NIM,
)  # fmt: skip


def _headed(text: str) -> Iterator[Hit]:
    """Who stands over a post, a comment or a reply, or is spoken to in it."""
    for pattern in _HEADS:
        for m in pattern.finditer(text):
            if pattern is _WRITER and _is_label(text, m):
                continue
            if pattern is _COMMENT and _is_field(text, m):
                continue
            if pattern is _HEADED and (HAPPENS.search(m[1]) or is_region(m[1])):  # «개강식 2021. 3. 2.»
                continue
            if (kind := nick_or_name(m[1], "nickname:head")) is not None:
                yield m.start(1), m.end(1), kind[0] if pattern in (_WRITER, _WRITTEN_TO) else "nickname", kind[1]
    for m in _NIM.finditer(text):
        if m[1].endswith("아") and is_common(m[1][:-1]):  # «광고아님»: it is none
            continue
        nobody = NOT_NIM.search(m[1]) and m[1] not in taken_for_names()  # «감자님» ends like 영양자
        if not nobody and (kind := nick_or_name(m[1], "nickname:honorific")) is not None:
            yield m.start(1), m.end(1), *kind


def _is_label(text: str, writer: re.Match[str]) -> bool:
    """«글쓴이 추가», «이름 올리기: 2월 22일까지»: what is to be done, and nobody who wrote."""
    behind = text[writer.end() : writer.end() + 2].lstrip()[:1] in (":", "：") and not re.search("[:：|]", writer[0])
    done = writer[1][-1] in "은는" and not re.search("[:：|]", writer[0])  # «이름 남기는 건»
    return behind or done or (is_nobody(writer[1]) and is_common(writer[1]))


def _bare(text: str, hit: Hit) -> Hit:
    """«달팽이엄마님(010-…)»: the honorific is no part of the name."""
    start, end, kind, rule = hit
    honoured = text[end - 1] == "님" and not text.startswith("손", end - 2)  # «밤손님» is one word
    return (start, end - 1, kind, rule) if end - start > 2 and honoured else hit


_LISTING = re.compile("label|duty|holder:(?:label|role)|byline:came")
"""Rules of places where one nickname stands beside another."""


def find_people(text: str, writer: str = "") -> list[Hit]:
    """Names and nicknames of a board post, every occurrence, in order, without overlaps. `writer`: whom the page names
    above it."""
    seeds = [*_labelled(text), *_listed(text), *_in_columns(text), *_cued(text), *_chatted(text)]
    seeds += [*find_nicknames(text), *find_bylines(text), *find_officials(text), *find_role_holders(text)]
    seeds += [*find_rosters(text), *find_circle(text), *find_writer(text, writer)]
    seeds += find_likely(text)  # the last of all: what a rule found at the same place stays
    seeds = [_bare(text, hit) for hit in seeds]
    seeds += following(text, [e for _, e, kind, _ in seeds if kind == "person_name"])
    seeds += called_next(text, [e for _, e, kind, rule in seeds if kind == "nickname" and _LISTING.match(rule)])
    seeds += beside(text, (text[s:e] for s, e, *_ in seeds))
    words = {text[s:e]: (kind, rule) for s, e, kind, rule in reversed(seeds)}
    hits = sorted([*seeds, *find_again(text, words)], key=lambda h: (h[0], -h[1]))  # stable: a seed before its repeat
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept
