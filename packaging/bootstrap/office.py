"""LibreOffice, with which the checks reckon workbooks again: installed where that needs nobody, else only told of."""

import shutil
import sys

from bootstrap import system_packages
from bootstrap.speech import say

PACKAGE = "libreoffice-calc"
PROGRAMS = ("soffice", "libreoffice")


def is_there() -> bool:
    """Whether the tests will find it."""
    return any(map(shutil.which, PROGRAMS))


def install_if_possible() -> None:
    """Have LibreOffice on the machine if root can install it; without it its tests are skipped, and nothing else is."""
    if is_there():
        return
    command, root = system_packages.install_command([PACKAGE]), system_packages.is_root()
    has_apt = sys.platform == "linux" and bool(shutil.which("apt-get"))
    if has_apt and root:
        say(f"Excel の検算に使うパッケージを入れます: {PACKAGE}", f"Installing what reckons workbooks again: {PACKAGE}")
        system_packages.apt_get("update")
        if not system_packages.apt_get(*command[1:]):
            return
    say(
        "LibreOffice がないため、Excel を計算し直すテストは省きます。",
        "Without LibreOffice the tests that reckon workbooks again are skipped.",
        *([" ".join([*([] if root else ["sudo"]), *command])] if has_apt else []),
    )
