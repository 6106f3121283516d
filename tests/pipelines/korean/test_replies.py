"""Replies pasted at the foot of a post, each with the near miss that looks like one."""

from __future__ import annotations

import pytest

from pipelines.korean.bylines import find_bylines
from pipelines.korean.replies import find_replies

POST = "지난주에 온 문자 보고 깜짝 놀랐습니다. 다들 조심하세요.\n\n"


def called(text: str) -> list[str]:
    return [text[start:end] for start, end, *_ in find_replies(text)]


@pytest.mark.parametrize(
    ("foot", "who"),
    [
        ("ㅡ 푸른지붕: 헐 저도 같은 거 받았어요\nㅡ 감자밭: 바로 지우세요!!", ["푸른지붕", "감자밭"]),
        ("- 물총새 : 마흔둘도 되나요?\n- 강가책방 : 저희 물어보니 된대요", ["물총새", "강가책방"]),
        ("RE: 국밥집사장 ― 저도 어제 받음. 번호만 달라요\nRE: 김해맘 ― 우리 언니도요", ["국밥집사장", "김해맘"]),
        ("▷ 보리차: 저도 안 눌렀어요\n▷ 여울이: 신고했어요 감사합니다", ["보리차", "여울이"]),
        ("└ 새벽빵 : 저희는 그냥 지웠어요", ["새벽빵"]),
        ("쪽파전 :\n저는 처음 봐요 이런 거\n\n막걸리 :\n조심해야겠네요", ["쪽파전", "막걸리"]),
    ],
    ids=["long dash", "hyphen", "answers", "arrows", "one answer", "heads alone"],
)
def test_who_speaks_below_a_post(foot: str, who: list[str]) -> None:
    assert called(POST + foot) == who


@pytest.mark.parametrize(
    "foot",
    [
        "- 대상 : 마을 주민 누구나\n- 장소 : 복지관 2층\n- 문의 : 사무국으로 주세요",
        "▶ 준비물: 물통 챙겨 오세요\n▶ 회비: 만원입니다",
        "- 물총새 : 5월 3일 14시\n- 강가책방 : 5월 4일 15시",
        "1부 : 인사\n2부 : 밥상",
        "언제 :\n5월 3일 14시입니다\n어디서 :\n복지관입니다",
    ],
    ids=["fields", "fields that sound like talk", "a calendar", "parts", "labels on lines of their own"],
)
def test_fields_of_a_notice_are_nobody(foot: str) -> None:
    assert called(POST + foot) == []


def test_talk_in_the_midst_of_a_post_is_left_to_other_rules() -> None:
    assert called("- 물총새 : 저도 갈게요\n- 강가책방 : 저도요\n\n이상 지난달 댓글이었습니다.") == []


def test_those_who_came_and_an_everyday_name_among_them() -> None:
    text = "9월 이사회\n온 사람 | 변가온 이사장, 도윤슬, 채민재, 노을, 감사 1인\n"
    assert {text[a:b]: kind for a, b, kind, _ in find_bylines(text)} == {
        "변가온": "person_name",
        "도윤슬": "person_name",
        "채민재": "person_name",
        "노을": "nickname",
    }
