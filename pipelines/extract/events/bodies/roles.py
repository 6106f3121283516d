"""Who holds an event (guideline §4): host, organiser, sponsor, only where it is written.

«X가 연다, 개최한다, 마련한다, 모집한다» makes a host, «X가 주관», «운영은 X가 맡는다», «꾸리는 곳은 X» an
organiser; who pays, lectures or only signs an agreement is none.
"""

from __future__ import annotations

import re

from pipelines.extract.events.bodies.forms import (
    BARE_FORM,
    FORM_FIRST,
    GOVERNMENT,
    INTRODUCED,
    LEGAL,
    MINISTRY,
    NO_NAME,
    NOBODY,
    NOT_A_BODY,
)  # fmt: skip
from pipelines.extract.events.bodies.wording import SIGNS, STATES, Stated
from pipelines.extract.events.scene import Scene, Sentence, is_dated, names_day
from pipelines.korean import regions
from pipelines.korean.cued import Cued
from store.records import SpanPair

SUBJECT = re.compile(r"(?P<particle>은|는|이|가|에서|께서)(?P<topic>는(?<=에서는))?(?=\s|,)")
ACTS = re.compile(
    r"연다|열었|열기로|틀[어고었]|갖습|가집|앞당|열고(?=\s)|판을\s벌|꾸민다|꾸밉니다|편다|폅니다|판다|팝니다|튼다|나눴|마쳤|엽니다|여는|열어|개최|마련|운영|모집|치른|치렀|치릅|갖는|가졌|"
    r"갖기로|갖고|진행|찾는다|돌린다|받는다|공모|실시|선보|주최|벌인|펼친|펼쳤|했다|한다|"
    r"합니다|잡았|미뤘|미룬|연기|취소|당겼|순연|내놓|시작|꾸린|준비|늘린|뽑는|뽑습|찾습|"
    r"모십|모집|돈다|중계|불러|푼다|한다|늦춘|늦췄|늦추|옮긴|옮겼|바꾼|바꿨|차린|차렸|벌이|받는|판을 깔|"
    r"연\s[‘“「『]|열려던|치르려던|하려던|미뤄졌|미뤄진|넘긴다|넘겼다|모은다|"
    r"구한다|내놨|내놓|맺었|보낸다|띄운|잡아 둔|보였|알렸|선보"
)
# In a sentence that ends in «열린다» the body is only host where its own clause says so: «A가 마련한 … 열린다».
PREPARED = re.compile(
    r"^\S{1,2}\s[^.,]{0,40}?(?:마련한|준비한|준비해 온|여는|꾸린|차린|잡아 둔|개최하는|"
    r"주최하는|벌이는|펼치는|마련하는|열려던|열기로 한)"
)
BODY = re.compile(
    r"(?:센터|재단|공사|공단|진흥원|연구원|개발원|협회|연합회|협의회|네트워크|협동조합|"
    r"생협|사협|조합|위원회|준비위|협의체|연대|연맹|연구소|사업단|대학교|도서관|복지관|"
    r"은행|기금|법인|기업|공동체|모임|추진단|학교|교육청|"
    r"시|군|구|도|부|청|처|회|㈜|쿱)$"
)
# A body's own: it is hosted by that body.
OWN = frozenset((
    "총회", "이사회", "대의원회", "창립총회", "개소식", "개업식", "개원식", "개관식", "출범식", "창립식", "개점식",
    "현판식", "준공식", "기공식", "창립", "개소", "개점", "개원", "개관", "개업", "개장", "출범", "월례회", "조합원의",
    "날",
))  # fmt: skip

MEETINGS = frozenset(("총회", "이사회", "대의원회", "월례회"))
"""Those of whoever writes a letter, where an opening in it may be of another."""

CLOSING = frozenset("’”'\"」』》")


