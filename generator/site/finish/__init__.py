"""The last steps over the built files: search index, scripts and styles, markup, data for programs, policy, links."""

from generator.site.finish.steps import finish
from generator.site.finish.structured import About

__all__ = ["About", "finish"]
