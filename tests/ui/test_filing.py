"""What is done with files: recent ones, revisions, copies of samples, and never over what somebody else has written."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from desktop_app.installation import resource
from desktop_app.ui.workday import end_session
from tests.cases.contracts import contract_file
from tests.ui.desk import CONTROL, Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def quote(tmp_path: Path) -> Path:
    """Return the file of a quote."""
    file = tmp_path / "Q-7.contract.json"
    contract = contract_file({"customer": {"name": "株式会社見本"}, "quote": {"number": "Q-7", "revision": 1}})
    file.write_text(json.dumps(contract, ensure_ascii=False), "utf-8")
    return file


def held(file: Path) -> dict[str, object]:
    """Return what a contract file holds."""
    return dict(json.loads(file.read_text("utf-8")))


def recents(desk: Desk) -> list[str]:
    """Return the entries of the menu of recent files."""
    menu = desk.menu("最近使ったファイル")
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def drop(desk: Desk, *files: Path | str) -> bool:
    """Drop files on a field of the window; return whether the window would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) if isinstance(each, Path) else QUrl(each) for each in files])
    place, keys, button = QPoint(500, 300), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(desk.window.windowHandle(), entering)
    dropped = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(desk.window.windowHandle(), dropped)
    QApplication.processEvents()
    return entering.isAccepted() and dropped.isAccepted()


def test_opened_and_saved_files_are_in_the_menu(desk: Desk, quote: Path, tmp_path: Path) -> None:
    """The latest first, a file under its new name too, each once; a number opens one."""
    desk.open(quote)
    desk.answers.file = tmp_path / "other.contract.json"
    desk.press(Qt.Key.Key_S, CONTROL | SHIFT)
    desk.open(quote)
    found = recents(desk)
    assert [each.split()[1].partition("　")[0] for each in found[:2]] == ["Q-7", "other"]
    assert found[0].startswith("&1 ")
    desk.menu("最近使ったファイル").actions()[1].trigger()
    assert desk.session.file == tmp_path / "other.contract.json"


def test_the_list_of_recent_files_can_be_cleared(desk: Desk, quote: Path) -> None:
    """Then nothing is in it but the command, which has nothing to do."""
    desk.open(quote)
    assert len(recents(desk)) == 2
    desk.menu("最近使ったファイル").actions()[-1].trigger()
    assert len(recents(desk)) == 1
    assert not desk.menu("最近使ったファイル").actions()[-1].isEnabled()


def test_a_file_is_suggested_by_number_and_customer(desk: Desk) -> None:
    """Made safe for every system."""
    desk.session.edit(("quote", "number"), "Q/8")
    desk.type_into("お客様名", "A:B")
    desk.save()
    assert desk.answers.asked[-1] == "save Q_8_A_B.contract.json"


def test_a_revision_is_a_file_of_its_own(desk: Desk, quote: Path, tmp_path: Path) -> None:
    """With the next number in it; the file before stays as it was, and the new one is open."""
    before = quote.read_bytes()
    desk.open(quote)
    desk.type_into("件名", "改定後の条件")
    desk.answers.file = tmp_path / "Q-7-r2.contract.json"
    desk.press(Qt.Key.Key_R, CONTROL | SHIFT)
    assert desk.answers.asked[-1] == "save Q-7-r2.contract.json"
    assert quote.read_bytes() == before
    saved = held(tmp_path / "Q-7-r2.contract.json")
    assert (saved["title"], saved["quote"]) == ("改定後の条件", {"number": "Q-7", "revision": 2})
    assert desk.session.file == tmp_path / "Q-7-r2.contract.json"
    assert not desk.window.isWindowModified()


def test_a_revision_that_is_not_saved_leaves_no_trace(desk: Desk, quote: Path, tmp_path: Path) -> None:
    """Neither given up nor failed."""
    desk.open(quote)
    desk.answers.file = None
    desk.press(Qt.Key.Key_R, CONTROL | SHIFT)
    desk.answers.file = tmp_path / "no folder" / "x.contract.json"
    desk.press(Qt.Key.Key_R, CONTROL | SHIFT)
    assert len(desk.answers.told) == 1
    assert not desk.window.isWindowModified()
    assert desk.session.last_act is None


