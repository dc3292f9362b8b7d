"""The checker in the browser: its form, and the files that the reader's browser runs.

`render_form` gives the HTML to put into a page (inside a `<div>`). The page links `assets/checker/checker.css` and
loads `assets/checker/checker.js` as a module. `stage` writes both, the runtime, the rules and the facts.
"""

from generator.browser.errors import StagingError
from generator.browser.form import render_form
from generator.browser.stage import FOLDER, stage

__all__ = ["FOLDER", "StagingError", "render_form", "stage"]
