"""Reporters' names: what looks like one, and which name a short line of a page's header says.

Titles and surnames are Korean ones; the words that are no names were seen where a name may stand.
"""

from __future__ import annotations

import re

from sources.words import holds_any, word_list

TITLES = (
    "기자|특파원|통신원|논설위원|편집위원|편집국장|취재본부장|취재부장|리포터|에디터|인턴기자|시민기자|명예기자|"
    "객원기자|선임기자|전문기자|대표기자|칼럼니스트|PD|앵커|아나운서"
)
_TITLE_ENDS = word_list("기자 특파원 통신원 위원 국장 부장 리포터 에디터 칼럼니스트 PD 앵커 아나운서")  # how each ends
SURNAMES = frozenset(
    "김이박최나정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상갈시단견당화창뇌옹낭형"
)
DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방", "어금", "망절", "황목")

NAME = r"[가-힣]{2,5}"
_BEFORE_REPORTER = frozenset(
    word_list(
        "시민 명예 인턴 객원 선임 전문 사진 취재 담당 전직 현직 동료 주재 여성 남성 지역 방송 신문 해직 노조 교육 청년"
    )
)
# What stands where a name may stand in a header, and begins with a surname: labels, sections, regions.
_NO_NAMES = frozenset(
    word_list(
        """
        지면 승인 등록 입력 수정 작성 조회 추천 공유 구독 제보 편집 기사 기자 원본 원문 전체 목록 게재 송고 조회수
        지역 경제 문화 정치 사회 복지 노동 전국 국제 기획 연재 특집 사설 기고 시론 독자 마을 사람 소식 공지 안내
        주요 홍보 사진 영상 방송 오피니언 농업 농촌 주간 여성 청년 성명 인사 부고 동정 나주 나눔 나라 경기 강원
        기사등록 기사입력 기사수정 이메일 전화 전화번호 이름 소속 유형 상태 진행상태 공개
        문의자 신청자 신청인 주최 주관
        부서 부서명 주소 문의 인쇄 연락처 반응형 단체 사업 구분 제목 내용 번호 날짜 기간 장소 인원 대상
        전북 전남 경북 경남 제주 서울 부산 인천
        """
    )
)
_BYLINE = re.compile(rf"(?<![가-힣])({NAME}?)\s{{0,2}}(?:{TITLES})(?![가-힣])")
_NAME_ENDS = re.compile(rf"(?<![가-힣])({NAME})\s{{1,2}}(?:[|/]\s{{1,2}})?$")
_DESK = re.compile(r"[가-힣]{1,4}(?:팀|부|국|본부)")  # «바다팀 기자»
_NO_NAME_ENDS = ("하기", "기사", "게재", "제보")  # of four letters: «추천하기», «전체기사», «신문게재»


def looks_like_a_name(word: str) -> bool:
    """Two to four syllables that begin with a Korean surname, and are no word that stands before 기자."""
    if word in _BEFORE_REPORTER or word in _NO_NAMES or (len(word) == 4 and word.endswith(_NO_NAME_ENDS)):
        return False
    if word.startswith(DOUBLE_SURNAMES):
        return 3 <= len(word) <= 5
    return 2 <= len(word) <= 4 and word[0] in SURNAMES


def byline_name(text: str) -> str | None:
    """The first reporter named in a short header line («길보람 기자 a@example.com»).

    A kind of reporter or a desk before the title is passed over for the name before it: «설아람 사진기자», and in
    elements of their own «설아람 | 바다팀 기자».
    """
    found = _BYLINE.search(text[:200]) if has_title(text[:200]) else None
    kind = found is not None and found[1] in _BEFORE_REPORTER
    if found is None or not (kind or _DESK.fullmatch(found[1])):
        return found[1] if found else None
    named = _NAME_ENDS.search(text, 0, found.start())
    if named is not None and named[1] not in _NO_NAMES:
        return named[1]
    return found[1] if looks_like_a_name(found[1]) else None


def has_title(line: str) -> bool:
    """Whether a word of `TITLES` occurs: a cheap test, mostly False."""
    return holds_any(line, _TITLE_ENDS)
