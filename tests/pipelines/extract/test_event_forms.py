"""The forms in which events are told, one row each: text → title, start, status (and more where it matters)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

SEOUL = ZoneInfo("Asia/Seoul")
PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=SEOUL)  # a Tuesday


def events(text: str, title: str = "협동조합 소식", channel: str = "news") -> list[Event]:
    kind = "board" if channel == "board" else "news"
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def seen(event: Event) -> tuple[str, str, str]:
    return event.title, event.start.isoformat()[:16] if event.start else "", event.status


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "한들협동조합은 오는 18일 오후 3시 시민회관에서 ‘제4회 한들 장터’를 연다.",
            ("제4회 한들 장터", "2024-05-18T15:00", "scheduled"),
        ),
        ("한들협동조합은 지난 3일 시민회관에서 창립총회를 열었다.", ("한들협동조합 창립총회", "2024-05-03", "held")),
        ("한들협동조합이 18일 열기로 했던 ‘한들 장터’를 25일로 미뤘다.", ("한들 장터", "2024-05-25", "postponed")),
        ("한들협동조합은 ‘한들 장터’가 18일에서 25일로 밀렸다고 전했다.", ("한들 장터", "2024-05-25", "postponed")),
        (
            "한들협동조합은 18일 시민회관에서 열 예정이던 ‘한들 장터’를 취소한다고 밝혔다.",
            ("한들 장터", "2024-05-18", "cancelled"),
        ),
        ("한들협동조합은 ‘한들 장터’를 애초 25일에서 18일로 앞당겼다.", ("한들 장터", "2024-05-18", "scheduled")),
        (
            "한들협동조합은 18일부터 매월 셋째 주 토요일 시민회관에서 ‘한들 장터’를 연다.",
            ("한들 장터", "2024-05-18", "recurring"),
        ),
        (
            "한들협동조합은 18일과 19일 이틀간 시민회관에서 ‘한들 장터’를 연다.",
            ("한들 장터", "2024-05-18", "scheduled"),
        ),
    ],
)
def test_life_of_an_event(text: str, wanted: tuple[str, str, str]) -> None:
    assert [seen(e) for e in events(text)] == [wanted]


@pytest.mark.parametrize("who", ["기자가 6일", "취재진이 지난 6일 오후", "본지가 6일"])
def test_a_reporters_visit_is_no_event(who: str) -> None:
    text = (
        f"한들협동조합은 18일 시민회관에서 ‘한들 장터’를 연다. {who} 미리 찾은 광장에서는 장터에 낼 빵을 굽고 있었다."
    )
    (event,) = events(text)
    assert (seen(event)[1], event.venue) == ("2024-05-18", "시민회관")


def test_moved_event_keeps_its_old_day() -> None:
    (event,) = events("한들협동조합이 18일 열기로 했던 ‘한들 장터’를 25일로 미뤘다.")
    assert event.flags == ("original_date:2024-05-18",)


def test_programme_under_its_parent() -> None:
    text = (
        "한들협동조합은 18일과 19일 시민회관에서 ‘한들 장터’를 연다. 첫날 오후 2시에는 "
        "개막식이, 19일 오전 10시에는 토크콘서트가 열린다."
    )
    whole, opening, talk = events(text)
    assert (opening.parent, talk.parent) == (whole.title, whole.title)
    assert seen(opening)[:2] == ("한들 장터 개막식", "2024-05-18T14:00")
    assert seen(talk)[:2] == ("한들 장터 토크콘서트", "2024-05-19T10:00")


def test_several_events_of_one_notice() -> None:
    text = (
        "① 협동조합 회계 실무\n- 일시: 5. 20.(월) 14:00\n- 장소: 배움터\n② 협동조합 세무 "
        "첫걸음\n- 일시: 5. 27.(월) 10:00\n- 장소: 모임방"
    )
    assert [(e.title, e.venue) for e in events(text, "5월 교육 안내", "board")] == [
        ("협동조합 회계 실무", "배움터"),
        ("협동조합 세무 첫걸음", "모임방"),
    ]


def test_call_is_an_event_with_its_window() -> None:
    (event,) = events("한들시는 13일부터 24일까지 ‘2024 예비사회적기업’을 공모한다.", "한들시, 예비사회적기업 공모")
    assert event.application_deadline is not None and event.application_deadline.isoformat() == "2024-05-24"
    assert event.start is not None and event.start.isoformat() == "2024-05-13"


def test_deadline_belongs_to_the_course() -> None:
    text = "한들협동조합은 오는 28일 오후 7시 배움터에서 ‘협동조합 첫걸음 강좌’를 연다. 신청은 24일까지 받는다."
    (event,) = events(text)
    assert event.application_deadline is not None and event.application_deadline.isoformat() == "2024-05-24"


@pytest.mark.parametrize(
    ("text", "hosts", "organisers"),
    [
        (
            "통영시가 주최하고 한들협동조합이 주관하는 ‘한들 장터’가 18일 시민회관에서 열린다.",
            ("통영시",),
            ("한들협동조합",),
        ),
        ("‘한들 장터’가 18일 시민회관에서 열린다. 새길은행이 비용을 댄다.", (), ()),
        ("통영시와 한들협동조합은 18일 시민회관에서 업무협약식을 맺었다.", (), ()),
    ],
)
def test_hosts_only_where_written(text: str, hosts: tuple[str, ...], organisers: tuple[str, ...]) -> None:
    event = events(text)[0]
    assert (event.hosts, event.organisers) == (hosts, organisers)


def test_side_column_is_not_read() -> None:
    text = "한들협동조합은 18일 시민회관에서 ‘한들 장터’를 연다.\n많이 본 뉴스\n1. 새길시 20일 ‘새길 축제’ 개최"
    assert [e.title for e in events(text)] == ["한들 장터"]


def test_conditional_day_is_no_event() -> None:
    text = "한들협동조합은 18일 오후 2시 시민회관에서 임시총회를 연다. 정족수에 미달하면 25일 같은 시각에 다시 연다."
    assert [seen(e)[1] for e in events(text)] == ["2024-05-18T14:00"]


def test_a_seat_is_booked_for_the_event_told_before() -> None:
    text = "한들협동조합은 오는 18일 오후 3시 시민회관에서 조합 영화 상영회를 연다. 60석이며 예약은 14일까지 받는다."
    (event,) = events(text)
    assert "상영회" in event.title and str(event.application_deadline) == "2024-05-14"


def test_a_date_in_a_venues_name_hides_no_postponement() -> None:
    text = (
        "안녕하세요. 한들협동조합입니다.\n"
        "5월 18일(토) 3.15해양누리공원에서 열려던 '한들 장터'를 연기합니다. 새 날짜는 따로 알려드릴게요.\n"
        "- 5월 23일(목)에 하기로 한 '판매 교육'은 취소합니다."
    )
    fair, lesson = events(text, "한들 장터 연기 안내", "board")
    assert (fair.title, fair.start, fair.status) == ("한들 장터", None, "postponed")
    assert seen(lesson) == ("판매 교육", "2024-05-23", "cancelled")
    assert [text[a:b] for a, b in lesson.evidence["start"]] == ["5월 23일(목)"]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("한들협동조합은 오는 18일 오후 3시 유튜브로 온라인 설명회를 연다.", "유튜브"),
        ("한들협동조합의 설명회가 오는 18일 오후 2시부터 화상회의 줌(Zoom)으로 열린다.", "줌(Zoom)"),
        ("18~19일 한들공원 앞마당에는 ‘한들 장터’가 선다.", "한들공원 앞마당"),
        ("한들협동조합은 지난 3일 저전동 옛 우체국 자리에서 개소식을 가졌다.", "저전동 옛 우체국 자리"),
        (
            "한들협동조합은 설명회를 18일로 미뤘다. 오후 2시 시작과 시민회관 강당이라는 장소는 바뀌지 않는다.",
            "시민회관 강당",
        ),
        ("한들협동조합은 설명회를 18일로 미뤘다. 장소는 바뀌지 않는다.", None),
    ],
)
def test_where_it_is_held(text: str, venue: str | None) -> None:
    assert [e.venue for e in events(text)] == [venue]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "21일 열리는 ‘한들 장터’의 자리가 바뀐다. 행사를 여는 한들협동조합은 곳을 체육관으로 옮긴다고 알렸다.",
            ("한들협동조합",),
        ),
        (
            "진주시와 한들협동조합(이하 한들), 너른협동조합은 오는 18일 ‘한들 장터’를 연다.",
            ("진주시", "한들협동조합", "너른협동조합"),
        ),
        ("광주 광산구에서 동네 주치의를 자처해 온 한들협동조합이 18일 정기총회를 연다.", ("한들협동조합",)),
    ],
)
def test_who_holds_it(text: str, hosts: tuple[str, ...]) -> None:
    (event,) = events(text)
    assert event.hosts == hosts


def test_a_board_tells_whose_events_its_notices_are() -> None:
    text = (
        "한들소비자생활협동조합 > 소식 > 들말\n\n하나. 5월 마을모임\n 때: 16일(목) 오전 10시 30분\n 곳: 들말회관\n\n"
        "둘. 제철 강좌 <매실 담그기>\n 때: 23일 목요일 오후 2~4시\n 곳: 들말매장 조리실"
    )
    found = events(text, "5월 마을모임 & 매실 강좌", "board")
    assert [(e.title, e.venue) for e in found] == [
        ("5월 마을모임", "들말회관"),
        ("제철 강좌 <매실 담그기>", "들말매장 조리실"),
    ]
    assert {e.hosts for e in found} == {("한들소비자생활협동조합",)}
