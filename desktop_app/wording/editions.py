"""What an edition of the terms is called: its title stands in its own file, so that a new edition is a file and nothing else."""

import json
from functools import cache

from desktop_app.installation import resource
from desktop_app.wording.days import Language

EDITION = "choice.terms."
"""The beginning of an edition's key among the texts."""


def edition_title(edition: str, language: Language) -> str | None:
    """Return the title of an installed edition; None where there is none of that name."""
    return _titles().get(edition, {}).get(language)


@cache
def _titles() -> dict[str, dict[Language, str]]:
    files = (json.loads(file.read_text("utf-8")) for file in sorted(resource("terms").glob("*.json")))
    return {each["edition"]: each["title"] for each in files}
