"""The rules a second time, the simple way, from a contract file's bare data to its whole statement.

It shares no code with the product. What it returns is laid out as the public statement format is, with days as dates,
months as year and number, times as lengths and rates in percent; `as_json` writes it as that format does. Of warnings it
knows those about days and amounts.
"""

from datetime import date, datetime, timedelta
from typing import Any

from tests.calculation.civil_calendar import length
from tests.second_opinion.case import DAY, Case, Data, MonthKey, day_in, month_of, months_from, seconds_of
from tests.second_opinion.months import Days, billed_months, other_fees
from tests.second_opinion.outages import BLOCK, outages
from tests.second_opinion.settlement import lines, settlement

NO_DAYS = {"from": None, "to": None, "billed_days": 0, "max_accounts": None, "peak_on": None, "monthly_fee": 0, "billed_fee": 0}
TAX = {(2019, 10, 1): 10, (2014, 4, 1): 8, (1997, 4, 1): 5, (1989, 4, 1): 3}
"""The first day of each rate of tax, in percent."""
NO_FEES = {"initial_fees": 0, "one_time_fees": 0}


def second_opinion(data: Data, as_of: date) -> Data:
    """Return the statement of a contract file as of a day."""
    case = Case(data, as_of)
    days = Days(case)
    billed = billed_months(case, days)
    settled, credits_ = settlement(case, billed, days), outages(case, billed)
    rows = _rows(case, billed, settled, credits_)
    return {
        "as_of": as_of,
        "dates": _dates(case),
        "months": rows,
        "settlement": settled,
        "outages": credits_,
        "totals": _totals(rows),
        "warnings": [*_of_days(case), *_of_outages(case, credits_), *_of_settlement(case, billed, settled, days)],
    }


def _rows(case: Case, billed: dict[MonthKey, Data], settled: Data | None, credits_: list[Data]) -> list[Data]:
    fees: dict[MonthKey, dict[str, int]] = {}
    for kind, month, amount in other_fees(case):
        fees.setdefault(month, dict(NO_FEES))[kind] += amount
    due = {month_of(case.end): settled["amount"]} if settled is not None and settled["amount"] else {}
    credited: dict[MonthKey, int] = {}
    for line in [line for each in credits_ if each["status"] == "granted" for line in each["lines"]]:
        credited[line["month"]] = credited.get(line["month"], 0) + line["amount"]
    items = {*billed, *fees, *due}
    rows = []
    for month in months_from(min(items), max(items)) if items else []:
        row = {"month": month, "days_in_month": length(*month), **billed.get(month, NO_DAYS), **fees.get(month, NO_FEES)}
        row |= {"credit": credited.get(month, 0), "settlement": due.get(month, 0)}
        rows.append(_taxed(case, row))
    return rows


def _taxed(case: Case, row: Data) -> Data:
    inside = row["settlement"] if case.policy["settlement_taxable"] else 0
    row["taxable"] = row["billed_fee"] - row["credit"] + row["initial_fees"] + row["one_time_fees"] + inside
    row["non_taxable"] = row["settlement"] - inside
    row["tax_rate"] = next(rate for since, rate in TAX.items() if (*row["month"], row["days_in_month"]) >= since)
    row["tax"] = case.to_yen(row["taxable"] * row["tax_rate"], 100)
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
    totals = {name: sum([row[column] for row in rows]) for name, column in columns.items()}
    return {**totals, "subtotal": totals["total"] - totals["tax"]}


def _dates(case: Case) -> Data:
    ends = None
    if case.ending is not None:
        ends = {
            "notice_arrived_on": day_in(case.ending, "notice_arrived_on"),
            "earliest_on": case.earliest,
            "designated_on": day_in(case.ending, "designated_on"),
            "effective_on": case.end,
        }
    return {
        "accepted_on": case.accepted,
        "billing_start": case.start,
        "minimum_term": {"start": case.start, "end": case.term_end},
        "termination": ends,
        "latest_notice_for_term_end": case.term_end - 30 * DAY,
    }


def _of_days(case: Case) -> list[Data]:
    designated = None if case.earliest is None else day_in(case.ending, "designated_on")
    rows = [
        ("acceptance_missing", "dates.accepted_on", case.accepted is None),
        ("before_edition", "dates.billing_start", case.start < date(2014, 7, 1)),
        ("ended_before_billing", "termination", case.never_began),
        ("designated_before_earliest", "termination.designated_on", designated is not None and designated < case.earliest),
    ]
    return [{"code": code, "path": path} for code, path, applies in rows if applies]


def _of_outages(case: Case, credits_: list[Data]) -> list[Data]:
    found = []
    for i, (given, reckoned) in enumerate(zip(case.data.get("outages") or [], credits_, strict=True)):
        if _outside(case, given):
            found.append({"code": "outage_outside_contract", "path": f"outages[{i}]"})
        if reckoned["status"] == "claimable" and reckoned["claim_deadline"] <= case.as_of + timedelta(days=14):
            found.append({"code": "claim_deadline_near", "path": f"outages[{i}]"})
    return found


def _outside(case: Case, given: Data) -> bool:
    known = seconds_of(datetime.fromisoformat(given["known_at"]))
    if known < case.start.toordinal() * BLOCK:
        return True
    if case.end is None:
        return False
    closing = (case.end.toordinal() + 1) * BLOCK
    restored = given.get("restored_at")
    return known >= closing or (restored is not None and seconds_of(datetime.fromisoformat(restored)) > closing)


def _of_settlement(case: Case, billed: dict[MonthKey, Data], settled: Data | None, days: Days) -> list[Data]:
    if settled is None or not settled["due"] or case.policy["settlement_basis"] != "termination_month":
        return []
    scheduled = sum([line["amount"] for line in lines(case, billed, days, "scheduled")])
    warning = {"code": "scheduled_settlement_differs", "path": "policy.settlement_basis"}
    return [] if scheduled == settled["amount"] else [warning]


def as_json(part: Any, name: str = "") -> Any:
    """Return a statement, or the part of it that goes by `name`, as its JSON would be read."""
    match part:
        case dict():
            return {key: as_json(value, key) for key, value in part.items()}
        case list():
            return [as_json(each) for each in part]
        case (year, month):
            return f"{year}-{month:02d}"
        case date():
            return str(part)
        case timedelta():
            whole, hundredths = divmod(part // timedelta(seconds=36), 100)
            places = f"{hundredths:02d}".rstrip("0")
            return f"{whole}.{places}" if places else str(whole)
    return f"0.{part:02d}" if name == "tax_rate" else part
