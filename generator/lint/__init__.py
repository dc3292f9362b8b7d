"""Checks that need more than the facts: the day, the pages, the words, the writing of the files."""

from generator.lint.findings import Findings, find_all
from generator.lint.linters import LINTERS

__all__ = ["LINTERS", "Findings", "find_all"]
