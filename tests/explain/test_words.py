import re
import string
from datetime import date

import pytest

from generator.explain import describe_problem
from generator.explain.values import fact_label, fact_text
from generator.explain.wording import Wording
from generator.rules.country import AcceptedDocument, Ages, Legacy, Participations, RestrictedFields
from generator.rules.kinds import Answer, Category, DocumentKind, Field, LegacyGrant, Repeat
from generator.rules.problems import Problem
from generator.rules.route import CRITERIA

OUTSIDE_THE_RULES = ("guide", "pools", "organizations", "glossary", "seasons")
OWN_BY_LANGUAGE = ("places_the", "places_in")


def leaves(words, path=()):
    for key, value in words.items():
        if isinstance(value, dict):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


def test_both_languages_have_the_same_words(words):
    english, french = (
        {path for path, _ in leaves(words[lang]) if path[0] not in OWN_BY_LANGUAGE} for lang in ("en", "fr")
    )
    assert english == french


def placeholders(text):
    return {re.sub(r"_(the|The|in)$", "", name) for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_sentence_compares_the_same_values_in_both_languages(words):
    french = dict(leaves(words["fr"]))
    differing = {
        path
        for path, text in leaves(words["en"])
        if path[0] in ("findings", "remedies", "advice")
        and placeholders(text) - {"home"} != placeholders(french[path]) - {"home"}
    }
    assert differing == set()


def test_every_criterion_has_a_name_and_a_sentence_for_met_or_refused(words):
    for lang in ("en", "fr"):
        assert tuple(words[lang]["criteria"]) == CRITERIA
        assert {key.split(".")[0] for key in words[lang]["findings"]} == {*CRITERIA, "no-route"}


def test_no_fact_is_typed_into_the_words(words):
    allowed = {"findings": ("29 ",)}
    for lang in ("en", "fr"):
        for path, text in leaves(words[lang]):
            if path[0] in ("findings", "remedies", "advice", "deadlines", "costs", "verdict_sentences"):
                for known in allowed.get(path[0], ()):
                    text = text.replace(known, "")
                assert not re.search(r"\d", re.sub(r"\{.*?\}", "", text)), (lang, path)


def test_french_punctuation_stands_after_a_no_break_space(words):
    for path, text in leaves(words["fr"]):
        assert not re.search(r"[^\u00a0\u202f][;?!»](\s|$)| :", str(text)), path
        assert "'" not in (text if isinstance(text, str) else ""), path


@pytest.fixture
def english(dataset, words):
    return Wording(dataset, words["en"], "en")


@pytest.fixture
def french(dataset, words):
    return Wording(dataset, words["fr"], "fr")


def test_money_days_and_months_are_written_as_each_language_does(english, french):
    assert english.money(184.75) == "CAD 184.75"
    assert english.money(10_000) == "CAD 10,000"
    assert french.money(12_500.5) == "12\u202f500,50\u00a0$\u00a0CA"
    assert english.money(2499.999) == "CAD 2,499.99"
    assert english.months(1) == "1 month"
    assert english.months(0) == "0 months"
    assert french.months(0) == "0 mois"


def test_countries_take_their_article_and_preposition(english, french):
    assert english.country_form("NL", "in") == "in the Netherlands"
    assert english.country_form("DE", "the") == "Germany"
    assert french.country_form("NL", "in") == "aux Pays-Bas"
    assert french.country_form("BR", "in") == "dans ce pays (Brésil)"


def test_every_fact_of_the_rules_has_a_name_and_every_code_words(knowledge, english, french):
    for wording in (english, french):
        codes = wording.words["fact_values"]
        for name, entry in knowledge.index.items():
            if name.partition(".")[0] in OUTSIDE_THE_RULES or ".notes." in name or ".streams." in name:
                continue
            assert fact_label(name, wording), name
            for value in (one.value for row in entry.rows for one in (row, *row.versions)):
                assert fact_text(name, value, wording), name
                assert not isinstance(value, str) or str(value) in codes, (name, value)


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("DE.international_coop.ages", Ages(minimum=18, maximum=35), "18 to 35"),
        ("GB.international_coop.permit_months", 24, "24 months"),
        ("programme.minimum_funds", 2500, "CAD 2,500"),
        ("programme.participation_fee", 184.75, "CAD 184.75"),
        ("programme.days_to_apply", 20, "20"),
        ("programme.one_employer", Answer.YES, "yes"),
        ("JP.participations", Participations(total=1, repeat=Repeat.NOT_STATED), "once"),
        ("KR.participations", Participations(total=2, repeat=Repeat.LIMITED), "2 times"),
        ("FR.legacy", Legacy(before_season=2015, grants=LegacyGrant.FINAL), "for those before the 2015 season"),
        ("programme.offer_required", (Category.INTERNATIONAL_COOP,), "International Co-op"),
        (
            "HK.travel_documents",
            (AcceptedDocument(kind=DocumentKind.BRITISH_NATIONAL_OVERSEAS, issuer="GB"),),
            "British National (Overseas) passport (United Kingdom)",
        ),
        (
            "AT.international_coop.restricted_fields",
            RestrictedFields(studies=(Field.FORESTRY, Field.TOURISM), sectors=(Field.TOURISM,)),
            "forestry or tourism",
        ),
        ("seasons.2027.pools_opened", date(2026, 12, 19), "19 December 2026"),
        ("programme.age_counted_on", "a-new-code", "a-new-code"),
    ],
)
def test_a_value_of_a_fact_is_told_in_a_few_words(english, fact, value, told):
    assert fact_text(fact, value, english) == told


def test_every_jurisdiction_has_its_french_article_and_preposition(dataset, words):
    for form in OWN_BY_LANGUAGE:
        assert set(dataset.countries) <= set(words["fr"][form])


def test_a_list_joins_its_last_item_with_or(english):
    assert english.value("fields", ("forestry", "agriculture", "tourism")) == "forestry, agriculture or tourism"
    assert english.value("fields", ("tourism",)) == "tourism"


@pytest.mark.parametrize(
    ("given", "told"),
    [("citizenship", "did you mean citizenships?"), ("zzz", "the names are: citizenships, residence")],
)
def test_an_unknown_name_is_answered_with_the_nearest_or_with_all(dataset, words, given, told):
    values = {"given": given, "expected": ["citizenships", "residence"]}
    problem = Problem(steps=(given,), code="unknown-key", values=values)
    assert told in describe_problem(problem, dataset, words["en"], "en")


def test_a_long_wrong_answer_is_cut_in_the_message(dataset, words):
    problem = Problem(steps=("residence",), code="unknown-country", values={"given": "x" * 5000})
    assert len(describe_problem(problem, dataset, words["en"], "en")) < 200


def test_facts_that_were_never_recorded_are_said_to_be_so(dataset, words):
    values = {"given": None, "fact": "programme.fee", "first_day": None, "last_day": None}
    problem = Problem(steps=("assessed_on",), code="facts-not-known", values=values)
    assert "no day is recorded" in describe_problem(problem, dataset, words["en"], "en")


def test_of_a_day_after_the_last_that_is_known_the_last_one_is_named(dataset, words):
    days = {"given": date(2020, 3, 21), "first_day": date(2015, 2, 24), "last_day": date(2020, 3, 20)}
    problem = Problem(steps=("assessed_on",), code="facts-not-known", values={"fact": "programme.fee", **days})
    assert "they are known until 20 March 2020" in describe_problem(problem, dataset, words["en"], "en")
    assert "ils sont connus jusqu’au 20 mars 2020" in describe_problem(problem, dataset, words["fr"], "fr")
