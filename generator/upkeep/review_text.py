"""The facts to compare again, told to the person who does it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.dataset.guide import Statement
from generator.explain.values import fact_text
from generator.explain.wording import Wording
from generator.publish.statements import filled
from generator.upkeep.review import OpenFact, Page


def review_lines(pages: list[Page], day: date, until: date, wording: Wording, folder: Path) -> Iterator[str]:
    """Yield the lines that tell `pages`, then how many facts they hold; `folder` is that of the facts."""
    for page in pages:
        yield from _page(page)
        for fact in page.facts:
            yield from _fact(fact, page, day, wording, folder)
    facts = {fact.entry.id: fact for page in pages for fact in page.facts}
    overdue = sum(fact.row.overdue_on(day) for fact in facts.values())
    last = "" if until == date.max else f" by {until}"
    if not facts:
        yield f"No fact is due for another check{last}."
        return
    yield (
        f"{_count(len(facts), 'fact')} on {_count(len(pages), 'page')} to compare again{last}; "
        f"{overdue} overdue on {day}."
    )
    yield "Where a page still says so, write it down: iec-coop review confirm SOURCE-OR-FACT..."


def _page(page: Page) -> Iterator[str]:
    if page.source is None:
        yield "No source"
    else:
        yield f"{page.source.id} · {page.source.publisher}"
        yield f"  {page.source.title}"
        yield f"  {page.source.url}"
        if page.source.url_fr:
            yield f"  {page.source.url_fr} (fr)"
    yield f"  {_count(len(page.facts), 'fact')} to compare, of {page.resting} resting on it"
    yield ""


def _fact(fact: OpenFact, page: Page, day: date, wording: Wording, folder: Path) -> Iterator[str]:
    row = fact.row
    yield f"  {fact.entry.id}"
    yield f"    where     {folder / fact.entry.file}:{fact.line}"
    yield f"    value     {in_words(fact.entry.id, row.value, wording)}"
    for reference in fact.references(page.source.id) if page.source else ():
        if reference.quote:
            yield f"    look for  “{reference.quote}”"
    if row.note and not row.sources:
        yield f"    note      {row.note.en}"
    late = f", overdue by {_count((day - fact.due).days, 'day')}" if row.overdue_on(day) else ""
    yield f"    checked   {row.checked_on}, due {fact.due}{late}"
    yield ""


def in_words(fact: str, value: Any, wording: Wording) -> str:
    """Return the value of a fact in a few words, a sentence of the guide with its figures filled in."""
    if isinstance(value, Statement):
        return filled(value, {"en": wording})["en"]
    return fact_text(fact, value, wording)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
