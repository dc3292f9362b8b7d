"""Places are counted where the category was offered."""

from collections.abc import Iterator

from generator.dataset.checks.category_terms import ever_offered
from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Pool
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for file, path, pool in files.of(Pool):
        country = files.countries.get(pool.country)
        terms = country.content.categories.get(pool.category) if country and country.content else None
        if terms and terms.offered and not ever_offered(terms) and any(row.value for row in pool.quota):
            message = f"{pool.country} never offered {pool.category}; correct the pool, or countries/{pool.country}.yml"
            yield file.located.problem((*path, "category"), message)


CHECK = Check(
    name="pools-offered", sentence="A quota belongs to a category that the country offers or offered.", find=_find
)
