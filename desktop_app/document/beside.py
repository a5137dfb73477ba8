"""A variant of a contract, and what stands beside the draft that is worked on: the other variants, and its place among them."""

from typing import NamedTuple

from desktop_app.document.draft import Draft


class Variant(NamedTuple):
    """A draft and what it is called."""

    name: str
    draft: Draft


class Beside(NamedTuple):
    """What a draft is called, its place among all variants, and the others in their order; it is alone without them."""

    name: str = ""
    at: int = 0
    others: tuple[Variant, ...] = ()


ALONE = Beside()
