"""Another edition of the terms is a file in `resources/terms` and nothing else: every command and every paper knows it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EDITION = "oem-mail-2027-04-01"
CHANGED = {"notice_days": 60, "minimum_term_months": 24, "claim_months": 1}
TITLES = {"ja": "令和9年4月1日版", "en": "Edition of 1 April 2027"}
CONTRACT = {
    "format": "contract-calculator",
    "version": 1,
    "terms": EDITION,
    "dates": {"applied_on": "2027-04-05", "accepted_on": "2027-04-08", "billing_start": "2027-05-01"},
    "prices": {"monthly": {"model": "per_account", "unit_price": "200"}},
    "accounts": [{"from": "2027-05-01", "count": 100}],
    "outages": [{"known_at": "2027-06-01T09:00", "restored_at": "2027-06-03T10:00", "claimed_on": "2027-07-05"}],
    "termination": {"kind": "notice", "notice_arrived_on": "2027-09-01"},
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a copy of the program, not a line of it changed, with one more file of terms and a contract under them."""
    folder = tmp_path_factory.mktemp("another-edition")
    for name in ("desktop_app", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    terms = folder / "resources" / "terms"
    data = json.loads((terms / "oem-mail-2014-07-01.json").read_text("utf-8"))
    data |= {
        "edition": EDITION,
        "effective_on": "2027-04-01",
        "title": {"ja": "令和9年4月1日版", "en": "Edition of 1 April 2027"},
    }
    for name, value in CHANGED.items():
        data["values"][name] |= {"value": value, "effective_on": "2027-04-01"}
    (terms / f"{EDITION}.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "a.contract.json").write_text(json.dumps(CONTRACT), encoding="utf-8")
    return folder


def ran(place, *words):
    """Return what the copy says."""
    environ = {**os.environ, "PYTHONPATH": str(place), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "desktop_app", *words]
    return subprocess.run(command, cwd=place, env=environ, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_its_numbers_decide(place):
    """A notice of 60 days, a term of 24 months, one month to claim."""
    statement = json.loads(ran(place, "evaluate", "a.contract.json", "--as-of", "2027-09-02", "--format", "json"))
    assert statement["settlement"]["remaining"] == {"start": "2027-11-01", "end": "2029-04-30", "days": 547}
    assert [(each["claim_deadline"], each["status"]) for each in statement["outages"]] == [("2027-07-02", "lapsed")]


@pytest.mark.parametrize(("language", "title"), TITLES.items())
def test_it_has_its_own_name(place, language, title):
    """Its title comes from its file, in both languages."""
    assert title in ran(place, "evaluate", "a.contract.json", "--as-of", "2027-09-02", "--lang", language)


def test_it_stands_on_paper_and_in_a_workbook(place):
    """What is printed and exported needs no more."""
    ran(place, "pdf", "a.contract.json", "--as-of", "2027-09-02", "-o", "a.pdf")
    ran(place, "export", "a.contract.json", "--as-of", "2027-09-02", "--format", "xlsx", "-o", "a.xlsx")
    assert (place / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert (place / "a.xlsx").read_bytes().startswith(b"PK")
