"""Any fact can be named and its value told, in both languages."""

from datetime import date

import pytest

from generator.dataset import Knowledge
from generator.site.facts import Presenter
from generator.site.language import load_language
from generator.site.naming import Naming
from generator.words import load_words
from tests.conftest import AS_OF, ROOT
from tests.site.test_facts_on_pages import CONTENT, REPOSITORY


def naming(knowledge: Knowledge, lang: str, as_of: date = AS_OF) -> Naming:
    """Return what names facts in one language."""
    language = load_language(lang, CONTENT, knowledge.dataset, load_words(ROOT / "data"))
    return Naming(Presenter(language, as_of, knowledge, REPOSITORY), knowledge)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_fact_has_a_name_and_every_value_its_words(knowledge: Knowledge, lang: str) -> None:
    names = naming(knowledge, lang)
    for fact, entry in knowledge.index.items():
        assert names.about(fact), fact
        for row in entry.rows:
            for value in (row.value, *(version.value for version in row.versions)):
                told = names.value(fact, value)
                assert told, fact
                assert "{" not in told, fact


@pytest.mark.parametrize(
    ("fact", "english", "french"),
    [
        (
            "DE.international_coop.ages",
            "Germany: Age (International Co-op)",
            "Allemagne\xa0: Âge (Stage coop international)",
        ),
        ("JP.participations", "Japan: How often", None),
        ("FR.streams.vie.ages", "France: Young Professionals VIE, Age", None),
        ("places.GL", "Greenland", "Groenland"),
        ("documents.passport", "Passport (with the application)", None),
        ("seasons.2026.pools_opened", "2026 season: Pools opened", "Saison 2026\xa0: Ouverture des bassins"),
        (
            "pools.2025.FR.international_coop.quota",
            "France: Quota of the 2025 season (International Co-op)",
            "France\xa0: Quota de la saison 2025 (Stage coop international)",
        ),
        (
            "programme.participation_fee",
            "International Experience Canada fee",
            "Frais d’Expérience internationale Canada",
        ),
        ("guide.documents-on-request", "Deadlines", "Délais"),
        ("glossary.pool", "Official term", "Terme officiel"),
    ],
)
def test_a_name_says_what_the_fact_is_about(knowledge: Knowledge, fact: str, english: str, french: str | None) -> None:
    assert naming(knowledge, "en").about(fact) == english
    if french is not None:
        assert naming(knowledge, "fr").about(fact) == french


def test_another_day_shows_what_held_then(knowledge: Knowledge) -> None:
    names = naming(knowledge, "en")
    assert names.on(date(2024, 6, 1)).show("programme.participation_fee").value.endswith("172.")
    assert names.show("programme.participation_fee").value.endswith("184.75.")
