"""The reconciliation service as OpenRefine asks it, and a spreadsheet's names against the register."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from dashboards.serve import application as pages
from pipelines.cli import app
from pipelines.merge.reconcile.web import application

KINDS = {"support_centre": "중간지원조직", "cooperative": "협동조합", "social_cooperative": "사회적협동조합"}
BODIES = [
    ("org-1", "강릉별빛사회적경제지원센터", "support_centre", "강원특별자치도", "강릉시", ["별빛센터"]),
    ("org-2", "나루터협동조합", "cooperative", "대전광역시", "중구", ["나루터"]),
    ("org-3", "나루터 사회적협동조합", "social_cooperative", "부산광역시", "북구", []),
    ("org-4", "새뜸돌봄협동조합", "cooperative", "경기도", "수원시", []),
    ("org-5", "새뜸돌봄협동조합", "cooperative", "경상남도", "통영시", []),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose last release holds five bodies, in the published file's own columns."""
    folder = tmp_path / "published" / "current"
    folder.mkdir(parents=True)
    db = sqlite3.connect(folder / "digest.db")
    db.executescript(
        """CREATE TABLE organisation (organisation_id, name, type, sido, sigungu, article_count, event_count,
             first_on, last_on, parent_id);
           CREATE TABLE organisation_identifier (organisation_id, list, number, valid_until);
           INSERT INTO organisation_identifier VALUES ('org-2', 'cooperative', '2019-00017호', NULL);
           INSERT INTO organisation_identifier VALUES ('org-3', 'social_enterprise', '제2013-001호', '2026-01-02');
           CREATE TABLE organisation_name (organisation_id, name, articles);
           CREATE TABLE redirect (subject, old_id, new_id);
           CREATE TABLE label (subject, code, words);
           INSERT INTO redirect VALUES ('organisation', 'org-0', 'org-2');"""
    )
    for id_, name, kind, sido, sigungu, others in BODIES:
        row = (id_, name, kind, sido, sigungu, 3, 1, "2024-01-02", "2026-11-20", "org-2" if id_ == "org-4" else None)
        db.execute("INSERT INTO organisation VALUES (?,?,?,?,?,?,?,?,?,?)", row)
        db.executemany("INSERT INTO organisation_name VALUES (?,?,1)", [(id_, n) for n in (name, *others)])
    db.executemany("INSERT INTO label VALUES ('organisation_type', ?, ?)", KINDS.items())
    db.commit()
    db.close()
    return tmp_path


@pytest.fixture
def client(home: Path) -> TestClient:
    folder = home / "published"
    return TestClient(pages(folder, {"/reconcile": application(folder)}), base_url="http://dure.test")


def _ask(client: TestClient, queries: dict[str, Any]) -> dict[str, Any]:
    """As OpenRefine sends a batch: a form with one field of JSON."""
    said = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert said.status_code == 200, said.text
    return dict(said.json())


def test_the_manifest_says_what_the_service_offers(client: TestClient) -> None:
    said = client.get("/reconcile", headers={"origin": "http://127.0.0.1:3333"})
    manifest = said.json()
    assert said.headers["access-control-allow-origin"] == "*"
    assert manifest["versions"] == ["0.2"] and manifest["defaultTypes"] == [{"id": "organisation", "name": "조직"}]
    assert manifest["view"]["url"] == "http://dure.test/organisations/{{id}}.html"
    assert manifest["identifierSpace"] == "http://dure.test/organisations/"
    assert manifest["preview"]["url"] == "http://dure.test/reconcile/preview?id={{id}}"
    assert {"width", "height"} <= manifest["preview"].keys()
    assert manifest["suggest"]["entity"] == {
        "service_url": "http://dure.test/reconcile", "service_path": "/suggest/entity",
    }  # fmt: skip
    assert manifest["extend"]["propose_properties"]["service_path"] == "/properties"


def test_jsonp_answers_only_to_a_plain_callback_name(client: TestClient) -> None:
    said = client.get("/reconcile", params={"callback": "jsonp123"})
    assert said.text.startswith("/**/jsonp123({") and "javascript" in said.headers["content-type"]
    assert client.get("/reconcile", params={"callback": "alert(1)//"}).headers["content-type"] == "application/json"


