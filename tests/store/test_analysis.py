"""What analysts find in the private store, on SQLite and PostgreSQL alike: views, dictionary, SQL, whole texts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from databases import fresh_database
from sqlalchemy import inspect
from test_store import an_article

from store import analysis, findings, groups, listed, misnamed, shelf, texts
from store.analysis_views import VIEWS, View
from store.asking import Answer, NotAnswered, ask_file, ask_postgresql
from store.listed import ListedBody
from store.records import Event, EventGroup, Findings, Organisation, OrganisationGroup, Region, Said, Story
from store.session import Store, open_store, sqlite_address

ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
EVENING = datetime(2026, 11, 19, 15, 30, tzinfo=UTC)
"""Already the 20th in Seoul."""
FAR = date(2126, 3, 1)


def ask(address: str, sql: str, rows: int = 100, seconds: float = 20) -> Answer:
    if address.startswith("sqlite"):
        return ask_file(Path(address.removeprefix("sqlite:///")), sql, rows, seconds)
    return ask_postgresql(address, sql, rows, seconds)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with an event far ahead, told twice and moved; a reprint; an article that was closed."""
    address = sqlite_address(tmp_path_factory.mktemp("filled"))
    if request.param == "postgres":
        address = fresh_database(request.getfixturevalue("postgres_server"))
    store = open_store(address)
    told = Event("마을기업 장터", start=FAR, hosts=("가온시", "온새미"), venue="늘품광장", online=True)
    told = replace(told, address_region="강원특별자치도 원주시", application_deadline=FAR)
    read = Findings(True, ("R1",), sectors=("care", "education"), region=Region("강원특별자치도"), events=(told,))
    read = replace(read, organisations=(Organisation("온새미", "company"),))
    bodies = ("온새미 마을 기업이\n장터를 연다", "㈜온새미 설명회 100%_", "남의 글, 마을기업")
    with store.begin() as session:
        for n, text in enumerate(bodies, start=1):
            shelf.keep(session, an_article(n, title="모집", text=text, published_at=EVENING), "first sight")
            findings.save(session, f"a{n:04}", 1, read, "v1")
        shelf.set_state(session, "a0003", "closed", EVENING)
        groups.replace_stories(session, [Story("st-1", {"a0001": "original", "a0002": "reprint"}, EVENING)])
        said = (
            Said("start", "2126-02-01", "a0001-e0", "a0001", EVENING, (), "superseded"),
            Said("start", FAR.isoformat(), "a0002-e0", "a0002", EVENING, (), "current"),
        )
        whole = OrganisationGroup("org-1", "온새미", "company", None, {"온새미": 1}, ("a0001-o0",), EVENING, EVENING)
        groups.replace_organisations(session, [whole])
        number = ListedBody("social_enterprise", "제1호", "(주)온새미", "social_enterprise", None, "2020")
        listed.replace(session, "social_enterprise", [number], EVENING)
        listed.relate(session, {("social_enterprise", "제1호"): "org-1"})
        groups.replace_events(session, [EventGroup("ev-1", "ev-1@dure", 1, told, ("a0001-e0", "a0002-e0"), said)])
    store.close()
    return address


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_answers_with_the_columns_it_names(filled: str, view: View) -> None:
    answer = ask(filled, f"SELECT * FROM {view.name}")
    assert answer.rows
    assert answer.columns == tuple(view.columns)


def test_views_say_the_same_on_both_databases(filled: str) -> None:
    assert ask(filled, "SELECT title, start_at, venue, hosts FROM upcoming_events").rows == [
        ("마을기업 장터", "2126-03-01", "늘품광장", "가온시, 온새미")
    ]
    [(left,)] = ask(filled, "SELECT days_left FROM open_calls").rows
    assert abs(left - (FAR - datetime.now(UTC).date()).days) <= 1
    assert ask(filled, 'SELECT field, "before", article_id FROM moved_events').rows == [
        ("start", "2126-02-01", "a0001")
    ]
    assert ask(filled, "SELECT week, sector, stories, articles FROM stories_by_week_sector").rows == [
        ("2026-11-16", "care", 1, 2), ("2026-11-16", "education", 1, 2),
    ]  # fmt: skip
    assert ask(filled, "SELECT * FROM events_by_region").rows == [("강원특별자치도", 1, 1)]
    [(source, articles, reprints, share)] = ask(filled, "SELECT * FROM outlet_reprints").rows
    assert (source, articles, reprints, float(share)) == ("gaon", 2, 1, 0.5), "the closed article is not counted"
    assert {row[0] for row in ask(filled, "SELECT published_on FROM relevant_articles").rows} == {"2026-11-20"}
    assert ask(filled, "SELECT online FROM events_now").rows == [(1,)]


def test_the_dictionary_explains_every_table_view_and_column(store: Store) -> None:
    told = {(table, column): meaning for table, column, _, meaning in analysis.dictionary()}
    looked = inspect(store.engine)
    for name in (*looked.get_table_names(), *looked.get_view_names()):
        for column in ("", *(str(column["name"]) for column in looked.get_columns(name))):
            assert told.get((name, column)), f"{name}.{column or '*'} has no words"


