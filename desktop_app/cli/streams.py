"""The terminal as it is found: its streams take Japanese, whatever they were made for."""

import sys

ASCII = frozenset({"ascii", "ansi_x3.4-1968", "us-ascii"})


def make_streams_safe() -> None:
    """Let Japanese be printed on any terminal, also one whose locale is C, and what it cannot show be escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            plain = stream.encoding.lower() in ASCII or not stream.isatty()
            stream.reconfigure(encoding="utf-8" if plain else stream.encoding, errors="backslashreplace")
