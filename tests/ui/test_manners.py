"""What people expect of a desktop program: size of text, colours, language, layout, keys, what it is, our own details."""

import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QTreeView,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.calculation.problem import Problem
from desktop_app.calculation.terms import Rulebook
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Session
from desktop_app.ui.settings import TEXT_SIZES, Settings
from desktop_app.ui.shipped import libraries
from desktop_app.wording.amounts import percent_text
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Answers, Desk
from tests.ui.desk import compose as type_composed

MNEMONIC = re.compile(r"(?<!&)&(\w)")
NUMBER = ("issuer", "registration_number")
REGISTERED = "T7000012050002"


@pytest.fixture
def example(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with the worked example that is ended in the middle of its term."""
    contract = next(each.contract for each in worked_examples() if each.name == "02-terminated-mid-term")
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(contract), "utf-8")
    desk.open(file)
    return desk


def again(desk: Desk) -> MainWindow:
    """Close the window and return the one of the next time."""
    assert desk.window.close()
    settings = Settings(desk.answers.folder / "settings" / "window.ini")
    window = MainWindow(Session(desk.session.rules, desk.session.today), Answers(desk.answers.folder), settings)
    desk.qtbot.addWidget(window)
    window.show()
    return window


def size_of_text(desk: Desk) -> float:
    """Return the points of the text in a field."""
    return desk.named(QLineEdit, "件名").font().pointSizeF()


def test_the_text_grows_at_once_and_stays_large(desk: Desk) -> None:
    """By the usual keys; everything that is measured in pixels grows with it."""
    usual, height = size_of_text(desk), desk.named(QLineEdit, "件名").height()
    desk.press(Qt.Key.Key_Plus, CONTROL)
    desk.qtbot.waitUntil(lambda: size_of_text(desk) == pytest.approx(usual * 1.1))
    for _ in range(10):
        desk.press(Qt.Key.Key_Plus, CONTROL)
        desk.qtbot.wait(1)
    desk.qtbot.waitUntil(lambda: size_of_text(desk) == pytest.approx(usual * 2))
    assert desk.named(QLineEdit, "件名").height() > height * 1.7
    assert desk.window.views.scene.look.px(28) == 56
    assert again(desk).views.scene.look.size == 200


def test_the_text_shrinks_and_comes_back(desk: Desk) -> None:
    """To four fifths, and by one key to what it was."""
    usual = size_of_text(desk)
    for _ in range(4):
        desk.press(Qt.Key.Key_Minus, CONTROL)
        desk.qtbot.wait(1)
    desk.qtbot.waitUntil(lambda: size_of_text(desk) == pytest.approx(usual * 0.8))
    desk.press(Qt.Key.Key_0, CONTROL)
    desk.qtbot.waitUntil(lambda: size_of_text(desk) == pytest.approx(usual))


@pytest.mark.parametrize("kept", ["", "90%", "-1", "1000", "１００", "95"])
def test_a_size_that_is_none_is_the_usual_one(tmp_path: Path, kept: str) -> None:
    """Whoever wrote it into the settings."""
    file = tmp_path / "window.ini"
    file.write_text(f"[General]\ntext_size={kept}\n", "utf-8")
    assert Settings(file).text_size == 100
    assert 100 in TEXT_SIZES


@pytest.mark.parametrize("change", ["language.en", "scheme.dark", "text_size.150"])
def test_a_switch_leaves_the_keyboard_and_undo_where_they_were(example: Desk, change: str) -> None:
    """In a field, half-typed."""
    example.section(5)
    line = example.typing("希望する解除日", "2024/12/2")
    before = line
    example.window.switch(change)
    example.qtbot.waitUntil(lambda: QApplication.focusWidget() is not before)
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    assert found.accessibleName() in {"希望する解除日", "Requested effective day", "Requested day"}
    example.keys("2024/12/25")
    example.undo()
    assert example.session.history.present["termination"]["designated_on"] in {"2024-12-02", "2025-01-31"}


def test_a_switch_leaves_the_cell_where_it_was(example: Desk) -> None:
    """In a table, and in one of the result."""
    example.section(3)
    table = example.named(QTableView, "アカウント数")
    example.click_cell(table, 1, 1)
    example.window.switch("scheme.dark")
    example.qtbot.waitUntil(
        lambda: QApplication.focusWidget() not in {table, None} and example.window.palette().window().color().lightness() < 80
    )
    found = example.named(QTableView, "アカウント数")
    assert found.hasFocus()
    assert (found.currentIndex().row(), found.currentIndex().column()) == (1, 1)


def test_days_are_shown_in_the_years_of_eras(example: Desk) -> None:
    """And again the next time."""
    assert example.named(QLineEdit, "課金開始日").text() == "2024年7月10日（水）"
    example.window.views.actions["eras"].trigger()
    example.qtbot.waitUntil(lambda: example.named(QLineEdit, "課金開始日").text().startswith("令和6年7月10日"))
    assert example.window.views.actions["eras"].isChecked()
    assert again(example).views.scene.eras


def test_the_colours_follow_the_desktop(desk: Desk) -> None:
    """As soon as it says so."""
    before = desk.named(QLineEdit, "件名")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    desk.qtbot.waitUntil(lambda: desk.named(QLineEdit, "件名") is not before)


def test_everything_is_where_it_was_left(example: Desk) -> None:
    """The section, the view of the result, and what is hidden."""
    example.section(4)
    example.window.show_tab(2)
    desk_parts = example.menu("パネル").actions()
    desk_parts[0].trigger()
    window = again(example)
    sections = window.findChildren(QListView)
    assert all(not each.isVisible() for each in sections if each.accessibleName() == "入力する項目")
    assert window.findChild(QTabWidget).currentIndex() == 2
    assert [each.text() for each in window.findChildren(QLabel) if each.property("role") == "title" and each.isVisible()] == [
        "オプションと変更"
    ]
    assert not window.views.actions["part.sections"].isChecked()


def test_a_window_left_on_a_screen_that_is_gone_comes_back(desk: Desk) -> None:
    """As much of it as there is room for."""
    desk.window.move(20_000, 20_000)
    geometry: QByteArray = desk.window.saveGeometry()
    desk.window.move(0, 0)
    desk.window.settings.keep_shape("window", geometry)
    settings = Settings(desk.answers.folder / "settings" / "window.ini")
    window = MainWindow(Session(desk.session.rules, desk.session.today), Answers(desk.answers.folder), settings)
    desk.qtbot.addWidget(window)
    window.show()
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(window.frameGeometry())


def all_menus(window: MainWindow) -> Iterator[QMenu]:
    """Yield every menu, those in menus too."""
    for menu in window.findChildren(QMenu):
        if menu.actions() and menu.parent() is not None:
            yield menu


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_entry_of_a_menu_has_a_key_of_its_own(desk: Desk, language: str) -> None:
    """Underlined, and no two alike in one menu; the menus themselves too."""
    desk.window.switch(f"language.{language}")
    desk.qtbot.waitUntil(lambda: desk.window.views.scene.words.language == language)
    desk.qtbot.wait(1)
    lists: list[list[QAction]] = [desk.window.menuBar().actions()]
    seen = [menu for menu in all_menus(desk.window) if menu.menuAction() in desk.window.findChildren(QAction)]
    lists += [menu.actions() for menu in seen]
    for actions in lists:
        texts = [each.text() for each in actions if not each.isSeparator()]
        keys = [found[1].casefold() if (found := MNEMONIC.search(text)) else "" for text in texts]
        assert "" not in keys, texts
        assert len(set(keys)) == len(keys), texts
    assert len(lists) > 8


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_two_commands_have_the_same_keys(desk: Desk, language: str) -> None:
    """Nor a letter of the menu bar."""
    desk.window.switch(f"language.{language}")
    desk.qtbot.wait(1)
    found = [keys.toString() for each in desk.window.views.actions.values() for keys in each.shortcuts()]
    assert len(found) == len(set(found)) > 25
    bar = {f"Alt+{MNEMONIC.search(each.text())[1]}" for each in desk.window.menuBar().actions()}  # type: ignore[index]
    assert bar & set(found) == set()


def dialog(desk: Desk) -> QDialog:
    """Return the dialog in sight."""
    found = [each for each in desk.window.findChildren(QDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_f1_lists_every_key(desk: Desk) -> None:
    """As the actions have them."""
    desk.press(Qt.Key.Key_F1)
    model = dialog(desk).findChild(QTreeView).model()
    groups = [model.index(i, 0) for i in range(model.rowCount())]
    shown = {
        (model.index(i, 0, group).data(), model.index(i, 1, group).data())
        for group in groups
        for i in range(model.rowCount(group))
    }
    for name, action in desk.window.views.actions.items():
        for keys in action.shortcuts():
            assert any(keys.toString() in listed.split("　") for _, listed in shown), name
    assert ("保存", "Ctrl+S") in shown
    assert ("元に戻す", "Ctrl+Z") in shown
    assert ("今日", "T") in shown
    desk.press(Qt.Key.Key_Escape)
    assert not [each for each in desk.window.findChildren(QDialog) if each.isVisible()]


def test_the_keys_of_a_day_do_what_the_list_says(desk: Desk) -> None:
    """So that it cannot be wrong."""
    line = desk.typing("課金開始日", "2024/7/10")
    for key, days in (
        (Qt.Key.Key_Up, {"2024/07/09", "2024/07/11"}),
        (Qt.Key.Key_Down, {"2024/07/10"}),
        (Qt.Key.Key_PageUp, {"2024/06/10", "2024/08/10"}),
        (Qt.Key.Key_PageDown, {"2024/07/10"}),
        (Qt.Key.Key_T, {"2024/12/10"}),
    ):
        desk.press(key)
        assert line.text() in days


def test_about_says_versions_and_licences(desk: Desk, rules: Rulebook) -> None:
    """As plain text that can be copied."""
    desk.window.views.actions["about"].trigger()
    pages = {each.accessibleName(): each.toPlainText() for each in dialog(desk).findChildren(QPlainTextEdit)}
    copier = next(each for each in dialog(desk).findChildren(QPushButton) if "コピー" in each.text())
    desk.qtbot.mouseClick(copier, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == pages["バージョン"]
    assert __version__ in copied
    assert all(edition in copied for edition in rules.editions)
    assert f"pydantic {version('pydantic')}" in copied
    newest = rules.tax_rates.rates[-1]
    day = newest.effective_on
    assert f"{percent_text(newest.rate.value)}（{day.year}年{day.month}月{day.day}日から）" in copied
    assert "LGPL" in copied
    shelf = dialog(desk).findChild(QTreeWidget)
    page = next(each for each in dialog(desk).findChildren(QPlainTextEdit) if each.accessibleName() == "ライセンス")
    for library in libraries():
        shelf.setCurrentItem(shelf.findItems(f"{library.name} ", Qt.MatchFlag.MatchStartsWith)[0])
        assert library.text in page.toPlainText().replace("\xa0", " ") or not library.text


def test_every_library_has_a_licence() -> None:
    """Those that the program runs with, not those that it is tested with."""
    found = {each.name.casefold(): each for each in libraries()}
    assert {"pydantic", "pydantic_core", "typst", "pyside6_essentials", "shiboken6"} <= {name.replace("-", "_") for name in found}
    assert not {"pytest", "ruff", "contract-calculator"} & set(found)
    assert [each.name for each in found.values() if each.licence == "—"] == []


def give_issuer(desk: Desk, company: str, number: str = "") -> None:
    """Fill in our own details and keep them."""
    lines = {each.accessibleName(): each for each in dialog(desk).findChildren(QLineEdit)}
    for name, text in (("発行者の社名", company), ("発行者の登録番号", number)):
        line = next(each for key, each in lines.items() if key.endswith(name.removeprefix("発行者の")))
        line.setFocus()
        type_composed(line, text)
    desk.press(Qt.Key.Key_Tab)


def keeper(desk: Desk) -> QPushButton:
    """Return the button that keeps our own details."""
    return next(each for each in dialog(desk).findChildren(QPushButton) if each.text() == "登録する(&S)")


def test_our_details_are_asked_once_and_in_every_new_contract(desk: Desk) -> None:
    """Offered above the first new contract, and put into it."""
    desk.qtbot.mouseClick(desk.buttons("登録する(&G)…")[0], Qt.MouseButton.LeftButton)
    give_issuer(desk, "株式会社自社", REGISTERED)
    desk.qtbot.mouseClick(keeper(desk), Qt.MouseButton.LeftButton)
    assert desk.session.history.present["issuer"] == {"company": "株式会社自社", "registration_number": REGISTERED}
    assert not desk.window.isWindowModified()
    assert desk.buttons("登録する(&G)…") == []
    desk.press(Qt.Key.Key_N, CONTROL)
    assert desk.session.history.present["issuer"]["company"] == "株式会社自社"
    window = again(desk)
    window.filing.new()
    assert window.filing.title() == "新しい契約"
    assert Settings(desk.answers.folder / "settings" / "window.ini").issuer["company"] == "株式会社自社"


def test_our_details_go_into_a_contract_that_was_begun(desk: Desk) -> None:
    """As an act that can be undone; never into one that has a file."""
    desk.type_into("件名", "Begun")
    desk.window.views.actions["issuer"].trigger()
    give_issuer(desk, "株式会社自社")
    desk.qtbot.mouseClick(keeper(desk), Qt.MouseButton.LeftButton)
    assert desk.session.history.present["issuer"] == {"company": "株式会社自社"}
    desk.window.views.actions["undo"].trigger()
    assert desk.session.history.present["title"] == "Begun"
    assert not desk.session.history.present["issuer"]


def test_our_details_of_a_file_stay(example: Desk) -> None:
    """What was sent has its issuer."""
    before = example.session.history.present
    example.window.views.actions["issuer"].trigger()
    give_issuer(example, "株式会社自社")
    example.qtbot.mouseClick(keeper(example), Qt.MouseButton.LeftButton)
    assert example.session.history.present == before


def test_a_wrong_registration_number_is_told_as_in_the_form(desk: Desk) -> None:
    """A warning, which hinders nobody."""
    desk.window.views.actions["issuer"].trigger()
    give_issuer(desk, "株式会社自社", "T1")
    sentence = desk.window.views.scene.words.problem(Problem(NUMBER, "registration_number_suspect"))
    desk.qtbot.waitUntil(lambda: sentence in [each.text() for each in dialog(desk).findChildren(QLabel) if each.isVisible()])
    assert keeper(desk).isEnabled()


def test_undo_works_among_our_details(desk: Desk) -> None:
    """As in the form, an entry at a time; and they are not the contract's."""
    desk.window.views.actions["issuer"].trigger()
    give_issuer(desk, "株式会社自社")
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert [each.text() for each in dialog(desk).findChildren(QLineEdit) if each.text()] == []
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert [each.text() for each in dialog(desk).findChildren(QLineEdit) if each.text()] == ["株式会社自社"]
    desk.press(Qt.Key.Key_Escape)
    assert not desk.window.isWindowModified()


def test_the_offer_can_be_declined_for_good(desk: Desk) -> None:
    """The menu still has it."""
    desk.qtbot.mouseClick(desk.buttons("今後表示しない(&L)")[0], Qt.MouseButton.LeftButton)
    assert desk.buttons("登録する(&G)…") == []
    window = again(desk)
    assert not [each for each in window.findChildren(QPushButton) if each.text() == "登録する(&G)…" and each.isVisible()]
    assert window.views.actions["issuer"].isEnabled()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_details_that_somebody_has_spoilt_are_none(tmp_path: Path, content: bytes) -> None:
    """And a new contract is begun all the same."""
    (tmp_path / "issuer.json").write_bytes(content)
    assert Settings(tmp_path / "window.ini").issuer == {}


def test_details_that_cannot_be_kept_are_told(desk: Desk, tmp_path: Path) -> None:
    """In words."""
    (tmp_path / "settings" / "issuer.json").mkdir(parents=True)
    assert not desk.window.filing.take_issuer({"company": "x"})
    assert len(desk.answers.told) == 1


def test_waiting_can_be_given_up(qtbot: QtBot, desk: Desk) -> None:
    """Past half a second there is a dialog; what the work comes to then is of no use."""
    from threading import Event  # noqa: PLC0415

    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from desktop_app.ui.waiting import GivenUpError, WaitDialog, wait_for  # noqa: PLC0415

    go_on = Event()

    def give_up() -> None:
        shown = [each for each in desk.window.findChildren(WaitDialog) if each.isVisible()]
        if shown:
            shown[0].reject()
        else:
            QTimer.singleShot(20, give_up)

    give_up()
    words = desk.window.views.scene.words
    with pytest.raises(GivenUpError):
        wait_for(go_on.wait, "…", words, desk.window)
    go_on.set()
    assert wait_for(lambda: 7, "…", words, desk.window) == 7
    with pytest.raises(ZeroDivisionError):
        wait_for(lambda: 1 // 0, "…", words, desk.window)
    QTimer.singleShot(700, go_on.set)
    go_on.clear()
    assert wait_for(go_on.wait, "…", words, desk.window) is True
