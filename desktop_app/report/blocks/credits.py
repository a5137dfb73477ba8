"""Credits for outages (料金の減額): when, how long, where the claim stands, until when it can be made, and why."""

from datetime import datetime
from typing import Any

from desktop_app.calculation.contract import Outage
from desktop_app.calculation.statement import OutageCredit
from desktop_app.calculation.step import Step
from desktop_app.report.blocks.source import NOTHING_THERE, Block, Source, figure, reduction
from desktop_app.wording.days import length_text, short_day
from desktop_app.wording.reasons import sentence, value_text

COLUMNS = (("outage", "left"), ("hours", "right"), ("whole_days", "right"), ("status", "left"), ("claim_deadline", "right"))
POSSIBLE = frozenset({"claimable", "ongoing"})


def credits_block(source: Source) -> Block | None:
    """Return the outages of a contract and what they give; None without any."""
    found = source.statement.outages
    if not found:
        return None
    credited = source.statement.totals.credits.value
    columns = (*COLUMNS, ("outage_credit", "right"))
    return {
        "kind": "table",
        "heading": source.said("credits"),
        "cited": source.cited(found[0].status),
        "unit": source.said("unit.yen"),
        "columns": [{"title": source.said(f"column.{name}"), "side": side} for name, side in columns],
        "rows": [_row(outage, credit, source) for outage, credit in zip(source.contract.outages, found, strict=True)],
        "sum": [source.said("credits.sum"), "", "", "", "", reduction(credited)],
        "strong": len(columns) - 1,
        "notes": [source.said("credits.possible")] if any(_possible(credit) for credit in found) else [],
    }


def _row(outage: Outage, credit: OutageCredit, source: Source) -> Block:
    deadline = credit.claim_deadline.value
    return {
        "cells": [
            _time(outage, source),
            length_text(credit.hours.value, source.words.language),
            str(credit.whole_days.value),
            value_text(credit.status, source.words),
            NOTHING_THERE if deadline is None else short_day(deadline),
            _amount(credit, source),
        ],
        "below": " ".join(_reasons(credit, source)),
    }


def _possible(credit: OutageCredit) -> bool:
    return credit.status.value in POSSIBLE and bool(credit.amount.value)


def _amount(credit: OutageCredit, source: Source) -> str:
    if credit.status.value == "granted":
        return reduction(credit.amount.value)
    return source.said("credits.possible_amount", amount=figure(credit.amount.value)) if _possible(credit) else NOTHING_THERE


def _time(outage: Outage, source: Source) -> str:
    start = _moment(outage.known_at)
    if outage.restored_at is None:
        return source.said("credits.since", start=start)
    return source.said("from_to", start=start, end=_moment(outage.restored_at))


def _moment(moment: datetime) -> str:
    return f"{short_day(moment.date())} {moment:%H:%M}"


def _reasons(credit: OutageCredit, source: Source) -> list[str]:
    steps: list[Step[Any]] = [credit.status]
    if not credit.whole_days.value:
        steps.append(credit.whole_days)
    elif credit.status.value in {"granted", *POSSIBLE}:
        steps += [line.amount for line in credit.lines]
    return [sentence(step, source.words) for step in steps]
