"""Plant, then find: known days, clocks and ranges in filler; the spans must be exactly theirs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.times import find_times
from pipelines.extract.times.finding import MAX_TIMES
from pipelines.extract.times.tokens import normalise
from store.records import plain

KST = timezone(timedelta(hours=9))
REF = datetime(2024, 5, 20, 10, tzinfo=KST)
WEEKDAYS = "월화수목금토일"

days = st.dates(date(2015, 1, 1), date(2030, 12, 28))
minutes = st.integers(0, 23 * 12 + 11).map(lambda n: n * 5)
filler = st.sampled_from(
    [
        "마을기업이 모여 ",
        "조합원 35명과 ",
        "시청 3층에서 ",
        "‘나눔장터’를 ",
        "값은 4,500원이고 ",
        "담당자는 ",
        "\n○ 장소 : 강당\n",
        "👍🏽 ",
    ]
)
DAY_STYLES = (
    "{y}년 {m}월 {d}일", "{y}. {m}. {d}.({w})", "{y}.{m:02}.{d:02}", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}",
    "{y}년{m}월{d}일({w}요일)",
    "’{yy:02}. {m}. {d}.({w})", "{y}년 {m}월 {d}일 {w}요일", "{yy:02}.{m:02}.{d:02}",
)  # fmt: skip
CLOCK_STYLES = ("{h:02}:{n:02}", "{h}시 {n}분", "{half} {h12}시 {n}분", "{half}{h12}시{n}분")


def write_day(style: str, day: date) -> str:
    return style.format(y=day.year, yy=day.year % 100, m=day.month, d=day.day, w=WEEKDAYS[day.weekday()])


def write_clock(style: str, minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return style.format(h=hour, n=rest, half="오전" if hour < 12 else "오후", h12=hour % 12 or 12)


@given(st.lists(st.tuples(filler, days, st.sampled_from(DAY_STYLES)), min_size=1, max_size=5), filler)
@settings(max_examples=150, deadline=None)
def test_days_are_found_where_they_were_planted(planted: list[tuple[str, date, str]], tail: str) -> None:
    text, expected = "", []
    for before, day, style in planted:
        text += before
        words = write_day(style, day)
        expected.append(((len(text), len(text) + len(words)), day))
        text += words + " "
    text += tail
    assert [(w.span, w.start) for w in find_times(text, REF)] == expected


@given(
    filler,
    days,
    st.sampled_from(DAY_STYLES),
    minutes,
    st.sampled_from(CLOCK_STYLES),
    st.sampled_from([" ", ""]),
    filler,
)
@settings(max_examples=150, deadline=None)
def test_a_clock_belongs_to_its_day(
    before: str, day: date, style: str, minute: int, clock: str, gap: str, after: str
) -> None:
    joint = gap if style[-1] in "일)" else " "
    words = write_day(style, day) + joint + write_clock(clock, minute)
    (when,) = find_times(before + words + " " + after, REF)
    assert when.span == (len(before), len(before) + len(words))
    bare = clock == CLOCK_STYLES[1] and 1 <= minute // 60 <= 7  # «3시» is held for the afternoon, and says so
    assert when.start == datetime(day.year, day.month, day.day, 12 * bare, tzinfo=KST) + timedelta(minutes=minute)
    assert ("assumed_afternoon" in when.flags) == bare
    assert when.end is None


@given(days, st.integers(0, 80), st.sampled_from(DAY_STYLES), st.sampled_from(["~", " ~ ", "부터 ", "-", " – ", "∼"]))
@settings(max_examples=150, deadline=None)
def test_ranges_end_where_they_say(first: date, length: int, style: str, link: str) -> None:
    last = first + timedelta(days=length)
    until = "까지" if link == "부터 " else ""
    words = write_day(style, first) + link + write_day(style, last) + until
    (when,) = find_times("기간: " + words, REF)
    assert (when.span, when.start, when.end) == ((4, 4 + len(words)), first, last)


@given(st.dates(date(2023, 12, 1), date(2024, 11, 1)))
@settings(max_examples=100, deadline=None)
def test_a_yearless_date_is_the_nearest_and_its_weekday_agrees(day: date) -> None:
    words = f"{day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})"
    (when,) = find_times(words + " 모임", REF)
    assert (when.start, when.flags) == (day, ())


@given(st.text(alphabet="0123456789월일시분년.,:/~-()오전후지난는은매주 토\n~l’（１", max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_soup_gives_ordered_spans_inside_the_text(text: str) -> None:
    assert len(normalise(text)) == len(text)
    end = 0
    for when in find_times(text, REF):
        assert end <= when.span[0] < when.span[1] <= len(text)
        end = when.span[1]
        plain([when.start, when.end, when.candidates])


def test_hostile_input_is_read_only_so_far() -> None:
    for piece in ("1", "(", "1.1.1.1.", "1~", "오늘인", "1일 ", "첫째·", "6월 3일(", "월·", "l0", "3일과 "):
        found = find_times(piece * (200_000 // len(piece)), REF)
        assert len(found) <= MAX_TIMES
