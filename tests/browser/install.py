"""Chromium and Korean glyphs for the browser tests, where the machine has none.

Debian and Ubuntu only: nothing else gives a browser without a download of its own. Elsewhere it says what to
install and lets the other tests run; the browser tests then skip with the same sentence (in CI they fail).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-nanum")
HINT = "Browser tests need Chromium and a Korean font: install «chromium» and «fonts-nanum» with your package manager."


def main() -> int:
    if browser() and has_korean_font():
        return 0
    if not shutil.which("apt-get") or not hasattr(os, "geteuid"):
        return complain()
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not shutil.which("sudo"):
        return complain()
    print("Installing Chromium and a Korean font for the browser tests …", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]):
        if subprocess.run([*sudo, *command], check=False, **quiet).returncode:  # type: ignore[call-overload]
            return complain()
    return 0


def browser() -> str | None:
    """The first Chromium on this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def has_korean_font() -> bool:
    """Whether any installed font has Hangul; without fontconfig we cannot tell and assume none."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=ko"], capture_output=True, check=False).stdout.strip())


def complain() -> int:
    print(HINT, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
