"""All checks in their order. Reads only: what opening would repair by itself is seen before it is opened."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.doctor.ailments import Ailment, Repair
from pipelines.doctor.published import published
from pipelines.settings import Settings
from store import checks
from store.archive import ArchiveError, carried
from store.archive.agreeing import Disagreement, disagreements
from store.errors import NewerStore, StoreError
from store.session import Store, find_store

BACK = "bring the file back from a backup first, if there is one (the store keeps what was read from it)"
LOST: dict[str, str] = {
    "gone": BACK,
    "lost": BACK,
    "damaged": "that record is lost (the store keeps what was read from it); the others of the file are not",
}
FROM_BACKUP = "restore a backup into another folder (`dure restore`)"


def examine(settings: Settings) -> Iterator[Ailment]:
    """Everything that is wrong with a home."""
    yield from _archive(settings)
    try:
        store = find_store(settings.store_address)
    except NewerStore as error:  # nothing is ill in it
        yield Ailment("store", str(error).rstrip("."))
        return
    except StoreError as error:
        yield Ailment("store", str(error).rstrip("."), step=FROM_BACKUP)
        return
    try:
        yield from _store(store)
        yield from published(settings.published_folder, store)
    finally:
        store.close()


def _archive(settings: Settings) -> Iterator[Ailment]:
    if not settings.archive_folder.is_dir():
        return
    try:
        for one in disagreements(settings.archive_folder, _carried(settings)):
            yield Ailment("archive", one.what, _repair(one), LOST.get(one.kind, ""))
    except (ArchiveError, OSError) as error:
        yield Ailment("archive", str(error), step="look at the disk and its rights")


def _carried(settings: Settings) -> dict[str, int] | None:
    """The files on shared storage: whether they are there is asked, their records are for `dure archive check`."""
    return carried(settings.archive) if settings.archive_is_shared else None


def _repair(one: Disagreement) -> Repair:
    if one.kind in ("gone", "lost"):
        return "loss"  # they agree again; what was lost stays lost
    return one.kind if one.kind in ("index", "tail") else ""


def _store(store: Store) -> Iterator[Ailment]:
    try:
        with store.begin() as session:
            for what in checks.unsound(session):
                yield Ailment("store", what, step=FROM_BACKUP)
            for what in checks.empty_groups(session):
                yield Ailment("store", what, "groups")
    except StoreError as error:
        yield Ailment("store", str(error), step=FROM_BACKUP)
