"""From bytes to a draft: whatever they are there is a draft or a problem, and never an exception."""

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.step import Path
from desktop_app.document.bounds import MOST_BYTES, MOST_VALUES
from desktop_app.document.draft import value_at
from desktop_app.document.extent import DEEPEST, MOST_PROBLEMS
from desktop_app.document.reading import read_draft
from tests.document.contract_data import EVERY_FIELD, as_bytes

HEAD = '"format":"contract-calculator","version":1'
BOM = b"\xef\xbb\xbf"
ATOMS = st.one_of(st.none(), st.text(max_size=9), st.booleans(), st.integers(-(10**20), 10**20))


def of(members: str) -> bytes:
    """Return a contract file with more members."""
    return f"{{{HEAD},{members}}}".encode()


def told(content: bytes) -> list[tuple[Path, str]]:
    """Return where and what is wrong with the text."""
    return [(each.path, each.code) for each in read_draft(content).problems]


def test_a_contract_file_is_read_as_it_is_written() -> None:
    """Every value with its kind, texts in any script."""
    source = read_draft(as_bytes(EVERY_FIELD))
    assert source.draft == EVERY_FIELD
    assert source.problems == ()


@given(
    st.dictionaries(
        st.text(max_size=5), st.one_of(ATOMS, st.lists(ATOMS, max_size=3), st.dictionaries(st.text(), ATOMS, max_size=3))
    )
)
def test_whatever_json_says_is_held(members: dict[str, Any]) -> None:
    """Also what no contract has: what is wrong with it is said later."""
    data = {**members, "format": "contract-calculator", "version": 1}
    assert read_draft(as_bytes(data)).draft == data


@pytest.mark.parametrize("content", [BOM + as_bytes(EVERY_FIELD), b" \r\n\t" + as_bytes(EVERY_FIELD) + b"\r\n\n"])
def test_a_bom_and_white_space_around_do_not_matter(content: bytes) -> None:
    """Editors put them there."""
    assert read_draft(content).draft == EVERY_FIELD


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "json_malformed"),
        (b" \n\t\r ", "json_malformed"),
        (BOM, "json_malformed"),
        (BOM + BOM + b"{}", "json_malformed"),
        (b"{", "json_malformed"),
        (b'{"format":"contract-calculator"', "json_malformed"),
        (b"{'format':1}", "json_malformed"),
        (b'{"a":1,}', "json_malformed"),
        (b'{"a":01}', "json_malformed"),
        (b'{"a":+1}', "json_malformed"),
        (b'{"a":.5}', "json_malformed"),
        (b'{"a":"\x00"}', "json_malformed"),
        (b'{"a":"line\nfeed"}', "json_malformed"),
        (b"\x00{}", "json_malformed"),
        (b"{}{}", "json_malformed"),
        (b'{"a":"\\x"}', "json_malformed"),
        (b"// comment\n{}", "json_malformed"),
        ("{}".encode("utf-16-le"), "json_malformed"),
        ("{}".encode("utf-16"), "not_utf8"),
        ("{}".encode("utf-32"), "not_utf8"),
        ('{"title":"é"}'.encode("latin-1"), "not_utf8"),
        ('{"title":"見積"}'.encode("cp932"), "not_utf8"),
        (b'{"title":"\xed\xa0\x80"}', "not_utf8"),
        (b'{"title":"\xc0\xaf"}', "not_utf8"),
        (b'{"title":"\xf5\x80\x80\x80"}', "not_utf8"),
        (b"NaN", "json_constant"),
        (b'{"a":NaN}', "json_constant"),
        (b'{"a":[Infinity]}', "json_constant"),
        (b'{"a":-Infinity}', "json_constant"),
        (b"[]", "not_an_object"),
        (b'"contract"', "not_an_object"),
        (b"null", "not_an_object"),
        (b"9" * 5000, "not_an_object"),
        (b"[" * 100_000, "json_too_deep"),
        (b'{"a":' * 100_000, "json_too_deep"),
        (b"[" * 100_000 + b"]" * 100_000, "json_too_deep"),
        (b" " * (MOST_BYTES + 1), "too_large"),
        (b"[" + b"1," * MOST_VALUES + b"1]", "values_too_many"),
        (b"{" * (MOST_VALUES + 1), "values_too_many"),
    ],
)
def test_what_is_no_contract_file_is_refused_with_one_problem_of_the_whole(content: bytes, code: str) -> None:
    """There is no draft then; the address is empty."""
    source = read_draft(content)
    assert source.draft is None
    assert [(each.path, each.code) for each in source.problems] == [((), code)]


