"""Turns the facts of a country into what its page shows."""

from typing import Any

from generator.rules.country import Country
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset, Source
from generator.rules.programme import Place
from generator.site.country import CategoryShown, CountryShown, StreamShown
from generator.site.facts import Presenter, Shown
from generator.site.tell import Teller
from generator.site.worked import worked_examples

# Shown even where nothing is recorded, so that a reader sees that it is not known.
BASIC = ("ages", "permit_months", "permit", "discontinuance_months", "residence_required")
ALWAYS = {
    Category.INTERNATIONAL_COOP: (*BASIC, "school"),
    Category.YOUNG_PROFESSIONALS: BASIC,
    Category.WORKING_HOLIDAY: BASIC,
}
BRIEF = frozenset({*BASIC, "school", "offered", "partner"}) - {"permit"}
# What few agreements have and what then excludes most people.
SPECIAL = (
    "restricted_fields",
    "graduates_within_months",
    "training_centre_accepted",
    "must_be_paid",
    "intra_company_only",
)
REACH = {"citizenship": "citizenship_of", "residence": "residence_in"}


class CountryPresenter:
    """Shows countries in one language on one day."""

    def __init__(self, presenter: Presenter, teller: Teller, dataset: Dataset) -> None:
        self.presenter, self.teller, self.dataset = presenter, teller, dataset
        self.language = presenter.language

    def show(self, country: Country) -> CountryShown:
        """Show one country."""
        coop, *others = (self._category(country, category) for category in Category)
        return CountryShown(
            code=country.code,
            name=self.language.text(country.name),
            answer=self._answer(country),
            partner=self._fact(country, "partner", country.partner),
            coop=coop,
            others=tuple(others),
            times=self._times(country),
            participations=self._recorded(country, "participations", "legacy"),
            travel_documents=self._recorded(country, "travel_documents"),
            places=self._places(country),
            streams=self._streams(country),
            notes=tuple(self._fact(country, f"notes.{note.id}", note.text, "note") for note in country.notes),
            worked=tuple(worked_examples(country, self.presenter)),
            official=self._official(country),
        )

    def _answer(self, country: Country) -> str:
        partner = self.presenter.in_force(country.partner)
        offered = self.presenter.in_force(country.categories[Category.INTERNATIONAL_COOP].offered)
        if partner and partner.value is Answer.NO:
            return "not_partner"
        if offered and offered.value in (Answer.YES, Answer.NO):
            return "offered" if offered.value is Answer.YES else "not_offered"
        return "unclear"

    def _times(self, country: Country) -> str | None:
        row = self.presenter.in_force(country.participations)
        return None if row is None else self.teller.times(row.value)

    def _official(self, country: Country) -> Source | None:
        row = self.presenter.in_force(country.categories[Category.INTERNATIONAL_COOP].offered)
        sources = [self.dataset.sources[reference.id] for reference in row.sources] if row else []
        return next((source for source in sources if source.tier == "official" and source.modified_on), None)

    def _fact(self, country: Country, path: str, history: Any, field: str | None = None) -> Shown:
        """Show the fact at `path` below `country`; its last step names the field, where `field` does not."""
        name = field or path.rpartition(".")[2]
        return self.presenter.show(
            f"{country.code}.{path}",
            self.language.say(f"label.{name}"),
            history,
            lambda value: self.teller.value(name, value, country.code),
            (lambda value: self.teller.brief(name, value)) if name in BRIEF else None,
        )

    def _recorded(self, country: Country, *fields: str) -> tuple[Shown, ...]:
        return tuple(self._fact(country, field, history) for field in fields if (history := getattr(country, field)))

    def _category(self, country: Country, category: Category) -> CategoryShown:
        terms = country.categories[category]
        row = self.presenter.in_force(terms.offered)
        is_offered = row is not None and row.value is Answer.YES
        return CategoryShown(
            id=category.value,
            name=self.language.category(category),
            offered=self._fact(country, f"{category.value}.offered", terms.offered),
            is_offered=is_offered,
            terms=self._terms(country, category, ALWAYS[category] if is_offered else ()),
        )

    def _terms(self, country: Country, category: Category, always: tuple[str, ...]) -> tuple[Shown, ...]:
        """Show the terms named in `always` and, of all the others, those that are recorded."""
        terms = country.categories[category]
        others = (name for name in (*BASIC, "school", *SPECIAL) if name not in always and getattr(terms, name))
        fields = (*always, *others)
        return tuple(self._fact(country, f"{category.value}.{name}", getattr(terms, name)) for name in fields)

    def _streams(self, country: Country) -> tuple[StreamShown, ...]:
        fields = ("description", "ages", "permit_months")
        return tuple(
            StreamShown(
                id=stream.id,
                name=self.language.text(stream.name),
                category=self.language.category(stream.category),
                facts=tuple(
                    self._fact(country, f"streams.{stream.id}.{field}", history)
                    for field in fields
                    if (history := getattr(stream, field))
                ),
            )
            for stream in country.streams
        )

    def _places(self, country: Country) -> tuple[Shown, ...]:
        places = self.dataset.places.values()
        return tuple(
            self._place(place, field)
            for place in places
            for field in ("citizenship", "residence")
            if getattr(place, REACH[field]) == country.code
        )

    def _place(self, place: Place, field: str) -> Shown:
        label = self.language.country(place.code)
        return self.presenter.show(
            f"places.{place.code}", label, place.covered, lambda covered: self.teller.choice(f"place.{field}", covered)
        )
