"""The real data: it loads, and says of every jurisdiction what the official table of 2025-12-24 says."""

from datetime import date, timedelta
from pathlib import Path

import pycountry
import pytest

from generator.dataset import load_dataset
from generator.rules.country import Ages, Country
from generator.rules.facts import Fact, NotKnownError, Status, fact_in_force
from generator.rules.kinds import (
    Answer,
    Category,
    DocumentKind,
    Field,
    LegacyGrant,
    PermitKind,
    Repeat,
    School,
    Territory,
)
from generator.rules.model import Dataset
from generator.rules.record import from_plain, to_plain

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 22)
COOP, YP, WH = Category.INTERNATIONAL_COOP, Category.YOUNG_PROFESSIONALS, Category.WORKING_HOLIDAY


def codes(listed: str) -> set[str]:
    return set(listed.split())


WITH_COOP = codes("AU AT CL CR HR CZ EE FI FR DE GR IE IT LV LT LU NO PL PT SK SI KR ES SE CH TW GB")
WITHOUT_COOP = codes("AD BE DK HK IS JP NL NZ SM")
NO_PARTNERS = {"MX", "UA"}
SCHOOL_IN_THE_COUNTRY = codes("AU CL CR HR CZ EE IE LV LT PL SK SI ES SE CH TW")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset(DATA)


def now(history: tuple[Fact, ...]) -> object:
    return fact_in_force("tested", history, TODAY).value


def on(history: tuple[Fact, ...], day: str) -> object:
    return fact_in_force("tested", history, date.fromisoformat(day)).value


def offered(country: Country, category: Category) -> bool:
    return now(country.categories[category].offered) is Answer.YES


def test_thirty_six_jurisdictions_are_partners_and_mexico_and_ukraine_are_not(dataset: Dataset) -> None:
    partners = {code for code, country in dataset.countries.items() if now(country.partner) is Answer.YES}
    assert partners == WITH_COOP | WITHOUT_COOP
    assert len(partners) == 36
    assert set(dataset.countries) - partners == NO_PARTNERS


def test_twenty_seven_partners_have_international_coop(dataset: Dataset) -> None:
    assert {code for code, country in dataset.countries.items() if offered(country, COOP)} == WITH_COOP
    assert len(WITH_COOP) == 27


def test_young_professionals_exists_with_every_coop_partner_and_the_netherlands(dataset: Dataset) -> None:
    assert {code for code, country in dataset.countries.items() if offered(country, YP)} == WITH_COOP | {"NL"}


def test_working_holiday_exists_with_every_partner_but_switzerland(dataset: Dataset) -> None:
    holders = {code for code, country in dataset.countries.items() if offered(country, WH)}
    assert holders == (WITH_COOP | WITHOUT_COOP) - {"CH"}


def test_no_category_is_offered_to_citizens_of_mexico_and_ukraine_and_a_note_says_why(dataset: Dataset) -> None:
    for code in NO_PARTNERS:
        country = dataset.countries[code]
        assert not any(offered(country, category) for category in Category)
        assert country.notes


def test_no_is_norway_and_not_a_boolean(dataset: Dataset) -> None:
    assert dataset.countries["NO"].code == "NO"
    assert dataset.names["NO"] == dataset.countries["NO"].name
    assert dataset.names["NO"].fr == "Norvège"


def ages_by_limit(dataset: Dataset, category: Category, limit: int) -> set[str]:
    return {
        code
        for code, country in dataset.countries.items()
        if offered(country, category) and now(country.categories[category].ages) == Ages(minimum=18, maximum=limit)
    }


def test_ages_run_to_35_except_where_the_table_says_30(dataset: Dataset) -> None:
    assert ages_by_limit(dataset, COOP, 30) == {"SE"}
    assert ages_by_limit(dataset, COOP, 35) == WITH_COOP - {"SE"}
    assert ages_by_limit(dataset, YP, 30) == {"NL", "SE"}
    assert ages_by_limit(dataset, YP, 35) == WITH_COOP - {"SE"}
    to_thirty = {"AD", "AT", "BE", "HK", "IS", "JP", "NL", "SE"}
    assert ages_by_limit(dataset, WH, 30) == to_thirty
    assert ages_by_limit(dataset, WH, 35) == (WITH_COOP | WITHOUT_COOP) - to_thirty - {"CH"}


