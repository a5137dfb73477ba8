"""The scripts as somebody meets them: an old Python, a wrong word, a terminal without Japanese, never a traceback."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import go
import pytest

ROOT = Path(__file__).resolve().parents[2]
GO = ROOT / "packaging" / "go.py"
SCRIPTS = [GO, *sorted((ROOT / "packaging" / "bootstrap").glob("*.py"))]


def start(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run go.py the way a person does."""
    return subprocess.run([sys.executable, GO, *words], capture_output=True, env={**os.environ, **environ}, check=False)


def imported(script: Path) -> set[str]:
    """Return the top-level names that a script imports."""
    nodes = list(ast.walk(ast.parse(script.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.split(".")[0] for name in plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom)}}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_need_the_standard_library_alone(script):
    """On a fresh machine there is nothing else."""
    assert imported(script) <= sys.stdlib_module_names | {"bootstrap"}


def test_the_first_script_can_be_read_by_python_3_6():
    """An old Python has to get as far as the message."""
    ast.parse(GO.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_folder_is_no_package():
    """With an `__init__.py` it would hide the library that is also called packaging."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize(
    ("version", "old"),
    [((3, 6, 15), True), ((3, 10, 14), True), ((3, 11, 0), False), ((3, 13, 0), False), ((4, 0, 0), False)],
)
def test_python_3_11_is_the_oldest(version, old):
    """Only the first two numbers count."""
    assert go.too_old(version) is old


def test_an_old_python_is_told_which_one_is_needed(capsys, monkeypatch, tmp_path):
    """In both languages, with the version that was found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert go.refuse((3, 8, 18), ["packaging/go.py", "run"]) == 1
    said = capsys.readouterr().err
    assert "Python 3.11 以上が必要です。いまの Python は 3.8.18 です。" in said
    assert "Python 3.11 or newer is needed; this one is 3.8.18." in said
    assert "Please install Python 3.11 or newer" in said


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for a newer Python is a shell script")
def test_an_old_python_names_a_newer_one_that_is_there(capsys, monkeypatch, tmp_path):
    """One that is there but does not start is passed over."""
    for name, code in (("python3.13", 127), ("python3.12", 0), ("python3.11", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    go.refuse((3, 10, 2), ["packaging/go.py", "check"])
    assert "Please run:  python3.12 packaging/go.py check" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 0, "go.py run"),
        (["help"], 0, "go.py check"),
        (["--help"], 0, "go.py pin"),
        (["jump"], 2, "There is no word 'jump'."),
        (["run", "no-such.contract.json"], 1, "There is no such file: no-such.contract.json"),
        (["check", "quickly"], 1, "No word comes after check."),
        (["pin", "--faster"], 1, "The only word after pin is --upgrade."),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp932"])
def test_words_are_answered_without_a_traceback(words, code, said, encoding):
    """Wherever Japanese cannot be written, English is alone."""
    done = start(*words, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    printed = (done.stdout + done.stderr).decode(encoding)
    assert done.returncode == code
    assert said in printed
    assert "Traceback" not in printed
    assert printed.isascii() is (encoding == "ascii")
