"""What every task of the page works with."""

from collections.abc import Mapping

from generator.explain.wording import Words
from generator.rules.model import Dataset
from generator.rules.record import record


@record
class Desk:
    """The facts, and the words of the language that the request names ("en" or "fr"); `spoken` are those of both."""

    dataset: Dataset
    words: Words
    lang: str
    spoken: Mapping[str, Words]
