"""The words that `go.py` understands, and what becomes of whatever goes wrong."""

import sys
import tempfile
import traceback
from pathlib import Path

from bootstrap.build import build
from bootstrap.check import check
from bootstrap.pin import pin
from bootstrap.run import run
from bootstrap.speech import Stop, prepare_terminal, say, say_stop

COMMANDS = {"run": run, "check": check, "build": build, "pin": pin}
HELP_JA = """使い方
  python3 packaging/go.py run [契約ファイル ...]  画面があればウィンドウを開き、なければ見本の計算書と PDF を作ります
  python3 packaging/go.py check                   すべての検査とテストを行います
  python3 packaging/go.py build                   この機械のシステム用に、インストールするプログラムを dist に作ります
  python3 packaging/go.py pin [--upgrade]         部品の版の記録を作り直します
  Windows では python3 の代わりに py と書きます
"""
HELP_EN = """Usage
  python3 packaging/go.py run [CONTRACT ...]  opens the window; without a screen, makes a sample's statement and PDF
  python3 packaging/go.py check               makes all checks and tests
  python3 packaging/go.py build               builds the program and its installer for this system, into dist
  python3 packaging/go.py pin [--upgrade]     renews the record of pinned versions
  On Windows, write py instead of python3
"""


def command(words: list[str]) -> int:
    """Do what the first word says; whatever goes wrong is said in plain words."""
    prepare_terminal()
    if not words or words[0] in {"help", "-h", "--help"}:
        say(HELP_JA, HELP_EN)
        return 0
    if words[0] not in COMMANDS:
        say(
            f"「{words[0]}」は分かりません。\n\n{HELP_JA}",
            f"There is no word {words[0]!r}.\n\n{HELP_EN}",
            stream=sys.stderr,
        )
        return 2
    try:
        return COMMANDS[words[0]](words[1:])
    except Stop as stop:
        say_stop(stop)
    except KeyboardInterrupt:
        say("中断しました。", "Stopped.", stream=sys.stderr)
        return 130
    except OSError as error:
        say_stop(Stop("ファイルかプログラムを扱えませんでした:", "A file or program could not be used:", str(error)))
    except Exception as error:  # noqa: BLE001  a person at the terminal gets words; the trace goes into a file
        say_stop(unexpected(error))
    return 1


def unexpected(error: Exception) -> Stop:
    """Write down where it happened, and say where that is."""
    with tempfile.NamedTemporaryFile("w", prefix="contract-calculator-", suffix=".txt", delete=False, encoding="utf-8") as log:
        traceback.print_exception(error, file=log)
    return Stop(
        "思いがけない問題が起きました。詳しい記録:",
        "Something unexpected happened. The details are in:",
        str(Path(log.name)),
    )
