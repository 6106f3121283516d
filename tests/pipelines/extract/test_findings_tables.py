"""Relevance, figures, sectors and regions, a row for each rule."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipelines.extract import sectors
from pipelines.extract.boilerplate import split_lines
from pipelines.extract.facts import find_facts
from pipelines.extract.region import find_region
from pipelines.extract.relevance import judge
from pipelines.extract.sectors import find_sectors
from pipelines.korean import regions
from store.records import Document

SEOUL = ZoneInfo("Asia/Seoul")


def document(text: str, title: str = "", day: date = date(2024, 5, 7), region: str | None = None) -> Document:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=SEOUL)
    return Document("x", "news", title, text, at, region=region)


@pytest.mark.parametrize(
    ("title", "text", "relevant"),
    [
        ("한들협동조합, 매장 열어", "한들협동조합이 매장을 열었다.", True),
        ("옥상에 햇빛발전소", "주민이 세운 한들햇빛발전협동조합이 발전소를 돌린다.", True),
        ("신협, 사회적금융 대출 늘린다", "신협이 사회적금융에 돈을 푼다. 사회적기업에 먼저 빌려준다.", True),
        ("새길농협 대출 금리 내려", "새길농업협동조합은 금리를 내렸다.", False),
        ("새길신협 특판", "새길신용협동조합이 예금 특판을 연다.", False),
        ("주물업계 한숨", "한국주물공업협동조합은 단가를 올려 달라고 했다.", False),
        ("재건축 조합 갈등", "재건축조합 총회가 무산됐다.", False),
        ("사회적 거리두기 연장", "사회적 거리두기가 2주 늘어난다.", False),
        ("버스 파업", "노동조합은 12일 파업한다.", False),
        ("협동조합 사칭 사기 주의보", "협동조합이라고 속여 돈을 가로챘다. 경찰은 유사수신으로 본다.", False),
        ("시청 새 소식", "시장은 회의를 열었다. 예산을 논의했다. 도로를 넓힌다. 끝으로 주민과 만나 공원 "
            "조성도 이야기했다. " * 4 + "다과는 협동조합 카페가 댔다.", False),
        ("갯벌 걷기 한 주 밀려",
            "비가 잦아 길이 끊겼다. 걷기를 꾸리는 사회적협동조합 물마루는 새 날짜를 정했다.", True),
        ("벌통 보러 오세요", "도시양봉협동조합이 옥상에서 꿀을 뜬다.", True),
        ("한 주 밀린 걷기", "비가 잦아 길이 끊겼다. 시는 둑길을 다시 다지고 나무를 심어 다음 달 새로 걷기로 했다. "
            "돈은 시가 모두 내고 협동조합 방식은 검토하지 않는다.", False),
        ("누리화학 “사회적 가치 4조원 만들었다”",
            "누리화학이 소셜임팩트 보고서를 냈다. 회장은 세금과 고용을 꼽았다.", False),
        ("상생협력 펀드", "대기업이 상생협력 펀드를 만들었다. 회사협의회도 반겼다.", False),
    ],
)  # fmt: skip
def test_relevance(title: str, text: str, relevant: bool) -> None:
    doc = document(text, title)
    verdict = judge(doc, split_lines(text, title))
    assert verdict.relevant is relevant
    assert verdict.reasons or not relevant


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("4만3400개의 기업이 있다", [(43400, "개")]),
        ("2억4천만원 규모다", [(240_000_000, "KRW")]),
        ("약 570억유로(약 73조244억원)에 이른다", [(57_000_000_000, "EUR"), (73_024_400_000_000, "KRW")]),
        ("예순두 집이 함께한다", [(62, "가구")]),
        ("스무 곳이 참여했다", [(20, "곳")]),
        ("3만여 명이 찾았다", [(30_000, "명")]),
        ("7.6%포인트 늘어 46.8%가 됐다", [(7.6, "%p"), (46.8, "%")]),
        ("참가비는 1만원이다", []),
        ("조합원 500명을 넘겨야 한다", []),
        ("강사 3명이 발제를 맡는다", []),
        ("제3회 행사는 3층에서 2시간 열린다", []),
        ("결산을 정정한다. 매출 12,480,000원 -> 12,840,000원으로 정정", [(12_840_000, "KRW")]),
        ("버스 12대와 20대 청년 8명", [(12, "대"), (8, "명")]),
        ("청년 8, 부모 15, 사회복지사 4명이 모였다", [(8, "명"), (15, "명"), (4, "명")]),
        ("3개월 동안 5개 분야를 배운다", []),
    ],
)
def test_figures(text: str, figures: list[tuple[float, str]]) -> None:
    found = find_facts(document(text), split_lines(text), (), ())
    assert [(f.value, f.unit) for f in found] == figures
    assert all(text[slice(*f.evidence)] == f.surface for f in found)


@pytest.mark.parametrize(
    ("text", "day", "sido", "sigungu"),
    [
        ("강원 원주시에서 열린다", date(2023, 6, 10), "강원도", "원주시"),
        ("강원 원주시에서 열린다", date(2023, 6, 11), "강원특별자치도", "원주시"),
        ("전북 군산시에서 열린다", date(2024, 1, 17), "전라북도", "군산시"),
        ("전북 군산시에서 열린다", date(2024, 1, 18), "전북특별자치도", "군산시"),
        ("군위군에서 열린다", date(2023, 6, 30), "경상북도", "군위군"),
        ("군위군에서 열린다", date(2023, 7, 1), "대구광역시", "군위군"),
        ("광주 북구에서 열린다", date(2024, 5, 7), "광주광역시", "북구"),
        ("경기 광주시에서 열린다", date(2024, 5, 7), "경기도", "광주시"),
        ("경남 고성군에서 열린다", date(2024, 5, 7), "경상남도", "고성군"),
        ("[수원=한들뉴스] 청년이 모였다", date(2024, 5, 7), "경기도", "수원시"),
        ("팔달구 행궁동에서 열린다", date(2024, 5, 7), "경기도", "수원시"),
    ],
)
def test_region_as_valid_on_the_day(text: str, day: date, sido: str, sigungu: str) -> None:
    found = find_region(document(text, day=day), split_lines(text))
    assert found is not None and (found.sido, found.sigungu) == (sido, sigungu)


def test_ambiguous_district_is_left_open_or_takes_the_outlets_side() -> None:
    text = "고성군에서 장터가 열린다"
    assert find_region(document(text), split_lines(text)) is None
    found = find_region(document(text, region="강원특별자치도"), split_lines(text))
    assert found is not None and found.sigungu == "고성군" and found.sido == "강원특별자치도"


@pytest.mark.parametrize(
    "text",
    ["경기 침체가 깊다", "예산을 늘렸다", "음성으로 안내한다", "세종대왕을 기린다", "중구난방이다", "공주 옷을 입었다"],
)
def test_everyday_words_are_no_places(text: str) -> None:
    assert regions.find_places(text) == ()


def test_sectors_of_a_market_and_a_school() -> None:
    market = document("장터에서 제품을 판매한다. 부스 매출도 올랐다.", "한들 직거래 장터")
    school = document("강사가 강의한다. 수료하면 수료증을 준다.", "협동조합 학교 수강생 모집")
    assert find_sectors(market, split_lines(market.text)) == ("distribution_marketing",)
    assert "education" in find_sectors(school, split_lines(school.text))


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("창립총회에서 정관을 정했다. 출자금을 모아 두부를 굽고 채소를 판다.", "food_agriculture", "governance"),
        ("정기총회가 안건 넷을 의결했다. 조례와 정책도 다뤘다.", "governance", "food_agriculture"),
        ("창립총회를 앞두고 출자금을 모은다. 어르신 돌봄과 요양을 맡는다.", "care", "finance"),
        ("지역자활센터가 사람을 채용한다. 월급과 인건비를 밝혔다.", "labour", "care"),
        ("설명회에서 은행 대출과 보증을 안내한다. 금리는 낮다.", "finance", "education"),
        ("환경과 문화를 말하던 골목에 농가가 채소 직매장을 연다.", "food_agriculture", "environment"),
        ("바닷가 쓰레기를 줍고 다회용 그릇을 쓴다.", "environment", "culture_tourism"),
    ],
)
def test_words_that_stand_in_any_text_tell_no_sector(text: str, told: str, untold: str) -> None:
    found = find_sectors(document(text), split_lines(text))
    assert told in found and untold not in found


INSIDE = """때 | 2024년 5월 2일 저녁 7시
온 사람 | 이사장과 이사 넷

