"""Whether a window can be shown here, and whether Qt starts."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

QT_STARTS = "from PySide6.QtWidgets import QApplication; QApplication([])"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def wants_window(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether somebody sits before a screen: by DISPLAY or WAYLAND_DISPLAY, on Windows and macOS unless CI runs."""
    if platform in {"win32", "darwin"}:
        return not environ.get("CI")
    return any(environ.get(name) for name in DISPLAYS)


def without_display(environ: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which Qt draws off screen, the same on every machine."""
    kept = {name: value for name, value in environ.items() if name not in DISPLAYS}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def qt_complaint(python: Path, environ: Mapping[str, str]) -> list[str]:
    """Return what Qt says when it cannot start in this environment, nothing when it starts."""
    tried = subprocess.run(
        [python, "-c", QT_STARTS], env=dict(environ), capture_output=True, text=True, errors="replace", check=False
    )
    if tried.returncode == 0:
        return []
    lines = [line for line in (tried.stderr or tried.stdout).splitlines() if line.strip()]
    telling = [line for line in lines if "Error:" in line or "connect to display" in line]
    return telling[-1:] or lines[-3:] or [f"exit code {tried.returncode}"]


def child_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment for everything that is started: UTF-8, and nothing that bends Python or pip."""
    bending = {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONWARNINGS", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    kept = {name: value for name, value in environ.items() if name not in bending}
    return {**kept, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace", "PYTHONUNBUFFERED": "1"}
