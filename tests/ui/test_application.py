"""Files that the desktop asks the running program to open, as a double click does on macOS."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, sys, time
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QDialog
from desktop_app.ui.application import Application

app, opened = Application(sys.argv[:1]), []
ask = lambda *places: [QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl(each))) for each in places]
{acts}
while len(opened) < {number}:
    app.processEvents()
    time.sleep(0.01)
app.processEvents()
print(json.dumps([str(each) for each in opened]))
"""
EARLY = "ask('file:///a.contract.json'); app.processEvents(); assert not opened; app.open_with(opened.append)"
LATE = "app.open_with(opened.append); ask('file:///a.contract.json', 'file:///%E5%A5%91%E7%B4%84.contract.json')"
ELSEWHERE = "app.open_with(opened.append); ask('https://host.example/a.contract.json')"
BELOW = """
question = QDialog()
question.open()
app.open_with(opened.append)
ask('file:///a.contract.json')
QTimer.singleShot(250, lambda: (opened.append('answered'), question.accept()))
"""


@pytest.mark.parametrize(
    ("acts", "opened"),
    [
        (EARLY, ["/a.contract.json"]),
        (LATE, ["/a.contract.json", "/契約.contract.json"]),
        (ELSEWHERE, []),
        (BELOW, ["answered", "/a.contract.json"]),
    ],
    ids=["before the window is ready", "while it is there", "not of this machine", "while a question waits"],
)
def test_what_is_asked_for_is_opened(acts: str, opened: list[str]) -> None:
    """In order, once there is a window for it, and not below a question."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(acts=acts, number=len(opened))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stderr, json.loads(done.stdout or "null")) == ("", [str(Path(each)) for each in opened])
