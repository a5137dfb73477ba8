"""Papers: each kind again and again, a month's run of them, and the same contracts as workbooks printed by an office suite."""

import json
import shutil
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from subprocess import run
from time import perf_counter

from evaluation import EXAMPLES
from measuring import Row, kept_compiled, medians, ran, table

from desktop_app.document.assess import Assessment, assess
from desktop_app.report.paper_kinds import KINDS
from desktop_app.report.payload import Options
from desktop_app.report.pdf import pdf_bytes
from desktop_app.report.tables.workbook import workbook_bytes
from desktop_app.storage.rulebook import installed_rules

MOST_TIMES = "at most 5"
ENDED = next(EXAMPLES.glob("02-*/contract.json"))
"""A contract that has every kind of paper: it ends early and had an outage."""


def rows(*, papers: int) -> list[Row]:
    """Return the figures of the kinds of papers, of a run of so many, and of an office suite where one is installed."""
    with tempfile.TemporaryDirectory() as folder:
        cold = _cold(max(1, papers // 20), Path(folder))
        return [*_kinds(), *cold, *_run(papers, Path(folder)), *_office(max(2, papers // 10), Path(folder))]


def _as_of() -> date:
    return date.fromisoformat(json.loads(ENDED.with_name("expected.json").read_bytes())["as_of"])


def _ended() -> Assessment:
    return assess(json.loads(ENDED.read_bytes()), _as_of(), installed_rules())


def _kinds() -> list[Row]:
    found, options = _ended(), Options(installed_rules())
    acts = {kind: partial(pdf_bytes, found, "ja", kind, options) for kind in KINDS}
    taken = medians(acts, rounds=15)
    floor = taken["summary"]
    return [Row(f"paper {kind}, warm", taken[kind], "the summary", taken[kind] / floor, MOST_TIMES) for kind in KINDS]


def _cold(rounds: int, folder: Path) -> list[Row]:
    """Return the figures of each kind made by a program that is started for it, against its statement on the terminal."""
    given = [ENDED, "--as-of", str(_as_of())]
    acts = {kind: partial(ran, "pdf", "--kind", kind, "-o", folder / f"{kind}.pdf", *given) for kind in KINDS}
    taken = medians({"evaluate": partial(ran, "evaluate", *given), **acts}, rounds=rounds)
    return [Row(f"paper {kind}, cold", taken[kind], "evaluate, cold", taken[kind] / taken["evaluate"], "") for kind in KINDS]


def _run(papers: int, folder: Path) -> list[Row]:
    """Return a run of papers against a single one, in time and in memory, which the last ten papers that were set stay in."""
    sources = [file.read_bytes() for file in sorted(EXAMPLES.glob("*/contract.json"))]
    files = [folder / f"{number:04d}.contract.json" for number in range(papers)]
    for number, file in enumerate(files):
        file.write_bytes(sources[number % len(sources)])
    words = ["pdf", "--kind", "charges", "--as-of", "2024-12-10", "--out-dir", str(folder / "out")]
    ran(*words, files[0])
    one, all_ = ran(*words, files[0]), ran(*words, *files)
    each = all_.seconds / papers
    held = f"run of {papers} papers, {all_.mebibytes:.0f} MiB at most"
    return [
        Row(f"run of {papers} papers, a paper", each, "one paper alone", each / one.seconds, "at most 0.5"),
        Row(held, all_.seconds, f"one paper, {one.mebibytes:.0f} MiB", all_.mebibytes / one.mebibytes, ""),
    ]


def _office(papers: int, folder: Path) -> list[Row]:
    """Return a paper as the run makes it against the same contract as a workbook turned into a PDF; nothing without the suite."""
    suite = shutil.which("soffice") or shutil.which("libreoffice")
    if suite is None:
        return []
    book = workbook_bytes(_ended(), installed_rules())
    books = [folder / f"{number:04d}.xlsx" for number in range(papers)]
    for each in books:
        each.write_bytes(book)
    convert = [suite, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    start = perf_counter()
    run([*convert, "--outdir", str(folder / "office"), *map(str, books)], check=True, capture_output=True)
    taken = (perf_counter() - start) / papers
    acts = {"paper": partial(pdf_bytes, _ended(), "ja", "charges", Options(installed_rules()))}
    own = medians(acts, rounds=5)["paper"]
    return [Row(f"office suite, a workbook of {papers}", taken, "a paper, warm", taken / own, "")]


if __name__ == "__main__":
    with kept_compiled():
        print(table(rows(papers=100)))
