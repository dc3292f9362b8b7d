"""What countries are filtered by: every value that the sources leave open, and nothing where there is no co-op."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dataset import Knowledge
from generator.rules.country import Ages, Country, Participations, Slot
from generator.rules.facts import Fact, Period, Status, Version
from generator.rules.kinds import Answer, Category, Repeat
from generator.site.compare.traits import Traits, traits_of
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import with_country, with_term

COOP, HOLIDAY = Category.INTERNATIONAL_COOP, Category.WORKING_HOLIDAY


def traits(knowledge: Knowledge, code: str, day: date = AS_OF) -> Traits:
    return traits_of(knowledge.dataset.countries[code], day)


def with_participations(country: Country, *values: Participations, status: Status = Status.OFFICIAL) -> Country:
    first, *others = values
    row = Fact(
        value=first,
        in_force=Period(known_since=date(2020, 1, 1)),
        status=status,
        checked_on=AS_OF,
        versions=tuple(Version(value=other) for other in others),
    )
    return replace(country, participations=(row,))


def test_a_country_with_plain_terms_has_one_value_for_each_filter(knowledge: Knowledge) -> None:
    assert traits(knowledge, "DE").attributes() == {
        "offered": "yes",
        "age": "18-35",
        "months": "12",
        "school": "anywhere",
        "residence": "no",
        "again": "again",
    }


def test_where_sources_disagree_every_value_is_there(knowledge: Knowledge) -> None:
    assert traits(knowledge, "AU").months == ("12", "24")
    assert traits(knowledge, "LU").age == ("18-35", "18-30")


def test_a_version_beside_a_settled_fact_is_no_value_of_the_filter(knowledge: Knowledge) -> None:
    beside = with_term(knowledge, "DE", "permit_months", versions=(Version(value=24),))
    assert traits(beside, "DE").months == ("12",)


def test_without_a_row_for_the_day_the_value_is_unknown(knowledge: Knowledge) -> None:
    country = knowledge.dataset.countries["DE"]
    bare = replace(country, categories={**country.categories, COOP: replace(country.categories[COOP], school=())})
    assert traits(with_country(knowledge, bare), "DE").school == ("?",)
    assert traits(knowledge, "DE", date(2000, 1, 1)).months == ("?",)


@pytest.mark.parametrize("answer", [Answer.NOT_PUBLISHED, Answer.UNVERIFIED])
def test_a_value_that_nobody_publishes_is_unknown(knowledge: Knowledge, answer: Answer) -> None:
    assert traits(with_term(knowledge, "DE", "residence_required", value=answer), "DE").residence == ("?",)


def test_an_unverified_value_may_be_another_one(knowledge: Knowledge) -> None:
    assert traits(with_term(knowledge, "DE", "permit_months", status=Status.UNVERIFIED), "DE").months == ("12", "?")


def test_where_coop_is_not_offered_its_terms_are_empty_and_the_participations_stay(knowledge: Knowledge) -> None:
    found = traits(knowledge, "JP").attributes()
    assert found == {"offered": "no", "age": "", "months": "", "school": "", "residence": "", "again": "again coop"}


@pytest.mark.parametrize("code", ["MX", "UA"])
def test_without_an_agreement_nothing_but_no_is_said(knowledge: Knowledge, code: str) -> None:
    assert traits(knowledge, code) == Traits(offered=("no",))


def test_where_it_is_open_whether_coop_is_offered_its_terms_are_unknown(knowledge: Knowledge) -> None:
    country = knowledge.dataset.countries["BE"]
    terms = replace(country.categories[COOP], offered=())
    open_ = replace(country, categories={**country.categories, COOP: terms})
    found = traits(with_country(knowledge, open_), "BE")
    assert (found.offered, found.months, found.age) == (("?",), ("?",), ("?",))


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (Participations(total=1, repeat=Repeat.NOT_STATED), ("once",)),
        (Participations(total=2, repeat=Repeat.PERMITTED), ("coop",)),
        (Participations(total=2, repeat=Repeat.NOT_PERMITTED), ("again",)),
        (Participations(total=2, repeat=Repeat.NOT_STATED), ("again", "coop")),
        (Participations(total=2, repeat=Repeat.LIMITED, repeatable=(HOLIDAY,)), ("again",)),
        (Participations(total=2, repeat=Repeat.LIMITED, repeatable=(COOP,)), ("coop",)),
        (Participations(total=2, repeat=Repeat.NOT_STATED, slots=(Slot(categories=(COOP,), count=1),)), ("again",)),
        (Participations(total=3, repeat=Repeat.NOT_STATED, slots=(Slot(categories=(COOP,), count=2),)), ("coop",)),
    ],
)
def test_the_agreement_tells_whether_one_may_come_again(
    knowledge: Knowledge, terms: Participations, expected: tuple[str, ...]
) -> None:
    country = with_participations(knowledge.dataset.countries["DE"], terms)
    assert traits_of(country, AS_OF).again == expected


def test_sources_that_disagree_about_coming_again_are_all_heard(knowledge: Knowledge) -> None:
    once, twice = Participations(total=1, repeat=Repeat.NOT_STATED), Participations(total=2, repeat=Repeat.PERMITTED)
    country = with_participations(knowledge.dataset.countries["DE"], once, twice, status=Status.CONFLICTING)
    assert traits_of(country, AS_OF).again == ("once", "coop")


def test_ages_below_ten_and_above_a_hundred_are_written_as_they_are(knowledge: Knowledge) -> None:
    changed = with_term(knowledge, "DE", "ages", value=Ages(minimum=9, maximum=101))
    assert traits(changed, "DE").age == ("9-101",)
