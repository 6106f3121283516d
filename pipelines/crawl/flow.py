"""Prefect's shell around the stage. One task is one source (or one recording), never one page:
a task costs the server 45 ms, and politeness between pages is kept inside the round.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner

from pipelines import journal, stages
from pipelines.crawl.stage import CrawlTally, ask_together, choose, crawl_one, desk, entries_gone, forget_the_old
from pipelines.opening import opened
from pipelines.settings import load
from sources.catalogue import load as load_catalogue


@flow(name="crawl")
def crawl(
    home: str = "", replay: str | None = None, catalogue: str | None = None, sources: list[str] | None = None
) -> CrawlTally:
    """Ask every source that is due, or those named, or read a recording."""
    settings = load(home=home or None, catalogue=catalogue)
    if replay is not None:
        return read_recording(home, replay, catalogue)
    runner: Any = ThreadPoolTaskRunner(max_workers=settings.workers)
    return ask_sources.with_options(task_runner=runner)(home, catalogue, sources)


@task(name="recording", cache_policy=NO_CACHE)
def read_recording(home: str, replay: str, catalogue: str | None) -> CrawlTally:
    """All rounds of a recording."""
    return stages.crawl(load(home=home or None, catalogue=catalogue), Path(replay))


@flow(name="sources")
def ask_sources(home: str, catalogue: str | None, sources: list[str] | None = None) -> CrawlTally:
    """One task a source, over one shared client, pace and archive.

    What can be tried again at once (a refused connection) is tried inside the round. A round that raises is a bug
    or a full disk: a retry would only hide it.
    """
    settings = load(home=home or None, catalogue=catalogue)
    outlets = load_catalogue(settings.catalogue)
    with (
        opened(settings) as store,
        desk(store, settings, run_id=journal.run_id(), allow_private=settings.allow_private) as shared,
    ):

        def one(source_id: str) -> CrawlTally:
            return crawl_one(outlets[source_id], shared, force=bool(sources))

        ask = task(name="source", task_run_name="{source_id}", cache_policy=NO_CACHE)(one)

        def submit(names: Sequence[str]) -> list[CrawlTally]:
            waiting = [ask.submit(name) for name in names]
            return [future.result() for future in waiting]

        chosen = choose(store, outlets, sources or (), settings.now())
        tally = ask_together([source.id for source in chosen], submit, shared)
        forget_the_old(shared, outlets, settings)
    return entries_gone(tally, outlets, load_catalogue(settings.catalogue))
