"""Which mutant of the calculation holds in this process: the one that MUTANT_UNDER_TEST names when it begins, or `hold` names.

What mutmut makes of a module imports this in place of its own, which looks into the environment at every call.
"""

import inspect
import os
from collections.abc import Callable
from functools import wraps
from typing import Any

MutantDict = dict[str, Callable[..., Any]]
WITHOUT = "_mutmut_orig"
_of_module: dict[str, str] = {}
"""The mutant that holds, by its module; at most one."""


def hold(name: str) -> None:
    """Let one mutant hold from now on, none where the name is none's."""
    module, _, own = name.rpartition(".")
    _of_module.clear()
    _of_module[module] = own


def wrap_in_trampoline(mutants: MutantDict, is_classmethod: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: FBT001, FBT002 - called by what mutmut makes
    """Return the decorator of a function that has mutants: it calls the one that holds, or the function as it is."""

    def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
        module = function.__module__

        def held() -> Callable[..., Any]:
            return mutants.get(_of_module.get(module, WITHOUT)) or mutants[WITHOUT]

        def call(*args: Any, **kwargs: Any) -> Any:
            if is_classmethod:
                return getattr(args[0], held().__name__)(*args[1:], **kwargs)
            return held()(*args, **kwargs)

        def generate(*args: Any, **kwargs: Any) -> Any:
            return (yield from call(*args, **kwargs))

        return wraps(function)(generate if inspect.isgeneratorfunction(function) else call)

    return wrapped


hold(os.environ.get("MUTANT_UNDER_TEST", ""))
