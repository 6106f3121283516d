"""Titles and bodies for made outlets, in our own words: enough of them that no two posts are alike."""

# ruff: noqa: E501 (pages of outlets are data: one line each)

from __future__ import annotations

import random

PLACES = ("너른들", "바람골", "솔마루", "새벽말", "물푸레", "달빛내", "한여울", "윗샘골", "들꽃재", "큰나루")
BODIES = (
    "마을기업",
    "돌봄협동조합",
    "자활센터",
    "공유부엌",
    "햇빛발전조합",
    "마을회관",
    "로컬푸드 장터",
    "청년회",
    "도서관",
    "마을버스",
)
DOINGS = ("새 단장을 마쳤다", "주민 설명회를 연다", "첫 정기총회를 치렀다", "겨울 나눔을 시작한다", "조합원을 새로 맞는다",
          "이용자가 크게 늘었다", "운영 시간을 바꾼다", "봉사자를 기다린다", "한 해 살림을 공개했다", "이웃 마을과 손잡았다")  # fmt: skip
SENTENCES = (
    "{place} {body} 사람들은 지난 한 해 동안 매달 한 번씩 모여 이야기를 나눴다.",
    "올해는 참여하는 집이 {n}곳으로 늘어 준비하는 손길도 바빠졌다.",
    "비용은 회원들이 나누어 내고 모자라는 몫은 장터 수익으로 채운다.",
    "찾아오는 길이 좁으니 되도록 버스를 타고 오면 좋겠다고 사무국은 덧붙였다.",
    "처음에는 걱정이 많았지만 이제는 서로 먼저 하겠다고 나선다.",
    "다음 모임은 {n}일에 같은 자리에서 열리며 누구나 함께할 수 있다.",
    "{place} 어르신들은 아이들 웃음소리가 돌아와 골목이 환해졌다고 말한다.",
    "시에서는 필요한 장비를 빌려주기로 하고 {n}명이 쓸 수 있는 공간도 내주었다.",
)


def title_of(number: int, outlet: str) -> str:
    """A title, the same for the same post."""
    chance = random.Random(f"{outlet} {number}")
    return f"{chance.choice(PLACES)} {chance.choice(BODIES)}, {chance.choice(DOINGS)} ({number}호)"


def body_of(number: int, outlet: str, chance: random.Random) -> str:
    """Two to thirty sentences, one a line."""
    count = min(30, max(2, round(chance.lognormvariate(2.0, 0.6))))
    words = {"place": chance.choice(PLACES), "body": chance.choice(BODIES)}
    return "\n".join(chance.choice(SENTENCES).format(n=chance.randrange(2, 90), **words) for _ in range(count))
