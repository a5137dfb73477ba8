"""Amounts, counts and prices are read as people mean them; what is not understood comes back as it was typed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.document.typed_numbers import price_entry, whole_entry


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("300000", 300000),
        ("300,000", 300000),
        ("３００，０００円", 300000),
        ("¥300,000", 300000),
        ("￥300,000", 300000),
        ("\\300,000", 300000),
        ("30万", 300000),
        ("30万5000", 305000),
        ("1.5万円", 15000),
        ("1億", 100000000),
        ("1億2,000万5", 120000005),
        ("1,200件", 1200),
        ("12か月", 12),
        ("12.0", 12),
        ("-5", -5),
        ("▲9999999999999999999199億06", -999999999999999999919900000006),
        ("-12345678901234567890123456789", -12345678901234567890123456789),
        ("▲5", -5),
        ("-30万", -300000),
        ("120万5千", 1205000),
        ("300千円", 300000),
        ("1.5千", 1500),
        ("1億2000万3千4", 120003004),
        ("1,200円/月", 1200),
        ("１，２００円／アカウント", 1200),
        ("300,000円也", 300000),
        ("500ID", 500),
        ("△¥5", -5),
        ("0", 0),
    ],
)
def test_an_amount_is_read(text: str, number: int) -> None:
    """With the signs and units that people write; a negative one is a number, and refused as such."""
    assert whole_entry(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "9.5",
        "1,5",
        "12,34,567",
        "三十万",
        "万",
        "1..5万",
        "1e5",
        "--5",
        "9" * 31,
        "NaN",
        "1円2",
        "5円円",
        "1.5万5千",
        "1万1万",
        "1万20000",
        "5千1万",
        "12千3万",
        "約1,000",
        "1,000円(税込)",
        "10%",
        "¥¥5",
        "1.2.3",
        ".",
        "円",
        "1億10000万",
        "1,2万",
    ],
)
def test_what_is_no_whole_number_stays_as_typed(text: str) -> None:
    """Above all what could be read in two ways."""
    assert whole_entry(text) == text


@pytest.mark.parametrize(
    ("text", "price"),
    [("200", "200"), ("199.5円", "199.5"), ("1,200", "1200"), ("1.5万", "15000"), ("007.50", "7.50"), ("-5", "-5")],
)
def test_a_price_is_read(text: str, price: str) -> None:
    """As a decimal text, the way a file has it."""
    assert price_entry(text) == price
    assert price_entry(f"{text}?") == f"{text}?"


@pytest.mark.parametrize("read", [whole_entry, price_entry])
def test_blank_is_nothing(read: Callable[[str], object]) -> None:
    """Also when it is a full-width blank."""
    assert read(" 　") is None


@given(st.integers(0, 10**12))
def test_every_amount_is_read_in_every_writing(amount: int) -> None:
    """Plain, grouped, full-width, with its sign, and in Japanese units."""
    full_width = str(amount).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    whole, rest = divmod(amount, 10**4)
    writings = (str(amount), f"{amount:,}", f"¥{amount:,}", full_width, f"{amount:,}円", f"{whole}万{rest}")
    assert {whole_entry(text) for text in writings} == {amount}


@given(st.text(max_size=40) | st.text("0123456789,.万億千円¥-", max_size=12))
def test_no_number_that_is_typed_is_lost(text: str) -> None:
    """Each reader gives a value, nothing for a blank, or the very text."""
    price = price_entry(text)
    assert price is None or price == text or price[:1] in "-0123456789"
    whole = whole_entry(text)
    assert isinstance(whole, int) or whole in (None, text)
