"""What is known of the programme by topic: points, recognized organizations, documents, official terms."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.dataset.guide import Organization, Point, Topic
from generator.rules.kinds import Answer, Category
from generator.site.facts import Shown
from generator.site.naming import Naming
from generator.site.places import GUIDE, GUIDE_PAGES


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNamed:
    """A page of the guide: its address below the root of the language, its short name, and what it answers."""

    address: str
    name: str
    says: str


class GuidePresenter:
    """Shows what pages tell besides the facts of the rules, in one language for one page."""

    def __init__(self, naming: Naming) -> None:
        self.naming, self.knowledge, self.language = naming, naming.knowledge, naming.language
        self.named = {point.id: point for points in self.knowledge.guide.values() for point in points}

    def topic(self, name: str) -> tuple[Shown, ...]:
        """Show the points of the topic `name`, each labelled with its categories unless it holds for all.

        Those that hold no longer, or not yet, follow the others and say when.
        """
        return self._in_order(self.knowledge.guide.get(Topic(name), ()))

    def points(self, *names: str) -> tuple[Shown, ...]:
        """Show the points with these ids, in this order, as a topic shows them. Raises KeyError for an unknown one."""
        return self._in_order(self.named[name] for name in names)

    def pages(self) -> tuple[PageNamed, ...]:
        """Return the pages of the guide that follow its first one, in reading order."""
        return tuple(map(self._page, GUIDE_PAGES[1:]))

    def beside(self, page: str) -> tuple[PageNamed | None, PageNamed | None]:
        """Return the pages before and after `page` in reading order, None at the ends."""
        at = GUIDE_PAGES.index(page)
        before, after = GUIDE_PAGES[at - 1 : at], GUIDE_PAGES[at + 1 : at + 2]
        return (self._page(before[0]) if before else None, self._page(after[0]) if after else None)

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

    def _page(self, name: str) -> PageNamed:
        return PageNamed(
            address=GUIDE if name == "index" else f"{GUIDE}{name}/",
            name=self.language.say(f"topic.{name}"),
            says=self.language.say(f"topic_says.{name}"),
        )

    def _in_order(self, points: Iterable[Point]) -> tuple[Shown, ...]:
        shown = tuple(map(self._point, points))
        return (*(point for point in shown if point.when is None), *(point for point in shown if point.when))

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
