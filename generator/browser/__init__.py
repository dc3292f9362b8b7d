"""The checker in the browser: its form, and the files that the reader's browser runs.

`render_form` gives the HTML to put into a page (inside a `<div>`). The page links `assets/checker/checker.css` and
loads `assets/checker/checker.js` as a module. The page of a country holds what `render_place` gives instead, and loads
`assets/checker/country.js`. `stage` writes these files, the runtime, the rules and the facts.
"""

from generator.browser.errors import StagingError
from generator.browser.form import render_form
from generator.browser.place import render_place
from generator.browser.stage import FOLDER, stage

__all__ = ["FOLDER", "StagingError", "render_form", "render_place", "stage"]
