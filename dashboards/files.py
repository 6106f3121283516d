"""The files of the current release over HTTP: ETags, compression, policy, and a memory for what is asked often.

A small file is read and compressed once and then answered from memory; a release never changes, so
what is remembered under its name stays true. Large files (digest.db, exports) stream from disk.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dashboards.site.render import CSP

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

FRESH_SECONDS: Final = 60
"""How long a browser may keep a page without asking again; after that an ETag decides."""
LONGEST_NAME: Final = 255
SMALL, REMEMBERED = 512 * 1024, 64 * 1024 * 1024
"""Bytes of a file that is remembered, and of all that are."""
WORTH_PACKING: Final = 1_000
TYPES: Final = {
    ".ics": "text/calendar; charset=utf-8", ".xml": "application/atom+xml; charset=utf-8",
    ".jsonl": "application/x-ndjson; charset=utf-8", ".db": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
}  # fmt: skip
PACKED: Final = frozenset((".parquet", ".db", ".png", ".gz"))
HEADERS: Final = {
    "content-security-policy": CSP + "; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


def current(folder: Path) -> Path | None:
    """The release that is shown now; None before the first."""
    link = folder / "current"
    return link.resolve() if link.exists() else None


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is answered: bytes as they are and packed (empty where that is not worth it)."""

    tag: str
    kind: str
    body: bytes
    packed: bytes

    @property
    def size(self) -> int:
        return len(self.body) + len(self.packed)


class Files:
    """An ASGI application over the current release of a published folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memory: OrderedDict[tuple[str, str], Kept] = OrderedDict()
        self.held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._answer(scope)
        await answer(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        from starlette.responses import PlainTextResponse, RedirectResponse

        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("only GET and HEAD\n", 405, headers={**HEADERS, "allow": "GET, HEAD"})
        release = current(self.folder)
        if release is None:
            return PlainTextResponse("no release yet\n", status_code=503)
        path = scope["path"].removeprefix("/")
        asked = _headers(scope)
        kept = self.memory.get((release.name, path))
        if kept is not None:
            self.memory.move_to_end((release.name, path))
            return _kept(kept, asked)
        target = release / (path or "index.html")
        inside = _inside(target, release)
        if inside and target.is_dir():
            if path and not path.endswith("/"):
                return RedirectResponse("/" + path + "/", headers=HEADERS)
            target = target / "index.html"
        if not inside or not target.is_file():
            return _missing(release)
        return self._from_disk(target, (release.name, path), asked)

    def _from_disk(self, target: Path, key: tuple[str, str], asked: dict[str, str]) -> Response:
        """A file that is not in memory; a small one is from now on. `key`: the release and the path asked for."""
        from starlette.responses import FileResponse

        size = target.stat().st_size
        kind = TYPES.get(target.suffix) or mimetypes.guess_type(target.name)[0] or "application/octet-stream"
        tag = sha256(f"{'/'.join(key)}/{size}".encode()).hexdigest()[:20]
        if size <= SMALL:
            kept = _read(target, tag, kind)
            self._remember(key, kept)
            return _kept(kept, asked)
        if _same(asked, tag):
            return _not_modified(tag)
        return FileResponse(target, headers=_said(tag), media_type=kind)

    def _remember(self, key: tuple[str, str], kept: Kept) -> None:
        self.memory[key] = kept
        self.held += kept.size
        while self.held > REMEMBERED:
            _, oldest = self.memory.popitem(last=False)
            self.held -= oldest.size


def _read(target: Path, tag: str, kind: str) -> Kept:
    body = target.read_bytes()
    pack = len(body) >= WORTH_PACKING and target.suffix not in PACKED
    if kind.startswith("text/") and "charset" not in kind:
        kind += "; charset=utf-8"
    return Kept(tag, kind, body, gzip.compress(body, 6, mtime=0) if pack else b"")


def _kept(kept: Kept, asked: dict[str, str]) -> Response:
    """The remembered file in the form that was asked for; each form has an ETag of its own (RFC 9110 §8.8.3.3)."""
    from starlette.responses import Response

    if _same(asked, kept.tag):
        return _not_modified(kept.tag)
    said = _said(kept.tag)
    if kept.packed:
        said["vary"] = "accept-encoding"
        if "gzip" in asked.get("accept-encoding", ""):
            said |= {"content-encoding": "gzip", "etag": f'"{kept.tag}-gz"'}
            return Response(kept.packed, headers=said, media_type=kept.kind)
    return Response(kept.body, headers=said, media_type=kept.kind)


def _said(tag: str) -> dict[str, str]:
    return {**HEADERS, "etag": f'"{tag}"', "cache-control": f"public, max-age={FRESH_SECONDS}, must-revalidate"}


def _same(asked: dict[str, str], tag: str) -> bool:
    given = [part.strip().removeprefix("W/") for part in asked.get("if-none-match", "").split(",")]
    return f'"{tag}"' in given or f'"{tag}-gz"' in given


def _not_modified(tag: str) -> Response:
    from starlette.responses import Response

    return Response(status_code=304, headers=_said(tag))


def _headers(scope: Scope) -> dict[str, str]:
    wanted = (b"if-none-match", b"accept-encoding")
    return {name.decode(): value.decode("latin-1") for name, value in scope["headers"] if name in wanted}


def _missing(release: Path) -> Response:
    """The page that says so, with addresses that hold at any depth."""
    from starlette.responses import Response

    page = (release / "404.html").read_text(encoding="utf-8")
    anywhere = (
        page.replace('href="', 'href="/').replace('src="static/', 'src="/static/').replace('action="', 'action="/')
    )
    return Response(anywhere, 404, media_type="text/html", headers=HEADERS)


def _inside(target: Path, release: Path) -> bool:
    """No path leads out of the release, by dots or by links; a name too long for the disk is not there."""
    try:
        return target.resolve().is_relative_to(release) and len(target.name.encode()) <= LONGEST_NAME
    except (OSError, ValueError):
        return False
