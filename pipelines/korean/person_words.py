"""What may be the name of a person: surnames, syllables of given names, titles and the words that are no names."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.korean.alternatives import together
from pipelines.korean.common_words import is_common, is_common_word
from pipelines.korean.wordlist import read_words

SURNAMES = "".join(read_words("surnames"))
_TWO = "남궁|황보|제갈|선우|독고|사공|서문|동방"
_GIVEN = "".join(read_words("given_syllables"))
NAME = rf"(?:(?:{_TWO})[가-힣]{{1,2}}|[{SURNAMES}][가-힣]{{2}})"
_STRONG = re.compile(rf"(?:(?:{_TWO})[가-힣]{{1,2}}|[{SURNAMES}][가-힣]{{1,2}})")
_WEAK = re.compile(rf"(?:(?:{_TWO})[{_GIVEN}]{{1,2}}|[{SURNAMES}](?:[{_GIVEN}]{{2}}|요[한셉]))")

TITLES = together(
    "교수|수녀|신부|목사|스님|사무국장|상임이사|부이사장|이사장|이사|팀장|과장|주무관|사무관|간사|부위원장|위원장|위원|조합원|선생|쌤|샘|님|씨|"
    "강사|부센터장|센터장|사무장|국장|실장|소장|부회장|회장|총무|부장|차장|대리|작가|활동가|매니저|박사|원장|관장|교장|교감|의원|통장|이장|본부장|"
    "대표이사|대표|코디네이터|컨설턴트|코치|변호사|노무사|세무사|회계사|주임|법무사|행정사|건축사|영양사|사회복지사|상담사|사서|간호사|약사|한의사|보호사|복지사|사장|점장|조합장|단장|처장|지부장|형님|누님|집사|권사|장로|전도사|선배|후배|어르신|어머니|아버지|학생|군|양|감독|할머니|할아버지|아저씨|아주머니|어린이|사원|연구원|연구위원|감사|반장|조장"
)
_TITLE = re.compile(TITLES)  # «국장(010-…)에게»: what someone is, and not who
ROLE_BEFORE = together(
    "주무관|사무관|총무|간사|담당자|담당|회장|부회장|대표이사|대표|이사장|이사|사무국장|국장|팀장|과장|센터장|강사|발표자|발제자|발표|발제|사회|좌장|"
    "위원장|조합장|지부장|지회장|반장|조장|통장|이장|회계|감사|코디네이터|활동가|매니저|선생님|조합원|예금주|변호사|세무사|노무사|회계사|활동국|사업국|조직국|분과|위원회|분과장|작성자|문의|연락|진행|기록|서기"
)
NOT_NAMES = frozenset(read_words("not_names"))
ROLE_WORDS = re.compile(
    r"(?:(?:센터|장터|시장|극장|상담|살림|달력|책방|카페|텃밭|마을|문|산|방|게시판|모임|도서관|사랑방|놀이터|가게|창고|부엌|홈피|누리집|매장|^)지기|모둠|일동|운영위|소위|관리자|운영자|운영진|사무국|담당자?|담당과|센터|조합|협회|네트워크|연대|재단|생협|사협|포럼|위원회|협의회|모임|회|넷|팀|과|국|부|실|단|원|학교|[가-힣]{2}품앗이|익명|^손님|사무처|"
    r"글쓴이|작성자|답변|질문|관리인|홍보|알림|공지|최고관리자|admin|통신원|기자|주무관|과장|팀장|센터장|간사|이사장|대표|이사|강사|매니저|선생|교수|총무|회장|활동가|위원장)$"
)
_LIKE_ROLE = re.compile(
    r".+[농어광]부|.(?:[나도서성진영우다보세수윤은준해현상호경기선연석종찬철태효]원|주원|채원|재원|지원|예원|혜원|규원|시원|하원|소원|승원|희원|태원|정국|병국|형국|은국|영실|은실)"
)
"""Given names that end like a role or a body (…원, …국, …실)."""
_AMBIGUOUS_LAST = re.compile(
    r"[으]?려[고면]$|(?:마다|이고|이며|이면|으면|으며|으로|보다|까지|부터|에서|에게|이나|이라)$|.(?:는|가|에|의|도|를|을|이|과|와|들|장|과|실|단|번|말|회|팀|만|로)$|시기$|도$"
)
_SURNAMED = re.compile(
    rf"[{SURNAMES}](?:실장|팀장|부장|과장|차장|소장|국장|원장|반장|사장|점장|대리|주임|교수|박사|간사|총무|이사|대표|코치|기사|작가|강사|선생)"
)
"""«이실장»: a surname and an office, which tells no one's name."""


