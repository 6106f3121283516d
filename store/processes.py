"""A process by a name that other processes, also on other machines, can read: machine, number, and a random tail."""

from __future__ import annotations

import os
import socket
import uuid
from functools import cache


@cache
def machine() -> str:
    """This machine; two containers of one name differ by their space of process numbers (Linux)."""
    try:
        space = os.stat("/proc/self/ns/pid").st_ino
    except OSError:
        space = 0
    return f"{socket.gethostname()[:60]}/{space}"


def this_process() -> str:
    """A new name for this process."""
    return f"{machine()}/{os.getpid()}/{uuid.uuid4().hex[:8]}"


def ended(name: str) -> bool:
    """Whether a process of this machine has surely ended; of another machine's nobody here can know.

    A number that was given to a new process looks alive: its claims are then waited for as any other's.
    """
    where, _, rest = name.rpartition("/")[0].rpartition("/")
    if where != machine() or not rest.isdecimal():
        return False
    try:
        os.kill(int(rest), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return _is_zombie(int(rest))


def spoken(name: str) -> str:
    """For people: «process 4711 on news1»."""
    parts = name.split("/")
    return f"process {parts[2]} on {parts[0]}" if len(parts) == 4 else name or "nobody"


def _is_zombie(number: int) -> bool:
    """Killed, and not yet fetched by its parent: it answers to signals, and works no more (Linux)."""
    try:
        with open(f"/proc/{number}/stat", encoding="ascii", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] in ("Z", "X")
    except (OSError, IndexError):
        return False
