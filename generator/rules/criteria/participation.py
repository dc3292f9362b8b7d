"""Criteria about earlier participations: how many, which category, how long together, which season, how long ago."""

from datetime import date
from typing import Any

from generator.rules.allowance import Allowance
from generator.rules.calendar import add_months
from generator.rules.case import Case, all_of, any_of, not_asked, season_on
from generator.rules.criteria.answers import caution, met, refused, unknown
from generator.rules.findings import Finding
from generator.rules.stay import CumulativeStay
from generator.rules.tally import incomplete, legacy_parts


def participations_left(case: Case, allowance: Allowance) -> Finding:
    """Find whether the agreement leaves this person a participation."""
    name = "participations-left"
    facts = (case.programme("participation_counted_when"), *allowance.facts)
    variant = "legacy" if allowance.legacy_applies else None
    if any(counts is None for _, _, counts in case.counted()):
        variant = "so-far"
    values: dict[str, Any] = {"total": allowance.terms.total, "used": _certain(case), "home": case.home}
    if allowance.left is False:
        variant = "PARTICIPATIONS_USED.legacy" if allowance.legacy_applies else None
        return refused(name, "PARTICIPATIONS_USED", facts=facts, variant=variant, **values)
    if allowance.left is None:
        return unknown(name, *incomplete(case, *legacy_parts(case)), facts=facts, **values)
    if case.counted_elsewhere():
        separate = case.programme("separate_allowance_per_citizenship")
        return caution(name, "DUAL_SEPARATE_ALLOWANCE", facts=(*facts, separate), **values)
    return met(name, facts=facts, variant=variant, **values)


def category_repeat(case: Case, allowance: Allowance) -> Finding:
    """Find whether what is left may be of this category."""
    name = "category-repeat"
    values: dict[str, Any] = {"category": case.category, "home": case.home}
    if allowance.blocked is True:
        shared = any(case.category in slot.categories and len(slot.categories) > 1 for slot in allowance.terms.slots)
        variant = "CATEGORY_REPEAT.shared" if shared else None
        return refused(name, "CATEGORY_REPEAT", facts=allowance.facts, variant=variant, **values)
    if allowance.blocked is None:
        return unknown(
            name,
            *incomplete(case, "category", *legacy_parts(case)),
            facts=allowance.facts,
            **values,
        )
    return met(name, facts=allowance.facts, **values)


def _certain(case: Case) -> int:
    return sum(1 for _, _, counts in case.counted() if counts)


def cumulative(case: Case, stay: CumulativeStay | None) -> Finding:
    """Find whether a cap on all permits together leaves anything."""
    name = "cumulative-stay"
    terms = case.country_fact("participations", case.decided_on)
    if stay is None:
        return not_asked(name, terms)
    values: dict[str, Any] = {"cap_months": stay.cap, "used_months": stay.certain, "left_months": stay.remaining}
    if stay.certain >= stay.cap:
        return refused(name, "CUMULATIVE_CAP_USED", facts=(terms,), **values)
    if stay.at_most >= stay.cap:
        needs = incomplete(case, "permit_started_on", "permit_ended_on")
        return unknown(name, *needs, facts=(terms,), **values)
    if stay.certain:
        return caution(name, "CUMULATIVE_CAP", facts=(terms,), **values)
    return met(name, facts=(terms,), variant="so-far" if stay.at_most else None, **values)


def one_per_season(case: Case) -> Finding:
    """Find whether this would be the only participation of its season, under any citizenship."""
    name, season = "one-per-season", case.season
    limit = case.programme("participations_per_season")
    held = _held_in(case, season)
    values: dict[str, Any] = {"season": season}
    if held is None:
        return unknown(name, *_open_seasons(case, season), facts=(limit,), **values)
    changes_on = _season_flip(case, held)
    if held:
        return refused(name, "SAME_SEASON", facts=(limit,), changes_on=changes_on, **values)
    return met(name, facts=(limit,), changes_on=changes_on, **values)


