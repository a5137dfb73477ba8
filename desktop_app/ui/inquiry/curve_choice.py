"""What the draft is to hold for a contract to end on a day that was chosen on the curve."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from desktop_app.calculation.termination_curve import EndingDay
from desktop_app.calculation.what_if import terms_of
from desktop_app.document.draft import value_at
from desktop_app.ui.inquiry.subject import Subject

TERMINATION = ("termination",)


def termination_for(day: EndingDay, subject: Subject) -> dict[str, Any]:
    """Return the termination as a draft holds it: by the notice that has arrived where it leads to the day, else by a new one."""
    held = value_at(subject.draft, TERMINATION)
    before: Mapping[str, Any] = held if isinstance(held, Mapping) else {}
    if day.notice_by is None:
        return {**before, "effective_on": day.effective_on.isoformat()}
    arrived = _arrived_for(day.effective_on, subject)
    if arrived is None:
        return {"kind": "notice", "notice_arrived_on": day.notice_by.isoformat()}
    dated = {name: value for name, value in before.items() if name != "designated_on"}
    return dated if arrived == day.notice_by else {**dated, "designated_on": day.effective_on.isoformat()}


def _arrived_for(end: date, subject: Subject) -> date | None:
    """Return when the notice of the contract arrived, if it did so early enough for a day."""
    termination = subject.contract.termination
    arrived = None if termination is None or termination.kind != "notice" else termination.notice_arrived_on
    notice = timedelta(days=terms_of(subject.contract, subject.rules).notice_days.value)
    return arrived if arrived is not None and arrived + notice <= end else None
