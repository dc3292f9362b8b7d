"""Deadlines: the days and instants that can be worked out, and whether one was missed."""

from datetime import date, datetime
from typing import Any

from generator.rules.applicant import Applicant, InvitationAnswer
from generator.rules.calendar import add_days, add_hours, birthday
from generator.rules.case import Case
from generator.rules.criteria.answers import met, refused, unknown
from generator.rules.criteria.participation import gap_end
from generator.rules.findings import Finding, UsedFact
from generator.rules.permit import Permit
from generator.rules.record import record

HOURS_A_DAY = 24
ACCEPTED_AT = "invitation.accepted_at"


@record
class Deadline:
    """A last (or first) day `on`, or a last instant `at` in UTC, counted from the answer at the path `start`.

    `done` tells that the answers say that what it asks for has been done; `facts` are those that it is counted with.
    """

    id: str
    start: str
    on: date | None = None
    at: datetime | None = None
    done: bool
    facts: tuple[UsedFact, ...] = ()


def answer_by(case: Case) -> date | None:
    """Return the last day to answer the invitation."""
    received = case.applicant.standing_invitation.received_on
    return received and add_days(received, case.programme("days_to_answer_invitation").value)


def apply_by(case: Case) -> datetime | None:
    """Return the last instant to send the application."""
    accepted = case.applicant.standing_invitation.accepted_at
    return accepted and add_hours(accepted, HOURS_A_DAY * case.programme("days_to_apply").value)


def deadlines_met(case: Case) -> Finding:
    """Find whether every deadline so far was kept."""
    name = "deadlines"
    facts = (case.programme("days_to_answer_invitation"), case.programme("days_to_apply"))
    late_answer, answer_flips = _answered_late(case)
    late_application, application_flips = _applied_late(case)
    letter, arrival = case.applicant.entry_letter_expires_on, case.applicant.arrival
    values: dict[str, Any] = {
        "answer_by": answer_by(case),
        "apply_by": apply_by(case),
        "letter_expires_on": letter,
        "arrives_on": arrival,
    }
    if late_answer:
        return refused(name, "DEADLINE_MISSED", facts=facts, variant="DEADLINE_MISSED.answer", **values)
    if late_application:
        return refused(name, "DEADLINE_MISSED", facts=facts, **values)
    if letter and arrival and arrival > letter:
        return refused(name, "ENTRY_LETTER_EXPIRED", facts=facts, **values)
    needs = [ACCEPTED_AT] if late_application is None else []
    if letter and arrival is None:
        needs.append("arrives_on")
    if needs:
        variant = "arrival" if ACCEPTED_AT not in needs else None
        return unknown(name, *needs, facts=facts, variant=variant, **values)
    return met(name, facts=facts, changes_on=answer_flips or application_flips, **values)


def _answered_late(case: Case) -> tuple[bool, date | None]:
    """Tell whether the answer came late or not at all, and the day on which silence becomes late."""
    last = answer_by(case)
    if last is None:
        return False, None
    invitation = case.applicant.standing_invitation
    if invitation.accepted_at and invitation.accepted_at.date() > last:
        return True, None
    if invitation.accepted_at or invitation.answer is not InvitationAnswer.NONE:
        return False, None
    return case.applicant.assessed_on > last, add_days(last, 1)


def _applied_late(case: Case) -> tuple[bool | None, date | None]:
    """Tell whether the application came late or not at all, and the day on which its absence becomes late."""
    if case.applicant.invitation.answer is InvitationAnswer.DECLINED:  # what followed it counts as little as it does
        return False, None
    applied, last = case.applicant.application_submitted_at, apply_by(case)
    if last is None:
        accepted = case.applicant.standing_invitation.answer is InvitationAnswer.ACCEPTED
        return (None, None) if accepted or applied else (False, None)
    if applied:
        return applied > last, None
    return case.applicant.assessed_on > last.date(), add_days(last.date(), 1)


def deadlines_of(case: Case, granted: Permit) -> tuple[Deadline, ...]:
    """Return the deadlines of a route that can be worked out."""
    applicant, found = case.applicant, []

    def add(name: str, start: str, *facts: UsedFact, on: date | None = None, at: datetime | None = None) -> None:
        if on or at:
            done = _is_done(name, applicant)
            found.append(Deadline(id=name, start=start, on=on, at=at, done=done, facts=facts))

    born, ages = applicant.date_of_birth, case.term("ages", case.decided_on)
    last_birthday = born and birthday(born, ages.value.maximum + 1)
    add("last-invitation-day", "date_of_birth", ages, on=last_birthday and add_days(last_birthday, -1))
    to_answer, to_apply = case.programme("days_to_answer_invitation"), case.programme("days_to_apply")
    add("answer-invitation-by", "invitation.received_on", to_answer, on=answer_by(case))
    add("apply-by", ACCEPTED_AT, to_apply, at=apply_by(case))
    letter, days = applicant.biometrics_letter_on, case.programme("days_to_give_biometrics")
    add("biometrics-by", "biometrics_letter_on", days, on=letter and add_days(letter, days.value))
    add("gap-ends", "participations", case.term("discontinuance_months", case.decided_on), on=gap_end(case))
    add("entry-letter-expires", "entry_letter_expires_on", on=applicant.entry_letter_expires_on)
    add("permit-ends", "arrives_on", *granted.facts, on=granted.ends_on)
    return tuple(found)


def _is_done(deadline: str, applicant: Applicant) -> bool:
    """Tell whether the answers say that what the deadline asks for has been done."""
    invitation = applicant.standing_invitation
    match deadline:
        case "last-invitation-day":
            return invitation.received_on is not None
        case "answer-invitation-by":
            accepted = invitation.answer is InvitationAnswer.ACCEPTED or invitation.accepted_at is not None
            return accepted or applicant.application_submitted_at is not None
        case "apply-by":
            return applicant.application_submitted_at is not None
    return False
