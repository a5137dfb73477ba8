"""The foot of every page: as of which day, by which edition of the terms, and which page of how many."""

from desktop_app.report.blocks.source import Block, Source


def foot(source: Source) -> Block:
    """Return the texts at the foot of a paper; the template numbers the pages."""
    edition = source.words.choice("terms", source.contract.terms)
    return {
        "left": source.said("foot.as_of", day=source.day(source.statement.as_of.value)),
        "middle": source.said("foot.edition", edition=edition),
    }
