"""Names of persons and nicknames in board posts: where a post itself says that a word is someone.

Newspapers name officials on purpose and are left alone; a board post is written among neighbours. A name is
only taken with a reason beside it: a label («참석 :»), a title («김만기 교수», «총무 유한솔»), a signature
(«… 올림»), the head of a comment («┗ 은하수:»). Once found, every further occurrence in the text counts.
Role names (운영자, 사무국, 장터지기) are not persons, and «박*영» is masked already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipelines.korean.common_words import is_common, is_common_word
from pipelines.korean.cued import Cued
from pipelines.korean.wordlist import read_words

SURNAMES = "".join(read_words("surnames"))
_TWO = "남궁|황보|제갈|선우|독고|사공|서문|동방"
_GIVEN = "".join(read_words("given_syllables"))
NAME = rf"(?:(?:{_TWO})[가-힣]{{1,2}}|[{SURNAMES}][가-힣]{{2}})"
_STRONG = re.compile(rf"(?:(?:{_TWO})[가-힣]{{1,2}}|[{SURNAMES}][가-힣]{{1,2}})")
_WEAK = re.compile(rf"(?:(?:{_TWO})[{_GIVEN}]{{1,2}}|[{SURNAMES}](?:[{_GIVEN}]{{2}}|요[한셉]))")

TITLES = (
    "교수|수녀|신부|목사|스님|사무국장|상임이사|부이사장|이사장|이사|팀장|과장|주무관|사무관|간사|부위원장|위원장|위원|조합원|선생|쌤|샘|님|씨|"
    "강사|부센터장|센터장|국장|실장|소장|부회장|회장|총무|부장|차장|대리|작가|활동가|매니저|박사|원장|관장|교장|교감|의원|통장|이장|본부장|"
    "대표이사|대표|코디네이터|컨설턴트|코치|변호사|노무사|세무사|회계사|주임|법무사|행정사|건축사|영양사|사회복지사|상담사|사서|어르신|어머니|아버지|학생|군|양|감독|연구원|연구위원|감사|반장|조장"
)
_ROLE_BEFORE = (
    "주무관|사무관|총무|간사|담당자|담당|회장|부회장|대표이사|대표|이사장|이사|사무국장|국장|팀장|과장|센터장|강사|발표자|발제자|발표|발제|사회|좌장|"
    "위원장|반장|조장|통장|이장|회계|감사|코디네이터|활동가|매니저|선생님|조합원|예금주|변호사|세무사|노무사|회계사|활동국|사업국|조직국|분과|위원회|분과장|작성자|문의|연락|진행|기록|서기"
)
_LABELS = (
    "참석자|참석|참가자|참가|참여자|참여|출석|결석|불참|강사|발표자|발표|발제자|발제|토론자|토론|패널|"
    "좌장|사회자|사회|진행자|진행|담당자|담당|"
    "예금주|기록자|기록|서기|감사|총무|부회장|회장|간사|대표|이사장|사무국장|글|사진|정리|멘토|심사위원|위원|당첨자|신청자|봉사자|조장|반장|회계|"
    "촬영|통역|이름|성명|입금자|모둠원|조원|함께한 이들?|함께한 사람들?|온 사람들?|오신 분들?|못 오신 분들?|"
    "회의록 작성|작성"
)
_GUEST_LABELS = re.compile("참석|참가|참여|출석|결석|불참|모둠원|조원|함께한|온 사람|오신 분|못 오신")
_LABEL_LINE = re.compile(
    rf"(?m)^[^\w\n]{{0,6}}(?:\d{{1,2}}[.)][ ]?)?({_LABELS})(?:[ ]?(?:명단|인원))?[^\S\n]{{0,4}}[:：\-–]"
    r"[^\S\n]{0,4}([^\n]{1,400})$"
)
_NAME_RUN = re.compile(
    r"(?:참석자?|참가자?|참여자?|출석|결석|불참|당번|모둠원|조원)[^\S\n]"
    rf"({NAME}(?:[ ]?[,·][ ]?{NAME}){{1,40}})(?![가-힣])"
)
_ITEM = re.compile(r"[^,·ㆍ、/;&|]+")

NOT_NAMES = frozenset(read_words("not_names"))
_ROLE_WORDS = re.compile(
    r"(?:지기|모둠|일동|관리자|운영자|운영진|사무국|담당자?|담당과|센터|조합|협회|네트워크|연대|재단|생협|사협|포럼|위원회|협의회|모임|회|넷|팀|과|국|부|실|단|원|학교|익명|손님|"
    r"글쓴이|작성자|답변|질문|관리인|홍보|알림|공지|최고관리자|admin|통신원|기자|주무관|과장|팀장|센터장|간사|이사장|대표|이사|강사|선생|교수|총무|회장)$"
)
_LIKE_ROLE = re.compile(
    r".(?:주원|채원|재원|지원|예원|혜원|규원|시원|하원|소원|승원|희원|태원|정국|병국|형국|은국|영실|은실)"
)
"""Given names that end like a role or a body (…원, …국, …실)."""
_PARTICLES = re.compile(
    r"(?:에게|한테|께서|께|님|씨|이?랑|이?가|은|는|을|를|의|와|과|도|입니다|이에요|예요|이었|선생|샘|쌤)"
)
_AMBIGUOUS_LAST = re.compile(
    r".(?:는|가|에|의|도|를|을|이|과|와|들|장|과|실|단|번|말|회|팀|만|로)$|[^다지하예가나주시정소고채라성혜경영조]은$|시기$|도$"
)


def is_name(word: str, *, sure: bool) -> bool:
    """Could these syllables be a person's full name? `sure`: a label or title says that a person follows."""
    if word in NOT_NAMES or not 2 <= len(word) <= 4:
        return False
    if sure:
        return bool(_STRONG.fullmatch(word)) and (not _ROLE_WORDS.search(word) or bool(_LIKE_ROLE.fullmatch(word)))
    return bool(_WEAK.fullmatch(word)) and not _AMBIGUOUS_LAST.match(word[1:]) and word not in _BOUND_WORDS


