"""The window: from a key press to the repainted result, with a large contract, through real key events off screen."""

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

from evaluation import example
from measuring import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
MONTHS, BANDS, RECORDS, OUTAGES = 36, 12, 200, 10


def large_contract() -> dict[str, Any]:
    """Return a contract of 36 months with 12 bands, 200 account records and 10 outages."""
    from desktop_app.document.reading import read_draft  # noqa: PLC0415 - beside the other benchmarks of the window

    draft: dict[str, Any] = dict(read_draft(example("02")).draft or {})
    del draft["termination"]
    start = date(2024, 7, 10)
    limits = [*(100 * (i + 1) for i in range(BANDS - 1)), None]
    tiers = [{"up_to": limit, "unit_price": str(300 - 10 * i)} for i, limit in enumerate(limits)]
    draft["prices"] = draft["prices"] | {"monthly": {"model": "graduated", "tiers": tiers}}
    draft["accounts"] = [{"from": str(start + timedelta(days=5 * i)), "count": 800 + i * 37 % 600} for i in range(RECORDS)]
    draft["outages"] = [_outage(start + timedelta(days=30 * i + 20)) for i in range(OUTAGES)]
    return draft | {"policy": {"quote_months": MONTHS}}


def _outage(day: date) -> dict[str, str]:
    return {
        "known_at": f"{day}T09:00",
        "restored_at": f"{day + timedelta(days=3)}T10:00",
        "claimed_on": str(day + timedelta(days=9)),
    }


def rows(*, keys: int) -> list[Row]:
    """Return the time from a key to the repainted window, beside that of a bare line of text in the same run."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - the other benchmarks do without Qt
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        window = _window(Path(folder))
        line = next(each for each in window.findChildren(QLineEdit) if each.isVisible() and "初期費用" in each.accessibleName())
        bare = QLineEdit()
        bare.show()
        taken: dict[QLineEdit, list[float]] = {line: [], bare: []}
        for i in range(keys):
            for control, times in taken.items():
                control.setFocus()
                if i % 6 == 0:
                    control.selectAll()
                app.processEvents()
                start = perf_counter()
                QTest.keyClick(control, Qt.Key(Qt.Key.Key_1 + i % 9))
                app.processEvents()
                times.append(perf_counter() - start)
        slow, fast = (quantiles(times, n=20)[-1] for times in taken.values())
        window.close()
    what = f"key to repaint, 95th percentile: {MONTHS} months, {BANDS} bands, {RECORDS} records, {OUTAGES} outages"
    return [Row(what, slow, "a bare line of text", slow / fast, "16 ms")]


def _window(folder: Path) -> Any:
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop_app.document.fields import Section  # noqa: PLC0415
    from desktop_app.storage.contract_file import save  # noqa: PLC0415
    from desktop_app.storage.rulebook import installed_rules  # noqa: PLC0415
    from desktop_app.ui.look import load_fonts  # noqa: PLC0415
    from desktop_app.ui.main_window import MainWindow  # noqa: PLC0415
    from desktop_app.ui.questions import Questions  # noqa: PLC0415
    from desktop_app.ui.session import Session  # noqa: PLC0415
    from desktop_app.ui.settings import Settings  # noqa: PLC0415

    class Silent(Questions):
        """Gives every change up."""

        def keep_changes(self, *_: Any) -> Any:
            """Discard."""
            return "discard"

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts(app)
    file = folder / "large.contract.json"
    save(file, large_contract())
    window = MainWindow(Session(installed_rules(), date(2024, 12, 10)), Silent(), Settings(folder / "settings.ini"))
    window.resize(1600, 900)
    window.show()
    window.filing.open_file(file)
    window.choose_section(Section.PRICES)
    QTest.qWait(300)
    return window
