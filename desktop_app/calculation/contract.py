"""A contract and its parts: what a draft is read as (the public contract file, version 1)."""

from typing import ClassVar, Literal

from msgspec import field

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
from desktop_app.calculation.part import Part
from desktop_app.calculation.terms import DEFAULT_TERMS

OTHER_MODELS_FIELDS = frozenset({"unit_price", "tiers", "package_size", "package_price"})


class Quote(Part, frozen=True):
    """What a quotation says of itself (見積書): number, revision, days, remarks; the memo is for the house alone."""

    number: Text = ""
    revision: Count = 1
    issued_on: Day | None = None
    valid_until: Day | None = None
    remarks: Text = ""
    memo: Text = ""


class Issuer(Part, frozen=True):
    """Who issues the papers (発行者), with the registration number (登録番号) and the seal (社印)."""

    company: Text = ""
    department: Text = ""
    contact: Text = ""
    address: Text = ""
    phone: Text = ""
    email: Text = ""
    registration_number: Text = ""
    seal_png: Seal | None = None


class Customer(Part, frozen=True):
    """The contractor (契約者) and the administrator of the settings (管理責任者, Art. 6)."""

    name: Text = ""
    department: Text = ""
    contact: Text = ""
    administrator: Text = ""


class Service(Part, frozen=True):
    """What the service is for (Art. 4): business name (事業者名), domains, IPv4 addresses."""

    business_name: Text = ""
    domains: tuple[Domain, ...] = ()
    ipv4_addresses: tuple[Text, ...] = ()


class Dates(Part, frozen=True, kw_only=True):
    """Application (申込), acceptance (承諾) and billing start (課金開始日)."""

    applied_on: Day | None = None
    accepted_on: Day | None = None
    billing_start: Day


class ChangeFees(Part, frozen=True):
    """The price table of changes (Annex 1, 3(1)), yen each."""

    business_name: Amount = NOTHING
    domain: Amount = NOTHING
    ip_address: Amount = NOTHING
    other: Amount = NOTHING


class Tier(Part, frozen=True, kw_only=True):
    """A band of a price table: up to so many accounts (the last: no limit), yen an account."""

    up_to: PositiveCount | None = None
    unit_price: Price


class MonthlyPrice(Part, frozen=True):
    """What every price model has: base fee and minimum charge in yen, minimum accounts."""

    nullable: ClassVar[frozenset[str]] = OTHER_MODELS_FIELDS

    base_fee: Amount = NOTHING
    minimum_accounts: Count = 0
    minimum_charge: Amount = NOTHING


class PerAccount(MonthlyPrice, frozen=True, kw_only=True):
    """単価制: one price for each account."""

    model: Literal["per_account"]
    unit_price: Price


class Graduated(MonthlyPrice, frozen=True, kw_only=True):
    """段階制: each account at the price of the band that it falls in."""

    model: Literal["graduated"]
    tiers: tuple[Tier, ...]


class Volume(MonthlyPrice, frozen=True, kw_only=True):
    """数量一律制: all accounts at the price of the band that their number falls in."""

    model: Literal["volume"]
    tiers: tuple[Tier, ...]


class Package(MonthlyPrice, frozen=True, kw_only=True):
    """パック制: accounts by the pack, a started pack counts."""

    model: Literal["package"]
    package_size: PositiveCount
    package_price: Price


Monthly = PerAccount | Graduated | Volume | Package
"""One of the price models, named by `model`."""


class Prices(Part, frozen=True, kw_only=True):
    """The prices that the provider has quoted (Annex 1)."""

    initial_fee: Amount = NOTHING
    option_initial_fee: Amount = NOTHING
    option_removal_fee: Amount = NOTHING
    change_fees: ChangeFees = ChangeFees()
    monthly: Monthly


class AccountRecord(Part, frozen=True):
    """From this moment on, this many accounts."""

    starts: Moment = field(name="from")
    count: Count
    note: Text = ""


class Option(Part, frozen=True):
    """The option 設定引継オプション (Art. 3): taken; its acceptance where it was not the contract's; its removal."""

    accepted_on: Day | None = None
    removal_accepted_on: Day | None = None


class Change(Part, frozen=True):
    """A change of the contract (Art. 7); a fee of its own beats the price table."""

    accepted_on: Day
    item: ChangeItem
    fee: Amount | None = None
    note: Text = ""


class Termination(Part, frozen=True):
    """How the contract ends: a notice that arrived, perhaps with a designated day, or the effective day itself."""

    kind: TerminationKind
    notice_arrived_on: Day | None = None
    designated_on: Day | None = None
    effective_on: Day | None = None


class Outage(Part, frozen=True):
    """A time without service (利用不能時間, Art. 11)."""

    known_at: Moment
    restored_at: Moment | None = None
    attributable_to_provider: Flag = True
    total_outage: Flag = True
    claimed_on: Day | None = None
    claimable_on: Day | None = None
    note: Text = ""


class Policy(Part, frozen=True):
    """The assumptions (前提条件) that decide where the contract is silent."""

    partial_month: PartialMonth = "calendar_days"
    rounding: Rounding = "floor"
    settlement_basis: SettlementBasis = "termination_month"
    settlement_accounts: Count | None = None
    settlement_taxable: Flag = False
    claimable_from: ClaimableFrom = "after_24_hours"
    quote_months: Months = 12


class Contract(Part, frozen=True, kw_only=True):
    """One contract, read and free of wrong types; whether its parts agree is for `refusals` to say."""

    format: Literal["contract-calculator"]
    version: Literal[1]
    terms: Text = DEFAULT_TERMS
    title: Text = ""
    quote: Quote = Quote()
    issuer: Issuer = Issuer()
    customer: Customer = Customer()
    service: Service = Service()
    dates: Dates
    prices: Prices
    accounts: tuple[AccountRecord, ...]
    option: Option | None = None
    changes: tuple[Change, ...] = ()
    termination: Termination | None = None
    outages: tuple[Outage, ...] = ()
    policy: Policy = Policy()
    digest: Text = ""
