"""Writes a strict Content-Security-Policy into a page: nothing from elsewhere, no script but the site's own."""

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


def write_policy(html: str) -> str:
    """Insert the policy, with the hash of every inline script and style of the page, behind the character set.

    Raises ValueError where the page has no place for it.
    """
    if _CHARSET not in html:
        raise ValueError(f"the page has no {_CHARSET}")
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *_hashes(_SCRIPT, html)))
    styles = " ".join(("'self'", *_hashes(_STYLE, html)))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(_CHARSET, f"{_CHARSET}\n      {meta}", 1)


def _hashes(element: re.Pattern[str], html: str) -> list[str]:
    return list(dict.fromkeys(f"'sha256-{_digest(content)}'" for content in element.findall(html)))


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
