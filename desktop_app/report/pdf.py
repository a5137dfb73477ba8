"""The papers as PDF: A4, tagged and archivable, fonts embedded, the same bytes from the same contract."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any

from desktop_app.document.assess import Assessment
from desktop_app.document.panics import PanicError, panics_told
from desktop_app.installation import resource
from desktop_app.report.blocks.source import Block
from desktop_app.report.fonts import font_folders
from desktop_app.report.locked import locked
from desktop_app.report.paper_error import Fault, PaperError
from desktop_app.report.paper_kinds import Kind
from desktop_app.report.payload import DEFAULT, Options, paper_payload
from desktop_app.wording.days import Language
from desktop_app.wording.wording import wording

__all__ = ["Kind", "Options", "PaperError", "pdf_bytes"]

ARCHIVABLE, ACCESSIBLE = "a-3a", "ua-1"
JAPAN = timezone(timedelta(hours=9))
_IDLE: list[Any] = []
"""Typesetters that have nothing to do: each refuses a second document while it is at one."""


def pdf_bytes(assessment: Assessment, language: Language = "ja", kind: Kind = "summary", options: Options = DEFAULT) -> bytes:
    """Return a paper of a contract as PDF; PaperError when there is none of the kind, or something in it cannot be printed.

    What is previewed, printed and saved is this: the same contract gives the same bytes. With a password no two papers are the
    same, and they are not for archives: PDF/A forbids that.
    """
    payload = paper_payload(assessment, wording(language), kind, options)
    assert assessment.statement is not None  # noqa: S101 - the payload is made from it
    standards = [ARCHIVABLE, ACCESSIBLE] if options.password is None else [ACCESSIBLE]
    content = _typeset(payload, assessment.statement.as_of.value, standards)
    return content if options.password is None else locked(content, options.password)


def _typeset(payload: Block, as_of: date, standards: list[str]) -> bytes:
    """Return the PDF of a payload, dated the beginning of the as-of day: no clock is asked, so that bytes repeat."""
    made_at = datetime.combine(as_of, time(), JAPAN)
    source = _source(json.dumps(payload, ensure_ascii=False, separators=(",", ":"))).encode()
    try:
        with panics_told(), _compiler() as compiler:
            content: bytes = compiler.compile(source, format="pdf", pdf_standards=standards, timestamp=made_at)
    except PanicError as panic:
        raise PaperError(Fault("typesetting"), detail=panic.kind) from None
    except RuntimeError as error:
        code = "seal" if "decode image" in str(error) else "typesetting"
        path = ("issuer", "seal_png") if code == "seal" else ()
        raise PaperError(Fault(code, path), detail=str(error)) from error
    return content


def _source(data: str) -> str:
    r"""Return the document of a payload: our template, and the data as one string in which nothing can end it.

    As an input of the system, the other way, every change of it would have everything laid out anew.

    >>> print(_source('["\\n#x"]'))
    #import "/paper.typ": paper-of
    #paper-of(json(bytes("[\"\\n#x\"]")))
    """
    quoted = data.replace("\\", "\\\\").replace('"', '\\"')  # what else there is, the typesetter reads as itself
    return f'#import "/paper.typ": paper-of\n#paper-of(json(bytes("{quoted}")))'


@contextmanager
def _compiler() -> Iterator[Any]:
    """Give a typesetter for one document: one that has done others, or a new one where all are busy in other threads."""
    try:
        compiler = _IDLE.pop()
    except IndexError:
        compiler = _new_compiler()
    try:
        yield compiler
    finally:
        _IDLE.append(compiler)


def _new_compiler() -> Any:
    """Return a typesetter with our templates and fonts and nothing else."""
    import typst  # noqa: PLC0415 - loaded with the first paper, not with the program

    return typst.Compiler(root=resource("typst"), font_paths=_fonts())


@cache
def _fonts() -> Any:
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())
