"""Every key that the program asks for has a text, and every text of the core is asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.calculation.articles import Article
from desktop_app.calculation.contract import Contract
from desktop_app.calculation.part import members_of
from desktop_app.calculation.unknown import unknown
from desktop_app.document.fields import FIELDS, Section, key_of
from desktop_app.storage.failure import CAUSES
from desktop_app.wording import reasons
from desktop_app.wording.texts import DOMAINS
from desktop_app.wording.wording import wording
from tests.wording.broken_contracts import BROKEN
from tests.wording.catalog_files import keys_below, texts
from tests.wording.every_statement import every_statement, every_step

PROGRAM = Path(reasons.__file__).parents[1]
CORE = texts("ja")

FAMILIES = (
    "says",
    "figure",
    "unit",
    "none",
    "choice",
    "article",
    "field",
    "help",
    "section",
    "section_help",
    "problem",
    "storage",
    "assumption",
    "brief",
)
"""First parts of keys that are put together from a name; all other keys of the core stand in the code."""

STATUSES = {"claimable", "granted", "lapsed", "not_applicable", "ongoing"}
TOLD_BY_PAPERS_ONLY = {"assumption.settlement_basis.fixed"}
"""It names the number of accounts, which the step does not know; the derivation has a sentence of its own."""


def calls(folder: Path, *names: str) -> Iterator[ast.Call]:
    """Yield the calls of functions or methods with one of the names in a package."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names:
                yield node


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument can be: a literal, or the two of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def test_every_sentence_is_said_by_some_contract() -> None:
    """And so each has been formed with the figures that belong in it, and none lies there for nothing."""
    words = wording("ja")
    said = {reasons.key_of_sentence(step, words) for step in (*every_step(), unknown("total")) if step.says != "field"}
    there = {key for key in CORE if key.startswith(("says.", "assumption."))}
    assert said == there - TOLD_BY_PAPERS_ONLY
    assert all(key in CORE for key in TOLD_BY_PAPERS_ONLY)


def test_every_literal_sentence_key_of_the_clauses_has_a_text() -> None:
    """Also those that only a contract not thought of here would come to."""
    pattern = re.compile(
        r"(?:" + "|".join(sorted({key.split(".")[0] for key in keys_below("says.")})) + r")(?:\.\w+)*\.\w*[a-z0-9]"
    )
    found = {
        node.value
        for file in sorted((PROGRAM / "calculation").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and pattern.fullmatch(node.value)
    }
    steps = [each.args for each in calls(PROGRAM / "calculation", "Step")]
    found |= {key for given in steps for argument in given[3:4] for key in literals(argument)} - {"field"}
    assert len(found) > 90
    assert {
        key for key in found if f"says.{key}" not in CORE and f"assumption.{key.removeprefix('policy.')}" not in CORE
    } == set()


def test_every_figure_has_a_name_and_every_name_a_figure() -> None:
    """Figures that stand for a field go by the field's name."""
    assert {step.name for step in every_step() if not step.path} == keys_below("figure.")


def test_every_number_has_a_unit() -> None:
    """A count without its unit could be taken for another; only a divisor has none."""
    numbers = {_name(step) for step in every_step() if type(step.value) is int}
    assert numbers - keys_below("unit.") == {"credit_divisor", "band_first"}
    details = {name for each in BROKEN for problem in each.problems() for name, _ in problem.details}
    names = {_name(step) for step in every_step()} | details
    warned = {name for statement in every_statement().values() for each in statement.warnings for name, _ in each.details}
    assert keys_below("unit.") - names - warned == set()


def _name(step: reasons.Step) -> str:
    return str(step.path[-1]) if step.path else step.name


def test_every_absence_that_has_a_word_of_its_own_occurs() -> None:
    """Not restored, not claimed, no limit: other absences are `none`."""
    assert keys_below("none.") <= {_name(step) for step in every_step() if step.value is None}


def test_every_choice_has_a_text_and_every_text_a_choice() -> None:
    """Choices of fields, the states of a claim, yes and no of conditions."""
    of_fields = {f"{field.path[-1]}.{choice}" for field in FIELDS for choice in field.choices}
    flags = {f"{_name(step)}.{'yes' if step.value else 'no'}" for step in every_step() if isinstance(step.value, bool)}
    both = {f"{name.rpartition('.')[0]}.{value}" for name in flags for value in ("yes", "no")}
    assert keys_below("choice.") == of_fields | both | {f"status.{each}" for each in STATUSES}
    assert {step.value for step in every_step() if step.name == "status"} == STATUSES


def test_every_article_has_a_citation() -> None:
    """The table of contents and the catalog agree."""
    assert keys_below("article.") == {str(each) for each in Article}


def test_every_field_has_a_label_and_a_help() -> None:
    """And the parts of the contract file that hold fields have a label, for errors about them."""
    keys = {field.key for field in FIELDS}
    parts = {key_of(field.path[:i]) for field in FIELDS for i in range(1, len(field.path))} - {""}
    assert keys_below("field.") == keys | parts
    assert keys_below("help.") == keys


def test_every_field_of_the_contract_file_is_in_the_table() -> None:
    """The table names what the file has at its top, so that the labels are complete."""
    names = {field.encode_name for field in members_of(Contract).values()}
    assert names == {field.path[0] for field in FIELDS}


def test_every_section_has_a_label_and_a_help() -> None:
    """The seven sections of the form."""
    sections = {section.value for section in Section}
    assert keys_below("section.") == sections
    assert keys_below("section_help.") == sections


def test_every_problem_has_a_sentence_and_every_sentence_a_problem() -> None:
    """Each code is raised by a contract of the cases, or by a line of a batch, and no other is written in the program."""
    raised = {problem.code for each in BROKEN for problem in each.problems()}
    of_lines = set(_written_codes("cli"))
    assert set(_written_codes("calculation", "document")) - raised == set()
    assert raised | of_lines == keys_below("problem.")


def _written_codes(*folders: str) -> Iterator[str]:
    for folder in folders:
        for call in calls(PROGRAM / folder, "Problem", "_wrong", "_refused"):
            for argument in call.args[:2]:
                yield from literals(argument)


def test_every_cause_of_a_failed_file_has_a_sentence() -> None:
    """Those of the operating system, and those that the storage finds itself."""
    own = {cause for call in calls(PROGRAM / "storage", "StorageError") for cause in literals(call.args[0])}
    acts = {f"cannot_{act}" for call in calls(PROGRAM, "failure") for act in literals(call.args[0])}
    assert keys_below("storage.") == own | acts | set(CAUSES.values())


def test_every_other_key_of_the_core_stands_in_the_code() -> None:
    """And every literal key of the core that is asked for anywhere is there."""
    asked = {
        key for call in calls(PROGRAM, "text", "has", "_or_plain") for argument in call.args[:1] for key in literals(argument)
    }
    core = {key for key in asked if key.partition(".")[0] not in DOMAINS}
    assert core - set(CORE) == set()
    assert {key for key in CORE if key.partition(".")[0] not in FAMILIES} <= core


def test_an_addend_with_a_short_form_is_one_that_some_figure_adds() -> None:
    """The short forms inside sums."""
    added = {each.says for step in every_step() for each in step.given}
    assert keys_below("brief.") <= added
