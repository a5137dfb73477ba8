"""Which paper is wanted: its kind, its language and what it has besides its content; remembered from one time to the next."""

from typing import NamedTuple

from desktop_app.calculation.terms import Rulebook
from desktop_app.document.assess import Assessment
from desktop_app.document.password import Password
from desktop_app.report.paper_kinds import KINDS, Kind
from desktop_app.ui.settings import Settings
from desktop_app.wording.days import Language, language_named

YES, NO = "yes", "no"


class Wish(NamedTuple):
    """A kind of paper in a language, with boxes for seals, the contract inside and the annex of readings, or without."""

    kind: Kind
    language: Language
    approvals: bool
    enclosed: bool
    readings: bool

    def with_option(self, name: str, *, holds: bool) -> "Wish":
        """Return the wish with an option, or without it."""
        match name:
            case "approvals":
                return self._replace(approvals=holds)
            case "enclosed":
                return self._replace(enclosed=holds)
        return self._replace(readings=holds)


def wish_of(settings: Settings) -> Wish:
    """Return what was wanted last; of a language that nobody has chosen yet, that of the window."""
    kind, language = settings.place("paper_kind"), settings.place("paper_language")
    return Wish(
        next((each for each in KINDS if each == kind), KINDS[0]),
        language_named(language, settings.language),
        settings.place("paper_approvals") == YES,
        settings.place("paper_enclosed") != NO,
        settings.place("paper_readings") == YES,
    )


def keep_wish(settings: Settings, wish: Wish) -> None:
    """Remember what is wanted; the language only once it is another than that of the window."""
    settings.keep_place("paper_kind", wish.kind)
    if wish.language != wish_of(settings).language:
        settings.keep_place("paper_language", wish.language)
    settings.keep_place("paper_approvals", YES if wish.approvals else NO)
    settings.keep_place("paper_enclosed", YES if wish.enclosed else NO)
    settings.keep_place("paper_readings", YES if wish.readings else NO)


def paper_bytes(assessment: Assessment, rules: Rulebook, wish: Wish, password: Password | None = None) -> bytes:
    """Return the paper that is wanted as PDF: what is shown, printed and saved is this; PaperError when there is none."""
    from desktop_app.report.pdf import Options, pdf_bytes  # noqa: PLC0415 - the typesetter comes with the first paper

    options = Options(rules, wish.enclosed, wish.approvals, wish.readings, password)
    return pdf_bytes(assessment, wish.language, wish.kind, options)
