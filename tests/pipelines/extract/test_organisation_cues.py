"""Names without telling endings: what they do, what they stand beside, and what must stay a common noun."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.boilerplate import split_lines
from pipelines.extract.organisations import find_organisations, own_lines, proposals
from pipelines.extract.organisations.judging import judged
from store.records import Document


def _named(text: str, title: str = "") -> dict[str, str]:
    return {o.name: o.type for o in find_organisations(Document(id="d", channel="news", title=title, text=text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("도시락 업체 새참푸드는 하루 300인분을 짓는다.", "새참푸드", "company"),
        ("임팩트 투자사 물결이니셔티브가 5억 원을 댔다.", "물결이니셔티브", "company"),
        ("올해는 ㈜리본, 다시테크, 모아랩 등 6곳이 발표한다.", "다시테크", "company"),
        ("올해는 ㈜리본, 다시테크, 모아랩 등 6곳이 발표한다.", "모아랩", "company"),
        ("한들병원이 진료 버스를 보냈다.", "한들병원", "other"),
        ("주민들은 물골어촌계와 손을 잡았다.", "물골어촌계", "other"),
        ("협력 기관은 대구은행, 경북광역자활센터다.", "대구은행", "company"),
        ("코레일과 주택도시보증공사(HUG)가 물건을 산다.", "코레일", "public_agency"),
        ("달빛나루는 동네 청년 여섯이 만든 협동조합이다.", "달빛나루", "cooperative"),
        ("광산구공익활동지원센터가 행사를 주관한다.", "광산구공익활동지원센터", "support_centre"),
        ("강의는 인천대 사회적경제연구센터가 맡는다.", "인천대 사회적경제연구센터", "education"),
        ("사단법인 들녘사람들이 운영을 맡았다.", "사단법인 들녘사람들", "association_network"),
        ("누리골영농조합법인(마을기업)이 콩을 냈다.", "누리골영농조합법인", "village_enterprise"),
        ("한터공동체네트워크 두루(이하 두루)는 잔치를 연다. 두루는 회원이 많다.", "한터공동체네트워크 두루", None),
        ("버들2동 주민자치회가 마을장터를 연다.", "버들2동 주민자치회", "other"),
        ("조합은 신고서를 강릉시에 낸다.", "강릉시", "local_government"),
        ("춘천시(시장 공석)는 박람회를 연다.", "춘천시", "local_government"),
        ("점자 교재를 만드는 온빛나래는 직원을 뽑는다.", "온빛나래", "company"),
        ("여행사 두리번투어, 사진관이 함께 연다.", "두리번투어", "company"),
        ("해온누리 대표는 “손이 모자란다”고 말했다.", "해온누리", "company"),
        ("천안 다살림협동조합, 당진 물매화, 예산 한들네가 뽑혔다.", "물매화", None),
        ("올해는 늘봄협동조합, 들꽃도시락, 가온사회적협동조합이 맡는다.", "들꽃도시락", None),
        ("우리 뜨개질협동조합 실타래에서는 둘이 갔다.", "뜨개질협동조합 실타래", "cooperative"),
        ("김치는 사회적협동조합 마을돌봄 보듬에서 나눈다.", "사회적협동조합 마을돌봄 보듬", "social_cooperative"),
        ("주민들은 영농조합법인 흙내음을 세웠다.", "영농조합법인 흙내음", "company"),
        ("전국자활기업협회가 성명을 냈다.", "전국자활기업협회", "association_network"),
        ("‘돌봄기본법 제정 추진 연대회의’가 출범했다.", "돌봄기본법 제정 추진 연대회의", "association_network"),
        ("주관은 전북대 사회적경제연구단이 맡았다.", "전북대 사회적경제연구단", "education"),
        (
            "솔숲마을관리 사회적협동조합(가칭) 준비위원회가 모인다.",
            "솔숲마을관리 사회적협동조합(가칭) 준비위원회",
            None,
        ),
        ("내일협동조합은 총회를 연다.", "내일협동조합", "cooperative"),
        ("둔산버들의원을 새로 연다.", "둔산버들의원", "other"),
        ("한살림고양파주가 매장을 연다.", "한살림고양파주", "cooperative"),
        ("대전지방조달청과 상담한다.", "대전지방조달청", "central_government"),
        ("장터에는 마을기업(들녘찐빵, 산골두부, 고개넘어떡) 세 곳이 나온다.", "산골두부", "village_enterprise"),
        ("천은 헌옷 협동조합인 바늘숲에 보낸다.", "바늘숲", "cooperative"),
        ("솔밭소셜벤처센터(이하 솔밭센터)가 팀을 뽑는다.", "솔밭소셜벤처센터", "support_centre"),
        ("안녕하세요, 전남협동조합종합상담소입니다.", "전남협동조합종합상담소", "support_centre"),
        # in quotes the letters 이, 랑 and 도 are of the name
        ("지난 봄 ‘너울가지랑 사회적협동조합’의 설립인가가 났다.", "너울가지랑 사회적협동조합", "social_cooperative"),
        ("마을 사람들이 세운 ‘들판스테이 협동조합’이 방을 쓸었다.", "들판스테이 협동조합", "cooperative"),
        ("물골품앗이 사회적협동조합이 장터를 연다.", "물골품앗이 사회적협동조합", "social_cooperative"),
        ("새미르중 학교협동조합 학생이사가 모였다.", "새미르중 학교협동조합", "cooperative"),
        # what it teaches, has or does is not what it is called
        ("너울가지교육협동조합은 강좌를 연다.", "너울가지교육협동조합", "cooperative"),
        ("한들바람협동조합 살림꾼이 문안 올립니다.", "한들바람협동조합", "cooperative"),
        ("한들바람협동조합 품앗이 통장에 넣는다.", "한들바람협동조합", "cooperative"),
        ("수익은 들마루사회적협동조합 기금에 넣었다.", "들마루사회적협동조합", "social_cooperative"),
        # houses of the field
        ("봄여울지역자활센터가 교육을 연다.", "봄여울지역자활센터", "self_sufficiency"),
        ("봄내지역자활센터가 교육을 연다.", "봄내지역자활센터", "self_sufficiency"),
        ("새길사회적경제허브는 발표회를 연다.", "새길사회적경제허브", "support_centre"),
        ("새길사회적경제도움터가 소식을 보낸다.", "새길사회적경제도움터", "support_centre"),
        ("새길시자원봉사센터가 자재값을 댔다.", "새길시자원봉사센터", "public_agency"),
        # governments
        ("조합 측은 경북도에 유권해석을 물었다.", "경상북도", "local_government"),
        ("주최\n강릉시\n\n주관\n은빛협의회", "강릉시", "local_government"),
        ("신청은 고창군 지역경제과 063-000-0000.", "고창군", "local_government"),
        ("협동조합 설명회를 엽니다.\n\n2024. 5. 7.\n\n강릉시장", "강릉시", "local_government"),
        ("서류를 내 주십시오.\n\n새길사회적경제지원센터장 (직인생략)", "새길사회적경제지원센터", "support_centre"),
        # in quotes behind what they are, what they make, or in front of their heads
        ("이불세탁소 ‘보송누리’의 개소식이 미뤄졌다.", "보송누리", None),
        ("폐그물로 가방을 만드는 ‘그물결’은 직원을 뽑는다.", "그물결", "company"),
        ("지정서를 받은 ‘사과바람’, ‘온돌누리’ 대표가 웃었다.", "사과바람", None),
        ("간식은 마을기업 돌담길떡방 마당에서 나눈다.", "돌담길떡방", "village_enterprise"),
        ("사회적협동조합 은빛산이웃은 개점식을 연다.", "사회적협동조합 은빛산이웃", "social_cooperative"),
        ("◇새길동 자율방범대=순찰 시간을 늘린다.", "새길동 자율방범대", "other"),
        (" 2) 물빛쿠키 - 이주여성들이 일하는 사회적기업\n잠은 마을회관", "물빛쿠키", "social_enterprise"),
        ("주최 강릉협동조합지원네트워크 · 후원 강릉시", "강릉시", "local_government"),
        ("전국마을살림포럼은 29일 국회에서 토론회를 연다.", "전국마을살림포럼", "association_network"),
        ("이미 신청이 끝났다. 김해지역자활센터는 그릇을 빌려준다.", "김해지역자활센터", "self_sufficiency"),
        ("첫 방송은 ㈜새실한과의 약과가 주인공이다.", "새실한과", None),
    ],
)
def test_named_by_its_surroundings(text: str, name: str, kind: str | None) -> None:
    found = _named(text)
    assert name in found
    assert kind is None or found[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "보수 공사가 길어져 자리를 옮겼다.",
        "다섯 사람만 모이면 협동조합을 세울 수 있다.",
        "동네 청년들이 만든 협동조합이다.",
        "협동조합 책읽기 모임은 수요일에 모인다.",
        "협동조합 큐레이터가 강의한다.",
        "위탁운영은 이웃 단체가 맡았다. 위탁운영은 3년이다.",
        "김만기는 15년 전에 마을로 왔다고 밝혔다. 김만기는 농부다.",
        "한빛병원이 있는 네거리에서 왼쪽으로 돈다.",
        "기조연설은 교수 두 사람이 맡는다. 기조연설은 30분이다.",
        "당귀를 키운 배창식(61) 씨를 만났다.",
        "‘협동조합 가을운동회’를 연다.",
        "10월 말 기준 협동조합 148곳이 있다.",
        "‘시니어 협동조합 창업학교’를 연다.",
        "사회적기업 먼저 / 남으면 개인 공방",
        "식품클러스터 입주기업 협의회 출범",
        "마을기업 준비하시는 분은 먼저 전화를 주세요.",
        "“직장을 그만두고 협동조합 할까요?” 하고 물었다.",
        "협동조합 만들던 때가 떠올랐다.",
        "다른 데 매인 몸이라 초등학교 아이들이 대신 갔다.",
        "방안을 들여다보고 있으나 구의회 문턱을 넘을지는 모른다.",
        "화면으로 협동조합 농부들을 불러냈다.",
        "은행 문턱에서 돌아선 협동조합 이야기를 들었다.",
        "인가를 마친 협동조합을 모았다.",
        "품목이 겹치지 않게 협의회 사람들과 정했다.",
        "태백시 자활기금에서 빌렸다.",
        "그제 군청에서 마을기업 점검을 나왔다.",
        "자투리 가죽으로 지갑을 만드는 곳인데 대표가 웃었다.",
        "선생님이 협동조합을 가르쳤다.",
        "일을 그만두고 협동조합을 세웠다.",
        "7월 첫 토요일은 세계협동조합의 날이다.",
        "책 삼백 권은 구립도서관과 나눴다.",
    ],
)
def test_common_nouns_stay_common(text: str) -> None:
    assert _named(text) == {}


def test_a_column_of_a_table() -> None:
    rows = (
        "1 | 달무리공방 | 지갑\n2 | (사)솔바람 | 손수건\n3 | 마을기업 콩깍지 | 두부\n4 | 별빛 사회적협동조합 | 도시락"
    )
    assert {"달무리공방", "콩깍지", "사단법인 솔바람", "별빛 사회적협동조합"} <= _named(
        "자리 | 팀 | 물건\n" + rows
    ).keys()


def test_syllables_in_brackets_are_a_short_form() -> None:
    text = "서민금융진흥원(서금원)이 보증한다. 서금원은 다음 달에 시작한다."
    found = find_organisations(Document(id="d", channel="news", title="", text=text))
    assert [(o.name, o.aliases, len(o.mentions)) for o in found] == [("서민금융진흥원", ("서금원",), 3)]


_SYLLABLES = st.text(alphabet="나누리솔바람해달별", min_size=2, max_size=4)


@settings(max_examples=40, deadline=None)
@given(_SYLLABLES, st.sampled_from(["테크", "푸드", "어촌계", "책방", "병원"]), st.integers(0, 3))
def test_planted_in_a_list(core: str, ending: str, before: int) -> None:
    name = core + ending
    text = "참여한 곳은 " + "".join(f"㈜가온{n}, " for n in range(before)) + f"㈜온누리, {name} 등이다."
    assert name in _named(text)


@pytest.mark.parametrize("piece", ["가나다, ", "㈜가나다, ", "| ", "협동조합 ", "‘", "가나다라센터와 ", "(이하 "])
def test_long_runs_end(piece: str) -> None:
    text = (piece * 20_000)[:100_000]
    for o in find_organisations(Document(id="d", channel="news", title="", text=text)):
        assert all(text[s:e].strip() for s, e in o.mentions)


def test_a_stem_and_a_known_short_name_mean_the_body() -> None:
    text = "참나리의료복지사회적협동조합과 신용보증기금이 손잡았다. 참나리는 의원을, 신보는 보증을 맡는다."
    found = find_organisations(Document(id="d", channel="news", title="", text=text))
    assert [[text[s:e] for s, e in o.mentions] for o in found] == [
        ["참나리의료복지사회적협동조합", "참나리"],
        ["신용보증기금", "신보"],
    ]


def test_only_the_head_nouns_of_the_guideline_count() -> None:
    text = "바람골사회적경제협의회와 바람골마을센터가 연다. 협의회는 밥을, 센터는 책을 낸다. 대신 센터는 쉰다."
    found = find_organisations(Document(id="d", channel="news", title="", text=text))
    assert {o.name: len(o.mentions) for o in found} == {"바람골사회적경제협의회": 1, "바람골마을센터": 3}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("우수상은 순창의 ‘고추장이장네’와 평창의 ‘눈꽃세탁방’에 돌아갔다.", {"고추장이장네", "눈꽃세탁방"}),
        ("감천에서 민박을 꾸리는 ‘감내어울터’를 비롯해 마을기업 6곳이 있다.", {"감내어울터"}),
        ("강연 제목은 ‘함께 사는 마을’이다.", set()),
        ("한마음 걷기대회 ‘봄길’이 열린다.", set()),
        ("솔내한방병원 앞에서 버스를 탄다.", set()),
        ("교육지원청 쪽은 식단을 바꾼다고 했다.", set()),
    ],
)
def test_what_no_grammar_vouches_for_is_weighed(text: str, told: set[str]) -> None:
    document = Document(id="d", channel="news", title="마을기업 소식", text=text)
    assert {body.name for body in find_organisations(document)} == told


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["두레농장이", "‘온숨’은", "㈜가온", "한빛병원", "해나협동조합을", "전주시는", "10일", "연다."])
    )
)
def test_nothing_is_told_that_was_not_proposed(words: list[str]) -> None:
    text = " ".join(words)
    lines = own_lines(split_lines(text, ""))
    proposed = proposals(Document(id="d", channel="news", title="", text=text), lines)
    kept = judged(text, "", lines, proposed)
    assert kept == [mention for mention in proposed if mention in kept]
    assert all(mention in kept for mention in proposed if mention.type == "local_government")
