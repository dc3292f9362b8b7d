"""The first questions of the checker, in the order of the rules, for the time before the rules have come."""

from generator.rules import assess
from generator.rules.assessment import Assessment
from generator.rules.model import Dataset
from generator.rules.problems import DocumentError


def opening_of(dataset: Dataset, code: str, category: str) -> list[str]:
    """Return the paths to ask for first on the page of the country `code`, in the order of the rules.

    Empty where the facts do not tell whether the country has an agreement: the rules judge nobody then.
    """
    try:
        return list(_judged(dataset, code, category).questions)
    except DocumentError:
        return []


def opening(dataset: Dataset, category: str) -> list[str]:
    """Return the paths to ask for first: those that citizens of all partners need whose agreement offers `category`."""
    judged = [_judged(dataset, code, category) for code in sorted(dataset.countries)]
    needed = [found.questions for found in judged if found.routes[0].route.permit]
    shared = set(needed[0]).intersection(*needed)
    return ["citizenships", *(path for path in needed[0] if path in shared)]


def _judged(dataset: Dataset, citizenship: str, category: str) -> Assessment:
    return assess({"citizenships": [citizenship], "category": category}, dataset, dataset.verified_on)
