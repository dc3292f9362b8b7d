"""The plan over years as a text that somebody can read aloud."""

from collections.abc import Iterator, Mapping
from textwrap import fill
from typing import Any

from generator.explain.closing import closing_sentence
from generator.explain.wording import Wording, Words
from generator.rules.model import Dataset

WIDTH = 88


def plan_as_text(
    explained: dict[str, Any], dataset: Dataset, words: Words, lang: str, questions: Mapping[str, str]
) -> str:
    """Return an explained plan (see `explain_plan`, same `lang`) as plain text.

    `questions` gives the question that asks for an answer, by its path without the places in lists.
    """
    page = _Page(Wording(dataset, words, lang), explained, questions)
    return "\n".join(page.lines()) + "\n"


class _Page:
    def __init__(self, wording: Wording, explained: dict[str, Any], questions: Mapping[str, str]) -> None:
        self.wording, self.explained, self.questions = wording, explained, questions
        self.words = wording.words["plan"]

    def lines(self) -> Iterator[str]:
        explained, said = self.explained, self.words["text"]
        yield fill(explained["summary"], WIDTH)
        for path in explained["needs"]:
            asked = self.questions[".".join(step for step in path.split(".") if not step.isdigit())]
            yield self._item(f"{asked} ({path})")
        for number, sequence in enumerate(explained["sequences"], start=1):
            yield ""
            title = said["number"].format(number=number)
            yield fill(f"{title}{self.wording.words['colon']}{sequence['sentence']}", WIDTH)
            yield from self._sequence(sequence)
        if explained["left_out"]:
            yield ""
            yield fill(" ".join(explained["left_out"]), WIDTH)
        yield from self._list(said["closed"], (refusal["explanation"] for refusal in explained["closed"]))
        yield from self._list(said["open"], (entry["text"] for entry in explained["open"]))
        yield ""
        if any(fact["overdue"] for fact in explained["facts"].values()):
            yield fill(self.wording.words["text"]["overdue"], WIDTH)
        yield fill(closing_sentence(said["closing"], explained, self.wording), WIDTH)

    def _sequence(self, sequence: dict[str, Any]) -> Iterator[str]:
        for number, step in enumerate(sequence["steps"], start=1):
            yield fill(f"{number}. {step['title']}", WIDTH, initial_indent="  ", subsequent_indent="     ")
            yield from (self._inner(sentence) for sentence in (*step["days"], *step["why"]))
            for heading in ("conditions", "cautions"):
                label = f"{self.words['text'][heading]}{self.wording.words['colon']}"
                yield from (self._inner(f"{label}{told['explanation']}") for told in step[heading])
        yield from (
            fill(end["explanation"], WIDTH, initial_indent="  ", subsequent_indent="  ") for end in sequence["ends"]
        )
        if sequence["others"]:
            yield fill(self.words["others"], WIDTH, initial_indent="  ")
            yield from (self._inner(f"- {other['sentence']}") for other in sequence["others"])
        if sequence["others_left_out"]:
            yield self._inner(sequence["others_left_out"])

    def _list(self, heading: str, items: Iterator[str]) -> Iterator[str]:
        told = [self._item(item) for item in items]
        if told:
            yield from ("", heading, *told)

    def _item(self, text: str) -> str:
        return fill(text, WIDTH, initial_indent="  - ", subsequent_indent="    ")

    def _inner(self, text: str) -> str:
        return fill(text, WIDTH, initial_indent="     ", subsequent_indent="     ")
