"""Why a command of upkeep cannot go on."""

from generator.dataset import RefusedError


class UpkeepError(RefusedError):
    """A saved page, a feed or a check that cannot be used."""
