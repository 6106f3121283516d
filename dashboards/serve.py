"""`dure serve`: the published folder on one port, with search and a SQL console.

::

    /            the pages, feeds, calendars and exports of `current`, with ETags and compression
    /search      search over digest.db (also /search.html, where the pages' forms lead)
    /data/       Datasette, read-only
    /reconcile   what the caller mounts besides (`dure serve`: W3C reconciliation of names)
    /leave/KEY   ends a mail subscription: GET asks, POST does it (RFC 8058)
    /health      version and day of the release as JSON; 503 before there is one

`current` is looked up for every request, so a new release shows as soon as it lands; a request
that has begun is answered from the release it began with.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from dashboards.files import HEADERS, Files, current
from dashboards.search import search
from dashboards.site import held
from dashboards.site.digest import open_digest
from dashboards.site.render import Pages

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

MOST_HITS = 60
Leave = Callable[[str], object]
"""Ends the mail subscription of a key; of an unknown one nothing happens."""


class ServeError(Exception):
    """The folder or the port cannot be used; one sentence says which and what to do."""


def serve(
    folder: Path,
    host: str = "127.0.0.1",
    port: int = 8710,
    open_browser: bool = False,
    mounts: Mapping[str, ASGIApp] = MappingProxyType({}),
    leave: Leave | None = None,
) -> None:
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
    uvicorn.run(application(folder, mounts, leave), host=host, port=port, log_level="warning")


def application(
    folder: Path, mounts: Mapping[str, ASGIApp] = MappingProxyType({}), leave: Leave | None = None
) -> Starlette:
    """The ASGI application over a published folder, with what else is mounted by path.

    Without `leave` no mail subscription can be ended here.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.gzip import GZipMiddleware
    from starlette.responses import RedirectResponse
    from starlette.routing import BaseRoute, Mount, Route

    routes: list[BaseRoute] = [
        Route("/health", lambda request: _health(folder)),
        Route("/search", lambda request: _search(folder, request)),
        Route("/search.html", lambda request: _search(folder, request)),
        # Datasette's pages name no icon, so browsers ask for this one; relative, for a site may live below a path
        Route("/favicon.ico", lambda request: RedirectResponse("static/favicon.svg", 308)),
        Mount("/data", app=_Console(folder)),
        *(Mount(path, app=app) for path, app in mounts.items()),
        Mount("/", app=Files(folder)),
    ]
    if leave is not None:
        routes.insert(0, Route("/leave/{key}", lambda asked: _leave(folder, leave, asked), methods=["GET", "POST"]))
    packed = Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    return Starlette(routes=routes, middleware=[packed, Middleware(_Slash, paths=frozenset(mounts))])


class _Slash:
    """«/reconcile» is the root of what is mounted there: OpenRefine asks it without a slash, and posts to it."""

    def __init__(self, app: ASGIApp, paths: frozenset[str]) -> None:
        self.app = app
        self.paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] in self.paths:
            scope = {**scope, "path": f"{scope['path']}/"}
        await self.app(scope, receive, send)


def _health(folder: Path) -> Response:
    from starlette.responses import JSONResponse

    release = current(folder)
    if release is None:
        return JSONResponse({"status": "no release"}, status_code=503, headers={"cache-control": "no-store"})
    said = {"status": "ok", **_manifest(release)}
    if (folder / "problem.json").exists():
        said |= {"status": "stale", "problem": json.loads((folder / "problem.json").read_text(encoding="utf-8"))}
    return JSONResponse(said, headers={"cache-control": "no-store"})


@lru_cache(maxsize=2)
def _manifest(release: Path) -> dict[str, Any]:
    """What the health page says of a release. Its manifest names every file, so it is read once."""
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    return {key: manifest[key] for key in ("version", "as_of", "counts")}


def _search(folder: Path, request: Request) -> Response:
    from starlette.responses import HTMLResponse, RedirectResponse

    release = current(folder)
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


def _leave(folder: Path, leave: Leave, request: Request) -> Response:
    """A link scanner that follows every address of a mail only sees the question; a second POST finds it done."""
    from starlette.responses import HTMLResponse, RedirectResponse

    release, key = current(folder), request.path_params["key"]
    if release is None:
        return RedirectResponse("/health")
    done = request.method == "POST"
    if done:
        leave(key)
    with open_digest(release / "digest.db") as digest:
        page = Pages(digest, release).text("leave/key.html", "leave.html", key=quote(key), done=done)
    return HTMLResponse(page, headers={**HEADERS, "cache-control": "no-store"})


class _Console:
    """Datasette over the current digest; made anew when another release has landed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.release: Path | None = None
        self.app: Any = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.responses import PlainTextResponse, RedirectResponse

        release = current(self.folder)
        if release is not None and release != self.release:
            from dashboards.console import console

            self.app, self.release = console(release / "digest.db"), release
        below = scope["path"].removeprefix("/data")
        if self.app is None:
            await PlainTextResponse("no release yet\n", status_code=503)(scope, receive, send)
        elif below in ("", "/"):  # there is one database, so a page that lists them says nothing
            await RedirectResponse("/data/digest", 307, HEADERS)(scope, receive, send)
        else:
            await self.app(_below(scope, below), receive, _with_headers(send))


def _below(scope: Scope, path: str) -> Scope:
    """What Datasette is asked: it puts its `base_url` before the path it sees, so that must come without it.

    With it every link to CSV and JSON was «/data/data/…».
    """
    raw = scope.get("raw_path") or quote(scope["path"]).encode()
    return {**scope, "path": path, "raw_path": raw.removeprefix(b"/data"), "root_path": ""}


def _with_headers(send: Send) -> Send:
    """The site's policy on Datasette's answers too."""
    policy = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    ours = {name for name, _ in policy}

    async def sent(message: Any) -> None:
        if message["type"] == "http.response.start":
            kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in ours]
            message = {**message, "headers": [*kept, *policy]}
        await send(message)

    return sent
