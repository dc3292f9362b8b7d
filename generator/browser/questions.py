"""The questions of the form and the words of the checker, as `data/` writes them."""

from enum import StrEnum

from generator.rules.facts import Text
from generator.rules.record import record


class Kind(StrEnum):
    """What kind of control asks a question."""

    CHOICE = "choice"
    YES_NO = "yes_no"
    COUNTRY = "country"
    DATE = "date"
    INSTANT = "instant"
    AMOUNT = "amount"
    YEAR = "year"
    ROWS = "rows"


class Holding(StrEnum):
    """Citizenships told apart by what their agreement, or its reach, says."""

    BRITISH = "british"
    RESTRICTED_FIELDS = "restricted_fields"
    GRADUATES = "graduates"
    TRAINING_CENTRE = "training_centre"
    INTRA_COMPANY = "intra_company"


@record
class Option:
    """One answer to choose, and what it writes into the document."""

    value: str | int
    label: Text


@record
class When:
    """When a question is asked: another is answered with one of `values`, with a citizenship held, or so often."""

    path: str
    values: tuple[str, ...] = ()
    holds: Holding | None = None
    at_least: int | None = None


@record
class Rows:
    """A group of questions that is asked several times; `{number}` in the words counts the rows from 1."""

    name: Text
    add: Text
    remove: Text
    may_be_none: bool = False
    questions: tuple["Question", ...]


@record
class Question:
    """One question: the field it fills, the control that asks it, its words, and when it is asked.

    `beside` is the question whose step it shares; `optional` ones only make a settled result more exact.
    """

    path: str
    kind: Kind
    label: Text
    hint: Text | None = None
    options: tuple[Option, ...] = ()
    default: str | None = None
    when: When | None = None
    beside: str | None = None
    optional: bool = False
    autocomplete: str | None = None
    rows: Rows | None = None


@record
class Group:
    """Questions that belong together."""

    id: str
    title: Text
    intro: Text | None = None
    questions: tuple[Question, ...]
