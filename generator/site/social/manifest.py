"""Writes the web app manifest of one language: what a phone shows of a site that is put on its first screen."""

import json
from pathlib import Path

from generator.site.colours import colours
from generator.site.language import Language

ICONS = (192, 512)


def write_manifest(folder: Path, language: Language, root: str) -> None:
    """Write `manifest.webmanifest` into the folder of a language; `root` leads from there to the root of the site."""
    palette = colours()
    manifest = {
        "name": f"{language.say('site_name')}{language.say('colon')} {language.say('frame.independent')}",
        "short_name": language.say("frame.short_name"),
        "description": language.say("site_description"),
        "lang": language.code,
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": palette["md-default-bg-color"],
        "theme_color": palette["md-primary-fg-color"],
        "icons": [
            {"src": f"{root}assets/icons/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in ICONS
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / "manifest.webmanifest").write_text(f"{text}\n", encoding="utf-8")
