"""The part of the page for placement offices that reads a table of applicants, as HTML."""

from pathlib import Path

from generator.browser.form import PROJECT, environment
from generator.browser.words import in_language, load_words

STAGES = ("loading_python", "loading_rules", "slow")  # what the script says of the runtime, here as beside the form


def render_offices(lang: str, *, command_line: str, data: Path | None = None) -> str:
    """Render the place of the table and its results, as HTML without blank lines, to stand inside a `<div>`.

    `command_line` is the address that tells how to do the same without a browser.
    """
    words = in_language(load_words(data or PROJECT / "data"), lang)
    script_words = {
        **{name: words["script"][name] for name in STAGES},
        "take": {"saved": words["take"]["saved"]},
        "offices": words["offices"],
    }
    page = (
        environment()
        .get_template("offices.html")
        .render(
            words=words["offices"],
            try_again=words["script"]["try_again"],
            script_words=script_words,
            lang=lang,
            command_line=command_line,
        )
    )
    return "\n".join(line.strip() for line in page.splitlines() if line.strip())
