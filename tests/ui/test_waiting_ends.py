"""Waiting ends with the work, also when that ends just as the user is about to be told that it takes long."""

import time

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui import waiting
from desktop_app.wording.wording import wording


class SlowDialog(waiting.WaitDialog):
    """A dialog that comes up only after the work is done."""

    def __init__(self, sentence: str, cancel: str, parent: QWidget | None) -> None:
        super().__init__(sentence, cancel, parent)
        time.sleep(0.2)


def test_work_that_ends_while_the_dialog_is_made_is_not_waited_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its end was told before anything in the dialog listened."""
    monkeypatch.setattr(waiting, "PATIENCE", 1)
    monkeypatch.setattr(waiting, "WaitDialog", SlowDialog)
    parent = QWidget()
    qtbot.addWidget(parent)

    def work() -> str:
        time.sleep(0.1)
        return "done"

    assert waiting.wait_for(work, "", wording("ja"), parent) == "done"
