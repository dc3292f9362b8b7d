"""The pages of what changed, and the files for programs beside them."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.dataset import Knowledge
from generator.publish.changes import changes, changes_of
from generator.rules.facts import Period
from tests.site.test_facts_on_pages import render


def test_the_change_for_japan_is_told_with_day_before_after_and_source(knowledge: Knowledge) -> None:
    page = render(knowledge)["changes/jp.md"]
    begin = page.index("Since 1 April 2025")
    change = page[begin : page.index("</section>", begin)]
    assert "Japan: How often" in change
    assert re.search(r"<dt>Before</dt><dd>You may take part once\.", change)
    assert re.search(r"<dt>After</dt><dd>You may take part 2 times in all\.", change)
    assert "<details" in change


@pytest.mark.parametrize(("lang", "words"), [("en", "No change of these terms"), ("fr", "Aucun changement de ces")])
def test_a_jurisdiction_without_a_recorded_change_says_so_and_since_when_its_terms_are_known(
    knowledge: Knowledge, lang: str, words: str
) -> None:
    pages = render(knowledge, lang)
    quiet = [code for code in knowledge.dataset.countries if not changes_of(knowledge, code)]
    assert quiet
    for code in quiet:
        page = pages[f"changes/{code.lower()}.md"]
        assert words in page
        assert re.search(r"\b20\d\d\b", page), code


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_of_all_changes_tells_each_once_and_leads_to_every_country(knowledge: Knowledge, lang: str) -> None:
    page = render(knowledge, lang)["changes/index.md"]
    assert page.count('<div class="fact change">') == len(changes(knowledge))
    for code in knowledge.dataset.countries:
        assert f'href="../changes/{code.lower()}/"' in page, code


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_of_all_changes_has_a_heading_for_each_year_with_a_link_to_it(knowledge: Knowledge, lang: str) -> None:
    page = render(knowledge, lang)["changes/index.md"]
    years = re.findall(r"^## (\d{4}) \{#year-\1\}$", page, flags=re.MULTILINE)
    assert years == sorted({str(change.since.year) for change in changes(knowledge)}, reverse=True)
    assert re.findall(r'href="#year-(\d{4})"', page) == years


def test_several_quotas_of_one_day_are_folded_and_a_single_one_is_not(knowledge: Knowledge) -> None:
    page = render(knowledge)["changes/index.md"]
    days = [change.since for change in changes(knowledge) if change.id.startswith("pools.")]
    several = {day for day in days if days.count(day) > 1}
    assert several
    assert page.count("<summary>Changed quotas: ") == len(several)


def test_changes_for_everybody_have_a_page(knowledge: Knowledge) -> None:
    page = render(knowledge)["changes/programme.md"]
    assert page.count('<div class="fact change">') == len(changes_of(knowledge, None))
    fee = page[page.index("Since 1 December 2025") :]
    assert re.search(r"<dt>Before</dt><dd>[^<]*179\.75", fee)
    assert re.search(r"<dt>After</dt><dd>[^<]*184\.75", fee)
    assert "Japan" not in page


def test_a_change_still_to_come_says_will_change(knowledge: Knowledge) -> None:
    entry = knowledge.index["DE.international_coop.permit_months"]
    now = replace(entry.rows[-1], in_force=Period(known_since=date(2025, 12, 24), through=date(2026, 12, 31)))
    then = replace(entry.rows[-1], value=18, in_force=Period(since=date(2027, 1, 1)))
    changed = replace(knowledge, index={**knowledge.index, entry.id: replace(entry, rows=(now, then), lines=(1, 2))})
    page = render(changed)["changes/de.md"]
    assert "Will change on 1 January 2027" in page
    assert "up to 18 months" in page
    assert "Since 1 January 2027" in render(changed, as_of=date(2027, 1, 1))["changes/de.md"]


def test_a_beginning_that_nobody_published_is_told_as_at_least_since(knowledge: Knowledge) -> None:
    page = render(knowledge)["changes/gb.md"]
    assert "At least since 21 August 2026" in page
    assert "Since 11 December 2023" in page


def test_the_newest_day_comes_first(knowledge: Knowledge) -> None:
    page = render(knowledge)["changes/gb.md"]
    assert page.index("21 August 2026") < page.index("11 December 2023")


@pytest.mark.parametrize("folder", ["", "fr"])
def test_every_page_leads_to_its_file_for_programs(knowledge: Knowledge, built_site: Path, folder: str) -> None:
    for name in ("programme", *(code.lower() for code in knowledge.dataset.countries)):
        page = built_site / folder / "changes" / name / "index.html"
        (href,) = re.findall(r'href="([^"]+\.json)"', page.read_text(encoding="utf-8"))
        file = (page.parent / href).resolve()
        assert file == (built_site / "changes" / f"{name}.json").resolve()
        view = json.loads(file.read_text(encoding="utf-8"))
        assert view["country"] == (None if name == "programme" else name.upper())


@pytest.mark.parametrize("folder", ["", "fr"])
def test_the_page_of_a_country_leads_to_what_changed(knowledge: Knowledge, built_site: Path, folder: str) -> None:
    for code in knowledge.dataset.countries:
        page = (built_site / folder / "countries" / code.lower() / "index.html").read_text(encoding="utf-8")
        assert f'href="../../changes/{code.lower()}/"' in page, code


@pytest.mark.parametrize("folder", ["", "fr"])
def test_every_page_is_at_most_three_steps_from_the_home_page(built_site: Path, folder: str) -> None:
    root = (built_site / folder).resolve()
    reached, frontier = {root / "index.html"}, {root / "index.html"}
    for _ in range(3):
        frontier = {page for here in frontier for page in leads_to(here)} - reached
        reached |= frontier
    pages = {page for page in root.rglob("index.html") if folder or root / "fr" not in page.parents}
    assert pages - reached == set()


def leads_to(page: Path) -> set[Path]:
    """Return the pages to which the content of `page` leads, the navigation left out."""
    text = page.read_text(encoding="utf-8")
    content = text[text.index("<article") : text.index("</article>")]
    found = ((page.parent / href / "index.html").resolve() for href in re.findall(r'href="([^":#?]*/)[^"]*"', content))
    return {target for target in found if target.is_file()}
