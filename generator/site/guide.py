"""What is known of the programme by topic: points, recognized organizations, documents, official terms."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.dataset.guide import Organization, Point, Topic
from generator.rules.kinds import Answer, Category
from generator.site.facts import Shown
from generator.site.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationShown:
    """A body that is named as a recognized organization; `categories` is None where nobody publishes them.

    `is_out` tells that it is known not to be one.
    """

    name: str
    recognized: Shown
    is_out: bool
    categories: Shown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermShown:
    """An official term in the language of the page, and in the other one."""

    here: str
    there: str
    shown: Shown


class GuidePresenter:
    """Shows what pages tell besides the facts of the rules, in one language for one page."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the names of the topics, in the order in which pages tell them."""
        return tuple(topic.value for topic in Topic if topic in self.knowledge.guide)

    def topic(self, name: str) -> tuple[Shown, ...]:
        """Show the points of the topic `name`, each labelled with its categories unless it holds for all.

        Those that hold no longer, or not yet, follow the others and say when.
        """
        shown = tuple(map(self._point, self.knowledge.guide.get(Topic(name), ())))
        return (*(point for point in shown if point.when is None), *(point for point in shown if point.when))

    def documents(self) -> tuple[Shown, ...]:
        """Show every document that is ever asked for, and on which condition."""
        return tuple(self.naming.show(f"documents.{document.id}") for document in self.knowledge.dataset.documents)

    def organizations(self) -> tuple[OrganizationShown, ...]:
        """Show the bodies that are named as recognized organizations, by name."""
        by_name = sorted(self.knowledge.organizations, key=lambda body: self.language.sorting(body.name))
        return tuple(map(self._organization, by_name))

    def terms(self) -> dict[str, list[TermShown]]:
        """Show the official terms by group, as the data groups and orders them."""
        groups: dict[str, list[TermShown]] = {}
        for term in self.knowledge.terms:
            shown = self.naming.show(f"glossary.{term.id}", "")
            row = self.naming.presenter.in_force(term.name) or term.name[-1]
            here, there = (row.value.en, row.value.fr) if self.language.code == "en" else (row.value.fr, row.value.en)
            groups.setdefault(term.group, []).append(TermShown(here=here, there=there, shown=shown))
        return groups

    def _point(self, point: Point) -> Shown:
        fact, label, presenter = f"guide.{point.id}", self._holds_for(point.categories), self.naming.presenter
        if presenter.in_force(point.says):
            return self.naming.show(fact, label)
        period = point.says[-1].in_force
        return replace(self.naming.on(period.first_day).show(fact, label), when=presenter.period(period))

    def _holds_for(self, categories: Iterable[Category]) -> str:
        named = tuple(categories)
        if not named or set(named) == set(Category):
            return ""
        return self.language.all_of(map(self.language.category, named))

    def _organization(self, body: Organization) -> OrganizationShown:
        id = f"organizations.{body.id}"  # noqa: A001 the word the data uses
        row = self.naming.presenter.in_force(body.recognized)
        return OrganizationShown(
            name=body.name,
            is_out=row is not None and row.value is Answer.NO,
            recognized=self.naming.show(f"{id}.recognized", self.language.say("organization_field.recognized")),
            categories=self.naming.show(f"{id}.categories", self.language.say("organization_field.categories"))
            if body.categories
            else None,
        )
