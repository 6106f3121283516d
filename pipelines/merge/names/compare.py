"""Two names with their contexts: one body or two?

Theory of operation. A name is taken apart (legal form, region, body, ending, unit; pipelines.korean.names) and
the parts are weighed, never the letters: Jaro-Winkler at 0.9 merges 행복나눔협동조합 with 행복나눔사회적협동조합
and misses (사)-prefixes. The steps, first answer wins:

1. nothing to compare (empty, only a form): no;
2. what a context *says*: «GSEF의 바뀐 이름», «…의 약칭», «이하 진흥원» → yes; «부설», «별도 기관», «행사» → no;
3. known other names of a body (data/known_names.txt), ministries and their short names → yes;
4. what keeps bodies apart: another region, another legal person (협동조합 ≠ 사회적협동조합), a unit, a
   preparatory committee, a wider level (광역 ≠ 지역) → no;
5. the same body once spelling, spacing, glyphs, short words, national and regional prefixes are alike → yes;
6. one name inside the other: a dropped form or head → yes; anything that was *added* (의원, 대학교, 2018) → no;
7. syllable abbreviations (중진공, 한기협) → yes; else no.

Tried and dropped: edit distance (안산/안성 are one letter apart), token-set ratio (공제사업단 contains its parent).
A missed pair is better than a false one: whatever is left over is «no», with a score that says how near it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipelines.korean.legal_forms import GENERIC
from pipelines.korean.names import is_region_stem, squeeze
from pipelines.korean.regions import find_places
from pipelines.korean.spelling import respell
from pipelines.merge.names.abbreviations import initials, subsequence, syllables, syllables_behind_prefix
from pipelines.merge.names.normalise import Shape, known, shape


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` in [0, 1] is how likely one body is meant; `sure_different` marks a reason that keeps apart."""

    same: bool
    score: float
    reasons: tuple[str, ...]
    sure_different: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    a: Shape
    b: Shape
    context_a: str
    context_b: str
    sidos_a: frozenset[str]
    sidos_b: frozenset[str]

    @property
    def contexts(self) -> str:
        return f"{self.context_a} | {self.context_b}"


Step = Callable[[Pair], Comparison | None]


def compare(name_a: str, context_a: str, name_b: str, context_b: str) -> Comparison:
    """Whether the two names mean one continuing body, with a score and the reasons; symmetric."""
    if (name_b, context_b) < (name_a, context_a):
        name_a, context_a, name_b, context_b = name_b, context_b, name_a, context_a
    return compare_shapes(shape(name_a), context_a, shape(name_b), context_b)


def compare_shapes(a: Shape, context_a: str, b: Shape, context_b: str) -> Comparison:
    """The same for names whose shapes are at hand; the caller keeps to one order of the two."""
    pair = Pair(a, b, context_a, context_b, _sidos(a, context_a), _sidos(b, context_b))
    for step in _STEPS:
        if (answer := step(pair)) is not None:
            return answer
    return Comparison(False, 0.1, ("names differ",))


def _yes(score: float, *reasons: str) -> Comparison:
    return Comparison(True, score, reasons)


def _no(score: float, *reasons: str) -> Comparison:
    return Comparison(False, score, reasons, sure_different=score <= 0.1)


def _sidos(s: Shape, context: str) -> frozenset[str]:
    """The 시도 a body may lie in: by its name; a bare 광주 or a 중구 needs the context's word."""
    said = _context_sidos(context)
    if s.parts.sido and not (s.parts.sido == "광주" and said and "광주" not in said):
        return frozenset((s.parts.sido,))
    return said


@lru_cache(maxsize=8192)
def _context_districts(context: str) -> frozenset[str]:
    return frozenset(name for p in find_places(context) if p.kind == "sigungu" for _, name in p.options if name)


@lru_cache(maxsize=8192)
def _context_sidos(context: str) -> frozenset[str]:
    """The 시도 a context speaks of: what all its places have in common («경기 광주시»), else all of them."""
    options = [{sido for sido, _ in place.options} for place in find_places(context)]
    if not options:
        return frozenset()
    common = set.intersection(*options)
    return frozenset(common or set.union(*options))


# --- the steps ---------------------------------------------------------------------------------

