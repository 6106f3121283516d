"""What an article is about: the guideline's eleven sectors, several at a time.

::

    telling words (tables below) ─► points, by where they stand ─┐
    fragments of words, in title, lead and whole ────────────────┴─► weights (`data/sectors.tsv`) ─► likely sectors

The tables say what people agree a sector is made of («정관», «출자금», «설명회» stand in texts about anything and are
none of them); the weights, one logistic a sector fitted by `tests/fit_sectors.py`, say how much that counts, and add
what annotated texts taught. At most three are kept, as two annotators agree at .70 anyway (guideline §2, §13).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, log1p
from typing import Any

from pipelines.extract.boilerplate import Line
from pipelines.korean.loglinear import Weights
from store.records import Document

# sector → (telling words, supporting words). A telling word is worth three supporting ones.
WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "governance": (
        ("조례", "민관", "이사회", "임시총회", "거버넌스", "정기총회", "대의원총회", "임원 선출", "기본계획",
         "정책토론", "정책 토론", "사회적경제위원회", "국제포럼", "예산", "원탁회의", "기본법", "토론회", "반상회",
         "회의록", "기념식", "공청회", "조직개편", "정기회의", "위임장", "소집", "재적", "임원", "선출", "정책포럼",
         "총회", "포럼", "정책", "의결"),
        ("협의체", "간담회", "위원회", "제도", "심의", "지정", "네트워크", "업무협약", "조직", "지침", "안건",
         "정족수", "시의회", "도의회", "승인", "토론", "연구", "정관", "결산", "박람회", "연대회의", "부서",
         "우선구매"),
    ),
    "regional_regeneration": (
        ("도시재생", "지역재생", "마을관리", "빈집", "원도심", "마을만들기", "지역소멸", "폐교", "귀촌", "재지정",
         "행정안전부", "마을기업 육성", "마을공동체"),
        ("마을기업", "주민 주도", "골목", "지역 활성화", "농촌", "섬마을", "인구 감소", "국비", "창고", "입주",
         "공유", "빈터"),
    ),
    "finance": (
        ("사회적금융", "사회가치연대기금", "사회투자기금", "금융", "융자", "대출", "임팩트 투자", "크라우드펀딩",
         "은행", "담보", "저리", "연대기금", "투자유치", "투자 유치", "지역화폐", "신협", "공제회", "보증"),
        ("기금", "투자", "금리", "펀드", "상환", "사업화 자금", "배당", "이자", "신용"),
    ),
    "care": (
        ("돌봄", "의료사협", "의료복지", "의료생협", "요양", "간병", "발달장애", "보육", "커뮤니티 케어", "통합돌봄",
         "홀몸", "육아", "방과후", "치매", "재활", "간호", "어르신", "건강", "복지"),
        ("장애인", "노인", "아동", "병원", "진료"),
    ),
    "labour": (
        ("일자리", "고용", "노동자협동조합", "청년 일자리", "취업", "근로자", "인건비", "배달노동", "프리랜서",
         "직원협동조합", "알바", "아르바이트", "구직", "임금", "노동", "채용", "급여", "월급"),
        ("직원", "취약계층", "노무", "경력단절", "자활", "창업", "일터", "면접", "경력", "장애"),
    ),
    "social_innovation": (
        ("사회혁신", "소셜벤처", "리빙랩", "임팩트", "사회문제 해결", "사회문제", "플랫폼협동조합", "데모데이",
         "육성팀", "창업팀", "경연대회", "해커톤", "아이디어", "시제품", "사회주택"),
        ("실험", "청년", "스타트업", "플랫폼", "본선", "멘토", "상금"),
    ),
    "education": (
        ("강좌", "아카데미", "캠프", "양성과정", "기자단", "심화과정", "컨설팅데이", "강의", "수강", "연수", "특강",
         "워크숍", "동아리", "학습", "강연", "실무 과정", "교실", "수료식", "학생", "개강", "수료", "견학"),
        ("강사", "컨설팅", "탐방", "세미나", "학교", "교육", "매주", "배움"),
    ),
    "environment": (
        ("햇빛", "발전소", "태양광", "재생에너지", "에너지", "탄소", "기후", "제로웨이스트", "재활용", "새활용",
         "업사이클", "자원순환", "되살림", "리필", "분리배출", "쓰레기", "다회용"),
        ("친환경", "생태", "전기요금", "전기", "버려"),
    ),
    "food_agriculture": (
        ("로컬푸드", "영농조합", "농업", "먹거리", "농산물", "생협", "한살림", "김장", "농가", "텃밭", "약초",
         "버섯", "생산자", "직매장", "배추", "생산지", "농사", "두부", "밥상", "반찬", "과수", "장류", "수산물",
         "어촌", "채소"),
        ("농민", "유기농", "음식", "쌀", "빵", "식품", "수확", "과일", "어민", "도시락", "급식", "식당", "매점",
         "꾸러미"),
    ),
    "culture_tourism": (
        ("축제", "공연", "여행", "관광", "전시", "음악회", "잔치", "영화", "극단", "연극", "낭독", "기록집", "출판",
         "해설사", "체험"),
        ("한마당", "공방", "책방", "콘서트", "미디어", "숙박", "책", "문화", "예술", "개막", "무대", "관람"),
    ),
    "distribution_marketing": (
        ("장터", "판매전", "공공구매", "우선구매", "판로", "구매상담", "장날", "마켓", "직거래", "기획전", "박람회",
         "판매", "원어치", "물건", "상담회", "플리마켓", "온라인몰", "홍보관", "쇼핑몰", "수출", "참가기업", "구매",
         "제품", "공정무역"),
        ("매출", "상품", "입점", "바자회", "부스", "가게", "매장", "한마당", "납품", "단가", "품목"),
    ),
}  # fmt: skip
# Names of places and bodies say nothing about the subject («사회혁신센터», «혁신타운», «금융위원회»), and a founding
# assembly is told of any co-operative: three of sixteen such texts are about governance.
NAMES = re.compile(
    r"사회혁신센터|혁신타운|혁신도시|협동조합광장|금융위원회|도시재생지원센터|"
    r"창립총회|일자리(?:경제)?(?:정책)?과|교육장|교육실|교육청|평생학습문화센터"
)
TELLING, SUPPORTING = 3, 1
TITLE, LEAD = 3, 2
LEAD_CHARACTERS = 300
AT_MOST = 3
KEPT = 0.42
"""A sector as likely as that is kept: the best micro F1 over whole sets left out."""
KINDS_OF_POINTS = ("amount", "share", "any")
_HANGUL = re.compile(r"[가-힣]+")
SHORTEST_FRAGMENT, LONGEST_FRAGMENT = 2, 4


@dataclass(frozen=True, slots=True)
class Read:
    """What a text says of its sectors: marked fragments (T title, L lead, B whole), and for each sector its points."""

    fragments: tuple[str, ...]
    points: tuple[float, ...]  # KINDS_OF_POINTS of the first sector, of the second, …


def find_sectors(document: Document, lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Sectors in alphabetical order; none where no telling word stands."""
    read = gather(document, lines, _known_fragments)
    if not any(read.points):
        return ()
    weights, kinds = _weights(), len(KINDS_OF_POINTS)
    sums = [bias + add for bias, add in zip(weights.of["#bias"], weights.sums(read.fragments), strict=True)]
    for number, kind in enumerate(KINDS_OF_POINTS):
        for sector, weight in enumerate(weights.of[f"#{kind}"]):
            sums[sector] += weight * read.points[sector * kinds + number]
    return kept(dict(zip(WORDS, sums, strict=True)))


