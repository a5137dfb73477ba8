"""Contract files bent and broken at random, by one who knows what is in them: thousands a second, most of them nearly right."""

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from desktop_app.calculation.step import Path
from desktop_app.document.draft import value_at
from tests.cases.cut_up import cut_up
from tests.document.contract_data import nodes

DAYS = (
    "1999-12-31",
    "2000-01-01",
    "2014-06-30",
    "2024-02-29",
    "2023-02-29",
    "2024-07-09",
    "2024-07-10",
    "2025-07-09",
    "2199-12-31",
)
MOMENTS = tuple(f"{day}T{time}" for day in DAYS[1:] for time in ("00:00", "09:00:30", "23:59:59", "24:00"))
NUMBERS = (0, 1, -1, 2, 12, 120, 121, 1000, 10**8, 10**8 + 1, 10**12, 10**12 + 1, 2**63, -(10**39), 1.0, 1e300, 0.1)
PRICES = ("0", "0.000001", "0.0000001", "999999999999.999999", "1e3", "-1", " 1", "١", "1,000", "1000000000000")
WORDS = (
    "notice",
    "by_provider",
    "article_28_2",
    "volume",
    "package",
    "full",
    "fixed",
    "scheduled",
    "restored",
    "ceiling",
    "domain",
    "x",
)
TEXTS = (
    "",
    " ",
    "\x00",
    "\n",
    "\ud800",
    "\u202e",
    "😀",
    "é",
    "e\u0301",
    "㈱",
    "<b>&{n}%s</b>",
    "=1+1",
    "../x",
    "a" * 3000,
    "192.0.2.1/8",
    "::1",
)
OTHERS = (None, True, False, {}, [], [[]], [{}], {"": None}, {"model": "volume"})
ATOMS: tuple[Any, ...] = (*DAYS, *MOMENTS, *NUMBERS, *PRICES, *WORDS, *TEXTS, *OTHERS)
NAMES = (
    "title",
    "from",
    "count",
    "kind",
    "model",
    "tiers",
    "unit_price",
    "known_at",
    "x",
    "",
    "\ud800",
    "a.b",
    "[0]",
    "__class__",
    "digest",
)

Data = dict[str, Any]


def bent(seed: Data, random: Random) -> Data:
    """Return `seed` with one to four things changed."""
    data = deepcopy(seed)
    for _ in range(random.choice((1, 1, 1, 2, 2, 4))):
        random.choice(WAYS)(data, random.choice(list(nodes(data)) or [("x",)]), random)
    return data


def _put(data: Data, path: Path, value: Any) -> None:
    around = value_at(data, path[:-1])
    if isinstance(around, dict | list):
        around[path[-1]] = value


def _replaced(data: Data, path: Path, random: Random) -> None:
    _put(data, path, deepcopy(random.choice(ATOMS)))


def _like_it(data: Data, path: Path, random: Random) -> None:
    """Put another value of the kind that stands there, so that the rules between fields are reached."""
    old = value_at(data, path)
    kinds: tuple[tuple[type, tuple[Any, ...]], ...] = (
        (bool, (True, False)),
        (int, (old, *NUMBERS[:10])),
        (str, MOMENTS if "T" in str(old)[10:11] else DAYS if str(old)[4:5] == "-" else (*PRICES, *WORDS)),
    )
    found = next((values for kind, values in kinds if isinstance(old, kind)), OTHERS)
    _put(data, path, deepcopy(random.choice(found)))


def _taken_out(data: Data, path: Path, _: Random) -> None:
    around = value_at(data, path[:-1])
    if isinstance(around, dict | list):
        del around[path[-1]]


def _renamed(data: Data, path: Path, random: Random) -> None:
    around = value_at(data, path[:-1])
    if isinstance(around, dict):
        around[random.choice(NAMES)] = around.pop(path[-1])


def _doubled(data: Data, path: Path, random: Random) -> None:
    around = value_at(data, path[:-1])
    if isinstance(around, list):
        around.insert(random.randrange(len(around) + 1), deepcopy(value_at(data, path)))
    else:
        _put(data, path, [value_at(data, path)] * 2)


def _swapped(data: Data, path: Path, random: Random) -> None:
    other = random.choice(list(nodes(data)))
    one, two = deepcopy(value_at(data, path)), deepcopy(value_at(data, other))
    if path[: len(other)] != other and other[: len(path)] != path:
        _put(data, path, two)
        _put(data, other, one)


def _wrapped(data: Data, path: Path, random: Random) -> None:
    value = value_at(data, path)
    for _ in range(random.choice((1, 2, 60))):
        value = random.choice(([value], {"x": value}))
    _put(data, path, value)


WAYS: tuple[Callable[[Data, Path, Random], None], ...] = (
    _replaced,
    _like_it,
    _like_it,
    _like_it,
    _taken_out,
    _renamed,
    _doubled,
    _swapped,
    _wrapped,
)


def broken(seed: Data, random: Random) -> bytes:
    """Return the text of a bent contract, its bytes sometimes broken too."""
    text = json.dumps(bent(seed, random), ensure_ascii=random.random() < 0.5, indent=random.choice((None, 2)))
    content = text.encode("utf-8", "surrogatepass")
    return content if random.random() < 0.4 else cut_up(content, random)
