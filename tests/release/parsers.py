"""Our own parsers by name, each as one act on any bytes: what it may refuse them with, and what must be so of what it reads."""

import json
import tempfile
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.document.counts_import import preview, reads_better_turned, suggested_columns, turned
from desktop_app.document.draft import new_draft
from desktop_app.document.entries import choice_entry, flag_entry, grid_entry, lines_entry, text_entry
from desktop_app.document.reading import read_draft
from desktop_app.document.sheet import TableError
from desktop_app.document.table_file import read_table_file
from desktop_app.document.typed_days import day_entry, moment_entry, time_of
from desktop_app.document.typed_numbers import MOST_DIGITS, price_entry, whole_entry
from desktop_app.report.result_code import UnreadableCodeError, read_code
from desktop_app.report.seal import is_picture
from desktop_app.storage.attachment import read_paper
from desktop_app.storage.contract_file import source_of
from desktop_app.storage.failure import StorageError
from desktop_app.storage.presence import Holder, announced
from desktop_app.storage.recent import read_recents, written_recents
from desktop_app.storage.records import Recovered, head, line_of, read
from desktop_app.ui.naming import safe_name
from tests.cases.attached_papers import paper, written
from tests.cases.file_names import faults_of, hostile_texts
from tests.document.contract_data import EVERY_FIELD, as_bytes
from tests.document.workbooks import workbook
from tests.storage.acts import AT, typed

NEAR = date(2024, 12, 10)
ME = Holder("me", "user", "host", 1, datetime(2024, 12, 10, tzinfo=UTC))
HERE = Path("x.contract.json")


class Parser(NamedTuple):
    """What is done with some bytes, what they may be refused with, and bytes to begin with."""

    act: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    refusals: tuple[type[Exception], ...] = ()

    def tried(self, content: bytes) -> None:
        """Do it; whatever comes out of here was not caught, or is not as it must be."""
        try:
            self.act(content)
        except self.refusals:
            return


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="parsers-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108 - fast


