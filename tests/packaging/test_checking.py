"""The second command: programs are followed to their end, and the closing line of the tests is found."""

import os
import sys
import threading

import pytest
from bootstrap.check import Result, closing_line, isolated, quick_folder, tell
from bootstrap.commands import unexpected
from bootstrap.programs import follow


@pytest.mark.parametrize(
    ("lines", "closing"),
    [
        (["a", "===== 12 passed in 0.51s =====", ""], "===== 12 passed in 0.51s ====="),
        (["= 1 failed, 11 passed, 1 warning in 65.20s (0:01:05) ="], "= 1 failed, 11 passed, 1 warning in 65.20s (0:01:05) ="),
        (["== 2 errors in 0.11s =="], "== 2 errors in 0.11s =="),
        (["== no tests ran in 0.01s =="], "== no tests ran in 0.01s =="),
        (["===== short test summary info =====", "killed"], "no tests ran"),
        ([], "no tests ran"),
    ],
)
def test_the_closing_line_is_pytests_own(lines, closing):
    """It is printed again as the very last line."""
    assert closing_line(lines) == closing


def test_a_program_is_followed_line_by_line(tmp_path):
    """Standard output and errors alike, with whatever cannot be decoded replaced."""
    shown = []
    told = "import sys; print('一'); sys.stderr.buffer.write(b'\\xff\\n'); sys.exit(3)"
    done = follow([sys.executable, "-X", "utf8", "-u", "-c", told], {}, tmp_path, shown.append)
    assert done.code == 3
    assert done.lines == shown == ["一", "\N{REPLACEMENT CHARACTER}"]


def test_a_program_that_hangs_is_ended(tmp_path):
    """CI would wait for it until its own time is up."""
    done = follow([sys.executable, "-c", "import time; time.sleep(60)"], {}, tmp_path, minutes=0.01)
    assert done.code != 0


def test_a_program_ends_when_nobody_listens_any_more(tmp_path):
    """Ctrl+C or a closed terminal leaves nothing running behind."""

    def stop_listening(line):
        raise KeyboardInterrupt(line)

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt, match="begun"):
        follow([sys.executable, "-u", "-c", "import time; print('begun'); time.sleep(60)"], {}, tmp_path, stop_listening)
    assert threading.active_count() == before


def test_checks_have_a_home_of_their_own(tmp_path):
    """No setting of a person changes a test, and no test a person's files."""
    environ = isolated({"HOME": "/somebody", "DISPLAY": ":0", "PATH": "/bin"}, tmp_path)
    assert "/somebody" not in environ.values()
    assert environ["TMPDIR"].startswith(str(tmp_path))
    assert environ["PATH"] == "/bin"
    assert "DISPLAY" not in environ


@pytest.mark.skipif(os.name == "nt", reason="of POSIX systems")
@pytest.mark.parametrize(("needed", "is_taken"), [(1, True), (2**62, False)])
def test_files_lie_in_memory_where_there_is_room(monkeypatch, tmp_path, needed, is_taken):
    """And where they always do, where there is not enough or no such folder."""
    monkeypatch.setattr("bootstrap.check.MEMORY", tmp_path)
    monkeypatch.setattr("bootstrap.check.ROOM_NEEDED", needed)
    assert quick_folder() == (tmp_path if is_taken else None)
    monkeypatch.setattr("bootstrap.check.MEMORY", tmp_path / "missing")
    assert quick_folder() is None


@pytest.mark.parametrize(("codes", "last"), [((0, 0), "Everything passed."), ((0, 5), "Failed: two")])
def test_the_table_names_what_failed(capsys, codes, last):
    """With the seconds that each took."""
    tell([Result("one", codes[0], 1.25), Result("two", codes[1], 60.0)])
    printed = capsys.readouterr().out.splitlines()
    assert "ok          1.2 s  one" in printed
    assert "           61.2 s" in printed
    assert printed[-1] == last


def test_an_unexpected_error_leaves_its_trace_in_a_file(monkeypatch, tmp_path):
    """The person sees where the file is, not the trace."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stop = unexpected(KeyError("nobody thought of this"))
    assert "nobody thought of this" in (tmp_path / stop.lines[0]).read_text(encoding="utf-8")
