"""The words in which a text states who holds an event: «주최», «여는 곳은», «A가 마련한 장터», «운영은 A가 맡는다»."""

from __future__ import annotations

import re

from pipelines.korean.cued import Cued

LIST = r"[^.\n。]{2,90}?"
# A name in front of its verb is tried at every syllable: the verb is looked for first.
TOGETHER = r"(?:같이|함께|공동으로)\s(?:엽니다|연다|열어요|열었|열기로|준비했|마련했|꾸렸|차렸|치렀|개최했|개최한다)"
JOINTLY_DID = Cued(rf"(?P<who>{LIST})(?:이|가)\s{TOGETHER}", cues=TOGETHER)
JOINTLY = Cued(
    rf"(?P<who>{LIST})(?:이|가)\s(?:같이|함께|공동으로)\s(?:여는|하는|마련한|준비한|꾸리는|차린)\s",
    cues=r"(?:같이|함께|공동으로)\s(?:여는|하는|마련한|준비한|꾸리는|차린)\s",
)
HOSTED = Cued(rf"(?P<who>{LIST})(?:이|가|에서|은|는)\s(?:공동으로\s|공동\s|함께\s)?주최(?!\S{{0,3}}로)")
# «A가 마련한 이번 장터», «A가 해마다 두 번 여는 이 장터에는»
_OF_A = (
    r"(?:(?:연|개최한|마련한|꾸린|준비한|차린|벌인)\s(?:(?:이번|이|이날|올해)\s)?|(?:여는|펴는|차리는)\s(?:이번|이|이날|올해)\s)"
    r"(?:행사|축제|장터|잔치|한마당|박람회|포럼|대회|자리|장날|모임)"
)
PREPARED_BY = Cued(
    rf"(?P<who>{LIST})(?:이|가)\s(?:공동으로\s|공동\s|함께\s|[가-힣]{{1,4}}마다\s(?:[가-힣]{{1,2}}\s번씩?\s)?)?{_OF_A}",
    cues=_OF_A,
)
# «‘봄볕장’에 천막을 칩니다(A 주최)», «A 주최, B 주관.»
IN_BRACKETS = Cued(
    r"(?<![가-힣A-Za-z0-9·])(?P<who>(?:[가-힣A-Za-z0-9·]+\s){0,2}[가-힣A-Za-z0-9·]+)\s(?:공동\s)?주최\s?(?=[),./·]|$)"
)
ORGANISED = Cued(
    rf"(?P<who>{LIST})(?:이|가|에서)\s(?:공동으로\s|공동\s|함께\s)?(?:주관|운영을 맡|진행을 맡|꾸린다\.|꾸립니다\.)",
    cues=r"\s(?:주관|운영을 맡|진행을 맡|꾸린다\.|꾸립니다\.)",
)
Stated = re.Pattern[str] | Cued
HOST_PATTERNS: tuple[Stated, ...] = (
    re.compile(
        rf"(?:여는|펴는|차리는|벌이는|주최하는|[을를]\s(?:연|차린|벌인|마련한|꾸린))\s(?:곳|이|데|쪽)(?:은|는)\s(?P<who>{LIST})(?:이고|이며|이다|입니다|이에요|예요|다\.|,|$)"
    ),
    re.compile(rf"(?<![가-힣/·])주최\s(?P<who>{LIST})(?:\.|,\s?(?=주관|후원)|\s(?=주관|후원)|$)"),
    JOINTLY,
    JOINTLY_DID,
    IN_BRACKETS,
    re.compile(
        rf"주최(?:는|자는|기관은|처는)\s(?P<who>{LIST})(?:이고|이며|이다|다\.|가 맡|이 맡|"
        rf",\s?(?=주관|후원)|\.|$)"
    ),
    HOSTED,
    PREPARED_BY,
)
# «행사를 준비해 온 협의회는»: unless the text says that another is host
PREPARING_PATTERNS: tuple[Stated, ...] = (
    re.compile(
        r"(?:(?:주최|개최)한|(?:행사|자리|잔치|장터|축제|대회|한마당)[을를]\s"
        r"(?:여는|(?:준비해|마련해|꾸려)\s온|준비한))\s"
        r"(?P<who>[^.,\n。]{2,40}?)(?:은|는|측)\s"
    ),
)
ORGANISER_PATTERNS: tuple[Stated, ...] = (
    re.compile(
        rf"주관(?:은|기관은|처는)\s(?P<who>{LIST})(?:이고|이며|이다|다\.|(?:가|이)\s?(?:맡|"
        rf"한다)|,\s?(?=후원)|\.|$)"
    ),
    re.compile(
        rf"(?:꾸리는 [곳쪽]은|(?<!위탁)(?<!위탁 )운영은|진행은|(?:행사|살림|준비)를 맡은 (?:[곳쪽]은)?|살림은)"
        rf"\s?(?P<who>{LIST})(?:이다|"
        rf"다|(?:이|가)\s?(?:맡|한다)|\.|$)"
    ),
    ORGANISED,
    Cued(
        r"(?<![가-힣A-Za-z0-9·])(?P<who>(?:[가-힣A-Za-z0-9·]+\s){0,2}[가-힣A-Za-z0-9·]+)\s(?:공동\s)?주관\s?(?=[),./·]|$)"
    ),
)
_STATES = (
    r"주최|(?:여는|펴는|차리는|벌이는|[을를]\s(?:연|차린|벌인|마련한|꾸린))\s(?:곳|이|데|쪽)|[이가]\s(?:같이|함께|공동으로)\s|개최한|"
    rf"[이가]\s(?:연|마련한|꾸린|준비한)\s|[을를]\s(?:여는|준비|마련해|꾸려)|판을\s깔|주관|후원|{_OF_A}|"
    r"꾸리는 [곳쪽]은|운영은|진행은|(?:행사|살림|준비)를 맡은|살림은|운영을 맡|진행을 맡|"
    r"[이가] 꾸린다\.|[이가] 꾸립니다\."
)
STATES = Cued(_STATES)
SIGNS = Cued(r"협약|양해각서|MOU")
