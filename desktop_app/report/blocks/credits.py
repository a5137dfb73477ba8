"""Credits for outages (料金の減額): when, how long, where the claim stands, until when it can be made, and why."""

from datetime import datetime
from typing import Any

from desktop_app.calculation.contract import Outage
from desktop_app.calculation.statement import OutageCredit
from desktop_app.calculation.step import Step
from desktop_app.report.blocks.source import NOTHING_THERE, Block, Source, begun, figure
from desktop_app.wording.days import length_text, short_day
from desktop_app.wording.reasons import value_text

COLUMNS = (
    ("number", "left"),
    ("outage", "left"),
    ("hours", "right"),
    ("whole_days", "right"),
    ("status", "left"),
    ("claim_deadline", "right"),
    ("outage_credit", "right"),
)
POSSIBLE = frozenset({"claimable", "ongoing"})


def credits_block(source: Source) -> Block | None:
    """Return the outages of a contract and what they give; None without any."""
    found = source.statement.outages
    if not found:
        return None
    credited = source.statement.totals.credits.value
    return {
        "kind": "table",
        "heading": source.said("credits"),
        "cited": source.cited(found[0].status),
        "unit": source.said("unit.yen"),
        "columns": [{"title": source.said(f"column.{name}"), "side": side} for name, side in COLUMNS],
        "rows": [_row(i, source) for i in range(len(found))],
        "sum": ["", source.said("credits.sum"), "", "", "", "", source.reduction(credited)],
        "notes": [source.said("credits.possible")] if any(_possible(credit) for credit in found) else [],
    }


def _row(i: int, source: Source) -> Block:
    outage, credit = source.contract.outages[i], source.statement.outages[i]
    deadline = credit.claim_deadline.value
    return {
        "cells": [
            str(i + 1),
            _time(outage, source),
            length_text(credit.hours.value, source.words.language),
            str(credit.whole_days.value),
            begun(value_text(credit.status, source.words)),
            NOTHING_THERE if deadline is None else short_day(deadline),
            _amount(credit, source),
        ],
        "below": source.told(source.why(each) for each in _decisive(credit)),
    }


def _possible(credit: OutageCredit) -> bool:
    return credit.status.value in POSSIBLE and bool(credit.amount.value)


def _amount(credit: OutageCredit, source: Source) -> str:
    if credit.status.value == "granted":
        return source.reduction(credit.amount.value)
    return source.said("credits.possible_amount", amount=figure(credit.amount.value)) if _possible(credit) else NOTHING_THERE


def _time(outage: Outage, source: Source) -> str:
    start = _moment(outage.known_at)
    if outage.restored_at is None:
        return source.said("credits.since", start=start)
    return source.said("from_to", start=start, end=_moment(outage.restored_at))


def _moment(moment: datetime) -> str:
    return f"{short_day(moment.date())} {moment:%H:%M}"


def _decisive(credit: OutageCredit) -> list[Step[Any]]:
    steps: list[Step[Any]] = [credit.whole_days if credit.status.value == "not_applicable" else credit.status]
    if credit.status.value in {"granted", *POSSIBLE}:
        steps += [line.amount for line in credit.lines]
    return steps
