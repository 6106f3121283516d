"""Feeds and calendars, read back by parsers that are not ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from invented_edition import EVENTS, HOSTILE, STORIES, TODAY, D, edition, hostile_edition

from dashboards.channels import CHANNELS
from pipelines.publish import ical, stage
from pipelines.publish.edition import SEOUL

SITE = "https://dure.example.com/"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = stage.publish_edition(edition(), tmp_path_factory.mktemp("published"), site_url=SITE)
    assert made.folder is not None
    return made.folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = stage.publish_edition(hostile_edition(), tmp_path_factory.mktemp("hostile"), site_url=SITE)
    assert made.released and made.folder is not None
    return made.folder


def _events(path: Path) -> dict[str, object]:
    calendar = Calendar.from_ical(path.read_bytes())
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_atom_is_understood_by_feedparser(release: Path) -> None:
    feed = feedparser.parse((release / "feeds/stories.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.feed.title == "두레 · 새 소식"
    assert [entry.title for entry in feed.entries].count("가온시, 내년 사회적경제 예산 18% 늘려") == 1
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) and all(i.startswith("urn:uuid:") for i in ids)
    assert all(entry.link.startswith("https://") for entry in feed.entries)


def test_json_feed_holds_the_same_entries(release: Path) -> None:
    for stem in ("stories", "events", "calls", *(channel.stem for channel in CHANNELS)):
        atom = feedparser.parse((release / f"feeds/{stem}.xml").read_bytes())
        said = json.loads((release / f"feeds/{stem}.json").read_text(encoding="utf-8"))
        assert not atom.bozo
        assert [item["id"] for item in said["items"]] == [entry.id for entry in atom.entries]
        assert said["version"] == "https://jsonfeed.org/version/1.1"


def test_a_region_feed_has_its_own_and_nothing_of_others(release: Path) -> None:
    titles = [entry.title for entry in feedparser.parse((release / "feeds/region-gangwon.xml").read_bytes()).entries]
    assert "2027년 마을기업 신규 지정 모집" in titles
    assert "제4회 미리내 사회적경제 한마당" not in titles
    assert "협동조합 결산 실무 강좌" in titles, "what is online or for the whole country belongs everywhere"


def test_calendar_times_days_status_and_sequence(release: Path) -> None:
    found = _events(release / "calendar/events.ics")
    fair, share, past = found["e-fair"], found["e-share"], found["e-past"]
    assert share["DTSTART"].dt == datetime(2026, 11, 24, 15, tzinfo=SEOUL)  # type: ignore[index]
    assert share["DTSTART"].params["TZID"] == "Asia/Seoul"  # type: ignore[index]
    assert share["DTEND"].dt == datetime(2026, 11, 24, 18, tzinfo=SEOUL)  # type: ignore[index]
    assert past["DTSTART"].dt == date(2026, 11, 10) and past["DTEND"].dt == date(2026, 11, 11)  # type: ignore[index]
    assert fair["SEQUENCE"] == 1 and fair["STATUS"] == "CONFIRMED"  # type: ignore[index]
    assert found["e-off"]["STATUS"] == "CANCELLED"  # type: ignore[index]
    assert found["e-online"]["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": ["WE"], "COUNT": [4]}  # type: ignore[index]
    assert "e-nodate" not in found


def test_deadlines_ring_the_day_before(release: Path) -> None:
    found = _events(release / "calendar/calls.ics")
    alarm = found["e-call-deadline"].walk("VALARM")[0]  # type: ignore[attr-defined]
    assert alarm["TRIGGER"].dt == timedelta(days=-1)
    whole_day = found["e-care-deadline"]
    assert whole_day["DTSTART"].dt == TODAY + 3 * D  # type: ignore[index]
    assert whole_day.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=-15)  # type: ignore[attr-defined]


def test_an_event_that_is_ahead_has_a_calendar_file_of_its_own(release: Path) -> None:
    own = {path.stem for path in (release / "calendar/events").iterdir()}
    linked = {path.stem for path in (release / "events").glob("*.html") if "내 달력에 넣기" in path.read_text("utf-8")}
    assert own == linked and {"e-fair", "e-call", "e-online"} <= own
    assert not own & {"e-past", "e-off", "e-nodate"}
    found = _events(release / "calendar/events/e-care.ics")
    assert set(found) == {"e-care", "e-care-deadline"}, "its hours, and its deadline with an alarm"


def test_calendar_lines_are_folded_and_end_in_crlf(release: Path) -> None:
    for path in (release / "calendar").rglob("*.ics"):
        for line in path.read_bytes().split(b"\r\n"):
            assert b"\n" not in line and len(line) <= 75


def test_calendars_are_written_as_the_library_writes_them(release: Path, hostile: Path) -> None:
    """Read by icalendar and written again: the same bytes, in the order and with the folds it gives them."""
    for path in [*(release / "calendar").rglob("*.ics"), *(hostile / "calendar").rglob("*.ics")]:
        assert Calendar.from_ical(path.read_bytes()).to_ical() == path.read_bytes(), path.name


@given(st.text(st.sampled_from("가각é😀 a,;:\\^N\r\n\"'"), max_size=120))
def test_any_text_is_escaped_and_folded_as_the_library_does(text: str) -> None:
    event = Event()
    event.add("summary", text)
    assert ical.component("VEVENT", [ical.said("SUMMARY", text)]) == event.to_ical()


@pytest.mark.parametrize(
    "moment", [date(2026, 11, 24), datetime(2026, 11, 24, 15, 30, tzinfo=SEOUL), datetime(2026, 11, 24, 23, tzinfo=UTC)]
)
def test_a_moment_is_written_as_the_library_writes_it(moment: date | datetime) -> None:
    event = Event()
    event.add("dtstart", moment.astimezone(ical.ZONE) if isinstance(moment, datetime) else moment)
    assert ical.component("VEVENT", [ical.at("DTSTART", moment)]) == event.to_ical()


def test_exports_hold_what_the_tables_hold(release: Path) -> None:
    package = json.loads((release / "exports/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        rows = list(
            csv.DictReader(io.StringIO((release / "exports" / resource["path"]).read_text(encoding="utf-8-sig")))
        )
        lines = (release / "exports" / resource["alternatives"][0]).read_text(encoding="utf-8").splitlines()
        assert len(rows) == len(lines)
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert not rows or list(rows[0]) == names
        for key in resource["schema"]["foreignKeys"]:
            target = key["reference"]["resource"]
            assert not target or target in {other["name"] for other in package["resources"]}


def test_exports_are_valid_for_frictionless(release: Path, hostile: Path) -> None:
    """Package, schemas, types, primary and foreign keys, row by row, by the reference implementation."""
    frictionless = pytest.importorskip("frictionless")
    for folder in (release, hostile):
        report = frictionless.validate(str(folder / "exports/datapackage.json"))
        assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])[:5]


def test_calendars_are_valid_for_another_parser(release: Path, hostile: Path) -> None:
    """vobject wrote none of it: it reads every calendar strictly and writes it back."""
    vobject = pytest.importorskip("vobject")
    for path in [*(release / "calendar").rglob("*.ics"), *(hostile / "calendar").rglob("*.ics")]:
        calendar = vobject.readOne(path.read_text(encoding="utf-8"), validate=True)
        uids = [event.uid.value for event in getattr(calendar, "vevent_list", [])]
        assert len(uids) == len(set(uids)), path.name
        if path.name == "calls.ics":
            assert all(event.valarm.trigger.value for event in getattr(calendar, "vevent_list", []))


def test_feeds_keep_to_rfc_4287_and_json_feed(release: Path, hostile: Path) -> None:
    """What the formats demand of every feed and entry, asked of the XML and the JSON themselves."""
    from lxml import etree  # type: ignore[import-untyped]

    atom = "{http://www.w3.org/2005/Atom}"
    for path in [*(release / "feeds").glob("*.xml"), *(hostile / "feeds").glob("*.xml")]:
        feed = etree.fromstring(path.read_bytes())
        known = {"id", "title", "updated", "author", "rights", "link", "entry"}
        assert {child.tag.removeprefix(atom) for child in feed} <= known
        ids = []
        for node in (feed, *feed.iter(f"{atom}entry")):
            for name in ("id", "title", "updated"):
                assert len(node.findall(atom + name)) == 1, (path.name, name)
            assert datetime.fromisoformat(node.findtext(f"{atom}updated")).tzinfo is not None
            assert node.findtext(f"{atom}author/{atom}name"), "RFC 4287 §4.2.1: a name is never empty"
            ids.append(node.findtext(f"{atom}id"))
        assert len(ids) == len(set(ids)) and feed.find(f"{atom}link[@rel='self']") is not None
    for path in [*(release / "feeds").glob("*.json"), *(hostile / "feeds").glob("*.json")]:
        said = json.loads(path.read_text(encoding="utf-8"))
        assert said["version"].endswith("/version/1.1") and said["title"] and isinstance(said["items"], list)
        for item in said["items"]:
            assert item["id"] and "content_text" in item and datetime.fromisoformat(item["date_published"]).tzinfo


def test_parquet_holds_the_same_rows(release: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(release / "exports/event.parquet")
    assert table.num_rows == len(EVENTS)
    assert table.schema.field("venue").metadata[b"meaning"].decode() == "곳"


def test_hostile_titles_do_not_break_feeds_or_calendars(hostile: Path) -> None:
    for path in (hostile / "feeds").glob("*.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, (path.name, feed.get("bozo_exception"))
        assert all(entry.link.startswith(SITE) for entry in feed.entries), "a javascript: address was kept"
    found = _events(hostile / "calendar/events.ics")
    assert set(found) == {f"h{n}" for n in range(len(HOSTILE))}
    assert "끼움" not in [str(event["SUMMARY"]) for event in found.values()]  # type: ignore[index]


def test_hostile_titles_are_no_formulas_in_csv(hostile: Path) -> None:
    for row in _cells(hostile):
        assert not row.startswith(("=", "+", "@", "\t", "\r"))


def test_hostile_titles_are_text_in_pages(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>alert" not in page and "<svg onload" not in page and "<b>나쁜" not in page
        assert "javascript:" not in page and "\u202e" not in page and "\x00" not in page
    assert "{{ 7*7 }} {% raw %} ${7*7}" in (hostile / "index.html").read_text(encoding="utf-8")


def test_an_id_that_looks_like_a_path_stays_inside(hostile: Path) -> None:
    assert not (hostile.parent / "h0.html").exists() and not (hostile / "h0.html").exists()
    assert len(list((hostile / "events").glob("x*.html"))) == len(HOSTILE)


def test_a_title_of_2000_characters_is_cut(hostile: Path) -> None:
    assert max(len(row) for row in _cells(hostile)) <= 2000
    front = (hostile / "index.html").read_text(encoding="utf-8")
    assert "x" * 109 + "…" in front and "x" * 110 not in front


def _cells(folder: Path) -> Iterator[str]:
    for path in (folder / "exports").glob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
            yield from row


def test_stories_of_the_edition_are_each_said_once(release: Path) -> None:
    front = (release / "index.html").read_text(encoding="utf-8")
    shown = front.split('id="news"', 1)[1]
    assert shown.count('<span class="title">') == len([s for s in STORIES if s.articles[0].first_seen_on >= TODAY - D])
    assert "매체 12곳" in shown
