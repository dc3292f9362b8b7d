"""The check command: one document, or a line of JSON for each applicant."""

import json
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

from generator.cli.answering import Answering, said
from generator.cli.jobs import answered
from generator.cli.lines import Line
from generator.cli.project import the_questions
from generator.cli.refusal import Refusal
from generator.documents import UnreadableError, decode, read_document
from generator.explain import as_text, describe_problem, explain
from generator.explain.calendar import as_calendar
from generator.explain.message import as_message
from generator.explain.wording import Words
from generator.rules import Assessment, Dataset, DocumentError, assess


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
        raise Refusal(str(replace(problem, message=said(problem, words))) for problem in error.problems) from error
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


def check_lines(lines: Iterable[Line], answering: Answering, jobs: int, write: Callable[[bytes], object]) -> bool:
    """Assess a JSON applicant a line, `write` lines of answers as they come, and tell whether all could be assessed.

    A line that cannot be assessed costs only itself; the answers have the order of `lines`.
    """
    good = True
    with closing(answered(lines, answering, jobs)) as found:
        for answers, assessed in found:
            write(answers)
            good = good and assessed
    return good
