"""How earlier participations add up against an agreement's allowance.

Incomplete answers are followed through every reading they allow, so that a criterion is unknown exactly when some
reading would refuse and another would not.
"""

from collections.abc import Iterator

from generator.rules.applicant import Participation
from generator.rules.calendar import months_spanned
from generator.rules.case import Case
from generator.rules.country import Legacy
from generator.rules.kinds import Category
from generator.rules.record import record

CATEGORIES = tuple(Category)
MOST_COUNTED = 3  # as many as any agreement grants, so that counting further changes nothing

type Step = tuple[Category, bool, int]


@record
class Tally:
    """Participations counted so far: per category, whether any is recent, and the legacy ones with their months."""

    by_category: tuple[int, ...] = (0,) * len(CATEGORIES)
    recent: bool = False
    legacy: int = 0
    legacy_months: int = 0


def readings(case: Case, legacy: Legacy | None) -> set[Tally]:
    """Return every way in which the earlier participations may add up."""
    if case.applicant.participations is None:
        earlier: list[tuple[Participation, bool | None]] = [(Participation(), None)] * MOST_COUNTED
    else:
        earlier = [(participation, counts) for _, participation, counts in case.counted()]
    reached, settled = {Tally()}, set[tuple[Step, ...]]()
    for participation, counts in earlier:
        steps = tuple(_steps(participation, legacy))
        if steps in settled:
            continue
        further = {_add(tally, step, legacy) for tally in reached for step in steps}
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


def _add(tally: Tally, step: Step, legacy: Legacy | None) -> Tally:
    category, is_legacy, months = step
    counts = tuple(
        min(count + (name is category), MOST_COUNTED) for name, count in zip(CATEGORIES, tally.by_category, strict=True)
    )
    if not is_legacy:
        return Tally(by_category=counts, recent=True, legacy=tally.legacy, legacy_months=tally.legacy_months)
    most = (legacy and legacy.months_at_most) or 0
    counted = (legacy and legacy.at_most) or 0
    return Tally(
        by_category=counts,
        recent=tally.recent,
        legacy=min(tally.legacy + 1, counted + 1),
        legacy_months=min(tally.legacy_months + months, most + 1),
    )


def permit_months(earlier: Participation) -> int | None:
    """Return the months that the permit of an earlier participation ran, a begun month whole; None if not known."""
    start, end = earlier.permit_started_on, earlier.permit_ended_on
    return months_spanned(start, end) if start and end else None


def legacy_parts(case: Case) -> tuple[str, ...]:
    """Return the parts of a participation that the agreement's rules for earlier participants look at."""
    rules = [row.value for row in case.agreement.legacy]
    if any(rule.months_at_most is not None for rule in rules):
        return ("season", "permit_started_on", "permit_ended_on")
    return ("season",) if rules else ()


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