def test_views_follow_their_words_and_are_else_left_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    address = store.engine.url.render_as_string(hide_password=False)
    before = ask(address, "SELECT count(*) FROM dictionary").rows
    with store.engine.connect() as connection:
        held = analysis._held(connection)
    assert held == analysis.seal(store.engine.dialect.name)
    changed = (*VIEWS[:1], replace(VIEWS[1], meaning="other words"), *VIEWS[2:])
    monkeypatch.setattr(analysis, "VIEWS", changed)
    open_store(address).close()
    assert ask(address, "SELECT meaning FROM dictionary WHERE table_name = 'events_now' AND column_name = ''").rows == [
        ("other words",)
    ]
    assert ask(address, "SELECT count(*) FROM dictionary").rows == before


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM article", "UPDATE article SET title = ''", "DROP TABLE article", "CREATE TABLE x (y TEXT)",
        "INSERT INTO dictionary VALUES ('a', 'b', 'c', 'd')",
        "SELECT 1; DELETE FROM article", "COMMIT; DROP TABLE article",
        "ATTACH 'other.db' AS other", "PRAGMA writable_schema = 1", "PRAGMA journal_mode = DELETE", "VACUUM",
        "SET default_transaction_read_only = off; DELETE FROM article",
    ],
)  # fmt: skip
def test_what_writes_is_refused_in_one_sentence_and_changes_nothing(filled: str, sql: str) -> None:
    with pytest.raises(NotAnswered) as told:
        ask(filled, sql)
    assert len(str(told.value).splitlines()) == 1
    assert ask(filled, "SELECT count(*) FROM article").rows == [(3,)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT setval('judgement_id_seq', 7)", "SELECT nextval('judgement_id_seq')", "SELECT lo_create(0)",
        "SELECT set_config('transaction_read_only', 'off', true), nextval('judgement_id_seq')",
        "SELECT set_config('role', session_user, true), pg_read_file('PG_VERSION')",
        "WITH gone AS (DELETE FROM article RETURNING id) SELECT * FROM gone",
        "COPY article TO PROGRAM 'cat'", "COPY article TO '/tmp/dure-articles'", "SELECT pg_read_file('PG_VERSION')",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
        "DO $$ BEGIN PERFORM nextval('judgement_id_seq'); END $$",
    ],
)  # fmt: skip
def test_functions_that_write_or_leave_the_tables_are_refused(filled: str, sql: str) -> None:
    """On PostgreSQL even for the superuser of the tests; SQLite has none of them."""
    with pytest.raises(NotAnswered) as told:
        ask(filled, sql)
    assert len(str(told.value).splitlines()) == 1
    assert ask(filled, "SELECT count(*) FROM article").rows == [(3,)]


def test_long_questions_and_many_rows_are_stopped(filled: str) -> None:
    with pytest.raises(NotAnswered, match=r"longer than 0\.5 s"):
        ask(filled, ENDLESS, seconds=0.5)
    counted = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 50) SELECT n FROM r"
    cut = ask(filled, counted, rows=10)
    assert [row[0] for row in cut.rows] == list(range(1, 11)) and cut.cut
    assert not ask(filled, counted, rows=50).cut
    with pytest.raises(NotAnswered, match="cannot be answered"):
        ask(filled, "SELEC 1")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT titel FROM article", "There is no column «titel» (nearest: «title»); the table «dictionary» says"),
        ("SELECT a.titel FROM article a JOIN story ON true", "There is no column «a.titel» (nearest: «title»); "),
        ("SELECT article.titel FROM article", "There is no column «article.titel» (nearest: «title»); "),
        ("SELECT venue FROM article", "There is no column «venue» (a column of «events_now», «upcoming_events»); "),
        ("SELECT qqqqqqqq FROM article", "There is no column «qqqqqqqq»; "),
        ("SELECT read_only FROM article", "There is no column «read_only»"),
        ("SELECT * FROM artikel", "There is no table «artikel» (nearest: «article»); "),
        ("SELECT * FROM upcomming_events", "There is no table «upcomming_events» (nearest: «upcoming_events»); "),
        ("SELECT * FROM 기사", "There is no table «기사»; the table «dictionary» says what there is (`dure sql` "),
    ],
)
def test_a_name_that_is_not_there_is_named_with_the_nearest(filled: str, sql: str, said: str) -> None:
    with pytest.raises(NotAnswered) as told:
        ask(filled, sql)
    assert str(told.value).startswith(said) and str(told.value).count("\n") == 0


