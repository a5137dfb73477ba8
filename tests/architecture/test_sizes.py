"""Modules and functions stay short, and every one of them says what it is."""

import ast
import re
from statistics import median

import pytest

from tests.architecture.product_source import Module, functions_of, modules, where

MOST_LINES = {"desktop_app.ui.main_window": 150}
MOST_LINES_OF_A_MODULE = 250
LONG_FUNCTION = 30
VAGUE_MODULES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "tools", "stuff"}
VAGUE_CLASSES = re.compile(r"(Manager|Helper|Handler|Controller|Utils?)$")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the number of lines of a function without its decorators and its docstring."""
    first = function.body[0]
    says = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if says else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


FUNCTIONS = [(where(module, each), length(each)) for module in modules() for each in functions_of(module)]


@pytest.mark.parametrize("module", modules(), ids=lambda each: each.name)
def test_a_module_is_short(module: Module) -> None:
    """The main window shorter than others: it is where windows grow."""
    assert module.lines < MOST_LINES.get(module.name, MOST_LINES_OF_A_MODULE)


def test_functions_are_short() -> None:
    """Most of them very; hardly one is long."""
    long = [place for place, lines in FUNCTIONS if lines > LONG_FUNCTION]
    assert len(long) * 100 <= len(FUNCTIONS), long
    assert median(lines for _, lines in FUNCTIONS) <= 7


@pytest.mark.parametrize("module", modules(), ids=lambda each: each.name)
def test_a_module_opens_with_a_line_for_a_table_of_contents(module: Module) -> None:
    """One line that ends as a sentence does."""
    docstring = ast.get_docstring(module.tree)
    assert docstring is not None
    assert docstring.splitlines()[0].endswith(".")


@pytest.mark.parametrize("module", modules(), ids=lambda each: each.name)
def test_names_say_what_a_thing_is(module: Module) -> None:
    """No module is a drawer for all kinds of things, no class a manager of them."""
    assert module.name.rpartition(".")[2] not in VAGUE_MODULES
    classes = [node.name for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if VAGUE_CLASSES.search(name)] == []
