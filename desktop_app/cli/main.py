"""From the words on the command line to an exit status; whatever happens, a sentence and never a traceback."""

from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module

from desktop_app.cli.output import (
    DONE,
    FAILED,
    Outcome,
    StandardInputError,
    StandardOutputError,
    emit,
    file_failure,
    silence_output,
)
from desktop_app.cli.parser import ToldError, UsageError, language_of, parsed
from desktop_app.cli.streams import make_streams_safe
from desktop_app.document.panics import kind_of, panics_told
from desktop_app.storage.failure import StorageError
from desktop_app.wording.wording import Wording, wording


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit status (0 done, 1 invalid contract, 2 wrong words or files)."""
    make_streams_safe()
    words = wording(language_of(arguments))
    try:
        return emit(_outcome(arguments, words))
    except BrokenPipeError:
        silence_output()
        return FAILED
    except StandardOutputError:
        silence_output()
        return emit(Outcome(FAILED, errors=words.text("cli.error.output")))


def _outcome(arguments: Sequence[str], words: Wording) -> Outcome:
    try:
        with panics_told():
            return _run(parsed(arguments))
    except ToldError as told:
        return Outcome(DONE, str(told))
    except (BrokenPipeError, StandardOutputError):
        raise
    except Exception as error:  # noqa: BLE001 - also the panics of libraries that are not written in Python
        return Outcome(FAILED, errors=_sentence(error, words))


def _run(options: Namespace) -> Outcome:
    """Run a command from the module of its name, loaded only now: a short one must not wait for the imports of a long one."""
    outcome: Outcome = import_module(f"desktop_app.cli.{options.command.replace('-', '_')}").run(options)
    return outcome


def _sentence(error: Exception, words: Wording) -> str:
    match error:
        case UsageError():
            return str(error)
        case StorageError():
            return file_failure(error, words)
        case StandardInputError():
            return words.text("cli.error.input")
        case MemoryError():
            return words.text("cli.error.memory")
    from desktop_app.storage.log import log_for_support  # noqa: PLC0415 - it takes a while, and this is rare

    log_for_support(error)
    return words.text("cli.error.unexpected", kind=kind_of(error))
