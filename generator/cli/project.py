"""Where the project keeps what the commands need."""

from pathlib import Path

from generator.browser.words import load_questions

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "data"
SITE = PROJECT / "site"
COPIES = PROJECT / "build" / "copies"


def the_questions(lang: str) -> dict[str, str]:
    """Return the question that asks for each answer, by its path without the places in lists."""
    questions = {}
    for group in load_questions(DATA):
        for question in group.questions:
            questions[question.path] = getattr(question.label, lang)
            for inner in question.rows.questions if question.rows else ():
                if inner.path:  # a lone control of a row bears the question of the list
                    questions[f"{question.path}.{inner.path}"] = getattr(inner.label, lang)
    return questions
