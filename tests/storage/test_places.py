"""Any name a file can have, links, pipes and devices: written to as it should be, or told why not."""

import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from desktop_app.storage.atomic import write_atomically
from desktop_app.storage.failure import StorageError
from tests.storage.files import NEW, OLD, POSIX, names


def test_the_folder_may_be_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A bare name is one in the current folder."""
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("bare.json"), NEW)
    assert (tmp_path / "bare.json").read_bytes() == NEW


@pytest.mark.parametrize("name", ["あ" * 80 + ".json", "a" * 255, "💴" * 60, ".hidden", "-o", "new\nline"])
@POSIX
def test_any_name_that_a_file_can_have_will_do(tmp_path: Path, name: str) -> None:
    """The temporary name beside it is made to fit."""
    write_atomically(tmp_path / name, NEW)
    write_atomically(tmp_path / name, OLD)
    assert names(tmp_path) == [name]


@POSIX
def test_a_name_that_is_not_unicode_will_do_too(tmp_path: Path) -> None:
    """On systems where names are bytes."""
    path = tmp_path / os.fsdecode(b"quote-\xff\xe3.json")
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


@POSIX
def test_behind_a_symbolic_link_the_file_is_exchanged_and_the_link_stays(target: Path, tmp_path: Path) -> None:
    """Also one through another folder and another link."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "first").symlink_to(target)
    (folder / "second").symlink_to("first")
    write_atomically(folder / "second", NEW)
    assert target.read_bytes() == NEW
    assert (folder / "second").readlink() == Path("first")
    assert names(folder) == ["first", "second"]


@POSIX
def test_a_link_to_nothing_gets_what_it_points_at(tmp_path: Path) -> None:
    """As any other program would have it."""
    (tmp_path / "link").symlink_to("missing.json")
    write_atomically(tmp_path / "link", NEW)
    assert (tmp_path / "missing.json").read_bytes() == NEW
    assert (tmp_path / "link").is_symlink()


@POSIX
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    """There is no file behind them."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(StorageError) as caught:
        write_atomically(tmp_path / "a", NEW)
    assert caught.value.cause == "cannot_write"


@pytest.mark.parametrize(
    ("name", "cause"),
    [("missing/x.json", "not_found"), ("file/x.json", "not_found"), ("folder", "is_a_folder"), ("n" * 300, "name_too_long")],
)
@POSIX
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, name: str, cause: str) -> None:
    """With what is wrong with it."""
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError) as caught:
        write_atomically(tmp_path / name, NEW)
    assert (caught.value.cause, caught.value.path) == (cause, tmp_path / name)


@POSIX
def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    """It is no file that could be exchanged."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, NEW)
    reader.join()
    assert read == [NEW]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@POSIX
def test_a_device_without_room_is_told() -> None:
    """It is written to directly too."""
    if not Path("/dev/full").exists():
        pytest.skip("there is none here")
    with pytest.raises(StorageError) as caught:
        write_atomically(Path("/dev/full"), NEW)
    assert caught.value.cause == "disk_full"
