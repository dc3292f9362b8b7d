"""An assessment as a short message to a placement office: plain text, polite, with what the office can do."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from generator.explain.calendar import PERMIT_ENDS, is_open
from generator.explain.closing import closing_sentence
from generator.explain.wording import Wording, Words
from generator.rules.model import Dataset
from generator.rules.record import record

FROM_EMPLOYER = ("signed-offer", "employment-agreement")  # the offer number comes with the submission
FROM_SCHOOL = ("school-letter",)
COMPLIANCE_FEE = "employer-compliance-fee"
# Findings whose sentences tell a day of birth, a day of a passport, an amount of money, or what nobody else must know.
PRIVATE_CRITERIA = ("age", "travel-document", "funds", "admissibility")
NAMELESS = "admissibility"  # its name alone would tell
OF_BIRTH_DATE = "last-invitation-day"
WAIT_FOR_AGE = "AGE_UNDER"


@record
class Message:
    """A message: one line for its subject, and its text."""

    subject: str
    text: str


def as_message(
    explained: dict[str, Any],
    dataset: Dataset,
    words: Words,
    lang: str,
    *,
    private: bool = False,
    url: str | None = None,
) -> Message:
    """Return an explained assessment (see `explain`, same `lang`) as a message.

    Without `private`, days of birth and of passports, amounts of money and admissibility are left out. `url` is the
    address of the page that told the assessment.
    """
    writer = _Writer(Wording(dataset, words, lang), explained, private=private)
    return Message(subject=writer.subject(), text="\n".join(writer.lines(url)) + "\n")


class _Writer:
    def __init__(self, wording: Wording, explained: dict[str, Any], *, private: bool) -> None:
        self.wording, self.explained, self.private = wording, explained, private
        self.words, self.said = wording.words, wording.words["message"]

    def subject(self) -> str:
        routes = self.explained["routes"]
        return str(self.said["subject"].format(route=self._verdict(routes[0]))) if routes else str(self.said["empty"])

    def lines(self, url: str | None) -> Iterator[str]:
        best, *others = self.explained["routes"] or (None,)
        yield self.said["greeting"]
        yield ""
        yield self.said["opening"]
        if best is None:
            yield ""
            yield self.words["text"]["nobody"]
        else:
            yield from self._best(best)
        yield from self._list("others", map(self._verdict, others))
        yield ""
        yield self.said["private" if self.private else "left_out"]
        yield closing_sentence(self.words["text"]["closing"], self.explained, self.wording)
        if url:
            yield f"{self.said['page']}{self.words['colon']}{url}"
        yield ""
        yield self.said["thanks"]

    def _best(self, route: dict[str, Any]) -> Iterator[str]:
        yield ""
        yield self._verdict(route)
        if route["verdict"] == "eligible":
            yield self.said["not_invited"]
        yield from self._list("to_fix", self._findings(route, "unmet"))
        yield from self._list("remedies", self._remedies(route))
        yield from self._list("cautions", self._findings(route, "caution"))
        if is_open(route):
            yield from self._list("open", self._open(route))
            yield from self._list("deadlines", self._deadlines(route))
            yield from self._list("from_employer", self._from_employer(route))
            yield from self._list("from_school", self._names(route, FROM_SCHOOL))

    def _verdict(self, route: dict[str, Any]) -> str:
        name = self.wording.route(route["citizenship"], route["category"])
        return f"{name}{self.words['colon']}{self.words['verdicts'][route['verdict']]}"

    def _findings(self, route: dict[str, Any], outcome: str) -> Iterator[str]:
        for criterion in route["criteria"]:
            if criterion["outcome"] == outcome:
                yield self._finding(criterion)

    def _open(self, route: dict[str, Any]) -> Iterator[str]:
        """Yield the names of what is open in one line: what each asks for stands on the page."""
        names = [self.words["criteria"][each["id"]] for each in route["criteria"] if each["outcome"] == "unknown"]
        if names:
            yield ", ".join(names)

    def _finding(self, criterion: dict[str, Any]) -> str:
        name = criterion["id"]
        title, explanation = self.words["criteria"][name], criterion["explanation"]
        if not self.private and name in PRIVATE_CRITERIA and criterion["reason"]:
            explanation = self.said["without"][criterion["reason"]]
            if name == NAMELESS:
                return str(explanation)
        return f"{title}{self.words['colon']}{explanation}"

    def _remedies(self, route: dict[str, Any]) -> Iterator[str]:
        for remedy in (*route["remedies"], *route["openings"]):
            if self.private or WAIT_FOR_AGE not in remedy["id"].split("+"):
                yield remedy["explanation"]

    def _deadlines(self, route: dict[str, Any]) -> Iterator[str]:
        by_passport = route["permit"] and route["permit"]["limited_by"] == "passport"
        hidden = set() if self.private else {OF_BIRTH_DATE, *([PERMIT_ENDS] if by_passport else [])}
        if route["verdict"] == "ineligible":  # by a permit that is not to be had nothing is planned
            hidden.add(PERMIT_ENDS)
        for deadline in route["deadlines"]:
            if not deadline["done"] and deadline["id"] not in hidden:
                when = (
                    self.wording.moment(datetime.fromisoformat(deadline["at"]))
                    if "at" in deadline
                    else self.wording.day(date.fromisoformat(deadline["on"]))
                )
                yield f"{self.words['deadlines'][deadline['id']]}{self.words['colon']}{when}"

    def _from_employer(self, route: dict[str, Any]) -> Iterator[str]:
        fee = next((cost["cad"] for cost in route["costs"] if cost["id"] == COMPLIANCE_FEE), None)
        outcomes = {criterion["id"]: criterion["outcome"] for criterion in route["criteria"]}
        if outcomes["employer-submission"] == "met":
            return
        if fee is not None:
            yield self.wording.sentence(self.said["submission"], {"fee_cad": fee})
        yield from self._names(route, FROM_EMPLOYER)

    def _names(self, route: dict[str, Any], wanted: tuple[str, ...]) -> Iterator[str]:
        for document in route["documents"]:
            if document["id"] in wanted:
                yield document["name"]

    def _list(self, heading: str, items: Iterator[str]) -> Iterator[str]:
        found = list(items)
        if found:
            yield ""
            yield self.said[heading] if heading in self.said else self.words["text"][heading]
            yield from (f"- {item}" for item in found)