_BOUND_WORDS = frozenset(
    ("나누기", "더하기", "고르기", "배우기", "지우기", "채우기", "피우기", "나르기", "기르기", "고치기")
)
"""Verbs made nouns whose syllables all stand in names («통장 나누기»)."""
Hit = tuple[int, int, str, str]  # start, end, type, rule

_NICK = r"[가-힣A-Za-z0-9_☆★♡♥]{2,12}"
_SUFFIXED = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9]{1,8}(?:쌤|샘))(?=(?:이|은|을|과|이랑|도|께|께서|의|한테)?(?![가-힣A-Za-z0-9]))"
)
_TITLED = Cued(
    rf"(?<![가-힣A-Za-z0-9*])({NAME})(?:[ ]?(?:{TITLES}))(?![가-힣])|(?<![가-힣A-Za-z0-9*])({NAME})[ ](?:{TITLES})",
    cues=TITLES,
)
_ROLED = Cued(
    rf"(?<![가-힣])([가-힣]{{0,8}}(?:{_ROLE_BEFORE}))[ ]?[:：(]?[ ]?({NAME})(?![가-힣*])",
    cues=rf"(?:{_ROLE_BEFORE})[ ]?[:：(]?[ ]?(?:{NAME})(?![가-힣*])",
)
_ROLED_PARTICLE = Cued(
    rf"(?<![가-힣])[가-힣]{{0,8}}(?:{_ROLE_BEFORE})[ ]({NAME})(?=(?:에게|한테|께서|께|님|씨|입니다|이에요|예요))",
    cues=rf"(?:{_ROLE_BEFORE})[ ](?:{NAME})(?=(?:에게|한테|께서|께|님|씨|입니다|이에요|예요))",
)
_SIGNED = re.compile(
    r"(?<![가-힣A-Za-z0-9*])([가-힣A-Za-z][가-힣A-Za-z0-9]{1,7})[ ]{0,3}(?:올림|드림|배상|씀|拜上)(?![가-힣])"
)
_RAISED = re.compile(r"(?:으로|[가-힣]을|[가-힣]를|까지|에서|만원|천원)$")  # «회비를 … 15만원으로 올림»: no signature
_SELF = re.compile(
    rf"(?:저는|제 이름은|이름은|나는)[^\n]{{0,20}}?(?<![가-힣])({NAME})(?=입니다|이라고|라고|이에요|예요|이라 합니다)"
)
_ROLED_CONTACT = re.compile(  # «총무 나현도 (010-…)», «담당 권이든 (…@…)»: whom to call, whatever the syllables
    rf"(?<![가-힣])[가-힣]{{0,8}}(?:{_ROLE_BEFORE})[ ]?[:：]?[ ]?({NAME})(?:님|씨)?[ ]{{0,2}}[(:,·]?[ ]{{0,2}}"
    r"(?=(?:☎[ ]?)?01[016-9][ -.)]|[A-Za-z0-9._%+-]{2,40}@)"
)
_ROLED_TITLED = re.compile(rf"(?<![가-힣])(?:{_ROLE_BEFORE})[ ]?[:：]?[ ]({NAME})[ ]?(?:{TITLES})(?![가-힣])")
_AFTER_PHONE = re.compile(rf"01[016-9][ -.)]?\d{{3,4}}[ -.]?\d{{4}}[ ]?\(({NAME})\)")  # «010-0000-5541 (곽상진)»
_KIN = re.compile(  # who is called by their child: «해찬아빠», «토리이모»; a childcare co-op knows no other names
    r"(?<![가-힣A-Za-z0-9])([가-힣]{2,4}(?:아빠|엄마|이모|삼촌|파파))"
    r"(?=(?:에게|한테|께서|께|님|[이가은는와과랑도의네]|이랑)?(?![가-힣A-Za-z0-9]))"
)
_NO_KIN = re.compile(
    r"^(?:우리|남의|아이|애들|모든|어떤|젊은|초보|워킹|예비|직장|전업|동네|옆집|싱글|육아|아들|딸|친정|새내기|"
    r"다른|여러|그냥|요즘|신입|아기|학생|친구|열혈|세상|이웃|외국인|다문화|한부모|맞벌이|할머니|선배|후배)"
)
_TO_REACH = re.compile(  # «책벌레순이에게 010-…», «연락은 유달산너구리 쪽지»
    r"(?<![가-힣A-Za-z0-9])(?:([가-힣A-Za-z0-9]{3,8})(?:에게|한테|께)[ ](?:쪽지|문자|전화|톡|카톡|\(?01[016-9])"
    r"|(?:연락|문의|신청)(?:은|처는|는)[ ]([가-힣A-Za-z0-9]{3,8})[ ](?:쪽지|문자|톡|카톡))"
)
_ON_DUTY = re.compile(  # «간식 당번 소금쟁이»: whose turn it is, at the end of what is said
    r"(?:당번|당직|차례|길잡이|이끔이|설거지)[ ]?(?:은|는|[:：])?[ ]([가-힣]{2,6}?)(?:님|씨)?(?=[ ]?(?:[.!~,(]|$))",
    re.MULTILINE,
)
_NOBODY = re.compile(r"(?:[요죠다음함됨임까니]|기|중|제|표|분|명|순|없음|미정|바꿈|모집|교대|당번)$")
_BEFORE_PHONE = re.compile(rf"(?<![가-힣*])({NAME})(?:님|씨)?[ ]?[(:,]?[ ]?(?=(?:☎[ ]?)?01[016-9][ -.)])")
_WRITER = re.compile(
    r"(?m)^[^\S\n]{0,4}(?:글쓴이|적은 ?이|쓴 ?이|올린 ?이|적은 사람|쓴 사람|올린 사람|작성자|닉네임|등록자|게시자|이름)"
    rf"[^\S\n]{{0,3}}[:：|]?[^\S\n]{{0,3}}({_NICK})(?![가-힣A-Za-z0-9])"
)
_DATE = r"(?:(?:19|20)?\d\d[-./][ ]?\d{1,2}[-./][ ]?\d{1,2}|\d{1,2}:\d\d)"
_HEADED = re.compile(
    rf"(?m)^[^\S\n]{{0,4}}({_NICK})(?:[^\S\n]{{0,3}}\|[^\S\n]{{0,3}}|[^\S\n]{{1,4}})(?:등록일?|작성일?)?[^\S\n]?{_DATE}"
)
_COMMENT = re.compile(
    rf"(?m)^[^\S\n]{{0,8}}(?:[┗└↳⤷╰ㄴ→▶]|->|=>|Re:|RE:)[^\S\n]{{0,3}}({_NICK})[^\S\n]{{0,3}}(?:님)?[^\S\n]{{0,2}}(?:\([^)\n]{{0,30}}\))?[^\S\n]{{0,3}}[:：]"
)
_REPLIED = re.compile(rf"(?m)^[^\S\n]{{0,8}}(?:RE|Re|답글|ㄴ|└|┗)[:：]?[^\S\n]{{1,3}}({_NICK})[^\S\n]*$")
_NUMBERED = re.compile(r"(?m)^([가-힣]{2,6}\d{1,4})[ ]?[:：][ ]?(?=[^\n]{4,400}$)")  # «단원댁74: … 받나요?»
_COMMENT_OF = re.compile(rf"(?m)^[^\S\n]{{0,8}}({_NICK})[ ]?님의 (?:댓글|답글|답변|글)")
_WRITTEN_TO = re.compile(rf"(?<![가-힣])({_NICK})(?:님)?[ ]?\(01[016-9][^()\n]{{6,14}}\)[ ]?(?:에게|께|한테)")
_AT = re.compile(rf"(?<![\w.@])@({_NICK})(?=[\s,.!?~님])")
_CHAT = re.compile(rf"(?m)^({_NICK})[^\S\n]{{0,2}}[:：][^\S\n]{{0,2}}([^\n]{{2,400}})$")
_COMMENTS_BELOW = re.compile(r"(?:^|\n)[^\w\n]{0,4}(?:댓글|덧글|답글)[ ]?[(\[]?\d{0,4}개?[)\]]?[:：]?\s*$")
_CHATTY = re.compile(r"(?:[요죠음슴ㅋㅎㅠㅜ~!?^♥]|\.\.\.?|다\.?|네|지|어|해|\))$")
_QUOTED_NIM = re.compile(r"['‘\"“]([가-힣A-Za-z0-9]{2,10})['’\"”][ ]?(?:님|쌤|샘)")
_NIM = re.compile(r"(?<![가-힣A-Za-z0-9'’\"”])([가-힣]{2,7})[ ]?님(?=[ ,.!?~께이가은는도의과와을를입\n)]|$)")
_NOT_NIM = re.compile(
    r"(?:장|사|원|자|수|모|분|손|예수|하느|하나|스|따|아드|형|누|임|왕|선생|대표|교수|감독|코치|고객|회장|총무|위원|조합원|주민|어머|아버|할머|할아버|부모|"
    r"선배|후배|작가|기사|신부|수녀|목사|여사|언니|오빠|마님|도련|햇|달|별|해|꽃|운영진|관리자|주무관|사무관|간사|매니저|활동가|멘토|멘티|코디|통신원|"
    r"이웃|회원|학부모|엄마|아빠|친구|여러분|시민|구민|도민|군민|의원|당원|실장|처장|총장|차장|과장|대리|주임|반장|조장|이장|통장|면장|동장|군수|시장|도지사|대통령|장관|지기|이모|삼촌|쌤|샘|컨설턴트|네이터|매니저|디렉터|디자이너|리더|멤버|파트너|튜터|마스터|셰프|바리스타)$"
)
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
_FIELD_WORDS = frozenset(read_words("field_words"))


