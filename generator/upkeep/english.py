"""The English words in which upkeep speaks: the ones of the assessment."""

from generator.dataset import Knowledge
from generator.explain.wording import Wording
from generator.words import load_words


def english(knowledge: Knowledge) -> Wording:
    """Return the English words that lie beside the facts."""
    return Wording(knowledge.dataset, load_words(knowledge.folder)["en"], "en")
