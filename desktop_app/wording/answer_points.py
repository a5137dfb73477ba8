"""The points of an answer to a customer: a derivation without what only the window needs, equal months in one line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.calculation.articles import Article
from desktop_app.calculation.periods import Month
from desktop_app.wording.reasons import Reason
from desktop_app.wording.wording import Wording

MOST_POINTS = 16
"""More lines are not read in a mail: where there are more, those that lie deepest are left out."""

SENTENCE_ENDS = ("す", "せん", "した")
"""How a whole sentence ends in Japanese; what ends otherwise stands in brackets behind its value."""

GOES_BEFORE, GOES_ON = re.compile(r"[\d,.年月]"), re.compile(r"[\dA-Za-z]|[,.]\d")
"""What makes digits beside it a part of another number or day."""

ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
"""What stands in brackets: a number there, such as a limit, may only happen to be that of the figure."""

WEEKDAY = re.compile(r" ?[（(](?:[月火水木金土日]|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[）)] ?")


class Point(NamedTuple):
    """A line of the answer: what it is about, its month, its value and why it is so, the points below it; `last` ends a run."""

    figure: str
    month: Month | None
    value: str
    sentence: str
    article: str
    below: "tuple[Point, ...]"
    last: Month | None = None


class Telling:
    """Makes points of a derivation in the words of a language; `months` are those that occur in it."""

    def __init__(self, words: Wording, months: frozenset[Month]) -> None:
        self._words = words
        self._months = {words.value(each): each for each in months}
        self._of_month = _pattern(words.text("figure_of_month"))
        self._in_row = _pattern(words.text("field_in_row"))
        self._unsaid = {words.text("figure.other_records"), words.text("figure.value_effective_on")}

    def points(self, above: Reason, cited: str) -> tuple[Point, ...]:
        """Return what is to be told below a line; `cited` is the article that holds there."""
        told = (self._point(each, cited) for each in above.below if self._has_news(each, above))
        return tuple(_run(each) for each in _runs(told))

    def article(self, reason: Reason) -> str:
        """Return the article of a line; assumptions, which are none, are told by themselves."""
        return "" if reason.article == self._words.article(Article.POLICY) else reason.article

    def named(self, label: str) -> tuple[str, Month | None]:
        """Return what a line is called without the row of a table, and its month."""
        row = self._in_row.fullmatch(label)
        figure = row[1] if row else label
        parts = self._of_month.fullmatch(figure)
        return (parts[1], self._months[parts[2]]) if parts and parts[2] in self._months else (figure, None)

    def text(self, point: Point) -> str:
        """Return a point as one line."""
        text, said, article = self._words.text, point.sentence, point.article
        stands = bool(said) and (says(ASIDE.sub("", said), point.value) or not _has_digits(point.value))
        value = said if stands else point.value
        line = text("answer.line", figure=self._label(point), value=value)
        if said and not stands and not is_sentence(said) and article:
            return text("answer.phrase_cited", line=line, phrase=said, article=article)
        if said and not stands:
            line = text("answer.sentence" if is_sentence(said) else "answer.phrase", line=line, said=said)
        return text("cited", sentence=line, article=article) if article else line

    def _label(self, point: Point) -> str:
        if point.month is None:
            return point.figure
        if point.last is None:
            return self._words.text("figure_of_month", figure=point.figure, month=point.month)
        return self._words.text("answer.months", figure=point.figure, first=point.month, last=point.last)

    def _has_news(self, each: Reason, above: Reason) -> bool:
        """Return whether a line tells a customer anything; a value that was typed does where the sentence above lacks it."""
        if each.assumption or each.label in self._unsaid or each.sentence == self._words.text("told_before"):
            return False
        return bool(each.sentence) or (_has_digits(each.value) and not says(above.sentence, each.value))

    def _point(self, each: Reason, cited: str) -> Point:
        figure, month = self.named(each.label)
        article = self.article(each)
        below = self.points(each, article or cited)
        return Point(figure, month, each.value, each.sentence, "" if article == cited else article, below)


def cut(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points without those that lie deepest, as many levels of them as make too many lines."""
    depth = 1
    while depth < _depth(points) and _count(_down_to(depth + 1, points)) <= MOST_POINTS:
        depth += 1
    return _down_to(depth, points) if _count(_down_to(depth, points)) <= MOST_POINTS else ()


def _down_to(depth: int, points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple(each._replace(below=_down_to(depth - 1, each.below) if depth > 1 else ()) for each in points)


def _depth(points: tuple[Point, ...]) -> int:
    return max((1 + _depth(each.below) for each in points), default=0)


def _count(points: tuple[Point, ...]) -> int:
    return sum(1 + _count(each.below) for each in points)


def says(sentence: str, value: str) -> bool:
    """Return whether a value stands in a sentence, where days go without their weekday.

    >>> says("1日から2024年7月10日まで", "2024年7月10日（水）"), says("31日まで", "1日")
    (True, False)
    """
    bare = WEEKDAY.sub(" ", value).strip()
    at = sentence.find(bare)
    while at >= 0:
        if not (at and GOES_BEFORE.match(sentence, at - 1)) and not GOES_ON.match(sentence, at + len(bare)):
            return True
        at = sentence.find(bare, at + 1)
    return False


def is_sentence(said: str) -> bool:
    """Return whether a Japanese text is a whole sentence, not a formula or a part of one."""
    return said.endswith(SENTENCE_ENDS)


def _has_digits(value: str) -> bool:
    return any(each.isdigit() for each in value)


def _pattern(template: str) -> re.Pattern[str]:
    """Return what finds the two parts of a text that was put together by a template."""
    return re.compile(re.sub(r"\\\{\w+\\\}", "(.+)", re.escape(template)))


def _runs(points: Iterator[Point]) -> Iterator[list[Point]]:
    """Yield the points in runs: months that follow one another and come to the same in the same way."""
    run: list[Point] = []
    for each in points:
        if run and not _goes_on(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _goes_on(one: Point, other: Point) -> bool:
    follows = one.month is not None and one.month.plus(1) == other.month
    return follows and _shape(one) == _shape(other)


def _shape(point: Point) -> tuple[object, ...]:
    return (point.figure, point.value, *map(_shape, point.below))


def _run(points: list[Point]) -> Point:
    """Return a run of months as one point, with the sentence that they share."""
    first, last = points[0], points[-1]
    if first is last:
        return first
    shared = first.sentence if all(each.sentence == first.sentence for each in points) else ""
    return first._replace(sentence=shared, below=(), last=last.month)
