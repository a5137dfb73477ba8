"""The one way in: run the program, check everything, renew the pins; says on any Python 3 which one is needed."""

import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWER_NAMES = ["python3." + str(minor) for minor in range(15, OLDEST[1] - 1, -1)]
TOO_OLD_JA = "Python 3.11 以上が必要です。いまの Python は {} です。"
TOO_OLD_EN = "Python 3.11 or newer is needed; this one is {}."
TRY_JA = "この機械には {0} があります。次のように実行してください:  {0} {1}"
TRY_EN = "This machine has {0}. Please run:  {0} {1}"
NONE_JA = "Python 3.11 以上を入れて、もう一度実行してください。"
NONE_EN = "Please install Python 3.11 or newer and run this again."
INCOMPLETE_JA = "この Python には標準の部品が足りません: {}。完全な Python 3.11 以上を入れてください。"
INCOMPLETE_EN = "This Python lacks a part of its standard library: {}. Please install a complete Python 3.11 or newer."


def say(japanese, english):
    """Say it in Japanese and English, or in English alone where the terminal cannot write Japanese."""
    try:
        japanese.encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        japanese = ""
    sys.stderr.write("\n".join(line for line in (japanese, english) if line) + "\n")


def too_old(version):
    """Whether this version of Python cannot run the program."""
    return tuple(version[:2]) < OLDEST


def starts(name):
    """Whether a Python of this name is there and runs."""
    path = shutil.which(name)
    return bool(path) and subprocess.call([path, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def refuse(version, words):
    """Say which Python is needed, and how to use one that is already there."""
    told = ".".join(str(part) for part in version[:3])
    say(TOO_OLD_JA.format(told), TOO_OLD_EN.format(told))
    newer = [name for name in NEWER_NAMES if starts(name)][:1]
    if newer:
        say(TRY_JA.format(newer[0], " ".join(words)), TRY_EN.format(newer[0], " ".join(words)))
    else:
        say(NONE_JA, NONE_EN)
    return 1


def main():
    """Look at the Python first, and only then load what needs it."""
    if too_old(sys.version_info):
        return refuse(sys.version_info, sys.argv)
    try:
        from bootstrap.commands import command  # noqa: PLC0415  an older Python could not even read it
    except ImportError as error:
        say(INCOMPLETE_JA.format(error.name), INCOMPLETE_EN.format(error.name))
        return 1
    return command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
