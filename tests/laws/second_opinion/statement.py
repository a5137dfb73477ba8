"""The rules a second time, the slow and simple way, from a contract file's bare data to its whole statement.

It shares no code with the product. What it returns is laid out as the public statement format is; of warnings it knows
those about days and amounts.
"""

from datetime import date, datetime, timedelta
from fractions import Fraction

from tests.calculation.civil_calendar import length
from tests.laws.second_opinion.case import Case, Data, MonthKey, day_in, month_of, next_month, written
from tests.laws.second_opinion.months import billed_months, other_fees
from tests.laws.second_opinion.outages import outages
from tests.laws.second_opinion.settlement import lines, settlement

NO_DAYS = {"from": None, "to": None, "billed_days": 0, "max_accounts": None, "peak_on": None, "monthly_fee": 0, "billed_fee": 0}
TAX = {(2019, 10, 1): "0.10", (2014, 4, 1): "0.08", (1997, 4, 1): "0.05", (1989, 4, 1): "0.03"}


def second_opinion(data: Data, as_of: date) -> Data:
    """Return the statement of a contract file as of a day."""
    case = Case(data, as_of)
    billed = billed_months(case)
    settled, credits_ = settlement(case, billed), outages(case, billed)
    rows = _rows(case, billed, settled, credits_)
    return {
        "as_of": str(as_of),
        "dates": _dates(case),
        "months": rows,
        "settlement": settled,
        "outages": credits_,
        "totals": _totals(rows),
        "warnings": _warnings(case, billed, settled, credits_),
    }


def _rows(case: Case, billed: dict[MonthKey, Data], settled: Data | None, credits_: list[Data]) -> list[Data]:
    fees = other_fees(case)
    due_in = month_of(case.end) if settled is not None and settled["amount"] else None
    items = {*billed, *(month for _, month, _ in fees), *([due_in] if due_in else [])}
    rows, month = [], min(items, default=(9999, 12))
    while items and month <= max(items):
        row = {**NO_DAYS, **billed.get(month, {}), "month": written(month), "days_in_month": length(*month)}
        for name in ("initial_fees", "one_time_fees"):
            row[name] = sum(amount for kind, when, amount in fees if (kind, when) == (name, month))
        granted = [line for each in credits_ if each["status"] == "granted" for line in each["lines"]]
        row["credit"] = sum(line["amount"] for line in granted if line["month"] == row["month"])
        row["settlement"] = settled["amount"] if month == due_in else 0
        rows.append(_taxed(case, row, month))
        month = next_month(month)
    return rows


def _taxed(case: Case, row: Data, month: MonthKey) -> Data:
    inside = row["settlement"] if case.policy["settlement_taxable"] else 0
    row["taxable"] = row["billed_fee"] - row["credit"] + row["initial_fees"] + row["one_time_fees"] + inside
    row["non_taxable"] = row["settlement"] - inside
    row["tax_rate"] = next(rate for since, rate in TAX.items() if (*month, length(*month)) >= since)
    row["tax"] = case.to_yen(row["taxable"] * Fraction(row["tax_rate"]))
    row["total"] = row["taxable"] + row["non_taxable"] + row["tax"]
    return row


def _totals(rows: list[Data]) -> Data:
    columns = {
        "initial_fees": "initial_fees",
        "monthly_fees": "billed_fee",
        "one_time_fees": "one_time_fees",
        "credits": "credit",
        "settlement": "settlement",
        "tax": "tax",
        "total": "total",
    }
    totals = {name: sum(row[column] for row in rows) for name, column in columns.items()}
    return {**totals, "subtotal": totals["total"] - totals["tax"]}


def _dates(case: Case) -> Data:
    ends = None
    if case.ending is not None:
        ends = {
            "notice_arrived_on": case.ending.get("notice_arrived_on"),
            "earliest_on": None if case.earliest is None else str(case.earliest),
            "designated_on": case.ending.get("designated_on"),
            "effective_on": str(case.end),
        }
    return {
        "accepted_on": case.data["dates"].get("accepted_on"),
        "billing_start": str(case.start),
        "minimum_term": {"start": str(case.start), "end": str(case.term_end)},
        "termination": ends,
        "latest_notice_for_term_end": str(case.term_end - timedelta(days=30)),
    }


def _warnings(case: Case, billed: dict[MonthKey, Data], settled: Data | None, credits_: list[Data]) -> list[Data]:
    designated = None if case.earliest is None else day_in(case.ending, "designated_on")
    rows = [
        ("acceptance_missing", "dates.accepted_on", case.accepted is None),
        ("before_edition", "dates.billing_start", case.start < date(2014, 7, 1)),
        ("ended_before_billing", "termination", case.never_began),
        (
            "designated_before_earliest",
            "termination.designated_on",
            designated is not None and designated < case.earliest,
        ),
    ]
    for i, (given, reckoned) in enumerate(zip(case.data.get("outages") or [], credits_, strict=True)):
        rows.append(("outage_outside_contract", f"outages[{i}]", _outside(case, given)))
        rows.append(("claim_deadline_near", f"outages[{i}]", _soon(case, reckoned)))
    differs = (
        settled is not None
        and settled["due"]
        and case.policy["settlement_basis"] == "termination_month"
        and settled["amount"] != sum(line["amount"] for line in lines(case, billed, "scheduled"))
    )
    rows.append(("scheduled_settlement_differs", "policy.settlement_basis", differs))
    return [{"code": code, "path": path} for code, path, applies in rows if applies]


def _outside(case: Case, given: Data) -> bool:
    known = datetime.fromisoformat(given["known_at"])
    if known.date() < case.start:
        return True
    if case.closing is None:
        return False
    restored = given.get("restored_at")
    return known >= case.closing or (restored is not None and datetime.fromisoformat(restored) > case.closing)


def _soon(case: Case, reckoned: Data) -> bool:
    if reckoned["status"] != "claimable":
        return False
    return date.fromisoformat(reckoned["claim_deadline"]) <= case.as_of + timedelta(days=14)
