import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.dataset.guide import Point, Statement, Topic
from generator.dataset.index import Entry
from generator.publish import facts_on
from generator.rules.facts import Fact, NotKnownError, Period, Status, Text, Version
from generator.rules.kinds import Category
from tests.applicants import ROOT

DAY = date(2026, 11, 22)
COOP = {
    "AU",
    "AT",
    "CL",
    "CR",
    "HR",
    "CZ",
    "EE",
    "FI",
    "FR",
    "DE",
    "GR",
    "IE",
    "IT",
    "LV",
    "LT",
    "LU",
    "NO",
    "PL",
    "PT",
    "SK",
    "SI",
    "KR",
    "ES",
    "SE",
    "CH",
    "TW",
    "GB",
}


@pytest.fixture(scope="module")
def countries(knowledge, words):
    return facts_on(knowledge, DAY, words)["countries"]


def test_a_country_shows_every_fact_of_the_plain_view(countries):
    germany = countries["DE"]
    assert germany["name"] == {"en": "Germany", "fr": "Allemagne"}
    assert germany["partner"] is True
    assert germany["participations"] == {"total": 2, "repeat_category": False, "cumulative_months": None}
    coop = germany["categories"]["international_coop"]
    assert {key: coop[key] for key in list(coop)[:10]} == {
        "available": True,
        "min_age": 18,
        "max_age": 35,
        "max_months": 12,
        "permit": "employer_specific",
        "discontinuance_months": 0,
        "residence_required": False,
        "school_country": None,
        "status": "official",
        "checked_on": "2026-11-22",
    }
    assert coop["sources"][0]["id"] == "ircc-bilateral"


def test_36_partners_and_27_co_op_agreements_are_in_force(countries):
    assert sum(country["partner"] for country in countries.values()) == 36
    assert {
        code for code, country in countries.items() if country["categories"]["international_coop"]["available"]
    } == COOP


def test_a_category_that_is_not_offered_shows_nothing_else(countries):
    assert countries["JP"]["categories"]["international_coop"] == {"available": False}
    assert countries["MX"]["participations"]["total"] is None


@pytest.mark.parametrize(
    ("code", "repeat"), [("CL", True), ("DE", False), ("KR", "limited"), ("IS", None), ("FR", None)]
)
def test_repeats_are_told_apart(countries, code, repeat):
    assert countries[code]["participations"]["repeat_category"] == repeat


def test_the_length_is_that_of_a_first_participation_and_the_cap_stands_apart(countries):
    assert countries["GB"]["categories"]["international_coop"]["max_months"] == 24
    assert countries["CH"]["participations"]["cumulative_months"] == 18


def test_a_category_is_as_doubtful_as_its_most_doubtful_fact(countries):
    assert countries["AU"]["categories"]["international_coop"]["status"] == "conflicting"
    assert countries["LU"]["categories"]["working_holiday"]["status"] == "conflicting"


def test_what_is_not_known_of_a_day_is_said_to_be_so(knowledge, words):
    def on(day):
        return facts_on(knowledge, day, words)["countries"]

    korea = on(date(2023, 12, 11))["KR"]["categories"]["international_coop"]
    assert (korea["available"], korea["max_months"], korea["max_age"]) == (True, 24, "not_known")
    assert on(date(2023, 12, 10))["KR"]["categories"]["international_coop"] == {"available": False}
    germany = on(date(2024, 6, 1))["DE"]
    assert germany["partner"] == germany["participations"]["total"] == "not_known"
    assert germany["facts"]["DE.partner"] == {"id": "DE.partner", "value": "not_known"}


def test_a_day_before_all_facts_is_refused_with_the_first_day_of_any_fact(knowledge, words):
    first = min(row.in_force.first_day for entry in knowledge.index.values() for row in entry.rows)
    facts_on(knowledge, first, words)
    before = first - timedelta(days=1)
    with pytest.raises(NotKnownError):
        facts_on(knowledge, before, words)
    result = CliRunner().invoke(main, ["facts", "--as-of", before.isoformat()])
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"nothing is known of {before}; the first day with facts is {first}" in result.stderr


def test_the_command_prints_the_same_view(knowledge, words):
    result = CliRunner().invoke(main, ["facts", "--as-of", "2026-11-22"])
    assert json.loads(result.stdout) == facts_on(knowledge, DAY, words)


