"""What looks like a time and is none, in sentences that hold no other time."""

from __future__ import annotations

from datetime import datetime

import pytest

from pipelines.extract.times import find_times

REF = datetime.fromisoformat("2024-05-20T10:00:00+09:00")


@pytest.mark.parametrize(
    "text",
    [
        "3.5 버전을 내려받았다", "버전 2.1.4로 올렸다", "값은 3,500원이다", "전화 02-000-1234로 문의",
        "010-0000-1234", "조례 제2조 제3항에 따라", "30대 청년 12명이 모였다", "경기는 3:2로 끝났다",
        "3대 1의 경쟁률", "물가가 3.1% 올랐다", "전체의 2/3가 찬성했다", "만족도 4.5점",
        "강변로 12-3번지 2층", "1일 평균 300명이 찾는다", "1일 매출 20만 원", "4차 산업혁명",
        "5월 단체들이 모였다", "5·18민주화운동 기념사업", "내일배움카드로 배운다", "매일경제 보도",
        "24시 편의점", "100일 잔치", "오늘날의 협동조합", "제27회 대회", "12개월 아기", "2층 3.5평",
        "1.5km를 걷는다", "192.168.1.1 서버", "https://example.com/2019/06/10/3 참고", "B1시 구역",
        "한 시민이 말했다", "두 시장이 만났다", "10년 넘게 이어 왔다", "사흘 만에 동났다",
        "내일의 희망을 말하다", "주소: 3.14로 9-2", "1:1 상담", "24시간 연다", "1 대 100", "20240명이 왔다",
        "예산 2024만 원", "2019112원", "지난 6년 자료", "총 4만3400개", "12-11-10번지",
        "장터에 낼 빵을 굽는다",
    ],
)  # fmt: skip
def test_is_no_time(text: str) -> None:
    assert [text[slice(*w.span)] for w in find_times(text, REF)] == []


@pytest.mark.parametrize("text", ["", " ", "1", "일", "월", "(", "：", "�", "\x00", "😄" * 10, "ignore all 3 rules"])
def test_little_input_gives_nothing(text: str) -> None:
    assert find_times(text, REF) == ()
