"""Start-up, a fresh process each time: the window against a bare one with a label, the command line against `import pydantic`.

usage: python tests/benchmarks/start_up.py [--rounds N]
"""

import argparse
import os
import shutil
import sys
import tempfile
from functools import partial
from json import loads
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, run
from time import perf_counter

from evaluation import EXAMPLES
from measuring import Row, medians, table

from desktop_app.document.assess import assess
from desktop_app.document.partly import known_of
from desktop_app.storage.rulebook import installed_rules
from desktop_app.ui.result.figures import ALL_KNOWN, cards_of
from desktop_app.ui.workday import now
from desktop_app.wording.wording import wording

FILE = next(EXAMPLES.glob("02-*/contract.json"))
LABEL, PYDANTIC = "a window with a label", "import pydantic"
DOOR = """
import gc
from desktop_app import __main__ as door

gc.set_threshold(door.OBJECTS_BETWEEN_COLLECTIONS)
import desktop_app.ui
"""
"""What the door does before Qt is loaded, and with it."""
TELL = """
import os
from time import perf_counter
from PySide6.QtCore import QEvent, QTimer

def tell():
    os.write(1, str(perf_counter()).encode())
    os._exit(0)
"""
"""The clock of a process and that of its parent are one."""
PAINTED = f"""
{TELL}
class Told:
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, tell)  # comes after all that is painted with it
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
{DOOR}
{PAINTED}
from desktop_app.ui import main_window

class Window(Told, main_window.MainWindow):
    pass

main_window.MainWindow = Window
door.main([])
"""
ANSWERED = f"""
{DOOR}
{TELL}
from PySide6.QtWidgets import QLabel
from desktop_app.ui import main_window

class Window(main_window.MainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest:  # what had to be painted is painted now
            texts = set(each.text() for each in self.findChildren(QLabel) if each.isVisible())
            if texts >= {{figures!r}}:
                tell()
        return done

main_window.MainWindow = Window
door.main([{{file!r}}])
"""
"""The figures of the named file are painted, all of them."""
COMPLETE = f"""
{DOOR}
{TELL}
from PySide6.QtWidgets import QApplication
from desktop_app.ui.application import Application

def let_in(self):
    QTimer.singleShot(0, tell)
    return QApplication.exec()

Application.exec = let_in
door.main([{{file!r}}])
"""
"""All is there, and what its user does is let through."""


def rows(*, rounds: int) -> list[Row]:
    """Return the times to the first paint, to the figures of a file, to all of the window, and of a statement on the terminal."""
    return [*_window(rounds), *_terminal(rounds)]


def _window(rounds: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return _window_with(Path(shutil.copy(FILE, folder)), rounds)  # a copy: the window leaves a note beside what it opens


def _window_with(file: Path, rounds: int) -> list[Row]:
    complete = COMPLETE.format(file=str(file))
    scripts = {LABEL: BARE, "first paint": OURS, "statement on the screen": answered(file), "ready to type": complete}
    goals = {"first paint": "at most 1.7", "statement on the screen": "at most 2.6", "ready to type": ""}
    taken: dict[str, list[float]] = {name: [] for name in scripts}
    with tempfile.TemporaryDirectory() as compiled:
        for _ in range(1 + rounds):
            for name, script in scripts.items():
                with tempfile.TemporaryDirectory() as home:
                    taken[name].append(told(script, alone(home) | _compiling(compiled)))
    taken = {name: times[1:] for name, times in taken.items()}  # the first round compiles
    found = {name: median(times) for name, times in taken.items()}
    return [Row(f"start: {name}", found[name], LABEL, found[name] / found[LABEL], goal) for name, goal in goals.items()]


def answered(file: Path) -> str:
    """Return a script that tells when what is known of a file stands on the cards, in large letters, as of today."""
    rules, today = installed_rules(), now().date()
    known = known_of(assess(loads(file.read_text("utf-8")), today, rules), today, rules)
    figures = {each.value for each in cards_of(known.statement, ALL_KNOWN, wording("ja")) if each.value}
    return ANSWERED.format(figures=figures, file=str(file))


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
