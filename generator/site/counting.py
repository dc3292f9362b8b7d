"""Walks over all facts of the dataset, to count them and to find those in dispute."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.rules.facts import Fact, Status
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.site.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A fact about which sources disagree, and where it is shown."""

    country: str
    label: str
    category: str | None
    url: str


def walk_facts(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Fact[Any]]]:
    """Yield every fact below `value` with the names that lead to it."""
    if isinstance(value, Fact):
        yield path, value
    elif isinstance(value, Dataset):
        yield from walk_facts({"programme": value.programme, "places": value.places, **value.countries}, path)
        yield from walk_facts({"seasons": value.seasons, "documents": value.documents}, path)
    elif is_dataclass(value):
        for field in fields(value):
            yield from walk_facts(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk_facts(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for item in value:
            yield from walk_facts(item, (*path, item.id) if hasattr(item, "id") else path)


def count_statuses(dataset: Dataset) -> Counter[str]:
    """Count the facts by their status."""
    return Counter(fact.status.value for _, fact in walk_facts(dataset))


def conflicts(dataset: Dataset, language: Language) -> list[Conflict]:
    """List the facts about which sources disagree, by the name of the country."""
    found = []
    for code, country in dataset.countries.items():
        for path, fact in walk_facts(country):
            if fact.status is Status.CONFLICTING and path[0] != "notes":
                steps = [step for step in path if step != "categories"]
                category = language.category(Category(steps[0])) if path[0] == "categories" else None
                found.append(
                    Conflict(
                        country=language.text(country.name),
                        label=language.say(f"label.{steps[-1]}"),
                        category=category,
                        url=f"countries/{code.lower()}/#{'.'.join([code, *steps])}",
                    )
                )
    return sorted(found, key=lambda conflict: language.sorting(conflict.country))
