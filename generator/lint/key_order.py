"""The keys of the facts stand in one order."""

from collections.abc import Iterator

from generator.dataset.checks.check import Check
from generator.dataset.keys import key_orders, value_at
from generator.dataset.kinds import kind_of
from generator.dataset.problems import Problem
from generator.lint.subject import Subject


def _find(subject: Subject) -> Iterator[Problem]:
    for file in subject.files.every():
        kind = kind_of(file.located.file, subject.files.folder)
        if file.content is None or kind is None:
            continue
        for path, order in key_orders(kind.model, file.located.value):
            if early := _early(list(value_at(file.located.value, path)), order):
                key, before = early
                message = f"`{key}` stands after `{before}`; put it before, or run `iec-coop tidy`"
                yield file.located.problem((*path, key), message, at_key=True)


def _early(keys: list[str], order: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the first key that stands too late, and the key that it belongs before."""
    for index, key in enumerate(keys):
        for before in keys[:index]:
            if order.index(before) > order.index(key):
                return key, before
    return None


CHECK = Check(name="key-order", sentence="The keys of every file stand in the order of its schema.", find=_find)
