"""Letters to members, forwarded posts, minutes, month's calendars, corrections: the forms the eleventh and twelfth
blind sets taught, in words of our own."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.reading import read
from pipelines.extract.relevance import judge
from pipelines.extract.times import find_times
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str, channel: str = "board") -> list[Event]:
    kind = "board" if channel == "board" else "news"
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def moment(event: Event) -> str:
    return event.start.isoformat()[:16] if event.start else ""


def the(found: list[Event], words: str) -> Event:
    """The one event whose title has these words."""
    fits = [e for e in found if words in e.title]
    assert len(fits) == 1, [e.title for e in found]
    return fits[0]


LETTER = """물푸레생협 5월 소식

안녕들 하신가요. 물푸레생협이 오월 소식을 전합니다.

□ 14일(화) 19:00 살림 강좌
텃밭 흙을 함께 만져 봅니다. 장소 물푸레매장 2층 배움방.

□ 18일(토) 11:00 골목 나눔장터
새길시장 주차장에 서른 집이 자리를 폅니다. 이 장터는 새길상인연합회가 주최합니다.

□ 24일(금) 10:30 생산자 간담회
물푸레매장 2층 배움방에서 합니다.
"""


def test_a_letter_tells_item_by_item() -> None:
    found = events(LETTER, "물푸레생협 5월 소식")
    assert [moment(e) for e in found] == ["2024-05-14T19:00", "2024-05-18T11:00", "2024-05-24T10:30"]
    assert the(found, "강좌").venue == "물푸레매장 2층 배움방"
    assert the(found, "나눔장터").hosts == ("새길상인연합회",)
    assert the(found, "강좌").hosts == ("물푸레생협",)


def test_what_is_quoted_in_a_forwarded_post_is_read_without_its_marks() -> None:
    text = (
        "이웃이 보내 줘서 옮깁니다.\n> ■ 새길협동조합 설명회\n> ㅇ 일시 : 5. 18(토) 오후 2시\n> ㅇ 장소 : 새길회관 2층"
    )
    found = events(text, "[퍼옴] 설명회 한대요")
    assert [(moment(e), e.venue) for e in found] == [("2024-05-18T14:00", "새길회관 2층")]


def test_minutes_with_latin_bullets_and_the_next_meeting() -> None:
    text = (
        "새길밥상협동조합\n\no 일시 : 2024년 5월 2일 목요일 19:30 ~ 21:00\no 장소 : 새길회관\n\n"
        "[의결] 매장 이전의 건을 다음으로 넘김.\n\n[다음 회의] 6월 4일(화) 19:30"
    )
    found = events(text, "2024년 제4차 이사회 회의록")
    assert [moment(e) for e in found] == ["2024-05-02T19:30", "2024-06-04T19:30"]
    assert found[0].status == "held" and found[1].title == "새길밥상협동조합 6월 이사회"


CALENDAR = """새길사회적경제이음센터 5월 일정표
따로 적지 않은 장소의 것은 모두 새길센터 2층 모둠방입니다.

 8(수) 14:00  협동조합 첫걸음 강좌
 14(화) 10:00~12:00  노무 교실
 18(토) 11:00~15:00  되살림장터 @ 새길공원 분수대 (비 오면 취소)
 24(금)  하반기 공간 사용 신청 마감 (18시)
