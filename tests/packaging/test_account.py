"""The bill of materials against what lies in a frozen program: nothing is missing on either, and no version differs."""

import json

import pytest
from shipping import account
from shipping.entries import NAME, ROOT
from shipping.inventory import complaints

BUILT = ROOT / "dist" / NAME
BILL = {
    "Python": "3.11.7", "PyInstaller bootloader": "6.22.3", "PySide6_Essentials": "6.11.3", "idna": "3.20", "typst": "0.15.2",
    "openpyxl": "3.1.5", "libexample1": "1.2-3",
}  # fmt: skip


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Return a function that lays out a frozen program with a bill."""
    monkeypatch.setattr(account, "packed", lambda _: ["openpyxl", "json", "_pyi_rth_utils", "desktop_app"])

    def lay_out(bill, *more):
        places = [{"location": "libexample.so.1"}]
        listed = [{"name": name, "version": version} for name, version in bill.items()]
        written = [{**each, "evidence": {"occurrences": places}} if each["name"] == "libexample1" else each for each in listed]
        put(tmp_path, "desktop_app/resources/sbom.cdx.json", json.dumps({"components": written}))
        put(tmp_path, "idna-3.20.dist-info/METADATA", "Metadata-Version: 2.4\nName: idna\nVersion: 3.20\n\nName: of nothing\n")
        usual = ("PySide6/QtCore.abi3.so", "typst/_typst.abi3.so", "libexample.so.1", "libpython3.11.so.1.0", "base_library.zip")
        for name in (*usual, *more):
            put(tmp_path, name)
        if not (tmp_path / "_internal/libQt6Core.so.6").exists():
            (tmp_path / "_internal/libQt6Core.so.6").symlink_to("PySide6/QtCore.abi3.so")
        return tmp_path

    return lay_out


def put(folder, name, text=""):
    """Write a file in the inner folder."""
    file = folder / "_internal" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_a_program_with_all_that_its_bill_names_and_no_more_is_let_through(program):
    """Packages, a library of the system, what is packed into the program, links, records."""
    assert account.unaccounted(program(BILL)) == []


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("hypothesis/__init__.pyc", "not on the bill: hypothesis"),
        ("libstranger.so.2", "not on the bill: libstranger.so.2"),
        ("stranger/data.bin", "not on the bill: stranger"),
    ],
)
def test_what_is_not_on_the_bill_is_told(program, file, complaint):
    """A package, a library of the system, a folder of nobody's."""
    assert account.unaccounted(program(BILL, file)) == [complaint]


def test_what_is_packed_into_the_program_counts(program, monkeypatch):
    """Most packages lie in no folder."""
    monkeypatch.setattr(account, "packed", lambda _: ["hypothesis"])
    assert account.unaccounted(program(BILL)) == ["not on the bill: hypothesis", "on the bill alone: openpyxl"]


def test_another_version_and_what_is_nowhere_are_told(program):
    """The bill says what is so."""
    assert account.unaccounted(program({**BILL, "idna": "3.19", "pypdf": "7.1.0"})) == [
        "on the bill in another version: idna",
        "on the bill alone: pypdf",
    ]


@pytest.mark.skipif(not BUILT.is_dir(), reason="nothing has been built here")
def test_what_was_built_here_is_as_its_bill_says():
    """The build stops by itself otherwise; this looks again."""
    assert [*complaints(BUILT / "_internal"), *account.unaccounted(BUILT)] == []
