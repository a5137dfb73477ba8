"""The main job: the window where there is a screen; else the statement on the terminal and the PDF."""

import os
import subprocess
import sys
from pathlib import Path

from bootstrap import environment, system_packages
from bootstrap.display import child_environment, qt_complaint, wants_window, without_display
from bootstrap.speech import Stop, heading, say

SAMPLE = environment.ROOT / "resources" / "samples" / "mid-term-termination.contract.json"
CALCULATOR = environment.program("contract-calculator")
SUFFIX = ".contract.json"


def run(words: list[str]) -> int:
    """Do the main job with these contract files, or with the sample."""
    files = [existing(word) for word in words] or [SAMPLE]
    window = wants_window(sys.platform, os.environ)
    libraries = window_libraries() if window else []
    system_packages.require(system_packages.missing_venv() + libraries)
    environment.ensure("run")
    if window and screen_answers():
        return open_window(files)
    return max(state_and_print(file) for file in files)


def existing(word: str) -> Path:
    """Return the file that the word names."""
    path = Path(word)
    if not path.is_file():
        raise Stop(f"ファイルが見つかりません: {word}", f"There is no such file: {word}")
    return path.resolve()


def window_libraries() -> list[system_packages.Need]:
    """Return the system libraries that a window on this screen lacks."""
    needs = list(system_packages.OFFSCREEN)
    needs += system_packages.X11 if os.environ.get("DISPLAY") else system_packages.WAYLAND
    return system_packages.missing_libraries(needs)


def screen_answers() -> bool:
    """Whether Qt reaches the screen; if not, say so and why."""
    complaint = qt_complaint(environment.PYTHON, child_environment())
    if complaint:
        say(
            "画面につながりません。画面なしで続けます。",
            "The screen cannot be reached. Going on without it.",
            *complaint,
        )
    return not complaint


def open_window(files: list[Path]) -> int:
    """Open a window for each file and wait until they are closed."""
    names = " ".join(file.name for file in files)
    say(f"ウィンドウを開きます: {names}", f"Opening the window: {names}")
    windows = [subprocess.Popen([CALCULATOR, file], env=child_environment()) for file in files]
    return max(abs(window.wait()) for window in windows)


def state_and_print(file: Path) -> int:
    """Write the statement on the terminal and the PDF into the folder `out`."""
    pdf = environment.ROOT / "out" / f"{file.name.removesuffix(SUFFIX)}.pdf"
    pdf.parent.mkdir(exist_ok=True)
    heading(file.name)
    environ = without_display(child_environment())
    for words, output in ((["evaluate", file], None), (["pdf", file, "-o", pdf], subprocess.DEVNULL)):
        code = subprocess.run([CALCULATOR, *words], env=environ, stdout=output, check=False).returncode
        if code:
            say(f"計算書を作れませんでした: {file}", f"No statement could be made of: {file}")
            return code
    say(f"\nPDF を書きました: {pdf}", f"The PDF is here: {pdf}")
    return 0
