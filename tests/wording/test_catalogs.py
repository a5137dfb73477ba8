"""The catalogs agree with one another, and their compiled forms with them."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.wording.catalog_files import DOMAINS, LANGUAGES, LOCALE, places, texts, written_keys

SCRIPT = LOCALE.parents[1] / "packaging" / "catalogs.py"

ONE_LANGUAGE_SAYS_LESS = frozenset({"says.fee.of_peak"})
"""Sentences that name in one language what the other leaves to the line below."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_all_languages_have_the_same_keys(language: str, domain: str) -> None:
    """A key without a text in one of the languages could stop that language's window."""
    assert set(texts(language, domain)) == set(texts("ja", domain))


def test_every_folder_of_catalogs_is_that_of_a_language() -> None:
    """A folder that no language is listed for would never be read."""
    assert sorted(folder.name for folder in LOCALE.iterdir()) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_of_the_core_have_the_same_places(language: str) -> None:
    """What a sentence of one language names, the sentence of the others names too."""
    others = texts(language)
    differing = {
        key: (sorted(places(japanese[0])), [sorted(places(form)) for form in others[key]])
        for key, japanese in texts("ja").items()
        if any(places(form) != places(japanese[0]) for form in others[key])
    }
    assert differing.keys() <= ONE_LANGUAGE_SAYS_LESS, differing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_no_key_is_given_twice_and_none_is_empty(language: str, domain: str) -> None:
    """The later of two texts for one key would win silently."""
    keys = written_keys(language, domain)
    assert len(keys) == len(set(keys))
    assert [key for key, forms in texts(language, domain).items() if not all(forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_core_ends_in_a_full_stop(language: str) -> None:
    """An article is cited behind it, and lists of points have none."""
    assert [key for key, forms in texts(language).items() for form in forms if form.endswith(("。", "."))] == []


@pytest.mark.parametrize("file", sorted((LOCALE.parent / "terms").iterdir()), ids=lambda file: file.stem)
def test_every_edition_of_the_terms_has_a_title_in_every_language(file: Path) -> None:
    """Papers name the edition that they go by."""
    assert sorted(json.loads(file.read_text("utf-8"))["title"]) == sorted(LANGUAGES)


def test_japanese_texts_are_in_japanese() -> None:
    """No text of the Japanese core is that of the English one, but for marks and numbers."""
    english = texts("en")
    same = {key for key, forms in texts("ja").items() if forms == english[key] and any(c.isalpha() for c in _bare(forms[0]))}
    assert same <= {"unit.ip_version"}


def _bare(text: str) -> str:
    for name in places(text):
        text = text.replace(f"{{{name}}}", "")
    return text


def test_the_compiled_catalogs_are_those_of_the_sources() -> None:
    """What the program reads is what people edit."""
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the script with one catalog of its own to compile."""
    copytree(LOCALE, tmp_path / "resources" / "locale")
    script = tmp_path / "packaging" / "catalogs.py"
    script.parent.mkdir()
    script.write_bytes(SCRIPT.read_bytes())
    return script


def test_a_changed_source_is_told_and_compiled(copied: Path) -> None:
    """The check names the stale catalog, compiling it twice gives the same bytes, and the check is content then."""
    source = copied.parents[1] / "resources" / "locale" / "ja" / "LC_MESSAGES" / "core.po"
    source.write_text(source.read_text("utf-8").replace('"なし"', '"無し"'), "utf-8")
    checked = subprocess.run([sys.executable, copied, "--check"], capture_output=True, text=True, check=False)
    assert checked.returncode == 1
    assert "core.mo" in checked.stderr
    assert subprocess.run([sys.executable, copied], capture_output=True, check=False).returncode == 0
    first = source.with_suffix(".mo").read_bytes()
    source.with_suffix(".mo").unlink()
    assert subprocess.run([sys.executable, copied], capture_output=True, check=False).returncode == 0
    assert source.with_suffix(".mo").read_bytes() == first
    assert subprocess.run([sys.executable, copied, "--check"], capture_output=True, check=False).returncode == 0


def test_another_word_is_refused(copied: Path) -> None:
    """A misspelt option compiles nothing."""
    assert subprocess.run([sys.executable, copied, "--chekc"], capture_output=True, check=False).returncode == 2
