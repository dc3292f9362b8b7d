"""What YAML cannot be read as, in words for people who do not program."""

from typing import Any

import yaml

_PLAINLY = {
    "mapping values are not allowed in this context": (
        "a colon stands where no key can be; begin a key right below those of its level, and put text in quotes"
    ),
    "could not find expected ':'": "no colon follows this word; write `key: value`, with a space after the colon",
    "did not find expected key": (
        "this does not fit below what stands above; begin it right below the keys of its level, "
        "and look whether a quote is closed too early"
    ),
    "did not find expected '-' indicator": (
        "this does not fit below what stands above; begin it right below the keys of its level, or with `- `"
    ),
    "did not find expected ',' or '}'": "from here, a quote or `{` is not closed, or a comma is missing; add it",
    "did not find expected ',' or ']'": "from here, a quote or `[` is not closed, or a comma is missing; add it",
    "found unexpected end of stream": "the quote that opens here is not closed; close it",
    "found character that cannot start any token": "text cannot begin with this character; put the text in quotes",
    "found a tab character that violates indentation": "a tab stands here; write spaces",
    "found a tab character where an indentation space is expected": "a tab stands here; write spaces",
}
# What is wrong shows only later; it stands where the reader began.
_SHOWN_LATE = ("could not find", "did not find expected ','", "found unexpected end of stream")


def plainly(what: str) -> str:
    """Return what is wrong and what to write instead, where the reader of YAML says `what`."""
    if what in _PLAINLY:
        return f"this is not YAML: {_PLAINLY[what]}"
    return f"this is not YAML ({what}); check indentation, quotes and brackets here"


def where(error: yaml.MarkedYAMLError) -> Any:
    """Return the mark at which a person finds the mistake, None where the reader gives none."""
    shown, began = error.problem_mark, error.context_mark
    if shown and began and began.line < shown.line and (error.problem or "").startswith(_SHOWN_LATE):
        return began
    return shown or began
