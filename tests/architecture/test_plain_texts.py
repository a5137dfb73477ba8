"""Nothing that is shown can be read as markup: Qt guesses, so every text that it would guess about goes through `plain`."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.product_source import Module, functions_of, modules_in, where

WINDOW = modules_in("desktop_app.ui")
PLAIN = "desktop_app.ui.plain"
"""Where labels and tool tips are made plain; nowhere else."""
GUESSING = {
    "QErrorMessage",
    "QGraphicsTextItem",
    "QInputDialog",
    "QProgressDialog",
    "QSplashScreen",
    "QStaticText",
    "QTextBrowser",
    "QTextDocument",
    "QTextEdit",
    "QWhatsThis",
    "QWizard",
    "QWizardPage",
}
"""Parts of Qt's that read a text as markup where it looks like some, and cannot be told not to."""
ASKING = {"about", "critical", "information", "question", "warning"}
"""Boxes of `QMessageBox` that are shown before they could be told not to."""
MARKING = {"appendHtml", "insertHtml", "setHtml", "setInformativeText", "setMarkdown", "setOpenExternalLinks", "setStatusTip"}
TIPS = {"setToolTip", "setWhatsThis"}


def guessed(module: Module) -> list[str]:
    """Return the places of a module where Qt would guess whether a text is markup, or is told that it is."""
    if module.name == PLAIN:
        return []
    found = [*_parts(module), *_labels(module), *_boxes(module), *_tips(module), *_tips_of_models(module)]
    return [where(module, node) for node in found]


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _parts(module: Module) -> Iterator[ast.AST]:
    for node in ast.walk(module.tree):
        match node:
            case ast.ImportFrom(names=names) if any(each.name in GUESSING or each.name == "*" for each in names):
                yield node
            case ast.Attribute(attr=name) if name in GUESSING | MARKING:
                yield node
            case ast.Attribute(value=ast.Name(id="QMessageBox"), attr=name) if name in ASKING:
                yield node
            case ast.Attribute(value=ast.Attribute(attr="TextFormat"), attr=name) if name != "PlainText":
                yield node


def _labels(module: Module) -> Iterator[ast.AST]:
    """Yield labels that are made with a text, those without one that get one later, and kinds of labels not told to be plain."""
    bare = set()
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Name(id="QLabel"), args=[_, *_]) | ast.Call(func=ast.Name(id="QLabel"), keywords=[_, *_]):
                yield node
            case ast.ClassDef(bases=bases) if any(ast.unparse(each) == "QLabel" for each in bases) and not _told_plain(node):
                yield node
            case ast.Assign(targets=targets, value=value):
                bare |= {ast.unparse(name) for target in targets for name, made in _assigned(target, value) if _is_label(made)}
            case ast.AnnAssign(target=target, value=ast.expr() as value) if _is_label(value):
                bare.add(ast.unparse(target))
    for call, name in _calls(module.tree):
        if name == "setText" and isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) in bare:
            yield call


def _assigned(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def _is_label(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "QLabel"


def _told_plain(tree: ast.AST) -> bool:
    return any(name == "setTextFormat" and ast.unparse(call.args[0]) == "Qt.TextFormat.PlainText" for call, name in _calls(tree))


def _boxes(module: Module) -> Iterator[ast.AST]:
    """Yield message boxes made with a text, or not told to be plain where they are made."""
    for function in functions_of(module):
        for call, name in _calls(function):
            if name == "QMessageBox" and (len(call.args) > 1 or call.keywords or not _told_plain(function)):
                yield call


def _tips(module: Module) -> Iterator[ast.AST]:
    for function in functions_of(module):
        plain = _plain_names(function)
        for call, name in _calls(function):
            if name in TIPS and not (call.args and _is_plain(call.args[-1], plain)):
                yield call
            if name == "showText" and not (len(call.args) > 1 and _is_plain(call.args[1], plain)):
                yield call
            if name == "setData" and "ToolTipRole" in ast.unparse(call) and not any(_is_plain(each, plain) for each in call.args):
                yield call


def _plain_names(function: ast.AST) -> set[str]:
    """Return the names in a function that never are anything but a plain tip."""
    values: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            values.setdefault(node.targets[0].id, []).append(node.value)
    return {name for name, those in values.items() if all(_is_plain(each, set()) for each in those)}


def _is_plain(value: ast.expr, names: set[str]) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="plain_tip")) | ast.Call(func=ast.Attribute(attr="toolTip")):
            return True
        case ast.Constant(value="" | None):
            return True
        case ast.Name(id=name):
            return name in names
        case ast.IfExp(body=one, orelse=other):
            return _is_plain(one, names) and _is_plain(other, names)
    return False


