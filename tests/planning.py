"""Plans for the tests: who plans, and a plan on a few lines."""

from datetime import date
from typing import Any

from generator.rules import Dataset
from generator.rules.planner import Plan, plan
from generator.rules.planner.backward import Step
from generator.rules.planner.plan import Course

TODAY = date(2026, 11, 22)
COOP, YP, WH = "international_coop", "young_professionals", "working_holiday"


def planned(dataset: Dataset, *citizenships: str, born: str = "2003-05-10", **answers: Any) -> Plan:
    """Plan for somebody without earlier participations; `wishes` and `today` are no answers."""
    wishes, today = answers.pop("wishes", None), answers.pop("today", TODAY)
    document = {"citizenships": list(citizenships), "date_of_birth": born, "participations": [], **answers}
    return plan(document, dataset, today, wishes)


def days(step: Step) -> tuple[str, ...]:
    """Return the days of a step: invited, from, to at the earliest; invited, from at the latest."""
    stay, last = step.stay, step.last
    return tuple(str(day) for day in (stay.invited_on, stay.arrives_on, stay.ends_on, last.invited_on, last.starts_on))


def stays(course: Course) -> list[tuple[str, str, int]]:
    """Return citizenship, category and months of each step."""
    return [(step.stay.citizenship, step.stay.category.value, step.stay.months) for step in course.steps]


def lengths(made: Plan) -> list[list[int]]:
    """Return the months of each step of each sequence."""
    return [[months for _, _, months in stays(offered.course)] for offered in made.offered]


def ways(made: Plan) -> list[list[tuple[str, str, int]]]:
    """Return the best sequence of the first kind and the others of that kind."""
    (first, *_) = made.offered
    return [stays(course) for course in (first.course, *first.others)]
