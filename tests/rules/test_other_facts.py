"""The rules follow the facts: other facts give other findings."""

from dataclasses import replace
from typing import Any

from generator.rules.kinds import Answer, Category
from tests.applicants import found, student


def with_value(history: Any, value: Any) -> Any:
    return tuple(replace(row, value=value) for row in history)


def with_term(dataset: Any, code: str, category: Category, name: str, value: Any) -> Any:
    """Return the facts with another value for one term of one agreement."""
    country = dataset.countries[code]
    terms = country.categories[category]
    changed = replace(terms, **{name: with_value(getattr(terms, name), value)})
    country = replace(country, categories={**country.categories, category: changed})
    return replace(dataset, countries={**dataset.countries, code: country})


def test_a_territory_that_is_no_longer_covered_does_not_serve_as_residence(dataset):
    greenland = replace(dataset.places["GL"], covered=with_value(dataset.places["GL"].covered, Answer.NO))
    changed = replace(dataset, places={**dataset.places, "GL": greenland})
    dane = student("DK", category="working_holiday", residence="GL")
    assert found(dataset, "residence", dane) == "met"
    assert found(changed, "residence", dane) == "RESIDENCE"


def test_an_agreement_that_drops_the_transfer_within_a_company_no_longer_asks_for_it(dataset):
    changed = with_term(dataset, "AT", Category.YOUNG_PROFESSIONALS, "intra_company_only", Answer.NO)
    austrian = student("AT", category="young_professionals", offer__intra_company=False)
    assert found(dataset, "intra-company", austrian) == "INTRA_COMPANY_ONLY"
    assert found(changed, "intra-company", austrian) == "not_applicable"


def test_an_agreement_that_drops_the_pay_leaves_it_to_the_province(dataset):
    changed = with_term(dataset, "CZ", Category.INTERNATIONAL_COOP, "must_be_paid", Answer.NO)
    czech = student("CZ", offer__paid=False)
    assert found(dataset, "pay", czech) == "MUST_BE_PAID"
    assert found(changed, "pay", czech) == "PROVINCIAL_LAW"


def test_an_agreement_that_raises_its_age_admits_older_people(dataset):
    swede = student("SE", date_of_birth="1993-06-01")
    ages = dataset.countries["SE"].categories[Category.INTERNATIONAL_COOP].ages[0].value
    changed = with_term(dataset, "SE", Category.INTERNATIONAL_COOP, "ages", replace(ages, maximum=35))
    assert found(dataset, "age", swede) == "AGE_OVER"
    assert found(changed, "age", swede) == "met"
