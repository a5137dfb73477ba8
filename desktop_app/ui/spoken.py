"""What the window says of its own state: which act undo takes back, and why there are no figures."""

from collections.abc import Sequence

from desktop_app.calculation.step import Path
from desktop_app.document.history import Act
from desktop_app.ui.form.findings import Finding
from desktop_app.ui.result.figures import ALL_KNOWN, Wait, WhyNot
from desktop_app.wording.wording import Wording

MOST_SENTENCES = 12


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


def why_not(findings: Sequence[Finding], words: Wording) -> WhyNot:
    """Return why there are no figures: the sentences of all fields that are wrong or missing."""
    wrong = [each for each in findings if each.level != "warning"]
    if not wrong:
        return ALL_KNOWN
    told = [words.text("window.why_not.each", sentence=each.sentence) for each in wrong[:MOST_SENTENCES]]
    waits = tuple(Wait(each.path, each.level, each.sentence) for each in wrong if each.path)
    return WhyNot("\n".join((words.text("window.why_not"), *told)), waits)
