"""Where an event takes place: the words before «에서», after «장소는», or in a labelled field."""

from __future__ import annotations

import re
from datetime import datetime

from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.placewords import PLACE_WORD, no_place
from pipelines.extract.events.words.titles import head_of
from pipelines.korean.cued import Cued
from pipelines.korean.regions import find_places
from store.records import SpanPair

# «서울혁신파크 상상청 2층 상상의숲에서», short «여의도서»; not «…기업에서», «…면에서».
AT = re.compile(r"(?P<last>[가-힣A-Za-z0-9)’'」]+?)(?P<at>에서(?:는|도|요)?|서)(?=[\s,.]|$)")
SHORT_AT = re.compile(
    r"(?:도|동|읍|역|관|당|실|장|원|터|홀|청|교|구|시|군|앞|옥상|로비|광장|일원|섬|강|산|"
    r"숲|리|면|촌)서$"
)
# «뒤엉키면서», «이에 앞서», «…할 것이면서»: no place.
CLAUSE_SEO = re.compile(r"(?:[가-힣][하되이키지리치기으며되거오가보나내려]면서|(?<=\s)앞서)$")
STATED = Cued(
    r"(?<![가-힣])(?:장소|행사장|개최지|열리는 곳|모이는 곳)(?:는|은|"
    r"도)\s?(?P<all>모두\s|전부\s|다\s)?(?:그대로\s|변함없이\s|변동\s?없이\s|예전처럼\s)?(?!\s?(?:똑같|같|동일|미정|아직|추후|시간|"
    r"날짜|바뀌|변함|변경|변동|달라|옮기지|정해지|찾는|찾고|알아보|물색))(?P<place>(?:[^.,()\n]|\([^()\n]{1,30}\)){2,50}?)(?:(?:으로|"
    r"로)\s(?:같|동일)|"
    r"이다|이며|이고|입니다|예요|이에요|이?구요|이고요|로 "
    r"(?:정|바뀌|변경)|,|\.|$)",
    cues=r"(?:장소|행사장|개최지|곳)[는은도]",
)


