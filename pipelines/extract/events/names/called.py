"""What a call is for: «참여 단체 모집», «설립 컨설팅 신청», from its sentence, the one before, a field, the title."""

from __future__ import annotations

import re

from pipelines.extract.events.days.uses import Use, headed_call
from pipelines.extract.events.fields.labels import Label
from pipelines.extract.events.fields.labelwords import FIELD_OF
from pipelines.extract.events.names.told import told_name
from pipelines.extract.events.scene import Scene, Sentence
from pipelines.extract.events.words.headlines import MADE_FOR_US, as_asked, clean_title, is_clause, without_number
from pipelines.extract.events.words.heads import CALL_HEADS
from pipelines.extract.events.words.titles import QUOTED, SPEECH, Name, find_names, tidy
from pipelines.korean.cued import Cued
from pipelines.korean.numerals import NATIVE

OBJECT = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·()]{1,20}[^\S\n]){0,5}[가-힣A-Za-z0-9·()]{1,20})"
    r"(?:을|를|(?<=명)도|(?<=팀)도|도(?=\s(?:새로|더|추가로|함께)\s(?:모|뽑|찾|구)))\s(?P<between>(?:(?![을를]\s)[^.,\n]){0,40}?)"
    r"(?P<verb>모집|공모|접수|찾는|찾습|찾고|뽑(?![히힌혀혔힙])|모은|모으|모읍|구한|구합|구하고|모십|(?<=[명분팀곳]을\s)기다[리립린])"
)
TOPIC = Cued(r"(?P<what>(?:[가-힣]{1,10}\s){0,2}[가-힣]{2,12})(?:은|는)\s(?P<verb>공모|모집)(?:로|으로|을|한)")
# «첫 융자 신청은 이달 15일부터 …», «설립 컨설팅 신청도 받는다. 신청 기간은 …»
APPLIED = Cued(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,14}\s){0,3}[가-힣A-Za-z0-9·]{2,14})\s(?P<verb>신청|접수|공모|모집|예약|주문|추천|응모|출품|"
    r"등록)(?:은|는|을|도|이|\s?기간은|\s?기간)\s"
)
NO_OBJECT = re.compile(
    r"^(?:\d+명|참가|참여|사전|추가|온라인|수강|관람|방문|우편|전화|교육|현장|자세한|서류|인터넷|개별|별도|단체|이번)$"
)
# Words of the clause before: «마을기업을 키우기 위해 오는 22일까지 참여 단체를 모집» calls for 참여 단체.
CLAUSE_END = re.compile(
    r"^(?:오는|지난|이달|다음|내달|새해|올해|내년|공개|추가|새로|다만|그|이|첫)$|(?:위해|위하여|까지|부터|통해|따라|"
    r"에서|에게|으로|(?:이유|차례|순서|번째|대|따|새|스스|정말|따로따)로|[은는이가을를]|"
    r"함께|[할될고며면]|(?:고|어|아|해|예|에|네)요|위한|\d[일시분])$"
)
KEEPS = re.compile(
    r"^(?:마을|어린이|[가-힣]*(?:원고|창고|광고|수고)|청년이|놀이|먹거리|사회|문화|나눔이|도우미이|[가-힣]*(?:활동가|작가|전문가|기획가|운동가|지킴이|길잡이))$"
)
LONE_VERB = re.compile(r"[쓸낼갈볼올살팔줄열]")
"""«소식지를 같이 쓸 시민 기자»: the verb whose object was left out."""
COUNT = re.compile(
    rf"(?:^|\s|(?<=[가-힣])(?=\d))(?:\d[\d,]{{0,6}}\s?(?:팀|명|곳|개사|개소|개|가구|가족|개 팀|개 기업|분|사람|집)|"
    rf"{NATIVE}\s?(?:팀|명|곳|가구|가족|분|사람|집)(?![가-힣]))(?:\s?(?:내외|안팎|쯤|가량|정도))?$"
)
COMMON = re.compile(
    r"^(?:참여|참가|희망|입주|지원|신규|예비|새)?\s?(?:단체|기업|팀|업체|조직|법인|참여자|참가자|사람|주민|"
    r"이웃|시민|곳|기관|공동체|대상자|"
    r"신청자|회원|조합원|식구)$"
)
PROGRAMME = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·’‘]{1,20}\s){0,5}[가-힣A-Za-z0-9·’]{2,20})에\s(?:참여|참가|함께|지원|도전)할"
)
BARE_CALL = re.compile(
    r"^(?:공개|추가|상시|수시|긴급|정기|신규|참가자|참여자|신청서?|서류|원서|온라인|참가|참여)\s?(?:모집|공모|접수|신청)$"
)
LOOKS_FOR = re.compile(
    r"(?:을|를)?\s?(?:\d{1,4}\s?(?:곳|팀|명|개사)(?:을|를)?\s?)?(?:추가로|더|새로)?\s?"
    r"(?:찾습니다|찾아요|찾는다|찾음|구합니다|구해요|구한다|구함|뽑습니다|뽑아요|뽑는다|뽑음|모십니다|모셔요|모심|기다립니다|기다려요|기다린다|"
    r"되어\s?주실\s(?:분|곳)\??|(?:되|나서|들어오)실\s(?:분|이웃)(?:들)?(?:\s손)?)$"
)
CALL_IN_TITLE = re.compile(
    r"^.*?(?:후보자?\s?(?:등록|추천)|모집|공모|채용|초빙|접수|찾습니다|찾아요|찾는다|찾음|구합니다|구해요|구한다|구함|뽑습니다|뽑아요|뽑는다|뽑음|"
    r"모십니다|모셔요|모심|(?<=[을를]\s)기다(?:립니다|려요|린다)|되어\s?주실\s(?:분|곳)|(?<=\s)(?:되|나서|들어오)실\s(?:분|이웃)(?:들)?(?:\s손)?)(?=\s|$|\?|"
    r"[는은를을에도…,!~()★♥])"
)


