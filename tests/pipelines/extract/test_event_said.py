"""What a title says is no name: sentences beside it, greetings, a headline that tells what is done."""

from __future__ import annotations

import pytest

from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.said import is_sentence


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("제3차 정기총회, 마당과 화면을 오가며 엽니다", "제3차 정기총회"),
        ("한들햇빛 5호기, 시민의 지붕이 되어 주세요", "한들햇빛 5호기"),
        ("반찬 다 나갔어요 + 6월 모임 이야기", "6월 모임 이야기"),
        ("겨울 누룩교실, 두 주 미룹니다", "겨울 누룩교실"),
        ("된장이 익으면 기다린다…새길면 한들마을 메주 매다는 날", "새길면 한들마을 메주 매다는 날"),
        # what is sought is what the call is for; quotes hold together; who does it is no name
        ("학생이사 후보 받아요 + 매점 돌잔치", "학생이사 후보 받아요 + 매점 돌잔치"),
        ("‘통합돌봄, 누가 이웃이 될까요’ 토론회", "통합돌봄, 누가 이웃이 될까요 토론회"),
        ("한들 자활 참여자들, 고쳐 파는 가게를 차렸다", "한들 자활 참여자들, 고쳐 파는 가게를 차렸다"),
        ("6월 일정, 이렇게 바뀝니다", "6월 일정, 이렇게 바뀝니다"),
        # an event, and that it is
        ("한들동 집수리 봉사 합니다 / 망치 쥘 분", "한들동 집수리 봉사 합니다 / 망치 쥘 분"),
    ],
)
def test_a_title_is_cut_where_it_says_something(title: str, name: str) -> None:
    assert clean_title(title) == name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("한들마을기업 식구들 다들 설 잘 쇠셨쥬", True),
        ("한들협동조합 조합원 여러분께", True),
        ("조합 식구들께.", True),
        ("빨래방 굴뚝에 또 연기 난다", True),
        ("사과 따러 가요", False),
        ("복지 중요", False),
        ("우리 동네 사람들", False),
    ],
)
def test_a_sentence_or_a_greeting_is_no_name(words: str, said: bool) -> None:
    assert is_sentence(words) == said
