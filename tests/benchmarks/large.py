"""A contract with 5,000 account records: its statement on the terminal, beside the same contract with one."""

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evaluation import example
from measuring import Row, kept_compiled, medians, ran, table

RECORDS = 5_000


def with_records(records: int) -> dict[str, Any]:
    """Return a contract of a year in which the count changes so often, at most once an hour."""
    draft: dict[str, Any] = json.loads(example("01"))
    start = date.fromisoformat(draft["dates"]["billing_start"])
    days = ((start + timedelta(days=i // 24), i % 24) for i in range(records))
    counts = [{"from": f"{day}T{hour:02d}:00", "count": 300 + i * 37 % 600} for i, (day, hour) in enumerate(days)]
    return draft | {"accounts": counts}


def rows(*, rounds: int) -> list[Row]:
    """Return how long the statement of a large contract takes, from the file to the terminal."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large.json"), Path(folder, "small.json")
        large.write_text(json.dumps(with_records(RECORDS)), "utf-8")
        small.write_text(json.dumps(with_records(1)), "utf-8")
        ran("evaluate", small)
        acts = {"large": lambda: ran("evaluate", large), "small": lambda: ran("evaluate", small)}
        taken = medians(acts, rounds=rounds)
    return [
        Row(f"evaluate, {RECORDS:,} account records", taken["large"], "one record", taken["large"] / taken["small"], "at most 2")
    ]


if __name__ == "__main__":
    with kept_compiled():
        print(table(rows(rounds=7)))
