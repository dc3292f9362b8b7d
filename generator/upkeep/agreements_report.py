"""Sentences about the comparison of the saved page with the data."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.rules.country import Ages
from generator.rules.facts import Text
from generator.rules.kinds import Category, Repeat
from generator.upkeep.agreements import Comparison
from generator.upkeep.agreements_findings import Cell, Finding, Kind
from generator.upkeep.agreements_participations import Share

LONGEST_QUOTE = 160  # characters of the page that are shown
_CATEGORIES = {
    Category.INTERNATIONAL_COOP: "International Co-op",
    Category.YOUNG_PROFESSIONALS: "Young Professionals",
    Category.WORKING_HOLIDAY: "Working Holiday",
}
_MONTHS = (Cell.LONGEST, Cell.LATER, Cell.TOGETHER, Cell.DISCONTINUANCE, Cell.GRADUATES)
_TITLES = {
    Kind.DIFFERS: "Differs:",
    Kind.NOT_READ: "Could not be read or not whole; compare it yourself:",
    Kind.BY_PERSON: "Left to a person, because the data tells it in another form:",
}


def report(comparison: Comparison, names: dict[str, Text], data: str) -> list[str]:
    """Return the lines of the report; `data` is the folder of facts as it is shown."""
    lines: list[str] = []
    for kind, title in _TITLES.items():
        if found := tuple(finding for finding in comparison.of(kind) if not _is_gap(finding)):
            shown = found if kind is Kind.DIFFERS else _grouped(found)
            lines += [title, *(f"  {line}" for line in _told(shown, names, data)), ""]
    if gaps := [finding for finding in comparison.findings if _is_gap(finding)]:
        lines += ["Not on the page, or not found on it:", *(f"  {line}" for line in _gaps(gaps, names)), ""]
    counts = ", ".join(f"{len(comparison.of(kind))} {words}" for kind, words in _COUNTS)
    lines.append(f"Compared {comparison.countries} countries, {comparison.rows} rows: {counts}.")
    return lines


_COUNTS = (
    (Kind.DIFFERS, "differences"),
    (Kind.NOT_READ, "cells not read"),
    (Kind.BY_PERSON, "places left to a person"),
)


def _told(findings: Iterable[Finding], names: dict[str, Text], data: str) -> Iterator[str]:
    for finding in findings:
        where = f" ({data}/{finding.file}:{finding.line})" if finding.file else ""
        yield f"{_subject(finding, names)}: {_sentence(finding)}{where}"


def _is_gap(finding: Finding) -> bool:
    """Tell whether a column or the sentence on participations was not found at all."""
    return finding.kind is Kind.NOT_READ and not finding.page and finding.cell not in (Cell.COUNTRY, Cell.CATEGORY)


def _gaps(gaps: list[Finding], names: dict[str, Text]) -> Iterator[str]:
    for cell in dict.fromkeys(finding.cell for finding in gaps):
        countries = (names[finding.country].en for finding in gaps if finding.cell is cell)
        yield f"{cell.value}: {', '.join(dict.fromkeys(countries))}"


def _grouped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each finding once where several categories share its words."""
    seen = set[tuple[object, ...]]()
    for finding in findings:
        key = (finding.country, finding.cell, finding.page, finding.stream)
        if key not in seen:
            seen.add(key)
            yield finding


def _subject(finding: Finding, names: dict[str, Text]) -> str:
    country = names[finding.country].en if finding.country in names else f"“{finding.country}”"
    parts = [country]
    if finding.category:
        parts.append(_CATEGORIES[finding.category])
    if finding.stream:
        parts.append(f"stream {finding.stream}")
    if finding.cell not in (Cell.COUNTRY, Cell.CATEGORY):
        parts.append(finding.cell.value)
    return ", ".join(parts)


def _sentence(finding: Finding) -> str:
    quoted = _quote(finding.page)
    match finding:
        case Finding(kind=Kind.BY_PERSON, cell=Cell.COUNTRY):
            return f"the page adds {quoted}"
        case Finding(kind=Kind.BY_PERSON):
            return f"the page says {quoted}; the data says {_value(finding.cell, finding.data)}, and more elsewhere"
        case Finding(cell=Cell.COUNTRY):
            return _country(finding, quoted)
        case Finding(cell=Cell.CATEGORY):
            return _category(finding, quoted)
        case Finding(cell=Cell.STREAM):
            return f"the page has a row {quoted}; the data has none" if finding.page else "the page has no row for it"
        case Finding(kind=Kind.NOT_READ):
            return f"the page says {quoted}; the data says {_value(finding.cell, finding.data)}"
        case _:
            says = f"says {quoted}" if finding.page else "says nothing of it"
            value = _value(finding.cell, finding.read)
            read = f", read as {value}" if finding.read is not None and value != finding.page else ""
            return f"the page {says}{read}; the data says {_value(finding.cell, finding.data)}"


def _country(finding: Finding, quoted: str) -> str:
    if finding.kind is Kind.NOT_READ and finding.data is None and len(finding.country) > 2:
        return f"no country or territory that we know has this name; its table begins with {quoted}"
    if finding.kind is Kind.NOT_READ:
        lost = "named on the page, but no table was read for it" if finding.data else "not compared whole"
        return f"{lost} ({quoted})"
    if not finding.page:
        return "the page does not have it; the data says that it is a partner"
    return f"the page has it as {quoted}; the data says {_value(finding.cell, finding.data)} to whether it is a partner"


def _category(finding: Finding, quoted: str) -> str:
    if finding.category is None:
        return f"a row begins with {quoted}, which names no category"
    if finding.page:
        return f"the page offers it ({quoted}); the data says {_value(finding.cell, finding.data)}"
    return "no row of the page offers it; the data says that it is offered"


def _quote(text: str) -> str:
    return f"“{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + '…'}”"


def _value(cell: Cell, value: Any) -> str:
    """Return a value as it is read in a sentence."""
    match value:
        case None:
            return "nothing"
        case Ages():
            return f"{value.minimum} to {value.maximum} years"
        case int() if cell in _MONTHS:
            return f"{value} months"
        case (Repeat() as repeat, frozenset() as categories):
            named = f" to {_named(categories)}" if categories else ""
            return repeat.value.replace("_", " ") + named
        case list() | tuple() | frozenset():
            return _joined(_part(item) for item in value) or "none"
        case _ if hasattr(value, "total"):
            return _participations(cell, value)
        case _ if hasattr(value, "studies"):
            return _value(cell, value.studies if cell is Cell.STUDIES else value.sectors)
        case _:
            return str(value).replace("_", " ")


def _participations(cell: Cell, value: Any) -> str:
    match cell:
        case Cell.REPEAT:
            return _value(cell, (value.repeat, frozenset(value.repeatable)))
        case Cell.SHARES:
            return _joined(f"{slot.count} for {_named(slot.categories)}" for slot in value.slots) or "nothing"
        case Cell.LATER:
            return _value(cell, value.later_months)
        case Cell.TOGETHER:
            return _value(cell, value.cumulative_months)
        case _:
            return str(value.total)


def _part(item: Any) -> str:
    if isinstance(item, Share):
        return f"{item.count} for {_named(item.categories)}"
    return str(getattr(item, "kind", item))


def _named(categories: Iterable[Category]) -> str:
    return _joined(_CATEGORIES[category] for category in categories)


def _joined(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