MOVED = Cued(
    r"(?:장소(?:를|가|는|도|만)|(?<![가-힣])(?:자리|곳)(?:를|만)|목적지(?:를|가|만))\s(?:[^.\n]{2,40}에서\s)?(?P<place>[^.\n]{2,40}?)(?:으로|로)\s"
    r"(?:옮|바꿔|바꾸|바뀌|바뀐|바꾼|바꿨|변경|달라|돌렸|돌린|돌립)"
)
# «자리는 법환동 포구 옛 어촌계 창고다», «자리는 수릉원 잔디밭으로 달라지지 않는다»; «자리는 150석» is no place.
SEAT = Cued(
    r"(?<![가-힣])(?:자리|곳|데|모임터|무대|전시장|공연장|교육장|강의장|강의실|교실|배움터)(?:는|은|도)\s(?:그대로\s)?"
    r"(?P<place>(?:[^.,()\n]|\([^()\n]{1,30}\)){2,40}?)(?:\s그대로(?=이|다|입|예|고|[.,]|$)|(?:으로|로)\s(?:같|동일|달라|변함|정|바뀌|옮)|이다|다(?=\.|$)|이며|이고|입니다|예요|이에요|,|\.|$)",
    cues=r"(?:자리|곳|데|모임터|무대|장|실|배움터)[는은도]\s",
)
# «제천시민회관 대회의실이라는 장소는 바뀌지 않는다»
CALLED_PLACE = Cued(
    r"(?:[과와]\s|[,.]\s|^)(?P<place>(?:[^\s.,]{1,14}\s){0,4}[^\s.,]{1,14}?)(?:이라는|라는)\s(?:장소|자리)[는은도]",
)
# «장소(대구 북구 엑스코 서관 324호)는 그대로», «은평구 서울혁신파크 미래청 2층이었고»
BRACKETED = Cued(r"장소\((?P<place>[^()\n]{3,40})\)")
COPULA = re.compile(
    r"(?:자리는\s|이번(?:엔|에는)\s|그날은\s)?(?:진짜\s|다시\s|바로\s)?(?P<place>(?:(?![은는이가]\s)[^.,\n]){4,40}?)(?:이었고|였고|이었어요|였어요|이었습니다|였습니다|입니다|"
    r"이에요|이다|다)(?=[\s.]|$)"
)
MOVES = Cued(r"(?:으로|로)\s(?:자리를\s|장소를\s)?옮(?:겼|긴|겨|깁|기기로)")
CONNECTED = re.compile(r"[가-힣](?:어|아|져|여|해|서|려|며|고|나|데),?\s(?=[가-힣]{2,8}[동구시군읍면]\s)")
SAME = Cued(
    r"같은\s(?P<house>곳|장소|교육장|자리|강의실|건물|데|호텔|회관|센터|학교|공원|무대|강당|광장|마당|운동장|카페|식당|홀)"
    r"(?:\s(?P<room>(?:\d층\s)?[가-힣0-9]{0,6}(?:층|로비|옥상|복도|마당|주차장|강당|실|홀|방|극장|공연장|무대))(?=에서?[\s.,]|에서는|으로\s|[.,]))?|(?:장소|자리|곳)(?:는|"
    r"도)\s(?:모두\s)?(?:동일|그대로(?!\s(?!유지|진행)[가-힣A-Za-z0-9])|같|똑같)"
)
ROOM_CHANGE = re.compile(r"\s?(?:→|⇒|->).*$")
TRAILING = re.compile(
    r"\s?(?:※|\*|☎|/\s?문의).*$|\s?\(\d{1,2}(?:강|회|차)[^()]*\)$|\s?\((?:약도|주차|오시는)[^)]*\)?$|\s?\([^()]*(?:출구|걸어서|도보)[^()]*\)$"
)
# «저전동 옛 우체국 자리에서»
OLD_SITE = re.compile(r"(?:^|\s)(?:옛|구|이전)\s(?:[가-힣]{1,8}\s){0,2}?[가-힣]{2,10}\s자리$")
CUT = re.compile(
    r"(?:[가-힣]{2,}(?:은|는|이|가|을|를|와|과|으로|로|에게|까지|부터|하고|하며|해|한|된|"
    r"던|의 한|에)|[가-힣](?:하고|하며|되고|되며)|[탓덕]에|[,;·]|[다요])\s+|[)(]\s?|\s?(?:‘|“|『|「)"
)
UNCUT = re.compile(
    r"(?:상가|대학로|종로|을지로|대로|\d가|마을|가을|역사|교과|옥상과|종가|생가|폐가|물가|"
    r"바닷가|강가|길가|나루|로)\s$"
)


def venue_near(scene: Scene, sentence: Sentence, after: int, before: int | None = None) -> SpanPair | None:
    """The place named in this sentence: first behind the time at `after`, else in front of it."""
    text = scene.text
    limit = before if before is not None else sentence.end
    options = [
        s for m in AT.finditer(text, sentence.start, limit) if (s := _place_before(scene, sentence, m)) is not None
    ]
    behind = [s for s in options if s[0] >= after]
    if options:
        return behind[0] if behind else options[-1]
    for pattern in (STANDS_AT, BY_LINE):
        if (match := pattern.search(text, after, limit)) is not None:
            return trim(text, after_particle(text, match.span("place")))
    opened = OPENED_AT.search(text, after, limit)
    if opened is not None and (_in_region(opened["place"]) or PLACE_WORD.search(opened["place"])):
        return opened.span("place")
    return _come_to(scene, sentence, after)


