"""A contract and its parts: what a draft is read as (the public contract file, version 1)."""

from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from desktop_app.calculation.choices import ChangeItem, ClaimableFrom, PartialMonth, SettlementBasis, TerminationKind
from desktop_app.calculation.field_types import (
    Amount,
    Count,
    Day,
    Domain,
    Flag,
    Moment,
    Months,
    PositiveCount,
    Price,
    Seal,
    Text,
)
from desktop_app.calculation.money import NOTHING, Rounding
from desktop_app.calculation.terms import DEFAULT_TERMS

OTHER_MODELS_FIELDS = frozenset({"unit_price", "tiers", "package_size", "package_price"})


T = TypeVar("T")
ListOf = Annotated[tuple[T, ...], Field(strict=False)]
"""A JSON list, held as a tuple."""


class Part(BaseModel):
    """A part of a contract: strict, frozen, no other fields; null in an optional field is as good as absent.

    Deferred, so that the validators are built once, for the whole contract, when the first is read.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)
    nullable: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls.nullable |= {field.alias or name for name, field in cls.model_fields.items()}

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {name: value for name, value in data.items() if value is not None or name not in cls.nullable}


class Quote(Part):
    """What a quotation says of itself (見積書): number, revision, days, remarks; the memo is for the house alone."""

    number: Text = ""
    revision: Count = 1
    issued_on: Day | None = None
    valid_until: Day | None = None
    remarks: Text = ""
    memo: Text = ""


class Issuer(Part):
    """Who issues the papers (発行者), with the registration number (登録番号) and the seal (社印)."""

    company: Text = ""
    department: Text = ""
    contact: Text = ""
    address: Text = ""
    phone: Text = ""
    email: Text = ""
    registration_number: Text = ""
    seal_png: Seal | None = None


class Customer(Part):
    """The contractor (契約者) and the administrator of the settings (管理責任者, Art. 6)."""

    name: Text = ""
    department: Text = ""
    contact: Text = ""
    administrator: Text = ""


class Service(Part):
    """What the service is for (Art. 4): business name (事業者名), domains, IPv4 addresses."""

    business_name: Text = ""
    domains: ListOf[Domain] = ()
    ipv4_addresses: ListOf[Text] = ()


class Dates(Part):
    """Application (申込), acceptance (承諾) and billing start (課金開始日)."""

    applied_on: Day | None = None
    accepted_on: Day | None = None
    billing_start: Day


class ChangeFees(Part):
    """The price table of changes (Annex 1, 3(1)), yen each."""

    business_name: Amount = NOTHING
    domain: Amount = NOTHING
    ip_address: Amount = NOTHING
    other: Amount = NOTHING


class Tier(Part):
    """A band of a price table: up to so many accounts (the last: no limit), yen an account."""

    up_to: PositiveCount | None = None
    unit_price: Price


class MonthlyPrice(Part):
    """What every price model has: base fee and minimum charge in yen, minimum accounts."""

    nullable: ClassVar[frozenset[str]] = OTHER_MODELS_FIELDS

    base_fee: Amount = NOTHING
    minimum_accounts: Count = 0
    minimum_charge: Amount = NOTHING


class PerAccount(MonthlyPrice):
    """単価制: one price for each account."""

    model: Literal["per_account"]
    unit_price: Price


class Graduated(MonthlyPrice):
    """段階制: each account at the price of the band that it falls in."""

    model: Literal["graduated"]
    tiers: ListOf[Tier]


class Volume(MonthlyPrice):
    """数量一律制: all accounts at the price of the band that their number falls in."""

    model: Literal["volume"]
    tiers: ListOf[Tier]


class Package(MonthlyPrice):
    """パック制: accounts by the pack, a started pack counts."""

    model: Literal["package"]
    package_size: PositiveCount
    package_price: Price


Monthly = Annotated[PerAccount | Graduated | Volume | Package, Field(discriminator="model")]


class Prices(Part):
    """The prices that the provider has quoted (Annex 1)."""

    initial_fee: Amount = NOTHING
    option_initial_fee: Amount = NOTHING
    option_removal_fee: Amount = NOTHING
    change_fees: ChangeFees = ChangeFees.model_construct()
    monthly: Monthly


class AccountRecord(Part):
    """From this moment on, this many accounts."""

    starts: Moment = Field(alias="from")
    count: Count
    note: Text = ""


class Option(Part):
    """The option 設定引継オプション (Art. 3): taken; its acceptance where it was not the contract's; its removal."""

    accepted_on: Day | None = None
    removal_accepted_on: Day | None = None


class Change(Part):
    """A change of the contract (Art. 7); a fee of its own beats the price table."""

    accepted_on: Day
    item: ChangeItem
    fee: Amount | None = None
    note: Text = ""


class Termination(Part):
    """How the contract ends: a notice that arrived, perhaps with a designated day, or the effective day itself."""

    kind: TerminationKind
    notice_arrived_on: Day | None = None
    designated_on: Day | None = None
    effective_on: Day | None = None


class Outage(Part):
    """A time without service (利用不能時間, Art. 11)."""

    known_at: Moment
    restored_at: Moment | None = None
    attributable_to_provider: Flag = True
    total_outage: Flag = True
    claimed_on: Day | None = None
    claimable_on: Day | None = None
    note: Text = ""


class Policy(Part):
    """The assumptions (前提条件) that decide where the contract is silent."""

    partial_month: PartialMonth = "calendar_days"
    rounding: Rounding = "floor"
    settlement_basis: SettlementBasis = "termination_month"
    settlement_accounts: Count | None = None
    settlement_taxable: Flag = False
    claimable_from: ClaimableFrom = "after_24_hours"
    quote_months: Months = 12


class Contract(Part):
    """One contract, read and free of wrong types; whether its parts agree is for `refusals` to say."""

    format: Literal["contract-calculator"]
    version: Literal[1]
    terms: Text = DEFAULT_TERMS
    title: Text = ""
    quote: Quote = Quote.model_construct()
    issuer: Issuer = Issuer.model_construct()
    customer: Customer = Customer.model_construct()
    service: Service = Service.model_construct()
    dates: Dates
    prices: Prices
    accounts: ListOf[AccountRecord]
    option: Option | None = None
    changes: ListOf[Change] = ()
    termination: Termination | None = None
    outages: ListOf[Outage] = ()
    policy: Policy = Policy.model_construct()
    digest: Text = ""
