"""A release lands whole or not at all; the last good one stays."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from invented_edition import EVENTS, OUTLETS, STORIES, TODAY, D, edition

from pipelines.publish import making, release, stage
from pipelines.publish.edition import Edition, EditionArticle, Evidence, Story
from pipelines.publish.release import ReleaseError

ROOT = Path(__file__).resolve().parents[3]


def _many(count: int, titles: str = "가온 소식 {}") -> tuple[Story, ...]:
    """Stories with one article each, over ten outlets."""
    return tuple(
        Story(
            f"n{n:05}",
            (
                EditionArticle(
                    f"x{n:05}",
                    f"paper{n % 10:02}",
                    "news",
                    titles.format(n),
                    f"https://paper.example.com/{n}",
                    TODAY,
                    TODAY,
                ),
            ),
        )
        for n in range(count)
    )


def _bytes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_edition_gives_the_same_folder(tmp_path: Path) -> None:
    one = stage.publish_edition(edition(), tmp_path / "one")
    two = stage.publish_edition(edition(), tmp_path / "two")
    assert one.folder and two.folder and one.version == two.version
    assert _bytes(one.folder) == _bytes(two.folder)
    again = stage.publish_edition(edition(), tmp_path / "one")
    assert again.unchanged and again.folder == one.folder
    assert len(list((tmp_path / "one" / "releases").iterdir())) == 1


def test_manifest_names_every_file_and_its_fingerprint(tmp_path: Path) -> None:
    made = stage.publish_edition(edition(), tmp_path)
    assert made.folder is not None
    manifest = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))
    there = _bytes(made.folder)
    del there["manifest.json"]
    assert {name: found["sha256"] for name, found in manifest["files"].items()} == there
    assert manifest["counts"]["event"] == len(EVENTS)
    assert all(check["kept"] for check in manifest["checks"])


def test_a_great_loss_stops_the_release_and_the_last_one_stays(tmp_path: Path) -> None:
    whole = Edition(TODAY, OUTLETS, _many(60))
    first = stage.publish_edition(whole, tmp_path)
    second = stage.publish_edition(replace(whole, as_of=TODAY + D, stories=_many(20)), tmp_path)
    assert first.released and not second.released
    assert first.folder and second.folder == release.current(tmp_path) != first.folder
    shown, good = _bytes(second.folder), _bytes(first.folder)
    assert {name for name in good if shown[name] != good[name]} == {
        name for name in good if name.endswith(".html") or name == "manifest.json"
    }
    assert any("rows of article" in complaint for complaint in second.complaints)
    assert json.loads((tmp_path / "problem.json").read_text(encoding="utf-8"))["breaches"]
    third = stage.publish_edition(replace(whole, as_of=TODAY + 2 * D), tmp_path)
    assert third.released and not (tmp_path / "problem.json").exists()
    assert third.folder and "멈추었습니다" not in (third.folder / "index.html").read_text(encoding="utf-8")


def test_a_stopped_release_is_told_on_every_page_and_the_good_one_keeps_its_bytes(tmp_path: Path) -> None:
    whole = Edition(TODAY, OUTLETS, _many(60))
    first = stage.publish_edition(whole, tmp_path)
    assert first.folder
    before = _bytes(first.folder)
    for later in (1, 2):
        lost = stage.publish_edition(replace(whole, as_of=TODAY + later * D, stories=_many(20)), tmp_path)
        assert lost.folder and not lost.released
        said = f"11월 {20 + later}일 발행을 멈추었습니다. 글 수가 평소보다 크게 적습니다. 11월 20일 발행본을 그대로"
        for page in sorted(lost.folder.rglob("*.html")):
            text = page.read_text(encoding="utf-8")
            assert text.count('class="banner held"') == 1 and said in text, page
        made = json.loads((lost.folder / "manifest.json").read_text(encoding="utf-8"))
        on_disk = _bytes(lost.folder)
        assert {name: told["sha256"] for name, told in made["files"].items()} == {
            name: seal for name, seal in on_disk.items() if name != "manifest.json"
        }
        assert made["version"] == first.version and said in made["held"]
    again = stage.publish_edition(replace(whole, as_of=TODAY + 2 * D, stories=_many(20)), tmp_path)
    assert again.folder == lost.folder, "the same stop twice changes nothing"
    assert _bytes(first.folder) == before
    back = stage.publish_edition(whole, tmp_path)
    assert back.released and back.folder == first.folder == release.current(tmp_path)
    assert not (tmp_path / "problem.json").exists() and _bytes(first.folder) == before


def test_a_stop_before_the_first_release_shows_nothing(tmp_path: Path) -> None:
    article = EditionArticle("x", "paper00", "news", "문의 010-0000-1234", "", TODAY, TODAY)
    made = stage.publish_edition(Edition(TODAY, OUTLETS, (Story("s", (article,)),)), tmp_path)
    assert not made.released and made.folder is None and release.current(tmp_path) is None
    assert (tmp_path / "problem.json").exists()


def test_force_publishes_with_a_banner_on_every_page(tmp_path: Path) -> None:
    whole = Edition(TODAY, OUTLETS, _many(60))
    stage.publish_edition(whole, tmp_path)
    forced = stage.publish_edition(replace(whole, as_of=TODAY + D, stories=_many(20)), tmp_path, force=True)
    assert forced.released and forced.folder is not None
    for page in ("index.html", "events.html", "about.html"):
        assert "평소의 약속을 다 지키지 못했습니다" in (forced.folder / page).read_text(encoding="utf-8")
    assert json.loads((forced.folder / "manifest.json").read_text(encoding="utf-8"))["forced"] is True


@pytest.mark.parametrize(
    "words", ["문의 010-0000-1234", "문의 01000001234", "아무개 gildong@example.com", "800101-1000000"]
)
def test_personal_data_stops_a_release_even_when_forced(tmp_path: Path, words: str) -> None:
    result = stage.publish_edition(Edition(TODAY, OUTLETS, _many(1, words)), tmp_path, force=True)
    assert not result.released and release.current(tmp_path) is None
    assert {breach.promise for breach in result.breaches if breach.stops} == {"private"}


def test_an_office_contact_and_numbers_in_addresses_may_stand(tmp_path: Path) -> None:
    contact = replace(EVENTS[0], contact="가온시 사회적경제과 033-000-0100, se@example.com")
    article = replace(STORIES[1].articles[0], url="https://mirinae.example.com/view?idxno=01012345678")
    story = replace(STORIES[1], articles=(article, *STORIES[1].articles[1:]))
    stories = (STORIES[0], story, *STORIES[2:])
    assert stage.publish_edition(edition(events=(contact, *EVENTS[1:]), stories=stories), tmp_path).released


def test_what_comes_from_a_link_only_outlet_stops_the_release(tmp_path: Path) -> None:
    leaked = replace(EVENTS[3], evidence=(Evidence("venue", "바닷가", "a-l1"),))
    result = stage.publish_edition(edition(events=(*EVENTS[:3], leaked, *EVENTS[4:])), tmp_path, force=True)
    assert not result.released
    assert any("title and link only" in complaint for complaint in result.complaints)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "published").write_text("a file where a folder should be")
    with pytest.raises(ReleaseError, match=r"cannot be written .* set DURE_HOME"):
        stage.publish_edition(edition(), tmp_path / "published")


def test_only_one_publishes_at_a_time(tmp_path: Path) -> None:
    with release.workshop(tmp_path), pytest.raises(ReleaseError, match="Another process"):
        stage.publish_edition(edition(), tmp_path)


def test_a_kill_between_writing_and_moving_leaves_the_old_release(tmp_path: Path) -> None:
    first = stage.publish_edition(edition(), tmp_path)
    script = textwrap.dedent("""
        import os, signal, sys
        from datetime import timedelta
        from pathlib import Path
        sys.path.insert(0, "tests")
        from invented_edition import TODAY, edition
        from pipelines.publish import release, stage
        release.land = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        stage.publish_edition(edition(as_of=TODAY + timedelta(days=1)), Path(sys.argv[1]))
    """)
    died = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    assert release.current(tmp_path) == first.folder
    assert list(tmp_path.glob(".next-*")), "the killed process was in the middle of writing"
    after = stage.publish_edition(edition(as_of=TODAY + timedelta(days=1)), tmp_path)
    assert after.released and release.current(tmp_path) == after.folder != first.folder
    assert not list(tmp_path.glob(".next-*"))


def test_a_reader_in_an_old_release_is_not_disturbed(tmp_path: Path) -> None:
    first = stage.publish_edition(edition(), tmp_path)
    assert first.folder is not None
    held = (tmp_path / "current").resolve()
    with (held / "index.html").open("rb") as reader:
        begun = reader.read(100)
        stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
        rest = reader.read()
    assert begun + rest == (first.folder / "index.html").read_bytes()
    assert os.readlink(tmp_path / "current") != f"releases/{first.version}"


def test_changes_say_what_was_added_changed_and_gone(tmp_path: Path) -> None:
    stage.publish_edition(edition(), tmp_path)
    moved = replace(EVENTS[3], venue="다른 곳")
    after = edition(as_of=TODAY + D, events=(*EVENTS[:3], moved, *EVENTS[4:-1]))
    made = stage.publish_edition(after, tmp_path)
    assert made.folder is not None
    lines = [json.loads(line) for line in (made.folder / "changes.jsonl").read_text(encoding="utf-8").splitlines()]
    about = {(line["change"], line.get("event_id")): line for line in lines if line["table"] == "event"}
    assert about["changed", "e-share"]["values"] == {"venue": ["상상청 2층 상상의숲", "다른 곳"]}
    assert ("gone", "e-off") in about and not any(change == "added" for change, _ in about)


def test_an_id_that_was_merged_away_still_answers(tmp_path: Path) -> None:
    made = stage.publish_edition(edition(), tmp_path)
    assert made.folder is not None
    assert 'url=e-fair.html"' in (made.folder / "events" / "e-fair-old.html").read_text(encoding="utf-8")
    assert ("event", "e-fair-old") in making.published_ids(made.folder)


@pytest.mark.parametrize("count", [0, 5_000])
def test_an_empty_day_and_a_huge_one(tmp_path: Path, count: int) -> None:
    made = stage.publish_edition(Edition(TODAY, OUTLETS, _many(count)), tmp_path)
    assert made.released and made.folder is not None
    front = (made.folder / "index.html").read_text(encoding="utf-8")
    loaded = sum((made.folder / name).stat().st_size for name in ("static/dure.css", "static/filter.js"))
    assert len(front.encode()) + loaded < 100_000
    day = (made.folder / f"days/{TODAY}.html").read_text(encoding="utf-8")
    if count:
        assert "새 소식 <b>5000건</b>" in front and "날짜별로 더 보기" in front
        assert (made.folder / f"days/{TODAY}-50.html").exists() and "50쪽 가운데 1쪽" in day
    else:
        assert "새로 들어온 소식이 없습니다" in front and "이날은 실린 소식이 없습니다" in day


def test_old_releases_are_thinned_but_never_the_current_one(tmp_path: Path) -> None:
    for n in range(release.KEPT + 3):
        folder = tmp_path / "made"
        folder.mkdir()
        release.land(folder, tmp_path, f"r{n:02}")
    left = sorted(path.name for path in (tmp_path / "releases").iterdir())
    assert len(left) == release.KEPT and left[-1] == f"r{release.KEPT + 2}"
    assert release.current(tmp_path) == tmp_path / "releases" / left[-1]


def test_a_day_later_means_a_new_release(tmp_path: Path) -> None:
    one = stage.publish_edition(edition(), tmp_path)
    two = stage.publish_edition(edition(as_of=TODAY + timedelta(days=1)), tmp_path)
    assert one.version != two.version and two.released


def _daily(counts: dict[int, int]) -> tuple[Story, ...]:
    """Stories by how many days before today they were first seen."""
    return tuple(
        replace(story, articles=(replace(story.articles[0], first_seen_on=TODAY - age * D),))
        for age, story in zip(
            [a for a, n in counts.items() for _ in range(n)], _many(sum(counts.values())), strict=True
        )
    )


@pytest.mark.parametrize(("today", "released", "said"), [(20, True, 0), (6, True, 1), (1, False, 1), (200, True, 1)])
def test_a_day_is_held_against_the_usual_day(tmp_path: Path, today: int, released: bool, said: int) -> None:
    stories = _daily({0: today, **dict.fromkeys(range(2, 16), 10)})
    result = stage.publish_edition(Edition(TODAY, OUTLETS, stories), tmp_path)
    assert result.released is released
    assert len([breach for breach in result.breaches if breach.promise == "usual"]) == said


def test_values_that_vanish_stop_the_release(tmp_path: Path) -> None:
    dateless = tuple(replace(s, articles=(replace(s.articles[0], published_at=None),)) for s in _many(30))
    result = stage.publish_edition(Edition(TODAY, OUTLETS, dateless), tmp_path)
    assert not result.released and any("published_at of article" in line for line in result.complaints)


def test_an_outlet_that_lost_half_its_articles_stops_the_release(tmp_path: Path) -> None:
    stories = _many(400)
    stage.publish_edition(Edition(TODAY, OUTLETS, stories), tmp_path)
    kept = tuple(s for n, s in enumerate(stories) if n % 10 or n < 100)
    result = stage.publish_edition(Edition(TODAY + D, OUTLETS, kept), tmp_path)
    assert not result.released and any(line.startswith("stopped: paper00") for line in result.complaints)


@pytest.mark.parametrize(
    ("trouble", "seen"),
    [
        (OSError(28, "No space left on device"), ReleaseError),
        (sqlite3.OperationalError("database or disk is full"), ReleaseError),
        (FileNotFoundError(2, "a template that is not there"), FileNotFoundError),
        (sqlite3.OperationalError("no such column: tile"), sqlite3.OperationalError),
    ],
)
def test_a_full_disk_is_a_sentence_and_a_bug_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception, seen: type[Exception]
) -> None:
    first = stage.publish_edition(edition(), tmp_path)

    def fail(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(stage.exports, "begun", fail)
    with pytest.raises(seen):
        stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    assert release.current(tmp_path) == first.folder and not list(tmp_path.glob(".next-*"))


def test_a_past_day_is_made_again_beside_the_last_release(tmp_path: Path) -> None:
    """Byte for byte what it was, while readers stay where they are."""
    days = [stage.publish_edition(edition(as_of=TODAY + n * D), tmp_path).folder for n in range(3)]
    assert all(days) and release.current(tmp_path) == days[2]
    was = _bytes(days[1])  # type: ignore[arg-type]
    again = stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    assert again.released and again.folder == days[1] and _bytes(again.folder) == was
    assert release.current(tmp_path) == days[2] and not list(tmp_path.glob(".next-*"))
    article = EditionArticle("x", "paper00", "news", "문의 010-0000-1234", "", TODAY, TODAY)
    bad = stage.publish_edition(Edition(TODAY - D, OUTLETS, (Story("s", (article,)),)), tmp_path)
    assert not bad.released and bad.folder is None and release.current(tmp_path) == days[2]
    assert not (tmp_path / "problem.json").exists(), "a past day that cannot be made is no trouble of today's"


def test_a_large_release_made_on_all_cores_is_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipelines.publish import exports

    alone = stage.publish_edition(edition(), tmp_path / "alone")
    monkeypatch.setattr(sys.modules["dashboards.site.build"], "LARGE", 0)
    monkeypatch.setattr(exports, "LARGE", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    together = stage.publish_edition(edition(), tmp_path / "together")
    assert alone.folder and together.folder and _bytes(alone.folder) == _bytes(together.folder)


def test_an_error_of_a_worker_is_the_error(tmp_path: Path) -> None:
    from dashboards import workers

    assert workers.run([(len, ("ab",)), (len, ("abc",))], large=True) == [2, 3]
    with pytest.raises(FileNotFoundError):
        workers.run([(os.stat, (str(tmp_path / "none"),))] * 3, large=True)


@pytest.mark.parametrize("days", [1, 400])
def test_a_release_of_a_clock_that_ran_ahead_does_not_hold_readers(days: int, tmp_path: Path) -> None:
    true = stage.publish_edition(edition(), tmp_path, live=True)
    ahead = stage.publish_edition(edition(as_of=TODAY + days * D), tmp_path, live=True)
    assert release.current(tmp_path) == ahead.folder != true.folder
    again = stage.publish_edition(edition(), tmp_path, live=True)
    assert again.released and release.current(tmp_path) == true.folder == again.folder
    asked = stage.publish_edition(edition(as_of=TODAY - D), tmp_path)
    assert asked.released and release.current(tmp_path) == true.folder, "a past day that was asked for lands beside"


@pytest.mark.parametrize("limit", [20_000, 150_000])
def test_a_disk_that_fills_up_leaves_the_last_release(limit: int, tmp_path: Path) -> None:
    """The limit stands for the disk: the database breaks at its beginning, or near its end."""
    first = stage.publish_edition(edition(), tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(ReleaseError, match="cannot be written"):
            stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert release.current(tmp_path) == first.folder and not list(tmp_path.glob(".next-*"))
    assert stage.publish_edition(edition(as_of=TODAY + D), tmp_path).released
