"""Run every check over the facts, the words and the pages."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.dataset.checks import CHECKS
from generator.dataset.checks.check import Level
from generator.dataset.problems import Problem
from generator.lint.linters import LINTERS
from generator.lint.subject import read_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found, in the order of the files: errors are refused, warnings are told."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def find_all(folder: Path, content: Path, day: date) -> Findings:
    """Check the facts and words in `folder` and the pages in `content` as of `day`, and return everything found."""
    subject, errors = read_subject(folder, content, day)
    warnings: list[Problem] = []
    for check in CHECKS:
        errors.extend(check(subject.files))
    for linter in LINTERS:
        (errors if linter.level is Level.ERROR else warnings).extend(linter(subject))
    return Findings(errors=tuple(sorted(set(errors))), warnings=tuple(sorted(set(warnings))))
