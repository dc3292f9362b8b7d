"""The columns of IRCC's tables, and the categories that their first cells name, in English and French."""

import re
from enum import StrEnum

from generator.rules.kinds import Category
from generator.upkeep.plain import plain

LONGEST_LABEL = 70  # characters; a sentence is no heading of a column


class Column(StrEnum):
    """What a column tells."""

    COUNTRY = "country"
    CATEGORY = "category"
    AGES = "ages"
    PERMIT = "permit"
    MONTHS = "months"
    DISCONTINUANCE = "discontinuance"
    RESIDENCE = "residence"
    PARTICIPATIONS = "participations"


# In the order in which they are asked: "maximum validity of the work permit" is a length.
_LABELS = (
    (Column.DISCONTINUANCE, r"discontinu|non[- ]continu|interruption"),
    (Column.RESIDENCE, r"residen|résiden"),
    (Column.CATEGORY, r"categor|catégori"),
    (Column.AGES, r"\bages?\b|\bâges?\b"),
    (Column.MONTHS, r"validity|validité|length|duration|durée|maximum (stay|period)|how long"),
    (Column.PARTICIPATIONS, r"participations?\b|frequency|fréquence"),
    (Column.PERMIT, r"work permit|permis de travail"),
    (Column.COUNTRY, r"countr|territor|\bpays\b|territoire"),
)
_CATEGORIES = (
    (Category.WORKING_HOLIDAY, r"working[- ]holidays?|vacances[- ]travail|\bpvt\b"),
    (Category.YOUNG_PROFESSIONALS, r"young[- ]professionals?|jeunes[- ]professionnels?"),
    (
        Category.INTERNATIONAL_COOP,
        r"international co[- ]?op\b|\bco[- ]?op\b|\binternships?\b|\bstages? (coop )?(international|coop)|\bstages?\b",
    ),
)


def column_of(label: str) -> Column | None:
    """Return the column that `label` heads, None where it heads none."""
    text = plain(label)
    if len(text) > LONGEST_LABEL or text.endswith((".", ":", ";")):
        return None
    return next((column for column, pattern in _LABELS if re.search(pattern, text)), None)


def categories_in(text: str) -> tuple[Category, ...]:
    """Return the categories that `text` names, in the order in which they stand in it."""
    words = plain(text)
    found = [(match.start(), category) for category, pattern in _CATEGORIES if (match := re.search(pattern, words))]
    return tuple(category for _, category in sorted(found))


def begins_with_category(text: str) -> bool:
    """Tell whether the first words of `text` name a category."""
    return any(re.match(pattern, plain(text)) for _, pattern in _CATEGORIES)
