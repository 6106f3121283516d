"""Ports for the servers that tests start."""

from __future__ import annotations

import random
import socket

OF_SERVERS = range(10_240, 32_768)
"""Below those that a system gives to outgoing connections (from 32,768 on Linux, higher elsewhere): a port that the
system picks as free may be such a connection's own by the time a slow server listens on it, and two test processes
that ask at once may get the same."""

_chance = random.Random()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    while True:
        port = _chance.choice(OF_SERVERS)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