조합원 셋이 새로 들어와 모두 아흔두 명. 총회에 올릴 결산을 살폈다.
규약은 숲누리 협동조합 사무실에서 다시 읽기로 했다."""


@pytest.mark.parametrize(
    ("title", "text", "relevant"),
    [
        ("5월 이사회 기록", INSIDE, True),
        ("주민 소식", INSIDE.replace("협동조합", "지역주택조합"), False),
        ("유월 편지", "안녕하세요, 바람골 사회적협동조합입니다. 유월 소식을 띄웁니다.", True),
        (
            "주민 소식",
            "청소를 마친 주민이 떡을 나눴다. 언 수도도 녹아 길이 말끔하다. 닷새 동안 서른이 나왔다. "
            "새봄을 맞은 장터에는 협동조합, 부녀회가 나왔다.",
            False,
        ),
        (
            "공동구매 모아 사기",
            "사회적협동조합 누리봄은 12일부터 사과를 함께 산다. 협동조합 조합원이면 누구나 된다.",
            True,
        ),
        ("사기 주의", "사회적협동조합을 사칭한 투자 사기가 돈다.", False),
    ],
    ids=["minutes", "another kind of union", "who writes", "a mention", "to buy", "to cheat"],
)
def test_whose_inside_a_text_tells(title: str, text: str, relevant: bool) -> None:
    assert judge(document(text, title), split_lines(text, title)).relevant is relevant


def test_a_text_has_three_sectors_at_most_and_one_at_least() -> None:
    sums = dict.fromkeys(sectors.WORDS, -9.0)
    assert len(sectors.kept(sums)) == 1
    assert sectors.kept(sums | {"care": 2.0, "labour": 1.0, "finance": 0.5, "education": 0.1}) == (
        "care",
        "finance",
        "labour",
    )
    assert sectors.kept(sums | {"care": 2.0, "labour": -1.0}) == ("care",)
