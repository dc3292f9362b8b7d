"""The assessment as a text that somebody can read aloud: verdict first, then what to fix, then why."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from textwrap import fill
from typing import Any

from generator.explain.closing import closing_sentence
from generator.explain.wording import Wording, Words
from generator.rules.model import Dataset

WIDTH = 88


def as_text(explained: dict[str, Any], dataset: Dataset, words: Words, lang: str, questions: Mapping[str, str]) -> str:
    """Return an explained assessment (see `explain`, same `lang`) as plain text.

    `questions` gives the question that asks for an answer, by its path without the places in lists.
    """
    page = _Page(Wording(dataset, words, lang), explained, questions)
    return "\n".join(page.lines()) + "\n"


class _Page:
    def __init__(self, wording: Wording, explained: dict[str, Any], questions: Mapping[str, str]) -> None:
        self.wording, self.words, self.explained = wording, wording.words["text"], explained
        self.questions = questions

    def lines(self) -> Iterator[str]:
        routes = self.explained["routes"]
        if not routes:
            yield from self._paragraph(self.words["nobody"])
        for number, route in enumerate(routes):
            if number:
                yield ""
            yield from self._route(route)
        question = self.explained["next_question"]
        if question:
            yield from self._heading("next_question")
            yield from self._question(question)
        yield ""
        if any(fact["overdue"] for fact in self.explained["facts"].values()):
            yield from self._paragraph(self.words["overdue"])
        yield from self._paragraph(closing_sentence(self.words["closing"], self.explained, self.wording))

    def _route(self, route: dict[str, Any]) -> Iterator[str]:
        words, verdict = self.wording.words, route["verdict"]
        name = self.wording.route(route["citizenship"], route["category"])
        yield f"{name}{words['colon']}{words['verdicts'][verdict].upper()}"
        yield from self._paragraph(route["summary"])
        yield from self._criteria(route, "unmet", "to_fix")
        yield from self._steps(route, "remedies")
        yield from self._steps(route, "openings")
        yield from self._steps(route, "advice")
        yield from self._criteria(route, "unknown", "open")
        yield from self._criteria(route, "caution", "cautions")
        yield from self._criteria(route, "met", "why")
        if verdict != "ineligible":
            if route["permit"]:
                yield from self._permit(route["permit"])
            yield from self._deadlines(route)
            yield from self._costs(route)
            yield from self._documents(route)
        if route["alternatives"]:
            yield from self._heading("alternatives")
            for other in route["alternatives"]:
                name = self.wording.route(other["citizenship"], other["category"])
                yield f"  - {name}{words['colon']}{words['verdicts'][other['verdict']].lower()}"

    def _criteria(self, route: dict[str, Any], outcome: str, heading: str) -> Iterator[str]:
        found = [criterion for criterion in route["criteria"] if criterion["outcome"] == outcome]
        if not found:
            return
        yield from self._heading(heading)
        for criterion in found:
            title = self.wording.words["criteria"][criterion["id"]]
            yield from self._item(f"{title}{self.wording.words['colon']}{criterion['explanation']}")
            yield from self._doubts(criterion["facts"])

    def _doubts(self, names: list[str]) -> Iterator[str]:
        """Say what is not official among the facts, what is due for another check, and what else was published."""
        facts = [self.explained["facts"][name] for name in names]
        statuses = dict.fromkeys(fact["status"] for fact in facts)
        doubts = [self.wording.words["statuses"][status] for status in statuses if status != "official"]
        due = min((fact["review_due"] for fact in facts if fact["overdue"]), default=None)
        if due:
            doubts.append(self.wording.sentence(self.words["overdue_since"], {"day": date.fromisoformat(due)}))
        if doubts:
            yield self._indented(f"({', '.join(doubts)})")
        for version in (version for fact in facts for version in fact["versions"]):
            titles = ", ".join(dict.fromkeys(source["title"] for source in version["sources"]))
            yield self._indented(self.words["also"].format(value=version["text"], titles=titles))

    def _steps(self, route: dict[str, Any], name: str) -> Iterator[str]:
        if route[name]:
            yield from self._heading(name)
            for step in route[name]:
                yield from self._item(step["explanation"])

    def _permit(self, permit: dict[str, Any]) -> Iterator[str]:
        yield from self._heading("permit_heading")
        values = {"months": permit["maximum_months"]}
        if permit["ends_on"] is None:
            yield from self._item(self.wording.sentence(self.words["permit_open"], values))
        else:
            values["ends_on"] = date.fromisoformat(permit["ends_on"])
            values["starts_on"] = date.fromisoformat(permit["starts_on"])
            values["limit"] = self.wording.words["limits"][permit["limited_by"]]
            yield from self._item(self.wording.sentence(self.words["permit"], values))
        if permit["needs"]:
            yield from self._item(self.words["permit_needs"])
            for need in permit["needs"]:
                yield from self._question(need)

    def _deadlines(self, route: dict[str, Any]) -> Iterator[str]:
        kept = [deadline for deadline in route["deadlines"] if not deadline["done"]]
        if kept:
            yield from self._heading("deadlines")
        for deadline in kept:
            when = (
                self.wording.moment(datetime.fromisoformat(deadline["at"]))
                if "at" in deadline
                else self.wording.day(date.fromisoformat(deadline["on"]))
            )
            yield from self._item(
                f"{self.wording.words['deadlines'][deadline['id']]}{self.wording.words['colon']}{when}"
            )

    def _costs(self, route: dict[str, Any]) -> Iterator[str]:
        if route["costs"]:
            yield from self._heading("costs")
        words = self.wording.words
        for cost in route["costs"]:
            said = f"{words['costs'][cost['id']]}{words['colon']}{self.wording.money(cost['cad'])}"
            yield from self._item(f"{said} ({words['payers'][cost['paid_by']]}, {words['fee_moments'][cost['when']]})")
            yield from self._doubts(cost["facts"])

    def _documents(self, route: dict[str, Any]) -> Iterator[str]:
        if route["documents"]:
            yield from self._heading("documents")
        for document in route["documents"]:
            moment = self.wording.words["document_moments"][document["when"]]
            condition = f"{self.wording.words['colon']}{document['condition']}" if document["condition"] else ""
            yield from self._item(f"{document['name']} ({moment}){condition}")

    def _question(self, path: str) -> Iterator[str]:
        asked = self.questions[".".join(step for step in path.split(".") if not step.isdigit())]
        yield from self._item(f"{asked} ({path})")

    def _heading(self, name: str) -> Iterator[str]:
        yield ""
        yield self.words[name]

    def _item(self, text: str) -> Iterator[str]:
        yield fill(text, WIDTH, initial_indent="  - ", subsequent_indent="    ")

    def _indented(self, text: str) -> str:
        return fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ")

    def _paragraph(self, text: str) -> Iterator[str]:
        yield fill(text, WIDTH)
