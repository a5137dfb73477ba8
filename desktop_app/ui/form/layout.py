"""Which fields stand in which group of a section, in which order, and when they have something to do there."""

from typing import Any, NamedTuple

from desktop_app.calculation.contract import ChangeFees, MonthlyPrice, Outage, Policy, Prices, Quote
from desktop_app.calculation.money import Yen
from desktop_app.calculation.part import Part, members_of
from desktop_app.calculation.step import Path
from desktop_app.document.draft import Draft, value_at
from desktop_app.document.fields import EACH, FIELDS, MONTHLY, TIERS, Field, Kind, Section


class Group(NamedTuple):
    """Fields under one heading (none: the section's own): the fields at and below these addresses, in this order."""

    name: str
    paths: tuple[Path, ...]


GROUPS: dict[Section, tuple[Group, ...]] = {
    Section.CONTRACT: (
        Group("", (("title",), ("customer", "name"), ("dates",))),
        Group("customer", (("customer", "department"), ("customer", "contact"), ("customer", "administrator"))),
        Group("service", (("service",),)),
        Group("quote", (("quote",),)),
        Group("issuer", (("issuer",),)),
    ),
    Section.PRICES: (
        Group(
            "monthly",
            (
                (*MONTHLY, "model"),
                (*MONTHLY, "unit_price"),
                TIERS,
                (*MONTHLY, "package_size"),
                (*MONTHLY, "package_price"),
                (*MONTHLY, "base_fee"),
                (*MONTHLY, "minimum_accounts"),
                (*MONTHLY, "minimum_charge"),
            ),
        ),
        Group("initial", (("prices", "initial_fee"), ("prices", "option_initial_fee"))),
        Group("one_time", (("prices", "option_removal_fee"), ("prices", "change_fees"))),
    ),
    Section.ACCOUNTS: (Group("", (("accounts",),)),),
    Section.OPTION_AND_CHANGES: (Group("option", (("option",),)), Group("changes", (("changes",),))),
    Section.TERMINATION: (Group("", (("termination",),)),),
    Section.OUTAGES: (Group("", (("outages",),)),),
    Section.POLICY: (
        Group("charging", (("policy", "partial_month"), ("policy", "rounding"), ("policy", "quote_months"))),
        Group(
            "settlement", (("policy", "settlement_basis"), ("policy", "settlement_accounts"), ("policy", "settlement_taxable"))
        ),
        Group("claims", (("policy", "claimable_from"),)),
        Group("terms", (("terms",),)),
    ),
}

KEPT_BY_THE_PROGRAM = frozenset({"format", "version", "digest"})
BELOW_THE_TABLE = frozenset({"outages.attributable_to_provider", "outages.total_outage", "outages.claimable_on", "outages.note"})
"""Fields of an item that have a row of their own under the table, for the item that is chosen in it."""

PARTS: dict[Path, type[Part]] = {
    ("quote",): Quote,
    ("prices",): Prices,
    ("prices", "change_fees"): ChangeFees,
    MONTHLY: MonthlyPrice,
    ("policy",): Policy,
    ("outages", EACH): Outage,
}
BEGUN: dict[str, dict[str, Any]] = {"option": {}, "termination": {"kind": "notice"}}
"""What a part holds when it has just become present."""
LONG_TEXT_LINES, LIST_LINES = 3, 3


def fields_of(group: Group) -> tuple[Field, ...]:
    """Return the fields of a group, those of a table's items left out."""
    return tuple(field for path in group.paths for field in FIELDS if field.path[: len(path)] == path and EACH not in field.path)


def columns_of(table: Field) -> tuple[Field, ...]:
    """Return the fields of a table's items that are its columns."""
    return tuple(each for each in _item_fields(table) if each.key not in BELOW_THE_TABLE)


def details_of(table: Field) -> tuple[Field, ...]:
    """Return the fields of a table's items that stand below it."""
    return tuple(each for each in _item_fields(table) if each.key in BELOW_THE_TABLE)


def _item_fields(table: Field) -> tuple[Field, ...]:
    return tuple(field for field in FIELDS if field.path[:-1] == (*table.path, EACH))


def default_of(field: Field) -> Any:
    """Return what holds while the field is empty, as a draft would hold it; None where nothing does."""
    part = PARTS.get(field.path[:-1])
    name = str(field.path[-1])
    found = None if part is None else members_of(part).get(name)
    if found is None or found.required:
        return None
    default = found.default
    return default.amount if isinstance(default, Yen) else default


def has_use(field: Field, draft: Draft) -> bool:
    """Return whether a field has something to do in a draft: one with a value always has, so that it can be emptied."""
    path = field.path
    if value_at(draft, path) not in (None, "", []):
        return True
    if field.models:
        return value_at(draft, (*MONTHLY, "model")) in field.models
    if path[0] in BEGUN and len(path) > 1:
        return value_at(draft, path[:1]) is not None and _of_kind(field, draft)
    if path == ("policy", "settlement_accounts"):
        return bool(value_at(draft, ("policy", "settlement_basis")) == "fixed")
    return True


def _of_kind(field: Field, draft: Draft) -> bool:
    """Return whether a day of the termination belongs to its kind: a notice has its arrival, every other its effective day."""
    notice = value_at(draft, ("termination", "kind")) == "notice"
    if field.key == "termination.effective_on":
        return not notice
    return notice or field.key not in {"termination.notice_arrived_on", "termination.designated_on"}


def unit_of(field: Field) -> str:
    """Return the key of the unit that stands behind a field, nothing where it has none."""
    if field.kind in {Kind.AMOUNT, Kind.PRICE}:
        return "yen"
    special = {"quote.revision": "", "policy.quote_months": "months"}
    return special.get(field.key, "accounts") if field.kind is Kind.COUNT else ""
