"""What every test may ask for: the rulebook that ships with the product; how hypothesis searches; and that none reaches out."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from desktop_app.calculation.terms import Rulebook
from tests.cases.examples import rulebook
from tests.cases.network import reached, watch

watch()

# The same examples on every machine and in every run, and no verdict that depends on how busy the machine is.
settings.register_profile(
    "same_everywhere",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("searching", parent=settings.get_profile("same_everywhere"), derandomize=False, max_examples=2000)
settings.load_profile("same_everywhere")


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    """Return the installed editions of the terms and the rates of tax."""
    return rulebook()


@pytest.fixture(autouse=True)
def _stays_in_the_machine() -> Iterator[None]:
    """Fail a test that reaches for the network."""
    yield
    found, reached[:] = list(reached), []
    assert found == []