# «모집기간 2023. 5.»: a field before its date, no writer
_FIELD_TAIL = re.compile(
    r"(?:기간|일시|일정|일자|날짜|시간|마감|기한|장소|대상|인원|방법|행사일|마감일|발표일)$"
)  # «모집기간 2023. 5.»


def _nick_or_name(word: str, rule: str) -> tuple[str, str] | None:
    if (
        _ROLE_WORDS.search(word)
        or _FIELD_TAIL.search(word)
        or word in _FIELD_WORDS
        or word in NOT_NAMES
        or word.isdigit()
    ):
        return None
    named = len(word) >= 3 and is_name(word, sure=False) and not is_common_word(word)  # «감나무 님»
    return ("person_name" if named else "nickname"), rule


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
                if plain and start not in taken and _nick_or_name(word, "") is not None:
                    yield start, start + len(word), "nickname", "label:guest"


def _listed(text: str) -> Iterator[Hit]:
    """«참석자 김만기, 오세진 외 3명»: without a colon, two names at least."""
    for run in _NAME_RUN.finditer(text):
        names = [m for m in re.finditer(NAME, run[1]) if is_name(m[0], sure=True)]
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
        followed = i + 1 == len(words) or re.fullmatch(rf"(?:{TITLES})님?|외|등|및|\d+", words[i + 1][1])
        if _SUFFIXED.fullmatch(word) and word[:-1] not in _SUBJECTS:
            yield start, start + len(word), "nickname", "label"
        elif titled and is_name(titled[1], sure=True):
            yield start, start + len(titled[1]), "person_name", "label"
        elif followed and is_name(bare, sure=len(bare) > 2 or len(words) == 1) and (len(bare) > 2 or len(words) == 1):
            yield start, start + len(bare), "person_name", "label"


