"""Changes the theme's own files: search loads nothing before it is opened, and both languages share the scripts."""

import re
import shutil
from pathlib import Path

from generator.site.errors import BuildError

# The theme waits for the reader to open search only where a site is read from a disk; here it waits always.
_AT_ONCE = 'location.protocol!=="file:"'
# Its worker is started with the page; this stand-in starts it with the first message, and mends what is looked for: a
# hyphen parts words, and each word stands for all that begin with it, which for these would be half of all words.
_STARTED = "new Worker(e)"
_SMALL = (
    "a|an|and|any|are|can|do|does|for|from|i|if|in|is|it|may|me|my|of|on|or|the|there|to|what|when|which|who|with|you"
    "|au|aux|ce|ces|d|de|des|du|en|est|et|il|je|l|la|le|les|ma|mes|mon|ou|où|par|pour|puis|que|qui|quel|quelle|un|une"
)
_MENDED = rf'.replace(/co-op/gi,"coop").replace(/(^|\s)(?:{_SMALL})(?=\s)/gi,"$1")'
_STARTED_LATE = (
    "new class extends EventTarget{postMessage(o){this.own||(this.own=new Worker(e),"
    'this.own.addEventListener("message",({data:n})=>this.dispatchEvent(new MessageEvent("message",{data:n}))));'
    f"this.own.postMessage(o.type===2?{{type:2,data:o.data{_MENDED}}}:o)}}}}"
)
_SCRIPTS = re.compile(r"""(?<=["'])((?:\.\./)*)(?=assets/javascripts/)""")


def hold_search(script: str) -> str:
    """Return the theme's script, changed to load the index and the worker of search once search is opened.

    Raises BuildError where the script is another than the one that this was written for.
    """
    for part in (_AT_ONCE, _STARTED):
        if script.count(part) != 1:
            raise BuildError([f"the theme's script has no single {part}: look how it starts its search now"])
    return script.replace(_AT_ONCE, "!1").replace(_STARTED, _STARTED_LATE)


def share_scripts(site: Path) -> None:
    """Hold the search of the theme in `site`, and keep its scripts once, for the pages of both languages."""
    (script,) = (site / "assets" / "javascripts").glob("bundle.*.js")
    script.write_text(hold_search(script.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.rmtree(site / "fr" / "assets" / "javascripts")


def load_shared(html: str) -> str:
    """Return a French page that loads the scripts which the English pages load."""
    return _SCRIPTS.sub(r"../\1", html)
