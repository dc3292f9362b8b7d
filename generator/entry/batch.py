"""Many applicants: each row of a table assessed, or told what is wrong with which cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.entry.applicants import RowRead, read_row
from generator.entry.cells import Cells
from generator.entry.columns import column_title
from generator.entry.results import RESULTS
from generator.entry.table import Row, Table
from generator.explain.assessment import finding_sentence, remedy_sentence
from generator.explain.problems import describe_problem
from generator.explain.wording import Wording, Words
from generator.rules import Dataset, DocumentError, assess
from generator.rules.assessment import Assessment, JudgedRoute
from generator.rules.findings import Outcome, Verdict
from generator.rules.problems import Path, Problem
from generator.rules.route import Route

NOT_ASSESSED = "error"
NO_DEADLINES = ("last-invitation-day", "gap-ends", "permit-ends")  # told apart, or nothing that somebody must do


class Batch:
    """Assesses the rows of tables; `lang` is the language of the results, `today` the default of `assessed_on`.

    `words` are those of every language; `synonyms` are other names of countries by code.
    """

    def __init__(
        self,
        dataset: Dataset,
        words: Mapping[str, Words],
        lang: str,
        today: date,
        synonyms: Mapping[str, Iterable[str]],
    ) -> None:
        self.dataset, self.lang, self.today = dataset, lang, today
        self.words = words[lang]
        self.wording = Wording(dataset, self.words, lang)
        self.cells = Cells(dataset, words, synonyms)

    def result(self, table: Table, row: Row) -> dict[str, Any]:
        """Return {"row", "reference", "verdict", "errors": [{"column", "code", "message"}], "line"}.

        "verdict" is the best of the routes asked for, "error" where the row cannot be assessed; "line" holds the cells
        of the results, in the order of RESULTS.
        """
        if row.cells is None:
            return self._refused(table, row, None, (Problem(steps=(), code="row-quotes", values={}),))
        read = read_row(table.columns, row.cells, self.cells, table.order)
        problems = list(read.problems)
        try:
            assessment = assess(read.document, self.dataset, self.today)
        except DocumentError as error:
            problems += [_placed(problem, read) for problem in error.problems]
        if problems:
            problems.sort(key=lambda problem: _place(table, problem.steps))
            return self._refused(table, row, read.document.get("reference"), problems)
        return self._assessed(row, assessment)

    def _refused(self, table: Table, row: Row, reference: str | None, problems: Sequence[Problem]) -> dict[str, Any]:
        errors = [
            {
                "column": self._title(table, problem.steps),
                "code": problem.code,
                "message": describe_problem(problem, self.dataset, self.words, self.lang),
            }
            for problem in problems
        ]
        said = self.words["table"]["cell_error"]
        told = [said.format(**error) if error["column"] else str(error["message"]) for error in errors]
        cells = {
            "verdict": self.words["table"]["not_assessed"],
            "verdict_code": NOT_ASSESSED,
            "errors": "\n".join(told),
        }
        return self._result(row, reference, NOT_ASSESSED, errors, cells)

    def _title(self, table: Table, steps: Path) -> str | None:
        """Return the title of the column at `steps` as the table has it, else as the template has it."""
        if not steps:
            return None
        if steps in table.columns:
            return table.titles[table.columns.index(steps)]
        return column_title(steps, self.words)

    def _assessed(self, row: Row, assessment: Assessment) -> dict[str, Any]:
        applicant, words = assessment.applicant, self.words
        cells = {"assessed_on": applicant.assessed_on.isoformat(), "data_version": self.dataset.version}
        if not assessment.routes:
            cells |= {
                "verdict": words["verdicts"]["undetermined"],
                "verdict_code": Verdict.UNDETERMINED.value,
                "needs": self._needs(("citizenships",)),
            }
            return self._result(row, applicant.reference, Verdict.UNDETERMINED.value, [], cells)
        best, *others = assessment.routes
        cells |= self._route(best)
        cells["other_routes"] = "\n".join(map(self._other, others))
        return self._result(row, applicant.reference, best.route.verdict.value, [], cells)

    def _route(self, judged: JudgedRoute) -> dict[str, str]:
        route = judged.route
        needs = [need for finding in route.of(Outcome.UNKNOWN) for need in finding.needs]
        found = {
            "verdict": self.words["verdicts"][route.verdict.value],
            "verdict_code": route.verdict.value,
            "citizenship": self.wording.country(route.citizenship),
            "category": self.words["categories"][route.category.value],
            "reason_codes": " ".join(_codes(route, Outcome.UNMET)),
            "reasons": self._sentences(route, Outcome.UNMET),
            "remedies": "\n".join(remedy_sentence(remedy, self.wording) for remedy in judged.remedies),
            "caution_codes": " ".join(_codes(route, Outcome.CAUTION)),
            "cautions": self._sentences(route, Outcome.CAUTION),
        }
        if route.verdict is not Verdict.INELIGIBLE:
            found |= {"needs": self._needs(needs), **dict(self._days(route))}
        return found

    def _days(self, route: Route) -> Iterator[tuple[str, str]]:
        if permit := route.permit:
            yield "permit_months", str(permit.maximum_months)
            yield "permit_starts_on", permit.starts_on.isoformat() if permit.starts_on else ""
            yield "permit_ends_on", permit.ends_on.isoformat() if permit.ends_on else ""
            yield "permit_limited_by", self.words["limits"][permit.limited_by.value] if permit.limited_by else ""
        days = {each.id: each.on or (each.at.date() if each.at else None) for each in route.deadlines}
        if last := days.get("last-invitation-day"):
            yield "last_invitation_day", last.isoformat()
        today = route.case.applicant.assessed_on
        untold = {each.id for each in route.deadlines if each.done}.union(NO_DEADLINES)
        coming = [(day, name) for name, day in days.items() if day and day >= today and name not in untold]
        if coming:
            day, name = min(coming)
            yield "next_deadline_on", day.isoformat()
            yield "next_deadline", self.words["deadlines"][name]

    def _sentences(self, route: Route, outcome: Outcome) -> str:
        return "\n".join(finding_sentence(finding, self.wording) for finding in route.of(outcome))

    def _needs(self, paths: Sequence[str]) -> str:
        steps = (tuple(int(step) if step.isdigit() else step for step in path.split(".")) for path in paths)
        return "\n".join(dict.fromkeys(column_title(each, self.words) for each in steps))

    def _other(self, judged: JudgedRoute) -> str:
        words, route = self.words, judged.route
        name = self.wording.route(route.citizenship, route.category.value)
        return f"{name}{words['colon']}{words['verdicts'][route.verdict.value]}"

    def _result(
        self, row: Row, reference: str | None, verdict: str, errors: Sequence[Any], cells: Mapping[str, str]
    ) -> dict[str, Any]:
        cells = {**cells, "row": str(row.number), "reference": reference or ""}
        return {
            "row": row.number,
            "reference": reference,
            "verdict": verdict,
            "errors": list(errors),
            "line": [cells.get(name, "") for name in RESULTS],
        }


def _placed(problem: Problem, read: RowRead) -> Problem:
    """Return a problem of the document as one of the column that the answer came from."""
    steps = read.column(problem.steps)
    while isinstance(steps[-1], int):
        steps = steps[:-1]
    return Problem(steps=steps, code=problem.code, values=problem.values)


def _place(table: Table, steps: Path) -> int:
    return table.columns.index(steps) if steps in table.columns else len(table.columns)


def _codes(route: Route, outcome: Outcome) -> list[str]:
    return list(dict.fromkeys(finding.reason for finding in route.of(outcome) if finding.reason))
