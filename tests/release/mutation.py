"""Every rule of the calculation changed a little, one at a time: the tests must notice. What they did not notice is printed.

usage: python -m tests.release.mutation SCRATCH [--mutmut COMMAND] [--children N] [names of mutants]

The work is done in a copy of the tree in SCRATCH, by mutmut 3.8, which must be installed for this Python or in an environment of
its own beside the packages of the development. Begun again with the same SCRATCH, it goes on where it was stopped.
Names may hold `*`; `desktop_app.calculation.clauses.settlement.*` is one clause. What came of it last stands in
`tests/release/RESULTS.md`.
"""

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ("desktop_app", "resources", "tests", "packaging", "pyproject.toml")
PYTEST = """[pytest]
addopts = -p tests.release.fresh_caches --import-mode=importlib -p no:pytest-qt -p no:xdist -p no:pytest_cov -p no:cacheprovider
filterwarnings = error
"""
SURVIVED, NOT_RUN = 0, (5, 33)


def copied(scratch: Path) -> None:
    """Bring the copy of the tree up to date; what was found in it before is kept."""
    scratch.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source, target = ROOT / part, scratch / part
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    (scratch / "mutation.ini").write_text(PYTEST, "utf-8")


def verdicts(scratch: Path) -> Iterator[tuple[Path, str, int | None]]:
    """Yield the file, the name and the verdict of each mutant."""
    for meta in sorted((scratch / "mutants").rglob("*.meta")):
        for name, verdict in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
            yield meta.with_suffix(""), name, verdict


def difference(file: Path, name: str) -> list[str]:
    """Return the lines of a function that a mutant changes, and what it makes of them."""
    tree = ast.parse(file.read_text("utf-8"))
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    own = name.rpartition(".")[2]
    both = [functions.get(each) for each in (re.sub(r"_\d+$", "_orig", own), own)]
    was, now = ([] if each is None else ast.unparse(each).splitlines()[1:] for each in both)
    return [line for line in unified_diff(was, now, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]


def main() -> int:
    """Let the mutants be tried, print those that no test noticed, and return whether fewer than 95 in 100 were noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scratch", type=Path)
    parser.add_argument("--mutmut", default="mutmut")
    parser.add_argument("--children", type=int, default=1)
    parser.add_argument("names", nargs="*")
    chosen = parser.parse_args()
    copied(chosen.scratch)
    command = [chosen.mutmut, "run", "--max-children", str(chosen.children), *chosen.names]
    subprocess.run(command, cwd=chosen.scratch, check=True)
    found = [each for each in verdicts(chosen.scratch) if each[2] is not None]
    missed = [(file, name) for file, name, verdict in found if verdict in (SURVIVED, *NOT_RUN)]
    for file, name in missed:
        print(name, *difference(file, name), sep="\n  ")
    print(f"{len(found):,} mutants, {len(found) - len(missed):,} noticed, {len(missed):,} not")
    return int(len(missed) * 20 > len(found))


if __name__ == "__main__":
    sys.exit(main())
