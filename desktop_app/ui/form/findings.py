"""What a form says about its fields: errors, what is missing, warnings, each as a sentence at an address."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from desktop_app.calculation.problem import Problem
from desktop_app.calculation.step import Path
from desktop_app.document.assess import Assessment
from desktop_app.document.fields import FIELDS, Section, field_at
from desktop_app.wording.wording import Wording

Level = Literal["error", "missing", "warning"]
WEIGHT: Mapping[str, int] = {"error": 3, "missing": 2, "warning": 1, "": 0}
NOT_YET = frozenset({"field_missing", "notice_missing", "effective_on_missing", "settlement_accounts_missing"})
"""Problems of a field that nobody has come to yet: said gently, for nothing wrong was typed."""


class Finding(NamedTuple):
    """One sentence about the field at `path`."""

    level: Level
    path: Path
    sentence: str


def findings_of(assessment: Assessment, cautions: Iterable[Problem], words: Wording) -> tuple[Finding, ...]:
    """Return everything that is to be said about a draft."""
    warnings = (*cautions, *(assessment.statement.warnings if assessment.statement else ()))
    return (
        *(Finding(_level(each, assessment), each.path, words.problem(each)) for each in assessment.problems),
        *(Finding("warning", each.path, words.problem(each)) for each in warnings),
    )


def _level(problem: Problem, assessment: Assessment) -> Level:
    if problem.code == "no_account_at_billing_start" and not (assessment.draft or {}).get("accounts"):
        return "missing"
    return "missing" if problem.code in NOT_YET else "error"


def worst(findings: Iterable[Finding]) -> str:
    """Return the level of the gravest finding, nothing when there is none."""
    return max((each.level for each in findings), key=lambda level: WEIGHT[level], default="")


def section_of(path: Path) -> Section:
    """Return the section of the window in which an address lies; what belongs nowhere stands in the first one."""
    for length in range(len(path), 0, -1):
        field = field_at(path[:length])
        if field is not None:
            return field.section
    below = (field.section for field in FIELDS if path and field.path[: len(path)] == path)
    return next(below, Section.CONTRACT)
