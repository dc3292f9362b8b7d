"""Puts the values of facts in words."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from generator.rules.facts import Text
from generator.rules.country import AcceptedDocument, Ages, Legacy, Participations, RestrictedFields, Slot
from generator.rules.kinds import Category, Repeat
from generator.site.language import Language


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
        conditions = [say("legacy.before", season=legacy.before_season)]
        if legacy.at_most is not None:
            conditions.append(say("legacy.at_most", n=legacy.at_most))
        if legacy.months_at_most is not None:
            conditions.append(say("legacy.months_at_most", months=months(legacy.months_at_most)))
        limited = len(conditions) > 1
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
