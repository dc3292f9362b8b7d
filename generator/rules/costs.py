"""What a route costs, who pays it and when. Canadian dollars."""

from enum import StrEnum

from generator.rules.case import Case
from generator.rules.findings import UsedFact
from generator.rules.kinds import PermitKind
from generator.rules.record import record


class Payer(StrEnum):
    """Who pays a fee."""

    APPLICANT = "applicant"
    EMPLOYER = "employer"


class Moment(StrEnum):
    """When a fee is paid."""

    WITH_APPLICATION = "with_application"
    BEFORE_APPLICATION = "before_application"
    WHEN_ASKED = "when_asked"


@record
class Cost:
    """One fee."""

    id: str
    fee: UsedFact
    paid_by: Payer
    when: Moment


def costs_of(case: Case) -> tuple[Cost, ...]:
    """Return the fees of a route in force on the day of the application."""
    day = case.applied_on

    def cost(name: str, fact: str, paid_by: Payer, when: Moment) -> Cost:
        return Cost(id=name, fee=case.programme(fact, day), paid_by=paid_by, when=when)

    found = [cost("participation-fee", "participation_fee", Payer.APPLICANT, Moment.WITH_APPLICATION)]
    if case.term("permit", case.decided_on).value is PermitKind.OPEN:
        found.append(cost("open-work-permit-fee", "open_work_permit_fee", Payer.APPLICANT, Moment.WITH_APPLICATION))
    found.append(cost("biometrics-fee", "biometrics_fee", Payer.APPLICANT, Moment.WHEN_ASKED))
    if case.applies_to("offer_number_required", case.decided_on):
        found.append(
            cost("employer-compliance-fee", "employer_compliance_fee", Payer.EMPLOYER, Moment.BEFORE_APPLICATION)
        )
    return tuple(found)
