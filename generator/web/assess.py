"""The task "assess": {"document": …} is answered with {"assessment": …}."""

from datetime import date
from typing import Any

from generator.explain import explain
from generator.rules import assess
from generator.web.desk import Desk


def answer(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """Assess the document; raises DocumentError where it cannot be assessed."""
    assessment = assess(asked["document"], desk.dataset, date.fromisoformat(asked["today"]))
    return {"assessment": explain(assessment, desk.dataset, desk.words, desk.lang)}
