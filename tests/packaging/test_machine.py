"""The machine: whether a window can be shown, which system packages are missing, and what they are called."""

import os
import sys

import pytest
from bootstrap import system_packages
from bootstrap.display import wants_window, without_display
from bootstrap.speech import Stop
from bootstrap.system_packages import OFFSCREEN, WAYLAND, X11, Need, missing_libraries, package_names, venv_need

OLD_NAMES = ["libglib2.0-0", "libgl1", "libegl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"]


@pytest.mark.parametrize(
    ("platform", "environ", "window"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, True),
        ("darwin", {}, True),
        ("darwin", {"CI": "true"}, False),
        ("win32", {}, True),
        ("win32", {"CI": "true", "DISPLAY": ":0"}, False),
    ],
)
def test_a_window_is_wanted_where_somebody_can_see_it(platform, environ, window):
    """Linux tells by its display; the others always have one, unless CI runs."""
    assert wants_window(platform, environ) is window


def test_checks_never_draw_on_a_screen():
    """They look the same on a desktop as in CI."""
    environ = without_display({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "HOME": "/h"})
    assert environ == {"HOME": "/h", "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize(
    ("offered", "names"),
    [
        ({"libglib2.0-0", "libgl1"}, OLD_NAMES),
        ({"libglib2.0-0t64", "libgl1"}, ["libglib2.0-0t64", *OLD_NAMES[1:]]),
        ({"libglib2.0-0t64", "libglib2.0-0"}, ["libglib2.0-0t64", *OLD_NAMES[1:]]),
        (set(), OLD_NAMES),
    ],
)
def test_packages_are_called_what_this_release_calls_them(offered, names):
    """Newer releases put t64 behind some; where nothing is known, the old name still leads there."""
    assert package_names(OFFSCREEN, offered.__contains__) == names


@pytest.mark.parametrize(
    ("offered", "name"),
    [({"python3.12-venv", "python3-venv"}, "python3.12-venv"), ({"python3-venv"}, "python3-venv"), (set(), "python3-venv")],
)
def test_the_package_for_virtual_environments_is_the_one_for_this_python(offered, name):
    """A second Python on the machine has a package of its own."""
    assert package_names([venv_need((3, 12))], offered.__contains__) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these to its owner")
def test_a_library_is_missing_when_it_cannot_be_loaded():
    """The C library is always there."""
    there, absent = Need("libc.so.6", ("libc6",)), Need("libnobody-has-this.so.9", ("nobody",))
    assert missing_libraries([there, absent]) == [absent]


def test_no_need_is_named_twice():
    """Each list adds to the others."""
    sonames = [need.soname for need in (*OFFSCREEN, *X11, *WAYLAND)]
    assert len(sonames) == len(set(sonames))


@pytest.fixture
def apt(monkeypatch, tmp_path):
    """Put a stand-in for apt on the path, which knows the new name of glib and writes down how it is called."""
    log = tmp_path / "log"
    scripts = {
        "apt-get": f'#!/bin/sh\necho "$@" >> {log}\n[ -z "$APT_FAILS" ] || {{ echo "E: broken"; exit 100; }}\n',
        "apt-cache": '#!/bin/sh\n[ "$3" = libglib2.0-0t64 ] && echo "Package: $3"\nexit 0\n',
    }
    for name, script in scripts.items():
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return log


def as_user(monkeypatch, number: int) -> None:
    """Be the user of this number, 0 for root."""
    monkeypatch.setattr(os, "geteuid", lambda: number, raising=False)


posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for apt is a shell script")
MISSING = [OFFSCREEN[0], OFFSCREEN[1]]


@posix
def test_root_installs_what_is_missing(apt, monkeypatch, capsys):
    """The lists first, since a bare machine has none; and it says what it installs."""
    as_user(monkeypatch, 0)
    system_packages.require(MISSING)
    assert apt.read_text().splitlines() == ["update", "install -y --no-install-recommends libglib2.0-0t64 libgl1"]
    assert "Installing missing packages: libglib2.0-0t64 libgl1" in capsys.readouterr().out


@posix
@pytest.mark.parametrize(("user", "sudo", "fails"), [(1000, "sudo ", ""), (0, "", "yes")])
def test_others_are_told_what_to_type(apt, monkeypatch, user, sudo, fails):
    """So is root when the installation fails."""
    as_user(monkeypatch, user)
    monkeypatch.setenv("APT_FAILS", fails)
    with pytest.raises(Stop) as stopped:
        system_packages.require(MISSING)
    install = f"{sudo}apt-get install -y --no-install-recommends libglib2.0-0t64 libgl1"
    assert stopped.value.lines == (f"{sudo}apt-get update", install)
    assert apt.exists() is bool(fails)


def test_other_systems_are_told_what_is_missing(monkeypatch, tmp_path):
    """Without apt the files are named, not the packages."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Stop) as stopped:
        system_packages.require(MISSING)
    assert stopped.value.lines == ("libglib-2.0.so.0", "libGL.so.1")


def test_nothing_missing_needs_nothing(monkeypatch, tmp_path):
    """Not even apt."""
    monkeypatch.setenv("PATH", str(tmp_path))
    system_packages.require([])
