"""What a page looks like elsewhere: a preview image for each page, the icons and the manifest of each language."""

from generator.site.social.cards import Card, cards_of
from generator.site.social.icons import write_icons
from generator.site.social.manifest import write_manifest
from generator.site.social.store import write_cards

__all__ = ["Card", "cards_of", "write_cards", "write_icons", "write_manifest"]
