"""The months of all permits together, against the cap that an agreement may set on them."""

from generator.rules.case import Case
from generator.rules.record import record
from generator.rules.tally import permit_months


@record
class CumulativeStay:
    """Months used against a cap on all permits together: what is certain and what it may come to."""

    cap: int
    certain: int
    at_most: int

    @property
    def remaining(self) -> int:
        """Return the months certainly not used yet, never below zero."""
        return max(self.cap - self.certain, 0)


def cumulative_stay(case: Case) -> CumulativeStay | None:
    """Return the months used against the agreement's cap, or None where it sets none."""
    cap: int | None = case.country_fact("participations", case.decided_on).value.cumulative_months
    if cap is None:
        return None
    if case.applicant.participations is None:
        return CumulativeStay(cap=cap, certain=0, at_most=cap)
    certain = at_most = 0
    for _, earlier, counts in case.counted():
        months = permit_months(earlier)
        at_most += cap if months is None else months
        if counts:
            certain += 1 if months is None else months
    return CumulativeStay(cap=cap, certain=certain, at_most=at_most)
