"""The facts of the programme: read from YAML, checked, and given to the rules as one value."""

from generator.dataset.knowledge import Knowledge
from generator.dataset.load import load_dataset, load_knowledge
from generator.dataset.problems import DatasetError, Problem, RefusedError

__all__ = ["DatasetError", "Knowledge", "Problem", "RefusedError", "load_dataset", "load_knowledge"]