def test_a_batch(client: TestClient) -> None:
    said = _ask(
        client,
        {
            "q0": {"query": "강릉 별빛사회적경제센터", "limit": 3, "type": "organisation", "type_strict": "should"},
            "q1": {"query": "나루터사회적협동조합", "limit": 3},
            "q2": {"query": "새뜸돌봄협동조합", "properties": [{"pid": "region", "v": "경남 통영"}]},
            "q3": {"query": "새뜸돌봄협동조합"},
            "q4": {"query": "아무도모를이름"},
            "q5": {"query": ""},
            "q6": {"query": "나루터협동조합", "type": "social_cooperative"},
        },
    )
    best = {key: [(r["id"], r["match"]) for r in value["result"]][:1] for key, value in said.items()}
    assert best["q0"] == [("org-1", True)] and best["q1"] == [("org-3", True)] and best["q2"] == [("org-5", True)]
    assert [r["match"] for r in said["q3"]["result"]] == [False, False]  # two towns: neither is surely meant
    assert said["q4"] == said["q5"] == {"result": []}
    assert all(not r["match"] for r in said["q6"]["result"])
    first = said["q0"]["result"][0]
    assert first["type"] == [{"id": "support_centre", "name": "중간지원조직"}]
    assert 80 <= first["score"] <= 100 and first["features"][0]["id"] == "name"
    assert {"id", "name", "description", "type", "score", "match", "features"} == first.keys()


def test_a_batch_in_the_address(client: TestClient) -> None:
    said = client.get("/reconcile", params={"queries": '{"q0": {"query": "나루터"}}'}).json()
    assert said["q0"]["result"][0]["id"] == "org-2"


FORM = {"content-type": "application/x-www-form-urlencoded; charset=UTF-8", "accept-language": "ko,en;q=0.5"}


def _posted(client: TestClient, field: str, value: Any) -> Any:
    """One form field as OpenRefine's HTTP client writes it: percent-encoded UTF-8, spaces as plus signs."""
    said = client.post("/reconcile", content=urlencode({field: json.dumps(value, ensure_ascii=False)}), headers=FORM)
    assert said.status_code == 200, said.text
    return said.json()


def test_requests_that_openrefine_sends(client: TestClient) -> None:
    """Shapes of OpenRefine 3 (`StandardReconConfig`, `GuessTypesOfColumnCommand`, `ReconciledDataExtensionJob`)."""
    guessed = _posted(
        client, "queries", {"q0": {"query": "나루터 협동조합", "limit": 3}, "q1": {"query": "새뜸돌봄", "limit": 3}}
    )
    assert {t["id"] for answer in guessed.values() for r in answer["result"] for t in r["type"]} >= {"cooperative"}
    mapped = [{"pid": "region", "v": {"id": "r-9", "name": "경기도 수원시"}}]  # a column reconciled before
    asked = {"query": "새뜸돌봄협동조합", "type": "cooperative", "properties": mapped, "type_strict": "should"}
    (best, *_) = _posted(client, "queries", {"q0": asked})["q0"]["result"]
    assert (best["id"], best["match"]) == ("org-4", True)
    extended = {"ids": ["org-2"], "properties": [{"id": "names"}, {"id": "region", "settings": {"limit": "1"}}]}
    rows = _posted(client, "extend", extended)["rows"]
    assert rows["org-2"]["names"] == [{"str": "나루터협동조합"}, {"str": "나루터"}]
    typed = client.get(
        "/reconcile/suggest/entity?callback=jQuery1&prefix=%EB%82%98%EB%A3%A8&type=cooperative&_=17"
    ).text
    assert typed.startswith("/**/jQuery1({") and "나루터협동조합" in typed
    proposed = client.get("/reconcile/properties?callback=jQuery2&type=cooperative&limit=64").text
    assert proposed.startswith("/**/jQuery2({") and '"limit": 64' in proposed


@pytest.mark.parametrize(
    "data",
    [
        {"queries": "no json"}, {"queries": "[]"}, {"queries": '{"q0": {}}'}, {"queries": '{"q0": 3}'},
        {"queries": json.dumps({f"q{n}": {"query": "가"} for n in range(101)})},
        {"extend": "{}"}, {"extend": '{"ids": ["org-1"], "properties": [{"id": "secret"}]}'},
    ],
)  # fmt: skip
def test_what_is_no_query_gets_a_sentence(client: TestClient, data: dict[str, str]) -> None:
    said = client.post("/reconcile", data=data)
    assert said.status_code == 400 and said.json()["error"]


