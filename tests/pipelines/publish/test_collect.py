"""From a store to an edition: what is said of whom, with which words, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from databases import fresh_store
from sqlalchemy import update
from sqlmodel import Session, col

from pipelines.publish import making, stage, steps
from pipelines.publish.collect import collect
from pipelines.publish.edition import SEOUL
from pipelines.publish.personal import office_only
from store import findings, groups, runs, shelf
from store.records import (
    Event,
    EventGroup,
    Fact,
    Findings,
    KeptArticle,
    Organisation,
    OrganisationGroup,
    Region,
    Round,
    Said,
    SourceState,
    Story,
)
from store.tables import ArticleRow

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 6, tzinfo=SEOUL)


@dataclass(frozen=True)
class Entry:
    name: str
    tier: Any = "facts"
    kind: str = "local_newspaper"
    region: str = "경기"
    home: str = "https://x.example.com/"


OUTLETS = {"mirinae": Entry("미리내신문"), "gaon": Entry("가온일보"), "quiet": Entry("볕뉘신문", "link")}
FIRST = "미리내시는 오는 28일(토) 시청 앞 광장에서 한마당을 연다."
LATER = "한마당을 다음 달 5일로 일주일 미뤄 시청 앞 광장에서 연다고 미리내시사회적경제협의회가 밝혔다."


def _kept(key: str, source: str, text: str, day: datetime, **more: Any) -> KeptArticle:
    return KeptArticle(
        id=key,
        canonical_key=f"test:{key}",
        source_id=source,
        family="test",
        channel="news",
        title=f"글 {key}",
        url=f"https://{source}.example.com/{key}",
        text=text,
        published_at=day,
        date_only=False,
        byline=None,
        board=None,
        category=None,
        attachments=(),
        comments=None,
        first_seen_at=day + timedelta(hours=1),
        changed_at=day,
        revision=1,
        digest=key,
        **more,
    )


def _span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def _said(field: str, value: str, article: str, at: datetime, words: str, text: str, standing: Any) -> Said:
    return Said(field, value, f"{article}-e0", article, at, (_span(text, words),), standing)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    store = fresh_store(tmp_path)
    with store.begin() as opened:
        _fill(opened)
        yield opened
    store.close()


def _fill(session: Session) -> None:
    early, late = NOW - timedelta(days=14), NOW - timedelta(days=1)
    kept = (
        replace(_kept("a1", "mirinae", FIRST, early), byline="온새미센터 홍보팀", title="늘품구, 한마당 연다"),
        _kept("a2", "gaon", LATER, late),
        _kept("a3", "mirinae", LATER, late),
        _kept("a4", "quiet", LATER, late),
        _kept("a5", "gaon", FIRST, early, state="gone"),
    )
    body = Organisation("미리내시사회적경제협의회", "association_network", ("협의회",), ((0, 3), (5, 8)))
    for article in kept:
        shelf.keep(session, article, "first sight")
        found = Findings(
            relevant=True,
            item_kind="event_notice",
            sectors=("distribution_marketing",),
            region=Region("경기도", "미리내시"),
            events=(Event("한마당"),),
            organisations=(body,) if article.text == LATER else (),
            facts=(Fact("예산", None, 7.0, None, (0, 1), "일주일"),),
        )
        findings.save(session, article.id, 1, found, "rules")
    groups.replace_stories(
        session,
        [
            Story("s1", {"a1": "original", "a5": "reprint"}, early),
            Story("s2", {"a2": "original", "a3": "reprint", "a4": "reprint"}, late),
        ],
    )
    moved = Event(
        "제4회 한마당",
        start=date(2026, 12, 5),
        venue="시청 앞 광장",
        address_region="경기도 미리내시",
        status="postponed",
        hosts=("미리내시사회적경제협의회",),
        contact="010-0000-1234",
        flags=("original_date:2026-11-28", "internal"),
    )
    history = (
        _said("start", "2026-11-28", "a1", early, "오는 28일(토)", FIRST, "superseded"),
        _said("start", "2026-12-05", "a2", late, "다음 달 5일로 일주일 미뤄", LATER, "current"),
        _said("start", "2026-12-06", "a3", late, "다음 달 5일로", LATER, "contradicted"),
        Said("hosts", "온새미센터 · 늘품구 · 가온시", "a1-e0", "a1", early, (), "current"),
        _said("venue", "시청 앞 광장", "a4", late, "시청 앞 광장", LATER, "current"),
        _said("status", "scheduled", "a1", early, "연다", FIRST, "superseded"),
        _said("status", "postponed", "a2", late, "미뤄", LATER, "current"),
    )
    members = tuple(f"a{n}-e0" for n in range(1, 5))
    groups.replace_events(
        session,
        [
            EventGroup("e1", "uid-1@dure", 1, moved, members, history),
            EventGroup("e2", "uid-2@dure", 0, Event("지난해 한마당", role="background"), ("a5-e0",)),
        ],
    )
    found = ("a2-o0", "a3-o0", "a4-o0")
    groups.replace_organisations(
        session,
        [OrganisationGroup("o1", body.name, body.type, "경기도 미리내시", {body.name: 3}, found, late, late)],
    )
    runs.save_round(
        session,
        Round(
            "r1", "gaon", NOW, NOW, "broken", "could not be read", 3, {"refused/layout_changed": 2, "error/timeout": 1}
        ),
    )
    runs.save_source_state(session, SourceState("gaon", last_good_at=NOW - timedelta(days=3)))


def test_event_with_history_contradiction_and_words(session: Session) -> None:
    (event,) = collect(session, TODAY, OUTLETS).events
    assert (event.kind, event.sido, event.sigungu, event.uid) == ("festival", "경기도", "미리내시", "uid-1@dure")
    assert event.original_start == date(2026, 11, 28) and event.notes == ()
    assert [(c.kind, c.field, c.before, c.after) for c in event.history] == [
        ("announced", "start", None, "11월 28일 토요일"),
        ("postponed", "start", "11월 28일 토요일", "12월 5일 토요일"),
    ]
    assert {(c.value, c.chosen) for c in event.claims} == {("12월 5일 토요일", True), ("12월 6일 일요일", False)}
    assert {(e.field, e.words, e.article_id) for e in event.evidence} >= {
        ("start", "다음 달 5일로 일주일 미뤄", "a2"),
        ("original_start", "오는 28일(토)", "a1"),
    }


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("부산시민공원 흔적극장", "시민공원 안 흔적극장", True),
        ("김대중컨벤션센터", "광주", True),
        ("강원 원주시", "늘품광장", True),
        ("원주시 늘품광장", "늘품광장", True),
        ("KT인재개발원", "대전컨벤션센터(DCC) 1층", False),
        ("시민공원 안 흔적극장", "공원 안 시민사랑채 대강당", False),
        ("구민회관 대강당", "구민회관 소강당", False),
        ("원주시 늘품광장", "원주시 온새미홀", False),
    ],
)
def test_a_place_in_other_words_is_no_other_place(one: str, other: str, alike: bool) -> None:
    assert steps.same("venue", one, other) == steps.same("venue", other, one) == alike


def test_a_postponement_is_one_step_also_when_it_was_held_since(session: Session) -> None:
    """It was told twice of what was over: the day changed, and from «예정» to «연기»."""
    first, *rest = groups.events(session)
    held = _said("status", "held", "a3", NOW, "한마당", LATER, "current")
    said = [replace(s, standing="superseded") if s.field == "status" else s for s in first.history]
    over = replace(first, event=replace(first.event, status="held"), history=(*said, held))
    groups.replace_events(session, [over, *rest])
    (event,) = collect(session, TODAY, OUTLETS).events
    assert [(c.kind, c.field, c.before, c.after) for c in event.history[1:]] == [
        ("postponed", "start", "11월 28일 토요일", "12월 5일 토요일"), ("reported", "status", "연기", "종료"),
    ]  # fmt: skip


def test_link_only_and_vanished_articles_say_nothing(session: Session) -> None:
    made = collect(session, TODAY, OUTLETS)
    (event,) = made.events
    assert "a4" in event.article_ids, "its title and link are shown"
    assert all(e.article_id != "a4" for e in (*event.evidence, *event.claims, *event.history))
    assert {article for article, _ in made.organisations[0].mentions} == {"a2", "a3"}
    assert {figure.article_id for figure in made.figures} == {"a1", "a2", "a3"}
    shown = {article.id for story in made.stories for article in story.articles}
    assert shown == {"a1", "a2", "a3", "a4"}, "what its outlet took down is not published"


def test_an_event_known_from_link_only_outlets_is_not_published(session: Session) -> None:
    every = {name: replace(entry, tier="link") for name, entry in OUTLETS.items()}
    made = collect(session, TODAY, every)
    assert made.events == () and made.organisations == () and made.figures == ()
    assert all(story.sido is None and not story.sectors for story in made.stories)


def test_a_part_is_said_to_be_one_where_its_whole_is_published(session: Session) -> None:
    first, old = groups.events(session)
    said = _said("title", "개막식", "a2", NOW, "한마당", LATER, "current")
    parts = [
        EventGroup(f"e{n}", f"u{n}@dure", 0, Event("개막식"), (), (said,), whole)
        for n, whole in ((3, "e1"), (4, "e2"), (5, "gone"))
    ]
    groups.replace_events(session, [first, old, *parts])
    made = {event.id: event.parent_id for event in collect(session, TODAY, OUTLETS).events}
    assert made == {"e1": None, "e3": "e1", "e4": None, "e5": None}, "e2 is told of as something past"


def test_a_post_dated_ahead_stands_under_the_day_it_was_seen(session: Session) -> None:
    """Boards let one date a notice ahead, to keep it on top: it was the newest of all stories, and of December."""
    seen = session.get(ArticleRow, "a2")
    assert seen is not None and seen.first_seen_at is not None
    ahead = NOW + timedelta(days=18)
    session.execute(update(ArticleRow).where(col(ArticleRow.id).in_(["a2", "a3"])).values(published_at=ahead))
    first, *rest = groups.events(session)
    said = [replace(s, said_at=ahead) if s.article_id in ("a2", "a3") else s for s in first.history]
    groups.replace_events(session, [replace(first, history=tuple(said)), *rest])
    made = collect(session, TODAY, OUTLETS)
    told = {a.id: (a.published_at, a.first_seen_on) for story in made.stories for a in story.articles}
    assert told["a2"] == (None, date(2026, 11, 19)) and told["a1"][0] == NOW - timedelta(days=14)
    (event,) = made.events
    assert [step.on for step in event.history] == [date(2026, 11, 6), date(2026, 11, 19)]
    assert event.changed_on == date(2026, 11, 19)


def test_a_mobile_phone_is_no_office_contact(session: Session) -> None:
    assert collect(session, TODAY, OUTLETS).events[0].contact is None
    assert office_only("가온시 033-000-0100") == "가온시 033-000-0100"


def test_hosts_lead_to_the_organisation(session: Session) -> None:
    (party,) = collect(session, TODAY, OUTLETS).events[0].parties
    assert (party.role, party.organisation_id) == ("host", "o1")


def test_an_outlet_that_broke_says_why(session: Session) -> None:
    outlets = {outlet.id: outlet for outlet in collect(session, TODAY, OUTLETS).outlets}
    assert (outlets["gaon"].state, outlets["gaon"].trouble) == ("trouble", "layout_changed")
    assert outlets["gaon"].last_read_on == TODAY - timedelta(days=3)
    assert outlets["quiet"].tier == "link"


def test_nothing_from_after_the_day_goes_in(session: Session) -> None:
    made = collect(session, TODAY - timedelta(days=10), OUTLETS)
    assert {article.id for story in made.stories for article in story.articles} == {"a1"}


def test_an_id_of_the_last_release_that_was_merged_is_redirected(session: Session) -> None:
    groups.replace_events(session, groups.events(session), {"e0": "e1"})
    made = collect(session, TODAY, OUTLETS, [("event", "e0"), ("event", "e1"), ("event", "never-heard-of")])
    assert [(r.subject, r.old_id, r.new_id) for r in made.redirects] == [("event", "e0", "e1")]


def test_store_to_folder(session: Session, tmp_path: Path) -> None:
    made = stage.publish(session, tmp_path / "published", NOW.astimezone(UTC), outlets=OUTLETS)
    assert made.released and made.folder is not None, made.complaints
    page = (made.folder / "events/e1.html").read_text(encoding="utf-8")
    assert "다음 달 5일로 일주일 미뤄" in page and "밝혔다" not in page and "010-0000" not in page
    again = stage.publish(session, tmp_path / "published", NOW.astimezone(UTC), outlets=OUTLETS)
    assert again.unchanged


def test_an_agreement_outlives_the_entry_of_its_outlet(session: Session, tmp_path: Path) -> None:
    home = tmp_path / "published"
    stage.publish(session, home, TODAY, outlets=OUTLETS)
    rest = {name: entry for name, entry in OUTLETS.items() if name != "quiet"}
    known = making.known_outlets(stage.release.current(home), rest)
    assert known["quiet"].tier == "link" and known["gaon"] is rest["gaon"]
    made = stage.publish(session, home, TODAY, outlets=rest)
    assert made.unchanged, "what an outlet allows does not change because its entry is gone"


@pytest.mark.parametrize("length", [39, 40, 41, 400])
def test_evidence_is_never_longer_than_forty_characters(length: int) -> None:
    text = "앞 " + "가나다라 " * 100
    cut = steps.cut_words(text, (2, 2 + length))
    assert len(cut) <= 40 and text[2:10] == cut[:8]


def test_a_host_without_a_span_is_proved_by_its_name_where_the_text_writes_it() -> None:
    said = [
        Said(field, value, "f", "a1", NOW, (), "current")
        for field, value in (
            ("hosts", "가온시 · 늘품구"), ("address_region", "강원특별자치도 가온시"), ("recurrence", "매주"),
            ("sponsors", "온새미재단"),
        )
    ]  # fmt: skip
    assert {name for one in said for name in steps.names_of(one)} == {"가온시", "늘품구", "온새미재단"}
    found = steps.evidence(said, {}, {"a1": {"가온시", "온새미재단"}})
    assert {(e.field, e.words) for e in found} == {
        ("hosts", "가온시"), ("address_region", "가온시"), ("sponsors", "온새미재단"),
    }  # fmt: skip


def test_a_host_told_by_title_or_byline_is_proved_by_them(session: Session) -> None:
    (event,) = collect(session, TODAY, OUTLETS).events
    proved = {(e.words, e.article_id) for e in event.evidence if e.field == "hosts"}
    assert proved == {("온새미센터", "a1"), ("늘품구", "a1")}, "«가온시» stands nowhere in it"


def test_words_of_another_former_day_do_not_prove_the_one_that_is_shown() -> None:
    told = (("2026-11-28T11:00:00+09:00", "a1"), ("2026-11-17", "a2"), ("2026-12-05", "a3"))
    history = [
        Said("start", value, "f", article, NOW, ((0, 3),), "current" if article == "a3" else "superseded")
        for value, article in told
    ]
    texts = {article: {(0, 3): f"낱말{article}"} for _, article in told}
    found = steps.evidence(history, texts, original=date(2026, 11, 28))
    assert {(e.field, e.article_id) for e in found} == {("original_start", "a1"), ("start", "a3")}


def test_no_sentence_of_the_press_is_anywhere_in_the_folder(session: Session, tmp_path: Path) -> None:
    made = stage.publish(session, tmp_path / "published", NOW, outlets=OUTLETS)
    assert made.folder is not None
    runs_of_words = {text[at : at + 41] for text in (FIRST, LATER) for at in range(max(1, len(text) - 40))}
    for path in made.folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes().decode("utf-8", "ignore")
            assert not [words for words in runs_of_words if words in held], path.name


@pytest.mark.parametrize(
    ("field", "one", "other", "verdict"),
    [
        ("start", "2026-12-05", "2026-12-05T11:00:00+09:00", True),
        ("start", "2026-12-05", "2026-12-06", False),
        ("venue", "두빛공원", "완주군 두빛 공원", True),
        ("venue", "두빛공원", "늘품광장", False),
        ("status", "scheduled", "postponed", False),
    ],
)
def test_what_counts_as_saying_the_same(field: str, one: str, other: str, verdict: bool) -> None:
    assert steps.same(field, one, other) is verdict and steps.same(field, other, one) is verdict


def test_an_event_first_heard_of_when_called_off(session: Session) -> None:
    late = NOW - timedelta(days=1)
    history = (_said("status", "cancelled", "a2", late, "미뤄", LATER, "current"),)
    groups.replace_events(
        session, [EventGroup("e9", "u9", 0, Event("걷기대회", status="cancelled"), ("a2-e0",), history)]
    )
    (event,) = collect(session, TODAY, OUTLETS).events
    assert [(step.on, step.kind) for step in event.history] == [(TODAY - timedelta(days=1), "cancelled")]
