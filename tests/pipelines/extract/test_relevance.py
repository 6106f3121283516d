"""Who writes on a board names their body once and late; banks and trade bodies call themselves co-operatives."""

from __future__ import annotations

import pytest

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.relevance import Verdict, judge
from store.records import Channel, Document

FILLER = "어제는 하루 종일 비가 내려 마당에 물이 고였어요. " * 9  # the name comes after the lead


def verdict(channel: Channel, title: str, text: str) -> Verdict:
    return judge(Document("x", channel, title, text), split_lines(text, title))


WRITERS = [
    ("장터 끝났어요", f"{FILLER}\n이번 장은 우리 솔바람협동조합이 열었고 다음 장은 5월입니다."),
    ("소풍 사진 올렸어요", f"{FILLER}\n이사장님 고맙습니다. 사진은 들꽃밥상협동조합 밴드에 있어요."),
    ("책방 일기", f"{FILLER}\n협동조합 물푸레가 책방 문을 연 지 네 해가 됐다."),
    (
        "옷장 비우는 날",
        "되살림가게 참나무입니다. 헌 물건에 새 주인을 찾아 주는 사회적기업이에요.\n13일에 물건을 받아요.",
    ),
    ("집들이는 쉽니다", f"{FILLER}\n저희는 언덕위주택협동조합이고, 일곱 집이 같이 삽니다."),
    ("장터 날짜 바뀜", f"{FILLER}\n주최는 맑은볕 사회적협동조합, 우리는 심부름만 합니다."),
    ("하룻밤 나들이", f"{FILLER}\n우리 솔바람 의료복지사회적협동조합 가을 소풍! 버스 한 대로 다녀왔어요."),
    ("이사 끝!", f"{FILLER}\n<언덕위공동육아사회적협동조합 가을 일정>\n◎ 집들이: 8일"),
    ("오늘 안 합니다", f"{FILLER}\n오늘 저녁 일곱 시 개울국수협동조합 새 국수 시식회 미룹니다."),
    ("섬에서 하룻밤", f"{FILLER}\n마을기업 물결바위영어조합법인에서 하는 갯벌 걷기라는 거예요."),
]
OTHERS = [
    ("떡 맛있었어요", f"{FILLER}\n떡은 들꽃밥상협동조합에서 샀어요."),
    ("간판 갈아 드립니다", f"{FILLER}\n안 되는 곳: 유흥업소, 협동조합, 법인"),
    ("아파트 텃밭 모임", f"{FILLER}\n누가 협동조합 만들자고 해서 다 웃었네요."),
    ("교회 바자회", f"{FILLER}\n* 공정무역 초콜릿을 한쪽에서 소개합니다."),
    ("주보", f"{FILLER}\n• 협동조합? 아닙니다, 텃밭 안내" + 3 * f"\n{FILLER}"),
    ("산악회 다녀왔어요", f"{FILLER}\n새마을금고 버스를 빌려 준 솔바람협동조합이 고마웠어요."),
]


@pytest.mark.parametrize(("title", "text"), WRITERS)
def test_who_writes_on_a_board_may_say_it_once_and_late(title: str, text: str) -> None:
    assert verdict("board", title, text).relevant


@pytest.mark.parametrize(("title", "text"), OTHERS)
def test_a_name_by_the_way_makes_no_post_ours(title: str, text: str) -> None:
    assert not verdict("board", title, text).relevant


@pytest.mark.parametrize(
    ("title", "text", "rule"),
    [
        ("“협동조합 정신으로 뛴다” 벼루신협 조합원 달리기", "벼루신협이 12일 조합원 달리기를 열었다.", "R3:신협"),
        ("새 조합장 취임", "봄내농협과 봄내축협의 새 조합장이 “협동조합의 주인은 조합원”이라고 말했다.", "R3:농협"),
        (
            "조합원 교육 안내 – 사회적경제 시대, 우리가 갈 길",
            "남도개인택시운송사업조합 조합원께 알립니다. 특강은 사회적경제와 택시입니다.",
            "R4:사업조합",
        ),
    ],
)
def test_banks_and_trade_bodies_that_speak_of_co_operation_are_none_of_ours(title: str, text: str, rule: str) -> None:
    found = verdict("news", title, text)
    assert not found.relevant
    assert found.reasons[0].startswith(rule)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("벼루신협, 돌담협동조합과 협약", "벼루신협은 12일 돌담협동조합과 사회적금융 협약을 맺었다."),
        ("운송사업조합과 사회적경제지원센터 손잡아", "남도택시운송사업조합과 벼루사회적경제지원센터가 협약을 맺었다."),
    ],
)
def test_with_a_body_of_ours_they_are(title: str, text: str) -> None:
    assert verdict("news", title, text).relevant


NEWS_FILLER = "바닷가 마을에 새 건물이 섰다. 지붕은 파랗고 벽은 희다. 창이 넓어 볕이 잘 든다. " * 8


