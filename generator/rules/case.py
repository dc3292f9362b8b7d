"""One route of one applicant: a citizenship and a category, with the facts in force on the days that count."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from generator.rules.applicant import Applicant, Participation
from generator.rules.country import Country, Terms
from generator.rules.facts import fact_in_force
from generator.rules.findings import Finding, Outcome, UsedFact
from generator.rules.kinds import Answer, Category, Territory
from generator.rules.model import Dataset
from generator.rules.programme import Place
from generator.rules.record import record

NOT_APPLICABLE_ROUTE = "no-route"


@record
class Case:
    """What the criteria of one route compare."""

    applicant: Applicant
    dataset: Dataset
    citizenship: str
    category: Category

    @property
    def place(self) -> Place | None:
        """Return the territory that the citizenship names, where it is one whose people hold another citizenship."""
        return place_of_citizenship(self.dataset, self.citizenship)

    @property
    def home(self) -> str:
        """Return the code of the country whose citizenship this is."""
        return home_of(self.dataset, self.citizenship)

    @property
    def country(self) -> Country | None:
        """Return the jurisdiction of the citizenship, where it has a page of its own."""
        return self.dataset.countries.get(self.home)

    @property
    def agreement(self) -> Country:
        """Return the partner whose agreement is assessed; only for cases that have one."""
        return self.dataset.countries[self.home]

    @property
    def terms(self) -> Terms:
        """Return what the agreement says of the category."""
        return self.agreement.categories[self.category]

    @property
    def territory(self) -> Territory:
        """Return where a British applicant comes from: as answered, else the citizenship's own territory."""
        answered, place = self.applicant.british_territory, self.place
        unanswered = answered is Territory.UNITED_KINGDOM
        return place.territory if unanswered and place and place.territory else answered

    @property
    def decided_on(self) -> date:
        """Return the day on which age, category, residence, school and participations count."""
        return self.applicant.decided_on

    @property
    def stay_from(self) -> date:
        """Return the day on which permit length, funds and insurance count."""
        return self.applicant.arrival or self.applicant.decided_on

    @property
    def applied_on(self) -> date:
        """Return the day on which fees count."""
        submitted = self.applicant.application_submitted_at
        return submitted.date() if submitted else self.applicant.decided_on

    @property
    def season(self) -> int:
        """Return the IEC season of this application."""
        return season_of(self.applicant, self.dataset)

    def term(self, name: str, day: date) -> UsedFact:
        """Return a fact of the category in force on `day`."""
        return fact_used(f"{self.home}.{self.category}.{name}", getattr(self.terms, name), day)

    def has_term(self, name: str) -> bool:
        """Tell whether the agreement says anything of `name` for this category."""
        return bool(getattr(self.terms, name))

    def country_fact(self, name: str, day: date) -> UsedFact:
        """Return a fact of the jurisdiction in force on `day`."""
        return fact_used(f"{self.home}.{name}", getattr(self.agreement, name), day)

    def programme(self, name: str, day: date | None = None) -> UsedFact:
        """Return a fact of the programme in force on `day`, by default the day that decides."""
        return fact_used(f"programme.{name}", getattr(self.dataset.programme, name), day or self.decided_on)

    def applies_to(self, name: str, day: date) -> bool:
        """Tell whether a programme fact that lists categories lists this one."""
        return self.category in self.programme(name, day).value

    def counted(self) -> Iterator[tuple[int, Participation, bool | None]]:
        """Yield index, participation and whether it counts under this citizenship (None: not known)."""
        for index, earlier in enumerate(self.applicant.participations or ()):
            same = None if earlier.citizenship is None else home_of(self.dataset, earlier.citizenship) == self.home
            counts = all_of(same, earlier.activated, not earlier.recognized_organization)
            if counts is not False:
                yield index, earlier, counts

    def counted_elsewhere(self) -> bool:
        """Tell whether any participation counts under another citizenship."""
        return any(
            earlier.activated
            and not earlier.recognized_organization
            and home_of(self.dataset, earlier.citizenship) != self.home
            for earlier in self.applicant.participations or ()
            if earlier.citizenship
        )


def fact_used(fact: str, history: Any, day: date) -> UsedFact:
    """Return the row of `history` in force on `day`, under its id."""
    return UsedFact(id=fact, row=fact_in_force(fact, history, day))


def place_of_citizenship(dataset: Dataset, code: str) -> Place | None:
    """Return the territory `code` if its people hold the citizenship of another country."""
    place = dataset.places.get(code)
    return place if place and place.citizenship_of else None


def home_of(dataset: Dataset, code: str) -> str:
    """Return the country whose citizenship the people of `code` hold: `code` itself for every country."""
    place = dataset.places.get(code)
    return (place and place.citizenship_of) or code


def is_partner(case: Case) -> bool:
    """Tell whether the citizenship is a partner's on the day that decides."""
    return case.country is not None and case.country_fact("partner", case.decided_on).value is Answer.YES


def holds_a_partner_citizenship(case: Case) -> bool:
    """Tell whether any citizenship of the applicant is a partner's: then no organization is needed."""
    return any(is_partner(replace(case, citizenship=code)) for code in case.applicant.citizenships or ())


def season_of(applicant: Applicant, dataset: Dataset) -> int:
    """Return the season asked for, else the year of the invitation, else the season open on the day of assessment."""
    if applicant.season is not None:
        return applicant.season
    received = applicant.standing_invitation.received_on
    return received.year if received else season_on(dataset, applicant.assessed_on)


def season_on(dataset: Dataset, day: date) -> int:
    """Return the season of `day`: its year, or the next once the pools of that season have opened."""
    following = dataset.seasons.get(day.year + 1)
    return day.year + 1 if following and following.pools_opened[-1].value <= day else day.year


def all_of(*answers: bool | None) -> bool | None:
    """Return True if all are true, False if one is false, else None: not known."""
    if False in answers:
        return False
    return None if None in answers else True


def any_of(*answers: bool | None) -> bool | None:
    """Return True if one is true, False if all are false, else None: not known."""
    if True in answers:
        return True
    return None if None in answers else False


def answer_at(applicant: Applicant, path: str) -> Any:
    """Return the answer at a dotted path without list items."""
    value: Any = applicant
    for name in path.split("."):
        value = getattr(value, name)
    return value


def no_route(criterion: str) -> Finding:
    """Return the finding of a criterion for which the route has no agreement or no category."""
    return Finding(criterion=criterion, outcome=Outcome.NOT_APPLICABLE, variant=NOT_APPLICABLE_ROUTE, values={})


def not_asked(criterion: str, *facts: UsedFact, **values: Any) -> Finding:
    """Return the finding of a criterion that the agreement or the category does not ask."""
    return Finding(criterion=criterion, outcome=Outcome.NOT_APPLICABLE, facts=facts, values=values)
