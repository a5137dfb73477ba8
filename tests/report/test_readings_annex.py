"""The annex of readings: every open point with what each way to read it comes to, on any paper that it is wished for."""

import pytest

from desktop_app.calculation.readings import silent_points
from desktop_app.document.assess import Assessment, assess
from desktop_app.report.paper_kinds import KINDS
from desktop_app.report.payload import Options, paper_payload
from desktop_app.wording.amounts import yen_text
from desktop_app.wording.wording import wording
from tests.cases.examples import rulebook, worked_examples

RULES = rulebook()


def assessed(name: str) -> Assessment:
    """Return a worked example, assessed."""
    example = next(each for each in worked_examples() if each.name.startswith(name))
    return assess(example.contract, example.as_of, RULES)


@pytest.mark.parametrize("name", ["01", "02", "12"])
def test_the_annex_has_every_reading_that_can_be_reckoned(name: str) -> None:
    """With its total, in the order of the file; a point is named once."""
    found = assessed(name)
    assert found.contract is not None
    assert found.statement is not None
    annex = paper_payload(found, wording("ja"), options=Options(RULES, readings=True))["blocks"][-1]
    points = silent_points(found.contract, found.statement, RULES)
    totals = [yen_text(each.statement.totals.total.value) for point in points for each in point.readings if each.statement]
    assert [row["cells"][3] for row in annex["rows"]] == totals
    named = [row["cells"][0] for row in annex["rows"] if row["cells"][0]]
    assert named == [wording("ja").label(("policy", each.question)) for each in points]
    assert sum("採用中" in row["cells"][-1] for row in annex["rows"]) == len(points)
    assert all(len(row["cells"]) == len(annex["columns"]) for row in annex["rows"])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind in {"summary", "quote", "charges", "settlement"}])
def test_a_paper_has_the_annex_only_where_it_is_wished_for(kind: str) -> None:
    """At its end; all else stays as it is."""
    found, words = assessed("02"), wording("en")
    chosen = next(each for each in KINDS if each == kind)
    without = paper_payload(found, words, chosen, Options(RULES))
    payload = paper_payload(found, words, chosen, Options(RULES, readings=True))
    assert payload["blocks"][:-1] == without["blocks"]
    assert payload["blocks"][-1]["heading"] == "Annex: how open points can be read"
    assert {**payload, "blocks": ()} == {**without, "blocks": ()}


def test_without_the_rules_there_is_no_annex() -> None:
    """There is nothing to reckon with."""
    found, words = assessed("02"), wording("ja")
    assert paper_payload(found, words, options=Options(readings=True)) == paper_payload(found, words)
