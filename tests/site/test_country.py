"""What the page of a country says of the season, of its neighbours and of itself."""

from pathlib import Path

import pytest

from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.site.errors import BuildError
from generator.site.flags import write_flags
from generator.site.neighbours import compared_category, nearest
from tests.conftest import AS_OF
from tests.site.built import pages_of


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_country_has_a_description_of_its_own_that_is_short_enough(built_site: Path, language: str) -> None:
    pages = [page for url, page in pages_of(built_site, language).items() if url.startswith("countries/") and url[10:]]
    told = [page.meta("description") for page in pages]
    assert len(told) == len(set(told)) == 38
    assert [text for text in told if not 50 <= len(text) <= 160] == []


def test_the_flag_of_every_country_lies_in_the_site(built_site: Path, dataset: Dataset) -> None:
    names = {path.name for path in (built_site / "assets" / "flags").iterdir()}
    assert names == {f"{code.lower()}.svg" for code in dataset.countries} | {"licence.txt"}


def test_a_flag_that_the_package_does_not_have_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="npm ci"):
        write_flags(["no-such-country"], tmp_path)


def test_neighbours_come_with_the_fewest_differences_first(dataset: Dataset) -> None:
    found = nearest(dataset.countries["AT"], dataset.countries.values(), AS_OF)
    counts = [len(near.differs) for near in found]
    assert counts == sorted(counts)
    assert "AT" not in {near.code for near in found}
    assert all("permit_months" in near.differs for near in found if near.code == "DE")


def test_a_country_without_co_op_is_compared_by_what_it_offers(dataset: Dataset) -> None:
    assert compared_category(dataset.countries["JP"], AS_OF) is Category.WORKING_HOLIDAY
    assert compared_category(dataset.countries["UA"], AS_OF) is None
    assert nearest(dataset.countries["UA"], dataset.countries.values(), AS_OF) == ()


def test_a_page_says_who_pays_how_much_in_all_and_leads_to_the_fees(built_site: Path) -> None:
    page = pages_of(built_site, "en")["countries/de/"]
    section = page.html[page.html.index('id="season"') : page.html.index('id="documents"')]
    assert "You pay CAD" in section
    assert "The employer pays CAD" in section
    for fact in ("participation_fee", "biometrics_fee"):
        assert f"guide/fees/#programme.{fact}" in section
    assert "guide/employer/#programme.employer_compliance_fee" in section
    assert "Paid by the employer, before you apply." in section
    assert "guide/process/#programme.days_to_apply" in section


def test_a_page_ends_with_its_neighbours_and_its_other_forms(built_site: Path) -> None:
    page = pages_of(built_site, "fr")["countries/at/"]
    assert "compare/?with=at," in page.html
    assert "/blob/main/data/countries/AT.yml" in page.html
    assert built_site / "changes" / "at.json" in page.leads_to
