"""What an agreement still allows: how many participations, in which category, for how long."""

from collections.abc import Iterator

from generator.rules.case import Case
from generator.rules.country import Legacy, Participations
from generator.rules.findings import UsedFact
from generator.rules.kinds import Answer, LegacyGrant, Repeat
from generator.rules.record import record
from generator.rules.tally import CATEGORIES, Tally, readings


@record
class Standing:
    """What one reading of the answers leaves open.

    `left`: a participation remains; `open`: it may be of this category; `months`: how long its permit may run.
    """

    left: bool
    open: bool
    months: int


@record
class Allowance:
    """What the agreement still allows this person in this category, in every reading of the answers."""

    terms: Participations
    standings: tuple[Standing, ...]
    facts: tuple[UsedFact, ...]
    legacy_applies: bool

    @property
    def left(self) -> bool | None:
        """Tell whether a participation is left; None where the readings differ."""
        return _same(standing.left for standing in self.standings)

    @property
    def blocked(self) -> bool | None:
        """Tell whether what is left excludes this category; None where the readings differ."""
        return _same(standing.left and not standing.open for standing in self.standings)

    @property
    def months(self) -> int:
        """Return the longest permit in months that any reading allows."""
        return max(standing.months for standing in self.standings)

    @property
    def months_settled(self) -> bool:
        """Tell whether all readings allow the same length."""
        return len({standing.months for standing in self.standings}) == 1


def _same(answers: Iterator[bool]) -> bool | None:
    found = set(answers)
    return found.pop() if len(found) == 1 else None


def allowance(case: Case) -> Allowance:
    """Work out what the agreement still allows in the category of `case`."""
    terms = case.country_fact("participations", case.decided_on)
    months = case.term("permit_months", case.stay_from)
    legacy = case.country_fact("legacy", case.decided_on) if case.agreement.legacy else None
    rule: Legacy | None = legacy.value if legacy else None
    found = readings(case, rule)
    standings = {_standing(tally, terms.value, rule, case, months.value) for tally in found}
    legacy_applies = rule is not None and all(tally.legacy for tally in found)
    facts = (terms, legacy) if legacy and any(tally.legacy for tally in found) else (terms,)
    return Allowance(terms=terms.value, standings=tuple(standings), facts=facts, legacy_applies=legacy_applies)


def _standing(tally: Tally, terms: Participations, legacy: Legacy | None, case: Case, months: int) -> Standing:
    total = sum(tally.by_category)
    within = legacy is not None and tally.legacy > 0 and _within(tally, legacy)
    if legacy and tally.legacy and legacy.grants is LegacyGrant.FINAL:
        left = within and not tally.recent
        return Standing(left=left, open=True, months=legacy.months or months if left else months)
    if legacy and within and total == tally.legacy and legacy.months:
        months = legacy.months
    elif total and terms.later_months:
        months = terms.later_months
    return Standing(left=total < terms.total, open=_category_open(tally, terms, case), months=months)


def _within(tally: Tally, legacy: Legacy) -> bool:
    few = legacy.at_most is None or tally.legacy <= legacy.at_most
    short = legacy.months_at_most is None or tally.legacy_months <= legacy.months_at_most
    return few and short


def _category_open(tally: Tally, terms: Participations, case: Case) -> bool:
    counts = dict(zip(CATEGORIES, tally.by_category, strict=True))
    for slot in terms.slots:
        if case.category in slot.categories:
            return sum(counts[category] for category in slot.categories) < slot.count
    match terms.repeat:
        case Repeat.PERMITTED:
            return True
        case Repeat.LIMITED if case.category in terms.repeatable:
            return True
        case Repeat.NOT_STATED if _offers_one_category(case):
            return True
    return not counts[case.category]


def _offers_one_category(case: Case) -> bool:
    offered = [
        row.value
        for terms in case.agreement.categories.values()
        for row in terms.offered
        if row.in_force.holds_on(case.decided_on)
    ]
    return offered.count(Answer.YES) == 1
