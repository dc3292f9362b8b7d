"""Builds the whole site: Markdown to disk, two MkDocs builds, the checker's files, the last steps, into place."""

import json
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator import browser
from generator.dataset import Knowledge
from generator.publish import changes_view
from generator.site.colours import colours
from generator.site.configs import PROJECT, Edition, write_config
from generator.site.errors import BuildError
from generator.site.finish import About, finish
from generator.site.flags import write_flags
from generator.site.language import LANGUAGES, Language, PhraseError, load_language
from generator.site.mkdocs import render
from generator.site.pages import TEMPLATES, Book
from generator.site.repository import Repository, load_repository
from generator.site.social import Card, cards_of, write_cards, write_icons, write_manifest
from generator.site.store import Store
from generator.words import load_words

CONTENT = PROJECT / "content"
WORK = PROJECT / "build"


def build_site(
    knowledge: Knowledge,
    out: Path,
    as_of: date,
    site_url: str | None = None,
    *,
    words: dict[str, Any] | None = None,
    work: Path = WORK,
    repository_url: str | None = None,
) -> None:
    """Build the site of what is known as of a day into `out`.

    The site is made in the folder `work` and moved into place at the end, so that a build that fails leaves the last
    good site. `words`, those of the assessment, default to the project's. `site_url` is the public address, for
    canonical links and the sitemap; without it the site works at any address. `repository_url` is the page of the
    repository that the links for corrections lead to; without it, mkdocs.yml names one.

    Raises BuildError with every problem found.
    """
    repository = load_repository(PROJECT / "mkdocs.yml", repository_url)
    staged = work / "site"
    for folder in (staged, work / "docs"):
        shutil.rmtree(folder, ignore_errors=True)
    words = words or load_words(PROJECT / "data")
    languages = [load_language(code, CONTENT, knowledge.dataset, words) for code in LANGUAGES]
    editions = _editions(languages, work, staged, site_url)
    store = Store(work / "kept")
    for edition in editions:  # English first: a MkDocs build empties its folder, and French lies inside it
        _build_language(knowledge, edition, repository, as_of, work, store)
    browser.stage(knowledge.dataset, words, staged)
    _write_changes(knowledge, as_of, staged / "changes")
    write_icons(staged / "assets" / "icons")
    write_flags(knowledge.dataset.countries, staged / "assets" / "flags")
    _write_not_found(staged, languages, site_url)
    finish(staged, [(edition, _about(edition, knowledge, repository, as_of)) for edition in editions], CONTENT)
    store.sweep()
    _put_in_place(staged, out)


def _editions(languages: list[Language], work: Path, site: Path, site_url: str | None) -> tuple[Edition, Edition]:
    root = f"{site_url.rstrip('/')}/" if site_url else ""
    addresses = {"en": root, "fr": f"{root}fr/"} if root else {}
    english, french = languages
    docs = work / "docs"
    return (
        Edition(language=english, docs=docs / "en", site=site, addresses=addresses, twin="fr/", root=""),
        Edition(language=french, docs=docs / "fr", site=site / "fr", addresses=addresses, twin="../", root="../"),
    )


def _build_language(
    knowledge: Knowledge, edition: Edition, repository: Repository, as_of: date, work: Path, store: Store
) -> None:
    root = edition.addresses.get(edition.language.code, "")
    book = Book(knowledge, edition.language, as_of, CONTENT, repository, root)
    written = []
    try:
        for page in book.pages():
            written.append((page.url, page.text))
            path = edition.docs / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text, encoding="utf-8")
    except PhraseError as error:
        raise BuildError([str(error)]) from error
    except TemplateError as error:
        raise BuildError([f"content/{edition.language.code}: a page cannot be rendered: {error}"]) from error
    cards = list(cards_of(written, {country.code: country for country in book.countries}, edition.language))
    render(write_config(edition, work), as_of, [f"{card.name} {card.title}" for card in cards], store)
    _write_social(cards, edition, store)


def _write_social(cards: Iterable[Card], edition: Edition, store: Store) -> None:
    """Write what the pages of a language look like where somebody passes them on, or keeps the site at hand."""
    write_cards(cards, edition.site / edition.root / "assets" / "cards", store)
    write_manifest(edition.site, edition.language, edition.root)


def _write_changes(knowledge: Knowledge, as_of: date, folder: Path) -> None:
    """Write the recorded changes of each jurisdiction, and those of the programme, as files for programs."""
    for name, code in (("programme", None), *((code.lower(), code) for code in knowledge.dataset.countries)):
        view = changes_view(knowledge, code, as_of)
        (folder / f"{name}.json").write_text(json.dumps(view, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _about(edition: Edition, knowledge: Knowledge, repository: Repository, as_of: date) -> About:
    code = edition.language.code
    return About(
        language=code,
        site=edition.language.say("site_name"),
        address=edition.addresses.get(code, ""),
        repository=repository.url,
        as_of=as_of,
        verified_on=knowledge.dataset.verified_on,
    )


def _write_not_found(site: Path, languages: list[Language], site_url: str | None) -> None:
    """Write one page for unknown addresses, in both languages and with nothing to load: it is served at any depth."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    root = urlsplit(site_url or "").path.rstrip("/") + "/"
    schemes = [(scheme, colours(scheme)) for scheme in ("default", "slate")]
    page = environment.get_template("404.html.j2").render(languages=languages, root=root, schemes=schemes)
    (site / "404.html").write_text(page, encoding="utf-8")
    (site / "fr" / "404.html").unlink(missing_ok=True)


def _put_in_place(staged: Path, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    old = staged.with_name("site-before")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        shutil.move(out, old)
    shutil.move(staged, out)
    shutil.rmtree(old, ignore_errors=True)