_RENAMED = re.compile(
    "바뀐|바꿈|바꾼|개칭|이전 명칭|옛 이름|옛 명칭|이전 이름|새 이름|승격|전환|변경|이름을 바|후신|전신|개편|"
    "고친|고쳐|새로 부|덧붙여|로 이름|준말|새 명칭|새 간판|종전 이름|종전 명칭|구 명칭|현 명칭|현재 명칭|지금 이름|"
    "명칭을"
)
_SHORTENED = re.compile("약칭|줄임말|줄여|이하|영문|원어|불어|영어 이름|애칭|별칭|브랜드명")
_APART = re.compile("부설|별도|산하|위탁|담당 부서|세운 의원|폐지 뒤|다른 기관|계열사|자회사")
_THING = re.compile("행사|장터|축제|박람회|앱(?![가-힣])|제품|상표|미술관|매장 이름|온라인몰|플랫폼|서비스명|프로그램")


def _nothing(p: Pair) -> Comparison | None:
    if not p.a.whole or not p.b.whole:
        return _no(0.0, "no proper name")
    bare = [_TAILS.sub("", respell(squeeze(s.parts.written))) for s in (p.a, p.b)]
    if not all(bare) and not _this_article(p):
        return _no(0.15, "only a legal form or a common noun")
    return None


_TAILS = re.compile(
    r"^(?:사협|협동조합|생협|센터|재단|네트워크|넷|협의회|연합|협회|조합|진흥원|주식회사|마을기업|사회적기업)$"
)


def _this_article(p: Pair) -> bool:
    short, long = sorted((p.a.whole, p.b.whole), key=len)
    return len(short) < len(long) and long.endswith(short) and "이하" in p.contexts


def _stated(p: Pair) -> Comparison | None:
    """One context names the other body and says how they belong together."""
    for context, other in ((p.context_b, p.a), (p.context_a, p.b)):
        said = respell(squeeze(context))
        names = other.whole in said or (len(other.body) >= 4 and other.body in said)
        if names and _RENAMED.search(context):
            return _yes(0.95, "renamed, says the context")
        if names and _SHORTENED.search(context) and not _THING.search(context):
            return _yes(0.95, "short form, says the context")
    if _this_article(p):
        return _yes(0.9, "introduced as a short form")
    if p.a.whole != p.b.whole and (_THING.search(p.context_a) is None) != (_THING.search(p.context_b) is None):
        inner, outer = sorted((p.a.whole, p.b.whole), key=len)
        if outer.startswith(inner) or inner.startswith(outer[:2]):
            return _no(0.05, "a body and its event, place or product")
    return None


def _known(p: Pair) -> Comparison | None:
    numbers = [{known().get(squeeze(n)) for n in (s.parts.written, s.whole, *s.aliases)} - {None} for s in (p.a, p.b)]
    if p.a.whole != p.b.whole and numbers[0] & numbers[1]:
        return _yes(0.95, "known under both names")
    carried = [{respell(squeeze(alias)) for alias in s.aliases} for s in (p.a, p.b)]
    if p.b.whole in carried[0] or p.a.whole in carried[1]:
        return _yes(0.9, "the name carries the other in brackets")
    return None


def _homonyms(p: Pair) -> Comparison | None:
    """Acronyms and words of two letters stand for many things: equal letters are not enough."""
    if p.a.body != p.b.body and p.a.whole != p.b.whole:
        return None
    short = re.fullmatch(r"[a-z0-9]{1,5}", p.a.whole) is not None
    another_form = p.a.parts.form != p.b.parts.form
    if short or (another_form and (p.a.weak or p.b.weak)):
        shared = _words(p.context_a) & _words(p.context_b)
        if not shared and (p.context_a or p.context_b):
            return _no(0.3, "the same letters, nothing in common")
    return None


def _words(context: str) -> frozenset[str]:
    return frozenset(w[:2] for w in re.findall(r"[가-힣A-Za-z]{2,}", context))


def _region(p: Pair) -> Comparison | None:
    a, b = p.a.parts, p.b.parts
    explicit = (a.sido or a.district) and (b.sido or b.district)
    if a.district and b.district and a.district != b.district:
        return _no(0.05, f"another region: {a.district} / {b.district}")
    if p.sidos_a and p.sidos_b and not p.sidos_a & p.sidos_b and not (p.a.national and p.b.national):
        return _no(0.05, f"another region: {'·'.join(sorted(p.sidos_a))} / {'·'.join(sorted(p.sidos_b))}")
    one_sided = bool(a.district) != bool(b.district)
    if one_sided and explicit and _same_words(p):
        return _no(0.08, "a wider and a narrower level")
    return None


def _same_words(p: Pair) -> bool:
    plain = [re.sub("광역|지역", "", s.body) for s in (p.a, p.b)]
    return plain[0] == plain[1] or p.a.body.endswith(p.b.body) or p.b.body.endswith(p.a.body)


