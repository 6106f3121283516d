"""Notices as chat groups, letters and offices pass them on: pictures for labels, names below, headings in numbers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from pipelines.extract.times import find_times
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "한들협동조합 소식", channel: str = "board") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


def told(found: list[Event]) -> list[tuple[str, str]]:
    return [(e.title, str(e.start)[:16].replace(" ", "T")) for e in found]


FORWARDED = """[전달] 어제 단톡방에 온 안내 옮깁니다.

📣 한들협동조합 첫걸음 교실
🗓 5/21(화) 저녁 7시~9시
📍 한들시 새길동 나눔회관 2층
✍️ 5월 17일(금)까지 문자로
💰 만 원
"""


def test_pictures_stand_for_labels() -> None:
    (event,) = events(FORWARDED, "[전달] 첫걸음 교실")
    assert told([event]) == [("한들협동조합 첫걸음 교실", "2024-05-21T19:00")]
    assert event.venue == "한들시 새길동 나눔회관 2층" and event.fee == "만 원"
    assert str(event.application_deadline)[:10] == "2024-05-17"
    start, end = event.evidence["venue"][0]
    assert FORWARDED[start:end] == event.venue


def test_a_picture_before_a_heading_is_no_label() -> None:
    text = "📅 5월 달력 나왔어요\n\n한들협동조합 조합원이 612명이 되었습니다. 모두 고맙습니다."
    assert events(text) == []


LETTER = """한들협동조합이 띄우는 편지입니다.

✦ 5. 18. 토 / 열한 시~네 시 / 한들역 1번 출구 광장
   되살림장터. 협동조합 열두 곳이 고쳐 쓴 물건을 들고 나와요.

✦ 5. 22. 수 / 오후 2시 / 센터 3층
   처음 만나는 협동조합 회계 교실. 열 명만 모십니다.
"""


def test_names_stand_below_when_and_where() -> None:
    assert told(events(LETTER)) == [
        ("되살림장터", "2024-05-18T11:00"),
        ("처음 만나는 협동조합 회계 교실", "2024-05-22T14:00"),
    ]


def test_heavy_bars_part_the_cells_of_a_row() -> None:
    text = (
        "한들협동조합이 여는 자리\n"
        "14일(화) 14시 ┃ 새내기 협동조합 상담의 날 ┃ 센터 상담실\n"
        "18일(토) 11시부터 16시 ┃ 되돌림 장터 ┃ 한들 야외음악당 앞\n"
        "23일(목) 19시 ┃ 마을 영화 상영회 ┃ 줌\n"
    )
    found = events(text, "다달이 5월호")
    assert told(found) == [
        ("새내기 협동조합 상담의 날", "2024-05-14T14:00"),
        ("되돌림 장터", "2024-05-18T11:00"),
        ("마을 영화 상영회", "2024-05-23T19:00"),
    ]


def test_a_window_that_opens_and_closes() -> None:
    text = (
        "한들시가 ‘2024 한들 소셜벤처 공모’를 연다. 접수창은 10일 오전 9시에 열려 31일 오후 6시에 닫힌다.\n"
        "만 19세를 넘겼다면 사는 곳을 따지지 않는다."
    )
    (call,) = events(text, "한들시 소셜벤처 찾습니다", "news")
    assert call.title == "2024 한들 소셜벤처 공모"
    assert str(call.application_deadline)[:16] == "2024-05-31 18:00"


NUMBERED = """2024년 마을기업 육성사업 신청 공고

한들군은 마을기업을 다음과 같이 모집합니다.
1. 신청자격: 주민 5인 이상이 출자한 법인
2. 필수교육(입문과정)
  가. 일시: 2024. 6. 4.(화) ~ 6. 5.(수)
  나. 장소: 한들군 새길관 세미나실
3. 접수: 2024. 5. 24.(금) 09:00 ~ 6. 19.(수) 18:00
"""


def test_a_numbered_heading_names_the_event_of_its_fields() -> None:
    found = {str(e.start)[:10]: e.title for e in events(NUMBERED, "2024년 마을기업 육성사업 신청 공고")}
    assert found["2024-06-04"].startswith("필수교육") and "육성사업" in found["2024-05-24"]


def test_an_outline_heading_does_not() -> None:
    text = NUMBERED.replace("필수교육(입문과정)", "행사 개요").replace("3. 접수", "3. 기타")
    assert all("개요" not in e.title for e in events(text, "2024 한들 마을기업 한마당"))


@pytest.mark.parametrize("sign", ["☞", "→", ":", "ㅣ"])
def test_what_is_asked_and_answered(sign: str) -> None:
    text = (
        "숫자 앞에 서면 작아지는 대표님들께\n\n한들협동조합연합회입니다.\n"
        f"◈ 무엇을 {sign} 작은 협동조합을 위한 회계 교실\n"
        f"◈ 언제 {sign} 5월 24일(금) 10시~16시\n◈ 어디서 {sign} 새길시장 2층 나눔부엌\n"
    )
    (event,) = events(text, "숫자 앞에 서면 작아지는 대표님들께")
    assert told([event]) == [("작은 협동조합을 위한 회계 교실", "2024-05-24T10:00")]


def test_what_is_done_there_is_no_name() -> None:
    text = "한들협동조합 봄 총회\n\n● 언제 : 5월 24일(금) 14시\n● 무엇을 : 결산 승인, 임원 뽑기\n"
    assert [e.title for e in events(text, "한들협동조합 봄 총회")] == ["한들협동조합 봄 총회"]


def test_a_weekday_of_a_run_told_before() -> None:
    text = "‘한들 한마당’을 5월 24일(금)부터 26일(일)까지 연다. 닫는 날인 일요일 오후 2시에는 노래자랑이 있다."
    days = [str(t.start)[:16] for t in find_times(text, PUBLISHED)]
    assert days == ["2024-05-24", "2024-05-26 14:00"]


def test_a_weekday_beside_a_long_window_is_the_next_one() -> None:
    text = "5월 10일부터 6월 28일까지 신청을 받는다. 설명회는 토요일 오후 2시에 연다."
    assert str(find_times(text, PUBLISHED)[-1].start)[:10] == "2024-05-11"


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("5/14·16·21·23 (화·목) 저녁 7시", "members=2024-05-14+2024-05-16+2024-05-21+2024-05-23"),
        ("2024.5.14, 21, 28(화) 14:00", "members=2024-05-14+2024-05-21+2024-05-28"),
    ],
)
def test_days_listed_behind_a_short_date(words: str, members: str) -> None:
    (when,) = find_times(words, PUBLISHED)
    assert when.kind == "set" and members in when.flags and when.span == (0, len(words))


@pytest.mark.parametrize("words", ["2.5, 3, 1 (수)", "5/14·16 점", "4.5, 6.7배"])
def test_numbers_that_are_no_list_of_days(words: str) -> None:
    assert all(when.kind != "set" for when in find_times(words, PUBLISHED))


@pytest.mark.parametrize("words", ["오늘 아침 접기로 하였습니다", "없던 일로 했습니다", "열지 않기로 했습니다"])
def test_plain_words_of_cancelling(words: str) -> None:
    text = f"한들협동조합입니다. 24일(금) 오후 2시 새길회관에서 하려던 설립 설명회는 {words}. 죄송합니다."
    assert {e.status for e in events(text, "설립 설명회 알림")} == {"cancelled"}
