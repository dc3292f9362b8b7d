"""The real facts with as many jurisdictions as wanted: copies of the real ones under codes and names of their own."""

from collections.abc import Iterator
from dataclasses import replace

from generator.dataset import Knowledge
from generator.dataset.index import Entry
from generator.rules.country import Country
from generator.rules.facts import Text
from generator.rules.kinds import Category


def scaled(knowledge: Knowledge, count: int) -> Knowledge:
    """Return what is known, with `count` jurisdictions: the real ones first, then copies of them in turn.

    Raises ValueError where `count` is below the number of real ones, which cannot be told apart from a mistake.
    """
    real = sorted(knowledge.dataset.countries)
    if count < len(real):
        raise ValueError(f"{count} jurisdictions are fewer than the {len(real)} real ones")
    copies = dict(_copies(real, count))
    countries = {code: _copy(knowledge.dataset.countries[original], code) for code, original in copies.items()}
    names = {code: country.name for code, country in countries.items()}
    of: dict[str, list[Entry]] = {}
    for entry in knowledge.index.values():
        if entry.country is not None and entry.id.startswith(f"{entry.country}."):
            of.setdefault(entry.country, []).append(entry)
    index = {
        f"{code}{entry.id.removeprefix(original)}": replace(
            entry, id=f"{code}{entry.id.removeprefix(original)}", country=code
        )
        for code, original in copies.items()
        for entry in of.get(original, [])
    }
    dataset = replace(
        knowledge.dataset,
        countries={**knowledge.dataset.countries, **countries},
        names={**knowledge.dataset.names, **names},
    )
    return replace(knowledge, dataset=dataset, index={**knowledge.index, **index})


def _copies(real: list[str], count: int) -> Iterator[tuple[str, str]]:
    """Yield the code of each copy and that of its original."""
    for number in range(len(real), count):
        original = real[number % len(real)]
        yield f"{original}{number // len(real)}", original


def _copy(country: Country, code: str) -> Country:
    number = code.removeprefix(country.code)
    return replace(country, code=code, name=Text(en=f"{country.name.en} {number}", fr=f"{country.name.fr} {number}"))


def corrected(knowledge: Knowledge) -> Knowledge:
    """Return what is known with one fact of one country corrected: Austrians may be a year older."""
    dataset = knowledge.dataset
    austria = dataset.countries["AT"]
    coop = austria.categories[Category.INTERNATIONAL_COOP]
    *before, row = coop.ages
    ages = (*before, replace(row, value=replace(row.value, maximum=row.value.maximum + 1)))
    categories = {**austria.categories, Category.INTERNATIONAL_COOP: replace(coop, ages=ages)}
    countries = {**dataset.countries, "AT": replace(austria, categories=categories)}
    entry = knowledge.index["AT.international_coop.ages"]
    return replace(
        knowledge,
        dataset=replace(dataset, version="corrected", countries=countries),
        index={**knowledge.index, entry.id: replace(entry, rows=ages)},
    )
