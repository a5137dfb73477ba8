"""The paper beside the form: shown as it would be saved, never as true when it is not, and nobody waits for it."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QPushButton

from desktop_app.report.paper_kinds import KINDS
from desktop_app.ui.paper.paper_page import PaperPage
from desktop_app.ui.paper.press import Task, press
from desktop_app.ui.paper.wish import keep_wish, paper_bytes, wish_of
from desktop_app.ui.settings import Settings
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

ALT = Qt.KeyboardModifier.AltModifier
CONTRACT = next(each.contract for each in worked_examples() if each.name == "02-terminated-mid-term")
KIND, LANGUAGE = "書面の種類", "書面の言語"


@pytest.fixture
def reader(desk: Desk, tmp_path: Path) -> Desk:
    """Return a window with a contract that is ended in the middle of its term, its paper in sight."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(CONTRACT, ensure_ascii=False), "utf-8")
    desk.open(file)
    desk.press(Qt.Key.Key_7, ALT)
    await_paper(desk)
    return desk


@pytest.fixture
def held() -> Iterator[Event]:
    """Hold the press up until the event is set: whatever is asked of it waits."""
    free = Event()
    press().order(Task(free, "held", free.wait))
    yield free
    free.set()
    press().rest()


def page_of(desk: Desk) -> PaperPage:
    """Return the tab with the paper."""
    return desk.window.views.panes.paper


def await_paper(desk: Desk) -> bytes:
    """Return the bytes of the paper once it is shown as true."""
    desk.qtbot.waitUntil(lambda: page_of(desk).is_drawn, timeout=20_000)
    content = page_of(desk).content
    assert content is not None
    return content


def settings_of(desk: Desk) -> Settings:
    """Return what the window of a desk remembers."""
    return Settings(desk.answers.folder / "settings" / "window.ini")


def wanted(desk: Desk) -> bytes:
    """Return the paper that would be made of what is in the window now."""
    return paper_bytes(desk.session.assessment, desk.session.rules, wish_of(settings_of(desk)))


def view_of(desk: Desk) -> QAbstractScrollArea:
    """Return the view of the pages."""
    found = [each for each in page_of(desk).findChildren(QAbstractScrollArea) if each.accessibleName() and each.isVisible()]
    assert len(found) == 1
    return found[0]


def seen(desk: Desk) -> QImage:
    """Return the pages as they are seen."""
    return view_of(desk).viewport().grab().toImage()


def choose(desk: Desk, name: str, place: int) -> None:
    """Choose an entry of a list that drops down, by the keyboard."""
    combo = desk.named(QComboBox, name)
    combo.setFocus()
    desk.press(Qt.Key.Key_Home)
    for _ in range(len(KINDS)):
        if combo.currentIndex() < place:
            desk.press(Qt.Key.Key_Down)
    assert combo.currentIndex() == place


def refusals(desk: Desk) -> list[str]:
    """Return the ways out that are offered in the place of a paper."""
    return [each.text() for each in page_of(desk).findChildren(QPushButton) if each.isVisible() and "へ" in each.text()]


@pytest.mark.parametrize("kind", [0, 1, 2, 3])
def test_what_is_shown_is_what_is_saved(reader: Desk, tmp_path: Path, kind: int) -> None:
    """Byte by byte, whatever kind is chosen."""
    choose(reader, KIND, kind)
    shown = await_paper(reader)
    reader.answers.file = tmp_path / "paper.pdf"
    reader.press(Qt.Key.Key_E, CONTROL)
    assert (tmp_path / "paper.pdf").read_bytes() == shown


def test_a_paper_follows_an_edit(reader: Desk) -> None:
    """Other bytes, other pages."""
    before, picture = await_paper(reader), seen(reader)
    reader.typing("お客様名", "Another Customer")
    assert page_of(reader).content is None
    assert view_of(reader).accessibleName()
    after = await_paper(reader)
    assert after != before
    assert after == wanted(reader)
    assert seen(reader) != picture


