"""The head of a paper: title, addressee, number and days, subject, and who issues it."""

from collections.abc import Iterator

from desktop_app.calculation.contract import Customer, Issuer
from desktop_app.report.blocks.source import Block, Source, lines, one_line

HONORIFICS = ("御中", "様", "殿")


Facts = list[list[str]]
"""Pairs of name and value at the right of the head."""


def head_block(source: Source, title: str, facts: Facts | None = None) -> Block:
    """Return the head of a paper named `title`, with the facts of the file where it has none of its own."""
    contract = source.contract
    return {
        "kind": "head",
        "title": title,
        "greeting": "",
        "to": _addressee(contract.customer, source),
        "subject": [source.said("subject"), one_line(contract.title)] if contract.title.strip() else None,
        "facts": list(_facts(source)) if facts is None else facts,
        "from": _sender(contract.issuer, source),
    }


def _addressee(customer: Customer, source: Source) -> Block:
    name = one_line(customer.name)
    contact = one_line(customer.contact)
    named = contact if not contact or contact.endswith(HONORIFICS) else source.said("to.contact", name=contact)
    parts = [part for part in (one_line(customer.department), named) if part]
    return {
        "name": name if name.endswith(HONORIFICS) else source.said("to.company", name=name),
        "lines": [source.said("to.parted").join(parts)] if parts else [],
    }


def _facts(source: Source) -> Iterator[list[str]]:
    quote = source.contract.quote
    yield from _number(source)
    if quote.issued_on is not None:
        yield [source.said("issued_on"), source.dated(quote.issued_on)]
    if quote.valid_until is not None:
        yield [source.said("valid_until"), source.dated(quote.valid_until)]


def quote_facts(source: Source) -> Facts:
    """Return number, day of issue (the as-of day where there is none) and validity of a quotation."""
    issued = [] if source.contract.quote.issued_on else [[source.said("issued_on"), source.dated(source.statement.as_of.value)]]
    numbered, other = list(_number(source)), list(_facts(source))
    return [*numbered, *issued, *other[len(numbered) :]]


def explained_facts(source: Source) -> Facts:
    """Return the number and the day of a paper that explains how things stand as of that day."""
    return [*_number(source), [source.said("made_on"), source.dated(source.statement.as_of.value)]]


def _number(source: Source) -> Iterator[list[str]]:
    quote = source.contract.quote
    if quote.number.strip():
        yield [source.said("number"), source.said("number.revision", number=one_line(quote.number), revision=quote.revision)]


def _sender(issuer: Issuer, source: Source) -> Block:
    return {
        "company": one_line(issuer.company),
        "lines": list(_sender_lines(issuer, source)),
        "seal": None if issuer.seal_png is None else list(issuer.seal_png),
        "seal_name": source.said("from.seal"),
    }


def _sender_lines(issuer: Issuer, source: Source) -> Iterator[str]:
    if issuer.department.strip():
        yield one_line(issuer.department)
    yield from lines(issuer.address)
    for name in ("phone", "email", "contact", "registration_number"):
        value = one_line(getattr(issuer, name))
        if value:
            yield source.said(f"from.{name}", value=value)
