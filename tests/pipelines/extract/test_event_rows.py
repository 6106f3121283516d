"""Events told in rows: outlines, flattened tables, lists behind a colon, enumerations in one sentence."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract.reading import read
from store.records import Document, Event

PUBLISHED = datetime(2024, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Seoul"))  # a Tuesday
Row = tuple[str, str, str | None]


def events(text: str, title: str, channel: str = "board") -> list[Event]:
    kind = "board" if channel == "board" else "news"
    return [e for e in read(Document("x", kind, title, text, PUBLISHED)).events if e.role == "main"]


def rows(text: str, title: str = "한들협동조합 5월 소식") -> list[Row]:
    return [(e.title, e.start.isoformat()[:16] if e.start else "", e.venue) for e in events(text, title)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "ㅇ 제5차 이사회\n   5.21(화) 19시 / 새길점 3층\nㅇ 새길동 반상회\n   5/24(금) 오전 11시, 새길동 마을회관",
            [
                ("제5차 이사회", "2024-05-21T19:00", "새길점 3층"),
                ("새길동 반상회", "2024-05-24T11:00", "새길동 마을회관"),
            ],
        ),
        (
            "1. 회원 한마당 : 5.18(토) 14시 시민공원 잔디광장\n2. 텃밭 학교 : 5.25(토) 10시 한들농장 (주관 텃밭모임)",
            [
                ("회원 한마당", "2024-05-18T14:00", "시민공원 잔디광장"),
                ("텃밭 학교", "2024-05-25T10:00", "한들농장"),
            ],
        ),
        (
            "안건 1. 여름 벼룩장터 개최의 건\n - 6/15(토) 11시-16시, 시민공원\n안건 2. 신규 조합원 승인",
            [("여름 벼룩장터", "2024-06-15T11:00", "시민공원")],
        ),
        (
            "‘2024 마을기업 설명회’를 권역별로 연다.\n| 권역 | 날짜 | 시간 | 자리 |\n"
            "| 동부권 | 5.20(월) | 14:00 | 동부시민회관 |\n| 서부권 | 5.22(수) | 10:30 | 서부문화원 |",
            [
                ("2024 마을기업 설명회 동부권", "2024-05-20T14:00", "동부시민회관"),
                ("2024 마을기업 설명회 서부권", "2024-05-22T10:30", "서부문화원"),
            ],
        ),
        (
            "한들센터는 ‘2024 협동조합 원탁회의’ 날짜를 내놨다.\n△북부(파주) 5월 20일 오후 2시 파주문화원 "
            "△남부(평택) 5월 27일 오후 3시 평택도서관.",
            [
                ("2024 협동조합 원탁회의 북부(파주)", "2024-05-20T14:00", "파주문화원"),
                ("2024 협동조합 원탁회의 남부(평택)", "2024-05-27T15:00", "평택도서관"),
            ],
        ),
    ],
)
def test_rows(text: str, wanted: list[Row]) -> None:
    title = "‘협동조합’ 5월 안내"
    got = rows(text, title)
    assert [(t.removeprefix("한들협동조합 "), s, v) for t, s, v in got] == wanted
