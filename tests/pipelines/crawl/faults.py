"""Faults that happen to sources, as functions on what a healthy outlet would have answered; and what each should be called.

A row of `FAULTS` is a fault and the diagnoses that lead an operator to it. Where two are given, both name the cause and
ask for the same next step.
"""

# ruff: noqa: E501 (pages of outlets are data: one line each)

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from fault_world import Answer, Outlet, Written

from pipelines.crawl.response import Failure

Make = Callable[[Outlet, str, Answer, datetime], Answer]


@dataclass(frozen=True)
class Fault:
    name: str
    make: Make
    right: frozenset[str]


def is_article(url: str) -> bool:
    return "wr_id=" in url or "idxno=" in url


def is_list(url: str) -> bool:
    return not is_article(url) and urlsplit(url).path != "/robots.txt"


# --- ways to put a fault in place ---------------------------------------------------------


def every(failure: Failure, seconds: float = 0.3) -> Make:
    """No address answers."""
    return lambda outlet, url, well, now: Answer(failure=failure, seconds=seconds)


def pages(change: Callable[[Answer], Answer]) -> Make:
    """All but robots.txt."""
    return lambda outlet, url, well, now: well if urlsplit(url).path == "/robots.txt" else change(well)


def lists(change: Callable[[Outlet, Answer, datetime], Answer]) -> Make:
    return lambda outlet, url, well, now: change(outlet, well, now) if is_list(url) else well


def articles(change: Callable[[Answer], Answer]) -> Make:
    return lambda outlet, url, well, now: change(well) if is_article(url) and well.status == 200 else well


def says(
    body: str, status: int = 200, kind: str = "text/html; charset=utf-8", location: str = ""
) -> Callable[..., Answer]:
    return lambda *_: Answer(body, status, kind, location)


def page(inside: str, title: str = "안내") -> str:
    return f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title></head><body>{inside}</body></html>'


def alert(sentence: str, to: str = "/") -> str:
    return page(f'<script>alert("{sentence}"); document.location.replace("{to}");</script>', "오류안내 페이지")


def robots(answer: Answer) -> Make:
    return lambda outlet, url, well, now: answer if urlsplit(url).path == "/robots.txt" else well


# --- single faults that need more than a line ---------------------------------------------


