"""`what-if`: questions of one contract: other endings, deadlines, outages, two months, readings, months to come."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from desktop_app.calculation.deadlines import deadlines, notice_for
from desktop_app.calculation.outage_outlook import outage_outlooks
from desktop_app.calculation.readings import Reading, silent_points
from desktop_app.calculation.termination_curve import termination_curve
from desktop_app.cli.asked import Answer, Asked, NoAnswerError
from desktop_app.cli.findings import invalid
from desktop_app.cli.forecast import forecast_answer
from desktop_app.cli.output import DONE, FAILED, Outcome
from desktop_app.cli.plain_data import plain
from desktop_app.cli.source import assessed
from desktop_app.cli.told_text import told_text
from desktop_app.cli.two_months import months_answer
from desktop_app.report.statement_json import json_text
from desktop_app.storage.rulebook import installed_rules
from desktop_app.wording.told_deadlines import deadlines_told, outages_told
from desktop_app.wording.told_endings import curve_told, notice_told
from desktop_app.wording.told_months import readings_told
from desktop_app.wording.wording import pointer, wording


def run(options: Namespace) -> Outcome:
    """Answer a question."""
    words, as_json = wording(options.lang), options.format == "json"
    assessment = assessed(options)
    if assessment.draft is None or assessment.contract is None or assessment.statement is None:
        return invalid(assessment.problems, words, as_json=as_json)
    asked = Asked(assessment.draft, assessment.contract, assessment.statement, options, words, installed_rules())
    try:
        answer = ANSWERS[options.question](asked)
    except NoAnswerError as error:
        return Outcome(FAILED, errors=str(error))
    return Outcome(DONE, json_text(answer.data) if as_json else told_text(answer.told, words))


def _curve(asked: Asked) -> Answer:
    curve = termination_curve(asked.contract, asked.as_of, asked.rules)
    marked = {"cheapest": plain(curve.days[curve.cheapest]), "earliest_free": plain(curve.days[curve.earliest_free])}
    data = {"as_of": plain(asked.as_of), **marked, "days": plain(curve.days)}
    return Answer(data, (curve_told(curve, asked.as_of, asked.words),))


def _by(asked: Asked) -> Answer:
    if asked.options.end is None:
        raise NoAnswerError(asked.words.text("cli.error.end_missing"))
    notice = notice_for(asked.contract, asked.options.end, asked.as_of, asked.rules)
    return Answer({"as_of": plain(asked.as_of), **plain(notice)}, (notice_told(notice, asked.words),))


def _deadlines(asked: Asked) -> Answer:
    found = deadlines(asked.contract, asked.statement)
    return Answer({"as_of": plain(asked.as_of), "deadlines": plain(found)}, (deadlines_told(found, asked.as_of, asked.words),))


def _outages(asked: Asked) -> Answer:
    found = outage_outlooks(asked.contract, asked.statement, asked.rules)
    return Answer({"as_of": plain(asked.as_of), "outages": plain(found)}, (outages_told(found, asked.as_of, asked.words),))


def _readings(asked: Asked) -> Answer:
    points = silent_points(asked.contract, asked.statement, asked.rules)
    data = [
        {"policy": each.question, "matters": each.matters, "readings": [_reading(one) for one in each.readings]}
        for each in points
    ]
    return Answer({"as_of": plain(asked.as_of), "points": data}, readings_told(points, asked.words))


def _reading(reading: Reading) -> dict[str, Any]:
    total = None if reading.statement is None else plain(reading.statement.totals.total)
    told = {"value": plain(reading.assumption), "chosen": reading.chosen, "total": total, "difference": plain(reading.difference)}
    return {**told, "same": reading.same, "changed": [pointer(each) for each in reading.changed]}


ANSWERS: dict[str, Callable[[Asked], Answer]] = {
    "curve": _curve,
    "by": _by,
    "outages": _outages,
    "deadlines": _deadlines,
    "months": months_answer,
    "readings": _readings,
    "forecast": forecast_answer,
}