"""


def test_bare_days_of_a_month_s_calendar() -> None:
    found = events(CALENDAR, "5월 일정표")
    assert moment(the(found, "강좌")) == "2024-05-08T14:00"
    assert moment(the(found, "되살림장터")) == "2024-05-18T11:00"
    assert the(found, "되살림장터").venue == "새길공원 분수대"
    call = the(found, "공간 사용")
    assert call.start is None and str(call.application_deadline).startswith("2024-05-24 18:00")


@given(st.lists(st.tuples(st.integers(8, 31), st.sampled_from(["모임", "장터", "배움 자리"])), min_size=3, max_size=9))
def test_spans_of_a_calendar_are_its_words(rows: list[tuple[int, str]]) -> None:
    """일 is put in only for reading: the spans are those of the text as it was written."""
    week = "월화수목금토일"
    lines = [f" {day}({week[datetime(2024, 5, day).weekday()]}) 10:00  {what}" for day, what in rows]
    text = "5월 일정표\n" + "\n".join(lines)
    found = find_times(text, PUBLISHED)
    told = [text[slice(*w.span)] for w in found if w.granularity == "time"]
    assert told == [line.strip().rsplit("  ", 1)[0] for line in lines]


def test_two_days_with_a_weekday_are_no_calendar() -> None:
    text = "10(금) 한 번, 17(금) 한 번"
    assert all("일" not in text[slice(*w.span)] for w in find_times(text, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "start", "status"),
    [
        (
            "12호에서 ‘새길 목공학교’ 개강을 5월 20일로 적었으나 22일(수) 오전 10시가 맞습니다.",
            "2024-05-22T10:00",
            "scheduled",
        ),
        (
            "새길시는 11일 오후 2시 새길공원에서 치르려던 ‘새길 협동조합 한마당’을 2주 늦춘다. "
            "새로 잡은 날은 25일이고 시각과 장소는 바뀌지 않는다.",
            "2024-05-25T14:00",
            "postponed",
        ),
    ],
)
def test_corrected_and_put_off(text: str, start: str, status: str) -> None:
    title = "한마당 2주 연기" if status == "postponed" else "새길협동조합 소식지 13호"
    found = events(text + " 새길협동조합이 연다.", title, "news" if status == "postponed" else "board")
    assert [(moment(e), e.status) for e in found] == [(start, status)]


def test_a_table_of_what_was_and_what_is() -> None:
    text = (
        "새길협동조합은 조합원 총회 안내를 아래처럼 고칩니다.\n\n구분 / 처음 안내 / 바뀐 내용\n"
        "날짜 / 5월 23일(목) / 5월 30일(목)\n"
        "시간 / 오후 7시 / 오후 6시 30분\n장소 / 새길회관 / 새길초등학교 강당\n"
    )
    found = events(text, "임시총회 날짜 변경")
    assert [(moment(e), e.venue) for e in found] == [("2024-05-30T18:30", "새길초등학교 강당")]
    assert "original_date:2024-05-23" in found[0].flags


def test_an_exhibition_that_is_prolonged() -> None:
    text = "▲ 새길 마을기업 사진전(시청 로비)\n - 1일 시작한 전시를 당초 10일에서 24일까지로 늘립니다."
    found = events(text, "마을기업 사진전 연장")
    assert [(e.start.isoformat()[:10], str(e.end)[:10], e.status) for e in found if e.start] == [
        ("2024-05-01", "2024-05-24", "scheduled")
    ]


def test_steps_of_a_call_in_a_table() -> None:
    text = (
        "2024년 마을기업 참여단체 모집 공고\n\n1. 접수기간 : 2024. 5. 13.(월) ~ 5. 24.(금) 18:00\n2. 추진일정\n"
        "   설명회     5. 10.(금) 15:00   새길면 문화센터 강당\n   현장심사  6월 중\n   최종 확정  6월 말"
    )
    found = events(text, "2024년 마을기업 참여단체 모집 공고")
    assert the(found, "설명회").venue == "새길면 문화센터 강당"
    assert str(the(found, "모집").application_deadline).startswith("2024-05-24 18:00")


def test_one_body_on_each_side_of_the_stroke() -> None:
    text = (
        "○ 행사명: 새길 사회적경제 한마당\n○ 일시: 2024. 5. 18.(토) 10:00\n○ 주최/주관: 새길시 / 새길사회적경제협의회"
    )
    event = events(text, "새길 사회적경제 한마당 안내")[0]
    assert (event.hosts, event.organisers) == (("새길시",), ("새길사회적경제협의회",))


def test_a_lone_day_behind_a_call_is_its_last() -> None:
    text = (
        "[곧 마감]\n· 새길재단 소셜벤처 사무공간 입주 모집, 5월 20일.\n"
        "· 새길센터 ‘찾아가는 상담’ 24일 18시까지. 조합 열 곳."
    )
    found = events(text, "주간 협동조합 알림 3호")
    assert [(e.start, str(e.application_deadline)[:10]) for e in found] == [
        (None, "2024-05-20"),
        (None, "2024-05-24"),
    ]


def test_a_post_that_names_its_body_beside_its_title() -> None:
    """«출자자를 모십니다» alone tells nobody's post; the line that repeats it with the body's name does."""
    text = (
        "★ 새길햇살협동조합 2호기 출자자를 모십니다 ★\n\n학교 지붕에 두 번째 발전소를 올립니다. 한 계좌 10만원입니다."
    )
    document = Document("x", "board", "2호기 출자자를 모십니다", text, PUBLISHED)
    assert judge(document, split_lines(text, document.title)).relevant


def test_a_caption_that_leads_a_photo_report() -> None:
    text = (
        "▲ 4일 오후 새길군 새길시장 마당에서 ‘새길 공동판매 협약식’을 마친 참석자들이 손을 들어 보이고 있다. "
        "/사진=새길신문\n\n"
        "이번 협약은 새길협동조합 등 열 곳이 물건을 한 상자에 담자는 약속이다."
    )
    found = events(text, "[포토] 손도장 꾹", "news")
    assert [(e.title, e.start.isoformat()) for e in found if e.start] == [("새길 공동판매 협약식", "2024-05-04")]


def test_a_journey_sets_out_in_the_morning() -> None:
    text = "새길생협 나들이 : 5월 18일 토요일 볍씨마을. 7시 30분 출발, 오후 5시에 돌아옵니다."
    found = events(text, "새길생협 5월 나들이")
    assert [moment(e) for e in found][:1] == ["2024-05-18T07:30"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("by 푸른여울 24-05-07 08:02\n조합 소식입니다.", ["푸른여울"]),
        ("글입니다.\n답글 1. 강둑너머 - 자리 남았나요?", ["강둑너머"]),
        ("아이 이름과 나이를 문자로 보내 주세요. 이름과 나이를 010-0000-3907로 알려 주세요.", []),
        ("작성자 센터지기 | 2024-05-07", []),
        ("문의 02-000-1234 (담당 서이룬)", ["서이룬"]),
    ],
)
def test_who_wrote_and_who_answers(text: str, wanted: list[str]) -> None:
    found = read(Document("x", "board", "알림", text, PUBLISHED)).pii
    assert [text[slice(*p.span)] for p in found if p.type in ("nickname", "person_name")] == wanted
