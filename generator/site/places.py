"""Where each fact is shown: one page and one anchor for every fact; the anchor is the id of the fact."""

from generator.dataset import Knowledge
from generator.dataset.guide import Topic
from generator.dataset.index import Entry

HOME = ""
PROGRAMME = "programme/"
SEASONS = "seasons/"
GLOSSARY = "glossary/"

# The page of the facts whose ids begin with the word; those of a country stand on its page.
PAGES = {
    "programme": HOME,
    "documents": PROGRAMME,
    "guide": PROGRAMME,
    "organizations": PROGRAMME,
    "seasons": SEASONS,
    "glossary": GLOSSARY,
}


def places(knowledge: Knowledge) -> dict[str, str]:
    """Return the address, below the root of a language, of the place where each fact is shown, by the fact's id.

    Raises KeyError where a fact belongs to no page.
    """
    return {fact: f"{_page(entry, knowledge)}#{fact}" for fact, entry in knowledge.index.items()}


def country_page(code: str) -> str:
    """Return the address of the page of a country, below the root of a language."""
    return f"countries/{code.lower()}/"


def _page(entry: Entry, knowledge: Knowledge) -> str:
    kind = entry.id.split(".", 1)[0]
    country = entry.country or _country_reached(entry, knowledge)
    if country is not None:
        return country_page(country)
    if entry.file == f"guide/{Topic.SEASONS}.yml":
        return SEASONS
    return PAGES[kind]


def _country_reached(entry: Entry, knowledge: Knowledge) -> str | None:
    """Return the country on whose page a territory is shown: that of its citizenship, else that of its residence."""
    kind, _, code = entry.id.partition(".")
    if kind != "places":
        return None
    place = knowledge.dataset.places[code]
    return place.citizenship_of or place.residence_in
