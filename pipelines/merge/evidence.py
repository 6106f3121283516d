"""What a release cannot change: its days, figures, quoted words, names, places, its round and year.

`Evidence` is read from title and text alone, so that it also serves where the extractors found
nothing; `enriched` adds what they did find. Everything in it is a set of plain values that two
texts either share or do not; nothing here decides anything (`compare` does).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

from pipelines.korean import regions
from pipelines.merge.clean import clean, sentences
from pipelines.merge.days import Mention, live, mentions
from pipelines.merge.figures import clocks, figures
from pipelines.merge.state import keeps_hours, state_of
from store.records import Event, Findings

QUOTED = re.compile(r"([‘'「『<《“\"])([^‘’'「」『』<>《》“”\"\n]{2,60})[’'」』>》”\"]")
TITLE_LIKE = re.compile(
    r"(?:대회|축제|한마당|장터|박람회|포럼|교육|학교|아카데미|설명회|공모전?|총회|강좌|캠페인|[장식제회전])$"
)
TOWN = re.compile(r"(?<![가-힣])([가-힣]{1,3}[시군구읍면])(?![가-힣])")
_NO_TOWN = """
다시 역시 즉시 동시 잠시 임시 일시 수시 상시 항시 필요시 도시 전시 친구 연구 도구 요구 촉구 기구 가구 출구 입구 농구
축구 야구 방면 화면 전면 측면 라면 반면 표면 장면 국면 수면 지면 서면 대면 공군 해군 육군 장군
"""
NO_TOWN = frozenset(_NO_TOWN.split())
TOWN_IN_TEXT = re.compile(r"(?<![가-힣])([가-힣]{1,3}[시군구읍면])(?=[^가-힣]|[은는이가에의와과도를을로청민내]|$)")
ROUND = re.compile(
    r"제?\s?(\d{1,3})\s?(회차|차시|차|회|기수|기)(?!\s?(?:산업|전|이상|씩|계|업|관|본|술|간|부|증|까지 상담))"
)
ORDERED = re.compile(r"제\s?(\d{1,4})\s?([가-힣])")
YEAR = re.compile(r"(?<!\d)(20\d\d)\s?(?=년|\s|[가-힣])")
MONTH = re.compile(r"(?<!\d)(\d{1,2}월)(?!\s?\d)")
SEASON = re.compile(r"(?:(?<![가-힣])(봄|여름|가을|겨울)(?:철|맞이)?(?![가-힣]{0,1}[에은는이을])|([상하]반기))")
NAME = re.compile(
    r"[가-힣A-Za-z0-9㈜·]{1,24}(?:센터|조합|공사|공단|재단|협의회|연합회|연구원|연구소|진흥원|위원회|네트워크|대학교|대학|"
    r"공원|광장|시장|회관|강당|도서관|문화원|체육관|컨벤션홀|컨벤션센터|극장|학교|교육장|학습관|창고|마루|박물관|복지관|은행|생협|사협|법인|기업|회사)"
)
NAME_LIMIT = 400
DAY_WORD = re.compile(r"\d{1,4}[일월년시]")
HANGUL_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,20}")
PARTICLE = re.compile(
    r"(?:으로부터|에서부터|에게서|으로써|이라고|에서는|에서도|이라는|까지는|부터는|으로는|에게는|"
    r"에서|에게|으로|까지|부터|이라|라고|라는|처럼|보다|마다|이나|에는|에도|"
    r"은|는|이|가|을|를|의|에|와|과|로|도|만|서|나)$"
)
_GENERIC = """
사회적경제 사회적기업 협동조합 사회적협동조합 마을기업 자활기업 소셜벤처 지역 주민 시민 기업 단체 행사
참여 지원 사업 운영 개최 모집 신청 올해 지난해 내년 오전 오후 이번 관내 관계자 대표 설명했다
말했다 밝혔다 전했다 있다 없다 한다 된다 위해 통해 대한 함께 모두 다양한 관련 센터 조합 제공 진행
계획 예정 예정이다 열린다 연다 개최한다 운영한다 한편 그리고 이어 누구나 가운데 안내 공고 알림 소식
참여자 참가자 수강생 교육생 성과 경제활동 사람 이윤 여기 든다 자리
"""
GENERIC = frozenset(_GENERIC.split())
"""Words that every text of the field has: they tell no two texts apart."""


@dataclass(frozen=True)
class Evidence:
    """The facts of one text, ready to be compared."""

    id: str
    title: str
    published_at: datetime | None
    days: tuple[Mention, ...] = ()
    figures: frozenset[float] = frozenset()
    clocks: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()  # short quoted phrases and event titles, folded
    sayings: frozenset[str] = frozenset()  # long quoted sentences, folded
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()  # 시도/시군구 named in title, lead or quoted titles
    towns: frozenset[str] = frozenset()  # words of the headline in the form of a district, in a gazetteer or not
    towns_told: frozenset[str] = frozenset()  # the same of the whole text
    rounds: frozenset[str] = frozenset()  # «2차», «8회»
    years: frozenset[int] = frozenset()  # of an edition: in the title or in a quoted title
    seasons: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()  # «3월» of a monthly edition, in the title or a quoted title
    words: frozenset[str] = frozenset()
    title_words: frozenset[str] = frozenset()
    state: str | None = None  # ahead, moved, cancelled, report
    keeps_hours: bool = False  # a change of day that says the hours stay
    length: int = 0
    events: tuple[Event, ...] = field(default=())

    @property
    def published(self) -> date | None:
        """The Korean day of publication."""
        return korean_day(self.published_at)

    def is_bare(self) -> bool:
        """Whether the body states nothing that could tell it from another: no day, figure, name or quotation."""
        return not (self.days or self.figures or self.names or self.titles or self.sayings)

    def event_days(self) -> frozenset[date]:
        """Every day the text may place its news on, announcements' own days left out."""
        return frozenset(day for m in self.days if not m.said for day in m.options)

    def certain_days(self) -> frozenset[date]:
        """Those of them that leave no doubt."""
        return frozenset(m.day for m in self.days if m.day and not m.said)