def _chatted(text: str) -> Iterator[Hit]:
    """Comments pasted below a post: lines that run «word : talk», and no field names among them; two or more of them,
    or a single one under «댓글(1)»."""
    run: list[re.Match[str]] = []
    for m in [*_CHAT.finditer(text), None]:
        adjoining = m is not None and run and text[run[-1].end() : m.start()].strip() == ""
        if not adjoining:
            enough = len(run) >= 2 or (
                run and _COMMENTS_BELOW.search(text, max(0, run[0].start() - 20), run[0].start())
            )
            if enough and all(_CHATTY.search(r[2].strip()) for r in run):
                for r in run:
                    if (kind := _nick_or_name(r[1], "chat")) is not None:
                        yield r.start(1), r.end(1), *kind
            run = []
        if m is not None and m[1] not in _FIELD_WORDS:
            run.append(m)


def _is_field(text: str, head: re.Match[str]) -> bool:
    """«▶ 교육내용 : 결산서 작성» is a field of a notice, «▶ 도토리: 저도 갈게요!» the head of a comment."""
    said = text[head.end() : head.end() + 400].split("\n")[0].strip()
    return head[0].lstrip()[0] in "▶→" and is_common(head[1]) and not _CHATTY.search(said)


def _cued(text: str) -> Iterator[Hit]:
    for m in _TITLED.finditer(text):
        group = 1 if m[1] else 2
        if is_name(m[group], sure=False) and not (" " not in m[0] and is_common(m[0])):  # «공유주차장»
            called = "nickname" if is_common_word(m[group]) else "person_name"  # «감나무 님», «김만기 님»
            yield m.start(group), m.end(group), called, "title"
    for pattern, group in ((_ROLED, 2), (_ROLED_PARTICLE, 1), (_SELF, 1), (_BEFORE_PHONE, 1)):
        for m in pattern.finditer(text):
            if is_name(m[group], sure=False):
                yield m.start(group), m.end(group), "person_name", "role"
    for pattern in (_ROLED_CONTACT, _ROLED_TITLED, _AFTER_PHONE):
        for m in pattern.finditer(text):
            if is_name(m[1], sure=True):
                yield m.start(1), m.end(1), "person_name", "role:contact"
    for m in _KIN.finditer(text):
        if not _NO_KIN.match(m[1]):
            yield m.start(1), m.end(1), "nickname", "kin"
    for m in _TO_REACH.finditer(text):
        group = 1 if m[1] else 2
        if (
            not m[group].endswith(("까지", "부터", "이나", "으로"))
            and (kind := _nick_or_name(m[group], "to reach")) is not None
        ):
            yield m.start(group), m.end(group), *kind
    for m in _ON_DUTY.finditer(text):
        if not _NOBODY.search(m[1]) and (kind := _nick_or_name(m[1], "duty")) is not None:
            yield m.start(1), m.end(1), *kind
    for m in _SUFFIXED.finditer(text):
        if m[1][:-1] not in _SUBJECTS:
            yield m.start(1), m.end(1), "nickname", "suffix"
    for m in _SIGNED.finditer(text):
        if _RAISED.search(m[1]):
            continue
        if is_name(m[1], sure=True) if len(m[1]) == 3 else _nick_or_name(m[1], ""):
            yield m.start(1), m.end(1), "person_name" if is_name(m[1], sure=True) else "nickname", "signature"
    for pattern in (_WRITER, _HEADED, _COMMENT, _REPLIED, _NUMBERED, _COMMENT_OF, _AT, _WRITTEN_TO, _QUOTED_NIM):
        for m in pattern.finditer(text):
            if pattern is _COMMENT and _is_field(text, m):
                continue
            if (kind := _nick_or_name(m[1], "nickname:head")) is not None:
                yield m.start(1), m.end(1), kind[0] if pattern is _WRITER else "nickname", kind[1]
    for m in _NIM.finditer(text):
        if not _NOT_NIM.search(m[1]) and (kind := _nick_or_name(m[1], "nickname:honorific")) is not None:
            yield m.start(1), m.end(1), *kind


