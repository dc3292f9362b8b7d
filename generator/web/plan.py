"""The task "plan": {"document": …, "wishes": …} is answered with {"plan": …}."""

from datetime import date
from typing import Any

from generator.entry.typed import typed
from generator.explain.plan import explain_plan
from generator.rules.planner import plan, read_wishes
from generator.web.desk import Desk


def answer(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """Plan for the document, its days as people type them; raises DocumentError where it cannot be assessed.

    "wishes" names the "categories" to plan with and whether "coop_first"; what it leaves out follows from the answers.
    """
    wishes, today = read_wishes(asked["wishes"]), date.fromisoformat(asked["today"])
    planned = plan(typed(asked["document"]), desk.dataset, today, wishes)
    return {"plan": explain_plan(planned, desk.dataset, desk.words, desk.lang)}
