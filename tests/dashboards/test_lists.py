"""Pages that are lists: small on any day, complete over their pages, and with the words of each line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented_edition import EVENTS, ORGANISATIONS, OUTLETS, TODAY, D, edition

from dashboards.site.directory import first_sound
from pipelines.publish import stage
from pipelines.publish.check import FRONT_BYTES
from pipelines.publish.edition import EditionArticle, EventRow, Evidence, Story

LONG = "한마당 " * 500
MOST_BYTES = 450_000


def _published(home: Path, **changes: object) -> Path:
    made = stage.publish_edition(edition(**changes), home)
    assert made.released and made.folder, made.complaints
    return made.folder


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _event(number: int, day: date, **changes: object) -> EventRow:
    base = EventRow(
        f"e-many{number}",
        f"행사 {number}",
        TODAY,
        TODAY,
        start=day,
        article_ids=("a-many",),
        evidence=(Evidence("title", "여러 행사", "a-many"),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


MANY = Story(
    "s-many", (EditionArticle("a-many", "gaon-ilbo", "news", "여러 행사", "https://gaon.example.com/9999", TODAY),)
)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """260 events on one day to come, parts of another, long titles everywhere, 1,300 organisations."""
    day = TODAY + 5 * D
    events = tuple(
        _event(n, day, title=f"{n} {LONG}", venue=LONG, fee=LONG, audience=LONG, parent_id="e-many0" if n else None)
        for n in range(260)
    )
    told = "https://gaon.example.com/"
    stories = tuple(
        Story(f"s{n}", (EditionArticle(f"a{n}", "gaon-ilbo", "news", f"{n} {LONG}", f"{told}{n}", TODAY, TODAY),))
        for n in range(300)
    )
    bodies = tuple(
        replace(ORGANISATIONS[n % 7], id=f"o{n}", name=f"{'가나다라마'[n % 5]}모임 {n}", mentions=())
        for n in range(1300)
    )
    return _published(
        tmp_path_factory.mktemp("crowded"), outlets=OUTLETS, stories=(*stories, MANY), events=events,
        organisations=bodies, figures=(), redirects=(),
    )  # fmt: skip


def test_no_page_is_large_however_much_there_is(crowded: Path) -> None:
    sizes = {str(page.relative_to(crowded)): page.stat().st_size for page in crowded.rglob("*.html")}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
    loaded = ("index.html", "static/dure.css", "static/filter.js", "static/favicon.svg")
    assert sum((crowded / name).stat().st_size for name in loaded) <= FRONT_BYTES


def test_a_crowded_day_is_whole_over_its_pages(crowded: Path) -> None:
    """The month shows a few of each day and leads to the day, whose pages together hold every event once."""
    day = TODAY + 5 * D
    month = _read(crowded, f"months/{day:%Y-%m}.html")
    assert len(re.findall(r'class="title" href="\.\./events/e-many', month)) == 12
    assert f'href="../days/{day}.html"' in month and "260건 모두 보기" in month
    pages = [f"days/{day}.html", f"days/{day}-2.html", f"days/{day}-3.html"]
    found = [
        name
        for page in pages
        for name in re.findall(r'class="title" href="\.\./events/(e-many\d+)', _read(crowded, page))
    ]
    assert len(found) == len(set(found)) == 260
    assert not (crowded / f"days/{day}-4.html").exists()


def test_todays_stories_are_whole_over_the_pages_of_the_day(crowded: Path) -> None:
    pages = [f"days/{TODAY}.html", *(f"days/{TODAY}-{n}.html" for n in (2, 3, 4))]
    found = [
        link for page in pages for link in re.findall(r'href="(https://gaon\.example\.com/\d+)"', _read(crowded, page))
    ]
    assert len(set(found)) == 301 == len(found)


def test_a_large_directory_is_shelved_four_ways(crowded: Path) -> None:
    front = _read(crowded, "organisations.html")
    for way in ("첫소리", "지역", "종류", "분야"):
        assert f'aria-label="{way}"' in front
    for shelf in ("by", "region", "kind"):
        pages = crowded.glob(f"organisations/{shelf}-*.html")
        found = [
            name
            for page in pages
            for name in re.findall(r'<a href="\.\./organisations/(o\d+)\.html"', page.read_text("utf-8"))
        ]
        assert len(found) == len(set(found)) == 1300, shelf


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("까치마을", "ㄱ"),
        ("쌀롱", "ㅅ"),
        ("한울", "ㅎ"),
        ("㈜두레", "ㄷ"),
        ("GSEF", "A–Z"),
        ("1인1표", "0–9 등"),
        ("", "0–9 등"),
    ],
)
def test_names_are_filed_under_their_first_sound(name: str, sound: str) -> None:
    assert first_sound(name.replace("㈜", "")) == sound


def test_lines_of_today_show_the_words_they_were_read_from(published: Path) -> None:
    front = _read(published / "current", "index.html")
    line = front[front.index("e-fair.html") :]
    line = line[: line.index("</li>")]
    assert '<details class="because" open>' in line
    assert "<mark><bdi>다음 달 5일로 일주일 미뤄</bdi></mark>" in line and "변경 전" in line


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"a-many": ("가온시", "늘품구")}, "가온시, 늘품구"),
        ({"a-many": ("가온시", "늘품구" * 13)}, "가온시"),  # not more than a value's own words may be
        ({"a-many": ("가온시",), "a-late": ("늘품구",)}, "늘품구"),
    ],
)
def test_a_line_proves_all_hosts_that_one_article_names(
    tmp_path: Path, names: dict[str, tuple[str, ...]], shown: str
) -> None:
    """Under «강원특별자치도, 원주시» stood only the words «강원특별자치도»."""
    words = tuple(Evidence("hosts", name, article) for article, told in names.items() for name in told)
    late = replace(MANY.articles[0], id="a-late", title="늦은 글", published_at=TODAY)
    told = replace(MANY, articles=(*MANY.articles, late))
    event = _event(1, TODAY + D, evidence=words, article_ids=("a-many", "a-late"))
    page = _read(
        _published(tmp_path, events=(event,), stories=(told,), organisations=(), figures=(), redirects=()), "index.html"
    )
    line = page[page.index("e-many1.html") :].split("</li>")[0]
    assert re.findall(r"<mark><bdi>([^<]*)</bdi>", line) == [shown]


def test_a_call_says_its_deadline_and_a_course_also_its_first_day(tmp_path: Path) -> None:
    course = _event(1, TODAY + 6 * D, title="설립 교육", application_deadline=TODAY + 3 * D, kind="education")
    call = _event(2, TODAY - 6 * D, title="기업 모집", application_deadline=TODAY + 3 * D, kind="call")
    page = _read(
        _published(tmp_path, events=(course, call), stories=(MANY,), organisations=(), figures=(), redirects=()),
        "calls.html",
    )
    lines = {name: page[page.index(f"{name}.html") :].split("</li>")[0] for name in ("e-many1", "e-many2")}
    assert "23일까지" in lines["e-many1"] and "행사 11월 26일" in lines["e-many1"]
    assert "23일까지" in lines["e-many2"] and "행사 11월" not in lines["e-many2"]


def test_a_month_shows_what_repeats_on_each_of_its_days(tmp_path: Path) -> None:
    course = _event(
        1, date(2026, 11, 5), title="매주 강좌", status="recurring", end=date(2026, 12, 10),
        recurrence="FREQ=WEEKLY;BYDAY=TH;UNTIL=20261210",
    )  # fmt: skip
    later = _event(2, date(2026, 12, 24), title="송년회")
    folder = _published(tmp_path, events=(course, later), stories=(MANY,), organisations=(), figures=(), redirects=())
    days = {
        month: re.findall(
            r'<li id="d([\d-]+)" data-group[^>]*>(?:(?!</ul>).)*매주 강좌', _read(folder, f"months/{month}.html"), re.S
        )
        for month in ("2026-11", "2026-12")
    }
    assert days == {
        "2026-11": ["2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26"], "2026-12": ["2026-12-03", "2026-12-10"],
    }  # fmt: skip
    small = _read(folder, "index.html")
    assert all(f'months/2026-11.html#d{day}"' in small for day in days["2026-11"])


def test_tomorrow_is_called_so(tmp_path: Path) -> None:
    events = (_event(1, TODAY), _event(2, TODAY + D), _event(3, TODAY + 2 * D))
    page = _read(
        _published(tmp_path, events=events, stories=(MANY,), organisations=(), figures=(), redirects=()), "events.html"
    )
    boxes = re.findall(
        r'<time class="day(?: soon)?" datetime="[\d-]+"><span>11월</span><b>\d+</b><span>([^<]+)</span>', page
    )
    assert boxes == ["오늘", "내일", "일요일"]


def test_a_past_call_of_the_events_fixture_stays_out(published: Path) -> None:
    ids = {
        event.id
        for event in EVENTS
        if event.application_deadline and event.application_deadline.isoformat()[:10] >= str(TODAY)
    }
    page = _read(published / "current", "calls.html")
    assert set(re.findall(r'href="events/([\w-]+)\.html"', page)) <= ids
