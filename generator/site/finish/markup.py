"""Mends markup of the theme that a strict policy or a validator refuses."""

import re

_ALIGNED = re.compile(r'(<t[dh])((?:\s[^>]*?)?) style="text-align: ?(left|center|right);?"')


def mend_markup(html: str) -> str:
    """Replace inline alignment by classes and drop attributes that mean nothing."""
    html = _ALIGNED.sub(r'\1\2 class="align-\3"', html)
    # The theme writes tabindex="" and autocomplete on checkboxes; HTML allows neither.
    html = html.replace(' tabindex=""', "")
    return re.sub(r'(<input\b[^>]*type="checkbox"[^>]*?) autocomplete="off"', r"\1", html)
