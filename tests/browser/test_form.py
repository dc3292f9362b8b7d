"""The form as it stands in the page, before any script runs."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from generator.browser.form import holders, render_form
from generator.browser.opening import opening, opening_of
from generator.browser.place import chosen_category, render_place
from generator.browser.questions import Group, Holding, Kind, Question
from generator.browser.words import load_questions, load_words
from generator.dataset import DatasetError, load_dataset
from generator.rules import applicant
from generator.rules.facts import Text
from generator.rules.kinds import Category, DocumentKind, Field, Territory
from generator.rules.model import Dataset

DATA = Path(__file__).parents[2] / "data"
ASKED_ELSEWHERE = {"reference"}
CHOICES: dict[str, Any] = {
    "category": applicant.Asked,
    "british_territory": Territory,
    "passports.kind": DocumentKind,
    "studies.field": Field,
    "offer.sector": Field,
    "offer.province": applicant.Province,
    "insurance.kind": applicant.InsuranceKind,
    "invitation.answer": applicant.InvitationAnswer,
    "participations.category": Category,
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset(DATA)


def _parse(html: str) -> Element:
    parsed: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    return parsed


def _every_question() -> dict[str, Question]:
    found = {}
    for group in load_questions(DATA):
        for question in group.questions:
            found[question.path] = question
            for inner in question.rows.questions if question.rows else ():
                found[f"{question.path}.{inner.path}".rstrip(".")] = inner if inner.path else question
    return found


def _fields_of_the_applicant() -> set[str]:
    nested = {
        "studies": applicant.Studies,
        "offer": applicant.Offer,
        "insurance": applicant.Insurance,
        "invitation": applicant.Invitation,
        "passports": applicant.Passport,
        "participations": applicant.Participation,
    }
    found = set()
    for name in applicant.Applicant.__dataclass_fields__:
        inner = nested.get(name)
        found |= {f"{name}.{part}" for part in inner.__dataclass_fields__} if inner else {name}
    return found - ASKED_ELSEWHERE


def test_every_field_that_the_rules_read_is_asked_and_no_other() -> None:
    lists = {"passports", "participations"}
    assert _every_question().keys() - lists == _fields_of_the_applicant()


def test_the_options_of_a_choice_are_those_of_the_rules() -> None:
    questions = _every_question()
    for path, kind in CHOICES.items():
        assert [option.value for option in questions[path].options] == [item.value for item in kind], path


@pytest.mark.parametrize("is_of_country", [False, True])
def test_a_choice_starts_unanswered_unless_the_contract_has_a_default(dataset: Dataset, is_of_country: bool) -> None:
    questions = _every_question()
    starting = {}
    for select in _parse(render_form(dataset, "en", is_of_country=is_of_country)).iter("select"):
        path = re.sub(r"\.(\d+|\{index\})", "", select.get("name", ""))
        if path in questions and questions[path].kind is Kind.CHOICE and path != "category":
            chosen = [option.get("value") for option in select.iter("option") if "selected" in option.attrib]
            starting[path] = chosen or [next(select.iter("option")).get("value")]
    assert "participations.category" in starting
    assert starting == {path: [questions[path].default or ""] for path in starting}


def test_conditions_name_questions_and_answers_that_exist() -> None:
    questions = _every_question()
    for question in questions.values():
        if question.when:
            values = {option.value for option in questions[question.when.path].options}
            assert set(question.when.values) <= values


def test_questions_that_share_a_step_stand_in_one_group_the_leading_one_first() -> None:
    for group in load_questions(DATA):
        paths = [question.path for question in group.questions]
        for question in group.questions:
            if question.beside:
                assert question.beside in paths[: paths.index(question.path)], question.path


def test_the_first_questions_are_those_that_the_rules_would_ask(dataset: Dataset) -> None:
    assert opening(dataset, "international_coop")[:4] == [
        "citizenships",
        "participations",
        "passports",
        "date_of_birth",
    ]
    assert "residence" not in opening(dataset, "international_coop")
    assert "residence" in opening_of(dataset, "SE", "international_coop")
    assert opening_of(dataset, "JP", "international_coop") == []
    assert set(opening(dataset, "any")) <= _every_question().keys()
    for country in ("AT", "FR", "GB", "NZ", "UA"):
        assert set(opening_of(dataset, country, "any")) <= _every_question().keys()


def test_a_country_of_which_the_rules_know_nothing_yet_has_no_first_questions(dataset: Dataset) -> None:
    unknown = replace(dataset.countries["AT"], partner=())
    assert opening_of(replace(dataset, countries={"AT": unknown}), "AT", "international_coop") == []


def test_a_day_is_typed_and_its_example_is_written_in_the_language_of_the_page(dataset: Dataset) -> None:
    for lang, example in (("en", "For example 14 March 2003"), ("fr", "Par exemple 14 mars 2003")):
        root = _parse(render_form(dataset, lang))
        field = next(element for element in root.iter("input") if element.get("name") == "date_of_birth")
        assert (field.get("type"), field.get("autocomplete")) == ("text", "bday")
        assert "checker-date_of_birth-example" in (field.get("aria-describedby") or "").split()
        hint = next(element for element in root.iter("p") if element.get("id") == "checker-date_of_birth-example")
        assert hint.text == example


def test_no_answer_is_chosen_beforehand_but_what_the_rules_take_for_granted(dataset: Dataset) -> None:
    root = _parse(render_form(dataset, "en"))
    chosen = [element.get("name") for element in root.iter("input") if "checked" in element.attrib]
    assert set(chosen) == {"participations.0.recognized_organization", "participations.{index}.recognized_organization"}


def test_every_citizenship_of_a_kind_is_found_in_the_facts(dataset: Dataset) -> None:
    assert holders(dataset, Holding.BRITISH) == ["GB"]
    assert holders(dataset, Holding.RESTRICTED_FIELDS) == ["AT"]
    assert holders(dataset, Holding.GRADUATES) == ["AT"]
    assert holders(dataset, Holding.TRAINING_CENTRE) == ["FR"]
    assert holders(dataset, Holding.INTRA_COMPANY) == ["AT"]


def _texts(value: Any) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, Group | Question) or hasattr(value, "__dataclass_fields__"):
        return [text for name in value.__dataclass_fields__ for text in _texts(getattr(value, name))]
    return []


def test_questions_and_words_hold_no_figure_that_is_a_fact() -> None:
    for text in _texts(load_questions(DATA)) + _texts(load_words(DATA)):
        for words in (text.en, text.fr):
            assert not re.search(r"\d", re.sub(r"\b(TEER|FEER) \d", "", words)), words


def test_french_marks_stand_after_a_space_that_does_not_break() -> None:
    for text in _texts(load_questions(DATA)) + _texts(load_words(DATA)):
        assert not re.search(r"(?<!\u00a0)[;:!?»](?!\S)|'", text.fr), text.fr
        assert "'" not in text.en, text.en


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("is_of_country", [False, True])
def test_the_form_is_valid_html_without_inline_code(dataset: Dataset, lang: str, is_of_country: bool) -> None:
    root = _parse(render_form(dataset, lang, is_of_country=is_of_country))
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    assert not {"script", "style"} & {element.tag for element in elements}
    assert not [name for element in elements for name in element.attrib if name == "style" or name.startswith("on")]


def test_every_control_has_a_label_and_every_description_exists(dataset: Dataset) -> None:
    root = _parse(render_form(dataset, "en"))
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    labelled = {label.get("for") for label in root.iter("label")}
    inside = {control for label in root.iter("label") for control in label.iter("input")}
    for control in [*root.iter("input"), *root.iter("select")]:
        assert control in inside or control.get("id") in labelled, control.attrib
    for element in root.iter():
        assert set((element.get("aria-describedby") or "").split()) <= ids.keys()


def test_the_form_for_the_pages_of_countries_asks_all_at_once_and_waits_for_its_reader(dataset: Dataset) -> None:
    root = _parse(render_form(dataset, "en", level=3, is_of_country=True))
    box = next(element for element in root.iter("div") if "data-checker" in element.attrib)
    assert (box.get("data-start"), box.get("data-way")) == ("later", "all")
    assert next(root.iter("h3")).text == "Your answers"


def test_the_place_on_the_page_of_a_country_says_what_is_chosen_beforehand(dataset: Dataset) -> None:
    html = render_place(dataset, "en", "HR", table="#terms", checker="../../checker/")
    place = _parse(html)[0]
    assert place.get("data-citizenship") == "HR"
    assert json.loads(place.get("data-opening") or "") == opening_of(dataset, "HR", "international_coop")
    assert [link.get("href") for link in place.iter("a")] == ["#terms", "../../checker/"]
    assert not re.search(r"^\s|\n\n", html, re.MULTILINE)  # so that Markdown leaves it alone


@pytest.mark.parametrize(
    ("code", "category"),
    [
        pytest.param("HR", "international_coop", id="a partner with International Co-op"),
        pytest.param("NZ", "any", id="a partner without International Co-op"),
        pytest.param("UA", "international_coop", id="no partner"),
    ],
)
def test_a_country_without_coop_has_all_categories_chosen(dataset: Dataset, code: str, category: str) -> None:
    assert chosen_category(dataset, code) == category


def test_countries_stand_in_the_order_of_the_alphabet_partners_first(dataset: Dataset) -> None:
    root = _parse(render_form(dataset, "fr"))
    partners, others = [[option.text or "" for option in group] for group in root.iter("optgroup")]
    assert len(partners) == 36
    assert len(partners) + len(others) == len(dataset.names)
    assert partners.index("Allemagne") < partners.index("Espagne") < partners.index("Estonie")
    assert others.index("Égypte") < others.index("Ghana")


def test_markdown_leaves_the_form_alone(dataset: Dataset) -> None:
    html = render_form(dataset, "fr")
    assert "\n\n" not in html
    assert not re.search(r"^\s", html, re.MULTILINE)


def test_a_broken_question_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "questions.yml").write_text("- id: you\n  titel: {en: You, fr: Vous}\n", encoding="utf-8")
    with pytest.raises(DatasetError) as refusal:
        load_questions(tmp_path)
    assert "questions.yml:2:3: 0.titel: the key `titel` is not known here" in str(refusal.value)


def test_every_kind_of_question_is_used() -> None:
    assert {question.kind for question in _every_question().values()} == set(Kind)
