"""The assessment as a JSON document (content/decisions/0008), with its sentences in one language."""

from datetime import datetime
from typing import Any

from generator.explain.advice import advice_of
from generator.explain.facts import ToldFacts
from generator.explain.verdict import verdict_sentence
from generator.explain.wording import Wording, Words
from generator.rules.assessment import Assessment, JudgedRoute
from generator.rules.case import NOT_APPLICABLE_ROUTE
from generator.rules.costs import Cost
from generator.rules.deadlines import Deadline
from generator.rules.findings import Finding, Outcome
from generator.rules.model import Dataset
from generator.rules.papers import Paper
from generator.rules.permit import Limit, Limits, Permit
from generator.rules.record import to_plain
from generator.rules.remedies import Remedy


def explain(
    assessment: Assessment, dataset: Dataset, words: Words, lang: str, told: ToldFacts | None = None
) -> dict[str, Any]:
    """Return the assessment as plain values; `words` are those of `lang`, "en" or "fr".

    `told` keeps facts in words from one assessment to the next; their plain values are shared, and not to be changed.
    """
    wording = Wording(dataset, words, lang)
    told = told or ToldFacts(wording)
    applicant = assessment.applicant
    today = applicant.assessed_on
    return {
        "reference": applicant.reference,
        "assessed_on": today.isoformat(),
        "data_version": dataset.version,
        "dataset_verified_on": dataset.verified_on.isoformat(),
        "routes": [_route(judged, wording) for judged in assessment.routes],
        "next_question": assessment.next_question,
        "facts": {name: told.fact(fact, today) for name, fact in assessment.facts.items()},
    }


def _route(judged: JudgedRoute, wording: Wording) -> dict[str, Any]:
    route = judged.route
    return {
        "citizenship": route.citizenship,
        "category": route.category.value,
        "verdict": route.verdict.value,
        "summary": verdict_sentence(route, wording),
        "advice": advice_of(judged, wording),
        "criteria": [_criterion(finding, wording) for finding in route.findings],
        "reasons": _codes(route.of(Outcome.UNMET)),
        "cautions": _codes(route.of(Outcome.CAUTION)),
        "permit": _permit(route.permit, route.limits) if route.permit and route.limits else None,
        "gap_months": route.gap_months,
        "organization": route.organization and route.organization.value,
        "deadlines": [_deadline(deadline) for deadline in route.deadlines],
        "costs": [_cost(cost) for cost in route.costs],
        "documents": [_document(paper, wording) for paper in route.papers],
        "remedies": [_remedy(remedy, wording) for remedy in judged.remedies],
        "openings": [_remedy(remedy, wording) for remedy in judged.openings],
        "alternatives": [to_plain(alternative) for alternative in judged.alternatives],
    }


def _codes(findings: tuple[Finding, ...]) -> list[str]:
    return list(dict.fromkeys(finding.reason for finding in findings if finding.reason))


def _criterion(finding: Finding, wording: Wording) -> dict[str, Any]:
    return {
        "id": finding.criterion,
        "outcome": finding.outcome.value,
        "reason": finding.reason,
        "explanation": finding_sentence(finding, wording),
        "needs": list(finding.needs),
        "changes_on": finding.changes_on and finding.changes_on.isoformat(),
        "facts": [fact.id for fact in finding.facts],
    }


def finding_key(finding: Finding) -> str:
    """Return the name of the sentence that tells `finding`."""
    if finding.variant == NOT_APPLICABLE_ROUTE:
        return finding.variant
    return f"{finding.criterion}.{finding.variant or finding.reason or finding.outcome.value}"


def finding_sentence(finding: Finding, wording: Wording) -> str:
    """Return what was found, with the compared values in it."""
    return wording.sentence(wording.words["findings"][finding_key(finding)], finding.values)


def _permit(permit: Permit, limits: Limits) -> dict[str, Any]:
    return {
        "maximum_months": permit.maximum_months,
        "starts_on": permit.starts_on and permit.starts_on.isoformat(),
        "ends_on": permit.ends_on and permit.ends_on.isoformat(),
        "limited_by": permit.limited_by and permit.limited_by.value,
        "limits": [
            {"id": limit.value, "on": limits.days[limit].isoformat()} for limit in Limit if limit in limits.days
        ],
        "needs": list(permit.needs),
        "facts": [fact.id for fact in permit.facts],
    }


def _deadline(deadline: Deadline) -> dict[str, Any]:
    moment = {"at": _instant(deadline.at)} if deadline.at else {"on": deadline.on and deadline.on.isoformat()}
    return {
        "id": deadline.id,
        **moment,
        "from": deadline.start,
        "done": deadline.done,
        "facts": [fact.id for fact in deadline.facts],
    }


def _instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _cost(cost: Cost) -> dict[str, Any]:
    return {
        "id": cost.id,
        "cad": cost.fee.value,
        "paid_by": cost.paid_by.value,
        "when": cost.when.value,
        "facts": [cost.fee.id],
    }


def _document(paper: Paper, wording: Wording) -> dict[str, Any]:
    lang, asked = wording.lang, paper.asked.value
    return {
        "id": paper.document.id,
        "name": getattr(paper.document.name, lang),
        "why": getattr(asked.why, lang),
        "when": paper.document.when.value,
        "condition": asked.condition and getattr(asked.condition, lang),
        "facts": [paper.asked.id],
    }


def _remedy(remedy: Remedy, wording: Wording) -> dict[str, Any]:
    return {
        "id": remedy.id,
        "changes": [{"field": change.field, "value": change.value} for change in remedy.changes],
        "explanation": remedy_sentence(remedy, wording),
    }


def remedy_sentence(remedy: Remedy, wording: Wording) -> str:
    """Return what a remedy changes and why that turns the verdict."""
    said = wording.words["remedies"]
    return " ".join(wording.sentence(said.get(fix.variant) or said[fix.reason], fix.values) for fix in remedy.fixes)
