"""From what the rules found to sentences in English and French. Standard library only; the words come as data."""

from generator.explain.assessment import explain
from generator.explain.problems import describe_problem, told_problems
from generator.explain.text import as_text

__all__ = ["as_text", "describe_problem", "explain", "told_problems"]