# «유공자 추천은 5월 21일까지», «조합원 4명 모집, 9/13까지», «3) 단체주문 : 1월 27일까지»
BEFORE_DEADLINE = re.compile(
    r"(?:^|[,.>\]』」:：)]\s?|\d[.)]\s?|\s(?=[가-힣]))(?P<what>(?:[가-힣A-Za-z0-9·‘’“”]{1,14}\s){0,4}?[가-힣A-Za-z0-9·‘’“”]{0,14}?)\s?"
    r"(?P<verb>예약|주문|추천|응모|출품|모집|공모)(?:은|는|도|,|\s?[:：])\s?(?:이달\s|오는\s|다음\s달\s)?$"
)
# «시민기자단 8명, 접수 9/1~9/12»
BEFORE_WINDOW = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·]{1,16}\s){0,4}[가-힣A-Za-z0-9·]{2,14}),\s(?:접수|신청|모집)\s?(?:기간\s?)?[:：]?\s?$"
)


# «- 청년 인턴 참여기업 15곳 : 3월 28일까지», «- 대회 참가팀 (4월 4일 마감)»
ROW_TOPIC = re.compile(r"\s?[^\w\s]\s?(?P<what>[가-힣A-Za-z0-9·’‘ ]{3,40}?)\s?(?:[:：]|\(|\|)\s?~?\s?$")


# «24(금)까지 김장채소 예약» of a month's calendar, «․ 6/12~6/30 — 4호기 증자 접수. 농협 …»
UNTIL_ROW = re.compile(
    r"[\s)—–:：|-]{0,4}(?P<what>[가-힣A-Za-z0-9·]{2,14}(?:\s[가-힣A-Za-z0-9·]{2,14}){0,3}?\s?(?P<verb>예약|주문|신청|접수|모집|공모|등록))"
    r"(?:\s마감)?(?:[\s.!]*$|\.\s)"
)


