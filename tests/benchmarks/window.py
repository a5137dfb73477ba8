"""The window: from a key press to the repainted result, with a large contract, through real key events off screen."""

import argparse
import gc
import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from pkgutil import resolve_name
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any, NamedTuple

from evaluation import example
from measuring import Row, table

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
TODAY = date(2024, 12, 10)
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


FIELDS = {"初期費用（基本サービス）": "a fee of one month", "基本料": "a fee of every month"}
"""By the field that is typed into what of the statement it changes."""
PARTS = {
    "read and check": ("desktop_app.document.assess", "_reading"),
    "evaluate": ("desktop_app.document.assess", "evaluate"),
    "form": ("desktop_app.ui.form.form_panel.FormPanel", "show_draft"),
    "cards": ("desktop_app.ui.result.cards.Cards", "show_cards"),
    "table": ("desktop_app.ui.result.result_tabs.ResultTabs", "_show_view"),
    "reasons": ("desktop_app.ui.result.result_tabs.ResultTabs", "_show_reasons"),
    "timeline": ("desktop_app.ui.result.timeline.TimelineView", "show_statement"),
    "status line": ("desktop_app.ui.status.StatusLine", "show_state"),
}
"""What a key leads to before anything is painted; the rest is painting and the window's own."""
A_NUMBER, SETTLED = 6, 50
"""Digits that are typed at once, and milliseconds after which a window that was gone to is drawn."""
FLOOR = "a line of text and a label"
LOOPED = 4000
"""Rounds of the loop that tells the machine's pace, about half a millisecond."""


class Taken(NamedTuple):
    """How long the keys took, by the clock and on the processor; beside each how long a loop took that is always the same."""

    wall: list[float]
    processor: list[float]
    loop: list[float]

    def at_even_pace(self) -> list[float]:
        """Return the time of each key as it would be had the machine been as fast all along as it was in the middle."""
        even = median(self.loop)
        return [key * even / loop for key, loop in zip(self.wall, self.loop, strict=True)]


def rows(*, keys: int) -> list[Row]:
    """Return the time from a key to the repainted window, beside that of a line with a label in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        window = window_with(Path(folder), large_contract())
        bare = _bare_window()
        taken = _timed({**lines_of(window), FLOOR: bare.focusProxy()}, keys)
        window.close()
    floor = taken.pop(FLOOR)
    loops = [each for own in taken.values() for each in own.loop]
    found = [Row("a loop that is always the same, 95th percentile", _late(loops), "its median", _late(loops) / median(loops), "")]
    for name, own in taken.items():
        what = f"key to repaint, {name}"
        even = _late(own.at_even_pace()), _late(floor.at_even_pace())
        found += [
            Row(f"{what}, median", median(own.wall), FLOOR, median(own.wall) / median(floor.wall), ""),
            Row(f"{what}, 95th percentile", _late(own.wall), FLOOR, _late(own.wall) / _late(floor.wall), "16 ms"),
            Row("    had the machine kept an even pace", even[0], FLOOR, even[0] / even[1], "16 ms"),
        ]
    return found


def _late(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _loop() -> float:
    start = perf_counter()
    held = {}
    for i in range(LOOPED):
        held[i] = str(i)
    return perf_counter() - start


def _timed(lines: dict[str, Any], keys: int) -> dict[str, Taken]:
    """Return the times of so many keys in each line, the lines by turns; hardly an amount is typed twice."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - the other benchmarks do without Qt
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    taken = {name: Taken([], [], []) for name in lines}
    numbers = Random(1)  # noqa: S311 - any will do
    for _ in range(-(-keys // A_NUMBER)):
        for name, line in lines.items():
            _enter(line)
            QTest.qWait(SETTLED)
            for digit in str(numbers.randrange(10 ** (A_NUMBER - 1), 10**A_NUMBER)):
                before = _loop()
                start = perf_counter(), process_time()
                QTest.keyClick(line, Qt.Key(ord(digit)))
                QApplication.processEvents()
                taken[name].wall.append(perf_counter() - start[0])
                taken[name].processor.append(process_time() - start[1])
                taken[name].loop.append((before + _loop()) / 2)
    return taken


def _enter(line: Any) -> None:
    """Put the keyboard into a line, the line in sight, as somebody finds it who comes by Tab: all of it selected."""
    from PySide6.QtWidgets import QScrollArea  # noqa: PLC0415

    line.activateWindow()
    line.setFocus()
    line.selectAll()
    above = line.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(line)


def lines_of(window: Any) -> dict[str, Any]:
    """Return the lines of FIELDS, by what each changes."""
    from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415

    lines = {each.accessibleName(): each for each in window.findChildren(QLineEdit) if each.isVisible()}
    return {what: lines[name] for name, what in FIELDS.items()}


def _bare_window() -> Any:
    """Return a window with a line of text, to which the keyboard goes, and a label that shows what is typed."""
    from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget  # noqa: PLC0415

    window, line, label = QWidget(), QLineEdit(), QLabel()
    box = QVBoxLayout(window)
    box.addWidget(line)
    box.addWidget(label)
    line.textEdited.connect(label.setText)
    window.setFocusProxy(line)
    window.show()
    return window


def parts(*, keys: int) -> list[Row]:
    """Return the processor's median time for each part of what follows a key, and its share of the whole."""
    taken: dict[str, list[float]] = {name: [] for name in PARTS}
    for name, (owner, act) in PARTS.items():
        _clock(resolve_name(owner), act, taken[name])
    with tempfile.TemporaryDirectory() as folder:
        window = window_with(Path(folder), large_contract())
        lines = lines_of(window)
        for times in taken.values():
            times.clear()
        whole = [each for line in _timed(lines, keys).values() for each in line.processor]
        window.close()
    found = [Row(name, median(times), "a key", median(times) / median(whole), "") for name, times in taken.items() if times]
    rest = median(whole) - sum(row.seconds for row in found)
    return [*found, Row("painting and the rest", rest, "a key", rest / median(whole), ""), Row("a key", median(whole), "", 1, "")]


def _clock(owner: Any, act: str, times: list[float]) -> None:
    """Have a function note how long it takes."""
    plain = getattr(owner, act)

    def clocked(*given: Any, **named: Any) -> Any:
        start = process_time()
        result = plain(*given, **named)
        times.append(process_time() - start)
        return result

    setattr(owner, act, clocked)


def window_with(folder: Path, contract: dict[str, Any]) -> Any:
    """Return a window that shows a contract, its prices in sight."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop_app.__main__ import OBJECTS_BETWEEN_COLLECTIONS  # noqa: PLC0415
    from desktop_app.document.fields import Section  # noqa: PLC0415
    from desktop_app.storage.contract_file import save  # noqa: PLC0415
    from desktop_app.storage.rulebook import installed_rules  # noqa: PLC0415
    from desktop_app.ui.application import Application  # noqa: PLC0415
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

    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)  # as the program begins
    load_fonts(QApplication.instance() or Application([]))  # type: ignore[arg-type] # nobody makes another kind
    file = folder / "example.contract.json"
    save(file, contract)
    window = MainWindow(Session(installed_rules(), TODAY), Silent(), Settings(folder / "settings.ini"))
    window.resize(1600, 900)
    window.show()
    window.filing.open_file(file)
    window.choose_section(Section.PRICES)
    QTest.qWait(300)
    return window


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=400, help="how many keys are pressed in each field")
    parser.add_argument("--parts", action="store_true", help="split by part, in place of the table")
    chosen = parser.parse_args()
    print(table((parts if chosen.parts else rows)(keys=chosen.keys)))
