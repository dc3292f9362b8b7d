"""The verdict on a route in one sentence."""

from generator.explain.wording import Wording
from generator.rules.findings import Outcome, Verdict
from generator.rules.organization import Organization
from generator.rules.route import Route


def verdict_sentence(route: Route, wording: Wording) -> str:
    """Return what the verdict means: that eligible is not invited, that answers are missing, that nothing is known."""
    template = wording.words["verdict_sentences"][_variant(route)]
    return wording.sentence(template, {"home": route.citizenship, "category": route.category})


def _variant(route: Route) -> str:
    if route.verdict is not Verdict.UNDETERMINED:
        return route.verdict.value
    if route.organization is Organization.NEEDED:
        return "organization"
    answers_wait = any(finding.needs for finding in route.of(Outcome.UNKNOWN))
    return route.verdict.value if answers_wait else "undetermined_open"
