"""LibreOffice for the checks: root installs it, others are told of it, and nothing stops for want of it."""

import os

import pytest
from bootstrap import office

INSTALL = "install -y --no-install-recommends libreoffice-calc"
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Put a stand-in for apt alone on the path, which writes down how it is called and fails when it is told to."""
    log, apt = tmp_path / "log", tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> {log}\n[ -z "$APT_FAILS" ] || {{ echo "E: no network"; exit 100; }}\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    return tmp_path


@posix
def test_root_installs_it(machine, capsys):
    """Without anything that it recommends; it says so."""
    office.install_if_possible()
    assert (machine / "log").read_text().splitlines() == ["update", INSTALL]
    assert "libreoffice-calc" in capsys.readouterr().out


@posix
def test_where_it_is_nothing_is_done(machine, capsys):
    """Under either of its names."""
    (machine / "libreoffice").write_text("#!/bin/sh\n")
    (machine / "libreoffice").chmod(0o755)
    office.install_if_possible()
    assert not (machine / "log").exists()
    assert capsys.readouterr().out == ""


@posix
@pytest.mark.parametrize(
    ("hindrance", "told"),
    [("no root", f"sudo apt-get {INSTALL}"), ("no network", f"    apt-get {INSTALL}"), ("no apt", ""), ("another system", "")],
)
def test_others_are_told(machine, monkeypatch, capsys, hindrance, told):
    """With the command where there is one; and the checks go on without it."""
    if hindrance == "no root":
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
    elif hindrance == "no network":
        monkeypatch.setenv("APT_FAILS", "yes")
    elif hindrance == "no apt":
        (machine / "apt-get").unlink()
    else:
        monkeypatch.setattr("sys.platform", "darwin")
    office.install_if_possible()
    said = capsys.readouterr().out
    assert "tests that reckon workbooks again are skipped" in said
    assert told in said
    assert bool(told) == (INSTALL in said)
