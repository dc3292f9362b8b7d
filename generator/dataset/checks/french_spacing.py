"""French signs stay with their word when a line breaks."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem
from generator.rules.facts import Text

SPACED_SIGNS = (" :", " ;", " ?", " !", " %", " »", "« ")


def _find(files: Files) -> Iterator[Problem]:
    for file, path, text in files.of(Text):
        if any(sign in text.fr for sign in SPACED_SIGNS):
            message = "a plain space stands beside : ; ? ! % or «»; write a non-breaking space (U+00A0) there"
            yield file.located.problem((*path, "fr"), message)


CHECK = Check(
    name="french-spacing", sentence="In French a no-break space stands before : ; ? ! % and inside «».", find=_find
)
