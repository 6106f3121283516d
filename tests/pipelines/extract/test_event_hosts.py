"""Whose events they are, in the forms that texts of strangers taught; in words of our own, each with a near miss."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
FAIR = "오는 18일 오후 2시 구민회관에서 협동조합 설립 설명회가 열립니다. 누구나 오셔도 됩니다."


def events(text: str, title: str = "협동조합 설립 설명회 알림", channel: str = "board") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        # who says their own name
        (f"은빛사회적경제네트워크 사무국입니다.\n\n{FAIR}", ("은빛사회적경제네트워크",)),
        (f"봄이 왔습니다. 은빛지역자활센터입니다.\n\n{FAIR}", ("은빛지역자활센터",)),
        # heads of posts and letters that were sent on
        (f"작성자 은빛사회적경제지원센터 | 등록 2024-05-06 | 조회 12\n\n{FAIR}", ("은빛사회적경제지원센터",)),
        (
            f"보낸이: 은빛주택협동조합연합 사무처 <a@b.test>\n제목: 설명회\n\n{FAIR}\n\n사무처 드림",
            ("은빛주택협동조합연합",),
        ),
        # imprints
        (f"은빛 편지 5월호\n\n{FAIR}\n\n펴낸 곳 은빛소비자생활협동조합 ☎ 02-000-0000", ("은빛소비자생활협동조합",)),
        (f"은빛 소식 5월호 * 은빛의료복지사회적협동조합 *\n\n{FAIR}", ("은빛의료복지사회적협동조합",)),
        # a town alone below the day of its notice
        (f"[알림] 협동조합 설립 설명회\n\n{FAIR}\n\n2024. 5. 7.\n충청남도 서산시", ("서산시",)),
    ],
)
def test_whose_notice_it_is(text: str, hosts: tuple[str, ...]) -> None:
    found = events(text)
    assert found and {e.hosts for e in found} == {hosts}


def test_an_office_alone_signs_for_nobody() -> None:
    assert {e.hosts for e in events(f"{FAIR}\n\n사무처 드림")} == {()}


def test_who_looks_for_people_is_no_place() -> None:
    calls = "은빛군사회적경제지원센터에서 협동조합 창업팀을 찾습니다.\n\n모집기간 : 5. 8.(수) ~ 5. 20.(월)"
    assert {e.hosts for e in events(calls, "협동조합 창업팀 모집")} == {("은빛군사회적경제지원센터",)}
    held = "18일 오후 2시 은빛군사회적경제지원센터에서 협동조합 창업팀을 만납니다. 설명회가 열립니다."
    assert all("은빛군사회적경제지원센터" not in e.hosts for e in events(held, "만남", "news"))


def test_a_body_stands_right_before_what_bodies_hold_themselves() -> None:
    text = (
        "♧ 다녀왔습니다\n지난 4일, 은빛돌봄사회적협동조합(줄여서 은빛돌봄) 임시총회가 구민회관에서 있었습니다.\n\n"
        "♧ 가 볼 곳\n18일 은빛수련원에서 ‘돌봄 쉼캠프’를 합니다. 꾸리는 곳은 은빛돌봄입니다."
    )
    found = events(text, "돌봄 새소식", "news")
    assert next(e for e in found if "총회" in e.title).hosts == ("은빛돌봄사회적협동조합",)
    assert next(e for e in found if "캠프" in e.title).organisers


def test_an_item_begins_with_whose_it_is() -> None:
    text = (
        "▶ 이번 주\n· 은빛사회적경제지원센터 ‘결산 교실’ 18일 오후 2시 구민회관.\n"
        "· 새솔협동조합 ‘골목 장터’ 19일 오전 11시 시장길."
    )
    found = events(text, "주간 협동조합 소식", "news")
    assert [e.hosts for e in found] == [("은빛사회적경제지원센터",), ("새솔협동조합",)]


def test_an_event_says_who_put_it_on() -> None:
    text = (
        "▲ 4일 구청 광장에서 열린 ‘마을기업 판매전’에서 주민들이 기름을 고르고 있다.\n\n"
        "판매전은 은빛마을기업협의회가 마련했고, 수익은 이웃을 위해 쓴다."
    )
    assert {e.hosts for e in events(text, "마을기업 판매전", "news")} == {("은빛마을기업협의회",)}


def test_the_subject_of_a_headline_tells_of_its_own() -> None:
    text = "협동조합 설립 설명회는 오는 18일 오후 2시 구민회관에서 열린다. 서산시 관계자는 많은 참여를 바란다고 했다."
    assert {e.hosts for e in events(text, "서산시, 협동조합 설립 돕는다", "news")} == {("서산시",)}
    assert {e.hosts for e in events(text, "협동조합 설립, 이렇게 한다", "news")} == {()}


def hosts_of(text: str, title: str = "은빛군 협동조합 장터", channel: str = "news") -> set[tuple[str, ...]]:
    return {e.hosts for e in events(text, title, channel)}


DAY = "오는 18일 오후 2시 구민회관에서 ‘봄볕 장터’가 열린다."


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{DAY} 판을 여는 쪽은 은빛돌봄사회적협동조합이다.", "은빛돌봄사회적협동조합"),
        (f"{DAY} 장터를 연 곳은 은빛누리영농조합법인이다.", "은빛누리영농조합법인"),
        (f"{DAY} 은빛군마을기업협의회 주최, 은빛지역자활센터 주관.", "은빛군마을기업협의회"),
        (f"{DAY} 은빛군사회적경제네트워크가 해마다 두 번 여는 이 장터에는 열 팀이 나온다.", "은빛군사회적경제네트워크"),
        (f"{DAY} 장터는 은빛마을협동조합이 열고 은빛군이 천막을 빌려준다.", "은빛마을협동조합"),
        (
            f"{DAY} 장터를 준비해 온 은빛마을협동조합은 들떴다. 행사는 은빛군사회적경제협의회가 주최한다.",
            "은빛군사회적경제협의회",
        ),
        (f"{DAY} 장터를 준비해 온 은빛마을협동조합은 “누구나 오라”고 했다.", "은빛마을협동조합"),
    ],
    ids=["the side", "the place", "telegraph", "this market", "the market is held by", "said outright", "preparing"],
)
def test_a_later_sentence_states_the_host(text: str, hosts: str) -> None:
    assert (hosts,) in hosts_of(text)


def test_who_takes_part_or_pays_is_no_host() -> None:
    assert hosts_of(f"{DAY} 은빛마을협동조합은 떡을 판다. 천막은 은빛신용재단이 댔다.") == {()}


def test_a_note_in_brackets_is_of_the_event_beside_it() -> None:
    text = (
        "은빛 편지 5월호\n\n- 5월 14일(화) 저녁 7시, 가게 뒷방에서 ‘생두 고르는 밤’\n"
        "- 5월 18일(토) 낮 1시, 역 광장 ‘봄볕 장터’에 천막을 칩니다(금빛군사회적경제연합회 주최)\n"
    )
    found = {e.title: e.hosts for e in events(text, "은빛 편지 5월호")}
    assert ("금빛군사회적경제연합회",) not in [h for t, h in found.items() if "장터" not in t]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "은빛섬길협동조합은 18일 구민회관에서 은빛군사회적경제협의회와 함께 열려던 ‘섬 장터’를 취소한다고 밝혔다.",
            ("은빛섬길협동조합", "은빛군사회적경제협의회"),
        ),
        (
            "은빛섬길협동조합은 18일 구민회관에서 은빛군사회적경제협의회와 이웃한 ‘섬 장터’를 개최한다고 7일 밝혔다.",
            ("은빛섬길협동조합",),
        ),
        (
            "은빛들녘협동조합과 두레생협 계열 은빛바른생협은 18일 구민회관에서 ‘봄 장터’를 연다.",
            ("은빛들녘협동조합", "은빛바른생협"),
        ),
    ],
    ids=["with another", "beside another", "of a kind"],
)
def test_who_holds_it_together(text: str, hosts: tuple[str, ...]) -> None:
    assert hosts_of(text) == {hosts}


@pytest.mark.parametrize(
    "text",
    [
        "18일 저녁 7시에는 은빛책방협동조합에서 ‘책과 마을’ 강연이 마련된다.",
        "울주군에서 일하는 기사 서른 명이 18일 구민회관에서 협동조합 설명회를 치렀다.",
    ],
    ids=["takes place there", "somebody at home there"],
)
def test_where_is_not_who(text: str) -> None:
    assert hosts_of(text, "마을 소식") == {()}


def test_a_body_that_announces_from_its_place_is_who() -> None:
    text = "은빛군마을기업협의회에서 오는 18일 오후 2시 구민회관에서 협동조합 설명회를 개최한다."
    assert hosts_of(text) == {("은빛군마을기업협의회",)}


def test_a_short_name_that_was_introduced_is_its_body() -> None:
    text = (
        "은빛활동가포럼(이하 포럼)이 협동조합 활동가 선언문을 냈다.\n\n"
        "포럼은 이 선언문을 들고 5월 18일 은빛군의회에서 의원들과 간담회를 갖는다."
    )
    assert hosts_of(text, "활동가 선언") == {("은빛활동가포럼",)}


def test_the_guest_of_an_interview_speaks_for_the_body() -> None:
    answers = (
        "지난 2일 협동조합 공방에서 만났다.\n\n"
        "―어떤 조합인가.\n“배 목수와 재봉사가 함께 세운 협동조합이다.”\n\n"
        "―누구나 갈 수 있나.\n“오는 18일 저녁 7시 ‘수리의 밤’을 연다. 은빛손기술협동조합 밖에서 와도 된다.”\n"
    )
    assert hosts_of(answers, "“뜯어봐야 고친다” 은빛손기술협동조합 한보람 이사장") == {("은빛손기술협동조합",)}
    assert hosts_of(answers, "“뜯어봐야 고친다” 골목에서 만난 사람") == {()}


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("은빛살림협동조합 5월 소식 전합니다.", "은빛 소식지 5월 ― 옥상에서 만나요"),
        ("이웃 여러분, 은빛살림협동조합입니다.", "[은빛 편지 61호] 설 쇠고 만나요"),
        ("은빛살림협동조합에서 알립니다.", "설명회 안내"),
        ("[은빛살림협동조합]", "문자 그대로 옮김"),
    ],
)
def test_how_a_letter_says_whose_it_is(first: str, title: str) -> None:
    assert hosts_of(f"{first}\n\n{FAIR}", title, "board") == {("은빛살림협동조합",)}


def test_people_of_minutes_are_no_organisers() -> None:
    text = (
        "은빛돌봄사회적협동조합 2024년 제1차 이사회 회의록\n\n○ 일시: 2024년 4월 15일(월) 19시\n"
        "○ 장소: 느티나무책방\n○ 진행: 한보람 이사장 / 기록: 노을빛\n"
    )
    found = events(text, "2024년 제1차 이사회 회의록")
    assert {e.organisers for e in found} == {()}
    assert {e.hosts for e in found} == {("은빛돌봄사회적협동조합",)}


def test_who_only_signs_is_no_host() -> None:
    text = "은빛군은 18일 군청에서 은빛마을협동조합과 사회적경제 기금 업무협약식을 가졌다고 7일 밝혔다."
    assert hosts_of(text, "은빛군, 사회적경제 기금 협약") <= {()}


def test_a_row_of_a_list_tells_who_runs_that_row() -> None:
    text = (
        "은빛군사회적경제네트워크 5월 알림\n\n1. 조합원 등반 : 5.11(토) 9시 관음사 주차장\n"
        "2. 생명학교 7기 : 5.16(목) 19:00 은행 4층 (푸른마을협동조합 주관)\n\n은빛군사회적경제네트워크 033-000-0000"
    )
    found = {e.title: (e.hosts, e.organisers) for e in events(text, "[알림] 5월 행사 한눈에")}
    assert {o for t, (_, o) in found.items() if "등반" in t} == {()}
    assert ("푸른마을협동조합",) in {o for _, o in found.values()}


def test_a_number_of_cooperatives_is_no_name() -> None:
    text = "군내 협동조합 열한 곳이 뭉친 은빛협동조합협의회가 18일 구민회관에서 출범식을 한다."
    assert hosts_of(text, "은빛협동조합협의회 출범") == {("은빛협동조합협의회",)}


STORY = "창고 문이 열리자 나무 냄새가 난다. 주민들이 만든 은빛목공협동조합의 작업장이다. "
NEXT = "\n\n오는 18일 오후 2시에는 ‘숟가락 깎기 교실’이 열린다. 재료비는 5천 원이다."


def test_a_story_that_names_one_body_in_its_lead_tells_of_its_events() -> None:
    told = events(STORY + NEXT, "나무 냄새 나는 동네", "news")
    assert [(e.title, e.hosts) for e in told] == [("숟가락 깎기 교실", ("은빛목공협동조합",))]
    at = told[0].evidence["host"][0]
    assert (STORY + NEXT)[slice(*at)] == "은빛목공협동조합"


@pytest.mark.parametrize(
    "text",
    [
        STORY + "이웃 들꽃돌봄협동조합도 같은 골목에 산다." + NEXT,  # two of ours: whose it is stays open
        STORY + "나무는 은빛사회적경제네트워크가 보탰다." + NEXT,  # bodies that hold events for ours
        "골목에 나무 냄새가 난다. " * 20 + "작업장은 은빛목공협동조합이 빌려줬다." + NEXT,  # by the way, and late
    ],
)
def test_a_story_of_several_bodies_leaves_open_whose_an_event_is(text: str) -> None:
    assert [e.hosts for e in events(text, "협동조합 골목 이야기", "news")] == [()]


def test_the_body_put_in_front_of_a_name_is_whose_the_event_is() -> None:
    text = (
        "이번 주 사회적경제 일정이다.\n\n◆18일(토)\n△은빛의료복지사회적협동조합 ‘혈압 재는 날’, 오전 10시, 두꺼비공원\n"
        "△들꽃돌봄협동조합 이사회, 오후 7시\n\n◆19일(일)\n△골목 되살림장, 오전 11시, 은행나무길\n"
    )
    told = {e.title: e.hosts for e in events(text, "이번 주 사회적경제 일정", "news")}
    assert told["은빛의료복지사회적협동조합 혈압 재는 날"] == ("은빛의료복지사회적협동조합",)
    assert told["들꽃돌봄협동조합 이사회"] == ("들꽃돌봄협동조합",)
    assert told["골목 되살림장"] == ()


def test_whom_a_letter_addresses_are_of_the_body_whose_it_is() -> None:
    assert hosts_of(f"은빛마을기업협의회 회원사 여러분께\n\n{FAIR}") == {("은빛마을기업협의회",)}
    assert hosts_of(f"이웃 여러분께\n\n{FAIR}") == {()}


def test_no_event_is_called_like_the_body_that_puts_it_on() -> None:
    text = (
        "마을극장 협동조합 도란도란은 오는 18일 오후 5시 은빛구 도란도란 소극장에서 음악극 ‘담장’을 올린다.\n"
        "조합원 열 명이 노래한다."
    )
    told = events(text, "은빛구 마을극장 협동조합, 주말 음악극 ‘담장’", "news")
    assert [(e.title, e.hosts) for e in told] == [("담장", ("마을극장 협동조합 도란도란",))]


@pytest.mark.parametrize(
    ("byline", "channel", "hosts"),
    [
        ("은빛지역자활센터 홍보팀", "news", ("은빛지역자활센터",)),
        ("은빛의료복지사회적협동조합", "news", ("은빛의료복지사회적협동조합",)),
        ("마서윤 기자", "news", ()),
        ("조합살림팀", "news", ()),  # of which co-operative, it does not say
        ("은빛지역자활센터", "board", ()),  # boards keep no writer
    ],
)
def test_a_body_in_the_byline_of_a_paper_tells_of_its_own(byline: str, channel: str, hosts: tuple[str, ...]) -> None:
    found = read(Document("x", channel, "협동조합 설립 설명회 알림", FAIR, PUBLISHED, byline=byline)).events
    assert [e.hosts for e in found if e.role == "main"] == [hosts]


def test_a_byline_gives_way_to_a_host_that_the_text_names() -> None:
    text = f"{FAIR} 설명회는 강릉시가 주최한다."
    found = read(Document("x", "news", "설명회", text, PUBLISHED, byline="은빛지역자활센터")).events
    assert [e.hosts for e in found if e.role == "main"] == [("강릉시",)]
