"""JSON Schema of the files of facts, made from the records that the files are read into.

Editors show the descriptions, which are the docstrings of the records, and complete the keys; a second validator
holds the files against the same schemas.
"""

import inspect
import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.dataset.kinds import KINDS, Kind

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
# Said of these keys wherever they stand; the docstrings of their records speak of the whole.
EVIDENCE = {
    "value": "The fact itself.",
    "in_force": "The days on which the value holds.",
    "status": "How far the value can be relied on: official, secondary, conflicting or unverified.",
    "sources": "Where the value was read; at least one, unless it is unverified.",
    "checked_on": "The day on which a person compared the value with its source, as 2026-11-22.",
    "review_due": "The day by which a person should compare it again; needed while the value has no last day.",
    "versions": "Other values that were published for the same fact.",
    "quote": "The words of the source, letter by letter, at most fifteen of them.",
    "read_on": "The day of the copy that was read.",
    "id": "A name of small letters and digits, words joined by hyphens; a source bears that of the registry.",
    "en": "The words in English.",
    "fr": "The words in French.",
}
SENTENCE = re.compile(r"(?<=[.;])\s+")


class FactsSchema(GenerateJsonSchema):
    """The schema of records without the names that Python gives, with a description of every key that has one."""

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """Describe each key by what the docstring of the record says of it."""
        made = super().dataclass_schema(schema)
        cls = schema["cls"]
        if is_dataclass(cls):
            for field in fields(cls):
                if said := said_of(field.name, inspect.getdoc(cls) or "") or EVIDENCE.get(field.name):
                    made["properties"][field.name]["description"] = said
        return made

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """Describe a day by its writing too: not every validator looks at the format."""
        return {**super().date_schema(schema), **DAY}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave the default out: a key without a value is not written."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 the signature of pydantic
        """Give keys no title beside their name."""
        return False


def said_of(name: str, docstring: str) -> str:
    """Return the parts of `docstring` that name `name` between backticks, as sentences."""
    text = " ".join(docstring.split())
    said = [part.rstrip(".;") for part in SENTENCE.split(text) if f"`{name}`" in part]
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in said)


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    made = TypeAdapter(kind.model).json_schema(schema_generator=FactsSchema)
    return {"$schema": DRAFT, **made, "title": kind.name, "description": kind.sentence}


def schema_files(folder: Path) -> dict[Path, str]:
    """Return the text of every schema by its path in the folder of facts."""
    return {folder / kind.schema: f"{json.dumps(schema_of(kind), ensure_ascii=False, indent=2)}\n" for kind in KINDS}