def by_row(scene: Scene, use: Use) -> tuple[str, Name | None] | None:
    """A line of a list that says nothing but whom it seeks and until when."""
    line = use.sentence.line
    until = UNTIL_ROW.match(scene.text, use.when.span[1], line.end) if use.when.span[0] - line.start < 4 else None
    if until is not None and not BARE_CALL.match(until["what"]):
        return until["what"], Name(until["what"], until.span("what"), until["verb"], False, False)
    match = ROW_TOPIC.match(scene.text[line.start : use.when.span[0]])
    rest = scene.text[use.when.span[1] : line.end].strip(" ).")
    if match is None or rest not in ("", "마감", "까지", "접수", "신청"):
        return None
    what = COUNT.sub("", match["what"].strip())
    title = what if re.search(r"(?:모집|공모|신청|접수|예약|주문|추천)$", what) else f"{what} 모집"
    return title, Name(title, (line.start + match.start("what"), line.start + match.end("what")), "모집", False, False)


def by_topic(scene: Scene, use: Use) -> tuple[str, Name | None] | None:
    """What its own words say a deadline is for, apart from any event told before."""
    if (row := by_row(scene, use)) is not None:
        return row
    line = use.sentence.line
    since = max(line.start, use.sentence.start, use.when.span[0] - 60)
    lead = scene.text[since : use.when.span[0]]
    window = BEFORE_WINDOW.search(lead)
    match = window or BEFORE_DEADLINE.search(lead)
    if match is None:
        return None
    what = without_clause(tidy(match["what"])) if window is None else COUNT.sub("", match["what"].strip())
    verb = "모집" if window is not None else match["verb"]
    if NO_OBJECT.match(what or verb) or (not what and verb not in ("예약", "주문", "추천")):
        return None
    at = since + match.start("what")
    what = what or _goods(scene.document.title)
    return f"{what} {verb}".strip(), Name(f"{what} {verb}".strip(), (at, use.when.span[0]), verb, False, False)


def _goods(title: str) -> str:
    """«마을기업들 설 꾸러미 판매… 24일까지 주문»: what a bare «주문은 24일까지» is for, by the headline."""
    first = re.split(r"…|\.\.\.|,", clean_title(title))[0]
    sold = re.search(r"^(?P<what>.+?)\s?(?:판매|예약|주문|선보|내놔|내놓|출시)", first)
    return sold["what"].strip() if sold is not None and len(sold["what"]) > 2 else ""


def own_object(label: Label) -> str | None:
    """«임원 후보 등록: …»: a label that says itself what is applied for."""
    if label.name in FIELD_OF:
        return None
    match = OBJECT_LABEL.match(label.name)
    return None if match is None or NO_OBJECT.match(match["what"]) else match["what"]


OBJECT_LABEL = re.compile(r"(?P<what>[가-힣]{2,8}?)(?:신청|접수|모집|응모|등록)(?:기간|기한|일정|일시|마감일?)?$")


def by_label(scene: Scene, label: Label, labels: tuple[Label, ...]) -> str:
    """The field «사업명», else the document's title, as the name of a call."""
    for other in labels:
        if other.field == "title":
            return as_call(clean_title(other.words(scene.text)))
    if "후보" not in label.name and (CALL_IN_TITLE.match(scene.document.title) or is_clause(scene.document.title)):
        return by_document(scene)
    if own_object(label) is not None:
        words = scene.text[label.at : label.value[0]].strip().partition("\n")[0]
        return re.sub(r"\s+", " ", words).strip(" :：\t=|-·>]")
    title = re.sub(r"\s?(?:안내|공고|알림)\s?$", "", clean_title_keeping_call(scene.document.title))
    return as_call(title)


# «마을기업(예비·신규·재지정) 참여 공동체 모집»
SORTS = re.compile(r"(?<=[가-힣])\([가-힣]{1,5}(?:[·,/]\s?[가-힣]{1,5})+\)(?=\s)")


def clean_title_keeping_call(title: str) -> str:
    """As `clean_title`, but «… 참여기업 모집» keeps its last words."""
    found = re.search(r"(?:모집|공모|접수)", title)
    cleaned = clean_title(title)
    if found is None or found[0] in cleaned:
        return SORTS.sub("", cleaned)
    behind = title[title.find(cleaned) + len(cleaned) : found.end()] if cleaned and cleaned in title else ""
    whom = re.fullmatch(r"[’”」』》]?\s?((?:[가-힣A-Za-z0-9]{1,8}\s?){1,2}?)(?:을|를)?\s?(?:모집|공모|접수)", behind)
    return f"{cleaned} {whom[1].strip() if whom else ''} {found[0]}".replace("  ", " ").strip()


