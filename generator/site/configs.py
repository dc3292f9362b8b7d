"""Writes one MkDocs configuration a language; both inherit mkdocs.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.site.language import Language
from generator.site.places import GUIDE, GUIDE_PAGES

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One language of the site: where its Markdown lies, where it is built, its address and the way to its twin.

    `addresses` holds the public roots of both languages, empty where none is known; `twin` leads from the root of this
    language to the root of the other, `root` to the root of the site.
    """

    language: Language
    docs: Path
    site: Path
    addresses: dict[str, str]
    twin: str
    root: str


def write_config(edition: Edition, folder: Path) -> Path:
    """Write the configuration of `edition` into `folder` and return its path."""
    language = edition.language
    config: dict[str, Any] = {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "site_name": language.say("site_name"),
        "site_description": language.say("site_description"),
        "site_url": edition.addresses.get(language.code, ""),
        "docs_dir": str(edition.docs),
        "site_dir": str(edition.site),
        "nav": navigation(language),
        "theme": {
            "custom_dir": str(PROJECT / "site_overrides" / "theme"),
            "language": language.code,
            "palette": palette(language),
        },
        "plugins": [{"search": {"lang": language.code, "separator": _BETWEEN_WORDS}}],
        "extra": {
            "twin": edition.twin,
            "root": edition.root,
            "alternate": True,  # the theme shows partials/alternate.html
            "addresses": edition.addresses,
            "words": {key: language.say(f"frame.{key}") for key in FRAME},
        },
    }
    path = folder / f"mkdocs.{language.code}.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


_BETWEEN_WORDS = r"[\s’'\-]+"  # for search: "l’offre" is two words, too
FRAME = (
    "twin",
    "twin_lang",
    "twin_locale",
    "locale",
    "independent",
    "disclaimer",
    "method",
    "sources",
    "licence",
    "search",
    "path",
    "to_countries",
    "to_guide",
    "to_checker",
    "to_questions",
)


def navigation(language: Language) -> list[Any]:
    """Return the navigation: every page but those of single jurisdictions, in the order in which readers need them."""
    return [
        {language.say("nav.home"): "index.md"},
        {language.say("nav.checker"): "checker.md"},
        {language.say("nav.planner"): "planner.md"},
        {language.say("nav.offices"): "offices.md"},
        {
            language.say("nav.countries"): [
                "countries/index.md",
                {language.say("nav.compare"): "compare.md"},
                {language.say("nav.pictures"): "pictures.md"},
            ]
        },
        {
            language.say("nav.guide"): [
                f"{GUIDE}index.md",
                *({language.say(f"topic.{name}"): f"{GUIDE}{name}.md"} for name in GUIDE_PAGES[1:]),
            ]
        },
        {language.say("nav.seasons"): "seasons.md"},
        {language.say("nav.claims"): "claims.md"},
        {
            language.say("nav.changes"): [
                "changes/index.md",
                {language.say("nav.changes_programme"): "changes/programme.md"},
            ]
        },
        {language.say("nav.glossary"): "glossary.md"},
        {language.say("nav.sources"): "sources.md"},
        {language.say("nav.method"): "method.md"},
        {language.say("nav.contribute"): "contribute.md"},
    ]


def palette(language: Language) -> list[dict[str, Any]]:
    """Return the light and the dark colours, with the words of the button that changes them."""
    schemes = (("light", "default", "dark", "weather-night"), ("dark", "slate", "light", "weather-sunny"))
    return [
        {
            "media": f"(prefers-color-scheme: {media})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": f"material/{icon}", "name": language.say(f"frame.to_{other}")},
        }
        for media, scheme, other, icon in schemes
    ]
