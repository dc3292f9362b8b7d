"""The axes about earlier participations: how many and of which category, when the last one ended, how long ago."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generator.decisions.axis import Axis, RunWords, choice, scale
from generator.rules.applicant import Applicant, Participation
from generator.rules.calendar import add_days, add_months
from generator.rules.kinds import Category

EARLIER = "earlier participations"
ENDED = "permit of one earlier participation ended"
SEASON = "season of one earlier participation in this category"
PERMIT_MONTHS = 12
LONG_PERMIT_MONTHS = 24
MONTHS_SINCE = 60
SEASONS = range(2008, 2021)
LONG_AGO = "participations in 2008 to 2010"
THEN = (2008, 2010)
# Where the points stand on the axis of earlier participations: none, one of each category, two, two, three.
ONE = {category: 1 + position for position, category in enumerate(Category)}
TWO = 2 + len(Category)
MORE = (TWO - 1, TWO, TWO + 1)


def months(reference: str) -> RunWords:
    """Return the words for months before a day."""
    return RunWords(
        every=f"any time {reference}",
        between=f"{{start}} and {{end}} {reference}",
        low=f"{{end}} {reference}",
        high=f"{{start}} {reference}",
        start="{n} months or more",
        start_late="more than {n} months",
        end="less than {next} months",
        end_early="{n} months or less",
    )


def took_part(code: str, category: Category, ended_on: date, months: int, latest_season: int) -> Participation:
    """Return a participation that counts; its season is the year in which the permit began."""
    started_on = add_days(add_months(ended_on, -months), 1)
    return Participation(
        citizenship=code,
        category=category,
        season=min(started_on.year, latest_season),
        permit_started_on=started_on,
        permit_ended_on=ended_on,
        activated=True,
    )


def _in_season(code: str, category: Category, season: int, months: int = PERMIT_MONTHS) -> Participation:
    return took_part(code, category, add_months(date(season, 12, 31), months), months, season)


def earlier_axes(code: str, category: Category) -> tuple[Axis, Axis, Axis, Axis]:
    """Return the axes: which, since when, in which season, and more than one long ago."""
    other = Category.YOUNG_PROFESSIONALS if category is Category.INTERNATIONAL_COOP else Category.INTERNATIONAL_COOP
    others = tuple(each for each in Category if each is not category)

    def after(*categories: Category) -> Callable[[Applicant], Applicant]:
        def placed(applicant: Applicant) -> Applicant:
            return replace(
                applicant,
                participations=tuple(
                    _ended(code, each, applicant, MONTHS_SINCE + count * PERMIT_MONTHS)
                    for count, each in enumerate(categories)
                ),
            )

        return placed

    which = choice(
        EARLIER,
        {
            "none": after(),
            **{f"one {each}": after(each) for each in Category},
            "two in the other categories": after(*others),
            "two with one in this category": after(category, other),
            "three in all categories": after(*Category),
        },
        "any",
        groups={"one or more": (*ONE.values(), *MORE), "any one": tuple(ONE.values()), "two or three": MORE},
    )
    since = scale(
        ENDED,
        range(25),
        _since,
        months("before arrival"),
        start=after(other),
        leaves_alone=lambda applicant: not applicant.participations,
    )
    season = scale(
        SEASON,
        SEASONS,
        lambda applicant, year, _: replace(applicant, participations=(_in_season(code, category, year),)),
        RunWords(every="any", low="{end} or before", high="{start} or later", between="{start} to {end}"),
        last_days=False,
        usual=ONE[category],
    )
    long_ago = choice(
        LONG_AGO,
        {
            f"one of {LONG_PERMIT_MONTHS} months in this category": lambda applicant: replace(
                applicant, participations=(_in_season(code, category, THEN[0], LONG_PERMIT_MONTHS),)
            ),
            "two with one in this category": lambda applicant: replace(
                applicant,
                participations=tuple(
                    _in_season(code, each, year) for each, year in zip((category, other), THEN, strict=True)
                ),
            ),
        },
        "any",
        usual=(ONE[category], TWO),
    )
    return which, since, season, long_ago


def _ended(code: str, category: Category, applicant: Applicant, months: int) -> Participation:
    arrival = applicant.arrival or applicant.assessed_on
    return took_part(code, category, add_months(arrival, -months), PERMIT_MONTHS, applicant.decided_on.year - 1)


def _since(applicant: Applicant, months: int, last_day: bool) -> Applicant:
    """Let the latest permit end `months` before the arrival, or a day later than a month more."""
    arrival = applicant.arrival or applicant.assessed_on
    ended_on = add_days(add_months(arrival, -months - 1), 1) if last_day else add_months(arrival, -months)
    latest, *before = applicant.participations or ()
    held = took_part(
        latest.citizenship or "",
        latest.category or Category.INTERNATIONAL_COOP,
        ended_on,
        PERMIT_MONTHS,
        applicant.decided_on.year - 1,
    )
    return replace(applicant, participations=(held, *before))
