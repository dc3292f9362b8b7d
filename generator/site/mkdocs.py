"""Runs MkDocs on one configuration, in strict mode."""

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.site.configs import PROJECT
from generator.site.errors import BuildError
from generator.site.kept import KeptPages, frame_of
from generator.site.store import Store

FOLDERS = ("docs_dir", "site_dir")  # where a page is built is no part of it
MADE_WITH = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions")


def render(config: Path, as_of: date, titles: Iterable[str], store: Store) -> None:
    """Render the Markdown that `config` names; the day of the build stamps the sitemap.

    Pages are taken from `store` where neither they changed nor what surrounds them, to which the `titles` of all pages
    belong. Raises BuildError with every warning of MkDocs.
    """
    with _warnings() as warnings, _clock(as_of):
        try:
            settings = load_config(str(config))
            settings.plugins["kept"] = _kept(settings, config, [as_of.isoformat(), *titles], store)
            settings.plugins.on_startup(command="build", dirty=False)
            build(settings)
            settings.plugins.on_shutdown()
        except MkDocsException as error:
            raise BuildError([f"{config.name}: {warning}" for warning in warnings] or [str(error)]) from error


def _kept(settings: MkDocsConfig, config: Path, others: Iterable[str], store: Store) -> KeptPages:
    made_with = (f"{name} {version(name)}" for name in MADE_WITH)
    own = yaml.safe_load(config.read_text(encoding="utf-8"))
    set_to = (f"{name}: {value}" for name, value in own.items() if name not in FOLDERS)
    frame = frame_of(PROJECT / "mkdocs.yml", PROJECT / "site_overrides" / "theme", *set_to, *made_with, *others)
    return KeptPages(store, frame, settings.plugins["material/search"])


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, and print none of it."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagates


@contextmanager
def _clock(as_of: date) -> Iterator[None]:
    """Give MkDocs the day of the build instead of the clock, and keep it from announcing its own next version."""
    instant = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    # Material prints a banner about MkDocs 2 at every build; requirements.in already holds MkDocs below 2.
    wanted = {"SOURCE_DATE_EPOCH": str(int(instant.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
