"""Write YAML in the manner of the facts, with ruamel.yaml, which keeps comments and the writing of values."""

from io import StringIO
from textwrap import indent
from typing import Any, get_origin

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, ScalarString

from generator.dataset.keys import key_orders, value_at

WIDEST = 120
INDENT = "  "
ON_ONE_LINE = frozenset({"in_force"})  # mappings in braces
LISTS_OF_LINES = frozenset({"sources"})  # lists of which each item is a mapping in braces
TEXTS = frozenset({"en", "fr", "name", "title", "publisher", "url", "url_fr", "quote", "note"})
LANGUAGES = {"en", "fr"}


class _NothingImplied(VersionedResolver):
    """Takes every plain value for text, so that it is written as it was read."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Resolve a scalar as text, and the rest as usual."""
        return super().resolve(kind, value, (False, True) if value is not None else implicit)


def rewrite(text: str, model: Any) -> str:
    """Return the YAML `text`, which is read into `model`, with its keys in order and in the manner of the facts."""
    is_list = get_origin(model) is tuple
    content = loaded(text, is_list=is_list)
    for path, order in list(key_orders(model, content)):
        _order(value_at(content, path), order)
    _style(content, 0, "")
    return dumped(content)


def loaded(text: str, *, is_list: bool) -> Any:
    """Return the YAML `text`, every value as text, with its comments and manner of writing.

    A list is indented first, as it is when it is written, because comments keep their columns.
    """
    return _yaml().load(indent(text, INDENT) if is_list else text)


def dumped(content: Any) -> str:
    """Return `content` as YAML in the manner of the facts; a list at the top is not indented."""
    stream = StringIO()
    _yaml().dump(content, stream)
    text = stream.getvalue()
    return _outdented(text) if isinstance(content, CommentedSeq) else text


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _NothingImplied
    yaml.preserve_quotes = True
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.width = 2**16
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _order(mapping: CommentedMap, order: tuple[str, ...]) -> None:
    for key in sorted(mapping, key=order.index):
        mapping.move_to_end(key)


def _style(value: Any, depth: int, key: str) -> None:
    if isinstance(value, CommentedMap):
        if key in ON_ONE_LINE:
            value.fa.set_flow_style()
        elif value.fa.flow_style() and value.keys() == LANGUAGES and depth + len(key) + _width(value) > WIDEST:
            value.fa.set_block_style()
        for name, item in value.items():
            if isinstance(item, str):
                value[name] = _quoted(name, item)
            else:
                _style(item, depth + 2, name)
    elif isinstance(value, CommentedSeq):
        if key in LISTS_OF_LINES and any(isinstance(item, CommentedMap) for item in value):
            value.fa.set_block_style()
            for item in value:
                item.fa.set_flow_style()
        for index, item in enumerate(value):
            if isinstance(item, str):
                value[index] = _quoted("", item)
            else:
                _style(item, depth + 2, "")


def _quoted(key: str, text: str) -> Any:
    """Return `text` in double quotes where it is words or was quoted before."""
    if key in TEXTS or isinstance(text, ScalarString):
        return DoubleQuotedScalarString(text)
    return text


def _width(pair: CommentedMap) -> int:
    return sum(len(str(text)) for text in pair.values()) + len('{en: "", fr: ""}: ')


def _outdented(text: str) -> str:
    """Return the lines of a list at the top of a file without the indent that lists have elsewhere."""
    return "".join(line.removeprefix(INDENT) for line in text.splitlines(keepends=True))
