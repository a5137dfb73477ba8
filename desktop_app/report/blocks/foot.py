"""The foot of every page: the code that stands for the result, as of which day and by which terms, and which page of how many."""

from desktop_app.report.blocks.source import Block, Source


def foot(source: Source, code: str, *, enclosed: bool) -> Block:
    """Return the texts at the foot of a paper; the template numbers the pages and says where they go on."""
    edition = source.words.choice("terms", source.contract.terms)
    day = source.day(source.statement.as_of.value)
    left = [source.said("foot.code", code=code)] if code else []
    left += [source.said("foot.enclosed")] if enclosed else []
    return {
        "left": source.said("foot.parted").join(left),
        "middle": source.said("foot.as_of", day=day, edition=edition),
        "over": source.said("foot.over"),
    }
