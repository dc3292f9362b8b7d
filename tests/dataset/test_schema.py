"""The schemas that editors and other validators use say the same as the records that the files are read into."""

import json
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.dataset.kinds import KINDS, Kind, fact_files, kind_of, modeline
from generator.dataset.located import read_located
from generator.dataset.reading import read_sound
from generator.dataset.schema import said_of, schema_files, schema_of
from generator.dataset.shape import shape

DATA = Path(__file__).parents[2] / "data"
FILES = fact_files(DATA)
FACT = """
- value: yes
  in_force: {known_since: 2025-12-24}
  status: official
  sources:
    - {id: ircc-bilateral}
  checked_on: 2026-11-22
  review_due: 2027-01-31
"""
TERM = "- id: pool\n  group: process\n  name:" + indent(FACT.replace("yes", "{en: Pool, fr: Bassin}"), "  ")
POINT = "- id: a\n  categories: [working_holiday]\n  says: []\n"
POOL = "- country: DE\n  category: working_holiday\n  quota:" + indent(FACT.replace("yes", "10"), "  ")
SOURCE = "- {id: a, title: T, publisher: P, tier: official, url: https://example.org}\n"
CLAIM = "- id: a\n  says: {en: E, fr: F}\n  verdict: confirmed\n  answer: {en: E, fr: F}\n  facts: [DE.partner]\n"
AGEING = "warn_before_days: 0\nrefuse_after_days: 365\n"

GOOD = {"glossary": TERM, "guide": POINT, "pools": POOL, "sources": SOURCE, "claims": CLAIM, "ageing": AGEING}
MISFITS = [
    ("glossary", "an unknown key", "  group: process", "  group: process\n  colour: blue"),
    ("glossary", "a missing key", "  group: process\n", ""),
    ("glossary", "a missing language", ", fr: Bassin", ""),
    ("glossary", "an unknown status", "status: official", "status: certain"),
    ("glossary", "a day in another order", "checked_on: 2026-11-22", "checked_on: 22/11/2026"),
    ("glossary", "a day that is a number", "checked_on: 2026-11-22", "checked_on: 20261122"),
    ("glossary", "a day that does not exist", "checked_on: 2026-11-22", "checked_on: 2026-02-30"),
    ("glossary", "a misspelt key of a period", "known_since", "knownsince"),
    ("glossary", "a source without an id", "{id: ircc-bilateral}", "{quote: Ten}"),
    ("claims", "a mapping where a list belongs", "[DE.partner]", "{DE: partner}"),
    ("guide", "an unknown category", "[working_holiday]", "[holiday]"),
    ("pools", "a word that is no quota", "value: 10", "value: many"),
    ("pools", "a boolean quota", "value: 10", "value: true"),
    ("pools", "a fraction of a place", "value: 10", "value: 10.5"),
    ("sources", "an address that is a number", "https://example.org", "12"),
    ("claims", "an unknown verdict", "confirmed", "true"),
    ("ageing", "days in words", "365", "a year"),
]


@cache
def validator(kind: Kind) -> Draft202012Validator:
    """Return a validator of the committed schema."""
    schema = json.loads((DATA / kind.schema).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def kind_named(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def read(text: str) -> Any:
    located, problems = read_located(text, "sample.yml")
    assert problems == []
    return located


def test_the_committed_schemas_are_those_of_the_records() -> None:
    wanted = schema_files(DATA)
    assert {path.name for path in (DATA / "schema").iterdir()} == {path.name for path in wanted}
    assert [path.name for path, text in wanted.items() if path.read_text(encoding="utf-8") != text] == []


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_schema_is_a_sound_schema(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("file", FILES, ids=[file.relative_to(DATA).as_posix() for file in FILES])
def test_every_file_of_facts_fits_its_schema_by_a_second_validator(file: Path) -> None:
    kind = kind_of(file, DATA)
    assert kind is not None
    assert [error.message for error in validator(kind).iter_errors(read_sound(file).value)] == []


@pytest.mark.parametrize("name", GOOD)
def test_the_samples_fit_by_both_validators_before_they_are_broken(name: str) -> None:
    kind, located = kind_named(name), read(GOOD[name])
    assert shape(kind.model, located)[1] == []
    assert validator(kind).is_valid(located.value)


@pytest.mark.parametrize(("name", "title", "old", "new"), MISFITS, ids=[f"{case[0]}: {case[1]}" for case in MISFITS])
def test_both_validators_refuse_the_same_misfits(name: str, title: str, old: str, new: str) -> None:
    assert old in GOOD[name], title
    kind, located = kind_named(name), read(GOOD[name].replace(old, new))
    assert shape(kind.model, located)[1] != []
    assert not validator(kind).is_valid(located.value)


def test_every_mapping_of_a_record_is_closed() -> None:
    for kind in KINDS:
        for schema in _objects(schema_of(kind)):
            assert schema["additionalProperties"] is False or "properties" not in schema, kind.name


def test_editors_are_told_what_a_key_means() -> None:
    defined = schema_of(kind_named("country"))["$defs"]
    assert defined["Period"]["properties"]["through"]["description"] == "`through` is the last day, inclusive."
    assert defined["Fact_int_"]["properties"]["checked_on"]["description"].startswith("The day on which a person")
    assert defined["Answer"]["enum"] == ["yes", "no", "not_published", "unverified"]
    assert defined["Answer"]["description"]


def test_what_a_docstring_says_of_a_key_is_taken_by_sentences_and_halves_of_sentences() -> None:
    docstring = "One thing.\n\n`first` is the day; where\nunknown, `second` is. `first_two` is neither."
    assert said_of("first", docstring) == "`first` is the day."
    assert said_of("second", docstring) == "Where unknown, `second` is."
    assert said_of("third", docstring) == ""


def test_every_file_below_the_data_is_of_one_kind_or_none() -> None:
    assert kind_of(DATA / "words" / "en.yml", DATA) is None
    assert kind_of(DATA / "countries" / "old" / "DE.yml", DATA) is None
    assert kind_of(DATA.parent / "mkdocs.yml", DATA) is None
    assert {kind_of(file, DATA) for file in FILES} == set(KINDS)


def test_the_first_line_of_a_file_leads_to_its_schema() -> None:
    for file in FILES:
        kind = kind_of(file, DATA)
        assert kind is not None
        line = modeline(file, DATA, kind)
        assert file.read_text(encoding="utf-8").startswith(f"{line}\n")
        assert (file.parent / line.partition("$schema=")[2]).resolve() == DATA / kind.schema


def _objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for item in schema for found in _objects(item)]
    if not isinstance(schema, dict):
        return []
    here = [schema] if schema.get("type") == "object" else []
    return here + [found for item in schema.values() for found in _objects(item)]
