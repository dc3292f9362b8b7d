"""Worked permit lengths: the days that the facts of a country lead to, counted by the rules' own calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.rules.calendar import add_months, months_spanned
from generator.rules.country import Country, Participations
from generator.rules.facts import History
from generator.rules.kinds import Answer, Category
from generator.site.facts import Presenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A fact that an example is computed from: its id and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One worked length: for which categories, what happens, the day or length that follows, and from which facts."""

    categories: str
    given: str
    result: str
    facts: tuple[Basis, ...]


def worked_examples(country: Country, presenter: Presenter) -> Iterator[Example]:
    """Yield worked lengths for the co-op permits of `country`, else for those of its other categories.

    Categories with the same length and the same gap share their examples; those without a known length have none.
    """
    first = date(presenter.as_of.year + 1, 5, 4)
    for (months, gap), categories in _lengths(country, presenter).items():
        name = presenter.language.all_of(map(presenter.language.category, categories))
        lengths = _bases(country, categories, "permit_months", presenter)
        for arrival in (first, arrival_at_month_end(first, months)):
            yield _permit(presenter, name, arrival, months, "worked.first", lengths)
        if gap:
            gaps = _bases(country, categories, "discontinuance_months", presenter)
            yield _gap(presenter, name, add_months(first, -months), first, gap, lengths + gaps)
    participations: Participations | None = _value(presenter, country.participations)
    shared = (_basis(f"{country.code}.participations", "participations", presenter),)
    if participations and participations.later_months:
        yield _permit(presenter, "", first, participations.later_months, "worked.later", shared)
    if participations and participations.cumulative_months:
        yield _cumulative(presenter, first, participations.cumulative_months, shared)


def _bases(country: Country, categories: list[Category], field: str, presenter: Presenter) -> tuple[Basis, ...]:
    """Return the fact `field` of each category; several are told apart by the names of their categories."""
    alone = len(categories) == 1
    return tuple(
        _basis(f"{country.code}.{category.value}.{field}", field, presenter, None if alone else category)
        for category in categories
    )


def _basis(id: str, field: str, presenter: Presenter, category: Category | None = None) -> Basis:  # noqa: A002 the word the data uses
    label = presenter.language.say(f"label.{field}")
    return Basis(id=id, label=f"{label} ({presenter.language.category(category)})" if category else label)


def _lengths(country: Country, presenter: Presenter) -> dict[tuple[int, int], list[Category]]:
    """Group the categories to show by their longest permit and their gap, both in months."""
    found: dict[tuple[int, int], list[Category]] = {}
    coop = Category.INTERNATIONAL_COOP
    shown = [coop] if _value(presenter, country.categories[coop].offered) is Answer.YES else list(Category)
    for category in shown:
        terms = country.categories[category]
        months = _value(presenter, terms.permit_months)
        if months is not None:
            found.setdefault((months, _value(presenter, terms.discontinuance_months) or 0), []).append(category)
    return found


def arrival_at_month_end(first: date, months: int) -> date:
    """Return the first day from `first` on whose day number the month of the permit's end lacks."""
    day = first
    while add_months(day, months).day == day.day:
        day += timedelta(days=1)
    return day


def _value[T](presenter: Presenter, history: History[T]) -> T | None:
    row = presenter.in_force(history)
    return None if row is None else row.value


def _permit(
    presenter: Presenter, categories: str, arrival: date, months: int, phrase: str, facts: tuple[Basis, ...]
) -> Example:
    language = presenter.language
    return Example(
        categories=categories,
        given=language.say(f"{phrase}.given", arrival=language.day(arrival), months=language.months(months)),
        result=language.say(f"{phrase}.result", end=language.day(add_months(arrival, months))),
        facts=facts,
    )


def _gap(
    presenter: Presenter, categories: str, started: date, ended: date, gap: int, facts: tuple[Basis, ...]
) -> Example:
    language = presenter.language
    return Example(
        categories=categories,
        given=language.say(
            "worked.gap.given", started=language.day(started), ended=language.day(ended), months=language.months(gap)
        ),
        result=language.say("worked.gap.result", day=language.day(add_months(ended, gap))),
        facts=facts,
    )


def _cumulative(presenter: Presenter, started: date, cap: int, facts: tuple[Basis, ...]) -> Example:
    """Take a first permit of half the cap and a few days: the begun month counts whole."""
    language = presenter.language
    ended = add_months(started, cap // 2) + timedelta(days=9)
    used = months_spanned(started, ended)
    return Example(
        categories="",
        given=language.say(
            "worked.cumulative.given",
            started=language.day(started),
            ended=language.day(ended),
            cap=language.months(cap),
        ),
        result=language.say("worked.cumulative.result", used=language.months(used), left=language.months(cap - used)),
        facts=facts,
    )
