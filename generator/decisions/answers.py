"""The answer to one situation, and how the answers to single differences add up."""

from collections.abc import Collection, Iterable

from generator.rules.case import Case
from generator.rules.facts import NotKnownError
from generator.rules.findings import Outcome, Verdict
from generator.rules.record import record
from generator.rules.route import Route, judge


@record
class Answer:
    """What the rules answer, every tuple in alphabetical order.

    `reasons`: the codes of unmet criteria; `open`: the criteria that stay open where none is unmet; `missing`: the fact
    that is not known on the day; `months`: the longest permit, None for whoever gets none.
    """

    reasons: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    missing: str | None = None
    months: int | None = None

    @property
    def verdict(self) -> Verdict:
        """Return the verdict; what is not known leaves it undetermined."""
        if self.reasons:
            return Verdict.INELIGIBLE
        return Verdict.UNDETERMINED if self.open or self.missing else Verdict.ELIGIBLE


def answer_to(case: Case) -> Answer:
    """Return what the rules answer to `case`."""
    try:
        return answer_of(judge(case))
    except NotKnownError as missing:
        return Answer(missing=missing.fact)


def answer_of(route: Route) -> Answer:
    """Return the answer that a judged route comes to."""
    reasons = _sorted(finding.reason for finding in route.of(Outcome.UNMET))
    return Answer(
        reasons=reasons,
        cautions=_sorted(finding.reason for finding in route.of(Outcome.CAUTION)),
        open=() if reasons else _sorted(finding.criterion for finding in route.of(Outcome.UNKNOWN)),
        months=route.permit.maximum_months if route.permit and not reasons else None,
    )


def together(base: Answer, parts: Collection[tuple[Answer, Answer]]) -> Answer:
    """Return the answer that single differences from `base` add up to.

    Each part is the answer without and with one difference: it adds the codes that are new and takes away those that
    are gone; of several other lengths the shortest holds.
    """
    reasons = _summed(base.reasons, [(before.reasons, after.reasons) for before, after in parts])
    lengths = [after.months for before, after in parts if after.months not in (None, before.months)]
    return Answer(
        reasons=reasons,
        cautions=_summed(base.cautions, [(before.cautions, after.cautions) for before, after in parts]),
        open=() if reasons else _summed(base.open, [(before.open, after.open) for before, after in parts]),
        missing=next((after.missing for _, after in parts if after.missing), base.missing),
        months=None if reasons else min((length for length in lengths if length is not None), default=base.months),
    )


def _summed(base: tuple[str, ...], parts: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[str, ...]:
    parts = list(parts)
    added = {code for before, after in parts for code in set(after) - set(before)}
    gone = {code for before, after in parts for code in set(before) - set(after)}
    return _sorted((set(base) | added) - gone)


def _sorted(codes: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({code for code in codes if code}))
