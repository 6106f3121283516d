"""The reconciliation service over HTTP: routes for `dure serve`, open to browsers of other origins (OpenRefine)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.merge.reconcile import service
from pipelines.merge.reconcile.register import Register, read_register

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

MOST_BYTES = 1_000_000
_CALLBACK = re.compile(r"[A-Za-z_$][\w$.]{0,100}")


def application(folder: Path) -> Starlette:
    """The ASGI application over a published folder; a new release is taken up as it lands."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware
    from starlette.routing import Route

    def with_register(answer: Callable[[Register, Request, dict[str, str]], Response]) -> Callable[[Request], Any]:
        async def respond(request: Request) -> Response:
            try:
                given = await _given(request)
                return answer(read_register((folder / "current" / "digest.db").resolve()), request, given)
            except FileNotFoundError:
                return _json(request, {}, {"error": "no release yet"}, 503)
            except (service.BadQuery, ValueError) as error:
                return _json(request, {}, {"error": str(error)}, 400)

        return respond

    both = ["GET", "POST"]
    return Starlette(
        routes=[
            Route("/", with_register(_root), methods=both),
            Route("/suggest/{what:str}", with_register(_suggest)),
            Route("/properties", with_register(_properties)),
            Route("/preview", with_register(_preview)),
        ],
        middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=both)],
    )


async def _given(request: Request) -> dict[str, str]:
    """What came in the address and in the form."""
    given = dict(request.query_params)
    if request.method == "POST":
        if int(request.headers.get("content-length") or 0) > MOST_BYTES:
            raise service.BadQuery(f"more than {MOST_BYTES} bytes in one request; send smaller batches")
        from urllib.parse import parse_qsl

        given |= dict(parse_qsl((await request.body())[:MOST_BYTES].decode("utf-8", "replace"), max_num_fields=50))
    return given


def _root(register: Register, request: Request, given: dict[str, str]) -> Response:
    if "queries" in given:
        return _json(request, given, service.answer(register, _parsed(given["queries"])))
    if "extend" in given:
        return _json(request, given, service.extend(register, _parsed(given["extend"])))
    mounted = request.scope["root_path"].removeprefix(request.scope.get("app_root_path", ""))
    base = str(request.base_url).rstrip("/") + mounted
    return _json(request, given, service.manifest(register, base))


def _suggest(register: Register, request: Request, given: dict[str, str]) -> Response:
    what = request.path_params["what"]
    if what not in ("entity", "property", "type"):
        return _json(request, given, {"error": f"nothing to suggest for «{what}»"}, 404)
    cursor = max(0, min(int(given.get("cursor") or 0), 10_000))
    return _json(request, given, service.suggest(register, what, given.get("prefix", "")[:200], cursor))


def _properties(register: Register, request: Request, given: dict[str, str]) -> Response:
    limit = int(given["limit"]) if given.get("limit") else None
    return _json(request, given, service.propose(given.get("type") or str(service.EVERY["id"]), limit))


def _preview(register: Register, request: Request, given: dict[str, str]) -> Response:
    from starlette.responses import HTMLResponse

    page = service.preview(register, given.get("id", ""))
    return HTMLResponse(page or "<!doctype html><p>그런 조직이 없습니다.", 200 if page else 404)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise service.BadQuery(f"no JSON ({error})") from error


def _json(request: Request, given: dict[str, str], value: Any, status: int = 200) -> Response:
    """JSON, or JSONP where a callback is named (older OpenRefine)."""
    from starlette.responses import JSONResponse, Response

    callback = given.get("callback", "")
    if callback and _CALLBACK.fullmatch(callback):
        body = f"/**/{callback}({json.dumps(value, ensure_ascii=False)});"
        return Response(body, media_type="application/javascript; charset=utf-8")
    return JSONResponse(value, status)
