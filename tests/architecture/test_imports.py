"""Imports go down only, the calculation is pure, Qt stays in the window, and nothing talks to a network."""

import os
import subprocess
import sys
import tomllib

import pytest

from tests.architecture.product_source import PACKAGE, ROOT, Module, imported_by, modules, modules_in

HEADLESS = ("calculation", "document", "wording", "storage", "report", "cli", "installation")
QT_THAT_IS_FREE = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport"}
"""The parts of Qt that the product may use: all of them under the LGPL (charts and data visualization are not)."""
NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "websockets",
    "wsgiref",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtHttpServer",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
}

WITHOUT_QT = """
import sys
from importlib import import_module


class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} is not here")


sys.meta_path.insert(0, NoQt())
"""


def test_the_layers_hold() -> None:
    """Every contract of import-linter is kept; a package that none of them knows breaks the first."""
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_layers_name_every_package() -> None:
    """All but the window and the door are kept from Qt, so that none can be forgotten."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (only_the_window,) = [each for each in settings["contracts"] if each["name"] == "Only the window knows Qt"]
    parts = {path.stem for path in PACKAGE.iterdir() if (path / "__init__.py").exists() or path.suffix == ".py"}
    kept_from_qt = {f"desktop_app.{part}" for part in parts - {"ui", "__main__", "__init__"}}
    assert set(only_the_window["source_modules"]) == kept_from_qt
    assert {f"desktop_app.{part}" for part in HEADLESS} == kept_from_qt


def test_every_module_but_the_windows_can_be_imported_without_qt() -> None:
    """In a process in which Qt cannot be found."""
    names = [each.name for each in modules_in(*(f"desktop_app.{part}" for part in HEADLESS))]
    names.append("desktop_app.__main__")
    program = f"{WITHOUT_QT}\nfor name in {names!r}:\n    import_module(name)\nprint(len({names!r}))"
    assert _run(program).strip() == str(len(names))


@pytest.mark.parametrize("command", ["evaluate", "check", "explain"])
def test_the_command_line_works_without_qt(command: str) -> None:
    """From its door to the statement."""
    file = ROOT / "resources" / "self_check" / "worked_examples" / "02-terminated-mid-term" / "contract.json"
    words = [command, str(file), *(["--as-of", "2024-12-10"] if command == "evaluate" else [])]
    if command == "explain":
        words = ["explain", str(file), "settlement.amount", "--as-of", "2024-12-10"]
    door = "from desktop_app.__main__ import main"
    program = f"{WITHOUT_QT}\n{door}\ncode = main({words!r})\nassert 'PySide6' not in sys.modules\nsys.exit(code)"
    said = _run(program)
    assert command == "check" or "1,248,516" in said


def _run(program: str) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("module", modules(), ids=lambda each: each.name)
def test_nothing_talks_to_a_network(module: Module) -> None:
    """A quotation is made at the customer's desk, and no contract leaves the machine."""
    names = imported_by(module)
    assert {name for name in names for banned in NETWORK if name == banned or name.startswith(f"{banned}.")} == set()


@pytest.mark.parametrize("module", modules(), ids=lambda each: each.name)
def test_only_the_window_names_qt_and_only_its_free_parts(module: Module) -> None:
    """Some parts of Qt come under the GPL alone."""
    qt = {name.split(".")[1] for name in imported_by(module) if name.startswith("PySide6.")}
    assert qt <= (QT_THAT_IS_FREE if module.is_in("desktop_app.ui") else set())
    assert "PySide6" not in imported_by(module) or module.is_in("desktop_app.ui")


def test_the_window_does_use_qt() -> None:
    """So that the test above looks at something."""
    assert any("PySide6.QtWidgets" in imported_by(module) for module in modules_in("desktop_app.ui"))


def test_the_calculation_needs_three_libraries_at_most() -> None:
    """Beside the standard library and itself; each of them earns its place."""
    names = {name.partition(".")[0] for module in modules_in("desktop_app.calculation") for name in imported_by(module)}
    third_parties = names - sys.stdlib_module_names - {"desktop_app"}
    assert third_parties <= {"pydantic_core", "dateutil", "idna", "msgspec"}
