"""What of Qt and of the standard library goes into the frozen program; all else stays out."""

from collections.abc import Callable, Iterable
from pathlib import PurePath, PurePosixPath

Entry = tuple[str, str, str]
"""What PyInstaller writes down of a file: where it goes, where it is, and what it is."""

QT_MODULES = frozenset({"QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets"})
"""The modules of Qt that the window imports."""
QT_BENEATH = frozenset({"QtDBus", "QtOpenGL", "QtWaylandClient", "QtWlShellIntegration", "QtXcbQpa"})
"""The libraries of Qt's own that those and the plugins stand on."""
PLUGINS = frozenset({
    "imageformats/qsvg", "platforms/qoffscreen",
    # Linux
    "platforminputcontexts/composeplatforminputcontextplugin", "platforminputcontexts/ibusplatforminputcontextplugin",
    "platforms/qwayland", "platforms/qxcb", "platformthemes/qxdgdesktopportal", "printsupport/cupsprintersupport",
    "wayland-decoration-client/bradient", "wayland-graphics-integration-client/qt-plugin-wayland-egl",
    "wayland-shell-integration/xdg-shell", "xcbglintegrations/qxcb-egl-integration", "xcbglintegrations/qxcb-glx-integration",
    # Windows and macOS
    "platforms/qcocoa", "platforms/qwindows", "styles/qmacstyle", "styles/qmodernwindowsstyle",
})  # fmt: skip
"""The plugins that are used: drawings, the screens of each system, typing Japanese, printing."""
PACKAGES = frozenset({
    "Crypto", "PySide6", "annotated_types", "dateutil", "et_xmlfile", "filelock", "icalendar", "idna", "jpholiday", "msgspec",
    "noto_cjk_sans_jp_bold", "noto_cjk_sans_jp_regular", "openpyxl", "platformdirs", "pydantic", "pydantic_core",
    "pypdf", "pypdfium2", "pypdfium2_cli", "pypdfium2_raw", "pyrage", "shiboken6", "typing_extensions", "typing_inspection",
    "typst", "tzdata", "xlsxwriter",
})  # fmt: skip
"""The packages that the program imports, directly or not."""
QT_WORDS = ("qtbase_ja.qm",)
"""What Qt says in its own dialogs, in the languages of the window but for English, in which it is written."""
LEFT_OUT = (
    "IPython", "PIL", "_bootlocale", "_curses", "_hashlib", "_pytest", "_sqlite3", "_ssl", "_tkinter", "babel", "cryptography",
    "curses", "defusedxml", "distutils", "doctest", "ensurepip", "fontTools", "hypothesis", "idlelib", "lib2to3", "lxml", "mypy",
    "numpy", "pandas", "pip", "pkg_resources", "pydoc", "pygments", "pytest", "readline", "rich", "setuptools", "sqlite3", "ssl",
    "tkinter", "tomlkit", "turtle", "wheel", "xmlrpc",
)  # fmt: skip
"""What libraries would use were it there, and the program never does: databases, encrypted connections, terminals, tools."""
GPL_ONLY_QT = frozenset({
    "QtCharts", "QtDataVisualization", "QtGraphs", "QtGraphsWidgets", "QtHttpServer", "QtNetworkAuth", "QtQuick3D",
    "QtQuickTimeline", "QtVirtualKeyboard",
})  # fmt: skip
"""The modules of Qt that come under the GPL alone."""
OF_THE_SYSTEM = frozenset({"libcups.so.2"})
"""Libraries that are the system's own business, with all that they need in turn: where there are none, nothing is printed."""
GPL_ONLY_LIBRARIES = ("libgdbm", "libhistory", "libreadline")


def plugin(place: str) -> str | None:
    """Return the kind and name of a plugin of Qt, the same on every system; None for anything else.

    >>> plugin("PySide6/Qt/plugins/platforms/libqxcb.so"), plugin("PySide6/plugins/platforms/qwindows.dll"), plugin("PySide6/a")
    ('platforms/qxcb', 'platforms/qwindows', None)
    """
    parts = PurePosixPath(place.replace("\\", "/")).parts
    if "PySide6" not in parts or "plugins" not in parts:
        return None
    kind, file = parts[-2:]
    return f"{kind}/{bare(file)}"


def bare(file: str) -> str:
    """Return a library's name without what each system puts around it.

    >>> bare("libQt6Core.so.6"), bare("Qt6Core.dll"), bare("libqxcb.so"), bare("QtCore.abi3.so")
    ('Qt6Core', 'Qt6Core', 'qxcb', 'QtCore')
    """
    return file.partition(".")[0].removeprefix("lib")


def qt_module(place: str) -> str | None:
    """Return the module of Qt that a library or its Python side is; None for anything else.

    >>> qt_module("PySide6/Qt/lib/libQt6Svg.so.6"), qt_module("PySide6/QtSvg.abi3.so"), qt_module("PySide6/libpyside6.abi3.so")
    ('QtSvg', 'QtSvg', None)
    """
    path = PurePosixPath(place.replace("\\", "/"))
    name = bare(path.name).replace("Qt6", "Qt")
    library = ".so" in path.name or path.suffix in {".dll", ".pyd", ".dylib", ".pyi", ""}
    return name if "plugins" not in path.parts and library and name.startswith("Qt") and name != "Qt" else None


def python_side(place: str) -> str | None:
    """Return the module of Qt that this lets Python use; None for anything else.

    >>> python_side("PySide6/QtSvg.abi3.so"), python_side("PySide6/QtSvg.pyd"), python_side("PySide6/Qt6Svg.dll")
    ('QtSvg', 'QtSvg', None)
    """
    module = qt_module(place)
    return module if module and module == bare(PurePosixPath(place.replace("\\", "/")).name) else None


def chosen_datas(datas: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Return the data without Qt's words in other languages and declarative parts, type stubs, and links to what stays out."""
    there = {PurePath(each[0]).name for each in binaries}
    return [each for each in datas if not _idle(PurePath(each[0])) and (each[2] != "SYMLINK" or PurePath(each[1]).name in there)]


def _idle(place: PurePath) -> bool:
    if place.name in QT_WORDS:
        return False
    of_qt = place.parts[:1] == ("PySide6",) and bool({"qml", "translations", "resources", "metatypes"} & set(place.parts))
    return of_qt or place.suffix in {".pyi", ".po"} or place.name == "py.typed"


def chosen_binaries(binaries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the extensions and plugins that are used, and the libraries that any of these stands on, directly or not."""
    entries = [each for each in binaries if plugin(each[0]) in {None, *PLUGINS} and python_side(each[0]) in {None, *QT_MODULES}]
    wanted = [each for each in entries if each[2] == "EXTENSION" or plugin(each[0]) or _of_a_package(each[0])]
    named = {PurePath(each[0]).name: each for each in entries if each[2] != "SYMLINK"}
    reached: set[str] = set()
    while wanted:
        place, source, _ = wanted.pop()
        if place not in reached:
            reached.add(place)
            needed = set(needed_by(source))
            for name in needed & OF_THE_SYSTEM & named.keys():
                needed -= {name, *needed_by(named[name][1])}
            wanted += [named[name] for name in needed & named.keys()]
    names = {PurePath(place).name for place in reached} | {
        n for n in named if n.startswith(("libpython", "python3", "vcruntime"))
    }
    return [each for each in entries if PurePath(each[0]).name in names]


def _of_a_package(place: str) -> bool:
    """Whether it is a library that a package other than Qt loads by itself."""
    first = PurePath(place).parts[0]
    return first in PACKAGES - {"PySide6", "shiboken6"}
