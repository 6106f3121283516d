"""The forms of Korean time expressions, one row each: the words, where they lie, what they mean."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pipelines.extract.times import find_times, read_expression, tense
from store.records import When, plain

REF = datetime.fromisoformat("2024-05-20T10:00:00+09:00")  # a Monday

ROWS = [
    # text with the expression marked, start, end, kind
    ("센터는 «오는 29일(수) 오후 2시부터 4시까지» 토론회를 연다.", "2024-05-29T14:00", "2024-05-29T16:00", "range"),
    ("○ 일    시 : «2024. 6. 8.(토) 14:00 ~ 16:30» / 2층 강당", "2024-06-08T14:00", "2024-06-08T16:30", "range"),
    ("접수기간 : «2024. 5. 27.(월) ~ 6. 7.(금) 18:00까지»", "2024-05-27", "2024-06-07T18:00", "range"),
    ("일시: «6/8(토)~6/9(일), 10:00-18:00»", "2024-06-08T10:00", "2024-06-09T18:00", "range"),
    ("장터는 «다음 달 7~8일 이틀간» 펼쳐진다.", "2024-06-07", "2024-06-08", "range"),
    ("모집기간: 공고일 «~ 2024. 6. 7.(금)까지»", None, "2024-06-07", "deadline"),
    ("참가자 모집 («~6월 7일»)", None, "2024-06-07", "deadline"),
    ("접수마감\t«2024년 6월 7일 18시»", None, "2024-06-07T18:00", "deadline"),
    ("«모레» 마감한다", None, "2024-05-22", "deadline"),
    ("때는 «유월 스무나흘 월요일 낮 두 시»", "2024-06-24T14:00", None, "instant"),
    ("날 : «유월 열여드레 (화)»", "2024-06-18", "2024-06-18", "instant"),
    ("«오늘부터 스무아흐레 수요일까지» 받습니다", "2024-05-20", "2024-05-29", "range"),
    ("«스무이틀날» 관공서 문 닫는 시각에 마감", "2024-05-22", "2024-05-22", "instant"),
    ("문은 «6월 8일 오전 9시부터» 연다", "2024-06-08T09:00", None, "range"),
    ("«5월 마지막 주 토요일인 25일 오후 2시» 모인다", "2024-05-25T14:00", None, "instant"),
    ("«내일(21일 화요일) 오전 10시» 만나요", "2024-05-21T10:00", None, "instant"),
    ("«５월 ２９일（수） １４：００» 개회", "2024-05-29T14:00", None, "instant"),
    ("일시 «20245.29 수 오전 10~ 오후 3»", "2024-05-29T10:00", "2024-05-29T15:00", "range"),
    ("«지난 515일 오전 11시» 열렸다", "2024-05-15T11:00", None, "instant"),
    ("«’24.6.3.~6.7.» 전시", "2024-06-03", "2024-06-07", "range"),
    ("«2024.6.8~9» 장터", "2024-06-08", "2024-06-09", "range"),
    ("«6월 8일 밤 12시까지» 접수", None, "2024-06-09T00:00", "deadline"),
    ("«6월 8일 22:00~02:00» 밤샘", "2024-06-08T22:00", "2024-06-09T02:00", "range"),
    ("«오후 두 시 삼십분»에 시작", "2024-05-20T14:30", None, "instant"),
    ("장터는 «6/8 토 – 6/9 일», 광장에서", "2024-06-08", "2024-06-09", "range"),
    ("모임은 «6/9 일 오후 2시», 느티나무 아래", "2024-06-09T14:00", None, "instant"),
    ("«6/10 월 10:00» 회의", "2024-06-10T10:00", None, "instant"),
    ("달력\n«21 화 19:00» 혈압반", "2024-05-21T19:00", None, "instant"),
    ("«6월 3일·10일·17일» 세 번", "2024-06-03", "2024-06-17", "set"),
    ("«올 하반기» 착공", "2024-07-01", "2024-12-31", "instant"),
    ("«이달 말» 연다", "2024-05-21", "2024-05-31", "instant"),
    ("«이번 주말» 장이 선다", "2024-05-25", "2024-05-26", "range"),
    ("«3주 뒤» 발표", "2024-06-10", "2024-06-10", "instant"),
    ("«추석 연휴»에는 쉰다", "2024-09-16", "2024-09-18", "range"),
    ("«음력 5월 5일» 단오굿", "2024-06-10", "2024-06-10", "instant"),
    ("«광복절인 15일» 연다", "2024-08-15", "2024-08-15", "instant"),
    ("«다음 달 첫 주말» 장터", "2024-06-01", "2024-06-02", "range"),
    ("«6월 4일, 11일, 18일 오후 7시» 열린다", "2024-06-04T19:00", "2024-06-18T19:00", "set"),
    ("접수: «~18:00»", None, "2024-05-20T18:00", "deadline"),
    ("«다음 달 초순부터 중순까지» 접수", "2024-06-01", "2024-06-20", "range"),
    ("«유월 팔일» 모인다", "2024-06-08", "2024-06-08", "instant"),
]

CYCLES = [
    (
        "«5. 28. ~ 6. 11. 화요일마다 10:00–12:00»",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20240611",
        "2024-05-28T10:00",
        "2024-06-11T12:00",
    ),
    ("«5월 28일~6월 11일 화요일 14시»", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20240611", "2024-05-28T14:00", "2024-06-11"),
    ("«매주 화·목 오전 10시~오후 1시»", "FREQ=WEEKLY;BYDAY=TU,TH", "2024-05-21T10:00", "2024-05-21T13:00"),
    ("«매월 둘째 주 토요일» 장터", "FREQ=MONTHLY;BYDAY=2SA", "2024-06-08", "2024-06-08"),
    ("«매월 1일과 15일»에 연다", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2024-06-01", "2024-06-01"),
    ("«매월 말일» 정산", "FREQ=MONTHLY;BYMONTHDAY=-1", "2024-05-31", "2024-05-31"),
    ("«4·9일장»이 선다", "FREQ=MONTHLY;BYMONTHDAY=4,9,14,19,24,29", "2024-05-24", "2024-05-24"),
    ("«격주 수요일» 상담", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "2024-05-22", "2024-05-22"),
    ("«매년 7월 첫째 토요일» 기념식", "FREQ=YEARLY;BYDAY=1SA;BYMONTH=7", "2024-07-06", "2024-07-06"),
    ("휴관, «화~금 09:00~18:00»", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR", "2024-05-21T09:00", "2024-05-21T18:00"),
    ("«6월 4일부터 매주 화요일 8주간»", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20240723", "2024-06-04", "2024-07-23"),
    ("«토요일마다» 연다", "FREQ=WEEKLY;BYDAY=SA", "2024-05-25", "2024-05-25"),
    (
        "«6월 4일부터 6월 25일까지 매주 화요일 오후 2시~4시»",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20240625",
        "2024-06-04T14:00",
        "2024-06-25T16:00",
    ),
]


def unmark(marked: str) -> tuple[str, tuple[int, int]]:
    start, end = marked.index("«"), marked.index("»") - 1
    return marked.replace("«", "").replace("»", ""), (start, end)


def short(moment: object) -> str | None:
    text = plain(moment)
    return text[:16] if text else None


def only(text: str, span: tuple[int, int]) -> When:
    found = [w for w in find_times(text, REF) if w.span == span]
    assert found, [text[slice(*w.span)] for w in find_times(text, REF)]
    return found[0]


@pytest.mark.parametrize(("marked", "start", "end", "kind"), ROWS)
def test_a_form_is_found_and_resolved(marked: str, start: str | None, end: str | None, kind: str) -> None:
    text, span = unmark(marked)
    when = only(text, span)
    assert (short(when.start), short(when.end), when.kind) == (start, end, kind)


@pytest.mark.parametrize("words", ["5월 30일~6월 2일 일요일", "5월 3일 ~ 5월 19일 일요일 17시까지"])
def test_what_the_last_day_of_a_run_is_called_is_no_cycle(words: str) -> None:
    (when,) = find_times(words, REF)
    assert (when.kind, when.rrule) == ("range", None)


@pytest.mark.parametrize(("marked", "rule", "start", "end"), CYCLES)
def test_a_cycle_has_a_rule_and_a_next_day(marked: str, rule: str, start: str, end: str) -> None:
    text, span = unmark(marked)
    when = only(text, span)
    assert (when.kind, when.rrule, short(when.start), short(when.end)) == ("recurrence", rule, start, end)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("29일 오후 3시", "2024-05-29T15:00"), ("오는 3일", "2024-06-03"), ("내달 5일", "2024-06-05"),
        ("다음 주 화요일", "2024-05-28"), ("모레", "2024-05-22"), ("이달 말", "2024-05-21"), ("5/29(수)", "2024-05-29"),
        ("’24.6.3.~6.7.", "2024-06-03"), ("여섯 시 반", "2024-05-20T18:30"), ("닷새 동안", "2024-05-20"),
        ("사흘간", "2024-05-20"), ("매월 둘째 주 토요일", "2024-06-08"), ("지난 8일", "2024-05-08"),
        ("오후 2시부터 2시간", "2024-05-20T14:00"), ("올 하반기", "2024-07-01"), ("정오", "2024-05-20T12:00"),
    ],
)  # fmt: skip
def test_the_sixteen_common_ones(words: str, start: str) -> None:
    assert read_expression({"id": "c", "ref": REF.isoformat(), "expression": words})["start"][:16] == start


def test_the_tense_decides_a_bare_day() -> None:
    ref = datetime.fromisoformat("2024-05-20T10:00:00+09:00")
    assert find_times("25일 장터를 열었다.", ref)[0].start == date(2024, 4, 25)
    assert find_times("25일 장터를 연다.", ref)[0].start == date(2024, 5, 25)
    first, second = find_times("8일 장터를 연다고 16일 밝혔다.", ref)
    assert (first.start, second.start) == (date(2024, 6, 8), date(2024, 5, 16))


def test_plans_in_past_verbs_look_ahead() -> None:
    text = "21일로 미뤘다. 12일 문을 열기로 했다. 3일 열었다."
    assert [tense(text, text.index(d), text.index(d) + 3) for d in ("21일", "12일", "3일 열")] == [
        "future",
        "future",
        "past",
    ]


def test_a_wrong_weekday_is_flagged_and_the_day_wins() -> None:
    when = find_times("오는 29일(목) 연다", REF)[0]
    assert when.start == date(2024, 5, 29)
    assert "wrong_weekday" in when.flags


def test_the_weekday_moves_a_date_into_another_year() -> None:
    ref = datetime.fromisoformat("2022-12-20T09:00:00+09:00")
    assert find_times("1월 11일(수) 설명회", ref)[0].start == date(2023, 1, 11)
    assert find_times("7월 14일(목) 사진", ref)[0].start == date(2022, 7, 14)


def test_shortened_expressions_hang_on_what_was_said() -> None:
    text = "축제는 6월 8일부터 10일까지다. 첫날 오후 3시 개막하고 마지막 날 오전 11시 폐막한다. 이튿날 쉰다."
    starts = [short(w.start) for w in find_times(text, REF)]
    assert starts == ["2024-06-08", "2024-06-08T15:00", "2024-06-10T11:00", "2024-06-11"]


def test_an_ambiguous_week_keeps_its_readings() -> None:
    when = find_times("6월 둘째 주에 연다", REF)[0]  # 1 June 2024 is a Saturday: two ways to count
    assert "ambiguous_week" in when.flags
    assert (date(2024, 6, 3), date(2024, 6, 9)) in when.candidates
    assert (date(2024, 6, 10), date(2024, 6, 16)) in when.candidates


def test_without_a_publication_time_relative_ones_stay_open() -> None:
    text = "내일 오후 2시, 오는 8일, 6월 3일, 다음 주 화요일, 매주 수요일"
    for when in find_times(text, None):
        assert (when.start, when.end) == (None, None)
        assert "unresolved" in when.flags
    assert find_times("2024년 6월 3일 오후 2시", None)[0].start == datetime.fromisoformat("2024-06-03T14:00:00+09:00")


def test_marked_expressions_read_their_context() -> None:
    def read(marked: str, ref: str = REF.isoformat()) -> tuple[str | None, str | None]:
        text, span = unmark(marked)
        row = read_expression({"id": "m", "ref": ref, "context": text, "expression": text[slice(*span)], "span": span})
        return short(row["start"]), short(row["end"])

    assert read("작년엔 «6월 3일»에 열었다") == ("2023-06-03", "2023-06-03")
    assert read("6월 모임은 «11일»이에요") == ("2024-06-11", "2024-06-11")
    assert read("9일 «오후 6시 30분부터 두 시간 동안»") == ("2024-05-09T18:30", "2024-05-09T20:30")
    assert read("«열흘 동안» 접수(오늘부터)") == ("2024-05-20", "2024-05-29")
    assert read("«11일 밤 11시»를 시한으로 정했다") == (None, "2024-05-11T23:00")
    assert read("2023년 4월 «말» 현재") == (None, None)


def test_a_broken_reference_is_said_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="ref «어제» is no ISO 8601 time"):
        read_expression({"id": "x", "ref": "어제", "context": "3일", "expression": "3일", "span": [0, 2]})
