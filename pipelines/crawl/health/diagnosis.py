"""From what a round saw to what is the matter, and what to do. Pure: signs and the usual in, one diagnosis out.

Theory of operation. A source is compared with itself: a board that always had four posts is not «truncated», a paper
that is silent on 추석 is not «stale». Every ailment is one function; the first that finds something wins, so they stand
from the outside in: was the list reached? is it still the same list? is it whole? do its articles read? do they say
what they used to say? Articles are few in a round (often one), and a single odd one is news, not an ailment: that is
why known articles are read again beside them, and why most ailments of articles ask for two witnesses.

Dropped after trying it on made months of healthy sources: bounds on the count of new articles a day (weekends, local
elections and the last day of a budget year broke them weekly), bodies shorter than usual without a known article beside
them (photo news come in bursts), and the mean instead of the median of answer times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipelines.crawl.health.signs import ArticleSigns, ListSigns, Signs, place
from pipelines.crawl.health.usual import Usual, UsualList
from store.counted import counted

SLOW_SECONDS = 5.0
MOST = 0.5
"""From this share on, something is true of a list or of the articles of a round."""
SURPRISE = 0.001
"""A silence less likely than this, by the source's own rhythm, is none of its habits."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is the matter with a source. `bad` is an address that shows it, `good` one that read well before."""

    code: str
    sentence: str = ""
    bad: str = ""
    good: str = ""

    @property
    def fine(self) -> bool:
        return self.code in FINE

    @property
    def severe(self) -> bool:
        """The round was of no use; else the source still gives something."""
        return self.code in SEVERE

    @property
    def next_step(self) -> str:
        return NEXT_STEPS.get(self.code, "")


FINE = frozenset({"well", "quiet", "holiday"})
NEXT_STEPS = {
    "dns": "Is the outlet still there? Look for its new address; else set enabled = false in its entry.",
    "unreachable": "Nothing to do for a day: it is tried again at growing distances. Later, look for a new address.",
    "tls": 'Open it in a browser. An old server needs oddities.tls = "old", a broken certificate "unverified".',
    "busy": "It asked us to wait, and we do. If it goes on, raise pace_seconds in its entry.",
    "server_error": "The outlet's own fault; it is tried again. Write to the outlet if it lasts for days.",
    "error_page": "It answers with an error or maintenance page as if all were well; it is tried again.",
    "robots": "The outlet asks not to be read. Keep to it: set enabled = false, or ask the outlet.",
    "closed": "It now wants a login. Ask the outlet for a public list or a feed, or set enabled = false.",
    "blocked": "It turns us away. Raise pace_seconds, check DURE_CONTACT, and ask the outlet.",
    "moved": "Run `dure add` with the new address and replace its lists and home in the catalogue.",
    "redesigned": "Compare both pages (`dure archive show`), then `dure sources try ID`; add selectors or a family.",
    "not_a_list": "The address gives something that is no list. Find the list or feed with `dure add`.",
    "empty": "The list shows no articles. Open it in a browser; find another list with `dure add` if it stays so.",
    "truncated": "The list shows far fewer articles than usual. Open it in a browser; some may be missed meanwhile.",
    "encoding": "Its letters do not decode. Compare both pages; a wrong charset of the server mends itself often.",
    "dates": "Its dates are missing or wrong. Compare both pages; set a published_at selector if the skin changed.",
    "short": "Its articles lost most of their text (a paywall, or another skin). Compare both pages.",
    "duplicated": "Different addresses give the same text (a notice, a consent page). Open one in a browser.",
    "stale": "It usually has news by now. Open its list in a browser: it may be frozen, or publish elsewhere.",
    "slow": "It answers slowly but fully. Nothing to do unless it lasts.",
}  # fmt: skip
"""What an operator does next; a test holds these to the ailments below."""

_OF_OUTCOME = {
    "error/dns": "dns", "error/tls": "tls", "error/robots": "robots", "error/robots_unreachable": "unreachable",
    "error/timeout": "unreachable", "error/connect": "unreachable", "error/incomplete": "unreachable",
    "error/protocol": "unreachable", "error/asked_to_wait": "busy", "error/redirects": "moved",
    "error/private_address": "dns", "error/too_large": "not_a_list", "error/content_type": "not_a_list",
    "error/bad_encoding": "unreachable", "error/bad_address": "not_a_list",
    "refused/closed": "closed", "refused/secret": "closed", "refused/form": "closed", "refused/gone": "moved",
    "refused/redirect": "moved", "refused/front": "moved", "refused/server_error": "server_error",
    "refused/engine_error": "error_page", "refused/empty": "error_page", "refused/truncated": "unreachable",
    "refused/feed_off": "not_a_list", "refused/not_a_page": "not_a_list", "refused/search": "not_a_list",
    "refused/layout_changed": "redesigned", "refused/unreadable": "redesigned", "article": "redesigned",
    "listing": "redesigned", "feed": "redesigned",
}  # fmt: skip
"""An answer that was not what was asked for → the ailment it points at."""

