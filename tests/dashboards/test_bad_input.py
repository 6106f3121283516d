"""What a source may leave out: a day, a region, everything. The pages say so and stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from invented_edition import EVENTS, OUTLETS, STORIES, TODAY, edition

from pipelines.publish import stage
from pipelines.publish.edition import Edition, EventRow


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_an_event_without_a_date_is_listed_as_such(published: Path) -> None:
    folder = published / "current"
    page = _read(folder, "events/e-nodate.html")
    assert "날짜 미정" in page and "달만 알려졌습니다 (2026년 12월)" in page
    assert "ld+json" not in page
    listed = _read(folder, "events.html")
    assert "e-nodate.html" in listed[listed.index("날짜가 정해지지 않은 행사") :]
    assert "e-nodate" not in _read(folder, "months/2026-11.html") + _read(folder, "index.html")
    assert "가온 마을기업 박람회" not in _read(folder, "calendar/events.ics"), "a calendar entry needs a day"
    assert "가온 마을기업 박람회" in _read(folder, "feeds/events.xml")


def test_an_event_that_states_nothing_but_its_name(tmp_path: Path) -> None:
    bare = EventRow("e-bare", "모임", TODAY, TODAY, article_ids=("a-p1",))
    made = stage.publish_edition(edition(events=(bare,), redirects=()), tmp_path)
    assert made.released and made.folder, made.complaints
    page = _read(made.folder, "events/e-bare.html")
    assert "날짜 미정" in page and "None" not in page and "변경 이력" not in page
    assert "None" not in _read(made.folder, "events.html") + _read(made.folder, "feeds/events.xml")


def test_no_region_is_said_to_be_for_all(tmp_path: Path) -> None:
    nowhere = tuple(replace(s, sido=None, sigungu=None) for s in STORIES)
    somewhere = tuple(replace(e, sido=None, sigungu=None) for e in EVENTS)
    made = stage.publish_edition(edition(stories=nowhere, events=somewhere), tmp_path)
    assert made.folder
    front = _read(made.folder, "index.html")
    assert 'data-region="전국"' in front and 'data-region=""' not in front and "None" not in front
    share = "사회적경제 전략기획연수 성과공유회"
    assert share in _read(made.folder, "calendar/region-jeju.ics"), "what is for all is in every region"


def test_a_release_of_nothing_at_all(tmp_path: Path) -> None:
    made = stage.publish_edition(Edition(TODAY), tmp_path)
    assert made.released and made.folder
    for page in sorted(made.folder.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        assert "<h1" in text and "None" not in text, page
    assert "어제부터 새로 들어온 소식이 없습니다" in _read(made.folder, "index.html")


def test_a_title_of_2000_characters_fits_its_page(tmp_path: Path) -> None:
    long = replace(EVENTS[3], title="긴이름" * 667, venue="긴장소" * 667)
    made = stage.publish_edition(edition(events=(*EVENTS[:3], long, *EVENTS[4:]), outlets=OUTLETS), tmp_path)
    assert made.folder
    page = _read(made.folder, "events/e-share.html")
    title = page[page.index("<title>") : page.index("</title>")]
    assert len(title) < 120 and ("긴이름" * 99) in page and ("긴이름" * 101) not in page
