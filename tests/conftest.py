"""What every test may ask for: the rulebook that ships with the product; and how hypothesis searches."""

import pytest
from hypothesis import HealthCheck, settings

from desktop_app.calculation.terms import Rulebook
from tests.cases.examples import rulebook

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
