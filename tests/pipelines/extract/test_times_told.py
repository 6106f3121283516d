"""Times that mean what the text has said before, days of plans that were given up or moved, and rarer ways to write."""

from __future__ import annotations

from datetime import datetime

import pytest

from pipelines.extract.times import find_times
from store.records import plain

PLANS = [
    # published, sentence with the days marked, what they mean
    # a noun in the object of a verb is no plan
    ("2024-05-21", "군은 «20일» 군청에서 상생 협의회를 열고 계획의 뼈대를 다듬었다.", ["2024-05-20"]),
    ("2024-05-21", "조합은 «20일» 새 사업의 계획을 살폈다.", ["2024-05-20"]),
    ("2024-05-21", "센터는 «17일» 수강생 모집을 마쳤다.", ["2024-05-17"]),
    ("2024-05-21", "군은 «13일» 참가 신청을 마감했다.", ["2024-05-13"]),
    ("2024-05-21", "조합은 «3일» 총회를 열 계획이다.", ["2024-06-03"]),
    ("2024-05-21", "«28일» 장터를 연다는 계획을 내놨다.", ["2024-05-28"]),
    ("2024-05-21", "«3일»부터 수강생 모집.", ["2024-06-03"]),
    # planned in the past
    ("2024-05-20", "«24일» 둔치에 서려던 장터는 취소됐다.", ["2024-05-24"]),
    ("2024-05-20", "«24일»로 잡혔던 견학은 없던 일이 됐다.", ["2024-05-24"]),
    ("2024-05-20", "«24일»로 잡아 뒀던 견학을 접었다.", ["2024-05-24"]),
    ("2024-05-20", "«24일» 예정이던 음악회가 무산됐다.", ["2024-05-24"]),
    ("2024-05-20", "«24일» 열릴 예정이었으나 비 소식에 접었다.", ["2024-05-24"]),
    ("2024-05-20", "«24일» 열기로 했던 바자회는 열지 않았다.", ["2024-05-24"]),
    ("2024-05-20", "«24일»로 예고했던 강좌를 거둬들였다.", ["2024-05-24"]),
    ("2024-05-20", "«24일» 하려다가 말았다.", ["2024-05-24"]),
    ("2024-05-31", "«15일» 열려던 장터를 접었다.", ["2024-06-15"]),
    ("2024-05-31", "«30일» 열려던 장터를 비 탓에 접었다.", ["2024-05-30"]),
    ("2024-05-20", "«지난 14일» 열려던 장터를 접었다.", ["2024-05-14"]),
    ("2024-05-20", "«24일» 산을 내려다 본 사람들이 있었다.", ["2024-04-24"]),
    # moved: to when, and from when to when
    ("2024-05-20", "총회를 «27일»로 미뤘다.", ["2024-05-27"]),
    ("2024-05-20", "총회는 «27일»로 밀렸다.", ["2024-05-27"]),
    ("2024-05-20", "모임은 «27일 저녁 7시»로 새봄이 정했어요.", ["2024-05-27T19:00"]),
    ("2024-05-20", "«11일 밤 11시»를 시한으로 정했다.", ["2024-05-11T23:00"]),
    ("2024-05-20", "잔치가 «7월 6일»에서 «13일»로 옮겨졌다.", ["2024-07-06", "2024-07-13"]),
    ("2024-05-20", "잔치가 «7월 6일(토)»에서 «13일(토)»로 바뀌었다.", ["2024-07-06", "2024-07-13"]),
    ("2024-05-20", "잔치는 «7월 30일»에서 «6일»로 늦춰졌다.", ["2024-07-30", "2024-08-06"]),
    ("2024-05-20", "잔치는 «7월 12일»에서 «10일»로 당겨졌다.", ["2024-07-12", "2024-07-10"]),
    ("2024-05-20", "잔치는 «7월 12일»에서 «10일»로 미뤄졌다.", ["2024-07-12", "2024-08-10"]),
    ("2024-05-20", "날짜 «7월 6일» → «13일»", ["2024-07-06", "2024-07-13"]),
    ("2024-05-20", "날짜 «7.6.(토)» -> «13일(토)»", ["2024-07-06", "2024-07-13"]),
    ("2024-05-20", "«7월 6일»이 아니라 «13일»입니다.", ["2024-07-06", "2024-07-13"]),
    ("2024-05-20", "장터는 «7월 6일에서 13일까지» 선다.", ["2024-07-06"]),
]

