"""All sequences of stays that the agreements allow, each until nothing more is possible."""

from collections.abc import Iterator
from datetime import date

from generator.rules.criteria.agreement import agreement
from generator.rules.findings import Finding, Outcome
from generator.rules.kinds import Category
from generator.rules.planner.forward import Stay, earliest, shared
from generator.rules.planner.person import Person
from generator.rules.planner.wishes import Wishes
from generator.rules.record import record

# Stays to try before the search stops: enough for most pairs of citizenships. Three of them reach it, which takes half
# a second of computing in CPython, a second in a browser on the same machine, and several on a slow phone.
MOST_TRIED = 2_000

type Route = tuple[str, Category]


@record
class Sequence:
    """Stays one after another, with what refuses any further one, by citizenship and category."""

    stays: tuple[Stay, ...]
    refusals: dict[Route, Finding]

    @property
    def months(self) -> int:
        """Return the months of all permits together."""
        return sum(stay.months for stay in self.stays)


class Search:
    """Looks for the sequences of one person.

    `closed` are the routes that are not open even as the first stay; `stopped` tells that there were more
    possibilities than are tried.
    """

    def __init__(self, person: Person, wishes: Wishes) -> None:
        self.person, self.wishes = person, wishes
        self.closed: dict[Route, Finding] = {}
        self.tried, self.stopped = 0, False

    def sequences(self) -> list[Sequence]:
        """Return every sequence that is complete, in the order of citizenships and categories."""
        routes = [(code, category) for code in self._citizenships() for category in self.wishes.categories]
        return [found for found in self._onward((), routes, {}) if _sharing_is_used(found.stays)]

    def _citizenships(self) -> list[str]:
        """Return one citizenship for each country, the one that its agreement certainly reaches."""
        held = self.person.applicant.citizenships or ()
        today = self.person.applicant.assessed_on
        cases = [self.person.case(code, Category.INTERNATIONAL_COOP, today) for code in held]
        chosen: dict[str, str] = {}
        for case in sorted(cases, key=lambda case: agreement(case).outcome is Outcome.UNKNOWN):
            chosen.setdefault(case.home, case.citizenship)
        return [code for code in held if code in chosen.values()]

    def _onward(
        self, before: tuple[Stay, ...], routes: list[Route], refusals: dict[Route, Finding]
    ) -> Iterator[Sequence]:
        """Yield the complete sequences that begin with `before`; what refused a stay once refuses it ever after."""
        if self.tried >= MOST_TRIED:
            self.stopped = True
            return
        following: list[Stay] = []
        refusals = dict(refusals)
        for route in routes:
            self.tried += 1
            found = earliest(self.person, *route, before)
            if isinstance(found, Stay):
                following.append(found)
            else:
                refusals[route] = found
        if before and not following:
            yield Sequence(stays=before, refusals=refusals)
        if not before:
            self.closed = dict(refusals)
        left = [(stay.citizenship, stay.category) for stay in following]
        for stay in sorted(following, key=_too_old_on):  # what must come first is tried first
            if before or not self.wishes.coop_first or stay.category is Category.INTERNATIONAL_COOP:
                yield from self._onward((*before, stay), left, refusals)
                half = shared(stay)
                if half:
                    yield from self._onward((*before, half), left, refusals)


def _too_old_on(stay: Stay) -> date:
    over_on: date = stay.judged.of("age").values["over_on"]
    return over_on


def _sharing_is_used(stays: tuple[Stay, ...]) -> bool:
    """Tell whether every stay that leaves months of a cap is followed by one that takes them."""
    homes = [stay.case.home for stay in stays]
    return all(stay.case.home in homes[number + 1 :] for number, stay in enumerate(stays) if stay.shares)
