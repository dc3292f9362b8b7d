"""Puts the values of facts in words."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from generator.rules.country import AcceptedDocument, Ages, Legacy, Participations, RestrictedFields, Slot
from generator.rules.facts import Text
from generator.rules.kinds import Answer, Category, Repeat, School
from generator.site.language import Language

MANY = 2  # any number that takes the plural


class Teller:
    """Puts values in words, in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def choice(self, field: str, value: Enum, country: str | None = None) -> str:
        """Tell a value of an enumeration: the phrase `FIELD.VALUE`, else `answer.VALUE`, `country` being the place."""
        key = f"{field}.{value.value}"
        place = self.language.inside(country) if country else ""
        return self.language.say(key if self.language.has(key) else f"answer.{value.value}", place=place)

    def categories(self, categories: Iterable[Category]) -> str:
        """Return the official names of categories, joined by "or"."""
        return self.language.any_of(map(self.language.category, categories))

    def ages(self, ages: Ages) -> str:
        """Tell the first and the last age."""
        return self.language.say("ages.value", minimum=ages.minimum, maximum=ages.maximum)

    def up_to_months(self, months: int) -> str:
        """Tell the longest permit."""
        return self.language.say("permit_months.value", months=self.language.months(months))

    def gap(self, months: int) -> str:
        """Tell the months that must pass between two participations."""
        if months == 0:
            return self.language.say("discontinuance_months.none")
        return self.language.say("discontinuance_months.value", months=self.language.months(months))

    def graduates(self, months: int) -> str:
        """Tell until when graduates are accepted."""
        return self.language.say("graduates_within_months.value", months=self.language.months(months))

    def restricted(self, fields: RestrictedFields) -> str:
        """Tell the only fields of study and sectors of work."""
        return self.language.say(
            "restricted_fields.value",
            studies=self.language.any_of(self.language.say(f"field.{item.value}") for item in fields.studies),
            sectors=self.language.any_of(self.language.say(f"field.{item.value}") for item in fields.sectors),
        )

    def documents(self, documents: Iterable[AcceptedDocument]) -> str:
        """Tell the travel documents that prove a citizenship."""
        return self.language.any_of(map(self._document, documents))

    def _document(self, document: AcceptedDocument) -> str:
        kind = self.language.say(f"document_kind.{document.kind.value}")
        if document.issuer is None:
            return kind
        return self.language.say(
            "document_kind.issued_by", document=kind, issuer=self.language.country(document.issuer)
        )

    def participations(self, terms: Participations) -> str:
        """Tell how often a citizen may take part, in whole sentences."""
        say = self.language.say
        sentences = [say("participations.total", n=terms.total)]
        sentences += map(self._slot, terms.slots)
        # Shared slots already say what may be repeated, and a single participation leaves nothing to repeat.
        if terms.total > 1 and not (terms.slots and terms.repeat is Repeat.NOT_STATED):
            sentences.append(
                say(
                    f"participations.repeat.{terms.repeat.value}",
                    categories=self.language.all_of(map(self.language.category, terms.repeatable)),
                )
            )
        if terms.later_months is not None:
            sentences.append(say("participations.later_months", months=self.language.months(terms.later_months)))
        if terms.cumulative_months is not None:
            sentences.append(say("participations.cumulative", months=self.language.months(terms.cumulative_months)))
        return " ".join(sentences)

    def _slot(self, slot: Slot) -> str:
        return self.language.say("participations.slot", n=slot.count, categories=self.categories(slot.categories))

    def legacy(self, legacy: Legacy) -> str:
        """Tell what earlier participations leave open, in whole sentences."""
        say, months = self.language.say, self.language.months
        count = legacy.at_most or MANY
        conditions = [say("legacy.before", n=count, season=legacy.before_season)]
        if legacy.at_most is not None and not self.language.is_one(legacy.at_most):
            conditions.append(say("legacy.at_most", n=legacy.at_most))
        if legacy.months_at_most is not None:
            conditions.append(say("legacy.months_at_most", n=count, months=months(legacy.months_at_most)))
        limited = legacy.at_most is not None or legacy.months_at_most is not None
        length = "length" if legacy.months is not None else "ordinary_length"
        sentences = [
            say(
                f"legacy.{legacy.grants.value}.{length}",
                conditions=self.language.all_of(conditions),
                months=months(legacy.months or 0),
            )
        ]
        if limited:
            sentences.append(say(f"legacy.{legacy.grants.value}.beyond"))
        return " ".join(sentences)

    def times(self, terms: Participations) -> str:
        """Tell in a few words how often a citizen may take part, and what limits that."""
        say, months = self.language.say, self.language.months
        parts = [say("participations.short", n=terms.total)]
        coop = coop_participations(terms)
        if coop < terms.total:
            parts.append(say("participations.short_coop", n=coop))
        if terms.later_months is not None:
            parts.append(say("participations.short_later", months=months(terms.later_months)))
        if terms.cumulative_months is not None:
            parts.append(say("participations.short_cumulative", months=months(terms.cumulative_months)))
        return ", ".join(parts)

    def count(self, n: int) -> str:
        """Tell how many times, in the fewest words."""
        return self.language.say("participations.count", n=n)

    def brief(self, field: str, value: Any) -> str:
        """Tell a value in the fewest words, for the cell of a table."""
        if field == "ages":
            return f"{value.minimum}–{value.maximum}"
        if field == "permit_months" or (field == "discontinuance_months" and value):
            return self.language.months(value)
        if field == "discontinuance_months":
            return self.language.say("table.no_gap")
        schools = {School.IN_COUNTRY: Answer.YES, School.ANYWHERE: Answer.NO}
        return self.language.say(f"answer.{schools.get(value, value).value}")

    def value(self, field: str, value: Any, country: str | None = None) -> str:
        """Tell the value of the field `field` of the model; `country` is the code of the country it is about."""
        special: dict[str, Callable[[Any], str]] = {
            "ages": self.ages,
            "permit_months": self.up_to_months,
            "discontinuance_months": self.gap,
            "graduates_within_months": self.graduates,
            "restricted_fields": self.restricted,
            "travel_documents": self.documents,
            "participations": self.participations,
            "legacy": self.legacy,
        }
        if field in special:
            return special[field](value)
        if isinstance(value, Text):
            return self.language.text(value)
        return self.choice(field, value, country)


def coop_participations(terms: Participations) -> int:
    """Count the participations that may be International Co-op."""
    coop = Category.INTERNATIONAL_COOP
    if terms.slots:
        return sum(slot.count for slot in terms.slots if coop in slot.categories)
    once = terms.repeat is Repeat.NOT_PERMITTED or (terms.repeat is Repeat.LIMITED and coop not in terms.repeatable)
    return 1 if once else terms.total
