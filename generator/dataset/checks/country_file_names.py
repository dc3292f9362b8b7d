"""A country's file bears its code."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for name, file in files.countries.items():
        if file.content and file.content.code != name:
            code = file.content.code
            message = f"the file is named {name}.yml, the code is {code}; rename the file or correct the code"
            yield file.located.problem(("code",), message)


CHECK = Check(
    name="country-file-names", sentence="The file of a country is named after the code that stands in it.", find=_find
)
