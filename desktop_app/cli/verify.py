"""`verify`: whether a paper, or the result code that was typed from one, was made from a contract file."""

import re
from argparse import Namespace
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.cli.findings import invalid
from desktop_app.cli.output import DONE, FAILED, INVALID, Outcome
from desktop_app.cli.passwords import passwords_of
from desktop_app.cli.source import assessed
from desktop_app.document.assess import read_contract
from desktop_app.document.reading import read_draft
from desktop_app.report.result_code import ResultCode, UnreadableCodeError, code_of, read_code
from desktop_app.storage.attachment import read_paper
from desktop_app.storage.contract_file import read_bytes
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.days import plain_day
from desktop_app.wording.wording import Wording, wording

_PRINTED = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")


class Claim(NamedTuple):
    """What a paper says of itself: its code, and the contracts that are attached to it."""

    code: ResultCode
    attached: tuple[bytes, ...] = ()


def run(options: Namespace) -> Outcome:
    """Say whether the paper and the contract file belong together, and what differs if they do not."""
    words = wording(options.lang)
    try:
        claim = _claim(options)
    except UnreadableCodeError as error:
        return Outcome(FAILED, errors=words.text(f"cli.verify.code.{error.reason}", text=options.paper))
    assessment = assessed(options)
    if assessment.contract is None:
        return invalid(assessment.problems, words)
    found = code_of(assessment.contract, options.as_of or claim.code.as_of, installed_rules())
    told = tuple(_differences(claim, found, words))
    if not told:
        return Outcome(DONE, words.text("cli.verify.match", code=str(found), day=plain_day(found.as_of, words.language)))
    heading = words.text("cli.verify.mismatch", paper=str(claim.code), file=str(found))
    return Outcome(INVALID, "\n".join([heading, *(f"  {each}" for each in told)]))


def _claim(options: Namespace) -> Claim:
    """Return what the paper at a path, or a code as it was typed, says; UnreadableCodeError or StorageError when nothing."""
    path = Path(options.paper)
    if not _is_there(path) and not path.suffix:
        return Claim(read_code(options.paper))
    held, _ = passwords_of(options).opened(partial(read_paper, read_bytes(path), path), options.paper)
    codes = set(_codes(held.keywords))
    if len(codes) != 1:
        raise UnreadableCodeError("not_in_paper")
    return Claim(codes.pop(), held.contracts)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # longer than a name may be, so no file
        return False


def _codes(keywords: str) -> Iterator[ResultCode]:
    for text in _PRINTED.findall(keywords):
        try:
            yield read_code(text)
        except UnreadableCodeError:
            continue


def _differences(claim: Claim, found: ResultCode, words: Wording) -> Iterator[str]:
    """Yield a sentence for everything in which paper and file differ, and, if they do, for what they have in common."""
    code = claim.code
    agree = {"contract": code.contract == found.contract, "day": code.as_of == found.as_of, "rules": code.rules == found.rules}
    other = [name for name, same in agree.items() if not same]
    if any(_fingerprint(each, code) != code.contract for each in claim.attached):
        other.append("attachment")
    if other:
        days = {"paper": plain_day(code.as_of, words.language), "file": plain_day(found.as_of, words.language)}
        yield from (words.text(f"cli.verify.other.{name}", **days) for name in other)
        yield from (words.text(f"cli.verify.same.{name}", **days) for name, same in agree.items() if same)


def _fingerprint(attached: bytes, code: ResultCode) -> int | None:
    contract = _contract(attached)
    return None if contract is None else code_of(contract, code.as_of, installed_rules()).contract


def _contract(content: bytes) -> Contract | None:
    source = read_draft(content)
    return None if source.draft is None else read_contract(source.draft, installed_rules(), source.problems)[0]
