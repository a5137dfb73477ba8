"""Start-up, a fresh process each time: the window against a bare one with a label, the command line against `import pydantic`.

usage: python tests/benchmarks/start_up.py [--rounds N]
"""

import argparse
import os
import sys
import tempfile
from functools import partial
from statistics import median
from subprocess import DEVNULL, run
from time import perf_counter

from evaluation import EXAMPLES
from measuring import Row, medians, table

FILE = next(EXAMPLES.glob("02-*/contract.json"))
LABEL, PYDANTIC = "a window with a label", "import pydantic"
PAINTED = """
import os
from time import perf_counter
from PySide6.QtCore import QTimer

class Told:
    def paintEvent(self, event):
        super().paintEvent(event)
        if self.ready():
            QTimer.singleShot(0, self.tell)  # comes after all that is painted with it

    def ready(self):
        return True

    def tell(self):
        os.write(1, str(perf_counter()).encode())
        os._exit(0)
"""
BARE = f"""
{PAINTED}
from PySide6.QtWidgets import QApplication, QLabel

class Label(Told, QLabel):
    pass

app = QApplication([])
label = Label("1")
label.show()
app.exec()
"""
OURS = f"""
{PAINTED}
import gc
import sys
from pathlib import Path
from desktop_app import __main__ as door

gc.set_threshold(door.OBJECTS_BETWEEN_COLLECTIONS)  # the door does so before it loads the window
from desktop_app.ui import main_window

class Window(Told, main_window.MainWindow):
    def ready(self):
        return {{ready}}

main_window.MainWindow = Window
door.main({{words}})
"""
"""The clock of a process and that of its parent are one."""
OPENED = "'filing' in vars(self) and self.filing.seen is not None"


def rows(*, rounds: int) -> list[Row]:
    """Return the times to the first paint, to a statement on the screen, and of a statement on the terminal."""
    return [*_window(rounds), *_terminal(rounds)]


def _window(rounds: int) -> list[Row]:
    opened = OURS.format(ready=OPENED, words=[str(FILE)])
    scripts = {LABEL: BARE, "first paint": OURS.format(ready="True", words=[]), "statement on the screen": opened}
    goals = {"first paint": "at most 1.7", "statement on the screen": "at most 2.6"}
    taken: dict[str, list[float]] = {name: [] for name in scripts}
    with tempfile.TemporaryDirectory() as compiled:
        for _ in range(1 + rounds):
            for name, script in scripts.items():
                with tempfile.TemporaryDirectory() as home:
                    taken[name].append(told(script, alone(home) | _compiling(compiled)))
    taken = {name: times[1:] for name, times in taken.items()}  # the first round compiles
    found = {name: median(times) for name, times in taken.items()}
    return [Row(f"start: {name}", found[name], LABEL, found[name] / found[LABEL], goal) for name, goal in goals.items()]


def told(script: str, environ: dict[str, str]) -> float:
    """Return how many seconds pass from the start of a process until it tells that it has painted."""
    start = perf_counter()
    done = run([sys.executable, "-c", script], env=environ, capture_output=True, check=True)
    return float(done.stdout) - start


def alone(home: str) -> dict[str, str]:
    """Return an environment off screen whose home is empty."""
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **own}


def _compiling(folder: str) -> dict[str, str]:
    """Return what lets Python keep what it compiled, as it is kept where the program is installed."""
    return {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}


def _terminal(rounds: int) -> list[Row]:
    words = {PYDANTIC: ["-c", PYDANTIC], "evaluate": ["-m", "desktop_app", "evaluate", str(FILE)]}
    with tempfile.TemporaryDirectory() as compiled:
        start = partial(run, env=os.environ | _compiling(compiled), stdout=DEVNULL, check=True)
        acts = {name: partial(start, [sys.executable, *each]) for name, each in words.items()}
        medians(acts, rounds=1)
        taken = medians(acts, rounds=rounds)
    return [Row("start: evaluate", taken["evaluate"], PYDANTIC, taken["evaluate"] / taken[PYDANTIC], "at most 2.5")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how many processes of each kind are started")
    print(table(rows(rounds=parser.parse_args().rounds)))