TOLD = [
    # a day told before, by its number
    ("2024-05-31", "오는 19일(수) 잔치를 연다. 안내문에는 목요일로 적혔다. 물어보니 «19일»이 맞다.", "2024-06-19"),
    ("2024-05-31", "7월 27일에 떠납니다.\n\n«27일»에 못 오시는 분은 알려 주세요.", "2024-07-27"),
    ("2024-05-31", "6월 29일 장을 연다. «29일» 협약을 맺었다.", "2024-05-29"),
    # years and months told before
    ("2024-05-20", "2019년에 씨앗을 모았고 «이듬해 4월 3일» 문을 열었다.", "2020-04-03"),
    ("2024-05-20", "재작년 말이 나왔고 «그해 10월 9일» 모였다.", "2022-10-09"),
    ("2024-05-20", "6월 5일 사업설명회를 열고 «같은 달 22일»에는 나들이를 간다.", "2024-06-22"),
    # the day after, the day before
    ("2024-05-20", "이번 주말 사흘 잔치다. 시작은 24일 저녁 일곱 시. «이튿날»은 장이 선다.", "2024-05-25"),
    ("2024-05-21", "6월 22~23일로 늦춘다고 21일 밝혔다. 두 곳은 «전날» 긴급 모임을 열어 뜻을 모았다.", "2024-05-20"),
    ("2024-05-21", "6월 22일 잔치를 연다. «전날» 미리 짐을 나른다.", "2024-06-21"),
    ("2024-05-20", "장 서는 날 6월 1일(토), 7월 6일(토)\n발표 6월 12일\n비가 오면 «다음 날(일)»", "2024-06-02"),
    ("2024-05-20", "6월 3일에서 7일까지 잇는다. «끝 날»에는 원탁에 앉는다.", "2024-06-07"),
    ("2024-05-20", "6월 3일에서 7일까지 잇는다. «끝날»에는 원탁에 앉는다.", "2024-06-07"),
    ("2024-05-20", "22일 총회를 연다. 20일 현재 612명이다. «오후 5시» 잔치를 벌인다.", "2024-05-22T17:00"),
    ("2024-05-20", "«정월대보름 전날»이라 바쁘다.", "2024-02-23"),
    # hours hang on a day of the event: the first of a cycle, not one of rest
    ("2024-05-20", "6월 5일부터 수요일마다 모인다. «오후 2시»에 시작한다.", "2024-06-05T14:00"),
    ("2024-05-20", "6월 5일 모입니다(6월 12일은 쉽니다).\n때 «낮 2시»", "2024-06-05T14:00"),
    ("2024-05-20", "6월 5일 떠납니다. 6월 12일은 걷습니다. «낮 2시» 모여요.", "2024-06-12T14:00"),
    ("2023-12-23", "1월 1일 만납니다. «9일 화요일»에는 함께 일해요.", "2024-01-09"),
]

