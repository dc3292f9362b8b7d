"""The facts to compare again, told to the person who does it."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.dataset.guide import Statement
from generator.explain.values import fact_text
from generator.explain.wording import Wording
from generator.publish.statements import filled
from generator.publish.values import shown
from generator.rules.facts import Period, Text
from generator.upkeep.plain import counted
from generator.upkeep.review import OpenFact, Page


def review_lines(pages: list[Page], day: date, until: date, wording: Wording, folder: Path) -> Iterator[str]:
    """Yield the lines that tell `pages`, then how many facts they hold; `folder` is that of the facts."""
    for page in pages:
        yield from _page(page)
        for fact in page.facts:
            yield from _fact(fact, page, day, wording, folder)
    facts = {fact.entry.id for page in pages for fact in page.facts}
    overdue = {fact.entry.id for page in pages for fact in page.facts if fact.row.overdue_on(day)}
    last = "" if until == date.max else f" by {until}"
    if not facts:
        yield f"No fact is due for another check{last}."
        return
    yield (
        f"{counted(len(facts), 'fact')} on {counted(len(pages), 'page')} to compare again{last}; "
        f"{len(overdue)} overdue on {day}."
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
    due = counted(len({fact.entry.id for fact in page.facts}), "fact")
    yield f"  {due} to compare, of {page.resting} resting on it"
    yield ""


def _fact(fact: OpenFact, page: Page, day: date, wording: Wording, folder: Path) -> Iterator[str]:
    row = fact.row
    yield f"  {fact.entry.id}"
    yield f"    where     {folder / fact.entry.file}:{fact.line}"
    yield f"    value     {in_words(fact.entry.id, row.value, wording)}"
    if days := _days(row.in_force, day):
        yield f"    in force  {days}"
    for reference in fact.references(page.source.id) if page.source else ():
        if reference.quote:
            yield f"    look for  “{reference.quote}”"
    if row.note and not row.sources:
        yield f"    note      {row.note.en}"
    late = f", overdue by {counted((day - fact.due).days, 'day')}" if row.overdue_on(day) else ""
    yield f"    checked   {row.checked_on}, due {fact.due}{late}"
    yield ""


def in_words(fact: str, value: Any, wording: Wording) -> str:
    """Return the value of a fact in words, every part of it; a sentence of the guide has its figures filled in."""
    if isinstance(value, Statement):
        return filled(value, wording)
    if isinstance(value, Text) and fact.startswith("glossary."):  # its French is read on the page too
        return f"{value.en} · {value.fr}"
    if is_dataclass(value) and not isinstance(value, Text):
        return shown(value)
    return fact_text(fact, value, wording)


def _days(period: Period, day: date) -> str:
    """Return when the value begins and ends, where that is not to be taken for granted."""
    begins = f"from {period.first_day}" if period.first_day > day else ""
    ends = f"to {period.last_day}" if period.last_day else ""
    return f"{begins} {ends}".strip()