def test_a_category_says_which_of_its_terms_were_published_otherwise(countries):
    luxembourg = countries["LU"]["categories"]["international_coop"]
    (version,) = luxembourg["versions"]["ages"]
    assert version["value"] == {"minimum": 18, "maximum": 30}
    assert {"gac-luxembourg-2019", "cicnews-quotas-2025"} <= {source["id"] for source in version["sources"]}
    assert all(source["title"] and source["url"] for source in version["sources"])
    assert countries["DE"]["categories"]["international_coop"]["versions"] == {}


def test_a_category_is_overdue_with_its_first_overdue_fact(knowledge, words):
    for day, overdue in ((date(2027, 1, 31), False), (date(2027, 2, 1), True)):
        germany = facts_on(knowledge, day, words)["countries"]["DE"]
        assert germany["categories"]["international_coop"]["overdue"] is overdue
        assert germany["facts"]["DE.international_coop.ages"]["overdue"] is overdue


def test_a_fee_is_that_of_the_day(knowledge, words):
    fees = {"2023-11-30": 161, "2023-12-01": 172, "2024-11-30": 172, "2024-12-01": 179.75, "2025-12-01": 184.75}
    for day, fee in fees.items():
        shown = facts_on(knowledge, date.fromisoformat(day), words)["programme"]["participation_fee"]
        assert shown["value"] == fee


def test_a_number_read_on_one_day_is_the_last_known_of_its_season_and_says_so(knowledge, words):
    def quota(day):
        pools = facts_on(knowledge, day, words)["pools"]["2025"]
        return pools["KR"]["working_holiday"]["quota"]

    rows = knowledge.index["pools.2025.KR.working_holiday.quota"].rows
    first, last = (row.in_force.first_day for row in (rows[0], rows[-1]))
    assert quota(first - timedelta(days=1))["value"] == "not_known"
    assert (quota(first)["value"], quota(first)["known_on"]) == (rows[0].value, first.isoformat())
    assert quota(last - timedelta(days=1))["value"] == rows[-2].value
    assert (quota(DAY)["value"], quota(DAY)["known_on"]) == (rows[-1].value, last.isoformat())


def test_a_sentence_of_the_guide_has_its_figures_written_as_each_language_does(knowledge, words):
    statement = Statement(
        text=Text(en="{fee} dollars for {people} people until {day}", fr="{fee} $, {people} personnes, au {day}"),
        figures={"fee": 184.75, "people": 76571, "day": date(2027, 5, 1)},
    )
    row = Fact(
        value=statement,
        in_force=Period(since=date(2027, 1, 1)),
        status=Status.OFFICIAL,
        checked_on=DAY,
        versions=(Version(value=replace(statement, figures={**statement.figures, "people": 12})),),
    )
    point = Point(id="sample", categories=(Category.WORKING_HOLIDAY,), says=(row,))
    entry = Entry(id="guide.sample", rows=(row,), file="guide/fees.yml", path=(0, "says"), lines=(1,))
    known = replace(
        knowledge, guide={Topic.FEES: (point,)}, index={**knowledge.index, "guide.sample": entry}, organizations=()
    )
    shown = facts_on(known, date(2027, 2, 1), words)["guide"]["sample"]
    assert (shown["topic"], shown["categories"], shown["status"]) == ("fees", ["working_holiday"], "official")
    assert shown["text"] == {
        "en": "184.75 dollars for 76,571 people until 1 May 2027",
        "fr": "184,75 $, 76\u202f571 personnes, au 1er mai 2027",
    }
    assert shown["figures"] == {"fee": 184.75, "people": 76571, "day": "2027-05-01"}
    assert shown["versions"][0]["value"]["text"]["en"].startswith("184.75 dollars for 12 people")
    assert facts_on(known, DAY, words)["guide"]["sample"]["text"] == "not_known"


DAYS = (
    "2015-03-01",
    "2017-06-30",
    "2020-03-20",
    "2020-03-21",
    "2022-10-31",
    "2022-11-01",
    "2023-12-10",
    "2023-12-11",
    "2024-06-01",
    "2024-11-28",
    "2024-11-29",
    "2025-02-01",
    "2025-03-31",
    "2025-04-01",
    "2025-12-01",
    "2026-11-22",
)
OWN_ID = ("asked", "covered", "says", "name", "text")


