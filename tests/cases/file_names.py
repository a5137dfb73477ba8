"""Texts that make bad names of files, by the hundred thousand, and what some system cannot do with a name."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from random import Random
from unicodedata import normalize

DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}) | {
    f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"
}
FOLDER = "C:\\contracts"
MOST_UNITS = 255 - len("-r123456789.contract.json")
FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
VARIANTS = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
ODD = (
    *(
        "/",
        "\\",
        "..",
        "../",
        "..\\",
        ":",
        "::$DATA",
        "C:",
        "//host/share/",
        "\\\\?\\",
        "~",
        "%2e%2e%2f",
        "%TEMP%",
        "$HOME",
        "`id`",
    ),
    *(
        ".",
        "...",
        " ",
        "\u3000",
        "\u00a0",
        "\u2028",
        "\t",
        "\n",
        "\r",
        "\0",
        "\x01",
        "\x1b[2J",
        "\x7f",
        "\x85",
        "\ufeff",
        "\u00ad",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200d",
        "\u200f",
        "\ud800",
        "\udfff",
        "\ue000",
        "\U000f0000",
        "\U0010ffff",
        "\ufffe",
        "\u0378",
    ),
    *(
        "か\u3099",
        "が",
        "é",
        "e\u0301",
        "\u212b",
        "神",
        "\u0301" * 40,
        "👨‍👩‍👧",
        "🏳️‍🌈",
        "葛\U000e0100",
        "𠮷",
        "ﬁ",
        "İ",
        "ß",
        "／",
        "．．",
        "：",
        "＊",
    ),
    *(
        "*",
        "?",
        '"',
        "<",
        ">",
        "|",
        "'",
        ";",
        "&",
        "-",
        "--",
        "#",
        "@",
        "=1+1",
        "desktop.ini",
        ".htaccess",
        "x" * 300,
        "株式会社" * 90,
    ),
    *("A", "株式会社見本", "Q-12", "r2", ".exe", ".contract.json", ".lnk", "\u0130", "1", "_"),
)
PIECES = (*ODD, *sorted(DEVICES), *(each.lower() for each in sorted(DEVICES)), "ＣＯＮ", "CON\u0301", "COM1\u200b", "nul\u3000")


def hostile_texts(count: int, seed: int) -> Iterator[str]:
    """Yield texts of one to five pieces, each another, the same for the same seed."""
    random, seen = Random(seed), set[str]()  # noqa: S311 - the same texts in every run
    while len(seen) < count:
        text = "".join(random.choices(PIECES, k=random.choice((1, 2, 2, 3, 3, 4, 5))))
        if text not in seen:
            seen.add(text)
            yield text


def faults_of(name: str) -> list[str]:
    """Return why a name, or it with one of our endings, is one that some system cannot hold or looks for elsewhere."""
    found = [] if name not in {"", ".", ".."} else ["no name"]
    found += [] if name.isprintable() else [f"holds U+{ord(each):04X}" for each in name if not each.isprintable()]
    found += [f"holds {each}" for each in FORBIDDEN.findall(name)]
    found += [] if name == name.strip(" .") else ["begins or ends with a blank or a full stop"]
    found += [] if normalize("NFC", name) == name or is_composed(name) else ["can be written in two ways"]
    found += ["is a device"] if name.partition(".")[0].rstrip(" ").upper() in DEVICES else []
    if max(len(name.encode("utf-8", "surrogatepass")), len(name.encode("utf-16-le", "surrogatepass")) // 2) > MOST_UNITS:
        found.append("is too long with an ending of ours")
    return found if is_in_its_folder(name) else [*found, "lies in another folder"]


def is_in_its_folder(name: str) -> bool:
    """Return whether a name is one in a folder, as Windows and all others understand names."""
    on_windows, elsewhere = PureWindowsPath(FOLDER, name), PurePosixPath("/contracts", name)
    right = on_windows.parts == ("C:\\", "contracts", name) and elsewhere.parts == ("/", "contracts", name)
    return right and not on_windows.is_reserved()


def is_composed(name: str) -> bool:
    """Return whether a name is in the form that all systems take for the same; variants of characters have none of their own."""
    usual = VARIANTS.sub("", name)
    return normalize("NFC", usual) == usual
