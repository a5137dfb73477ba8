"""A statement for other programs: writing each format; a quote as a spreadsheet reckoned again and printed by an office suite."""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from subprocess import run
from time import perf_counter

from evaluation import example
from measuring import PROGRAM, Row, kept_compiled, medians, table

from desktop_app.document.assess import assess_content
from desktop_app.report.tables.formats import FORMATS
from desktop_app.storage.rulebook import installed_rules

AS_OF = date(2024, 12, 10)
ALWAYS_RECKON = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def rows(*, quick: bool) -> list[Row]:
    """Return the figures of the formats, and of an office suite where one is installed."""
    return [*_formats(5 if quick else 30), *_office(1 if quick else 5)]


def _formats(rounds: int) -> list[Row]:
    rules, content = installed_rules(), example("01")
    found = assess_content(content, AS_OF, rules)
    acts = {name: lambda made=made: made.content(found, rules, "ja") for name, made in FORMATS.items()}
    taken = medians({"assess": lambda: assess_content(content, AS_OF, rules), **acts}, rounds=rounds)
    goals = {"xlsx": "under 500 ms", "csv": "", "ics": ""}
    return [
        Row(f"new quote as {name}, warm", taken[name], "assessing it", taken[name] / taken["assess"], goals[name])
        for name in FORMATS
    ]


def _office(rounds: int) -> list[Row]:
    """Return a quote as a spreadsheet reckoned again and printed, against the paper; nothing without an office suite."""
    suite = shutil.which("soffice") or shutil.which("libreoffice")
    if suite is None:
        return []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        contract, book, settings = folder / "quote.contract.json", folder / "quote.xlsx", folder / "profile" / "user"
        contract.write_bytes(example("01"))
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(ALWAYS_RECKON, encoding="utf-8")
        rules = installed_rules()
        book.write_bytes(FORMATS["xlsx"].content(assess_content(contract.read_bytes(), AS_OF, rules), rules, "ja"))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        office = [suite, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "out"), str(book)]
        own = [*PROGRAM, "pdf", str(contract), "--as-of", str(AS_OF), "-o", str(folder / "quote.pdf")]
        _seconds(office)  # the first run makes the suite's own files
        _seconds(own)
        taken = medians({"office": lambda: _seconds(office), "own": lambda: _seconds(own)}, rounds=rounds)
    what = "new quote as a spreadsheet: reckoned again and printed, a process"
    return [
        Row("paper of a new quote, a process", taken["own"], "", 1, ""),
        Row(what, taken["office"], "that paper, a process", taken["office"] / taken["own"], "at least 10"),
    ]


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    run(command, check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    with kept_compiled():
        print(table(rows(quick=True)))
