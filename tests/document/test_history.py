"""Undo, redo, what was saved: laws that hold for whatever is done to a draft in whatever order."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.document.draft import same, value_at
from desktop_app.document.history import MOST_ENTRIES, Act, History
from tests.document.contract_data import EVERY_FIELD

PATHS = st.sampled_from(
    [
        ("title",),
        ("quote", "number"),
        ("dates", "billing_start"),
        ("prices", "monthly", "unit_price"),
        ("accounts", 0, "count"),
        ("accounts", 1, "from"),
        ("service", "domains", 0),
        ("option",),
        ("option", "accepted_on"),
        ("termination", "kind"),
    ]
)
ROWS = st.sampled_from([("accounts", 0), ("accounts", 1), ("changes", 0), ("outages", 0), ("service", "domains", 1)])
VALUES = st.one_of(st.none(), st.sampled_from(["", "a", "2024-07-10", 0, 1, True, 1.0, {}]))
LISTS = st.lists(st.sampled_from([{}, {"count": 1}, "x.example"]), max_size=3)

EDITS = st.builds(lambda path, value: lambda history: history.edit(path, value), PATHS, VALUES)
CHANGES = st.one_of(
    EDITS,
    st.builds(lambda path, items: lambda history: history.insert(path, items), ROWS, LISTS),
    st.builds(lambda path: lambda history: history.remove(path), st.one_of(ROWS, PATHS)),
    st.builds(lambda path, items: lambda history: history.replace_all(path[:-1], items), ROWS, LISTS),
)
MOVES = st.sampled_from([History.undo, History.redo, History.settled, History.marked_saved])
Act_ = Callable[[History], History]
ACTS = st.lists(st.one_of(CHANGES, CHANGES, MOVES), max_size=12)


def after(acts: list[Act_], present: Any = EVERY_FIELD) -> History:
    """Return the history in which `acts` were done to a file that was opened."""
    history = History(present, saved=present)
    for act in acts:
        history = act(history)
    return history


@given(ACTS, CHANGES)
def test_undo_takes_back_what_was_done_last(acts: list[Act_], change: Act_) -> None:
    """Wholly, whatever it was; what changed nothing is not there to be undone."""
    before = after(acts).settled()
    done = change(before)
    if same(done.present, before.present):
        assert done == before
    else:
        undone = done.undo()
        assert (undone.present, undone.past, undone.saved) == (before.present, before.past, before.saved)


@given(ACTS)
def test_redo_does_again_what_undo_took_back(acts: list[Act_]) -> None:
    """With everything that could be undone and redone before."""
    before = after(acts).settled()
    if before.past:
        assert before.undo().redo() == before
    if before.future:
        assert before.redo().undo() == before


@given(ACTS)
def test_undone_to_the_beginning_the_file_is_as_it_was_opened_and_redone_as_it_was_left(acts: list[Act_]) -> None:
    """However long the way, also through a save in between."""
    left = History(EVERY_FIELD, saved=EVERY_FIELD)
    for act in acts:
        left = act(left) if act not in {History.undo, History.redo} else left
    begun = left
    while begun.past:
        begun = begun.undo()
    assert begun.present is EVERY_FIELD
    for _ in left.past:
        begun = begun.redo()
    assert begun.present == left.present


@given(ACTS)
def test_nothing_left_to_undo_or_redo_changes_nothing(acts: list[Act_]) -> None:
    """The two commands are then without effect, not an error."""
    history = after(acts)
    while history.past:
        history = history.undo()
    assert history.undo() is history
    while history.future:
        history = history.redo()
    assert history.redo() is history


@given(ACTS)
def test_modified_says_whether_the_draft_says_something_else_than_what_was_saved(acts: list[Act_]) -> None:
    """It is compared, never counted."""
    history = after(acts)
    assert history.modified == (not same(history.present, history.saved))
    assert not history.marked_saved().modified
    gone_on = history.settled().edit(("title",), "typed while it was saved")
    assert gone_on.marked_saved(history.present).modified
    assert not gone_on.marked_saved(history.present).undo().modified


@given(ACTS)
def test_no_draft_is_changed_in_place(acts: list[Act_]) -> None:
    """The drafts of the past can be shown again because they are still what they were."""
    drafts: list[tuple[Any, Any]] = []
    history = History(EVERY_FIELD, saved=EVERY_FIELD)
    for act in acts:
        drafts.append((history.present, deepcopy(history.present)))
        history = act(history)
    assert all(kept == copied for kept, copied in drafts)


def test_a_draft_that_was_never_saved_is_modified() -> None:
    """A recovered one, for example."""
    assert History(EVERY_FIELD).modified
    assert History({}).modified


def test_typing_on_in_a_field_is_one_entry_until_it_is_settled() -> None:
    """Undo takes back a word, not a letter; after leaving the field the next word is another entry."""
    history = History({}, saved={})
    for typed in ("新", "新規", "新規お見積り"):
        history = history.edit(("title",), typed)
    assert [entry.act for entry in history.past] == [Act("edit", ("title",))]
    further = history.settled().edit(("title",), "更新").edit(("title",), "更新のお見積り")
    assert [len(history.past), len(further.past)] == [1, 2]
    assert further.undo().present == {"title": "新規お見積り"}
    assert further.undo().undo().present == {}


def test_typing_in_another_field_is_another_entry() -> None:
    """Also when one goes back to the first afterwards."""
    history = History({}).edit(("title",), "a").edit(("quote", "number"), "1").edit(("title",), "b")
    assert [entry.act.path for entry in history.past] == [("title",), ("quote", "number"), ("title",)]


def test_after_undo_or_a_save_typing_on_is_an_entry_of_its_own() -> None:
    """What was undone or saved can be come back to."""
    undone = History({}).edit(("title",), "a").settled().edit(("title",), "b").undo().edit(("title",), "c")
    assert [entry.draft for entry in undone.past] == [{}, {"title": "a"}]
    saved = History({}).edit(("title",), "a").marked_saved().edit(("title",), "b")
    assert saved.undo().present == {"title": "a"}
    assert not saved.undo().modified


def test_what_was_typed_and_typed_back_leaves_nothing_to_undo() -> None:
    """And the file is not modified."""
    opened = History({"quote": {}}, saved={"quote": {}})
    back = opened.edit(("title",), "新").edit(("title",), "新規").edit(("title",), None)
    assert back == opened


def test_clearing_a_field_that_the_file_did_not_have_leaves_it_unmodified() -> None:
    """Although typing had made the part that holds it."""
    typed = History({}, saved={}).edit(("customer", "name"), "株式会社サンプル").settled()
    assert typed.modified
    assert not typed.edit(("customer", "name"), None).modified


def test_a_number_of_another_kind_is_an_edit() -> None:
    """1200.0 from another program is an error in the file, typing 1200 over it mends it."""
    history = History({"accounts": [{"count": 1200.0}]}).edit(("accounts", 0, "count"), 1200)
    assert type(value_at(history.present, ("accounts", 0, "count"))) is int


def test_rows_are_one_entry_with_its_kind() -> None:
    """So that undo can say in words what it takes back."""
    history = History({})
    history = history.insert(("accounts", 0), [{}]).insert(("accounts", 1), [{}, {}]).remove(("accounts", 0))
    history = history.replace_all(("accounts",), [{"count": 1}])
    assert [entry.act.kind for entry in history.past] == ["add", "paste", "remove", "paste"]


def test_a_new_edit_forgets_what_could_be_redone() -> None:
    """It would no longer fit."""
    assert History({}).edit(("title",), "a").undo().edit(("title",), "b").future == ()


def test_the_oldest_entries_are_forgotten() -> None:
    """A day's work must not fill the memory."""
    history = History({})
    for number in range(MOST_ENTRIES + 5):
        history = history.edit(("quote", "revision"), number + 1).settled()
    assert len(history.past) == MOST_ENTRIES
    assert history.past[0].draft == {"quote": {"revision": 5}}


