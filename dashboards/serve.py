"""`dure serve`: the published folder on one port, with search and a SQL console.

::

    /            the pages, feeds, calendars and exports of `current`, with ETags and compression
    /search      search over digest.db (also /search.html, where the pages' forms lead)
    /data/       Datasette, read-only
    /health      version and day of the release as JSON; 503 before there is one

`current` is looked up for every request, so a new release shows as soon as it lands; a request
that has begun is answered from the release it began with.
"""

from __future__ import annotations

import json
import mimetypes
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dashboards.search import search
from dashboards.site import held
from dashboards.site.digest import open_digest
from dashboards.site.render import CSP, Pages

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

MOST_HITS = 60
FRESH_SECONDS = 60
"""How long a browser may keep a page without asking again; after that an ETag decides."""
LONGEST_NAME = 255
_RELATIVE = re.compile(r'\b(href|src|action)="(?![#/])')
TYPES = {".ics": "text/calendar; charset=utf-8", ".xml": "application/atom+xml; charset=utf-8",
         ".jsonl": "application/x-ndjson; charset=utf-8", ".db": "application/vnd.sqlite3",
         ".parquet": "application/vnd.apache.parquet"}  # fmt: skip
HEADERS = {
    "content-security-policy": CSP + "; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


class ServeError(Exception):
    """The folder or the port cannot be used; one sentence says which and what to do."""


def serve(folder: Path, host: str = "127.0.0.1", port: int = 8710, open_browser: bool = False) -> None:
    """Serve until interrupted. Raises ServeError where there is no release or the port is taken."""
    import socket

    import uvicorn

    if not (folder / "current").exists():
        raise ServeError(f"There is no release in {folder} yet; run `dure run` or `dure publish` first.")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            say = f"Cannot listen on {host}:{port} ({error.strerror}); choose another with --host or --port"
            raise ServeError(f"{say}.") from error
    address = f"http://{host}:{port}/"
    print(f"두레: {address}")
    if open_browser:
        import threading
        import webbrowser

        threading.Timer(0.8, webbrowser.open, (address,)).start()
    uvicorn.run(application(folder), host=host, port=port, log_level="warning")


def application(folder: Path) -> Starlette:
    """The ASGI application over a published folder."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.routing import Mount, Route

    routes = [
        Route("/health", lambda request: _health(folder)),
        Route("/search", lambda request: _search(folder, request)),
        Route("/search.html", lambda request: _search(folder, request)),
        Mount("/data", app=_Console(folder)),
        Route("/{path:path}", lambda request: _file(folder, request)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)])


def _release(folder: Path) -> Path | None:
    link = folder / "current"
    return link.resolve() if link.exists() else None


def _health(folder: Path) -> Response:
    from starlette.responses import JSONResponse

    release = _release(folder)
    if release is None:
        return JSONResponse({"status": "no release"}, status_code=503, headers={"cache-control": "no-store"})
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    said = {"status": "ok", **{key: manifest[key] for key in ("version", "as_of", "counts")}}
    if (folder / "problem.json").exists():
        said |= {"status": "stale", "problem": json.loads((folder / "problem.json").read_text(encoding="utf-8"))}
    return JSONResponse(said, headers={"cache-control": "no-store"})


def _file(folder: Path, request: Request) -> Response:
    from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response

    release = _release(folder)
    if release is None:
        return PlainTextResponse("no release yet\n", status_code=503)
    path = request.path_params["path"]
    target = release / (path or "index.html")
    inside = _inside(target, release)
    if inside and target.is_dir():
        if not path.endswith("/"):
            return RedirectResponse(request.url.path + "/")
        target = target / "index.html"
    if not inside or not target.is_file():
        return _missing(release)
    stat = target.stat()
    tag = f'"{sha256(f"{release.name}/{path}/{stat.st_size}".encode()).hexdigest()[:20]}"'
    headers = {**HEADERS, "etag": tag, "cache-control": f"public, max-age={FRESH_SECONDS}, must-revalidate"}
    if tag in [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    kind = TYPES.get(target.suffix) or mimetypes.guess_type(target.name)[0] or "application/octet-stream"
    return FileResponse(target, headers=headers, media_type=kind)


def _missing(release: Path) -> Response:
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


def _search(folder: Path, request: Request) -> Response:
    from starlette.responses import HTMLResponse, RedirectResponse

    release = _release(folder)
    if release is None:
        return RedirectResponse("/health")
    query = " ".join(request.query_params.get("q", "")[:100].split())
    if request.url.path == "/search":
        return RedirectResponse("/search.html?" + urlencode({"q": query}))
    db = release / "digest.db"
    hits = search(db, query, MOST_HITS + 1)
    with open_digest(db) as digest:
        page = Pages(digest, release).text(
            "search.html", "found.html", query=query, hits=hits[:MOST_HITS], more=len(hits) > MOST_HITS
        )
    if (said := held.words_of(release)) is not None:
        page = held.with_notice(page, said)
    return HTMLResponse(page, headers={**HEADERS, "cache-control": "no-cache"})


class _Console:
    """Datasette over the current digest; made anew when another release has landed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.release: Path | None = None
        self.app: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        release = _release(self.folder)
        if release is not None and release != self.release:
            from dashboards.console import console

            self.app, self.release = console(release / "digest.db"), release
        if self.app is None:
            from starlette.responses import PlainTextResponse

            await PlainTextResponse("no release yet\n", status_code=503)(scope, receive, send)
            return
        await self.app(scope, receive, send)
