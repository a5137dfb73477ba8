"""What a paper says, as plain strings in blocks: from the assessment and one language's words to what the template lays out."""

from collections.abc import Iterable, Iterator
from typing import Any

from desktop_app.calculation.contract import Contract
from desktop_app.calculation.step import Path
from desktop_app.document.assess import Assessment
from desktop_app.report.blocks.agreed import agreed_block, remarks_block
from desktop_app.report.blocks.credits import credits_block
from desktop_app.report.blocks.dates import dates_block
from desktop_app.report.blocks.figures import figures_block
from desktop_app.report.blocks.foot import foot
from desktop_app.report.blocks.head import head_block
from desktop_app.report.blocks.month_table import month_table_block, totals_block
from desktop_app.report.blocks.reasons import assumptions_block, notices_block, reasons_block
from desktop_app.report.blocks.settlement import settlement_block
from desktop_app.report.blocks.source import Block, Source, one_line
from desktop_app.report.fonts import FAMILY, unprintable
from desktop_app.report.paper_error import Fault, PaperError
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


def summary_payload(assessment: Assessment, words: Wording) -> Block:
    """Return the summary of a contract; PaperError when there is none to make."""
    source = _source(assessment, words)
    title = words.text("paper.summary.title")
    blocks = (
        head_block(source, title),
        figures_block(source),
        notices_block(source),
        month_table_block(source),
        totals_block(source),
        settlement_block(source),
        credits_block(source),
        dates_block(source),
        {"kind": "beside", "left": reasons_block(source), "right": assumptions_block(source)},
        agreed_block(source),
        remarks_block(source),
    )
    return _payload(source, title, (block for block in blocks if block is not None))


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


def _payload(source: Source, title: str, blocks: Iterable[Block]) -> Block:
    customer = one_line(source.contract.customer.name)
    return {
        "language": source.words.language,
        "font": FAMILY,
        "title": source.said("document_title", title=title, name=customer) if customer else title,
        "author": one_line(source.contract.issuer.company),
        "foot": foot(source),
        "continued": source.said("continued", title=title),
        "blocks": list(blocks),
    }