# «2~3일 해변공연장 앞마당에는 ‘모다드렁 장터’가 선다»
STANDS_AT = Cued(
    r"(?P<place>(?:[가-힣A-Za-z0-9]{1,12}\s){0,3}[가-힣A-Za-z0-9]{1,14})에(?:는|도)?\s(?:[가-힣]{2,6}\s)?"
    r"[‘“「『<《][^’”」』>》\n]{2,30}[’”」』>》](?:이|가)\s"
    r"(?:선다|섰다|섭니다|들어선다|들어섰다|차려진다|차려졌다|펼쳐진다|펼쳐졌다|열린다|열렸다|열립니다)"
)
# «오후 3시 유튜브로 … 설명회를 열어», «화상회의 줌(Zoom)으로 열린다», «온라인(줌)으로만 합니다»
BY_LINE = Cued(
    r"(?<![가-힣])(?P<place>(?:온라인\s?\((?:줌|유튜브|[Zz]oom|ZOOM)\)|"
    r"(?:줌|유튜브|웨비나|구글\s?미트|게더타운)(?:\([A-Za-z ]{3,12}\))?))"
    r"(?:으로|로)(?:만)?\s(?=[^.\n]{0,40}?(?:열|연다|엽니다|여는|진행|합니다|한다|해요|만나|모[여이]|치[르른러]|갖))"
)
# «팔달구 화서동에 ‘한마음치과’를 연다»
OPENED_AT = Cued(
    r"(?P<place>(?:[가-힣0-9]{1,8}\s){0,4}[가-힣0-9]{1,8})에\s(?:새\s)?[‘“「]?[^.,\n]{1,20}?[’”」]?(?:을|"
    r"를|의\s문을)\s(?:연다|엽니다|열었|열고|문을 연)"
)
CALLED = Cued(r"오세요|오시|모여|모이|와\s?주|놀러|갑니다|가요|갈게요")
COME = re.compile(
    r"(?P<place>[^.,\n]{3,40}?)(?:으로|로|에)\s(?:오세요|오시면|오시기|모여|모이|와\s?주|놀러|갑니다|가요|갈게요)"
)


def _come_to(scene: Scene, sentence: Sentence, after: int) -> SpanPair | None:
    """«…, 햇살아파트 상가 지하 1층으로 오세요», «마을회관 앞에 모여»."""
    called = CALLED.search(scene.text, after, sentence.end)  # cheap, before the rest
    match = COME.search(scene.text, after, sentence.end) if called else None
    if match is None:
        return None
    span = trim(scene.text, after_particle(scene.text, match.span("place")))
    words = scene.text[slice(*span)]
    beside = 0 <= span[0] - after <= 2 and len(words.split()) > 1 and not re.search(r"[은는이가을를]\s", words)
    return span if beside or PLACE_WORD.search(words) else None


VISITED = re.compile(
    r"(?:을|를)\s(?:함께\s)?(?:둘러|돌아|걸었|걸어|걷|찾아|방문|견학|다녀|구경)|(?:으로|로)\s[^.\n]{0,14}(?:탐방|견학|나들이|여행|떠[나난납]|출발)|"
    r"(?:에는|에)\s[^.\n]{0,12}(?:도착|닿았)"
)


def visited(scene: Scene, sentence: Sentence) -> SpanPair | None:
    """«금광호수 둘레길을 걸었습니다», «완주로 협동조합 탐방을 다녀왔습니다»: where a visit goes."""
    for match in VISITED.finditer(scene.text, sentence.start, sentence.end):
        start = max(
            m.end()
            for m in re.finditer(
                r"(?:^|[,.]\s|(?:에서|여|고|서|에|이|가)\s)", scene.text[sentence.start : match.start()]
            )
        )
        span = trim(scene.text, (sentence.start + start, match.start()))
        words = scene.text[slice(*span)]
        if 2 <= len(words) <= 30 and (PLACE_WORD.search(words) or _in_region(words)):
            return span
    return None


MOVED_AWAY = Cued(
    r"에서\s(?:열기로 한|열기로 했던|열려던|예정이던|예정된|하기로 "
    r"한)[^.\n]{2,50}?\s(?P<place>[^\s.]{2,20}(?:\s\d층|\s\S{2,10}(?:실|당|홀))?)(?:으로|"
    r"로)\s(?:옮|변경|바꿔|바꾸)"
)


def moved_to(scene: Scene, sentence: Sentence) -> SpanPair | None:
    """«세종문화회관에서 열기로 한 … 코엑스로 옮긴다»: the place that holds now."""
    match = MOVED_AWAY.search(scene.text, sentence.start, sentence.end)
    return match.span("place") if match else None


def stated_venue(scene: Scene, sentence: Sentence) -> SpanPair | None:
    """«장소는 그대로 …주차장이다», «장소를 … 4층 강당으로 옮긴다»."""
    for pattern in (MOVED, CALLED_PLACE, STATED, BRACKETED, SEAT, COPULA):
        find = COPULA.match if pattern is COPULA else pattern.search
        match = find(scene.text, sentence.start, sentence.end)
        if match is not None and pattern is MOVED and not _holds(scene, sentence, match.start("place")):
            return None
        if match is not None and (pattern not in (SEAT, COPULA) or PLACE_WORD.search(BARE.sub("", match["place"]))):
            return trim(scene.text, match.span("place"))
    match = RENTED.search(scene.text, sentence.start, sentence.end)
    if match is not None and PLACE_WORD.search(match["place"]):
        return match.span("place")
    match = BEING_PLACE.search(scene.text, sentence.start, sentence.end)
    if match is not None and PLACE_WORD.search(match["place"]):
        return match.span("place")
    return None


