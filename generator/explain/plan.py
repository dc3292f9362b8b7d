"""The plan over years as a JSON document, with its sentences in one language."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.explain.assessment import finding_sentence
from generator.explain.facts import used_fact
from generator.explain.wording import Wording, Words
from generator.rules.applicant import InvitationAnswer
from generator.rules.findings import Finding, Outcome
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.planner.backward import Step
from generator.rules.planner.plan import Course, Offered, Plan, Refusal

LETTER = "programme.entry_letter_months"
PARTICULAR = ("school-country", "restricted-field", "intra-company")  # what some agreements ask and others do not
MISSING = ("WRONG_PASSPORT", "REFUGEE_DOC", "RESIDENCE")


def explain_plan(plan: Plan, dataset: Dataset, words: Words, lang: str) -> dict[str, Any]:
    """Return the plan as plain values; `words` are those of `lang`, "en" or "fr"."""
    wording = Wording(dataset, words, lang)
    today = plan.applicant.assessed_on
    return {
        "reference": plan.applicant.reference,
        "assessed_on": today.isoformat(),
        "data_version": dataset.version,
        "dataset_verified_on": dataset.verified_on.isoformat(),
        "wishes": {"categories": [each.value for each in plan.wishes.categories], "coop_first": plan.wishes.coop_first},
        "needs": list(plan.needs),
        "summary": _summary(plan, wording),
        "sequences": [_offered(offered, plan, wording) for offered in plan.offered],
        "more": plan.more,
        "closed": [_refusal(refusal, "closed", wording) for refusal in plan.closed],
        "stopped": plan.stopped,
        "left_out": list(_left_out(plan, wording)),
        "open": [] if plan.needs else [{"id": name, "text": text} for name, text in _open(plan, wording)],
        "facts": {name: used_fact(fact, wording, today) for name, fact in plan.facts.items()},
    }


def _summary(plan: Plan, wording: Wording) -> str:
    said = wording.words["plan"]
    if plan.needs:
        return str(said["missing"])
    if not plan.offered:
        return str(said["none"])
    return wording.sentence(
        said["longest_found" if plan.stopped else "longest"], {"total_months": plan.offered[0].course.months}
    )


def _counted(words: Words, count: int, wording: Wording, **values: Any) -> str:
    return wording.sentence(words["one" if count == 1 else "other"], {"count": count, **values})


def _left_out(plan: Plan, wording: Wording) -> Iterable[str]:
    said = wording.words["plan"]
    if plan.stopped:  # what is left out cannot be counted
        yield str(said["stopped"])
    elif plan.more:
        yield _counted(said["more"], plan.more, wording)


def _offered(offered: Offered, plan: Plan, wording: Wording) -> dict[str, Any]:
    said = wording.words["plan"]
    more = _counted(said["more_others"], offered.more, wording) if offered.more and not plan.stopped else None
    return {
        **_course(offered.course, wording),
        "others": [_other(course, wording) for course in offered.others],
        "more_others": offered.more,
        "others_left_out": more,
    }


def _course(course: Course, wording: Wording) -> dict[str, Any]:
    said, stays = wording.words["plan"], [step.stay for step in course.steps]
    days = {"starts_on": stays[0].arrives_on, "ends_on": stays[-1].ends_on}
    used = {stay.citizenship for stay in stays}
    return {
        "months": course.months,
        "starts_on": days["starts_on"].isoformat(),
        "ends_on": days["ends_on"].isoformat(),
        "sentence": _counted(said["sequence"], len(stays), wording, total_months=course.months, **days),
        "steps": [_step(step, wording) for step in course.steps],
        "ends": [_refusal(end, "end" if end.citizenship in used else "unused", wording) for end in course.ends],
    }


def _step(step: Step, wording: Wording) -> dict[str, Any]:
    stay, last = step.stay, step.last
    found = (*stay.judged.findings, *step.judged_last.findings)
    return {
        "citizenship": stay.citizenship,
        "category": stay.category.value,
        "months": stay.months,
        "shares": stay.shares,
        "waits_for": stay.waits_for and stay.waits_for.value,
        "earliest": {
            "invited_on": stay.invited_on.isoformat(),
            "arrives_on": stay.arrives_on.isoformat(),
            "ends_on": stay.ends_on.isoformat(),
        },
        "latest": {
            "invited_on": last.invited_on.isoformat(),
            "arrives_on": last.starts_on and last.starts_on.isoformat(),
            "ends_on": last.starts_on and stay.ends_when(last.starts_on).isoformat(),
        },
        "too_old_on": last.too_old_on.isoformat(),
        "title": wording.sentence(
            wording.words["plan"]["step"],
            {"category": stay.category, "home": stay.citizenship, "months": stay.months},
        ),
        "days": list(_days(step, wording)),
        "why": list(_why(step, wording)),
        "conditions": _told(_conditions(found, wording)),
        "cautions": _told(_cautions(found, wording)),
        "facts": sorted({fact.id for fact in stay.judged.facts}),
    }


def _days(step: Step, wording: Wording) -> Iterable[str]:
    said, stay, last = wording.words["plan"], step.stay, step.last
    values = {"invited_on": stay.invited_on, "arrives_on": stay.arrives_on, "ends_on": stay.ends_on}
    yield wording.sentence(said["earliest"], values)
    values = {"invited_on": last.invited_on, "arrives_on": last.starts_on or last.invited_on}
    yield wording.sentence(said["latest" if last.starts_on else "latest_open"], values)


def _why(step: Step, wording: Wording) -> Iterable[str]:
    said, stay, last = wording.words["plan"], step.stay, step.last
    if stay.waits_for:
        gap = stay.judged.of("discontinuance").values.get("gap_months")
        yield wording.sentence(said["waits"][stay.waits_for], {"season": stay.invited_on.year, "gap_months": gap})
    bound = "age" if last.is_bound_by_age else "rest"
    yield wording.sentence(said["bound"][bound], {"too_old_on": last.too_old_on})
    if stay.shares:
        yield wording.sentence(said["shares"], stay.judged.of("cumulative-stay").values)


def _conditions(found: Iterable[Finding], wording: Wording) -> Iterable[tuple[Finding, str]]:
    """Yield what the agreement asks of home, passport, school and work, and what is not published of its reach."""
    for finding in found:
        particular = finding.criterion in ("agreement", *PARTICULAR) and finding.outcome is Outcome.UNKNOWN
        if particular or finding.reason in MISSING:
            yield finding, finding_sentence(finding, wording)
        elif finding.criterion == "residence" and finding.outcome is not Outcome.NOT_APPLICABLE:
            yield finding, wording.sentence(wording.words["plan"]["lives"], finding.values)


def _cautions(found: Iterable[Finding], wording: Wording) -> Iterable[tuple[Finding, str]]:
    """Yield each caution once; some are said otherwise of a plan than of an application."""
    own, told = wording.words["plan"]["cautions"], set[str | None]()
    for finding in found:
        if finding.outcome is Outcome.CAUTION and finding.reason not in told:
            told.add(finding.reason)
            said = own.get(f"{finding.criterion}.{finding.reason}")
            yield finding, wording.sentence(said, finding.values) if said else finding_sentence(finding, wording)


def _told(found: Iterable[tuple[Finding, str]]) -> list[dict[str, Any]]:
    """Return findings and their sentences as plain values, each sentence once."""
    by_sentence = {sentence: finding for finding, sentence in found}
    return [
        {
            "criterion": finding.criterion,
            "reason": finding.reason,
            "explanation": sentence,
            "facts": [fact.id for fact in finding.facts],
        }
        for sentence, finding in by_sentence.items()
    ]


def _refusal(refusal: Refusal, said: str, wording: Wording) -> dict[str, Any]:
    code = f"{refusal.finding.criterion}.{refusal.finding.reason}"
    later = {} if said == "closed" else wording.words["plan"]["later"]
    own = later.get(code) or wording.words["plan"]["refusals"].get(code)
    values = {"category": refusal.category, **refusal.finding.values}
    explanation = wording.sentence(own, values) if own else finding_sentence(refusal.finding, wording)
    values = {"home": refusal.citizenship, "category": refusal.category, "explanation": explanation}
    return {
        "citizenship": refusal.citizenship,
        "category": refusal.category.value,
        "criterion": refusal.finding.criterion,
        "reason": refusal.finding.reason,
        "explanation": wording.sentence(wording.words["plan"][said], values),
        "facts": [fact.id for fact in refusal.finding.facts],
    }


def _other(course: Course, wording: Wording) -> dict[str, Any]:
    said, stays = wording.words["plan"], [step.stay for step in course.steps]
    said_stay = said["stay" if len({stay.citizenship for stay in stays}) > 1 else "stay_alone"]
    names = (
        wording.sentence(said_stay, {"category": stay.category, "home": stay.citizenship, "months": stay.months})
        for stay in stays
    )
    ends_on: date = stays[-1].ends_on
    invited_on = course.steps[0].last.invited_on
    values = {"stays": said["then"].join(names), "ends_on": ends_on, "invited_on": invited_on}
    return {
        "steps": [
            {"citizenship": stay.citizenship, "category": stay.category.value, "months": stay.months} for stay in stays
        ],
        "ends_on": ends_on.isoformat(),
        "first_invitation_by": invited_on.isoformat(),
        "sentence": wording.sentence(said["other"], values),
    }


def _open(plan: Plan, wording: Wording) -> Iterable[tuple[str, str]]:
    """Yield what no rule decides, and what the plan takes for granted."""
    letter = plan.facts.get(LETTER)
    categories = {step.stay.category for offered in plan.offered for step in offered.course.steps}
    told = {
        "invitations": True,
        "first_days": bool(plan.offered),
        "counted": bool(plan.offered),
        "letter": letter is not None,
        "letter_unknown": bool(plan.offered) and letter is None,
        "length": bool(plan.offered),
        "terms": bool(plan.offered),
        "coop": Category.INTERNATIONAL_COOP in categories,
        "professionals": Category.YOUNG_PROFESSIONALS in categories,
        "conditions": bool(plan.offered),
        "own_invitation": _holds_an_invitation(plan),
    }
    values = {"letter_months": letter.value if letter else None}
    for name, holds in told.items():
        if holds:
            yield name, wording.sentence(wording.words["plan"]["open"][name], values)


def _holds_an_invitation(plan: Plan) -> bool:
    invitation = plan.applicant.invitation
    return invitation.received_on is not None and invitation.answer is not InvitationAnswer.DECLINED
