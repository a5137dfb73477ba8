"""The window has two verbs: `show`, which never emits, and what a user's act fires; so nothing needs to be blocked."""

import ast

import pytest

from tests.architecture.product_source import Module, modules_in, where

WINDOW = modules_in("desktop_app.ui")
STATE_SIGNALS = {
    "textChanged",
    "currentIndexChanged",
    "currentTextChanged",
    "editTextChanged",
    "toggled",
    "checkStateChanged",
    "stateChanged",
    "valueChanged",
    "dateChanged",
    "timeChanged",
    "dateTimeChanged",
    "itemChanged",
    "cellChanged",
}
"""Signals that fire when code sets a value, too, and so cannot tell what a person did."""


def echoes(module: Module) -> list[str]:
    """Return the places of a module that connect a state signal, or block signals."""
    return [where(module, node) for node in ast.walk(module.tree) if _echoes(node)]


def _echoes(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(value=ast.Attribute(attr=signal), attr="connect"):
            return signal in STATE_SIGNALS
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name in {"blockSignals", "QSignalBlocker"}
        case ast.alias(name=name):
            return name == "QSignalBlocker"
        case ast.Constant(value=str() as text):
            return any(text.startswith(f"2{signal}(") for signal in STATE_SIGNALS)
    return False


@pytest.mark.parametrize("module", WINDOW, ids=lambda each: each.name)
def test_the_window_listens_to_people_only(module: Module) -> None:
    """It connects no state signal and blocks none."""
    assert echoes(module) == []


@pytest.mark.parametrize(
    "text", ["line.textChanged.connect(f)", "box.toggled.connect(f)", "w.blockSignals(True)", "with QSignalBlocker(w): pass"]
)
def test_an_echo_would_be_found(text: str) -> None:
    """The search knows the ways to make one."""
    assert len(echoes(WINDOW[0]._replace(tree=ast.parse(text)))) == 1


def test_the_window_does_connect_signals() -> None:
    """So that the test above looks at something."""
    found = [node for module in WINDOW for node in ast.walk(module.tree) if getattr(node, "attr", "") == "connect"]
    assert len(found) > 20