_FORM_GROUPS = {"company": "company", "agri_company": "company", "consumer_coop": "consumer", "coop": "coop",
                "social_coop": "social", "limited": "limited", "llc": "llc", "association": "association",
                "foundation": "foundation", "agri_coop": "agri", "welfare": "welfare"}  # fmt: skip


def _form(p: Pair) -> Comparison | None:
    """Another legal person: 협동조합 and 사회적협동조합, ㈜ and (사). A conversion keeps the body (생협 → 사협)."""
    a, b = (_FORM_GROUPS.get(s.parts.form or "") for s in (p.a, p.b))
    if p.a.parts.preparatory != p.b.parts.preparatory:
        return _no(0.05, "a preparatory committee is not the later body")
    if a and b and a != b:
        medical = {a, b} == {"consumer", "social"} and "의료" in p.a.body and "의료" in p.b.body
        if medical and _stem(p.a) == _stem(p.b) and p.a.parts.region == p.b.parts.region:
            return _yes(0.85, "converted from a consumer to a social co-operative")
        if _RENAMED.search(p.contexts) and _stem(p.a) == _stem(p.b):
            return _yes(0.85, "converted, says the context")
        return _no(0.05, f"another legal form: {p.a.parts.form} / {p.b.parts.form}")
    return None


_KINDS = re.compile(r"(?:의료사협|의료생협|사협|생협|협동조합|조합|영농조합법인|농업회사법인|주식회사)$")


def _stem(s: Shape) -> str:
    return _KINDS.sub("", s.body)


def _unit(p: Pair) -> Comparison | None:
    a, b = p.a.parts.unit, p.b.parts.unit
    if (a or b) and a != b:
        return _no(0.05, f"a unit and its parent or another unit: {a or b}")
    return None


def _equal(p: Pair) -> Comparison | None:
    if p.a.whole == p.b.whole:
        here, there = _context_districts(p.context_a), _context_districts(p.context_b)
        if (p.a.parts.form is None) != (p.b.parts.form is None) and here and there and not here & there:
            return _no(0.3, "no form on one side, and another district")
        return _yes(0.97, "one name in another spelling")
    if p.a.body == p.b.body and p.a.body:
        return _equal_body(p)
    if _turned(p.a.whole, p.b.whole):
        return _yes(0.9, "the same parts in another order")
    return None


_ONLY_BRAND = re.compile("(?:아이쿱|한살림|두레|행복중심)(?:생협|연합)?")
_BRAND = re.compile("아이쿱|한살림|두레|행복중심")


def _turned(a: str, b: str) -> bool:
    """«원주한살림», «한살림원주»; «의료협동조합 함께», «함께의료협동조합»: two parts, one a region or a kind; or a
    brand at another place («아이쿱 서울생협», «서울아이쿱생협»)."""
    brands = [_BRAND.findall(a), _BRAND.findall(b)]
    if brands[0] and brands[0] == brands[1] and _BRAND.sub("", a) == _BRAND.sub("", b):
        return True
    if len(a) != len(b) or sorted(a) != sorted(b) or len(a) > 60:
        return False
    for k in range(2, len(a) - 1):
        if a[k:] + a[:k] == b:
            return any(is_region_stem(part) or _KINDS.search(part) is not None for part in (a[:k], a[k:]))
    return False


def _equal_body(p: Pair) -> Comparison | None:
    """The same words; regions and national prefixes differ in whether they are written."""
    ra, rb = p.a.parts, p.b.parts
    if p.a.national != p.b.national:
        return _yes(0.85, "national prefix dropped") if not (ra.region or rb.region) else None
    if ra.region and rb.region:
        return _yes(0.93, "region written another way")
    brand = re.search(r"(?:생협|한살림|연합)$", p.a.body) is not None
    if brand:
        return _no(0.08, "a brand or federation and its member")
    named, bare = (p.a, p.b) if ra.region else (p.b, p.a)
    said = p.sidos_b if bare is p.b else p.sidos_a
    specific = len(GENERIC.sub("", _KINDS.sub("", bare.body))) >= 2 and not bare.weak
    if (said and named.parts.sido in said) or (said & (p.sidos_a & p.sidos_b)):
        return _yes(0.85, "region prefix dropped, the context names it")
    if specific and not re.fullmatch(r"(?:센터|자활센터|사경센터|마을만들기센터|공동체센터|협의회)", bare.body):
        return _yes(0.8, "region prefix dropped from a name of its own")
    return _no(0.4, "the region is missing on one side")


_HEADS = frozenset(["센터", "공방", "재단", "네트워크", "넷", "연구소", "법인", "단체"])
_FORM_TAILS = frozenset(
    [
        "협동조합",
        "사협",
        "생협",
        "조합",
        "주식회사",
        "유한회사",
        "영농조합법인",
        "농업회사법인",
        "사회적기업",
        "마을기업",
        "의료사협",
    ]
)