def is_given(syllable: str) -> bool:
    """Does the syllable stand in given names?"""
    return syllable in _GIVEN


def is_name(word: str, *, sure: bool) -> bool:
    """Could these syllables be a person's full name? `sure`: a label or title says that a person follows."""
    if word in NOT_NAMES or not 2 <= len(word) <= 4 or _MOTHERS.search(word):
        return False
    if _SURNAMED.fullmatch(word):
        return False
    if sure:
        return bool(_STRONG.fullmatch(word)) and (not ROLE_WORDS.search(word) or bool(_LIKE_ROLE.fullmatch(word)))
    return (
        bool(_WEAK.fullmatch(word))
        and not _AMBIGUOUS_LAST.match(word[1:])
        and word not in _BOUND_WORDS
        and word not in no_persons()
        and _OF_MANY.match(word) is None
        and not _has_topic(word)
    )


_MOTHERS = re.compile(
    r"(?:[맘댁님]|마담)$"
)  # «도담맘», «신촌댁», «서마담»: what someone is called, whatever the syllables
_RARE = re.compile(rf"[{''.join(read_words('rare_surnames'))}][{_GIVEN}]{{2}}")
_BAPTISED = re.compile(rf"[{SURNAMES}][{_GIVEN}]{{0,2}}(?:{'|'.join(read_words('baptismal_names'))})")


def is_rarer_name(word: str) -> bool:
    """A name that only its place tells: a surname that begins too many words to be looked for («계민성»), or one with
    a baptismal name («채유리안나»). `word` stands where a person does."""
    if len(word) > 3:
        return _BAPTISED.fullmatch(word) is not None
    return _RARE.fullmatch(word) is not None and not is_common(word) and word not in NOT_NAMES


def _has_topic(word: str) -> bool:
    """«주민은» may be 주민 + 은; «임서은» is a name, for behind an open syllable the particle would be 는."""
    return word[-1] == "은" and (ord(word[-2]) - ord("가")) % 28 > 0 and word[-2] not in "정성경영"


_OF_MANY = re.compile(r"(?:마흔|예순|여든)[한두세네]")
"""«조합원 마흔두 명»"""
_BOUND_WORDS = frozenset(
    ("나누기", "더하기", "고르기", "배우기", "지우기", "채우기", "피우기", "나르기", "기르기", "고치기")
)
"""Verbs made nouns whose syllables all stand in names («통장 나누기»)."""
PLACES = (
    "가게|카페|매장|지점|본점|분점|[동서남북]점|공방|책방|식당|밥집|도서관|서점|농장|농원|교회|성당|회관|어린이집|유치원|마을|마을회|부녀회|청년회|"
    "아파트|사무실|사무소|관리소|출장소|지구|가족|식구|합창단|극단"
)
"""How what ends that is a place or a body, and no one: «산본매장 드림»."""
NOT_NIM = re.compile(
    r"(?:장|사|원|자|(?:교|가|선|군|목|조|예)수|모|분|손|예수|하느|하나|스|따|아드|형|누|임|왕|형제|자매|(?:떠|나|아|어)다|선생|대표|교수|감독|코치|고객|회장|총무|위원|조합원|주민|어머|아버|할머|할아버|부모|"
    r"선배|후배|작가|기사|신부|수녀|목사|여사|언니|오빠|마님|도련|^햇|^달|^별|^해|^꽃|운영진|관리자|주무관|사무관|간사|매니저|활동가|멘토|멘티|코디|통신원|"
    r"이웃|[가-힣]벗|^벗|동무|회원|학부모|엄마|아빠|친구|여러분|시민|구민|도민|군민|전무|상무|임금|성도|교우|신도|조상|가이드|도우미|의원|당원|실장|처장|총장|차장|과장|대리|주임|반장|조장|이장|통장|면장|동장|군수|시장|도지사|대통령|장관|지기|이모|삼촌|쌤|샘|컨설턴트|네이터|매니저|디렉터|디자이너|리더|멤버|파트너|튜터|마스터|셰프|바리스타)$"
)
FIELD_WORDS = frozenset(read_words("field_words"))
_FIELD_TAIL = re.compile(
    r"(?:기간|일시|일정|일자|날짜|시간|마감|기한|장소|대상|인원|방법|행사일|마감일|발표일)$"
)  # «모집기간 2023. 5.»: a field before its date, no writer

