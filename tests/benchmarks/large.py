"""A contract with 5,000 account records: its statement on the terminal and on the screen, beside the same contract with one."""

import json
import tempfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from evaluation import example
from measuring import Row, kept_compiled, medians, ran, table
from start_up import alone, answered, told

RECORDS = 5_000


def with_records(records: int) -> dict[str, Any]:
    """Return a contract of a year in which the count changes so often, at most once an hour."""
    draft: dict[str, Any] = json.loads(example("01"))
    start = date.fromisoformat(draft["dates"]["billing_start"])
    days = ((start + timedelta(days=i // 24), i % 24) for i in range(records))
    counts = [{"from": f"{day}T{hour:02d}:00", "count": 300 + i * 37 % 600} for i, (day, hour) in enumerate(days)]
    return draft | {"accounts": counts}


def rows(*, rounds: int) -> list[Row]:
    """Return how long the statement of a large contract takes, from the file to the terminal and to the screen."""
    with tempfile.TemporaryDirectory() as folder:
        files = {records: Path(folder, f"{records}.json") for records in (1, RECORDS)}
        for records, file in files.items():
            file.write_text(json.dumps(with_records(records)), "utf-8")
        terminal = {records: partial(ran, "evaluate", file) for records, file in files.items()}
        screen = {records: partial(_on_the_screen, file) for records, file in files.items()}
        return [_row("terminal", medians(terminal, rounds=rounds)), _row("screen", medians(screen, rounds=rounds))]


def _on_the_screen(file: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        told(answered(file), alone(home))


def _row(where: str, taken: dict[int, float]) -> Row:
    large, one = taken[RECORDS], taken[1]
    return Row(f"{RECORDS:,} account records, statement on the {where}", large, "one record", large / one, "at most 2")


if __name__ == "__main__":
    with kept_compiled():
        print(table(rows(rounds=7)))
