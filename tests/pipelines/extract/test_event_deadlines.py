"""Until when one may apply, and to what, in the forms that texts of strangers taught; in words of our own."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event, Moment

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
HELD = "새솔협동조합은 25일 오후 2시 은빛회관에서 ‘새솔 학교’를 연다."


def events(text: str, title: str = "새솔협동조합 소식", channel: str = "news") -> list[Event]:
    return [e for e in read(Document("x", channel, title, text, PUBLISHED)).events if e.role == "main"]


def the(found: list[Event], words: str) -> Event:
    """The one event whose title has these words."""
    fits = [e for e in found if words in e.title]
    assert len(fits) == 1, [e.title for e in found]
    return fits[0]


def day(moment: Moment | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("이름 적기는 20일에 끝납니다.", date(2024, 5, 20)),
        ("20일 낮 12시가 지나면 신청 창이 닫힌다.", date(2024, 5, 20)),
        ("자리를 맡으려면 20일을 넘기시면 안 됩니다.", date(2024, 5, 20)),
        ("신청은 서른 명까지 받고 20일에 끊습니다.", date(2024, 5, 20)),
        ("방청하실 분은 20일까지 사무국 02-000-0000.", date(2024, 5, 20)),
        ("학교는 6월 20일에 끝납니다.", None),
    ],
)
def test_ways_to_say_until_when(words: str, last: date | None) -> None:
    assert [day(e.application_deadline) for e in events(f"{HELD} {words}")] == [last]


WEEK = (
    "새솔협동조합은 21일부터 25일까지 은빛광장에서 ‘새솔 주간’을 연다.\n\n"
    "마지막 날인 25일 오후 2시 은빛도서관에서는 ‘빵과 협동’ 강연이 있다. "
)


def test_a_part_told_right_before_is_what_one_applies_to() -> None:
    found = events(WEEK + "스무 명만 앉을 수 있어 20일까지 전화로 신청해야 한다.")
    assert day(the(found, "강연").application_deadline) == date(2024, 5, 20)
    assert the(found, "주간").application_deadline is None


def test_who_wants_to_sit_in_names_what() -> None:
    text = f"{HELD} 26일 오후 2시에는 ‘살림 상담회’를 연다. 새솔 학교에 앉고 싶은 사람은 20일까지 신청하면 된다."
    found = events(text)
    assert day(the(found, "학교").application_deadline) == date(2024, 5, 20)
    assert the(found, "상담회").application_deadline is None


def test_papers_of_staff_are_of_no_feast() -> None:
    text = (
        "❶ 잔치\n새솔협동조합 열 돌 잔치는 5월 25일(토) 11시, 은빛공원 잔디밭.\n\n"
        "❷ 같이 일해요\n방문돌봄 선생님을 더 모십니다. 원서는 10일부터 20일까지 사무실로 가져오세요."
    )
    found = events(text, "새솔협동조합 소식지 5월호", "board")
    assert the(found, "잔치").application_deadline is None
    assert day(the(found, "선생님").application_deadline) == date(2024, 5, 20)


def test_what_must_have_arrived_is_a_window() -> None:
    text = "새솔 협동조합 창업팀 ‘첫발’을 찾습니다.\n\n◎ 언제 : 5. 8.(수) ~ 5. 24.(금) 17시 도착분까지\n◎ 몇 팀 : 5팀"
    found = events(text, "[모집] 새솔 협동조합 창업팀 ‘첫발’", "board")
    assert [day(e.application_deadline) for e in found] == [date(2024, 5, 24)]
    fair = "새솔협동조합이 빵 장터를 엽니다.\n\n◎ 언제 : 5. 8.(수) ~ 5. 24.(금) 17시\n◎ 어디서 : 은빛광장"
    assert [e.application_deadline for e in events(fair, "새솔협동조합 빵 장터", "board")] == [None]


def test_one_window_below_classes_is_of_each() -> None:
    text = (
        "새솔 협동조합 서류교실\n❶ 신고 반 : 5/21(화) 14시~17시\n❷ 결산 반 : 5/28(화) 14시~17시\n\n"
        "✓ 받는 기간 : 5/8(수)~5/17(금)"
    )
    found = events(text, "새솔 협동조합 서류교실", "board")
    assert [day(e.application_deadline) for e in found] == [date(2024, 5, 17)] * 2


def test_a_paragraph_of_its_own_is_of_what_a_report_is_about() -> None:
    text = (
        f"{HELD}\n\n같은 날 오전 11시에는 은빛회관 로비에서 간식 시식회가 먼저 열린다.\n\n"
        "참여를 원하는 사람은 20일까지 조합에 신청하면 된다."
    )
    found = events(text)
    assert day(the(found, "학교").application_deadline) == date(2024, 5, 20)
    assert the(found, "시식회").application_deadline is None


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("강의는 25일 저녁 7시 30분, 100분 동안", "21:10"),
        ("강의는 25일 저녁 7시부터 두 시간입니다", "21:00"),
        ("강의는 25일 낮 2시 은빛공원. 국수 먹고 오후 4시에 접습니다", "16:00"),
        ("강의는 25일 저녁 7시. 한 조에 30분씩 물을 수 있습니다", None),
    ],
)
def test_an_end_is_told_by_a_length_or_by_closing(words: str, end: str | None) -> None:
    (event,) = events(f"새솔협동조합이 강의를 엽니다. {words}.", "새솔협동조합 강의", "board")
    assert (event.end.strftime("%H:%M") if isinstance(event.end, datetime) else None) == end
