"""The shape that most criteria share: one answer decides, and its absence leaves the criterion unknown."""

from dataclasses import replace
from datetime import date
from typing import Any

from generator.rules.case import Case, answer_at
from generator.rules.findings import Finding, Outcome, UsedFact


def decided_by(
    criterion: str, case: Case, path: str, *facts: UsedFact, unmet: str, wanted: bool = True, **values: Any
) -> Finding:
    """Find met when the answer at `path` is `wanted`, unmet with reason `unmet` when it is not, else unknown."""
    answer = answer_at(case.applicant, path)
    if answer is None:
        return unknown(criterion, path, facts=facts, **values)
    if answer is wanted:
        return met(criterion, facts=facts, **values)
    return refused(criterion, unmet, facts=facts, **values)


def met(
    criterion: str,
    *,
    facts: tuple[UsedFact, ...],
    variant: str | None = None,
    changes_on: date | None = None,
    **values: Any,
) -> Finding:
    """Find a criterion met."""
    return Finding(
        criterion=criterion, outcome=Outcome.MET, facts=facts, variant=variant, changes_on=changes_on, values=values
    )


def refused(criterion: str, reason: str, **found: Any) -> Finding:
    """Find a criterion unmet, for `reason`; `found` as for `met`."""
    return replace(met(criterion, **found), outcome=Outcome.UNMET, reason=reason)


def caution(criterion: str, reason: str, **found: Any) -> Finding:
    """Find a criterion met, with something that the applicant should know; `found` as for `met`."""
    return replace(met(criterion, **found), outcome=Outcome.CAUTION, reason=reason)


def unknown(
    criterion: str, *needs: str, facts: tuple[UsedFact, ...], variant: str | None = None, **values: Any
) -> Finding:
    """Find a criterion open until the answers at `needs` are given."""
    found = met(criterion, facts=facts, variant=variant, **values)
    return replace(found, outcome=Outcome.UNKNOWN, needs=tuple(dict.fromkeys(needs)))
