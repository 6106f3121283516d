"""What stands in front of a name that says little in a list; weights are asked, so the options are held, not the pick
of every text. In words of our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.events.assemble import drafted, set_out
from pipelines.extract.events.bodies.hosts import find_hosts
from pipelines.extract.events.names import owners
from pipelines.extract.organisations import find_organisations
from pipelines.extract.reading import read
from pipelines.extract.region import find_region
from pipelines.extract.times import find_times
from store.records import Document

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def document(text: str, title: str, channel: str = "board") -> Document:
    return Document("x", channel, title, text, PUBLISHED)


def options(text: str, title: str = "소식") -> Iterator[tuple[str, list[owners.Option]]]:
    """Each event's name, as its rule told it, with the titles that it may have."""
    given = document(text, title)
    lines = split_lines(given.text, given.title)
    bodies, region = find_organisations(given, lines), find_region(given, lines)
    scene, labels = set_out(given, lines, find_times(given.text, PUBLISHED), bodies, region)
    drafts = drafted(scene, labels)
    find_hosts(scene, drafts)
    yield from ((draft.title, owners.options(scene, draft, drafts)) for draft in drafts)


@pytest.mark.parametrize(
    ("text", "title", "kind", "whole"),
    [
        ("새솔협동조합은 5월 18일 오후 2시 은빛회관에서 정기총회를 연다.", "소식", "body", "새솔협동조합 정기총회"),
        ("새솔지역자활센터는 세탁사업단 ‘뽀송’을 꾸렸다. 5월 18일 오후 2시 개소식을 연다.", "소식", "quote",
         "뽀송 개소식"),
        ("새솔지역자활센터는 세탁사업단 ‘뽀송’을 꾸렸다. 5월 18일 오후 2시 개소식을 연다.", "소식", "quote in full",
         "세탁사업단 뽀송 개소식"),
        ("새솔책방은 여름 책캠프에 함께할 가족 12팀을 이달 말까지 모집한다. 캠프는 7월 25~27일이다.", "소식",
         "namesake", "여름 책캠프"),
        ("새솔협동조합은 5월 18일 오후 2시 설명회를 연다.", "돌봄 배움터 수강생 모집", "post",
         "돌봄 배움터 설명회"),
        ("새솔협동조합은 ‘새솔 한마당’을 5월 18일 연다. 이날 오후 2시 개막식을 한다.", "소식", "beside",
         "새솔 한마당 개막식"),
        ("■ 돌봄 배움터\n· 1기 5월 18일(토) 14:00~16:00\n· 2기 5월 25일(토) 14:00~16:00", "소식", "heading",
         "돌봄 배움터 1기"),
    ],
)  # fmt: skip
def test_what_may_be_in_front_of_a_name(text: str, title: str, kind: str, whole: str) -> None:
    found = {(option.kind, option.title) for _, some in options(text, title) for option in some}
    assert (kind, whole) in found


@pytest.mark.parametrize("words", ["새길군이 여는", "새로 지은", "손님을 맞는", "오후 2시"])
def test_a_clause_or_a_time_is_no_owner(words: str) -> None:
    text = f"새솔협동조합 소식입니다. {words} 설명회는 5월 18일 오후 2시 은빛회관에서 합니다."
    titles = [option.title for _, some in options(text) for option in some]
    assert titles and not any(title.startswith(words) for title in titles)


def test_the_name_alone_comes_first_and_no_option_says_it_twice() -> None:
    text = "새솔협동조합은 ‘새솔 한마당’을 5월 18일 연다. 이날 오후 2시 새솔 한마당 개막식을 한다."
    for name, some in options(text, "새솔 한마당 개막식"):
        assert some[0].title == name and some[0].kind == ""
        assert len({option.title for option in some}) == len(some)
        assert all(option.title.count("한마당") <= 1 for option in some)


def test_an_assembly_is_told_with_its_body_and_says_so() -> None:
    text = "새솔협동조합은 5월 18일 오후 2시 은빛회관에서 정기총회를 연다. 문의 02-000-1234"
    (event,) = read(document(text, "알립니다")).events
    assert (event.title, event.rules["owner"]) == ("새솔협동조합 정기총회", "body")
    assert {text[start:end] for start, end in event.evidence["title"]} == {"새솔협동조합", "정기총회"}


def test_a_name_of_its_own_needs_no_owner() -> None:
    text = "새솔협동조합은 5월 18일 오후 2시 은빛회관에서 ‘햇볕 아래 감자 굽기 잔치’를 연다."
    (event,) = read(document(text, "새솔협동조합 소식", "news")).events
    assert event.title == "햇볕 아래 감자 굽기 잔치" and "owner" not in event.rules


def test_who_must_come_is_no_part_of_a_name() -> None:
    text = "새솔사회적경제지원센터 알림\n■ 먼저 들어야 하는 교육 : 5월 18일(토) 14:00, 은빛회관"
    assert all("먼저" not in event.title for event in read(document(text, "마을기업 모집")).events)


def test_the_next_sitting_has_its_month() -> None:
    text = "새솔협동조합 이사회를 5월 4일 저녁 7시에 열었습니다. 다음 이사회는 6월 11일 저녁 7시입니다."
    found = {option.title for _, some in options(text) for option in some}
    assert "6월 이사회" in found
