"""What must hold for every applicant."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.project import the_questions
from generator.explain import as_text, explain
from generator.rules import Dataset, DocumentError, assess
from generator.rules.assessment import Assessment
from generator.rules.findings import Outcome
from generator.rules.remedies import applied
from tests.applicants import TODAY, changed
from tests.generated import WITHOUT_DEFAULT, Person, applicants

many = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
randoms = st.randoms(use_true_random=False)


def judged(document: dict[str, Any], dataset: Dataset) -> Assessment | None:
    """Assess a drawn document, None where its days contradict one another or the facts do not reach them."""
    try:
        return assess(document, dataset, TODAY)
    except DocumentError:
        return None


def verdicts(assessment: Assessment) -> dict[tuple[str, str], str]:
    return {(each.route.citizenship, each.route.category.value): each.route.verdict.value for each in assessment.routes}


@many
@given(random=randoms)
def test_no_applicant_ends_in_a_traceback_and_every_sentence_can_be_said(dataset, words, random):
    assessment = judged(Person(random, dataset).document(), dataset)
    if assessment is None:
        return
    for lang in ("en", "fr"):
        explained = explain(assessment, dataset, words[lang], lang)
        assert as_text(explained, dataset, words[lang], lang, the_questions(lang))


@many
@given(random=randoms, path=st.sampled_from(WITHOUT_DEFAULT))
def test_taking_an_answer_away_leaves_the_verdict_or_makes_it_undetermined(dataset, random, path):
    document = Person(random, dataset).document()
    full, less = judged(document, dataset), judged(changed(document, **{path: ...}), dataset)
    if full is None or less is None:
        return
    before = verdicts(full)
    for route, verdict in verdicts(less).items():
        assert verdict in (before[route], "undetermined")


@many
@given(random=randoms)
def test_every_remedy_turns_the_verdict_and_every_opening_clears_the_way(dataset, random):
    document = Person(random, dataset).document()
    assessment = judged(document, dataset)
    if assessment is None:
        return
    for each in assessment.routes:
        assert not (each.remedies and each.openings)
        for turned, verdict in ((each.remedies, "eligible"), (each.openings, "undetermined")):
            for remedy in turned:
                again = judged(applied(document, remedy.changes), dataset)
                assert verdicts(again)[each.route.citizenship, each.route.category.value] == verdict


@many
@given(random=randoms)
def test_english_and_french_carry_the_same_codes(dataset, words, random):
    assessment = judged(Person(random, dataset).document(), dataset)
    if assessment is None:
        return
    english, french = (explain(assessment, dataset, words[lang], lang) for lang in ("en", "fr"))
    assert without_sentences(english) == without_sentences(french)


def without_sentences(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: without_sentences(item)
            for key, item in value.items()
            if key not in ("summary", "explanation", "why", "name", "condition", "label", "text", "note")
        }
    return [without_sentences(item) for item in value] if isinstance(value, list) else value


@many
@given(random=randoms, later=st.integers(1, 500))
def test_an_outcome_changes_only_on_the_days_that_it_names(dataset, random, later):
    document = {**Person(random, dataset).document(), "arrives_on": "2029-06-30"}
    first = judged(document, dataset)
    if first is None:
        return
    day = first.applicant.assessed_on + timedelta(days=later)
    second = judged({**document, "assessed_on": day.isoformat()}, dataset)
    if second is None or day >= date(2029, 6, 30):
        return
    after = {(each.route.citizenship, each.route.category): each.route for each in second.routes}
    for each in first.routes:
        route = after[each.route.citizenship, each.route.category]
        for before, now in zip(each.route.findings, route.findings, strict=True):
            # The end of a gap is told as the day from which one may arrive; the arrival itself stays.
            if before.outcome is not now.outcome and before.criterion != "discontinuance":
                assert before.changes_on is not None, (before, now)
                assert before.changes_on <= day


@many
@given(random=randoms)
def test_an_open_criterion_is_settled_by_answers_that_can_be_given(dataset, random):
    assessment = judged(Person(random, dataset).document(), dataset)
    if assessment is None:
        return
    for each in assessment.routes:
        for found in each.route.of(Outcome.UNKNOWN):
            without_terms = found.criterion == "category-offered" or found.variant == "territory"
            assert bool(found.needs) != without_terms
        for found in each.route.findings:
            assert (found.reason is not None) == (found.outcome in (Outcome.UNMET, Outcome.CAUTION))


@pytest.fixture(scope="module")
def drawn(dataset):
    return [found for document in applicants(dataset, 7, 2000) if (found := judged(document, dataset))]


def test_the_drawn_applicants_reach_every_code(drawn, words):
    told = {key.split(".")[1] for key in words["en"]["findings"] if "." in key and key.split(".")[1].isupper()}
    reached = {found.reason for assessment in drawn for each in assessment.routes for found in each.route.findings}
    assert reached - {None} == told


def test_at_least_a_fifth_of_the_drawn_routes_has_each_verdict(drawn):
    found = [verdict for assessment in drawn for verdict in verdicts(assessment).values()]
    shares = {verdict: found.count(verdict) / len(found) for verdict in set(found)}
    assert min(shares.values()) >= 0.2, shares
    assert len(shares) == 3


def test_the_same_seed_draws_the_same_applicants(dataset):
    assert list(applicants(dataset, 3, 20)) == list(applicants(dataset, 3, 20))