def test_a_quote_without_a_number_of_revision_becomes_the_second(desk: Desk, tmp_path: Path) -> None:
    """Whatever stood in the field."""
    desk.session.edit(("quote", "revision"), "x")
    desk.answers.file = tmp_path / "a.contract.json"
    desk.press(Qt.Key.Key_R, CONTROL | SHIFT)
    assert held(tmp_path / "a.contract.json")["quote"] == {"revision": 2}


def test_a_sample_opens_as_a_copy(desk: Desk, tmp_path: Path) -> None:
    """Saving asks where to, and the installed sample stays."""
    sample = resource("samples", "new-quote.contract.json")
    before = sample.read_bytes()
    desk.open(sample)
    assert desk.session.file is None
    assert not desk.window.isWindowModified()
    assert len(recents(desk)) == 1
    desk.save(tmp_path / "mine.contract.json")
    assert held(tmp_path / "mine.contract.json")["title"] == json.loads(before)["title"]
    assert sample.read_bytes() == before


def test_a_file_changed_elsewhere_is_not_written_over_silently(desk: Desk, quote: Path) -> None:
    """Cancelled, it stays; asked for, it is written over, kept under another name, or read again."""
    desk.open(quote)
    desk.type_into("件名", "Mine")
    theirs = quote.read_text("utf-8").replace("株式会社見本", "株式会社他人")
    quote.write_text(theirs, "utf-8")
    desk.save()
    assert desk.answers.asked[-1] == "changed Q-7.contract.json"
    assert quote.read_text("utf-8") == theirs
    assert desk.window.isWindowModified()
    desk.answers.disk_answer = "save_as"
    desk.save(quote.with_name("mine.contract.json"))
    assert quote.read_text("utf-8") == theirs
    assert held(quote.with_name("mine.contract.json"))["title"] == "Mine"


def test_the_other_content_can_be_read_or_written_over(desk: Desk, quote: Path) -> None:
    """As its user decides."""
    desk.open(quote)
    desk.type_into("件名", "Mine")
    quote.write_text(quote.read_text("utf-8").replace("株式会社見本", "株式会社他人"), "utf-8")
    desk.answers.disk_answer = "reload"
    desk.save()
    assert desk.named(QLineEdit, "お客様名").text() == "株式会社他人"
    assert desk.named(QLineEdit, "件名").text() == ""
    desk.type_into("件名", "Mine again")
    quote.write_text(quote.read_text("utf-8").replace("株式会社他人", "株式会社見本"), "utf-8")
    desk.answers.disk_answer = "overwrite"
    desk.save()
    assert (held(quote)["title"], held(quote)["customer"]) == ("Mine again", {"name": "株式会社他人"})


def test_a_file_written_again_as_it_was_is_not_asked_about(desk: Desk, quote: Path) -> None:
    """A new date on the same content is no change."""
    desk.open(quote)
    desk.type_into("件名", "Mine")
    quote.write_bytes(quote.read_bytes())
    desk.save()
    assert "changed Q-7.contract.json" not in desk.answers.asked
    assert held(quote)["title"] == "Mine"


def test_coming_back_to_the_window_tells_of_a_change(desk: Desk, quote: Path) -> None:
    """In a bar that holds up nothing; kept as it is, it is told of once."""
    desk.open(quote)
    quote.write_text(quote.read_text("utf-8").replace("株式会社見本", "株式会社他人"), "utf-8")
    desk.come_back()
    desk.qtbot.waitUntil(lambda: bool(desk.buttons("読み込み直す(&L)")))
    desk.qtbot.mouseClick(desk.buttons("このまま続ける(&K)")[0], Qt.MouseButton.LeftButton)
    assert desk.buttons("読み込み直す(&L)") == []
    desk.come_back()
    desk.qtbot.wait(100)
    assert desk.buttons("読み込み直す(&L)") == []
    assert desk.named(QLineEdit, "お客様名").text() == "株式会社見本"
    desk.save()
    assert desk.answers.asked[-1] == "changed Q-7.contract.json"


