"""Facts changed for a test."""

from dataclasses import replace
from typing import Any

from generator.rules import Dataset
from generator.rules.facts import Fact
from generator.rules.kinds import Category


def with_term(dataset: Dataset, code: str, category: Category, name: str, value: Any) -> Dataset:
    """Return the facts with another value of one fact of a category in force."""
    country = dataset.countries[code]
    terms = country.categories[category]
    changed = replace(terms, **{name: _last(getattr(terms, name), value)})
    return _with(dataset, replace(country, categories={**country.categories, category: changed}))


def with_country_fact(dataset: Dataset, code: str, name: str, value: Any) -> Dataset:
    """Return the facts with another value of one fact of a jurisdiction in force."""
    country = dataset.countries[code]
    return _with(dataset, replace(country, **{name: _last(getattr(country, name), value)}))


def _last(rows: tuple[Fact[Any], ...], value: Any) -> tuple[Fact[Any], ...]:
    return (*rows[:-1], replace(rows[-1], value=value))


def _with(dataset: Dataset, country: Any) -> Dataset:
    return replace(dataset, countries={**dataset.countries, country.code: country})
