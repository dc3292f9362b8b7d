"""The sources of facts are in the registry."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import SourceReference


def _find(files: Files) -> Iterator[Problem]:
    if files.sources.content is None:
        return
    known = {source.id for source in files.sources.content}
    for file, path, reference in files.of(SourceReference):
        if reference.id not in known:
            message = f"there is no source `{reference.id}`; correct the id, or add a new source to sources.yml"
            yield file.located.problem((*path, "id"), message)


CHECK = Check(name="sources-known", sentence="Every source that is named is in the registry of sources.", find=_find)
