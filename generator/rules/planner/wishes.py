"""What the reader wishes of a plan."""

from typing import Any

from generator.rules.applicant import Applicant
from generator.rules.kinds import Category
from generator.rules.problems import DocumentError
from generator.rules.reader import Reader
from generator.rules.record import record


@record
class Wishes:
    """The categories to plan with, and whether International Co-op must come first."""

    categories: tuple[Category, ...]
    coop_first: bool = False


def read_wishes(given: Any) -> dict[str, Any]:
    """Read `categories` (names of categories) and `coop_first` (true or false) out of `given` plain values.

    What is absent is not in the answer. Raises DocumentError with every problem found.
    """
    reader = Reader(())
    fields = {"categories": reader.several(reader.choice(Category)), "coop_first": reader.boolean}
    wishes: dict[str, Any] = reader.mapping(fields, lambda **read: read)(given, ("wishes",)) or {}
    if reader.problems:
        raise DocumentError(tuple(reader.problems))
    return wishes


def wishes_of(applicant: Applicant, given: dict[str, Any]) -> Wishes:
    """Return the wishes as `given`; where no category is named, all, but International Co-op for students only."""
    named = given.get("categories")
    student = applicant.studies.registered is not False or applicant.studies.graduated_on is not None
    usual = [category for category in Category if student or category is not Category.INTERNATIONAL_COOP]
    return Wishes(
        categories=tuple(category for category in Category if category in (usual if named is None else named)),
        coop_first=given.get("coop_first", False),
    )
