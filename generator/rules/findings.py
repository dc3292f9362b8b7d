"""What a criterion finds, in codes and values; sentences are made elsewhere."""

from datetime import date
from enum import StrEnum
from typing import Any

from generator.rules.facts import Fact
from generator.rules.record import record


class Outcome(StrEnum):
    """The outcome of one criterion."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    CAUTION = "caution"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    """The verdict on one route, best first."""

    ELIGIBLE = "eligible"
    UNDETERMINED = "undetermined"
    INELIGIBLE = "ineligible"


@record
class UsedFact:
    """A row of a fact that a rule has used, by the fact's id."""

    id: str
    row: Fact[Any]

    @property
    def value(self) -> Any:
        """Return the value in force."""
        return self.row.value


@record
class Finding:
    """The finding of one criterion.

    `reason` is the code of an unmet or caution outcome; `needs` the dotted paths of the answers that would settle
    an unknown one; `changes_on` the first day on which the outcome flips by itself; `facts` the rows used;
    `values` what the sentence compares; `variant` tells sentences of the same outcome apart.
    """

    criterion: str
    outcome: Outcome
    reason: str | None = None
    needs: tuple[str, ...] = ()
    changes_on: date | None = None
    facts: tuple[UsedFact, ...] = ()
    variant: str | None = None
    values: dict[str, Any]


def verdict_of(findings: tuple[Finding, ...]) -> Verdict:
    """Return the verdict that the findings of a route add up to."""
    outcomes = {finding.outcome for finding in findings}
    if Outcome.UNMET in outcomes:
        return Verdict.INELIGIBLE
    return Verdict.UNDETERMINED if Outcome.UNKNOWN in outcomes else Verdict.ELIGIBLE