def _inside(p: Pair) -> Comparison | None:
    short, long = sorted((p.a, p.b), key=lambda s: len(s.whole))
    if long.whole.startswith(short.whole):
        return _added_behind(p, short, long.whole[len(short.whole) :])
    if long.body.startswith(short.body) and len(short.body) > 2 and short.parts.region == long.parts.region:
        return _added_behind(p, short, long.body[len(short.body) :])
    if long.whole.endswith(short.whole):
        return _added_in_front(short, long)
    return None


def _added_behind(p: Pair, short: Shape, rest: str) -> Comparison:
    if rest in _FORM_TAILS:
        alone = len(short.whole) <= 2 and not _words(p.context_a) & _words(p.context_b)
        return _no(0.3, "two letters alone") if alone else _yes(0.85, "legal form dropped")
    if rest == "연합" and re.search("전국|4대|브랜드|연합", p.contexts):
        return _yes(0.82, "a federation called by its brand")
    context = p.context_a if short is p.a else p.context_b
    if rest in _HEADS and not _THING.search(context) and (len(short.whole) > 2 or _ORGANISED.search(context)):
        return _yes(0.78, f"head noun dropped: {rest}")
    own = len(GENERIC.sub("", short.body)) >= 2 and len(short.whole) >= 3
    shared = _words(p.context_a) & _words(p.context_b) or p.sidos_a & p.sidos_b
    if (
        own
        and shared
        and not _THING.search(context)
        and not _APART.search(p.contexts)
        and _FIELD_AND_FORM.fullmatch(rest)
    ):
        return _yes(0.76, f"what it does and its form dropped: {rest}")
    return _no(0.07, f"the longer name is another body: …{rest}")


_FIELD_AND_FORM = re.compile(  # «달구벌» of «달구벌햇빛발전협동조합», «커먼즈필드» of «커먼즈필드협회»
    rf"(?:{GENERIC.pattern}|주택|햇빛)*(?:협동조합|사협|생협|의료사협|영농조합법인)|협회|학회|진흥원|연구원"
)
_GROUP = re.compile("sk|lg|kb|kt|gs|cj|ls|삼성|현대|롯데|한화|신한|포스코|두산|교보")
_ORGANISED = re.compile("사회적기업|예비사회적기업|마을기업|협동조합|사회적경제|단체|재단|조합|기업")


def _added_in_front(short: Shape, long: Shape) -> Comparison | None:
    last = long.parts.written.split()[-1]
    if short.weak or len(short.whole) < 3:
        return None
    front = long.whole[: -len(short.whole)]
    if _GROUP.fullmatch(front):
        return _yes(0.8, "name of the group dropped")
    if respell(squeeze(last)) == short.whole and len(GENERIC.sub("", short.whole)) >= 2:
        return _yes(0.82, "called by the last word of its name")
    return None


def _abbreviated(p: Pair) -> Comparison | None:
    short, long = sorted((p.a, p.b), key=lambda s: len(s.whole))
    if short.parts.region and short.parts.region == long.parts.region:
        core_short, core_long = _stem(short), _stem(long)
        coop = all(re.search(r"(?:사협|협동조합|생협|조합)$", s.body) for s in (short, long))
        if coop and len(core_short) >= 2 and core_short in core_long:
            return _yes(0.8, "shortened, same region and kind")
    if _renamed_alike(p, short, long):
        return _yes(0.85, "renamed, says the context")
    if initials(p.a, p.b, bool(_words(p.context_a) & _words(p.context_b))):
        return _yes(0.85, "initials of the longer name")
    if syllables_behind_prefix(short, long, p.context_a if short is p.a else p.context_b):
        return _yes(0.78, "syllables of the longer name, which the context tells")
    if (
        re.fullmatch(r"[가-힣]{3,4}", short.whole)
        and len(long.whole) >= 2 * len(short.whole) - 1
        and syllables(short, long)
    ):
        return _yes(0.8, "syllables of the longer name")
    return None


def _renamed_alike(p: Pair, short: Shape, long: Shape) -> bool:
    """A context speaks of a new name, and the two share most of their letters or a word of their own."""
    if not _RENAMED.search(p.contexts) or _APART.search(p.contexts) or _ONLY_BRAND.fullmatch(short.whole):
        return False
    return subsequence(short.whole, long.whole) and len(short.whole) * 2 >= len(long.whole)


_STEPS: tuple[Step, ...] = (_nothing, _stated, _known, _homonyms, _region, _form, _unit, _equal, _inside, _abbreviated)