@pytest.mark.parametrize(
    ("body", "relevant"),
    [
        (
            "건물을 지은 곳은 사회적기업 ㈜그물누리. 그물을 판다.\n그물누리는 셋이 꾸린다. 그물누리에 전화하면 된다.",
            True,
        ),
        (
            "옆집은 사회적기업 그물누리 사무실이다.\n건물은 김 아무개 씨가 손수 지었다. 그는 목수다. 목수는 바쁘다.",
            False,
        ),
        ("옆집은 사회적기업 사무실이다.\n사무실은 넓다. 사무실이 좋아 사무실에 자주 온다.", False),
    ],
)
def test_what_is_said_once_and_named_all_over_is_what_a_story_tells_of(body: str, relevant: bool) -> None:
    assert verdict("news", "새 건물", NEWS_FILLER + "\n" + body).relevant is relevant


@pytest.mark.parametrize(
    ("row", "relevant"),
    [
        ("- 대상: 협동조합·마을기업에서 일하는 분", True),
        ("- 지원 제외 대상: 협동조합·마을기업에서 일하는 분", False),
        ("- 물어볼 데: 협동조합·마을기업에서 일하는 분", False),
    ],
)
def test_whom_a_notice_is_for_counts_whom_it_is_not_for_does_not(row: str, relevant: bool) -> None:
    assert verdict("board", "회계 강의", f"{FILLER}\n{row}").relevant is relevant


@pytest.mark.parametrize(
    "lead",
    [
        "장터를 여는 곳은 사회적협동조합 솔그늘이다.",
        "할머니 일곱이 꾸리는 마을기업 ‘물결부엌’.",
        "극장 주인은 예비사회적기업 (유)이삭이다.",
        "물레골도공협동조합은 장작가마를 그대로 땐다.",
    ],
)
def test_what_a_lead_says_that_somebody_is_makes_them_its_subject(lead: str) -> None:
    opening = "마을에 해가 진다. " * 6
    assert verdict("news", "저녁 풍경", f"{opening}{lead} 손님이 많다.").relevant


@pytest.mark.parametrize(
    ("late", "relevant"),
    [
        ("장작은 솔재너머협동조합이 모아 왔다.", True),
        ("장작은 협동조합이 모아 왔다.", False),
        ("장작은 솔재너머협동조합 앞에서 샀다.", False),
    ],
)
def test_who_does_it_may_be_named_late_and_once(late: str, relevant: bool) -> None:
    story = "가마터에 연기가 오른다. " * 20
    assert verdict("news", "가마터의 하루", story + late).relevant is relevant


@pytest.mark.parametrize("firm", ["사회적기업 ㈜온새미부엌,", "예비사회적기업 (주)돌담과"])
def test_a_firm_named_behind_its_kind_in_the_lead_is_who_it_tells_of(firm: str) -> None:
    opening = "저녁마다 냄비를 올린다. " * 6
    assert verdict("news", "한 끼 약속", f"{opening}약속한 이들은 {firm} 이장단, 새숲신협 사람들 모두다.").relevant


@pytest.mark.parametrize("name", ["들숨농사협동조합", "새싹학생협동조합", "한울건축협동조합", "누리통신협동조합"])
def test_a_shorter_word_that_begins_in_a_name_does_not_hide_it(name: str) -> None:
    found = verdict("news", "마을 소식", f"{name}은 25일 집 고치기 교실을 연다.")
    assert found.relevant
    assert found.reasons == (f"R1:협동조합@{name.index('협동')}",)


@pytest.mark.parametrize(
    "title",
    [
        "사기막골 도공들, 사회적기업 세웠다",
        "이웃 물건 먼저 사기 협약… 사회적기업 열 곳",
        "‘동네 빵을 사기’ 운동",
        "콩 다섯 가마 미리 사기로 약정했다",
    ],
)
def test_what_only_spells_like_fraud_is_none(title: str) -> None:
    assert verdict("news", title, "사회적기업 솔바람이 25일 마을회관에서 이웃과 만났다.").relevant


def test_a_warning_of_a_false_one_is_no_news_of_ours_though_a_course_against_fraud_is_told() -> None:
    text = "경찰은 두 명을 입건했다.\n금융사기 예방 강좌는 28일이다. 진짜 협동조합은 정관을 보여 준다."
    assert verdict("news", "가짜 협동조합 주의하세요", text).reasons[0].startswith("R9:")
    assert verdict("news", "협동조합, 금융사기 예방 강좌", text).relevant


@pytest.mark.parametrize(
    ("body", "relevant"),
    [
        ("그는 자활기업 ‘솔모랫길’의 배달원이다. 솔모랫길 대표는 웃었다.", True),
        ("그는 자활기업 ‘솔모랫길’의 배달원이다.", False),  # named once, by the way
    ],
)
def test_a_name_in_quotes_that_the_story_goes_on_with_is_who_it_tells_of(body: str, relevant: bool) -> None:
    stairs = "계단을 오르는 데 한나절이 걸렸다. " * 12
    assert verdict("news", "산복도로의 반나절", stairs + body).relevant is relevant


@pytest.mark.parametrize(
    "who",
    ["조합원과 아이들 서른 명이", "솔숲지부 조합원들이", "의 식구는 지금 서른 집인데, 모두"],
)
def test_what_its_people_do_late_in_a_story_it_does(who: str) -> None:
    text = f"{FILLER}\n물봉선생활협동조합{'' if who.startswith('의') else ' '}{who} 콩밭을 찾았다."
    assert verdict("news", "콩밭에서 만난 사람들", text).relevant
    assert not verdict("news", "콩밭에서 만난 사람들", f"{FILLER}\n콩은 물봉선생활협동조합 매장에서 샀다.").relevant