def find_people(text: str) -> list[Hit]:
    """Names and nicknames of a board post, every occurrence, in order, without overlaps."""
    seeds = [*_labelled(text), *_listed(text), *_in_columns(text), *_cued(text), *_chatted(text)]
    words = {text[s:e]: (kind, rule) for s, e, kind, rule in reversed(seeds)}
    hits = sorted([*seeds, *_again(text, words)], key=lambda h: (h[0], -h[1]))  # stable: a seed before its repeat
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _again(text: str, words: dict[str, tuple[str, str]]) -> Iterator[Hit]:
    """Further occurrences. A word of two syllables may be a plain noun («감자»), so it needs 님, 쌤, @ or a colon."""
    last = 0
    for start, end in _occurrences(text, words):
        if start < last:
            continue
        last = end
        after = text[end : end + 4]
        whole = not _HANGUL.match(after) or _PARTICLES.match(after)
        if whole if end - start > 2 else _ADDRESSED.match(after):
            kind, rule = words[text[start:end]]
            yield start, end, kind, rule + ":again"


def _occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where these stand as words of their own, the longer first; one pass, however many they are."""
    import ahocorasick_rs

    listed = tuple(words)
    if not listed:
        return []
    places = ahocorasick_rs.AhoCorasick(listed).find_matches_as_indexes(text, overlapping=True)
    own = [(start, end) for _, start, end in places if not _WORDLIKE.match(text[start - 1 : start])]
    return sorted(((s, e) for s, e in own if not _LATIN.match(text, e)), key=lambda place: (place[0], -place[1]))


_HANGUL, _LATIN, _WORDLIKE = re.compile("[가-힣]"), re.compile("[A-Za-z0-9]"), re.compile("[가-힣A-Za-z0-9]")
_ADDRESSED = re.compile(r"[ ]?(?:님|쌤|샘|씨)|[ ]?[:：]")
