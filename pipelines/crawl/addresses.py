"""Which addresses may be asked: http(s) hosts in the public ranges of the internet.

A page we read may name any address, and some name ours: `http://169.254.169.254/`, `http://[::1]/`,
`http://0x7f000001/`, a host of their own that resolves to 10.0.0.1. What decides is the address that
is connected to, so `fetch` asks `why_not_public` about every resolved address, after every redirect.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import urljoin, urlsplit, urlunsplit

MAX_LENGTH = 2000
"""Characters of an address. Longer ones are endless calendars and broken scripts, not articles."""

_BLANK = re.compile(r"[\x00-\x20\x7f]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class BadAddress(ValueError):
    """Not an address we would ask; the message says why."""


@lru_cache(maxsize=1024)
def clean(url: str) -> str:
    """The address as it is asked for, without its fragment. Raises BadAddress. Cached: every door asks."""
    url = url.strip()
    if len(url) > MAX_LENGTH:
        raise BadAddress(f"longer than {MAX_LENGTH} characters")
    if _BLANK.search(url):
        raise BadAddress("has blanks or control characters in it")
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise BadAddress(f"cannot be taken apart ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise BadAddress("is not a whole http:// or https:// address")
    if parts.username is not None or parts.password is not None:
        raise BadAddress("carries a user name or password")
    if _number_in_disguise(host):
        raise BadAddress(f"names its host as a number in an unusual form ({host})")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def join(base: str, location: str) -> str:
    """Where a redirect leads. Raises BadAddress."""
    try:
        return clean(urljoin(base, _quoted(location.strip())))
    except BadAddress:
        raise
    except ValueError as error:
        raise BadAddress(f"cannot be taken apart ({error})") from error


def host_of(url: str) -> str:
    """host or host:port, in lower case: what pace and robots are kept by."""
    return urlsplit(url).netloc.lower().rpartition("@")[2]


def why_not_public(address: str) -> str:
    """Why an IP address may not be connected to; empty for a public one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = _inside(ip)
    if inner is not None:
        return why_not_public(str(inner))
    for bad in ("loopback", "link_local", "multicast", "unspecified", "private", "reserved"):
        if getattr(ip, f"is_{bad}"):
            return f"{ip} is {bad.replace('_', '-')}"
    return "" if ip.is_global else f"{ip} is not in the public ranges"


def literal(url: str) -> str:
    """The IP address an address names itself, without any resolution; empty for a host name."""
    host = (urlsplit(url).hostname or "").partition("%")[0]
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return ""


def _inside(ip: IPAddress) -> IPAddress | None:
    """The IPv4 address that some IPv6 addresses carry: mapped, 6to4, Teredo, NAT64."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip.teredo:
        return ip.teredo[1]
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


@lru_cache(maxsize=1024)
def _number_in_disguise(host: str) -> bool:
    """2130706433, 0x7f000001, 127.1, 0177.0.0.1: the C library takes them for addresses, people do not."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
        return False
    except ValueError:
        pass
    try:
        socket.inet_aton(host.rstrip("."))
        return True
    except OSError:
        return False


def _quoted(location: str) -> str:
    """Blanks and raw non-ASCII in a Location, as browsers mend them."""
    from urllib.parse import quote

    return quote(location, safe="%/:=&?~#+!$,;'@()*[]|")
