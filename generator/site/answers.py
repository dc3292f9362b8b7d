"""The main questions about a category, answered by the rules for a typical applicant: the checker as a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.explain.assessment import finding_sentence
from generator.explain.verdict import verdict_sentence
from generator.publish.rows import in_force
from generator.rules.calendar import births
from generator.rules.country import Country, Participations
from generator.rules.facts import Status
from generator.rules.findings import Finding, Outcome, UsedFact
from generator.rules.kinds import Category
from generator.rules.model import Dataset
from generator.rules.problems import DocumentError
from generator.rules.route import Route
from generator.site.country import CountryShown
from generator.site.facts import Presenter
from generator.site.tell import Teller
from generator.site.typical import AGE, WITHOUT, Typical

USED_UP = ("participations-left", "category-repeat")
MAIN = ("verdict", "organization", "stay", "again")  # whether, for how long, how often: what everybody asks first
ALWAYS_ASKED = "studies"  # students ask it of categories too that have no such condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """The mark of a fact that is not plain; its names are those of a fact shown, for the same macro."""

    id: str
    status: str
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence or a few words of an answer, the id of the fact that it rests on, and the doubt about that."""

    text: str
    fact: str | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question, named by `key`, and what answers it."""

    key: str
    question: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a citizen of a country may ask about one category, with the answers; `age` is that of the typical one."""

    category: str
    age: int
    rows: tuple[Row, ...]

    @property
    def main(self) -> tuple[Row, ...]:
        """Return what everybody asks first."""
        return tuple(row for row in self.rows if row.key in MAIN)

    @property
    def more(self) -> tuple[Row, ...]:
        """Return the other questions."""
        return tuple(row for row in self.rows if row.key not in MAIN)