BARE = re.compile(r"\s?\([^()]*\)$")
# «장소인 시민회관 전시실의 설비 공사가 늦어져서다»
RENTED = Cued(
    r"(?:^|[은는이가서에]\s|건너\s|,\s)(?P<place>(?:[^\s.,]{1,12}\s){0,3}[^\s.,]{1,12}?)(?:을|를)\s(?:통째로\s)?빌(?:렸|려|린|립)"
)
"""«길 건너 효자문화마당 2층을 빌렸어요»."""
BEING_PLACE = Cued(r"(?:장소|행사장|무대)인\s(?P<place>[^.,()\n]{2,30}?)(?:의|이|가|은|는|에|에서|을|를)\s")


def moved_behind(scene: Scene, sentence: Sentence) -> SpanPair | None:
    """«당초 광장에서 벌이려 했으나 … 다리소극장으로 옮겼다»: the words before the verb, in their clause."""
    match = MOVES.search(scene.text, sentence.start, sentence.end)
    if match is None or not _holds(scene, sentence, match.start()):
        return None
    cuts = [m.end() for m in CUT.finditer(scene.text, sentence.start, match.start()) if not UNCUT.search(m[0])]
    clause = [m.end() for m in CONNECTED.finditer(scene.text, sentence.start, match.start())]
    span = trim(scene.text, (max([*cuts, *clause, sentence.start]), match.start()))
    words = scene.text[slice(*span)]
    return span if 3 <= len(words) <= 50 and PLACE_WORD.search(words) else None


def now_at(scene: Scene, sentence: Sentence) -> SpanPair | None:
    """«장소는 구청 3층 대강당으로 바뀐다» in a sentence of its own."""
    if MOVING.search(scene.text, sentence.start, sentence.end) is None:
        return None
    match = MOVED.search(scene.text, sentence.start, sentence.end)
    if match is None or not _holds(scene, sentence, match.end("place")):
        return None
    return trim(scene.text, match.span("place"))


def _holds(scene: Scene, sentence: Sentence, until: int) -> bool:
    """Whether a place holds: not for bad weather alone, not for next year."""
    weather = WEATHER.search(scene.text, sentence.start, until)
    return weather is None and NEXT_YEAR.search(scene.text, sentence.start, sentence.end) is None


NEXT_YEAR = re.compile(r"내년|이듬해|내후년|다음\s?해|생각|검토")
MOVING = Cued(r"장소|(?:자리|곳)[만를]|목적지")
WEATHER = Cued(r"(?:비|눈|우천|예보|날씨|날)[^.\n]{0,14}?(?:오면|내리면|있으면|궂으면|우천\s?시|때는|때에는)\s")
"""«비가 오면 시민체육관 로비로 장소를 옮긴다»: where it would be."""


