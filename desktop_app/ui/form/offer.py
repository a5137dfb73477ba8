"""What the editors of a form need from outside."""

from collections.abc import Callable
from typing import NamedTuple


class Offer(NamedTuple):
    """The editions of the terms to choose from, and a way to pick a picture."""

    editions: tuple[str, ...]
    choose_image: Callable[[], bytes | None]
