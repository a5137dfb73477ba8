"""The editions of the terms and the rates of tax that are installed with the program."""

import json
from functools import cache

from desktop_app.calculation.terms import Rulebook, tax_rates_from, terms_from
from desktop_app.installation import resource


@cache
def installed_rules() -> Rulebook:
    """Return every edition in `resources/terms` and the rates in `resources/tax`."""
    editions = [terms_from(json.loads(file.read_text("utf-8"))) for file in sorted(resource("terms").glob("*.json"))]
    rates = json.loads(resource("tax", "consumption-tax.json").read_text("utf-8"))
    return Rulebook({each.edition: each for each in editions}, tax_rates_from(rates))
