"""What must be right before a machine is left alone: all that is wrong with its settings, said in one go."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.faults import for_people
from pipelines.settings import Settings, SettingsError, strangers


def check(settings: Settings, *, live: bool = True) -> None:
    """Raises SettingsError that names everything that would stop or spoil a run; nothing is written but an empty home.

    `live`: sites are asked, not a recording.
    """
    problems = list(_problems(settings, live))
    if problems:
        one = f"{len(problems)} things have" if len(problems) > 1 else "One thing has"
        raise SettingsError("\n  ".join([f"{one} to be put right before Dure can run by itself:", *problems]))


def _problems(settings: Settings, live: bool) -> Iterator[str]:
    yield from strangers()
    for part in (_home, _store, _catalogue, *([_contact] if live else []), _mail, _alerts):
        try:
            part(settings)
        except Exception as error:
            if not for_people(error):
                raise
            yield str(error)


def _home(settings: Settings) -> None:
    from pipelines.settings import prepare_home

    prepare_home(settings)


def _store(settings: Settings) -> None:
    """Opens it, so that a newer schema, newer rules or a wrong address show now."""
    from pipelines.extract.stage import refuse_older
    from store.session import open_store

    if not settings.home.is_dir():
        return  # said already
    store = open_store(settings.store_address)
    try:
        with store.begin() as session:
            refuse_older(session)
    finally:
        store.close()


def _catalogue(settings: Settings) -> None:
    from sources.catalogue import load

    if not any(source.enabled for source in load(settings.catalogue).values()):
        raise SettingsError("The catalogue has no source that is enabled; see DURE_CATALOGUE, or `dure add URL`.")


def _contact(settings: Settings) -> None:
    from pipelines.crawl.stage import user_agent

    user_agent(settings.contact)


def _mail(settings: Settings) -> None:
    """A server without a sender would be found out when the first letter goes."""
    if settings.smtp_host and "@" not in settings.mail_from:
        raise SettingsError("DURE_MAIL_FROM is no address, though DURE_SMTP_HOST names a mail server.")
    if settings.smtp_security == "none" and settings.smtp_password.get_secret_value():
        raise SettingsError("DURE_SMTP_PASSWORD would go over an open line: set DURE_SMTP_SECURITY to starttls or tls.")
    if settings.smtp_authority and not settings.smtp_authority.is_file():
        raise SettingsError(f"DURE_SMTP_AUTHORITY: {settings.smtp_authority} is not there.")


def _alerts(settings: Settings) -> None:
    from pipelines.alert.channels import sender

    if addresses := settings.alerts.get_secret_value():
        sender(addresses)
