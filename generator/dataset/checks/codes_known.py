"""Country codes are those of the list."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File, Files
from generator.dataset.problems import Problem
from generator.rules.country import AcceptedDocument
from generator.rules.problems import Path


def _find(files: Files) -> Iterator[Problem]:
    if files.codes.content is None:
        return
    known = frozenset(files.codes.content)
    for file, path, code in _codes(files):
        if code not in known:
            message = f"`{code}` is not an ISO 3166-1 alpha-2 code; write the two letters of the country, as DE"
            yield file.located.problem(path, message)


def _codes(files: Files) -> Iterator[tuple[File[Any], Path, str]]:
    for file in files.countries.values():
        if file.content:
            yield file, ("code",), file.content.code
    for any_file, path, document in files.of(AcceptedDocument):
        if document.issuer is not None:
            yield any_file, (*path, "issuer"), document.issuer
    for index, place in enumerate(files.places.content or ()):
        yield files.places, (index, "code"), place.code
    for index, claim in enumerate(files.claims.content or ()):
        for at, code in enumerate(claim.countries):
            yield files.claims, (index, "countries", at), code


CHECK = Check(name="codes-known", sentence="Every country code is one of the codes of ISO 3166-1 alpha-2.", find=_find)
