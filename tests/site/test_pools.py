"""The quotas on the pages of the countries."""

import re

import pytest

from generator.dataset import Knowledge
from generator.rules.kinds import Category
from generator.site.facts import Presenter
from generator.site.language import Language
from generator.site.pools import PoolsPresenter, Quotas
from generator.site.repository import Repository
from tests.conftest import AS_OF


@pytest.fixture
def quotas(knowledge: Knowledge, languages: dict[str, Language]) -> PoolsPresenter:
    repository = Repository(url="https://example.org/guide", branch="main")
    return PoolsPresenter(Presenter(languages["en"], AS_OF, knowledge, repository), knowledge)


def show(quotas: PoolsPresenter, knowledge: Knowledge, code: str) -> Quotas:
    shown = quotas.show(knowledge.dataset.countries[code])
    assert shown is not None
    return shown


def test_international_co_op_comes_first_and_the_latest_season_before_the_others(
    quotas: PoolsPresenter, knowledge: Knowledge
) -> None:
    coop, *_ = show(quotas, knowledge, "FR").groups
    assert coop.category == "International Co-op"
    assert [quota.season for quota in coop.seasons] == [2026, 2025]


def test_a_quota_that_sources_print_differently_shows_both_with_their_sources(
    quotas: PoolsPresenter, knowledge: Knowledge
) -> None:
    _, quota = show(quotas, knowledge, "FR").groups[0].seasons
    assert quota.shown is not None
    assert (quota.shown.value, quota.shown.status) == ("3,590", "conflicting")
    assert quota.shown.when == "Read on 1 February 2025"
    (version,) = quota.shown.versions
    assert version.value == "3,950"
    assert version.origins


def test_a_recent_season_without_a_number_is_said_to_be_unpublished(
    quotas: PoolsPresenter, knowledge: Knowledge
) -> None:
    latest, _ = show(quotas, knowledge, "DE").groups[0].seasons
    assert latest.season == 2026
    assert latest.shown is None


def test_of_several_readings_the_last_is_shown_and_the_others_with_their_days(
    quotas: PoolsPresenter, knowledge: Knowledge
) -> None:
    holiday = show(quotas, knowledge, "GB").groups[-1]
    shown = next(quota.shown for quota in holiday.seasons if quota.season == 2026)
    assert shown is not None
    assert (shown.value, shown.when) == ("9,285", "Read on 21 August 2026")
    assert [(row.value, row.when) for row in shown.other_days] == [("9,330", "Read on 16 January 2026")]


def test_every_quota_of_a_country_is_on_its_page(quotas: PoolsPresenter, knowledge: Knowledge) -> None:
    for code, country in knowledge.dataset.countries.items():
        expected = {fact for fact in knowledge.index if re.match(rf"pools\.\d+\.{code}\.", fact)}
        shown = quotas.show(country)
        found = (
            set()
            if shown is None
            else {fact.id for fact in shown.readings}
            | {quota.shown.id for group in shown.groups for quota in group.seasons if quota.shown}
        )
        assert found == expected, code


def test_a_country_without_an_agreement_and_without_quotas_has_no_table(
    quotas: PoolsPresenter, knowledge: Knowledge
) -> None:
    country = knowledge.dataset.countries["UA"]
    assert all(not fact.startswith("pools.") or ".UA." not in fact for fact in knowledge.index)
    assert quotas.show(country) is None
    assert len(country.categories) == len(Category)