class AnswersPresenter:
    """Answers the main questions in one language on one day."""

    def __init__(self, presenter: Presenter, dataset: Dataset) -> None:
        self.as_of, self.language, self.dataset = presenter.as_of, presenter.language, dataset

    def show(self, shown: CountryShown) -> tuple[Answers, ...]:
        """Answer the questions about International Co-op, else about the categories that a country offers instead."""
        instead = () if shown.coop.is_offered else shown.instead
        country = self.dataset.countries[shown.code]
        answered = (self._answers(country, Category(category.id)) for category in instead or (shown.coop,))
        return tuple(filter(None, answered))

    def _answers(self, country: Country, category: Category) -> Answers | None:
        """Answer the questions about `category`, None where the facts do not say what the rules need."""
        typical = Typical(country, category, self.dataset, self.as_of)
        try:
            rows = tuple(self._rows(typical))
        except DocumentError:
            return None
        return Answers(category=self.language.category(category), age=AGE, rows=rows)

    def _rows(self, typical: Typical) -> Iterator[Row]:
        route = typical.route()
        unmet = (finding_sentence(finding, self.language.wording) for finding in route.of(Outcome.UNMET))
        verdict = verdict_sentence(route, self.language.wording)
        yield self._row(
            "verdict",
            *map(_line, (self._verdict(route), verdict, *unmet)),
            category=self.language.category(typical.category),
        )
        if route.permit is None:
            organization = typical.route({"recognized_organization": True})
            if organization.verdict is not route.verdict:
                told = finding_sentence(_of(organization, "agreement"), self.language.wording)
                yield self._row("organization", _line(self._verdict(organization)), _line(told))
            return
        yield self._row("born", *self._born(route))
        yield from self._musts(typical)
        yield self._row("stay", *self._stay(route))
        yield self._row("again", *self._again(typical))
        yield self._row("deadlines", *self._deadlines(route))

    def _row(self, key: str, *lines: Line, place: str = "", category: str = "") -> Row:
        return Row(key=key, question=self.language.say(f"answers.{key}", place=place, category=category), lines=lines)

    def _verdict(self, route: Route) -> str:
        return f"{self.language.wording.words['verdicts'][route.verdict.value]}."

    def _born(self, route: Route) -> Iterator[Line]:
        ages = next(fact for fact in _of(route, "age").facts if fact.id.endswith(".ages"))
        first, last = map(self.language.day, births(ages.value.minimum, ages.value.maximum, self.as_of))
        told = self.language.say("answers.born_between", first=first, last=last, day=self.language.day(self.as_of))
        yield self._resting(told, ages)
        yield _line(self.language.say("answers.invited_before", age=ages.value.maximum + 1), ages)

    def _musts(self, typical: Typical) -> Iterator[Row]:
        place = self.language.inside(typical.country.code)
        for criterion in WITHOUT:
            finding = _of(typical.without(criterion), criterion)
            if finding.facts or criterion == ALWAYS_ASKED:
                yield self._row(f"must.{criterion}", *self._must(finding, typical.country), place=place)

    def _must(self, finding: Finding, country: Country) -> Iterator[Line]:
        say, told = self.language.say, finding_sentence(finding, self.language.wording)
        if finding.outcome is Outcome.UNKNOWN:
            yield self._resting(told, *finding.facts[:1])
            for graduates in finding.facts:
                if graduates.id.endswith(".graduates_within_months"):
                    accepted = Teller(self.language).graduates(graduates.value)
                    label = f"{say('label.graduates_within_months')}{say('colon')}"
                    yield self._resting(f"{label} {accepted}.", graduates)
        elif finding.outcome is Outcome.CAUTION:
            yield self._resting(say(f"answers.not_always.{finding.criterion}"), *_nearest(finding, country))
        else:
            answer = say("answers.yes" if finding.outcome is Outcome.UNMET else "answers.no")
            yield self._resting(answer, *_nearest(finding, country))

    def _stay(self, route: Route) -> Iterator[Line]:
        permit = route.permit
        if permit and permit.starts_on and permit.ends_on:
            first, last = self.language.day(permit.starts_on), self.language.day(permit.ends_on)
            months = self.language.months(permit.maximum_months)
            told = self.language.say("answers.stays", months=months, first=first, last=last)
            yield self._resting(told, permit.facts[0])
        for finding in route.of(Outcome.CAUTION):
            if finding.criterion == "permit-length":
                yield self._resting(finding_sentence(finding, self.language.wording), *finding.facts[:1])

    def _again(self, typical: Typical) -> Iterator[Line]:
        """Tell for every category that is offered whether its permit leaves room for another one of this category."""
        say, is_possible = self.language.say, False
        for category in typical.offered():
            route = typical.returning(category)
            final = next((_of(route, name) for name in USED_UP if _of(route, name).outcome is Outcome.UNMET), None)
            pause = _of(route, "discontinuance")
            gap = next((deadline.on for deadline in route.deadlines if deadline.id == "gap-ends"), None)
            if final is None and gap:
                told = say("answers.gap", ended=self.language.day(self.as_of), day=self.language.day(gap))
            else:
                told = finding_sentence(final or pause, self.language.wording)
            name, answer = self.language.category(category), say("answers.no" if final else "answers.yes")
            text = say("answers.after", category=name, answer=answer, told=told)
            yield self._resting(text, *_nearest(final or pause, typical.country))
            is_possible = is_possible or final is None
        row = in_force(typical.country.participations, self.as_of)
        if is_possible and row is not None:
            used = UsedFact(id=f"{typical.country.code}.participations", row=row)
            yield from (self._resting(told, used) for told in self._limits(row.value))

    def _limits(self, terms: Participations) -> Iterator[str]:
        """Tell what shortens the permit of a later participation."""
        say, months = self.language.say, self.language.months
        if terms.later_months is not None:
            yield say("participations.later_months", months=months(terms.later_months))
        if terms.cumulative_months is not None:
            yield say("answers.cumulative", months=months(terms.cumulative_months))

    def _deadlines(self, route: Route) -> Iterator[Line]:
        for name in ("answer-invitation-by", "apply-by"):
            deadline = next(deadline for deadline in route.deadlines if deadline.id == name)
            day = deadline.at.date() if deadline.at else deadline.on
            if day:
                told = self.language.say(
                    f"answers.{name}", invited=self.language.day(self.as_of), day=self.language.day(day)
                )
                yield self._resting(told, *deadline.facts[:1])

    def _resting(self, text: str, *facts: UsedFact) -> Line:
        """Return a line that rests on the first of `facts`, if any, with a mark where that is not plain."""
        fact = next(iter(facts), None)
        if fact is None:
            return _line(text)
        is_overdue = fact.row.overdue_on(self.as_of)
        is_plain = fact.row.status is Status.OFFICIAL and not is_overdue
        doubt = None if is_plain else Doubt(id=fact.id, status=fact.row.status.value, is_overdue=is_overdue)
        return Line(text=text, fact=fact.id, doubt=doubt)


def _line(text: str, fact: UsedFact | None = None) -> Line:
    return Line(text=text, fact=fact.id if fact else None)


def _of(route: Route, criterion: str) -> Finding:
    return next(finding for finding in route.findings if finding.criterion == criterion)


def _nearest(finding: Finding, country: Country) -> tuple[UsedFact, ...]:
    """Return the fact that a finding is about, if any: one of the country before one of the programme."""
    return tuple(sorted(finding.facts, key=lambda fact: not fact.id.startswith(f"{country.code}.")))[:1]
