"""Task 3: "When must the notice arrive so that we pay nothing?" - it stands on the screen; a notice on that day proves it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.scenarios.customer import example_file, kept
from tests.ui.conftest import NOISE
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore(NOISE, extend=True)


def test_the_last_day_for_notice_stands_there_without_typing(desk: Desk, tmp_path: Path) -> None:
    """As soon as the file is open."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term", termination=None))
    cards = desk.cards()
    assert cards["到達期限（調定金なし）"] == "2025年6月9日"
    assert cards["最低利用期間の満了日"] == "2025年7月9日"
    data = kept(desk, tmp_path / "open.contract.json")
    assert data["dates"]["latest_notice_for_term_end"] == "2025-06-09"


def test_a_notice_on_that_day_ends_the_contract_with_the_term(desk: Desk, tmp_path: Path) -> None:
    """Nothing is settled then."""
    desk.open(example_file(tmp_path, "02-terminated-mid-term", termination=None))
    desk.section(5)
    desk.qtbot.mouseClick(desk.named(QPushButton, "解約 解約する"), Qt.MouseButton.LeftButton)
    desk.type_into("申込書の到達日", "2025-06-09")
    assert desk.cards()["解除日"] == "2025年7月9日"
    assert desk.cards()["調定金（第10条）"] == "¥0"
    assert kept(desk, tmp_path / "ended.contract.json")["settlement"]["amount"] == 0