_COUNTED = re.compile(
    r"\d{1,5}(?:명|인|분|세대|가구|가정|가족|팀|개|곳|건|회|차|시|층|호|호점|년|월|일|원|만원|주년|매|면|부|장|쪽|권|대|마리|상자|점)(?:뿐|씩)?"
)
"""«107명»: so many, and no one."""
_NOBODY = re.compile(
    r"(?:[은는을를와과에]|[다요음함됨임까니]|에게|한테|에서|까지|부터|으로|[하누들우치쓰읽리]기|[어여]라|들|및|중|등|후|전|방|집|권|표|비|건|반|"
    r"당|용|식|제|론|학|터|[친모부]상|개월|년도|분기|[0-9])$|"
    r"^(?:없|미정|추가|모두|전원|각|외|총|제\d|공석|서기|선출|예정|미리|직접|따로|같이|함께|모집|연락|문[의자]|전화|신청|접수|직인|카톡|쪽지|통화|회신|상시)"
)


def is_nobody(word: str) -> bool:
    """What may stand where a person does and is no one: a verb, a count, a word with its particle, a thing to do."""
    return _NOBODY.search(word) is not None


@lru_cache(maxsize=1)
def no_persons() -> frozenset[str]:
    """Words with the syllables of a name that are nouns or verbs: 노린재, 모여서."""
    return frozenset(read_words("no_persons"))


@lru_cache(maxsize=1)
def taken_for_names() -> frozenset[str]:
    """Everyday words that neighbours take for names: 달팽이, 도토리, 햇살."""
    return frozenset(read_words("nickname_words"))


@lru_cache(maxsize=1)
def _lengths_taken() -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in taken_for_names()}))


_PLAYFUL = re.compile(
    r"(?:왕?초보|새내기|꼬마|늦깎이|어쩌다|얼떨결|만년|병아리)(?:대표|이사|이사장|감사|강사|과장|팀장|총무|회장|간사|조합원|사장)"
)
"""«초보대표»: a role worn as a nickname."""


def made_of_nicknames(word: str) -> bool:
    """«콩나물시루», «달토끼», «초보대표»: begins or ends with a word taken for a name, or is a role that is worn."""
    known = taken_for_names()
    if word in known or _PLAYFUL.fullmatch(word):
        return True
    return len(word) > 2 and any(word[:n] in known or word[-n:] in known for n in _lengths_taken() if n < len(word))


def _ends_called(word: str) -> bool:
    """«수국», «순두부»: the syllable of a role ends a word that neighbours take for a name."""
    return any(word[-n:] in taken_for_names() for n in (2, 3))


def nick_or_name(word: str, rule: str) -> tuple[str, str] | None:
    """(type, rule) of a word that stands where someone is called: a name, else a nickname; None for roles."""
    if (
        (
            ROLE_WORDS.search(word)
            and not _LIKE_ROLE.fullmatch(word)
            and not _PLAYFUL.fullmatch(word)
            and not _ends_called(word)
        )
        or _FIELD_TAIL.search(word)
        or word in FIELD_WORDS
        or word in NOT_NAMES
        or word.isdigit()
        or _COUNTED.fullmatch(word)
        or _TITLE.fullmatch(word)
        or word.upper() in ("RE", "FW", "FWD")
    ):
        return None
    everyday = is_common_word(word) or word in taken_for_names()  # «감나무 님», «하늘소 님»
    named = len(word) >= 3 and (is_name(word, sure=False) or _BAPTISED.fullmatch(word) is not None) and not everyday
    return ("person_name" if named else "nickname"), rule
