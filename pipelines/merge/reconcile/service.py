"""W3C Reconciliation Service API 0.2 over the register: what is asked → what is answered, as plain JSON values.

Community Group Report «Reconciliation Service API v0.2» (10 April 2023); sections are named at the functions. The
shapes are those OpenRefine 3 sends and expects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from pipelines.merge.reconcile.register import Body, Candidate, Register

Json = dict[str, Any]
MOST_QUERIES = 100
"""Queries a batch (`batchSize` of the manifest); OpenRefine sends ten."""
MOST_CANDIDATES = 25
MOST_SUGGESTED = 10  # in one answer to letters being typed
EVERY: Json = {"id": "organisation", "name": "조직"}
_PROPERTIES: dict[str, tuple[str, Callable[[Body, Register], list[Json]]]] = {
    "type": ("갈래", lambda b, r: [{"id": b.type, "name": r.kinds.get(b.type, b.type)}]),
    "region": ("지역", lambda b, r: [{"str": b.region}] if b.region else []),
    "names": ("적힌 이름들", lambda b, r: [{"str": name} for name in b.names]),
    "numbers": ("공식 목록의 번호", lambda b, r: [{"str": number} for _, number in b.numbers if "@" not in number]),
    "parent": ("상위 조직", lambda b, r: [{"id": b.parent[0], "name": b.parent[1]}] if b.parent else []),
    "article_count": ("이름이 나온 글 수", lambda b, r: [{"int": b.articles}]),
    "event_count": ("주최·주관·후원한 행사 수", lambda b, r: [{"int": b.events}]),
    "first_on": ("처음 나온 날", lambda b, r: [{"date": b.first_on}] if b.first_on else []),
    "last_on": ("마지막으로 나온 날", lambda b, r: [{"date": b.last_on}] if b.last_on else []),
}


class BadQuery(Exception):
    """What was sent is no query; the message says what is wrong with it."""


def manifest(register: Register, base: str) -> Json:
    """§4 Service manifest. `base` is the address of the service without a slash at its end."""
    pages = base.rpartition("/")[0]
    suggest = {
        kind: {"service_url": base, "service_path": f"/suggest/{kind}"} for kind in ("entity", "property", "type")
    }
    return {
        "versions": ["0.2"],
        "name": "두레 조직 목록",
        "identifierSpace": f"{pages}/organisations/",
        "schemaSpace": f"{base}/properties/",
        "defaultTypes": [EVERY],
        "batchSize": MOST_QUERIES,
        "view": {"url": f"{pages}/organisations/{{{{id}}}}.html"},
        "preview": {"url": f"{base}/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": suggest,
        "extend": {"propose_properties": {"service_url": base, "service_path": "/properties"}, "property_settings": []},
    }


def answer(register: Register, queries: Any) -> Json:
    """§5 Reconciliation queries: a batch of named queries → a batch of named results. Raises BadQuery."""
    if not isinstance(queries, Mapping):
        raise BadQuery("queries must be a JSON object of named queries")
    if len(queries) > MOST_QUERIES:
        raise BadQuery(f"{len(queries)} queries in one batch; at most {MOST_QUERIES} are answered")
    return {str(key): {"result": _result(register, key, query)} for key, query in queries.items()}


def _result(register: Register, key: object, query: Any) -> list[Json]:
    if not isinstance(query, Mapping) or not isinstance(query.get("query"), str):
        raise BadQuery(f"{key}: a query needs a text in «query»")
    wanted = query.get("type") or ()
    kinds = frozenset((wanted,) if isinstance(wanted, str) else map(str, wanted)) - {EVERY["id"]}
    found = register.candidates(query["query"], _region(query.get("properties")), kinds)
    limit = query.get("limit")
    most = limit if isinstance(limit, int) and not isinstance(limit, bool) and 0 < limit <= MOST_CANDIDATES else 10
    return [_candidate(register, candidate) for candidate in found[:most]]


def _region(properties: Any) -> str:
    """The cells a user mapped to the region go in as what is known of the body."""
    said = []
    for given in properties if isinstance(properties, list) else ():
        if isinstance(given, Mapping) and given.get("pid") == "region":
            values = given.get("v")
            said += [
                str(v.get("name") or v.get("id") if isinstance(v, Mapping) else v)  # a cell that is reconciled itself
                for v in (values if isinstance(values, list) else [values])
            ]
    return " ".join(said)


def _candidate(register: Register, found: Candidate) -> Json:
    score = round(found.score * 100, 1)
    return {
        "id": found.body.id,
        "name": found.body.name,
        "description": _line(register, found.body),
        "type": [_kind(register, found.body)],
        "score": score,
        "match": found.match,
        "features": [{"id": "name", "value": score}],
    }


def _kind(register: Register, body: Body) -> Json:
    return {"id": body.type, "name": register.kinds.get(body.type, body.type)}


def _line(register: Register, body: Body) -> str:
    return " · ".join(filter(None, (register.kinds.get(body.type, body.type), body.region, f"글 {body.articles}건")))


def suggest(register: Register, what: str, prefix: str, cursor: int = 0) -> Json:
    """§7 Suggest services: entities, properties or types whose name goes on from the letters typed so far."""
    if what == "entity":
        found = register.starting_with(prefix, cursor + MOST_SUGGESTED)[cursor:]
        return {
            "result": [
                {"id": b.id, "name": b.name, "description": _line(register, b), "notable": [_kind(register, b)]}
                for b in found
            ]
        }
    known = {id_: name for id_, (name, _) in _PROPERTIES.items()} if what == "property" else register.kinds
    hits = [{"id": i, "name": n} for i, n in known.items() if prefix.lower() in i or prefix in n]
    return {"result": hits[cursor : cursor + MOST_SUGGESTED]}


def preview(register: Register, id_: str) -> str | None:
    """§6 Preview: a small page of one body; None where no body has the id."""
    body = register.body(id_)
    if body is None:
        return None
    others = ", ".join(body.names[1:6])
    also = f"<p>다르게 적힌 이름: {escape(others)}</p>" if others else ""
    seen = f"<p>글에 나온 때: {escape(body.first_on)} – {escape(body.last_on or '')}</p>" if body.first_on else ""
    listed = ", ".join(number for _, number in body.numbers if "@" not in number)
    seen = (f"<p>공식 목록의 번호: {escape(listed)}</p>" if listed else "") + seen
    return (
        '<!doctype html><html lang="ko"><meta charset="utf-8"><title>' + escape(body.name) + "</title>"
        '<body style="font: 14px/1.5 sans-serif; margin: 8px">'
        f"<strong>{escape(body.name)}</strong><p>{escape(_line(register, body))}</p>{also}{seen}</body></html>"
    )


def propose(kind: str, limit: int | None = None) -> Json:
    """§8.1 Property proposals: what can be fetched of bodies of a kind (the same of every kind)."""
    properties = [{"id": id_, "name": name} for id_, (name, _) in _PROPERTIES.items()][:limit]
    return {"type": kind, "properties": properties} | ({"limit": limit} if limit else {})


def extend(register: Register, asked: Any) -> Json:
    """§8.2 Data extension: values of properties for ids; an unknown id has empty rows. Raises BadQuery."""
    if not isinstance(asked, Mapping) or not all(isinstance(asked.get(k), list) for k in ("ids", "properties")):
        raise BadQuery("extend must be a JSON object with the lists «ids» and «properties»")
    wanted = [str(p.get("id")) for p in asked["properties"] if isinstance(p, Mapping)]
    if unknown := [id_ for id_ in wanted if id_ not in _PROPERTIES]:
        raise BadQuery(f"no such property: {', '.join(unknown)}; there are {', '.join(_PROPERTIES)}")
    rows = {}
    for id_ in map(str, asked["ids"]):
        body = register.body(id_)
        rows[id_] = {p: _PROPERTIES[p][1](body, register) if body else [] for p in wanted}
    return {"meta": [{"id": p, "name": _PROPERTIES[p][0]} for p in wanted], "rows": rows}
