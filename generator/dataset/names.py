"""Names of countries and territories in English and French, from the Unicode CLDR."""

from collections.abc import Iterable, Mapping

from babel import Locale

from generator.rules.facts import Text


def country_names(codes: Iterable[str], own: Mapping[str, Text]) -> dict[str, Text]:
    """Return the name of each ISO 3166-1 alpha-2 code; `own` names win over the common ones."""
    english, french = Locale("en").territories, Locale("fr").territories
    return {code: own.get(code) or Text(en=english[code], fr=french[code].replace("'", "’")) for code in codes}
