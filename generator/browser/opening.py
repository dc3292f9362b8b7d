"""The first questions of the checker, in the order of the rules, for the time before the rules have come."""

from generator.rules import assess
from generator.rules.assessment import Assessment
from generator.rules.model import Dataset


def opening(dataset: Dataset, preset: str | None, category: str) -> list[str]:
    """Return the paths to ask for first: those that a citizen of `preset` needs, in the order of the rules.

    Without a country, those that the citizens of every partner need whose agreement offers `category`.
    """
    if preset:
        return list(_judged(dataset, preset, category).questions)
    judged = [_judged(dataset, code, category) for code in sorted(dataset.countries)]
    needed = [found.questions for found in judged if found.routes[0].route.permit]
    shared = set(needed[0]).intersection(*needed)
    return ["citizenships", *(path for path in needed[0] if path in shared)]


def _judged(dataset: Dataset, citizenship: str, category: str) -> Assessment:
    return assess({"citizenships": [citizenship], "category": category}, dataset, dataset.verified_on)
