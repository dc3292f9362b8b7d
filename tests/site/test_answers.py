"""The table of the main questions on the country pages: what the rules say to a typical applicant."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from generator.dataset import Knowledge
from generator.rules.calendar import births
from generator.rules.findings import Outcome, Verdict
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset
from generator.site.answers import Answers, AnswersPresenter, Line
from generator.site.facts import Presenter
from generator.site.language import Language
from generator.site.repository import Repository
from generator.site.showing import CountryPresenter
from generator.site.tell import Teller
from generator.site.typical import Typical
from tests.conftest import AS_OF

COOP = Category.INTERNATIONAL_COOP

type Show = Callable[..., tuple[Answers, ...]]


@pytest.fixture
def show(knowledge: Knowledge, languages: dict[str, Language]) -> Show:
    """Return the function that answers the questions about a country."""

    def answers(code: str, lang: str = "en", day: date = AS_OF) -> tuple[Answers, ...]:
        repository = Repository(url="https://example.org/guide", branch="main")
        presenter = Presenter(languages[lang], day, knowledge, repository)
        shown = CountryPresenter(presenter, Teller(languages[lang]), knowledge.dataset)
        return AnswersPresenter(presenter, knowledge.dataset).show(shown.show(knowledge.dataset.countries[code]))

    return answers


def lines(answers: Answers, question: str) -> list[Line]:
    return next(list(row.lines) for row in answers.rows if row.question == question)


def texts(answers: Answers, question: str) -> list[str]:
    return [line.text for line in lines(answers, question)]


def offered(dataset: Dataset) -> list[tuple[str, Category]]:
    return [
        (code, category)
        for code, country in dataset.countries.items()
        for category, terms in country.categories.items()
        if terms.offered and terms.offered[-1].value is Answer.YES and country.partner[-1].value is Answer.YES
    ]


def test_the_typical_applicant_is_eligible_for_whatever_a_country_offers(dataset: Dataset) -> None:
    judged = {
        (code, category): Typical(dataset.countries[code], category, dataset, AS_OF).route()
        for code, category in offered(dataset)
    }
    assert len(judged) > len(dataset.countries)
    assert {place: route.of(Outcome.UNMET) for place, route in judged.items() if route.verdict != "eligible"} == {}


@pytest.mark.parametrize("day", [AS_OF, date(2028, 2, 29), date(2027, 2, 28), date(2027, 3, 1)])
def test_the_rules_draw_the_line_on_the_very_days_of_birth_that_are_shown(dataset: Dataset, day: date) -> None:
    typical = Typical(dataset.countries["DE"], COOP, dataset, day)
    ages = next(fact for fact in typical.route().findings[3].facts if fact.id == "DE.international_coop.ages")
    first, last = births(ages.value.minimum, ages.value.maximum, day)
    outcomes = [
        next(
            finding.outcome
            for finding in typical.route({"date_of_birth": born.isoformat()}).findings
            if finding.criterion == "age"
        )
        for born in (first - timedelta(days=1), first, last, last + timedelta(days=1))
    ]
    assert [outcome is Outcome.UNMET for outcome in outcomes] == [True, False, False, True]


def test_a_condition_of_the_agreement_is_a_yes_and_its_absence_a_no(show: Show) -> None:
    (austria,), (switzerland,) = show("AT"), show("CH")
    assert texts(austria, "Must I live in Austria?") == ["Yes."]
    assert texts(switzerland, "Must I live in Switzerland?") == ["No."]
    assert texts(austria, "Must my school be in Austria?") == ["No."]
    assert texts(switzerland, "Must my school be in Switzerland?") == ["Yes."]


def test_a_graduate_is_told_where_graduates_are_accepted(show: Show) -> None:
    (austria,) = show("AT")
    (germany,) = show("DE")
    assert texts(germany, "Must I be a student?") == ["Yes."]
    assert lines(austria, "Must I be a student?")[-1].fact == "AT.international_coop.graduates_within_months"


def test_an_unpaid_placement_is_possible_with_a_caution_except_where_it_must_be_paid(show: Show) -> None:
    (germany,), (czechia,) = show("DE"), show("CZ")
    (said,) = texts(germany, "Must the placement be paid?")
    assert said.startswith("Not always: it may be unpaid where the law of the province")
    assert texts(czechia, "Must the placement be paid?") == ["Yes."]


def test_a_country_with_other_categories_only_has_a_table_for_each(show: Show) -> None:
    assert [answers.category for answers in show("NL")] == ["Young Professionals", "Working Holiday"]
    assert texts(show("NL")[1], "Must I be a student?") == ["No."]


def test_the_first_question_names_its_category(show: Show) -> None:
    (belgium,) = show("BE")
    assert texts(belgium, "Can I take part in Working Holiday?")[0] == "Eligible."


def test_taking_part_again_tells_what_is_left_of_a_cap_and_how_short_a_later_permit_is(show: Show) -> None:
    (switzerland,), (britain,), (germany,) = show("CH"), show("GB"), show("DE")
    question = "May I take part again?"
    capped = lines(switzerland, question)[-1]
    assert capped.text == "All permits together may last up to 18 months: the next one has only what is left of them."
    assert capped.fact == "CH.participations"
    assert texts(britain, question)[-1] == "The permit of a later participation lasts up to 12 months."
    assert all(text.startswith("After ") for text in texts(germany, question))


def test_a_derived_answer_keeps_the_mark_of_a_fact_in_doubt(show: Show) -> None:
    (france,), (germany,) = show("FR"), show("DE")
    doubt = lines(france, "May I take part again?")[0].doubt
    assert doubt is not None
    assert (doubt.id, doubt.status) == ("FR.participations", "conflicting")
    assert lines(germany, "Must I be a student?")[0].doubt is None


def test_taking_part_again_is_told_after_each_category_with_its_gap_or_with_what_forbids_it(show: Show) -> None:
    (switzerland,), (taiwan,), (latvia,) = show("CH"), show("TW"), show("LV")
    question = "May I take part again?"
    assert texts(switzerland, question)[0].startswith("After International Co-op: Yes.")
    assert all(": No. You have used every participation" in text for text in texts(taiwan, question))
    own, *others = lines(latvia, question)
    assert own.text.startswith("After International Co-op: No.")
    told = "Yes. If your permit ended on 22 November 2026, you may arrive again from 22 November 2027 on."
    assert [line.text.partition(": ")[2] for line in others] == [told, told]
    assert {line.fact for line in others} == {"LV.international_coop.discontinuance_months"}


def test_without_an_agreement_the_table_says_so_and_names_the_way_that_is_left(show: Show) -> None:
    (ukraine,) = show("UA")
    asked = ["Can I take part in International Co-op?", "And through a recognized organization?"]
    assert [row.question for row in ukraine.rows] == asked
    assert texts(ukraine, asked[0])[0] == "Not eligible."


def test_both_languages_give_the_same_answers_from_the_same_facts(show: Show, dataset: Dataset) -> None:
    for code in dataset.countries:
        english, french = show(code), show(code, "fr")
        shape = [[[line.fact for line in row.lines] for row in answers.rows] for answers in english]
        assert shape == [[[line.fact for line in row.lines] for row in answers.rows] for answers in french]


def test_there_is_no_table_for_a_day_that_the_facts_do_not_reach(show: Show) -> None:
    assert show("DE", day=date(2001, 1, 1)) == ()


def test_somebody_who_does_nothing_that_is_asked_is_refused(dataset: Dataset) -> None:
    typical = Typical(dataset.countries["CH"], COOP, dataset, AS_OF)
    refused = {name for name in ("studies", "offer", "school-country") if typical.without(name).verdict == "ineligible"}
    assert refused == {"studies", "offer", "school-country"}
    assert typical.route().verdict is Verdict.ELIGIBLE
