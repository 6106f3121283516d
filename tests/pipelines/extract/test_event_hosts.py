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
