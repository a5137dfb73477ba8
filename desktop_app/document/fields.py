"""The one table of fields: address, kind, section of the window, article. Forms, errors and explanations all read it."""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple, get_args

from desktop_app.calculation.articles import Article
from desktop_app.calculation.choices import ChangeItem, ClaimableFrom, PartialMonth, PriceModel, SettlementBasis, TerminationKind
from desktop_app.calculation.money import Rounding
from desktop_app.calculation.step import Path

EACH = "*"
"""Stands for any index in the address of a table's column."""


class Kind(Enum):
    """What is typed into a field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    TEXT_LIST = "text_list"
    DAY = "day"
    MOMENT = "moment"
    AMOUNT = "amount"
    PRICE = "price"
    COUNT = "count"
    CHOICE = "choice"
    FLAG = "flag"
    IMAGE = "image"
    PART = "part"
    """Present or not: an object or null, such as the option."""
    TABLE = "table"


class Section(Enum):
    """The sections of the window, in their order."""

    CONTRACT = "contract"
    PRICES = "prices"
    ACCOUNTS = "accounts"
    OPTION_AND_CHANGES = "option_and_changes"
    TERMINATION = "termination"
    OUTAGES = "outages"
    POLICY = "policy"


class Field(NamedTuple):
    """One field of the contract file; its label and help stand in the catalogs under its address."""

    path: Path
    kind: Kind
    section: Section
    article: Article | None = None
    required: bool = False
    choices: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    """The price models that have the field; empty: all."""

    @property
    def key(self) -> str:
        """The address without indices, for example `accounts.count`."""
        return key_of(self.path)


def key_of(path: Path) -> str:
    """Return the address of a field without indices, for example `accounts.count` for `("accounts", 3, "count")`."""
    return ".".join(part for part in path if isinstance(part, str) and part != EACH)


C, P, N, O, T, G, A = Section  # noqa: E741 - the sections in their order
MODELS, CHANGE_ITEMS, TERMINATION_KINDS = get_args(PriceModel), get_args(ChangeItem), get_args(TerminationKind)
MONTHLY: Path = ("prices", "monthly")
TIERS: Path = (*MONTHLY, "tiers")

FIELDS: tuple[Field, ...] = (
    Field(("format",), Kind.TEXT, C),
    Field(("version",), Kind.COUNT, C),
    Field(("terms",), Kind.CHOICE, A, Article.SUPPLEMENT),
    Field(("title",), Kind.TEXT, C),
    Field(("quote", "number"), Kind.TEXT, C),
    Field(("quote", "revision"), Kind.COUNT, C),
    Field(("quote", "issued_on"), Kind.DAY, C),
    Field(("quote", "valid_until"), Kind.DAY, C),
    Field(("quote", "remarks"), Kind.LONG_TEXT, C),
    Field(("quote", "memo"), Kind.LONG_TEXT, C),
    Field(("issuer", "company"), Kind.TEXT, C),
    Field(("issuer", "department"), Kind.TEXT, C),
    Field(("issuer", "contact"), Kind.TEXT, C),
    Field(("issuer", "address"), Kind.TEXT, C),
    Field(("issuer", "phone"), Kind.TEXT, C),
    Field(("issuer", "email"), Kind.TEXT, C),
    Field(("issuer", "registration_number"), Kind.TEXT, C),
    Field(("issuer", "seal_png"), Kind.IMAGE, C),
    Field(("customer", "name"), Kind.TEXT, C),
    Field(("customer", "department"), Kind.TEXT, C),
    Field(("customer", "contact"), Kind.TEXT, C),
    Field(("customer", "administrator"), Kind.TEXT, C),
    Field(("service", "business_name"), Kind.TEXT, C, Article.ART_4),
    Field(("service", "domains"), Kind.TEXT_LIST, C, Article.ART_4),
    Field(("service", "ipv4_addresses"), Kind.TEXT_LIST, C, Article.ART_4),
    Field(("dates", "applied_on"), Kind.DAY, C, Article.ART_9),
    Field(("dates", "accepted_on"), Kind.DAY, C, Article.ART_9),
    Field(("dates", "billing_start"), Kind.DAY, C, Article.ART_1, required=True),
    Field(("prices", "initial_fee"), Kind.AMOUNT, P, Article.ANNEX_1_1),
    Field(("prices", "option_initial_fee"), Kind.AMOUNT, P, Article.ANNEX_1_1),
    Field(("prices", "option_removal_fee"), Kind.AMOUNT, P, Article.ANNEX_1_3),
    *(Field(("prices", "change_fees", item), Kind.AMOUNT, P, Article.ANNEX_1_3) for item in CHANGE_ITEMS),
    Field((*MONTHLY, "model"), Kind.CHOICE, P, Article.ANNEX_1_2, required=True, choices=MODELS),
    Field((*MONTHLY, "base_fee"), Kind.AMOUNT, P, Article.ANNEX_1_2),
    Field((*MONTHLY, "minimum_accounts"), Kind.COUNT, P, Article.ANNEX_1_2),
    Field((*MONTHLY, "minimum_charge"), Kind.AMOUNT, P, Article.ANNEX_1_2),
    Field((*MONTHLY, "unit_price"), Kind.PRICE, P, Article.ANNEX_1_2, required=True, models=("per_account",)),
    Field(TIERS, Kind.TABLE, P, Article.ANNEX_1_2, required=True, models=("graduated", "volume")),
    Field((*TIERS, EACH, "up_to"), Kind.COUNT, P, Article.ANNEX_1_2),
    Field((*TIERS, EACH, "unit_price"), Kind.PRICE, P, Article.ANNEX_1_2, required=True),
    Field((*MONTHLY, "package_size"), Kind.COUNT, P, Article.ANNEX_1_2, required=True, models=("package",)),
    Field((*MONTHLY, "package_price"), Kind.PRICE, P, Article.ANNEX_1_2, required=True, models=("package",)),
    Field(("accounts",), Kind.TABLE, N, Article.ANNEX_1_2, required=True),
    Field(("accounts", EACH, "from"), Kind.MOMENT, N, Article.ANNEX_1_2, required=True),
    Field(("accounts", EACH, "count"), Kind.COUNT, N, Article.ANNEX_1_2, required=True),
    Field(("accounts", EACH, "note"), Kind.TEXT, N),
    Field(("option",), Kind.PART, O, Article.ART_3),
    Field(("option", "accepted_on"), Kind.DAY, O, Article.ART_9),
    Field(("option", "removal_accepted_on"), Kind.DAY, O, Article.ART_9),
    Field(("changes",), Kind.TABLE, O, Article.ART_7),
    Field(("changes", EACH, "accepted_on"), Kind.DAY, O, Article.ART_9, required=True),
    Field(("changes", EACH, "item"), Kind.CHOICE, O, Article.ART_7, required=True, choices=CHANGE_ITEMS),
    Field(("changes", EACH, "fee"), Kind.AMOUNT, O, Article.ANNEX_1_3),
    Field(("changes", EACH, "note"), Kind.TEXT, O),
    Field(("termination",), Kind.PART, T, Article.ART_8),
    Field(("termination", "kind"), Kind.CHOICE, T, Article.ART_8, required=True, choices=TERMINATION_KINDS),
    Field(("termination", "notice_arrived_on"), Kind.DAY, T, Article.ART_8),
    Field(("termination", "designated_on"), Kind.DAY, T, Article.ART_8),
    Field(("termination", "effective_on"), Kind.DAY, T, Article.GENERAL_TERMS_28),
    Field(("outages",), Kind.TABLE, G, Article.ART_11),
    Field(("outages", EACH, "known_at"), Kind.MOMENT, G, Article.ART_11, required=True),
    Field(("outages", EACH, "restored_at"), Kind.MOMENT, G, Article.ART_11),
    Field(("outages", EACH, "attributable_to_provider"), Kind.FLAG, G, Article.ART_11),
    Field(("outages", EACH, "total_outage"), Kind.FLAG, G, Article.ART_11),
    Field(("outages", EACH, "claimed_on"), Kind.DAY, G, Article.ART_11),
    Field(("outages", EACH, "claimable_on"), Kind.DAY, G, Article.ART_11),
    Field(("outages", EACH, "note"), Kind.TEXT, G),
    Field(("policy", "partial_month"), Kind.CHOICE, A, Article.POLICY, choices=get_args(PartialMonth)),
    Field(("policy", "rounding"), Kind.CHOICE, A, Article.POLICY, choices=get_args(Rounding)),
    Field(("policy", "settlement_basis"), Kind.CHOICE, A, Article.POLICY, choices=get_args(SettlementBasis)),
    Field(("policy", "settlement_accounts"), Kind.COUNT, A, Article.POLICY),
    Field(("policy", "settlement_taxable"), Kind.FLAG, A, Article.POLICY),
    Field(("policy", "claimable_from"), Kind.CHOICE, A, Article.POLICY, choices=get_args(ClaimableFrom)),
    Field(("policy", "quote_months"), Kind.COUNT, A, Article.POLICY),
    Field(("digest",), Kind.TEXT, C),
)

_BY_KEY = {field.key: field for field in FIELDS}


def field_at(path: Path) -> Field | None:
    """Return the field of an address with or without indices, None where the table has none."""
    return _BY_KEY.get(key_of(path))


def place_of(path: Path) -> tuple[int, ...]:
    """Return where an address stands in the order of the file format; of unknown fields behind the known ones beside them."""
    return tuple(place for i in range(len(path)) for place in _place(path[: i + 1]))


def _place(path: Path) -> tuple[int, ...]:
    last = path[-1]
    return (last,) if isinstance(last, int) else (_first_below(key_of(path)),)


@lru_cache(maxsize=512)
def _first_below(key: str) -> int:
    below = (i for i, field in enumerate(FIELDS) if field.key == key or field.key.startswith(f"{key}."))
    return next(below, len(FIELDS))