def as_call(words: str) -> str:
    words = MADE_FOR_US.sub(" 공모", words.strip())
    named = any(words.endswith(h) for h in CALL_HEADS) or any(
        w in words for w in ("모집", "공모", "채용", "초빙", "신청")
    )
    if words.endswith(("대출", "융자")):
        return f"{words} 신청"
    return words if not words or named else f"{words} 모집"


def by_document(scene: Scene) -> str:
    """Nothing may miss a stated deadline: where no words name the call, the document's title does."""
    told = told_name(scene) if scene.document.channel == "news" or is_clause(scene.document.title) else None
    if told is not None:
        return told
    if (asked := as_asked(scene.document.title)) is not None:
        return asked
    parts = re.split(r"…|\.\.\.", without_number(scene.document.title))
    for number, part in enumerate(parts):
        found = CALL_IN_TITLE.match(part)
        if found is not None and number and UNTIL_WHEN.match(found[0]):
            return f"{clean_title(parts[0])} 신청"
        if found is not None and len(found[0]) > 4:
            return clean_title_keeping_call(LOOKS_FOR.sub(" 모집", found[0]))
    inner = next((m[m.lastindex or 1] for m in QUOTED.finditer(scene.document.title)), "")
    if len(inner) > 5 and SOUGHT.search(scene.document.title) and not SPEECH.search(inner):
        return f"{inner} 모집"  # «‘사회적경제 청년 일경험’ 30명 더 뽑는 강원»
    title = clean_title(scene.document.title)
    product = _product(scene) if ", " in scene.document.title else None
    if product is not None:
        return f"{product} 신청"
    if re.search(r"\d일|\d\s?·|,\s", title):  # a headline, no name: the first name in quotes says more
        quoted = (n for s in scene.sentences[:6] for n in find_names(scene.text, s.start, s.end) if n.quoted and n.head)
        first = next(quoted, None)
        title = re.sub(rf"(?:\s안내)?\s{first.head}$", "", first.title) if first is not None else title
    if LETTER.search(title):
        return ""
    return title if title.endswith(CONTESTS) else f"{title} 신청" if title else ""


# «홍보 영상 제작 지원… 6월 10일까지 접수»: the second half says only until when.
UNTIL_WHEN = re.compile(
    r"\s?[^가-힣]{0,3}(?:[가-힣]{1,4}\s)?\d{1,2}[월일./][^가-힣]{0,6}(?:\d{1,2}일)?\s?(?:까지|부터)\s\S{2,6}$"
)


# «새솔마을 5월 소식», «덩굴 편지 33호»: what tells of a call, not the call
LETTER = re.compile(r"(?:소식|소식지|편지|레터|밴드|\d\s?호)$")
SOUGHT = re.compile(r"뽑|모집|찾[는습아]|구[하한해합]|모[십셔]")
CONTESTS = ("공모전", "응모전", "백일장", "경진대회", "경연대회")
"""What one enters by handing in a work: its own name names the call."""


def _product(scene: Scene) -> str | None:
    """«… 협약식을 하고 ‘이음대출’을 내놓았다» under a headline: what is offered has a name of its own."""
    for sentence in scene.sentences[:4]:
        for match in OFFERED.finditer(scene.text, sentence.start, sentence.end):
            return match["name"]
    return None


OFFERED = re.compile(
    r"[‘“「『](?P<name>[가-힣A-Za-z0-9 ]{2,20})[’”」』](?:을|를|이|가)\s(?:[가-힣]{1,6}\s)?"
    r"(?:내놓|내놨|선보|출시|나온다|나왔|나옵|운영|판매|시작)"
)


