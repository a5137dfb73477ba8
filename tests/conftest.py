"""What holds for every test: the order they run in, whose lines are counted, how hypothesis searches, that none reaches out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from desktop_app.calculation.terms import Rulebook
from tests.cases.age_files import age_file
from tests.cases.examples import rulebook
from tests.cases.network import reached, watch

watch()

ROOT = Path(__file__).parents[1]
COUNTED = tuple(ROOT / above / name for above in ("tests", "desktop_app") for name in ("calculation", "document"))
"""The tests that reach every line and branch of the packages that are to be covered whole."""

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


def _is_long(item: pytest.Item) -> bool:
    return item.get_closest_marker("long") is not None


def _is_counted(item: pytest.Item) -> bool:
    return not _is_long(item) and any(folder in item.path.parents for folder in COUNTED)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests whose lines are counted, go on with the long ones, and keep the short ones to fill the last gaps."""
    items.sort(key=lambda item: (not _is_counted(item), not _is_long(item)))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Count lines no longer than that is of use: it takes as long as what is counted."""
    counting = Coverage.current()
    if counting is not None and not _is_counted(item):
        counting.stop()


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


@pytest.fixture
def easy_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock without a second's work each time, for tests in which it does not matter how hard a password is to try."""
    monkeypatch.setattr("desktop_app.storage.protection._encrypted", age_file)
