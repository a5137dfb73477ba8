"""The contract inside a paper: the file that brings everything back when the paper is opened, without what stays in the house."""

from typing import Any

from msgspec import json

from desktop_app.document.digest import digest_of
from desktop_app.document.draft import Draft

FILE_NAME = "contract.json"
MIME_TYPE = "application/json"


def enclosed_contract(draft: Draft) -> str:
    """Return the contract file that is put into a paper: the draft without its memo, with a digest of its own."""
    shown = _without_memo(draft)
    return f"{json.format(json.encode({**shown, 'digest': digest_of(shown)}), indent=2).decode()}\n"


def _without_memo(draft: Draft) -> Draft:
    quote = draft.get("quote")
    if not isinstance(quote, dict):
        return dict(draft)
    kept: dict[str, Any] = {name: value for name, value in quote.items() if name != "memo"}
    return {**draft, "quote": kept}