def bodies_in(scene: Scene, span: SpanPair) -> list[tuple[str, SpanPair]]:
    """Names of bodies between two offsets, canonical, in reading order."""
    start, end = span
    found = [body for body in scene.bodies_in(start, end) if body[0][1] <= end and not NO_NAME.search(body[1])]
    for pattern in (LEGAL, FORM_FIRST, GOVERNMENT, MINISTRY, INTRODUCED):
        for match in pattern.finditer(scene.text, start, end):
            inside = match.span("name")
            name = match["name"]
            if pattern is LEGAL and BARE_FORM.match(name):
                continue
            if pattern is MINISTRY and any(p.span == (0, len(name)) for p in regions.find_places(name)):
                continue
            if (
                NOT_A_BODY.search(name)
                or NOBODY.match(name)
                or any(a < inside[1] and inside[0] < b for (a, b), _ in found)
            ):
                continue
            if pattern is GOVERNMENT and not is_government(name):
                continue
            found.append((inside, full_name(name, scene)))
    found.sort(key=lambda f: (f[0][0], -f[0][1]))
    kept: list[tuple[SpanPair, str]] = []
    for where, name in found:
        if not kept or where[0] >= kept[-1][0][1]:
            kept.append((where, name))
    return list({name: (name, where) for where, name in reversed(kept)}.values())[::-1]


def split_names(words: str, scene: Scene, start: int) -> list[tuple[str, SpanPair]]:
    """The value of a label: «고양시, ㈜두레» → names with spans; bodies known elsewhere get their full name."""
    known = bodies_in(scene, (start, start + len(words)))
    found: list[tuple[str, SpanPair]] = []
    at = 0
    for part in re.split(r"\s?[,·/、]\s?|\s및\s|\s{2,}", words):
        where = words.index(part, at) if part else at
        at = where + len(part)
        name = re.sub(r"^\W+|\s?등$|\s?\([^()]*\)$", "", part.strip()) if not part.startswith("(") else part.strip()
        span = (start + where, start + at)
        inside = [k for k in known if span[0] <= k[1][0] < span[1]]
        longest = max(inside, key=lambda k: k[1][1] - k[1][0], default=None)
        if longest and longest[1][1] - longest[1][0] >= 0.6 * len(name):
            found.append(longest)
        elif 2 <= len(name) <= 40:
            found.append((full_name(name, scene), span))
    return found


# «A가 판을 깔고 B가 진행을 맡았다»: B alone stands in the clause of the role.
CLAUSE = re.compile(r"(?<!그리)(?<!또)[가-힣](?:고|며|으며),?\s(?=[가-힣])")


def stated(scene: Scene, sentence: Sentence, patterns: tuple[Stated, ...]) -> list[tuple[str, SpanPair]]:
    """Bodies of an explicit «주최», «주관», «후원» in one sentence."""
    if STATES.search(scene.text, sentence.start, sentence.end) is None:
        return []
    for pattern in patterns:
        match = pattern.search(scene.text, sentence.start, sentence.end)
        if match is not None:
            first, last = match.span("who")
            # «화순군이 주최하고 A와 B가 공동으로 주관» : only what stands behind the other role.
            for word in ("주최하고", "주최하며", "주최,", "주관하고", "주관하며", "주관,", "주최했고", "열고"):
                cut = scene.text.rfind(word, first, last)
                first = cut + len(word) if cut >= 0 else first
            clause = [m.end() for m in CLAUSE.finditer(scene.text, first, last)]
            first = clause[-1] if clause else first
            found = bodies_in(scene, (first, last + 1)) or bodies_in(scene, (first, match.end()))
            if found:
                return [f for f in found if ATTRIBUTE.match(scene.text, f[1][1]) is None] or found
    return []


# «두레생협 계열 한들생협이», «한들협동조합 식구»: it says of what kind another is
ATTRIBUTE = re.compile(r"\s(?:계열|소속|산하|회원|식구|조합원|매장)")


