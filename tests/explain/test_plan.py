import re
from dataclasses import replace

import pytest

from generator.explain.plan import explain_plan
from generator.explain.plan_text import plan_as_text
from tests.applicants import took_part
from tests.planning import WH, YP, planned

QUESTIONS = {"participations.season": "In which season?", "date_of_birth": "When were you born?"}


def told(dataset, words, *citizenships, lang="en", **answers):
    return explain_plan(planned(dataset, *citizenships, **answers), dataset, words[lang], lang)


def as_text(explained, dataset, words, lang="en"):
    """Return the text with its line breaks taken out."""
    return re.sub(r"\s+", " ", plan_as_text(explained, dataset, words[lang], lang, QUESTIONS))


def test_a_plan_says_its_days_and_why_they_are_the_last(dataset, words):
    explained = told(dataset, words, "GB")
    assert explained["summary"] == "The longest plan that the rules leave open: 36 months in Canada."
    (plan,) = explained["sequences"]
    assert (plan["months"], plan["starts_on"], plan["ends_on"]) == (36, "2026-11-22", "2029-11-23")
    second = plan["steps"][1]
    assert second["title"] == "International Co-op (United Kingdom): 12 months"
    assert second["earliest"] == {"invited_on": "2027-11-23", "arrives_on": "2028-11-23", "ends_on": "2029-11-23"}
    assert second["latest"] == {"invited_on": "2039-05-09", "arrives_on": "2040-05-09", "ends_on": "2041-05-09"}
    assert second["why"] == [
        "It starts on the day after the permit before it.",
        "You are too old on 10 May 2039: the invitation must reach you before that day.",
    ]
    assert second["days"] == [
        "At the earliest: an invitation on 23 November 2027, a permit from 23 November 2028 to 23 November 2029.",
        "At the latest: the invitation by 9 May 2039, your arrival by 9 May 2040.",
    ]
    assert plan["ends"][0]["explanation"].startswith("After that (United Kingdom): You have used every participation")
    assert plan["others"][0]["sentence"] == (
        "International Co-op, 24 months, then Young Professionals, 12 months: "
        "ends on 23 November 2029 at the earliest; the first invitation by 8 May 2038"
    )


def test_every_fact_that_a_plan_names_is_given_with_what_it_rests_on(dataset, words):
    explained = told(dataset, words, "GB", "AU")
    steps = [step for sequence in explained["sequences"] for step in sequence["steps"]]
    told_facts = {name for step in steps for part in (step, *step["cautions"]) for name in part["facts"]}
    assert told_facts <= set(explained["facts"])
    assert explained["facts"]["programme.entry_letter_months"]["text"] == "12 months"
    assert explained["facts"]["AU.participations"]["status"] == "conflicting"


def test_what_quotas_and_invitations_leave_open_is_said_first_in_both_languages(dataset, words):
    for lang, start in (("en", "Nobody is promised an invitation"), ("fr", "Personne n’est sûr de recevoir")):
        first = told(dataset, words, "GB", lang=lang)["open"][0]
        assert (first["id"], first["text"].startswith(start)) == ("invitations", True)


@pytest.mark.parametrize(
    ("answers", "absent", "present"),
    [
        ({"wishes": {"categories": [WH]}}, {"coop", "professionals", "own_invitation"}, {"letter", "conditions"}),
        ({"wishes": {"categories": [YP]}}, {"coop"}, {"professionals"}),
        ({"invitation": {"received_on": "2026-11-01"}}, {"letter_unknown"}, {"own_invitation"}),
        ({"invitation": {"received_on": "2026-11-01", "answer": "declined"}}, {"own_invitation"}, {"coop"}),
        ({"born": "1980-01-01"}, {"letter", "coop", "terms"}, {"invitations"}),
    ],
)
def test_only_what_a_plan_takes_for_granted_is_named(dataset, words, answers, absent, present):
    named = {entry["id"] for entry in told(dataset, words, "GB", **answers)["open"]}
    assert not named & absent
    assert named >= present


def test_a_shared_cap_a_gap_a_season_and_an_age_are_told_as_what_a_stay_waits_for(dataset, words):
    shared = told(dataset, words, "CH")["sequences"][1]["steps"][0]["why"]
    assert shared[-1].startswith("The agreement counts 18 months for all your permits together.")
    gap = told(dataset, words, "PL")["sequences"][0]["steps"][1]["why"]
    assert gap[0] == "It starts when the gap of 6 months after the last permit under this citizenship is over."
    age = told(dataset, words, "GB", born="2010-06-01")["sequences"][0]["steps"][0]["why"]
    assert age[0] == "It waits until you reach the minimum age."
    running = took_part("GB", WH, 2026, "2026-02-01", "2026-09-30")
    season = told(dataset, words, "GB", participations=[running])["sequences"][0]["steps"][0]["why"]
    assert season[0] == "It waits for the season of 2027, because only one participation counts in a season."
    used = told(dataset, words, "CH")["sequences"][0]["ends"][0]["explanation"]
    assert used == (
        "After that (Switzerland): The agreement counts 18 months for all your permits together, and they are used up."
    )


