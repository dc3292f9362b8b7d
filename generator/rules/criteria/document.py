"""The criterion about the travel document: whether one of the citizenship is held, and how long it lasts."""

from datetime import date

from generator.rules.applicant import Passport
from generator.rules.case import Case, home_of, is_partner
from generator.rules.country import AcceptedDocument
from generator.rules.criteria.answers import caution, met, refused, unknown
from generator.rules.findings import Finding, UsedFact
from generator.rules.kinds import DocumentKind

NAME = "travel-document"


def travel_document(case: Case, ends_before_passport: date | None) -> Finding:
    """Find whether a passport of the citizenship is held on arrival.

    `ends_before_passport` is the day on which agreement, cap and offer end the permit; None where there is none.
    """
    facts = _facts(case)
    held = case.applicant.passports
    if held is None:
        return unknown(NAME, "passports", facts=facts, home=case.home)
    serving = serving_documents(case)
    expiry, arrival = latest_expiry(serving), case.applicant.arrival
    undated = tuple(f"passports.{index}.expires_on" for index, passport in serving if passport.expires_on is None)
    if expiry is None or (arrival and expiry < arrival):
        # A document without issuer or date may still be the one that serves.
        if needs := (*undated, *_may_serve(case, held)):
            return unknown(NAME, *needs, facts=facts, home=case.home)
        if expiry is None:
            only_refugee = held and all(passport.kind is DocumentKind.REFUGEE_TRAVEL_DOCUMENT for passport in held)
            return refused(NAME, "REFUGEE_DOC" if only_refugee else "WRONG_PASSPORT", facts=facts, home=case.home)
    if arrival is None:
        return unknown(NAME, "arrives_on", facts=facts, home=case.home)
    if expiry < arrival:
        return refused(NAME, "PASSPORT_EXPIRED", facts=facts, home=case.home, expires_on=expiry, arrives_on=arrival)
    if ends_before_passport and expiry < ends_before_passport and not undated:
        limit = (*facts, case.programme("passport_limits_permit", case.stay_from))
        return caution(NAME, "PASSPORT_SHORT", facts=limit, expires_on=expiry, ends_on=ends_before_passport)
    return met(NAME, facts=facts, home=case.home, expires_on=expiry, arrives_on=arrival)


def serving_documents(case: Case) -> list[tuple[int, Passport]]:
    """Return index and document of every travel document that proves the citizenship of the case."""
    accepted = accepted_documents(case)
    return [
        (index, passport)
        for index, passport in enumerate(case.applicant.passports or ())
        if any(_serves(case, passport, document) for document in accepted)
    ]


def accepted_documents(case: Case) -> tuple[AcceptedDocument, ...]:
    """Return what proves the citizenship: an ordinary passport, unless the facts name other documents."""
    country = case.country
    if country and country.travel_documents:
        documents: tuple[AcceptedDocument, ...] = case.country_fact("travel_documents", case.decided_on).value
        return documents
    return (AcceptedDocument(kind=DocumentKind.ORDINARY, issuer=case.home),)


def latest_expiry(serving: list[tuple[int, Passport]]) -> date | None:
    """Return the latest known expiry among `serving` documents."""
    return max((passport.expires_on for _, passport in serving if passport.expires_on), default=None)


def _serves(case: Case, passport: Passport, document: AcceptedDocument) -> bool:
    if passport.kind is not document.kind:
        return False
    if document.issuer is None:
        return True
    return passport.issuer is not None and home_of(case.dataset, passport.issuer) == document.issuer


def _may_serve(case: Case, held: tuple[Passport, ...]) -> tuple[str, ...]:
    """Return the paths of absent issuers that would make a document serve."""
    kinds = {document.kind for document in accepted_documents(case)}
    return tuple(
        f"passports.{index}.issuer"
        for index, passport in enumerate(held)
        if passport.issuer is None and passport.kind in kinds
    )


def _facts(case: Case) -> tuple[UsedFact, ...]:
    refugee = case.programme("refugee_travel_document_accepted")
    if is_partner(case) and case.agreement.travel_documents:
        return (case.country_fact("travel_documents", case.decided_on), refugee)
    return (refugee,)
