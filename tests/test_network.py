"""No command reaches the network, nor does any test: sockets of the internet are seen wherever they are opened."""

import json
import socket
import sys
from pathlib import Path

import pytest

from tests.cases.examples import worked_examples
from tests.cases.network import meant
from tests.cases.traced import traced, why_untraced

EVERY_COMMAND = (
    ("evaluate", "FILE", "--format", "json"),
    ("explain", "FILE", "settlement.amount"),
    ("what-if", "curve", "FILE"),
    ("what-if", "deadlines", "FILE"),
    ("what-if", "forecast", "FILE"),
    ("compare", "FILE", "FILE"),
    ("counts", "TABLE", "FILE", "-o", "COUNTED"),
    ("self-check",),
    ("pdf", "FILE", "-o", "PAPER"),
    ("verify", "PAPER", "FILE"),
    ("export", "FILE", "-o", "BOOK"),
    ("check", "FILE"),
    ("batch", "LINES", "-o", "STATEMENTS", "--jobs", "2"),
    ("evaluate", "NOWHERE"),
)
NAMES = {
    "FILE": "a.contract.json",
    "TABLE": "counts.csv",
    "COUNTED": "counted.contract.json",
    "PAPER": "paper.pdf",
    "BOOK": "book.xlsx",
    "LINES": "contracts.jsonl",
    "STATEMENTS": "statements.jsonl",
    "NOWHERE": "//host.invalid/share/a.contract.json",
}
PROGRAM = """
import json, sys
from desktop_app.__main__ import main
if __name__ == "__main__":
    ended = [main(words) for words in json.loads(sys.argv[1])]
    print(json.dumps(ended))
"""


def test_what_reaches_the_network_is_remembered() -> None:
    """A socket, a name, an address: the look at all tests is not blind."""
    with meant() as found:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as each:
            each.bind(("127.0.0.1", 0))
        socket.getaddrinfo("127.0.0.1", 9)
    assert [each.partition(" ")[0] for each in found] == ["a", "socket.bind", "socket.getaddrinfo"]


def test_what_stays_in_the_machine_is_not() -> None:
    """Such as what passes between processes."""
    with meant() as found:
        one, other = socket.socketpair()
        one.close()
        other.close()
    assert found == []


@pytest.mark.skipif(bool(why_untraced()), reason=why_untraced() or "traced")
def test_no_command_opens_a_socket_of_the_internet(tmp_path: Path) -> None:
    """Nor do the processes that it starts, whatever library opens it."""
    contract = next(each.contract for each in worked_examples() if each.name == "02-terminated-mid-term")
    (tmp_path / NAMES["FILE"]).write_text(json.dumps(contract), "utf-8")
    (tmp_path / NAMES["TABLE"]).write_text("年月,アカウント数\n2024年9月,1000\n", "utf-8")
    (tmp_path / NAMES["LINES"]).write_text(f"{json.dumps(contract)}\n" * 3, "utf-8")
    program = tmp_path / "program.py"
    program.write_text(f"import sys\nsys.path[:0] = {sys.path}\n{PROGRAM}", "utf-8")
    commands = [[str(tmp_path / NAMES[word]) if word in NAMES else word for word in words] for words in EVERY_COMMAND]
    run = traced([program, json.dumps(commands)], tmp_path / "trace")
    assert run.done.returncode == 0, run.done.stderr[-2000:]
    assert json.loads(run.done.stdout.splitlines()[-1]) == [0] * (len(EVERY_COMMAND) - 1) + [2]
    assert run.beyond == ()
