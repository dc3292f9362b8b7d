"""Compare the rows of a country's table with what the facts say of its categories."""

from collections.abc import Iterator
from typing import Any

from generator.rules.country import Country, Stream
from generator.rules.kinds import Answer, Category
from generator.upkeep.agreements_cells import Months, read_ages, read_gap, read_months, read_permit
from generator.upkeep.agreements_findings import Cell, Finding, Kind
from generator.upkeep.agreements_page import Row, Section
from generator.upkeep.agreements_place import Place, Side
from generator.upkeep.agreements_requirements import read_requirements
from generator.upkeep.columns import Column
from generator.upkeep.plain import bare, vocabulary

# What the last cell asks for: the reading, what is compared, the fact, and its value where nothing is asked.
_ASKED: tuple[tuple[str, Cell, str, Any], ...] = (
    ("residence_required", Cell.RESIDENCE, "residence_required", Answer.NO),
    ("school", Cell.SCHOOL, "school", None),
    ("graduates_within_months", Cell.GRADUATES, "graduates_within_months", None),
    ("training_centre_accepted", Cell.TRAINING_CENTRE, "training_centre_accepted", Answer.NO),
    ("intra_company_only", Cell.COMPANY, "intra_company_only", Answer.NO),
)

_COMMON = vocabulary(
    "co coop holiday international jeunes op professionals professionnels stage travail vacances working young"
)


def row_findings(section: Section, side: Side) -> Iterator[Finding]:
    """Compare every row of the section, then look for categories and streams that only one side has."""
    country = side.knowledge.dataset.countries[section.code or ""]
    unread = [row for row in section.rows if not row.categories]
    for row in unread:
        yield Finding(kind=Kind.NOT_READ, country=country.code, cell=Cell.CATEGORY, page=row.label)
    for category in Category:
        rows = [row for row in section.rows if category in row.categories]
        yield from _category(country, category, rows, side, all_read=not unread)


def _category(
    country: Country, category: Category, rows: list[Row], side: Side, *, all_read: bool
) -> Iterator[Finding]:
    offered = side.standing(f"{country.code}.{category.value}.offered")
    streams = [stream for stream in country.streams if stream.category is category and _has_row(stream)]
    own, missing = list[Row](), list(streams)
    for row in rows:
        stream = next((stream for stream in missing if len(rows) > 1 and _names(row, stream)), None)
        if stream:
            missing.remove(stream)
            yield from _cells(Place(side, country, category, row, stream))
        else:
            own.append(row)
    if not own and offered.value is Answer.YES:
        kind = Kind.DIFFERS if all_read else Kind.NOT_READ
        yield Finding.at(kind, country.code, Cell.CATEGORY, "", offered, category=category)
    elif own and offered.value is not Answer.YES:
        yield Finding.at(Kind.DIFFERS, country.code, Cell.CATEGORY, own[0].label, offered, category=category)
        return
    for row in own[:1]:
        yield from _cells(Place(side, country, category, row))
    for row in own[1:]:
        yield Finding.at(Kind.DIFFERS, country.code, Cell.STREAM, row.label, category=category)
    for stream in missing:
        first = "ages" if stream.ages else "permit_months"
        standing = side.standing(f"{country.code}.streams.{stream.id}.{first}")
        yield Finding.at(Kind.DIFFERS, country.code, Cell.STREAM, "", standing, category=category, stream=stream.id)


def _has_row(stream: Stream) -> bool:
    return bool(stream.ages or stream.permit_months)


def _names(row: Row, stream: Stream) -> bool:
    """Tell whether the first cell of a row names the stream: by a word that the name of the category has not."""
    words = (set(bare(stream.name.en).split()) | set(bare(stream.name.fr).split())) - _COMMON
    return bool(words & set(bare(row.label).split()))


def _cells(place: Place) -> Iterator[Finding]:
    cells = place.row.cells
    if Column.AGES in cells:
        ages = read_ages(cells[Column.AGES])
        yield from _compared(place, Cell.AGES, cells[Column.AGES], ages.value, ages.rest, "ages")
    if Column.PERMIT in cells:
        permit = read_permit(cells[Column.PERMIT])
        yield from _compared(place, Cell.PERMIT, cells[Column.PERMIT], permit.value, permit.rest, "permit")
    if Column.MONTHS in cells:
        yield from _months(place, cells[Column.MONTHS])
    if Column.DISCONTINUANCE in cells:
        gap = read_gap(cells[Column.DISCONTINUANCE])
        text = cells[Column.DISCONTINUANCE]
        yield from _compared(place, Cell.DISCONTINUANCE, text, gap.value, gap.rest, "discontinuance_months")
    if Column.RESIDENCE in cells:
        yield from _requirements(place, cells[Column.RESIDENCE], cells.get(Column.PERMIT, ""))


def _compared(place: Place, cell: Cell, text: str, value: Any, rest: str, name: str) -> Iterator[Finding]:
    if value is not None:
        yield from place.unless_equal(cell, text, value, name)
    if value is None or rest:
        yield place.finding(Kind.NOT_READ, cell, text, value, place.standing(name))


def _months(place: Place, text: str) -> Iterator[Finding]:
    reading = read_months(text)
    standing = place.standing("permit_months")
    if reading.value is None:
        yield place.finding(Kind.NOT_READ, Cell.LONGEST, text, None, standing)
        return
    months = reading.value
    if standing.value != months.longest:
        yield place.finding(Kind.DIFFERS, Cell.LONGEST, text, months.longest, standing)
    yield from _whole_stay(place, text, months)
    if months.others or reading.rest:
        kind = Kind.BY_PERSON if place.country.legacy else Kind.NOT_READ
        yield place.finding(kind, Cell.LONGEST, text, None, standing)


def _whole_stay(place: Place, text: str, months: Months) -> Iterator[Finding]:
    standing = place.side.standing(f"{place.country.code}.participations")
    said = standing.value
    for cell, read, data in (
        (Cell.LATER, months.later, said and said.later_months),
        (Cell.TOGETHER, months.together, said and said.cumulative_months),
    ):
        if read is not None and read != data:
            yield place.finding(Kind.DIFFERS, cell, text, read, standing)


def _requirements(place: Place, text: str, permit: str) -> Iterator[Finding]:
    read = read_requirements(text, permit, place.country.code, place.side.names)
    if not read.values:
        yield place.finding(Kind.NOT_READ, Cell.RESIDENCE, text, None, place.standing("residence_required"))
        return
    for name, cell, fact, otherwise in _ASKED:
        if name != "school" or ("school" in read.values and place.category is Category.INTERNATIONAL_COOP):
            yield from place.unless_equal(cell, text, read.values.get(name, otherwise), fact, otherwise)
    yield from _fields(place, text, permit, read.values)
    if documents := read.values.get("travel_documents"):
        standing = place.side.standing(f"{place.country.code}.travel_documents")
        if {document.kind for document in standing.value or ()} != documents:
            yield place.finding(Kind.DIFFERS, Cell.DOCUMENTS, text, documents, standing)
    if read.rest:
        yield place.finding(Kind.NOT_READ, Cell.RESIDENCE, text, read.rest, place.standing("residence_required"))


def _fields(place: Place, text: str, permit: str, read: Any) -> Iterator[Finding]:
    standing = place.standing("restricted_fields")
    data = standing.value
    for name, cell, words in (("studies", Cell.STUDIES, text), ("sectors", Cell.SECTORS, permit)):
        expected = frozenset(getattr(data, name)) if data else frozenset()
        if read.get(name, frozenset()) != expected:
            yield place.finding(Kind.DIFFERS, cell, words, read.get(name, frozenset()), standing)
