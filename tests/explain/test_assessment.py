import json

import pytest

from generator.explain import as_text, explain
from generator.rules import assess
from generator.rules.record import to_plain
from generator.web import Checker
from tests.applicants import TODAY, student, took_part

QUESTIONS = {
    "participations": "Did you take part before?",
    "offer.ends_on": "When does the placement end?",
    "arrives_on": "When do you arrive?",
}
ROUTE_KEYS = [
    "citizenship",
    "category",
    "verdict",
    "summary",
    "advice",
    "criteria",
    "reasons",
    "cautions",
    "permit",
    "gap_months",
    "organization",
    "deadlines",
    "costs",
    "documents",
    "remedies",
    "openings",
    "alternatives",
]


@pytest.fixture
def told(dataset, words):
    def tell(document, lang="en"):
        return explain(assess(document, dataset, TODAY), dataset, words[lang], lang)

    return tell


def test_every_key_of_the_document_is_present_even_where_nothing_applies(told):
    explained = told(student("US", reference="R-1"))
    assert list(explained) == [
        "reference",
        "assessed_on",
        "data_version",
        "dataset_verified_on",
        "routes",
        "next_question",
        "facts",
    ]
    (route,) = explained["routes"]
    assert list(route) == ROUTE_KEYS
    assert route["permit"] is None
    assert (route["gap_months"], route["organization"]) == (None, "instead")
    assert [route[key] for key in ROUTE_KEYS[11:]] == [[], [], [], [], [], []]
    assert explained["reference"] == "R-1"


def test_a_criterion_says_the_compared_values(told):
    criteria = {each["id"]: each for each in told(student("SE", date_of_birth="1993-06-01"))["routes"][0]["criteria"]}
    assert criteria["age"]["explanation"].startswith(
        "You are 33 on the day that counts, 15 February 2027; the limit is 30,"
    )
    assert criteria["age"]["facts"] == ["SE.international_coop.ages", "programme.age_counted_on"]


def test_a_fact_comes_with_value_status_day_and_source(told):
    fact = told(student("DE"))["facts"]["DE.international_coop.ages"]
    assert fact["value"] == {"minimum": 18, "maximum": 35}
    assert fact["status"] == "official"
    assert fact["sources"][0]["url"].startswith("https://www.canada.ca/")


@pytest.mark.parametrize(("today", "overdue"), [("2027-01-31", False), ("2027-02-01", True)])
def test_a_fact_past_its_review_is_marked_and_not_refused(told, today, overdue):
    explained = told(student("DE", assessed_on=today))
    assert explained["facts"]["DE.international_coop.ages"]["overdue"] is overdue


def test_a_fact_comes_with_its_name_its_period_and_the_passage_that_was_read(told):
    fact = told(student("DE"), "fr")["facts"]["DE.international_coop.ages"]
    assert (fact["label"], fact["text"]) == ("Limites d’âge", "de 18 à 35 ans")
    assert fact["in_force"] == {"known_since": "2025-12-24"}
    assert fact["sources"][0]["quote"] == "18 to 35 years"
    assert fact["sources"][0]["read_on"] == "2026-02-12"
    assert fact["versions"] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_where_sources_disagree_the_fact_names_every_version(knowledge, told, lang):
    fact = told(student("LU"), lang)["facts"]["LU.international_coop.ages"]
    row = knowledge.index["LU.international_coop.ages"].rows[-1]
    (version,) = fact["versions"]
    assert version["value"] == {"minimum": 18, "maximum": 30}
    assert version["text"] == {"en": "18 to 30", "fr": "de 18 à 30 ans"}[lang]
    assert version["note"] == getattr(row.versions[0].note, lang)
    assert [source["id"] for source in version["sources"]] == [source.id for source in row.versions[0].sources]
    assert all(source["title"] and source["url"].startswith("http") for source in version["sources"])


def test_every_number_of_an_answer_names_the_facts_it_rests_on(told):
    answers = {
        "invitation": {"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00Z"},
        "biometrics_letter_on": "2027-03-01",
    }
    explained = told(student("DE", **answers))
    (route,) = explained["routes"]
    deadlines = {each["id"]: each["facts"] for each in route["deadlines"]}
    assert deadlines["biometrics-by"] == ["programme.days_to_give_biometrics"]
    assert deadlines["last-invitation-day"] == ["DE.international_coop.ages"]
    assert all(deadlines.values())
    assert route["costs"][0]["facts"] == ["programme.participation_fee"]
    assert "DE.international_coop.permit_months" in route["permit"]["facts"]
    named = [route["permit"], *route["deadlines"], *route["costs"], *route["documents"], *route["criteria"]]
    assert {fact for part in named for fact in part["facts"]} == set(explained["facts"])


