"""A made world of outlets over simulated days, and faults put into it: what does the diagnosis of a round say?

The network is replaced by `World.exchange`; pages, rounds, store and diagnosis are the real ones. Outlets have
rhythms, weekends, holidays, bursts, edited, deleted and secret posts, picture posts without a word, slow answers and
single errors.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from board_pages import Post, gone, listing, view
from fault_words import body_of, title_of

from pipelines.crawl.polite import Polite
from pipelines.crawl.response import Failure, Response
from pipelines.crawl.rounds import Desk, crawl_source
from pipelines.korean.working_days import is_working_day
from sources.catalogue import Address, Source
from store.session import Store

LISTED = 15
HTML = "text/html; charset=utf-8"
START = datetime(2026, 9, 1, 21, 0, tzinfo=UTC)  # 06:00 in Seoul; 추석 falls into the month


@dataclass(frozen=True)
class Answer:
    """What a made server says; `failure` instead of a status where it says nothing."""

    body: str | bytes = ""
    status: int = 200
    kind: str = HTML
    location: str = ""
    seconds: float = 0.3
    failure: Failure | None = None


@dataclass
class Written:
    """One post of an outlet."""

    number: int
    title: str
    body: str
    at: datetime
    fate: str = ""  # secret, deleted


@dataclass
class Outlet:
    """A made outlet: a board, a newspaper with lists, or a newspaper with a feed."""

    name: str
    engine: str  # board, paper, feed
    rate: float  # posts a working day
    chance: random.Random
    posts: list[Written] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"{self.name}.example"

    @property
    def base(self) -> str:
        return f"https://{self.host}"

    def source(self) -> Source:
        family = "gnuboard5" if self.engine == "board" else "ndsoft"
        place = {"board": "/bbs/board.php?bo_table=free", "paper": "/news/articleList.html?view_type=sm"}
        lists = (Address(f"{self.base}{place[self.engine]}", "seen"),) if self.engine in place else ()
        feeds = () if lists else (Address(f"{self.base}/rss/allArticle.xml", "seen"),)
        kind, channel = ("forum", "board") if self.engine == "board" else ("local_newspaper", "news")
        return Source(
            self.name, self.name, kind, "서울", family, channel,
            home=f"{self.base}/", hosts=(self.host,), lists=lists, feeds=feeds, pace_seconds=1.0,
        )  # fmt: skip

    def live(self, now: datetime) -> None:
        """What a day brings: more on working days, a burst now and then, an edit, a deletion, a secret post."""
        day = (now + timedelta(hours=9)).date()
        mean = self.rate * (1.0 if is_working_day(day) else 0.15) * (4 if self.chance.random() < 0.03 else 1)
        for _ in range(_poisson(mean, self.chance)):
            self.write(now - timedelta(minutes=self.chance.randrange(30, 1200)))
        self.posts.sort(key=lambda post: post.at)
        if self.posts and self.chance.random() < 0.1:
            edited = self.posts[-1 - self.chance.randrange(min(5, len(self.posts)))]
            edited.body += " 문장을 고쳤습니다."
        if self.posts and self.chance.random() < 0.03:
            self.posts[-1].fate = "deleted"

    def write(self, at: datetime) -> None:
        number = 1000 + len(self.posts)
        fate = "secret" if self.engine == "board" and self.chance.random() < 0.04 else ""
        body = "" if self.chance.random() < 0.04 else body_of(number, self.name, self.chance)
        self.posts.append(Written(number, title_of(number, self.name), body, at, fate))

    # --- its pages --------------------------------------------------------------------

    def answer(self, url: str, now: datetime) -> Answer:
        """The page at one of its addresses, as a healthy outlet serves it."""
        parts = urlsplit(url)
        asked = parse_qs(parts.query)
        seconds = min(9.0, self.chance.lognormvariate(math.log(0.3), 0.6) * (12 if self.chance.random() < 0.01 else 1))
        if parts.path == "/robots.txt":
            return Answer("User-agent: *\nDisallow: /admin/\n", kind="text/plain", seconds=seconds)
        number = (asked.get("wr_id") or asked.get("idxno") or [""])[0]
        if number:
            return replace(self._article(int(number)), seconds=seconds)
        if parts.path in ("/bbs/board.php", "/news/articleList.html", "/rss/allArticle.xml"):
            kind = "application/xml" if self.engine == "feed" else HTML
            return Answer(self.listing(self.shown(), now), kind=kind, seconds=seconds)
        return Answer("<html><body>없는 화면</body></html>", 404, seconds=seconds)

    def shown(self) -> list[Written]:
        return [post for post in reversed(self.posts) if post.fate != "deleted"][:LISTED]

    def listing(self, posts: list[Written], now: datetime) -> str:
        if self.engine == "board":
            return listing([self._post(post) for post in posts], base=self.base)
        return feed(self, posts) if self.engine == "feed" else paper_list(self, posts)

    def _article(self, number: int) -> Answer:
        post = next((post for post in self.posts if post.number == number), None)
        if post is None or post.fate == "deleted":
            return Answer(gone()) if self.engine == "board" else Answer("<html><body>없음</body></html>", 404)
        return Answer(self.page(post))

    def page(self, post: Written) -> str:
        return view(self._post(post)) if self.engine == "board" else paper_page(self, post)

    def _post(self, post: Written) -> Post:
        at = f"{post.at + timedelta(hours=9):%y-%m-%d %H:%M}"
        return Post(post.number, post.title, post.body, at, secret=post.fate == "secret")


def _poisson(mean: float, chance: random.Random) -> int:
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def paper_list(outlet: Outlet, posts: list[Written]) -> str:
    rows = "".join(
        f'<li><h4 class="titles"><a href="/news/articleView.html?idxno={p.number}">{p.title}</a></h4>'
        f'<p class="lead">{p.body[:60]}</p><span class="byline"><em>사회</em><em>도담 기자</em>'
        f"<em>{p.at + timedelta(hours=9):%Y.%m.%d %H:%M}</em></span></li>"
        for p in posts
    )
    return (
        '<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>전체기사 - 들녘신문</title></head><body>'
        f'<section id="section-list"><ul class="type2">{rows}</ul></section></body></html>'
    )


def paper_page(outlet: Outlet, post: Written) -> str:
    at = post.at + timedelta(hours=9)
    body = "".join(f"<p>{line}</p>" for line in post.body.split("\n"))
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{post.title} - 들녘신문</title>'
        f'<meta property="og:title" content="{post.title}"></head><body><div id="article-view">'
        f'<header class="article-view-header"><h3 class="heading">{post.title}</h3><ul class="infomation">'
        f"<li>기자명 도담 기자</li><li>입력 {at:%Y.%m.%d %H:%M}</li></ul></header>"
        f'<article id="article-view-content-div" class="article-veiw-body" itemprop="articleBody">{body}</article>'
        "</div></body></html>"
    )


def feed(outlet: Outlet, posts: list[Written]) -> str:
    items = "".join(
        f"<item><title>{p.title}</title><link>{outlet.base}/news/articleView.html?idxno={p.number}</link>"
        f"<pubDate>{p.at + timedelta(hours=9):%Y-%m-%d %H:%M:%S}</pubDate></item>"
        for p in posts
    )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>들녘</title>'
    return f"{head}{items}</channel></rss>"


# --- the world ----------------------------------------------------------------------------

Fault = Callable[[Outlet, str, Answer, datetime], Answer]
"""(outlet, address, what a healthy outlet answers, now) → what it answers with the fault."""


class World:
    """All outlets, today's faults, and a clock that only the world moves."""

    def __init__(self, store: Store, outlets: list[Outlet], seed: int = 1) -> None:
        self.now = START
        self.store = store
        self.outlets = {outlet.host: outlet for outlet in outlets}
        self.faults: dict[str, Fault] = {}  # by host
        self._chance = random.Random(seed)
        polite = Polite(self.exchange, least_pace=0, now=lambda: self.now, sleep=self.pass_time)
        self.desk = Desk(store, None, polite, now=lambda: self.now)

    def pass_time(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def exchange(
        self, url: str, *, headers: Mapping[str, str] | None = None, tls: str = "strict", head: int | None = None
    ) -> Response:
        host = urlsplit(url).hostname or ""
        outlet = self.outlets.get(host.removeprefix("new-"))
        if outlet is None:
            return Response(url, url, self.now, failure=Failure.DNS, detail="no such host")
        answer = outlet.answer(url, self.now)
        if fault := self.faults.get(outlet.host):
            answer = fault(outlet, url, answer, self.now)
        elif "wr_id=" in url and self._chance.random() < 0.003:
            answer = Answer("<html><body>잠시 오류</body></html>", 500)
        self.pass_time(answer.seconds)
        return self._response(url, answer)

    def _response(self, url: str, answer: Answer) -> Response:
        if answer.failure is not None:
            return Response(url, url, self.now, failure=answer.failure, detail="made to fail")
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        named = [("Content-Type", answer.kind), ("Location", answer.location)]
        return Response(url, url, self.now, answer.status, tuple(pair for pair in named if pair[1]), body, body)

    def day(self, number: int) -> dict[str, str]:
        """One round over each outlet on a day: its diagnosis, by outlet."""
        self.now = max(self.now, START + timedelta(days=number, minutes=15 * number))
        said = {}
        for outlet in self.outlets.values():
            outlet.live(self.now)
            tally = crawl_source(outlet.source(), self.desk, force=True)
            said[outlet.name] = tally.round.diagnosis if tally.round else "skipped"
        return said


def outlets(count: int, seed: int = 1) -> list[Outlet]:
    """Made outlets of three engines, from two posts a month to twenty a day."""
    chance = random.Random(seed)
    made = []
    for n in range(count):
        engine = ("board", "paper", "feed")[n % 3]
        least, most = (0.3, 4) if engine == "board" else (1.5, 12)
        rate = math.exp(chance.uniform(math.log(least), math.log(most)))
        outlet = Outlet(f"outlet{n:02}", engine, rate, random.Random(seed * 1000 + n))
        for back in range(60, 0, -1):
            outlet.live(START - timedelta(days=back))
        while len(outlet.posts) < LISTED:
            outlet.write(START - timedelta(days=61 + len(outlet.posts)))
        outlet.posts.sort(key=lambda post: post.at)
        made.append(outlet)
    return made
