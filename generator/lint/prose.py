"""Prose as people write it: what is left of a page once code, links, braces and markup are blanked out."""

import re

from generator.lint.page import FENCED, blank

NOT_PROSE = (
    FENCED,
    re.compile(r"\{##.*?##\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL),  # what the generator fills in
    re.compile(r"`[^`\n]+`"),  # what readers are to type or see as code
    re.compile(r"\{[^{}\n]*\}"),  # ids and classes, placeholders
    re.compile(r"<[^<>]*>"),  # markup, and addresses between angles
    re.compile(r"&#?\w+;"),
    re.compile(r"\]\([^()\n]*(\([^()\n]*\)[^()\n]*)*\)"),  # where links lead
    re.compile(r"^[ \t]*[0-9]+[.)](?=[ \t])", re.MULTILINE),  # the counters of a list
)


def prose(text: str) -> str:
    """Return `text` with spaces in place of everything that is not prose; every word stays where it stood."""
    for pattern in NOT_PROSE:
        text = blank(pattern, text)
    return text
