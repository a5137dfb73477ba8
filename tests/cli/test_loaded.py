"""What a command loads: only what it needs, for loading is most of the time that a short command takes."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.names import COMMANDS
from tests.architecture.product_source import ROOT

EXAMPLE = ROOT / "resources" / "self_check" / "worked_examples" / "02-terminated-mid-term" / "contract.json"
PROGRAM = """
import sys
from desktop_app.__main__ import main
status = main(sys.argv[1:])
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(status)
"""
MODELS = {"pydantic_core", "desktop_app.calculation.contract", "desktop_app.calculation.evaluate", "desktop_app.document.assess"}
"""What a contract is read by and reckoned with."""
NEVER = {
    "Crypto",
    "PySide6",
    "asyncio",
    "concurrent.futures",
    "desktop_app.document.salvage",
    "difflib",
    "email",
    "icalendar",
    "importlib.metadata",
    "jpholiday",
    "logging",
    "multiprocessing",
    "openpyxl",
    "platformdirs",
    "pydantic",
    "pypdf",
    "pypdfium2",
    "pyrage",
    "socket",
    "xlsxwriter",
}
"""What no command on one valid contract needs; some cost as much as all the rest together."""
OF_PAPERS = {"typst", "desktop_app.report.payload", "desktop_app.report.result_code", "noto_cjk_sans_jp_bold"}
CASES: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "--help": (("--help",), MODELS | OF_PAPERS),
    "evaluate --help": (("evaluate", "--help"), MODELS | OF_PAPERS),
    "--version": (("--version",), MODELS | OF_PAPERS),
    "a wrong word": (("evaluate", "--wrong"), MODELS | OF_PAPERS),
    "check": (("check", str(EXAMPLE)), OF_PAPERS),
    "evaluate": (("evaluate", str(EXAMPLE)), OF_PAPERS),
    "evaluate as data": (("evaluate", str(EXAMPLE), "--format", "json"), OF_PAPERS),
    "explain": (("explain", str(EXAMPLE), "totals.total"), OF_PAPERS - {"desktop_app.report.payload"}),
    "pdf": (("pdf", str(EXAMPLE), "-o", "OUT.pdf", "--as-of", "2024-12-10"), set()),
}


def loaded_by(words: tuple[str, ...], folder: Path) -> set[str]:
    """Return the modules that are loaded when a command has ended."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == (2 if "--wrong" in words else 0), done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("case", CASES)
def test_a_command_loads_only_what_it_needs(tmp_path: Path, case: str) -> None:
    """Neither what other commands are made with nor what libraries bring along for occasions that never come."""
    words, unneeded = CASES[case]
    loaded = loaded_by(words, tmp_path)
    assert "desktop_app.cli.parser" in loaded
    assert loaded & (NEVER | unneeded) == set()


def test_only_the_module_of_the_command_is_loaded(tmp_path: Path) -> None:
    """The others are imported when they are run."""
    loaded = loaded_by(CASES["evaluate"][0], tmp_path)
    assert {name for name in COMMANDS if f"desktop_app.cli.{name.replace('-', '_')}" in loaded} == {"evaluate"}


@pytest.mark.parametrize(
    "module",
    [
        "desktop_app.wording.reasons",
        "desktop_app.storage.contract_file",
        "desktop_app.document.history",
        "desktop_app.cli.output",
    ],
)
def test_words_files_and_drafts_are_there_before_the_models(tmp_path: Path, module: str) -> None:
    """The window shows itself before a contract is read."""
    program = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert module in loaded
    assert loaded & (NEVER | MODELS | OF_PAPERS) == set()
