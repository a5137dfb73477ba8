"""The paper beside the form: from the last key of a number to its page repainted, and the keys meanwhile."""

import argparse
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from evaluation import example
from measuring import Row, medians, table
from window import MONTHS, TODAY, large_contract, lines_of, window_with

KINDS = ("quote", "charges")
"""What is shown to customers at their desk, and the longest of the papers."""
PAPER_TAB, FIRST_NUMBER, BETWEEN_KEYS = 7, 1234, 120
"""What is typed first, each number being another, and the milliseconds from one digit to the next of somebody who types fast."""


def rows(*, numbers: int) -> list[Row]:
    """Return how a paper of one year follows what is typed, one of three, and one of three with other accounts in each month."""
    from desktop_app.document.reading import read_draft  # noqa: PLC0415 - the benchmarks of the command line do without

    year = dict(read_draft(example("02")).draft or {})
    three = {name: part for name, part in year.items() if name != "termination"} | {"policy": {"quote_months": MONTHS}}
    contracts = {"12 months": year, f"{MONTHS} months": three, f"{MONTHS} months, all different": large_contract()}
    found = []
    for name, contract in contracts.items():
        for kind in KINDS:
            with tempfile.TemporaryDirectory() as folder:
                found += _followed(f"{kind} of {name}", kind, contract, Path(folder), numbers)
    return found


def _followed(name: str, kind: str, contract: dict[str, Any], folder: Path, numbers: int) -> list[Row]:
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from desktop_app.document.assess import assess  # noqa: PLC0415
    from desktop_app.storage.rulebook import installed_rules  # noqa: PLC0415
    from desktop_app.ui.paper.wish import paper_bytes, wish_of  # noqa: PLC0415
    from desktop_app.ui.settings import Settings  # noqa: PLC0415

    settings = Settings(folder / "settings.ini")
    settings.keep_place("paper_kind", kind)
    window = window_with(folder, contract)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + PAPER_TAB), Qt.KeyboardModifier.AltModifier)
    page = window.views.panes.paper
    _until_drawn(page)
    lines = list(lines_of(window).values())
    keys, pages, processor = [], [], []
    for number in range(numbers):
        of_keys, of_page, of_processor = _number(FIRST_NUMBER + number, lines[number % len(lines)], page)
        keys += of_keys
        pages.append(of_page)
        processor.append(of_processor)
    window.close()
    found, rules = assess(contract, TODAY, installed_rules()), installed_rules()
    floor = medians({"paper": lambda: paper_bytes(found, rules, wish_of(settings))}, rounds=9)["paper"]
    shares = (
        (f"last key to the page, {name}, median", median(pages), ""),
        (f"last key to the page, {name}, 95th percentile", quantiles(pages, n=20)[-1], "150 ms"),
        ("    of it on the processor", quantiles(processor, n=20)[-1], ""),
        ("    a key to the repainted window, 95th percentile", quantiles(keys, n=20)[-1], "16 ms"),
    )
    return [Row(what, at, "its bytes, warm", at / floor, goal) for what, at, goal in shares]


def _number(number: int, line: Any, page: Any) -> tuple[list[float], float, float]:
    """Return how long each digit of a number took to be shown, and how long the paper took, also on the processor."""
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    line.setFocus()
    line.selectAll()
    taken = []
    for digit in str(number):
        _rest(BETWEEN_KEYS)
        start, begun = perf_counter(), process_time()
        QTest.keyClick(line, Qt.Key(ord(digit)))
        QApplication.processEvents()
        taken.append(perf_counter() - start)
    _until_drawn(page)
    return taken, perf_counter() - start, process_time() - begun


def _rest(milliseconds: int) -> None:
    """Let the window and the paper go on for a while; the waiting of QTest would let no other thread go on."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


def _until_drawn(page: Any) -> None:
    """Wait, the processor free for others, until a paper is shown as true and its pages in sight are painted."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    while page.content is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--numbers", type=int, default=60, help="how many numbers are typed beside each paper")
    print(table(rows(numbers=parser.parse_args().numbers)))