WRITTEN = [
    # separators lost, a weekday to tell
    ("«지난 516(목)» 열었다", "2024-05-16"),
    ("북부 «529(수) 14:00» 강당", "2024-05-29T14:00"),
    ("«1203(화)» 총회", "2024-12-03"),
    # two figures for the year
    ("일시 «24/5/29 수 pm 6:30»", "2024-05-29T18:30"),
    ("«24/5/29(수)» 모임", "2024-05-29"),
    ("«’24/5/29» 모임", "2024-05-29"),
    ("«5/29 6:30 pm» 모임", "2024-05-29T18:30"),
    # months in words
    ("«유월» 한 달 동안 모은다", "2024-06-01"),
    ("«오월» 한 달간 쉰다", "2024-05-01"),
    ("«시월»에 만나요", "2024-10-01"),
    ("«구월 첫 주» 쉽니다", "2024-08-26"),
    ("«십일월부터» 연다", "2024-11-01"),
    ("«유월은 8일»로 해요", "2024-06-08"),
    # native weekdays
    ("«6월 둘째 흙날» 장터", "2024-06-08"),
    ("«28일 불날 저녁 7시 반»", "2024-05-28T19:30"),
    ("«25일 흙날과 26일 해날» 천막을 칩니다", "2024-05-25"),
    ("«다음 주 나무날»에 봐요", "2024-05-30"),
    ("«5월 31일(쇠)» 떠나요", "2024-05-31"),
    ("«물날마다» 모여요", "2024-05-22"),
]

NOTHING = [
    "오월 정신을 잇는다", "예산 이월에 관하여", "이월 금액", "구월동 장터", "시월드 이야기", "방 411(넓음)",
    "객실 523(수)",
    "새해날 떡국", "불날 뻔했다", "큰물날 때", "수량 3(물)", "이듬해부터 낸다", "같은 달보다 8% 늘었다",
    "일이 끝날 때까지",
]  # fmt: skip


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    spans, plain_text = [], ""
    for piece in marked.split("«"):
        words, mark, rest = piece.partition("»")
        if mark:
            spans.append((len(plain_text), len(plain_text) + len(words)))
        plain_text += words + rest
    return plain_text, spans


def starts(text: str, spans: list[tuple[int, int]], ref: str) -> list[str]:
    times = {w.span: w for w in find_times(text, datetime.fromisoformat(f"{ref}T09:00:00+09:00"))}
    over = [next((w for s, w in times.items() if s[0] <= a and b <= s[1]), None) for a, b in spans]
    return [(plain(w.start or w.end) or "")[:16] if w else text[slice(*s)] for w, s in zip(over, spans, strict=True)]


@pytest.mark.parametrize(("ref", "marked", "days"), PLANS)
def test_plans(ref: str, marked: str, days: list[str]) -> None:
    assert starts(*unmark(marked), ref) == days


@pytest.mark.parametrize(("ref", "marked", "day"), TOLD)
def test_what_was_told(ref: str, marked: str, day: str) -> None:
    assert starts(*unmark(marked), ref) == [day]


@pytest.mark.parametrize(("marked", "day"), WRITTEN)
def test_rarer_ways_to_write(marked: str, day: str) -> None:
    text, spans = unmark(marked)
    times = find_times(text, datetime.fromisoformat("2024-05-20T10:00:00+09:00"))
    assert [w.span for w in times if w.rule != "duration"][:1] == spans
    assert (plain(times[0].start) or "")[:16] == day


@pytest.mark.parametrize("text", NOTHING)
def test_no_time(text: str) -> None:
    assert [text[slice(*w.span)] for w in find_times(text, datetime.fromisoformat("2024-05-20T10:00:00+09:00"))] == []


def test_a_tilde_before_every_line_is_a_bullet() -> None:
    ref = datetime.fromisoformat("2024-05-20T10:00:00+09:00")
    lines = "\n~ 24일 저녁 7시, 가게에서\n~ 25일은 쉽니다"
    assert [w.kind for w in find_times(lines, ref)] == ["instant", "instant"]
    assert [w.kind for w in find_times("접수 마감\n~ 24일", ref)] == ["deadline"]
    assert [w.kind for w in find_times("첫째\n~24일\n~25일", ref)] == ["deadline", "deadline"]


def test_two_lines_are_a_calendar_where_their_weekdays_agree() -> None:
    ref = datetime.fromisoformat("2024-05-20T10:00:00+09:00")
    assert [str(w.start) for w in find_times("▪23(목) 모임\n▪25(토) 나들이", ref)] == ["2024-05-23", "2024-05-25"]
    assert find_times("▪23(목) 모임\n▪25(일) 나들이", ref) == ()
    assert find_times("▪23(목) 모임", ref) == ()
