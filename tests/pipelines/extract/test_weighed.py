"""Events that no table names: days and names weighed, and the weights themselves."""

from __future__ import annotations

import math
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from fit_weights import Choice, fit
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.events.assemble import set_out
from pipelines.extract.events.days.uses import uses_of
from pipelines.extract.events.draft import Draft
from pipelines.extract.events.names.nonames import speaks_again, tells_nothing
from pipelines.extract.events.prose.weighed import free, take_hours
from pipelines.extract.events.scene import has_clock
from pipelines.extract.events.words.headlines import telling_title
from pipelines.extract.reading import read
from pipelines.extract.times import find_times
from pipelines.korean.loglinear import Weights, softmax
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday


def events(text: str, title: str, channel: str = "board") -> list[Event]:
    kind = "board" if channel == "board" else "news"
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        (
            "한들협동조합 봄 소식입니다.\n\n❶ 뜨개질 반 : 5/21(화) 14시~16시\n❷ 옷 수선 반 : 5/28(화) 14시~16시\n",
            "2024-05-28",
            "수선",
        ),
        (
            "한들협동조합 알림장\n\n하나 | 봄볕 밥상\n5월 18일 낮 12시, 한들마을 부엌에서 밥을 나눠요. 그냥 오세요.",
            "2024-05-18",
            "봄볕 밥상",
        ),
        (
            "사회적기업 새길이 알립니다.\n\n· 5/23(목) 19:00 — 영화 ‘이웃의 시간’ 같이 보기, 새길극장 지하 1층\n",
            "2024-05-23",
            "이웃의 시간",
        ),
    ],
    ids=["numbered rows", "a heading above", "a row with its day in front"],
)
def test_a_day_whose_noun_no_table_has(text: str, day: str, words: str) -> None:
    found = [e for e in events(text, "한들협동조합 소식") if str(e.start)[:10] == day]
    assert len(found) == 1 and words in found[0].title
    start, end = found[0].evidence["start"][0]
    assert text[start:end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "한들협동조합 매장은 평일 9시부터 18시까지 엽니다. 토요일은 오후 1시에 닫습니다.",
        "한들협동조합은 2일 새 앱 ‘한들이’를 소개했다고 밝혔다.",
        "한들협동조합 조합원은 5월 1일 현재 612명이다. 지난해 12월 31일에는 540명이었다.",
    ],
    ids=["opening hours", "the day something was said", "as of a day"],
)
def test_a_day_that_is_no_event(text: str) -> None:
    assert events(text, "한들협동조합 이야기", "news") == []


def test_a_window_of_plain_words_is_no_day_of_an_event() -> None:
    text = "한들마을기업 공모전\n\n◈ 받는 기간 ∥ 5. 13.(월) ~ 5. 24.(금) 18시\n◈ 내는 곳 ∥ 한들시청 3층\n"
    found = events(text, "한들 마을기업 공모전 참가작 모집")
    assert [str(e.application_deadline)[:10] for e in found] == ["2024-05-24"]


@pytest.mark.parametrize(
    ("title", "lines", "wanted"),
    [
        ("한들군 보도자료(2024. 5. 7.)", ["제목: 한들군, 마을기업 모집", "□ …"], "한들군, 마을기업 모집"),
        ("한들시 공고 제2024-12호", ["【청년 협동 겨루기】 참가자 모집 공고"], "청년 협동 겨루기 참가자 모집 공고"),
        ("한들시 공고 제2024-12호", ["다음과 같이 알립니다."], "한들시 공고 제2024-12호"),
        ("한들협동조합 임시총회 공고", ["제목: 다른 말"], "한들협동조합 임시총회 공고"),
    ],
)
def test_a_title_that_says_only_its_kind(title: str, lines: list[str], wanted: str) -> None:
    assert telling_title(title, lines) == wanted


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("六月 十二日(水) 10:30", "2024-06-12 10:30"),
        ("五月 二十日 오후 2시", "2024-05-20 14:00"),
        ("十月 三日", "2024-10-03"),
        ("5月 25日", "2024-05-25"),
    ],
)
def test_days_in_hanja(text: str, start: str) -> None:
    (when,) = find_times(text, PUBLISHED)
    assert str(when.start).startswith(start) and when.span == (0, len(text))


def test_hanja_that_are_no_day() -> None:
    assert find_times("日本 나라의 月刊 잡지와 正月 이야기", PUBLISHED) == ()


@given(st.lists(st.floats(-700, 700), min_size=1, max_size=9))
def test_shares_are_one_in_sum_and_keep_their_order(sums: list[float]) -> None:
    shares = softmax(sums)
    assert math.isclose(sum(shares), 1.0, rel_tol=1e-9)
    assert shares.index(max(shares)) in {
        n for n, value in enumerate(sums) if math.isclose(value, max(sums), abs_tol=1e-9)
    }


def test_a_feature_counts_once_and_an_unknown_one_nothing() -> None:
    weights = Weights(2, {"a": (1.0, 0.0)})
    assert weights.probabilities(["a", "a", "nobody knows"]) == weights.probabilities(["a"])
    assert weights.probabilities([]) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("name", "classes"), [("uses", 3), ("deadlines", 3), ("names", 1), ("places", 1), ("owners", 1)]
)
def test_the_tables_are_whole(name: str, classes: int) -> None:
    weights = Weights.read("extract", name)
    assert weights.classes == classes and len(weights.of) > 1000
    assert all(len(row) == classes and all(map(math.isfinite, row)) for row in weights.of.values())