def test_a_malformed_text_is_told_with_its_place() -> None:
    """Line and column as editors count them; of bytes that are not UTF-8 the number of the first."""
    assert read_draft(b'{\n  "a" 1}').problems[0].details == (("line", 2), ("column", 7))
    assert read_draft(b'{"a":"\xff"}').problems[0].details == (("position", 7),)


@pytest.mark.parametrize(
    ("head", "path", "code"),
    [
        ('{"title":""}', "format", "format_missing"),
        ('{"format":null,"version":1}', "format", "format_unknown"),
        ('{"format":["contract-calculator"],"version":1}', "format", "format_unknown"),
        ('{"format":"another","version":1}', "format", "format_unknown"),
        ('{"format":"contract-calculator"}', "version", "version_missing"),
        ('{"format":"contract-calculator","version":2}', "version", "version_newer"),
        (f'{{"format":"contract-calculator","version":{"9" * 5000}}}', "version", "version_newer"),
        ('{"format":"contract-calculator","version":0}', "version", "version_unknown"),
        (f'{{"format":"contract-calculator","version":-{"9" * 5000}}}', "version", "version_unknown"),
        ('{"format":"contract-calculator","version":"1"}', "version", "version_unknown"),
        ('{"format":"contract-calculator","version":1.0}', "version", "version_unknown"),
        ('{"format":"contract-calculator","version":true}', "version", "version_unknown"),
        ('{"format":"contract-calculator","version":null}', "version", "version_unknown"),
    ],
)
def test_another_format_or_version_is_reported_alone(head: str, path: str, code: str) -> None:
    """Whatever else is wrong in it, nothing is known of such a file."""
    assert told(head.encode()) == [((path,), code)]
    assert told(head.replace("{", '{"x":1,"x":2,', 1).encode()) == [((path,), code)]


@pytest.mark.parametrize(
    ("members", "paths"),
    [
        ('"title":"a","title":"b"', [("title",)]),
        ('"title":"a","title":"b","title":"c"', [("title",)]),
        ('"x":1,"x":2', [("x",)]),
        ('"quote":{"number":"1","number":"2"}', [("quote", "number")]),
        ('"prices":{"monthly":{"model":"volume","tiers":[{"up_to":1,"up_to":2}]}}', [("prices", "monthly", "tiers", 0, "up_to")]),
        ('"accounts":[{"from":1},{"count":1,"count":2,"from":1,"from":1}]', [("accounts", 1, "count"), ("accounts", 1, "from")]),
        ('"dates":{},"dates":{"applied_on":1,"applied_on":2}', [("dates",), ("dates", "applied_on")]),
        ('"x":[[{"y":1,"y":2}]]', [("x", 0, 0, "y")]),
        ('"":1,"":2', [("",)]),
    ],
)
def test_a_key_given_twice_is_told_at_every_level(members: str, paths: list[Path]) -> None:
    """Once each; the last value is held."""
    assert sorted(told(of(members)), key=repr) == sorted([(path, "field_repeated") for path in paths], key=repr)


def test_of_a_key_given_twice_the_last_value_is_held() -> None:
    """As everything else that reads JSON has it."""
    assert value_at(read_draft(of('"title":"a","title":"b"')).draft, ("title",)) == "b"


