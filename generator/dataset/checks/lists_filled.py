"""A list that must be there holds something."""

from collections.abc import Iterator
from dataclasses import MISSING, fields

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.guide import Organization, Point, Term
from generator.dataset.problems import Problem
from generator.rules.country import Note, Slot, Stream
from generator.rules.facts import Fact
from generator.rules.programme import Place, RequiredDocument

KINDS = (Point, Term, Organization, Note, Stream, Slot, Place, RequiredDocument)


def _find(files: Files) -> Iterator[Problem]:
    for file in files.every():
        if file.content == ():
            yield file.located.problem((), "the file holds nothing; add an item, or remove the file")
        for path, record in file.records:
            for field in fields(record) if isinstance(record, KINDS) else ():
                if field.default is MISSING and getattr(record, field.name) == ():
                    yield file.located.problem((*path, field.name), "this list is empty; add at least one item")
    for file, path, fact in files.of(Fact):
        if fact.value == ():
            message = "the list is empty; name at least one item, or remove the fact where nothing is known"
            yield file.located.problem((*path, "value"), message)


CHECK = Check(
    name="lists-filled",
    sentence="A file, a list that must be there, and a fact whose value is a list hold at least one item.",
    find=_find,
)