def test_where_to_live_and_what_to_hold_are_conditions(dataset, words):
    abroad = told(dataset, words, "ES", residence="FR", wishes={"categories": [WH]})
    abroad = abroad["sequences"][0]["steps"][0]["conditions"]
    assert [(each["criterion"], each["reason"]) for each in abroad] == [("residence", "RESIDENCE")]
    at_home = told(dataset, words, "ES", residence="ES", wishes={"categories": [WH]})["sequences"][0]["steps"][0][
        "conditions"
    ]
    assert [condition["explanation"] for condition in at_home] == [
        "When you are invited you must live in Spain. Ask IRCC how a stay in Canada before that counts."
    ]
    passport = {"issuer": "GB", "kind": "british_national_overseas", "expires_on": "2034-01-01"}
    overseas = told(dataset, words, "GB", passports=[passport])["sequences"][0]["steps"][0]["conditions"]
    assert [condition["reason"] for condition in overseas] == ["WRONG_PASSPORT"]
    manx = told(dataset, words, "IM")["sequences"][0]["steps"][0]["conditions"]
    assert "Isle of Man" in manx[0]["explanation"]


def test_an_austrian_is_told_the_fields_and_the_employer_that_the_agreement_asks_for(dataset, words):
    co_op, professional, holiday = told(dataset, words, "AT", residence="AT")["sequences"][0]["steps"]
    assert [each["criterion"] for each in co_op["conditions"]] == ["residence", "restricted-field"]
    assert [each["criterion"] for each in professional["conditions"]] == ["intra-company"]
    assert holiday["conditions"] == []


def test_each_caution_is_told_once_a_step(dataset, words):
    steps = told(dataset, words, "GB", "AU")["sequences"][0]["steps"]
    assert [[each["reason"] for each in step["cautions"]] for step in steps] == [
        [],
        [],
        ["DUAL_SEPARATE_ALLOWANCE", "SOURCES_CONFLICT"],
        ["DUAL_SEPARATE_ALLOWANCE"],
    ]


def test_of_luxembourg_the_last_days_lie_where_sources_disagree_on_the_age(dataset, words):
    (step,) = told(dataset, words, "LU")["sequences"][0]["steps"]
    (caution,) = step["cautions"]
    assert caution["explanation"].startswith("On 9 May 2039 you would be 35: the newest official text says 18 to 35")


def test_what_is_missing_is_asked_for_and_nothing_is_planned(dataset, words):
    explained = told(dataset, words, "GB", participations=[{"activated": True}])
    assert explained["sequences"] == explained["open"] == []
    assert "participations.0.season" in explained["needs"]
    asked = explain_plan(planned(dataset, "GB", participations=None), dataset, words["en"], "en")
    assert asked["summary"] == "To plan we need answers that are still missing:"


def test_what_is_not_open_is_told_with_its_reason(dataset, words):
    explained = told(dataset, words, "HK")
    assert [refusal["explanation"] for refusal in explained["closed"]] == [
        f"{name} (Hong Kong): The agreement between Canada and Hong Kong does not offer {name}."
        for name in ("International Co-op", "Young Professionals")
    ]
    none = told(dataset, words, "GB", born="1980-01-01")
    assert none["summary"] == "By these answers no agreement leaves you a participation."


def test_what_is_left_out_is_counted(dataset, words):
    many = told(dataset, words, "FI", "AT", "GB", "AU")
    assert many["summary"].endswith("There may be longer ones.")
    assert many["sequences"][0]["others_left_out"] is None
    assert [said[:39] for said in many["left_out"]] == ["There are more possibilities than we tr"]
    assert many["stopped"]
    two = told(dataset, words, "GB", "AU")
    assert two["sequences"][0]["others_left_out"].endswith("more ways to take these permits; they are not listed.")
    few = told(dataset, words, "GB")
    assert (few["left_out"], few["more"], few["stopped"]) == ([], 0, False)
    assert few["sequences"][0]["others_left_out"] is None


@pytest.mark.parametrize(("more", "said"), [(1, "One more plan, with"), (4, "4 more plans, with")])
def test_kinds_of_plans_beyond_the_first_few_are_counted(dataset, words, more, said):
    (sentence,) = explain_plan(replace(planned(dataset, "GB"), more=more), dataset, words["en"], "en")["left_out"]
    assert sentence.startswith(said)
    text = as_text({**told(dataset, words, "GB"), "left_out": [sentence]}, dataset, words)
    assert sentence in text


def test_the_text_reads_plan_by_plan_with_conditions_and_cautions(dataset, words):
    text = as_text(told(dataset, words, "ES", "AU", residence="FR"), dataset, words)
    assert text.startswith("The longest plan that the rules leave open: 60 months in Canada. Plan 1: 60 months")
    assert (
        "On condition: The agreement asks that you live in Spain when you apply; you live elsewhere (France)." in text
    )
    assert "Take care: We count up to 12 months." in text
    assert "What stays open - Nobody is promised" in text
    assert text.endswith("Not legal advice; IRCC decides. ")


def test_the_text_asks_in_the_words_of_the_questions(dataset, words):
    missing = [took_part("GB", WH, None, "2024-03-01", "2025-03-01")]
    text = as_text(told(dataset, words, "GB", participations=missing), dataset, words)
    assert "- In which season? (participations.0.season)" in text


def test_facts_overdue_on_the_day_of_the_plan_are_named_in_the_text(dataset, words):
    text = as_text(told(dataset, words, "GB", assessed_on="2027-06-01"), dataset, words)
    assert "Some facts used here were due for another check" in text


def test_one_plan_one_way_and_one_permit_are_told_in_the_singular(dataset, words):
    (plan,) = told(dataset, words, "HK", wishes={"categories": [WH]})["sequences"]
    assert plan["sentence"].startswith("12 months in Canada, in one participation;")
