"""The command line: check one applicant or many, print the facts, validate them, build and serve the site."""

from generator.cli.commands import main

__all__ = ["main"]