def test_typing_waits_for_no_paper(reader: Desk, held: Event) -> None:
    """While a paper takes for ever, keys arrive, figures move and undo works; no old page is shown as true."""
    old = seen(reader)
    for number, letter in enumerate("Tokyo", 1):
        line = reader.named(QLineEdit, "お客様名")
        if number == 1:
            line.setFocus()
        QTest.keyClicks(line, letter)
        assert line.text() == "Tokyo"[:number]
        assert reader.session.history.present["customer"]["name"] == "Tokyo"[:number]
        assert page_of(reader).content is None
    reader.section(5)
    cards = reader.cards()
    reader.type_into("希望する解除日", "2024/12/20")
    assert reader.cards() != cards
    reader.undo()
    assert reader.cards() == cards
    reader.qtbot.wait(60)
    assert page_of(reader).content is None
    assert seen(reader) != old
    held.set()
    assert await_paper(reader) == wanted(reader)


def test_a_hundred_quick_edits_end_in_the_last_one(reader: Desk) -> None:
    """Papers of drafts in between are skipped, and none is shown as true while another is present."""
    made: list[str] = []
    press().ended.connect(lambda done: made.append(done.task.name))
    line = reader.typing("件名", "x")
    for number in range(100):
        QTest.keyClicks(line, "abcdefghij"[number % 10])
        content = page_of(reader).content
        assert content is None or content == wanted(reader)
        QApplication.processEvents()
    last = await_paper(reader)
    assert last == wanted(reader)
    assert "xabcdefghij" in line.text()
    assert made.count("paper") < 100


def test_nothing_is_made_out_of_sight(reader: Desk) -> None:
    """A hidden paper costs nothing; it is there again when it is looked at."""
    reader.press(Qt.Key.Key_1, ALT)
    made: list[object] = []
    press().ended.connect(made.append)
    reader.type_into("お客様名", "Out of sight")
    reader.qtbot.wait(120)
    press().rest()
    QApplication.processEvents()
    assert made == []
    reader.press(Qt.Key.Key_7, ALT)
    assert await_paper(reader) == wanted(reader)
    assert made != []


def test_a_kind_that_cannot_be_says_why(reader: Desk) -> None:
    """It cannot be chosen, and the tip is the sentence; one that was chosen before is refused with a way to the field."""
    reader.session.replace(("outages",), [])
    combo = reader.named(QComboBox, KIND)
    credit = combo.model().index(KINDS.index("credit"), 0)
    assert not credit.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "障害が入力されていない" in str(credit.data(Qt.ItemDataRole.ToolTipRole))
    choose(reader, KIND, KINDS.index("settlement"))
    await_paper(reader)
    reader.section(5)
    reader.session.remove(("termination",))
    assert page_of(reader).content is None
    assert refusals(reader) == ["「解約」へ"]
    reader.section(1)
    QTest.mouseClick(reader.buttons("「解約」へ")[0], Qt.MouseButton.LeftButton)
    assert reader.window.views.panes.sections.section.value == "termination"
    reader.undo()
    assert await_paper(reader) == wanted(reader)


