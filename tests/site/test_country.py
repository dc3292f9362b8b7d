"""What the page of a country says of the season, of its neighbours and of itself."""

import re
from pathlib import Path

import pytest

from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.site.errors import BuildError
from generator.site.flags import PACKAGE as FLAGS
from generator.site.flags import write_flags
from generator.site.neighbours import Nearest, compared_category
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


def test_every_country_has_a_flag_of_its_own(built_site: Path, dataset: Dataset) -> None:
    flags = {(built_site / "assets" / "flags" / f"{code.lower()}.svg").read_bytes() for code in dataset.countries}
    assert len(flags) == len(dataset.countries)


def test_a_code_of_which_the_package_has_no_flag_gets_the_flag_of_an_unknown_one(tmp_path: Path) -> None:
    write_flags(["AT", "no-such-country"], tmp_path)
    assert (tmp_path / "no-such-country.svg").read_bytes() == (FLAGS / "flags" / "xx.svg").read_bytes()
    assert (tmp_path / "at.svg").read_bytes() == (FLAGS / "flags" / "at.svg").read_bytes()


def test_flags_without_their_package_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="npm ci"):
        write_flags(["AT"], tmp_path / "flags", tmp_path / "no-package")


def test_neighbours_come_with_the_fewest_differences_first(dataset: Dataset) -> None:
    found = list(Nearest(dataset.countries.values(), AS_OF).to("AT"))
    counts = [len(near.differs) for near in found]
    assert counts == sorted(counts)
    assert "AT" not in {near.code for near in found}
    assert all("permit_months" in near.differs for near in found if near.code == "DE")


def test_a_country_without_co_op_is_compared_by_what_it_offers(dataset: Dataset) -> None:
    assert compared_category(dataset.countries["JP"], AS_OF) is Category.WORKING_HOLIDAY
    assert compared_category(dataset.countries["UA"], AS_OF) is None
    assert list(Nearest(dataset.countries.values(), AS_OF).to("UA")) == []


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


def test_a_neighbour_is_told_apart_in_a_sentence_of_its_own(built_site: Path) -> None:
    told = {code: pages_of(built_site, "en")[f"countries/{code}/"].html for code in ("cr", "sk", "at", "au")}
    assert "Czech Republic</a>: you must live there, which is not asked here.</li>" in told["cr"]
    assert "Finland</a>: a permit lasts up to 12 months, here up to 6 months; you need not live there," in told["at"]
    # Two agreements that the few words of a table tell alike are not told as a difference of these words.
    assert "as here, but the agreements differ in detail" in told["au"]
    french = pages_of(built_site, "fr")["countries/cr/"].html
    assert "il faut y résider, ce qui n’est pas exigé ici." in french
    assert " instead of " not in told["sk"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_fold_says_what_is_inside_and_what_a_reader_comes_for_is_in_none(built_site: Path, language: str) -> None:
    for code in ("de", "at"):
        html = pages_of(built_site, language)[f"countries/{code}/"].html
        main = html[html.index("<article") : html.index("</article>")]
        folded = "".join(re.findall(r'<details class="fold">.*?\n</details>', main, re.S))
        summaries = re.findall(r'<details class="fold"><summary>([^<]+)</summary>', main)
        assert len(summaries) == len(set(summaries)) >= 7
        for part in ('id="terms"', 'id="answers"', 'id="season"', f'id="{code.upper()}.participations"'):
            assert part in main
            assert part not in folded
        for part in (f'id="{code.upper()}.international_coop.ages"', 'class="sources"', 'class="worked"'):
            assert part in folded


def test_the_flag_above_the_fold_is_not_held_back(built_site: Path) -> None:
    flag = re.search(r'<img class="flag"[^>]*>', pages_of(built_site, "en")["countries/de/"].html)
    assert flag
    assert "loading" not in flag[0]


def test_a_page_ends_with_its_neighbours_and_its_other_forms(built_site: Path) -> None:
    page = pages_of(built_site, "fr")["countries/at/"]
    assert "compare/?with=at," in page.html
    assert "/blob/main/data/countries/AT.yml" in page.html
    assert built_site / "changes" / "at.json" in page.leads_to
