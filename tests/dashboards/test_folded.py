"""The same words are written once, and nobody who said them is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from invented_edition import EVENTS, TODAY, D, edition

from dashboards.site import folded
from pipelines.publish import stage
from pipelines.publish.edition import Claim, Evidence

DAYS = [None, *((TODAY - n * D).isoformat() for n in range(4))]
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "field": st.sampled_from(["venue", "end"]),
            "value": st.sampled_from("가나"),
            "chosen": st.sampled_from([0, 1]),
            "words": st.sampled_from("다라"),
            "name": st.sampled_from(["아라신문", "여울일보", "한울신문"]),
            "url": st.sampled_from(["", "https://paper.example.com/1", "https://paper.example.com/2"]),
            "published_on": st.sampled_from(DAYS),
        }
    )
)


def _who(row: dict[str, object]) -> tuple[object, ...]:
    return row["name"], row["url"], date.fromisoformat(str(row["published_on"])) if row["published_on"] else None


@given(ROWS)
def test_who_said_what_is_complete(rows: list[dict[str, object]]) -> None:
    made = folded.proofs(rows)
    assert {(f.words, t.name, t.url, t.on) for f in made for t in f.tellers} == {(r["words"], *_who(r)) for r in rows}
    assert len({f.words for f in made}) == len(made), "words stand once"
    newest = [f.newest for f in made]
    assert newest == sorted(newest, reverse=True)
    said = folded.claims(rows)
    assert {(f.field, f.words, f.chosen, t.name, t.url, t.on) for f in said for t in f.tellers} == {
        (r["field"], r["value"], bool(r["chosen"]), *_who(r)) for r in rows
    }


def test_an_event_page_writes_shared_words_once(tmp_path: Path) -> None:
    words, articles = "오는 28일 오전 11시부터 오후 5시까지", [f"a-b{n:02}" for n in range(9)]
    fair = replace(
        EVENTS[2],
        article_ids=(*EVENTS[2].article_ids, *articles),
        evidence=(
            *(Evidence(field, words, a) for field in ("start", "end") for a in articles),
            Evidence("start", "다음 달 5일로 미뤄", "a-m1"),
        ),
        claims=(*(Claim("venue", "시청 앞", a, True) for a in articles), Claim("venue", "체육관", "a-m2")),
    )
    made = stage.publish_edition(edition(events=(*EVENTS[:2], fair, *EVENTS[3:])), tmp_path)
    assert made.folder
    page = (made.folder / "events/e-fair.html").read_text(encoding="utf-8")
    assert page.count(words) == 1
    line = re.search(rf"{words}.{{1,6000}}?\n", page)
    assert line and all(f"no=b{n:02}" in line.group() for n in range(9)), "each outlet keeps its link"
    assert line.group().count("11월 19일") == 1, "and the day of all nine stands after them"
    assert page.count("<bdi>시청 앞</bdi>") == 1 and page.count("<bdi>체육관</bdi>") == 1
    told = page[page.index("<h2>전한 곳") :]
    assert told.count("가온시 사회적경제 예산 28억 3천만 원 편성") == 1 and told.count("no=b0") == 9


def test_a_story_of_reprints_says_their_title_once(published: Path) -> None:
    page = (published / "current/days/2026-11-15.html").read_text(encoding="utf-8")
    assert "2027년 마을기업" in page
    reprints = (published / "current/days/2026-11-15.html").read_text(encoding="utf-8")
    assert reprints.count("<bdi>가온시 마을기업 신규 모집</bdi>") == 1
    assert all(f"no=c{n}" in reprints for n in (2, 3, 4, 5))
