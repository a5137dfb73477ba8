"""What every test of files may ask for."""

from pathlib import Path

import pytest

from tests.storage.files import OLD


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return a file that is there already."""
    path = tmp_path / "契約.contract.json"
    path.write_bytes(OLD)
    return path