def moved_host(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """The outlet lives on a new host and sends visitors there."""
    host = urlsplit(url).hostname or ""
    if host.startswith("new-") or urlsplit(url).path == "/robots.txt":
        return well
    return Answer("", 301, location=url.replace(host, f"new-{host}"))


def to_front(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """Every list address leads to a front page that shows teasers."""
    if urlsplit(url).path == "/main":
        links = "".join(f'<li><a href="/go/{p.number}">{p.title}</a></li>' for p in outlet.shown())
        return Answer(page(f"<div class='teasers'><ul>{links}</ul></div>", "들녘"))
    return Answer("", 302, location=f"https://{outlet.host}/main") if is_list(url) else well


def to_login(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    path = urlsplit(url).path
    if path == "/bbs/login.php":
        return Answer(
            page(
                '<form action="/bbs/login_check.php"><input name="mb_id"><input type="password" name="mb_password"></form>',
                "로그인",
            )
        )
    return well if path == "/robots.txt" else Answer("", 302, location=f"https://{outlet.host}/bbs/login.php?url=x")


def circle(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    return (
        well
        if urlsplit(url).path == "/robots.txt"
        else Answer("", 302, location=url + "&again=1" if "again" not in url else url)
    )


def new_skin(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """A list of another system, made by script from data: nothing to read in the page itself."""
    return (
        Answer(page('<div id="app"></div><script src="/static/js/main.8f2c.js"></script>', "들녘"))
        if is_list(url)
        else well
    )


def other_engine(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """The list now comes from another board engine; articles have new addresses."""
    if not is_list(url):
        return Answer(page("<h1>404</h1>"), 404)
    rows = "".join(
        f'<tr><td class="no">{p.number}</td><td class="title"><a href="/index.php?mid=free&document_srl={p.number}">{p.title}</a></td>'
        f'<td class="time">{p.at:%Y.%m.%d}</td></tr>'
        for p in outlet.shown()
    )
    head = '<meta name="generator" content="Rhymix"><script src="/common/js/xe.min.js"></script>'
    return Answer(
        f'<!doctype html><html><head>{head}</head><body><div class="bd"><table class="bd_lst"><tbody>{rows}</tbody></table></div></body></html>'
    )


def new_article_skin(answer: Answer) -> Answer:
    return replace(answer, body=page('<div id="root"></div><script src="/app.js"></script>', "들녘"))


def no_dates(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """Dates left out of lists and articles alike."""
    return _redated(outlet, url, well, now, lambda post: None)


def future(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    return _redated(outlet, url, well, now, lambda post: post.at + timedelta(days=3660))


def epoch(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    return _redated(outlet, url, well, now, lambda post: datetime(1970, 1, 1, tzinfo=post.at.tzinfo))


def all_today(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    return _redated(outlet, url, well, now, lambda post: now - timedelta(minutes=5))


def _redated(
    outlet: Outlet, url: str, well: Answer, now: datetime, date_of: Callable[[Written], datetime | None]
) -> Answer:
    def changed(post: Written) -> Written:
        return replace(post, at=date_of(post) or datetime(1911, 11, 11, tzinfo=post.at.tzinfo))

    def bare(body: str) -> str:
        for mark in ("1911.11.11", "1911-11-11", "11-11-11", "11-11"):
            body = body.replace(mark, "")
        return body.replace(" 08:28", "").replace(" 09:00", "").replace("08:27", "").replace(":52", "")

    if urlsplit(url).path == "/robots.txt" or well.status != 200:
        return well
    if is_list(url):
        return replace(well, body=bare(outlet.listing([changed(p) for p in outlet.shown()], now)))
    number = int(url.rpartition("=")[2])
    post = next((p for p in outlet.posts if p.number == number), None)
    return replace(well, body=bare(outlet.page(changed(post)))) if post else well


def few(outlet: Outlet, well: Answer, now: datetime) -> Answer:
    return replace(well, body=outlet.listing(outlet.shown()[:2], now))


def none(outlet: Outlet, well: Answer, now: datetime) -> Answer:
    return replace(well, body=outlet.listing([], now))


def lost_bytes(answer: Answer) -> Answer:
    """A page cut and glued inside its characters: every third Hangul syllable lost its last byte."""
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    out = bytearray()
    for n, char in enumerate(body.decode("utf-8", "replace")):
        raw = char.encode()
        out += raw[:-1] if len(raw) == 3 and n % 3 == 0 else raw
    return replace(answer, body=bytes(out))


def twice(answer: Answer) -> Answer:
    """UTF-8 taken for Latin-1 and encoded again, as a database moved carelessly does."""
    body = answer.body if isinstance(answer.body, str) else answer.body.decode()
    return replace(answer, body=body.encode().decode("latin-1"))


def _body_swapped(outlet: Outlet, url: str, well: Answer, swap: Callable[[Written], str]) -> Answer:
    if not is_article(url) or well.status != 200:
        return well
    number = int(url.rpartition("=")[2])
    post = next((p for p in outlet.posts if p.number == number and p.fate != "deleted"), None)
    return replace(well, body=outlet.page(replace(post, body=swap(post)))) if post else well


def teaser(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """A paywall: the first words and an invitation."""
    return _body_swapped(outlet, url, well, lambda post: post.body[:18] + "…")


def consent(outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
    """Every article shows one notice in place of its text."""
    notice = "이 글을 보려면 새 이용 약관에 동의해 주세요. 동의하지 않으면 본문이 보이지 않습니다. 동의는 한 번만 하면 됩니다."
    return _body_swapped(outlet, url, well, lambda post: notice)


class Frozen:
    """A cache that gives yesterday's list for ever."""

    def __init__(self) -> None:
        self._kept: dict[str, Answer] = {}

    def __call__(self, outlet: Outlet, url: str, well: Answer, now: datetime) -> Answer:
        return self._kept.setdefault(url, well) if is_list(url) else well


def _fault(name: str, make: Make, *right: str) -> Fault:
    return Fault(name, make, frozenset(right))


CHALLENGE = page(
    "<h1>잠시만 기다려 주십시오</h1><p>브라우저를 확인하고 있습니다.</p><script src='/cdn/challenge.js'></script>",
    "확인 중",
)
PARKED = page("<h1>이 도메인은 판매 중입니다</h1><a href='https://sale.example/'>구매 문의</a>", "domain for sale")
FAULTS = (
    _fault("the name does not resolve", every(Failure.DNS), "dns"),
    _fault("connection refused", every(Failure.CONNECT), "unreachable"),
    _fault("no answer", every(Failure.TIMEOUT, 30.0), "unreachable"),
    _fault("certificate expired", every(Failure.TLS), "tls"),
    _fault("answer broken off", every(Failure.INCOMPLETE), "unreachable"),
    _fault("points to a private address", every(Failure.PRIVATE_ADDRESS), "dns"),
    _fault("status 500", pages(says(page("<h1>Internal Server Error</h1>"), 500)), "server_error"),
    _fault("status 502", pages(says("Bad Gateway", 502, "text/plain")), "server_error"),
    _fault("status 503", pages(says(page("점검"), 503)), "server_error", "busy"),
    _fault("status 429", pages(says("", 429)), "busy"),
    _fault("status 403 for us", pages(says(page("Forbidden"), 403)), "blocked"),
    _fault("status 401", pages(says(page("Unauthorized"), 401)), "closed"),
    _fault("login page after a redirect", to_login, "closed"),
    _fault("members only, by script", pages(says(alert("회원만 이용하실 수 있습니다.", "/bbs/login.php"))), "closed"),
    _fault("articles members only", articles(says(alert("글을 읽을 권한이 없습니다. 회원이시라면 로그인 후 이용해 보십시오.", "/bbs/login.php"))), "closed"),
    _fault("robots closes all", robots(Answer("User-agent: *\nDisallow: /\n", kind="text/plain")), "robots"),
    _fault("robots answers 500", robots(Answer("", 500)), "unreachable", "server_error"),
    _fault("list is a 404", lists(says(page("<h1>404</h1>"), 404)), "moved"),
    _fault("board deleted, by script", lists(says(alert("존재하지 않는 게시판입니다."))), "moved", "error_page"),
    _fault("new host", moved_host, "moved"),
    _fault("lists lead to the front page", to_front, "moved"),
    _fault("redirects in a circle", circle, "moved"),
    _fault("maintenance page as 200", pages(says(page("<h1>시스템 점검 중입니다</h1><p>서비스 점검으로 잠시 이용할 수 없습니다.</p>", "점검 안내"))), "error_page", "redesigned"),
    _fault("database error as 200", pages(says(page("<p>Warning: mysqli_connect(): (HY000/2002): Connection refused in /home/x/lib/common.lib.php on line 40</p>", ""))), "error_page", "redesigned"),
    _fault("empty answer as 200", pages(says("")), "error_page"),
    _fault("browser check as 200", pages(says(CHALLENGE)), "redesigned", "blocked", "error_page"),
    _fault("parked domain", pages(says(PARKED)), "redesigned", "moved"),
    _fault("list made by script", new_skin, "redesigned", "empty"),
    _fault("another engine", other_engine, "redesigned"),
    _fault("new skin of the articles", articles(new_article_skin), "redesigned"),
    _fault("articles answer an error as 200", articles(says(alert("글이 존재하지 않습니다. 글이 삭제되었거나 이동한 경우입니다."))), "error_page", "moved"),
    _fault("list without articles", lists(none), "empty"),
    _fault("list cut to two", lists(few), "truncated"),
    _fault("bytes lost in characters", pages(lost_bytes), "encoding"),
    _fault("encoded twice", pages(twice), "encoding"),
    _fault("dates gone", no_dates, "dates"),
    _fault("dates ten years ahead", future, "dates"),
    _fault("dates of 1970", epoch, "dates"),
    _fault("all dated today", all_today, "dates"),
    _fault("paywall", teaser, "short"),
    _fault("one notice for all articles", consent, "duplicated", "short"),
    _fault("list is a document", lists(says("%PDF-1.7", 200, "application/pdf")), "not_a_list"),
    _fault("list is data", lists(lambda *_: Answer(json.dumps({"code": 500}), 200, "application/json")), "not_a_list"),
    _fault("list too large", lists(lambda *_: Answer(failure=Failure.TOO_LARGE)), "not_a_list"),
    _fault("slow", pages(lambda well: replace(well, seconds=22.0)), "slow"),
)  # fmt: skip
"""Faults that show at once."""

LATER = (("list frozen", Frozen, frozenset({"stale"})),)
"""Faults that only a silence gives away; the stricter the rhythm, the sooner."""