def lengths(dataset: Dataset, category: Category) -> dict[str, int]:
    found = {
        code: now(country.categories[category].permit_months)
        for code, country in dataset.countries.items()
        if offered(country, category)
    }
    return {code: months for code, months in found.items() if months != 12}


def test_permits_last_twelve_months_with_these_exceptions(dataset: Dataset) -> None:
    assert lengths(dataset, COOP) == {"AT": 6, "PT": 24, "KR": 24, "CH": 18, "GB": 24}
    assert lengths(dataset, YP) == {"AU": 24, "FR": 24, "IE": 24, "PT": 24, "KR": 24, "CH": 18, "GB": 24}
    assert lengths(dataset, WH) == {"AU": 24, "FR": 24, "IE": 24, "NZ": 23, "PT": 24, "KR": 24, "GB": 24}


def test_only_working_holiday_gives_an_open_permit(dataset: Dataset) -> None:
    for country in dataset.countries.values():
        for category, terms in country.categories.items():
            if terms.permit:
                assert now(terms.permit) is (PermitKind.OPEN if category is WH else PermitKind.EMPLOYER_SPECIFIC)


def test_six_countries_ask_for_a_gap_in_every_category(dataset: Dataset) -> None:
    gaps = {"HR": 3, "LT": 3, "SK": 3, "ES": 3, "PL": 6, "LV": 12}
    for code, country in dataset.countries.items():
        for terms in country.categories.values():
            if terms.discontinuance_months:
                assert now(terms.discontinuance_months) == gaps.get(code, 0)


def test_school_must_be_in_the_country_for_sixteen_partners(dataset: Dataset) -> None:
    in_country = {
        code for code in WITH_COOP if now(dataset.countries[code].categories[COOP].school) is School.IN_COUNTRY
    }
    assert in_country == SCHOOL_IN_THE_COUNTRY


def residence(dataset: Dataset, category: Category) -> set[str]:
    return {
        code
        for code, country in dataset.countries.items()
        if offered(country, category) and now(country.categories[category].residence_required) is Answer.YES
    }


def test_residence_is_asked_for_as_the_table_says(dataset: Dataset) -> None:
    assert residence(dataset, COOP) == codes("AT CZ IT LV NO SK ES SE")
    assert residence(dataset, YP) == codes("CZ IT LV NL NO SK ES SE")
    assert residence(dataset, WH) == codes("BE CZ DK HK IT JP LV NL NO SK ES SE")


def test_participations_follow_the_agreements(dataset: Dataset) -> None:
    partners = WITH_COOP | WITHOUT_COOP
    current = {code: now(dataset.countries[code].participations) for code in partners}
    once = codes("AD BE DK HK LU NZ PT TW")
    assert {code for code in partners if current[code].total == 1} == once
    assert {code for code in partners if current[code].total == 3} == {"AT", "FI"}
    assert {code for code in partners if current[code].repeat is Repeat.PERMITTED} == codes("CL HR IT CH GB")
    assert {code for code in partners if current[code].repeat is Repeat.LIMITED} == {"KR"}
    assert current["KR"].repeatable == (WH, YP)
    assert {code for code in partners if current[code].slots} == {"AU", "FR", "IE"}
    assert {code: current[code].cumulative_months for code in partners if current[code].cumulative_months} == {"CH": 18}
    assert {code: current[code].later_months for code in partners if current[code].later_months} == {"GB": 12}


def test_shared_slots_join_working_holiday_and_young_professionals(dataset: Dataset) -> None:
    for code in ("AU", "FR", "IE"):
        slots = now(dataset.countries[code].participations).slots
        assert {frozenset(slot.categories): slot.count for slot in slots} == {
            frozenset({WH, YP}): 1,
            frozenset({COOP}): 1,
        }


