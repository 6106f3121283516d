"""Legal forms of Korean bodies and the endings that tell what kind a body is: data, and two small readers.

Forms after the Framework Act on Co-operatives (협동조합 and 사회적협동조합 are different persons in law), the
Consumer Co-operatives Act (생협), the Commercial Act (주식회사, 유한회사, 유한책임회사 …), the Civil Act (사단, 재단)
and the Agriculture and Fisheries Business Act (영농조합법인, 농업회사법인). A new form or ending is one more row.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pipelines.korean.alternatives import together


@dataclass(frozen=True, slots=True)
class LegalForm:
    """One form: its key, how it is spelled in full or short, and its glyphs in brackets."""

    key: str
    words: tuple[str, ...]
    glyphs: tuple[str, ...] = ()
    type: str = "other"  # what a body is called when nothing else is known (guideline §5)


LEGAL_FORMS: tuple[LegalForm, ...] = (  # longer words stand before those they contain
    LegalForm("llc", ("유한책임회사",), (), "company"),
    LegalForm("agri_company", ("농업회사법인", "어업회사법인"), ("(농)",), "company"),
    LegalForm("company", ("주식회사",), ("㈜", "(주)", "주)"), "company"),
    LegalForm("limited", ("유한회사",), ("(유)", "㈲"), "company"),
    LegalForm("partnership", ("합자회사", "합명회사"), ("(합)",), "company"),
    LegalForm("agri_coop", ("영농조합법인", "영어조합법인", "영농조합"), ("(영)",), "company"),
    LegalForm("association", ("사단법인",), ("(사)", "㈔"), "association_network"),
    LegalForm("foundation", ("재단법인",), ("(재)", "㈶"), "foundation"),
    LegalForm("welfare", ("사회복지법인",), ("(복)", "(사복)", "(사회복지)"), "other"),
    LegalForm("school", ("학교법인",), ("(학)",), "education"),
    LegalForm("medical", ("의료법인",), ("(의)",), "other"),
    LegalForm("npo", ("비영리민간단체", "비영리법인", "특수법인"), (), "association_network"),
    LegalForm("social_coop", ("사회적협동조합", "사협"), ("(사협)", "(사회적협동조합)"), "social_cooperative"),
    LegalForm(
        "consumer_coop", ("소비자생활협동조합", "생활협동조합", "소비자생협", "생협"), ("(생협)",), "cooperative"
    ),
    LegalForm("coop", ("협동조합",), ("(협)", "(협동조합)"), "cooperative"),
)
BY_KEY = {form.key: form for form in LEGAL_FORMS}
GLYPHS = tuple(sorted(((g, f.key) for f in LEGAL_FORMS for g in f.glyphs), key=lambda x: -len(x[0])))
WORDS = tuple(sorted(((w, f.key) for f in LEGAL_FORMS for w in f.words), key=lambda x: -len(x[0])))
PROVISIONAL = ("(가칭)", "(준)", "가칭")

# Endings that tell a kind. The longest that fits decides; «se» endings belong to the social economy and are
# organisations even where they are only the place of an event (guideline §5).
_ENDINGS_OF: dict[str, str] = {
    "support_centre": (
        "사회적경제지원센터 사회적경제통합지원센터 사회적경제센터 사회연대경제지원센터 "
        "사회연대경제센터 사회적경제허브센터 협동조합지원센터 협동조합창업경영지원센터 "
        "마을기업지원센터 마을만들기지원센터 마을공동체지원센터 공동체지원센터 공동체센터 "
        "사회혁신센터 사회적기업지원센터 통합지원센터 지원센터 지원단 마을센터 중간지원조직 "
        "사회적경제이음센터 사회적경제활력센터 사회적경제나눔센터 사회적경제어울림센터 사회적경제성장센터 "
        "사회적경제희망센터 사회적경제마을센터 사회적경제공유센터 사회적경제창업센터 사회적경제상생센터 "
        "사경센터 활성화센터 경제지원단 경제혁신센터 공익활동센터 사회적경제연구센터 "
    ),
    "self_sufficiency": "지역자활센터 광역자활센터 자활센터 자활기업",
    "public_agency": (
        "사회적경제원 경제진흥원 진흥원 개발원 공사 공단 보증재단 보증기금 서비스원 정보원 "
        "평가원 관리원 테크노파크 시설관리공단 발전연구원 통상진흥원 일자리재단 교육청 교육지원청 창조경제혁신센터 "
    ),
    "foundation": "재단 기금 장학회",
    "company": (
        "사회적은행 금융대부 벤처스 인베스트먼트 파트너스 영농조합법인 영농조합 영어조합법인 농업회사법인 "
        "어업회사법인 주식회사 유한회사 "
    ),
    "association_network": (
        "연석회의 네트워크 협의회 협의체 연합회 총연합회 중앙회 협회 연대회의 연대 학회 공제회 연구소 "
        "연구원 운동본부 시민회의 추진단 추진위원회 준비위원회 준비위 협동조합연합회 "
        "사회적협동조합연합회 생협연합회 생협연합 사협연합회 "
    ),
    "education": "초등학교 중학교 고등학교 대학교 대학원 대학 산학협력단 여고 여중",
    "social_cooperative": "의료복지사회적협동조합 사회적협동조합 의료사협 돌봄사협 사협",
    "cooperative": "소비자생활협동조합 의료생협 생협 협동조합 농협 신협 수협 새마을금고",
    "local_government": "시의회 도의회 군의회 구의회",
    "other": "YMCA YWCA 경실련 참여연대",
    # «고래숲마을기업», as «노원나눔자활기업» above: only as one word, for alone they are a status
    "village_enterprise": "마을기업",
}
ENDINGS = {word: kind for kind, words in _ENDINGS_OF.items() for word in words.split()}
BY_LENGTH = tuple(sorted(ENDINGS, key=len, reverse=True))

# Endings of bodies, shops and houses alike: they make a name only where the body acts («녹색병원이 … 보냈다»,
# «협력: 대구은행, …»), never where it is a place. Shares of KLUE's OG entities ordered the list.
_WEAK_OF: dict[str, str] = {
    "company": (
        "은행 캐피탈 자산운용 투자 이니셔티브 컴퍼니 그룹 푸드 푸드시스템 테크 디자인 건설 전자 화학 "
        "제약 증권 화재 물산 산업  "
        "클린 식품 문고 하우징 스튜디오 코리아 무역 유통 네트웍스 소프트 텔레콤 모터스 항공 상사 솔루션 교통 여행사 "
        "에너지 바이오 홀딩스"
    ),
    "association_network": "사람들 친구들 이웃들 연맹 연합 녹색연합 협동회 상공회의소 위원회 시민모임 연구회 공동체",
    "cooperative": "조합",
    "public_agency": "거래소 자원봉사센터 인력개발센터 보건소",
    "education": "과학기술원 대안학교 평생교육원",
    "other": (
        "병원 의원 한의원 약국 의료원 요양원 극단 극장 농장 목장 공방 푸드뱅크 어린이집 유치원 "
        "주민자치회 주민자치위원회 자율방범대 체육회 상인회 부녀회  "
        "청년회 노인회 번영회 어촌계 작목반 작목회 동창회 유니온 노조 밥상 책방 서점 상점 상회 빵집 "
        "합창단 예술단 무용단  "
        "풍물패 산악회 향우회 복지관 문화원 지역아동센터 노인복지센터 "
        "청년센터 주거복지센터 공정무역센터 기술센터 혁신센터 복지센터 상담센터 연구센터 교육센터 "
        "친구들 도서관 플라자 유통센터 상담소 "
        "방송 신문 교구 본부 신협중앙회 대사관 문화관광재단 총동문회 총학생회 학생회 수도회 봉사단 구호단 봉사회"
    ),
}
WEAK_ENDINGS = {word: kind for kind, words in _WEAK_OF.items() for word in words.split()}
_WEAK = re.compile("(?:" + "|".join(sorted(WEAK_ENDINGS, key=len, reverse=True)) + ")$")
_WEAK_LAST = frozenset(ending[-2:] for ending in WEAK_ENDINGS)
"""Hardly any word ends in one of these pairs of letters, and nearly all words are asked about."""

_ENDING = re.compile("(?:" + "|".join(BY_LENGTH) + ")$")

GENERIC = re.compile(  # words that name a field, not a body
    "사회적경제|사회연대경제|사회적금융|사회적협동조합|사회적기업|예비사회적기업|마을기업|자활기업|소셜벤처|협동조합|사회주택|사회서비스|"
    "마을만들기|마을공동체|마을관리|공동체|도시재생|공동육아|의료복지|의료|복지|돌봄|교육|문화|예술|환경|에너지|햇빛발전|태양광|로컬푸드|"
    "창업경영|창업|경영|취업|일자리|청년|청소년|여성|시민|주민|마을|지역|광역|통합|종합|중간|현장|지원|활성화|사회혁신|혁신|소비자|생산자|"
    "노동자|사업자|직원|학교|대학생|농민|장애인|어르신|노인|기업|경제|사회|금융|공제|연대|상생|협력|민관|거버넌스|전문|우수|기본|이종|다중이해관계자|"
    "자활|육성|운영|추진|관리|평생학습|자원봉사|건강|가족|다문화|도시|농업|농촌|산업|관광|미디어|디지털|기술|연구|개발|발전|정책|국제|전국"
)


_GENERIC = re.compile(together(GENERIC.pattern))
_PREFIX_WORDS = frozenset(
    w for f in LEGAL_FORMS if f.key not in ("coop", "social_coop", "consumer_coop") for w in f.words
)


HOUSES = (
    "센터",
    "진흥터",
    "이음터",
    "지원단",
    "허브",
    "타운",
    "도움터",
    "자람터",
    "배움터",
    "나눔터",
    "돋움터",
    "마루",
)
_OF_THE_FIELD = re.compile(
    r"(?:사회적경제|사회연대경제|협동경제|사회적기업|마을기업|소셜벤처|사회혁신|협동조합|커뮤니티비즈니스|로컬협동)(?!회)[가-힣]{0,4}(?:센터|(?:진흥|이음|도움|자람|배움|나눔|돋움)터|지원단|허브|타운|마루)$"
)
"""«시흥협동경제이음센터», «강릉사회적경제연결센터»: what stands between the field and the house is anything."""


def ending_of(name: str) -> tuple[str, str] | None:
    """(ending, type) of a name that tells its kind, the longest ending; None where it does not."""
    found = _ENDING.search(name)  # the leftmost that reaches the end is the longest
    own = _OF_THE_FIELD.search(name) if name.endswith(HOUSES) else None
    if own is not None and (found is None or own.start() < found.start()):
        return own[0], "support_centre"
    return None if found is None else (found[0], ENDINGS[found[0]])


def weak_ending_of(name: str) -> tuple[str, str] | None:
    """(ending, type) of a name that may be a body's or a place's: «녹색병원», «계룡문고»; None for others."""
    found = _WEAK.search(name) if name[-2:] in _WEAK_LAST else None
    return None if found is None else (found[0], WEAK_ENDINGS[found[0]])


def is_generic(words: str) -> bool:
    """True where nothing is left once the words of the field are taken out: «마을관리» yes, «보리마당» no."""
    return not _GENERIC.sub("", words).strip(" ·")


HEAD_NOUNS = ("센터", "재단", "연구소", "준비위", "지원센터", "자활센터", "진흥원", "연대회의")
"""By which a text goes on speaking of a body it has named: «이하 센터», or only «센터»."""


def says_which(name: str) -> bool:
    """Whether a name tells one body from others: «별하센터» does, the bare «센터» of its own text does not."""
    ending = ending_of(name)
    return name not in HEAD_NOUNS and not is_generic(name.removesuffix(ending[0]) if ending else name)


_PLAIN_GLYPHS = tuple((unicodedata.normalize("NFKC", glyph), key) for glyph, key in GLYPHS)
_ALL_WORDS = tuple(word for word, _ in WORDS)


@lru_cache(maxsize=32768)
def read_form(name: str) -> tuple[str | None, str, str]:
    """(key of the form, the name without it, where it stood: "prefix", "suffix", "").

    «㈜온기» → company, 온기; «두루두루 사회적협동조합» → social_coop, 두루두루; «온기» → None, 온기.
    """
    rest = unicodedata.normalize("NFKC", name).strip()
    for mark in PROVISIONAL:
        rest = rest.replace(mark, " ").strip()
    key, where = None, ""
    for glyph, glyph_key in _PLAIN_GLYPHS:
        if rest.startswith(glyph) and len(rest) > len(glyph):
            rest, key, where = rest[len(glyph) :].strip(), glyph_key, "prefix"
        elif rest.endswith(glyph) and glyph.startswith("(") and len(rest) > len(glyph):
            rest, key, where = rest[: -len(glyph)].strip(), glyph_key, "suffix"
    bears = rest.startswith(_ALL_WORDS) or rest.replace(" ", "").endswith(_ALL_WORDS)
    for word, word_key in (*WORDS, *WORDS) if bears else ():  # twice: «농업회사법인주식회사» carries two
        bare = rest.replace(" ", "")
        if bare == word:
            return word_key, "", "suffix"
        if rest.endswith(word):
            rest, key, where = rest[: -len(word)].strip(), _stronger(key, word_key), "suffix"
        elif rest.startswith(word) and (rest[len(word) : len(word) + 1] == " " or word in _PREFIX_WORDS):
            rest, key, where = rest[len(word) :].strip(), _stronger(key, word_key), "prefix"
    for glyph, glyph_key in _PLAIN_GLYPHS if key == "agri_company" else ():  # «농업회사법인 ㈜물들인»
        if rest.startswith(glyph) and glyph_key == "company" and len(rest) > len(glyph):
            rest = rest[len(glyph) :].strip()
    return key, rest, where


def _stronger(old: str | None, new: str) -> str:
    """«농업회사법인 ㈜강화섬쌀빵» is a company that is also an agricultural one: the special form tells more."""
    return old if old in ("agri_company", "social_coop", "agri_coop") and new in ("company", "coop") else new
