"""What can go wrong while the checker's files are put together."""


class StagingError(Exception):
    """The files for the browser cannot be made; the message says what is missing or broken and what to do."""
