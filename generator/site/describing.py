"""The description of a country page, made of its facts: what search engines and previews show."""

from collections.abc import Iterator

from generator.site.country import CountryShown
from generator.site.language import Language


def description(shown: CountryShown, language: Language) -> str:
    """Tell in one or two sentences what a country offers; terms that are not known are left out."""
    if shown.answer == "offered":
        terms = ", ".join(_terms(shown, language))
        return language.say(f"country.description.{'offered' if terms else 'unclear'}", name=shown.name, terms=terms)
    if shown.answer == "not_offered" and shown.instead:
        categories = language.all_of(category.name for category in shown.instead)
        return language.say("country.description.instead", name=shown.name, categories=categories)
    return language.say(f"country.description.{shown.answer}", name=shown.name)


def _terms(shown: CountryShown, language: Language) -> Iterator[str]:
    for term in shown.coop.key("ages", "permit_months"):
        if term.status != "not_known":
            yield language.say(f"country.description.{term.id.rpartition('.')[2]}", value=term.brief)
    if shown.times:
        yield shown.times.split(", ")[0]
