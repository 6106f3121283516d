"""Calls told in two sentences, in notices, in round-ups and beside events; in words of our own, both directions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.pipelines.extract.test_event_deadlines import day, events, the


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "새솔협동조합이 ‘2024 새솔 일터 공모’를 7일 시작했다. 원서는 24일 오후 5시까지 받는다.",
            "2024 새솔 일터 공모",
        ),
        ("‘제3회 새솔 겨루기’가 6일 참가팀 접수를 시작했다. 마감은 24일 오후 6시다.", "제3회 새솔 겨루기 참가팀 접수"),
    ],
)
def test_a_first_and_a_last_day_in_two_sentences_are_one_call(words: str, title: str) -> None:
    (call,) = events(words, "새솔협동조합재단, 사회적경제 일감 나눈다")
    assert call.title == title
    assert call.start == call.application_start
    assert (day(call.end), day(call.application_deadline)) == (date(2024, 5, 24), date(2024, 5, 24))


def test_an_event_that_began_is_joined_still() -> None:
    text = "새솔협동조합의 ‘새솔 전시’가 7일 은빛회관에서 시작했다. 해설을 들으려면 24일까지 신청하면 된다."
    assert "새솔 전시" in [e.title for e in events(text, "새솔 전시 열려")]


@pytest.mark.parametrize("field", ["발대식", "본선", "시상식"])
def test_what_those_taken_in_come_to_takes_no_deadline(field: str) -> None:
    text = (
        "새솔사회적협동조합에서 함께 배우고 싶은 이웃을 찾습니다!\n\n"
        f"▶ 접수 : 5. 8.(수) ~ 5. 24.(금) 18:00\n▶ {field} : 6. 8.(토) 14:00 은빛회관 큰방\n▶ 문의 : 02-000-0000"
    )
    found = events(text, "새솔협동청년단 3기를 찾습니다 (~5/24)", "board")
    assert day(the(found, "새솔협동청년단 3기 모집").application_deadline) == date(2024, 5, 24)
    assert the(found, field).application_deadline is None


def test_an_opening_ceremony_that_the_title_names_is_joined() -> None:
    text = "새솔협동조합입니다.\n\n일시 : 5월 25일(토) 14:00\n장소 : 은빛회관\n참가신청 : 5월 20일까지"
    (opening,) = events(text, "새솔 봉사단 발대식 안내", "board")
    assert day(opening.application_deadline) == date(2024, 5, 20)


def test_what_is_told_behind_a_call_is_not_what_it_is_for() -> None:
    text = (
        "새솔협동조합지원단에서 장부 살핌을 마련했습니다.\n\n1) 언제까지 신청하나\n"
        "5월 8일 수요일부터 5월 22일 수요일까지입니다.\n\n"
        "덧붙여 5월 24일(금) 오후 2시 은빛회관에서 ‘새솔 결산 특강’을 엽니다. 누구나 들을 수 있습니다."
    )
    found = events(text, "찾아가는 장부 살핌 신청하세요 (5~6월)", "board")
    assert day(the(found, "찾아가는 장부 살핌 신청").application_deadline) == date(2024, 5, 22)
    assert the(found, "특강").application_deadline is None


def test_a_festival_of_the_next_paragraph_is_not_what_one_signs_up_for() -> None:
    text = (
        "마을기업 새솔협동조합의 마을 살이가 올해도 이어진다. "
        "새솔마을은 8일부터 20일까지 누리집에서 상반기 참가자 열 명을 모집한다."
        "\n\n그에 앞서 25일 저녁 7시에는 은빛마당에서 ‘새솔 별빛잔치’가 열린다."
    )
    found = events(text, "마을기업 새솔마을에 청년이 왔다")
    assert day(the(found, "참가자 모집").application_deadline) == date(2024, 5, 20)
    assert the(found, "별빛잔치").application_deadline is None


def test_stalls_are_for_sellers() -> None:
    text = (
        "새솔협동조합 장터에 함께 설 이웃을 모집합니다.\n\n▣ 장이 서는 날   2024년 5월 25일(토) 10시~15시\n"
        "▣ 자리   은빛공원\n▣ 받는 때   5월 8일 09시 ~ 5월 17일 18시"
    )
    found = events(text, "새솔장터 매대 나눕니다 (5/17 마감)", "board")
    assert day(the(found, "새솔장터 매대 모집").application_deadline) == date(2024, 5, 17)
    assert [e.application_deadline for e in found if "매대" not in e.title] == [None]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "가람 = 새솔햇빛협동조합이 3호기 조합원 출자를 받는다. 13일부터 24일까지이며 한 사람 백만 원이다.",
            "출자 모집",
        ),
        (
            "가람 = 새솔센터는 은빛 소식지를 같이 쓸 시민 기자 다섯 분을 기다립니다. 24일까지 쓴 글을 보내 주세요.",
            "시민 기자",
        ),
    ],
)
def test_an_item_of_news_in_brief_is_named_by_itself(words: str, name: str) -> None:
    text = (
        f"지역 사회적경제 소식을 모았다.\n\n◆ {words}\n\n"
        "◆ 나루 = 협동조합 모래는 18일 오전 11시 강가에서 ‘나루 장터’를 펼친다."
    )
    found = events(text, "[단신] 출자 받고 기자 뽑고")
    assert day(the(found, name).application_deadline) == date(2024, 5, 24)
    assert the(found, "나루 장터").application_deadline is None


def test_the_heading_of_an_item_says_more_than_whom_it_takes() -> None:
    text = (
        "사회적경제센터가 지원사업을 묶어 공고했다.\n\n▲장부 살핌=전문가가 회사를 두 차례 찾아가 장부를 들여다본다. "
        "이달 24일 접수를 마친다.\n\n"
        "▲함께매대 입점=은빛역 ‘새솔상점’ 매대에 물건을 놓을 기업을 찾는다. 접수 기간은 20일~31일.\n\n"
        "▲첫걸음 교실=6월 4일 저녁 7시 은빛회관에서 만난다."
    )
    found = events(text, "[단신] 새솔센터 지원사업 모음")
    assert day(the(found, "장부 살핌").application_deadline) == date(2024, 5, 24)
    assert day(the(found, "함께매대 입점").application_deadline) == date(2024, 5, 31)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("장돌뱅이도 새로 모은다. 다음 장에 나오려는 팀은 20일까지 품목을 보내면 된다.", "장돌뱅이"),
        ("사람도 새로 뽑는다. 13일부터 20일까지 일할 사람 여덟 명의 원서를 받는다.", "직원"),
        ("짐 나르기와 아이 돌봄 자원활동가 열 명, 이쪽은 20일까지 전화 주시면 됩니다.", "자원활동가"),
        ("장터에 물건을 낼 이웃은 13일부터 20일까지 사무실에 서류를 내면 된다.", "새솔장터에 물건을 낼 이웃"),
    ],
)
def test_who_is_sought_beside_a_market(words: str, who: str) -> None:
    text = f"새솔협동조합은 25일 오후 2시 은빛공원에서 ‘새솔장터’를 연다.\n\n{words}"
    found = events(text, "새솔장터 25일 첫선")
    assert day(the(found, f"{who} 모집").application_deadline) == date(2024, 5, 20)
    assert [e.application_deadline for e in found if e.title == "새솔장터"] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "알릴 일이 있는 단체는 수요일 낮까지 편집부로 보내 주세요.",
        "5월 14일부터 6월 18일까지 매주 화 19:00에 만나고 접수는 전화로 한다.",
    ],
)
def test_news_for_the_paper_and_the_end_of_a_rhythm_are_no_last_day(words: str) -> None:
    text = f"새솔협동조합은 25일 오후 2시 은빛공원에서 ‘새솔장터’를 연다.\n\n{words}"
    assert [e.title for e in events(text, "새솔장터 25일 첫선") if e.application_deadline] == []
