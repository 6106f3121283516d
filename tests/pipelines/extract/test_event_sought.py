"""Whom or what is sought in half a sentence beside an event: a call of its own, its last day not the event's."""

from __future__ import annotations

import pytest

from tests.pipelines.extract.test_event_deadlines import HELD, day, events


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("조합은 배달차를 몰 운전원 두 명(1종 보통)을 20일까지 구하고 있다.", "운전원 모집"),
        ("새 조합원도 이달 20일까지 받는다는데 출자금은 3만 원이다.", "조합원 모집"),
        ("협의회는 20일까지 가맹점을 더 받는다.", "가맹점 모집"),
        ("센터는 마을 빵을 먹어 볼 ‘빵 시식단’ 열 명을 20일까지 뽑는다.", "빵 시식단 모집"),
        ("조합은 또 어린이 나무 그림을 20일까지 받고 있다.", "어린이 나무 그림 공모"),
        ("빵집에서 솥을 닦을 사람 셋을 20일까지 찾는다.", "솥을 닦을 사람 모집"),
        ("조합은 운영위원 두 명을 새로 뽑는다. 출자자라면 누구나 20일까지 손들 수 있다.", "운영위원 모집"),
        ("조합은 이참에 ‘빵 봉투 그림’도 모은다. 크레파스로 그려도 된다. 20일이 마지막 날이다.", "빵 봉투 그림 공모"),
        ("자원교사도 필요합니다. 이건 20일까지 받습니다.", "자원교사 모집"),
        (
            "조합은 논을 나눠 부칠 ‘논 짝꿍’도 찾고 있다. 한 몫에 5만 원이고 20일까지 전화로 이름을 걸면 된다.",
            "논 짝꿍 모집",
        ),
        ("정비소에서 배울 수습 정비사 한 분 구합니다. 사연을 20일까지 메일로 주세요.", "수습 정비사 모집"),
        ("새 빵집에서 일할 주민은 20일까지 주민센터에서 신청을 받는다.", "빵집에서 일할 주민 모집"),
        ("문집에 실을 원고는 두 장 안팎, 20일까지 메일로 보내시면 됩니다.", "문집에 실을 원고 모집"),
        ("신입 조합원 가입은 20일까지 반장에게 말하면 된다.", "신입 조합원 가입"),
        ("사회적기업 이자 지원 신청은 20일까지다.", "이자 지원 신청"),
        ("사회적기업 보험료 지원은 20일까지 시청에 서류를 내야 한다.", "사회적기업 보험료 지원 신청"),
        ("대의원 추천도 20일까지 받고 있다.", "대의원 추천"),
        ("협의회는 또 잔치에서 부를 ‘골목 노랫말’을 20일까지 공모한다.", "골목 노랫말 공모"),
        ("조합은 화분 분양도 함께 받는다. 20일까지 하나에 만 원을 내면 된다.", "화분 분양 신청"),
        ("20일까지는 헌 찻잔도 기증받는다.", "찻잔 기증"),
        ("조합은 쉼터의 이름을 못 정했다. 이름은 주민에게 묻기로 했다. 20일까지 쪽지를 넣으면 된다.", "쉼터 이름 공모"),
        ("장부 지식을 나눌 자원봉사 상담원은 20일까지 모집한다.", "자원봉사 상담원 모집"),
        ("감사 두 분을 새로 뽑는데 뜻 있는 분은 20일까지 사무국에 귀띔해 주세요.", "감사 후보 등록"),
    ],
)
def test_whom_a_clause_seeks_is_a_call_beside_the_event(words: str, name: str) -> None:
    held, call = events(f"{HELD} {words}")
    assert held.start is not None and held.application_deadline is None
    assert call.start is None and call.title.endswith(name)
    assert str(day(call.application_deadline)) == "2024-05-20"


@pytest.mark.parametrize(
    "words",
    [
        "참가자를 20일까지 받는다.",
        "함께할 주민을 20일까지 찾는다.",
        "조합은 교사도 찾고 있다. 학교에 들어오려면 20일까지 전화해야 한다.",
    ],
)
def test_who_comes_to_the_event_is_no_call(words: str) -> None:
    assert [str(day(e.application_deadline)) for e in events(f"{HELD} {words}")] == ["2024-05-20"]


