"""The frozen program and its installer for this system, in the folder `dist`."""

import sys

from bootstrap import environment, system_packages
from bootstrap.display import child_environment, without_display
from bootstrap.programs import follow
from bootstrap.speech import Stop, say

DIST = environment.ROOT / "dist"


def build(words: list[str]) -> int:
    """Build for the system that this runs on; nothing can be built for another."""
    if words:
        raise Stop("build の後に言葉は要りません。", "No word comes after build.")
    if sys.platform not in {"linux", "win32", "darwin"}:
        raise Stop(f"{sys.platform} 用には作れません。", f"Nothing can be built for {sys.platform}.")
    libraries = system_packages.missing_libraries((*system_packages.OFFSCREEN, *system_packages.X11))
    system_packages.require(system_packages.missing_venv() + libraries)
    environment.ensure("check")
    environ = {**without_display(child_environment()), "PYTHONPATH": str(environment.ROOT / "packaging")}
    done = follow([environment.PYTHON, "-m", "shipping", DIST], environ, environment.ROOT)
    if done.code:
        raise Stop("作れませんでした。上の出力を見てください。", "It could not be built; see above.")
    say(f"できました: {DIST}", f"Done: {DIST}")
    return 0
