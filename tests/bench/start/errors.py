"""What can go wrong while a start is measured."""


class BenchError(Exception):
    """Nothing can be measured; the message is a sentence that says why, and what to do where something can be done."""
