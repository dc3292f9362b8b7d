"""Each source stands once in the registry."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, source in enumerate(files.sources.content or ()):
        if source.id in seen:
            message = f"the id `{source.id}` stands twice; give each source its own"
            yield files.sources.located.problem((index, "id"), message)
        seen.add(source.id)


CHECK = Check(name="source-ids", sentence="Each source has an id of its own.", find=_find)
