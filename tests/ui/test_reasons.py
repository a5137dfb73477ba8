"""The tree of reasons: unfolded line by line, in place while somebody types, and the way to all fields that are waited for."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView, QWidget
from pytestqt.modeltest import ModelTester

from desktop_app.calculation.statement import Statement, figure_at
from desktop_app.calculation.step import Path as Place
from desktop_app.calculation.step import Step
from desktop_app.ui.result.reason_model import REASON, ReasonModel
from desktop_app.ui.result.result_panel import ResultPanel
from desktop_app.wording.reasons import Reason
from desktop_app.wording.wording import wording
from tests.cases.contracts import policy, statement_of
from tests.cases.examples import worked_examples
from tests.cases.statements import steps_of
from tests.ui.desk import Desk
from tests.wording.every_statement import every_statement

EXAMPLE = next(each for each in worked_examples() if each.name == "02-terminated-mid-term")


def figure(statement: Statement, *place: str | int) -> Step[Any]:
    """Return a figure of a statement."""
    found = figure_at(statement, place)
    assert found is not None
    return found


def opened(model: ReasonModel, index: QModelIndex, depth: int) -> list[Reason]:
    """Open a line and those below it, so deep; return all of them in the order of reading."""
    found: list[Reason] = [index.data(REASON)]
    for row in range(model.rowCount(index) if depth else 0):
        found += opened(model, model.index(row, 0, index), depth - 1)
    return found


@pytest.fixture
def model() -> ReasonModel:
    """Return a model with nothing in it."""
    return ReasonModel(wording("ja"))


def test_it_is_a_sound_model(qtmodeltester: ModelTester, model: ReasonModel) -> None:
    """With the reasons of one figure after another in it, some lines open, and with none."""
    qtmodeltester.check(model)
    for statement in every_statement().values():
        for step in (statement.totals.total, statement.months[0].total if statement.months else statement.totals.tax):
            model.show_step(step)
            opened(model, model.index(0, 0), 3)
    line = Reason("", "c", "d", "", assumption=False, path=("e",), below=())
    model.show_lines(line._replace(label="a", path=()), [line])
    assert model.rowCount(model.index(0, 0)) == 1
    model.show_nothing()
    assert model.rowCount() == 0


def test_nothing_is_worded_that_nobody_sees(model: ReasonModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """A total of ten years has thousands of lines; shown, it has one, and a line of it is worded when it is drawn."""
    worded: list[str] = []
    words = model._words  # noqa: SLF001 - the place where every sentence is made
    monkeypatch.setattr(words, "label", lambda *given: worded.append("label") or type(words).label(words, *given))
    model.show_step(statement_of(policy(quote_months=120)).totals.total)
    root = model.index(0, 0)
    assert worded == []
    assert model.hasChildren(root)
    assert model.rowCount(root) == 2
    before = len(worded)
    assert "合計" in root.data()
    assert len(worded) - before <= 2


def test_another_value_of_the_same_figure_stays_open_where_it_was(model: ReasonModel) -> None:
    """Lines that say the same are not touched, lines that are gone or new come and go, and the model is never reset."""
    model.show_step(statement_of().totals.total)
    opened(model, model.index(0, 0), 4)
    told: list[str] = []
    changed: list[Reason] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsInserted.connect(lambda: told.append("inserted"))
    model.rowsRemoved.connect(lambda: told.append("removed"))
    model.dataChanged.connect(lambda first: changed.append(first.data(REASON)))
    assert not model.show_step(statement_of(policy(quote_months=12)).totals.total)
    assert (told, changed) == ([], [])
    model.show_step(statement_of({"prices": {"initial_fee": 1000}}).totals.total)
    assert "reset" not in told
    assert "合計（税込）" in {each.label for each in changed}
    assert not any("2024年9月" in each.label for each in changed)
    model.show_step(statement_of(policy(quote_months=24)).totals.total)
    model.show_step(statement_of().totals.total)
    assert {"inserted", "removed"} == set(told)


@pytest.mark.parametrize("name", sorted(every_statement()))
def test_what_is_shown_after_typing_is_what_would_be_shown_at_once(name: str, model: ReasonModel) -> None:
    """Whatever stood there before, opened or not."""
    model.show_step(every_statement()["as_it_is"].totals.total)
    opened(model, model.index(0, 0), 9)
    fresh = ReasonModel(wording("ja"))
    step = every_statement()[name].totals.total
    model.show_step(step)
    fresh.show_step(step)
    assert opened(model, model.index(0, 0), 9) == opened(fresh, fresh.index(0, 0), 9)


@pytest.mark.parametrize("name", ["02-terminated-mid-term", "12-every-kind-of-outage", "more_than_a_month_costs"])
def test_the_tree_ends(name: str, model: ReasonModel) -> None:
    """Every figure's can be opened to its leaves, and a line says that it can be exactly when it can."""
    for step in steps_of(every_statement()[name]):
        model.show_step(step)
        waiting = [model.index(0, 0)]
        while waiting:
            index = waiting.pop()
            can = model.hasChildren(index)
            below = model.rowCount(index)
            assert can == bool(below)
            waiting += [model.index(row, 0, index) for row in range(below)]


