"""Many contracts: the command `batch` on one and two processes, against reading, validating and writing back the same lines."""

import json
import sys
import tempfile
from pathlib import Path
from subprocess import run

from evaluation import EXAMPLES
from measuring import Row, medians

FLOOR = """
import sys
from desktop_app.cli.main import main
import desktop_app.cli.batch as batch, json
from desktop_app.document.assess import read_contract
from desktop_app.document.reading import read_draft
from desktop_app.storage.rulebook import installed_rules
def written_back(number, line, as_of, words):
    source = read_draft(line)
    contract, problems = read_contract(source.draft, installed_rules(), source.problems)
    return json.dumps(source.draft, ensure_ascii=False).encode() + b"\\n", contract is None
batch._evaluated_line = written_back
sys.exit(main(sys.argv[1:]))
"""


def rows(*, lines: int) -> list[Row]:
    """Return the figures of a file of `lines` contracts, the worked examples by turns."""
    with tempfile.TemporaryDirectory() as folder:
        source, sink = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        contracts = [json.dumps(json.loads(file.read_bytes())) for file in sorted(EXAMPLES.glob("*/contract.json"))]
        source.write_text("\n".join(contracts[i % len(contracts)] for i in range(lines)) + "\n", "utf-8")
        words = ["batch", str(source), "-o", str(sink), "--as-of", "2024-12-10"]
        program = [sys.executable, "-m", "desktop_app"]
        acts = {
            "floor": lambda: run([sys.executable, "-c", FLOOR, *words], check=True),
            "one": lambda: run([*program, *words], check=True),
            "two": lambda: run([*program, *words, "--jobs", "2"], check=True),
        }
        taken = medians(acts, rounds=3)
    return [
        Row(
            f"batch of {lines:,}, one process",
            taken["one"],
            "read, validate, write back",
            taken["one"] / taken["floor"],
            "at most 4",
        ),
        Row(
            f"batch of {lines:,}, two processes",
            taken["two"],
            "one process, times faster",
            taken["one"] / taken["two"],
            "at least 1.7",
        ),
    ]