def _text(content: bytes) -> str:
    """Return a text, with halves of surrogate pairs where the bytes are such."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")


def _days(content: bytes) -> None:
    text = _text(content)
    day = day_entry(text, NEAR, NEAR)
    assert day is None or day_entry(day, NEAR, NEAR) == day
    moment = moment_entry(text, NEAR, NEAR)
    assert moment is None or moment_entry(moment, NEAR, NEAR) == moment
    read_as = time_of(text)
    assert read_as is None or time_of(read_as.isoformat()) == read_as


def _numbers(content: bytes) -> None:
    text = _text(content)
    whole = whole_entry(text)
    assert isinstance(whole, str) or whole is None or len(str(whole)) > MOST_DIGITS or whole_entry(str(whole)) == whole
    price = price_entry(text)
    assert price is None or len(price) > MOST_DIGITS or price_entry(price) == price


def _entries(content: bytes) -> None:
    text = _text(content)
    for row in grid_entry(text):
        for cell in row:
            flag_entry(cell)
            choice_entry(cell, {"domain": "ドメイン", "other": "その他"})
    lines = lines_entry(text)
    assert lines is None or lines_entry("\n".join(lines)) == lines
    plain = text_entry(text)
    assert plain is None or text_entry(plain) == plain


def _table(content: bytes) -> None:
    for sheet in read_table_file(content).sheets:
        way = turned(sheet) if reads_better_turned(sheet) else sheet
        columns = suggested_columns(way)
        if columns is not None:
            rows = preview(way, columns, EVERY_FIELD).rows
            assert [row.number for row in rows] == list(range(1, len(way.rows) + 1))


def _contract(content: bytes) -> None:
    source = source_of(content, HERE)
    assert source.draft is not None or source.problems
    assert read_draft(content[:200]) is not None


def _code(content: bytes) -> None:
    code = read_code(_text(content))
    assert read_code(str(code)) == code


def _name(content: bytes) -> None:
    assert faults_of(safe_name(_text(content))) == []


def _records(content: bytes) -> None:
    """Each line stands in the journal with its check, but the last, which stands there as it is."""
    *lines, last = content.split(b"\n")
    journal = _folder() / "left.journal"
    journal.write_bytes(b"".join(b"%08x %s\n" % (zlib.crc32(line), line) for line in lines) + last)
    found = read(journal)
    assert not isinstance(found, Recovered) or found.edits >= 0


def _presence(content: bytes) -> None:
    note = _folder() / ".~x.open"
    note.write_bytes(content)
    other = announced(_folder() / "x", ME)
    assert other is None or len(other.user) <= len(content)


def _recent(content: bytes) -> None:
    recents = read_recents(_text(content))
    assert read_recents(written_recents(recents)) == recents


def _settings(content: bytes) -> None:
    """Read what is remembered, whatever stands in its file, and our own details beside it."""
    from desktop_app.ui.settings import Settings  # noqa: PLC0415 - the other parsers need no Qt

    ini, _, details = content.partition(b"\0")
    file = _folder() / "settings.ini"
    file.write_bytes(ini)
    file.with_name("issuer.json").write_bytes(details)
    settings = Settings(file)
    for name, kind in vars(Settings).items():
        if isinstance(kind, property):
            getattr(settings, name)
    assert settings.next_size(1) >= settings.text_size


def _paper(content: bytes) -> None:
    assert all(isinstance(each, bytes) for each in read_paper(content, HERE).contracts)


def _journal() -> bytes:
    """Return the records of a journal as the harness takes them: without their checks."""
    from desktop_app.storage.records import Opened  # noqa: PLC0415 - beside its one use

    lines = head(Opened(Path("/x/契約.contract.json"), new_draft(), AT)) + line_of({"changes": [[["title"], "a"], [["quote"]]]})
    return b"\n".join(line.partition(b" ")[2] for line in (lines + line_of({"changes": []})).splitlines()) + b"\n"


NOTE = json.dumps({**ME._asdict(), "since": ME.since.isoformat()}).encode()
RECENT = json.dumps([{"file": "/x", "customer": "甲", "used_on": "2024-07-10", "pinned": True}]).encode()
INI = (
    b'[General]\nlanguage=en\ntext_size=150\nrecent="[]"\n'
    b'folder=@Variant(\\0\\0\\0\\n)\nwindow=@ByteArray(\\1)\n\0{"company": "x"}'
)
PARSERS: dict[str, Parser] = {
    "days": Parser(
        _days, tuple(each.encode() for each in ("2024/7/10", "令和6年7月10日 午後9時半", "10 July 2024 9:30 PM", "t", "昨日"))
    ),
    "numbers": Parser(_numbers, tuple(each.encode() for each in ("３００，０００円", "120万5千", "¥1,200/月", "▲1.5", "1億"))),
    "entries": Parser(_entries, ('はい\tNo\n"a\tb"\n'.encode(), b"a\r\nb\x00", "ドメイン".encode())),
    "table": Parser(
        _table, ("年月日,件数,備考\n2024/7/10,800,\n".encode("cp932"), b"2024-08\t1,200\n", b"a;1\nb;2"), (TableError,)
    ),
    "workbook": Parser(_table, (workbook(("年月日", "件数"), ("2024/7/10", 800)),), (TableError,)),
    "contract": Parser(_contract, (as_bytes(EVERY_FIELD),), (StorageError,)),
    "code": Parser(_code, (b"1ABC-DEFG-HJKM-NPQR", "１０００ー".encode()), (UnreadableCodeError,)),
    "names": Parser(_name, tuple(each.encode("utf-8", "surrogatepass") for each in hostile_texts(20, seed=1))),
    "records": Parser(_records, (_journal(),)),
    "presence": Parser(_presence, (NOTE,)),
    "recent": Parser(_recent, (RECENT,)),
    "settings": Parser(_settings, (INI,)),
    "seal": Parser(is_picture, (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(13),)),
    "paper": Parser(_paper, (paper(as_bytes(typed("x"))), written(("contract.json", b"{}"))), (StorageError,)),
}
