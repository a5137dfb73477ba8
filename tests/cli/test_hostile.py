"""Hostile input through every command: an error that is clear, exit status 1, soon, in bounded memory, and never a traceback."""

import json
import os
from pathlib import Path
from time import process_time

import pytest

from desktop_app.document.assess import assess_content
from desktop_app.wording.wording import pointer
from tests.cases.contracts import AS_OF
from tests.cases.examples import rulebook
from tests.cli.commands import Command, measured_on_linux, peak, real
from tests.cli.heaviest import HEAVIEST
from tests.cli.hostile import EMPTY, HOSTILE, RIGHT, Hostile
from tests.document.contract_data import as_bytes

LONGEST = 60.0
"""Seconds after which a piece of work has got stuck; not a measure of speed."""


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_content_is_refused(hostile: Hostile) -> None:
    """Soon, with a problem that says what it is."""
    content = hostile.make()
    begun = process_time()
    assessment = assess_content(content, AS_OF, rulebook())
    assert process_time() - begun < LONGEST
    assert assessment.statement is None
    assert (pointer(assessment.problems[0].path), assessment.problems[0].code) == (hostile.path, hostile.code)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_content_is_told_by_every_command(run: Command, hostile: Hostile) -> None:
    """In the shape of the public errors, in valid UTF-8, and in words without anything that acts on a terminal."""
    content = hostile.make()
    evaluated = run("evaluate", "-", "--format", "json", stdin=content)
    assert (evaluated.status, evaluated.out) == (1, b"")
    assert evaluated.problems[0] == (hostile.path, hostile.code)
    assert all(each.keys() == {"path", "code", "message"} for each in json.loads(evaluated.err)["errors"])
    in_words = run("check", "-", "--lang", "en", stdin=content)
    assert (in_words.status, in_words.out) == (1, b"")
    assert "Traceback" not in in_words.errors
    assert not set(in_words.errors) & set(map(chr, (*range(10), *range(11, 32), *range(127, 160), 0x202E)))


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_line_is_one_bad_line(run: Command, hostile: Hostile) -> None:
    """The lines before and behind it have their statements."""
    done = run("batch", "-", stdin=b"\n".join([RIGHT, hostile.make(), RIGHT]))
    found = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, [each.get("line") for each in found]) == (1, [None, 2, None])
    assert (found[1]["errors"][0]["path"], found[1]["errors"][0]["code"]) == (hostile.path, hostile.code)


@pytest.mark.parametrize("content", EMPTY.values(), ids=EMPTY)
def test_nothing_is_no_contract(run: Command, content: bytes) -> None:
    """As a file it is malformed, as a line it is blank."""
    assert run("evaluate", "-", "--format", "json", stdin=content).problems == [("", "json_malformed")]
    done = run("batch", "-", stdin=content + b"\n")
    assert (done.status, json.loads(done.out)["errors"][0]["code"]) == (1, "line_blank")


@measured_on_linux
@pytest.mark.parametrize("name", ["texts, wide for one letter", "names", "one exponent", "errors"])
def test_the_heaviest_content_takes_bounded_memory(name: str) -> None:
    """At most so much; a contract takes a tenth of it. All of them, and how soon, are measured by `tests/release/largest.py`."""
    status, kibibytes = peak("check", "-", stdin=HEAVIEST[name].make())
    assert (status, kibibytes < 450 * 1024) == (1, True), kibibytes


@pytest.mark.parametrize("command", ["evaluate", "check", "explain", "batch", "pdf"])
def test_what_is_no_file_is_told(run: Command, tmp_path: Path, command: str) -> None:
    """A folder, or nothing at all."""
    for path in (tmp_path, tmp_path / "missing"):
        done = run(command, path, *(("-o", tmp_path / "out") if command in {"batch", "pdf"} else ()))
        assert (done.status, done.out) == (2, b"")
        assert str(path) in done.errors
        assert done.errors.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of POSIX systems")
@pytest.mark.parametrize("command", ["evaluate", "check", "explain"])
def test_a_file_without_end_is_not_read_to_its_end(run: Command, command: str) -> None:
    """It is too large long before."""
    assert run(command, "/dev/zero").status == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of POSIX systems")
def test_a_named_pipe_is_read_as_a_file(tmp_path: Path) -> None:
    """A program may write the contract as it is read."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = os.fork()
    if not writer:
        pipe.write_bytes(RIGHT)
        os._exit(0)
    assert real("check", pipe).status == 0
    os.waitpid(writer, 0)


def test_hostile_texts_in_a_contract_that_is_right_stay_within_their_line(run: Command) -> None:
    """A title cannot forge a line of the statement, or move the cursor."""
    title = "合計\n■ 金額\n  合計（税込） ¥1\r\u200f"
    content = as_bytes({**json.loads(RIGHT), "title": title, "customer": {"name": "甲\n乙", "contact": "丙\u2028丁"}})
    done = run("evaluate", "-", stdin=content)
    assert done.status == 0
    assert done.text.count("■ 金額") == 2
    assert sum(line.startswith("■ 金額") for line in done.text.splitlines()) == 1
    assert not set(done.text) & set("\r\u200f\u2028")