@pytest.fixture
def example(desk: Desk, tmp_path: Path) -> Desk:
    """Return a wide window with a contract, the reasons beside its figures."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(EXAMPLE.contract), "utf-8")
    desk.open(file)
    desk.window.resize(1700, 900)
    desk.qtbot.waitUntil(lambda: desk.named(QTreeView, "計算の理由").isVisible())
    return desk


def lines(tree: QTreeView) -> list[str]:
    """Return the lines in sight or to be scrolled to."""
    found, index = [], tree.model().index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = tree.indexBelow(index)
    return found


def test_the_reasons_follow_each_key(example: Desk) -> None:
    """At once, as the figures do; what was folded stays folded."""
    tree = example.named(QTreeView, "計算の理由")
    tree.collapse(tree.model().index(0, 0, tree.model().index(0, 0)))
    before = len(lines(tree))
    example.section(2)
    example.typing("初期費用（基本サービス）", "7")
    total = example.cards()["期間合計（税込）"]
    assert total != "¥3,281,111"
    assert lines(tree)[0].startswith(f"合計（税込）　{total}")
    assert any(f"{total}になる理由" in each.text() for each in example.window.findChildren(QLabel) if each.isVisible())
    assert len(lines(tree)) == before


def test_larger_letters_have_room(example: Desk) -> None:
    """Lines are laid out anew for another font."""
    tree = example.named(QTreeView, "計算の理由")
    before = tree.visualRect(tree.model().index(0, 0)).height()
    font = QFont(tree.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    tree.setFont(font)
    example.qtbot.waitUntil(lambda: tree.visualRect(tree.model().index(0, 0)).height() > before)


WAITED = {
    "期間合計（税込）": ["承諾日", "課金開始日", "オプションの削除費用"],
    "月額": ["課金開始日", "オプションの削除費用"],
    "調定金（第10条）": ["課金開始日"],
}


def card_of(desk: Desk, title: str) -> QWidget:
    """Return the card with a title."""
    cards = (each for each in desk.window.findChildren(QWidget) if each.property("role") == "card")
    return next(each for each in cards if each.accessibleName().startswith(title))


@pytest.mark.parametrize("card", WAITED)
def test_a_dash_lists_every_field_that_it_waits_for(example: Desk, card: str) -> None:
    """Each of them a jump to it; fields that it does not need are not among them."""
    example.type_into("課金開始日", "soon")
    example.type_into("承諾日", "sometime")
    example.section(2)
    example.type_into("オプションの削除費用", "x")
    assert example.cards()[card] == "—"
    example.qtbot.mouseClick(card_of(example, card), Qt.MouseButton.LeftButton)
    tree = example.named(QTreeView, "計算の理由")
    waited = [each.partition("　")[0] for each in lines(tree)[1:]]
    assert waited == WAITED[card]
    for name in waited:
        tree.setCurrentIndex(tree.model().index(waited.index(name), 0, tree.model().index(0, 0)))
        tree.setFocus()
        example.press(Qt.Key.Key_Return)
        assert example.window.focusWidget() is example.named(QLineEdit, name)


def test_a_figure_that_the_contract_has_not_waits_for_nothing(example: Desk) -> None:
    """Without a termination there is no settlement to explain, whatever else is missing."""
    place: Place = ("settlement", "amount")
    example.session.remove(("termination",))
    example.session.edit(("dates", "billing_start"), "soon")
    panel = example.window.findChild(ResultPanel)
    assert isinstance(panel, ResultPanel)
    panel.ask(place)  # no view offers what is not there
    assert any("理由を示す数字がありません" in each.text() for each in example.window.findChildren(QLabel) if each.isVisible())
