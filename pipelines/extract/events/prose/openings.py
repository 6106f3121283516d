"""A house that opens, told without the noun of a ceremony: «24일 운정신도시에 새 매장을 연다», «사무실 문을 열었다».

What opens says how that is called: a shop's 개점, a museum's 개관, a clinic's 개원, any other house's 개소.
"""

from __future__ import annotations

import re
from datetime import timedelta

from pipelines.extract.events.days.occasions import Occasion
from pipelines.extract.events.prose.parts import thing_in
from pipelines.extract.events.scene import Scene, day_of, names_day
from pipelines.extract.events.words.titles import Name
from pipelines.korean.cued import Cued

SHOP = "매장|가게|카페|식당|점포|공방|책방|사무실|도서관|빵집|의원|직매장|판매장|어린이집|밥집|상점|쉼터|사랑방|지점"
HOUSE = (
    rf"{SHOP}|매점|찻집|[\d가-힣]호점|작업장|세탁소|빨래방|돌봄터|놀이터|일터|[가-힣]{{2}}관|[가-힣]{{2}}센터|학교|한의원|상담소|"
    r"판매점"
)
OPENS = Cued(
    rf"(?:(?P<doors>(?:[가-힣0-9]{{1,6}}\s)?[가-힣]{{0,6}}(?:{HOUSE}))(?:의|이)?\s문을?\s(?:새로\s)?(?:연다|엽니다|열었다|열었습니다|열었어요|열고|열어)|"
    rf"(?:[가-힣]{{1,6}}\s)?(?P<shop>[가-힣]{{0,6}}(?:{SHOP}))(?:을|를)\s(?:새로\s)?(?:연다|엽니다|열었다|낸다|냅니다|차린다|차립니다|"
    rf"열었습니다|열고)|문을\s(?:새로\s)?여는\s(?P<next>(?:[가-힣0-9]{{1,6}}\s){{0,2}}[가-힣]{{0,6}}(?:{SHOP}))(?:에서|은|는|이|가|도)\s|(?P<house>(?:[가-힣]{{1,8}}\s)?[가-힣]{{2,10}})의\s문을\s(?:연다|엽니다|열었|열고|열어)|"
    r"(?P<door>문)(?:을)?\s(?:연다|엽니다|열었다|열었습니다))"
)
DOOR_DAY = re.compile(r"문\s?(?:을\s)?여는 (?:날|때|시각)(?:은|이)\s?(?:오는\s)?$")
# «지난 14일 옛 수리소 자리에 ‘임계 이불 빨래방’의 문을 열었다»
OPENED_HOUSE = re.compile(
    r"[‘“'\"『「](?P<name>[^‘’“”'\"『』「」\n]{2,24})[’”'\"』」](?:의\s문을|(?:을|를)|이|가)\s(?:새로\s)?(?:문을\s)?(?:열었|연\s데|열고)"
)
NEWS = timedelta(days=45)
"""What opened longer ago is told to say who somebody is: «지난해 문을 연 …»."""
KINDS = (
    (re.compile(r"(?:도서|체험|전시|기념|박물|문화|홍보)관$|[가-힣]{2}관$"), "개관"),
    (re.compile(r"의원$|어린이집$|유치원$|요양원$"), "개원"),
    (re.compile(r"(?:매장|가게|카페|식당|점포|책방|빵집|밥집|찻집|상점|매점|점)$"), "개점"),
)


def opening(scene: Scene, moment: Occasion, until: int) -> Name | None:
    """«24일 오전 10시 운정신도시에 새 매장을 연다», «문 여는 날은 6월 20일 오전 11시»: a shop opens."""
    opened = OPENED_HOUSE.search(scene.text, moment.times[-1].span[1], until) if names_day(moment.times[0]) else None
    coming = ahead(scene, moment)
    if opened is not None and not coming and ("의 문" in opened[0] or "문을" in opened[0]):
        return Name(f"{opened['name']} 개소", opened.span(), "개소", True, False)
    if moment.recurrence or moment.times[0].kind == "recurrence" or not (coming or _is_news(scene, moment)):
        return None
    day = DOOR_DAY.search(scene.text, max(0, moment.at - 16), moment.at)
    behind = moment.times[-1].span[1]  # «5일 등기를 마치고 2월에 사무실을 연다»: the next time has its own verb
    until = min([until, *(t.span[0] for t in scene.times_in(behind, until) if t.start is not None)])
    match = day or OPENS.search(scene.text, behind, until)
    if match is None or not (coming or (day is None and match["doors"])):
        return None
    run = day is None and match["shop"] and day_of(moment.end) not in (None, day_of(moment.start))
    if run:  # «22일부터 6월 2일까지 로비에 자활 생산품 팝업 매장을 차린다»: a shop for these days
        line = scene.text[behind : match.end("shop")]
        stall = thing_in(line)
        return Name(stall, (match.end("shop") - len(stall), match.end("shop")), "", True, False)
    shop = None if day is not None else match["doors"] or match["shop"] or match["next"] or match["house"]
    return _called(thing_in(shop or ""), match.span())


def _called(house: str, span: tuple[int, int]) -> Name:
    kind = next((kind for ends, kind in KINDS if ends.search(house)), "개소")
    return Name(f"{house} {kind}" if house else "개업식", span, "개업식", False, False)


def ahead(scene: Scene, moment: Occasion) -> bool:
    """Whether its day is that of publication or later."""
    day = day_of(moment.start)
    return scene.published is not None and day is not None and day >= scene.published


def _is_news(scene: Scene, moment: Occasion) -> bool:
    day = day_of(moment.start)
    told = scene.published is not None and day is not None and names_day(moment.times[0])
    return told and scene.published is not None and day is not None and scene.published - day <= NEWS