SEVERE = frozenset(NEXT_STEPS) - {"moved", "truncated", "dates", "stale", "slow", "short"}

Ailment = Callable[[Signs, Usual], Iterator[Diagnosis]]


def diagnose(signs: Signs, usual: Usual, holiday: str = "") -> Diagnosis:
    """What is the matter; «well», «quiet» or «holiday» where nothing is. `holiday`: the name of a day off, if any."""
    for ailment in AILMENTS:
        for found in ailment(signs, usual):
            return found
    if any(one.fresh for one in signs.lists):
        return Diagnosis("well")
    return Diagnosis("holiday", f"nothing new on a day off ({holiday})") if holiday else Diagnosis("quiet")


# --- was the list reached? ----------------------------------------------------------------


def unreached(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """No list could be read: the first one says why."""
    if not signs.lists or any(one.read for one in signs.lists):
        return
    one = signs.lists[0]
    code = _code(one.outcome, one.status)
    if one.at and code not in ("closed", "blocked") and _elsewhere(one, usual):
        code = "moved"
    yield Diagnosis(code, f"{_words(one.outcome, one.status)}{_told(one.detail)}", one.url, usual.good)


def _code(outcome: str, status: int) -> str:
    """The ailment behind an outcome; the status tells an error from an error page, and a wall from a block."""
    code = _OF_OUTCOME.get(outcome, "unreachable" if outcome.startswith("error/") else "redesigned")
    if status in (429, 503):
        return "busy" if status == 429 else "server_error"
    if code == "closed" and status == 403:
        return "blocked"
    if outcome in ("refused/gone", "refused/server_error") and 200 <= status < 300:
        return "error_page"
    return code


def _words(outcome: str, status: int) -> str:
    name = outcome.rpartition("/")[2].replace("_", " ")
    return f"its list answers «{name}»" + (f" (status {status})" if status >= 400 else "")


def _told(detail: str) -> str:
    return f": {detail}" if detail else ""


# --- is it still the same list? -----------------------------------------------------------


def moved(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """A list that answers at another address than before, whatever it shows there."""
    for one in signs.lists:
        if one.at and _elsewhere(one, usual):
            yield Diagnosis("moved", f"its list now answers at {one.at}", one.url, usual.good)


def _elsewhere(one: ListSigns, usual: Usual) -> bool:
    before = usual.lists.get(one.url)
    return before is not None and place(one.at) not in {place(at) for at in before.places}


def another_engine(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """The list is read by another family than before: the outlet has a new system."""
    for one, before in _pairs(signs, usual):
        if one.items and before.families and one.family not in before.families:
            was = ", ".join(sorted(before.families))
            say = f"its list was made by {was} and is now read as {one.family}"
            yield Diagnosis("redesigned", say, one.url, usual.good)


# --- is it whole? -------------------------------------------------------------------------


def garbled_list(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    for one, before in _pairs(signs, usual):
        if one.garbled >= MOST * one.items > 0 and before.garbled < MOST / 2:
            yield Diagnosis("encoding", f"{one.garbled} of {one.items} titles do not decode", one.url, usual.good)


def empty(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """All lists that could be read are without an article, and used to have some."""
    shown = [(one, before) for one, before in _pairs(signs, usual) if one.read and one.outcome != "not_modified"]
    if shown and not any(one.items for one, _ in shown) and any(before.items >= 2 for _, before in shown):
        usually = max(before.items for _, before in shown)
        yield Diagnosis("empty", f"its list shows no article, usually {usually:.0f}", shown[0][0].url, usual.good)


def repeated_titles(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    for one in signs.lists:
        if one.items >= 5 and one.titles * 3 <= one.items:
            say = f"{one.items} items of its list share {counted(one.titles, 'title')}"
            yield Diagnosis("duplicated", say, one.url, usual.good)


def list_dates(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """Dates that are gone, lie ahead, are all one day, or fell back by a year."""
    for one, before in _pairs(signs, usual):
        if one.items < 3 or before.dated < 0.8:
            continue
        if one.dated <= 0.3 * one.items:
            say = f"only {one.dated} of {one.items} items of its list are dated"
        elif one.ahead >= MOST * one.dated:
            say = f"{one.ahead} of {one.dated} dates of its list lie in the future"
        elif before.newest and one.newest and int(one.newest[:4]) < int(before.newest[:4]) - 1:
            say = f"the newest date of its list is {one.newest}, it was {before.newest}"
        elif one.items >= 8 and one.days == 1 and before.days >= 4:
            say = f"all {one.items} items of its list carry one day, {one.newest}"
        else:
            continue
        yield Diagnosis("dates", say, one.url, usual.good)


def truncated(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    for one, before in _pairs(signs, usual):
        if one.read and one.outcome != "not_modified" and before.items >= 6 and one.items < 0.4 * before.items:
            say = f"its list shows {counted(one.items, 'article')}, usually {before.items:.0f}"
            yield Diagnosis("truncated", say, one.url, usual.good)


def _pairs(signs: Signs, usual: Usual) -> Iterator[tuple[ListSigns, UsualList]]:
    if usual.known:
        yield from ((one, usual.lists[one.url]) for one in signs.lists if one.url in usual.lists)


# --- do its articles read? ----------------------------------------------------------------


def unread(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """No article of two or more, or only a minority of many: posts that are secret or deleted are few among others."""
    a = signs.articles
    if not (a.asked >= 2 and a.read == 0) and not (a.asked >= 4 and a.read < MOST * a.asked):
        return
    worst = max((name for name in a.outcomes if name != "article"), key=lambda name: a.outcomes[name])
    code = _code(worst, a.status)
    name = worst.rpartition("/")[2].replace("_", " ")
    say = f"{a.asked - a.read} of {a.asked} articles answer «{name}»{_told(a.detail)}"
    yield Diagnosis("redesigned" if code == "not_a_list" else code, say, a.bad, a.good or usual.good)


def garbled_articles(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    a = signs.articles
    if a.read >= 2 and a.garbled >= MOST * a.read:
        yield Diagnosis("encoding", f"{a.garbled} of {a.read} articles do not decode", a.bad or a.good, usual.good)


def alike(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    a = signs.articles
    if a.alike >= 2 and a.alike >= MOST * a.read and (a.alike >= 3 or _otherwise(a) == a.known > 0):
        say = f"{a.alike} of {a.read} articles have one and the same text"
        yield Diagnosis("duplicated", say, a.bad or a.good, usual.good)


# --- do they say what they used to say? ---------------------------------------------------

_OF_CHANGE = {
    "unread": ("redesigned", "do not read any more"),
    "garbled": ("encoding", "do not decode any more"),
    "short": ("short", "lost most of their text"),
    "undated": ("dates", "lost their date"),
    "retitled": ("redesigned", "read under another title"),
}


def known_changed(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """All the known articles that were read again read otherwise; one alone may have been edited."""
    a = signs.articles
    if a.known < 2 or _otherwise(a) < a.known:
        return
    code, words = _OF_CHANGE[max(a.changed, key=lambda name: a.changed[name])]
    yield Diagnosis(code, f"{_otherwise(a)} articles that read well before {words}", a.bad, usual.good)


def article_dates(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    a = signs.articles
    if a.read < 2:
        return
    if (usual.known or usual.promised) and usual.dated >= 0.9 and a.dated == 0:
        yield Diagnosis("dates", f"none of {a.read} articles is dated", a.bad or a.good, usual.good)
    elif a.ahead >= MOST * a.read:
        say = f"{a.ahead} of {a.read} articles are dated in the future"
        yield Diagnosis("dates", say, a.bad or a.good, usual.good)


def _otherwise(articles: ArticleSigns) -> int:
    return sum(articles.changed.values())


# --- is it as lively as before? -----------------------------------------------------------


def slow(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """Lists and articles alike: a single late answer is nothing."""
    seconds = min((one.seconds for one in signs.lists), default=0.0)
    seconds = min(seconds, signs.articles.seconds) if signs.articles.asked else seconds / 3
    if usual.known and seconds > max(SLOW_SECONDS, 4 * usual.seconds):
        say = f"it takes {seconds:.0f} s and more to answer, usually {usual.seconds:.1f} s"
        yield Diagnosis("slow", say, signs.lists[0].url, usual.good)


def stale(signs: Signs, usual: Usual) -> Iterator[Diagnosis]:
    """Nothing new for so many working days that its own rhythm does not explain it."""
    if usual.chance and not any(one.fresh for one in signs.lists):
        luck = (1 - usual.chance) ** usual.silent
        if usual.silent >= 2 and luck < SURPRISE:
            say = f"nothing new for {usual.silent} working days, usually {usual.chance:.0%} of them bring news"
            yield Diagnosis("stale", say, signs.lists[0].url if signs.lists else "", usual.good)


AILMENTS: tuple[Ailment, ...] = (
    unreached, moved, garbled_list, empty, another_engine, repeated_titles, list_dates, truncated,
    unread, garbled_articles, alike, known_changed, article_dates, slow, stale,
)  # fmt: skip
