"""One process serves the folder: caching, search, SQL within limits, and each release whole."""

from __future__ import annotations

import re
import shutil
import sqlite3
import warnings
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from invented_edition import TODAY, D, edition

from dashboards.console import saved_queries
from dashboards.dress import lookups
from dashboards.serve import Leave, ServeError, application, serve
from pipelines.publish import stage


def _client(folder: Path, leave: Leave | None = None) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # starlette announces a successor of its test client
        from starlette.testclient import TestClient

        return TestClient(application(folder, leave=leave), follow_redirects=False)


@pytest.fixture(scope="module")
def client(published: Path) -> Any:
    return _client(published)


def test_pages_have_etags_policy_and_compression(client: Any) -> None:
    first = client.get("/")
    assert first.status_code == 200 and "금요일" in first.text
    assert first.headers["content-encoding"] == "gzip"
    assert "default-src 'none'" in first.headers["content-security-policy"]
    assert "max-age" in first.headers["cache-control"]
    assert client.get("/", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert client.get("/", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/calendar/events.ics", "text/calendar"),
        ("/feeds/stories.xml", "application/atom+xml"),
        ("/exports/event.csv", "text/csv"),
        ("/static/favicon.svg", "image/svg+xml"),
        ("/digest.db", "application/vnd.sqlite3"),
    ],
)
def test_files_say_what_they_are(client: Any, path: str, kind: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(kind)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/nope", "/../problem.json", "/%2e%2e/%2e%2e/etc/passwd", "/events/..%2f..%2f..%2f.lock", "/%00", "/" + "a" * 400],
)
def test_nothing_outside_the_release_is_served(client: Any, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "페이지를 찾을 수 없습니다" in answer.text
    assert 'href="/static/dure.css"' in answer.text, "the page must look right at any depth"


def test_search_page(client: Any) -> None:
    found = client.get("/search.html", params={"q": "마을 기업"})
    assert found.status_code == 200 and "바닷가 마을기업이 사는 법" in found.text
    hostile = client.get("/search.html", params={"q": '"><script>alert(1)</script>'})
    assert hostile.status_code == 200 and "<script>alert" not in hostile.text
    assert "들어간 것이 없습니다" in client.get("/search.html", params={"q": "없는말"}).text
    assert client.get("/search", params={"q": "자활"}).headers["location"].startswith("/search.html?q=")


def test_health_names_the_release_being_served(client: Any) -> None:
    said = client.get("/health").json()
    assert said["status"] == "ok" and said["as_of"] == "2026-11-20" and said["counts"]["story"] > 0


@pytest.mark.parametrize("name", sorted(saved_queries()))
def test_saved_questions_answer(client: Any, name: str) -> None:
    asked = saved_queries()[name]
    assert asked["title"] and asked["description"]
    answer = client.get(f"/data/digest/{name}.json", params={"region": "", "days": "30", "name": ""})
    assert answer.status_code == 200 and answer.json()["rows"], answer.text[:300]


@pytest.mark.parametrize("name", ["upcoming", "named"])
def test_a_saved_question_takes_a_region_as_people_call_it(name: str) -> None:
    """«충남» found nothing: 충청남도 does not begin so."""
    asked = saved_queries()[name]["sql"]
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            """CREATE TABLE release AS SELECT '2026-11-20' AS as_of;
            CREATE TABLE upcoming_events AS SELECT '2026-11-21' AS start_at, 't' AS title, '' AS venue, column1 AS sido,
              '' AS sigungu, '' AS hosts FROM (VALUES ('충청남도'), ('강원특별자치도'), ('경상북도'), (NULL));
            CREATE TABLE organisation AS SELECT rowid AS organisation_id, sido AS name, '' AS type, sido
              FROM upcoming_events;
            CREATE TABLE article AS SELECT 1 AS article_id, '2026-11-20' AS published_on;
            CREATE TABLE mention AS SELECT 1 AS article_id, organisation_id FROM organisation;"""
        )
        db.row_factory = sqlite3.Row
        found = {
            said: [row["sido"] for row in db.execute(asked, {"region": said})]
            for said in ("충남", "강원", "경상북도", "경북", "남", "")
        }
    assert len(found.pop("")) == 4
    assert found == {
        "충남": ["충청남도"],
        "강원": ["강원특별자치도"],
        "경상북도": ["경상북도"],
        "경북": ["경상북도"],
        "남": [],
    }


def test_tables_are_shown_with_their_words(client: Any) -> None:
    assert "날짜도 모르면 비어 있다" in client.get("/data/digest/event").text


CONSOLE = (
    "/data/digest", "/data/digest/event?_facet=sido&kind__exact=festival", "/data/digest/event/e-fair",
    "/data/digest/label", "/data/digest/sectors", "/data/digest/closing?days=30",
    "/data/digest?sql=select+title+from+event", "/data/digest/none", "/data/digest?sql=drop+table+event",
)  # fmt: skip


