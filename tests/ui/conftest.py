"""A window on a bare screen, with somebody at its keyboard, and answers to what it asks."""

import gc
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.application import Application
from desktop_app.ui.look import load_fonts, look_of
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.scene import Scene
from desktop_app.ui.session import Session
from desktop_app.ui.settings import Settings
from desktop_app.wording.wording import wording
from tests.scenarios.customer import example_file
from tests.ui.desk import Answers, Desk

TODAY = date(2024, 12, 10)


NOISE = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Overlook what the bare screen says of itself; every other warning of Qt fails a test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(NOISE, extend=True))


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """Return what is to be the application, its style that of the program."""
    return Application


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> Iterator[None]:
    """Be there: without an application the first measured letter ends the process. No other thread looks for cycles."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    """Load the typeface once."""
    load_fonts(qapp)


@pytest.fixture
def scene(_fonts: None) -> Scene:
    """Return the surroundings of a view: Japanese, light."""
    return Scene(wording("ja"), look_of("light"), TODAY)


@pytest.fixture
def desk(qtbot: QtBot, _fonts: None, rules: Rulebook, tmp_path: Path) -> Desk:
    """Return a window with a new contract, and its user."""
    answers = Answers(tmp_path)
    session = Session(rules, TODAY)
    window = MainWindow(session, answers, Settings(tmp_path / "settings" / "window.ini"))
    qtbot.addWidget(window, before_close_func=lambda _: answers.give("discard"))
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return Desk(qtbot, window, session, answers)


@pytest.fixture
def full(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window in which every section has something to show."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term"))
    return desk
