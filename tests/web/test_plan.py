import json

import pytest

from generator.rules import to_plain
from generator.web import Checker

DOCUMENT = {"citizenships": ["DE"], "date_of_birth": "2003-05-10", "participations": []}


@pytest.fixture(scope="module")
def ask(dataset, words):
    checker = Checker(json.dumps({"dataset": to_plain(dataset), "words": words}))

    def asked(document, wishes, lang="en"):
        request = {"task": "plan", "lang": lang, "today": "2026-11-22", "document": document, "wishes": wishes}
        return json.loads(checker.answer(json.dumps(request)))

    return asked


def test_the_page_gets_the_plan_that_the_command_line_prints(ask):
    plan = ask(DOCUMENT, {})["plan"]
    assert [step["months"] for step in plan["sequences"][0]["steps"]] == [12, 12]
    assert plan["wishes"] == {
        "categories": ["international_coop", "young_professionals", "working_holiday"],
        "coop_first": False,
    }


def test_the_page_sends_the_wishes_of_the_reader_and_gets_them_back(ask):
    wishes = {"categories": ["working_holiday"], "coop_first": True}
    plan = ask(DOCUMENT, wishes, "fr")["plan"]
    assert plan["wishes"] == wishes
    assert plan["sequences"] == []
    assert ask(DOCUMENT, {"categories": []})["plan"]["closed"] == []


def test_days_may_be_typed_as_in_the_form(ask):
    plan = ask({**DOCUMENT, "date_of_birth": "10 May 2003"}, {})["plan"]
    assert plan["sequences"][0]["steps"][0]["too_old_on"] == "2039-05-10"


def test_a_document_that_cannot_be_planned_for_is_answered_with_its_problems(ask):
    (problem,) = ask({**DOCUMENT, "date_of_birth": "2031-01-01"}, {})["problems"]
    assert (problem["path"], problem["code"]) == ("date_of_birth", "birth-in-future")
