"""The SQL console: Datasette over `digest.db`, read-only and tuned, in the dress and language of the site.

`suggest_facets` is off (table pages go from 1 to 26 a second), queries are limited in time and rows, and the saved
questions of `dashboards/queries/*.sql` stand with their descriptions. Such a file begins with comments::

    -- title: description                      (needed)
    -- chart: column of labels, column of numbers   (draws lying bars above the rows)

The pages are our own templates (`templates/data`), because Datasette's are in English, run inline scripts, which the
site's policy forbids, and scroll sideways on a phone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from dashboards.site import held

HERE: Final = Path(__file__).resolve().parent
QUERIES: Final = HERE / "queries"
SETTINGS: Final = {
    "suggest_facets": False, "sql_time_limit_ms": 2_000, "facet_time_limit_ms": 300, "max_returned_rows": 2_000,
    "default_page_size": 100, "allow_download": False, "allow_csv_stream": True, "max_csv_mb": 50,
    "base_url": "/data/", "num_sql_threads": 2, "default_cache_ttl": 60,
}  # fmt: skip


def saved_queries() -> dict[str, dict[str, str]]:
    """The saved questions by name, as Datasette's metadata wants them; `chart` is ours."""
    return {path.stem: _saved(path.read_text(encoding="utf-8")) for path in sorted(QUERIES.glob("*.sql"))}


def _saved(text: str) -> dict[str, str]:
    lines = text.splitlines()
    heads = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    title, _, description = heads[0].partition(": ")
    charts = [head.removeprefix("chart: ") for head in heads[1:] if head.startswith("chart: ")]
    sql = "\n".join(line for line in lines if not line.startswith("--")).strip()
    return {"sql": sql, "title": title, "description": description, "chart": "".join(charts)}


def metadata(db: Path) -> dict[str, Any]:
    """Titles and column words, from the digest's own dictionary."""
    from dashboards.site.digest import open_digest

    tables: dict[str, dict[str, Any]] = {}
    with open_digest(db) as digest:
        for row in digest.rows("SELECT table_name, column_name, meaning FROM dictionary"):
            table = tables.setdefault(row["table_name"], {"columns": {}})
            if row["column_name"]:
                table["columns"][row["column_name"]] = row["meaning"]
            else:
                table["description"] = row["meaning"]
    for name in ("search", "search_data", "search_idx", "search_docsize", "search_config"):
        tables[name] = {"hidden": True}
    tables["search"]["allow"] = False  # it holds no rows of its own, so its page would only be an error
    return {"title": "두레 자료", "databases": {"digest": {"tables": tables, "queries": saved_queries()}}}


def console(db: Path) -> Any:
    """An ASGI application over one release's digest."""
    from datasette.app import Datasette  # first: it registers the other as a plugin
    from datasette import handle_exception  # isort: skip

    from dashboards.dress import dress

    # with rich installed it prints every refused query to the terminal, a screen of locals each time
    handle_exception.rich = None
    said = metadata(db)
    app = Datasette([], immutables=[str(db)], metadata=said, settings=SETTINGS, inspect_data=_inspected(db))
    dress(app.jinja_env, said["databases"]["digest"]["tables"], SETTINGS, _banner(db))
    return app.app()


def _banner(db: Path) -> str | None:
    """The notice of a stopped release, or what a forced one says of itself."""
    from dashboards.site.digest import open_digest

    with open_digest(db) as digest:
        return held.words_of(db.parent) or digest.banner


def _inspected(db: Path) -> dict[str, Any]:
    """Row counts for Datasette, so that it never counts a large table on a page view."""
    import hashlib

    from dashboards.site.digest import open_digest

    with open_digest(db) as digest:
        schema = """SELECT name FROM sqlite_schema WHERE type = 'table'
          AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'"""
        names = ["search_item", *(row[0] for row in digest.rows(schema))]
        tables = {name: {"count": digest.one(f'SELECT count(*) FROM "{name}"')} for name in names}
        version = digest.version
    return {
        "digest": {
            "hash": hashlib.sha256(version.encode()).hexdigest(), "size": db.stat().st_size,
            "file": str(db), "tables": tables,
        }
    }  # fmt: skip
