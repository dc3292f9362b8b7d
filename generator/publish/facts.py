"""Everything that is known of one day, as other programs read it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.dataset.guide import Point, Statement, Topic
from generator.dataset.index import Entry
from generator.dataset.knowledge import Knowledge
from generator.explain.wording import Wording, Words
from generator.publish.countries import country_on
from generator.publish.rows import BY_SEASON, NOT_KNOWN, plain_fact, row_for
from generator.publish.statements import filled
from generator.rules.facts import Fact, NotKnownError
from generator.rules.record import to_plain

SECTIONS = ("programme", "documents", "places", *BY_SEASON, "organizations", "glossary")


def facts_on(knowledge: Knowledge, day: date, words: Mapping[str, Words]) -> dict[str, Any]:
    """Return every fact in force on `day`; `words` are those of the assessment by language.

    Each fact stands under the steps of its id, with its value, status, days, sources and other versions. What no row
    covers is `not_known`; a number of a season that was read on one day is shown from then on, with that day. Raises
    NotKnownError for a day before every recorded fact.
    """
    first_day = min(row.in_force.first_day for entry in knowledge.index.values() for row in entry.rows)
    if day < first_day:
        raise NotKnownError("facts", day, first_day)
    return _View(knowledge, day, words).everything()


class _View:
    def __init__(self, knowledge: Knowledge, day: date, words: Mapping[str, Words]) -> None:
        self.knowledge, self.day = knowledge, day
        self.wordings = {lang: Wording(knowledge.dataset, said, lang) for lang, said in words.items()}

    def everything(self) -> dict[str, Any]:
        dataset = self.knowledge.dataset
        sections = {name: self._section(name) for name in SECTIONS}
        for document in dataset.documents:
            sections["documents"][document.id] |= _told(document, but="asked")
        for place in dataset.places.values():
            sections["places"][place.code] |= _told(place, but="covered")
        for organization in self.knowledge.organizations:
            sections["organizations"][organization.id] |= {"name": organization.name}
        for term in self.knowledge.terms:
            sections["glossary"][term.id] |= {"group": term.group}
        return {
            "as_of": self.day.isoformat(),
            "dataset_verified_on": dataset.verified_on.isoformat(),
            "countries": {
                code: {**country_on(country, self.day, self.knowledge.sources), "facts": self._of_country(code)}
                for code, country in sorted(dataset.countries.items())
            },
            **sections,
            "guide": {
                point.id: self._point(topic, point)
                for topic, points in self.knowledge.guide.items()
                for point in points
            },
        }

    def _section(self, name: str) -> dict[str, Any]:
        """Return the facts whose ids begin with `name`, nested as their ids are."""
        section: dict[str, Any] = {}
        for entry in self.knowledge.index.values():
            first, *way = entry.id.split(".")
            if first == name:
                here = section
                for step in way[:-1]:
                    here = here.setdefault(step, {})
                here[way[-1]] = self._fact(entry)
        return section

    def _of_country(self, code: str) -> dict[str, Any]:
        """Return every fact of a country by its id, also those that the plain view leaves out."""
        ids = (fact for fact in self.knowledge.index if fact.startswith(f"{code}."))
        return {fact: self._fact(self.knowledge.index[fact]) for fact in ids}

    def _fact(self, entry: Entry) -> dict[str, Any]:
        return {"id": entry.id, **plain_fact(self._row(entry), self.day, self.knowledge.sources)}

    def _row(self, entry: Entry) -> Fact[Any] | None:
        return row_for(entry.id, entry.rows, self.day)

    def _point(self, topic: Topic, point: Point) -> dict[str, Any]:
        entry = self.knowledge.index[f"guide.{point.id}"]
        said = {"id": entry.id, "topic": topic.value, "categories": to_plain(point.categories)}
        row: Fact[Statement] | None = self._row(entry)
        if row is None:
            return {**said, "text": NOT_KNOWN}
        plain = plain_fact(row, self.day, self.knowledge.sources)
        del plain["value"]
        for version, shown in zip(row.versions, plain["versions"], strict=True):
            shown["value"] = self._statement(version.value)
        return {**said, **self._statement(row.value), **plain}

    def _statement(self, statement: Statement) -> dict[str, Any]:
        text = {lang: filled(statement, wording) for lang, wording in self.wordings.items()}
        return {"text": text, "figures": to_plain(statement.figures)}


def _told(record: Any, *, but: str) -> dict[str, Any]:
    """Return what a record says beside its fact."""
    return {name: value for name, value in to_plain(record).items() if name not in (but, "id", "code")}
