"""Renewing the pins: exact versions and hashes of everything, and no address of where they come from."""

import os
import subprocess

from bootstrap import environment, system_packages
from bootstrap.display import child_environment
from bootstrap.speech import Stop, say

OPTIONS = (
    "--quiet", "--generate-hashes", "--strip-extras", "--allow-unsafe", "--no-emit-index-url", "--no-emit-find-links",
    "--no-emit-trusted-host", "--no-emit-options",
)  # fmt: skip
FOLDER = "packaging/requirements"
PLANS = {
    "run": ("pyproject.toml", f"{FOLDER}/run.in"),
    "check": ("--extra", "dev", "-c", f"{FOLDER}/run.txt", "pyproject.toml", f"{FOLDER}/run.in", f"{FOLDER}/check.in"),
}


def pin(words: list[str]) -> int:
    """Write run.txt, then check.txt with the same versions; with --upgrade the newest that pyproject.toml allows."""
    if set(words) - {"--upgrade"}:
        raise Stop("pin に付けられるのは --upgrade だけです。", "The only word after pin is --upgrade.")
    system_packages.require(system_packages.missing_venv())
    environment.ensure("check")
    for name, plan in PLANS.items():
        say(f"版を調べています: {name}.txt", f"Looking up versions: {name}.txt")
        compile_pins(name, [*words, *plan])
    return 0


def compile_pins(name: str, plan: list[str]) -> None:
    """Have pip-compile write one file of pins."""
    command = [environment.PYTHON, "-m", "piptools", "compile", *OPTIONS, "-o", f"{FOLDER}/{name}.txt", *plan]
    done = subprocess.run(command, cwd=environment.ROOT, env=public_environment(), check=False)
    if done.returncode:
        raise Stop("版を決められませんでした。上の出力を見てください。", "The versions could not be settled; see above.")


def public_environment() -> dict[str, str]:
    """Return an environment in which pip knows no package but the public ones, whatever this machine is set to."""
    kept = {key: value for key, value in child_environment().items() if key not in {"PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"}}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "CUSTOM_COMPILE_COMMAND": "python3 packaging/go.py pin"}