def korean_day(moment: datetime | None) -> date | None:
    """The day a moment has in Seoul; a zone-less one is Korean already."""
    if moment is None:
        return None
    from datetime import timedelta, timezone

    return (moment.astimezone(timezone(timedelta(hours=9))) if moment.tzinfo else moment).date()


def evidence(
    id_: str, title: str, text: str, published_at: datetime | None, findings: Findings | None = None
) -> Evidence:
    """Read one text. Never raises on odd texts; a long one is read to `NAME_LIMIT` names and figures."""
    own = clean(text)[:20_000]
    published = korean_day(published_at)
    found = live(mentions(f"{title}\n{own}", published), published)
    short, spoken = quotations(f"{title}\n{own}")
    lead = "\n".join([title, *sentences(own)[:2], *short])
    titled = "\n".join([title, *short])
    read = Evidence(
        id=id_,
        title=title,
        published_at=published_at,
        days=tuple(found),
        figures=figures(own),
        clocks=clocks(own),
        titles=frozenset(filter(None, map(folded_title, short))),
        sayings=frozenset(fold(q) for q in spoken if len(q) > 12),
        names=frozenset(n for n in map(_name, NAME.findall(f"{title}\n{own}")[:NAME_LIMIT]) if n not in GENERIC),
        places=places(lead),
        towns=frozenset(TOWN.findall(title)) - NO_TOWN,
        towns_told=frozenset(TOWN_IN_TEXT.findall(f"{title}\n{own}")) - NO_TOWN,
        rounds=rounds(titled + "\n" + "\n".join(sentences(own)[:3])),
        years=frozenset(int(y) for y in YEAR.findall(titled)),
        seasons=frozenset(a or b for a, b in SEASON.findall(titled)),
        months=frozenset(MONTH.findall(titled)),
        words=content_words(f"{title}\n{own}"),
        title_words=topic_words(title),
        state=state_of(title, own, found, published),
        keeps_hours=keeps_hours(own),
        length=len(own),
    )
    return enriched(read, findings) if findings is not None else read


def enriched(read: Evidence, findings: Findings) -> Evidence:
    """The same with what the extractors found: event titles and days, organisations' names."""
    events = tuple(e for e in findings.events if e.role == "main")
    titles = read.titles | {t for e in events if (t := folded_title(e.title))}
    names = read.names | {fold(o.name) for o in findings.organisations}
    return replace(read, titles=frozenset(titles), names=frozenset(names), events=events)


def rounds(text: str) -> frozenset[str]:
    """Numbered editions: 제8차 → 8차, 3회차 → 3회; 제1햇빛발전소 → 1햇."""
    found = {f"{int(n)}{unit[0]}" for n, unit in ROUND.findall(text)}
    found |= {f"{int(n)}{unit}" for n, unit in ORDERED.findall(text) if unit not in "조항호대"}
    return frozenset(found)


def places(text: str) -> frozenset[str]:
    """시군구 (where there is none: 시도) named in a text, each as «시도 시군구», all readings."""
    found = regions.find_places(text)
    districts = {f"{sido} {name}" for p in found if p.kind == "sigungu" for sido, name in p.options if name}
    return frozenset(districts or {sido for p in found if p.kind == "sido" for sido, _ in p.options})


def quotations(text: str) -> tuple[list[str], list[str]]:
    """Quoted titles and spoken words. Speech stands in double quotes and in sentences, titles in single ones."""
    titles: list[str] = []
    spoken: list[str] = []
    for mark, quoted in QUOTED.findall(text):
        bare = quoted.strip()
        is_sentence = len(bare) > 30 or bare.endswith(("다", "다.", "요", "요.", "까", "까?", "자"))
        is_speech = mark in '“"' and not TITLE_LIKE.search(bare)
        (spoken if is_sentence or is_speech else titles).append(bare)
    return titles, spoken


def content_words(text: str) -> frozenset[str]:
    """Words without their particles, those that every text of the field has left out."""
    bare = (PARTICLE.sub("", w) if len(w) > 2 else w for w in HANGUL_WORD.findall(text))
    return frozenset(w for w in bare if len(w) > 1 and w not in GENERIC and not w.isdigit())


def topic_words(title: str) -> frozenset[str]:
    """Words of a headline that say what it is about: without its days and its places."""
    spans = tuple(p.span for p in regions.find_places(title))
    spans += tuple(m.span() for m in TOWN.finditer(title))
    about = "".join(" " if any(s <= i < e for s, e in spans) else c for i, c in enumerate(title))
    return frozenset(w for w in content_words(about) if not DAY_WORD.match(w))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Letters and digits only, lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def folded_title(text: str) -> str:
    """A title without year, round and quotes; empty where nothing of its own is left."""
    bare = re.sub(r"20\d\d\s?년?도?|제?\s?\d{1,3}\s?(?:회차|회|차|기)", "", text)
    folded = fold(bare)
    return "" if len(folded) < 3 or folded in GENERIC else folded


def _name(raw: str) -> str:
    return fold(raw.replace("㈜", ""))
