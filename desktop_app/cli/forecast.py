"""`what-if forecast`: counts of months to come as records, and what the contract comes to with them."""

from decimal import Decimal
from pathlib import Path

from desktop_app.calculation.periods import Month
from desktop_app.cli.asked import Answer, Asked, NoAnswerError
from desktop_app.cli.output import identities
from desktop_app.cli.plain_data import plain
from desktop_app.document.assess import assess
from desktop_app.document.draft import Draft
from desktop_app.document.forecast import ForecastError, Growth, Plan, forecast, next_month, with_forecast
from desktop_app.storage.contract_file import save
from desktop_app.wording.told_forecast import Foreseen, forecast_note, forecast_told


def forecast_answer(asked: Asked) -> Answer:
    """Return the records of the forecast; with an output, they are written there as a contract file with the rest."""
    plan = _plan(asked)
    try:
        made = forecast(asked.contract.accounts, plan, forecast_note(plan.growth, plan.change, asked.words))
    except ForecastError as error:
        raise NoAnswerError(asked.words.text(f"cli.error.forecast.{error.cause}", first=str(plan.first))) from None
    changed = with_forecast(asked.draft, made)
    assessment = assess(changed, asked.as_of, asked.rules)
    statement = assessment.statement
    if statement is None:  # more records than a contract can have
        raise NoAnswerError("\n".join(asked.words.problem(each) for each in assessment.problems))
    if asked.options.output is not None:
        _write(asked, changed)
    before, after = asked.statement.totals.total, statement.totals.total
    data = {"base_on": plain(made.base_on), "base": made.base, "accounts": list(made.records), "before": plain(before)}
    told = forecast_told(Foreseen(*made), plan.growth, before.value, after.value, asked.words)
    return Answer({**data, "after": plain(after)}, (told,))


def _plan(asked: Asked) -> Plan:
    first = Month(*asked.options.first) if asked.options.first else next_month(asked.contract.accounts)
    growth, change = _growth(asked.options.growth)
    return Plan(growth, first, first.plus(asked.options.months - 1), change)


def _growth(text: str) -> tuple[Growth, Decimal]:
    if text == "constant":
        return "constant", Decimal(0)
    if text == "last-year":
        return "last_year", Decimal(0)
    return ("percent", Decimal(text[:-1])) if text.endswith("%") else ("added", Decimal(text))


def _write(asked: Asked, changed: Draft) -> None:
    output = Path(asked.options.output)
    if identities(output) & identities(asked.options.file):
        raise NoAnswerError(asked.words.text("cli.error.output_is_input"))
    save(output, changed, asked.options.password)
