"""Tables and lists of days: numbered sittings, columns, days that go round places; hours of a house are no event."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
Told = list[tuple[str, str]]


def events(text: str, title: str) -> list[Event]:
    found = read(Document("x", "board", title, text, PUBLISHED)).events
    return [event for event in found if event.role == "main"]


def told(text: str, title: str = "들마루협동조합 5월 소식") -> Told:
    return [(e.title, e.start.isoformat()[:16]) for e in events(text, title) if e.start]


TABLE = (
    "■ 관절학교 3기\n다섯 번째 마련하는 자리입니다.\n차수 날짜 무엇을\n"
    "1 5.23 무릎 펴기\n2 5.30 물에서 걷기\n3 6.13 약 먹는 법\n"
)


def test_numbers_in_front_of_the_days_of_a_table_are_no_months() -> None:
    found = told(TABLE + "6월 6일은 현충일이라 건너뜁니다.", "들마루의료사협 소식 12호 (2024년 5월)")
    assert ("관절학교 3기", "2024-05-23") in found
    assert [day for title, day in found if "차" in title] == ["2024-05-23", "2024-05-30", "2024-06-13"]
    assert not [day for _, day in found if day == "2024-06-06"]


def test_a_figure_outside_such_a_table_is_no_day() -> None:
    assert told("작년 값은 5.23 올해 값은 5.30 입니다. 관절학교는 다음에 알립니다.") == []


@pytest.mark.parametrize(
    "hours",
    [
        "■ 진료 시간이 바뀝니다\n요일\n월·수·금\n오전 9시~오후 6시\n요일\n화·목\n오후 1시~저녁 8시",
        "일하는 때\n월~금 9시부터 18시",
    ],
)
def test_opening_hours_are_nobodys_event(hours: str) -> None:
    text = f"{hours}\n\n■ 알림\n5월 18일 토요일 오전 10시 들마루 한마당을 마을회관에서 엽니다."
    assert [day for _, day in told(text)] == ["2024-05-18T10:00"]


def test_what_stands_behind_a_day_and_a_sign_is_its_name() -> None:
    text = (
        "들마루 주간에 갈 만한 자리를 추렸다.\n\n"
        "○20일(월)=새내기 조합 밥상. 낮 12시 구청 앞뜰에서 차린다. 값은 낼 만큼.\n"
        "○21일(화)=일터 구경. 버스가 오전 9시 구청 앞에서 떠난다.\n"
        "○22일(수)=기념식 오후 4시 새길공원. 이어 5시부터 밤 9시까지 달맞이장터."
    )
    assert told(text) == [
        ("새내기 조합 밥상", "2024-05-20T12:00"),
        ("일터 구경", "2024-05-21"),
        ("들마루협동조합 기념식", "2024-05-22T16:00"),
        ("달맞이장터", "2024-05-22T17:00"),
    ]


def test_the_next_meeting_of_minutes_is_called_like_this_one() -> None:
    text = "일시: 2024년 5월 6일(월) 19시\n1. 장터 자리 정하기\n2. 다음 회의: 6월 3일(월) 19시, 같은 곳"
    assert ("6월 이사회", "2024-06-03T19:00") in [
        (title.removeprefix("들마루협동조합 "), day) for title, day in told(text, "들마루협동조합 5월 이사회 회의록")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "모임 날 투표 결과\n 5/24(금) ▒▒▒ 6표\n 5/31(금) ▒▒ 4표",
        "■ 정비소 추석 쉼 9/14~9/18",
        "■ 조건\n ○ 근무 시작 : 6월 3일부터\n ○ 입주 기간: 2024년 7월 1일부터 2년",
        "20(월) 19:00 해당 없음\n21(화) 19:00 비움의 날(행사 없음)\n22(수) 19:00 해당 없음",
    ],
)
def test_votes_rests_and_terms_are_no_events(text: str) -> None:
    assert told(text) == []


def test_days_of_a_column_of_last_days_are_those_of_calls() -> None:
    text = (
        "미리 챙길 날을 표로 정리했다.\n\n구분 / 마감 / 비고\n"
        "살림 대회 원서 / 5월 24일(금) 18시 / 세 명 한 팀\n자원활동가 / 5월 31일(금) / 40명\n"
        "체험 부스 예약 / 6월 7일(금)부터 10일까지 / 18종\n\n많이 와 주기 바란다."
    )
    found = [(e.title, str(e.application_deadline)[:16]) for e in events(text, "들마루협동조합 박람회 마감일 한눈에")]
    assert found == [
        ("살림 대회 모집", "2024-05-24 18:00"),
        ("자원활동가 모집", "2024-05-31"),
        ("체험 부스 예약", "2024-06-10"),
    ]


def test_words_in_a_column_of_names_are_names() -> None:
    text = (
        "이달 소모임이에요.\n\n"
        "쑥찜방         21일, 28일 (화) 오전 10시   1층 온돌방\n"
        "느린 산책      25일 (토) 오전 7시          저수지 주차장\n"
        "벽 그림판      18일 (토) 오후 1시          읍내 골목 (비 오면 25일)"
    )
    found = told(text)
    assert {("느린 산책", "2024-05-25T07:00"), ("벽 그림판", "2024-05-18T13:00")} <= set(found)
    assert [day for title, day in found if title.startswith("쑥찜방")] == ["2024-05-21T10:00", "2024-05-28T10:00"]


def test_what_stands_over_the_columns_is_what_all_are() -> None:
    text = (
        "■ 대의원 선거구 모임\n"
        "  제1선거구(바깥)     5월 20일 월요일 19시  조합 사무실\n"
        "  제2선거구(안쪽)     5월 21일 화요일 19시  새길 주민방\n"
        "  제3선거구(끝집)     5월 23일 목요일 19시  작은도서관"
    )
    names = [title for title, _ in told(text, "들마루협동조합 선거구 모임 알림")]
    assert len(names) == 3
    assert all("모임" in name and f"제{n}선거구" in name for n, name in enumerate(names, 1))


def test_numbers_in_words_tell_sittings_apart() -> None:
    text = (
        "두 번 문을 엽니다.\n   터전 여는 날 하나 : 5월 18일 토요일 10:30\n   터전 여는 날 둘 : 5월 25일 토요일 10:30"
    )
    assert told(text) == [("터전 여는 날 하나", "2024-05-18T10:30"), ("터전 여는 날 둘", "2024-05-25T10:30")]


def test_a_place_of_a_round_is_no_name() -> None:
    text = (
        "■ 들마루협동조합 ‘찾아가는 살림 버스’ 일정 (오전 10시~오후 4시)\n ▷ 16일(목) 윗마을 주민센터 앞\n"
        " ▷ 23일(목) 아랫마을 공판장 옆\n ▷ 30일(목) 안마을 도서관 맞은편"
    )
    assert not [title for title, _ in told(text) if title.endswith(("앞", "옆", "맞은편"))]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("‘내 손으로 빚는 찻잔’ 체험은 25일 오전 10시와 오후 2시에 두 번 엽니다.", ["10:00", "14:00"]),
        ("‘내 손으로 빚는 찻잔’ 체험이 25일 두 차례(오후 2시·4시) 열립니다.", ["14:00", "16:00"]),
        ("‘내 손으로 빚는 찻잔’ 체험은 25일 오전 10시에 열고 오후 2시에 마칩니다.", ["10:00"]),
    ],
)
def test_an_event_held_twice_a_day_is_two(text: str, hours: list[str]) -> None:
    found = told(f"들마루협동조합입니다.\n{text}")
    assert [day for _, day in found] == [f"2024-05-25T{hour}" for hour in hours]
    assert len({title for title, _ in found}) == len(hours)


@pytest.mark.parametrize(
    "table",
    [
        "구분   |  고치기 전   |  고친 뒤\n교육일  |  5. 23.(목)  |  5. 30.(목)\n시간  |  14:00~17:00  |  변동 없음\n"
        "장소   |  은빛청소년관  |  솔내도서관 강의실\n신청 마감  |  5. 18.(토)  |  5. 21.(화)",
        " 구분        당초                변경\n--------------------------------\n 교육일   5. 23.(목)   5. 30.(목)\n"
        " 요일   목요일                 목요일 (같음)\n 시간   14:00~17:00           14:00~17:00 (같음)\n"
        " 장소   은빛청소년관         솔내도서관 강의실",
        "            바뀌기 전              바뀐 뒤\n장소     은빛청소년관     솔내도서관 강의실\n"
        "때         5/23 목 10~18시       5/30 목 14~17시",
    ],
)
def test_what_was_stands_beside_what_is(table: str) -> None:
    text = f"들마루협동조합 살림회계 교육의 날짜와 장소를 바꿉니다.\n\n{table}\n\n나머지는 같습니다."
    found = [e for e in events(text, "들마루협동조합 살림회계 교육 변경") if e.start is not None]
    assert [(str(e.start)[:16], str(e.end)[:16], e.venue) for e in found] == [
        ("2024-05-30 14:00", "2024-05-30 17:00", "솔내도서관 강의실")
    ]


def test_a_row_for_each_area() -> None:
    text = (
        "들마루협동조합이 아래처럼 세 도시를 돕니다. 가까운 곳 한 군데만 오시면 됩니다.\n\n"
        "원주　5월 17일(금) 오후 2시　중앙도서관 강의실\n강릉　18일(토) 오후 2시　상공회의소 3층\n"
        "춘천　19일(일) 오전 10시 30분　나눔회관 2층"
    )
    assert told(text, "협동조합 결산 순회설명회 안내") == [
        ("협동조합 결산 순회설명회 원주", "2024-05-17T14:00"),
        ("협동조합 결산 순회설명회 강릉", "2024-05-18T14:00"),
        ("협동조합 결산 순회설명회 춘천", "2024-05-19T10:30"),
    ]
    venues = [e.venue for e in events(text, "협동조합 결산 순회설명회 안내")]
    assert venues == ["중앙도서관 강의실", "상공회의소 3층", "나눔회관 2층"]
