"""What is loaded and made by when: the first picture waits for nothing that contracts need, a contract for nothing unseen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.contracts import contract_file

PAPERS = {"openpyxl", "xlsxwriter", "typst", "pypdf", "pypdfium2", "icalendar", "jpholiday"}
UNSEEN = PAPERS | {
    "desktop_app.ui.inquiry",
    "desktop_app.ui.paper.paper_page",
    "desktop_app.ui.about",
    "desktop_app.ui.issuer",
    "desktop_app.ui.shortcuts",
    "logging.handlers",
}
CALCULATION = {"pydantic", "pydantic_core", "msgspec", "dateutil", "desktop_app.calculation", "desktop_app.document"}
SCRIPT = """
import sys
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from desktop_app import __main__ as door
from desktop_app.ui import app
from desktop_app.ui.application import Application
from desktop_app.ui.main_window import MainWindow

words, unseen, late = {words!r}, {unseen!r}, {late!r}
wait = app.FirstPicture.wait

def first_seen(picture):
    wait(picture)
    window = QApplication.activeWindow() or QApplication.topLevelWidgets()[0]
    print([each.text() for each in window.findChildren(QPushButton) if each.isVisible() and each.property("role") == "primary"])
    print(sorted(each for each in unseen | late if each in sys.modules))

def cards(window):
    found = [each for each in window.findChildren(QWidget) if each.property("role") == "card" and each.isVisible()]
    return [(each.accessibleName(), each.mapTo(window, QPoint()).toTuple(), each.size().toTuple()) for each in found]

show_contract = MainWindow.show_contract

def complete(window, shop):
    early = cards(window)
    print(len(early), "desktop_app.ui.form.section_page" in sys.modules)
    show_contract(window, shop)
    QApplication.processEvents()
    print(cards(window) == early)

def then(application):
    application.processEvents()
    window = next(each for each in application.topLevelWidgets() if hasattr(each, "views"))
    from desktop_app.ui.form.section_page import SectionPage
    print(window.isVisible(), len(window.findChildren(SectionPage)), window.filing.seen is not None)
    print(sorted(each for each in sys.modules if any(each == name or each.startswith(name + ".") for name in unseen)))
    {last}
    window.close()
    return 0

app.FirstPicture.wait = first_seen
MainWindow.show_contract = complete
Application.exec = then
sys.exit(door.main(words))
"""


def run(words: list[str], home: Path, last: str = "pass") -> list[str]:
    """Start the window in a process of its own, and return what it tells of the first pictures and of what comes then.

    `last` is what is done with the window before it is closed.
    """
    late = CALCULATION | {"desktop_app.ui.session", "desktop_app.ui.panes"}
    script = SCRIPT.format(words=words, unseen=UNSEEN, late=late, last=last)
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **own}
    told = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=True)
    return told.stdout.splitlines()


@pytest.mark.parametrize("named", [False, True])
def test_nothing_is_loaded_before_its_turn(named: bool, tmp_path: Path) -> None:  # noqa: FBT001 - both ways to start
    """The first page, or the frame of the contract, comes before the calculation; the contract before papers and dialogs."""
    file = tmp_path / "quote.contract.json"
    file.write_text(json.dumps(contract_file()), "utf-8")
    words = [str(file)] if named else []
    look = "print('desktop_app.ui.start.start_page' in sys.modules)"
    buttons, first, figures, _, seen, loaded, start = run(words, tmp_path, look)
    assert buttons == ("[]" if named else "['新しい見積を作る(&Q)']")
    assert first == "[]"
    assert figures == ("8 False" if named else "0 False")
    assert seen == f"True 1 {named}"
    assert loaded == "[]"
    assert start == str(not named)


@pytest.mark.parametrize("size", [90, 100, 125, 150])
def test_the_figures_keep_their_place_when_the_rest_comes(size: int, tmp_path: Path) -> None:
    """With text of every size, in the shape in which the window was left."""
    file = tmp_path / "quote.contract.json"
    file.write_text(json.dumps(contract_file()), "utf-8")
    run([str(file)], tmp_path, f"window.switch('text_size.{size}'), *(application.processEvents() for _ in range(5))")
    assert run([str(file)], tmp_path)[2:4] == ["8 False", "True"]