def test_what_cannot_be_printed_is_told_with_its_field(reader: Desk) -> None:
    """A character that the fonts lack; without it, there is a paper again."""
    reader.session.edit(("customer", "name"), "絵文字😀商会")
    reader.qtbot.waitUntil(lambda: refusals(reader) == ["「お客様名」へ"], timeout=20_000)
    assert page_of(reader).content is None
    reader.section(2)
    QTest.mouseClick(reader.buttons("「お客様名」へ")[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is reader.named(QLineEdit, "お客様名")
    reader.undo()
    assert await_paper(reader) == wanted(reader)


def test_a_contract_with_errors_has_no_paper(reader: Desk) -> None:
    """At once: every field that stops it can be gone to, and an old page is not in sight."""
    reader.type_into("課金開始日", "never")
    assert "「課金開始日」へ" in refusals(reader)
    assert page_of(reader).content is None
    assert not reader.buttons("印刷…") or not reader.buttons("印刷…")[0].isEnabled()


def test_the_paper_has_its_own_language(reader: Desk) -> None:
    """It stays when the window takes another, and from one time to the next."""
    japanese = await_paper(reader)
    choose(reader, LANGUAGE, 1)
    english = await_paper(reader)
    assert english != japanese
    reader.window.switch("language.en")
    reader.qtbot.waitUntil(lambda: reader.window.views.scene.words.language == "en")
    assert await_paper(reader) == english
    assert wish_of(settings_of(reader)).language == "en"


def test_boxes_for_seals_are_an_option(reader: Desk) -> None:
    """Ticked in the menu of the paper, remembered."""
    before = await_paper(reader)
    menu = reader.buttons("設定")[0].menu()
    next(each for each in menu.actions() if "押印欄" in each.text()).trigger()
    assert await_paper(reader) != before
    assert wish_of(settings_of(reader)).approvals
    next(each for each in menu.actions() if "添付" in each.text()).trigger()
    assert len(await_paper(reader)) < len(before)
    assert not wish_of(settings_of(reader)).enclosed


def test_pages_are_read_by_the_keyboard(reader: Desk) -> None:
    """End, Home, PageDown, PageUp; a screen reader hears which page of what."""
    view = view_of(reader)
    view.setFocus()
    pages = int(view.accessibleName().partition("　")[2].partition("ページ中")[0])
    assert pages > 1
    assert view.accessibleName() == f"ご契約内容と料金の概要　{pages}ページ中1ページ"
    reader.press(Qt.Key.Key_End)
    assert view.accessibleName().endswith(f"ページ中{pages}ページ")
    reader.press(Qt.Key.Key_PageUp)
    before = view.verticalScrollBar().value()
    reader.press(Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > before
    reader.press(Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    reader.press(Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    await_paper(reader)


def test_pages_are_made_larger(reader: Desk) -> None:
    """By plus and minus, by the wheel with Ctrl, from the menu; remembered."""
    view = view_of(reader)
    view.setFocus()
    heights = [view.verticalScrollBar().maximum()]
    reader.press(Qt.Key.Key_Plus)
    heights.append(view.verticalScrollBar().maximum())
    turned = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not the other way round
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turned)
    heights.append(view.verticalScrollBar().maximum())
    assert heights == sorted(set(heights))
    await_paper(reader)
    kept = settings_of(reader).place("paper_zoom")
    assert kept.isdecimal()
    next(each for each in reader.buttons("設定")[0].menu().actions() if "ページ全体" in each.text()).trigger()
    assert view.verticalScrollBar().maximum() < heights[0]
    await_paper(reader)
    reader.press(Qt.Key.Key_Plus)
    assert settings_of(reader).place("paper_zoom") == "50"


def test_a_window_closes_while_a_paper_is_made(reader: Desk, held: Event) -> None:
    """What is under way ends in peace, and shows itself to nobody."""
    reader.typing("件名", "The last one")
    reader.qtbot.wait(60)
    reader.answers.give("discard")
    assert reader.window.close()
    held.set()
    press().rest()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert page_of(reader).content is None


def test_a_wish_is_remembered(reader: Desk) -> None:
    """Kind, language and options; a language that nobody chose is that of the window."""
    settings = settings_of(reader)
    first = wish_of(settings)
    assert first == ("summary", "ja", False, True, False)
    keep_wish(settings, first._replace(kind="quote", approvals=True))
    settings.language = "en"
    assert wish_of(settings) == ("quote", "en", True, True, False)
    keep_wish(settings, wish_of(settings)._replace(language="ja"))
    assert wish_of(settings).language == "ja"
