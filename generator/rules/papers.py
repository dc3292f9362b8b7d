"""Which documents a route asks for."""

from generator.rules.case import Case
from generator.rules.model import Answer, RequiredDocument


def papers_of(case: Case) -> tuple[RequiredDocument, ...]:
    """Return the documents to gather for a route, in the order in which they are shown."""
    residence = case.term("residence_required", case.decided_on).value is Answer.YES
    return tuple(
        document
        for document in case.dataset.documents
        if case.category in document.categories
        and (not document.jurisdictions or case.home in document.jurisdictions)
        and (residence or not document.where_residence_required)
    )
