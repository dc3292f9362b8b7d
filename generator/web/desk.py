"""What every task of the page works with."""

from generator.explain.wording import Words
from generator.rules.model import Dataset
from generator.rules.record import record


@record
class Desk:
    """The facts, and the words of the language that the request names ("en" or "fr")."""

    dataset: Dataset
    words: Words
    lang: str
