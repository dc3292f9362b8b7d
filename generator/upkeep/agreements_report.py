"""Sentences about the comparison of the saved page with the data."""

from collections.abc import Iterable, Iterator

from generator.explain.wording import Wording
from generator.upkeep.agreements import Comparison
from generator.upkeep.agreements_findings import Cell, Finding, Kind
from generator.upkeep.agreements_words import CellWords

LONGEST_QUOTE = 160  # characters of the page that are shown
_TITLES = {
    Kind.DIFFERS: "Differs:",
    Kind.NOT_READ: "Could not be read or not whole; compare it yourself:",
    Kind.BY_PERSON: "Left to a person, because the data tells it in another form:",
}


def report(comparison: Comparison, wording: Wording, data: str) -> list[str]:
    """Return the lines of the report; `data` is the folder of facts as it is shown."""
    words = CellWords(wording)
    lines: list[str] = []
    for kind, title in _TITLES.items():
        if found := tuple(finding for finding in comparison.of(kind) if not _is_gap(finding)):
            shown = found if kind is Kind.DIFFERS else _grouped(found)
            lines += [title, *(f"  {line}" for line in _told(shown, words, data)), ""]
    if gaps := [finding for finding in comparison.findings if _is_gap(finding)]:
        lines += ["Not on the page, or not found on it:", *(f"  {line}" for line in _gaps(gaps, words)), ""]
    counts = ", ".join(f"{len(comparison.of(kind))} {noun}" for kind, noun in _COUNTS)
    lines.append(f"Compared {comparison.countries} countries, {comparison.rows} rows: {counts}.")
    return lines


_COUNTS = (
    (Kind.DIFFERS, "differences"),
    (Kind.NOT_READ, "cells not read"),
    (Kind.BY_PERSON, "places left to a person"),
)


def _told(findings: Iterable[Finding], words: CellWords, data: str) -> Iterator[str]:
    for finding in findings:
        where = f" ({data}/{finding.file}:{finding.line})" if finding.file else ""
        yield f"{_subject(finding, words)}: {_sentence(finding, words)}{where}"


def _is_gap(finding: Finding) -> bool:
    """Tell whether a column or the sentence on participations was not found at all."""
    return finding.kind is Kind.NOT_READ and not finding.page and finding.cell not in (Cell.COUNTRY, Cell.CATEGORY)


def _gaps(gaps: list[Finding], words: CellWords) -> Iterator[str]:
    for cell in dict.fromkeys(finding.cell for finding in gaps):
        countries = (words.country(finding.country) for finding in gaps if finding.cell is cell)
        yield f"{cell.value}: {', '.join(dict.fromkeys(countries))}"


def _grouped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each finding once where several categories share its words."""
    seen = set[tuple[object, ...]]()
    for finding in findings:
        key = (finding.country, finding.cell, finding.page, finding.stream)
        if key not in seen:
            seen.add(key)
            yield finding


def _subject(finding: Finding, words: CellWords) -> str:
    parts = [words.country(finding.country)]
    if finding.category:
        parts.append(words.category(finding.category))
    if finding.stream:
        parts.append(f"stream {finding.stream}")
    if finding.cell not in (Cell.COUNTRY, Cell.CATEGORY):
        parts.append(finding.cell.value)
    return ", ".join(parts)


def _sentence(finding: Finding, words: CellWords) -> str:
    quoted = _quote(finding.page)
    match finding:
        case Finding(kind=Kind.BY_PERSON, cell=Cell.COUNTRY):
            return f"the page adds {quoted}"
        case Finding(kind=Kind.BY_PERSON):
            return (
                f"the page says {quoted}; the data says {words.value(finding.cell, finding.data)}, and more elsewhere"
            )
        case Finding(cell=Cell.COUNTRY):
            return _country(finding, quoted, words)
        case Finding(cell=Cell.CATEGORY):
            return _category(finding, quoted, words)
        case Finding(cell=Cell.STREAM):
            return f"the page has a row {quoted}; the data has none" if finding.page else "the page has no row for it"
        case Finding(kind=Kind.NOT_READ):
            return f"the page says {quoted}; the data says {words.value(finding.cell, finding.data)}"
        case _:
            says = f"says {quoted}" if finding.page else "says nothing of it"
            value = words.value(finding.cell, finding.read)
            read = f", read as {value}" if finding.read is not None and value != finding.page else ""
            return f"the page {says}{read}; the data says {words.value(finding.cell, finding.data)}"


def _country(finding: Finding, quoted: str, words: CellWords) -> str:
    if finding.kind is Kind.NOT_READ and finding.data is None and len(finding.country) > 2:
        return f"no country or territory that we know has this name; its table begins with {quoted}"
    if finding.kind is Kind.NOT_READ:
        lost = "named on the page, but no table was read for it" if finding.data else "not compared whole"
        return f"{lost} ({quoted})"
    if not finding.page:
        return "the page does not have it; the data says that it is a partner"
    data = words.value(finding.cell, finding.data)
    return f"the page has it as {quoted}; the data says {data} to whether it is a partner"


def _category(finding: Finding, quoted: str, words: CellWords) -> str:
    if finding.category is None:
        return f"a row begins with {quoted}, which names no category"
    if finding.page:
        return f"the page offers it ({quoted}); the data says {words.value(finding.cell, finding.data)}"
    return "no row of the page offers it; the data says that it is offered"


def _quote(text: str) -> str:
    return f"“{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + '…'}”"
