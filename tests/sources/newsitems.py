"""Three articles in our own words for the pages of `newsskins`, and what a paper prints beside them."""

# ruff: noqa: E501 (lines of papers are data: one line each)

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    number: str
    title: str
    author: str
    day: str  # YYYY-MM-DD
    clock: str  # HH:MM:SS
    body: tuple[str, ...]  # paragraphs, as text
    captions: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    section: str = "사회"
    bold: frozenset[int] = field(default_factory=frozenset)  # paragraphs set as in-body headings

    @property
    def dots(self) -> str:
        return self.day.replace("-", ".")

    @property
    def slashes(self) -> str:
        return self.day.replace("-", "/")

    @property
    def digits(self) -> str:
        return self.day.replace("-", "")


ITEMS = (
    Item(
        "51207", "바람골 주민들, 폐선 부지에 ‘걷는 시장’ 연다", "공나루", "2023-04-18", "10:42:07",
        (
            "바람골시 옛 철길 옆에 주민들이 직접 꾸린 ‘걷는 시장’이 다음 달 6일 처음 문을 연다. 마을기업 여섯 곳과 농가 열네 곳이 함께한다.",
            "장터 운영을 맡은 바람골마을장터 사회적협동조합은 18일 기자들과 만나 “기자 출신 조합원이 쓴 소식지를 매주 장터에서 나눠 주겠다”고 밝혔다.",
            "장은 매주 토요일 오전 10시부터 오후 4시까지 선다. 자릿세는 한 칸에 5000원이고, 첫 두 달은 받지 않는다.",
            "무엇이 달라지나",
            "시는 부지 사용료를 3년 동안 면제하고 화장실 두 곳을 새로 놓는다. △전기 △수도 △그늘막은 조합이 갖춘다.",
            "문의는 바람골마을장터(055-000-7103)로 하면 된다.",
        ),
        ("옛 철길 위에 놓인 시범 장터 모습. 바람골시 제공", "장터에서 쓸 나무 상자"),
        ("마을기업 여섯 곳 참여", "첫 두 달 자릿세 없어"), "경제", frozenset({3}),
    ),
    Item(
        "51388", "[기고] 돌봄은 왜 동네에서 시작하는가", "목한별", "2022-11-03", "08:15:30",
        (
            "겨울이 오면 우리 동네 골목은 조용해진다. 문 닫힌 집 안에서 누가 어떻게 지내는지 아는 사람이 없다.",
            "지난해 우리 조합은 집집마다 국을 나르기 시작했다. 국 한 그릇이 안부를 묻는 가장 쉬운 말이었다.",
            "제도는 늘 늦다. 그러나 이웃은 늦지 않다. 그것이 내가 아홉 해 동안 배운 전부다.",
            "나는 언젠가 이 일을 기록할 기자를 만나고 싶다.",
            "※ 필자는 너른들돌봄협동조합 이사로 일하고 있습니다.",
        ),
        (), (), "오피니언",
    ),
    Item(
        "51402", "한결 자활기업, 청소 로봇 대신 사람을 늘렸다… 1년의 결과", "엄두리", "2021-07-29", "17:03:44",
        (
            "공동주택 청소를 맡는 자활기업 한결이 지난해 사람을 열한 명 더 뽑았다. 경쟁 업체들이 청소 로봇을 들이던 때다.",
            "한결의 매출은 8억 3000만 원으로 한 해 전보다 12% 늘었다. 재계약률은 97%다.",
            "입주민 가온누리 씨는 “이름을 아는 분이 청소해 주시니 복도에서 인사를 나누게 됐다”고 말했다.",
            "도는 이 사례를 다른 자활기업에 알리기로 했다. 설명회는 8월 12일 오후 2시 도청 별관에서 열린다.",
            "저작권 교육을 받은 직원들이 쓴 작업 안내서도 함께 나눈다.",
        ),
        ("계단을 닦는 한결 직원들",), ("재계약률 97%",), "사회",
    ),
)  # fmt: skip

OTHERS = (
    "들녘시 상수도관 교체 마무리",
    "바람골소방서 겨울철 안전 점검",
    "솔마루 도서관 야간 개장 한 달",
    "[인사] 너른들군",
    "가람천 산책로 다시 열려",
)
PAPER = "바람골신문"