@pytest.fixture(scope="module")
def written():
    """Return the rows of every fact by its id as the files write them, all values as text."""
    return dict(written_histories())


def written_histories():
    for path in sorted((ROOT / "data").rglob("*.yml")):
        place = path.relative_to(ROOT / "data").with_suffix("").parts
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 it builds text only
        prefix = {"countries": place[-1:], "guide": ("guide",)}.get(place[0], place)
        yield from histories_in(content, prefix)


def histories_in(value, way):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from histories_in(item, way if key == "categories" and isinstance(item, dict) else (*way, key))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        if "in_force" in value[0]:
            own = way[-1] in OWN_ID and len(way) > 2
            yield ".".join(way[:-1] if own else way), value
            return
        for item in value:
            own = [item[key] for key in ("id", "code", "year", "country") if key in item][:1]
            pool = [item["category"]] if "country" in item else []
            yield from histories_in(item, (*way, *own, *pool))


def row_of(fact, rows, day):
    """Return the row that holds on `day`, both ISO text; of a season the last one that nobody ended."""
    begun = [row for row in rows if row["in_force"].get("since", row["in_force"].get("known_since")) <= day]
    if not begun:
        return None
    period = begun[-1]["in_force"]
    if fact.startswith(("seasons.", "pools.")) and "known_through" in period:
        return begun[-1]
    return begun[-1] if day <= period.get("through", period.get("known_through", "9999")) else None


def facts_in(view):
    if isinstance(view, dict):
        if "id" in view and ("value" in view or "text" in view):
            yield view["id"], view
        else:
            for part in view.values():
                yield from facts_in(part)


def as_written(value):
    """Turn a value into text, numbers alike whether their cents are written or not."""
    if isinstance(value, dict):
        return {name: as_written(item) for name, item in value.items()}
    if isinstance(value, list):
        return [as_written(item) for item in value]
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return str(float(text)) if re.fullmatch(r"\d+(\.\d+)?", text) else text


@pytest.mark.parametrize("day", DAYS)
def test_a_day_shows_what_the_rows_of_the_files_say_of_it_and_nothing_else(knowledge, words, written, day):
    view = facts_on(knowledge, date.fromisoformat(day), words)
    shown = dict(facts_in(view))
    assert shown.keys() == written.keys()
    for fact, rows in written.items():
        row, found = row_of(fact, rows, day), shown[fact]
        if row is None:
            assert found.get("value", found.get("text")) == "not_known", fact
            assert "sources" not in found, fact
            continue
        value = row["value"]
        if fact.startswith("guide."):
            assert as_written(found["figures"]) == as_written(value.get("figures", {})), fact
            assert not any("{" in text or not text for text in found["text"].values()), fact
        else:
            assert as_written(found["value"]) == as_written(value), fact
        assert (found["status"], found["checked_on"]) == (row["status"], row["checked_on"]), fact
        assert found["overdue"] is (row.get("review_due", "9999") < day), fact
        named = {(source["id"], source.get("quote")) for source in row.get("sources", ())}
        assert {(passage["id"], passage.get("quote")) for passage in found["sources"]} == named, fact
        assert len(found["versions"]) == len(row.get("versions", ())), fact


@pytest.mark.parametrize("day", DAYS)
def test_the_plain_view_of_a_country_says_the_same_as_its_rows(knowledge, words, written, day):
    countries = facts_on(knowledge, date.fromisoformat(day), words)["countries"]

    def value(fact):
        row = row_of(fact, written[fact], day) if fact in written else None
        return row and row["value"]

    for code, country in countries.items():
        partner = value(f"{code}.partner")
        assert country["partner"] == ("not_known" if partner is None else partner == "yes"), code
        if f"{code}.participations" in written:
            allowed = value(f"{code}.participations")
            assert str(country["participations"]["total"]) == (allowed["total"] if allowed else "not_known"), code
        for name, category in country["categories"].items():
            offered = value(f"{code}.{name}.offered")
            assert category["available"] == ("not_known" if offered is None else offered == "yes"), (code, name)
            if offered != "yes":
                assert list(category) == ["available"]
                continue
            ages, months = value(f"{code}.{name}.ages"), value(f"{code}.{name}.permit_months")
            assert str(category["max_age"]) == (ages["maximum"] if ages else "not_known"), (code, name)
            assert str(category["max_months"]) == (months or "not_known"), (code, name)
