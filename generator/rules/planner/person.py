"""The applicant of one stay of a plan: the person, the stays before it as participations, an invitation, an arrival."""

from dataclasses import replace
from datetime import date

from generator.rules.applicant import Applicant, Asked, Invitation, Participation
from generator.rules.calendar import add_days
from generator.rules.case import Case
from generator.rules.facts import NotKnownError
from generator.rules.findings import UsedFact
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.record import record


@record
class Person:
    """Somebody who plans: what the plan goes by of the answers, and the facts."""

    applicant: Applicant
    dataset: Dataset

    @property
    def free_from(self) -> date:
        """Return today, or the day after the last permit that is still running."""
        today = self.applicant.assessed_on
        ends = [earlier.permit_ended_on for earlier in self.applicant.participations or () if earlier.activated]
        return max([today, *(add_days(end, 1) for end in ends if end)])

    def case(
        self,
        citizenship: str,
        category: Category,
        invited_on: date,
        arrives_on: date | None = None,
        before: tuple[Participation, ...] = (),
    ) -> Case:
        """Return the case of a stay that follows the participations `before`."""
        applicant = replace(
            self.applicant,
            participations=(*(self.applicant.participations or ()), *before),
            invitation=Invitation(received_on=invited_on),
            arrives_on=arrives_on,
        )
        return Case(applicant=applicant, dataset=self.dataset, citizenship=citizenship, category=category)


def person_of(applicant: Applicant, dataset: Dataset) -> Person:
    """Return the one who plans; answers about a single application are left aside, since each stay has its own."""
    planning = Applicant(
        assessed_on=applicant.assessed_on,
        category=Asked.ANY,
        citizenships=applicant.citizenships,
        residence=applicant.residence,
        date_of_birth=applicant.date_of_birth,
        passports=applicant.passports,
        british_territory=applicant.british_territory,
        participations=applicant.participations,
        recognized_organization=applicant.recognized_organization,
    )
    return Person(applicant=planning, dataset=dataset)


def letter(case: Case) -> UsedFact | None:
    """Return how long a letter of introduction lasts, None where that is not known for the day of the invitation."""
    try:
        return case.programme("entry_letter_months")
    except NotKnownError:
        return None
