"""What undo and redo say: which act they take back or do again."""

from desktop_app.calculation.step import Path
from desktop_app.document.history import Act
from desktop_app.wording.wording import Wording


def act_words(command: str, act: Act | None, words: Wording) -> str:
    """Return the words of `undo` or `redo` with the act that it is about."""
    plain = words.text(f"window.command.{command}")
    if act is None:
        return plain
    what = words.text(f"window.act.{act.kind}", field=words.label(_named(act)))
    return words.text("window.act", command=plain, act=what).replace("&&", "&")


def _named(act: Act) -> Path:
    """Return the address whose words say what was done: of an added or pasted row its table."""
    return act.path[:-1] if act.kind in {"add", "paste"} and isinstance(act.path[-1], int) else act.path
