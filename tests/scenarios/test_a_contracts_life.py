"""A contract from its first day to its last, edited as the window edits it: what is saved says the same on the command line."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.calculation.step import Path as Address
from desktop_app.document.assess import assess
from desktop_app.document.draft import new_draft
from desktop_app.document.history import History
from desktop_app.report.statement_json import json_text, statement_data
from desktop_app.report.text import statement_text
from desktop_app.storage.contract_file import load, save
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.wording import wording

AS_OF = date(2024, 12, 10)
TYPED: list[tuple[Address, Any]] = [
    (("title",), "新規お見積り"),
    (("customer", "name"), "株式会社サンプル"),
    (("dates", "accepted_on"), "2024-06-10"),
    (("dates", "billing_start"), "2024-07-10"),
    (("prices", "initial_fee"), 300000),
    (("prices", "monthly"), {"model": "graduated", "tiers": [{"up_to": 1000, "unit_price": "200"}, {"unit_price": "180"}]}),
    (("accounts", 0, "from"), "2024-07-10"),
    (("accounts", 0, "count"), 800),
]
"""A quotation, field by field."""


def typed(history: History, entries: list[tuple[Address, Any]]) -> History:
    """Return the history in which someone typed the entries, letter by letter where they are texts."""
    for path, value in entries:
        for end in range(1, len(value)) if isinstance(value, str) else ():
            history = history.edit(path, value[:end])
        history = history.edit(path, value).settled()
    return history


def command(*words: object, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
    """Run the real command line."""
    program = [sys.executable, "-m", "desktop_app", *(str(word) for word in words)]
    done = subprocess.run(program, input=stdin, capture_output=True, check=False, cwd=Path(__file__).parents[2])
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where the contract is kept."""
    return tmp_path / "サンプル.contract.json"


def test_what_is_typed_saved_and_opened_says_the_same_on_the_command_line(file: Path) -> None:
    """As JSON and as text; and the digest tells that nobody changed it."""
    history = typed(History(new_draft()), TYPED)
    save(file, history.present)
    opened = load(file)
    assert opened.draft is not None
    assessment = assess(opened.draft, AS_OF, installed_rules(), opened.problems)
    assert assessment.statement is not None
    assert assessment.statement.warnings == ()
    status, out, err = command("evaluate", file, "--as-of", AS_OF, "--format", "json")
    assert (status, err) == (0, b"")
    assert json.loads(out) == json.loads(json_text(statement_data(assessment.statement, wording("ja"))))
    status, out, err = command("evaluate", file, "--as-of", AS_OF, "--lang", "en")
    assert (status, out.decode("utf-8"), err) == (0, statement_text(assessment, wording("en")) + "\n", b"")


def test_half_typed_a_contract_is_saved_and_opened_with_its_errors(file: Path) -> None:
    """The work of an hour is not lost for a missing day; the command line tells what is missing."""
    history = typed(History(new_draft()), TYPED[:3]).edit(("dates", "billing_start"), "7/10")
    save(file, history.present)
    opened = load(file)
    assert opened.draft is not None
    assert opened.draft["dates"]["billing_start"] == "7/10"
    status, out, err = command("check", file, "--format", "json")
    assert (status, out) == (1, b"")
    assert [each["path"] for each in json.loads(err)["errors"]] == ["dates.billing_start", "prices.monthly.unit_price"]
    mended = typed(History(opened.draft, saved=opened.draft), TYPED[3:])
    assert mended.modified
    save(file, mended.present)
    assert command("check", file)[0] == 0


def test_undone_to_the_saved_draft_nothing_needs_saving(file: Path) -> None:
    """And redone it needs to be again; a save in between moves the mark."""
    quoted = typed(History(new_draft()), TYPED)
    saved = quoted.marked_saved()
    save(file, saved.present)
    ended = typed(saved, [(("termination",), {"kind": "notice"}), (("termination", "notice_arrived_on"), "2024-12-02")])
    assert ended.modified
    assert not ended.undo().undo().modified
    assert ended.undo().undo().redo().modified
    assert not ended.marked_saved().modified
    assert ended.marked_saved().undo().modified


def test_the_life_of_a_contract(file: Path) -> None:
    """Quoted, begun, grown, out of service, ended: after each step the command line agrees with the window."""
    history = typed(History(new_draft()), TYPED)
    steps: list[tuple[list[tuple[Address, Any]], int]] = [
        ([], 0),
        ([(("accounts", 1, "from"), "2024-09-15T10:00"), (("accounts", 1, "count"), 1200)], 0),
        ([(("outages", 0, "known_at"), "2024-11-01T09:00"), (("outages", 0, "restored_at"), "2024-11-03T10:30")], 0),
        ([(("outages", 0, "claimed_on"), "2024-11-20")], 15_733),
        ([(("termination",), {"kind": "notice", "notice_arrived_on": "2024-12-02", "designated_on": "2025-01-31"})], 15_733),
    ]
    for entries, credited in steps:
        history = typed(history, entries)
        save(file, history.present)
        status, out, _ = command("evaluate", file, "--as-of", AS_OF, "--format", "json")
        assert status == 0
        statement = assess(history.present, AS_OF, installed_rules()).statement
        assert statement is not None
        data = json.loads(out)
        assert data["totals"]["total"] == statement.totals.total.value.amount
        assert data["totals"]["credits"] == credited
    assert data["settlement"]["amount"] == 1_248_516


def test_a_batch_of_saved_contracts_says_what_each_says_alone(tmp_path: Path) -> None:
    """Put together as lines, as one would with any tool."""
    contracts = []
    for count in (100, 800, 1000, 1001):
        path = tmp_path / f"{count}.contract.json"
        save(path, typed(History(new_draft()), [*TYPED, (("accounts", 0, "count"), count)]).present)
        contracts.append(path)
    lines = b"\n".join(json.dumps(json.loads(path.read_bytes())).encode() for path in contracts)
    status, out, err = command("batch", "-", "--as-of", AS_OF, "--jobs", "2", stdin=lines)
    assert (status, err) == (0, b"")
    alone = [command("evaluate", path, "--as-of", AS_OF, "--format", "json")[1] for path in contracts]
    assert [json.loads(line) for line in out.splitlines()] == [json.loads(each) for each in alone]
