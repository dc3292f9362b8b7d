"""Runs MkDocs on one configuration, in strict mode."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.site.errors import BuildError


def render(config: Path, as_of: date) -> None:
    """Render the Markdown that `config` names; the day of the build stamps the sitemap.

    Raises BuildError with every warning of MkDocs.
    """
    with _warnings() as warnings, _clock(as_of):
        try:
            settings = load_config(str(config))
            settings.plugins.on_startup(command="build", dirty=False)
            build(settings)
            settings.plugins.on_shutdown()
        except MkDocsException as error:
            raise BuildError([f"{config.name}: {warning}" for warning in warnings] or [str(error)]) from error


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
