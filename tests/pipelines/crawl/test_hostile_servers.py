"""Servers that nobody meant well, through robots, pace, fetch, intake and archive: each refused or read by its name.

The limits are those of a live run (10 MB, five redirects); only the 30 seconds are cut to two. After each, the
same client reads a good page, and the archive holds whole records only.
"""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import pytest
from board_pages import Post, view
from loopback_site import Asked, Route, Site, http, slowly

from pipelines.crawl.fetch import Fetcher, Limits
from pipelines.crawl.intake import take
from pipelines.crawl.polite import Polite, Terms
from sources.catalogue import Source
from store.archive import Archive
from store.session import Store, open_store, sqlite_address

SECONDS = 2.0
MB = 2**20
SOURCE = Source("s", "두레마을", "forum", "서울", "gnuboard5", "board")
TOP = b"HTTP/1.1 200 OK\r\n"
HEAD = TOP + b"Content-Type: text/html; charset=utf-8\r\n"
GOOD = "/bbs/board.php?bo_table=free&wr_id=7"
PAGE = view(Post(7, "장터 여는 날", "토요일 낮 열두 시에 장터가 열립니다.")).encode()


def endless(part: bytes, first: bytes = HEAD + b"\r\n") -> Route:
    """`part` for ever; the client hangs up at its limit."""

    def answer(_: Asked) -> Iterator[bytes]:
        yield first
        while True:
            yield part

    return answer


def zipped(body: bytes, coding: str = "gzip") -> bytes:
    return http(body, Content_Encoding=coding)


def bomb(megabytes: int, wbits: int) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, wbits)  # 230 to 1, in a third of the time of level 9
    return b"".join([*(packer.compress(bytes(MB)) for _ in range(megabytes)), packer.flush()])


def chunks(*parts: bytes) -> bytes:
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts)


def onwards(asked: Asked) -> bytes:
    """A redirect to an address never seen before."""
    return http(status=302, Location=f"/h?n={len(asked.path) * 'x'}")


