"""Whom a text seeks beside its events: staff, sellers, volunteers («조합은 매장에서 일할 직원 4명도 뽑는다»)."""

from __future__ import annotations

from pipelines.extract.events import joining
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.korean.cued import Cued

STAFF = Cued(
    r"(?P<who>직원|셀러|판매자|참가팀|참여팀|입주기업|참여기업|참가업체|활동가|매니저|인턴|강사|기자단|서포터즈|자문위원|심사위원|운영위원|홍보단|"
    r"(?:[가-힣]{2,5}\s)?(?:선생님|요양보호사|사회복지사|조리사|영양사|자원교사|길동무|일꾼|점원|사무원|자원활동가))"
    r"(?:\s?\d{1,3}\s?(?:명|팀|곳))?(?:을|를|도)?\s(?:[^.,\n]{0,36}?(?:까지|로|으로)\s)?(?:새로\s|추가로\s)?(?:더\s)?(?:모집|뽑|채용|찾|구한|구하|구합|모십|모신|모셔|받[는습아])"
)


# «시민실천단 20명을 찾는다», «청년 장애인 5명을 새로 뽑는다»
HIRED = Cued(
    r"(?<![가-힣])(?P<who>(?:[가-힣]{2,4}\s)?[가-힣]{1,5}(?:단|원|인|공|사|꾼|지기|도우미))\s(?:\d{1,3}\s?(?:여\s?)?명|하나|둘|셋|넷|다섯|여섯)(?:을|도)\s(?:새로\s|더\s|추가로\s)?(?:뽑|찾|채용|구한|구합)"
)
BACK = 3
"""Sentences of one paragraph, from whom one seeks to until when."""


def seeks_staff(scene: Scene, sentence: Sentence) -> str | None:
    """«조합은 매장에서 일할 직원 4명도 뽑는다. 원서는 12일까지»: its deadline is not of the event told before."""
    at = scene.number_of(sentence)
    first, _ = scene.paragraph(sentence.start)
    since = max(first, scene.sentences[max(0, at - BACK + 1)].start)
    match = STAFF.search(scene.text, scene.sentences[max(0, at - 1)].start, sentence.end)
    match = match or HIRED.search(scene.text, since, sentence.end)
    return match["who"] if match is not None and not joining.recruits(scene) else None
