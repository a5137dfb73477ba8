"""The environment: how much is done again, what pip's failures are called, and what children inherit."""

import pytest
from bootstrap import environment
from bootstrap.display import child_environment
from bootstrap.installer_words import explain

WANTED = {"purpose": "run", "pins": "p", "project": "q", "python": "3.11", "place": "here"}


@pytest.mark.parametrize(
    ("stamp", "purpose", "work"),
    [
        (None, "run", "all"),
        ({}, "run", "all"),
        ({"purpose": "unfinished"}, "run", "all"),
        ({**WANTED, "purpose": "unfinished"}, "check", "all"),
        (WANTED, "run", "nothing"),
        (WANTED, "check", "pins"),
        ({**WANTED, "purpose": "check"}, "check", "nothing"),
        ({**WANTED, "purpose": "check"}, "run", "nothing"),
        ({**WANTED, "project": "other"}, "run", "project"),
        ({**WANTED, "purpose": "check", "project": "other"}, "run", "project"),
        ({**WANTED, "project": "other"}, "check", "pins"),
        ({**WANTED, "pins": "other"}, "run", "all"),
        ({**WANTED, "python": "3.12"}, "run", "all"),
        ({**WANTED, "place": "elsewhere"}, "run", "all"),
    ],
)
def test_only_what_changed_is_done_again(stamp, purpose, work):
    """What the check installed serves the window too; a half-made environment serves nobody."""
    assert environment.missing_work(stamp, {**WANTED, "purpose": purpose}) == work


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff"])
def test_an_unreadable_stamp_counts_as_none(monkeypatch, tmp_path, content):
    """Killed in the middle of writing it."""
    stamp = tmp_path / "stamp.json"
    stamp.write_bytes(content)
    monkeypatch.setattr(environment, "STAMP", stamp)
    assert environment.read_stamp() is None


def test_line_ends_do_not_change_the_fingerprint(tmp_path):
    """A checkout on Windows is the same project."""
    unix, windows, other = (tmp_path / name for name in ("unix", "windows", "other"))
    unix.write_bytes(b"a\nb\n")
    windows.write_bytes(b"a\r\nb\r\n")
    other.write_bytes(b"a\nc\n")
    assert environment.fingerprint(unix) == environment.fingerprint(windows) != environment.fingerprint(other)


@pytest.mark.parametrize("kind", ["nothing", "file", "folder", "link"])
def test_whatever_stands_in_the_way_is_removed(tmp_path, kind):
    """And of a link only the link."""
    way, kept = tmp_path / "way", tmp_path / "kept"
    kept.mkdir()
    {
        "nothing": lambda: None,
        "file": way.touch,
        "folder": lambda: (way / "inside").mkdir(parents=True),
        "link": lambda: way.symlink_to(kept),
    }[kind]()
    environment.remove(way)
    assert not way.exists()
    assert kept.exists()


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "differs from what is on record"),
        ("ERROR: [Errno 13] Permission denied: '.venv/lib'", "Writing is not permitted"),
        ("WARNING: Retrying: SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "certificate"),
        (
            "WARNING: Retrying after connection broken: name resolution\nERROR: No matching distribution found for idna",
            "internet connection",
        ),
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", "no package for this machine"),
        ("ERROR: something nobody has seen", "delete the folder .venv"),
    ],
)
def test_a_failed_installation_is_explained(printed, said):
    """The cause in plain words, then what pip called an error."""
    stop = explain(f"Collecting idna\n{printed}\n")
    assert said in stop.english
    assert stop.japanese
    assert "Collecting idna" not in stop.lines


def test_children_get_utf_8_and_nothing_that_bends_python_or_pip():
    """A person's own PYTHONPATH or PIP_USER would change what is installed and checked."""
    given = {"PATH": "/bin", "PYTHONPATH": "x", "PYTHONHOME": "x", "PYTHONWARNINGS": "error", "PIP_USER": "1", "PIP_TARGET": "x"}
    inherited = child_environment(given)
    assert inherited["PATH"] == "/bin"
    assert inherited["PYTHONUTF8"] == "1"
    assert not inherited.keys() & (given.keys() - {"PATH"})