def test_the_bar_reads_the_file_again(desk: Desk, quote: Path) -> None:
    """Not without asking where something was edited."""
    desk.open(quote)
    desk.type_into("件名", "Mine")
    quote.write_text(quote.read_text("utf-8").replace("株式会社見本", "株式会社他人"), "utf-8")
    desk.come_back()
    desk.qtbot.waitUntil(lambda: bool(desk.buttons("読み込み直す(&L)")))
    desk.qtbot.mouseClick(desk.buttons("読み込み直す(&L)")[0], Qt.MouseButton.LeftButton)
    assert desk.answers.asked[-1] == "discard Q-7"
    assert desk.named(QLineEdit, "件名").text() == "Mine"
    desk.answers.agrees = True
    desk.qtbot.mouseClick(desk.buttons("読み込み直す(&L)")[0], Qt.MouseButton.LeftButton)
    assert desk.named(QLineEdit, "お客様名").text() == "株式会社他人"
    assert desk.buttons("読み込み直す(&L)") == []


def test_a_file_that_is_gone_is_told_of(desk: Desk, quote: Path) -> None:
    """It can be saved under another name, or again where it was."""
    desk.open(quote)
    quote.unlink()
    desk.come_back()
    desk.qtbot.waitUntil(lambda: bool(desk.buttons("別名で保存(&A)…")))
    desk.type_into("件名", "Mine")
    desk.save()
    assert held(quote)["title"] == "Mine"
    assert desk.buttons("別名で保存(&A)…") == []


def test_an_ending_that_is_added_writes_over_nothing(desk: Desk, tmp_path: Path) -> None:
    """The name that was confirmed was another one."""
    there = tmp_path / "quote.contract.json"
    there.write_text("precious", "utf-8")
    desk.type_into("件名", "Mine")
    desk.save(tmp_path / "quote")
    assert desk.answers.asked[-1] == "overwrite quote.contract.json"
    assert there.read_text("utf-8") == "precious"
    desk.answers.agrees = True
    desk.save(tmp_path / "quote")
    assert held(there)["title"] == "Mine"


def test_a_contract_dropped_on_the_window_opens(desk: Desk, quote: Path) -> None:
    """Wherever it falls, once what is open is safe."""
    desk.type_into("件名", "Mine")
    assert drop(desk, quote)
    assert desk.answers.asked[-1] == "keep 新しい契約"
    assert desk.session.file is None
    desk.answers.give("discard")
    drop(desk, quote)
    assert desk.session.file == quote


@pytest.mark.parametrize(
    "files", [("a.txt",), ("a.contract.json", "b.contract.json"), ("https://quotes.example/a.contract.json",)]
)
def test_something_else_dropped_gets_a_sentence(desk: Desk, tmp_path: Path, files: tuple[str, ...]) -> None:
    """And nothing happens to what is open."""
    desk.type_into("件名", "Mine")
    drop(desk, *(each if "//" in each else tmp_path / each for each in files))
    assert len(desk.answers.told) == 1
    assert desk.named(QLineEdit, "件名").text() == "Mine"


def test_text_can_still_be_dropped_on_a_field(desk: Desk) -> None:
    """The window takes files alone."""
    data = QMimeData()
    data.setText("text")
    place, keys, button = QPoint(500, 300), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, button, keys)
    line = desk.named(QLineEdit, "件名")
    QApplication.sendEvent(line, entering)
    assert entering.isAccepted()
    assert line.acceptDrops()


class Desktop:
    """A desktop that wants to end its session."""

    def __init__(self, *, asks: bool) -> None:
        self.asks, self.said = asks, ""

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's own name
        """Whether questions may be asked now."""
        return self.asks

    def release(self) -> None:
        """Go on."""
        self.said = "go on"

    def cancel(self) -> None:
        """Stop."""
        self.said = "stop"


def test_the_end_of_the_desktop_session_asks_first(desk: Desk) -> None:
    """Cancelled, the session stays; given up once, the window closes without asking again."""
    desk.type_into("件名", "Mine")
    desktop = Desktop(asks=True)
    end_session(desktop, desk.window.filing)  # type: ignore[arg-type] # it has the same methods
    assert desktop.said == "stop"
    desk.answers.give("discard")
    end_session(desktop, desk.window.filing)  # type: ignore[arg-type]
    assert desktop.said == "go on"
    asked = len(desk.answers.asked)
    assert desk.window.close()
    assert len(desk.answers.asked) == asked


