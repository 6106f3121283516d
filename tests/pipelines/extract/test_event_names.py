"""What an event is called: the words a person would list it under, however the sentence is built."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.events.names.torn import behind_particle, is_torn, without_sought
from pipelines.extract.events.words.headlines import clean_title
from pipelines.extract.events.words.titles import tidy
from pipelines.extract.reading import read
from store.records import Document

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def titles(text: str, title: str, channel: str = "news") -> list[str]:
    kind = "board" if channel == "board" else "news"
    return [e.title for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a quoted name, whatever its noun, where the sentence says that it is held
        ("한들협동조합은 18일 한들공원에서 이웃 300명이 함께 걷는 ‘느린 소풍’도 연다.", "느린 소풍"),
        ("한들협동조합은 18일 저녁 6시 새길문화관에서 ‘연대의 밤’을 마련한다.", "연대의 밤"),
        ("한들협동조합이 18일 새길광장에서 열려던 ‘다시 봄’이 취소됐다.", "다시 봄"),
        # a noun of an event in front of its name
        ("한들협동조합은 18일 오후 2시 새길홀에서 데모데이 ‘새싹 나우’를 연다.", "새싹 나우"),
        ("한들협동조합은 18일 새길광장에서 되살림 장터 ‘다시 장’을 펼친다.", "다시 장"),
        ("한들협동조합은 18일 오후 2시 새길홀에서 첫 공연 ‘놀부네 박’을 선보인다.", "놀부네 박 공연"),
        # what opens says how that is called
        ("한들협동조합은 18일 새길동에 체험관 문을 연다.", "체험관 개관"),
        ("한들협동조합은 지난 2일 새길동에서 사무실 문을 열었다.", "사무실 개소"),
        ("한들협동조합은 18일 새길동에 새 매장을 연다.", "새 매장 개점"),
        # a council's session that is told by its number
        (
            "새길시의회는 지난 2일 제260회 정례회 2차 본회의에서 사회적경제 조례안을 통과시켰다.",
            "제260회 정례회 2차 본회의",
        ),
        # a body or a shop under quotes is no event
        ("마을기업 ‘한들 꽃마당’은 18일 오전 10시 새길회관에서 주민설명회를 연다.", "주민설명회"),
        # a preceding clause and a place stay out of it
        ("한들협동조합은 큰비가 예보되어 18일 제5회 한들 걷기대회를 취소한다.", "제5회 한들 걷기대회"),
        ("한들협동조합은 18일 오후 2시 한들매장 뒷마당에서 김장 품앗이를 연다.", "김장 품앗이"),
        ("한들협동조합은 새 매장을 낸다. 개장식은 18일 오전 10시 매장 앞마당에서 열릴 예정이다.", "개장식"),
        # no noun of an event at all: what begins, is opened or agreed on that day
        ("한들협동조합은 6월부터 꾸러미를 배달한다. 첫 배송은 6월 14일이다.", "첫 배송"),
        ("한들협동조합은 3일 외국 유통업체와 수출 계약을 맺었다고 밝혔다.", "수출 계약"),
    ],
)
def test_names_in_prose(text: str, wanted: str) -> None:
    got = titles(text, "한들협동조합 소식")
    assert len(got) == 1
    assert got[0].removeprefix("한들협동조합 ") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "군은 3일 “천막을 세우기 어렵다고 판단했다”고 설명했다. 한들협동조합은 다른 길을 찾는다.",
        "한들협동조합은 3일부터 실내 50명 넘는 모임이 막힌 데 따라 회의를 줄였다고 한다.",
        "한들협동조합은 앱을 운영한다. 한들협동조합은 2일 새 앱 ‘한들이’를 소개했다고 밝혔다.",
    ],
)
def test_no_event(text: str) -> None:
    assert titles(text, "한들협동조합 소식") == []


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        (
            "한들시는 마을기업을 키우기 위해 오는 22일까지 참여 단체를 모집한다.",
            "한들시, ‘2025년 마을기업 신규 지정’ 모집",
            "2025년 마을기업 신규 지정 모집",
        ),
        ("한들센터는 31일까지 청년 협동조합 창업팀 8팀을 공개 모집한다.", "한들센터 소식", "청년 협동조합 창업팀 모집"),
        (
            "한들시는 2025년 마을기업 육성사업에 참여할 단체를 31일까지 공개 모집한다.",
            "한들시, 2025년 마을기업 육성사업 공고…이달 31일까지",
            "2025년 마을기업 육성사업 공모",
        ),
    ],
)
def test_names_of_calls(text: str, title: str, wanted: str) -> None:
    (got,) = titles(text, title)
    assert set(got.split()) >= set(wanted.split()[:-1]) or got == wanted
    assert len(got) < len(wanted) + 12


def test_tags_are_no_title() -> None:
    text = "▶ 기 간 | 5월 20일(월) 19:00~21:00\n▶ 장 소 | 한들 사랑방 / 3강은 온라인(ZOOM)\n▶ 주 최 | 한들협동조합"
    assert titles(text, "<참가자 모집> 2024 지역자산화 아카데미", "board") == ["2024 지역자산화 아카데미"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what another field says, how a day is labelled, who speaks
        ("한들협동조합 모임입니다.\n□ 장소 : 두레마을 사랑방\n□ 일시 : 5. 18.(토) 9:00", "한들 설명회"),
        ("한들협동조합에서 알립니다.\n가. 날짜와 시각 : 5. 18.(토) 14시\n나. 모이는 곳 : 새길회관", "한들 설명회"),
        ("한들협동조합이 다녀왔습니다.\n▷ 간 날: 5월 4일(토)\n▷ 간 사람: 열두 명", "한들 설명회"),
        # numbers, clauses and means in front of a noun
        ("한들협동조합은 18일 하루 두 번 주민설명회를 연다.", "한들협동조합 주민설명회"),
        ("한들협동조합은 18일 새길광장에서 벌어진 나눔장터를 옮겨 연다.", "한들협동조합 나눔장터"),
    ],
)
def test_what_is_no_name(text: str, wanted: str) -> None:
    assert titles(text, "한들 설명회", "board") == [wanted]


def test_who_speaks_in_a_chat_is_no_event() -> None:
    text = (
        "한들협동조합 단톡방에서 옮깁니다.\n봄비: 반찬 나눔은요?\n국자언니: 28일 화요일로 밀렸어요\n"
        "봄비: 네\n국자언니: 그때 봬요"
    )
    assert not any("국자언니" in title or "봄비" in title for title in titles(text, "갈무리", "board"))


def test_a_yard_by_its_address_is_no_event() -> None:
    text = "▲ 25일 새길시 한들동 바람마당. 한들협동조합이 이날 낮 1시부터 ‘우산 병원’을 열었다."
    assert not any("마당" in title for title in titles(text, "[포토] 고장 난 우산"))


@pytest.mark.parametrize(
    "text",
    [
        "○ 한들협동조합이 ‘이웃과 짓는 일터’ 수강생을 13일까지 모집한다.\n\n○ 수업은 5월 21일 시작해 화요일마다 한다.",
        "‘이웃과 짓는 일터’ 신청이 13일 끝난다. 강의는 21일부터 매주 화요일 저녁 7시 한들협동조합에서 한다.",
    ],
)
def test_lessons_are_of_the_course_that_one_may_join(text: str) -> None:
    assert "이웃과 짓는 일터" in titles(text, "한들 소식")
    assert not {"수업", "강의"} & set(titles(text, "한들 소식"))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("알림】 가을 나들이", "가을 나들이"),
        ("2] 바느질 둘째 반", "바느질 둘째 반"),
        ("세번째> 마을 음악회", "마을 음악회"),
        ("둘. 텃밭 가꾸기", "텃밭 가꾸기"),
        ("나. 헌책 나눔", "헌책 나눔"),
        ("┃ 봄맞이 대청소", "봄맞이 대청소"),
        ("③ 옷 고치기 교실", "옷 고치기 교실"),
        ("3️⃣ 옷 고치기 교실", "옷 고치기 교실"),
        ("4-2. 새 방앗간 준공식", "새 방앗간 준공식"),
        ("3일(토)~4일(일) 새솔 영화제", "새솔 영화제"),
        ("3-4월 텃밭 가꾸기", "3-4월 텃밭 가꾸기"),
        ("바느질 교실(줌", "바느질 교실"),
        ("모임(제2차 운영위원회", "제2차 운영위원회"),
        ("가을 마을잔치(둘째 음악회", "가을 마을잔치(둘째 음악회)"),
        ("[1]", "[1]"),
        ("㈜솔바람 기업설명회", "㈜솔바람 기업설명회"),
        ("협동조합, 해 보니 어때요", "협동조합, 해 보니 어때요"),
        ("‘하나, 둘’ 걷기", "하나, 둘 걷기"),
        ("<이웃> 읽기", "이웃 읽기"),
    ],
)
def test_what_a_list_or_half_a_bracket_left_is_no_part_of_a_name(words: str, wanted: str) -> None:
    assert tidy(words) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("완주 다녀온 이야기 (사진 3장)", "완주 견학"),
        ("어제 두부 만들기 다녀왔어요 (길어요)", "두부 만들기"),
        ("지난주 한들 설명회 잘 다녀왔습니다~", "한들 설명회"),
        ("한들 장날 일손 구해요", "한들 장날 일손"),
    ],
)
def test_a_post_tells_where_its_writer_has_been(given: str, wanted: str) -> None:
    assert clean_title(given) == wanted


def test_a_call_owns_what_it_is_for_not_whom_it_seeks() -> None:
    assert without_sought("4호기 시민 출자 받습니다") == "4호기 시민 출자"
    assert without_sought("한들 학교 함께할 분") == "한들 학교"
    assert without_sought("차를 몰아 주실 분") == ""


def test_an_item_of_an_agenda_keeps_no_number() -> None:
    assert tidy("3호 안건. 한들 송년회") == "한들 송년회"
    assert tidy("〇… 한들 송년회") == "한들 송년회"


def test_what_a_clause_left_is_no_word_of_a_name() -> None:
    assert is_torn("11일 하기로 한 감자심기", (8, 9))
    assert not is_torn("이웃과 한 모씩 심기", (4, 5))
    assert behind_particle("19시에 두레 모임", "에 두레 모임", (3, 10)) == ("두레 모임", (5, 10))


def test_what_somebody_said_is_no_name() -> None:
    text = "조합원들은 18일 길을 나선다. 한들협동조합은 “졸업생이 18일에 여는 첫 봉사”라고 귀띔했다."
    assert not any("졸업생" in name for name in titles(text, "한들협동조합 새 단장"))


def test_a_place_begins_behind_the_name_of_its_event() -> None:
    text = "5월 달력\n· 11일(토) 09:00 한들길 걷기대회 새길주차장\n· 18일(토) 13:00 이웃 반찬 나눔 한들매장 부엌"
    events = read(Document("x", "board", "한들 소식지 5월", text, PUBLISHED)).events
    assert not any(e.venue is not None and e.venue.startswith(e.title) for e in events)
