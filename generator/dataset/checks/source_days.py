"""A source was copied on or after the day that it bears."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for index, source in enumerate(files.sources.content or ()):
        if source.modified_on and source.copied_on and source.copied_on < source.modified_on:
            message = (
                f"the copy is older than the page of {source.modified_on}; "
                "write the day of the copy that was read, or correct `modified_on`"
            )
            yield files.sources.located.problem((index, "copied_on"), message)


CHECK = Check(
    name="source-days", sentence="The copy of a source is not older than the day that the page bears.", find=_find
)