def announcer(scene: Scene, sentence: Sentence) -> list[tuple[str, SpanPair]]:
    """The subject of the sentence that announces: «A와 B는 … 연다», «A(이하 센터)가 … 개최한다»."""
    text = scene.text
    if not ACTS.search(text, sentence.start, sentence.end) or SIGNS.search(text, sentence.start, sentence.end):
        return []
    if (together := _those(scene, sentence)) is not None:
        return together
    words = sentence.words(text)
    passive = re.search(r"열린다\.?$|열렸다\.?$|열립니다|열렸습니다", words) is not None
    takes_place = passive or TAKES_PLACE.search(words) is not None
    named = _with_anaphors(scene, sentence)
    for name, (start, end) in named:
        tail = end
        tail += text[tail : tail + 1] in CLOSING
        aside = re.match(r"\([^()\n]{1,40}\)", text[tail : tail + 44])
        tail += aside.end() if aside else 0
        with_another = WITH_ANOTHER.match(text, tail)
        if with_another is not None and not any(tail < a < with_another.end() for _, (a, _) in named):
            tail = with_another.end()
        particle = SUBJECT.match(text, tail)
        if particle is None or tail >= sentence.end:
            continue
        if passive and not PREPARED.match(text[tail : sentence.end]):
            continue
        calls = CALLS_FOR.search(text, tail, sentence.end) is not None and not any(
            is_dated(t) and names_day(t) for t in sentence.times
        )
        if particle["particle"] == "에서" and TOPIC_FIRST.match(text, sentence.start, start) is not None:
            continue
        if particle["particle"] == "에서" and (takes_place or AT_WORK.match(text, particle.end()) is not None):
            continue
        if particle["particle"] == "에서" and re.search(r"(?:센터|관|당|홀|광장|원)$", name) and not calls:
            continue  # where, not who
        if particle["topic"] and not calls:
            continue
        if particle["particle"] == "에서" and _only_goes_on(scene, sentence):
            continue
        if particle["particle"] == "에서" and is_public(name) and _acts_behind(scene, sentence, tail):
            continue
        if _in_relative_clause(scene, sentence, tail + len(particle["particle"])):
            continue
        others = [*_together(scene, sentence, start), (name, (start, end))]
        return [*others, *(b for b in _beside(scene, (tail, sentence.end)) if b[0] not in {o[0] for o in others})]
    return []


# «유성구와 한밭소셜벤처허브는»: of a kind that no list has
WITH_ANOTHER = re.compile(
    r"(?:와|과)\s(?:[가-힣]{2,8}\s)?[가-힣A-Za-z0-9·]{2,16}(?:허브|상회|포럼|캠퍼스|공방|마당|가게|터|단|원|회)(?=[은는이가]\s)"
)
# «A는 29일 B와 함께 열려던 장터를 취소한다»
WITH = Cued(
    r"(?:와|과)\s(?:함께|같이|공동으로|손잡고)\s(?:[가-힣0-9‘’]+\s){0,3}(?:열|여[는니]|연다|개최|마련|꾸[려리]|차[려리]|치[르른]|주최)"
)


def _beside(scene: Scene, span: SpanPair) -> list[tuple[str, SpanPair]]:
    """The body with whom another holds an event."""
    if WITH.search(scene.text, *span) is None:
        return []
    return [body for body in bodies_in(scene, span) if WITH.match(scene.text, body[1][1], span[1]) is not None]


# «협동조합 섬마을책방에서 강연이 마련된다»: where
TAKES_PLACE = re.compile(
    r"(?:마련|진행|개최|준비)(?:된다|됐다|되었다|됩니다|됐습니다)\.?$|(?:펼쳐|치러)(?:진다|졌다|집니다|졌습니다)\.?$"
)
# «포럼은 29일 도의회에서 간담회를 갖는다»: somebody else does
TOPIC_FIRST = re.compile(
    r"(?:한편,?\s|또,?\s)?(?!오는|올해|이번|지난|이날|첫날|내년|다음|행사|대회|장터|잔치)[가-힣A-Za-z0-9]{2,}(?<!에서)(?<!에)[은는]\s"
)
# «북구와 동구에서 일하는 기사들이»: where somebody else is at home
AT_WORK = re.compile(
    r"\s(?:[가-힣]+\s)?(?:(?:일하|활동하|사|지내|자라|농사짓|장사하)(?:는|던)|일한|활동한|모인|자란|태어난|살던)\s"
)
# «지원센터에서 3기를 찾습니다», «달서구에서는 … 마을기업을 공모합니다»: who, not where
CALLS_FOR = Cued(r"(?:찾습니다|찾아요|모십니다|모셔요|모집합니다|모집해요|공모합니다|구합니다|뽑습니다)[.!~ ]*$")


