"""The last days of a plan: how late each stay may be, so that what follows it still fits."""

from collections.abc import Callable
from datetime import date

from generator.rules.applicant import Participation
from generator.rules.calendar import add_days, add_months
from generator.rules.criteria import participation
from generator.rules.findings import Outcome
from generator.rules.planner.days import last_day_before
from generator.rules.planner.forward import Stay
from generator.rules.planner.judging import Judged, judged
from generator.rules.planner.person import Person, letter
from generator.rules.record import record


@record
class Last:
    """The last days of one stay: of its invitation and of its start.

    `starts_on` is absent where nothing that is known bounds it; `too_old_on` is the birthday that ends the age range.
    """

    invited_on: date
    starts_on: date | None
    too_old_on: date

    @property
    def is_bound_by_age(self) -> bool:
        """Tell whether it is the age alone that ends the days of the invitation."""
        return add_days(self.invited_on, 1) == self.too_old_on


@record
class Step:
    """A stay of a plan on its earliest days, and its last ones; `judged_last` is what is found on those."""

    stay: Stay
    last: Last
    judged_last: Judged


def steps_of(person: Person, stays: tuple[Stay, ...]) -> tuple[Step, ...]:
    """Return the stays with the last days that leave all of them possible."""
    lasts: tuple[Last, ...] = ()
    for position in reversed(range(len(stays))):
        lasts = (_last(person, stays, position, lasts), *lasts)
    before: tuple[Participation, ...] = ()
    steps: tuple[Step, ...] = ()
    for stay, last in zip(stays, lasts, strict=True):
        starts_on = last.starts_on or last.invited_on
        case = person.case(stay.citizenship, stay.category, last.invited_on, starts_on, before)
        steps = (*steps, Step(stay=stay, last=last, judged_last=judged(case)))
        before = (*before, stay.participation(last.invited_on, starts_on))
    return steps


def _last(person: Person, stays: tuple[Stay, ...], position: int, following: tuple[Last, ...]) -> Last:
    stay = stays[position]
    over_on: date = stay.judged.of("age").values["over_on"]
    start = _last_start(stay, stays[position + 1 :], following)
    seasons_end = date(following[0].invited_on.year - 1, 12, 31) if following else date.max
    case = person.case(stay.citizenship, stay.category, min(start, seasons_end, add_days(over_on, -1)))
    while participation.one_per_season(case).outcome is Outcome.UNMET:
        case = person.case(stay.citizenship, stay.category, date(case.decided_on.year - 1, 12, 31))
    lasts = letter(case)
    if lasts:
        start = min(start, add_months(case.decided_on, lasts.value))
    return Last(invited_on=case.decided_on, starts_on=None if start == date.max else start, too_old_on=over_on)


def _last_start(stay: Stay, later: tuple[Stay, ...], following: tuple[Last, ...]) -> date:
    """Return the last start that leaves room for what follows: no two permits at once, every gap kept."""
    starts = [date.max]
    if following:
        starts.append(add_days(following[0].invited_on, -1))
    for number, (other, last) in enumerate(zip(later, following, strict=True)):
        by = last.starts_on
        if by and not number:
            starts.append(last_day_before(by, stay.months, _ending_before(stay, by)))
        gap = other.judged.of("discontinuance").values.get("gap_months")
        if by and gap and other.case.home == stay.case.home:
            starts.append(last_day_before(by, stay.months + gap, _gap_over_by(stay, gap, by)))
    return min(starts)


def _ending_before(stay: Stay, day: date) -> Callable[[date], bool]:
    return lambda arrives_on: stay.ends_when(arrives_on) < day


def _gap_over_by(stay: Stay, months: int, day: date) -> Callable[[date], bool]:
    return lambda arrives_on: add_months(stay.ends_when(arrives_on), months) <= day
