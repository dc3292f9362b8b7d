"""The plan command: one document, the sequences of participations that it leaves open."""

import json
from datetime import date
from typing import Any

from generator.cli.checking import one_document
from generator.cli.project import the_questions
from generator.explain.plan import explain_plan
from generator.explain.plan_text import plan_as_text
from generator.explain.wording import Words
from generator.rules import Dataset
from generator.rules.planner import Plan, plan


def plan_one(
    data: bytes,
    name: str,
    dataset: Dataset,
    words: Words,
    lang: str,
    today: date,
    wishes: dict[str, Any],
    *,
    as_json: bool,
) -> str:
    """Plan for the one document in `data` and return what is printed.

    Raises Refusal with a line for every problem, as the check of the same document does.
    """

    def planned(document: Any) -> Plan:
        return plan(document, dataset, today, wishes)

    explained = explain_plan(one_document(data, name, dataset, words, lang, planned), dataset, words, lang)
    if as_json:
        return json.dumps(explained, ensure_ascii=False, indent=2) + "\n"
    return plan_as_text(explained, dataset, words, lang, the_questions(lang))
