"""What calls are named where no word for one stands beside their last day; in words of our own, both directions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pipelines.extract.test_event_deadlines import day, events, the

MARKET = "새솔협동조합 식구들께.\n\n25일 토요일 오후 2시 은빛공원에서 새솔 장터를 엽니다.\n\n"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("협동조합은 13일부터 24일까지 서른 살이 안 된 새내기 조합원을 받는다.", "새내기 조합원 모집"),
        ("협동조합은 13일부터 24일까지 조합원을 더 받는다.", "조합원 모집"),
        ("이번에 식구가 되실 이웃은 13일부터 24일까지 매점 책상에서 가입서를 써 주세요.", "조합원 모집"),
        ("마을 부엌 이름을 이웃에게 묻는다. 24일까지 누리집에 이름과 뜻을 적어 내면 된다.", "부엌 이름 공모"),
        ("올해 두 번째 소액대출을 풉니다. 접수는 13일부터 24일까지입니다.", "소액대출 신청"),
        ("‘새솔 이음반’ 3기도 곧 문을 연다. 조합이 13일부터 24일까지 서른 명을 모집한다.", "새솔 이음반 3기"),
    ],
)
def test_who_is_taken_in_or_what_names_the_call(words: str, title: str) -> None:
    found = events(f"새솔협동조합이 장을 담갔다.\n\n{words}", "간장 대신 된장…새솔 사람들의 봄")
    assert day(the(found, title).application_deadline) == date(2024, 5, 24)


def test_members_sought_beside_a_market_are_the_bodys() -> None:
    found = events(
        MARKET + "새 조합원을 모십니다. 13일부터 20일까지 종이를 채워 사무실에 내 주세요.", "봄 편지", "board"
    )
    call = the(found, "조합원 모집")
    assert (day(call.application_start), day(call.application_deadline)) == (date(2024, 5, 13), date(2024, 5, 20))
    assert "장터" not in call.title


@pytest.mark.parametrize(
    "words", ["회비는 13일부터 20일까지 계좌로 보내 주세요.", "13일부터 20일까지 장터 의견을 적어 주세요."]
)
def test_what_else_is_handed_in_is_no_call(words: str) -> None:
    assert [e.title for e in events(MARKET + words, "봄 편지", "board") if e.application_start] == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("이번에는 대의원도 새로 뽑습니다. 나서실 분은 20일까지 사무국 장부에 이름을 올려 주세요.", "대의원 후보 등록"),
        ("이사 3명과 감사 1명을 새로 뽑습니다. 추천서는 20일까지 사무국에 내 주십시오.", "이사·감사 후보 등록"),
        (
            "임원 후보 등록\n13일부터 20일까지 추천서를 사무국에 내 주십시오. 공약은 총회 사흘 앞에 올립니다.",
            "임원 후보 등록",
        ),
    ],
)
def test_offices_to_be_filled_are_told_in_the_sentence_before_or_above(words: str, title: str) -> None:
    text = f"새솔협동조합 정기총회를 25일 오후 2시 은빛회관에서 엽니다.\n\n{words}"
    found = events(text, "새솔협동조합 정기총회 안내", "board")
    assert day(the(found, title).application_deadline) == date(2024, 5, 20)
    assert the(found, "정기총회").application_deadline is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("새솔 가게에서 함께 일할 동무를 기다립니다", "새솔 가게에서 함께 일할 동무 모집"),
        ("새솔 매점 조합원 되실 분 손!", "새솔 매점 조합원 모집"),
        ("새솔 장터 참여단체 찾음", "새솔 장터 참여단체 모집"),
    ],
)
def test_a_title_that_invites_names_whom(title: str, name: str) -> None:
    text = "새솔협동조합입니다.\n\n받는 때 : 5월 13일부터 24일까지\n문의 : 02-000-0000"
    assert [e.title for e in events(text, title, "board")] == [name]


def test_each_programme_of_a_paragraph_has_its_own_call() -> None:
    text = (
        "새솔재단이 사회적경제 지원사업을 두 갈래로 나눠 받는다.\n\n"
        "‘첫걸음 도움’은 갓 세운 조합 열 곳을 돕는다. 접수는 13일부터 24일까지다.\n\n"
        "마지막은 ‘살림 연구 공모’다. 연구팀 여섯을 뽑는다. 제안서는 31일까지 내면 된다."
    )
    found = events(text, "새솔재단, 올해 사회적경제 지원사업 두 갈래로 나눠 접수")
    assert day(the(found, "첫걸음 도움").application_deadline) == date(2024, 5, 24)
    assert day(the(found, "살림 연구 공모").application_deadline) == date(2024, 5, 31)


def test_a_rubric_is_no_name() -> None:
    text = (
        "새솔협동조합 편지입니다.\n\n하나. 장날\n25일 오후 2시 은빛공원에서 새솔 장터를 엽니다.\n\n"
        "둘. 사람\n조합에서 함께 일할 살림지기 한 사람을 뽑고 있습니다. 20일 오후 6시에 서류를 닫아요."
    )
    found = events(text, "[소식지] 새솔 편지", "board")
    assert day(the(found, "살림지기 모집").application_deadline) == date(2024, 5, 20)


def test_what_opens_later_than_a_call_closes_is_of_something_else() -> None:
    text = "새솔생협 소식. 대의원 나서 주실 분? 13일 18시까지 답문자.\n\n떡 예약은 18일부터 받아요."
    (call,) = [e for e in events(text, "알림문자 모음", "board") if e.application_deadline]
    assert (call.start, day(call.application_deadline)) == (None, date(2024, 5, 13))
    assert "대의원" in call.title


@pytest.mark.parametrize(
    ("headline", "lead", "title"),
    [
        (
            "“우리도 해볼까” 새솔군, 마을기업 꾸릴 동네 찾는다",
            "새솔군이 ‘2024년 새솔형 마을기업’을 할 동네를 찾는다.",
            "2024년 새솔형 마을기업 동네 모집",
        ),
        (
            "새솔 마을기업 내년 지정 접수…24일 마감",
            "새솔시가 2025년도 마을기업 육성사업에 참여할 단체를 찾는다.",
            "2025년도 마을기업 육성사업 참여 단체 모집",
        ),
        (
            "새솔구, 사회적경제 공간 새 운영 법인 찾는다",
            "구는 협동조합이 쓰는 ‘새솔마당 민간위탁 수탁기관 모집’ 공고를 올렸다.",
            "새솔마당 민간위탁 수탁기관 모집",
        ),
        (
            "새솔시, 마을기업 할 마을 다섯 곳 찾는다",
            "시의 공고를 옮겼다.\n\n무엇을\n2024년 새솔시 마을기업 공모",
            "2024년 새솔시 마을기업 공모",
        ),
    ],
)
def test_the_texts_own_name_says_more_than_a_headline(headline: str, lead: str, title: str) -> None:
    (call,) = events(f"{lead}\n\n신청서를 받는 때는 13일부터 24일 저녁 6시까지다.", headline)
    assert (call.title, day(call.application_deadline)) == (title, date(2024, 5, 24))


@pytest.mark.parametrize(
    ("headline", "lead", "title"),
    [
        ("매점 얼굴을 그려 주세요!!! (상은 빵)", "학교협동조합이 엽니다 ▶ ▶ 매점 로고 공모전 ◀ ◀", "매점 로고 공모전"),
        (
            "[공모] 옛 창고의 새 이름을 지어 주세요",
            "협동조합이 맡은 창고에 아직 이름이 없습니다.",
            "옛 창고의 새 이름 공모",
        ),
    ],
)
def test_a_work_that_is_asked_for_is_a_call(headline: str, lead: str, title: str) -> None:
    text = f"{lead}\n\n[누가] 식구면 누구나\n[언제] 5.13(월) ~ 5.24(금)\n\n시상식은 6.7(금) 12시 50분 매점 앞이에요."
    found = events(text, headline, "board")
    assert day(the(found, title).application_deadline) == date(2024, 5, 24)


def test_of_several_calls_in_a_list_none_names_the_others() -> None:
    text = (
        "새솔사회적경제센터 알림입니다.\n\n2024년 새솔 이음반 모집\n2024년 새솔 살림반 모집\n\n"
        "신청은 13일부터 24일까지 받습니다."
    )
    assert [e.title for e in events(text, "새솔센터에서 이웃을 찾습니다", "board")] != ["2024년 새솔 이음반 모집"]


def test_who_takes_in_is_not_what_is_taken_in() -> None:
    text = "재단이 사회적기업에 빌려주는 ‘품앗이 대출’ 이야기다.\n\n기금은 13일부터 24일까지 올해 첫 신청을 받는다."
    (call,) = events(text, "담보 대신 이름 셋…새솔 ‘품앗이 대출’ 신청 열흘")
    assert "품앗이 대출" in call.title
    assert not call.title.startswith("기금")


@pytest.mark.parametrize(
    ("headline", "lead", "name"),
    [
        (
            "우리 빵집 간판을 새로 달려고요",
            "새 간판 글씨를 써 주실 이웃을 찾습니다.\n\n받는 때: 5월 24일까지",
            "간판 글씨를 써 주실 이웃 모집",
        ),
        (
            "돌봄 선생님 면접 보실 분께",
            "[모집] 방과후 돌봄 선생님 2명\n[접수] 13일부터 24일까지, 이메일",
            "방과후 돌봄 선생님 모집",
        ),
        (
            "새 이름 뭐가 좋을까요?",
            "7월 문을 열 공유공간의 이름을 공모합니다.\n기간: 5.13~5.24\n방법: 댓글",
            "공유공간의 이름 공모",
        ),
    ],
)
def test_a_headline_that_only_talks_names_no_call(headline: str, lead: str, name: str) -> None:
    found = events(f"새솔사회적협동조합입니다.\n{lead}", headline, "board")
    assert day(the(found, name).application_deadline) == date(2024, 5, 24)


def test_how_one_chooses_is_not_whom_one_seeks() -> None:
    text = "새솔사회적협동조합 찻집이 문을 연다.\n\n일할 어르신 열 명은 13일부터 24일까지 신청을 받아 뽑는다."
    found = events(text, "어르신 찻집 ‘새솔’ 다음 달 문 연다")
    assert day(the(found, "일할 어르신 모집").application_deadline) == date(2024, 5, 24)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("새솔군이 이웃과 함께 농사짓는 돌봄농장을 맡을 마을 조직을 찾는다.", "돌봄농장을 맡을 마을 조직 모집"),
        ("새솔구가 ‘협동의 집’에 들어올 협동조합 세 곳을 모집한다.", "‘협동의 집’에 들어올 협동조합 모집"),
    ],
)
def test_whom_a_task_awaits_is_told_whole(words: str, name: str) -> None:
    (call,) = events(f"{words} 원서는 13일부터 24일까지 받는다.", "새솔 사회적경제 소식")
    assert (call.title, day(call.application_deadline)) == (name, date(2024, 5, 24))
