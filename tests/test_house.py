"""The house: who may import whom, where frameworks may stand, and that nothing names this machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spread

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("sources", "pipelines", "store", "dashboards")
STAGES = ("crawl", "extract", "merge", "publish")

ARROWS: dict[str, tuple[str, ...]] = {
    # an import only ever points at a room that knows less
    "sources": ("sources",),
    "store": ("store",),
    "dashboards": ("dashboards", "store"),
    "pipelines.korean": ("pipelines.korean", "store.records"),
    "pipelines.crawl": ("pipelines.crawl", "pipelines.korean", "pipelines.settings", "sources", "store"),
    "pipelines.extract": ("pipelines.extract", "pipelines.korean", "pipelines.settings", "store"),
    "pipelines.merge": ("pipelines.merge", "pipelines.korean", "pipelines.settings", "store"),
    # reads as crawl and extract do, so it may ask them; nobody asks it but the command
    "pipelines.reread": (
        "pipelines.reread",
        "pipelines.crawl",
        "pipelines.extract",
        "pipelines.korean",
        "pipelines.journal",  # which code a machine runs
        "pipelines.settings",
        "sources",
        "store",
    ),
    "pipelines.doctor": ("pipelines.doctor", "pipelines.settings", "store", "dashboards"),
    "pipelines.fix": ("pipelines.fix", "pipelines.korean", "pipelines.settings", "store"),
    "pipelines.alert": ("pipelines.alert", "pipelines.settings", "store"),
    "pipelines.mail": ("pipelines.mail", "pipelines.settings", "store", "dashboards"),
    # pages are a pure function of the published file, so publishing may ask for them
    "pipelines.publish": ("pipelines.publish", "pipelines.korean", "pipelines.settings", "store", "dashboards"),
}


def modules() -> Iterator[tuple[str, Path]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "versions" not in path.parts:
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def imports(path: Path, module: str) -> Iterator[str]:
    """All absolute names imported anywhere in a file, lazily or not."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative import; write the whole name"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


EVENT_ROOMS = ("words", "fields", "days", "bodies", "names", "places", "notices", "prose", "calls")
"""The rooms of `pipelines.extract.events`, each knowing only those before it."""
EVENTS = "pipelines.extract.events."


def home_of(module: str) -> str | None:
    """The longest room prefix of a module; None for the shells that put rooms together."""
    return max((room for room in ARROWS if f"{module}.".startswith(f"{room}.")), key=len, default=None)


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda v: v if isinstance(v, str) else "")
def test_imports_point_at_rooms_that_know_less(module: str, path: Path) -> None:
    room = home_of(module)
    if room is None or path.name == "flow.py":
        return  # pipelines.cli, pipelines.stages, pipelines.schedule and the flows open things and call
    ours = [name for name in imports(path, module) if name.split(".")[0] in ROOMS]
    wrong = [name for name in ours if not any(f"{name}.".startswith(f"{ok}.") for ok in ARROWS[room])]
    wrong = [name for name in wrong if name not in {ok.rsplit(".", 1)[0] for ok in ARROWS[room]}]
    assert wrong == [], f"{module} may not know {wrong}"


SOURCE_ROOMS = ("texts", "metadata", "lists", "articles", "families")
"""The rooms of `sources`, each knowing only those before it; `feeds` knows none of them."""


def test_rooms_of_sources_know_only_those_below() -> None:
    rank = {f"sources.{room}": n for n, room in enumerate(SOURCE_ROOMS)} | {"sources.feeds": -1}
    wrong = [
        f"{module} may not know {name}"
        for module, path in modules()
        if (own := rank.get(module.rpartition(".")[0])) is not None
        for name in imports(path, module)
        if (other := rank.get(name.rpartition(".")[0])) is not None and other > own
    ]
    assert wrong == []


def test_rooms_of_events_know_only_those_above() -> None:
    rank = {f"{EVENTS}{room}": n for n, room in enumerate(EVENT_ROOMS)}
    rank |= {f"{EVENTS}{door}": len(EVENT_ROOMS) for door in ("assemble", "merging", "details")}
    wrong = [
        f"{module} may not know {name}"
        for module, path in modules()
        if (own := rank.get(module.rpartition(".")[0])) is not None
        for name in imports(path, module)
        if rank.get(name.rpartition(".")[0], rank.get(name, -1)) > own
    ]
    assert wrong == []


def test_every_room_of_events_has_its_place() -> None:
    folders = (ROOT / "pipelines" / "extract" / "events").glob("*/__init__.py")
    assert {path.parent.name for path in folders} == set(EVENT_ROOMS)


def test_frameworks_stand_only_where_they_may() -> None:
    wrong = []
    for module, path in modules():
        tops = {name.split(".")[0] for name in imports(path, module)}
        if tops & {"prefect", "prefect_dask", "distributed"} and path.name not in ("flow.py", "schedule.py"):
            wrong.append(f"{module}: prefect")
        if "httpx" in tops and module != "pipelines.crawl.fetch":
            wrong.append(f"{module}: httpx")
        if module.startswith("sources") and tops & {"socket", "requests", "urllib3", "sqlalchemy", "sqlmodel"}:
            wrong.append(f"{module}: reaches out")
    assert wrong == []


def test_a_planted_wrong_import_is_caught(tmp_path: Path) -> None:
    """The check above can fail: a source that reaches into the store is named."""
    bad = tmp_path / "bad.py"
    bad.write_text("def f():\n    from store.session import open_store\n")
    ours = list(imports(bad, "sources.bad"))
    assert not any(f"{ours[0]}.".startswith(f"{ok}.") for ok in ARROWS["sources"])


@pytest.mark.parametrize(
    "module", ["pipelines.cli", "pipelines.stages", "pipelines.extract.reading", "pipelines.settings"]
)
def test_a_stage_command_never_imports_prefect(module: str) -> None:
    code = f"import sys, {module}; sys.exit('prefect' in sys.modules or 'kiwipiepy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_nothing_names_a_registry_or_one_machine() -> None:
    words = ["pypi" + ".org", "pythonhosted" + ".org", "registry.npm" + "js", "deb.debian" + ".org"]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    wrong = []
    for name in filter(None, listed):
        path = ROOT / name
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        wrong += [f"{name}: {word}" for word in words if word in text]
        wrong += [f"{name}: {hit}" for hit in re.findall(r"(?<![\w.])/(?:work|farm)/\w+", text)]
    assert wrong == []


def test_modules_can_be_scrolled() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for _, path in modules()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 400
    ]
    assert long == []


def test_the_files_that_begin_first_are_there() -> None:
    assert [file for file in (*spread.PROCESSES, *spread.DEAREST) if not (ROOT / file).is_file()] == []
