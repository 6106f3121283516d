"""Calls and their last days in the words of letters, minutes and small papers; in words of our own, both directions."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.pipelines.extract.test_event_deadlines import HELD, day, events, the


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("서류는 13일 문을 열어 24일 오후 6시에 닫는다.", date(2024, 5, 13), date(2024, 5, 24)),
        ("원서 접수는 13일에 시작해 24일에 마친다.", date(2024, 5, 13), date(2024, 5, 24)),
        ("13일(월)에 창구가 열리고 24일(금) 오후 4시면 닫힙니다.", date(2024, 5, 13), date(2024, 5, 24)),
        ("이력서는 13일부터 받기 시작하고 24일 금요일이 끝이에요.", date(2024, 5, 13), date(2024, 5, 24)),
        ("마지막으로 서류를 받는 날은 24일이다.", None, date(2024, 5, 24)),
    ],
)
def test_ends_told_by_what_an_office_does(words: str, first: date | None, last: date) -> None:
    text = f"새솔협동조합이 마을 가게 운영팀을 찾는다. {words} 문의 02-000-0000."
    (call,) = events(text, "새솔협동조합, 마을 가게 운영팀 찾는다")
    assert (day(call.application_start), day(call.application_deadline)) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "가게는 13일 문을 열어 24일 오후 6시에 닫는다.",
        "전시는 13일에 시작해 24일에 마친다.",
        "지난 4월 접수는 1일 시작해 9일에 마쳤다.",
    ],
)
def test_what_a_shop_or_a_show_does_is_no_application(words: str) -> None:
    found = events(f"새솔협동조합이 은빛회관에 가게를 꾸렸다. {words}", "새솔협동조합 가게 소식")
    assert [e.application_deadline for e in found if e.application_deadline] == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("감사 후보 등록은 20일 18시까지 사무국으로 해 주세요.", "감사 후보 등록"),
        ("이사와 감사로 나설 분은 20일까지 사무국에 서류를 내시면 됩니다.", "이사·감사 후보 등록"),
        ("이사 두 분을 새로 모십니다. 나서 주실 분은 20일까지 후보 등록 서류를 내 주세요.", "이사 후보 등록"),
    ],
)
def test_to_stand_for_an_office_is_a_call_beside_the_assembly(words: str, title: str) -> None:
    text = f"새솔협동조합 임시총회를 25일 오후 2시 은빛회관에서 엽니다.\n\n{words}"
    found = events(text, "새솔협동조합 임시총회 안내", "board")
    assert day(the(found, title).application_deadline) == date(2024, 5, 20)
    assert the(found, "임시총회").application_deadline is None


def test_to_come_to_an_assembly_is_none() -> None:
    text = "새솔협동조합 총회를 25일 오후 2시 은빛회관에서 엽니다. 이사를 뽑습니다. 오실 분은 20일까지 신청해 주세요."
    (assembly,) = events(text, "새솔협동조합 총회 안내", "board")
    assert day(assembly.application_deadline) == date(2024, 5, 20)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "혹시 그날 천막 같이 쳐 주실 분? 두 분만 더 있으면 돼요. 20일까지 저한테 쪽지 주세요.",
            "천막 같이 쳐 주실 분",
        ),
        ("배달 사업단에서 일할 참여자 6명을 20일까지 받는다.", "배달 사업단에서 일할 참여자"),
        ("새 발전소에 넣을 출자는 20일까지 받습니다. 한 구좌 오만 원.", "출자"),
        ("돌봄 선생님 두 분 더 모시기. 20일까지 이력서 받음.", "돌봄 선생님"),
    ],
)
def test_what_is_asked_in_other_words_has_a_name(words: str, title: str) -> None:
    found = events(
        f"새솔협동조합 식구들께.\n\n25일 토요일 오후 2시 은빛공원에서 새솔 장터를 엽니다.\n\n{words}",
        "봄 소식",
        "board",
    )
    assert day(the(found, title).application_deadline) == date(2024, 5, 20)
    assert the(found, "장터").application_deadline is None


def test_who_is_to_help_on_the_day_itself_is_no_call() -> None:
    text = "새솔협동조합은 25일 오후 2시 은빛공원에서 새솔 장터를 엽니다. 그날 한 시까지 나와 의자 날라 주실 분?"
    assert [e.application_deadline for e in events(text, "장터 일손", "board")] == [None]


def test_a_bare_word_for_applying_is_no_name() -> None:
    text = (
        "새솔협동조합이 내년에 함께할 새 조합원 가정을 모집한다.\n\n"
        "원서 접수는 13일 아침 9시에 시작해 24일 오후 5시에 끝나며 우편으로만 받는다."
    )
    (call,) = events(text, "새솔협동조합, 내년 식구 찾는다")
    assert "조합원 가정" in call.title
    assert isinstance(call.application_deadline, datetime)


def test_the_course_of_a_text_is_joined_still() -> None:
    found = events(f"{HELD} 신청은 20일까지.")
    assert [day(e.application_deadline) for e in found] == [date(2024, 5, 20)]


WEEK = (
    "새솔협동조합은 21일부터 25일까지 은빛광장에서 ‘새솔 주간’을 연다.\n\n"
    "24일 오후 2시에는 같은 곳에서 바느질 교실이 열린다. 어린이 열다섯 명까지 앉는다. "
)


def test_a_part_told_in_the_paragraph_is_what_one_signs_up_for() -> None:
    found = events(WEEK + "18일까지 전화로 이름을 올리면 된다.")
    assert day(the(found, "교실").application_deadline) == date(2024, 5, 18)
    assert [e.application_deadline for e in found if "교실" not in e.title] == [None]
    found = events(WEEK + "\n\n주간 참가 신청은 18일까지 전화로 받는다.")
    assert [day(e.application_deadline) for e in found if "교실" not in e.title] == [date(2024, 5, 18)]


@pytest.mark.parametrize(
    "words",
    [
        "구매상담을 원하는 기업은 18일까지 조합으로 신청해야 한다.",
        "구매상담회만 미리 신청해야 한다. 18일까지 누리집에서 받는데 자리는 서른 곳이다.",
    ],
)
def test_who_wants_a_part_and_what_alone_is_signed_up_for(words: str) -> None:
    text = (
        "새솔협동조합은 21일부터 25일까지 은빛광장에서 ‘새솔 박람회’를 연다.\n\n"
        "21일 오후 2시 구매상담회가, 24일 오후 2시 달빛음악회가 열린다.\n\n" + words
    )
    found = events(text)
    assert day(the(found, "구매상담회").application_deadline) == date(2024, 5, 18)
    assert [e.application_deadline for e in found if "구매상담회" not in e.title] == [None, None]


def test_the_last_day_of_the_next_market_is_not_of_the_one_that_was() -> None:
    text = (
        "새솔협동조합이 여는 나비장터에 다녀왔어요. 4월 27일 낮 12시부터 은빛공원이었습니다.\n\n"
        "다음 장터는 5월 25일 토요일이랍니다. 자리 신청은 5월 18일까지 받는대요."
    )
    found = events(text, "나비장터 다녀온 이야기", "board")
    assert {day(e.start): day(e.application_deadline) for e in found} == {
        date(2024, 4, 27): None,
        date(2024, 5, 25): date(2024, 5, 18),
    }


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("예약은 수업 이틀 전까지 전화로 한다.", None),
        ("신청은 전날 정오까지 문자로 한다.", None),
        ("5월 16일 첫 시간에 오실 분은 14일까지 신청하면 된다.", date(2024, 5, 14)),
    ],
)
def test_a_day_before_each_time_is_no_last_day(words: str, last: date | None) -> None:
    text = f"새솔협동조합의 ‘반찬교실’이 5월 16일부터 6월 20일까지 매주 목요일 오전 10시 은빛회관에서 열린다. {words}"
    assert [day(e.application_deadline) for e in events(text)][:1] == [last]


def test_a_day_before_each_of_two_days_is_one() -> None:
    text = "새솔협동조합은 설명회를 14일과 21일 오후 2시 은빛회관에서 연다. 신청은 각 설명회 사흘 전까지 받는다."
    assert sorted(str(day(e.application_deadline)) for e in events(text)) == ["2024-05-11", "2024-05-18"]


@pytest.mark.parametrize("each", ["각 수업 사흘 전까지", "수업마다 사흘 전까지", "매 수업의 사흘 전까지"])
def test_a_day_before_each_is_of_sittings_of_other_names_too(each: str) -> None:
    text = (
        "새솔협동조합 부엌에서 손맛 수업을 엽니다.\n\n- 5월 18일(토) 오전 10시 장 담그기\n- 5월 25일(토) 오전 10시 "
        f"두부 만들기\n- 6월 1일(토) 오전 10시 김치 담그기\n\n신청은 {each} 문자로 주세요."
    )
    last = sorted(str(day(e.application_deadline)) for e in events(text, "손맛 수업", "board"))
    assert last == ["2024-05-15", "2024-05-22", "2024-05-29"]


def test_opinions_are_called_for_where_the_news_says_so() -> None:
    text = (
        "새솔협동조합이 ‘새솔 다섯 해 계획’ 초안을 7일 내놓았다.\n\n"
        "25일 오후 2시 은빛회관에서 공청회를 연다. 오기 어려우면 20일까지 누리집으로 의견을 내면 된다."
    )
    found = events(text, "새솔협동조합, 계획 초안 공개…이웃 의견 듣는다")
    assert day(the(found, "의견 접수").application_deadline) == date(2024, 5, 20)
    assert the(found, "공청회").application_deadline is None
    assembly = "새솔협동조합 총회를 25일 오후 2시 은빛회관에서 엽니다. 안건에 의견을 내실 분은 20일까지 보내 주세요."
    assert [e.application_deadline for e in events(assembly, "새솔협동조합 총회 안내", "board")] == [None]


def test_an_article_of_rules_is_no_name() -> None:
    text = (
        "새솔협동조합 마을 가게 공모 요강\n\n제1조(목적) 이웃이 꾸리는 마을 가게를 돕는다.\n"
        "제4조(접수) 이달 열사흘부터 스무나흘까지 사무국에서 받는다."
    )
    found = events(text, "새솔협동조합 마을 가게 공모 요강", "board")
    assert [e.title for e in found if "조(" in e.title] == []
    assert date(2024, 5, 24) in {day(e.application_deadline) for e in found}


@pytest.mark.parametrize(
    "rest", ["칠월엔 쉽니다.", "7월엔 쉽니다.", "7월 한 달은 쉬어요.", "7월에는 쉬고 8월에 다시 만나요."]
)
def test_a_month_of_rest_is_no_day(rest: str) -> None:
    text = f"새솔협동조합 밥상모임은 매달 둘째 목요일 저녁 7시 은빛회관에서 합니다. {rest}"
    assert [day(e.start) for e in events(text, "새솔 밥상모임", "board")] == [date(2024, 5, 9)]


def test_whom_a_named_round_seeks_is_of_no_opening_ceremony() -> None:
    text = (
        "새솔협동조합과 함께 쓰고 찍을 청년을 찾습니다!\n\n✔ 언제까지: 5월 20일(월)까지\n✔ 몇 명: 글 기자 10명\n\n"
        "뽑힌 분은 5월 25일(토) 오후 2시 은빛회관에서 열리는 발대식에 오셔야 해요."
    )
    found = events(text, "새솔 청년 서포터즈 ‘한이음’ 3기를 뽑아요", "board")
    assert day(the(found, "모집").application_deadline) == date(2024, 5, 20)
    assert the(found, "발대식").application_deadline is None


def test_a_month_that_is_named_is_not_moved_to_that_of_the_event() -> None:
    text = (
        "새솔협동조합은 ‘새솔 박람회’를 7월 25일부터 27일까지 은빛광장에서 연다. "
        "참가를 원하는 기업은 6월 4일까지 신청하면 된다."
    )
    assert [day(e.application_deadline) for e in events(text)] == [date(2024, 6, 4)]
