"""The files of the decision table hold what the rules give, all of it, and change with the facts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.decisions.answers import Answer, together
from generator.decisions.axes import ELSEWHERE, axes_of
from generator.decisions.errors import DecisionsError
from generator.decisions.files import FOLDER, REWRITE, files_in, outdated, tables_of, texts, write
from generator.decisions.situations import INVITED_ON, invited_on
from generator.decisions.table import Judge, decide
from generator.decisions.text import read_table, written
from generator.rules.country import Ages, Participations, RestrictedFields
from generator.rules.facts import Period
from generator.rules.findings import Verdict
from generator.rules.kinds import Answer as Said
from generator.rules.kinds import Category, Field, Repeat, School
from tests.applicants import ROOT
from tests.decisions.facts import with_country_fact, with_term

TABLE = ROOT / FOLDER
COOP, YP, WH = Category
THE_FIVE = {"age", "earlier participations", "permit of one earlier participation ended", "school", "residence"}


@pytest.fixture(scope="module")
def tables(dataset):
    return tables_of(dataset)


@pytest.fixture(scope="module")
def english(words):
    return words["en"]


def text_of(dataset, code):
    return written(decide(dataset, code), dataset, code)


def lines_that_change(before, after):
    return [line for line in after.splitlines() if line not in before.splitlines()]


def test_every_file_holds_the_answers_that_the_rules_give(dataset, tables, english):
    changed = outdated(TABLE, dataset, tables, english)
    lines = "\n  ".join(changed)
    assert not changed, (
        "Facts or rules give other answers than the reviewed decision table:\n"
        f"  {lines}\nIf that is meant, run `{REWRITE}` and commit the files that it writes under {FOLDER}/."
    )


def test_every_jurisdiction_has_a_file_and_every_file_a_jurisdiction(dataset):
    assert set(files_in(TABLE)) == set(dataset.countries)
    assert {path.name for path in TABLE.iterdir()} == {f"{code}.yml" for code in dataset.countries}


def test_every_file_tells_every_category_and_every_axis(dataset):
    for code, path in files_in(TABLE).items():
        table = read_table(path.read_text(encoding="utf-8"), path.name, dataset, code)
        assert set(table) == set(Category)
        for category, block in table.items():
            if not block.bands:
                assert block.base.reasons in (("NOT_PARTNER",), ("CATEGORY_NOT_AVAILABLE",))
                continue
            axes = {axis.name: axis for axis in axes_of(dataset, code, category).combined}
            assert set(axes) == THE_FIVE
            for name, axis in axes.items():
                points = [point for band in block.bands[name] for point in band.points]
                assert sorted(points) == list(range(axis.count)), (code, category, name)


def test_a_file_loses_nothing_of_the_table(dataset, tables):
    for code, table in tables.items():
        assert read_table(written(table, dataset, code), code, dataset, code) == table


def test_every_combination_adds_up_today(tables):
    blocks = [block for table in tables.values() for block in table.values() if block.bands]
    assert not [block.odd for block in blocks if block.odd]
    assert all(block.combinations >= 32 for block in blocks)


def test_the_first_and_the_last_day_of_an_age_are_told_apart(dataset):
    judge = Judge(dataset, "DE", COOP)
    age = judge.axes.combined[0]
    born = {age.place(judge.person, point).date_of_birth: judge.at(age, point).reasons for point in range(age.count)}
    assert born[date(2008, 11, 23)] == ("AGE_UNDER",)
    assert born[date(2008, 11, 22)] == ()
    assert born[date(1990, 11, 23)] == ()
    assert born[date(1990, 11, 22)] == ("AGE_OVER",)


def test_a_gap_ends_on_the_day_on_which_arriving_is_enough(dataset):
    judge = Judge(dataset, "LV", YP)
    ended = judge.axes.combined[2]
    last_days = {
        ended.place(ended.start(judge.person), point).participations[0].permit_ended_on: judge.at(ended, point).reasons
        for point in range(ended.count)
    }
    assert judge.person.arrives_on == date(2027, 5, 22)
    assert last_days[date(2026, 5, 23)] == ("GAP",)
    assert last_days[date(2026, 5, 22)] == ()


def test_elsewhere_is_nowhere_that_an_agreement_names(dataset):
    assert ELSEWHERE not in dataset.countries
    assert ELSEWHERE not in dataset.places


@pytest.mark.parametrize(
    ("code", "change", "line"),
    [
        ("DE", lambda d: with_term(d, "DE", COOP, "ages", Ages(minimum=18, maximum=34)), "    18 to 34: eligible"),
        ("DE", lambda d: with_term(d, "DE", WH, "ages", Ages(minimum=19, maximum=35)), "    19 to 35: eligible"),
        ("PL", lambda d: with_term(d, "PL", YP, "permit_months", 13), "  everything in order: eligible, 13 months"),
        ("SE", lambda d: with_term(d, "SE", COOP, "offered", Said.NO), None),
        ("IS", lambda d: with_term(d, "IS", WH, "offered", Said.NO), None),
        (
            "KR",
            lambda d: with_term(d, "KR", COOP, "school", School.IN_COUNTRY),
            "    elsewhere: not eligible (SCHOOL_COUNTRY)",
        ),
        ("AT", lambda d: with_term(d, "AT", COOP, "residence_required", Said.NO), None),
        (
            "FR",
            lambda d: with_term(d, "FR", YP, "residence_required", Said.YES),
            "    elsewhere: not eligible (RESIDENCE)",
        ),
        (
            "PL",
            lambda d: with_term(d, "PL", COOP, "discontinuance_months", 7),
            "    7 months or more before arrival: eligible",
        ),
        ("LV", lambda d: with_term(d, "LV", COOP, "discontinuance_months", 0), None),
        ("CZ", lambda d: with_term(d, "CZ", COOP, "must_be_paid", Said.NO), None),
        ("AT", lambda d: with_term(d, "AT", YP, "intra_company_only", Said.NO), None),
        (
            "AT",
            lambda d: with_term(d, "AT", COOP, "graduates_within_months", 11),
            "    11 months or less before the invitation: eligible",
        ),
        (
            "FR",
            lambda d: with_term(d, "FR", COOP, "training_centre_accepted", Said.NO),
            "    at a training centre: not eligible (NOT_POST_SECONDARY)",
        ),
        (
            "AT",
            lambda d: with_term(
                d, "AT", COOP, "restricted_fields", RestrictedFields(studies=tuple(Field), sectors=tuple(Field))
            ),
            None,
        ),
        (
            "AT",
            lambda d: with_country_fact(
                d, "AT", "participations", Participations(total=2, repeat=Repeat.NOT_PERMITTED)
            ),
            None,
        ),
        (
            "DE",
            lambda d: with_country_fact(
                d, "DE", "participations", Participations(total=3, repeat=Repeat.NOT_PERMITTED)
            ),
            None,
        ),
        (
            "CH",
            lambda d: with_country_fact(
                d, "CH", "participations", Participations(total=2, repeat=Repeat.PERMITTED, cumulative_months=17)
            ),
            "    any one: eligible, 5 months, caution CUMULATIVE_CAP",
        ),
        (
            "HR",
            lambda d: with_country_fact(
                d, "HR", "participations", Participations(total=2, repeat=Repeat.NOT_PERMITTED)
            ),
            "    one international_coop: not eligible (CATEGORY_REPEAT)",
        ),
        (
            "GB",
            lambda d: with_country_fact(d, "GB", "participations", Participations(total=2, repeat=Repeat.PERMITTED)),
            None,
        ),
        (
            "FR",
            lambda d: with_country_fact(
                d, "FR", "legacy", replace(d.countries["FR"].legacy[-1].value, before_season=2014)
            ),
            "    2013 or before: eligible",
        ),
        (
            "IE",
            lambda d: with_country_fact(
                d, "IE", "legacy", replace(d.countries["IE"].legacy[-1].value, months_at_most=24)
            ),
            None,
        ),
        ("DK", lambda d: with_country_fact(d, "DK", "partner", Said.NO), "working_holiday: not eligible (NOT_PARTNER)"),
        ("MX", lambda d: with_country_fact(d, "MX", "partner", Said.YES), None),
        (
            "HK",
            lambda d: with_country_fact(d, "HK", "travel_documents", d.countries["HK"].travel_documents[-1].value[1:]),
            None,
        ),
    ],
)
def test_a_change_of_one_fact_changes_the_file_of_its_jurisdiction(dataset, tables, code, change, line):
    changed = change(dataset)
    before, after = written(tables[code], dataset, code), text_of(changed, code)
    assert before != after
    assert line is None or line in lines_that_change(before, after)


def test_a_change_of_one_fact_changes_no_other_file(dataset, tables):
    changed = texts(with_term(dataset, "NO", WH, "ages", Ages(minimum=18, maximum=30)))
    differ = [code for code, text in changed.items() if text != written(tables[code], dataset, code)]
    assert differ == ["NO"]
    assert lines_that_change(written(tables["NO"], dataset, "NO"), changed["NO"]) == [
        "    18 to 30: eligible",
        "    31 or older: not eligible (AGE_OVER)",
    ]


def test_a_fact_that_begins_later_shows(dataset):
    country = dataset.countries["DE"]
    row = country.categories[COOP].permit_months[-1]
    later = replace(row, value=9, in_force=Period(since=date(2028, 2, 29)))
    ended = replace(row, in_force=replace(row.in_force, through=date(2028, 2, 28)))
    terms = replace(country.categories[COOP], permit_months=(ended, later))
    changed = replace(
        dataset,
        countries={**dataset.countries, "DE": replace(country, categories={**country.categories, COOP: terms})},
    )
    assert invited_on(dataset, "DE") == INVITED_ON
    assert invited_on(changed, "DE") == date(2028, 3, 1)
    assert "  everything in order: eligible, 9 months" in text_of(changed, "DE")


def test_a_fact_that_nobody_knows_for_the_day_shows(dataset):
    country = dataset.countries["DE"]
    row = country.categories[COOP].ages[-1]
    unknown = replace(row, in_force=Period(known_since=date(2025, 12, 24), known_through=date(2026, 2, 12)))
    terms = replace(country.categories[COOP], ages=(unknown,))
    changed = replace(
        dataset,
        countries={**dataset.countries, "DE": replace(country, categories={**country.categories, COOP: terms})},
    )
    assert "international_coop: not known (DE.international_coop.ages)" in text_of(changed, "DE")
    assert read_table(text_of(changed, "DE"), "DE.yml", changed, "DE") == decide(changed, "DE")


def test_a_combination_that_does_not_add_up_is_spelled_out_and_read_back(dataset, tables):
    block = tables["LV"][COOP]
    odd = {(("age", "36 or older"), ("school", "elsewhere")): Answer(open=("residence",), months=1)}
    table = {**tables["LV"], COOP: replace(block, odd=odd)}
    text = written(table, dataset, "LV")
    assert "    age [36 or older] + school [elsewhere]: open (residence), 1 month" in text.splitlines()
    assert read_table(text, "LV.yml", dataset, "LV") == table


def test_parts_add_their_reasons_take_away_cautions_and_the_shortest_permit_holds():
    base = Answer(cautions=("SOURCES_CONFLICT",), months=12)
    final, second = Answer(months=24), Answer(cautions=("SOURCES_CONFLICT",), months=6)
    refused = Answer(reasons=("RESIDENCE",), cautions=("SOURCES_CONFLICT",))
    assert together(base, []) == base
    assert together(base, [(base, final), (base, second)]) == Answer(months=6)
    assert together(base, [(base, refused), (base, final)]) == Answer(reasons=("RESIDENCE",))
    assert together(base, [(base, Answer(missing="DE.legacy"))]).verdict is Verdict.UNDETERMINED


def test_a_table_out_of_date_names_the_answers_that_changed(tmp_path, dataset, english):
    changed = with_term(dataset, "DE", COOP, "ages", Ages(minimum=18, maximum=34))
    few = replace(dataset, countries={code: dataset.countries[code] for code in ("DE", "MX", "PL")})
    write(tmp_path, texts(few))
    assert outdated(tmp_path, few, tables_of(few), english) == []
    (tmp_path / "MX.yml").unlink()
    (tmp_path / "XX.yml").write_text("", encoding="utf-8")
    now = replace(few, countries={**few.countries, "DE": changed.countries["DE"]})
    assert outdated(tmp_path, now, tables_of(now), english) == [
        "Germany, International Co-op: aged 35 on the invitation day: eligible → not eligible (AGE_OVER)",
        f"Mexico: there is no file {FOLDER}/MX.yml",
        f"{FOLDER}/XX.yml belongs to no jurisdiction",
    ]
    assert [path.name for path in write(tmp_path, texts(now))] == ["XX.yml", "DE.yml", "MX.yml"]
    assert outdated(tmp_path, now, tables_of(now), english) == []
    assert write(tmp_path, texts(now)) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "18 to 35",
            "18 till 35",
            "DE.yml:5:5: international_coop.age.18 till 35: `18 till 35` is no place on this axis",
        ),
        ("not eligible (AGE_UNDER)", "no", "DE.yml:4:5: international_coop.age.17 or younger: `no` is no answer"),
        (
            "  age:",
            "  height:",
            "DE.yml:3:3: international_coop.height: `height` is nothing that the table tells apart",
        ),
        ("combined: each of", "combined: most of", "it is not said how many combinations there are"),
        ("working_holiday:\n", "holiday:\n", "the three categories must stand here"),
        ("  age:\n", "  age: [\n", "this is not YAML"),
    ],
)
def test_a_line_that_is_none_of_a_table_is_told_with_its_place(dataset, tables, old, new, message):
    text = written(tables["DE"], dataset, "DE").split("\n", 1)[1]
    assert old in text
    with pytest.raises(DecisionsError) as refused:
        read_table(text.replace(old, new, 1), "DE.yml", dataset, "DE")
    assert message in str(refused.value)


def test_other_words_for_the_right_answers_are_out_of_date_too(tmp_path: Path, dataset, english):
    only = replace(dataset, countries={"MX": dataset.countries["MX"]})
    write(tmp_path, texts(only))
    file = tmp_path / "MX.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("# Mexico", "# Mexiko"), encoding="utf-8")
    assert outdated(tmp_path, only, tables_of(only), english) == [
        f"Mexico: {FOLDER}/MX.yml has the right answers in other words"
    ]
