"""A false co-operative is none of our news (R9); a real one in trouble is, and «사기» is not always a fraud."""

from __future__ import annotations

import pytest

from pipelines.extract.fraud import fraud

FALSE = [
    (
        "‘협동조합’ 내세워 돈 가로챈 일당 검거",
        "경찰은 가짜 협동조합을 차려 노인들에게 배당을 약속하고 31억 원을 가로챈 4명을 붙잡았다.",
    ),
    ("노인 울린 유령 조합", "검찰은 유령 협동조합을 세워 출자금을 받은 대표를 재판에 넘겼다."),
    ("사회적기업 간판 내걸고 투자금 받은 대표 구속", "법원은 증거를 없앨 염려가 있다며 영장을 내줬다."),
    ("출자금 12억 챙긴 부부 송치", "부부는 마을기업을 빙자해 이웃 60명에게서 돈을 받은 혐의다."),
    ("“사회적기업 된다” 속여 돈 받은 50대 징역", "재판부는 죄가 무겁다고 밝혔다."),
    ("고수익 협동조합 투자사기 주의", "매달 배당을 준다며 조합원을 모은다."),
    ("자활센터라는 문자 사기 조심하세요", "모레 지구대가 예방 교육을 합니다."),
    ("임대주택 홍보관 가지 마세요", "알아보니 이름만 협동조합입니다. 돈 넣으신 분 같이 고소해요."),
    ("이런 문자 받으셨나요", "사회적금융을 사칭한 글이 돕니다. 먼저 입금하라고 하면 답하지 마세요."),
]
TRUE = [
    ("협동조합 직원 사기 높이는 세 가지 방법", "조합원이 함께 정한 쉬는 날이 힘이 됐다."),
    ("사기업 다니다 마을기업으로", "사기업에서 십 년을 일한 그는 지금 마을기업 대표다."),
    ("사기그릇 굽는 협동조합", "흙을 빚는 주민 열두 명이 조합을 세웠다."),
    ("협동조합 이사장, 조합 돈 빼돌린 혐의로 기소", "검찰은 이사장이 조합 돈 2억 원을 빼돌렸다고 봤다."),
    ("사회적기업 내세운 도시재생, 골목이 달라졌다", "시는 주민 협의회와 함께 빈집을 고친다."),
    ("금융사기 예방 교육 여는 자활센터", "경찰이 와서 전화 사기 피해를 막는 법을 알려 준다."),
    ("유령 조합원 정리한 생협", "생협은 오래 나오지 않은 조합원에게 뜻을 물었다."),
]


@pytest.mark.parametrize(("title", "text"), FALSE)
def test_a_name_that_is_only_worn_is_a_fraud(title: str, text: str) -> None:
    assert (fraud(title, text) or "").startswith("R9:")


@pytest.mark.parametrize(("title", "text"), TRUE)
def test_a_real_body_stays(title: str, text: str) -> None:
    assert fraud(title, text) is None
