"""Changes the theme's own files: search loads nothing before it is opened, and both languages share the scripts."""

import re
import shutil
from pathlib import Path

from generator.site.errors import BuildError

# The theme waits for the reader to open search only where a site is read from a disk; here it waits always.
_AT_ONCE = 'location.protocol!=="file:"'
# Its worker is started with the page; this stand-in starts it with the first message.
_STARTED = "new Worker(e)"
_STARTED_LATE = (
    "new class extends EventTarget{postMessage(o){this.own||(this.own=new Worker(e),"
    'this.own.addEventListener("message",({data:n})=>this.dispatchEvent(new MessageEvent("message",{data:n}))));'
    "this.own.postMessage(o)}}"
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
    """Hold the search of the theme in `site`, and let the French pages load the scripts that the English ones load."""
    (script,) = (site / "assets" / "javascripts").glob("bundle.*.js")
    script.write_text(hold_search(script.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (site / "fr").rglob("*.html"):
        path.write_text(_SCRIPTS.sub(r"../\1", path.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.rmtree(site / "fr" / "assets" / "javascripts")
