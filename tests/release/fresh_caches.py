"""A plugin of pytest's that forgets, before the tests, what functions kept from an earlier run of them in the same process.

A mutant runs in a copy of a process that has run all tests once: what was kept then is what the program says without it.
"""

import gc
from functools import _lru_cache_wrapper


def pytest_sessionstart() -> None:
    """Empty every cache of a function."""
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper):
            each.cache_clear()
