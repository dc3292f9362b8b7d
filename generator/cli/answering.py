"""One line of JSON assessed: the line of its answer, or of what is wrong with it."""

import json
from datetime import date
from typing import Any

from generator.cli.lines import LONGEST, Line
from generator.cli.project import DATA
from generator.dataset import Problem, load_dataset
from generator.documents import UnreadableError, decode, read_json
from generator.explain import explain, told_problems
from generator.explain.facts import ToldFacts
from generator.explain.wording import Wording, Words
from generator.rules import DocumentError, assess
from generator.rules.problems import legible
from generator.words import load_words


class Answering:
    """Assesses lines with the facts of the project, loaded once; `today` is the default of `assessed_on`.

    Sentences are in `lang`, "en" or "fr".
    """

    def __init__(self, lang: str, today: date) -> None:
        self.dataset, self.words = load_dataset(DATA), load_words(DATA)[lang]
        self.lang, self.today = lang, today
        self.told = ToldFacts(Wording(self.dataset, self.words, lang))
        self._written_facts: dict[int, tuple[dict[str, Any], str]] = {}

    def answer(self, line: Line) -> tuple[bytes, bool]:
        """Return the line of the answer, and whether the applicant could be assessed.

        A line that cannot be assessed gives {"line": N, "error": [{"path", "code", "message"}]}.
        """
        number, data = line
        try:
            return self._written(self._explained(data)), True
        except UnreadableError as error:
            told = [{"path": at.path, "code": at.code, "message": said(at, self.words)} for at in error.problems]
        except DocumentError as error:
            told = told_problems(error, self.dataset, self.words, self.lang)
        return f"{_json({'line': number, 'error': told})}\n".encode(), False

    def _explained(self, data: bytes | None) -> dict[str, Any]:
        if data is None:
            raise UnreadableError((_TOO_LONG,))
        document = read_json(decode(data, ""), "")
        assessment = assess(document.value, self.dataset, self.today)
        return explain(assessment, self.dataset, self.words, self.lang, self.told)

    def _written(self, explained: dict[str, Any]) -> bytes:
        """Return the line of JSON; the facts, its last key and most of its length, are written once for all lines."""
        facts = explained.pop("facts")
        told = ", ".join(f'"{name}": {self._fact(fact)}' for name, fact in facts.items())
        return f'{_json(explained)[:-1]}, "facts": {{{told}}}}}\n'.encode()

    def _fact(self, told: dict[str, Any]) -> str:
        if id(told) not in self._written_facts:
            self._written_facts[id(told)] = told, _json(told)
        return self._written_facts[id(told)][1]


_TOO_LONG = Problem("", 1, 1, "", "this line is too long", "line-too-long", str(LONGEST // 1024))


def said(problem: Problem, words: Words) -> str:
    """Return what is wrong with the writing of a document, in the language of `words`."""
    return str(words["problems"][problem.code].format(given=legible(problem.given)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
