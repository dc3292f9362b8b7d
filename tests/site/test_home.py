"""The home page: the way to the answer first, no fact in its own place, nothing heavy."""

import gzip
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.dataset import Knowledge
from generator.rules.country import Ages
from generator.rules.facts import Fact
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset
from generator.site.language import Language
from tests.site.test_facts_on_pages import render, with_term
from tests.site.test_pages import only

HEAVIEST = 14_000  # bytes of HTML, as the host sends them
FOLDERS = ["", "fr/"]


def home(site: Path, folder: str) -> str:
    return (site / folder / "index.html").read_text(encoding="utf-8")


def with_programme(knowledge: Knowledge, field: str, row: Fact[Any], value: Any) -> Knowledge:
    """Return the knowledge with one row for a field of the programme, whose value is another."""
    programme = replace(knowledge.dataset.programme, **{field: (replace(row, value=value),)})
    return replace(knowledge, dataset=replace(knowledge.dataset, programme=programme))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_home_page_is_light(built_site: Path, folder: str) -> None:
    assert len(gzip.compress(home(built_site, folder).encode())) <= HEAVIEST


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_home_page_shows_no_fact_in_its_own_place(built_site: Path, knowledge: Knowledge, folder: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', home(built_site, folder)))
    assert ids & set(knowledge.index) == set()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_field_and_the_list_lead_to_every_country(built_site: Path, dataset: Dataset, folder: str) -> None:
    page = home(built_site, folder)
    chosen = re.findall(r'<option value="([^"]+)">', page)
    countries = {f"countries/{code.lower()}/" for code in dataset.countries}
    assert {address.removeprefix("./") for address in chosen[:-1]} == countries
    assert (built_site / folder / chosen[-1] / "index.html").is_file()
    listed = page[page.index('class="finder"') :]
    assert countries <= {found.removeprefix("./") for found in re.findall(r'href="([^"]+)"', listed)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_way_to_the_answer_comes_before_everything_else(built_site: Path, folder: str) -> None:
    page = home(built_site, folder)
    parts = ['class="lead"', 'class="picker"', 'class="conditions"', 'class="finder"', 'class="cards"', 'class="news"']
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("folder", FOLDERS)
def test_without_scripts_the_field_leads_to_the_list(built_site: Path, folder: str) -> None:
    page = home(built_site, folder)
    assert only(r'<form class="picker" action="#([^"]+)"', page) in re.findall(r'\bid="([^"]+)"', page)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_of_the_guide_is_one_step_from_home(built_site: Path, folder: str) -> None:
    leads = {found.removeprefix("./") for found in re.findall(r'href="([^"#]+)', home(built_site, folder))}
    pages = {path.relative_to(built_site / folder).parent for path in (built_site / folder / "guide").rglob("*.html")}
    assert len(pages) > 15
    assert {f"{page.as_posix()}/" for page in pages} - leads == set()


def test_a_condition_that_no_longer_holds_is_not_told(knowledge: Knowledge, languages: dict[str, Language]) -> None:
    told = languages["en"].say("home.condition.post_secondary_required")
    row = knowledge.dataset.programme.post_secondary_required[0]
    before = render(knowledge)["index.md"]
    after = render(with_programme(knowledge, "post_secondary_required", row, Answer.NO))["index.md"]
    assert told in before
    assert told not in after


def test_an_offer_is_a_condition_only_while_international_co_op_asks_for_one(
    knowledge: Knowledge, languages: dict[str, Language]
) -> None:
    told = languages["en"].say("home.condition.offer_required")
    row = knowledge.dataset.programme.offer_required[0]
    changed = with_programme(knowledge, "offer_required", row, (Category.YOUNG_PROFESSIONALS,))
    assert told in render(knowledge)["index.md"]
    assert told not in render(changed)["index.md"]


def test_the_span_of_the_lengths_follows_the_agreements(knowledge: Knowledge) -> None:
    changed = with_term(knowledge, "DE", "permit_months", value=3)
    assert "6 to 24 months" in render(knowledge)["index.md"]
    assert "3 to 24 months" in render(changed)["index.md"]
    assert "3 à 24 mois" in render(changed, "fr")["index.md"]


def test_few_countries_with_other_ages_are_named_and_many_are_counted(knowledge: Knowledge) -> None:
    assert "Age 18 to 35; Sweden: 18 to 30<" in render(knowledge)["index.md"]
    changed = knowledge
    for code in ("DE", "AT", "IT"):
        changed = with_term(changed, code, "ages", value=Ages(minimum=18, maximum=30))
    assert "Age 18 to 35; 4 countries: 18 to 30<" in render(changed)["index.md"]
    alike = with_term(knowledge, "SE", "ages", value=Ages(minimum=18, maximum=35))
    assert "Age 18 to 35<" in render(alike)["index.md"]


def test_the_news_are_changes_whose_first_day_is_known_and_has_come(knowledge: Knowledge) -> None:
    days = re.findall(r'class="news__when">([^<]+)<', render(knowledge)["index.md"])
    assert days == ["Since 17 June 2026", "Since 1 April 2026", "Since 10 February 2026"]
    earlier = re.findall(r'class="news__when">([^<]+)<', render(knowledge, as_of=date(2026, 5, 31))["index.md"])
    assert earlier[:2] == days[1:]