# «세종특별자치시와 세종사회적경제지원센터가 … 앉힌다. 두 기관은 29일 … 열기로 했다»
THOSE = re.compile(
    r"(?P<count>두|세|네|2개|3개|4개)\s(?:기관|단체|조직|법인|곳)(?:은|이|가)\s|(?:양측|양 기관)(?:은|이)\s"
)


COUNTS = {"두": 2, "세": 3, "네": 4, "2개": 2, "3개": 3, "4개": 4, None: 2}


def _those(scene: Scene, sentence: Sentence) -> list[tuple[str, SpanPair]] | None:
    """The bodies that were subject together in the sentence before."""
    match = THOSE.match(scene.text, sentence.start, sentence.end)
    at = scene.number_of(sentence)
    if match is None or not at:
        return None
    before = scene.sentences[at - 1]
    bodies = bodies_in(scene, (before.start, before.end))
    last = next((n for n, b in enumerate(bodies) if SUBJECT_BEHIND.match(scene.text, b[1][1])), None)
    joint = [*_together(scene, before, bodies[last][1][0]), bodies[last]] if last is not None else []
    return joint if len(joint) == COUNTS[match["count"]] else None


def _only_goes_on(scene: Scene, sentence: Sentence) -> bool:
    """«A 등 세 곳에서 환영식을 열고, 이튿날에는 …»: where, while nobody else holds anything."""
    verbs = {m[0] for m in ACTS.finditer(scene.text, sentence.start, sentence.end)}
    return verbs == {"열고"}


def _acts_behind(scene: Scene, sentence: Sentence, after: int) -> bool:
    """«광산구에서 동네 주치의를 자처해 온 A협동조합이 … 열었다»: the district is where, A is who."""
    bodies = bodies_in(scene, (after, sentence.end))
    return any(
        re.match(r"(?:\([^()\n]{1,40}\))?(?:은|는|이|가)\s", scene.text[end : end + 46]) for _, (_, end) in bodies
    )


def _together(scene: Scene, sentence: Sentence, start: int) -> list[tuple[str, SpanPair]]:
    """«A와 B(이하 센터), C는»: the bodies that are subject with the last of them, each joined to the next."""
    found: list[tuple[str, SpanPair]] = []
    for body in reversed(bodies_in(scene, (sentence.start, start))):
        if ATTRIBUTE.match(scene.text, body[1][1]) is not None:
            continue
        if not _joined(scene.text, body[1][1], found[0][1][0] if found else start):
            break
        found.insert(0, body)
    partner = PARTNER.search(scene.text, sentence.start, found[0][1][0] if found else start)
    if partner is not None:  # «도와 경기도사회적경제원은»
        before = [b for b in bodies_in(scene, (0, partner.start())) if _of_kind(b[0], partner["noun"])]
        found[:0] = [(before[-1][0], partner.span("noun"))] if before else []
    return found


PARTNER = Cued(r"(?:(?<=\s)|^)(?P<noun>시|군|구|도|조합|센터|재단|협의회|네트워크|법인|연대)(?:와|과)\s$")


def subject_before(scene: Scene, at: int) -> tuple[str, SpanPair] | None:
    """«A는 13일 … 치르고, B는 7월 4일 …»: the body that is subject of the clause a day stands in, where several are."""
    sentence = next(iter(scene.sentences_in(at, at + 1)), None)
    if sentence is None or len(TOPIC_PARTICLE.findall(scene.text, sentence.start, sentence.end + ASIDE)) < 2:
        return None
    subjects = [
        (name, span)
        for name, span in bodies_in(scene, (sentence.start, sentence.end))
        if TOPIC.match(scene.text, span[1])
    ]
    before = [s for s in subjects if s[1][1] <= at]
    return before[-1] if before and len(subjects) > 1 else None


TOPIC = re.compile(r"[’”'\"」』》]?(?:\([^()\n]{1,40}\))?(?:은|는)\s")
TOPIC_PARTICLE = re.compile(r"[은는]\s")
ASIDE = 48
"""Characters that may stand between a body and its particle."""


