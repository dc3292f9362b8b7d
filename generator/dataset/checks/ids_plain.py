"""Ids are plain words, fit for an address."""

import re
from collections.abc import Iterator
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Claim, Organization, Point, Term
from generator.dataset.problems import Problem
from generator.rules.country import Note, Stream
from generator.rules.model import Source
from generator.rules.programme import RequiredDocument

PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _find(files: Files) -> Iterator[Problem]:
    kinds: tuple[type[Any], ...] = (Point, Organization, Term, Claim, Note, Stream, RequiredDocument, Source)
    for kind in kinds:
        for file, path, item in files.of(kind):
            if not PLAIN.fullmatch(item.id):
                message = f"`{item.id}` is not an id; write small letters and digits, words joined by hyphens"
                yield file.located.problem((*path, "id"), message)


CHECK = Check(name="ids-plain", sentence="An id is made of small letters, digits and single hyphens.", find=_find)
