"""Facts by name and value, in words of one language."""

from datetime import date
from enum import Enum
from typing import Any

from generator.explain.wording import Wording
from generator.rules.country import AcceptedDocument, Ages, Legacy, Participations, RestrictedFields
from generator.rules.facts import Text
from generator.rules.programme import Asking

IN_DOLLARS = ("_fee", "_funds")


def fact_label(fact: str, wording: Wording) -> str:
    """Return what the fact with this id is about: the name of its document or place, else of its kind."""
    group, *_, name = fact.split(".")
    if group == "documents":
        documents = {document.id: document.name for document in wording.dataset.documents}
        return wording.text(documents[name])
    return wording.country(name) if group == "places" else str(wording.words["fact_names"][name])


def fact_text(fact: str, value: Any, wording: Wording) -> str:
    """Return the value of the fact with this id in a few words."""
    name, said = fact.rpartition(".")[2], wording.words["fact_values"]
    match value:
        case Ages():
            return wording.sentence(said["ages"], {"minimum": value.minimum, "maximum": value.maximum})
        case Participations():
            form = "one" if value.total == 1 else "other"
            return wording.sentence(said["times"][form], {"count": value.total})
        case RestrictedFields():
            return wording.value("fields", value.studies)
        case Legacy():
            return wording.sentence(said["legacy"], {"season": value.before_season})
        case Asking():
            return wording.text(value.why)
        case Text():
            return wording.text(value)
        case tuple():
            return wording.listed(_item(item, wording) for item in value)
        case Enum() | str():
            return str(said.get(str(value), value))
        case date():
            return wording.day(value)
    return wording.money(value) if name.endswith(IN_DOLLARS) else wording.value(name, value)


def _item(item: Any, wording: Wording) -> str:
    if isinstance(item, AcceptedDocument):
        kind = str(wording.words["document_kinds"][item.kind])
        return f"{kind} ({wording.country(item.issuer)})" if item.issuer else kind
    return wording.value("category", item)
