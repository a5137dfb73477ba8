"""A password as it opens files: the same however its letters were composed, and never shown."""

from unicodedata import normalize

MOST_BYTES, MOST_PAPER_BYTES = 1024, 127
"""Of a password in UTF-8; the second is what a PDF takes."""
SHORT = 8
"""Letters below which a password is soon found by trying."""


class Password:
    """A password that was typed or read; neither a log nor a trace shows what it is."""

    __slots__ = ("_typed",)

    def __init__(self, typed: str) -> None:
        self._typed = typed

    @property
    def plain(self) -> str:
        """The letters, composed the way that keyboards compose them: systems differ in how they hand them over."""
        return normalize("NFC", self._typed)

    @property
    def for_paper(self) -> str:
        """The letters the way that readers of PDF take them, full-width ones as narrow ones."""
        return normalize("NFKC", self._typed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Password) and other.plain == self.plain

    def __hash__(self) -> int:
        return hash(self.plain)

    def __repr__(self) -> str:
        return "Password()"


def is_fit(password: Password, *, for_paper: bool = False) -> bool:
    """Return whether a contract file, or a paper, can have a password: it is not empty, not too long, and made of characters."""
    letters, most = (password.for_paper, MOST_PAPER_BYTES) if for_paper else (password.plain, MOST_BYTES)
    try:
        return 0 < len(letters.encode("utf-8")) <= most
    except UnicodeEncodeError:  # half of a character
        return False
