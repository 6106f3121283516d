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


@pytest.mark.parametrize(
    ("title", "words", "name", "event"),
    [
        (
            "새솔돌봄사협, 돌봄활동가 2기",
            "돌봄활동가 2기 열다섯 명을 찾는다. 지원서는 20일까지 받는다. 뽑히면 6월 3일 교육을 받는다.",
            "돌봄활동가 모집",
            "교육",
        ),
        (
            "새솔 골목 사진 모은다",
            "조합이 골목의 옛 사진을 모은다. 20일까지 전자우편으로 보내면 된다. 모은 사진은 6월 6일 전시한다.",
            "옛 사진 모집",
            "전시",
        ),
        (
            "새솔 꾸러미 시민 평가단 30명 모은다",
            "평가단은 서른 명으로 20일까지 누리집으로 신청을 받아 22일 알린다. 6월 4일 오후 2시 첫 모임을 연다.",
            "평가단",
            "모임",
        ),
    ],
)
def test_what_those_chosen_come_to_is_not_what_one_applies_to(title: str, words: str, name: str, event: str) -> None:
    found = events(f"새솔사회적협동조합 소식이다. {words}", title)
    assert day(the(found, name).application_deadline) == date(2024, 5, 20)
    assert [e.title for e in found if e.title.endswith(event) and e.application_deadline] == []


def test_a_help_that_is_asked_for_is_a_call_beside_the_market() -> None:
    text = (
        "새솔장터가 5월 25일 토요일 낮 12시 은빛공원에서 열려요. 협동조합 열두 곳이 나옵니다.\n"
        "노래든 춤이든 15분 무대에 서 주실 분을 찾아요. 5월 15일까지 댓글 남겨 주세요."
    )
    found = events(text, "새솔장터에서 만나요", "board")
    assert day(the(found, "무대에 서 주실 분 모집").application_deadline) == date(2024, 5, 15)
    assert the(found, "새솔장터").application_deadline is None


@pytest.mark.parametrize(
    ("title", "words", "last"),
    [
        ("(재공고) 자활기업 창업팀 모집", "처음에는 5월 3일까지였으나 5월 17일까지로 늘립니다.", date(2024, 5, 17)),
        ("마을학교 강사 초빙", "분야: 목공\n지원: 5월 24일까지 수업계획서를 전자우편으로", date(2024, 5, 24)),
        (
            "[안내] 새솔 성장 프로그램 참여기업 모집 연장",
            "당초: 2024. 4. 22. ~ 5. 8.\n변경: 2024. 4. 22. ~ 5. 17. 18시까지",
            date(2024, 5, 17),
        ),
    ],
)
def test_ways_a_notice_says_until_when(title: str, words: str, last: date) -> None:
    (call,) = events(f"새솔사회적협동조합입니다.\n{words}", title, "board")
    assert day(call.application_deadline) == last


def test_a_window_that_is_over_is_of_no_event() -> None:
    text = (
        "새솔사회적협동조합은 지난 3일 ‘새솔 서포터즈’ 4기 발대식을 열었다. "
        "서포터즈는 지난달 8일부터 19일까지 모집했으며 57명이 지원했다."
    )
    assert [e.application_deadline for e in events(text, "‘새솔 서포터즈’ 4기 발대식 열려")] == [None]


def test_an_item_that_opens_one_day_and_closes_another_is_one_call() -> None:
    text = (
        "새솔 사회적경제 소식이다.\n\n"
        "◇신협 = 새솔신협이 사회적기업에 빌려주는 ‘온누리 대출’ 2차 접수를 13일 시작한다. 마감은 31일이다.\n\n"
        "◇생협 = 푸른생협이 6월 1일 오전 10시 본점에서 바자회를 연다."
    )
    call = the(events(text, "[단신] 신협·생협"), "온누리 대출 2차 접수")
    assert (day(call.start), day(call.application_deadline)) == (date(2024, 5, 13), date(2024, 5, 31))