def _tips_of_models(module: Module) -> Iterator[ast.AST]:
    """Yield what a model returns as a tool tip as it is."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.match_case) and "ToolTipRole" in ast.unparse(node.pattern):
            yield from _unplain_returns(node)
        if isinstance(node, ast.If) and "ToolTipRole" in ast.unparse(node.test):
            yield from _unplain_returns(ast.Module(node.body, []))


def _unplain_returns(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and not (node.value is None or _is_plain(node.value, set())):
            yield node


@pytest.mark.parametrize("module", WINDOW, ids=lambda each: each.name)
def test_nothing_in_the_window_is_guessed_about(module: Module) -> None:
    """Labels and tips come from `plain`, boxes are told to be plain, and what cannot be told is not used."""
    assert guessed(module) == []


def test_plain_makes_both_plain() -> None:
    """The one module that is not looked at says so to Qt, and escapes."""
    (plain,) = (each for each in WINDOW if each.name == PLAIN)
    functions = {each.name: each for each in functions_of(plain)}
    assert _told_plain(functions["plain_label"])
    assert _told_plain(functions["laid_out"])
    assert "text.translate(AS_IT_IS)" in ast.unparse(functions["plain_tip"])
    assert all(repr(letter) in ast.unparse(plain.tree) for letter in ("&amp;", "&lt;", "&gt;"))
    classes = [each for each in ast.walk(plain.tree) if isinstance(each, ast.ClassDef)]
    assert all(_told_plain(each) for each in classes)


@pytest.mark.parametrize(
    "text",
    [
        "label = QLabel(name)",
        "label = QLabel(text=name)",
        "self._name, other = QLabel(), 1\nself._name.setText(name)",
        "label: QLabel = QLabel()\nlabel.setText(name)",
        "class Name(QLabel):\n    pass",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "label.setTextFormat(Qt.TextFormat.AutoText)",
        "from PySide6.QtWidgets import QTextEdit",
        "from PySide6.QtWidgets import QInputDialog, QWidget",
        "from PySide6.QtWidgets import *",
        "QtWidgets.QProgressDialog(name, cancel, 0, 9)",
        "view.setHtml(name)",
        "view.setMarkdown(name)",
        "box.setInformativeText(name)",
        "action.setStatusTip(name)",
        "QMessageBox.warning(window, title, name)",
        "def ask():\n    box = QMessageBox(window)\n    box.setText(name)",
        "def ask():\n    box = QMessageBox(icon, title, name)\n    box.setTextFormat(Qt.TextFormat.PlainText)",
        "def show():\n    part.setToolTip(name)",
        "def show():\n    item.setToolTip(0, name)",
        "def show():\n    part.setToolTip(plain_tip(name) if name else title)",
        "def show():\n    tip = plain_tip(name)\n    tip = name\n    part.setToolTip(tip)",
        "def show():\n    part.setWhatsThis(f'{name}')",
        "def show():\n    QToolTip.showText(place, name, part)",
        "def show():\n    item.setData(name, Qt.ItemDataRole.ToolTipRole)",
        "def data(self, index, role):\n    match role:\n        case Qt.ItemDataRole.ToolTipRole:\n            return name",
        "def data(self, index, role):\n    if role == Qt.ItemDataRole.ToolTipRole:\n        return name",
    ],
)
def test_what_would_be_guessed_about_is_found(text: str) -> None:
    """The search knows every kind of it."""
    assert len(guessed(WINDOW[0]._replace(text=text, tree=ast.parse(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "mark = QLabel()\nmark.setPixmap(picture)",
        "button = QPushButton()\nbutton.setText(name)",
        "def ask():\n    box = QMessageBox(window)\n    box.setTextFormat(Qt.TextFormat.PlainText)\n    box.setText(name)",
        "def show():\n    tip = plain_tip(name)\n    part.setToolTip(tip)",
        "def show():\n    part.setToolTip(plain_tip(name) if name else '')",
        "def show():\n    QToolTip.showText(place, plain_tip(name), part)",
        "def data(self, role):\n    match role:\n        case Qt.ItemDataRole.ToolTipRole:\n            return plain_tip(name)",
    ],
)
def test_what_is_plain_is_left_alone(text: str) -> None:
    """The search finds nothing where nothing is guessed."""
    assert guessed(WINDOW[0]._replace(text=text, tree=ast.parse(text))) == []
