"""Names any fact by what it is about and puts its value in words, wherever it stands in the data."""

from collections.abc import Callable
from copy import copy
from datetime import date
from typing import Any

from generator.dataset import Knowledge
from generator.dataset.guide import Statement, Unlimited
from generator.publish.statements import filled
from generator.rules.facts import Text
from generator.rules.kinds import Category
from generator.rules.programme import RequiredDocument
from generator.site.facts import Presenter, Shown
from generator.site.programme import ProgrammePresenter
from generator.site.showing import REACH
from generator.site.tell import Teller

CATEGORIES = frozenset(category.value for category in Category)


class Naming:
    """Names facts by their ids and tells their values, in one language for one page."""

    def __init__(self, presenter: Presenter, knowledge: Knowledge) -> None:
        self.presenter, self.knowledge = presenter, knowledge
        self.language = presenter.language
        self.teller = Teller(presenter.language)
        self.programme = ProgrammePresenter(presenter, knowledge.dataset)
        self.topics = {point.id: topic for topic, points in knowledge.guide.items() for point in points}
        self.documents = {document.id: document for document in knowledge.dataset.documents}
        self.organizations = {organization.id: organization for organization in knowledge.organizations}

    def on(self, day: date) -> "Naming":
        """Return what names facts for the same page, and shows them as they were or will be on `day`."""
        other, other.presenter = copy(self), copy(self.presenter)
        other.presenter.as_of = day
        return other

    def show(self, id: str, label: str | None = None) -> Shown:  # noqa: A002 the word the data uses
        """Show the fact `id` under `label`, or under the name of what it is about."""
        rows = self.knowledge.index[id].rows
        return self.presenter.show(
            id, self.about(id) if label is None else label, rows, lambda value: self.value(id, value)
        )

    def about(self, id: str) -> str:  # noqa: A002 the word the data uses
        """Say what the fact `id` is about, such as "Germany: Age (International Co-op)"."""
        kind, *steps = id.split(".")
        match kind:
            case "programme":
                return self.language.say(f"programme_field.{steps[0]}")
            case "glossary":
                return self.language.say("about.glossary")
            case "places":
                return self.language.country(steps[0])
            case "documents":
                return self.document(self.documents[steps[0]])
            case "guide":
                return self.language.say(f"topic.{self.topics[steps[0]].value}")
            case "organizations":
                return self._of(self.organizations[steps[0]].name, self.language.say(f"organization_field.{steps[1]}"))
            case "seasons":
                return self._of(
                    self.language.say("about.season", year=steps[0]), self.language.say(f"season_field.{steps[1]}")
                )
            case "pools":
                season, country, category, field = steps
                label = self.language.say(f"pool_field.{field}")
                of_season = self.language.say("about.pool", label=label, year=season)
                return self._of(self.language.country(country), of_season, category)
        return self._about_country(kind, steps)

    def value(self, id: str, value: Any) -> str:  # noqa: A002 the word the data uses
        """Put a value of the fact `id` in words."""
        kind, *steps = id.split(".")
        told: dict[str, Callable[[Any], str]] = {
            "programme": lambda value: self.programme.tell(steps[0], value),
            "documents": self.programme.asking,
            "glossary": lambda term: self.language.say("about.term", en=term.en, fr=term.fr),
            "places": lambda covered: self.teller.choice(f"place.{self._reach(steps[0])}", covered),
        }
        if kind in told:
            return told[kind](value)
        if isinstance(value, Statement):
            return filled(value, self.language.wording)
        if isinstance(value, Text):
            return self.language.text(value)
        if isinstance(value, date):
            return self.language.day(value)
        if kind == "organizations" and isinstance(value, tuple):
            return self.language.all_of(map(self.language.category, value))
        if kind in ("pools", "seasons"):
            return self.number(value)
        return self.teller.value(steps[-1], value, kind if kind in self.knowledge.dataset.countries else None)

    def document(self, document: RequiredDocument) -> str:
        """Name a document and when it is shown."""
        when = self.language.say(f"document_when.{document.when.value}")
        return f"{self.language.text(document.name)} ({when})"

    def number(self, value: int | Unlimited) -> str:
        """Write a quota or a count."""
        return self.language.say("quota.unlimited") if value is Unlimited.UNLIMITED else self.language.number(value)

    def _about_country(self, code: str, steps: list[str]) -> str:
        name = self.language.text(self.knowledge.dataset.countries[code].name)
        if steps[0] in CATEGORIES:
            return self._of(name, self._label(steps[1]), steps[0])
        if steps[0] == "notes":
            return self._of(name, self._label("note"))
        if steps[0] == "streams":
            stream = next(item for item in self.knowledge.dataset.countries[code].streams if item.id == steps[1])
            return self._of(name, f"{self.language.text(stream.name)}, {self._label(steps[2])}")
        return self._of(name, self._label(steps[0]))

    def _label(self, field: str) -> str:
        return self.language.say(f"label.{field}")

    def _of(self, name: str, label: str, category: str | None = None) -> str:
        if category is None:
            return self.language.say("about.of", name=name, label=label)
        return self.language.say(
            "about.of_category", name=name, label=label, category=self.language.category(Category(category))
        )

    def _reach(self, code: str) -> str:
        place = self.knowledge.dataset.places[code]
        return next(field for field in ("citizenship", "residence") if getattr(place, REACH[field]))