@given(st.permutations(["red", "green", "blue", "grey"]))
def test_what_was_planted_is_learnt(order: list[str]) -> None:
    """The option that has the planted feature is always right; whatever else stands there tells nothing."""
    choices = [
        Choice(((word, "planted"), (other,)), frozenset([0])) for word in order for other in order if word != other
    ]
    weights = fit(choices, rate=0.1)
    assert weights["planted"] > max(abs(weights[word]) for word in order)
    assert weights == fit(choices, rate=0.1)


HELD = "사회적협동조합 한들은 18일 오후 2시 ‘한들 잔치’를 연다."


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"{HELD} 조합원 서른 명이 나온다. 한들마을회관 2층 강당.", "한들마을회관 2층 강당"),
        (f"{HELD} 떡과 차를 나눈다.", None),
        (f"{HELD} 비가 많이 오면 한들도서관 2층 강당으로 간다.", None),
    ],
    ids=["a place alone", "no place", "only where it rains"],
)
def test_a_place_that_no_rule_finds(text: str, venue: str | None) -> None:
    found = events(text, "한들 잔치", "news")
    assert [e.venue for e in found if "잔치" in e.title] == [venue]


@pytest.mark.parametrize("name", ["uses", "names", "places", "sectors"])
def test_tables_of_weights_are_whole(name: str) -> None:
    """As many numbers in each row as there are classes, and each of them finite."""
    weights = Weights.read("extract", name)
    assert len(weights.of) > 1000
    assert all(len(row) == weights.classes and all(map(math.isfinite, row)) for row in weights.of.values())


def test_a_ceremony_keeps_its_name() -> None:
    """The house that opens is no better name, and the post's own title says what takes place there."""
    text = "일을 익힌 주민들이 자활기업 물빛세탁을 세웁니다.\n때: 2024년 5월 25일 오전 10시 30분\n곳: 물빛세탁 1층"
    assert [e.title for e in events(text, "자활기업 ‘물빛세탁’ 개소식에 모십니다")] == ["물빛세탁 개소식"]


def test_no_field_and_no_kind_of_body_is_a_name() -> None:
    text = "적은 이 | 서기 표하늬\n모인 날 | 5월 2일 저녁 7시\n사회적협동조합에서 조합원 셋이 새로 들어왔다고 알렸다."
    assert all("|" not in e.title and e.title != "사회적협동조합" for e in events(text, "5월 운영위 적은 것"))


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("다들", True), ("그래서 다들", True), ("2300권", True), ("60여 명", True), ("전북 완주", True),
        ("서귀포시", True), ("다들 모이는 날", False), ("3회", False), ("10주년", False), ("완주 나들이", False),
        ("두고 온 것", True), ("내일 뭐 입나요?", True), ("자활기업 솔바람이불", True), ("자활기업 설명회", False),
        ("새절 사무소 앞", True), ("반장댁 마당", True), ("솔숲복지관 앞마당", True), ("씨앗 나눔 마당", False),
    ],
)  # fmt: skip
def test_who_how_many_and_where_are_no_names(words: str, never: bool) -> None:
    assert tells_nothing(words) is never


def test_who_speaks_in_a_chat_is_no_name() -> None:
    chat = (
        "[물맴이] 6월 돌봄회의 언제가 좋으세요\n[참방개] 화요일만 아니면 다 돼요\n[물맴이] 그럼 16일 목요일 저녁에 봐요"
    )
    assert speaks_again(chat, "물맴이")
    assert not speaks_again(chat, "참방개")
    assert not speaks_again("[김장] 11월 23일\n[장터] 김장 이야기", "김장")


@pytest.mark.parametrize(("title", "hour"), [("제4회 새싹 발표날", 14), ("별빛 수다", None)])
def test_the_hours_of_a_day_weighed_before_are_told_behind_it(title: str, hour: int | None) -> None:
    """Only by its name: what else takes place on that day has hours of its own."""
    text = "여섯 팀이 21일 투자자들 앞에 나선다.\n‘제4회 새싹 발표날’이 이날 오후 2시부터 5시까지 공연장에서 열린다."
    document, lines = Document("x", "news", "", text, PUBLISHED), split_lines(text, "")
    scene, _ = set_out(document, lines, find_times(text, PUBLISHED), (), None)
    draft = Draft(title, start=date(2024, 5, 21))
    ((sentence, moment),) = [(s, m) for s, m in free(scene, uses_of(scene), lambda at: False) if has_clock(m.start)]
    take_hours(scene, sentence, moment, [draft])
    assert (draft.start.hour if isinstance(draft.start, datetime) else None) == hour


def test_what_follows_on_the_same_day_under_a_name_in_quotes_is_another_event() -> None:
    text = (
        "물빛협동조합은 5월 21일 오후 2시부터 4시까지 시민회관에서 ‘제4회 새싹 발표회’를 연다. "
        "발표가 끝나면 옥상 텃밭으로 자리를 옮겨 저녁 6시부터 ‘별빛 수다’를 갖는다. 합창은 오후 3시에 부른다."
    )
    told = {
        e.title: e.start.hour for e in events(text, "물빛협동조합 새싹 발표회", "news") if isinstance(e.start, datetime)
    }
    assert told == {"제4회 새싹 발표회": 14, "제4회 새싹 발표회 별빛 수다": 18}
