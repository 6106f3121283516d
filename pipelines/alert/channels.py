"""Where alerts go: addresses of Apprise, which knows mail servers, webhooks and chat services (DURE_ALERTS)."""

from __future__ import annotations

from collections.abc import Callable

from pipelines.settings import SettingsError


def sender(addresses: str) -> Callable[[str, str], str]:
    """A function that sends to all addresses. Raises SettingsError for one that is none; it may hold a password,
    so that only its kind is named."""
    from apprise import Apprise

    to = Apprise()
    for number, address in enumerate(addresses.split(), 1):
        if not to.add(address):
            raise SettingsError(
                f"DURE_ALERTS: address {number} («{address.partition(':')[0]}:…») is none that Apprise knows; "
                "write for instance mailtos://user:password@host?to=you@centre.example or jsons://host/hook."
            )

    def send(subject: str, body: str) -> str:
        if to.notify(title=subject, body=body):
            return ""
        kinds = ", ".join(sorted({address.partition(":")[0] for address in addresses.split()}))
        return f"The alert «{subject}» could not be sent to every address ({kinds}); the next run tries again."

    return send
