"""The sentence that closes an assessment or a plan: for which day, with which facts."""

from datetime import date
from typing import Any

from generator.explain.wording import Wording


def closing_sentence(template: str, explained: dict[str, Any], wording: Wording) -> str:
    """Fill `template` with the day and the facts of an explained assessment or plan."""
    values = {
        "today": date.fromisoformat(explained["assessed_on"]),
        "verified_on": date.fromisoformat(explained["dataset_verified_on"]),
        "version": explained["data_version"],
    }
    return wording.sentence(template, values)