@pytest.mark.parametrize(
    ("number", "held"),
    [
        ("0", 0),
        ("-0", 0),
        ("12", 12),
        ("9" * 40, int("9" * 40)),
        ("9" * 5000, int("9" * 40)),
        ("-" + "9" * 5000, -int("9" * 39)),
        ("1.5", 1.5),
        ("1e2", 100.0),
        ("1e999", sys.float_info.max),
        ("-1e999", -sys.float_info.max),
        ("0." + "9" * 5000, 1.0),
        ("1" + "0" * 5000 + ".5", sys.float_info.max),
    ],
)
def test_a_number_beyond_all_limits_stays_a_number_beyond_them(number: str, held: float) -> None:
    """It is held as one that can be reckoned with and written again; never as a text, which another field could take."""
    for members in (f'"title":{number}', f'"x":[{number}]'):
        draft = read_draft(of(members)).draft
        found = value_at(draft, ("title",)) if "title" in members else value_at(draft, ("x", 0))
        assert (found, type(found)) == (held, type(held))
        assert json.loads(json.dumps(draft)) == draft


@pytest.mark.parametrize("opened", ["[", '{"a":'])
def test_nesting_is_held_to_a_depth_and_refused_beyond(opened: str) -> None:
    """What is held can be walked, compared and written without end of the stack."""
    closed = "]" if opened == "[" else "}"

    def nested(levels: int) -> bytes:
        return of(f'"x":{opened * levels}1{closed * levels}')

    assert read_draft(nested(DEEPEST - 2)).draft is not None
    assert told(nested(DEEPEST)) == [((), "json_too_deep")]
    assert told(nested(900)) == [((), "json_too_deep")]


def test_wide_files_are_not_deep() -> None:
    """Many rows beside one another are fine."""
    assert read_draft(of(f'"accounts":[{",".join(["{}"] * 500)}]')).problems == ()


def test_of_a_file_with_very_many_unknown_fields_the_first_are_told() -> None:
    """It is no contract file, so there is no draft."""
    content = of(",".join(f'"k{number}":1' for number in range(30_000)))
    source = read_draft(content)
    assert source.draft is None
    assert [each.path for each in source.problems] == [(f"k{number}",) for number in range(MOST_PROBLEMS)]
    assert {each.code for each in source.problems} == {"field_unknown"}


def test_a_long_file_with_few_unknown_fields_is_held() -> None:
    """Rows are many in a long contract, or something of another program's lies in one field of its own."""
    rows = ",".join('{"from":"2024-07-10","count":1,"note":"","x":0}' for _ in range(900))
    foreign = ",".join(f'"k{number}":1' for number in range(30_000))
    source = read_draft(of(f'"accounts":[{rows}],"foreign":{{{foreign}}}'))
    assert source.draft is not None
    assert source.problems == ()


def test_no_more_repetitions_are_told_than_anyone_reads() -> None:
    """The first of them, and then no more."""
    rows = ",".join('{"from":1,"from":1}' for _ in range(MOST_PROBLEMS + 50))
    assert len(told(of(f'"accounts":[{rows}]'))) == MOST_PROBLEMS


@given(st.binary(max_size=60))
def test_any_bytes_give_a_draft_or_problems(content: bytes) -> None:
    """Alone, or in the middle of a contract file."""
    for each in (content, of('"title":"' + "x").removesuffix(b"}") + content + b'"}'):
        source = read_draft(each)
        assert (source.draft is None) <= bool(source.problems)


def test_as_many_values_as_may_be_are_read() -> None:
    """One more is one too many, whatever it is."""
    room = MOST_VALUES - of('"x":[1]').decode().count(",") - 2
    assert told(of(f'"x":[{"1," * room}1]')) == []
    assert told(of(f'"x":[{"1," * room}1,[]]')) == [((), "values_too_many")]
