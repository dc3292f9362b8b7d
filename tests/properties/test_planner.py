"""What must hold for every plan, looked at from outside: with assessments of its steps and with days counted anew."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.explain.plan import explain_plan
from generator.explain.plan_text import plan_as_text
from generator.rules import Dataset, assess
from generator.rules.calendar import add_months
from generator.rules.findings import Outcome
from generator.rules.kinds import Answer, Category
from generator.rules.planner import plan
from generator.rules.planner.backward import Step
from generator.rules.planner.plan import Course, Plan
from generator.rules.route import Route

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
LETTER = 12
JUDGED = (
    "category-offered",
    "age",
    "participations-left",
    "category-repeat",
    "cumulative-stay",
    "one-per-season",
    "discontinuance",
)
some = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def people(draw: st.DrawFn, dataset: Dataset) -> dict[str, Any]:
    """Draw somebody who plans, with participations that may or may not count and may still be running."""
    partners = sorted(code for code, country in dataset.countries.items() if country.partner[-1].value is Answer.YES)
    particular = ("CH", "PL", "AT", "AU", "FR", "IE", "GB", "KR", "LV", "IS", "LU")
    held = draw(st.lists(st.sampled_from((*partners, *particular * 3)), min_size=1, max_size=2, unique=True))
    earlier = []
    for _ in range(draw(st.sampled_from((0, 0, 1, 1, 2)))):
        started = draw(st.dates(date(2011, 1, 1), date(2026, 11, 22)))
        ended = started + DAY * draw(st.integers(20, 740))
        earlier.append(
            {
                "citizenship": draw(st.sampled_from(held)),
                "category": draw(st.sampled_from(list(Category))).value,
                "season": started.year - draw(st.integers(0, 1)),
                "permit_started_on": started.isoformat(),
                "permit_ended_on": ended.isoformat(),
                "activated": draw(st.sampled_from((True, True, True, False))),
                "recognized_organization": draw(st.sampled_from((False, False, False, True))),
            }
        )
    leap = draw(st.sampled_from((None, None, None, date(1992, 2, 29), date(1996, 2, 29))))
    born = leap or draw(st.dates(date(1989, 1, 1), date(2012, 1, 1)))
    return {
        "citizenships": held,
        "residence": draw(st.sampled_from((held[0], "FR"))),
        "date_of_birth": born.isoformat(),
        "participations": earlier,
    }


def as_participation(step: Step, invited: date, arrives: date) -> dict[str, Any]:
    return {
        "citizenship": step.stay.citizenship,
        "category": step.stay.category.value,
        "season": invited.year,
        "permit_started_on": arrives.isoformat(),
        "permit_ended_on": end_of(step, arrives).isoformat(),
        "activated": True,
    }


def end_of(step: Step, arrives: date) -> date:
    return add_months(arrives, step.stay.months) - (DAY if step.stay.shares else 0 * DAY)


def assessed(dataset: Dataset, document: dict[str, Any], step: Step, invited: date, arrives: date) -> Route:
    """Assess one step by itself, as an application with the steps before it in `document`."""
    application = {
        **document,
        "apply_as": step.stay.citizenship,
        "category": step.stay.category.value,
        "invitation": {"received_on": invited.isoformat()},
        "arrives_on": arrives.isoformat(),
        "entry_letter_expires_on": add_months(invited, LETTER).isoformat(),
    }
    (judged,) = assess(application, dataset, TODAY).routes
    return judged.route


def schedules(course: Course) -> list[list[tuple[Step, date, date]]]:
    """Return the steps on their earliest days and on their last ones."""
    return [
        [(step, step.stay.invited_on, step.stay.arrives_on) for step in course.steps],
        [(step, step.last.invited_on, step.last.starts_on) for step in course.steps],
    ]


def courses(made: Plan) -> list[Course]:
    return [course for offered in made.offered for course in (offered.course, *offered.others[:2])]


@some
@given(data=st.data())
def test_every_step_on_its_first_and_last_days_is_what_an_assessment_allows(dataset, data):
    document = data.draw(people(dataset))
    for course in courses(plan(document, dataset, TODAY)):
        for schedule in schedules(course):
            before = list(document["participations"])
            free = max(
                (date.fromisoformat(each["permit_ended_on"]) for each in before if each["activated"]), default=None
            )
            for step, invited, arrives in schedule:
                route = assessed(dataset, {**document, "participations": before}, step, invited, arrives)
                unmet = [found.criterion for found in route.of(Outcome.UNMET)]
                assert not set(unmet) & {*JUDGED, "deadlines"}, (unmet, step)
                assert route.permit.maximum_months == step.stay.months or step.stay.shares
                assert free is None or arrives > free
                assert TODAY <= invited <= arrives
                before.append(as_participation(step, invited, arrives))
                free = end_of(step, arrives)


def fits(course: Course, position: int, invited: date, arrives: date) -> bool:
    """Count on from a step on other days, as early as can be: tell whether the rest still fits."""
    ends: dict[str, date] = {}
    end = TODAY
    for step in course.steps[:position]:
        ends[step.stay.case.home] = step.stay.ends_on
    for number, step in enumerate(course.steps[position:]):
        home = step.stay.case.home
        if number:
            begun, ended = arrives + DAY, end
            gap = step.stay.judged.of("discontinuance").values.get("gap_months", 0)
            over = add_months(ends[home], gap) if gap and home in ends else ended
            arrives = max(ended + DAY, over)
            invited = max(begun, date(invited.year + 1, 1, 1))
            while add_months(invited, LETTER) < arrives:
                invited += DAY
            arrives = max(arrives, invited)
        if invited >= step.last.too_old_on or arrives > add_months(invited, LETTER) or invited > arrives:
            return False
        end = ends[home] = end_of(step, arrives)
    return True


@some
@given(data=st.data())
def test_one_day_after_a_last_day_the_plan_no_longer_fits(dataset, data):
    document = data.draw(people(dataset))
    held = {each["season"] for each in document["participations"]}
    for course in courses(plan(document, dataset, TODAY)):
        for position, step in enumerate(course.steps):
            invited, starts = step.last.invited_on, step.last.starts_on
            assert fits(course, position, invited, starts)
            later = invited + DAY
            assert not fits(course, position, later, max(later, step.stay.arrives_on)) or later.year in held
            assert not fits(course, position, invited, starts + DAY)


@some
@given(data=st.data())
def test_a_plan_goes_on_until_nothing_more_is_allowed(dataset, data):
    document = data.draw(people(dataset))
    made = plan(document, dataset, TODAY)
    for course in courses(made):
        assert {end.citizenship for end in course.ends} >= {step.stay.citizenship for step in course.steps}
        before = [*document["participations"]]
        before += [as_participation(step, step.stay.invited_on, step.stay.arrives_on) for step in course.steps]
        again = plan({**document, "participations": before}, dataset, course.steps[-1].stay.arrives_on + DAY)
        assert again.offered == ()


@some
@given(data=st.data())
def test_every_plan_can_be_said_in_both_languages_with_the_same_codes(dataset, words, data):
    made = plan(data.draw(people(dataset)), dataset, TODAY)
    english, french = (explain_plan(made, dataset, words[lang], lang) for lang in ("en", "fr"))
    for lang, told in (("en", english), ("fr", french)):
        assert plan_as_text(told, dataset, words[lang], lang, {})
        named = {name for sequence in told["sequences"] for step in sequence["steps"] for name in step["facts"]}
        assert named <= set(told["facts"])
    codes = [
        [
            (step["citizenship"], step["category"], step["earliest"], step["latest"])
            for sequence in told["sequences"]
            for step in sequence["steps"]
        ]
        for told in (english, french)
    ]
    assert codes[0] == codes[1]
