"""What kind of event a title names. Korean puts the head last, so the last head word decides.

«마을기업 신규 지정 모집 설명회» is a briefing, «설명회 참가자 모집» a call. The words are a table;
a title without any of them stays `other`.
"""

from __future__ import annotations

from typing import Final

HEADS: Final[dict[str, str]] = {
    "call": "모집 공모 공모전 접수 신청 선발 공고 참여자 참가자 수강생",
    "education": "교육 강좌 강의 강연 아카데미 학교 연수 워크숍 워크샵 특강 과정 교실 수업 캠프 멘토링 견학 탐방",
    "market": "장터 마켓 판매전 바자회 직거래 알뜰시장 벼룩시장 플리마켓 구매상담회 기획전 특판전",
    "assembly": "총회 이사회 회의 간담회 위원회 대의원회 협의회 정례회 모임",
    "forum": "포럼 토론회 세미나 심포지엄 콘퍼런스 컨퍼런스 학술대회 공청회 토크콘서트 대화마당 집담회",
    "festival": "축제 한마당 기념식 박람회 페스티벌 문화제 음악회 주간 대축제 잔치 엑스포 기념행사",
    "ceremony": "협약 협약식 업무협약 개소 개소식 개관식 선포식 착공식 창립식 발대식 출범식 전달식",
    "showcase": "공유회 성과공유회 발표회 전시 전시회 시상식 경진대회 보고회 데모데이 대회",
    "briefing": "설명회 상담회 상담 컨설팅 안내",
}

_LONGEST_FIRST: Final = sorted(
    ((word, kind) for kind, words in HEADS.items() for word in words.split()), key=lambda pair: -len(pair[0])
)


def kind_of(title: str) -> str:
    """The kind whose head word ends last in the title; of two that end together, the longer."""
    best_end, best = -1, "other"
    for word, kind in _LONGEST_FIRST:
        at = title.rfind(word)
        if at >= 0 and at + len(word) > best_end:
            best_end, best = at + len(word), kind
    return best
