"""The days that matter, in order of time, with their years in the Japanese era and the articles that decide them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from desktop_app.calculation.step import Step
from desktop_app.report.blocks.source import Block, Source, in_era
from desktop_app.report.blocks.timeline import has_outages, timeline_block
from desktop_app.wording.days import long_day


def dates_block(source: Source) -> Block:
    """Return the key dates of a contract."""
    japanese = source.words.language == "ja"
    titles = ("day", "era", "date", "article") if japanese else ("day", "date", "article")
    picture = timeline_block(source)
    found = sorted(_named(source), key=lambda each: each[1].value)
    return {
        "kind": "table",
        "heading": source.said("dates"),
        "cited": source.said("timeline.outages") if has_outages(picture) else "",
        "picture": picture,
        "together": True,
        "columns": [{"title": source.said(f"column.{name}"), "side": "left"} for name in titles],
        "rows": [{"cells": _cells(name, step, source)} for name, step in found],
    }


def _cells(name: str, step: Step[date], source: Source) -> list[str]:
    language = source.words.language
    era = in_era(language, step.value)
    return [long_day(step.value, language), *([era] if era else []), name, source.cited(step)]


def _named(source: Source) -> Iterator[tuple[str, Step[Any]]]:
    dates = source.statement.dates
    days: list[tuple[str, Step[Any]]] = [
        ("accepted_on", dates.accepted_on),
        ("billing_start", dates.billing_start),
        ("term_end", dates.minimum_term.end),
    ]
    ends = dates.termination
    if ends is None:
        days.append(("latest_notice", dates.latest_notice_for_term_end))
    else:
        days += [
            ("notice_arrived_on", ends.notice_arrived_on),
            ("earliest_on", ends.earliest_on),
            ("designated_on", ends.designated_on),
            ("effective_on", ends.effective_on),
        ]
    yield from ((source.said(f"date.{name}"), step) for name, step in days if step.value is not None)
    yield from _claim_deadlines(source)


def _claim_deadlines(source: Source) -> Iterator[tuple[str, Step[Any]]]:
    """Yield the last days for claims that can still be made."""
    for number, credit in enumerate(source.statement.outages, start=1):
        if credit.status.value in {"claimable", "ongoing"} and credit.claim_deadline.value is not None:
            yield source.said("date.claim_deadline", number=number), credit.claim_deadline
