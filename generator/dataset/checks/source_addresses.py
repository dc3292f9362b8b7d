"""The addresses of sources are web addresses."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.dataset.checks.check import Check
from generator.dataset.files import Files
from generator.dataset.problems import Problem


def _find(files: Files) -> Iterator[Problem]:
    for index, source in enumerate(files.sources.content or ()):
        for key, url in (("url", source.url), ("url_fr", source.url_fr)):
            if url is not None and not _is_address(url):
                message = f"`{url}` is not a web address; begin it with https:// and leave no space in it"
                yield files.sources.located.problem((index, key), message)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and "." in parts.netloc and not any(map(str.isspace, url))


CHECK = Check(name="source-addresses", sentence="The addresses of a source are web addresses.", find=_find)
