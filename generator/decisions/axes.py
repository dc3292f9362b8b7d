"""The axes of one jurisdiction and category."""

from dataclasses import replace

from generator.decisions.axis import Axis, RunWords, choice, scale
from generator.decisions.earlier import earlier_axes, months
from generator.rules.applicant import Applicant
from generator.rules.calendar import add_days, add_months
from generator.rules.kinds import Category, Field
from generator.rules.model import Dataset
from generator.rules.record import record

AGE, SCHOOL, RESIDENCE = "age", "school", "residence"
GRADUATED = "graduated, no student any more"
OTHERWISE = "otherwise"
AGES = range(14, 46)
MONTHS_SINCE_GRADUATION = range(25)
ELSEWHERE = "BR"  # no partner, and no territory of one


@record
class Axes:
    """The axes that are combined with one another, and those that are looked at alone."""

    combined: tuple[Axis, ...]
    alone: tuple[Axis, ...]

    def every(self) -> tuple[Axis, ...]:
        """Return all axes in the order of the table."""
        return (*self.combined, *self.alone)


def axes_of(dataset: Dataset, code: str, category: Category) -> Axes:
    """Return the axes of one jurisdiction and category."""
    which, since, season, long_ago = earlier_axes(code, category)
    combined = (OF_AGE, which, since, _school(code), _residence(dataset, code))
    graduated = (AFTER_STUDIES,) if category is Category.INTERNATIONAL_COOP else ()
    return Axes(combined=combined, alone=(season, long_ago, *graduated, OTHER_ANSWERS))


def _of_age(applicant: Applicant, years: int, last_day: bool) -> Applicant:
    """Let the invitation come on the birthday, or on the day before the next one."""
    day = applicant.decided_on
    on_birthday = day.replace(year=day.year - years)
    if not last_day:
        return replace(applicant, date_of_birth=on_birthday)
    return replace(applicant, date_of_birth=add_days(day.replace(year=day.year - years - 1), 1))


def _graduated(applicant: Applicant, months: int, last_day: bool) -> Applicant:
    """Let the invitation come so many months after the graduation, or on the day before a month more."""
    day = applicant.decided_on
    on = add_days(add_months(day, -months - 1), 1) if last_day else add_months(day, -months)
    return replace(applicant, studies=replace(applicant.studies, registered=False, graduated_on=on))


def _school(code: str) -> Axis:
    def at(country: str, applicant: Applicant) -> Applicant:
        return replace(applicant, studies=replace(applicant.studies, school_country=country))

    return choice(
        SCHOOL,
        {
            f"in {code}": lambda applicant: at(code, applicant),
            "elsewhere": lambda applicant: at(ELSEWHERE, applicant),
        },
        "anywhere",
    )


def _residence(dataset: Dataset, code: str) -> Axis:
    tied = [place.code for place in dataset.places.values() if code in (place.residence_in, place.citizenship_of)]
    lives = {
        f"in {country}": (lambda applicant, country=country: replace(applicant, residence=country))
        for country in (code, *sorted(tied))
    }
    return choice(
        RESIDENCE, {**lives, "elsewhere": lambda applicant: replace(applicant, residence=ELSEWHERE)}, "anywhere"
    )


OF_AGE = scale(
    AGE,
    AGES,
    _of_age,
    RunWords(every="any", low="{end} or younger", high="{start} or older", between="{start} to {end}"),
)
AFTER_STUDIES = scale(GRADUATED, MONTHS_SINCE_GRADUATION, _graduated, months("before the invitation"))
OTHER_ANSWERS = choice(
    OTHERWISE,
    {
        "another field": lambda applicant: replace(
            applicant,
            studies=replace(applicant.studies, field=Field.OTHER),
            offer=replace(applicant.offer, sector=Field.OTHER),
        ),
        "at a training centre": lambda applicant: replace(
            applicant, studies=replace(applicant.studies, post_secondary=False, training_centre=True)
        ),
        "unpaid": lambda applicant: replace(applicant, offer=replace(applicant.offer, paid=False)),
        "to a company not tied to the employer": lambda applicant: replace(
            applicant, offer=replace(applicant.offer, intra_company=False)
        ),
    },
    "any",
)
