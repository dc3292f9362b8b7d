"""Pages call only facts, topics, points, claims and sources that exist."""

from collections.abc import Iterator
from dataclasses import fields

from generator.dataset.checks.check import Check
from generator.dataset.guide import Point, Topic
from generator.dataset.problems import Problem
from generator.lint.page import Call, Page
from generator.lint.subject import LANGUAGES, Subject
from generator.rules.programme import Programme

# Beginnings of the ids that pages refer to by name; other ids are looked up when the pages are rendered.
REFERRED = ("guide.", "programme.")


def _find(subject: Subject) -> Iterator[Problem]:
    pages = [page for lang in LANGUAGES for page in subject.pages[lang].values()]
    for page in (*pages, *subject.templates):
        for call in page.calls:
            yield from _judge(page, call, subject)


def _judge(page: Page, call: Call, subject: Subject) -> Iterator[Problem]:
    match call.name:
        case "programme":
            known = {field.name for field in fields(Programme)}
            yield from _unknown(page, call, call.words, known, "there is no fact of the programme", "correct the name")
        case "topic":
            known, there = {topic.value for topic in Topic}, set(subject.files.guide)
            yield from _unknown(page, call, call.words, known, "there is no topic of the guide", "correct the name")
            named = tuple(word for word in call.words if word in known)
            yield from _unknown(page, call, named, there, "the guide has no file for", "write it")
        case "points":
            known = _points(subject)
            yield from _unknown(page, call, call.words, known, "there is no point of the guide", "correct the id")
        case "claim" if claims := subject.files.claims.content:
            known = {claim.id for claim in claims}
            yield from _unknown(page, call, call.words, known, "there is no claim", "correct the id")
        case "refer":
            known = {f"guide.{name}" for name in _points(subject)}
            known |= {f"programme.{field.name}" for field in fields(Programme)}
            named = tuple(word for word in call.words if word.startswith(REFERRED))
            yield from _unknown(page, call, named, known, "there is no fact", "correct the id")
        case "official" if sources := subject.files.sources.content:
            known = {source.id for source in sources}
            yield from _unknown(page, call, call.words[:1], known, "there is no source", "correct the name")


def _points(subject: Subject) -> set[str]:
    return {point.id for _, _, point in subject.files.of(Point)}


def _unknown(
    page: Page, call: Call, words: tuple[str, ...], known: set[str], what: str, remedy: str
) -> Iterator[Problem]:
    for word in words:
        if word not in known:
            yield page.problem(page.place(call, word), f"{what} `{word}`; {remedy} or remove the call")


CHECK = Check(
    name="page-names", sentence="Pages call only facts, topics, points, claims and sources that exist.", find=_find
)
