"""No float can slip into an amount: the calculation has no decimal literal, no division and no unnamed rounding."""

import ast

import pytest

from tests.architecture.product_source import Module, modules_in, where

CALCULATION = modules_in("desktop_app.calculation")
INEXACT = {"float", "complex", "round", "truediv", "__truediv__", "total_seconds", "math", "cmath", "statistics"}


def inexact(module: Module) -> list[str]:
    """Return the places of a module where a number could become inexact."""
    return [where(module, node) for node in ast.walk(module.tree) if _is_inexact(node)]


def _is_inexact(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=float() | complex()) | ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) | ast.ImportFrom(module=name):
            return name in INEXACT
    return False


@pytest.mark.parametrize("module", CALCULATION, ids=lambda each: each.name)
def test_the_calculation_has_no_inexact_number(module: Module) -> None:
    """Whole yen, fractions and decimals alone; rounding is named."""
    assert inexact(module) == []


@pytest.mark.parametrize(
    "text",
    ["x = 0.1", "x = a / b", "x /= 2", "float(x)", "round(x)", "x.total_seconds()", "import math", "from math import floor"],
)
def test_an_inexact_number_would_be_found(text: str) -> None:
    """The search knows every kind of them."""
    module = CALCULATION[0]._replace(tree=ast.parse(text))
    assert len(inexact(module)) == 1