def _held_in(case: Case, season: int) -> bool | None:
    """Tell whether a participation of `season` counts; None where an answer is missing that could make it so."""
    if case.applicant.participations is None:
        return None
    answers = [
        all_of(
            earlier.activated,
            not earlier.recognized_organization,
            None if earlier.season is None else earlier.season == season,
        )
        for earlier in case.applicant.participations
    ]
    return any_of(*answers)


def _open_seasons(case: Case, season: int) -> tuple[str, ...]:
    if case.applicant.participations is None:
        return ("participations",)
    return tuple(
        f"participations.{index}.{name}"
        for index, earlier in enumerate(case.applicant.participations)
        if earlier.activated is not False and not earlier.recognized_organization and earlier.season in (None, season)
        for name in ("season", "activated")
        if getattr(earlier, name) is None
    )


def _season_flip(case: Case, held: bool) -> date | None:
    """Return the first day on which the running season changes the outcome; None where the season is fixed."""
    applicant = case.applicant
    if applicant.season is not None or applicant.standing_invitation.received_on:
        return None
    opened = [season.pools_opened[-1].value for season in case.dataset.seasons.values()]
    later = max(earlier.season or 0 for earlier in applicant.participations or ()) if applicant.participations else 0
    new_years = [date(year, 1, 1) for year in range(applicant.assessed_on.year + 1, min(later + 2, date.max.year))]
    for day in sorted(day for day in (*opened, *new_years) if day > applicant.assessed_on):
        if _held_in(case, season_on(case.dataset, day)) is not held:
            return day
    return None


def discontinuance(case: Case) -> Finding:
    """Find whether the gap since the last permit under this citizenship is over on arrival."""
    name, arrival = "discontinuance", case.applicant.arrival
    gap = case.term("discontinuance_months", case.decided_on)
    facts = (gap, case.programme("discontinuance_counted_from"))
    values: dict[str, Any] = {"gap_months": gap.value}
    if gap.value:
        short, needs = _gap_short(case, gap.value, arrival)
        ends_on = gap_end(case)
        values |= {"arrives_on": arrival, "gap_ends_on": ends_on}
        if short is True:
            ahead = ends_on if ends_on and ends_on > case.applicant.assessed_on else None
            return refused(name, "GAP", facts=facts, changes_on=ahead, **values)
        if short is None:
            return unknown(name, *needs, facts=facts, **values)
    if case.counted_elsewhere():
        separate = case.programme("separate_allowance_per_citizenship")
        return caution(name, "DUAL_SEPARATE_ALLOWANCE", facts=(*facts, separate), **values)
    return met(name, facts=facts, variant="gap" if gap.value else None, **values)


def _gap_short(case: Case, months: int, arrival: date | None) -> tuple[bool | None, tuple[str, ...]]:
    """Tell whether the arrival falls into a gap, and the answers that would settle it."""
    if case.applicant.participations is None:
        return None, ("participations",)
    # Nobody arrives before the day that decides, so a gap that is over by then is over whenever the arrival is.
    earliest, answers = arrival or case.decided_on, list[bool | None]()
    for _, earlier, counts in case.counted():
        end = earlier.permit_ended_on
        short = None if end is None else earliest < add_months(end, months)
        answers.append(all_of(counts, None if short and arrival is None else short))
    needs = incomplete(case, "permit_ended_on")
    return any_of(*answers), needs if arrival else ("arrives_on", *needs)


def gap_end(case: Case) -> date | None:
    """Return the first day on which the gap since the last counted permit is over, where there is one."""
    months = case.term("discontinuance_months", case.decided_on).value
    ended = _latest_end(case)
    return add_months(ended, months) if months and ended else None


def _latest_end(case: Case) -> date | None:
    """Return the last day of the latest permit that certainly counts, where all such days are known."""
    ends = [earlier.permit_ended_on for _, earlier, counts in case.counted() if counts]
    known = [end for end in ends if end]
    return max(known) if known and len(known) == len(ends) else None
