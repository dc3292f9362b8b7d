"""Comparing countries: the table of all of them, a few side by side."""

from generator.site.compare.sides import SidesPresenter
from generator.site.compare.table import TablePresenter

__all__ = ["SidesPresenter", "TablePresenter"]
