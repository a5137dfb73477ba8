"""The sample contracts open without a fault, are as they were saved, and come to the figures that they tell of."""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop_app.calculation.statement import Statement
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment, assess_content
from desktop_app.document.digest import digest_of
from desktop_app.report.pdf import pdf_bytes
from tests.cases.examples import RESOURCES
from tests.cases.statements import plain

FILES = sorted((RESOURCES / "samples").glob("*.contract.json"))
NAMES = {"new-quote", "mid-term-termination", "leap-day", "outage", "price-tiers", "exempt", "package-with-minimum"}
AS_OF = date(2025, 2, 17)


def assessed(file: Path, rules: Rulebook) -> Assessment:
    """Return what a sample comes to."""
    return assess_content(file.read_bytes(), AS_OF, rules)


def named(name: str, rules: Rulebook) -> Statement:
    """Return the statement of a sample."""
    statement = assessed(RESOURCES / "samples" / f"{name}.contract.json", rules).statement
    assert statement is not None
    return statement


def test_the_samples_are_those_that_are_told_of_here() -> None:
    """Every sample has its figures below."""
    assert {file.name.removesuffix(".contract.json") for file in FILES} == NAMES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_is_right_and_gives_nothing_to_worry_about(file: Path, rules: Rulebook) -> None:
    """No errors, no warnings: neither the check digit nor the digest nor a deadline."""
    assessment = assessed(file, rules)
    assert assessment.problems == ()
    assert assessment.statement is not None
    assert assessment.statement.warnings == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_is_as_the_program_saved_it(file: Path) -> None:
    """It carries the digest of what stands in it, in the program's own layout."""
    text = file.read_text(encoding="utf-8")
    draft = json.loads(text)
    assert draft["digest"] == digest_of(draft)
    assert text == json.dumps(draft, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_tells_its_story(file: Path) -> None:
    """Title and remarks say what is to be seen in it, and it is filled in far enough for every paper."""
    draft = json.loads(file.read_text(encoding="utf-8"))
    assert draft["title"]
    assert draft["quote"]["remarks"]
    assert draft["quote"]["number"]
    assert draft["customer"]["name"]
    assert draft["issuer"]["company"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sample_names_nobody_real(file: Path) -> None:
    """Domains end in `.example`, addresses lie in the ranges set aside for documentation."""
    service = json.loads(file.read_text(encoding="utf-8"))["service"]
    assert all(domain.endswith(".example") for domain in service["domains"])
    assert all(address.startswith(("192.0.2.", "198.51.100.", "203.0.113.")) for address in service["ipv4_addresses"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_sample_can_be_printed(file: Path, language: Any, rules: Rulebook) -> None:
    """The summary of each is made in both languages."""
    assert pdf_bytes(assessed(file, rules), language).startswith(b"%PDF-")


class Sums(NamedTuple):
    """Totals reckoned by hand, yen."""

    initial_fees: int
    monthly_fees: int
    credits: int
    settlement: int
    tax: int
    total: int


HAND = {
    # 300,000 + 100,000; 12 × 500 × 250; 40,000 + 12 × 12,500.
    "new-quote": Sums(400_000, 1_500_000, 0, 0, 190_000, 2_090_000),
    # 160,000 × 22/31 + 160,000 + 5 × 236,000; 236,000 × 2/30; 5 × 236,000 + 236,000 × 9/31; a change of 10,000.
    "mid-term-termination": Sums(400_000, 1_453_548, 15_733, 1_248_516, 184_780, 3_281_111),
    # 140,000 × 1/29 + 12 × 140,000; 20,482 on 204,827 + 12 × 14,000.
    "leap-day": Sums(200_000, 1_684_827, 0, 0, 188_482, 2_073_309),
    # 12 × 600 × 300; 180,000 × 2/30.
    "outage": Sums(300_000, 2_160_000, 12_000, 0, 244_800, 2_692_800),
    # 117,600 + 134,400 + 122,400 + 182,400 + 225,600 + 240,000 + 248,000 + 262,000 + 236,000 + 304,000 + 410,000 + 410,000.
    "price-tiers": Sums(250_000, 2_892_400, 0, 0, 314_240, 3_456_640),
    # 7 × (1,000 × 200 + 500 × 180).
    "exempt": Sums(300_000, 2_030_000, 0, 0, 233_000, 2_563_000),
    # 20,000 × 16/30 + 20,000 + 5 × 44,400 + 59,200 + 4 × 44,400 + 44,400 × 15/30.
    "package-with-minimum": Sums(80_000, 511_667, 0, 0, 59_167, 650_834),
}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_sample_comes_to_the_sums_reckoned_by_hand(name: str, rules: Rulebook) -> None:
    """The totals are those in the table."""
    totals = plain(named(name, rules).totals)
    assert {field: totals[field] for field in Sums._fields} == HAND[name]._asdict()


def test_the_default_sample_ends_on_the_designated_day(rules: Rulebook) -> None:
    """The notice of 2 December allows 1 January; 31 January was asked for; 159 days of the term remain."""
    statement = named("mid-term-termination", rules)
    assert plain(statement.dates.termination) == {
        "notice_arrived_on": "2024-12-02",
        "earliest_on": "2025-01-01",
        "designated_on": "2025-01-31",
        "effective_on": "2025-01-31",
    }
    assert plain(statement.settlement)["remaining"] == {"start": "2025-02-01", "end": "2025-07-09", "days": 159}


def test_the_new_quote_says_by_when_a_notice_must_arrive(rules: Rulebook) -> None:
    """The term ends on 31 March 2027, thirty days after 1 March."""
    dates = plain(named("new-quote", rules).dates)
    assert dates["minimum_term"] == {"start": "2026-04-01", "end": "2027-03-31"}
    assert dates["latest_notice_for_term_end"] == "2027-03-01"


def test_a_term_from_the_leap_day_ends_on_the_last_of_february(rules: Rulebook) -> None:
    """29 February 2024 has no counterpart in 2025; the notice of 29 January ends the contract on that very day, nothing due."""
    statement = named("leap-day", rules)
    assert plain(statement.dates.minimum_term) == {"start": "2024-02-29", "end": "2025-02-28"}
    assert plain(statement.dates)["termination"]["effective_on"] == "2025-02-28"
    assert plain(statement.settlement)["due"] is False
    assert plain(statement.months)[0]["billed_fee"] == 4_827


def test_the_outages_stand_as_the_remarks_say(rules: Rulebook) -> None:
    """One credited, one lapsed, one too short, one not the provider's, one to claim, one still going on."""
    outages = plain(named("outage", rules).outages)
    assert [(each["status"], each["whole_days"], each["claim_deadline"], each["amount"]) for each in outages] == [
        ("granted", 2, "2024-09-11", 12_000),
        ("lapsed", 3, "2024-11-30", 18_000),
        ("not_applicable", 0, None, 0),
        ("not_applicable", 0, None, 0),
        ("claimable", 2, "2025-04-21", 12_000),
        ("ongoing", 1, "2025-05-16", 6_000),
    ]


def test_the_tiers_charge_the_largest_count_of_each_month(rules: Rulebook) -> None:
    """December's 510 accounts cost less than November's 480; May's peak counts; April's count begins with the month."""
    months = plain(named("price-tiers", rules).months)[1:]
    assert [(month["max_accounts"], month["monthly_fee"]) for month in months] == [
        (420, 117_600),
        (480, 134_400),
        (510, 122_400),
        (760, 182_400),
        (940, 225_600),
        (1_000, 240_000),
        (1_240, 248_000),
        (1_310, 262_000),
        (1_180, 236_000),
        (1_520, 304_000),
        (2_050, 410_000),
        (2_050, 410_000),
    ]


def test_an_end_under_article_28_costs_no_settlement(rules: Rulebook) -> None:
    """153 days remain, none of them is charged."""
    settlement = plain(named("exempt", rules).settlement)
    assert (settlement["exempt"], settlement["due"], settlement["remaining"]["days"]) == (True, False, 153)


def test_packs_are_started_and_the_minimum_charge_holds(rules: Rulebook) -> None:
    """80 accounts are a pack below the minimum; 301 for four hours are four packs."""
    months = {month["month"]: month for month in plain(named("package-with-minimum", rules).months)}
    fees = [months[month]["monthly_fee"] for month in ("2025-02", "2025-03", "2025-08", "2025-09")]
    assert fees == [20_000, 44_400, 59_200, 44_400]
    assert (months["2025-01"]["billed_fee"], months["2026-01"]["billed_fee"]) == (10_667, 22_200)
