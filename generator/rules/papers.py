"""Which documents a route asks for."""

from generator.rules.case import Case, fact_used
from generator.rules.findings import UsedFact
from generator.rules.kinds import Answer, Category
from generator.rules.programme import RequiredDocument
from generator.rules.record import record


@record
class Paper:
    """A document to gather, with the fact that says why and when."""

    document: RequiredDocument
    asked: UsedFact


def papers_of(case: Case) -> tuple[Paper, ...]:
    """Return the documents to gather for a route, in the order in which they are shown."""
    residence = case.term("residence_required", case.decided_on).value is Answer.YES
    return tuple(
        Paper(document=document, asked=fact_used(f"documents.{document.id}", document.asked, case.decided_on))
        for document in case.dataset.documents
        if is_asked(document, case.category, case.home, residence_required=residence)
    )


def is_asked(document: RequiredDocument, category: Category, home: str, *, residence_required: bool) -> bool:
    """Tell whether an agreement and a category ask for `document`."""
    return (
        category in document.categories
        and (not document.jurisdictions or home in document.jurisdictions)
        and (residence_required or not document.where_residence_required)
    )
