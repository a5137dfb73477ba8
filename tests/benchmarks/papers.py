"""Papers: each kind again and again, a month's run of them, and the same contracts as workbooks printed by an office suite."""

import json
import shutil
import tempfile
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from subprocess import run
from time import perf_counter

from evaluation import EXAMPLES
from measuring import Row, kept_compiled, medians, ran, table
from openpyxl import load_workbook

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
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        cold = _cold(max(1, papers // 20), folder)
        run_of_papers, each = _run(papers, folder)
        return [*_kinds(), *cold, *run_of_papers, *_office(max(2, papers // 10), folder, each)]


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


def _run(papers: int, folder: Path) -> tuple[list[Row], float]:
    """Return a run of quotes against a single one, in time and in memory, which the last ten set stay in, and the time of one."""
    sources = [file.read_bytes() for file in sorted(EXAMPLES.glob("*/contract.json"))]
    files = [folder / f"{number:04d}.contract.json" for number in range(papers)]
    for number, file in enumerate(files):
        file.write_bytes(sources[number % len(sources)])
    words = ["pdf", "--kind", "quote", "--as-of", "2024-12-10", "--out-dir", str(folder / "out")]
    ran(*words, files[0])
    one, all_ = ran(*words, files[0]), ran(*words, *files)
    each = all_.seconds / papers
    held = f"run of {papers} quotes, {all_.mebibytes:.0f} MiB at most"
    rows_ = [
        Row(f"run of {papers} quotes, each", each, "one quote alone", each / one.seconds, "at most 0.5"),
        Row(held, all_.seconds, f"one quote, {one.mebibytes:.0f} MiB", all_.mebibytes / one.mebibytes, ""),
    ]
    return rows_, each


def _office(papers: int, folder: Path, each: float) -> list[Row]:
    """Return a run of an office suite that prints the same quote as a workbook, and as its first sheet alone, against our run."""
    suite = shutil.which("soffice") or shutil.which("libreoffice")
    if suite is None:
        return []
    whole = workbook_bytes(_ended(), installed_rules())
    convert = [suite, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    taken = {}
    for name, book in {"workbooks": whole, "workbooks of one sheet": _first_sheet_of(whole)}.items():
        files = [folder / f"{name}-{number:04d}.xlsx" for number in range(papers)]
        for file in files:
            file.write_bytes(book)
        command = [*convert, "--outdir", str(folder / "office")]
        run([*command, str(files[0])], check=True, capture_output=True)  # the first one makes the suite's own files
        start = perf_counter()
        run([*command, *map(str, files)], check=True, capture_output=True)
        taken[name] = (perf_counter() - start) / papers
    return [
        Row(f"office suite, run of {papers} {name}, each", seconds, "a quote of the run", seconds / each, "at least 8")
        for name, seconds in taken.items()
    ]


def _first_sheet_of(book: bytes) -> bytes:
    found, file = load_workbook(BytesIO(book)), BytesIO()
    for sheet in found.worksheets[1:]:
        found.remove(sheet)
    found.save(file)
    return file.getvalue()


if __name__ == "__main__":
    with kept_compiled():
        print(table(rows(papers=100)))
