"""What a user does at the window, and that the figures on it are those of `assess`."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QTableView

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import assess_content
from desktop_app.storage.contract_file import load
from desktop_app.wording.amounts import yen_text
from tests.cases.examples import worked_examples
from tests.ui.desk import CONTROL, Desk

EXAMPLES = {each.name: each for each in worked_examples()}
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return the file of the worked example that is ended in the middle of its term."""
    file = tmp_path / "example.contract.json"
    file.write_text(json.dumps(EXAMPLES["02-terminated-mid-term"].contract, ensure_ascii=False), "utf-8")
    return file


def test_a_new_contract_shows_no_figures_and_says_what_is_missing(desk: Desk) -> None:
    """Nothing is called wrong before anything was typed."""
    assert set(desk.cards().values()) == {"—"}
    assert desk.sentences("error") == []
    assert any("課金開始日" in each for each in desk.sentences("missing"))
    assert desk.marked_sections() == ["契約", "料金"]
    assert not desk.window.isWindowModified()


def test_a_quote_is_made_by_the_keyboard_alone(desk: Desk, rules: Rulebook, tmp_path: Path) -> None:
    """Start, price and count are typed (the first accounts are those of the start); the figures are those of the saved file."""
    desk.type_into("課金開始日", "2024/7/10")
    desk.section(2)
    desk.type_into("単価", "200")
    desk.section(3)
    table = desk.named(QTableView, "アカウント数")
    table.setFocus()
    desk.keys("800")
    desk.press(Qt.Key.Key_Return)
    desk.save(tmp_path / "quote")
    saved = tmp_path / "quote.contract.json"
    statement = assess_content(saved.read_bytes(), desk.as_of(), rules).statement
    assert statement is not None
    assert desk.cards()["期間合計（税込）"] == yen_text(statement.totals.total.value)
    assert desk.cards()["月額"] == "¥160,000"


def test_typed_undone_saved_reopened(desk: Desk, rules: Rulebook, example: Path) -> None:
    """A date is typed, taken back, typed again, saved; the reopened file gives the same figures."""
    desk.open(example)
    before = desk.cards()
    desk.section(5)
    line = desk.type_into("希望する解除日", "2024/12/20")
    assert desk.cards()["解除日"] == "2025年1月1日"
    assert line.text() == "2024年12月20日（金）"
    assert desk.window.isWindowModified()
    desk.undo()
    assert desk.cards() == before
    assert not desk.window.isWindowModified()
    desk.type_into("希望する解除日", "20241220")
    desk.save()
    assert not desk.window.isWindowModified()
    statement = assess_content(example.read_bytes(), desk.as_of(), rules).statement
    assert statement is not None
    shown = desk.cards()
    assert shown["調定金（第10条）"] == yen_text(statement.totals.settlement.value) == "¥1,476,903"
    desk.open(example)
    assert desk.cards() == shown


@pytest.mark.parametrize("example_name", sorted(EXAMPLES))
def test_worked_examples_stand_on_the_cards(desk: Desk, tmp_path: Path, example_name: str) -> None:
    """The totals reckoned by hand are the totals on the screen."""
    worked = EXAMPLES[example_name]
    file = tmp_path / f"{example_name}.json"
    file.write_text(json.dumps(worked.contract, ensure_ascii=False), "utf-8")
    desk.open(file)
    desk.type_into("基準日", worked.as_of.isoformat())
    totals = worked.expected["totals"]
    assert desk.cards()["期間合計（税込）"] == f"¥{totals['total']:,}"
    assert desk.cards()["初期費用"] == f"¥{totals['initial_fees']:,}"


@pytest.mark.parametrize("typed", ["7024/12/10", "0204-12-10", "1999-12-31", "2200-01-01"])
def test_no_day_is_looked_at_that_the_command_line_refuses(full: Desk, typed: str) -> None:
    """It stays as typed, and is marked; the figures stay those of the day before."""
    before, cards = full.as_of(), full.cards()
    line = full.type_into("基準日", typed)
    assert line.property("level") == "error"
    assert (full.as_of(), full.cards()) == (before, cards)
    full.type_into("基準日", "2199-12-31")
    assert (full.as_of().year, line.property("level")) == (2199, "")


def test_a_wrong_entry_stays_and_is_marked(desk: Desk, example: Path) -> None:
    """As typed, at its field, in its section; figures that depend on it are gone, the others stay."""
    desk.open(example)
    line = desk.type_into("課金開始日", "next summer")
    assert line.text() == "next summer"
    assert line.property("level") == "error"
    assert "課金開始日" in line.accessibleDescription()
    assert line.accessibleDescription() in desk.sentences("error")
    assert desk.marked_sections() == ["契約"]
    cards = desk.cards()
    assert {cards[each] for each in ("期間合計（税込）", "最低利用期間の満了日", "月額")} == {"—"}
    assert cards["解除日"] == "2025年1月31日"
    desk.undo()
    assert line.text() == "2024年7月10日（水）"
    assert line.property("level") == ""
    assert desk.cards()["期間合計（税込）"] == "¥3,281,111"


