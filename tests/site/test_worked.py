"""Worked permit lengths on the country pages, counted by the rules' calendar."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.dataset import Knowledge
from generator.site.facts import Presenter
from generator.site.language import Language
from generator.site.repository import Repository
from generator.site.worked import Example, arrival_at_month_end, worked_examples
from tests.conftest import AS_OF

type Examples = Callable[[str], list[Example]]


@pytest.fixture
def examples(knowledge: Knowledge, languages: dict[str, Language]) -> Examples:
    """Return the function that works out the examples of a country."""
    presenter = Presenter(languages["en"], AS_OF, knowledge, Repository(url="https://example.org/guide", branch="main"))
    return lambda code: list(worked_examples(knowledge.dataset.countries[code], presenter))


def test_a_six_month_permit_that_starts_on_the_31st_ends_on_the_30th(examples: Examples) -> None:
    plain, clamped = examples("AT")
    assert plain.result == "it ends on 4 November 2027 at the latest."
    assert clamped.given == "You arrive on 31 May 2027 and the permit may last 6 months:"
    assert clamped.result == "it ends on 30 November 2027 at the latest."


def test_a_permit_that_starts_on_a_leap_day_ends_on_28_february() -> None:
    assert arrival_at_month_end(date(2027, 5, 4), 12) == date(2028, 2, 29)


def test_a_gap_is_counted_from_the_end_of_the_last_permit(examples: Examples) -> None:
    gap = examples("LV")[-1]
    assert gap.given == "Your last permit ran from 4 May 2026 to 4 May 2027 and 12 months must pass:"
    assert gap.result == "the next one can begin on 4 May 2028."


def test_a_later_british_permit_is_shorter(examples: Examples) -> None:
    first, _, later = examples("GB")
    assert first.result == "it ends on 4 May 2029 at the latest."
    assert later.result == "it ends on 4 May 2028 at the latest."


def test_a_begun_month_counts_whole_against_the_swiss_ceiling(examples: Examples) -> None:
    shared = examples("CH")[-1]
    assert shared.given.startswith("Your first permit ran from 4 May 2027 to 13 February 2028")
    assert shared.result == "it counts as 10 months, so 8 months are left."


def test_where_co_op_is_not_offered_the_other_categories_have_examples(examples: Examples) -> None:
    plain, clamped = examples("BE")
    assert plain.categories == clamped.categories == "Working Holiday"
    assert plain.result == "it ends on 4 May 2028 at the latest."


def test_there_is_no_example_without_an_agreement(examples: Examples) -> None:
    assert examples("UA") == []
