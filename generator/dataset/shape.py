"""Hold a document against the records that the rules use."""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.dataset.located import Located
from generator.dataset.problems import Problem
from generator.dataset.wording import say
from generator.rules.problems import Path


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def shape(kind: Any, located: Located) -> tuple[Any, list[Problem]]:
    """Build `kind` from the document; where it does not fit, None and one problem for each misfit."""
    try:
        return _adapter(kind).validate_json(json.dumps(located.value), strict=True), []
    except ValidationError as error:
        misfits: dict[tuple[Path, bool], list[ErrorDetails]] = {}
        for details in error.errors(include_url=False):
            misfits.setdefault(_place(located, details), []).append(details)
        return None, [
            located.problem(path, say(together, path), at_key=about_key)
            for (path, about_key), together in misfits.items()
        ]


def _place(located: Located, details: ErrorDetails) -> tuple[Path, bool]:
    """Return where a misfit stands, and whether it is about the key; where types are to choose from, they share it."""
    path: Path = tuple(details["loc"])
    about_key = details["type"] in ("unexpected_keyword_argument", "missing") or path[-1:] == ("[key]",)
    if path[-1:] == ("[key]",):
        path = path[:-1]
    while not about_key and path and path not in located.values:  # a choice between types adds the name of each
        path = path[:-1]
    return path, about_key