SERVERS: dict[str, tuple[Route, str]] = {
    # sizes and bombs
    "100 MB of spaces": (endless(b" " * 65536), "error/too_large"),
    "100 MB of spaces, announced": (http(b" " * (11 * MB)), "error/too_large"),
    "100 MB of spaces in gzip": (zipped(gzip.compress(b" " * (100 * MB), 1)), "error/too_large"),
    "a gzip bomb of 200 MB": (zipped(bomb(200, 31)), "error/too_large"),
    "a deflate bomb": (zipped(bomb(100, 15), "deflate"), "error/too_large"),
    "a raw deflate bomb": (zipped(bomb(100, -15), "deflate"), "error/too_large"),
    "a bomb of many members": (zipped(gzip.compress(bytes(MB)) * 40), "error/too_large"),
    "a bomb in a bomb": (zipped(gzip.compress(bomb(50, 31)), "gzip, gzip"), "error/bad_encoding"),
    "an endless gzip stream": (
        endless(gzip.compress(b""), HEAD + b"Content-Encoding: gzip\r\n\r\n"),
        "error/timeout",
    ),
    "brotli unasked": (zipped(b"\x0b\x02\x80", "br"), "error/bad_encoding"),
    "gzip that is none": (zipped(PAGE), "error/bad_encoding"),
    "gzip cut short": (zipped(gzip.compress(PAGE)[:-20]), "error/incomplete"),
    "endless chunks": (endless(b"10000\r\n" + b"x" * 65536 + b"\r\n", chunks()), "error/too_large"),
    # lengths: what browsers read is read, but no part of a page passes for the whole
    "more announced than sent": (HEAD + b"Content-Length: 99999\r\n\r\n" + PAGE, "error/incomplete"),
    "a gigabyte announced": (HEAD + b"Content-Length: 1000000000\r\n\r\n" + PAGE, "error/incomplete"),
    "less announced than sent": (HEAD + b"Content-Length: 99\r\n\r\n" + PAGE + b"x" * 5000, "error/incomplete"),
    "a tail past the announced end": (HEAD + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE + b"x" * 99, "article"),
    "a header without a colon": (HEAD + b"<b>Warning</b>: 3\r\nNotice\r\n\r\n" + PAGE, "article"),
    "lines that end in LF": (HEAD.replace(b"\r\n", b"\n") + b"\n" + PAGE, "article"),
    "a negative length": (HEAD + b"Content-Length: -5\r\n\r\n" + PAGE, "article"),
    "a length in words": (HEAD + b"Content-Length: many\r\n\r\n" + PAGE, "article"),
    "two lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n" + PAGE, "error/incomplete"),
    "a length and chunks": (
        chunks(PAGE).replace(b"Transfer", b"Content-Length: 7\r\nTransfer") + b"0\r\n\r\n",
        "article",
    ),
    "a chunk of no size": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "error/incomplete"),
    "chunks that stop": (chunks(PAGE[:500]), "error/incomplete"),
    "chunk sizes padded with blanks": (chunks(PAGE).replace(b"\r\n<!", b"  \r\n<!", 1) + b"0\r\n\r\n", "article"),
    "no blank line after the last chunk": (chunks(PAGE) + b"0\r\n", "article"),
    "a chunk announced and not sent": (chunks(PAGE[:500]) + b"ff\r\n", "error/incomplete"),
    "a coding that changes nothing": (HEAD + b"Transfer-Encoding: identity\r\n\r\n" + PAGE, "article"),
    "an offer of HTTP/2": (http(PAGE, Upgrade="h2,h2c", Connection="Upgrade, Keep-Alive"), "article"),
    "a trailer without end": (endless(b"a" * 65536, chunks(PAGE) + b"0\r\nX: "), "error/incomplete"),
    "a second answer nobody asked for": (http(PAGE) + http("spam"), "article"),
    # time
    "a slow drip": (lambda _: slowly([HEAD + b"\r\n", *[b"x"] * 40], 0.2), "error/timeout"),
    "a slow drip of headers": (lambda _: slowly([TOP, *[b"X-A: b\r\n"] * 40], 0.2), "error/timeout"),
    "a slow drip of the status": (lambda _: slowly([bytes([byte]) for byte in HEAD], 0.2), "error/timeout"),
    "promises to go on": (lambda _: slowly([b"HTTP/1.1 100 Continue\r\n\r\n"] * 30, 0.2), "error/timeout"),
    "goes on at last": (b"HTTP/1.1 100 Continue\r\nX: a\r\n\r\n" + http(PAGE), "article"),
    # HTTP
    "nothing": (b"", "error/connect"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n", "error/protocol"),
    "HTTP of 1991": (PAGE, "error/protocol"),
    "a status of five digits": (b"HTTP/1.1 20000 OK\r\n\r\n", "error/protocol"),
    "a header of a megabyte": (HEAD + b"X: " + b"a" * MB + b"\r\n\r\n", "error/protocol"),
    "endless headers": (endless(b"X-Filler: " + b"a" * 1000 + b"\r\n", TOP), "error/protocol"),
    "a header without a name": (HEAD + b": x\r\n\r\n" + PAGE, "article"),
    "a header with a null byte": (HEAD + b"X: a\x00b\r\n\r\n" + PAGE, "error/protocol"),
    "a picture": (http(b"\x89PNG", kind="image/png"), "error/content_type"),
    "a film that never ends": (endless(bytes(65536), TOP + b"Content-Type: video/mp4\r\n\r\n"), "error/content_type"),
    "a page called a picture": (http(PAGE, kind="image/jpeg"), "error/content_type"),
    "a page without a type": (http(PAGE, kind=""), "article"),
    "a validator of 60 KB": (http(PAGE, ETag='"' + "e" * 8000 + '"'), "article"),
    "headers in Korean": (HEAD + "X-Name: 두레\r\n\r\n".encode() + PAGE, "article"),
    "headers in CP949": (HEAD + "X-Name: 두레\r\n\r\n".encode("cp949") + PAGE, "article"),
    # ways
    "endless redirects": (onwards, "error/redirects"),
    "a redirect to itself": (http(status=301, Location="/h"), "error/redirects"),
    "a redirect without a place": (http(status=302), "error/redirects"),
    "a redirect to a file": (http(status=302, Location="file:///etc/passwd"), "error/redirects"),
    "a redirect to gopher": (http(status=302, Location="gopher://x.example/"), "error/redirects"),
    "a redirect to a script": (http(status=302, Location="javascript:alert(1)"), "error/redirects"),
    "a redirect to 0x7f000001": (http(status=302, Location="http://0x7f000001/"), "error/redirects"),
    "a redirect to a decimal number": (http(status=302, Location="http://2130706433/"), "error/redirects"),
    "a redirect to an octal number": (http(status=302, Location="http://0177.0.0.1/"), "error/redirects"),
    "a redirect with a password": (http(status=302, Location="http://u:p@127.0.0.1/"), "error/redirects"),
    "a redirect of 5,000 characters": (http(status=302, Location="/" + "a" * 5000), "error/redirects"),
    "a redirect that splits headers": (http(status=302, Location="/x%0d%0aSet-Cookie:%20a=b"), "refused/gone"),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all cases: each is only an address in it."""
    opened = open_store(sqlite_address(tmp_path_factory.mktemp("hostile")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("hostile") / "archive") as opened:
        yield opened


@pytest.fixture(scope="module")
def client() -> Iterator[Fetcher]:
    with Fetcher("Dure/test (+a@example.com)", allow_private=True, limits=Limits(seconds=SECONDS)) as opened:
        yield opened


Outcome = Callable[[str], str]


@pytest.fixture
def outcome(site: Site, client: Fetcher, store: Store, archive: Archive) -> Outcome:
    """What a round would count for an address of the site."""
    polite = Polite(client.exchange, least_pace=0.0)
    site.routes |= {"/robots.txt": http("User-agent: *\nDisallow: /closed"), GOOD: http(PAGE)}

    def asked(path: str) -> str:
        answer = polite.get(site.url(path), Terms(0.0))
        with store.begin() as session:
            taken = take(session, archive, answer, SOURCE, "s@1")
        assert taken.detail or not taken.outcome.startswith("error/"), "an error says what was wrong"
        return taken.outcome

    return asked


@pytest.mark.parametrize("name", SERVERS)
def test_refused_or_read_by_name(name: str, site: Site, outcome: Outcome, archive: Archive) -> None:
    route, expected = SERVERS[name]
    site.routes["/h"] = route
    site.routes |= {f"/h?n={'x' * n}": route for n in range(400)} if name == "endless redirects" else {}
    began = time.monotonic()
    assert outcome("/h") == expected
    assert time.monotonic() - began < 30, "tried twice at most, each within its limit"
    assert outcome(GOOD) == "article", "the next page comes as usual"
    assert list(archive.check()) == []


@pytest.mark.parametrize("name", ["100 MB of spaces", "100 MB of spaces in gzip", "a gzip bomb of 200 MB"])
def test_a_bomb_takes_no_more_memory_than_the_limit(name: str, site: Site, client: Fetcher) -> None:
    site.routes["/h"] = SERVERS[name][0]
    tracemalloc.start()
    try:
        assert client.exchange(site.url("/h")).failure == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 45 * MB
    finally:
        tracemalloc.stop()


BOMB = zipped(bomb(50, 31))
LONG_RULES = b"User-agent: *\nDisallow: /h\n" * 40_000

ROBOTS: dict[str, tuple[Route, str]] = {
    "endless": (endless(b"Disallow: /x\n" * 5000, TOP + b"\r\nUser-agent: *\nDisallow: /h\n"), "error/robots"),
    "a bomb": (BOMB, "error/robots_unreachable"),
    "a bomb in parts": (lambda _: slowly([BOMB[:6000], BOMB[6000:]], 0.1), "error/robots_unreachable"),
    "packed, and longer than is read": (zipped(gzip.compress(LONG_RULES)), "error/robots"),
    "a slow drip": (lambda _: slowly([HEAD + b"\r\n", *[b"#"] * 40], 0.2), "error/robots_unreachable"),
    "no HTTP": (b"\x00\x01\x02", "error/robots_unreachable"),
    "cut short": (HEAD + b"Content-Length: 500\r\n\r\nUser-agent: *\nAllow: /\n", "error/robots_unreachable"),
    "a circle": (http(status=302, Location="/robots.txt"), "article"),
    "a picture": (http(b"\x89PNG\r\n", kind="image/png"), "article"),
    "a login page": (http("<form><input type=password></form>", status=401), "article"),
    "ten thousand stars": (http("User-agent: *\nDisallow: /" + "*a" * 10_000 + "$"), "article"),
}


@pytest.mark.parametrize("name", ROBOTS)
def test_hostile_rules_close_or_open_by_name(name: str, site: Site, outcome: Outcome) -> None:
    route, expected = ROBOTS[name]
    site.routes |= {"/robots.txt": route, "/h": http(PAGE)}
    assert outcome("/h") == expected


def test_cookies_are_not_given_back(site: Site, outcome: Outcome) -> None:
    site.routes["/h"] = http(PAGE, Set_Cookie="spy=1; Path=/; Max-Age=999999")
    outcome("/h")
    outcome(GOOD)
    assert all("cookie" not in one.headers for one in site.asked)
