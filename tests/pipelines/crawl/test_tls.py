"""Old and badly kept encryption, on a loopback server: refused by name, read only where the entry says so."""

from __future__ import annotations

import ssl
import warnings
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import certifi
import pytest
from board_pages import listing, view
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from loopback_site import Site, http

from pipelines.crawl.fetch import Fetcher, Limits
from pipelines.crawl.looking import OnboardingError, look_at, refuse
from pipelines.crawl.polite import Polite, Terms
from pipelines.crawl.response import Failure
from pipelines.crawl.rounds import Desk, crawl_source
from sources.catalogue import Address, Source
from sources.catalogue_fields import TLS_LEVELS
from store.session import Store

NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Server:
    """How a server is set up; every default is what a well-kept one has."""

    bits: int = 2048
    signed_by_itself: bool = False
    host: str = "127.0.0.1"
    until: timedelta = timedelta(days=30)
    oldest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_2
    newest: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3
    ciphers: str = "DEFAULT"


ALL = frozenset(TLS_LEVELS)
SERVERS: dict[str, tuple[Server, frozenset[str]]] = {
    "well kept": (Server(), ALL),
    "TLS 1.0 only": (Server(oldest=ssl.TLSVersion.TLSv1, newest=ssl.TLSVersion.TLSv1), ALL - {"strict"}),
    "TLS 1.1 only": (Server(oldest=ssl.TLSVersion.TLSv1_1, newest=ssl.TLSVersion.TLSv1_1), ALL - {"strict"}),
    "a key of 1024 bits": (Server(bits=1024), ALL - {"strict"}),
    "ciphers of 2005": (Server(newest=ssl.TLSVersion.TLSv1_2, ciphers="AES128-SHA"), ALL - {"strict"}),
    "signed by itself": (Server(signed_by_itself=True), frozenset({"unverified"})),
    "another host's certificate": (Server(host="192.0.2.7"), frozenset({"unverified"})),
    "run out": (Server(until=timedelta(days=-1)), frozenset({"unverified"})),
    "TLS 1.0, signed by itself": (
        Server(signed_by_itself=True, oldest=ssl.TLSVersion.TLSv1, newest=ssl.TLSVersion.TLSv1),
        frozenset({"unverified"}),
    ),
}


class Authority:
    """Signs certificates; stands in for the authorities that browsers know."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = rsa.generate_private_key(65537, 2048)
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
        own = self._builder(self._name, self._key, timedelta(days=30))
        own = own.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.bundle = folder / "authority.pem"
        self.bundle.write_bytes(own.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def context(self, server: Server) -> ssl.SSLContext:
        key = rsa.generate_private_key(65537, server.bits)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, server.host)])
        made = self._builder(name, key, server.until, by_itself=server.signed_by_itself)
        made = made.add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(server.host))]), critical=False
        )
        signed = made.sign(key if server.signed_by_itself else self._key, hashes.SHA256())
        path = self._folder / "server.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + signed.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_ciphers(f"{server.ciphers}:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version, context.maximum_version = server.oldest, server.newest
        context.load_cert_chain(path)
        return context

    def _builder(
        self, name: x509.Name, key: rsa.RSAPrivateKey, until: timedelta, by_itself: bool = False
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name if by_itself else self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=2))
            .not_valid_after(NOW + until)
        )


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def client(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Fetcher:  # type: ignore[misc]
    """Knows the authority as it would know the real ones."""
    monkeypatch.setattr(certifi, "where", lambda: str(authority.bundle))
    with Fetcher("Dure/test (+a@example.com)", allow_private=True, limits=Limits(seconds=5)) as opened:
        yield opened  # type: ignore[misc]


@pytest.mark.parametrize("name", SERVERS)
def test_each_level_reads_what_it_says(name: str, authority: Authority, client: Fetcher) -> None:
    server, readable_at = SERVERS[name]
    with Site({"/": http("본문")}, tls=authority.context(server)) as site:
        for level in TLS_LEVELS:
            answer = client.exchange(site.url(), tls=level)
            if level in readable_at:
                assert answer.body.decode() == "본문", (level, answer.detail)
            else:
                assert answer.failure is Failure.TLS, (level, answer.detail)
                assert answer.detail


@pytest.mark.parametrize(("level", "outcome"), [("", "broken"), ("old", "broken"), ("unverified", "good")])
def test_the_entry_of_a_source_decides(
    level: str, outcome: str, authority: Authority, client: Fetcher, store: Store
) -> None:
    from test_rounds import LIST, POSTS

    context = authority.context(SERVERS["signed by itself"][0])
    with Site(tls=context) as site:
        site.routes |= {"/robots.txt": http(""), LIST: http(listing(POSTS, base=site.url("")))}
        site.routes |= {f"{LIST}&wr_id={post.number}": http(view(post)) for post in POSTS}
        source = Source(
            "duremaeul", "두레마을", "forum", "서울", "gnuboard5", "board",
            home=site.url(), lists=(Address(site.url(LIST), "seen"),), pace_seconds=0.0,
            oddities={"tls": level} if level else {},
        )  # fmt: skip
        tally = crawl_source(source, Desk(store, None, Polite(client.exchange, least_pace=0.0)), force=True)
    assert tally.round is not None
    assert tally.round.outcome == outcome, tally.round.detail


def test_adding_an_outlet_with_bad_encryption_says_what_to_do(authority: Authority, client: Fetcher) -> None:
    polite = Polite(client.exchange, least_pace=0.0)
    for name, says in (("signed by itself", 'tls = "unverified"'), ("TLS 1.0 only", 'tls = "old"')):
        with Site({"/robots.txt": http("")}, tls=authority.context(SERVERS[name][0])) as site:
            with pytest.raises(OnboardingError) as error:
                refuse(look_at(site.url(), polite, Terms(0.0)))
            assert says in str(error.value)
