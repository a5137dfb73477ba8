"""Every model of the window keeps the rules of Qt's models, while contracts come and go."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

OF_THE_PROGRAM = "desktop_app."
CONTRACTS = ("12-every-kind-of-outage", "02-terminated-mid-term", "01-new-quote")


@pytest.fixture
def contracts(tmp_path: Path) -> list[Path]:
    """Return contracts of different lengths and kinds."""
    found = {each.name: each.contract for each in worked_examples()}
    for name in CONTRACTS:
        (tmp_path / f"{name}.contract.json").write_text(json.dumps(found[name]), "utf-8")
    return [tmp_path / f"{name}.contract.json" for name in CONTRACTS]


def looked_at(desk: Desk) -> None:
    """Bring every section and every tab into sight once."""
    for number in range(1, 8):
        desk.section(number)
        desk.press(Qt.Key(Qt.Key.Key_0 + min(number, 6)), Qt.KeyboardModifier.AltModifier)


def models_of(desk: Desk) -> list[QAbstractItemModel]:
    """Return the models of the program's own that are in use."""
    views = desk.window.findChildren(QAbstractItemModel)
    used = [view.model() for view in QApplication.allWidgets() if hasattr(view, "model") and callable(view.model)]
    found = {id(each): each for each in (*views, *used) if each is not None and type(each).__module__.startswith(OF_THE_PROGRAM)}
    return list(found.values())


def test_every_model_keeps_the_rules(desk: Desk, contracts: list[Path], qtmodeltester: ModelTester) -> None:
    """As it stands, and at every change that opening, undoing, typing and beginning anew bring."""
    desk.answers.give("discard")
    desk.open(contracts[0])
    looked_at(desk)
    models = models_of(desk)
    assert {type(each).__name__ for each in models} >= {"RowsModel", "FigureModel", "ReasonModel", "SectionsModel"}
    for model in models:
        qtmodeltester.check(model)
    for file in contracts[1:]:
        desk.open(file)
        looked_at(desk)
        desk.section(1)
        desk.type_into("課金開始日", "2024/8/1")
        desk.undo()
        looked_at(desk)
    desk.press(Qt.Key.Key_N, CONTROL)
    looked_at(desk)