def kept(sums: Mapping[str, float]) -> tuple[str, ...]:
    """The likely sectors of a text by their sums (log odds); the likeliest in any case."""
    best = sorted(sums, key=lambda sector: -sums[sector])[:AT_MOST]
    level = log(KEPT / (1 - KEPT))
    return tuple(sorted(best[:1] + [sector for sector in best[1:] if sums[sector] >= level]))


def gather(document: Document, lines: tuple[Line, ...], fragments: Callable[[str], Iterable[tuple[str, int]]]) -> Read:
    """The points of the telling words and the fragments of a text, found by `fragments` with where they begin."""
    body = "\n".join(document.text[line.start : line.end] for line in lines if line.kind == "text")
    found = [f"T{fragment}" for fragment, _ in fragments(document.title)]
    first: dict[str, int] = {}
    for fragment, start in fragments(body):
        first.setdefault(fragment, start)
    for fragment, start in first.items():
        found.append(f"B{fragment}")
        if start + len(fragment) <= LEAD_CHARACTERS:
            found.append(f"L{fragment}")
    return Read(tuple(dict.fromkeys(found)), tuple(_points(document.title, body)))


def _points(title: str, body: str) -> Iterator[float]:
    """How many points each sector has, how many beside the best one, and whether it has any."""
    scores = dict.fromkeys(WORDS, 0)
    own = NAMES.sub(" ", body)
    parts = ((NAMES.sub(" ", title), TITLE), (own[:LEAD_CHARACTERS], LEAD), (own[LEAD_CHARACTERS:], 1))
    for part, weight in parts:
        for sector, points in _scored(part):
            scores[sector] += points * weight
    most = log1p(max(scores.values()))
    for points in scores.values():
        yield from (log1p(points), log1p(points) - most, float(points > 0)) if most else (0.0, 0.0, 0.0)


def every_fragment(text: str) -> Iterator[tuple[str, int]]:
    """«사회적경제» → 사회, 회적, …, 사회적, …: what a table may be fitted to."""
    for word in _HANGUL.finditer(text):
        for length in range(SHORTEST_FRAGMENT, LONGEST_FRAGMENT + 1):
            for start in range(word.start(), word.end() - length + 1):
                yield text[start : start + length], start


def _known_fragments(text: str) -> list[tuple[str, int]]:
    """The fragments that the table has a weight for."""
    matcher, fragments = _fragments()
    return [(fragments[number], at) for number, at, _ in matcher.find_matches_as_indexes(text, overlapping=True)]


@cache
def _weights() -> Weights:
    return Weights.read("extract", "sectors")


@cache
def _fragments() -> tuple[Any, tuple[str, ...]]:
    import ahocorasick_rs

    fragments = tuple(dict.fromkeys(key[1:] for key in _weights().of if key[0] != "#"))
    return ahocorasick_rs.AhoCorasick(list(fragments)), fragments


@lru_cache(maxsize=1)
def _automaton() -> tuple[Any, tuple[tuple[tuple[str, int], ...], ...]]:
    """All words at once, and for each the sectors it speaks for with its points."""
    import ahocorasick_rs

    told: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for sector, groups in WORDS.items():
        for words, points in zip(groups, (TELLING, SUPPORTING), strict=True):
            for word in words:
                told[word].append((sector, points))
    return ahocorasick_rs.AhoCorasick(list(told)), tuple(tuple(rows) for rows in told.values())


def _scored(part: str) -> Iterator[tuple[str, int]]:
    """(sector, points) of the words of a part; a word counts twice at most."""
    matcher, rows = _automaton()
    found = Counter(index for index, *_ in matcher.find_matches_as_indexes(part, overlapping=True))
    for index, times in found.items():
        for sector, points in rows[index]:
            yield sector, points * min(2, times)
