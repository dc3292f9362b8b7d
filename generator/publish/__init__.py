"""The facts in forms that other programs read."""

from generator.publish.changes import changes_view
from generator.publish.facts import facts_on

__all__ = ["changes_view", "facts_on"]
