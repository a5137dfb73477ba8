"""The first page: everything on it by the keyboard, the samples as copies, the files that are gone."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView

from desktop_app.installation import resource
from desktop_app.storage.recent import Recent
from desktop_app.storage.suffix import SUFFIX
from desktop_app.ui.settings import Settings
from desktop_app.ui.start.recent_entries import folder_text, recent_entries
from desktop_app.ui.start.samples import ORDER
from desktop_app.wording.wording import wording
from tests.cases.contracts import contract_file
from tests.ui.desk import CONTROL, Desk

ALT = Qt.KeyboardModifier.AltModifier
RECENT, SAMPLES = "最近使ったファイル", "サンプルの契約"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return two files that are there and one that is not."""
    found = [tmp_path / f"{name}{SUFFIX}" for name in ("one", "two", "gone")]
    for each in found[:2]:
        each.write_text(json.dumps(contract_file({"title": each.name})), "utf-8")
    return found


@pytest.fixture
def start(desk: Desk, files: list[Path], tmp_path: Path) -> Desk:
    """Return a window with its first page in sight."""
    settings = Settings(tmp_path / "settings" / "window.ini")
    settings.recents = tuple(Recent(each, f"客先{i}", date(2024, 12, i + 1)) for i, each in enumerate(files))
    desk.window.settings.recents = settings.recents
    desk.window.show_place(at_start=True)
    QApplication.processEvents()
    return desk


def test_return_begins_a_quote(start: Desk) -> None:
    """The keyboard stands on it at first, and then in the first field."""
    start.press(Qt.Key.Key_Space)
    assert start.named(QLineEdit, "件名").hasFocus()
    assert start.window.windowTitle().startswith("新しい契約")


def test_a_letter_begins_a_quote_or_opens_a_file(start: Desk, files: list[Path]) -> None:
    """Alt and the letter that is underlined."""
    start.answers.file = files[0]
    start.press(Qt.Key.Key_O, ALT)
    start.qtbot.waitUntil(lambda: start.session.file == files[0])
    start.press(Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    start.press(Qt.Key.Key_Q, ALT)
    start.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    assert start.session.file is None


def test_arrows_and_return_open_a_recent_file(start: Desk, files: list[Path]) -> None:
    """Reached by Tab."""
    for _ in range(8):
        if QApplication.focusWidget() is start.named(QListView, RECENT):
            break
        start.press(Qt.Key.Key_Tab)
    start.press(Qt.Key.Key_Down)
    start.press(Qt.Key.Key_Return)
    assert start.session.file == files[1]
    assert not any(each.text() == SAMPLES and each.isVisible() for each in start.window.findChildren(QLabel))


def test_a_recent_file_says_customer_folder_and_day(start: Desk, files: list[Path]) -> None:
    """To the eye and to a screen reader alike; one that is gone says so."""
    start.qtbot.waitUntil(lambda: any("見つかりません" in each for each in start.rows(RECENT)))
    rows = start.rows(RECENT)
    assert rows[0] == f"one 客先0　・　{folder_text(files[0])} 2024/12/01"
    assert [("見つかりません" in each) for each in rows] == [False, False, True]


def test_opening_a_file_that_is_gone_is_told_and_the_page_stays(start: Desk, files: list[Path]) -> None:
    """It can be taken out of the list then."""
    lists = start.named(QListView, RECENT)
    lists.setFocus()
    lists.setCurrentIndex(lists.model().index(2, 0))
    start.press(Qt.Key.Key_Return)
    assert "gone" in start.answers.told[0]
    assert lists.isVisible()
    start.press(Qt.Key.Key_Delete)
    assert len(start.rows(RECENT)) == 2
    start.qtbot.mouseClick(start.buttons("一覧から除く(&D)")[0], Qt.MouseButton.LeftButton)
    start.qtbot.mouseClick(start.buttons("一覧から除く(&D)")[0], Qt.MouseButton.LeftButton)
    assert start.buttons("一覧から除く(&D)") == []
    assert files[0].exists()


def test_a_pinned_file_comes_first(start: Desk) -> None:
    """Until it is let go."""
    lists = start.named(QListView, RECENT)
    lists.setCurrentIndex(lists.model().index(1, 0))
    start.qtbot.mouseClick(start.buttons("固定(&P)")[0], Qt.MouseButton.LeftButton)
    assert [each.split()[0] for each in start.rows(RECENT)] == ["two", "one", "gone"]
    lists.setCurrentIndex(lists.model().index(0, 0))
    start.qtbot.mouseClick(start.buttons("固定を外す(&P)")[0], Qt.MouseButton.LeftButton)
    assert [each.split()[0] for each in start.rows(RECENT)] == ["one", "two", "gone"]


def test_a_click_opens_a_sample_as_a_copy(start: Desk) -> None:
    """With its figures, and no file that saving could write to."""
    lists = start.named(QListView, SAMPLES)
    place = lists.visualRect(lists.model().index(1, 0)).center()
    start.qtbot.mouseClick(lists.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert start.cards()["調定金（第10条）"] == "¥1,248,516"
    assert start.session.file is None
    assert not start.window.isWindowModified()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_sample_has_its_story(language: str) -> None:
    """In the order in which they are listed, and no other."""
    words = wording(language)  # type: ignore[arg-type]
    there = {file.name.removesuffix(SUFFIX) for file in resource("samples").glob(f"*{SUFFIX}")}
    assert set(ORDER) == there
    stories = [words.text(f"window.sample.{name}.story") for name in ORDER]
    assert len({words.text(f"window.sample.{name}") for name in ORDER}) == len(set(stories)) == len(ORDER)


def test_what_needs_a_contract_is_off(start: Desk) -> None:
    """And comes back with one."""
    assert not start.window.views.actions["save"].isEnabled()
    assert start.window.views.actions["open"].isEnabled()
    assert start.window.views.actions["text.larger"].isEnabled()
    start.press(Qt.Key.Key_N, CONTROL)
    assert start.window.views.actions["save"].isEnabled()
    assert not start.window.views.actions["pdf"].isEnabled()


def test_the_language_changes_on_the_first_page(start: Desk) -> None:
    """It stays in sight."""
    start.window.switch("language.en")
    start.qtbot.waitUntil(lambda: bool(start.buttons("New &quote")))
    assert start.named(QListView, "Sample contracts").isVisible()
    assert QApplication.focusWidget() is start.buttons("New &quote")[0]


def test_going_to_the_first_page_asks_about_changes(desk: Desk) -> None:
    """As leaving does."""
    desk.type_into("件名", "Mine")
    desk.press(Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.answers.asked[-1].startswith("keep")
    assert desk.named(QLineEdit, "件名").text() == "Mine"


def test_an_entry_of_nobody_names_the_folder_alone() -> None:
    """And one in the user's own folder begins with a tilde."""
    file = Path.home() / "quotes" / f"x{SUFFIX}"
    (entry,) = recent_entries((Recent(file, "", date(2024, 1, 2)),), (), wording("ja"))
    assert (entry.name, entry.about) == ("x", str(Path("~") / "quotes"))
