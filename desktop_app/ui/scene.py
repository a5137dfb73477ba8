"""What every view is built with: the words of a language, the colours of a scheme, and today."""

from datetime import date
from typing import NamedTuple

from desktop_app.ui.look import Look
from desktop_app.wording.wording import Wording


class Scene(NamedTuple):
    """The surroundings of a view; when one of them changes, the views are built anew and shown the same draft."""

    words: Wording
    look: Look
    today: date
    eras: bool = False
    """Whether days in fields are written in the years of Japanese eras (和暦)."""