def test_four_agreements_have_terms_for_earlier_participants(dataset: Dataset) -> None:
    legacy = {code: now(country.legacy) for code, country in dataset.countries.items() if country.legacy}
    assert {code: terms.before_season for code, terms in legacy.items()} == {
        "AU": 2015,
        "FR": 2015,
        "IE": 2013,
        "GB": 2015,
    }
    assert {code for code, terms in legacy.items() if terms.grants is LegacyGrant.SECOND} == {"GB"}
    assert (legacy["FR"].at_most, legacy["FR"].months) == (1, None)


def test_what_only_austria_czechia_and_france_ask_or_allow(dataset: Dataset) -> None:
    austria = dataset.countries["AT"].categories
    fields = (Field.FORESTRY, Field.AGRICULTURE, Field.TOURISM)
    assert now(austria[COOP].restricted_fields).studies == now(austria[COOP].restricted_fields).sectors == fields
    assert now(austria[COOP].graduates_within_months) == 12
    for term, code, category in (
        ("restricted_fields", "AT", COOP),
        ("graduates_within_months", "AT", COOP),
        ("intra_company_only", "AT", YP),
        ("must_be_paid", "CZ", COOP),
        ("training_centre_accepted", "FR", COOP),
    ):
        holders = {
            (name, kind)
            for name, country in dataset.countries.items()
            for kind, terms in country.categories.items()
            if getattr(terms, term)
        }
        assert holders == {(code, category)}, term


def test_streams_and_travel_documents_are_recorded(dataset: Dataset) -> None:
    streams = {(code, stream.id) for code, country in dataset.countries.items() for stream in country.streams}
    austrian = {("AT", "young-workers-exchange"), ("AT", "intra-partner-company")}
    assert streams == austrian | {("FR", "vie"), ("ES", "icex-vives")}
    kinds = [document.kind for document in now(dataset.countries["HK"].travel_documents)]
    assert kinds == [DocumentKind.HONG_KONG_SAR, DocumentKind.BRITISH_NATIONAL_OVERSEAS]
    assert {code for code, country in dataset.countries.items() if country.travel_documents} == {"HK"}


CHANGES = [
    ("KR", "2023-12-10", "2023-12-11", lambda c: c.categories[COOP].offered, Answer.NO, Answer.YES),
    ("KR", "2023-12-10", "2023-12-11", lambda c: c.categories[YP].offered, Answer.NO, Answer.YES),
    ("KR", "2023-12-10", "2023-12-11", lambda c: c.categories[WH].permit_months, 12, 24),
    ("IT", "2022-10-31", "2022-11-01", lambda c: c.categories[COOP].offered, Answer.NO, Answer.YES),
    ("IT", "2022-10-31", "2022-11-01", lambda c: c.categories[YP].offered, Answer.NO, Answer.YES),
    ("IT", "2022-10-31", "2022-11-01", lambda c: c.categories[WH].permit_months, 6, 12),
]


EARLIER = [
    ("AU", "2018-08-27", "2018-11-05", lambda c: c.categories[COOP].ages, 30, 35),
    ("GB", "2023-12-10", "2023-12-11", lambda c: c.categories[WH].ages, 30, 35),
]
BEGINNINGS = [
    ("AT", "2018-07-09", "2018-07-10", lambda c: c.categories[WH].offered),
    ("PT", "2018-05-02", "2018-11-05", lambda c: c.partner),
    ("PT", "2018-11-05", "2018-12-04", lambda c: c.categories[COOP].offered),
    ("GB", "2023-12-10", "2023-12-11", lambda c: c.categories[COOP].offered),
    ("IS", "2023-12-10", "2023-12-11", lambda c: c.partner),
]


@pytest.mark.parametrize(("code", "before", "after", "history", "old", "new"), EARLIER)
def test_the_upper_age_was_lower_before_it_was_raised(dataset, code, before, after, history, old, new) -> None:
    rows = history(dataset.countries[code])
    assert (on(rows, before).maximum, on(rows, after).maximum) == (old, new)