def _in_relative_clause(scene: Scene, sentence: Sentence, after: int) -> bool:
    """«A가 시에서 위탁받은 ‘B센터’가 … 개소식을 갖는다»: A is subject of the clause that describes B."""
    for _, (start, end) in bodies_in(scene, (after, sentence.end)):
        clause = scene.text[after:start]
        if len(clause) < 40 and DESCRIBES.search(clause) is not None:
            return SUBJECT.match(scene.text, end + (scene.text[end : end + 1] in CLOSING)) is not None
    return False


# «키워 낸 세탁 자활기업 ‘»: behind a verb that describes, and the words for what kind of body it is
DESCRIBES = re.compile(
    r"[가-힣](?:은|는|한|된|운|린|(?<=[어아여워와려] )[낸온])\s"
    r"(?:(?:[가-힣]{2,5}\s)?(?:자활|사회적|마을|예비사회적)기업\s)?[‘“「]?$"
)
ANAPHOR = re.compile(
    r"(?<![가-힣])(?P<noun>조합|생협|사협|센터|재단|협회|협의회|네트워크|회사|법인|연합회|공사|"
    r"진흥원|연대|교육청|연석회의|시의회|도의회|군의회|구의회|의회|구|시|군|도)(?=(?:은|는|이|가)\s)"
)


SUBJECT_BEHIND = re.compile(r"[’”'\"』」]?(?:\([^()\n]{1,40}\))?(?:은|는|이|가)\s")


def _with_anaphors(scene: Scene, sentence: Sentence) -> list[tuple[str, SpanPair]]:
    """«조합은 1일 … 열었다»: a head noun as subject is the body of that kind named last before."""
    found = bodies_in(scene, (sentence.start, sentence.end))
    for match in ANAPHOR.finditer(scene.text, sentence.start, sentence.end):
        if any(a <= match.start() < b for _, (a, b) in found):
            continue
        before = [b for b in bodies_in(scene, (0, match.start())) if _of_kind(b[0], match["noun"])]
        own = _own_town(scene, match["noun"]) if not before else None
        before = [b for b in before if SUBJECT_BEHIND.match(scene.text, b[1][1])] or before
        if before or own:
            ours = scene.text[max(0, match.start() - 3) : match.start()].strip() in ("우리", "저희")
            # «우리 조합이 엽니다» of an interview
            found.append((own or before[0 if ours else -1][0], match.span("noun")))
    for match in INTRODUCED.finditer(scene.text, 0, sentence.start):
        for again in re.finditer(rf"(?<![가-힣]){match['short']}(?=(?:은|는|이|가)\s)", sentence.words(scene.text)):
            span = (sentence.start + again.start(), sentence.start + again.end())
            if not any(a < span[1] and span[0] < b for _, (a, b) in found):
                found.append((match["name"], span))
    return sorted(found, key=lambda f: f[1])


def _own_town(scene: Scene, noun: str) -> str | None:
    """«구는 ‘만남의 날’을 마련한다» where no town was subject before: the town that a text is of."""
    town = scene.region.sigungu if scene.region is not None and noun in ("시", "군", "구") else None
    return town if town and town.endswith(noun) else None


def _of_kind(name: str, noun: str) -> bool:
    if noun == "조합" and any(word in name for word in ("협동조합", "생협", "사협")):
        return True
    if noun in ("생협", "사협"):
        return "생활협동조합" in name or "생협" in name or "사협" in name or "사회적협동조합" in name
    return (noun in ("회사", "법인") and not is_public(name)) or name.endswith(noun)


_PUBLIC = ("시", "군", "구", "도", "부", "청", "처")


def is_public(name: str) -> bool:
    """A government or ministry: it announces much, but is no owner to name an event after."""
    return name.endswith(_PUBLIC)


def _joined(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return re.fullmatch(r"(?:\([^()]*\))?(?:와|과|,|·|및|\s)+(?:[가-힣]{2,8}\s){0,2}", between) is not None


def is_government(name: str) -> bool:
    return regions.short_sido(name) is not None or any(
        p.kind in ("sigungu", "sido") and p.span == (0, len(name)) for p in regions.find_places(name)
    )


def full_name(name: str, scene: Scene) -> str:
    """경남도 → 경상남도 (as valid on the day); other names as they are."""
    short = regions.short_sido(name) if name.endswith(("도", "시")) else None
    return regions.sido_name(short, scene.published) if short else name