def test_a_row_and_what_is_typed_into_it_first_are_one_entry() -> None:
    """Until it is settled; given up at once, it leaves no trace."""
    begun = History({"accounts": []}, saved={"accounts": []})
    typed = begun.insert(("accounts", 0), [{"count": 8}]).edit(("accounts", 0, "count"), 80)
    assert [entry.act for entry in typed.past] == [Act("add", ("accounts", 0))]
    assert typed.undo().present == {"accounts": []}
    assert typed.remove(("accounts", 0)) == begun
    further = typed.settled().edit(("accounts", 0, "note"), "x")
    assert [entry.act.kind for entry in further.past] == ["add", "edit"]
    assert further.remove(("accounts", 0)).past[-1].act.kind == "remove"


def test_an_edit_in_another_row_is_another_entry() -> None:
    """Also right behind the adding of one."""
    history = History({"accounts": [{"count": 1}]}).insert(("accounts", 1), [{"count": 8}]).edit(("accounts", 0, "count"), 5)
    assert [entry.act.kind for entry in history.past] == ["add", "edit"]


def test_rows_that_find_their_order_belong_to_the_act_before() -> None:
    """Undo takes both back; in another list, or with other rows, it is an act of its own."""
    early, late = {"from": "2024-07-10"}, {"from": "2024-09-15"}
    history = History({"accounts": [late]}, saved={"accounts": [late]}).insert(("accounts", 1), [early])
    ordered = history.replace_all(("accounts",), [early, late])
    assert ordered.present == {"accounts": [early, late]}
    assert [entry.act.kind for entry in ordered.past] == ["add"]
    assert ordered.undo().present == {"accounts": [late]}
    assert ordered.undo().redo() == ordered
    assert ordered.edit(("accounts", 1, "count"), 5).past[-1].act.kind == "edit"
    elsewhere = history.settled().edit(("title",), "x").replace_all(("accounts",), [early, late])
    assert [entry.act.kind for entry in elsewhere.past] == ["add", "edit", "paste"]
    pasted = history.replace_all(("accounts",), [dict(early), dict(late)])
    assert [entry.act.kind for entry in pasted.past] == ["add", "paste"]


def test_rows_taken_out_together_are_one_act() -> None:
    """Said to be that."""
    rows = [{"count": number} for number in range(4)]
    history = History({"accounts": rows}).replace_all(("accounts",), [rows[0], rows[3]])
    assert history.past[-1].act == Act("remove_rows", ("accounts",))
    assert history.replace_all(("accounts",), None).past[-1].act.kind == "remove_rows"
    assert history.replace_all(("accounts",), [rows[3]]).undo().present == history.present
