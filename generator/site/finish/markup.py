"""Mends markup of the theme that a strict policy or a validator refuses, or that differs between the languages."""

import re

_TITLE = re.compile(r'<h1 id="([^"]+)"')
_TITLE_ID = "title"
_ALIGNED = re.compile(r'(<t[dh])((?:\s[^>]*?)?) style="text-align: ?(left|center|right);?"')


def mend_markup(html: str) -> str:
    """Replace inline alignment by classes, drop attributes that mean nothing, and give the title its id."""
    html = _ALIGNED.sub(r'\1\2 class="align-\3"', html)
    # The theme writes tabindex="" and autocomplete on checkboxes; HTML allows neither.
    html = html.replace(' tabindex=""', "")
    title = _TITLE.search(html)
    if title:  # Markdown makes it of the title's words, so that a link to it would not fit the other language
        html = html.replace(title[0], f'<h1 id="{_TITLE_ID}"', 1).replace(f'href="#{title[1]}"', f'href="#{_TITLE_ID}"')
    if 'id="__toc"' not in html:  # the theme labels its switch of contents on pages that have none, too
        html = html.replace(' for="__toc"', "")
    return re.sub(r'(<input\b[^>]*type="checkbox"[^>]*?) autocomplete="off"', r"\1", html)
