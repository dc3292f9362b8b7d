"""What readers may have read elsewhere: every claim judged, answered and led back to facts."""

from dataclasses import replace

import pytest

from generator.dataset import Knowledge
from generator.dataset.guide import ClaimVerdict
from generator.rules.facts import Status, Version
from generator.site.claims import ClaimsPresenter
from generator.site.country import CountryShown
from generator.site.language import Language
from tests.conftest import AS_OF
from tests.site.test_facts_on_pages import render
from tests.site.test_naming import naming


def section(page: str, claim: str) -> str:
    """Return what `page` shows of a claim."""
    begin = page.index(f'id="{claim}"')
    return page[begin : page.index("</section>", begin)]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_claim_has_its_verdict_an_answer_and_facts_that_lead_to_their_place(
    knowledge: Knowledge, lang: str, languages: dict[str, Language]
) -> None:
    pages = render(knowledge, lang)
    page, book = pages["claims.md"], pages.book
    for claim in knowledge.claims:
        shown = section(page, claim.id)
        assert languages[lang].say(f"verdict.{claim.verdict.value}") in shown
        assert "{" not in shown
        for fact in claim.facts:
            assert f'href="../{book.places[fact]}"' in shown, fact
        assert shown.count("<details") == 1 + len(claim.facts)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_verdict_has_words_of_its_own(lang: str, languages: dict[str, Language]) -> None:
    words = [languages[lang].say(f"verdict.{verdict.value}") for verdict in ClaimVerdict]
    assert len(set(words)) == len(words)


def test_the_numbers_of_partners_come_from_the_facts_of_the_countries(knowledge: Knowledge) -> None:
    answer = section(render(knowledge)["claims.md"], "thirty-six-countries")
    assert "has 36 partners, but only 27 of them have International Co-op" in answer
    assert "Andorra, Belgium, Denmark, Hong Kong, Japan, Mexico, Netherlands" in answer
    assert "Ukraine" in answer


def test_a_country_that_begins_to_offer_coop_leaves_the_list_of_those_that_do_not(knowledge: Knowledge) -> None:
    book = render(knowledge).book
    (claim,) = [claim for claim in knowledge.claims if claim.countries]
    assert "Japan" in answer_to(knowledge, claim.id, book.countries)
    offered = [replace(country, coop=replace(country.coop, is_offered=True)) for country in book.countries]
    assert "Japan" not in answer_to(knowledge, claim.id, offered)


def answer_to(knowledge: Knowledge, claim: str, countries: list[CountryShown]) -> str:
    shown = ClaimsPresenter(naming(knowledge, "en"), countries).claims()
    return next(item.answer for item in shown if item.id == claim)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_fact_on_which_sources_disagree_is_listed_with_all_its_versions(knowledge: Knowledge, lang: str) -> None:
    names = naming(knowledge, lang)
    disputed = {shown.id: shown for shown in ClaimsPresenter(names, []).disputed()}
    expected = {
        fact
        for fact, entry in knowledge.index.items()
        for row in [names.presenter.in_force(entry.rows) or entry.rows[-1]]
        if row.versions or row.status is Status.CONFLICTING
    }
    assert disputed.keys() == expected
    page = render(knowledge, lang)["claims.md"]
    places = render(knowledge, lang).book.places
    for fact, shown in disputed.items():
        assert f'<a href="../{places[fact]}">' in page, fact
        assert len(shown.versions) == len(versions_of(knowledge, fact)), fact


def versions_of(knowledge: Knowledge, fact: str) -> tuple[Version[object], ...]:
    rows = knowledge.index[fact].rows
    row = next((row for row in rows if row.in_force.holds_on(AS_OF)), rows[-1])
    return row.versions


def test_the_page_of_claims_counts_the_verdicts(knowledge: Knowledge) -> None:
    counts = dict(ClaimsPresenter(naming(knowledge, "en"), []).verdicts())
    assert sum(counts.values()) == len(knowledge.claims)
    assert set(counts) <= {verdict.value for verdict in ClaimVerdict}
