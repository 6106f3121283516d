"""The client against a real server on the loopback interface: what is read, and what is refused by which name."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from loopback_site import Asked, Site, http, slowly
from ports import free_port

from pipelines.crawl.fetch import Fetcher, site_and_target
from pipelines.crawl.follow import follow
from pipelines.crawl.reading import page_of
from pipelines.crawl.response import Failure, Response


def get(fetcher: Fetcher, url: str) -> Response:
    return follow(lambda at, headers: fetcher.exchange(at, headers=headers), url)


def test_a_page_comes_as_served(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a?x=1"] = http("<p>마을</p>", ETag='"7"', Set_Cookie="id=1")
    answer = fetcher.exchange(site.url("/a?x=1#part"))
    assert (answer.status, answer.body.decode(), answer.header("etag")) == (200, "<p>마을</p>", '"7"')
    assert answer.wire == answer.body
    fetcher.exchange(site.url("/a?x=1"))
    assert all("cookie" not in asked.headers for asked in site.asked)
    assert site.asked[0].headers["user-agent"] == "Dure/test (+a@example.com)"


def test_validators_are_sent_and_304_is_understood(site: Site, fetcher: Fetcher) -> None:
    def page(asked: Asked) -> bytes:
        return http(status=304) if asked.headers.get("if-none-match") == '"7"' else http("x", ETag='"7"')

    site.routes["/a"] = page
    assert fetcher.exchange(site.url("/a"), headers={"If-None-Match": '"7"'}).not_modified
    assert fetcher.exchange(site.url("/a")).status == 200


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"<p>a</p>" * 100)),
        ("gzip", gzip.compress(b"<p>a</p>" * 60) + gzip.compress(b"<p>a</p>" * 40)),
        ("deflate", zlib.compress(b"<p>a</p>" * 100)),
        ("deflate", zlib.compress(b"<p>a</p>" * 100)[2:-4]),
        ("identity", b"<p>a</p>" * 100),
    ],
    ids=["gzip", "two members", "deflate", "raw deflate", "identity"],
)
def test_compressed_bodies_are_unpacked_and_kept_as_served(
    site: Site, fetcher: Fetcher, encoding: str, packed: bytes
) -> None:
    site.routes["/z"] = http(packed, Content_Encoding=encoding)
    answer = fetcher.exchange(site.url("/z"))
    assert answer.body == b"<p>a</p>" * 100
    assert answer.wire == packed


def chunked(*parts: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in parts) + b"0\r\n\r\n"


def test_chunked_bodies_are_joined(site: Site, fetcher: Fetcher) -> None:
    site.routes["/c"] = chunked(b"ab", b"cd")
    assert fetcher.exchange(site.url("/c")).body == b"abcd"


PATH = st.text("aZ09-_.~/?=&%:@!$+,;'*()[]{}|^가 é", max_size=12)


@given(path=PATH, scheme=st.sampled_from(["http", "https"]), port=st.sampled_from(["", ":80", ":443", ":8080"]))
@example("bbs/a.php?bo_table=free&wr_id=7", "http", "")
@example("a/../b/./c", "http", "")
@example("%EA%B0%80%eb%82%98%zz?", "https", ":8443")
def test_an_address_is_asked_for_as_httpx_would(path: str, scheme: str, port: str) -> None:
    url = f"{scheme}://paper.example{port}/{path}"
    site, target = site_and_target(url)
    whole = httpx.URL(url)
    assert (site.scheme, site.raw_host, site.port, target) == (
        whole.scheme, whole.raw_host, whole.port, whole.raw_path,
    )  # fmt: skip


def test_what_is_asked_has_no_lines_of_its_own(site: Site, fetcher: Fetcher) -> None:
    site.routes["/a"] = http("x")
    answer = fetcher.exchange(site.url("/a"), headers={"If-None-Match": '"1"\r\nX-Other: 2'})
    assert answer.failure is Failure.PROTOCOL
    assert site.asked == []


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(b"0" * 5_000_000)
HOSTILE = {
    "a bomb": (http(BOMB, Content_Encoding="gzip"), Failure.TOO_LARGE),
    "a bomb in two layers": (http(gzip.compress(BOMB), Content_Encoding="gzip, gzip"), Failure.BAD_ENCODING),
    "too many spaces": (http(b" " * 300_000), Failure.TOO_LARGE),
    "no end": ((HEAD + b"\r\n", *(b"x" * 60_000 for _ in range(20))), Failure.TOO_LARGE),
    "a type that is no page": (http(b"\x89PNG", kind="image/png"), Failure.CONTENT_TYPE),
    "a film under an innocent name": (http(b"\x00" * 100, kind="video/mp4"), Failure.CONTENT_TYPE),
    "brotli nobody asked for": (http(b"\x0b\x02\x80", Content_Encoding="br"), Failure.BAD_ENCODING),
    "gzip that is none": (http(b"<html>", Content_Encoding="gzip"), Failure.BAD_ENCODING),
    "gzip cut in two": (http(gzip.compress(b"a" * 999)[:-9], Content_Encoding="gzip"), Failure.INCOMPLETE),
    "fewer bytes than said": (HEAD + b"Content-Length: 99\r\n\r\n<html>", Failure.INCOMPLETE),
    "a chunk that is no number": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", Failure.INCOMPLETE),
    "no HTTP at all": (b"SSH-2.0-OpenSSH_9\r\n", Failure.PROTOCOL),
    "nothing": (b"", Failure.CONNECT),
    "a header of a megabyte": (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 2**20 + b"\r\n\r\n", Failure.PROTOCOL),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_are_refused_by_name(site: Site, fetcher: Fetcher, name: str) -> None:
    answer, failure = HOSTILE[name]
    site.routes["/h"] = answer
    got = fetcher.exchange(site.url("/h"))
    assert got.failure is failure, got.detail
    assert got.detail
    assert got.body == b""


def test_a_slow_drip_ends_with_the_whole_request(site: Site, fetcher: Fetcher) -> None:
    """Each byte comes in time, the whole never does: the limit is on the request, not on the read."""
    sent: list[bytes] = []

    def drip(_: Asked) -> Iterator[bytes]:
        for part in slowly([HEAD + b"\r\n", *[b"x"] * 100], 0.2):
            sent.append(part)
            yield part

    site.routes["/drip"] = drip
    assert fetcher.exchange(site.url("/drip")).failure is Failure.TIMEOUT
    assert len(sent) < 50, "it does not wait for the end"


def test_a_server_that_hangs_up_does_not_hurt_the_next_request(site: Site, fetcher: Fetcher) -> None:
    site.routes |= {"/bad": b"", "/good": http("ok")}
    assert fetcher.exchange(site.url("/bad")).failure is Failure.CONNECT
    assert fetcher.exchange(site.url("/good")).body == b"ok"


def test_nobody_listens(fetcher: Fetcher) -> None:
    assert fetcher.exchange(f"http://127.0.0.1:{free_port()}/").failure is Failure.CONNECT


def test_charset_lies_are_seen_through(site: Site, fetcher: Fetcher) -> None:
    site.routes["/lie"] = http("<p>똠방각하 협동조합</p>".encode("cp949"), kind="text/html; charset=utf-8")
    page = page_of(fetcher.exchange(site.url("/lie")))
    assert (page.text, page.replaced) == ("<p>똠방각하 협동조합</p>", 0)


# --- redirects --------------------------------------------------------------------------------


def moved(to: str, status: int = 302) -> bytes:
    return http(status=status, Location=to)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_remembered(site: Site, fetcher: Fetcher, status: int) -> None:
    site.routes |= {"/old": moved("/new?x=%EA%B0%80", status), "/new?x=%EA%B0%80": http("here")}
    answer = get(fetcher, site.url("/old"))
    assert (answer.url, answer.final_url) == (site.url("/old"), site.url("/new?x=%EA%B0%80"))
    assert [(hop.url, hop.status) for hop in answer.hops] == [(site.url("/old"), status)]
    assert answer.body == b"here"


def test_a_location_in_raw_korean_is_mended(site: Site, fetcher: Fetcher) -> None:
    site.routes |= {"/old": moved("/새 글"), "/%EC%83%88%20%EA%B8%80": http("here")}
    assert get(fetcher, site.url("/old")).body == b"here"


def test_five_redirects_are_followed_and_six_are_not(site: Site, fetcher: Fetcher) -> None:
    site.routes |= {f"/{n}": moved(f"/{n + 1}") for n in range(6)}
    site.routes["/6"] = http("end")
    assert get(fetcher, site.url("/1")).body == b"end"
    assert get(fetcher, site.url("/0")).failure is Failure.REDIRECTS


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("/loop", "circle"),
        ("", "circle"),
        ("ftp://files.example/", "http"),
        ("javascript:alert(1)", "http"),
        ("file:///etc/passwd", "http"),
        ("http://user:secret@127.0.0.1/", "user name"),
        ("http://[::1/", "taken apart"),
        ("http://0x7f000001/", "unusual form"),
        ("/" + "a" * 3000, "longer"),
    ],
)
def test_redirects_to_nowhere(site: Site, fetcher: Fetcher, location: str, says: str) -> None:
    site.routes["/loop"] = moved(location)
    answer = get(fetcher, site.url("/loop"))
    assert answer.failure is Failure.REDIRECTS
    assert says in answer.detail


def test_an_endless_body_under_a_redirect_is_not_read(site: Site, fetcher: Fetcher) -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n"
    site.routes |= {"/r": lambda _: slowly([head, *[b"x" * 1000] * 30], 0.1), "/end": http("end")}
    assert get(fetcher, site.url("/r")).body == b"end"


# --- addresses outside the public ranges ------------------------------------------------------

PRIVATE = [
    "http://127.0.0.1/",
    "http://127.8.9.1:8080/x",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://198.18.0.1/",
    "http://192.0.2.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[ff02::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://localhost/",
]
DISGUISED = ["http://0x7f000001/", "http://2130706433/", "http://127.1/", "http://0177.0.0.1/", "http://0x7f.1/"]
NO_ADDRESS = [
    "",
    "x",
    "ftp://a.example/",
    "http://",
    "http:///x",
    "//a.example/",
    "http://a b/",
    "http://u:p@a.example/",
]


@pytest.fixture(scope="module")
def outside() -> Fetcher:  # type: ignore[misc]
    """A client as live runs have it: only public addresses."""
    with Fetcher("Dure/test (+a@example.com)") as client:
        yield client  # type: ignore[misc]


@pytest.mark.parametrize("url", PRIVATE)
def test_private_addresses_are_refused(outside: Fetcher, url: str) -> None:
    assert outside.exchange(url).failure is Failure.PRIVATE_ADDRESS


@pytest.mark.parametrize("url", DISGUISED + NO_ADDRESS)
def test_what_is_no_proper_address_is_refused(outside: Fetcher, url: str) -> None:
    assert outside.exchange(url).failure is Failure.BAD_ADDRESS


class Names:
    """A resolver that answers each question with the next of its answers."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    def __call__(self, host: str, port: int) -> list[str]:
        return self.answers.pop(0)


