"""Renders every page of one language as Markdown: hand-written ones and one per country."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.rules.model import Dataset, Source
from generator.site.counting import conflicts, count_statuses
from generator.site.facts import Presenter
from generator.site.language import Language
from generator.site.programme import ProgrammePresenter
from generator.site.showing import CountryPresenter
from generator.site.tell import Teller

TEMPLATES = Path(__file__).parent / "templates"
GROUPS = ("offered", "not_offered", "not_partner", "unclear")

type RenderForm = Callable[..., str]


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
    """All pages of one language on one day."""

    def __init__(
        self, dataset: Dataset, language: Language, as_of: date, content: Path, render_form: RenderForm
    ) -> None:
        self.dataset, self.language, self.as_of, self.content = dataset, language, as_of, content
        self.render_form = render_form
        self.teller = Teller(language)
        self.environment = Environment(
            loader=FileSystemLoader([content / language.code, TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            comment_start_string="{##",  # {# begins the id of a heading in Markdown
            comment_end_string="##}",
        )

    def pages(self) -> Iterator[Page]:
        """Render the hand-written pages, then the countries in the order of their codes."""
        folder = self.content / self.language.code
        for file in sorted(folder.rglob("*.md")):
            yield self._written(PurePosixPath(file.relative_to(folder).as_posix()))
        for code in sorted(self.dataset.countries):
            yield self._country(code)

    def names(self) -> list[tuple[str, str]]:
        """Return code and name of every country, in the order of the names in this language."""
        names = [(code, self.language.text(country.name)) for code, country in self.dataset.countries.items()]
        return sorted(names, key=lambda item: self.language.sorting(item[1]))

    def _written(self, path: PurePosixPath) -> Page:
        presenter = self._presenter()
        # A presenter of their own: the sources of the countries are listed on their pages.
        shown = CountryPresenter(self._presenter(), self.teller, self.dataset)
        countries = [shown.show(self.dataset.countries[code]) for code, _ in self.names()]
        return self._render(
            path,
            str(path),
            presenter,
            countries=countries,
            partner_count=sum(country.answer != "not_partner" for country in countries),
            coop_count=sum(country.coop.is_offered for country in countries),
            groups=[(group, [country for country in countries if country.answer == group]) for group in GROUPS],
            statuses=count_statuses(self.dataset),
            conflicts=conflicts(self.dataset, self.language),
            season=lambda: (ProgrammePresenter(presenter, self.dataset).season(),),
            registry=sorted(self.dataset.sources.values(), key=lambda source: (source.publisher, source.title)),
            form=lambda: self._form(None, table="../countries/#terms", level=2),
        )

    def _country(self, code: str) -> Page:
        presenter = self._presenter()
        country = self.dataset.countries[code]
        programme = ProgrammePresenter(presenter, self.dataset)
        shown = CountryPresenter(presenter, self.teller, self.dataset).show(country)
        return self._render(
            PurePosixPath(f"countries/{code.lower()}.md"),
            "country.md.j2",
            presenter,
            country=shown,
            documents=programme.documents(country) if shown.coop.is_offered else (),
            form=self._form(code, table="#terms", level=3),
        )

    def _render(self, path: PurePosixPath, template: str, presenter: Presenter, **values: Any) -> Page:
        up = "../" * page_url(path).count("/") or "./"
        programme = ProgrammePresenter(presenter, self.dataset)
        text = self.environment.get_template(template).render(
            values,
            say=self.language.say,
            day=self.language.day,
            number=self.language.number,
            as_of=self.language.day(self.as_of),
            link=lambda url: f"{up}{url}" if url else up,
            programme=programme.show,
            sources=presenter.bibliography.listed,
            url_of=self._url_of,
            served_in=self._served_in,
            registered=self.dataset.sources,
            registry_text=self._registry_text,
            verified_on=self.language.day(self.dataset.verified_on),
        )
        return Page(path=path, text=text)

    def _form(self, preset: str | None, *, table: str, level: int) -> Markup:
        # The form is HTML already, with every value in it escaped.
        return Markup(self.render_form(self.dataset, self.language.code, preset, table=table, level=level))  # noqa: S704

    def _presenter(self) -> Presenter:
        return Presenter(self.language, self.as_of, self.dataset.sources)

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
