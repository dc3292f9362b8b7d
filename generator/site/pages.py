"""Renders every page of one language as Markdown: hand-written ones and one per country."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.browser import render_form, render_place
from generator.browser.offices import render_offices
from generator.browser.years import render_years
from generator.dataset import Knowledge
from generator.entry.decoding import LARGEST
from generator.entry.table import MOST_ROWS
from generator.rules.model import Source
from generator.site.answers import AnswersPresenter
from generator.site.changes import ChangesPresenter
from generator.site.claims import ClaimsPresenter
from generator.site.columns import columns_shown
from generator.site.compare import SidesPresenter, TablePresenter
from generator.site.country import CountryShown
from generator.site.coverage import coverage
from generator.site.describing import description
from generator.site.example import worked_example
from generator.site.facts import Presenter
from generator.site.guide import GuidePresenter
from generator.site.home import HomePresenter
from generator.site.icons import icon
from generator.site.language import LANGUAGES, Language
from generator.site.naming import Naming
from generator.site.neighbours import Nearest, NeighboursPresenter
from generator.site.pictures import PicturesPresenter
from generator.site.places import places
from generator.site.pools import PoolsPresenter
from generator.site.programme import ProgrammePresenter
from generator.site.repository import FACTS, Repository
from generator.site.resting import RegistryPresenter
from generator.site.season_now import SeasonNowPresenter
from generator.site.seasons import SeasonsPresenter
from generator.site.shares import shares
from generator.site.showing import CountryPresenter
from generator.site.tell import Teller

TEMPLATES = Path(__file__).parent / "templates"
NEWEST = 3  # days of changes on the page of a country
GROUPS = ("offered", "not_offered", "not_partner", "unclear")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One Markdown page: its path below the language's folder, its text and its place in the navigation."""

    path: PurePosixPath
    text: str

    @property
    def url(self) -> str:
        """Return the address below the language's root, ending in a slash; empty for the home page."""
        return page_url(self.path)


def page_url(path: PurePosixPath) -> str:
    """Return the directory address that MkDocs gives the Markdown file `path`."""
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