@pytest.mark.parametrize(("code", "before", "after", "history"), BEGINNINGS)
def test_what_an_update_added_was_not_there_before(dataset, code, before, after, history) -> None:
    rows = history(dataset.countries[code])
    assert (on(rows, before), on(rows, after)) == (Answer.NO, Answer.YES)


def test_the_days_between_two_sources_are_not_known(dataset: Dataset) -> None:
    with pytest.raises(NotKnownError):
        on(dataset.countries["AU"].categories[COOP].ages, "2018-10-01")
    with pytest.raises(NotKnownError):
        on(dataset.programme.participation_fee, "2021-06-01")


def test_chile_allowed_one_participation_before_it_allowed_two(dataset: Dataset) -> None:
    rows = dataset.countries["CL"].participations
    assert (on(rows, "2018-07-09").total, on(rows, "2018-07-10").total) == (1, 2)


@pytest.mark.parametrize(("code", "before", "after", "history", "old", "new"), CHANGES)
def test_the_day_of_a_change_decides_which_row_holds(dataset, code, before, after, history, old, new) -> None:
    rows = history(dataset.countries[code])
    assert (on(rows, before), on(rows, after)) == (old, new)
    with pytest.raises(NotKnownError):
        on(rows, str(date.fromisoformat(before) - timedelta(days=1)))


SECOND_PARTICIPATIONS = [
    ("IT", "2022-10-31", "2022-11-01"),
    ("KR", "2023-12-10", "2023-12-11"),
    ("GB", "2023-12-10", "2023-12-11"),
    ("JP", "2025-03-31", "2025-04-01"),
]


@pytest.mark.parametrize(("code", "before", "after"), SECOND_PARTICIPATIONS)
def test_one_participation_was_allowed_before_two_were(dataset: Dataset, code: str, before: str, after: str) -> None:
    rows = dataset.countries[code].participations
    assert (on(rows, before).total, on(rows, after).total) == (1, 2)


def test_the_length_of_a_british_internship_is_not_known_before_there_was_one(dataset: Dataset) -> None:
    months = dataset.countries["GB"].categories[COOP].permit_months
    assert on(months, "2023-12-11")
    with pytest.raises(NotKnownError):
        on(months, "2023-12-10")


def test_disputed_facts_are_marked_and_keep_the_other_version(dataset: Dataset) -> None:
    disputed = {
        (code, category.value, term)
        for code, country in dataset.countries.items()
        for category, terms in country.categories.items()
        for term in to_plain(terms)
        if any(row.status is Status.CONFLICTING for row in getattr(terms, term))
    }
    luxembourg = {("LU", category.value, "ages") for category in Category}
    assert disputed == luxembourg | {("AU", "international_coop", "permit_months")}
    for category in Category:
        (fact,) = dataset.countries["LU"].categories[category].ages
        assert [version.value for version in fact.versions] == [Ages(minimum=18, maximum=30)]
    (length,) = dataset.countries["AU"].categories[COOP].permit_months
    assert {version.value for version in length.versions} == {24}
    (san_marino,) = dataset.countries["SM"].categories[WH].ages
    assert (san_marino.status, san_marino.value) == (Status.OFFICIAL, Ages(minimum=18, maximum=35))
    assert [version.value for version in san_marino.versions] == [Ages(minimum=18, maximum=30)]
    assert {
        code
        for code, country in dataset.countries.items()
        if any(row.status is Status.CONFLICTING for row in country.participations)
    } == {"AU", "FR", "IE"}


def test_the_participation_fee_moved_each_first_of_december(dataset: Dataset) -> None:
    fee = dataset.programme.participation_fee
    days = {"2015-03-02": 150, "2019-12-08": 150, "2019-12-09": 153, "2020-03-20": 153, "2023-11-30": 161}
    days |= {"2023-12-01": 172, "2024-11-30": 172, "2024-12-01": 179.75, "2025-12-01": 184.75}
    assert {day: on(fee, day) for day in days} == days
    assert fee[-1].review_due == date(2026, 12, 1)
    assert (now(dataset.programme.biometrics_fee), now(dataset.programme.open_work_permit_fee)) == (85, 100)
    assert now(dataset.programme.employer_compliance_fee) == 230


