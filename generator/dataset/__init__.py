"""The facts of the programme: read from YAML, checked, and given to the rules as one value."""

from generator.dataset.load import load_dataset
from generator.dataset.problems import DatasetError, Problem

__all__ = ["DatasetError", "Problem", "load_dataset"]
