"""What changed among facts and answers, in words."""

from dataclasses import replace
from datetime import date

import pytest

from generator.dataset.index import Entry
from generator.decisions.answers import Answer
from generator.decisions.axes import axes_of
from generator.decisions.causes import causes
from generator.decisions.comparison import compared
from generator.decisions.facts import checked_again, facts_changed
from generator.decisions.sentences import what_changes
from generator.decisions.table import decide
from generator.rules.country import Participations
from generator.rules.facts import Fact, Period, Status, Text, Version
from generator.rules.kinds import Category, Repeat
from tests.decisions.facts import with_term

COOP = Category.INTERNATIONAL_COOP
ROW = Fact(
    value=12,
    in_force=Period(known_since=date(2025, 12, 24)),
    status=Status.OFFICIAL,
    checked_on=date(2026, 11, 22),
    versions=(Version(value=24),),
)


def entry(*rows):
    return {"DE.x": Entry(id="DE.x", rows=rows, file="countries/DE.yml", path=(), lines=tuple(range(5, 5 + len(rows))))}


@pytest.mark.parametrize(
    ("before", "after", "told", "line"),
    [
        (entry(ROW), entry(replace(ROW, value=13)), "changed from 12 to 13", 5),
        (entry(ROW), entry(ROW, replace(ROW, value=9)), "has a row more: 9 from 2025-12-24", 6),
        (entry(ROW, ROW, ROW), entry(ROW), "has 2 rows less: 12 is the last", 5),
        (
            entry(ROW),
            entry(replace(ROW, in_force=Period(since=date(2025, 1, 1), through=date(2026, 12, 31)))),
            "is in force from 2025-01-01 to 2026-12-31 instead of from 2025-12-24",
            5,
        ),
        (entry(ROW), entry(replace(ROW, status=Status.CONFLICTING)), "is conflicting instead of official", 5),
        (entry(ROW), entry(replace(ROW, versions=())), "has other published values: none", 5),
        (entry(ROW), entry(replace(ROW, versions=(Version(value=6),))), "has other published values: 6", 5),
        ({}, entry(ROW), "is new: 12", 5),
        (entry(ROW), {}, "is gone; it was 12", 5),
        (
            entry(replace(ROW, value=Participations(total=2, repeat=Repeat.PERMITTED, cumulative_months=18))),
            entry(replace(ROW, value=Participations(total=2, repeat=Repeat.PERMITTED))),
            "changed from cumulative months 18 to cumulative months not set",
            5,
        ),
    ],
)
def test_a_change_of_a_fact_is_told_with_its_place(before, after, told, line):
    change = facts_changed(before, after)["DE.x"]
    assert change.happened == told
    assert change.place == f"data/countries/DE.yml:{line}"


def test_a_fact_only_checked_again_is_no_change():
    before, after = entry(ROW), entry(replace(ROW, checked_on=date(2026, 12, 1)))
    assert facts_changed(before, after) == {}
    assert checked_again(before, after) == 1
    assert checked_again(before, before) == 0


def test_long_words_are_cut():
    before, after = (entry(replace(ROW, value=Text(en=letter * 61, fr="un"))) for letter in "xy")
    assert facts_changed(before, after)["DE.x"].happened == f"changed from en {'x' * 59}… to en {'y' * 59}…"


def test_a_combination_that_no_longer_adds_up_is_a_change(dataset, words):
    table = decide(dataset, "MX") | {COOP: decide(dataset, "LV")[COOP]}
    odd = {(("age", "36 or older"), ("school", "elsewhere")): Answer(months=1)}
    other = {**table, COOP: replace(table[COOP], odd=odd)}
    axes = {category: axes_of(dataset, "LV", category).every() for category in Category}
    (change,) = compared(table, other, axes, axes)
    assert what_changes(change, words["en"]) == (
        "age + school: 36 or older + elsewhere: as the parts add up → eligible, 1 month"
    )


def test_other_cautions_are_told(dataset, words):
    row = dataset.countries["LU"].categories[COOP].ages[-1]
    undisputed = with_term(dataset, "LU", COOP, "ages", row.value)
    terms = undisputed.countries["LU"].categories[COOP]
    settled = replace(terms, ages=(replace(row, versions=()),))
    country = undisputed.countries["LU"]
    changed = {
        **undisputed.countries,
        "LU": replace(country, categories={**country.categories, COOP: settled}),
    }
    axes = {category: axes_of(dataset, "LU", category).every() for category in Category}
    (change,) = compared(decide(dataset, "LU"), decide(replace(dataset, countries=changed), "LU"), axes, axes)
    assert what_changes(change, words["en"]) == (
        "aged 31 to 35 on the invitation day: eligible, 12 months, caution SOURCES_CONFLICT → eligible, 12 months"
    )


def test_a_fact_that_is_no_longer_known_is_the_cause(dataset):
    country = dataset.countries["DE"]
    row = country.categories[COOP].ages[-1]
    ended = replace(row, in_force=Period(known_since=date(2025, 12, 24), known_through=date(2026, 2, 12)))
    terms = replace(country.categories[COOP], ages=(ended,))
    changed = replace(
        dataset,
        countries={**dataset.countries, "DE": replace(country, categories={**country.categories, COOP: terms})},
    )
    axes = {category: axes_of(dataset, "DE", category).every() for category in Category}
    (change,) = compared(decide(dataset, "DE"), decide(changed, "DE"), axes, axes)
    fact = "DE.international_coop.ages"
    known = facts_changed({fact: replace(entry(row)["DE.x"], id=fact)}, {fact: replace(entry(ended)["DE.x"], id=fact)})
    assert change.after == Answer(missing=fact)
    assert causes(change, "DE", dataset, changed, known) == (known[fact],)
