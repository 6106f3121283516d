"""Make the demo recording again: `python tests/demo/record.py` writes `recording.warc.gz` beside this file.

The texts are in content.toml, the skeletons of eight engines in markup/. The recording is what a crawler
would have kept over ten mornings: robots.txt, lists, feeds and articles, in the order they were fetched.
Byte for byte the same on every run, so a test can hold the committed file to its sources.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
KST = timezone(timedelta(hours=9))
LAST_MORNING = datetime(2026, 11, 20, 6, 40, tzinfo=KST)
EUC_KR = {"insnews", "gnuboard4"}
BOARDS = {"notice": "알림마당", "free": "이야기마당", "news": "센터소식"}
PATHS = {
    "ndsoft": "/news/articleView.html?idxno={no}",
    "dadamedia": "/news/view.php?idx={no}",
    "mediaon": "/news/article.html?no={no}",
    "insnews": "/sub_read.html?uid={no}&section=sc3",
    "wordpress": "/?p={no}",
    "gnuboard5": "/bbs/board.php?bo_table={board}&wr_id={no}",
    "gnuboard4": "/bbs/board.php?bo_table={board}&wr_id={no}",
    "rhymix": "/{board}/{no}",
}


@dataclass(frozen=True)
class Exchange:
    """One request and what came back."""

    url: str
    at: datetime
    status: int
    content_type: str
    body: bytes
    location: str = ""


def main() -> None:
    exchanges = sorted(recorded(), key=lambda e: (e.at, e.url))
    (HERE / "recording.warc.gz").write_bytes(warc(exchanges))
    print(f"{len(exchanges)} pages in {HERE / 'recording.warc.gz'}")


def recorded() -> Iterator[Exchange]:
    """Everything the crawler met, morning by morning."""
    outlets = {entry["id"]: entry for entry in _toml("catalogue/demo.toml")["source"]}
    pages = [_page(raw, outlets[raw["outlet"]]) for raw in _toml("content.toml")["page"]]
    for outlet in outlets.values():
        own = sorted((p for p in pages if p["outlet"] == outlet["id"]), key=lambda p: p["at"], reverse=True)
        yield Exchange(
            outlet["home"] + "/robots.txt", LAST_MORNING - timedelta(days=9), 404, "text/plain", b"Not Found"
        )
        yield from _lists(outlet, own)
        for page in own:
            yield from _article(outlet, page, [p for p in own if p is not page and not p["secret"]][:5])


def _page(raw: dict[str, Any], outlet: dict[str, Any]) -> dict[str, Any]:
    board = raw.get("board") or ("news" if outlet["family"] == "gnuboard4" else "free")
    at = datetime.fromisoformat(raw["at"]).replace(tzinfo=KST)
    blank = {"by": "", "caption": "", "subtitle": "", "section": "", "copied": "", "files": [], "comments": []}
    flags = {"notice": False, "secret": False, "deleted": False}
    path = PATHS[outlet["family"]].format(no=raw["no"], board=board)
    made = {"at": at, "utc": at.astimezone(UTC), "board": board, "url": outlet["home"] + path}
    return {**blank, **flags, **raw, **made, "lines": raw["body"].strip().splitlines()}


def _article(outlet: dict[str, Any], page: dict[str, Any], others: list[dict[str, Any]]) -> Iterator[Exchange]:
    """The page on the first morning after it appeared; a copied post appears on the day of copying."""
    appeared = max(page["at"], LAST_MORNING - timedelta(days=1)) if page["copied"] else page["at"]
    at = min(appeared.replace(hour=6, minute=40, second=0) + timedelta(days=1), LAST_MORNING)
    at += timedelta(seconds=10 + page["no"] % 600)
    kind, url = "error" if page["deleted"] else "view", page["url"]
    if page["secret"]:  # gnuboard answers with the way to its password form, which shows the title
        kind, url = "secret", page["url"].replace("board.php?", "password.php?w=s&")
        yield Exchange(page["url"], at, 302, "text/html; charset=utf-8", b"", url)
    html = _render(f"{outlet['family']}.{kind}.html", o=outlet, p=page, others=others, fetched=at, board=_board(page))
    yield _html(outlet, url, at, html)


def _lists(outlet: dict[str, Any], own: list[dict[str, Any]]) -> Iterator[Exchange]:
    """List and feed pages, on the last morning."""
    at = LAST_MORNING
    for entry in outlet["lists"]:
        table = entry["url"].rsplit("bo_table=", 1)[-1].rsplit("/", 1)[-1]
        rows = (
            sorted((p for p in own if p["board"] == table), key=_board_order) if outlet["channel"] == "board" else own
        )
        html = _render(
            f"{outlet['family']}.list.html", o=outlet, pages=rows, fetched=at, table=table, board=BOARDS.get(table)
        )
        yield _html(outlet, entry["url"], at, html)
    for entry in outlet.get("feeds", []):
        table = entry["url"].rsplit("bo_table=", 1)[-1]
        rows = [p for p in own if outlet["channel"] == "news" or p["board"] == table]
        xml = _render(f"{outlet['family']}.feed.xml", o=outlet, pages=rows[:10], table=table, board=BOARDS.get(table))
        yield Exchange(entry["url"], at + timedelta(seconds=5), 200, "text/xml; charset=utf-8", xml.encode())


def _board_order(page: dict[str, Any]) -> tuple[bool, int]:
    """Notices first, then newest insertion: a copied post stands on top with its old date."""
    return (not page["notice"], -page["no"])


def _board(page: dict[str, Any]) -> str:
    return BOARDS.get(page["board"], "")


def _html(outlet: dict[str, Any], url: str, at: datetime, html: str) -> Exchange:
    if outlet["family"] in EUC_KR:
        return Exchange(url, at, 200, "text/html; charset=euc-kr", html.encode("cp949", "xmlcharrefreplace"))
    return Exchange(url, at, 200, "text/html; charset=utf-8", html.encode())


_markup = Environment(loader=FileSystemLoader(HERE / "markup"), autoescape=True, undefined=StrictUndefined)


def _render(name: str, **values: Any) -> str:
    return _markup.get_template(name).render(**values)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


# --- WARC 1.1, one gzip member a record; the same bytes on every run -----------------------------


def warc(exchanges: list[Exchange]) -> bytes:
    """The recording as a WARC file that any tool of the web-archiving world reads."""
    info = b"software: tests/demo/record.py\r\nformat: WARC File Format 1.1\r\n"
    out = [_record("warcinfo", None, LAST_MORNING, "application/warc-fields", info)]
    for e in exchanges:
        out.append(_record("response", e.url, e.at, "application/http; msgtype=response", _http(e)))
    return b"".join(out)


def _http(e: Exchange) -> bytes:
    words = {200: "OK", 302: "Found", 404: "Not Found"}
    date = e.at.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    head = [f"HTTP/1.1 {e.status} {words[e.status]}", f"Date: {date}", f"Content-Type: {e.content_type}"]
    head += [f"Location: {e.location}"] if e.location else []
    head += [f"Content-Length: {len(e.body)}", "", ""]
    return "\r\n".join(head).encode("ascii") + e.body


def _record(kind: str, url: str | None, at: datetime, content_type: str, block: bytes) -> bytes:
    stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {url} {stamp} {hashlib.sha256(block).hexdigest()}")
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{name}>", f"WARC-Date: {stamp}"]
    lines += [f"WARC-Target-URI: {url}"] if url else []
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    whole = "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as member:
        member.write(whole)
    return packed.getvalue()


if __name__ == "__main__":
    main()
