"""What a title says is no name: sentences beside it, greetings, a headline that tells what is done."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.events.names.nonames import is_refused, names_body, seeks_nothing
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.said import is_sentence
from pipelines.extract.events.words.titles import find_names
from pipelines.extract.reading import read
from store.records import Document


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
        # a bracket behind a sentence is a remark
        ("5호기 시민출자 시작합니다 (9일 자정까지)", "5호기 시민출자"),
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


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("조합원 스물이 문을 연 두부공장 견학에 나섰다.", "두부공장 견학"),
        ("흑자로 돌아선 협동조합 정기총회가 18일 열린다.", "협동조합 정기총회"),
        ("재작년엔 걷기모임이 있었어요.", "걷기모임"),
        ("나루 말고 한들 쪽 모임은 9일이에요.", "한들 쪽 모임"),
        ("비 때문에 한 주 밀린 만큼 발표심사는 9일에 한다.", "발표심사"),
        ("기다려 주셔서 고마워요 ㅠㅠ 학교협동조합 워크숍은 9일입니다.", "학교협동조합 워크숍"),
        ("5/7 개점식은 열두 시다.", "개점식"),
        # what has no words of its own in front is part of the name
        ("느린 걷기모임은 9일이다.", "느린 걷기모임"),
        ("연탄 나눔잔치는 9일이다.", "연탄 나눔잔치"),
    ],
)
def test_what_is_left_of_a_clause_begins_no_name(sentence: str, name: str) -> None:
    assert name in [found.title for found in find_names(sentence, 0, len(sentence))]


def test_an_event_by_which_a_day_is_told_is_no_name_of_it() -> None:
    sentence = "축제 전날인데 12일에 모여요."
    assert find_names(sentence, 0, len(sentence)) == []


def test_a_room_for_seminars_is_no_seminar() -> None:
    sentence = "장소(한들회관 제2세미나실)는 그대로다."
    assert find_names(sentence, 0, len(sentence)) == []


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("접수기간", True),
        ("강좌 이름", True),
        ("맞는 날", True),
        ("르포", True),
        ("한들협동조합(약칭 한들)", True),
        ("한들협동조합 주최", True),
        ("한들생협 8월 소식", True),
        ("아침 걷기는 계속됩니다", True),
        ("하루 문을 닫습니다", True),
        ("장날", False),
        ("장 담그는 날", False),
        ("꾸러미 예약 받습니다", False),
    ],
)
def test_a_label_a_paper_or_a_sentence_names_no_event(words: str, refused: bool) -> None:
    assert is_refused(words) == refused


def test_a_body_with_its_sort_is_no_event() -> None:
    assert names_body("자활기업 새벽손") and not names_body("사회적기업 한마당")


def test_an_event_called_by_a_label_is_not_told() -> None:
    text = "한들마을 이야기입니다.\n\n· 르포 : 5월 16일 새벽 3시, 두부를 찾아\n· 두부 나눔 : 5월 18일 오후 2시\n"
    told = read(Document("x", "board", "한들마을", text, datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))))
    assert not any("르포" in event.title for event in told.events)


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ("투표 모집", True),
        ("링크로 모집", True),
        ("제3차 이사회 신청", True),
        ("영수증을 모아 내면 모집", True),
        ("대의원 선거를 신청", True),
        ("다음 주 문 신청", True),
        ("한들 햇빛 5호기 삽 뜬다 신청", True),
        ("우리집 못자리 모집", False),
        ("한들을 살린 한 장면 모집", False),
        ("참여기업 모집", False),
        ("마을기업 설명회 신청", False),
        ("꾸러미 예약 받습니다 신청", False),
    ],
)
def test_what_is_torn_out_of_a_clause_is_sought_by_nobody(words: str, nothing: bool) -> None:
    assert seeks_nothing(words) == nothing


def test_a_call_that_nobody_can_name_keeps_its_last_day() -> None:
    text = (
        "새솔햇빛발전협동조합은 20일 한들창고 지붕에서 4호기 착공식을 연다. 조합원 300명이 모은 돈으로 짓는다.\n\n"
        "이름도 이웃이 짓는다. 신청은 6월 30일까지 조합 사무실에서 받는다."
    )
    published = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))
    found = read(Document("x", "board", "한들 햇빛 4호기 삽 뜬다", text, published)).events
    call = next(e for e in found if e.application_deadline is not None)
    assert (call.title, str(call.application_deadline)) == ("새솔햇빛발전협동조합 신청", "2024-06-30")