@pytest.mark.parametrize(
    "words", ["20일까지 저에게 DM", "20일까지는 알려 달라.", "신청은 전화로 받고 20일 마감인데 벌써 열한 명이다."]
)
def test_ways_to_answer_by_a_last_day(words: str) -> None:
    assert [str(day(e.application_deadline)) for e in events(f"{HELD} {words}")] == ["2024-05-20"]


@pytest.mark.parametrize("words", ["그날 못 오실 분은 20일까지 알려 주세요.", "작업화 치수는 20일까지 알려 주세요."])
def test_who_cannot_come_applies_for_nothing(words: str) -> None:
    assert [e.application_deadline for e in events(f"{HELD} {words}")] == [None]


def test_what_an_item_of_a_list_is_about_is_what_its_last_day_is_for() -> None:
    text = f"{HELD}\n26일 오후 2시에는 살림 상담회를 연다.\n\n* 새솔 학교는 스무 명까지만. 20일까지 댓글 주세요."
    assert {e.title: str(day(e.application_deadline)) for e in events(text)}["새솔 학교"] == "2024-05-20"


def test_a_last_day_that_was_put_off_lies_ahead() -> None:
    text = "새솔센터는 2일 마감할 예정이던 ‘새솔 창업 공모’ 접수를 3일까지로 늘렸다고 밝혔다."
    assert [str(day(e.application_deadline)) for e in events(text)] == ["2024-06-03"]


def test_who_is_visited_is_not_sought() -> None:
    assert len(events(f"{HELD} 모임은 11월까지 마을기업을 찾아가 이야기를 듣는다.")) == 1


def test_items_of_a_list_are_what_their_last_days_are_for() -> None:
    text = (
        "새솔사회적경제재단이 5월에 마감하는 모집을 한데 묶었습니다.\n\n"
        "① 새솔 마을기자단 3기\n여덟 명 / 5월 16일(목) 18시까지\n\n"
        "② 되살림가게 점포주\n가게를 함께 열 두 팀. 5월 20일(월) 오후 5시 마감.\n\n"
        "③ 우리동네 살림 위원\n - 무엇 : 가게를 돌아볼 주민\n - 언제까지 : 이달 말"
    )
    told = {e.title: str(day(e.application_deadline)) for e in events(text, title="5월에 마감하는 모집 세 가지")}
    assert told == {
        "새솔 마을기자단 3기 모집": "2024-05-16",
        "되살림가게 점포주 모집": "2024-05-20",
        "우리동네 살림 위원 모집": "2024-05-31",
    }


def test_a_contest_that_is_put_off_ends_on_the_later_day() -> None:
    text = "새솔협동조합은 ‘새솔 수기 공모전’ 작품 접수를 오는 16일에서 23일 밤 11시로 미뤘다고 알렸다."
    assert [(e.start, str(day(e.application_deadline))) for e in events(text)] == [(None, "2024-05-23")]


@pytest.mark.parametrize(
    "words",
    [
        "새솔 학교는 5월 20일까지 스무 분을 모십니다.",
        "자리가 두 칸 비어 있으니 20일 정오 전에 연락 주시면 됩니다.",
        "신청은 20일에 칼같이 닫습니다.",
    ],
)
def test_last_days_in_other_words(words: str) -> None:
    assert [str(day(e.application_deadline)) for e in events(f"{HELD} {words}")] == ["2024-05-20"]


@pytest.mark.parametrize(
    ("heading", "words"),
    [("【 셋 】 매장 활동가 모십니다", "오전반 한 분."), ("❺ 사람을 찾습니다", "매장 활동가 두 분.")],
)
def test_a_heading_above_says_whom_one_seeks(heading: str, words: str) -> None:
    found = events(f"{HELD}\n\n{heading}\n{words} 자기소개서는 5월 20일까지 a@example.org", title="새솔생협 5월 소식")
    assert [e.title for e in found if e.start is None] == ["매장 활동가 모집"]


def test_a_row_of_a_plan_says_whom_one_seeks_behind_its_last_day() -> None:
    text = f"{HELD}\n\n5. 20.(월)까지 – 체험 안내할 이웃 세 명 뽑습니다. 하루 9만 원."
    assert [e.title for e in events(text) if e.start is None] == ["체험 안내할 이웃 모집"]


def test_no_call_is_called_like_a_letter() -> None:
    found = events(f"{HELD}\n\n3) 적어 내기\n서류는 5월 20일까지 메일로 내 주세요.", title="새솔 편지")
    assert all("편지" not in e.title for e in found)
