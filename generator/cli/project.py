"""Where the project keeps what the commands need."""

from pathlib import Path
from typing import Any

from generator.browser.words import load_questions
from generator.dataset import load_dataset
from generator.rules import Dataset
from generator.words import load_words

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "data"
SITE = PROJECT / "site"


def the_dataset(folder: Path = DATA) -> Dataset:
    """Load the facts in `folder`; raises DatasetError with every problem."""
    return load_dataset(folder)


def the_words(folder: Path = DATA) -> dict[str, dict[str, Any]]:
    """Load the words of every language in `folder`; raises DatasetError."""
    return load_words(folder)


def the_questions(lang: str) -> dict[str, str]:
    """Return the question that asks for each answer, by its path without the places in lists."""
    questions = {}
    for group in load_questions(DATA):
        for question in group.questions:
            questions[question.path] = getattr(question.label, lang)
            for inner in question.rows.questions if question.rows else ():
                questions[f"{question.path}.{inner.path}".rstrip(".")] = getattr(inner.label, lang)
    return questions
