"""Every rule of the calculation changed a little, one change at a time: the tests must notice. What they do not notice is judged.

usage: python -m tests.release.mutation SCRATCH [--jobs N] [--only PART]…

The changes (mutants) are those of mutmut 3.8, which must be installed beside the packages of the development. They stand in a
copy of the tree in SCRATCH, where `tests/release/trial.py` tries one after another. Verdicts are kept there in `verdicts.txt`:
begun again, it tries what has none yet for the function as it is now and what no test noticed; `--only` names parts of the
names of those that it is to try.

Printed are the mutants that no test notices and `SURVIVORS.md` does not judge, each as the beginning of a row of it, and rows of
it that are of no such mutant. Status 1 where there are any, or where fewer than 95 in 100 are noticed.
"""

import argparse
import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PARTS = ("desktop_app", "resources", "tests", "packaging")
CALCULATION = "desktop_app/calculation"
MISSED = "missed"
JUDGED = HERE / "SURVIVORS.md"
AROUND = 32
"""So many characters of a line are shown before and behind a change in it."""


class Mutant(NamedTuple):
    """One change: its name, a number of the function as it is without it, and the file in the copy of the tree."""

    name: str
    function: str
    file: Path


def made(scratch: Path) -> Iterator[Mutant]:
    """Make the copy of the tree with every mutant in it, and yield them."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # noqa: PLC0415 - no part of the project

    for part in PARTS:
        shutil.rmtree(scratch / part, ignore_errors=True)
        shutil.copytree(ROOT / part, scratch / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in sorted((scratch / CALCULATION).rglob("*.py")):
        mutated = mutate_file_contents(str(file), file.read_text("utf-8"))
        file.write_text(mutated.code.replace("mutmut.mutation.trampoline", "tests.release.switch"), "utf-8")
        module = ".".join(file.relative_to(scratch).with_suffix("").parts)
        for name in mutated.mutant_names:
            function = mutated.hash_by_function_name[re.sub(r"__mutmut_\d+$", "", name)]
            yield Mutant(f"{module}.{name}", function, file)


def verdicts(kept: Path) -> dict[tuple[str, ...], str]:
    """Return the last verdict on each mutant that was tried."""
    lines = kept.read_text("utf-8").splitlines() if kept.exists() else []
    return {(name, function): verdict for name, function, verdict, _ in map(str.split, lines)}


def row(mutant: Mutant) -> str:
    """Return how the table of survivors begins a row for a mutant: where, and what becomes of what."""
    nodes = ast.walk(ast.parse(mutant.file.read_text("utf-8")))
    functions = {each.name: each for each in nodes if isinstance(each, ast.FunctionDef)}
    module, _, own = mutant.name.removeprefix("desktop_app.calculation.").rpartition(".")
    was, now = (ast.unparse(functions[each]).splitlines()[1:] for each in (re.sub(r"_\d+$", "_orig", own), own))
    place = re.sub(r"^x[_ǁ]|__mutmut_\d+$", "", own).replace("ǁ", ".")
    return f"| {module}.{place} | {_change(was, now)} | "


def _change(was: list[str], now: list[str]) -> str:
    lines = [line for line in unified_diff(was, now, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]
    gone, come = ("; ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+")
    other = [each for each in SequenceMatcher(None, gone, come, autojunk=False).get_opcodes() if each[0] != "equal"]
    first = max(0, other[0][1] - AROUND)
    last = [max(0, length - end - AROUND) for length, end in ((len(gone), other[-1][2]), (len(come), other[-1][4]))]
    shown = (each[first : len(each) - cut] for each, cut in zip((gone, come), last, strict=True))
    return " → ".join(f"`{each}`".replace("|", "\\|") for each in shown)


def tried(scratch: Path, todo: list[Mutant], jobs: int) -> None:
    """Try mutants in the copy of the tree; their verdicts are kept beside it."""
    with (scratch / "verdicts.txt").open("a", encoding="utf-8") as kept:
        command = [sys.executable, "-m", "tests.release.trial", str(jobs)]
        names = "".join(f"{each.name} {each.function}\n" for each in todo)
        subprocess.run(command, cwd=scratch, input=names, stdout=kept, text=True, check=True)


def main() -> int:
    """Let the mutants be tried, and print what is to be judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scratch", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], metavar="PART")
    chosen = parser.parse_args()
    mutants, kept = list(made(chosen.scratch)), chosen.scratch / "verdicts.txt"
    known = verdicts(kept)
    tried(chosen.scratch, [each for each in mutants if _asked_for(each, known, chosen.only)], chosen.jobs)
    known = verdicts(kept)
    missed = {row(each) for each in mutants if known.get(each[:2]) == MISSED}
    judged = [line for line in JUDGED.read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    unjudged = [each for each in sorted(missed) if not any(line.startswith(each) for line in judged)]
    obsolete = [line for line in judged if not any(line.startswith(each) for each in missed)]
    print("\n".join([*unjudged, *(f"of no mutant: {each}" for each in obsolete)]))
    found = [known[each[:2]] for each in mutants if each[:2] in known]
    noticed = len(found) - found.count(MISSED)
    print(f"{len(mutants):,} mutants, {len(found):,} tried, {noticed:,} noticed, {found.count('time')} of them by their time")
    return int(bool(unjudged or obsolete) or noticed * 100 < len(found) * 95)


def _asked_for(mutant: Mutant, known: dict[tuple[str, ...], str], only: list[str]) -> bool:
    return known.get(mutant[:2], MISSED) == MISSED and (not only or any(part in mutant.name for part in only))


if __name__ == "__main__":
    sys.exit(main())