@pytest.mark.parametrize("ips", [["127.0.0.1"], ["10.1.1.1"], ["93.184.216.34", "127.0.0.1"]], ids=str)
def test_a_host_that_resolves_to_a_private_address_is_refused(ips: list[str]) -> None:
    with Fetcher("Dure/test (+a@example.com)", resolver=Names(ips)) as client:
        answer = client.exchange("http://paper.example/")
    assert answer.failure is Failure.PRIVATE_ADDRESS
    assert "paper.example" in answer.detail


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    """A name that is public when checked and private when connected: there is only one resolution."""
    names = Names(["127.0.0.1"], ["10.9.9.9"])
    with Fetcher("Dure/test (+a@example.com)", allow_private=True, resolver=names) as client:
        site.routes["/"] = http("me")
        assert client.exchange(f"http://paper.example:{site.port}/").body == b"me"
    assert names.answers == [["10.9.9.9"]]


def test_a_public_site_cannot_redirect_inside(site: Site, outside: Fetcher) -> None:
    """The second step is made by the same guarded client, whoever answered the first."""

    def exchange(url: str, headers: object) -> Response:
        if "paper.example" in url:
            now = outside.exchange("http://127.0.0.1/").fetched_at
            return Response(url, url, now, 302, (("Location", site.url("/secret")),))
        return outside.exchange(url)

    answer = follow(exchange, "http://paper.example/a")
    assert answer.failure is Failure.PRIVATE_ADDRESS
    assert site.asked == []
