"""Acts on files, ended by an exception at a chosen instruction of the writer: a process of its own, which nothing else traces.

usage: python -m tests.storage.opcodes ACT EXCEPTION      (prints what came of it as JSON)
"""

import json
import sys
import tempfile
from pathlib import Path
from types import FrameType
from typing import Any

from desktop_app import storage
from tests.storage.acts import ACTS, Act

THROWN: dict[str, type[BaseException]] = {"interrupt": KeyboardInterrupt, "memory": MemoryError, "value": ValueError}
OURS = str(Path(storage.__file__).parent)


class Thrower:
    """Counts the instructions of the storage modules, and throws at the one that is asked for (0: at none)."""

    def __init__(self, at: int, thrown: type[BaseException]) -> None:
        self.passed = 0
        self._at = at
        self._thrown = thrown

    def __call__(self, frame: FrameType, event: str, _: Any) -> Any:
        """Look at one event of the interpreter."""
        if not frame.f_code.co_filename.startswith(OURS):
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            self.passed += 1
            if self.passed == self._at:
                raise self._thrown
        return self


def tried(act: Act, at: int, thrown: type[BaseException]) -> tuple[int, list[str]]:
    """Do an act with an exception at one instruction; return how many were passed and what is wrong afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        act.prepare(folder)
        thrower = Thrower(at, thrown)
        sys.settrace(thrower)
        try:
            acknowledged = act.do(folder)
        except (KeyboardInterrupt, MemoryError, ValueError):
            acknowledged = False
        finally:
            sys.settrace(None)
        return thrower.passed, [f"at {at}: {each}" for each in act.wrong(folder, acknowledged=acknowledged)]


def main(name: str, kind: str) -> None:
    """Try every instruction of an act with a kind of exception."""
    act, thrown = ACTS[name], THROWN[kind]
    tried(act, 0, thrown)  # modules that it needs are loaded
    count, wrong = tried(act, 0, thrown)
    for at in range(1, count + 1):
        wrong += tried(act, at, thrown)[1]
    sys.stdout.write(json.dumps({"tried": count, "wrong": wrong}))


if __name__ == "__main__":
    main(*sys.argv[1:])
