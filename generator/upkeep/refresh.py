"""Fetch IRCC's page of the agreements and the feed of the rounds, and keep a copy of each that its reader knows."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from generator.dataset import Knowledge
from generator.upkeep.agreements import read_agreements
from generator.upkeep.errors import UpkeepError
from generator.upkeep.rounds_feed import LARGEST as LARGEST_FEED
from generator.upkeep.rounds_feed import read_feed
from generator.upkeep.saved import LARGEST as LARGEST_PAGE
from generator.upkeep.writing import replace_files

PAGE, FEED = "agreements.html", "selections.xml"
CONNECT_SECONDS = 10
READ_SECONDS = 20  # without a byte
TOTAL_SECONDS = 60
REDIRECTS = 5
_CHUNK = 65_536
_END = 1_000  # bytes, in which a whole page ends
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (requests.exceptions.SSLError, "the certificate is not trusted"),
    (requests.exceptions.ProxyError, "the proxy refuses"),
    (requests.exceptions.ConnectionError, "no connection"),
    (urllib3.exceptions.HTTPError, "the answer was cut off"),
    (Exception, "the answer is not understood"),
)
_AGENT = "iec-coop (keeps copies of two official pages; started by a person)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What is fetched: its address, the file it becomes, the most bytes it may have, the reader that must know it."""

    url: str
    file: str
    largest: int
    known: Callable[[bytes, str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """The limits of fetching: which addresses may be asked, and how long."""

    allowed: Callable[[str], bool]
    connect: float = CONNECT_SECONDS
    read: float = READ_SECONDS
    total: float = TOTAL_SECONDS


def canada_only(url: str) -> bool:
    """Tell whether an address is one of canada.ca, by HTTPS on its own port."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    host = (parts.hostname or "").rstrip(".")
    return (
        parts.scheme == "https"
        and port in (None, 443)
        and parts.username is None
        and (host == "canada.ca" or host.endswith(".canada.ca"))
    )


def copies(knowledge: Knowledge) -> tuple[Copy, ...]:
    """Return what is fetched, with the addresses of the registry of sources."""
    agreements, rounds = knowledge.sources["ircc-bilateral"].url, knowledge.sources["ircc-rounds"].url
    return (
        Copy(
            url=agreements,
            file=PAGE,
            largest=LARGEST_PAGE,
            known=lambda data, name: _whole(data, name, knowledge),
        ),
        Copy(url=rounds, file=FEED, largest=LARGEST_FEED, known=read_feed),
    )


def _whole(data: bytes, name: str, knowledge: Knowledge) -> None:
    """Refuse a page that was cut off: one without its end, or without half of the partners."""
    page = read_agreements(data, name, knowledge)
    if b"</html>" not in data[-_END:].lower():
        raise UpkeepError([f"{name}:1:1: the page has no end; it was cut off"])
    partners = [code for code, country in knowledge.dataset.countries.items() if country.participations]
    told = {section.code for section in page.sections} & set(partners)
    if 2 * len(told) < len(partners):
        raise UpkeepError([f"{name}:1:1: only {len(told)} of {len(partners)} partners are on it; it was cut off"])


def refresh(wanted: Iterable[Copy], folder: Path, fetching: Fetching) -> list[Path]:
    """Fetch every copy and put it into `folder`; no file is opened before all of them were read and known.

    Raises UpkeepError, and leaves every file as it was, where one cannot be fetched or is not what it should be.
    """
    fetched: dict[Path, bytes] = {}
    problems: list[str] = []
    for copy in wanted:
        try:
            data = fetch(copy, fetching)
            copy.known(data, copy.url)
            fetched[folder / copy.file] = data
        except UpkeepError as error:
            problems += error.lines
    if problems:
        raise UpkeepError([*problems, "nothing was changed; save the page in a browser, and read that file"])
    replace_files(fetched)
    return list(fetched)


def fetch(copy: Copy, fetching: Fetching) -> bytes:
    """Return what is at the address of `copy`, at most its `largest` bytes, within the time allowed.

    Raises UpkeepError where there is no network, the answer is no success, takes too long, is too large or cut off, or
    leads to an address that is not allowed.
    """
    ends = time.monotonic() + fetching.total
    url = copy.url
    with requests.Session() as session:
        session.headers.update({"User-Agent": _AGENT, "Accept-Encoding": "gzip, identity", "Cache-Control": "no-cache"})
        for _ in range(REDIRECTS + 1):
            if not fetching.allowed(url):
                raise UpkeepError([f"{url}: this address is not one of canada.ca by HTTPS; it is not asked"])
            try:
                with session.get(
                    url, timeout=(fetching.connect, fetching.read), allow_redirects=False, stream=True
                ) as answer:
                    if not answer.is_redirect:
                        return _body(answer, copy, ends, fetching)
                    url = urljoin(url, answer.headers["Location"])
            except (requests.Timeout, urllib3.exceptions.TimeoutError) as error:
                raise UpkeepError([f"{url}: no answer in time; try again later"]) from error
            except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
                raise UpkeepError([f"{url}: cannot be fetched ({_reason(error)}); is there a network?"]) from error
    raise UpkeepError([f"{copy.url}: more than {REDIRECTS} redirections; look at the address in a browser"])


def _body(answer: requests.Response, copy: Copy, ends: float, fetching: Fetching) -> bytes:
    if answer.status_code != requests.codes.ok:
        raise UpkeepError([f"{answer.url}: the answer is {answer.status_code} {answer.reason}, not the page"])
    data = bytearray()
    # read1 hands over what has arrived; iter_content would wait for a whole piece, past every limit of time.
    while chunk := answer.raw.read1(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > copy.largest:
            raise UpkeepError([f"{answer.url}: more than {copy.largest:,} bytes; this is not the page"])
        if time.monotonic() > ends:
            raise UpkeepError([f"{answer.url}: not done after {fetching.total:g} seconds; try again later"])
    return bytes(data)


def _reason(error: Exception) -> str:
    """Return what went wrong in few words; the chain of causes of a failed connection is long."""
    return next(words for kind, words in _REASONS if isinstance(error, kind))
