"""The decision table: who gets which answer, written out for review, and whose answer a change of facts alters."""

from generator.decisions.errors import DecisionsError

__all__ = ["DecisionsError"]
