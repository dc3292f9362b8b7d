"""Every fact reaches a reader: the rules use it or a page shows it, in both languages."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from generator.dataset.checks.check import Check
from generator.dataset.files import File
from generator.dataset.problems import Problem
from generator.lint.page import Page
from generator.lint.points_shown import points_shown
from generator.lint.subject import LANGUAGES, NAMES, Subject

# What a page calls to show all facts of a file.
SHOWN_BY = {
    "documents": "guide.documents",
    "seasons": "seasons.seasons",
    "organizations": "guide.organizations",
    "glossary": "guide.terms",
    "claims": "claims.claims",
}
POOLS = "seasons.quotas"
# The phrases that name facts by their keys, where pages show whatever there is.
LABELS = ("label", "season_field", "pool_field")


def _find(subject: Subject) -> Iterator[Problem]:
    yield from _programme(subject)
    yield from _of_records(subject)
    yield from points_shown(subject)
    for lang in LANGUAGES:
        # Templates define what pages call, so that a name in them shows nothing.
        called = frozenset(call.name for page in subject.pages[lang].values() for call in page.calls)
        for kind, name in SHOWN_BY.items():
            yield from _not_called(getattr(subject.files, kind), name, called, lang)
        for pools in subject.files.pools.values():
            yield from _not_called(pools, POOLS, called, lang)


def _programme(subject: Subject) -> Iterator[Problem]:
    file = subject.files.programme
    called = [_called(subject.shown_in(lang), "programme") for lang in LANGUAGES]
    for field in fields(file.content) if file.content else ():
        if field.name not in subject.in_rules and not all(field.name in names for names in called):
            message = f"no rule uses this fact and no page shows it; write `programme('{field.name}')` in a page"
            yield file.located.problem((field.name,), message, at_key=True)


def _of_records(subject: Subject) -> Iterator[Problem]:
    """Find facts under a key that neither the rules nor the pages read, and for which pages have no label."""
    phrases = subject.phrases["en"].value if isinstance(subject.phrases["en"].value, dict) else {}
    used = subject.in_rules.union(subject.in_site, *(phrases.get(group, ()) for group in LABELS))
    for file in subject.files.every():
        for path, _ in file.histories():
            if file is not subject.files.programme and path[-1] not in used:
                message = "no rule uses this key and no page shows it; remove it, or show it first"
                yield file.located.problem(path, message, at_key=True)


def _not_called(file: File[Any], name: str, called: frozenset[str], lang: str) -> Iterator[Problem]:
    if file.content and name.rpartition(".")[2] not in called:
        yield file.located.problem((0,), f"no page shows this file in {NAMES[lang]}; write `{name}()` in a page")


def _called(pages: tuple[Page, ...], name: str) -> frozenset[str]:
    return frozenset(word for page in pages for call in page.calls if call.name == name for word in call.words)


CHECK = Check(
    name="facts-used", sentence="Every fact is used by a rule or shown by a page of each language.", find=_find
)
