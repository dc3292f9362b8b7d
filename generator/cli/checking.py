"""The check command: one document, or a line of JSON for each applicant."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from generator.cli.project import the_questions
from generator.cli.refusal import Refusal
from generator.dataset import Problem
from generator.documents import UnreadableError, decode, read_document, read_json
from generator.explain import as_text, describe_problem, explain, told_problems
from generator.explain.calendar import as_calendar
from generator.explain.message import as_message
from generator.explain.wording import Words
from generator.rules import Assessment, Dataset, DocumentError, assess
from generator.rules.problems import legible


def check_one(data: bytes, name: str, dataset: Dataset, words: Words, lang: str, today: date, form: str) -> str:
    """Assess the one document in `data` and return what is printed.

    `form` is text, json, ics (a calendar; nothing where no day can be worked out) or email. Raises Refusal as
    `one_document` does.
    """

    def assessed(document: Any) -> Assessment:
        return assess(document, dataset, today)

    explained = explain(one_document(data, name, dataset, words, lang, assessed), dataset, words, lang)
    match form:
        case "json":
            return json.dumps(explained, ensure_ascii=False, indent=2) + "\n"
        case "ics":
            return as_calendar(explained, dataset, words, lang) or ""
        case "email":
            message = as_message(explained, dataset, words, lang)
            return f"{words['message']['subject_line']}{words['colon']}{message.subject}\n\n{message.text}"
    return as_text(explained, dataset, words, lang, the_questions(lang))


def one_document[Made](
    data: bytes, name: str, dataset: Dataset, words: Words, lang: str, make: Callable[[Any], Made]
) -> Made:
    """Return what `make` makes of the one document in `data`.

    Raises Refusal with a line for every problem: file, line, column, path, what is wrong, what to write instead.
    """
    try:
        document = read_document(decode(data, name), name)
    except UnreadableError as error:
        raise Refusal(str(replace(problem, message=_said(problem, words))) for problem in error.problems) from error
    try:
        return make(document.value)
    except DocumentError as error:
        located = [
            document.problem(
                problem.steps, describe_problem(problem, dataset, words, lang), at_key=problem.code == "unknown-key"
            )
            for problem in error.problems
        ]
        raise Refusal(map(str, sorted(located))) from error


def check_lines(
    data: bytes, name: str, dataset: Dataset, words: Words, lang: str, today: date, write: Callable[[str], object]
) -> bool:
    """Assess a JSON applicant a line, `write` a line for each, and tell whether all of them could be assessed.

    A line that cannot be assessed gives {"line": N, "error": [{"path", "code", "message"}]}; the others go on.
    """
    good = True
    for number, line in _lines(data):
        answer = _answer(line, name, dataset, words, lang, today)
        if "error" in answer:
            good = False
            answer = {"line": number, **answer}
        write(json.dumps(answer, ensure_ascii=False))
    return good


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if line.strip():
            yield number, line


def _answer(line: bytes, name: str, dataset: Dataset, words: Words, lang: str, today: date) -> dict[str, Any]:
    try:
        document = read_json(decode(line, name), name)
        assessment = assess(document.value, dataset, today)
    except UnreadableError as error:
        return {"error": [{"path": at.path, "code": at.code, "message": _said(at, words)} for at in error.problems]}
    except DocumentError as error:
        return {"error": told_problems(error, dataset, words, lang)}
    return explain(assessment, dataset, words, lang)


def _said(problem: Problem, words: Words) -> str:
    """Return what is wrong with the writing of a document, in the language of `words`."""
    return str(words["problems"][problem.code].format(given=legible(problem.given)))
