"""Compare a saved copy of IRCC's page of the bilateral agreements with the facts, cell by cell. Nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.dataset import Knowledge
from generator.rules.kinds import Answer
from generator.upkeep.agreements_findings import Cell, Finding, Kind
from generator.upkeep.agreements_page import AgreementsPage, Section, read_page, told_passages
from generator.upkeep.agreements_place import Side
from generator.upkeep.agreements_rows import row_findings
from generator.upkeep.agreements_totals import total_findings
from generator.upkeep.columns import Column
from generator.upkeep.errors import UpkeepError
from generator.upkeep.place_names import PlaceNames
from generator.upkeep.saved import saved_blocks

NOT_THE_PAGE = (
    "{name}:1:1: this is not the page of the bilateral agreements: no table in it has a column of categories and two "
    "others of ages, permits, validity, discontinuance or residence, under the name of a partner country; save the "
    "whole page “International Experience Canada: bilateral agreements and arrangements” and name that file"
)
_SHOWN = (Column.AGES, Column.PERMIT, Column.MONTHS, Column.DISCONTINUANCE, Column.RESIDENCE)
_CELL_OF = {
    Column.AGES: Cell.AGES,
    Column.PERMIT: Cell.PERMIT,
    Column.MONTHS: Cell.LONGEST,
    Column.DISCONTINUANCE: Cell.DISCONTINUANCE,
    Column.RESIDENCE: Cell.RESIDENCE,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found, in the order of the page, and how much was compared."""

    findings: tuple[Finding, ...]
    countries: int
    rows: int

    def of(self, kind: Kind) -> tuple[Finding, ...]:
        """Return the findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind is kind)

    @property
    def equal(self) -> bool:
        """Tell whether nothing differs and everything was read that is not left to a person."""
        return not self.of(Kind.DIFFERS) and not self.of(Kind.NOT_READ)


def read_agreements(data: bytes, name: str, knowledge: Knowledge) -> AgreementsPage:
    """Read the saved page; raises UpkeepError where it cannot be read or is another page."""
    page = read_page(saved_blocks(data, name), PlaceNames(knowledge.dataset.names))
    if not any(section.code in knowledge.dataset.countries for section in page.sections):
        raise UpkeepError([NOT_THE_PAGE.format(name=name)])
    return page


def compare(data: bytes, name: str, knowledge: Knowledge, day: date) -> Comparison:
    """Compare the saved page in `data` with the facts in force on `day`; `name` names the page in errors.

    Raises UpkeepError where the page cannot be read or is another page.
    """
    page = read_agreements(data, name, knowledge)
    side = Side(knowledge, day, PlaceNames(knowledge.dataset.names))
    findings = [*_countries(page, side)]
    told = set[str]()
    for section in page.sections:
        if section.code in told or section.code not in knowledge.dataset.countries:
            continue
        told.add(section.code)
        findings += _section(section, side)
    return Comparison(tuple(findings), len(told), sum(len(section.rows) for section in page.sections))


def _section(section: Section, side: Side) -> Iterator[Finding]:
    code = section.code or ""
    for column in _SHOWN:
        if column not in section.columns:
            yield Finding(kind=Kind.NOT_READ, country=code, cell=_CELL_OF[column], page="")
    yield from row_findings(section, side)
    yield from total_findings(section, side)
    for note in section.notes:
        yield Finding(kind=Kind.BY_PERSON, country=code, cell=Cell.COUNTRY, page=note)


def _countries(page: AgreementsPage, side: Side) -> Iterator[Finding]:
    """Find countries that only one side has, and sections that were not understood."""
    partners = {code: side.standing(f"{code}.partner") for code in side.knowledge.dataset.countries}
    shown = [section.code for section in page.sections]
    for section in page.sections:
        if section.code is None:
            yield Finding(kind=Kind.NOT_READ, country=section.name, cell=Cell.COUNTRY, page=_first_words(section))
        elif shown.count(section.code) > 1:
            shown = [code for code in shown if code != section.code]
            yield Finding.at(Kind.NOT_READ, section.code, Cell.COUNTRY, f"{section.name}: two sections with tables")
        elif section.code not in partners:
            yield Finding.at(Kind.DIFFERS, section.code, Cell.COUNTRY, section.name)
        elif partners[section.code].value is not Answer.YES:
            yield Finding.at(Kind.DIFFERS, section.code, Cell.COUNTRY, section.name, partners[section.code])
        if section.code and section.strange_tables:
            yield Finding.at(Kind.NOT_READ, section.code, Cell.COUNTRY, f"{section.name}: a further table")
    lost = {section.code: section.name for section in page.without_table}
    told = {section.code for section in page.sections}
    for code, standing in partners.items():
        if standing.value is Answer.YES and code not in told:
            kind = Kind.NOT_READ if code in lost else Kind.DIFFERS
            yield Finding.at(kind, code, Cell.COUNTRY, lost.get(code, ""), standing)


def _first_words(section: Section) -> str:
    return next((row.label for row in section.rows), "") or next(told_passages(section), "")
