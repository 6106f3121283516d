"""How an event stands as the days go by: what is over, what has lapsed, what is a part of something that moved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented_edition import TODAY, D, edition
from selectolax.lexbor import LexborHTMLParser

from dashboards.letter import Desk, Wanted, facts
from dashboards.site.digest import open_digest
from dashboards.site.lines import EVENT_LINES, EventLine, again, event_line
from pipelines.publish import stage
from pipelines.publish.edition import Change, EditionArticle, EventRow, OrganisationRow, Party, Story

WEEKLY = "FREQ=WEEKLY;BYDAY=TH"


def _event(identity: str, **values: object) -> EventRow:
    return replace(EventRow(identity, identity, TODAY - D, TODAY - D, article_ids=("told",)), **values)  # type: ignore[arg-type]


def _folder(home: Path, *events: EventRow, told: date = TODAY, bodies: tuple[OrganisationRow, ...] = ()) -> Path:
    article = EditionArticle("told", "gaon-ilbo", "news", "알림", "https://gaon.example.com/1", told, told)
    made = stage.publish_edition(
        edition(events=events, stories=(Story("s-told", (article,)),), organisations=bodies, figures=(), redirects=()),
        home,
    )
    assert made.released and made.folder, made.complaints
    return made.folder


def _page(folder: Path, identity: str) -> LexborHTMLParser:
    return LexborHTMLParser((folder / f"events/{identity}.html").read_text(encoding="utf-8"))


def _tags(folder: Path, identity: str) -> list[str]:
    return [tag.text() for tag in _page(folder, identity).css("article .tags .tag")]


def _line(folder: Path, identity: str) -> EventLine:
    with open_digest(folder / "digest.db") as digest:
        (row,) = digest.rows(EVENT_LINES + "WHERE event_id = ?", identity)
        return event_line(row, digest.today)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"start": TODAY + D}, ["예정"]),
        ({"start": TODAY - D}, ["지난 행사"]),
        ({"start": TODAY - D, "status": "held"}, ["종료"]),
        ({"start": TODAY - D, "end": TODAY + D}, ["진행 중"]),
        ({"start": TODAY - 9 * D, "status": "postponed"}, ["지난 행사"]),
        ({"status": "postponed"}, ["연기"]),
        ({"start": TODAY - D, "status": "cancelled"}, ["취소"]),
        ({"start": TODAY - 9 * D, "status": "recurring", "recurrence": f"{WEEKLY};UNTIL=20261113"}, ["지난 행사"]),
        ({"start": TODAY - 9 * D, "status": "recurring", "recurrence": WEEKLY}, ["반복"]),
        ({"kind": "call", "application_deadline": TODAY + 3 * D}, ["신청 D-3", "모집·공모"]),
        ({"kind": "call", "application_deadline": TODAY - D}, ["마감", "모집·공모"]),
        ({"kind": "education", "start": TODAY + D, "application_deadline": TODAY - D}, ["예정", "교육·강좌"]),
    ],
)
def test_the_page_says_how_the_event_stands_today(tmp_path: Path, values: dict[str, object], said: list[str]) -> None:
    assert _tags(_folder(tmp_path, _event("e", **values)), "e") == said


def test_a_call_without_a_day_of_its_own_has_no_day_to_come(tmp_path: Path) -> None:
    folder = _folder(tmp_path, _event("call", kind="call", application_deadline=date(2026, 11, 27)), _event("open"))
    rows = {name: [dt.text() for dt in _page(folder, name).css("dt")] for name in ("call", "open")}
    assert rows == {"call": ["신청"], "open": ["일시"]}
    meta = _page(folder, "call").css_first("meta[name=description]")
    assert meta and meta.attributes["content"] == "11월 27일까지"
    assert "날짜 미정" in (folder / "feeds/events.xml").read_text(encoding="utf-8")
    assert "날짜 미정" not in (folder / "feeds/calls.xml").read_text(encoding="utf-8")


def test_a_box_of_a_past_year_says_the_year_and_one_of_a_call_its_last_day(tmp_path: Path) -> None:
    """«11월 23일 금요일» in the list of a body was of 2018."""
    held = Party("host", "온새미센터", "org")
    events = (
        _event("old", start=date(2018, 11, 23), parties=(held,)),
        _event("next", start=date(2027, 1, 5), parties=(held,)),
        _event("call", kind="call", application_deadline=date(2026, 11, 27), parties=(held,)),
        _event("open", parties=(held,)),
    )
    body = OrganisationRow("org", "온새미센터", "support_centre", mentions=(("told", 1),))
    folder = _folder(tmp_path, *events, bodies=(body,))
    listed = LexborHTMLParser((folder / "organisations/org.html").read_text("utf-8"))
    boxes = {li.css_first("a.title").text(): li.css_first(".day").text() for li in listed.css("li:has(a.title)")}
    assert list(boxes) == ["next", "call", "open", "old"], "a call stands at its last day"
    month = LexborHTMLParser((folder / "months/2018-11.html").read_text("utf-8")).css_first(".agenda .day")
    assert month and month.text() == "11월23금요일", "the page of a month says the year"
    assert boxes == {"old": "11월232018년", "next": "1월5화요일", "call": "11월27금요일", "open": "미정"}


def test_feeds_say_the_hours_of_what_repeats_and_its_rhythm(tmp_path: Path) -> None:
    weekly = {"recurrence": f"{WEEKLY};UNTIL=20261210", "status": "recurring", "end": date(2026, 12, 10)}
    folder = _folder(tmp_path, _event("weekly", start=date(2026, 11, 26), **weekly))
    told = re.findall(r"<summary>(.*?)</summary>", (folder / "feeds/events.xml").read_text(encoding="utf-8"))
    assert told == ["11월 26일 목요일 · 매주 목요일, 12월 10일까지"]


@pytest.mark.parametrize(
    ("told", "rule", "ahead"),
    [
        (TODAY - 170 * D, WEEKLY, True),
        (TODAY - 180 * D, WEEKLY, False),  # its next Thursday comes after the half year
        (TODAY - 900 * D, WEEKLY, False),
        (TODAY - 900 * D, f"{WEEKLY};UNTIL=20261203", True),
    ],
)
def test_a_series_without_an_end_is_counted_on_for_half_a_year(
    tmp_path: Path, told: date, rule: str, ahead: bool
) -> None:
    """An article of 2021 had its Thursdays stand among the events of this week."""
    weekly = _event(
        "e", start=date(2021, 6, 10), status="recurring", recurrence=rule, first_seen_on=told, changed_on=told
    )
    folder = _folder(tmp_path, weekly, told=told)
    assert ('href="events/e.html"' in (folder / "index.html").read_text(encoding="utf-8")) is ahead
    assert ("위의 일시는 다음 차례입니다" in _page(folder, "e").text()) is ahead
    assert ("지금도 이어지는지 알 수 없습니다" in _page(folder, "e").text()) is not ahead
    assert (folder / "calendar/events/e.ics").exists() is ahead
    with open_digest(folder / "digest.db") as digest:
        december = [day.day for day, _ in again(digest, date(2026, 12, 1), date(2026, 12, 31))]
    assert december == ([3] if ahead else [])


def test_a_series_that_lapsed_says_so_and_leaves_the_calendars(tmp_path: Path) -> None:
    long_ago = date(2021, 6, 9)
    weekly = _event("e", start=date(2021, 6, 10), status="recurring", recurrence=WEEKLY, changed_on=long_ago)
    told = {"now": TODAY, "then": long_ago}
    folders = {name: _folder(tmp_path / name, weekly, told=on) for name, on in told.items()}
    assert [b"RRULE" in (folders[name] / "calendar/events.ics").read_bytes() for name in told] == [True, False]
    pages = [_page(folders[name], "e").text() for name in told]
    assert ["지금도 이어지는지 알 수 없습니다" in page for page in pages] == [False, True]


def _week(**whole: object) -> tuple[EventRow, ...]:
    week = {"title": "가온 주간", "start": TODAY + 3 * D, "end": TODAY + 7 * D}
    talk = _event("talk", title="토론회", start=TODAY + 4 * D, parent_id="week")
    return _event("week", **{**week, **whole}), talk, _event("night", title="가온 주간 음악회", parent_id="week")


def test_a_part_names_its_whole_once(tmp_path: Path) -> None:
    folder = _folder(tmp_path, *_week())
    listed = LexborHTMLParser((folder / "events.html").read_text(encoding="utf-8"))
    facts_of = {li.css_first(".title").text(): li.css_first(".facts").text() for li in listed.css("li:has(a.title)")}
    assert "본행사\xa0가온 주간" in facts_of["토론회"]
    assert "본행사" not in facts_of["가온 주간"] + facts_of.get("가온 주간 음악회", "")
    assert [a.text() for a in _page(folder, "talk").css(".crumbs a")] == ["행사", "가온 주간"]
    assert [a.text() for a in _page(folder, "week").css(".links-list a")] == ["가온 주간 음악회", "토론회"]
    assert _line(folder, "talk").adrift is None


@pytest.mark.parametrize(
    ("whole", "said", "told"),
    [
        ({"status": "cancelled"}, "본행사 취소", "본행사가 취소되었습니다: 가온 주간."),
        (
            {
                "status": "postponed",
                "start": TODAY + 13 * D,
                "end": TODAY + 14 * D,
                "original_start": TODAY + 3 * D,
            },
            "본행사 연기",
            "본행사가 연기되었습니다 (11월 23일 → 12월 3일): 가온 주간.",
        ),
        (
            {"status": "postponed", "start": None, "end": None, "original_start": TODAY + 3 * D},
            "본행사 연기",
            "본행사가 연기되었습니다 (11월 23일 → 날짜 미정): 가온 주간.",
        ),
        ({"status": "postponed", "start": TODAY + 4 * D, "end": None, "original_start": TODAY + 3 * D}, "", ""),
    ],
)
def test_a_part_of_what_was_called_off_or_moved_says_so(
    tmp_path: Path, whole: dict[str, object], said: str, told: str
) -> None:
    """«고쳐 쓰는 공방» of the market of 28 November stood there as before, when that was put off to December."""
    folder = _folder(tmp_path, *_week(**whole))
    assert [tag for tag in _tags(folder, "talk") if "본행사" in tag] == ([said] if said else [])
    notes = [note.text() for note in _page(folder, "talk").css(".note")]
    assert notes == ([f"{told} 이 행사를 어떻게 하는지 알린 글은 아직 없습니다."] if told else [])
    front = (folder / "index.html").read_text(encoding="utf-8")
    assert ([tag for tag in ("본행사 취소", "본행사 연기") if f">{tag}</span>" in front]) == ([said] if said else [])
    month = (folder / "months/2026-11.html").read_text(encoding="utf-8")
    assert ("본행사 취소" in month, "본행사 연기" in month) == ("취소" in said, "연기" in said)
    line = _line(folder, "talk")
    assert said in facts("coming", line, TODAY) and ("본행사" in facts("coming", line, TODAY)) is bool(said)
    calendar = (folder / "calendar/events/talk.ics").read_text(encoding="utf-8").replace("\n ", "")
    assert ("본행사" in calendar) is bool(said)
    assert "본행사" not in facts("coming", _line(folder, "week"), TODAY)


def test_pages_that_stay_from_day_to_day_say_what_pages_made_anew_say(tmp_path: Path) -> None:
    """Over the days on which a call closes, an event goes by, a part comes adrift and a series lapses."""
    weekly = {"start": date(2021, 6, 10), "status": "recurring", "recurrence": WEEKLY, "first_seen_on": TODAY - 180 * D}
    events = [
        _event("series", **{**weekly, "changed_on": TODAY - 180 * D}),
        _event("call", kind="call", application_deadline=TODAY + 2 * D),
        _event("run", start=TODAY + D, end=TODAY + 3 * D),
        *_week(),
    ]
    for number in range(9):
        if number == 2:
            moved = {"status": "postponed", "start": TODAY + 20 * D, "end": None, "original_start": TODAY + 3 * D}
            events[3:] = _week(**moved)
        told = EditionArticle("told", "gaon-ilbo", "news", "알림", "", TODAY - 180 * D, TODAY - 180 * D)
        made = edition(
            as_of=TODAY + number * D, events=tuple(events), stories=(Story("s", (told,)),),
            organisations=(), figures=(), redirects=(),
        )  # fmt: skip
        one, other = (stage.publish_edition(made, tmp_path / name) for name in ("carried", f"anew{number}"))
        assert one.folder and other.folder
        for path in sorted(other.folder.glob("events/*.html")):
            assert path.read_text("utf-8") == (one.folder / "events" / path.name).read_text("utf-8"), (number, path)


def test_what_changed_beside_the_day_stands_among_what_changed(tmp_path: Path) -> None:
    """A place that moved and a last day put off stood on the event's own page alone."""
    place = Change(TODAY, "detail", "told", "venue", "갈산공원", "시장 쉼터")
    later = Change(TODAY, "detail", "told", "application_deadline", "11월 27일 금요일", "12월 4일 금요일")
    long_ago = replace(place, on=TODAY - 9 * D)
    due = {"kind": "call", "application_deadline": TODAY + 14 * D}
    folder = _folder(
        tmp_path,
        _event("moved", start=TODAY + 2 * D, venue="시장 쉼터", history=(place,)),
        _event("longer", **due, history=(later,)),
        _event("over", start=TODAY - D, history=(place,)),
        _event("held", start=TODAY, status="held", history=(place,)),
        _event("known", start=TODAY + 2 * D, history=(long_ago,)),
    )
    section = LexborHTMLParser((folder / "index.html").read_text("utf-8")).css_first("section[aria-labelledby=moved]")
    assert section is not None
    told = {li.css_first("a.title").text(): li.css_first(".facts").text() for li in section.css("ol.items > li")}
    assert told == {"moved": "장소 갈산공원 → 시장 쉼터", "longer": "신청 마감 11월 27일 금요일 → 12월 4일 금요일"}
    assert [tag.text() for tag in section.css(".tag.moved")] == ["변경", "변경"]
    with open_digest(folder / "digest.db") as digest:
        letter = Desk(digest, "https://x.example/").letter(Wanted())
    assert letter is not None and "바뀐 일정 2건" in letter.subject
    assert "장소 갈산공원 → 시장 쉼터 · 11월 22일 일요일" in letter.text and "갈산공원" in letter.html
    assert letter.text.count("갈산공원") == 1
