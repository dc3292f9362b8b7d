"""The facts in forms that other programs read."""

from generator.publish.facts import facts_on

__all__ = ["facts_on"]