class Book:
    """All pages of one language on one day.

    `root` is the public address of the language, empty where none is known.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        language: Language,
        as_of: date,
        content: Path,
        repository: Repository,
        root: str = "",
    ) -> None:
        self.knowledge, self.language, self.as_of, self.content = knowledge, language, as_of, content
        self.dataset = knowledge.dataset
        self.repository, self.root = repository, root
        self.above = "" if language.code == LANGUAGES[0] else "../"
        self.teller = Teller(language)
        self.places = places(knowledge)
        self.environment = Environment(
            loader=FileSystemLoader([content / language.code, TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            comment_start_string="{##",  # {# begins the id of a heading in Markdown
            comment_end_string="##}",
        )

    def pages(self) -> Iterator[Page]:
        """Render every page: the hand-written ones, then those of the countries in the order of their codes."""
        folder = self.content / self.language.code
        for file in sorted(folder.rglob("*.md")):
            yield self.page(PurePosixPath(file.relative_to(folder).as_posix()))
        for code in sorted(self.dataset.countries):
            for kind in ("countries", "changes"):
                yield self.page(PurePosixPath(f"{kind}/{code.lower()}.md"))

    def page(self, path: PurePosixPath) -> Page:
        """Render the page at `path`, which is that of a country where it is named after one."""
        code = path.stem.upper()
        if code in self.dataset.countries:
            return self._country(path, code) if path.parts[0] == "countries" else self._changes(path, code)
        return self._written(path)

    def names(self) -> list[tuple[str, str]]:
        """Return code and name of every country, in the order of the names in this language."""
        names = [(code, self.language.text(country.name)) for code, country in self.dataset.countries.items()]
        return sorted(names, key=lambda item: self.language.sorting(item[1]))

    @cached_property
    def countries(self) -> list[CountryShown]:
        """Return what every country offers, by name; the sources are numbered on the pages of the countries."""
        shown = CountryPresenter(self._presenter(PurePosixPath("countries/index.md")), self.teller, self.dataset)
        return [shown.show(self.dataset.countries[code]) for code, _ in self.names()]

    @cached_property
    def _neighbours(self) -> NeighboursPresenter:
        nearest = Nearest(self.dataset.countries.values(), self.as_of)
        return NeighboursPresenter(self.language, self.countries, nearest)

    def _written(self, path: PurePosixPath) -> Page:
        presenter = self._presenter(path)
        naming = Naming(presenter, self.knowledge)
        return self._render(
            path,
            str(path),
            presenter,
            countries=self.countries,
            partner_count=sum(country.answer != "not_partner" for country in self.countries),
            coop_count=sum(country.coop.is_offered for country in self.countries),
            groups=[(group, [country for country in self.countries if country.answer == group]) for group in GROUPS],
            coverage=lambda: coverage(self.knowledge, self.as_of),
            season=lambda: (ProgrammePresenter(presenter, self.dataset).season(),),
            registry=RegistryPresenter(naming).show,
            guide=GuidePresenter(naming),
            shares=lambda field: shares(self.countries, naming, field),
            refer=lambda *facts: tuple(map(naming.show, facts)),
            seasons=SeasonsPresenter(naming),
            table=lambda: self._table().show(),
            sides=SidesPresenter(self.language, self._table()),
            pictures=PicturesPresenter(naming, self.countries),
            claims=ClaimsPresenter(naming, self.countries),
            changes=ChangesPresenter(naming),
            home=HomePresenter(naming, self.countries),
            icon=icon,
            repository=self.repository,
            example=lambda fact: worked_example(self.knowledge.index[fact], self.knowledge.folder),
            form=lambda: Markup(render_form(self.dataset, self.language.code, table="../countries/#terms")),  # noqa: S704
            planner=lambda: Markup(render_years(self.dataset, self.language.code, table="../countries/#terms")),  # noqa: S704
            offices=lambda: Markup(render_offices(self.language.code, command_line="#command-line")),  # noqa: S704
            columns=lambda: columns_shown(self.language),
            most_rows=MOST_ROWS,
            most_megabytes=LARGEST // 1024**2,
        )

    def _table(self) -> TablePresenter:
        return TablePresenter(self.dataset, self.as_of, self.countries)

    def _country(self, path: PurePosixPath, code: str) -> Page:
        presenter = self._presenter(path)
        country = self.dataset.countries[code]
        # For facts whose own place is another page, with their sources.
        elsewhere = Naming(self._presenter(path), self.knowledge)
        shown = CountryPresenter(presenter, self.teller, self.dataset).show(country)
        answers = AnswersPresenter(presenter, self.dataset).show(shown)
        return self._render(
            path,
            "country.md.j2",
            presenter,
            country=shown,
            describe=description(shown, self.language),
            documents=elsewhere.programme.documents(country) if shown.coop.is_offered else (),
            season=SeasonNowPresenter(elsewhere).show(shown),
            history=ChangesPresenter(elsewhere).of(code)[:NEWEST],
            neighbours=self._neighbours.show(code),
            file=self.repository.file(f"{FACTS}/countries/{code}.yml"),
            quotas=PoolsPresenter(presenter, self.knowledge).show(country),
            answers=answers,
            form=self._place(code, "#answers" if answers else "#terms"),
        )

    def _changes(self, path: PurePosixPath, code: str) -> Page:
        presenter = self._presenter(path)
        changes = ChangesPresenter(Naming(presenter, self.knowledge))
        return self._render(
            path,
            "changes.md.j2",
            presenter,
            code=code,
            name=self.language.country(code),
            days=changes.of(code),
            known_since=changes.known_since(code),
        )

    def _render(self, path: PurePosixPath, template: str, presenter: Presenter, **values: Any) -> Page:
        up = "../" * page_url(path).count("/") or "./"
        programme = ProgrammePresenter(presenter, self.dataset)
        text = self.environment.get_template(template).render(
            values,
            say=self.language.say,
            day=self.language.day,
            number=self.language.number,
            months=self.language.months,
            as_of=self.language.day(self.as_of),
            link=lambda url: f"{up}{url}" if url else up,
            programme=programme.show,
            root_file=lambda path: f"{up}{self.above}{path}",  # files for programs lie once, below the root of the site
            place=lambda fact: f"{up}{self.places[fact]}",  # the way to where a fact is shown
            sources=presenter.bibliography.listed,
            url_of=self._url_of,
            served_in=self._served_in,
            registered=self.knowledge.sources,
            registry_text=self._registry_text,
            verified_on=self.language.day(self.dataset.verified_on),
        )
        return Page(path=path, text=text)

    def _place(self, code: str, table: str) -> Markup:
        # It is HTML already, with every value in it escaped.
        return Markup(render_place(self.dataset, self.language.code, code, table=table, checker="../../checker/"))  # noqa: S704

    def _presenter(self, path: PurePosixPath) -> Presenter:
        """Return a presenter for the page at `path`; its address goes into reports."""
        root = self.root or ("/" if self.language.code == LANGUAGES[0] else f"/{self.language.code}/")
        address = f"{root}{page_url(path)}"
        return Presenter(self.language, self.as_of, self.knowledge, self.repository, address)

    def _url_of(self, source: Source) -> str:
        return (source.url_fr or source.url) if self.language.code == "fr" else source.url

    def _served_in(self, source: Source) -> str:
        return "fr" if self.language.code == "fr" and source.url_fr else source.languages[0]

    def _registry_text(self, text: str) -> Markup:
        """Return words of the registry of sources, which is in English, in this language where they are translated."""
        if self.language.code == "en":
            return escape(self.language.dated(text))
        key = f"registry.{text}"
        if self.language.has(key):
            return escape(self.language.dated(self.language.phrases[key]))
        return Markup('<span lang="en">{}</span>').format(text)
