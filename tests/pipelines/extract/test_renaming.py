"""What an event is called in the end: the told name against all words near its day. In words of our own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import fit_weights
import pytest
from fit_weights import Choice, taught

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.events.assemble import drafted, set_out
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names import renaming
from pipelines.extract.events.names.candidates import bare
from pipelines.extract.events.scene import Scene
from pipelines.extract.reading import read
from pipelines.extract.times import find_times
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
COURSE = (
    "새솔생협은 ‘협동조합 살림학교’를 마련했다. 협동조합 살림학교는 모두 네 번이며 조합원이면 누구나 듣는다. "
    "첫 수업은 5월 21일 저녁 7시 새솔회관에서 한다."
)


def events(text: str, title: str, channel: str = "news") -> tuple[Event, ...]:
    return read(Document("x", channel, title, text, PUBLISHED)).events


def drafts_of(text: str, title: str) -> tuple[Scene, list[Draft]]:
    given = Document("x", "news", title, text, PUBLISHED)
    lines = split_lines(text, title)
    scene, labels = set_out(given, lines, find_times(text, PUBLISHED), (), None)
    return scene, drafted(scene, labels)


@pytest.mark.parametrize(
    ("text", "title", "called"),
    [
        (COURSE, "새솔생협, 협동조합 살림학교 연다", "협동조합 살림학교"),
        (
            "“우리 동네 키울 주민 모임 어디 없나요” 새솔군이 ‘2024년 마을기업 육성사업’에 참여할 주민 모임을 찾는다. "
            "신청은 5월 13일부터 24일까지 군청 경제과에서 받는다.",
            "마을 키울 주민 모임 찾는다…새솔군",
            "2024년 마을기업 육성사업 모집",
        ),
        ("한들협동조합은 18일 새길동에 새 매장을 연다.", "소식", "한들협동조합 새 매장 개점"),
        (
            "새솔지역자활센터는 세탁사업단 ‘뽀송’을 꾸렸다. 5월 18일 오후 2시 개소식을 연다.",
            "소식",
            "세탁사업단 뽀송 개소식",
        ),
    ],
    ids=["a course is no lesson", "a call keeps its 모집", "a shop its 개점", "a ceremony its 식"],
)
def test_an_event_is_called_by_the_likeliest_words(text: str, title: str, called: str) -> None:
    (event,) = events(text, title)
    assert event.title == called


def test_the_words_it_is_called_by_are_its_evidence() -> None:
    text = "한들협동조합은 18일 새길동에 새 매장을 연다."
    (event,) = events(text, "소식")
    (start, end), *_ = event.evidence["title"]
    assert (event.rules["title"], text[start:end]) == ("weighed", "새 매장")


def test_an_instalment_keeps_its_number() -> None:
    text = "회차\n일시\n주제\n1강\n5월 14일(화) 19:00\n협동조합의 이해\n2강\n5월 21일(화) 19:00\n정관 쓰기"
    assert [e.title.rpartition("아카데미 ")[2] for e in events(text, "2024 협동조합 아카데미 안내", "board")] == [
        "1강 협동조합의 이해",
        "2강 정관 쓰기",
    ]


def test_each_title_is_one_option_and_the_told_one_is_among_them() -> None:
    scene, drafts = drafts_of(COURSE, "새솔생협, 협동조합 살림학교 연다")
    for draft in drafts:
        titles = [bare(option.title) for option in renaming.options(scene, draft, drafts)]
        assert len(titles) == len(set(titles)) > 3
        assert bare(draft.title) in titles


def test_no_event_takes_the_name_of_another() -> None:
    text = "새솔장터가 18일 새솔공원에서 열린다. 22일 오후 3시에는 새솔회관에서 설명회를 한다."
    scene, drafts = drafts_of(text, "새솔장터 18일 열려")
    one, other = drafts
    assert one.title == "새솔장터"
    assert "새솔장터" not in [option.title for option in renaming.options(scene, other, drafts)]


def test_what_is_hardly_surer_does_not_take_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renaming, "TIMES", 1e9)
    (event,) = events(COURSE, "새솔생협, 협동조합 살림학교 연다")
    assert event.rules["title"] != "weighed"


def test_tables_learn_from_what_others_taught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table is written from the teachers' texts before the pupils' are read, and knows nothing of theirs."""
    done: list[tuple[str, object]] = []

    def read_set(path: Path, tables: tuple[str, ...]) -> list[tuple[str, Choice]]:
        done.append(("read", path.name))
        return [(table, Choice(((path.name,),), frozenset([0]))) for table in tables]

    def fit(choices: list[Choice], rate: float) -> dict[str, float]:
        return {choice.options[0][0]: rate for choice in choices}

    monkeypatch.setattr(fit_weights, "read_set", read_set)
    monkeypatch.setattr(fit_weights, "fit", fit)
    monkeypatch.setattr(fit_weights, "write", lambda table, learnt: done.append((table, set(learnt))))
    found = taught(["a", "b"], ["c"])
    assert [[c.options[0][0] for one in found[table] for c in one] for table in ("deadlines", "owners")] == [
        ["c"],
        ["c"],
    ]
    assert done[:5] == [("read", "a"), ("read", "b"), ("uses", {"a", "b"}), ("places", {"a", "b"}), ("read", "c")]
    assert all("c" not in learnt for table, learnt in done if table != "read" and isinstance(learnt, set))


def test_who_does_it_is_no_name_of_what_is_done() -> None:
    text = "마을기업 영농조합법인 한울밤이 임시총회를 엽니다.\n\n일시: 2024년 5월 21일(화) 저녁 7시\n장소: 한울마을회관"
    (event,) = events(text, "마을기업 한울밤 조합원 총회 알림", "board")
    assert event.title.endswith("총회")
