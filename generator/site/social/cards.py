"""What stands on the preview image of a page: its title and, for a country, the answer and its terms."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import yaml

from generator.site.country import CountryShown
from generator.site.errors import BuildError
from generator.site.language import Language

FRONT = "---\n"
TERMS = ("ages", "permit_months")
HOME = "home"
COUNTRIES = "countries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words of one image; `name` is its path without the ending, `terms` are names with values."""

    name: str
    title: str
    site: str
    line: str
    answer: str | None = None
    is_offered: bool = False
    terms: tuple[tuple[str, str], ...] = ()


def cards_of(
    pages: Iterable[tuple[str, str]], countries: Mapping[str, CountryShown], language: Language
) -> Iterator[Card]:
    """Give each page, told by its address and its Markdown, the words of its image in `language`.

    Raises BuildError where a page has no title in front of it.
    """
    for url, text in pages:
        address = PurePosixPath(url)
        country = countries.get(address.name.upper()) if address.parent.name == COUNTRIES else None
        offers = country is not None and country.coop.is_offered
        yield Card(
            name=f"{language.code}/{address if address.name else HOME}",
            title=_title(url, text),
            site=language.say("site_name"),
            line=language.say("frame.independent"),
            answer=None if country is None else language.say(f"home.{country.answer}"),
            is_offered=offers,
            terms=tuple((shown.label, shown.value) for shown in country.coop.key(*TERMS)) if country and offers else (),
        )


def _title(url: str, text: str) -> str:
    page = url or "the home page"
    _, front, _ = f"{text}{FRONT}{FRONT}".split(FRONT, 2)
    try:
        title = (yaml.safe_load(front) or {}).get("title")
    except yaml.YAMLError as error:
        raise BuildError([f"{page}: what stands in front of the page is no YAML: {error}"]) from error
    if not title:
        raise BuildError([f"{page}: the page has no title; write `title:` between `---` in front of it"])
    return str(title)
