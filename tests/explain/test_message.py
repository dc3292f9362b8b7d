import json

import pytest

from generator.explain import explain
from generator.explain.message import PRIVATE_CRITERIA, as_message
from generator.rules import assess
from generator.rules.record import to_plain
from generator.web import Checker
from tests.applicants import TODAY, student, worked_cases

PAGE = "https://example.org/iec/checker/"
REFUSED = {"offer__employer_submitted": False}


@pytest.fixture
def message(dataset, words):
    def write(document, lang="en", **options):
        explained = explain(assess(document, dataset, TODAY), dataset, words[lang], lang)
        return as_message(explained, dataset, words[lang], lang, **options)

    return write


@pytest.mark.parametrize(
    ("lang", "subject", "greeting"),
    [
        ("en", "International Experience Canada – Germany, International Co-op: Eligible", "Hello,"),
        (
            "fr",
            "Expérience internationale Canada – Allemagne, Stage coop international\u00a0: Admissible",
            "Bonjour,",
        ),
    ],
)
def test_the_subject_names_the_route_and_its_verdict(message, lang, subject, greeting):
    made = message(student("DE"), lang)
    assert made.subject == subject
    assert made.text.startswith(f"{greeting}\n\n")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_text_says_what_stands_in_the_way_before_what_is_open_and_what_others_must_do(words, message, lang):
    document = student("DE", **REFUSED, funds_cad=..., invitation={"received_on": "2027-02-15"})
    lines = message(document, lang, url=PAGE).text.splitlines()
    text, said = words[lang]["text"], words[lang]["message"]
    order = [text["to_fix"], text["remedies"], text["open"], text["deadlines"], said["from_employer"]]
    order += [said["from_school"], said["left_out"]]
    places = [lines.index(line) for line in order]
    assert places == sorted(places)
    assert lines[places[2] + 1] == f"- {words[lang]['criteria']['funds']}"
    assert lines[-3] == f"{said['page']}{words[lang]['colon']}{PAGE}"
    assert any("CAD 230" in line or "230\u00a0$\u00a0CA" in line for line in lines)


def test_an_employer_who_has_sent_the_offer_is_not_asked_again(message):
    assert "I cannot apply without it" in message(student("DE", **REFUSED)).text
    assert "I cannot apply without it" not in message(student("DE")).text


def test_data_version_day_and_that_it_is_no_advice_stand_at_the_end(dataset, message):
    text = message(student("DE")).text
    assert f"Assessed for 15 February 2027 with data {dataset.version}" in text
    assert "Not legal advice" in text


PRIVATE = {
    "an age above the limit": ({"date_of_birth": "1985-07-19"}, "past the age limit", "the limit is 35"),
    "an age below the limit": ({"date_of_birth": "2010-07-19"}, "still younger", "You reach it on 19 July 2028"),
    "a passport that expires before arrival": (
        {"passports": [{"issuer": "DE", "expires_on": "2027-04-07"}]},
        "My passport expires before I arrive",
        "7 April 2027",
    ),
    "a passport that ends the permit": (
        {"passports": [{"issuer": "DE", "expires_on": "2027-07-07"}]},
        "so the permit will be shorter",
        "7 July 2027",
    ),
    "too little money": ({"funds_cad": 77}, "less than the minimum", "CAD 77"),
    "what makes somebody inadmissible": ({"admissible": False}, "One more point", "nadmissib"),
    "the last day within the age limit": ({"invitation": ...}, "left out of this message", "9 March 2039"),
}


@pytest.mark.parametrize("name", PRIVATE)
def test_private_answers_are_left_out_unless_asked_for(message, name):
    answers, instead, private = PRIVATE[name]
    closed, opened = (message(student("DE", **answers), private=private).text for private in (False, True))
    assert instead in closed
    assert private not in closed
    assert private in opened
    assert instead not in opened


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_whatever_is_found_about_a_private_answer_has_a_sentence_that_does_not_tell_it(words, lang):
    parts = [name.split(".") for name in words[lang]["findings"]]
    reasons = {part[1] for part in parts if part[0] in PRIVATE_CRITERIA and part[1].isupper()}
    assert reasons == words[lang]["message"]["without"].keys()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_done_is_told_no_more(words, message, lang):
    names, applied = words[lang]["deadlines"], {"application_submitted_at": "2027-02-21T00:00:00Z"}
    accepted = {"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00Z"}
    told = [
        {name for name, said in names.items() if said in message(student("DE", **answers), lang, private=True).text}
        for answers in ({"invitation": ...}, {}, {"invitation": accepted}, {"invitation": accepted, **applied})
    ]
    kept = ["last-invitation-day", "answer-invitation-by", "apply-by"]
    assert told == [{"permit-ends", *([name] if name else [])} for name in (*kept, None)]


def test_waiting_for_an_age_is_not_told_with_its_day(message):
    document = student("DE", date_of_birth="2009-06-01", offer__starts_on="2027-07-01", arrives_on="2027-07-01")
    assert "1 June 2027" in message(document, private=True).text
    assert "1 June 2027" not in message(document).text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_worked_case_tells_its_day_of_birth_or_of_a_passport(words, message, lang):
    for case in worked_cases():
        applicant = case["applicant"]
        days = [passport.get("expires_on") for passport in applicant.get("passports") or []]
        text = message(applicant, lang).text
        told = [day for day in (applicant.get("date_of_birth"), *days) if day and _in_words(day, words[lang]) in text]
        assert told == [], case["id"]


def _in_words(day, words):
    year, month, number = str(day).split("-")
    return f" {int(number)} {words['months'][int(month) - 1]} {year}"


def test_every_other_route_is_told_in_a_line(message):
    text = message(student("DE", category="any", admissible=False)).text
    assert text.count("Not eligible") == 3
    assert "Other ways that were looked at\n- Germany, " in text


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_somebody_without_a_citizenship_gets_a_message_that_says_so(words, message, lang):
    made = message({}, lang)
    assert made.subject == words[lang]["message"]["empty"]
    assert words[lang]["text"]["nobody"] in made.text


def test_the_page_gets_the_message_and_a_refused_document_its_problems(dataset, words, message):
    checker = Checker(json.dumps({"dataset": to_plain(dataset), "words": words}))

    def asked(document):
        request = {"task": "message", "document": document, "url": PAGE, "private": True}
        return json.loads(checker.answer(json.dumps({**request, "lang": "fr", "today": TODAY.isoformat()})))

    assert asked(student("DE")) == to_plain(message(student("DE"), "fr", private=True, url=PAGE))
    assert [problem["path"] for problem in asked({"residence": "XX"})["problems"]] == ["residence"]
