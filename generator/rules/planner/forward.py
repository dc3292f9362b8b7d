"""A stay as early as the rules allow, after the stays before it."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from generator.rules.applicant import Participation
from generator.rules.calendar import add_days, add_months
from generator.rules.case import Case
from generator.rules.criteria.participation import gap_end
from generator.rules.findings import Finding, Outcome
from generator.rules.kinds import Category
from generator.rules.planner.days import first_day_with, new_year_after
from generator.rules.planner.judging import Judged, judged, no_route, used_up
from generator.rules.planner.person import Person, letter
from generator.rules.record import record


class WaitsFor(StrEnum):
    """What a stay waits for before it can start."""

    AGE = "age"
    SEASON = "season"
    PREVIOUS = "previous"
    GAP = "gap"


@record
class Stay:
    """One permit of a plan on its earliest days.

    `months` as planned; `shares`: fewer than the agreement grants, so that another permit fits under its cap.
    """

    case: Case
    judged: Judged
    invited_on: date
    arrives_on: date
    months: int
    shares: bool = False
    waits_for: WaitsFor | None = None

    @property
    def citizenship(self) -> str:
        """Return the citizenship, as the applicant named it."""
        return self.case.citizenship

    @property
    def category(self) -> Category:
        """Return the category."""
        return self.case.category

    @property
    def ends_on(self) -> date:
        """Return the last day of the permit."""
        return self.ends_when(self.arrives_on)

    def ends_when(self, arrives_on: date) -> date:
        """Return the last day of the permit for an arrival.

        A permit that shares a cap ends the day before, because a begun month counts whole against it.
        """
        end = add_months(arrives_on, self.months)
        return add_days(end, -1) if self.shares else end

    def participation(self, invited_on: date, arrives_on: date) -> Participation:
        """Return the participation that this stay is for those that follow."""
        return Participation(
            citizenship=self.citizenship,
            category=self.category,
            season=invited_on.year,
            permit_started_on=arrives_on,
            permit_ended_on=self.ends_when(arrives_on),
            activated=True,
        )


def earliest(person: Person, citizenship: str, category: Category, before: tuple[Stay, ...]) -> Stay | Finding:
    """Return the stay on its earliest days, or what refuses it on every day."""
    earlier = tuple(stay.participation(stay.invited_on, stay.arrives_on) for stay in before)
    day, free, waits_for = person.applicant.assessed_on, person.free_from, None
    if before:
        # A permit counts once it is issued on entry, so that the next invitation comes after that day.
        day, free = add_days(before[-1].arrives_on, 1), max(free, add_days(before[-1].ends_on, 1))
    case = person.case(citizenship, category, day, before=earlier)
    refusal = no_route(case) or used_up(case)
    while not refusal:
        stay = _from(case, free, waits_for)
        later, waits_for = _later(stay)
        if later <= day:
            return stay.judged.refusal or stay
        day = later
        case = person.case(citizenship, category, day, before=earlier)
        refusal = no_route(case)
    return refusal


def _from(case: Case, free: date, waits_for: WaitsFor | None) -> Stay:
    """Return the stay for an invitation, starting as soon as the last permit and the gap after it are over."""
    gap = gap_end(case)
    arrival = max(case.decided_on, free, gap or free)
    if arrival > case.decided_on:
        waits_for = WaitsFor.GAP if arrival > free else WaitsFor.PREVIOUS
    case = replace(case, applicant=replace(case.applicant, arrives_on=arrival))
    found = judged(case)
    return Stay(
        case=case,
        judged=found,
        invited_on=case.decided_on,
        arrives_on=arrival,
        months=found.permit.maximum_months,
        waits_for=waits_for,
    )


def _later(stay: Stay) -> tuple[date, WaitsFor | None]:
    """Return the day to which the invitation must move, not after its own where it need not or cannot."""
    age = stay.judged.of("age")
    if age.reason == "AGE_UNDER":
        return age.values["of_age_on"], WaitsFor.AGE
    if stay.judged.of("one-per-season").outcome is Outcome.UNMET:
        return new_year_after(stay.invited_on), WaitsFor.SEASON
    lasts = letter(stay.case)
    return first_day_with(stay.arrives_on, lasts.value) if lasts else stay.invited_on, stay.waits_for


def shared(stay: Stay) -> Stay | None:
    """Return the stay cut to half of what a cap leaves, where it would use all of it; None where there is no need."""
    left = stay.judged.cap_left
    return replace(stay, months=left // 2, shares=True) if left == stay.months > 1 else None
