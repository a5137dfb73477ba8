"""The catalogs of the command line: every text is asked for, and argparse is answered in its own words."""

import argparse
import inspect
import re
from pathlib import Path

from desktop_app import __main__
from desktop_app.cli.names import COMMANDS
from desktop_app.report.text import MONTH_COLUMNS
from tests.wording.catalog_files import LANGUAGES, texts

PROGRAM = Path(__file__).parents[2] / "desktop_app"
FORECAST_REFUSALS = ("no_months", "too_many_months", "no_records", "recorded", "no_year_before", "out_of_range")
PUT_TOGETHER = {
    *(f"cli.help.{command}" for command in COMMANDS),
    "cli.help.output_pdf",
    "cli.help.output_batch",
    *(f"cli.verify.{said}.{each}" for said in ("same", "other") for each in ("contract", "day", "rules")),
    "cli.verify.other.attachment",
    *(f"cli.verify.code.{reason}" for reason in ("characters", "length", "check", "version", "day", "not_in_paper")),
    *(f"cli.text.column.{name}" for name in MONTH_COLUMNS),
    *(f"cli.error.forecast.{cause}" for cause in FORECAST_REFUSALS),
    *(f"cli.self_check.{part}" for part in ("periods", "examples")),
}
"""Keys that the program makes from a name."""


def test_every_text_is_asked_for_and_every_key_has_one() -> None:
    """None lies there for nothing, none is missing."""
    sources = [*(PROGRAM / "cli").rglob("*.py"), PROGRAM / "report" / "text.py", Path(inspect.getfile(__main__))]
    written = {key for file in sources for key in re.findall(r"""["'](cli\.[a-z_.]+)["']""", file.read_text("utf-8"))}
    assert written | PUT_TOGETHER == set(texts("ja", "cli"))


def test_what_argparse_says_is_translated_sentence_by_sentence() -> None:
    """Its own sentences are the keys: one that it no longer says would be left in English."""
    said = inspect.getsource(argparse)
    for language in LANGUAGES:
        for key, (text,) in texts(language, "argparse").items():
            assert key in said
            assert re.findall(r"%(?:\(\w+\))?[rs]", text) == re.findall(r"%(?:\(\w+\))?[rs]", key)
