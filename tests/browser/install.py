"""Chromium, Korean glyphs and the Nu Html Checker for the tests of the pages, where the machine has none.

Debian and Ubuntu only: nothing else gives a browser without a download of its own. Elsewhere it says what to
install and lets the other tests run; the browser tests then skip with the same sentence (in CI they fail).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-nanum")
HINT = "Browser tests need Chromium and a Korean font: install «chromium» and «fonts-nanum» with your package manager."


CHECKER = "vnu-jar@26.9.27"
CHECKER_SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
CHECKER_HOME = Path(__file__).resolve().parents[2] / ".venv" / "vnu.jar"


def main() -> int:
    checker()
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


def checker() -> None:
    """Fetch the checker with npm where there is Java to run it; its test skips where it is missing."""
    if CHECKER_HOME.is_file() or not shutil.which("npm") or not shutil.which("java"):
        return
    with tempfile.TemporaryDirectory() as room:
        done = subprocess.run(
            ["npm", "pack", "--silent", CHECKER], cwd=room, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"npm could not fetch {CHECKER}; the Nu checker's test will skip.", file=sys.stderr)
            return
        with tarfile.open(next(Path(room).glob("*.tgz"))) as packed:
            held = packed.extractfile("package/build/dist/vnu.jar")
            jar = held.read() if held else b""
    if hashlib.sha256(jar).hexdigest() != CHECKER_SHA256:
        print(f"{CHECKER} is not the file we know; it is not used.", file=sys.stderr)
        return
    CHECKER_HOME.write_bytes(jar)


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
