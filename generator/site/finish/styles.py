"""Puts the style sheets that all pages share into one, without the rules that no page uses."""

import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from generator.site.errors import BuildError

_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="(?:\.\./)*(assets/(?:css|stylesheets)/[^"]+\.css)">\n?')
# What a parser reads differently behind them is left out: their content is text.
_TAG = re.compile(r"<(?!script|style|title|textarea)[a-z][^<>]*>")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_CLASSES = re.compile(r'class="([^"]+)"')
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_USED = re.compile(r"""(?:var\(|getPropertyValue\(["'`])(--[a-z][\w-]*)""")
_TOOLS = Path(__file__).parents[3] / "node_modules" / ".bin"
# Folders whose scripts draw nothing on a page.
_SILENT = ("runtime-", "lunr", "workers")
# Of the theme's script its own names count, without those of what this site does not switch on.
_THEME = "bundle."
_OF_THEME = re.compile(
    r"(data-)?md-(?!annotation|banner|clipboard|code|consent|feedback|mermaid|post|profile|progress|select|source|status"
    r"|tabs|tag|tooltip|version)|js$|focus-visible$|article$|del$|mark$|h[12]$"
)
# A sheet of some size, in characters, that fewer of the pages use is linked on these alone.
_FEW, _SMALL = 0.25, 2500


class _Names(HTMLParser):
    """The names by which a style sheet finds something on a page: tags, attributes and what is written in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        for name, value in attrs:
            self.found.add(name)
            if name in ("class", "id", "rel", "role", "type", "dir", "lang") or name.startswith(("data-md-", "aria-")):
                self.found.update((value or "").split())


def join_styles(site: Path) -> None:
    """Write the style sheets of the home page into one file, and link it in their place from every page of `site`.

    A sheet that only a few pages use stays a file of its own, for these. A rule stays where its names stand on a page
    or in a script of the site. Raises BuildError where a tool fails.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    names = list(dict.fromkeys(_LINK.findall(pages[site / "index.html"])))
    sheets = {name: (site / name).read_text(encoding="utf-8") for name in names}
    users = {name: paths for name, paths in _users(sheets, pages).items() if 0 < len(paths) < _FEW * len(pages)}
    parts = {"site": [name for name in names if name not in users], **{Path(name).stem: [name] for name in users}}
    joined = {part: _joined([site / name for name in inside]) for part, inside in parts.items()}
    texts = [path.read_text(encoding="utf-8") for path in site.rglob("*.css") if _shared(path, site) not in names]
    scripts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.js") if _draws(path.relative_to(site))}
    texts += [
        *pages.values(),
        *(joined[part] for part in parts if part != "site"),
        *(text for path, text in scripts.items() if not _is_theme(path)),
    ]
    made = _without_unused(joined, _names(pages.values(), scripts), texts)
    targets = {part: f"assets/css/{part}-{hashlib.sha256(made[part].encode()).hexdigest()[:12]}.css" for part in parts}
    for path, html in pages.items():
        own = [Path(name).stem for name, using in users.items() if path in using]
        up = "../" * (len(path.relative_to(site).parts) - 1)
        path.write_text(_linked(html, names, [up + targets[part] for part in ("site", *own)]), encoding="utf-8")
    for path in [path for path in site.rglob("*.css") if _shared(path, site) in names]:
        path.unlink()
    for part, target in targets.items():
        (site / target).write_text(made[part], encoding="utf-8")


def _users(sheets: dict[str, str], pages: dict[Path, str]) -> dict[str, set[Path]]:
    """Return by sheet the pages that have a class which this sheet alone names."""
    classes = {name: set(_CLASS.findall(sheet)) for name, sheet in sheets.items()}
    on_page = {
        path: {word for found in _CLASSES.findall(html) for word in found.split()} for path, html in pages.items()
    }
    users = {}
    for name, own in classes.items():
        if len(sheets[name]) < _SMALL:
            continue
        alone = own.difference(*(others for other, others in classes.items() if other != name))
        users[name] = {path for path, found in on_page.items() if alone & found}
    return users


def _shared(path: Path, site: Path) -> str:
    """Return the name that both languages have for a file: French has its own folder of it."""
    return path.relative_to(site).as_posix().removeprefix("fr/")


def _draws(script: Path) -> bool:
    return not any(part.startswith(_SILENT) for part in script.parts)


def _is_theme(script: Path) -> bool:
    return script.name.startswith(_THEME)


def _linked(html: str, names: list[str], targets: list[str]) -> str:
    """Link `targets` in place of the first of the sheets called `names`, and none of the others."""
    links = iter(("".join(f'    <link rel="stylesheet" href="{target}">\n' for target in targets),))
    return _LINK.sub(lambda link: next(links, "") if link[1] in names else link[0], html)


def _names(pages: Iterable[str], scripts: dict[Path, str]) -> str:
    names = _Names()
    names.feed("".join({tag for html in pages for tag in _TAG.findall(html)}))  # most tags stand on many pages
    for path, script in scripts.items():
        words = _WORD.findall(script)
        names.found.update(word for word in words if not _is_theme(path) or _OF_THEME.match(word))
    # No language of the site is written from right to left.
    return " ".join(sorted(names.found - {"rtl"}))


def _joined(sheets: list[Path]) -> str:
    entry = "".join(f'@import "{sheet}";\n' for sheet in sheets)
    options = ("--bundle", "--minify", "--loader=css", "--target=es2022", "--external:*.woff2", "--external:*.svg")
    return _run("esbuild", *options, "--log-level=error", given=entry)


def _without_unused(sheets: dict[str, str], names: str, texts: Iterable[str]) -> dict[str, str]:
    """Return `sheets` without the rules that none of `names` fits, and without properties that no text uses."""
    with tempfile.TemporaryDirectory() as folder:
        files = {part: Path(folder) / f"{part}.css" for part in sheets}
        for part, sheet in sheets.items():
            files[part].write_text(sheet, encoding="utf-8")
        settings = {
            "content": [{"raw": names, "extension": "txt"}],
            "css": [str(file) for file in files.values()],
            "safelist": {"variables": sorted({found for text in texts for found in _USED.findall(text)})},
            "variables": True,
        }
        config = Path(folder) / "config.cjs"
        config.write_text(f"module.exports = {json.dumps(settings)};", encoding="utf-8")
        _run("purgecss", "--config", str(config), "--output", folder)
        return {part: file.read_text(encoding="utf-8") for part, file in files.items()}


def _run(name: str, *options: str, given: str = "") -> str:
    tool = _TOOLS / name
    try:
        made = subprocess.run([str(tool), *options], input=given, capture_output=True, text=True, check=False)  # noqa: S603 - the tools of package.json
    except OSError as error:
        raise BuildError([f"{tool}: {error.strerror}; run `npm ci` to install it"]) from error
    if made.returncode:
        raise BuildError([f"the style sheets cannot be put into one: {made.stderr.strip()}"])
    return made.stdout