def test_suggestions_begin_with_the_letters_typed(client: TestClient) -> None:
    said = client.get("/reconcile/suggest/entity", params={"prefix": "나루", "cursor": "0"}).json()
    assert {r["id"] for r in said["result"]} == {"org-2", "org-3"}
    assert all({"id", "name", "description", "notable"} == r.keys() for r in said["result"])
    assert client.get("/reconcile/suggest/property", params={"prefix": "지역"}).json()["result"] == [
        {"id": "region", "name": "지역"}
    ]
    assert {r["id"] for r in client.get("/reconcile/suggest/type?prefix=협동").json()["result"]} == {
        "cooperative", "social_cooperative",
    }  # fmt: skip
    assert client.get("/reconcile/suggest/nothing?prefix=x").status_code == 404


def test_a_preview_shows_a_body_also_by_its_old_id(client: TestClient) -> None:
    page = client.get("/reconcile/preview", params={"id": "org-0"})  # an old id answers with its successor
    assert "나루터협동조합" in page.text and page.headers["content-type"].startswith("text/html")
    assert client.get("/reconcile/preview", params={"id": "org-9"}).status_code == 404


def test_bodies_are_extended_by_the_properties_asked_for(client: TestClient) -> None:
    assert [p["id"] for p in client.get("/reconcile/properties?type=organisation&limit=2").json()["properties"]] == [
        "type", "region",
    ]  # fmt: skip
    asked = {"ids": ["org-2", "org-9"], "properties": [{"id": "type"}, {"id": "region"}, {"id": "article_count"}]}
    said = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    assert [m["id"] for m in said["meta"]] == ["type", "region", "article_count"]
    assert said["rows"]["org-2"] == {
        "type": [{"id": "cooperative", "name": "협동조합"}], "region": [{"str": "대전광역시 중구"}],
        "article_count": [{"int": 3}],
    }  # fmt: skip
    assert said["rows"]["org-9"] == {"type": [], "region": [], "article_count": []}


def test_by_the_number_of_a_list_that_stands(client: TestClient) -> None:
    said = _ask(client, {"q0": {"query": "2019-00017호"}, "q1": {"query": "제2013-001호"}})
    assert [(r["id"], r["match"]) for r in said["q0"]["result"]] == [("org-2", True)]
    assert said["q1"] == {"result": []}  # struck off that list
    asked = {"ids": ["org-2", "org-4"], "properties": [{"id": "numbers"}, {"id": "parent"}]}
    rows = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()["rows"]
    assert rows["org-2"] == {"numbers": [{"str": "2019-00017호"}], "parent": []}
    assert rows["org-4"] == {"numbers": [], "parent": [{"id": "org-2", "name": "나루터협동조합"}]}


def test_before_there_is_a_release(tmp_path: Path) -> None:
    said = TestClient(application(tmp_path)).get("/")
    assert said.status_code == 503 and said.json() == {"error": "no release yet"}


def test_names_of_a_spreadsheet(home: Path, tmp_path: Path) -> None:
    names = "번호,기관명,지역\n1,(주)없는곳,서울\n2,새뜸돌봄협동조합,통영시\n3,주식회사,\n4,,\n5,나루터협동조합,\n"
    file = tmp_path / "names.csv"
    file.write_bytes(names.encode("cp949"))
    run = CliRunner().invoke(app, ["match", "--against", "register", str(file), "--home", str(home)])
    rows = list(csv.DictReader(run.stdout.splitlines()))
    assert run.exit_code == 1 and "line 4" in run.stderr and "line 5" in run.stderr
    assert [(r["번호"], r["id"], r["match"]) for r in rows] == [
        ("1", "", "no"), ("2", "org-5", "yes"), ("3", "", "no"), ("4", "", "no"), ("5", "org-2", "yes"),
    ]  # fmt: skip
    plain = CliRunner().invoke(app, ["match", "--against", "register", "--home", str(home)], input="나루터\n별빛센터\n")
    assert [r["id"] for r in csv.DictReader(plain.stdout.splitlines())] == ["org-2", "org-1"]


def test_against_nothing_else_or_without_a_release(tmp_path: Path) -> None:
    from pipelines.cli.people import UsageError

    for options, said in ((["--against", "moon"], "moon"), (["--against", "register"], "no release")):
        run = CliRunner().invoke(app, ["match", *options, "--home", str(tmp_path)])
        assert isinstance(run.exception, UsageError) and said in str(run.exception)
