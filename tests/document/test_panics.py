"""A library that gives up is told of in words, whatever it calls that; an interrupt is never taken for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyrage import encrypt, x25519

from desktop_app.document.assess import assess, assess_content
from desktop_app.document.panics import PanicError, panics_told
from desktop_app.document.partly import known_of
from desktop_app.document.sheet import TableError
from desktop_app.document.table_file import read_table_file
from desktop_app.report.pdf import PaperError, pdf_bytes
from desktop_app.storage.attachment import read_paper
from desktop_app.storage.failure import StorageError
from desktop_app.storage.protection import unlocking
from desktop_app.wording.wording import wording
from tests.cases.attached_papers import paper
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.document.contract_data import EVERY_FIELD, as_bytes
from tests.document.workbooks import workbook

MEANT_FOR_THE_PROGRAM = (KeyboardInterrupt, SystemExit, GeneratorExit)


class Panic(BaseException):
    """What libraries throw that are not written in Python."""


def thrown_by(monkeypatch: pytest.MonkeyPatch, place: str, thrown: type[BaseException]) -> None:
    """Let a function of a library give up, with a customer's name on its lips."""

    def give_up(*_: Any, **__: Any) -> Any:
        message = "株式会社サンプル"
        raise thrown(message)

    monkeypatch.setattr(place, give_up)


@pytest.mark.parametrize("thrown", [ValueError, *MEANT_FOR_THE_PROGRAM])
def test_only_a_panic_becomes_another_error(thrown: type[BaseException]) -> None:
    """Faults have their own way, and so has what ends the program."""
    with pytest.raises(thrown), panics_told():
        raise thrown


def test_a_panic_is_told_by_its_kind_alone() -> None:
    """Its message may repeat what the library was given."""
    panic = Panic("株式会社サンプル")
    with pytest.raises(PanicError) as caught, panics_told():
        raise panic
    assert (caught.value.kind, str(caught.value)) == ("Panic", "Panic")


def test_a_contract_that_cannot_be_read_whole_is_read_field_by_field(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong is a sentence, and what could be read is known as ever."""
    whole = assess(EVERY_FIELD, AS_OF, rulebook())
    thrown_by(monkeypatch, "desktop_app.calculation.contract.Contract.model_validate", Panic)
    found = assess(EVERY_FIELD, AS_OF, rulebook())
    assert [(each.path, each.code) for each in found.problems] == [((), "reading_gave_up")]
    for language in ("ja", "en"):
        assert "Panic" in wording(language).problem(found.problems[0])
        assert "サンプル" not in wording(language).problem(found.problems[0])
    assert whole.statement is not None
    assert known_of(found, AS_OF, rulebook()).statement.totals.total.value == whole.statement.totals.total.value


def test_a_field_that_cannot_be_read_either_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """And so is what depends on it."""
    thrown_by(monkeypatch, "desktop_app.calculation.contract.Contract.model_validate", Panic)
    thrown_by(monkeypatch, "desktop_app.document.salvage.validator_of", Panic)
    found = assess(EVERY_FIELD, AS_OF, rulebook())
    assert found.problems[0].code == "reading_gave_up"
    assert known_of(found, AS_OF, rulebook()).statement.months == ()


ACTS: dict[str, tuple[str, Callable[[], object], type[Exception], str]] = {
    "paper": (
        "pypdf.PdfReader.__init__",
        lambda: read_paper(paper(as_bytes(EVERY_FIELD)), Path("x.pdf")),
        StorageError,
        "pdf_unreadable",
    ),
    "workbook": (
        "desktop_app.document.excel_file.load_workbook",
        lambda: read_table_file(workbook(("a",))),
        TableError,
        "damaged",
    ),
    "typesetting": (
        "desktop_app.report.pdf._compiler",
        lambda: pdf_bytes(assess(EVERY_FIELD, AS_OF, rulebook())),
        PaperError,
        "typesetting",
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_every_library_that_reads_or_sets_may_give_up(monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    """Each has its sentence already, for what it cannot do; an interrupt goes on."""
    place, do, error, cause = ACTS[act]
    thrown_by(monkeypatch, place, Panic)
    with pytest.raises(error) as caught:
        do()
    assert getattr(caught.value, "cause", getattr(caught.value, "code", "")) == cause
    assert "サンプル" not in f"{caught.value} {getattr(caught.value, 'detail', '')}"
    for thrown in MEANT_FOR_THE_PROGRAM:
        thrown_by(monkeypatch, place, thrown)
        with pytest.raises(thrown):
            do()


def test_what_brings_back_a_locked_journal_may_give_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is then as one that is damaged."""
    identity = x25519.Identity.generate()
    monkeypatch.setattr("desktop_app.storage.protection.unprotected", lambda *_: str(identity).encode("ascii"))
    locked = encrypt(b"x", [identity.to_public()])
    assert unlocking(b"", None, Path("x"))[1](locked) == b"x"
    thrown_by(monkeypatch, "pyrage.decrypt", Panic)
    with pytest.raises(ValueError, match="Panic"):
        unlocking(b"", None, Path("x"))[1](locked)


@pytest.mark.parametrize("thrown", MEANT_FOR_THE_PROGRAM)
def test_an_interrupt_ends_the_reading_of_a_contract(monkeypatch: pytest.MonkeyPatch, thrown: type[BaseException]) -> None:
    """Nothing is told in its place."""
    thrown_by(monkeypatch, "desktop_app.calculation.contract.Contract.model_validate", thrown)
    with pytest.raises(thrown):
        assess_content(as_bytes(EVERY_FIELD), AS_OF, rulebook())