@pytest.mark.parametrize("path", CONSOLE)
def test_the_console_is_a_page_of_the_site(client: Any, path: str) -> None:
    """Its frame, language and policy; valid HTML; and every link on it leads somewhere."""
    import html5lib  # type: ignore[import-untyped]
    from selectolax.lexbor import LexborHTMLParser

    answer = client.get(path)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    html5lib.HTMLParser(strict=True).parse(answer.text)
    page = LexborHTMLParser(answer.text)
    assert page.css_first("html").attributes["lang"] == "ko" and page.css_first("nav [aria-current]").text() == "자료"
    assert "<script>" not in answer.text and "style=" not in answer.text
    links = {link.attributes["href"] or "" for link in page.css("main a[href]")}
    assert {link: code for link in links if (code := client.get(urljoin(path, link)).status_code) != 200} == {}


def test_the_console_gives_its_rows_as_csv_and_json(client: Any) -> None:
    """Where Datasette saw its own prefix in the path, these links had it twice and led nowhere."""
    page = client.get("/data/digest/event?kind__exact=festival").text
    links = {name: unescape(href) for href, name in re.findall(r'href="([^"]+)">(CSV|JSON)<', page)}
    csv = client.get(links["CSV"])
    assert csv.headers["content-type"].startswith("text/plain") and csv.text.startswith("event_id,")
    rows = client.get(links["JSON"]).json()["rows"]
    assert rows and len(rows) == len(csv.text.splitlines()) - 1


def test_a_saved_question_draws_what_it_says(client: Any) -> None:
    page = client.get("/data/digest/regions").text
    first = client.get("/data/digest/regions.json?_shape=array").json()[0]
    assert f"{first['sido']}, {first['events']}건" in page, "the chart says what stands out"


def test_an_unknown_way_to_filter_keeps_its_name() -> None:
    assert ("glob", "glob") in lookups("glob")
    assert lookups("isnull") == lookups(), "those that take no value are known without their mark"


@pytest.mark.parametrize(
    "sql",
    [
        "delete from event",
        "attach 'x.db' as x",
        "pragma writable_schema=1",
        "with recursive r(n) as (select 1 union all select n+1 from r) select count(*) from r",
    ],
)
def test_sql_that_writes_or_runs_long_is_stopped(client: Any, sql: str) -> None:
    assert client.get("/data/digest.json", params={"sql": sql}).status_code == 400


def test_a_new_release_shows_at_once(tmp_path: Path) -> None:
    stage.publish_edition(edition(), tmp_path)
    client = _client(tmp_path)
    before = client.get("/")
    assert client.get("/data/digest/release.json?_shape=array").json()[0]["as_of"] == "2026-11-20"
    stage.publish_edition(edition(as_of=TODAY + D), tmp_path)
    after = client.get("/")
    assert "11월 20일 금요일" in before.text and "11월 21일 토요일" in after.text
    assert before.headers["etag"] != after.headers["etag"]
    assert client.get("/data/digest/release.json?_shape=array").json()[0]["as_of"] == "2026-11-21"


def test_a_stopped_release_shows_in_health(published: Path, tmp_path: Path) -> None:
    shutil.copytree(published, tmp_path / "p", symlinks=True)
    (tmp_path / "p/problem.json").write_text(
        '{"breaches": [{"promise": "counts", "what": "too few"}]}', encoding="utf-8"
    )
    said = _client(tmp_path / "p").get("/health").json()
    assert said["status"] == "stale" and said["problem"]["breaches"][0]["promise"] == "counts"


def test_without_a_release_it_says_so(tmp_path: Path) -> None:
    assert _client(tmp_path).get("/health").status_code == 503
    with pytest.raises(ServeError, match="no release"):
        serve(tmp_path)


def test_a_taken_port_is_one_sentence(published: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(ServeError, match="Cannot listen on"):
            serve(published, port=taken.getsockname()[1])


def test_a_subscription_ends_by_post_only(published: Path) -> None:
    """GET asks (mail scanners follow links); POST, which mail readers send by one click, does it."""
    left: list[str] = []
    client = _client(published, left.append)
    asked = client.get("/leave/k-1_x")
    assert asked.status_code == 200 and 'action="k-1_x"' in asked.text and left == []
    done = client.post("/leave/k-1_x", data={"List-Unsubscribe": "One-Click"})
    assert done.status_code == 200 and "더 보내지 않습니다" in done.text and left == ["k-1_x"]
    assert done.headers["cache-control"] == "no-store" and 'href="../static/dure.css"' in done.text
    assert "<script>alert" not in client.get('/leave/"><script>alert(1)<').text
    assert _client(published).post("/leave/k").status_code in (404, 405), "nothing to end where there is no store"


def test_the_icon_that_browsers_ask_for_is_there(client: Any) -> None:
    asked = client.get("/favicon.ico", follow_redirects=True)
    assert asked.status_code == 200 and asked.headers["content-type"] == "image/svg+xml"
