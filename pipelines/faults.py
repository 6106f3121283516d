"""Which errors are for people: what they can mend, said in one sentence. Everything else is a bug, and a traceback."""

from __future__ import annotations

import logging

NAMES = frozenset(
    (
        "UsageError", "SettingsError", "CatalogueError", "StoreError", "ArchiveError", "ReplayError", "ReleaseError",
        "ServeError", "FetchSetupError", "OnboardingError", "MailError",
    )
)  # fmt: skip
"""The rooms' own error types, told apart by name so that no room is imported before it is needed."""


def for_people(error: BaseException | None) -> bool:
    return error is not None and any(cls.__name__ in NAMES for cls in type(error).__mro__)


class OneSentence(logging.Filter):
    """Lets no traceback of an error for people through.

    Prefect logs the traceback of whatever ends a task, once more for each flow around it; the sentence itself is in the
    state of the run that ended, and at the end of `dure run`.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        return not (record.exc_info and for_people(record.exc_info[1]))
