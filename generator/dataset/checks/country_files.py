"""A country on which something rests has a file of its own."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.problems import Problem
from generator.rules.problems import Path


def _find(files: Files) -> Iterator[Problem]:
    for file, path, code in _named(files):
        if code not in files.countries:
            message = f"there is no countries/{code}.yml; name a country that has a file"
            yield file.located.problem(path, message)


def _named(files: Files) -> Iterator[tuple[File[Any], Path, str]]:
    for index, place in enumerate(files.places.content or ()):
        for key, code in (("citizenship_of", place.citizenship_of), ("residence_in", place.residence_in)):
            if code is not None:
                yield files.places, (index, key), code
    for index, document in enumerate(files.documents.content or ()):
        for at, code in enumerate(document.jurisdictions):
            yield files.documents, (index, "jurisdictions", at), code
    for pools in files.pools.values():
        for index, pool in enumerate(pools.content or ()):
            yield pools, (index, "country"), pool.country


CHECK = Check(
    name="country-files", sentence="A country that a place, a document or a pool names has a file.", find=_find
)