# «2026년 상반기 ‘씨앗 융자’에 손들 조직을 기다립니다. 12월 15일부터 … 받고»
AWAITED = Cued(
    r"(?P<what>(?:(?:20\d\d년|상반기|하반기|제?\d{1,2}(?:차|기|회))\s){0,3}[‘“「『][^‘’“”「」『』\n]{2,24}[’”」』])에\s(?:[가-힣]{1,6}\s)?"
    r"(?:손들|참여할|참가할|함께할|함께|지원할|나설|도전할|들어올)\s[^.\n]{2,24}?(?:기다|찾|모집|모십|구합|구한)"
)


# «창업팀을 모집한다. 이름하여 【2026 골목해결사】 공모다»
NAMED_CALL = re.compile(
    r"(?:이름하여|이름은)\s[【‘“「『<《‹](?P<name>[^】’”」』>》›\n]{3,30})[】’”」』>》›]\s(?P<verb>공모|모집)"
)


# «장날에 물건을 내놓을 기업은 6월 12일부터 18일까지 모집한다»
WHOM = Cued(
    r"[가-힣]+(?:을|를|에)\s[가-힣]{0,4}[을할될릴볼울]\s(?P<who>기업|단체|팀|업체|조직|사람|분|시민|주민|청년|이웃)(?:은|는)\s[^.\n]{0,40}?(?:모집|받는다|받습니다|찾는다|찾습니다|뽑는다)"
)


# «‘상생기금’ 융자를», «‘품앗이 대출’»: nobody is sought
LENT = re.compile(r"(?:대출|융자|대부|보조금|장학금)")


def in_prose(scene: Scene, use: Use) -> tuple[str, Name | None] | None:
    """What is called for, from the sentence, the one before it, or the document's title; in this order of trust."""
    earlier = _previous(scene, use.sentence)
    found = _said(scene, use, earlier) or _in_quotes(scene, use, earlier) or _as_object(scene, use.sentence, earlier)
    if found is not None:
        return found
    title = by_document(scene)
    return (title, None) if re.search(r"모집|공모|접수|채용", title) else None


def _said(scene: Scene, use: Use, earlier: Sentence) -> tuple[str, Name] | None:
    """A call by its own name, whom a task awaits, what a heading calls for, who is sought."""
    text, sentence = scene.text, use.sentence
    named = NAMED_CALL.search(text, scene.sentences[0].start, sentence.end)
    if named is not None:
        title = named["name"] if named["name"].endswith(named["verb"]) else f"{named['name']} {named['verb']}"
        return title, Name(title, named.span("name"), named["verb"], True, False)
    if (awaited := AWAITED.search(text, earlier.start, sentence.end)) is not None:
        title = f"{re.sub('[‘’“”「」『』]', '', awaited['what'])} 모집"
        return title, Name(title, awaited.span("what"), "모집", True, False)
    if (heading := headed_call(scene, sentence, use.when)) is not None:
        own_name = next((m for m in QUOTED.finditer(heading["what"])), None)
        title = heading["what"].rpartition(", ")[2].rpartition(": ")[2].strip()
        if own_name is not None:
            title = f"{own_name[own_name.lastindex or 1].strip()} {title.rpartition(' ')[2]}"
        return title, Name(title, heading.span("what"), "모집", True, False)
    whom = WHOM.search(text, sentence.start, sentence.end)
    if whom is None or PROGRAMME.search(text, earlier.start, sentence.end) is not None:
        return None
    who = f"참여{whom['who']}" if whom["who"] in ("기업", "단체", "팀", "업체", "조직") else "참여자"
    return f"{who} 모집", Name(f"{who} 모집", whom.span("who"), "모집", False, False)


