"""The network, which nothing in the product is to reach: what a process asks of it, remembered as it is asked."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

INTERNET = {socket.AF_INET, socket.AF_INET6}
ASKED = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
TO_ADDRESSES = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}

reached: list[str] = []
"""Every socket of the internet that was made or used, and every name that was asked for."""


def _remember(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.__new__":
        if args[1] in INTERNET:
            reached.append(f"a socket of family {args[1]}")
    elif event in ASKED or (event in TO_ADDRESSES and args[0].family in INTERNET):
        reached.append(f"{event} {args[1:] or args}")


def watch() -> None:
    """Remember from now on what this process asks of the network."""
    sys.addaudithook(_remember)


@contextmanager
def meant() -> Iterator[list[str]]:
    """Yield what is reached meanwhile; it was meant, and is forgotten."""
    before = len(reached)
    found: list[str] = []
    try:
        yield found
    finally:
        found += reached[before:]
        del reached[before:]
