"""The order of the keys of a file: that of the fields of the records that it is read into."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import EnumMeta
from functools import cache
from types import UnionType
from typing import Any, TypeAliasType, TypeVar, Union, get_args, get_origin, get_type_hints

from generator.rules.problems import Path


def key_orders(kind: Any, value: Any, path: Path = ()) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield the path of each mapping in `value`, the plain form of a `kind`, with its keys in their order.

    Mappings whose keys are free have none, and what does not fit `kind` is passed over.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(origin, TypeAliasType):
        yield from key_orders(
            _fill(origin.__value__, dict(zip(origin.__type_params__, arguments, strict=True))), value, path
        )
    elif origin in (Union, UnionType):
        for choice in arguments:
            yield from key_orders(choice, value, path)
    elif origin is tuple and isinstance(value, list):
        for index, item in enumerate(value):
            yield from key_orders(arguments[0], item, (*path, index))
    elif origin is dict and isinstance(value, dict):
        if isinstance(arguments[0], EnumMeta):
            yield path, tuple(map(str, arguments[0]))
        for key, item in value.items():
            yield from key_orders(arguments[1], item, (*path, key))
    elif is_dataclass(origin or kind) and isinstance(value, dict):
        yield from _of_record(origin or kind, arguments, value, path)


def value_at(value: Any, path: Path) -> Any:
    """Return what stands at `path` in `value`."""
    for step in path:
        value = value[step]
    return value


def _of_record(
    record: Any, arguments: tuple[Any, ...], value: dict[str, Any], path: Path
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    hints = _hints(record)
    parameters = dict(zip(getattr(record, "__type_params__", ()), arguments, strict=True))
    names = tuple(field.name for field in fields(record))
    yield path, names
    for name in names:
        if name in value:
            yield from key_orders(_fill(hints[name], parameters), value[name], (*path, name))


@cache
def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record)


def _fill(kind: Any, parameters: dict[Any, Any]) -> Any:
    if isinstance(kind, TypeVar):
        return parameters[kind]
    names = getattr(kind, "__parameters__", ())
    return kind[tuple(parameters[name] for name in names)] if names and parameters else kind
