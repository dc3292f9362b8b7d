"""The questions as a person meets them: one after the other, each answered from what is true of that person."""

from typing import Any

import pytest

from generator.rules import assess
from tests.applicants import TODAY, changed, student, took_part
from tests.generated import applicants

# What the page takes for granted or what records an event: nobody is asked for it on the way to a verdict.
GIVEN = (
    "category",
    "assessed_on",
    "season",
    "apply_as",
    "british_territory",
    "invitation",
    "application_submitted_at",
    "entry_letter_expires_on",
)


class Conversation:
    """Asks in the order of the rules until nothing is open, and keeps what was asked and what stayed unknown."""

    def __init__(self, dataset, person: dict[str, Any]) -> None:
        self.dataset, self.person = dataset, person
        self.document = {name: person[name] for name in GIVEN if name in person}
        self.asked: list[str] = []
        self.unknown: list[str] = []
        while path := self._next():
            self.asked.append(path)
            answer = self._true_of_the_person(path)
            if answer is None:
                self.unknown.append(path)
            else:
                self.document = changed(self.document, **{path.replace(".", "__"): answer})

    def _next(self) -> str | None:
        assessment = assess(self.document, self.dataset, TODAY)
        open_now = {
            need
            for judged in assessment.routes
            if judged.route.verdict != "ineligible"
            for finding in judged.route.findings
            for need in finding.needs
        }
        assert set(assessment.questions) == (open_now if assessment.routes else {"citizenships"})
        return next((path for path in assessment.questions if path not in self.asked), None)

    def _true_of_the_person(self, path: str) -> Any:
        value: Any = self.person
        for step in path.split("."):
            if isinstance(value, list):
                return None  # the whole list was told when it was asked for; this part of it is not known
            value = (value or {}).get(step)
        if path == "arrives_on":
            return value or self.person.get("offer", {}).get("starts_on")
        return value

    def verdicts(self, **changes: Any) -> list[tuple[str, str, str]]:
        return verdicts(self.dataset, changed(self.document, **changes))


def verdicts(dataset, document: dict[str, Any]) -> list[tuple[str, str, str]]:
    routes = (judged.route for judged in assess(document, dataset, TODAY).routes)
    return sorted((route.citizenship, route.category.value, route.verdict.value) for route in routes)


PEOPLE = {
    "a German student": student("DE"),
    "a Briton": student("GB"),
    "a Frenchwoman at a training centre": student(
        "FR", studies__post_secondary=False, studies__training_centre=True, studies__registered=True
    ),
    "an Austrian graduate": student("AT", studies__registered=False, studies__graduated_on="2026-09-01"),
    "an Australian on a Working Holiday": student("AU", category="working_holiday"),
    "a Korean with a job": student("KR", category="young_professionals"),
    "a Swiss in every category": student("CH", category="any"),
    "a Czech with a paid placement": student("CZ"),
    "a Swede who was there before": student(
        "SE", participations=[took_part("SE", "working_holiday", 2022, "2022-03-01", "2023-02-28")]
    ),
    "a German and Frenchwoman": student(
        "DE",
        citizenships=["DE", "FR"],
        passports=[{"issuer": home, "expires_on": "2032-01-01"} for home in ("DE", "FR")],
    ),
    "somebody too old": student("DE", date_of_birth="1980-01-01"),
    "somebody who is no student": student("DE", studies__registered=False),
    "somebody with children": student("DE", dependants_on_application=True),
    "somebody without money": student("DE", funds_cad=100),
    "a Japanese student, where co-op is not offered": student("JP"),
    "a Mexican through an organization": student("MX", recognized_organization=True),
    "an American without one": student("US", recognized_organization=False),
    "somebody without a passport yet": student("DE", passports=...),
    "somebody who cannot say when": student("DE", arrives_on=..., offer__starts_on=...),
    "somebody without an offer": student("DE", offer={"signed": False}),
}


# The agreement takes something in place of the plain answer, which is asked first.
IN_PLACE = {
    "a Frenchwoman at a training centre": {"studies.post_secondary"},
    "an Austrian graduate": {"studies.registered"},
}


@pytest.mark.parametrize("name", PEOPLE)
def test_no_question_that_was_answered_could_have_been_left_out_before_a_person_was_found_eligible(dataset, name):
    talk = Conversation(dataset, PEOPLE[name])
    end = talk.verdicts()
    assert end == verdicts(dataset, PEOPLE[name])
    if not all(verdict == "eligible" for *_, verdict in end):
        return
    for path in set(talk.asked) - IN_PLACE.get(name, set()):
        assert talk.verdicts(**{path.replace(".", "__"): ...}) != end, path


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("somebody too old", 5),
        ("somebody who is no student", 6),
        ("a Japanese student, where co-op is not offered", 1),
        ("an American without one", 3),
    ],
)
def test_what_rules_somebody_out_ends_the_questions_at_once(dataset, name, most):
    asked = Conversation(dataset, PEOPLE[name]).asked
    assert len(asked) <= most, asked


def test_every_conversation_ends_without_asking_twice_and_never_against_the_whole_story(dataset):
    for person in applicants(dataset, seed=2026, count=200):
        talk = Conversation(dataset, person)
        assert len(talk.asked) == len(set(talk.asked))
        for found, true in zip(talk.verdicts(), verdicts(dataset, person), strict=True):
            assert found == true or (talk.unknown and found[2] == "undetermined")


def test_the_questions_come_by_how_many_criteria_wait_for_them_then_in_criterion_order(dataset):
    document = {"citizenships": ["DE"], "assessed_on": TODAY.isoformat()}
    first, *others = assess(document, dataset, TODAY).questions
    assert first == "participations"
    assert others[:3] == ["passports", "date_of_birth", "studies.registered"]
    assert others[-2:] == ["dependants_on_application", "admissible"]


def test_without_a_citizenship_only_the_citizenship_is_asked(dataset):
    assert assess({"date_of_birth": "2003-03-10"}, dataset, TODAY).questions == ("citizenships",)