@pytest.mark.parametrize(
    ("lang", "overdue", "also"),
    [
        ("en", "a new check was due by 31 January 2027", "Also published: 18 to 30 ("),
        (
            "fr",
            "une nouvelle vérification était à faire au plus tard le 31 janvier 2027",
            "Aussi publié\u00a0: de 18 à 30 ans (",
        ),
    ],
)
def test_the_text_says_under_a_criterion_what_is_overdue_and_what_else_was_published(
    dataset, words, told, lang, overdue, also
):
    def text(today):
        document = student("LU", assessed_on=today, invitation=...)
        lines = as_text(told(document, lang), dataset, words[lang], lang, {})
        return lines.replace("\n    ", " ")  # an item goes on in the next line

    assert overdue not in text("2027-01-31")
    late = text("2027-02-01")
    age = late[late.index(words[lang]["criteria"]["age"] + words[lang]["colon"]) :]
    assert age.index(overdue) < age.index(also) < age.index("\n")


def test_instants_are_written_in_utc(told):
    invitation = {"received_on": "2027-02-15", "answer": "accepted", "accepted_at": "2027-02-20T07:25:00.500Z"}
    deadlines = {each["id"]: each for each in told(student("DE", invitation=invitation))["routes"][0]["deadlines"]}
    assert deadlines["apply-by"] == {
        "id": "apply-by",
        "at": "2027-03-12T07:25:00.500000Z",
        "from": "invitation.accepted_at",
        "done": False,
        "facts": ["programme.days_to_apply"],
    }


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("en", "Germany, International Co-op: NOT ELIGIBLE"),
        ("fr", "Allemagne, Stage coop international\u00a0: NON ADMISSIBLE"),
    ],
)
def test_the_text_tells_the_verdict_first_then_what_to_fix_then_why(dataset, words, told, lang, first):
    explained = told(student("DE", funds_cad=100, offer__teer=5), lang)
    lines = as_text(explained, dataset, words[lang], lang, {}).splitlines()
    said = words[lang]["text"]
    assert lines[0] == first
    order = [lines.index(said[name]) for name in ("to_fix", "remedies", "cautions", "why")]
    assert order == sorted(order)


def test_the_text_leaves_out_the_days_of_what_is_done(dataset, words, told):
    names = words["en"]["deadlines"]
    text = as_text(told(student("DE")), dataset, words["en"], "en", QUESTIONS)
    assert f"{names['answer-invitation-by']}: 25 February 2027" in text
    assert names["last-invitation-day"] not in text
    done = student("DE", invitation__answer="accepted", arrives_on=..., offer__starts_on=...)
    assert words["en"]["text"]["deadlines"] not in as_text(told(done), dataset, words["en"], "en", QUESTIONS)


def test_the_text_shows_doubtful_sources_and_what_is_open(dataset, words, told):
    text = as_text(told(student("AU", participations=..., offer__ends_on=...)), dataset, words["en"], "en", QUESTIONS)
    assert "sources disagree" in text
    assert "What is still open" in text
    assert "Next question" in text
    assert "depending on answers still to come:" in text
    assert "When does the placement end? (offer.ends_on)" in text


def test_the_text_of_an_open_arrival_tells_the_length_without_days(dataset, words, told):
    document = student("DE", arrives_on=..., offer__starts_on=...)
    assert "the days follow" in as_text(told(document), dataset, words["en"], "en", QUESTIONS)


def test_the_text_of_somebody_from_no_partner_country_names_the_organization(dataset, words, told):
    explained = told(student("MX", recognized_organization=...))
    text = as_text(explained, dataset, words["en"], "en", {"recognized_organization": "?"})
    assert "only a recognized organization could nominate" in " ".join(text.split())
    assert "Nothing rules out" not in text


def test_the_text_tells_several_routes_and_what_else_is_open(dataset, words, told):
    earlier = took_part("DE", "international_coop", 2024, "2024-01-01", "2024-12-31")
    text = as_text(told(student("DE", category="any", participations=[earlier])), dataset, words["en"], "en", QUESTIONS)
    assert text.count("Germany, ") > 3


def test_the_page_gets_the_same_answer_as_the_command_line(dataset, words, told):
    checker = Checker(json.dumps({"dataset": to_plain(dataset), "words": words}))
    for lang in ("en", "fr"):
        document = student("CZ", offer__paid=False)
        request = {"task": "assess", "document": document, "lang": lang, "today": TODAY.isoformat()}
        assert json.loads(checker.answer(json.dumps(request)))["assessment"] == told(document, lang)


def test_the_page_gets_every_problem_with_its_path_and_sentence(dataset, words):
    checker = Checker(json.dumps({"dataset": to_plain(dataset), "words": words}))
    request = {"task": "assess", "document": {"residence": "XX"}, "lang": "fr", "today": TODAY.isoformat()}
    (problem,) = json.loads(checker.answer(json.dumps(request)))["problems"]
    assert (problem["path"], problem["code"]) == ("residence", "unknown-country")
    assert "code de pays" in problem["message"]
