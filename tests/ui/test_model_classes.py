"""Each class of model in the program, by itself, keeps the rules of Qt's models: by Qt's own tester and by that in Python."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from pytestqt.modeltest import ModelTester

from desktop_app import ui
from desktop_app.calculation.periods import Month
from desktop_app.calculation.statement import figure_at
from desktop_app.calculation.step import Path as Place
from desktop_app.document.assess import assess
from desktop_app.document.counts_import import preview, suggested_columns
from desktop_app.document.fields import Kind
from desktop_app.document.partly import Known, known_of
from desktop_app.document.table_file import read_table_file
from desktop_app.ui.editors.month_model import MonthModel
from desktop_app.ui.editors.rows_model import Column, Mark, RowsModel
from desktop_app.ui.editors.writing import cell_writing_of
from desktop_app.ui.form.findings import Finding
from desktop_app.ui.form.section_list import SectionsModel
from desktop_app.ui.inquiry.counts_import_model import ImportModel
from desktop_app.ui.result.figure_model import FigureModel
from desktop_app.ui.result.reason_model import ReasonModel
from desktop_app.ui.result.sheets import months_sheet, outages_sheet, settlement_sheet
from desktop_app.ui.scene import Scene
from desktop_app.ui.start.entries import EntriesModel, Entry
from desktop_app.wording.reasons import Reason
from tests.cases.examples import rulebook, worked_examples

TABLE = "開始日,アカウント数\n2024-07-10,800\nいつか,多数\n2024-08-01,900\n"
ASKED: tuple[Place, ...] = (("totals", "total"), ("months", 0, "monthly_fee"), ("settlement", "amount"), ("totals", "subtotal"))
WAITED_FOR = Reason("課金開始日", "", "入力してください。", "", assumption=False, path=("dates", "billing_start"), below=())
Changes = Iterator[None]


def known() -> Iterator[Known]:
    """Yield what is known of some worked examples."""
    for example in worked_examples()[:3]:
        yield known_of(assess(example.contract, example.as_of, rulebook()), example.as_of, rulebook())


def unfold(model: QAbstractItemModel, above: QModelIndex, depth: int = 4) -> None:
    """Open lines down to a depth, as somebody does who looks at all of them."""
    for row in range(model.rowCount(above)):
        if depth:
            unfold(model, model.index(row, 0, above), depth - 1)


def reasons(scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return the tree of reasons: of one figure after another, of the same with other values, of none, of one that waits."""
    model = ReasonModel(scene.words)

    def changes() -> Changes:
        for place in ASKED:
            for each in known():
                step = figure_at(each.statement, place)
                if step is not None:
                    model.show_step(step)
                    yield
                    unfold(model, QModelIndex())
                    yield
        model.show_lines(WAITED_FOR, (WAITED_FOR,))
        yield
        model.show_nothing()
        yield

    return model, changes()


def figures(scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return a table to read: longer, shorter, of other columns."""
    model = FigureModel()

    def changes() -> Changes:
        for sheet in (months_sheet, settlement_sheet, outages_sheet):
            for each in known():
                model.show_sheet(sheet(each, scene.words))
                yield

    return model, changes()


def rows(scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return a table to type in, with items of all sorts."""
    model = RowsModel([Column(each.value, each.value, cell_writing_of(each, scene)) for each in (Kind.DAY, Kind.COUNT)])

    def changes() -> Changes:
        for items in ([{"day": "2024-07-10"}], [{}, {"count": 5}, "no item"], None, [{"count": 1}] * 4, "no list"):
            model.show_items(items, {(0, "day"): Mark("error", "wrong")})
            yield

    return model, changes()


def sections(scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return the list of sections, one of them marked."""
    model = SectionsModel(scene)

    def changes() -> Changes:
        for found in ([Finding("error", ("title",), "wrong")], []):
            model.show_findings(found)
            yield

    return model, changes()


def entries(_scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return a list of files: more of them, as many, none."""
    model = EntriesModel()

    def changes() -> Changes:
        for count in (3, 3, 1, 0):
            model.show_entries([Entry(Path(f"{i}.contract.json"), str(i), "") for i in range(count)])
            yield

    return model, changes()


def month(scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return a month of the calendar, another, the first and the last that there are."""
    model = MonthModel(scene.words, date(2024, 12, 10), Month(2024, 12))

    def changes() -> Changes:
        model.show_holidays()
        yield
        for each in (Month(2024, 2), Month(1, 1), Month(9999, 12)):
            model.show_month(each)
            yield

    return model, changes()


def imported(scene: Scene) -> tuple[QAbstractItemModel, Changes]:
    """Return the preview of a table, and of none."""
    model = ImportModel(scene.words, scene.look)

    def changes() -> Changes:
        sheet = read_table_file(TABLE.encode()).sheets[0]
        columns = suggested_columns(sheet)
        assert columns is not None
        for found in (preview(sheet, columns, {}), None):
            model.show_preview(found, {}, replacing=False)
            yield

    return model, changes()


EVERY: dict[str, Callable[[Scene], tuple[QAbstractItemModel, Changes]]] = {
    "EntriesModel": entries,
    "FigureModel": figures,
    "ImportModel": imported,
    "MonthModel": month,
    "ReasonModel": reasons,
    "RowsModel": rows,
    "SectionsModel": sections,
}


def test_no_class_is_left_out() -> None:
    """Every model of the program's own stands in the list above."""
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    found, more = set(), {QAbstractItemModel}
    while more:
        kind = more.pop()
        more |= set(kind.__subclasses__())
        found |= {kind.__name__} if kind.__module__.startswith(f"{ui.__name__}.") else set()
    assert found == set(EVERY)


@pytest.mark.parametrize("by_python", [False, True], ids=["qt", "python"])
@pytest.mark.parametrize("name", EVERY)
def test_a_model_keeps_the_rules(qtmodeltester: ModelTester, scene: Scene, name: str, *, by_python: bool) -> None:
    """Empty, at every change that it can show, and with what each change leaves."""
    model, changes = EVERY[name](scene)
    qtmodeltester.check(model, force_py=by_python)
    for _ in changes:
        if not by_python:  # that in Python would watch a model twice
            qtmodeltester.check(model)
