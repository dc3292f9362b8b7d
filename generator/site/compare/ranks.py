"""Places in an order, so that the script of the table sorts by numbers alone."""

from collections.abc import Sequence


def ranks[K: (int, tuple[int, ...])](keys: Sequence[K | None]) -> list[int | None]:
    """Return the place of each key in their order, counted from zero and the same for equal keys; None stays None."""
    places = {key: place for place, key in enumerate(sorted({key for key in keys if key is not None}))}
    return [None if key is None else places[key] for key in keys]
