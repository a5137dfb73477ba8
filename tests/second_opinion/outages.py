"""Art. 11, Annex 3: outages in seconds, their blocks of 24 hours put on the days on which they begin."""

from datetime import date, datetime, timedelta

from tests.second_opinion.case import DAY, Case, Data, MonthKey, common, day_in, numbers_of, period_end, seconds_of

BLOCK = 24 * 3600


def outages(case: Case, billed: dict[MonthKey, Data]) -> list[Data]:
    """Return the outages; the earlier in the file is credited first."""
    credited: dict[MonthKey, int] = {}
    return [_outage(case, each, billed, credited) for each in case.data.get("outages") or []]


def _outage(case: Case, given: Data, billed: dict[MonthKey, Data], credited: dict[MonthKey, int]) -> Data:
    goes_on = given.get("restored_at") is None and (case.end is None or case.as_of <= case.end)
    begin = max(case.start.toordinal() * BLOCK, seconds_of(datetime.fromisoformat(given["known_at"])))
    finish = _finish(case, given, goes_on=goes_on)
    counts = given.get("attributable_to_provider") is not False and given.get("total_outage") is not False
    blocks = max(0, finish - begin) // BLOCK if counts else 0
    claimable, deadline = _claim_days(case, given, begin, finish, goes_on=goes_on) if blocks else (None, None)
    status = _status(case, given, deadline, counts=counts, goes_on=goes_on, blocks=blocks)
    lines = _lines(case, range(begin // BLOCK, begin // BLOCK + blocks), billed, credited)
    if status == "granted":
        for line in lines:
            credited[line["month"]] = credited.get(line["month"], 0) + line["amount"]
    return {
        "hours": timedelta(seconds=max(0, finish - begin)),
        "whole_days": blocks,
        "claimable_on": claimable,
        "claim_deadline": deadline,
        "status": status,
        "lines": lines,
        "amount": sum([line["amount"] for line in lines]),
    }


def _finish(case: Case, given: Data, *, goes_on: bool) -> int:
    if goes_on:
        return case.as_of.toordinal() * BLOCK
    ends = [] if case.end is None else [(case.end.toordinal() + 1) * BLOCK]
    if given.get("restored_at") is not None:
        ends.append(seconds_of(datetime.fromisoformat(given["restored_at"])))
    return min(ends)


def _claim_days(case: Case, given: Data, begin: int, finish: int, *, goes_on: bool) -> tuple[date | None, date | None]:
    named = day_in(given, "claimable_on")
    if named is not None:
        return named, period_end(named + DAY, 3)
    moment = begin + BLOCK
    if case.policy["claimable_from"] == "restored":
        if goes_on:
            return None, None
        moment = finish
    number, into_the_day = divmod(moment, BLOCK)
    first = date.fromordinal(number + 1 if into_the_day else number)
    return date.fromordinal(number), period_end(first, 3)


def _status(case: Case, given: Data, deadline: date | None, *, counts: bool, goes_on: bool, blocks: int) -> str:
    claimed = day_in(given, "claimed_on")
    rows = [
        ("not_applicable", not counts),
        ("ongoing", goes_on),
        ("not_applicable", blocks == 0),
        ("granted", claimed is not None and deadline is not None and claimed <= deadline),
        ("lapsed", claimed is not None or (deadline is not None and case.as_of > deadline)),
        ("claimable", True),
    ]
    return next(status for status, applies in rows if applies)


def _lines(case: Case, begins: range, billed: dict[MonthKey, Data], credited: dict[MonthKey, int]) -> list[Data]:
    lines = []
    for month, row in billed.items() if begins else ():
        blocks = len(common(begins, numbers_of(month)))
        if blocks:
            left = row["billed_fee"] - credited.get(month, 0)
            amount = min(case.to_yen(row["monthly_fee"] * blocks, 30), left)
            lines.append({"month": month, "days": blocks, "monthly_fee": row["monthly_fee"], "amount": amount})
    return lines
