"""No sentence cites another article or rests on other figures, and no problem names other values, unless that is meant."""

from tests.calculation.recorded import PROBLEMS, SENTENCES, problems, sentences


def test_every_sentence_cites_and_rests_on_what_is_recorded() -> None:
    """Its figure, its article, the field that it was typed into, and the figures below it."""
    assert sentences() == SENTENCES.read_text("utf-8").splitlines()


def test_every_problem_names_what_is_recorded() -> None:
    """Its place, its article, and the values in its sentence."""
    assert problems() == PROBLEMS.read_text("utf-8").splitlines()
