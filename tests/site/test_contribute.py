"""The way for those who correct a fact: the page, the forms for reports, the form for proposals."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.dataset import Knowledge
from generator.dataset.guide import Topic
from generator.rules.facts import Fact, Period, SourceReference
from generator.site.example import worked_example
from tests.conftest import ROOT
from tests.site.test_facts_on_pages import CONTENT, REPOSITORY, render

GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
}


def form(path: Path) -> dict[str, Any]:
    """Return the content of a form."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def fields(path: Path) -> dict[str, dict[str, Any]]:
    """Return the fields of a form that can be filled in, by their ids."""
    return {part["id"]: part for part in form(path)["body"] if part["type"] != "markdown"}


def test_the_example_is_what_stands_in_the_file(knowledge: Knowledge) -> None:
    entry = knowledge.index["JP.participations"]
    example = worked_example(entry, ROOT / "data")
    assert example.file == "data/countries/JP.yml"
    assert example.lines in (ROOT / example.file).read_text(encoding="utf-8")
    assert example.lines.startswith("participations:\n")
    assert example.lines.count("- value: ") == len(entry.rows)
    assert "categories:" not in example.lines.splitlines()


def test_the_message_of_the_example_is_that_of_the_check_and_names_the_line_of_the_mistake(
    knowledge: Knowledge,
) -> None:
    example = worked_example(knowledge.index["JP.participations"], ROOT / "data")
    found = re.fullmatch(r"data/countries/JP\.yml:(\d+):\d+: participations\.\d+\.checked_on: .+; .+", example.message)
    assert found
    line = (ROOT / example.file).read_text(encoding="utf-8").splitlines()[int(found[1]) - 1]
    assert line.strip() == example.wrong.replace("-13-", "-11-")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_shows_the_example_and_explains_every_key_of_a_fact(knowledge: Knowledge, lang: str) -> None:
    page = render(knowledge, lang)["contribute.md"]
    assert "in_force: {since: 2025-04-01}" in page
    assert "is not a day of the calendar" in page
    keys = {*Fact.__dataclass_fields__, *Period.__dataclass_fields__, *SourceReference.__dataclass_fields__} - {"note"}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_names_the_links_as_they_are_called_beside_each_fact(knowledge: Knowledge, lang: str) -> None:
    pages = render(knowledge, lang)
    for name in ("fact.edit", "fact.report", "mark.official"):
        assert pages.book.language.say(name) in pages["contribute.md"]
    assert f"{REPOSITORY.url}/issues/new/choose" in pages["contribute.md"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_keeps_the_rules_of_github(path: Path) -> None:
    content = form(path)
    assert {"name", "description", "body"} <= content.keys() <= {"name", "description", "title", "labels", "body"}
    assert all(isinstance(content[key], str) and content[key].strip() for key in ("name", "description"))
    parts = content["body"]
    assert any(part["type"] != "markdown" for part in parts)
    for part in parts:
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        assert part["attributes"].keys() <= ATTRIBUTES[part["type"]]
        assert all(isinstance(text, str) and text.strip() for text in part["attributes"].values())
        if part["type"] == "markdown":
            assert part.keys() == {"type", "attributes"}
            assert "value" in part["attributes"]
        else:
            assert re.fullmatch(r"[A-Za-z0-9_-]+", part["id"])
            assert part["attributes"]["label"]
            assert isinstance(part["validations"]["required"], bool)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_ids_and_labels_of_a_form_are_unique(path: Path) -> None:
    parts = [part for part in form(path)["body"] if part["type"] != "markdown"]
    for values in ([part["id"] for part in parts], [part["attributes"]["label"] for part in parts]):
        assert len(set(values)) == len(values)


def test_the_names_of_the_forms_are_unique() -> None:
    names = [form(path)["name"] for path in FORMS]
    assert len(set(names)) == len(names) == 2


def test_the_form_for_a_fact_asks_for_a_source_and_takes_what_the_links_fill_in() -> None:
    asked = fields(GITHUB / "ISSUE_TEMPLATE" / "fact.yml")
    assert list(asked) == ["fact", "value", "page", "source", "details"]
    assert asked["source"]["validations"]["required"] is True
    filled = REPOSITORY.report(fact="DE.partner", value="x", page="/y/")
    assert "template=fact.yml" in filled
    assert {name for name in asked if f"&{name}=" in filled} == {"fact", "value", "page"}


def test_there_is_no_way_around_the_forms_but_to_ircc() -> None:
    config = form(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert config.keys() == {"blank_issues_enabled", "contact_links"}
    assert config["blank_issues_enabled"] is False
    for link in config["contact_links"]:
        assert link.keys() == {"name", "url", "about"}
        assert link["url"].startswith("https://www.canada.ca/")


def test_the_form_for_proposals_asks_for_countries_days_source_and_both_languages() -> None:
    text = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    for words in (
        "## Countries and territories",
        "## Days",
        "## Source",
        "in English and in French",
        "Pays et territoires",
    ):
        assert words in text


def test_the_page_of_each_language_has_the_same_sections() -> None:
    found = [
        re.findall(r"\{#([a-z-]+)\}", (CONTENT / lang / "contribute.md").read_text("utf-8")) for lang in ("en", "fr")
    ]
    assert found[0] == found[1]
    assert len(found[0]) > len(Topic.__members__) // 2