def test_where_nothing_may_be_asked_nothing_is(desk: Desk) -> None:
    """The desktop said so."""
    desk.type_into("件名", "Mine")
    desktop = Desktop(asks=False)
    end_session(desktop, desk.window.filing)  # type: ignore[arg-type]
    assert (desktop.said, desk.answers.asked) == ("", [])


def test_what_was_given_up_once_and_then_changed_is_asked_about(desk: Desk) -> None:
    """It is another draft."""
    desk.type_into("件名", "Mine")
    desk.answers.give("discard")
    assert desk.window.filing.leave()
    desk.type_into("件名", "More")
    desk.answers.give("cancel")
    assert not desk.window.close()


def test_the_day_of_use_is_kept(desk: Desk, quote: Path) -> None:
    """For the list of the first page."""
    desk.session.today += timedelta(days=3)
    desk.open(quote)
    desk.press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert any("2024/12/13" in each for each in desk.rows("最近使ったファイル"))
    assert not any(each.text() == "PDFを作成" and each.isVisible() for each in desk.window.findChildren(QPushButton))


def test_earlier_versions_can_be_opened_as_copies(desk: Desk, quote: Path) -> None:
    """What a save replaces is kept; opened, it has no file, so that nothing is written over."""
    desk.open(quote)
    desk.type_into("件名", "Mine")
    desk.save()
    menu = desk.menu("以前の版")
    menu.aboutToShow.emit()
    [version] = menu.actions()
    version.trigger()
    assert desk.named(QLineEdit, "件名").text() == ""
    assert desk.named(QLineEdit, "お客様名").text() == "株式会社見本"
    assert desk.session.file is None
    menu.aboutToShow.emit()
    assert [each.isEnabled() for each in menu.actions()] == [False]


def test_a_backup_that_cannot_be_kept_is_told(desk: Desk, quote: Path, tmp_path: Path) -> None:
    """The file is saved all the same; nothing holds its user up."""
    (tmp_path / "settings").mkdir(exist_ok=True)
    (tmp_path / "settings" / "backups").write_bytes(b"in the way")
    desk.open(quote)
    desk.type_into("件名", "Mine")
    desk.save()
    assert held(quote)["title"] == "Mine"
    assert desk.answers.told == []
    desk.qtbot.mouseClick(desk.buttons("わかりました(&K)")[0], Qt.MouseButton.LeftButton)
    assert desk.window.decisions.notice() is None or desk.window.decisions.notice().name != "no_backup"


def test_somebody_else_who_has_the_file_open_is_named(desk: Desk, quote: Path) -> None:
    """Who, where and since when."""
    desk.open(quote)
    desk.window.decisions.tell_holder("sato@PC-12, 2024-12-10 09:30")
    assert any("sato@PC-12" in each.text() for each in desk.window.findChildren(QLabel))
    desk.qtbot.mouseClick(desk.buttons("わかりました(&K)")[0], Qt.MouseButton.LeftButton)
    assert not any("sato@PC-12" in each.text() for each in desk.window.findChildren(QLabel) if each.isVisible())


def test_of_many_things_wrong_with_a_file_the_first_are_told(desk: Desk, tmp_path: Path) -> None:
    """With how many there are more; all of them are in the detail, to be copied."""
    file = tmp_path / "broken.contract.json"
    long = json.dumps({"format": "contract-calculator", "version": 1, "accounts": [{"note": "x" * 20_001}] * 300})
    file.write_text(long, "utf-8")
    desk.open(file)
    told, detail = desk.answers.told[-1].splitlines(), desk.answers.details[-1].splitlines()
    assert len(told) == 13
    assert told[-1] == "ほか288件。「詳細を表示」ですべて確認できます。"
    assert detail[0] == str(file)
    assert detail[1:13] == told[:12]
    assert len(detail) == 301
    file.write_text("{", "utf-8")
    desk.open(file)
    assert len(desk.answers.told[-1].splitlines()) == 1
    assert desk.answers.details[-1] == str(file)
