"""The last good pages with a notice on them, for a day whose release was stopped.

The notice is written into copies of the pages, which stand in a release folder of their own. So it
is seen wherever the folder is opened (`dure serve`, any web server, from disk, without script), the
release that is being read keeps its bytes, and the notice comes and goes with the one rename that
every release comes with. A notice put in by the server would be missing on every other server; a
script asking for `problem.json` would ask on every view, find nothing on nearly all of them, and
say nothing where script is off. The pages are copied, not made anew: the code may be what broke.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from markupsafe import escape

NAME = "held.json"
"""In the folder that carries a notice: {"words": …}. `dure serve` reads it for the pages it makes itself."""
OPENS, CLOSES = '<p class="banner held" role="status">', "</p>\n"
BEFORE = '<main id="main"'


def notice(words: str) -> str:
    return f"{OPENS}<b>알림</b> {escape(words)}{CLOSES}"


def with_notice(page: str, words: str) -> str:
    """The page with this notice, and without an earlier one."""
    head, found, rest = page.partition(OPENS)
    bare = head + rest.partition(CLOSES)[2] if found else page
    return bare.replace(BEFORE, notice(words) + BEFORE, 1)


def words_of(release: Path) -> str | None:
    """The notice that a release carries."""
    path = release / NAME
    return str(json.loads(path.read_text(encoding="utf-8"))["words"]) if path.is_file() else None


def copy(release: Path, target: Path, words: str) -> list[str]:
    """A copy with the notice on every page; returns the paths that differ. The rest shares its bytes with `release`."""
    written = [NAME]
    for path in sorted(release.rglob("*")):
        name = path.relative_to(release)
        if path.is_dir():
            (target / name).mkdir(parents=True)
        elif path.suffix == ".html":
            page = with_notice(path.read_text(encoding="utf-8"), words)
            (target / name).write_text(page, encoding="utf-8", newline="\n")
            written.append(str(name))
        elif str(name) != NAME:
            share(path, target / name)
    text = json.dumps({"words": words}, ensure_ascii=False) + "\n"
    (target / NAME).write_text(text, encoding="utf-8", newline="\n")
    return written


def share(path: Path | str, target: Path | str) -> None:
    """The same file under a second name; a copy where the disk knows no links. Releases are never written again."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copy2(path, target)
