"""What earlier participations leave open: how many, in which category, for how long.

Incomplete answers are followed through every reading they allow, so that a criterion is unknown exactly when some
reading would refuse and another would not.
"""

from collections.abc import Iterator
from datetime import date

from generator.rules.applicant import Participation
from generator.rules.calendar import months_spanned
from generator.rules.case import Case
from generator.rules.findings import UsedFact
from generator.rules.model import Answer, Category, Legacy, LegacyGrant, Participations, Repeat
from generator.rules.record import record

CATEGORIES = tuple(Category)
MOST_COUNTED = 3  # as many as any agreement grants, so that counting further changes nothing


type Step = tuple[Category, bool, int]


@record
class Used:
    """Participations counted so far: per category, whether any is recent, and the legacy ones with their months."""

    by_category: tuple[int, ...] = (0,) * len(CATEGORIES)
    recent: bool = False
    legacy: int = 0
    legacy_months: int = 0


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
    readings = _readings(case, rule)
    standings = {_standing(used, terms.value, rule, case, months.value) for used in readings}
    legacy_applies = rule is not None and all(used.legacy for used in readings)
    facts = (terms, legacy) if legacy and any(used.legacy for used in readings) else (terms,)
    return Allowance(standings=tuple(standings), facts=facts, legacy_applies=legacy_applies)


def _standing(used: Used, terms: Participations, legacy: Legacy | None, case: Case, months: int) -> Standing:
    total = sum(used.by_category)
    within = legacy is not None and used.legacy > 0 and _within(used, legacy)
    if legacy and used.legacy and legacy.grants is LegacyGrant.FINAL:
        left = within and not used.recent
        return Standing(left=left, open=True, months=legacy.months or months if left else months)
    if legacy and within and total == used.legacy and legacy.months:
        months = legacy.months
    elif total and terms.later_months:
        months = terms.later_months
    return Standing(left=total < terms.total, open=_category_open(used, terms, case), months=months)


def _within(used: Used, legacy: Legacy) -> bool:
    few = legacy.at_most is None or used.legacy <= legacy.at_most
    short = legacy.months_at_most is None or used.legacy_months <= legacy.months_at_most
    return few and short


def _category_open(used: Used, terms: Participations, case: Case) -> bool:
    counts = dict(zip(CATEGORIES, used.by_category, strict=True))
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


def _readings(case: Case, legacy: Legacy | None) -> set[Used]:
    """Return every way in which the earlier participations may add up."""
    if case.applicant.participations is None:
        earlier: list[tuple[Participation, bool | None]] = [(Participation(), None)] * MOST_COUNTED
    else:
        earlier = [(participation, counts) for _, participation, counts in case.counted()]
    reached, settled = {Used()}, set[tuple[Step, ...]]()
    for participation, counts in earlier:
        steps = tuple(_steps(participation, legacy))
        if steps in settled:
            continue
        further = {_add(used, step, legacy) for used in reached for step in steps}
        if further <= reached and not counts:
            settled.add(steps)
            continue
        reached, settled = (further if counts else further | reached), set()
    return reached


def _steps(earlier: Participation, legacy: Legacy | None) -> Iterator[Step]:
    """Yield the readings of one participation: category, whether it is legacy, months of its permit."""
    categories = CATEGORIES if earlier.category is None else (earlier.category,)
    for is_legacy in _legacy_readings(earlier.season, legacy):
        for months in _month_readings(earlier, legacy) if is_legacy else (0,):
            for category in categories:
                yield category, is_legacy, months


def _legacy_readings(season: int | None, legacy: Legacy | None) -> tuple[bool, ...]:
    if legacy is None:
        return (False,)
    return (False, True) if season is None else (season < legacy.before_season,)


def _month_readings(earlier: Participation, legacy: Legacy | None) -> tuple[int, ...]:
    if legacy is None or legacy.months_at_most is None:
        return (0,)
    months = permit_months(earlier)
    return (1, legacy.months_at_most + 1) if months is None else (months,)


def _add(used: Used, step: Step, legacy: Legacy | None) -> Used:
    category, is_legacy, months = step
    counts = tuple(
        min(count + (name is category), MOST_COUNTED) for name, count in zip(CATEGORIES, used.by_category, strict=True)
    )
    if not is_legacy:
        return Used(by_category=counts, recent=True, legacy=used.legacy, legacy_months=used.legacy_months)
    most = (legacy and legacy.months_at_most) or 0
    counted = (legacy and legacy.at_most) or 0
    return Used(
        by_category=counts,
        recent=used.recent,
        legacy=min(used.legacy + 1, counted + 1),
        legacy_months=min(used.legacy_months + months, most + 1),
    )


def permit_months(earlier: Participation) -> int | None:
    """Return the months that the permit of an earlier participation ran, a begun month whole; None if not known."""
    start, end = earlier.permit_started_on, earlier.permit_ended_on
    return months_spanned(start, end) if start and end else None


@record
class CumulativeStay:
    """Months used against a cap on all permits together: what is certain and what it may come to."""

    cap: int
    certain: int
    at_most: int

    @property
    def remaining(self) -> int:
        """Return the months certainly not used yet, never below zero."""
        return max(self.cap - self.certain, 0)


def cumulative_stay(case: Case) -> CumulativeStay | None:
    """Return the months used against the agreement's cap, or None where it sets none."""
    cap: int | None = case.country_fact("participations", case.decided_on).value.cumulative_months
    if cap is None:
        return None
    if case.applicant.participations is None:
        return CumulativeStay(cap=cap, certain=0, at_most=cap)
    certain = at_most = 0
    for _, earlier, counts in case.counted():
        months = permit_months(earlier)
        at_most += cap if months is None else months
        if counts:
            certain += 1 if months is None else months
    return CumulativeStay(cap=cap, certain=certain, at_most=at_most)


def incomplete(case: Case, *names: str) -> tuple[str, ...]:
    """Return the paths of unanswered parts of the participations that may count: `names`, and whether they count."""
    if case.applicant.participations is None:
        return ("participations",)
    return tuple(
        f"participations.{index}.{name}"
        for index, earlier, _ in case.counted()
        for name in ("citizenship", "activated", *names)
        if getattr(earlier, name) is None
    )


def latest_end(case: Case) -> date | None:
    """Return the last day of the latest permit that certainly counts, where all such days are known."""
    ends = [earlier.permit_ended_on for _, earlier, counts in case.counted() if counts]
    known = [end for end in ends if end]
    return max(known) if known and len(known) == len(ends) else None
