"""The task "assess": {"document": …} is answered with {"assessment": …, "document": …, "questions": […]}."""

from datetime import date
from typing import Any

from generator.entry.typed import typed
from generator.explain import explain
from generator.rules import assess
from generator.web.desk import Desk


def answer(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """Assess the document; raises DocumentError where it cannot be assessed.

    Days may be typed in words: "document" in the answer has them as the contract writes them. "questions" are the
    paths of all answers that could still change a verdict, in the order in which to ask.
    """
    document = typed(asked["document"])
    assessment = assess(document, desk.dataset, date.fromisoformat(asked["today"]))
    return {
        "assessment": explain(assessment, desk.dataset, desk.words, desk.lang),
        "document": document,
        "questions": list(assessment.questions),
    }
