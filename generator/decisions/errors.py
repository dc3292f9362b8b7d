"""What the commands about decisions refuse."""

from generator.dataset import RefusedError


class DecisionsError(RefusedError):
    """A revision or a table that cannot be had or read."""
