"""Every number on a page can be traced through the page itself, to a fact with its sources."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.dataset import Knowledge

GUIDE = ("guide/fees/", "guide/process/", "guide/permit/")
PAGES = ["", "countries/", *GUIDE, *(f"countries/{code}/" for code in ("au", "be", "ch", "de", "fr", "gb", "lu", "ua"))]
# Where a number needs no mark of its own beside it.
APART = {
    "sources": "the sources themselves",
    "page-day": "the day of the page",
    "answers-intro": "the day of the page, and the age of somebody who is made up",
    "answer__official": "the days of the official page, which it links",
    "checker-place": "the checker, which tells its facts itself",
    "finder__count": "how many links stand below",
    "also": "facts from elsewhere, each with a mark that leads to its place",
    "told": "the same, as part of the text",
    "lengths": "the longest permits, each country linked to the fact",
    "lead": "how many countries there are, linked to their list",
    "conditions__ages": "the ages of all agreements, linked to their table",
    "news": "what a fact says now, under the link that leads to it",
    "numbers": "how many facts there are, linked to the page that tells how they are founded",
    "sieve": "what the filters offer, counted from the table below",
    "page-links": "how many countries fit side by side, which the page decides",
    "season": "facts from elsewhere, each with a mark that leads to its place, and what they add up to",
    "history": "what changed, under the link that leads to the fact",
    "neighbours": "terms of another country, behind the link to its page",
    "quotas": "the seasons, linked to their page; the quotas are facts",
}
# The home page tells few things itself.
LEAST = {"": 4}
VOID = frozenset({"br", "img", "input", "link", "meta", "wbr"})


class Numbers(HTMLParser):
    """The words with a number in them that stand in the text of a page, and how each can be traced."""

    def __init__(self, html: str, facts: set[str]) -> None:
        super().__init__()
        self.facts = facts
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.traced: list[str] = []
        self.untraced: list[str] = []
        self.items: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if (dict(attrs).get("class") or "") == "worked__from":
            self.items[-1].clear()  # the facts are named that the numbers of this example are counted from
        if tag == "li" and self._within("worked"):
            self.items.append([])

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not re.search(r"\d", data) or not any(tag == "article" for tag, _ in self.open):
            return
        if self._within("worked") and not self._within("fact"):
            self.items[-1].append(data)
        elif self._within("fact") or self._within("origin") or self._leads_to_a_fact():
            self.traced.append(data)
        elif not any(map(self._within, APART)):
            self.untraced.append(data)

    def _within(self, name: str) -> bool:
        return any(name in (attrs.get("class") or "").split() for _, attrs in self.open)

    def _leads_to_a_fact(self) -> bool:
        return any(tag == "a" and (attrs.get("href") or "").partition("#")[2] in self.facts for tag, attrs in self.open)


@pytest.mark.parametrize("folder", ["", "fr/"])
@pytest.mark.parametrize("name", PAGES)
def test_every_number_stands_in_a_fact_or_leads_to_one(
    built_site: Path, knowledge: Knowledge, folder: str, name: str
) -> None:
    html = (built_site / folder / name / "index.html").read_text(encoding="utf-8")
    numbers = Numbers(html, set(knowledge.index))
    assert len(numbers.traced) >= LEAST.get(name, 20)
    assert numbers.untraced == []
    assert [item for item in numbers.items if item] == []


@pytest.mark.parametrize("folder", ["", "fr/"])
def test_every_fact_of_a_page_has_its_mark_and_both_ways_to_correct_it(built_site: Path, folder: str) -> None:
    for name in PAGES:
        html = (built_site / folder / name / "index.html").read_text(encoding="utf-8")
        for fact in re.split(r'<(?:div|li|tr) class="fact" id="', html)[1:]:
            fold = fact[: fact.index("</details>")]
            assert '<summary class="status status--' in fold, fold[:80]
            assert "/edit/main/data/" in fold, fold[:80]
            assert "/issues/new?template=fact.yml&amp;" in fold, fold[:80]
