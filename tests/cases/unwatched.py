"""Code that is run by the million: nobody counts its lines, which would take longer than the code, or looks for its cycles."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unwatched() -> Iterator[None]:
    """Let some code run without a tracer and without the collector of cycles; its lines are counted where fewer tests run it."""
    tracer = sys.gettrace()
    sys.settrace(None)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.settrace(tracer)
