"""Art. 11, Annex 3: outages walked through in steps of 24 hours."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from math import floor

from tests.laws.second_opinion.case import DAY, Case, Data, MonthKey, day_in, midnight, month_of, period_end, written

BLOCK = timedelta(hours=24)


def outages(case: Case, billed: dict[MonthKey, Data]) -> list[Data]:
    """Return the outages; the earlier in the file is credited first."""
    credited: dict[MonthKey, int] = {}
    return [_outage(case, each, billed, credited) for each in case.data.get("outages") or []]


def _outage(case: Case, given: Data, billed: dict[MonthKey, Data], credited: dict[MonthKey, int]) -> Data:
    goes_on = given.get("restored_at") is None and (case.end is None or case.as_of <= case.end)
    begin = max(midnight(case.start), datetime.fromisoformat(given["known_at"]))
    finish = _finish(case, given, goes_on=goes_on)
    begins = _blocks(begin, finish) if _counts(given) else []
    claimable, deadline = _claim_days(case, given, begin, finish, goes_on=goes_on) if begins else (None, None)
    status = _status(case, given, deadline, goes_on=goes_on, blocks=len(begins))
    lines = _lines(case, begins, billed, credited)
    if status == "granted":
        for month, line in lines.items():
            credited[month] = credited.get(month, 0) + line["amount"]
    return {
        "hours": _hours(max(timedelta(), finish - begin)),
        "whole_days": len(begins),
        "claimable_on": None if claimable is None else str(claimable),
        "claim_deadline": None if deadline is None else str(deadline),
        "status": status,
        "lines": list(lines.values()),
        "amount": sum(line["amount"] for line in lines.values()),
    }


def _counts(given: Data) -> bool:
    return given.get("attributable_to_provider") is not False and given.get("total_outage") is not False


def _finish(case: Case, given: Data, *, goes_on: bool) -> datetime:
    if goes_on:
        return midnight(case.as_of)
    ends = [case.closing] if case.closing is not None else []
    if given.get("restored_at") is not None:
        ends.append(datetime.fromisoformat(given["restored_at"]))
    return min(ends)


def _blocks(begin: datetime, finish: datetime) -> list[datetime]:
    begins = []
    while begin + BLOCK <= finish:
        begins.append(begin)
        begin += BLOCK
    return begins


def _hours(time: timedelta) -> str:
    hundredths = floor(Fraction(time // timedelta(seconds=1), 36))
    text = f"{hundredths // 100}.{hundredths % 100:02d}"
    while text[-1] == "0" and "." in text:
        text = text[:-1]
    return text.removesuffix(".")


def _claim_days(case: Case, given: Data, begin: datetime, finish: datetime, *, goes_on: bool) -> tuple[date | None, date | None]:
    named = day_in(given, "claimable_on")
    if named is not None:
        return named, period_end(named + DAY, 3)
    moment = begin + BLOCK
    if case.policy["claimable_from"] == "restored":
        if goes_on:
            return None, None
        moment = finish
    on_the_dot = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return moment.date(), period_end(moment.date() if on_the_dot else moment.date() + DAY, 3)


def _status(case: Case, given: Data, deadline: date | None, *, goes_on: bool, blocks: int) -> str:
    claimed = day_in(given, "claimed_on")
    rows = [
        ("not_applicable", not _counts(given)),
        ("ongoing", goes_on),
        ("not_applicable", blocks == 0),
        ("granted", claimed is not None and deadline is not None and claimed <= deadline),
        ("lapsed", claimed is not None or (deadline is not None and case.as_of > deadline)),
        ("claimable", True),
    ]
    return next(status for status, applies in rows if applies)


def _lines(
    case: Case, begins: list[datetime], billed: dict[MonthKey, Data], credited: dict[MonthKey, int]
) -> dict[MonthKey, Data]:
    lines = {}
    for month in sorted({month_of(each) for each in begins} & set(billed)):
        blocks = sum(1 for each in begins if month_of(each) == month)
        whole_fee, left = billed[month]["monthly_fee"], billed[month]["billed_fee"] - credited.get(month, 0)
        amount = min(case.to_yen(Fraction(whole_fee * blocks, 30)), left)
        lines[month] = {"month": written(month), "days": blocks, "monthly_fee": whole_fee, "amount": amount}
    return lines
