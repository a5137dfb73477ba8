"""Variants of a contract: made, changed apart, and compared with the first."""

import pytest

from desktop_app.calculation.money import total
from desktop_app.calculation.terms import Rulebook
from desktop_app.document.beside import Variant
from desktop_app.document.variants import Variants, side_by_side
from tests.cases.contracts import AS_OF, contract_file, counted

ONE = Variants((Variant("今のまま", contract_file()),))


def test_variants_are_changed_apart() -> None:
    """Each in its draft and its name; the others stay what they are."""
    two = ONE.added("20件", contract_file(counted(("2024-07-10", 20))))
    edited = two.edited(1, ("prices", "monthly", "unit_price"), "90").renamed(1, "20件・90円")
    assert [each.name for each in edited.all] == ["今のまま", "20件・90円"]
    assert edited.all[1].draft["prices"]["monthly"]["unit_price"] == "90"
    assert edited.all[0] is ONE.all[0]
    assert two.all[1].draft["prices"]["monthly"]["unit_price"] == "100"
    assert edited.without(0).all == edited.all[1:]


def test_there_is_room_for_four() -> None:
    """No more can be seen beside one another."""
    four = ONE
    for name in "BCD":
        assert not four.full
        four = four.added(name, contract_file())
    assert four.full
    with pytest.raises(ValueError, match="4 variants"):
        four.added("E", contract_file())


def test_each_is_compared_with_the_first(rules: Rulebook) -> None:
    """Figures of all, and what makes each another."""
    three = ONE.added("B", contract_file(counted(("2024-07-10", 20)))).added("C", contract_file(counted(("2024-07-10", 30))))
    found = side_by_side(three, AS_OF, rules)
    assert found.shown == (0, 1, 2)
    sums = next(each for each in found.figures if each.path == ("totals", "total"))
    for bridge, difference in zip(found.bridges, sums.differences[1:], strict=True):
        assert total(line.worth for line in bridge.lines) == bridge.difference == difference


def test_one_with_problems_is_left_out_and_keeps_its_problems(rules: Rulebook) -> None:
    """The others are compared without it; one alone with none."""
    with_a_wrong_one = ONE.added("B", {**contract_file(), "title": 1}).added("C", contract_file(counted(("2024-07-10", 30))))
    found = side_by_side(with_a_wrong_one, AS_OF, rules)
    assert found.shown == (0, 2)
    assert [each.code for each in found.assessments[1].problems] == ["text_expected"]
    assert len(found.bridges) == 1
    alone = side_by_side(with_a_wrong_one.without(2), AS_OF, rules)
    assert (alone.shown, alone.figures, alone.bridges) == ((0,), (), ())