def test_a_day_before_all_eras_is_marked_as_any_other_wrong_one(desk: Desk, example: Path) -> None:
    """It is a day, but none that a contract can have."""
    desk.open(example)
    line = desk.type_into("課金開始日", "1800-07-10")
    assert (line.text(), line.property("level")) == ("1800年7月10日（木）", "error")
    desk.window.views.actions["eras"].trigger()
    QApplication.processEvents()
    assert desk.named(QLineEdit, "課金開始日").text() == "1800年7月10日（木）"


@pytest.mark.parametrize("name", ["件名", "課金開始日"])
def test_a_text_pasted_by_mistake_does_not_hinder_saving(desk: Desk, tmp_path: Path, name: str) -> None:
    """In a field for texts and in any other, what stood there stays, and it is said why."""
    line, told = desk.typing(name, "見積"), "長すぎるため取り込んでいません。1つの欄には20,000文字まで入力できます"
    for letters in (20_001, 50_000):
        desk.paste("x" * letters)
        assert (line.text(), told in line.accessibleDescription()) == ("見積", True)
        assert told in desk.sentences("warning")
    desk.press(Qt.Key.Key_Tab)
    assert told not in desk.sentences("warning")
    desk.save(tmp_path / "long.contract.json")
    assert (desk.answers.told, desk.window.isWindowModified()) == ([], False)
    assert load(tmp_path / "long.contract.json").draft is not None


def test_an_entry_is_not_called_wrong_while_it_is_typed(desk: Desk) -> None:
    """Half a date is no mistake yet."""
    line = desk.typing("課金開始日", "2024-0")
    assert line.property("level") != "error"
    desk.press(Qt.Key.Key_Tab)
    assert line.property("level") == "error"


def test_a_day_that_does_not_exist_stays_as_typed(desk: Desk) -> None:
    """And the sentence says what is wrong with it."""
    line = desk.type_into("課金開始日", "2024/2/30")
    assert line.text() == "2024/2/30"
    assert "暦にない" in line.accessibleDescription()


def test_warnings_stand_at_their_fields(desk: Desk, example: Path) -> None:
    """In another colour, and the figures stay."""
    desk.open(example)
    desk.section(5)
    line = desk.type_into("希望する解除日", "2024-12-20")
    assert line.property("level") == "warning"
    assert any("最短の解除日" in each for each in desk.sentences("warning"))
    assert desk.marked_sections() == ["解約"]


def test_one_entry_is_one_step_to_undo(desk: Desk) -> None:
    """Not a letter; and the menu says which entry."""
    desk.type_into("お客様名", "Example Trading")
    desk.type_into("件名", "First")
    undo = next(each for each in desk.window.menuBar().actions()[1].menu().actions() if "元に戻す" in each.text())
    assert "件名" in undo.text()
    desk.undo()
    assert "お客様名" in undo.text()
    desk.undo()
    assert not desk.window.isWindowModified()
    desk.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert desk.named(QLineEdit, "お客様名").text() == "Example Trading"


def test_an_unreadable_file_is_told_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    """What was typed stays."""
    desk.type_into("件名", "Draft")
    desk.answers.give("discard")
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    desk.open(broken)
    assert len(desk.answers.told) == 1
    desk.open(tmp_path / "nowhere.json")
    assert "nowhere.json" in desk.answers.told[1]
    assert desk.named(QLineEdit, "件名").text() == "Draft"
    assert desk.window.isWindowModified()


def test_a_file_with_errors_opens(desk: Desk, tmp_path: Path) -> None:
    """Its draft is held; what has no field of its own is told above the fields and can be taken out."""
    contract = {**EXAMPLES["01-new-quote"].contract, "nonsense": 1}
    file = tmp_path / "odd.contract.json"
    file.write_text(json.dumps(contract), "utf-8")
    desk.open(file)
    assert any("nonsense" in each for each in desk.sentences("error"))
    remover = next(
        each for each in desk.window.findChildren(QPushButton) if each.accessibleName().startswith("取り除く nonsense")
    )
    desk.qtbot.mouseClick(remover, Qt.MouseButton.LeftButton)
    assert desk.marked_sections() == []
    assert desk.cards()["初期費用"] != "—"
    desk.undo()
    assert desk.marked_sections() == ["契約"]


def test_a_file_changed_outside_is_told(desk: Desk, example: Path) -> None:
    """Until it is saved here again."""
    desk.open(example)
    desk.type_into("件名", "Sealed")
    desk.save()
    example.write_text(example.read_text("utf-8").replace("Sealed", "Forged"), "utf-8")
    desk.open(example)
    assert any("書き換えられた" in each for each in desk.sentences("warning"))
    assert desk.cards()["期間合計（税込）"] == "¥3,281,111"
    desk.save()
    assert desk.sentences("warning") == []


