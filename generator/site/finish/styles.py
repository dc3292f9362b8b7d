"""Puts the style sheets that all pages share into one, without the rules that no page uses."""

import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from generator.site.errors import BuildError
from generator.site.finish.parsing import parse

_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="(?:\.\./)*(assets/(?:css|stylesheets)/[^"]+\.css)">\n?')
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
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


# Attributes whose values a style sheet may name.
_NAMED = frozenset({"class", "id", "rel", "role", "type", "dir", "lang"})
_NAMED_FROM = ("data-md-", "aria-")


def join_styles(site: Path) -> None:
    """Write the style sheets of the home page into one file, and link it in their place from every page of `site`.

    A sheet that only a few pages use stays a file of its own, for these. A rule stays where its names stand on a page
    or in a script of the site. Raises BuildError where a tool fails.
    """
    pages = sorted(site.rglob("*.html"))
    names = list(dict.fromkeys(_LINK.findall((site / "index.html").read_text(encoding="utf-8"))))
    sheets = {name: (site / name).read_text(encoding="utf-8") for name in names}
    scripts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.js") if _draws(path.relative_to(site))}
    found = _look(pages, scripts, sheets)
    users = {name: paths for name, paths in found.users.items() if 0 < len(paths) < _FEW * len(pages)}
    parts = {"site": [name for name in names if name not in users], **{Path(name).stem: [name] for name in users}}
    joined = {part: _joined([site / name for name in inside]) for part, inside in parts.items()}
    texts = [path.read_text(encoding="utf-8") for path in site.rglob("*.css") if _shared(path, site) not in names]
    texts += (joined[part] for part in parts if part != "site")
    variables = found.variables.union(*map(_USED.findall, texts))
    made = _without_unused(joined, " ".join(sorted(found.names)), sorted(variables))
    targets = {part: f"assets/css/{part}-{hashlib.sha256(made[part].encode()).hexdigest()[:12]}.css" for part in parts}
    for path in pages:
        own = [Path(name).stem for name, using in users.items() if path in using]
        up = "../" * (len(path.relative_to(site).parts) - 1)
        html = _linked(path.read_text(encoding="utf-8"), names, [up + targets[part] for part in ("site", *own)])
        path.write_text(html, encoding="utf-8")
    for path in [path for path in site.rglob("*.css") if _shared(path, site) in names]:
        path.unlink()
    for part, target in targets.items():
        (site / target).write_text(made[part], encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What pages and scripts use of the style sheets: names, properties, and by sheet the pages that need it.

    A page needs a sheet if it has a class that this sheet alone names; no page is known to need a small one.
    """

    names: set[str]
    variables: set[str]
    users: dict[str, set[Path]]


def _look(pages: Iterable[Path], scripts: dict[Path, str], sheets: dict[str, str]) -> _Found:
    known = {word for sheet in sheets.values() for word in _WORD.findall(sheet)}
    own = _own_classes(sheets)
    found = _Found(names=set(), variables=set(), users={name: set() for name in own})
    for path in pages:
        html = path.read_text(encoding="utf-8")
        page = parse(html)
        found.names.update(_names(page) & known)
        found.variables.update(_USED.findall(html))
        worn = {word for value in page.xpath("//@class") for word in value.split()}
        for name, classes in own.items():
            if classes & worn:
                found.users[name].add(path)
    for path, script in scripts.items():
        words = known.intersection(_WORD.findall(script))
        found.names.update(word for word in words if not _is_theme(path) or _OF_THEME.match(word))
        if not _is_theme(path):
            found.variables.update(_USED.findall(script))
    found.names.discard("rtl")  # no language of the site is written from right to left
    return found


def _own_classes(sheets: dict[str, str]) -> dict[str, set[str]]:
    """Return by sheet of some size the classes that it alone names."""
    classes = {name: set(_CLASS.findall(sheet)) for name, sheet in sheets.items()}
    return {
        name: own.difference(*(others for other, others in classes.items() if other != name))
        for name, own in classes.items()
        if len(sheets[name]) >= _SMALL
    }


def _names(page: HtmlElement) -> set[str]:
    """Return the names by which a style sheet finds something: tags, attributes and what is written in them."""
    found: set[str] = set()
    for element in page.iter("*"):
        found.add(str(element.tag))
        for name, value in element.attrib.items():
            found.add(name)
            if name in _NAMED or name.startswith(_NAMED_FROM):
                found.update(value.split())
    return found


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


def _joined(sheets: list[Path]) -> str:
    entry = "".join(f'@import "{sheet}";\n' for sheet in sheets)
    options = ("--bundle", "--minify", "--loader=css", "--target=es2022", "--external:*.woff2", "--external:*.svg")
    return _run("esbuild", *options, "--log-level=error", given=entry)


def _without_unused(sheets: dict[str, str], names: str, variables: list[str]) -> dict[str, str]:
    """Return `sheets` without the rules that none of `names` fits, and without properties but those in `variables`."""
    with tempfile.TemporaryDirectory() as folder:
        files = {part: Path(folder) / f"{part}.css" for part in sheets}
        for part, sheet in sheets.items():
            files[part].write_text(sheet, encoding="utf-8")
        settings = {
            "content": [{"raw": names, "extension": "txt"}],
            "css": [str(file) for file in files.values()],
            "safelist": {"variables": variables},
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
