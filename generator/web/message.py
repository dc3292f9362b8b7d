"""The task "message": {"document": …, "url": …, "private": bool} is answered with {"subject": …, "text": …}."""

from datetime import date
from typing import Any

from generator.explain import explain
from generator.explain.message import as_message
from generator.rules import assess
from generator.rules.record import to_plain
from generator.web.desk import Desk


def answer(asked: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """Put the assessment of the document into a message; raises DocumentError where it cannot be assessed.

    `url` is the address of the page that asks; `private` tells whether private answers may stand in the message.
    """
    assessment = assess(asked["document"], desk.dataset, date.fromisoformat(asked["today"]))
    explained = explain(assessment, desk.dataset, desk.words, desk.lang)
    made = as_message(explained, desk.dataset, desk.words, desk.lang, private=asked["private"], url=asked["url"])
    answered: dict[str, Any] = to_plain(made)
    return answered