def _in_quotes(scene: Scene, use: Use, earlier: Sentence) -> tuple[str, Name] | None:
    """A programme in quotes; of the sentence before only one that says itself that it calls."""
    text, sentence = scene.text, use.sentence
    quoted = next((m for m in QUOTED.finditer(text, sentence.start, sentence.end)), None)
    if quoted is None:  # «‘… 추가모집’ 신청서를 15일부터 받는다. … 문은 26일에 닫힌다»
        before = QUOTED.finditer(text, earlier.start, sentence.start)
        quoted = next((m for m in before if re.search(r"모집|공모|지원사업|육성사업", m[m.lastindex or 1])), None)
    if quoted is None:
        return None
    lent = LENT.search(text[quoted.start() : quoted.end() + 6]) is not None
    verb = "신청" if lent else _verb(text[use.when.span[1] : sentence.end] + scene.document.title)
    inner = quoted[quoted.lastindex or 1].strip()
    name = Name(f"{inner} {verb}", (quoted.start(), quoted.end()), verb, True, False)
    return (inner if inner.endswith(("공모", "모집", *CONTESTS)) else name.title), name


def _as_object(scene: Scene, sentence: Sentence, earlier: Sentence) -> tuple[str, Name] | None:
    """What stands as the topic or the object of the verb that calls, else a noun of calls with its words."""
    text = scene.text
    for pattern, start in (
        (TOPIC, earlier.start),
        (OBJECT, sentence.start),
        (APPLIED, sentence.start),
        (APPLIED, earlier.start),
    ):
        match = pattern.search(text, start, sentence.end)
        found = _named(scene, sentence, match, pattern is APPLIED) if match is not None else None
        if found is not None:
            return found
    names = find_names(text, sentence.start, sentence.end)
    told = (n for n in names if n.head in CALL_HEADS and len(n.title) > 2 and not BARE_CALL.match(n.title))
    return next(((n.title, n) for n in told), None)


def _named(scene: Scene, sentence: Sentence, match: re.Match[str], applied: bool) -> tuple[str, Name] | None:
    words = without_clause(match["what"])
    if len(words) < 2 or (applied and NO_OBJECT.match(words)):
        return None
    if applied:
        head, words = match["verb"], _in_full(scene, words)
    else:
        head = "공모" if match["verb"] == "공모" else "모집"
        if COMMON.match(words):
            words = _programme(scene, sentence, words) or words
    name = Name(f"{words} {head}", match.span("what"), head, False, False)
    return (words if words.endswith(("모집", "공모")) else name.title), name


def _in_full(scene: Scene, words: str) -> str:
    """«융자 신청» in a text of the ‘사회적경제기업 상생융자 업무협약’ → 사회적경제기업 상생융자 신청."""
    if " " in words:
        return words
    for match in QUOTED.finditer(scene.text, scene.lines[0].start, scene.lines[-1].end):
        parts = match[match.lastindex or 1].split()
        at = next((n for n, part in enumerate(parts, 1) if part.endswith(words)), 0)
        if at:
            return " ".join(parts[:at])
    return words


def without_clause(words: str) -> str:
    """The object without what stands before it in the clause, and without its number («창업팀 8팀»)."""
    kept: list[str] = []
    for word in reversed(COUNT.sub("", words.strip()).split()):
        if CLAUSE_END.search(word) and not KEEPS.match(word):
            break
        kept.insert(0, word)
    return " ".join(kept[1:] if len(kept) > 1 and LONE_VERB.fullmatch(kept[0]) else kept)


def _programme(scene: Scene, sentence: Sentence, words: str) -> str | None:
    """«단체를 모집»: what for stands before («… 육성사업에 참여할 단체»), quoted, or in the document's title."""
    match = PROGRAMME.search(scene.text, _previous(scene, sentence).start, sentence.end)
    if match is not None:
        return f"{without_clause(match['what'])} {words}"
    title = scene.document.title
    quoted = next((m for m in QUOTED.finditer(title)), None)
    if quoted is not None:
        return quoted[quoted.lastindex or 1].strip()
    cleaned = re.sub(r"\s?(?:모집|공모|접수|공고)$", "", clean_title_keeping_call(title))
    return cleaned if re.search(r"모집|공모|공고|접수|찾", title) and len(cleaned) > 4 else None


def _verb(words: str) -> str:
    return "공모" if "공모" in words and "모집" not in words[:20] else "모집"


def _previous(scene: Scene, sentence: Sentence) -> Sentence:
    at = scene.number_of(sentence)
    return scene.sentences[max(0, at - 1)]
