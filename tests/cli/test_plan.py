import json

import yaml

from tests.cli.test_check import run

GOOD = yaml.safe_dump({"citizenships": ["GB"], "date_of_birth": "2003-05-10", "participations": []})
DAY = ("--as-of", "2026-11-22")


def test_a_plan_is_printed_as_text_in_either_language():
    status, output, errors = run("plan", *DAY, given=GOOD)
    assert (status, errors) == (0, "")
    assert output.startswith("The longest plan that the rules leave open: 36 months in Canada.\n")
    _, french, _ = run("plan", *DAY, "--lang", "fr", given=GOOD)
    assert french.startswith("Le plan le plus long que les règles permettent\u00a0: 36 mois au Canada.\n")


def test_a_plan_is_printed_as_json_for_other_programs(tmp_path):
    file = tmp_path / "applicant.json"
    file.write_text(json.dumps(yaml.safe_load(GOOD)))
    status, output, _ = run("plan", str(file), *DAY, "--format", "json")
    assert status == 0
    assert [step["months"] for step in json.loads(output)["sequences"][0]["steps"]] == [24, 12]


def test_the_day_called_today_is_the_documents_own_where_it_names_one():
    _, output, _ = run("plan", *DAY, "--format", "json", given=GOOD + "assessed_on: 2027-03-01\n")
    assert json.loads(output)["sequences"][0]["starts_on"] == "2027-03-01"


def test_the_categories_and_the_first_of_them_can_be_chosen():
    chosen = ("--category", "working_holiday", "--category", "international_coop", "--coop-first")
    _, output, _ = run("plan", *DAY, *chosen, "--format", "json", given=GOOD)
    made = json.loads(output)
    assert made["wishes"] == {"categories": ["international_coop", "working_holiday"], "coop_first": True}
    assert made["sequences"][0]["steps"][0]["category"] == "international_coop"


def test_what_is_missing_is_asked_for_with_the_questions_of_the_form():
    status, output, _ = run("plan", *DAY, given="{}")
    assert status == 0
    assert "Which citizenships do you hold? (citizenships)" in output


def test_a_document_with_problems_is_refused_line_by_line_as_by_the_check():
    given = "citizenships: [GB]\ndate_of_birth: 2031-01-01\nage: 20\n"
    status, output, errors = run("plan", *DAY, given=given)
    assert (status, output) == (2, "")
    assert [line.split(":")[:4] for line in errors.splitlines()] == [
        ["<stdin>", "2", "16", " date_of_birth"],
        ["<stdin>", "3", "1", " age"],
    ]
    assert errors == run("check", *DAY, given=given)[2]


def test_a_day_that_the_facts_do_not_reach_is_refused_with_the_day():
    status, output, errors = run("plan", "--as-of", "2019-01-01", given=GOOD)
    assert (status, output) == (2, "")
    assert "assessed_on: the facts of 1 January 2019 are not known" in errors