def test_without_a_dictionary_a_name_that_is_not_there_is_still_named(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("CREATE TABLE x (y TEXT)")
    with pytest.raises(NotAnswered, match="There is no column «z»; "):
        ask_file(tmp_path / "other.db", "SELECT z FROM x", 1, 5)
    with pytest.raises(NotAnswered, match="There is no table «dictionary»; "):
        ask_file(tmp_path / "other.db", "SELECT * FROM dictionary", 1, 5)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('no such column: "titel" - should this be a string literal in single-quotes?', "«titel» (nearest: «title»); "),
        ("no such column: a.title", "«a.title» (a column of «article»); "),
    ],
)
def test_sqlites_words_for_an_unknown_column(said: str, told: str) -> None:
    """Newer ones ask whether a text was meant; a short name that was given to no table is told with the column."""
    sentence = misnamed.sentence(said, "SELECT … FROM article", lambda: [("article", ""), ("article", "title")])
    assert sentence is not None and sentence.startswith(f"There is no column {told}")


EVENT = "«event» has day, end_at, event_id, parent_id, start_at, title"


@pytest.mark.parametrize(
    ("column", "asked", "told"),
    [
        ("id", "event", "(nearest: «event_id», «parent_id»); «event» of the store has it: ask that."),
        ("start_time", "event", "(nearest: «start_at»); TOLD"),  # a moment by another word
        ("start", "event", "(nearest: «start_at»); TOLD"),
        ("date", "event", "(nearest: «day»); TOLD"),
        ("titel", "event", "(nearest: «title»); TOLD"),
        ("body", "post", "; «post» has board, text; TOLD"),  # alike in letters, and another thing
        ("place", "event", f"; {EVENT}; TOLD"),
        ("text", "event", f"; {EVENT}; «event» of the store has it: ask that."),  # of no other table that is at hand
        ("name", "event", f" (a column of «body»); {EVENT}; TOLD"),
        ("e.titel", "post, event AS e LEFT JOIN body b ON b.name = e.title", "(nearest: «title»); TOLD"),
        ("b.titel", "event e JOIN body b USING (event_id) JOIN post ON true", "; «body» has name, status; TOLD"),
        ("statuss", "(SELECT status FROM body) x, post", "(nearest: «status»); TOLD"),
        ("zzz", "event JOIN body ON true JOIN post ON true", "; TOLD"),  # too many to list
        ("zzz", "nowhere", "; TOLD"),
    ],
)
def test_a_column_that_is_not_there_is_told_from_the_tables_that_are_asked(column: str, asked: str, told: str) -> None:
    """A close name of theirs first, else what they have: never the likest word of all, which says something else."""
    tables = {
        "event": ("day", "end_at", "event_id", "parent_id", "start_at", "title"), "post": ("board", "text"),
        "body": ("name", "status"),
    }  # fmt: skip
    names = [(table, column) for table, columns in tables.items() for column in columns]
    beside = misnamed.Beside("the store", "ask that", lambda: [("event", "id"), ("event", "text"), ("place", "place")])
    sql = f"SELECT {column} FROM {asked} WHERE body IS NULL"
    said = misnamed.sentence(f"no such column: {column}", sql, lambda: names, beside)
    assert said is not None
    assert said.replace(f"{misnamed.TOLD}.", "TOLD") == f"There is no column «{column}»{told}".replace("»(", "» (")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("마을기업", ["a0001"]), ("마을기업이장터", ["a0001"]), ("온새미", ["a0001", "a0002"]),
        ("온새미 설명회", ["a0002"]),
        ("㈜온새미", ["a0001", "a0002"]), ("100%_", ["a0002"]), ("100%%", []), ("모집", ["a0001", "a0002"]), ("", []),
        ("온새미 없는말", []),
    ],
)  # fmt: skip
def test_whole_texts_are_found_spaces_aside(filled: str, words: str, found: list[str]) -> None:
    store = open_store(filled)
    with store.begin() as session:
        hits = texts.search(session, words)
    store.close()
    assert [hit.article_id for hit in hits] == found
    if words == "마을기업":
        assert hits[0].words == "온새미 마을 기업이 장터를 연다", (
            "the words stand in their surroundings, spaces as written"
        )


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM label", "There is no table «label» here, but there is one in digest.db: ask with --published."),
        ("SELECT main.label.words FROM main.label", "There is no table «main.label» here, but there is one in "),
        (
            "SELECT outlet_count FROM story",
            "There is no column «outlet_count»; «story» has first_published_at, id; «story» of digest.db has it: ",
        ),
        ("SELECT titel FROM article", "There is no column «titel» (nearest: «title»); "),
        ("SELECT outlet_count FROM article", "There is no column «outlet_count»; "),  # that one's articles have it not
        ("SELECT * FROM artikel", "There is no table «artikel» (nearest: «article»); "),
    ],
)
def test_what_only_the_other_database_has_is_told_with_the_way_to_ask_it(filled: str, sql: str, said: str) -> None:
    """A table of digest.db, asked of the private store, was told with a neighbour of a like name."""
    names = [("label", ""), ("label", "words"), ("story", ""), ("story", "outlet_count"), ("article", "title")]
    beside = misnamed.Beside("digest.db", "ask with --published", lambda: names)
    with pytest.raises(NotAnswered) as told:
        if filled.startswith("sqlite"):
            ask_file(Path(filled.removeprefix("sqlite:///")), sql, 10, 5, beside)
        else:
            ask_postgresql(filled, sql, 10, 5, beside)
    assert str(told.value).startswith(said)
