"""Pools, official terms and claims: they agree with the facts of the countries, and keep what is disputed."""

import re
from collections import Counter

import pytest

from generator.dataset import Knowledge
from generator.dataset.guide import ClaimVerdict, Pool, Unlimited
from generator.rules.facts import Fact, Status, fact_in_force
from generator.rules.kinds import Answer, Category
from tests.conftest import AS_OF

COOP, WH = Category.INTERNATIONAL_COOP, Category.WORKING_HOLIDAY
WORDS_OF_ANSWERS = {"{partners}", "{coop_countries}", "{missing}"}


def pool(knowledge: Knowledge, season: int, country: str, category: Category) -> Pool:
    (found,) = [one for one in knowledge.pools[season] if (one.country, one.category) == (country, category)]
    return found


def values(rows: tuple[Fact, ...]) -> dict[str, object]:
    return {str(row.in_force.first_day): row.value for row in rows}


def offering(knowledge: Knowledge, category: Category) -> set[str]:
    return {
        code
        for code, country in knowledge.dataset.countries.items()
        if fact_in_force("offered", country.categories[category].offered, AS_OF).value is Answer.YES
    }


@pytest.mark.parametrize("category", Category)
def test_every_pool_is_of_a_category_that_its_country_offers(knowledge: Knowledge, category: Category) -> None:
    for pools in knowledge.pools.values():
        assert {one.country for one in pools if one.category is category} <= offering(knowledge, category)


def test_one_pool_stands_for_a_country_and_category_in_a_season(knowledge: Knowledge) -> None:
    order = list(Category)
    for pools in knowledge.pools.values():
        keys = [(one.country, order.index(one.category)) for one in pools]
        assert keys == sorted(set(keys))


def test_what_nobody_published_stays_absent(knowledge: Knowledge) -> None:
    def with_coop(season: int) -> set[str]:
        return {one.country for one in knowledge.pools[season] if one.category is COOP}

    assert (with_coop(2014), with_coop(2024)) == ({"CR", "IE"}, set())
    assert offering(knowledge, COOP) - with_coop(2025) == {"CZ"}


def test_numbers_are_said_of_the_single_days_on_which_they_were_read(knowledge: Knowledge) -> None:
    for pools in knowledge.pools.values():
        for one in pools:
            for row in (*one.quota, *one.first_round, *one.final_round):
                assert row.in_force.known_since == row.in_force.known_through is not None


def test_quotas_that_moved_within_a_season_keep_each_reading(knowledge: Knowledge) -> None:
    readings = {
        (2025, "ES"): {"2025-02-01": 800, "2026-01-16": 1000},
        (2025, "GB"): {"2025-02-01": 9000, "2026-01-16": 9660},
        (2025, "KR"): {"2025-02-01": 10000, "2026-01-16": 11570},
        (2026, "GB"): {"2026-01-16": 9330, "2026-08-21": 9285},
        (2026, "KR"): {"2026-01-16": 10239, "2026-07-17": 10239},
    }
    for (season, country), read in readings.items():
        assert read.items() <= values(pool(knowledge, season, country, WH).quota).items()


def test_australia_and_finland_had_no_limit_in_2025_and_australia_one_in_2026(knowledge: Knowledge) -> None:
    unlimited = {
        (one.country, one.category) for one in knowledge.pools[2025] if one.quota[0].value is Unlimited.UNLIMITED
    }
    assert unlimited == {(code, category) for code in ("AU", "FI") for category in Category}
    assert pool(knowledge, 2026, "AU", WH).quota[0].value == 5670


def test_disputed_quotas_keep_the_other_number(knowledge: Knowledge) -> None:
    (france,) = pool(knowledge, 2025, "FR", COOP).quota
    assert (france.value, france.status) == (3590, Status.CONFLICTING)
    assert [version.value for version in france.versions] == [3950]
    (hong_kong,) = pool(knowledge, 2025, "HK", WH).quota
    assert (hong_kong.value, [version.value for version in hong_kong.versions]) == (200, [5000])


def test_only_the_feed_of_ircc_gives_official_numbers(knowledge: Knowledge) -> None:
    for pools in knowledge.pools.values():
        for row in (row for one in pools for row in one.quota):
            from_the_feed = "ircc-rounds" in {source.id for source in row.sources}
            assert (row.status is Status.OFFICIAL) == from_the_feed


def test_all_eighty_eight_terms_are_there_and_no_two_share_their_words(knowledge: Knowledge) -> None:
    names = [term.name[-1].value for term in knowledge.terms]
    assert len(names) == 88
    assert len({name.en for name in names}) == 88
    assert len({name.fr for name in names}) == 88


def test_terms_that_no_official_page_shows_say_so(knowledge: Knowledge) -> None:
    lesser = {term.id: term.name[-1].status for term in knowledge.terms if term.name[-1].status is not Status.OFFICIAL}
    assert lesser == {
        "utc": Status.UNVERIFIED,
        "internship-agreement": Status.UNVERIFIED,
        "letter-from-the-school": Status.SECONDARY,
        "internship-in-the-french-treaty": Status.SECONDARY,
    }
    assert all(term.name[-1].note for term in knowledge.terms if term.id in lesser)


def test_every_claim_of_the_older_article_is_answered(knowledge: Knowledge) -> None:
    assert Counter(claim.verdict for claim in knowledge.claims) == {
        ClaimVerdict.CONFIRMED: 12,
        ClaimVerdict.CORRECTED: 9,
        ClaimVerdict.INCOMPLETE: 3,
        ClaimVerdict.OUTDATED: 1,
        ClaimVerdict.UNSUPPORTED: 1,
    }


def test_answers_rest_on_facts_and_type_no_number(knowledge: Knowledge) -> None:
    for claim in knowledge.claims:
        assert set(claim.facts) <= set(knowledge.index), claim.id
        assert claim.facts, claim.id
        for answer in (claim.answer.en, claim.answer.fr):
            assert not re.search(r"\d", answer), claim.id
            assert set(re.findall(r"\{.*?\}", answer)) <= WORDS_OF_ANSWERS


def test_the_claim_of_thirty_six_countries_names_ten_without_international_coop(knowledge: Knowledge) -> None:
    (claim,) = [claim for claim in knowledge.claims if claim.countries]
    assert len(set(claim.countries)) == 36
    missing = set(claim.countries) - offering(knowledge, COOP)
    assert missing == {"AD", "BE", "DK", "HK", "JP", "MX", "NL", "NZ", "SM", "UA"}
    assert offering(knowledge, COOP) - set(claim.countries) == {"FI"}
    named = {fact.partition(".")[0] for fact in claim.facts}
    assert named == missing | {"FI"}
