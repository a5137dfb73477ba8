"""System libraries that Qt and venv need: which are missing, what they are called here, and installing them."""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from bootstrap.speech import Stop, say


class Need(NamedTuple):
    """A part of the system: the file to look for, and its package's possible names, the newest first."""

    soname: str
    names: tuple[str, ...]


OFFSCREEN = (
    Need("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Need("libGL.so.1", ("libgl1",)),
    Need("libEGL.so.1", ("libegl1",)),
    Need("libdbus-1.so.3", ("libdbus-1-3",)),
    Need("libfontconfig.so.1", ("libfontconfig1",)),
    Need("libxkbcommon.so.0", ("libxkbcommon0",)),
)
X11 = (
    Need("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Need("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Need("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Need("libxcb-shape.so.0", ("libxcb-shape0",)),
    Need("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
)
WAYLAND = (
    Need("libwayland-client.so.0", ("libwayland-client0",)),
    Need("libwayland-cursor.so.0", ("libwayland-cursor0",)),
    Need("libwayland-egl.so.1", ("libwayland-egl1",)),
)


def venv_need(version: tuple[int, int]) -> Need:
    """Return Debian's own package for making virtual environments, which its Python leaves out."""
    return Need("ensurepip", ("python{}.{}-venv".format(*version), "python3-venv"))


def loads(soname: str) -> bool:
    """Whether this machine has the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries(needs: Iterable[Need]) -> list[Need]:
    """Return those that this machine lacks; only Linux leaves them to its owner."""
    return [need for need in needs if not loads(need.soname)] if sys.platform == "linux" else []


def missing_venv() -> list[Need]:
    """Return what this Python lacks to make a virtual environment."""
    return [] if importlib.util.find_spec("ensurepip") else [venv_need(sys.version_info[:2])]


def offered(name: str) -> bool:
    """Whether this release of Debian or Ubuntu has a package of this name."""
    shown = subprocess.run(["apt-cache", "show", "--no-all-versions", name], capture_output=True, text=True, check=False)
    return f"Package: {name}\n" in shown.stdout


def package_names(needs: Iterable[Need], is_offered: Callable[[str], bool]) -> list[str]:
    """Choose for each need the first name that exists here; the plain old name where nothing is known."""
    return [next(filter(is_offered, need.names), need.names[-1]) for need in needs]


def install_command(names: Iterable[str]) -> list[str]:
    """Return the command that installs them and nothing beside."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *names]


def is_root() -> bool:
    """Whether this user may install."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def require(needs: list[Need]) -> None:
    """Have these on the machine: install them as root, or else stop and say what to type."""
    if not needs:
        return
    if not shutil.which("apt-get"):
        raise Stop(
            "足りないものがあります。この機械のパッケージ管理で入れてから、もう一度実行してください:",
            "Something is missing. Please install it with this system's package tool and run this again:",
            *(need.soname for need in needs),
        )
    if not is_root():
        raise ask_for(package_names(needs, offered))
    apt_get("update")
    names = package_names(needs, offered)
    say(f"足りないパッケージを入れます: {' '.join(names)}", f"Installing missing packages: {' '.join(names)}")
    if apt_get(*install_command(names)[1:]):
        raise ask_for(names)


def ask_for(names: list[str]) -> Stop:
    """Return the plain words for somebody who has to install them by hand."""
    sudo = [] if is_root() else ["sudo"]
    return Stop(
        "足りないシステムパッケージがあります。次のコマンドで入れてから、もう一度実行してください:",
        "System packages are missing. Please install them with these commands and run this again:",
        shlex.join([*sudo, "apt-get", "update"]),
        shlex.join([*sudo, *install_command(names)]),
    )


def apt_get(*words: str) -> int:
    """Run apt-get without questions, and show what it said when it fails."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", *words], env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        print(*done.stdout.splitlines()[-5:], sep="\n", flush=True)
    return done.returncode
