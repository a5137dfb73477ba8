"""`self-check`: the published periods and the contracts reckoned by hand, run in the program as it is installed."""

from argparse import Namespace
from typing import NamedTuple

from desktop_app.cli.output import DONE, INVALID, Outcome
from desktop_app.cli.told_text import told_text
from desktop_app.report.self_check import Verdict, checked_period, checked_statement
from desktop_app.report.statement_json import json_text
from desktop_app.storage.published_cases import PublishedPeriod, WorkedExample, published_periods, shipped_examples
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.told import Told
from desktop_app.wording.told_self_check import all_told, by_hand_told, case_columns, period_told, verdict_told
from desktop_app.wording.wording import Wording, wording


class Checked(NamedTuple):
    """A case, where it comes from, and what became of it."""

    case: str
    source: str
    verdict: Verdict


def run(options: Namespace) -> Outcome:
    """Run every case and show it with its source; the status tells whether all came out as expected."""
    words = wording(options.lang)
    periods = [Checked(_period(each, words), each.publisher, checked_period(*each[:4])) for each in published_periods()]
    examples = [_example(each, words) for each in shipped_examples()]
    checked = [*periods, *examples]
    right = all(each.verdict.right for each in checked)
    status = DONE if right else INVALID
    if options.format == "json":
        return Outcome(status, json_text({"right": right, "cases": [_data(each) for each in checked]}))
    parts = (_told("periods", periods, words), _told("examples", examples, words), _summary(checked, words))
    return Outcome(status, told_text(parts, words))


def _period(period: PublishedPeriod, words: Wording) -> str:
    return period_told(*period[:4], words)


def _example(example: WorkedExample, words: Wording) -> Checked:
    verdict = checked_statement(example.contract, example.expected, installed_rules())
    return Checked(example.name, by_hand_told(verdict.figures, words), verdict)


def _told(name: str, checked: list[Checked], words: Wording) -> Told:
    rows = tuple((each.case, verdict_told(each.verdict.deviations, words), each.source) for each in checked)
    wrong = frozenset(i for i, each in enumerate(checked) if not each.verdict.right)
    return Told(words.text(f"cli.self_check.{name}", n=len(checked)), (), case_columns(words), "lll", rows, wrong)


def _summary(checked: list[Checked], words: Wording) -> Told:
    wrong = sum(not each.verdict.right for each in checked)
    return Told(words.text("cli.self_check.summary"), (all_told(len(checked), wrong, words),))


def _data(checked: Checked) -> dict[str, object]:
    verdict = checked.verdict
    wrong = [each._asdict() for each in verdict.deviations]
    return {
        "case": checked.case,
        "source": checked.source,
        "figures": verdict.figures,
        "right": verdict.right,
        "deviations": wrong,
    }