def says_same(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """«같은 장소», «같은 무대» (its house), «같은 건물 로비» (its house and room), «장소는 그대로»."""
    return SAME.search(scene.text, sentence.start, sentence.end)


def label_venue(text: str, span: SpanPair) -> SpanPair:
    """A field's value without the remarks behind it («3층 → 4층 강당으로 변경», «※ 3강만 …»)."""
    words = text[slice(*span)]
    moved = re.search(r"\(?변경\s?후\)?\s?[:：]?\s?", words)
    if moved:
        return label_venue(text, (span[0] + moved.end(), span[1]))
    arrow = re.search(r"\s?(?:→|⇒|->|=>)\s?(?![^\n]*(?:으로|로)\s(?:변경|옮|바))", words)
    if arrow:
        return label_venue(text, (span[0] + arrow.end(), span[1]))
    words = re.split(r"\s/\s(?=\d{1,2}(?:강|회|차|일)|온라인|[가-힣]{1,4}은\s)", words)[0]
    words = TRAILING.sub("", ROOM_CHANGE.sub("", words))
    return trim(text, (span[0], span[0] + len(words)))


# «차 있어 포항테크노파크 1층», «다녀왔습니다~ 미사역», «간 시흥 캠핑장»: a clause before the place, or its last word.
CLAUSE = re.compile(r"(?:[.!?~]|[려어아해와가]서|니다|[어아]요|있어|없어|면서|으며)\s+(?=\S)|^(?:간|온|둔|낸)\s+")
STAYS = re.compile(r"\s+[(（]?(?:그대로|변동 ?없음|변경 ?없음|동일)[)）]?$")
LINE = re.compile(r"(?:줌|온라인|화상회의|유튜브|누리집|카카오톡)$")
TOWARDS = re.compile(r"(?:으로|(?<=[가-힣]{2})로)$")


SURE = re.compile(
    r"(?:(?:장소|자리)를\s옮겨|옮겨|(?:두|세|네|다섯|\d{1,2})\s?(?:차례|번|회)(?:에 걸쳐)?|당연히|물론|"
    r"그대로|역시|올해도|이번에도|"
    r"이번엔|모두|바로)\s"
)


def trim(text: str, span: SpanPair) -> SpanPair:
    """The place without quotes and marks around it, a clause in front of it, or the particle of a direction."""
    start, end = span
    sure = SURE.match(text, start, end)
    start = sure.end() if sure is not None else start
    cuts = [m.end() for m in CLAUSE.finditer(text[start:end])]
    start += cuts[-1] if cuts else 0
    stays = STAYS.search(text[start:end])
    end = start + stays.start() if stays is not None else end
    towards = TOWARDS.search(text[start:end])
    stem = text[start : start + towards.start()] if towards is not None else ""
    if PLACE_WORD.search(stem) is not None or LINE.search(stem) is not None or (stem and _is_region(stem)):
        end = start + len(stem)
    while start < end and text[start] in " \t‘'\"“,·:：":
        start += 1
    while end > start and text[end - 1] in " \t’'\"”,·;":
        end -= 1
    return start, end


ROUTE = re.compile(r"\s\S{1,12}(?:까지|로 가는|으로 가는)\s")


def _place_before(scene: Scene, sentence: Sentence, match: re.Match[str]) -> SpanPair | None:
    text, end = scene.text, match.end("last")
    if match["at"] == "서" and not SHORT_AT.search(text[sentence.start : match.end()]):
        return None
    if ROUTE.match(text, match.end("at")):  # «시청에서 광장까지 30분 간격으로 순환 버스를 돌린다»
        return None
    if match["at"] == "서" and CLAUSE_SEO.search(text, max(sentence.start, match.start() - 1), match.end()):
        return None
    start = max((t.span[1] for t in sentence.times if t.span[1] <= end), default=sentence.start)
    inside = any(t.span[0] < end < t.span[1] for t in sentence.times)
    body = BODY_PLACE.search(text[start:end]) and any(
        isinstance(t.start, datetime) and 0 < start - t.span[1] + 1 <= 2 for t in sentence.times
    )
    if (
        inside
        or WEATHER.search(text, sentence.start, end)
        or (no_place(text[start:end]) and not body and not OLD_SITE.search(text[start:end]))
    ):
        return None
    if text[end - 1] in "’”」』":
        return _quoted_house(text, start, end)
    cuts = [m.end() for m in CUT.finditer(text, start, end) if m.end() < end and not UNCUT.search(m[0])]
    opened = text.rfind("(", start, end)
    if text[end - 1] == ")" and opened > start:  # the bracket «(노량진로 소재)» is looked at afterwards
        inner = [c for c in cuts if c < opened]
        start, end = (inner[-1] if inner else start), opened
    elif cuts:
        start = cuts[-1]
    span = trim(text, after_particle(text, (start, end)))
    words = text[slice(*span)]
    if LINE.search(words) and " " in words:  # «‘돌봄 선언’ 줌에서 만나요»
        span = (span[1] - len(words.split()[-1]), span[1])
        words = text[slice(*span)]
    behind_time = any(0 <= span[0] - t.span[1] <= 3 for t in sentence.times) and len(words) > 2
    known = behind_time or PLACE_WORD.search(words) is not None or _is_region(words) or len(words.split()) > 1
    if words != "줌" and (not known or not 2 <= len(words) <= 60 or VERB_GO.search(words)):
        return None
    if (head_of(words) or "").endswith(OCCASIONS):  # «오후 2시 기념식에서는»
        return None
    if (no_place(words) and not body and not OLD_SITE.search(words)) or words.startswith("같은 "):
        return None
    return with_address(text, span)


OCCASIONS = ("식", "회", "한마당", "포럼", "축제", "캠프", "잔치", "워크숍", "세미나", "총회")
"""How events end that «에서» stands behind as it does behind places."""
VERB_GO = re.compile(r"[하되이지치르리기열갖내보나오가우려추먹읽찾걷앉놀쉬듣묻받]고$")  # «치르고» is no high school


def between(scene: Scene, after: int, before: int) -> SpanPair | None:
    """«30일 혁신도시 … 2청사 앞 생생마켓»: a place between the time and the name, without «에서»."""
    span = trim(scene.text, after_particle(scene.text, (after, before)))
    words = scene.text[slice(*span)]
    fits = (
        not words.startswith("같은 ")
        and 2 <= len(words) <= 50
        and "\n" not in words
        and not CUT.search(words)
        and not re.search(r"[은는이가을를]\s", words)
    )
    fits = fits and not VERB_GO.search(words)
    bare = re.sub(r"\s?\([^()]*\)$", "", words)  # «강원사회적경제지원센터 대강당(원주)»
    town = _in_region(words) and 1 < len(words.split()) < 5  # «14일 대전 신협중앙본부, 19일 부산 벡스코, …»
    return span if fits and (PLACE_WORD.search(bare) or _is_region(words) or town) else None


HOUSE = re.compile(r"(?:(?P<kind>[가-힣]{2,8})\s?)?[‘“「『](?P<name>[^‘’“”「」『』\n]{2,20})[’”」』]$")


def _quoted_house(text: str, start: int, end: int) -> SpanPair | None:
    """«공유공간 ‘바다곁’에서»: a house by its own name, with the noun that says what it is."""
    match = HOUSE.search(text[start:end])
    if match is None or head_of(match["name"]) is not None:
        return None
    kind = match["kind"] if match["kind"] and PLACE_WORD.search(match["kind"]) else None
    return (start + match.start("kind" if kind else "name"), end - (0 if kind else 1))


# «21일 오후 2시 강릉과학일자리진흥원에서»: right behind an hour a body's house is meant.
BODY_PLACE = re.compile(r"(?:진흥원|교육청|조합|기업)$")
ELEMENT_END = re.compile(
    r"\s?(?:[▲△▶·!]|,\s|\.(?:\s|$)|\n|순(?:이다|으로)|(?:을|를)\s시작으로|(?:이다|입니다|이에요|예요|이고요?|"
    r"이며|에서다|에서입니다|에서예요)(?=[\s.,]|$)|$)"
)


ELEMENT_LEAD = re.compile(r"\s?,?\s?(?:두 번 다|세 번 다|둘 다|모두)?\s?")


def element(scene: Scene, after: int, until: int) -> SpanPair | None:
    """«▲8일 나주시 복지센터 ▲10일 …», «11월 2일 오후 5시 우리마포복지관.»: the place right behind a time."""
    lead = ELEMENT_LEAD.match(scene.text, after, until)
    after = lead.end() if lead is not None else after
    end = ELEMENT_END.search(scene.text, after, until)
    return between(scene, after, end.start() if end else until)


def after_particle(text: str, span: SpanPair) -> SpanPair:
    lead = re.match(r"(?:에는|에도|에|엔|부터는|부터|는|은|까지|이며|이고|경|쯤|께)?\s|\)\s?", text[slice(*span)])
    return (span[0] + lead.end(), span[1]) if lead else span


def with_address(text: str, span: SpanPair) -> SpanPair:
    """An address in brackets belongs to the place: «센터 교육장(중앙로 7, 2층)»."""
    aside = re.match(r"\([^()\n]{2,40}\)", text[span[1] : span[1] + 44])
    return (span[0], span[1] + aside.end()) if aside and re.search(r"\d", aside[0]) else span


def _in_region(words: str) -> bool:
    places = find_places(words)
    return bool(places) and places[0].span[0] == 0


def _is_region(words: str) -> bool:
    places = find_places(words)
    return bool(places) and places[0].span == (0, len(words))
