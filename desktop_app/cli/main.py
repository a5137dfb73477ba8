"""From the words on the command line to an exit status; whatever happens, a sentence and never a traceback."""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from desktop_app.cli.output import FAILED, INTERRUPTED, Outcome, emit, failed, make_streams_safe
from desktop_app.cli.parser import UsageError, language_of, parsed
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import wording


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit status (0 done, 1 invalid contract, 2 wrong words or files)."""
    make_streams_safe()
    try:
        return emit(_outcome(arguments))
    except BrokenPipeError:
        _close_quietly()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _outcome(arguments: Sequence[str]) -> Outcome:
    words = wording(language_of(arguments))
    try:
        return _run(parsed(arguments))
    except UsageError as error:
        return Outcome(FAILED, errors=str(error))
    except StorageError as error:
        return failed(error, words)
    except MemoryError:
        return Outcome(FAILED, errors=words.text("cli.error.memory"))
    except BrokenPipeError:
        raise
    except Exception as error:
        logging.getLogger(__name__).debug("unexpected", exc_info=True)
        return Outcome(FAILED, errors=words.text("cli.error.unexpected", kind=type(error).__name__))


def _run(options: Namespace) -> Outcome:
    """Run a command from the module of its name, loaded only now: a short one must not wait for the imports of a long one."""
    outcome: Outcome = import_module(f"desktop_app.cli.{options.command}").run(options)
    return outcome


def _close_quietly() -> None:
    """Let the interpreter's own last flush go nowhere: whoever read our output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
