"""The digest: of the canonical JSON of everything else, the same for what is the same."""

import json
from copy import deepcopy
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calculation.step import Path
from desktop_app.document.digest import ROWS_AT_ONCE, digest_of
from desktop_app.document.draft import with_value
from tests.document.contract_data import EVERY_FIELD, leaves

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=8,
)


def test_it_is_of_sorted_compact_unescaped_utf8() -> None:
    """As any other program can reckon it from the public description."""
    canonical = '{"accounts":[{"count":1,"from":"2024-07-10"}],"title":"見積り"}'
    expected = f"sha256:{sha256(canonical.encode('utf-8')).hexdigest()}"
    assert digest_of({"title": "見積り", "digest": "sha256:0", "accounts": [{"from": "2024-07-10", "count": 1}]}) == expected


@pytest.mark.parametrize("rows", [ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 3 * ROWS_AT_ONCE])
def test_that_of_a_long_list_is_no_other(rows: int) -> None:
    """Although it is never one text."""
    draft = {"title": "見積り", "accounts": [{"from": str(number), "count": number} for number in range(rows)], "quote": {}}
    canonical = json.dumps(draft, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert digest_of(draft) == f"sha256:{sha256(canonical.encode('utf-8')).hexdigest()}"


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_order_and_white_space_do_not_matter_and_writing_does_not_change_it(draft: dict[str, object]) -> None:
    """A file that another program laid out anew is whole."""
    again = json.loads(json.dumps(dict(reversed(draft.items())), indent=3))
    assert digest_of(again) == digest_of(draft)


@given(st.sampled_from([path for path in leaves(EVERY_FIELD) if path != ("digest",)]), st.sampled_from(["", "x", 1, True, None]))
def test_another_value_anywhere_gives_another_digest(path: Path, value: object) -> None:
    """Whatever field was changed outside the program."""
    changed = with_value(deepcopy(EVERY_FIELD), path, value)
    canonical = [json.dumps(each, sort_keys=True) for each in (changed, EVERY_FIELD)]
    assert (digest_of(changed) == digest_of(EVERY_FIELD)) == (canonical[0] == canonical[1])


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_a_draft_with_half_a_surrogate_pair_has_one_too(text: str) -> None:
    """It is refused when it is read, but it can be held and saved."""
    assert digest_of({"title": text}) != digest_of({"title": ""})
