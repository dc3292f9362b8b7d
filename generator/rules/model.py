"""The dataset as the rules see it."""

from datetime import date

from generator.rules.country import Country
from generator.rules.facts import Text
from generator.rules.programme import Place, Programme, RequiredDocument, Season
from generator.rules.record import record


@record
class Source:
    """A page or text that facts rest on. `copied_on` is the day of the copy that was read, where known."""

    id: str
    title: str
    publisher: str
    tier: str
    url: str
    url_fr: str | None = None
    languages: tuple[str, ...] = ("en",)
    modified_on: date | None = None
    copied_on: date | None = None
    note: str | None = None


@record
class Dataset:
    """All facts, ready for the rules.

    `version` names the content; `verified_on` is the earliest day on which a person checked a fact still in force;
    `names` gives every ISO 3166-1 alpha-2 code its name in English and French.
    """

    version: str
    verified_on: date
    countries: dict[str, Country]
    programme: Programme
    places: dict[str, Place]
    seasons: dict[int, Season]
    documents: tuple[RequiredDocument, ...]
    sources: dict[str, Source]
    names: dict[str, Text]
