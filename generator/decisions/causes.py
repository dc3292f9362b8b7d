"""Why an answer changed: the facts behind what was found otherwise."""

from collections.abc import Iterable
from dataclasses import replace

from generator.decisions.answers import Answer, answer_of
from generator.decisions.comparison import Change
from generator.decisions.facts import FactChange
from generator.decisions.table import Judge
from generator.rules.facts import NotKnownError
from generator.rules.model import Dataset
from generator.rules.route import Route, judge

PERMIT = "permit"  # stands for a criterion, where the facts behind the length of the permit are looked up


def causes(
    change: Change, code: str, before: Dataset, after: Dataset, changed: dict[str, FactChange]
) -> tuple[FactChange, ...]:
    """Return the changed facts that the change of an answer rests on."""
    used_before, was = _used(change, code, before)
    used_after, becomes = _used(change, code, after)
    close = {fact for used in (used_before, used_after) for fact in _close(used, was, becomes)}
    if not close & changed.keys():
        close = {fact for used in (used_before, used_after) for facts in used.values() for fact in facts}
    return tuple(found for fact, found in changed.items() if fact in close)


type Used = dict[tuple[str, str | None], tuple[str, ...]]


def _used(change: Change, code: str, dataset: Dataset) -> tuple[Used, Answer]:
    """Return the facts behind each finding, by criterion and reason, those behind the permit, and the answer."""
    judging = Judge(dataset, code, change.category)
    applicant = judging.person
    for axis in judging.axes.every():
        if axis.name == change.axis and change.point is not None:
            applicant = axis.place(axis.start(applicant), change.point)
    try:
        route: Route = judge(replace(judging.case, applicant=applicant))
    except NotKnownError as missing:
        return {(missing.fact, None): (missing.fact,)}, Answer(missing=missing.fact)
    found = {
        (finding.criterion, finding.reason): tuple(fact.id for fact in finding.facts) for finding in route.findings
    }
    if route.permit:
        found[PERMIT, None] = tuple(fact.id for fact in route.permit.facts)
    return found, answer_of(route)


def _close(used: Used, was: Answer, becomes: Answer) -> Iterable[str]:
    codes = set(was.reasons + was.cautions) ^ set(becomes.reasons + becomes.cautions)
    criteria = set(was.open) ^ set(becomes.open)
    missing = {was.missing, becomes.missing}
    length = None not in (was.months, becomes.months) and was.months != becomes.months
    for (criterion, reason), facts in used.items():
        if reason in codes or criterion in criteria or criterion in missing or (length and criterion == PERMIT):
            yield from facts
