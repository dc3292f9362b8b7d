"""Countries side by side: every term a row, for each country what it says and what tells whether it differs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.site.compare.choices import Choice, choices
from generator.site.compare.table import TablePresenter
from generator.site.country import CountryShown
from generator.site.facts import Shown
from generator.site.language import Language
from generator.site.places import country_page

MOST = 4  # countries that fit side by side
COOP_TERMS = (
    "ages",
    "permit_months",
    "discontinuance_months",
    "school",
    "residence_required",
    "permit",
    "restricted_fields",
    "graduates_within_months",
    "training_centre_accepted",
    "must_be_paid",
)
OTHER_TERMS = ("ages", "permit_months", "discontinuance_months", "residence_required", "intra_company_only")
QUIET = ("discontinuance_months.none", "residence_required.no", "intra_company_only.no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A few words in a cell, the address below the root of the language to which they lead, and the fact they tell."""

    text: str
    url: str | None = None
    shown: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one country says on a term; two cells of a row say the same where their `key` is the same.

    One that `is_apart` has nothing to compare: it is of a country that does not offer what the term is about.
    """

    code: str
    parts: tuple[Part, ...]
    is_apart: bool = False

    @property
    def key(self) -> str:
        """Return what the cell says in the fewest words, with the status of its facts."""
        return "|".join(map(_told, self.parts))


def _told(part: Part) -> str:
    """Return the value without the name of the country, so that the same condition is the same in two of them."""
    if part.shown is None:
        return part.text
    value = part.text if part.text != part.shown.value else part.shown.brief
    return f"{value} {part.shown.status}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """A term with the cell of each country, in the order of the columns."""

    id: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """Return a number for each cell, the same for cells that say the same, and None for one that is apart."""
        known = list(dict.fromkeys(cell.key for cell in self.cells if not cell.is_apart))
        return tuple(None if cell.is_apart else known.index(cell.key) for cell in self.cells)

    @property
    def differs(self) -> bool:
        """Tell whether any two cells that can be compared say something else."""
        return any(self.numbers)

    @property
    def is_said(self) -> bool:
        """Tell whether any cell says something."""
        return any(part.url for cell in self.cells for part in cell.parts)

    def of(self, codes: Sequence[str]) -> "TermRow":
        """Return the row of the countries `codes` alone, in their order."""
        cells = {cell.code: cell for cell in self.cells}
        return TermRow(id=self.id, label=self.label, cells=tuple(cells[code] for code in codes))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyComparison:
    """A comparison that is made beforehand: what its countries have in common, and they themselves."""

    id: str
    countries: tuple[CountryShown, ...]
    rows: tuple[TermRow, ...]


class SidesPresenter:
    """Prepares what stands side by side, in one language."""

    most = MOST

    def __init__(self, language: Language, table: TablePresenter) -> None:
        self.language, self.table, self.countries = language, table, table.countries
        # What asks nothing, and would not say of itself what it is about.
        self.quiet = frozenset(map(language.say, QUIET))

    def rows(self) -> tuple[TermRow, ...]:
        """Return every term on which any country says something, with a cell for each country."""
        rows = (self._row(name, label, cells) for name, label, cells in self._terms())
        return tuple(row for row in rows if row.is_said)

    def ready(self) -> tuple[ReadyComparison, ...]:
        """Return the comparisons of the countries that stand out in a column of the table."""
        rows, by_code = self.rows(), {country.code: country for country in self.countries}
        return tuple(self._ready(choice, rows, by_code) for choice in choices(self.table.show(), MOST))

    def _ready(self, choice: Choice, rows: Sequence[TermRow], by_code: dict[str, CountryShown]) -> ReadyComparison:
        told = (row.of(choice.codes) for row in rows)
        return ReadyComparison(
            id=choice.column,
            countries=tuple(by_code[code] for code in choice.codes),
            rows=tuple(row for row in told if row.is_said),
        )

    def _row(self, name: str, label: str, cells: Callable[[CountryShown], Iterator[Part]]) -> TermRow:
        none = (Part(text=self.language.say("table.none")),)
        made = (
            Cell(
                code=shown.code,
                parts=tuple(cells(shown)) or none,
                is_apart=name in COOP_TERMS and not shown.coop.is_offered,
            )
            for shown in self.countries
        )
        return TermRow(id=name, label=label, cells=tuple(made))

    def _terms(self) -> Iterator[tuple[str, str, Callable[[CountryShown], Iterator[Part]]]]:
        say = self.language.say
        yield "coop", say("table.coop"), self._offered
        for field in COOP_TERMS:
            yield field, say(f"label.{field}"), partial(self._coop_term, field)
        yield "participations", say("label.participations"), self._participations
        yield "legacy", say("label.legacy"), self._legacy
        for index, other in enumerate(self.countries[0].others):
            yield other.id, other.name, partial(self._other, index)
        yield "special", say("heading.special"), self._special
        yield "streams", say("heading.streams"), self._streams

    def _fact(self, code: str, shown: Shown, text: str | None = None) -> Part:
        return Part(text=text or shown.value, url=f"{country_page(code)}#{shown.id}", shown=shown)

    def _offered(self, shown: CountryShown) -> Iterator[Part]:
        is_out = shown.answer == "not_partner"
        yield self._fact(shown.code, shown.partner if is_out else shown.coop.offered)

    def _coop_term(self, field: str, shown: CountryShown) -> Iterator[Part]:
        for term in shown.coop.key(field) if shown.coop.is_offered else ():
            yield self._fact(shown.code, term)

    def _participations(self, shown: CountryShown) -> Iterator[Part]:
        for fact in shown.participations:
            if fact.id.endswith(".participations") and shown.times:
                yield self._fact(shown.code, fact, shown.times)

    def _legacy(self, shown: CountryShown) -> Iterator[Part]:
        for fact in shown.participations:
            if fact.id.endswith(".legacy"):
                yield self._fact(shown.code, fact, self.language.say("compare.has_rule"))

    def _other(self, index: int, shown: CountryShown) -> Iterator[Part]:
        other = shown.others[index]
        if not other.is_offered:
            yield Part(text=self.language.say("offered.no"))
        for term in other.key(*OTHER_TERMS) if other.is_offered else ():
            if term.value not in self.quiet:
                yield self._fact(shown.code, term)

    def _special(self, shown: CountryShown) -> Iterator[Part]:
        count = len(shown.notes) + len(shown.travel_documents) + len(shown.places)
        if count:
            yield Part(text=self.language.say("compare.notes", n=count), url=f"{country_page(shown.code)}#special")

    def _streams(self, shown: CountryShown) -> Iterator[Part]:
        for stream in shown.streams:
            yield Part(text=stream.name, url=f"{country_page(shown.code)}#stream-{stream.id}")
