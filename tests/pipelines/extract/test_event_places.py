"""Where events take place, in the forms that texts of strangers taught; in words of our own, each with a near miss."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.events.places import tidied
from pipelines.extract.events.places.beside import is_place, only_region
from pipelines.extract.events.words.placewords import no_place
from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str = "새솔협동조합 소식", channel: str = "news") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


def the(found: list[Event], words: str) -> Event:
    """The one event whose title has these words."""
    fits = [e for e in found if words in e.title]
    assert len(fits) == 1, [e.title for e in found]
    return fits[0]


HELD = "새솔협동조합은 18일 오후 2시 ‘새솔 잔치’를 연다."


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        # the place alone has moved
        (f"{HELD} 날짜는 그대로 두고 장소만 구민회관에서 은빛도서관 3층 강당으로 바꿨다.", "은빛도서관 3층 강당"),
        (f"{HELD} 자리만 강변 잔디밭에서 조합 마당 앞으로 달라졌다.", "조합 마당 앞"),
        (f"{HELD} 내년에는 자리를 은빛도서관으로 옮길 생각이다.", None),
        (f"{HELD} 비가 많이 오면 장소를 은빛도서관 로비로 옮긴다.", None),
        # seats, rooms and places that stay
        (f"{HELD} 교실은 은빛도서관 3층 배움실이다.", "은빛도서관 3층 배움실"),
        (f"{HELD} 자리도 옛 물레방앗간 앞뜰 그대로다.", "옛 물레방앗간 앞뜰"),
        (f"{HELD} 자리는 모두 여든 석이다.", None),
        # where people come together or set up
        (f"{HELD} 은빛도서관 앞뜰에 스무 팀이 좌판을 편다.", "은빛도서관 앞뜰"),
        (f"{HELD} 누구나 은빛도서관 다락방에 모여 떡을 나눈다.", "은빛도서관 다락방"),
        (f"{HELD} 조합 살림에 이웃 여럿이 힘을 보탠다.", None),
        # a room of a house by its number; the number of a newsletter is none
        ("새솔협동조합은 18일 오후 2시 하늘연수원 205호에서 ‘새솔 잔치’를 연다.", "하늘연수원 205호"),
    ],
)
def test_told_in_a_form_of_its_own(text: str, venue: str | None) -> None:
    assert [e.venue for e in events(text)] == [venue]


def test_what_moved_is_of_the_event_told_in_its_line() -> None:
    text = (
        "새솔협동조합은 18일 오후 2시 구민회관에서 ‘새솔 잔치’를 연다.\n\n"
        "25일로 잡힌 회계 교육은 예정대로 하되 장소만 군청에서 은빛도서관 3층 강당으로 바꿨다."
    )
    found = events(text)
    assert the(found, "잔치").venue == "구민회관"
    assert the(found, "교육").venue == "은빛도서관 3층 강당"


def test_a_place_stands_right_behind_the_hour_of_its_row() -> None:
    text = (
        "2024 새솔 협동조합 노무교실\n"
        "1회차 | 5.21.(화) 14:00-16:00 | 은빛도서관 3층 | 근로계약\n"
        "2회차 | 5.28.(화) 14:00-16:00 | 새솔청소년수련관 | 4대 보험\n"
        "3회차 | 6.4.(화) 14:00-16:00 | 임금명세서 쓰기 | 무료"
    )
    found = events(text, "[모집] 2024 새솔 협동조합 노무교실", "board")
    assert [e.venue for e in found] == [None, "은빛도서관 3층", "새솔청소년수련관", None]  # the course, its sittings


def test_a_visit_takes_place_where_it_goes() -> None:
    text = (
        "새솔사회적경제지원센터는 21일 저녁 7시 은빛도서관 3층에서 ‘새솔 실무학교’를 연다. "
        "6월 1일에는 낮에 모여 마을기업 밤골잼을 둘러보는 견학을 한다."
    )
    found = events(text, "새솔 실무학교 문 연다")
    assert the(found, "견학").venue == "밤골잼"


def test_a_visit_to_some_places_names_none() -> None:
    text = "새솔사회적경제지원센터는 21일 오후 2시 견학을 한다. 참가자들은 마을기업 세 곳을 둘러본다."
    assert [e.venue for e in events(text)] == [None]


def test_a_caption_tells_where_its_day_was() -> None:
    text = (
        "▲ 4일 오전 은빛마을 물레방아터에서 아이들이 떡메를 치고 있다.\n\n"
        "새솔협동조합이 4일 ‘새솔 떡잔치’를 열었다. 이웃 백여 명이 함께했다."
    )
    assert the(events(text), "떡잔치").venue == "은빛마을 물레방아터"
    other = text.replace("▲ 4일", "▲ 지난달 20일")
    assert the(events(other), "떡잔치").venue is None


def test_a_town_yields_to_the_house() -> None:
    text = "부산 사하구에서 반찬을 나눈 서른 명이 4일 은빛동 주민센터에 모여 ‘새솔반찬협동조합’ 창립총회를 열었다."
    (event,) = events(text, "새솔반찬협동조합 창립총회")
    assert event.venue == "은빛동 주민센터"


def test_a_room_is_called_with_its_house() -> None:
    text = (
        "새솔협동조합은 18일 오후 2시 은빛문화회관 소공연장에서 ‘새솔 잔치’를 연다. "
        "로비에서는 같은 날 오전 11시부터 오후 5시까지 ‘새솔 장터’도 선다."
    )
    assert the(events(text), "장터").venue == "은빛문화회관 로비"


def test_a_place_with_a_label_of_its_own_is_of_all() -> None:
    text = (
        "□ 새솔 협동조합 문서교실\n❶ 신고 반 : 5/21(화) 14시~17시\n❷ 결산 반 : 5/28(화) 14시~17시\n\n"
        "✓ 공부방 : 은빛도서관 지하1층 배움실\n✓ 몇 분이나 : 반마다 15명"
    )
    found = events(text, "새솔 협동조합 문서교실 안내", "board")
    assert found and {e.venue for e in found} == {"은빛도서관 지하1층 배움실"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("은빛역 앞 나눔센터 마당", True),
        ("어린이집 앞마당", True),
        ("조합 3층", True),
        ("이야기마당", False),  # an event
        ("서른 가족 출동", False),
        ("늦춘다고", False),
        ("떡을 나누는 마당", False),
    ],
)
def test_places_and_words_that_end_like_places(words: str, place: bool) -> None:
    assert is_place(words) is place


@pytest.mark.parametrize(
    ("words", "town"), [("인천 강화군", True), ("강화군", True), ("강화군청", False), ("마당", False)]
)
def test_a_town_is_no_house(words: str, town: bool) -> None:
    assert only_region(words) is town


@pytest.mark.parametrize(
    ("clause", "venue"),
    [
        ("방과 후에 은빛도서관 다락방에서", "은빛도서관 다락방"),
        ("늘 하던 은빛도서관 다락방에서", "은빛도서관 다락방"),
        ("장화 신고 은빛도서관 뒤뜰에서", "은빛도서관 뒤뜰"),
        ("두 시간씩 은빛도서관 다락방에서", "은빛도서관 다락방"),
        ("있는 센터 교육장에서", "센터 교육장"),
        ("장곡면에 있는 은빛도서관에서", "장곡면에 있는 은빛도서관"),  # that clause says where the house is
        ("구이면 옛 정미소 마당에서", "구이면 옛 정미소 마당"),  # «-면» of a district, not «if»
        ("풀빛저장고 마당에서", "풀빛저장고 마당"),  # «-고» of a store, not «and»
    ],
)
def test_a_place_begins_behind_its_clause(clause: str, venue: str) -> None:
    words = clause.removesuffix("에서")
    assert clause[slice(*tidied.tidied(clause, (0, len(words))))] == venue


@pytest.mark.parametrize(
    "words", ["재료값 2만 원도", "기다리지 못해요 ㅠㅠ)", "바뀐 날짜에도 나오고", "받고", "자리도 그대로"]
)
def test_what_ends_as_a_clause_is_no_place(words: str) -> None:
    assert tidied.is_clause(words)


@pytest.mark.parametrize(
    "words", ["솔빛고", "순천만생태문화교육원", "차 없는 거리", "동성로", "은빛도서관 (승강기가 느려요)"]
)
def test_what_may_be_a_place_is_no_clause(words: str) -> None:
    assert not tidied.is_clause(words)


def test_another_room_of_the_same_house() -> None:
    text = (
        "새솔협동조합은 18일 오전 11시 은빛도서관 2층 강당에서 ‘새솔 총회’를 연다. "
        "총회에 앞서 같은 날 오전 10시부터는 같은 건물 로비에서 ‘새솔 상담소’를 연다."
    )
    found = events(text)
    assert the(found, "상담소").venue == "은빛도서관 로비"
    assert the(found, "총회").venue == "은빛도서관 2층 강당"


def test_under_a_picture_the_present_says_where() -> None:
    text = (
        "8일 은빛시장 안 두부가게에서 조합원들이 갓 쑨 두부를 자르고 있다. "
        "새솔협동조합은 이날 ‘새솔두부’ 개업식을 열었다."
    )
    assert [e.venue for e in events(text)] == ["은빛시장 안 두부가게"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("둘 다 은빛도서관 3층이고 신발을 벗습니다.", ["은빛도서관 3층", "은빛도서관 3층"]),
        ("따로 표시 없으면 새솔매장 2층 모임방입니다.", ["새솔매장 2층 모임방", "새솔매장 2층 모임방"]),
        ("둘 다 재미있는 자리입니다.", [None, None]),
    ],
)
def test_one_place_of_all_is_told_once(said: str, wanted: list[str | None]) -> None:
    text = f"5월 모임을 알립니다.\n- 15일(수) 오후 2시 ‘새솔 바느질 교실’\n- 22일(수) 오후 2시 ‘새솔 노래 교실’\n{said}"
    assert [e.venue for e in events(text, channel="board")] == wanted


def test_a_place_may_stand_behind_the_name_that_is_held_there() -> None:
    text = (
        "새솔협동조합은 ‘한낮의 고민 상담소’를 새솔시장 고객쉼터에서 운영한다고 밝혔다.\n"
        "상담소는 15일 오후 2시에 처음 연다."
    )
    assert [e.venue for e in events(text)] == ["새솔시장 고객쉼터"]


@pytest.mark.parametrize(
    ("words", "place"),
    [("솔숲시장 상가 뒤", True), ("밥을 나눈 뒤", False), ("빵을 구운 뒤", False)],
)
def test_behind_a_house_is_a_place_behind_a_deed_is_none(words: str, place: bool) -> None:
    assert no_place(words) is not place


@pytest.mark.parametrize(
    ("words", "place"),
    [("잔치 자리 [솔숲읍", "솔숲읍"), ("같습니다(새솔센터 3층", "새솔센터 3층"), ("새솔 강당(2층", "새솔 강당")],
)
def test_half_a_bracket_is_left_out(words: str, place: str) -> None:
    assert words[slice(*tidied.tidied(words, (0, len(words))))] == place
