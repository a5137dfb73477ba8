"""Parts of a picture: each is made anew only when what it is made from is no longer the same."""

from collections.abc import Callable
from typing import Any, TypeVar

Part = TypeVar("Part")


class KeptParts:
    """Holds the parts of the picture that was made last."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any]] = {}

    def part(self, name: str, made_from: object, make: Callable[[], Part]) -> Part:
        """Return the part of a name; the very one of the last time where it is made from the same."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != made_from:
            kept = self._kept[name] = (made_from, make())
        part: Part = kept[1]
        return part
