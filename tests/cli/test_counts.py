"""`counts`: counts from tables, nothing silently wrong, written only when somebody has decided."""

import json
from pathlib import Path

import pytest

from tests.cases.contracts import contract_file
from tests.cli.commands import Command

TABLE = '年月,アカウント数\r\n2024/08/01,120\r\n2024/09/01,"1,250"\r\n2024/07/10,41\r\n10/1,7\r\n'


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    """Return a contract file with one count, 40 from 10 July."""
    file = tmp_path / "a.contract.json"
    accounts = [{"from": "2024-07-10", "count": 40}]
    file.write_text(json.dumps(contract_file({"accounts": accounts}), ensure_ascii=False), "utf-8")
    return file


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table of an older spreadsheet: two new counts, another one for a day, a day without its year."""
    file = tmp_path / "counts.csv"
    file.write_bytes(TABLE.encode("cp932"))
    return file


def test_each_row_is_shown_as_it_was_understood(run: Command, contract: Path, table: Path) -> None:
    """Nothing is written without a place for it."""
    before = contract.read_bytes()
    done = run("counts", table, contract)
    assert done.status == 0
    shown = done.out.decode()
    assert "新しい記録 2件、別の件数で登録済み 1件、読み取れない行 1件" in shown
    assert "1,250" in shown
    assert contract.read_bytes() == before
    rows = json.loads(run("counts", table, contract, "--format", "json").out)["rows"]
    assert [row["state"] for row in rows] == ["left_out", "new", "new", "other", "refused"]


def test_rows_that_cannot_be_read_are_decided_on_first(run: Command, contract: Path, table: Path, tmp_path: Path) -> None:
    """Left out only when asked to, as counts that are recorded otherwise are replaced only when asked to."""
    out = tmp_path / "out.contract.json"
    done = run("counts", table, contract, "-o", out)
    assert done.status == 1
    assert "--without-refused" in done.errors
    assert not out.exists()
    assert run("counts", table, contract, "-o", out, "--without-refused").status == 0
    counts = [(each["from"], each["count"]) for each in json.loads(out.read_bytes())["accounts"]]
    assert counts == [("2024-07-10", 40), ("2024-08-01", 120), ("2024-09-01", 1250)]
    assert run("counts", table, contract, "-o", out, "--without-refused", "--replace").status == 0
    assert json.loads(out.read_bytes())["accounts"][0]["count"] == 41


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"name,remark\na,b\n"])
def test_what_is_no_table_is_told(run: Command, contract: Path, tmp_path: Path, content: bytes) -> None:
    """In a sentence, as is a file that is not there."""
    table = tmp_path / "x.csv"
    table.write_bytes(content)
    done = run("counts", table, contract)
    assert (done.status, done.out) == (2, b"")
    assert done.errors.strip()
    table.unlink()
    assert "見つかりません" in run("counts", table, contract).errors


def test_neither_the_contract_nor_the_table_is_written_over(run: Command, contract: Path, table: Path) -> None:
    """As by every other command that writes a contract file."""
    for given in (contract, table):
        before = given.read_bytes()
        done = run("counts", table, contract, "-o", given, "--without-refused")
        assert (done.status, done.out) == (2, b"")
        assert given.read_bytes() == before


def test_a_contract_that_is_none_is_told(run: Command, table: Path, tmp_path: Path) -> None:
    """With its errors."""
    file = tmp_path / "x.contract.json"
    file.write_bytes(b"[]")
    assert run("counts", table, file).status == 1
