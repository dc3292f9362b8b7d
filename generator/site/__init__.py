"""The guide as a static site: every page from the facts, in English and French."""

from generator.site.build import build_site
from generator.site.errors import BuildError
from generator.site.rebuild import rebuilding
from generator.site.repository import repository_of_run
from generator.site.serve import PortTakenError, serve

__all__ = ["BuildError", "PortTakenError", "build_site", "rebuilding", "repository_of_run", "serve"]
