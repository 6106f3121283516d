"""Re-reading on several machines: a Prefect flow whose tasks are chunks, run by the workers of a Dask cluster.

::

    dure reread --dask tcp://10.0.0.5:8786      lists the chunks, waits for them in order, is the only one that writes
      └─ Dask's scheduler ─► its workers, each with the settings of its own machine: one store, one shared archive

No setting goes along with a task, so nothing secret stands in Prefect or Dask. A worker with other code, other rules or
another archive refuses its chunk. One that dies loses it to another (Dask tries a chunk on four workers at most).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from distributed import Client
from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Failed
from prefect_dask.task_runners import DaskTaskRunner

from pipelines.opening import opened
from pipelines.reread import chunk, helping, stage
from pipelines.reread.chunk import Again
from pipelines.reread.helping import Stamp, stamp
from pipelines.reread.stage import AHEAD, Difference, Work
from pipelines.settings import Settings, SettingsError, load
from store import shelf
from store.session import Store

CONNECT_SECONDS = 20
REFUSED = "Refused"


class WorkerDiffers(SettingsError):
    """A worker that must not read for us; one sentence says which and what to do."""


def compare_on(
    address: str, settings: Settings, sources: Sequence[str], since: datetime | None, most: int, take: bool
) -> Difference:
    """`stage.compare` over the workers of the Dask scheduler at this address.

    Raises SettingsError where none can help, WorkerDiffers where one would have read something else.
    """
    ahead = _slots(address) * AHEAD
    runner: Any = DaskTaskRunner(address=address)
    given = (str(settings.home), _text(settings.catalogue), [*sources], since, most, take, ahead)
    state: Any = reread.with_options(task_runner=runner)(*given, return_state=True)
    if state.name == REFUSED:
        raise WorkerDiffers(state.message)
    found: Difference = state.result()
    return found


@flow(name="reread")
def reread(
    home: str, catalogue: str | None, sources: list[str], since: datetime | None, most: int, take: bool, ahead: int
) -> Any:
    """What differs. Every task carries these arguments with it, so they are few and plain."""
    settings = load(home=home, catalogue=catalogue)
    with opened(settings) as store:
        chunks = stage.listed(store, chunk.place_of(settings), sources, since)
        try:
            return stage.compare(_there(store, chunks, stamp(settings), ahead), most, store if take else None)
        except WorkerDiffers as error:  # raised, it would be a traceback in Prefect's log
            return Failed(name=REFUSED, message=str(error))


@task(name="reread-chunk", cache_policy=NO_CACHE, persist_result=False)
def reread_chunk(articles: list[str], pages: list[str], wanted: Stamp) -> list[Again] | str:
    """On a worker. It travels as its code, so that it may name modules only."""
    return helping.reread(articles, pages, wanted)


def _there(store: Store, chunks: Sequence[Work], wanted: Stamp, ahead: int) -> Iterator[list[Again]]:
    """Each chunk as some worker read it, in order; a few are asked for before their turn."""
    waiting: deque[tuple[Work, Any]] = deque()
    for work in chunks:
        waiting.append((work, reread_chunk.submit([*work[0]], [*work[1]], wanted)))
        if len(waiting) > ahead:
            yield whole(store, *waiting.popleft())
    while waiting:
        yield whole(store, *waiting.popleft())


def whole(store: Store, work: Work, future: Any) -> list[Again]:
    """WorkerDiffers where it was refused, or articles that we hold are missing: another store knows fewer."""
    read: list[Again] | str = future.result()
    if isinstance(read, str):
        raise WorkerDiffers(read)
    missing = set(work[0]) - {again.article_id for again in read}
    if missing:
        with store.begin() as session:
            held = sum(1 for _ in shelf.articles(session, sorted(missing)))
        if held:
            raise WorkerDiffers(
                f"A worker does not know {held} of {len(work[0])} articles: give it the same DURE_STORE; start again."
            )
    return read


def _slots(address: str) -> int:
    """How many chunks the cluster reads at once."""
    with _client(address) as client:
        threads = client.nthreads()
    if not threads:
        raise SettingsError(
            f"No worker has joined the Dask scheduler at {address}; on each machine: dask worker {address}"
        )
    return sum(threads.values())


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        client: Any = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SettingsError(f"No Dask scheduler answers at {address}; start one: dask scheduler") from error
    try:
        yield client
    finally:
        client.close()


def _text(path: Path | None) -> str | None:
    return str(path.resolve()) if path else None
