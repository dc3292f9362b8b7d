"""The one kind of value object the rules use, and its way to and from JSON."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    TypeAliasType,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record[T](cls: type[T]) -> type[T]:
    """Make `cls` a frozen, slotted, keyword-only dataclass that refuses unknown keys when the build reads it."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return made


def to_plain(value: Any) -> Any:
    """Turn a record into JSON types: dates as ISO text, enums as their values, empty optionals left out."""
    if is_dataclass(value):
        return {
            field.name: to_plain(item)
            for field in fields(value)
            if (item := getattr(value, field.name)) is not None and item != ()
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {to_plain(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain[T](kind: type[T], value: Any) -> T:
    """Build `kind` from what `to_plain` made; the input is trusted (the build has validated it)."""
    made: T = _reader(kind)(value)
    return made


_readers: dict[Any, Callable[[Any], Any]] = {}


def _reader(kind: Any) -> Callable[[Any], Any]:
    if kind not in _readers:
        # Set before it is made, so that a type may hold itself.
        _readers[kind] = lambda value: _readers[kind](value)
        _readers[kind] = _make_reader(kind)
    return _readers[kind]


def _make_reader(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(origin, TypeAliasType):
        return _reader(_fill(origin.__value__, dict(zip(origin.__type_params__, arguments, strict=True))))
    if origin in (Union, UnionType):
        inner = [_reader(choice) for choice in arguments if choice is not NoneType]
        if len(inner) > 1:  # only scalars are united, and JSON tells those apart
            return lambda value: value
        return lambda value: None if value is None else inner[0](value)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda value: tuple(map(item, value))
    if origin is dict:
        key, item = map(_reader, arguments)
        return lambda value: {key(name): item(part) for name, part in value.items()}
    if origin is Literal:
        return lambda value: value
    target = origin or kind
    if is_dataclass(target):
        return _record_reader(target, dict(zip(getattr(target, "__type_params__", ()), arguments, strict=True)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    return lambda value: value


def _record_reader(target: Any, parameters: dict[Any, Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(target)
    readers = {field.name: _reader(_fill(hints[field.name], parameters)) for field in fields(target)}
    empty = {field.name for field in fields(target) if field.default is MISSING}

    def read(value: dict[str, Any]) -> Any:
        given = {name: readers[name](item) for name, item in value.items()}
        given.update({name: () for name in empty if name not in given})
        return target(**given)

    return read


def _fill(kind: Any, parameters: dict[Any, Any]) -> Any:
    if isinstance(kind, TypeVar):
        return parameters[kind]
    arguments = getattr(kind, "__parameters__", ())
    return kind[tuple(parameters[name] for name in arguments)] if arguments else kind
