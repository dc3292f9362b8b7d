"""The last steps, over the built HTML: markup, search index, policy, links."""

from generator.site.finish.links import check_links
from generator.site.finish.markup import mend_markup
from generator.site.finish.policy import write_policy
from generator.site.finish.search import fold_search_index

__all__ = ["check_links", "fold_search_index", "mend_markup", "write_policy"]
