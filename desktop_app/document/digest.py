"""The digest of a contract file: tells a file that was changed outside the program, or damaged, from a whole one."""

import json
from hashlib import sha256
from typing import Any

from desktop_app.document.draft import Draft


def digest_of(draft: Draft) -> str:
    """Return the digest of everything in `draft` but its digest: SHA-256 of the canonical JSON, in UTF-8.

    What UTF-8 cannot hold stands escaped in it: half a surrogate pair, which no valid contract has but a draft may.
    """
    content: dict[str, Any] = {name: value for name, value in draft.items() if name != "digest"}
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{sha256(canonical.encode('utf-8', 'backslashreplace')).hexdigest()}"
