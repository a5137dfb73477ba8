"""The product's own source, module by module, as text and as syntax trees."""

import ast
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "desktop_app"


class Module(NamedTuple):
    """One module of the product."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.text.splitlines())

    def is_in(self, *packages: str) -> bool:
        """Whether it is one of the packages, or lies below one."""
        return any(self.name == package or self.name.startswith(f"{package}.") for package in packages)


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Return every module of the product."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        found.append(Module(name, path, text, ast.parse(text)))
    return tuple(found)


def modules_in(*packages: str) -> tuple[Module, ...]:
    """Return the modules of some packages of the product; AssertionError when one of them is empty."""
    for package in packages:
        assert any(module.is_in(package) for module in modules()), f"there is no {package}"
    return tuple(module for module in modules() if module.is_in(*packages))


def imported_by(module: Module) -> set[str]:
    """Return the full names that a module imports, at its top or anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in {
            "import_module",
            "__import__",
        }:
            names |= {each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return names


def functions_of(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function and method of a module."""
    return [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def where(module: Module, node: ast.AST) -> str:
    """Return the place of a node, to be opened."""
    return f"{module.path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
