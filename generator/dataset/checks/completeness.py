"""What must be there is there, and what belongs to another case is not."""

from collections.abc import Iterator
from dataclasses import fields

from generator.dataset.files import File, Files
from generator.dataset.problems import Problem
from generator.rules.country import Country, Terms
from generator.rules.kinds import Answer, Category

ALWAYS = ("ages", "permit_months", "permit", "discontinuance_months", "residence_required")
COOP_ONLY = ("school", "restricted_fields", "graduates_within_months", "training_centre_accepted")
YOUNG_PROFESSIONALS_ONLY = ("intra_company_only",)
NO_ROW = "no row is given; add a fact whose value is yes or no"


def categories_complete(files: Files) -> Iterator[Problem]:
    """Find countries that leave a category out, and categories that leave a term out."""
    for file in files.countries.values():
        if file.content:
            for category in Category:
                if category not in file.content.categories:
                    message = f"`{category}` is missing; add it, with `offered:` of value no where it is not offered"
                    yield file.located.problem(("categories",), message, at_key=True)
            for category, terms in file.content.categories.items():
                yield from _terms(file, category, terms)


def partners_complete(files: Files) -> Iterator[Problem]:
    """Find partners without participations, and others that offer a category."""
    for file in files.countries.values():
        if file.content is None:
            continue
        if not file.content.partner:
            yield file.located.problem(("partner",), NO_ROW, at_key=True)
        is_partner = any(row.value is Answer.YES for row in file.content.partner)
        if is_partner and not file.content.participations:
            message = "a partner needs the key `participations`; add it"
            yield file.located.problem(("participations",), message)
        if not is_partner and any(_ever_offered(terms) for terms in file.content.categories.values()):
            message = "the country is no partner but offers a category; make the two agree"
            yield file.located.problem(("partner",), message, at_key=True)


def programme_complete(files: Files) -> Iterator[Problem]:
    """Find programme facts without any row."""
    programme = files.programme.content
    if programme:
        for field in fields(programme):
            if not getattr(programme, field.name):
                message = "no row is given; add at least one fact"
                yield files.programme.located.problem((field.name,), message, at_key=True)


def ids_unique(files: Files) -> Iterator[Problem]:
    """Find places, seasons, documents, notes and streams that stand twice."""
    yield from _unique(files.places, "code", [place.code for place in files.places.content or ()])
    yield from _unique(files.seasons, "year", [season.year for season in files.seasons.content or ()])
    yield from _unique(files.documents, "id", [document.id for document in files.documents.content or ()])
    for file in files.countries.values():
        if file.content:
            yield from _unique(file, "id", [note.id for note in file.content.notes], "notes")
            yield from _unique(file, "id", [stream.id for stream in file.content.streams], "streams")


def _ever_offered(terms: Terms) -> bool:
    return any(row.value is Answer.YES for row in terms.offered)


def _terms(file: File[Country], category: Category, terms: Terms) -> Iterator[Problem]:
    here = ("categories", category.value)
    present = {field.name for field in fields(terms) if getattr(terms, field.name)}
    if "offered" not in present:
        yield file.located.problem((*here, "offered"), NO_ROW, at_key=True)
        return
    if not _ever_offered(terms):
        for key in sorted(present - {"offered"}):
            message = "the category is not offered; remove this key or correct `offered`"
            yield file.located.problem((*here, key), message, at_key=True)
        return
    wanted = (*ALWAYS, "school") if category is Category.INTERNATIONAL_COOP else ALWAYS
    for key in (key for key in wanted if key not in present):
        yield file.located.problem((*here, key), f"an offered category needs the key `{key}`; add it", at_key=True)
    foreign: tuple[str, ...] = () if category is Category.INTERNATIONAL_COOP else COOP_ONLY
    if category is not Category.YOUNG_PROFESSIONALS:
        foreign += YOUNG_PROFESSIONALS_ONLY
    for key in (key for key in foreign if key in present):
        yield file.located.problem((*here, key), f"this key does not belong to {category}; remove it", at_key=True)


def _unique[T](file: File[T], key: str, ids: list[str] | list[int], *within: str) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield file.located.problem((*within, index, key), f"`{name}` stands twice; keep one or correct it")
