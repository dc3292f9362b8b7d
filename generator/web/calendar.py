"""The task "calendar": {"document": …, "url": …} is answered with {"calendar": the text of a file, or null}."""

from datetime import date
from typing import Any

from generator.explain import explain
from generator.explain.calendar import as_calendar
from generator.rules import assess
from generator.web.desk import Desk


def answer(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """Put the deadlines of the document into a calendar; raises DocumentError where it cannot be assessed.

    `url` is the address of the page that asks.
    """
    assessment = assess(asked["document"], desk.dataset, date.fromisoformat(asked["today"]))
    explained = explain(assessment, desk.dataset, desk.words, desk.lang)
    return {"calendar": as_calendar(explained, desk.dataset, desk.words, desk.lang, url=asked["url"])}
