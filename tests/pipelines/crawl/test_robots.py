"""RFC 9309 as a table, and the pace that comes from it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from loopback_site import Asked, Site, http, slowly

from pipelines.crawl.fetch import Fetcher
from pipelines.crawl.polite import Polite, Terms
from pipelines.crawl.response import Failure, Response
from pipelines.crawl.robots import MAX_BYTES, Robots, from_state, meaning_of, normalised

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HOST = "https://paper.example"


def may(text: str | bytes, path: str) -> bool:
    body = text.encode() if isinstance(text, str) else text
    return not Robots("rules", NOW, normalised(body)).why_not(HOST + path)


# (what is shown, robots.txt, path, allowed)
RULES = [
    ("no rule: open", "", "/a", True),
    ("no group for us: open", "User-agent: other\nDisallow: /", "/a", True),
    ("everybody's group", "User-agent: *\nDisallow: /a", "/a", False),
    ("everybody's group, other path", "User-agent: *\nDisallow: /a", "/b", True),
    ("our group instead of everybody's", "User-agent: *\nDisallow: /\n\nUser-agent: dure\nDisallow: /x", "/a", True),
    ("our group's own rule", "User-agent: *\nDisallow:\n\nUser-agent: dure\nDisallow: /x", "/x/1", False),
    ("our name in any case", "user-agent: DURE\ndisallow: /x", "/x", False),
    ("our name with a version", "User-agent: Dure/1.0\nDisallow: /x", "/x", False),
    ("a name that begins ours is not ours", "User-agent: du\nDisallow: /x", "/x", True),
    ("a name that begins with ours is not ours", "User-agent: durebot\nDisallow: /x", "/x", True),
    ("groups for us are joined: 2", "User-agent: dure\nDisallow: /a\n\nUser-agent: dure\nDisallow: /b", "/b", False),
    ("groups for us are joined: 1", "User-agent: dure\nDisallow: /a\n\nUser-agent: dure\nDisallow: /b", "/a", False),
    ("several names, one group", "User-agent: other\nUser-agent: dure\nDisallow: /a", "/a", False),
    ("rules end the names", "User-agent: other\nDisallow: /a\nUser-agent: dure\nDisallow: /b", "/a", True),
    ("an empty group of ours opens all", "User-agent: dure\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", True),
    ("rules before any name count for nobody", "Disallow: /\nUser-agent: *\nDisallow: /b", "/a", True),
    ("longest match wins: allow", "User-agent: *\nDisallow: /news\nAllow: /news/local", "/news/local/1", True),
    ("longest match wins: disallow", "User-agent: *\nAllow: /news\nDisallow: /news/local", "/news/local/1", False),
    ("longest match, whatever the order", "User-agent: *\nAllow: /news/local\nDisallow: /news", "/news/local/1", True),
    ("equal length: allow", "User-agent: *\nDisallow: /page\nAllow: /page", "/page", True),
    ("allow all but", "User-agent: *\nAllow: /a\nDisallow: /", "/b", False),
    ("the path is case-sensitive", "User-agent: *\nDisallow: /News", "/news", True),
    ("a prefix, not a word", "User-agent: *\nDisallow: /news", "/newsletter", False),
    ("with a slash: the folder", "User-agent: *\nDisallow: /news/", "/news", True),
    ("star in the middle", "User-agent: *\nDisallow: /bbs/*/write", "/bbs/free/write.php", False),
    ("star matches nothing too", "User-agent: *\nDisallow: /a*b", "/ab", False),
    ("star at the end means nothing", "User-agent: *\nDisallow: /a*", "/abc", False),
    ("dollar ends", "User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
    ("dollar ends, so more is allowed", "User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?v=1", True),
    ("dollar in the middle is itself", "User-agent: *\nDisallow: /a$b", "/a$b", False),
    ("query strings count", "User-agent: *\nDisallow: /list?t=free", "/list?t=free&id=3", False),
    ("query strings count, another table", "User-agent: *\nDisallow: /list?t=free", "/list?t=notice", True),
    ("a question mark is no wildcard", "User-agent: *\nDisallow: /a?b", "/axb", True),
    ("percent-encoded rule, plain path", "User-agent: *\nDisallow: /%EA%B0%80", "/가", False),
    ("plain rule, percent-encoded path", "User-agent: *\nDisallow: /가", "/%EA%B0%80", False),
    ("escapes in any case", "User-agent: *\nDisallow: /%ea%b0%80", "/%EA%B0%80", False),
    ("an escaped letter is the letter", "User-agent: *\nDisallow: /b%6Fard", "/board", False),
    ("an escaped slash is no slash", "User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
    ("comments", "# all\nUser-agent: * # us too\nDisallow: /a # here", "/a", False),
    ("blanks around", "  User-agent :  *  \n\tDisallow :\t/a  ", "/a", False),
    ("Windows lines", "User-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ("old Mac lines", "User-agent: *\rDisallow: /a\r", "/a", False),
    ("a byte order mark", b"\xef\xbb\xbfUser-agent: *\nDisallow: /a", "/a", False),
    ("an empty line ends no group", "User-agent: dure\n\nDisallow: /a", "/a", False),
    ("an unknown line ends no group", "User-agent: dure\nNoindex: /b\nUser-agent: other\nDisallow: /a", "/a", False),
    ("a sitemap ends no group", "User-agent: dure\nSitemap: /s.xml\nUser-agent: o\nDisallow: /a", "/a", False),
    ("broken lines are skipped", "User-agent: *\nthis is no rule\n:::\nDisallow: /a", "/a", False),
    ("HTML instead of rules: open", "<html><body>404</body></html>", "/a", True),
    ("binary instead of rules: open", bytes(range(256)) * 4, "/a", True),
    ("robots.txt itself is always open", "User-agent: *\nDisallow: /", "/robots.txt", True),
    ("what lies beyond 500 KiB is not read", b"User-agent: *\n" + b"#" * MAX_BYTES + b"\nDisallow: /a", "/a", True),
    ("a line cut in two is no rule", b"User-agent: *\n#" + b"x" * (MAX_BYTES - 26) + b"\nDisallow: /a", "/abc", True),
    ("rules before 500 KiB hold", b"User-agent: *\nDisallow: /a\n" + b"#" * (2 * MAX_BYTES), "/a", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "allowed"), [row[1:] for row in RULES], ids=[row[0] for row in RULES])
def test_a_path_is_allowed_as_rfc_9309_says(text: str | bytes, path: str, allowed: bool) -> None:
    assert may(text, path) is allowed


def test_wildcards_cannot_be_made_to_explode() -> None:
    text = "User-agent: *\nDisallow: /" + "*a" * 5000 + "b"
    assert may(text, "/" + "a" * 1900)


ANSWERS = [
    (Response("", "", NOW, 200, body=b"User-agent: *\nDisallow: /"), "rules", False),
    (Response("", "", NOW, 204), "rules", True),
    *[(Response("", "", NOW, status), "open", True) for status in (400, 401, 403, 404, 410, 451)],
    *[(Response("", "", NOW, status), "closed", False) for status in (429, 500, 502, 503, 504)],
    *[
        (Response("", "", NOW, failure=failure, detail="x"), "closed", False)
        for failure in (Failure.TIMEOUT, Failure.CONNECT, Failure.DNS, Failure.TLS, Failure.PROTOCOL)
    ],
    (Response("", "", NOW, failure=Failure.REDIRECTS, detail="x"), "open", True),
]


@pytest.mark.parametrize(("answer", "meaning", "allowed"), ANSWERS)
def test_what_an_answer_means(answer: Response, meaning: str, allowed: bool) -> None:
    rules = meaning_of(answer)
    assert rules.meaning == meaning
    assert (rules.why_not(HOST + "/a") == "") is allowed
    assert rules.why_not(HOST + "/robots.txt") == ""


def test_rules_are_asked_for_once_a_day_and_an_outage_sooner() -> None:
    rules, outage = Robots("rules", NOW), Robots("closed", NOW)
    assert rules.fresh(NOW + timedelta(hours=23, minutes=59))
    assert not rules.fresh(NOW + timedelta(hours=24))
    assert outage.fresh(NOW + timedelta(minutes=59))
    assert not outage.fresh(NOW + timedelta(hours=1))


def test_rules_survive_the_store() -> None:
    rules = meaning_of(Response("", "", NOW, 200, body=b"User-agent: *\nDisallow: /a\nCrawl-delay: 7"))
    assert from_state(rules.as_state()) == rules
    assert rules.crawl_delay == 7
    assert from_state({"meaning": "rules"}) is None


def test_an_earlier_answer_holds_on_for_a_month_of_silence_and_is_asked_for_every_hour() -> None:
    rules = meaning_of(Response("", "", NOW, 200, body=b"User-agent: *\nDisallow: /a"))
    later = NOW + timedelta(days=29)
    silent = rules.while_silent(later)
    assert silent is not None
    assert silent.why_not(HOST + "/a") and not silent.why_not(HOST + "/b")
    assert silent.fresh(later + timedelta(minutes=59)) and not silent.fresh(later + timedelta(hours=1))
    assert from_state(silent.as_state()) == silent
    assert silent.while_silent(NOW + timedelta(days=31)) is None, "counted from when it was said"
    assert Robots("closed", NOW).while_silent(NOW) is None


# --- asking politely --------------------------------------------------------------------------


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)  # answers are dated by the real clock
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def polite(fetcher: Fetcher, clock: Clock) -> Polite:
    return Polite(fetcher.exchange, now=clock.now, sleep=clock.sleep)


def test_robots_first_then_the_pace(site: Site, polite: Polite, clock: Clock) -> None:
    site.routes |= {"/robots.txt": http("User-agent: *\nDisallow: /no"), "/a": http("a"), "/b": http("b")}
    assert polite.get(site.url("/a"), Terms(5)).body == b"a"
    assert polite.get(site.url("/no"), Terms(5)).failure is Failure.ROBOTS
    assert polite.get(site.url("/b"), Terms(5)).body == b"b"
    assert site.paths == ["/robots.txt", "/a", "/b"]
    assert clock.slept == [5, 5]


def test_a_crawl_delay_is_kept_and_the_floor_of_a_second(site: Site, polite: Polite, clock: Clock) -> None:
    site.routes |= {"/robots.txt": http("User-agent: dure\nCrawl-delay: 11"), "/a": http("a")}
    for _ in range(3):
        polite.get(site.url("/a"), Terms(0.1))
    assert clock.slept == [1, 11, 11]


def test_rules_are_fetched_again_after_a_day(site: Site, polite: Polite, clock: Clock) -> None:
    site.routes |= {"/robots.txt": http(""), "/a": http("a")}
    polite.get(site.url("/a"), Terms(1))
    clock.at += timedelta(hours=23)
    polite.get(site.url("/a"), Terms(1))
    clock.at += timedelta(hours=2)
    polite.get(site.url("/a"), Terms(1))
    assert site.paths.count("/robots.txt") == 2


def test_robots_behind_redirects(site: Site, polite: Polite) -> None:
    site.routes |= {f"/{n}": http(status=301, Location=f"/{n + 1}") for n in range(1, 5)}
    site.routes |= {"/robots.txt": http(status=301, Location="/1"), "/5": http("User-agent: *\nDisallow: /x")}
    assert polite.get(site.url("/x"), Terms(1)).failure is Failure.ROBOTS
    assert site.paths[-1] == "/5"


def test_a_site_in_trouble_is_left_alone(site: Site, polite: Polite) -> None:
    site.routes |= {"/robots.txt": http(status=503), "/a": http("a")}
    answer = polite.get(site.url("/a"), Terms(1))
    assert answer.failure is Failure.NO_ROBOTS
    assert "/a" not in site.paths


class Patchy:
    """A site whose robots.txt answers, in this order, with a status or not at all; its pages are fine."""

    def __init__(self, clock: Clock, *said: int | Failure) -> None:
        self.clock, self.said = clock, list(said)
        self.asked: list[str] = []

    def __call__(self, url: str, **_: object) -> Response:
        path = url.removeprefix(HOST)
        self.asked.append(path)
        if path != "/robots.txt":
            return Response(url, url, self.clock.now(), 200, body=b"page")
        said = self.said.pop(0)
        if isinstance(said, Failure):
            return Response(url, url, self.clock.now(), failure=said, detail="no whole answer within 30 s")
        return Response(url, url, self.clock.now(), said, body=b"User-agent: *\nDisallow: /no")


def test_rules_that_do_not_come_are_asked_for_once_more(clock: Clock) -> None:
    site = Patchy(clock, Failure.TIMEOUT, 200)
    polite = Polite(site, now=clock.now, sleep=clock.sleep)
    assert polite.get(HOST + "/a", Terms(5)).body == b"page"
    assert site.asked == ["/robots.txt", "/robots.txt", "/a"]
    assert clock.slept == [5, 5], "at the usual pace"


def test_earlier_rules_hold_on_where_no_answer_comes(clock: Clock) -> None:
    """The day's robots.txt timed out: the source is read by yesterday's, not left for a round."""
    site = Patchy(clock, 200, Failure.TIMEOUT, Failure.DNS, 503)
    polite = Polite(site, now=clock.now, sleep=clock.sleep)
    polite.get(HOST + "/a", Terms(5))
    for _ in range(2):
        clock.at += timedelta(hours=25)
        assert polite.get(HOST + "/a", Terms(5)).body == b"page"
        assert polite.get(HOST + "/no", Terms(5)).failure is Failure.ROBOTS
    assert site.asked.count("/robots.txt") == 3, "asked again once, not before every page"
    clock.at += timedelta(hours=1)
    assert polite.get(HOST + "/a", Terms(5)).failure is Failure.NO_ROBOTS, "a site that says it is in trouble"


def test_a_redirect_into_a_closed_part_is_not_followed(site: Site, polite: Polite) -> None:
    site.routes |= {
        "/robots.txt": http("User-agent: *\nDisallow: /members"),
        "/a": http(status=302, Location="/members/a"),
        "/members/a": http("secret"),
    }
    answer = polite.get(site.url("/a"), Terms(1))
    assert answer.failure is Failure.ROBOTS
    assert "/members/a" not in site.paths


def test_a_broken_connection_is_tried_once_more_at_the_usual_pace(clock: Clock) -> None:
    broken = [Failure.CONNECT, None, Failure.TIMEOUT, Failure.TIMEOUT, Failure.DNS]

    def exchange(url: str, **_: object) -> Response:
        if url.endswith("/robots.txt"):
            return Response(url, url, clock.now(), 404)
        failure = broken.pop(0)
        return Response(url, url, clock.now(), 200 if failure is None else 0, failure=failure, detail="no luck")

    polite = Polite(exchange, now=clock.now, sleep=clock.sleep)
    assert polite.get(HOST + "/a", Terms(5)).status == 200
    assert clock.slept == [5, 5]
    assert polite.get(HOST + "/a", Terms(5)).detail == "no luck (tried twice)"
    assert polite.get(HOST + "/a", Terms(5)).detail == "no luck", "a name that does not resolve is not asked again"


def test_retry_after_is_waited_for(site: Site, polite: Polite, clock: Clock) -> None:
    site.routes |= {"/robots.txt": http(""), "/a": http(status=429, Retry_After="60"), "/b": http("b")}
    polite.get(site.url("/a"), Terms(1))
    assert polite.get(site.url("/b"), Terms(1)).body == b"b"
    assert clock.slept[-1] == 60


def test_a_long_retry_after_ends_the_asking(site: Site, polite: Polite) -> None:
    site.routes |= {"/robots.txt": http(""), "/a": http(status=503, Retry_After="7200"), "/b": http("b")}
    polite.get(site.url("/a"), Terms(1))
    assert polite.get(site.url("/b"), Terms(1)).failure is Failure.ASKED_TO_WAIT
    assert "/b" not in site.paths


def test_one_connection_at_a_time_to_one_host(site: Site, fetcher: Fetcher) -> None:
    def page(asked: Asked) -> object:
        return slowly([http(asked.path)[:20], http(asked.path)[20:]], 0.02)

    site.routes |= {"/robots.txt": http(""), **{f"/{n}": page for n in range(12)}}  # type: ignore[dict-item]
    polite = Polite(fetcher.exchange, least_pace=0)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: polite.get(site.url(f"/{n}"), Terms(0)), range(12)))
    assert [a.body.decode() for a in answers] == [f"/{n}" for n in range(12)]
    assert site.paths.count("/robots.txt") == 1
    assert site.most_at_once == 1