def test_the_programme_says_what_the_criteria_ask(dataset: Dataset) -> None:
    programme = dataset.programme
    days = (programme.days_to_answer_invitation, programme.days_to_apply, programme.days_to_give_biometrics)
    assert [now(rows) for rows in days] == [10, 20, 30]
    assert (now(programme.minimum_funds), now(programme.entry_letter_months)) == (2500, 12)
    assert (now(programme.highest_teer), now(programme.highest_teer_with_diploma)) == (3, 4)
    assert now(programme.age_counted_on) == "invitation"
    assert now(programme.recognized_organization_terms) is Answer.NOT_PUBLISHED
    assert programme.participation_counted_when[0].in_force.since == date(2023, 1, 9)
    assert programme.canadian_citizens_need_a_permit[0].status is Status.UNVERIFIED


def test_other_published_versions_stand_beside_the_official_value(dataset: Dataset) -> None:
    programme = dataset.programme
    for rows, others in (
        (programme.age_counted_on, ["application"]),
        (programme.participation_counted_when, ["entry_letter_issued"]),
        (programme.insurance_extendable, [Answer.YES]),
        (programme.one_location, [Answer.NO]),
    ):
        assert [version.value for version in rows[-1].versions] == others
        assert rows[-1].status is not Status.CONFLICTING


def test_places_serve_the_agreement_that_reaches_them(dataset: Dataset) -> None:
    places = dataset.places
    assert {code for code, place in places.items() if place.residence_in == "DK"} == {"GL", "FO"}
    assert {code for code, place in places.items() if place.citizenship_of == "NL"} == {"AW", "BQ", "CW", "SX"}
    assert {code: place.territory for code, place in places.items() if place.citizenship_of == "GB"} == {
        "JE": Territory.JERSEY,
        "GG": Territory.GUERNSEY,
        "IM": Territory.OTHER,
    }
    assert now(places["IM"].covered) is Answer.NOT_PUBLISHED


def test_season_2026_opened_its_pools_on_19_december_2025(dataset: Dataset) -> None:
    assert now(dataset.seasons[2026].pools_opened) == date(2025, 12, 19)
    assert set(dataset.seasons) == {*range(2017, 2027)} - {2022}


def test_seasons_whose_opening_is_not_known_are_not_used_by_the_rules(dataset: Dataset) -> None:
    assert 2016 not in dataset.seasons
    assert 2022 not in dataset.seasons
    assert 2027 not in dataset.seasons


def test_italians_alone_bring_a_certificate_of_residence(dataset: Dataset) -> None:
    limited = {document.id: document.jurisdictions for document in dataset.documents if document.jurisdictions}
    assert limited == {"certificate-of-residence": ("IT",)}


def test_every_iso_code_has_a_name_in_both_languages(dataset: Dataset) -> None:
    assert set(dataset.names) == {country.alpha_2 for country in pycountry.countries}
    assert len(dataset.names) == 249
    assert all(name.en and name.fr for name in dataset.names.values())
    assert all(dataset.names[code] == country.name for code, country in dataset.countries.items())


def test_the_dataset_survives_the_way_to_the_browser_and_back(dataset: Dataset) -> None:
    assert from_plain(Dataset, to_plain(dataset)) == dataset


def test_the_dataset_is_verified_as_of_the_day_of_its_oldest_check(dataset: Dataset) -> None:
    assert dataset.verified_on == date(2026, 11, 22)


def test_the_version_names_the_content_and_nothing_else(dataset: Dataset) -> None:
    assert len(dataset.version) == 12
    assert int(dataset.version, 16) >= 0
    assert load_dataset(DATA).version == dataset.version
