"""The guide as a static site: every page from the facts, in English and French."""

from generator.site.build import build_site
from generator.site.errors import BuildError
from generator.site.serve import PortTakenError, serve

__all__ = ["BuildError", "PortTakenError", "build_site", "serve"]