def test_leaving_changes_is_asked_about(desk: Desk, example: Path) -> None:
    """Cancelled, the window stays with everything in it; saved, it goes."""
    desk.type_into("件名", "Precious")
    desk.answers.give("cancel")
    desk.press(Qt.Key.Key_N, CONTROL)
    assert desk.named(QLineEdit, "件名").text() == "Precious"
    assert not desk.window.close()
    desk.answers.give("save")
    desk.answers.file = example
    desk.press(Qt.Key.Key_N, CONTROL)
    assert desk.named(QLineEdit, "件名").text() == ""
    assert json.loads(example.read_text("utf-8"))["title"] == "Precious"


def test_a_failed_save_is_told_and_leaves_the_changes_unsaved(desk: Desk, tmp_path: Path) -> None:
    """In words, not in an exception."""
    desk.type_into("件名", "Draft")
    desk.save(tmp_path / "no such folder" / "x.contract.json")
    assert len(desk.answers.told) == 1
    assert desk.window.isWindowModified()


def test_the_language_changes_without_losing_work(desk: Desk, example: Path) -> None:
    """Half-typed entries and undo included."""
    desk.open(example)
    desk.type_into("課金開始日", "July")
    desk.window.switch("language.en")
    desk.qtbot.waitUntil(lambda: any(each.text() == "Contract" for each in desk.window.findChildren(QLabel)))
    assert desk.named(QLineEdit, "Billing start").text() == "July"
    assert desk.named(QLineEdit, "Billing start").property("level") == "error"
    desk.undo()
    assert desk.named(QLineEdit, "Billing start").text() == "10 July 2024 (Wed)"
    desk.window.switch("scheme.dark")
    desk.qtbot.waitUntil(lambda: desk.window.palette().window().color().lightness() < 80)
    assert desk.cards()["Total"] == "incl. tax ¥3,281,111"


def test_a_figure_is_asked_why(desk: Desk, example: Path) -> None:
    """By Enter on its card; the reason leads back to the field that it came from."""
    desk.open(example)
    card = next(each for each in desk.window.findChildren(QLabel) if each.text() == "¥1,248,516").parentWidget()
    card.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert any("¥1,248,516になる理由" in each.text() for each in desk.window.findChildren(QLabel) if each.isVisible())


def test_a_figure_in_the_month_table_is_asked_why(desk: Desk, example: Path) -> None:
    """By a double click."""
    desk.open(example)
    table = desk.named(QTableView, "月別明細")
    place = table.visualRect(table.model().index(1, 3)).center()
    desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert any("¥160,000になる理由" in each.text() for each in desk.window.findChildren(QLabel) if each.isVisible())


def test_f8_goes_to_the_next_field_to_check(desk: Desk) -> None:
    """Across sections."""
    desk.press(Qt.Key.Key_F8)
    assert desk.window.focusWidget() is desk.named(QLineEdit, "課金開始日")
    desk.press(Qt.Key.Key_F8)
    assert desk.window.focusWidget() is desk.named(QLineEdit, "単価")
    assert desk.named(QListView, "入力する項目").currentIndex().data() == "料金"


def test_changing_the_price_model_is_one_step(desk: Desk, example: Path) -> None:
    """The fields of the other models go with it, and come back with undo."""
    desk.open(example)
    desk.section(2)
    desk.qtbot.mouseClick(desk.named(QPushButton, "課金方式 単価制"), Qt.MouseButton.LeftButton)
    assert desk.sentences("error") == []
    assert desk.named(QLineEdit, "単価").property("level") == "missing"
    desk.undo()
    assert desk.cards()["期間合計（税込）"] == "¥3,281,111"


def test_the_pdf_button_writes_the_paper(desk: Desk, example: Path, tmp_path: Path) -> None:
    """To the file that was asked for, ending in .pdf."""
    desk.open(example)
    desk.answers.file = tmp_path / "paper"
    desk.press(Qt.Key.Key_E, CONTROL)
    assert desk.answers.told == []
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_customer_text_is_never_markup(desk: Desk) -> None:
    """Neither on a label nor in a tool tip."""
    desk.type_into("お客様名", "<img src=x>")
    desk.type_into("課金開始日", "<b>x</b>")
    assert all(each.textFormat() is Qt.TextFormat.PlainText or not each.text() for each in desk.window.findChildren(QLabel))
    assert "<img" not in " ".join(each.toolTip() for each in desk.window.findChildren(QLabel))
    assert "<img src=x>" in desk.window.windowTitle()


def test_the_reasons_of_a_figure_are_copied_as_an_answer_to_the_customer(desk: Desk, example: Path) -> None:
    """Of the total until another is asked about."""
    desk.open(example)
    desk.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert "¥3,281,111" in QApplication.clipboard().text()
    assert QApplication.clipboard().text().startswith("お問い合わせの")
