"""The editor for each kind of field."""

from typing import Any

from desktop_app.document.fields import Field, Kind
from desktop_app.ui.editors.choices import PartEditor, SegmentEditor, choice_editor
from desktop_app.ui.editors.editor import Editor
from desktop_app.ui.editors.image_editor import ImageEditor
from desktop_app.ui.editors.line_editor import DayEditor, LineEditor
from desktop_app.ui.editors.text_area import AreaEditor
from desktop_app.ui.editors.writing import writing_of
from desktop_app.ui.form.layout import BEGUN, LIST_LINES, LONG_TEXT_LINES, default_of, unit_of
from desktop_app.ui.form.offer import Offer
from desktop_app.ui.plain import standing_alone
from desktop_app.ui.scene import Scene
from desktop_app.wording.wording import Wording

DIGITS = 15


def editor_for(field: Field, scene: Scene, offer: Offer) -> Editor:  # noqa: PLR0911 - one return for each kind
    """Return an editor for a field that is not a table."""
    words = scene.words
    match field.kind:
        case Kind.DAY:
            return DayEditor(writing_of(field.kind, scene, field.key), scene)
        case Kind.AMOUNT | Kind.PRICE | Kind.COUNT:
            return _figure(field, scene)
        case Kind.LONG_TEXT:
            return AreaEditor(writing_of(field.kind, scene), LONG_TEXT_LINES)
        case Kind.TEXT_LIST:
            return AreaEditor(writing_of(field.kind, scene), LIST_LINES)
        case Kind.CHOICE:
            return choice_editor(names_of(field, scene, offer), default_of(field) or _first(field, offer))
        case Kind.FLAG:
            names = {
                value: standing_alone(words.choice(str(field.path[-1]), key)) for value, key in ((True, "yes"), (False, "no"))
            }
            return SegmentEditor(names, default_of(field))
        case Kind.PART:
            absent, present = (words.text(f"window.part.{field.key}.{each}") for each in ("absent", "present"))
            return PartEditor(absent, present, BEGUN[field.key])
        case Kind.IMAGE:
            return ImageEditor(words.text("window.image.choose"), words.text("window.image.remove"), offer.choose_image)
        case _:
            return LineEditor(writing_of(field.kind, scene))


def names_of(field: Field, scene: Scene, offer: Offer) -> dict[str, str]:
    """Return the words for the values of a choice."""
    words, name = scene.words, str(field.path[-1])
    keys = {value: f"choice.{name}.{value}" for value in field.choices or offer.editions}
    return {value: standing_alone(words.text(key)) if words.has(key) else value for value, key in keys.items()}


def label_of(field: Field, words: Wording) -> str:
    """Return what a field is called under its heading: shorter than its full name where the heading says the rest."""
    key = f"window.field.{field.key}"
    return words.text(key) if words.has(key) else words.label(field.path)


def _figure(field: Field, scene: Scene) -> Editor:
    unit = unit_of(field)
    writing = writing_of(field.kind, scene)
    editor = LineEditor(writing, scene.words.text(f"window.unit.{unit}") if unit else "")
    editor.align_digits(DIGITS)
    default: Any = default_of(field)
    editor.show_default(writing.rest(default) or "" if default is not None else "")
    return editor


def _first(field: Field, offer: Offer) -> str | None:
    return offer.editions[0] if field.key == "terms" and offer.editions else None
