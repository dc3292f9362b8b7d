"""The facts of the programme and the documents to gather, as pages show them."""

from typing import Any

from generator.rules.country import Country
from generator.rules.kinds import Answer, Category
from generator.rules.model import Dataset
from generator.rules.papers import is_asked
from generator.rules.programme import Asking, RequiredDocument
from generator.site.facts import Presenter, Shown

MONEY = frozenset(
    {"minimum_funds", "participation_fee", "open_work_permit_fee", "biometrics_fee", "employer_compliance_fee"}
)


class ProgrammePresenter:
    """Shows what holds for every applicant, in one language on one day."""

    def __init__(self, presenter: Presenter, dataset: Dataset) -> None:
        self.presenter, self.dataset = presenter, dataset
        self.language = presenter.language

    def show(self, *fields: str) -> tuple[Shown, ...]:
        """Show the named facts of the programme as statements."""
        return tuple(self._fact(field) for field in fields)

    def documents(self, country: Country) -> tuple[Shown, ...]:
        """Show the documents that a co-op applicant of `country` gathers."""
        return tuple(self._document(item) for item in self.dataset.documents if self._is_asked(item, country))

    def season(self) -> Shown:
        """Show when the pools of the latest recorded season opened."""
        season = self.dataset.seasons[max(self.dataset.seasons)]
        return self.presenter.show(
            f"seasons.{season.year}.pools_opened",
            "",
            season.pools_opened,
            lambda day: self.language.say("season.opened", year=season.year, day=self.language.day(day)),
        )

    def _fact(self, field: str) -> Shown:
        history = getattr(self.dataset.programme, field)
        return self.presenter.show(f"programme.{field}", "", history, lambda value: self.tell(field, value))

    def tell(self, field: str, value: Any) -> str:
        """Tell the value of the field `field` of the programme, in a sentence."""
        say = self.language.say
        key = f"programme.{field}"
        if field in MONEY:
            return say(f"{key}.value", money=self.language.money(value))
        if field.endswith("_months"):
            return say(f"{key}.value", months=self.language.months(value))
        if isinstance(value, int):
            return say(f"{key}.value", n=value)
        if isinstance(value, tuple):
            return say(f"{key}.value", categories=self.language.all_of(map(self.language.category, value)))
        return say(f"{key}.{value}")

    def _is_asked(self, document: RequiredDocument, country: Country) -> bool:
        coop = Category.INTERNATIONAL_COOP
        residence = self.presenter.in_force(country.categories[coop].residence_required)
        required = residence is not None and residence.value is Answer.YES
        return is_asked(document, coop, country.code, residence_required=required)

    def _document(self, document: RequiredDocument) -> Shown:
        name, when = self.language.text(document.name), self.language.say(f"document_when.{document.when.value}")
        return self.presenter.show(f"documents.{document.id}", f"{name} ({when})", document.asked, self.asking)

    def asking(self, asked: Asking) -> str:
        """Tell why a document is asked for, after the condition."""
        texts = [asked.condition, asked.why] if asked.condition else [asked.why]
        return ". ".join(self.language.text(text) for text in texts)
