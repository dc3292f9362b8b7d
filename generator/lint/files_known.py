"""Every file in the folder of facts is read by something."""

from collections.abc import Iterator
from pathlib import Path

from generator.dataset.checks.check import Check
from generator.dataset.kinds import KINDS
from generator.dataset.problems import Problem
from generator.lint.subject import LANGUAGES, Subject

WORDS = ("questions.yml", *(f"words/{lang}.yml" for lang in LANGUAGES))
READ = (*(kind.pattern for kind in KINDS), *(kind.schema.as_posix() for kind in KINDS), *WORDS)
READ_WHOLE = frozenset(Path(kind.pattern).parts[0] for kind in KINDS if "/" in kind.pattern)  # strays are told there
PARTS = Path("words/ui")  # the words of the page, a file for each part


def _find(subject: Subject) -> Iterator[Problem]:
    folder = subject.files.folder
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if path.is_dir() or below.parts[0] in READ_WHOLE or below.as_posix() in READ:
            continue
        if below.parent == PARTS and below.suffix == ".yml":
            continue
        message = "nothing reads this file; put what it says into a file that is there, and remove it"
        yield Problem(str(path), 1, 1, "", message)


CHECK = Check(name="files-known", sentence="The folder of facts holds no file that nothing reads.", find=_find)
