"""Country codes must be real ones, and a file must bear the code of its country."""

from collections.abc import Iterator
from typing import Any

from generator.dataset.files import File, Files
from generator.dataset.names import has_name
from generator.dataset.problems import Problem
from generator.rules.country import AcceptedDocument
from generator.rules.problems import Path


def file_names(files: Files) -> Iterator[Problem]:
    """Find country files whose name is not the code inside."""
    for name, file in files.countries.items():
        if file.content and file.content.code != name:
            code = file.content.code
            message = f"the file is named {name}.yml, the code is {code}; rename the file or correct the code"
            yield file.located.problem(("code",), message)


def codes_repeated(files: Files) -> Iterator[Problem]:
    """Find codes that stand twice in the list of codes, or belong to no country."""
    seen: set[str] = set()
    for index, code in enumerate(files.codes.content or ()):
        if len(code) != 2 or not code.isascii() or not code.isalpha() or not code.isupper():
            message = f"`{code}` is not a country code; write two capital letters, as DE"
            yield files.codes.located.problem((index,), message)
        elif not has_name(code):
            yield files.codes.located.problem((index,), f"no country has the code `{code}`; correct or remove it")
        elif code in seen:
            yield files.codes.located.problem((index,), f"`{code}` stands twice in the list; keep it once")
        seen.add(code)


def codes_known(files: Files) -> Iterator[Problem]:
    """Find country codes that are not in the list of codes."""
    if files.codes.content is None:
        return
    known = frozenset(files.codes.content)
    for file, path, code in _codes(files):
        if code not in known:
            message = f"`{code}` is not an ISO 3166-1 alpha-2 code; write the two letters of the country, as DE"
            yield file.located.problem(path, message)


def agreements_known(files: Files) -> Iterator[Problem]:
    """Find places and documents that name a country without a file."""
    for index, place in enumerate(files.places.content or ()):
        for key, code in (("citizenship_of", place.citizenship_of), ("residence_in", place.residence_in)):
            if code is not None and code not in files.countries:
                message = f"there is no countries/{code}.yml; name a country that has a file"
                yield files.places.located.problem((index, key), message)
    for index, document in enumerate(files.documents.content or ()):
        for at, code in enumerate(document.jurisdictions):
            if code not in files.countries:
                message = f"there is no countries/{code}.yml; name a country that has a file"
                yield files.documents.located.problem((index, "jurisdictions", at), message)


def _codes(files: Files) -> Iterator[tuple[File[Any], Path, str]]:
    for file in files.countries.values():
        if file.content:
            yield file, ("code",), file.content.code
    for any_file, path, document in files.of(AcceptedDocument):
        if document.issuer is not None:
            yield any_file, (*path, "issuer"), document.issuer
    for index, place in enumerate(files.places.content or ()):
        yield files.places, (index, "code"), place.code
