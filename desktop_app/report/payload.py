"""What a paper says, as plain strings in blocks: from the assessment and one language's words to what the template lays out."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.limits import FIRST_DAY, LAST_DAY
from desktop_app.calculation.step import Path
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.document.bounds import MOST_ATTACHED
from desktop_app.document.password import Password
from desktop_app.report.blocks.foot import foot
from desktop_app.report.blocks.readings import readings_block
from desktop_app.report.blocks.source import Block, Source, one_line, shortened
from desktop_app.report.contents import CONTENTS
from desktop_app.report.enclosed import FILE_NAME, MIME_TYPE, enclosed_contract
from desktop_app.report.fonts import FAMILY, unprintable
from desktop_app.report.paper_error import Fault, PaperError
from desktop_app.report.paper_kinds import Kind, missing_for
from desktop_app.report.result_code import result_code
from desktop_app.report.seal import is_picture
from desktop_app.wording.wording import Wording

PRINTED: tuple[Path, ...] = (
    ("title",),
    ("quote", "number"),
    ("quote", "remarks"),
    ("issuer", "company"),
    ("issuer", "department"),
    ("issuer", "contact"),
    ("issuer", "address"),
    ("issuer", "phone"),
    ("issuer", "email"),
    ("issuer", "registration_number"),
    ("customer", "name"),
    ("customer", "department"),
    ("customer", "contact"),
    ("customer", "administrator"),
    ("service", "business_name"),
    ("service", "domains"),
    ("service", "ipv4_addresses"),
)
"""The texts of a contract that papers print; notes and the memo stay in the house."""


class Options(NamedTuple):
    """What a paper has besides its content: the rules for its code, the contract inside, boxes for seals, annex, password."""

    rules: Rulebook | None = None
    enclosed: bool = True
    approvals: bool = False
    readings: bool = False
    password: Password | None = None


DEFAULT = Options()


def paper_payload(assessment: Assessment, words: Wording, kind: Kind = "summary", options: Options = DEFAULT) -> Block:
    """Return what the paper of a kind says; PaperError when there is none to make."""
    source = _source(assessment, words)
    missing = missing_for(kind, source.statement)
    if missing:
        raise PaperError(Fault(missing))
    head, blocks = CONTENTS[kind](source)
    head["approvals"] = [source.said("approval.approved"), source.said("approval.charge")] if options.approvals else []
    head["spaced"] = kind == "quote" and words.language == "ja"
    annex = readings_block(source, options.rules) if options.readings and options.rules is not None else None
    payload = _payload(source, head, [head, *(block for block in (*blocks, annex) if block is not None)], options)
    payload["attachment"] = _attachment(assessment, source) if options.enclosed else None
    return payload


def _attachment(assessment: Assessment, source: Source) -> Block:
    content = enclosed_contract(assessment.draft or {})
    if len(content.encode("utf-8", "replace")) > MOST_ATTACHED:  # such a paper could not be opened as a contract again
        raise PaperError(Fault("attachment_too_large"))
    return {"name": FILE_NAME, "mime_type": MIME_TYPE, "description": source.said("attachment"), "content": content}


def _source(assessment: Assessment, words: Wording) -> Source:
    if assessment.contract is None or assessment.statement is None:
        raise PaperError(Fault("contract_has_errors"))
    faults = tuple(faults_of(assessment.contract))
    if faults:
        raise PaperError(*faults)
    return Source(assessment.contract, assessment.statement, words)


def faults_of(contract: Contract) -> Iterator[Fault]:
    """Yield what in the texts and pictures of a contract cannot be printed."""
    for path in PRINTED:
        for place, text in _texts_at(contract, path):
            characters = unprintable(text)
            if characters:
                yield Fault("characters", place, characters)
    seal = contract.issuer.seal_png
    if seal is not None and not is_picture(seal):
        yield Fault("seal", ("issuer", "seal_png"))


def _texts_at(contract: Contract, path: Path) -> Iterator[tuple[Path, str]]:
    found: Any = contract
    for name in path:
        found = getattr(found, str(name))
    if isinstance(found, str):
        yield path, found
    else:
        yield from (((*path, i), text) for i, text in enumerate(found))


def _payload(source: Source, head: Block, blocks: list[Block], options: Options) -> Block:
    title, customer = head["title"], one_line(source.contract.customer.name)
    code = _code(source, options.rules)
    return {
        "language": source.words.language,
        "font": FAMILY,
        "title": source.said("document_title", title=title, name=customer) if customer else title,
        "author": one_line(source.contract.issuer.company),
        "keywords": [code] if code else [],
        "foot": foot(source, code, enclosed=options.enclosed),
        "continued": [source.said("continued", title=title), *(shortened(value) for _, value in head["facts"][:1])],
        "blocks": blocks,
    }


def _code(source: Source, rules: Rulebook | None) -> str:
    """Return the code of the result; none without the rules, or as of a day that no code can say."""
    as_of = source.statement.as_of.value
    return result_code(source.contract, as_of, rules) if rules is not None and FIRST_DAY <= as_of <= LAST_DAY else ""
