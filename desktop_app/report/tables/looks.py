"""How cells look: typefaces that Windows and Mac both have, number formats, what is typed, reckoned, fixed, and checked."""

from typing import Any

from desktop_app.wording.days import LANGUAGES, Language

FONT = "Yu Gothic"
INK, FAINT, LINE = "#1F2933", "#6B7785", "#C9D1DA"
HEAD, INPUT, FIXED, STRONG = "#E6ECF3", "#FFF8DC", "#F1F3F5", "#EEF4FB"
GOOD, BAD, BAD_FILL = "#1B7F4B", "#B42318", "#FDE7E5"


def day_formats(language: Language) -> dict[str, str]:
    """Return the formats of days by kind of value, as the language writes them."""
    manner = LANGUAGES[language]
    return {
        "day": manner.cell_day,
        "month": manner.cell_month,
        "moment": f"{manner.cell_day} h:mm",
        "short_day": manner.cell_short_day,
        "short_moment": f"{manner.cell_short_day} h:mm",
    }


NUMBERS = {
    "yen": '¥#,##0;-¥#,##0;"¥0"',
    "table_yen": '#,##0;-#,##0;"–"',
    "price": "General",
    "table_price": "#,##0.00####",
    "below": '[>=1000000000]"–";#,##0',
    "count": "#,##0",
    "rate": "0%",
    "hours": "#,##0.00",
    "text": "@",
    "plain": "General",
}
"""Formats by kind of value; those of days are the language's."""

BASE = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
BOXED = {"border": 1, "border_color": LINE}
ROLES: dict[str, dict[str, Any]] = {
    "title": {"font_size": 18, "bold": True},
    "heading": {"font_size": 12, "bold": True, "bottom": 2, "bottom_color": INK},
    "note": {"font_color": FAINT, "font_size": 9, "text_wrap": True, "valign": "top"},
    "words": {"text_wrap": True, "valign": "top"},
    "label": {**BOXED, "text_wrap": True, "indent": 1},
    "number": {**BOXED, "align": "center"},
    "head": {**BOXED, "bold": True, "bg_color": HEAD, "align": "center", "text_wrap": True},
    "cited": {**BOXED, "font_color": FAINT, "font_size": 8, "text_wrap": True, "align": "center"},
    "input": {**BOXED, "bg_color": INPUT, "font_color": "#1F4E9E"},
    "fixed": {**BOXED, "bg_color": FIXED},
    "result": BOXED,
    "sum": {**BOXED, "bold": True, "bg_color": STRONG},
    "cell": {},
    "faint": {"font_color": FAINT, "font_size": 8},
    "large": {**BOXED, "bold": True, "font_size": 14, "align": "right"},
    "verdict": {**BOXED, "align": "center"},
    "mark": {"align": "center"},
    "overall": {**BOXED, "bold": True, "font_size": 12, "align": "center", "text_wrap": True},
}
"""What a cell is: its fill says whether it is typed (`input`), set by the contract terms (`fixed`) or reckoned (`result`)."""

LEFT = frozenset({"text", "plain"})
TYPED = frozenset({"input", "fixed", "result", "cell"})


class Looks:
    """The formats of one workbook, each made when it is first needed; their order decides the bytes."""

    def __init__(self, file: Any, language: Language, *, whole_prices: bool) -> None:
        self._file = file
        self._numbers = NUMBERS | day_formats(language) | ({"table_price": NUMBERS["table_yen"]} if whole_prices else {})
        self._made: dict[tuple[str, str], Any] = {}
        self._conditional: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(self, role: str, kind: str = "plain") -> Any:
        """Return the format for what a cell is and what kind of value it holds."""
        if (role, kind) not in self._made:
            sides: dict[str, Any] = {} if "align" in ROLES[role] or kind in LEFT else {"align": "right"}
            sides |= {"align": "left", "indent": 1} if role in TYPED and kind in LEFT else {}
            quote = {"quote_prefix": True} if kind == "text" else {}
            number = {"num_format": self._numbers[kind]}
            self._made[role, kind] = self._file.add_format(BASE | ROLES[role] | sides | number | quote)
        return self._made[role, kind]

    def conditional(self, **properties: Any) -> Any:
        """Return a format that shows on a condition."""
        key = tuple(sorted(properties.items()))
        if key not in self._conditional:
            self._conditional[key] = self._file.add_format(properties)
        return self._conditional[key]
