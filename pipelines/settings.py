"""Settings: the environment (`DURE_…`) and one file (`.env` where we are, or DURE_SETTINGS), checked at start.

One that is empty has its default.

===================  ========================================================================
DURE_HOME          folder of store, archive and releases (default ./data)
DURE_STORE         SQLAlchemy address; empty: SQLite under the home folder
DURE_CONTACT       mail or web address that goes into our user agent; needed for live runs
DURE_CATALOGUE     folder of catalogue files; empty: the one that comes with Dure
DURE_WORKERS       how many sources are read at once (default 8)
DURE_ALLOW_PRIVATE true: addresses outside the public ranges may be asked (tests, intranets)
DURE_ARCHIVE       folder of the archive, or address of shared storage (s3://…); empty: under the home folder
DURE_ARCHIVE_DAYS  days that captures are kept (0, the default: until `dure archive purge`)
DURE_PREFECT_DAYS  days that Prefect's own database keeps runs that have ended (default 14; ours stay in the store)
DURE_DISK_BUDGET   most that the home folder may hold before a crawl begins: 20GB; empty: as much as the disk
DURE_SITE_URL      public address of the published folder, for feeds, calendars and mail
DURE_SMTP_HOST     mail server; empty: no mail after a release
DURE_SMTP_PORT     its port; empty: 587 (starttls), 465 (tls), 25 (none)
DURE_SMTP_SECURITY starttls, tls or none
DURE_SMTP_USER     user, where the server wants one
DURE_SMTP_PASSWORD its password; never shown
DURE_SMTP_AUTHORITY file with the certificate of a server's own authority
DURE_ALERTS        where operators are told what broke: addresses of Apprise, by spaces; may hold passwords, never shown
DURE_MAIL_FROM     who the letters are from: 두레 <news@centre.example>
DURE_MAIL_LEAVE    web address that ends a subscription, the reader's key is appended (…/leave/)
DURE_CLOCK         for tests only: another time than the real one (pipelines/clock.py)
===================  ========================================================================
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import ByteSize, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipelines.clock import clock as clock_of
from store.files import nothing_above

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


PREFIX, ENCODING = "DURE_", "utf-8-sig"

LOCAL = "http://127.0.0.1:8710/"
"""Where `dure serve` shows the published folder."""

SCHEDULER = "DURE_SCHEDULER_PROCESS"
"""Not for people: where a run learns the number of the `dure schedule` that started it."""

OTHERS = frozenset({"DURE_SETTINGS", "DURE_SHARED", SCHEDULER})
"""Names of the environment that are no settings: the file they may stand in, and what the tests compare with."""

SECRET = ("store", "archive", "smtp_password", "alerts", "mail_leave")
"""Settings that may hold a password or a key: never shown."""


class SettingsError(Exception):
    """A setting cannot be used; one sentence says which and what to do."""


class Settings(BaseSettings):
    """Read once at start; see the module's table."""

    # «-sig»: some editors begin a file with a byte-order mark, which would hide the setting of its first line
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding=ENCODING, extra="ignore", frozen=True
    )

    home: Path = Path("data")
    store: str = ""
    contact: str = ""
    catalogue: Path | None = None
    allow_private: bool = False
    workers: int = Field(default=8, ge=1, le=64)
    archive: str = ""
    archive_days: int = Field(default=0, ge=0, le=36_500)
    prefect_days: int = Field(default=14, ge=1, le=3_650)
    disk_budget: ByteSize = ByteSize(0)
    site_url: str = LOCAL
    smtp_host: str = ""
    smtp_port: int = Field(default=0, ge=0, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_authority: Path | None = None
    mail_from: str = ""
    mail_leave: str = ""
    alerts: SecretStr = SecretStr("")
    clock: str = ""

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_default(cls, said: Any, info: ValidationInfo) -> Any:
        """`DURE_HOME=` in a file of settings names no folder: it would be the one where we are."""
        return cls.model_fields[str(info.field_name)].default if said == "" else said

    @field_validator("clock")
    @classmethod
    def _readable(cls, said: str) -> str:
        clock_of(said)
        return said

    @field_validator("site_url")
    @classmethod
    def _whole(cls, said: str) -> str:
        parts = urlsplit(said)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("write a whole address, like https://news.centre.example/")
        return said

    def now(self) -> datetime:
        """What time it is, in UTC."""
        return clock_of(self.clock)()

    @property
    def store_address(self) -> str:
        return self.store or f"sqlite:///{self.home / 'store.db'}"

    @property
    def archive_folder(self) -> Path:
        """Where captures are written; on shared storage (DURE_ARCHIVE is an address) until they are carried over."""
        return Path(self.archive) if self.archive and "://" not in self.archive else self.home / "archive"

    @property
    def archive_is_shared(self) -> bool:
        return "://" in self.archive

    @property
    def published_folder(self) -> Path:
        return self.home / "published"


def load(**given: Any) -> Settings:
    """Settings from the environment, overruled by what was given on the command line.

    Raises SettingsError with one sentence for each setting that cannot be used, and for each name that is none: one
    that is written wrong would silently be the default, and a run would go into another home.
    """
    settings = read(**given)
    if wrong := list(strangers()):
        raise SettingsError(_told(wrong))
    return settings


def read(**given: Any) -> Settings:
    """As `load`, where names that are no setting are told together with more (`pipelines.checking`)."""
    file = _file()
    wanted = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(_env_file=file, **wanted)  # type: ignore[call-arg]
    except ValidationError as error:
        raise SettingsError(_told([*strangers(), *map(_wrong, error.errors())])) from error
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise SettingsError(f"The settings in {file} cannot be read ({why}); correct that file.") from error


def strangers() -> Iterator[str]:
    """A sentence for each name `DURE_…` of the environment or the file that is no setting, with the nearest that is."""
    file = _file()
    written = dotenv_values(file, interpolate=False, encoding=ENCODING) if Path(file).is_file() else {}
    settings = {name.upper() for name in Settings.model_fields}
    for name in sorted({name.upper() for name in (*os.environ, *written)}):
        if not name.startswith(PREFIX) or name in OTHERS or name.removeprefix(PREFIX) in settings:
            continue
        near = get_close_matches(name.removeprefix(PREFIX), settings | {"SETTINGS"}, 1)
        hint = f"did you mean {PREFIX}{near[0]}?" if near else "README.md lists those there are."
        yield f"{name}{'' if name in map(str.upper, os.environ) else f' in {file}'} is no setting; {hint}"


def _told(wrong: list[str]) -> str:
    return " ".join(["A setting cannot be used." if len(wrong) == 1 else "Some settings cannot be used.", *wrong])


def _file() -> str:
    """Where settings stand besides the environment: `.env` may be missing, a file that is named may not."""
    named = os.environ.get("DURE_SETTINGS", "")
    if named and not Path(named).is_file():
        raise SettingsError(f"DURE_SETTINGS: {named} is no file; name one with lines such as DURE_HOME=/srv/dure.")
    return named or ".env"


def _wrong(error: ErrorDetails) -> str:
    """What is wrong with one setting; a secret one is not repeated."""
    name = str(error["loc"][0])
    got = "" if name in SECRET else f" (got {error['input']!r})"
    return f"{PREFIX}{name.upper()}: {error['msg'].removeprefix('Value error, ')}{got}."


def prepare_home(settings: Settings) -> None:
    """Make the home folder (private: mode 0700), or say why it cannot be used."""
    try:
        settings.home.mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        why = nothing_above(settings.home) or error.strerror
        raise SettingsError(
            f"The home folder {settings.home} cannot be made: {why}; set DURE_HOME to another."
        ) from error
    if not settings.home.is_dir() or not os.access(settings.home, os.W_OK | os.X_OK):
        raise SettingsError(f"The home folder {settings.home} cannot be written; set DURE_HOME to one that can.")
