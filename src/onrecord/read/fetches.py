"""One page over the network, because the user named its address."""

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from onrecord.errors import CannotFetch, TooLarge
from onrecord.read.pages import page_from_bytes
from onrecord.records.documents import Fetch, Page
from onrecord.settings import MEGABYTE, Settings

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_STEP = 1 << 16
# gzip only: it is unpacked under the size limit where files are, and every server knows it.
_HEADERS = {
    "User-Agent": "onrecord (reads one page its user names)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en,*;q=0.5",
}


def page_from_url(url: str, settings: Settings) -> Page:
    """Fetch one http or https address, following at most five redirects.

    ``settings.timeout`` is for the whole fetch; ``settings.max_bytes`` holds while the body comes
    in and again for what it unpacks to. Raises ``CannotFetch``, ``TooLarge`` or ``CannotRead``.
    """
    from urllib3 import PoolManager
    from urllib3.exceptions import HTTPError

    deadline = time.monotonic() + settings.timeout
    try:
        with PoolManager(ssl_context=_trust(), retries=False) as pool:
            response, address = _followed(pool, url, deadline)
            at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            body = _body(response, url, deadline, settings)
    except (HTTPError, OSError, ValueError) as error:
        raise CannotFetch(f"{url} could not be fetched: {_reason(error)}.") from None
    headers = {name.lower(): value for name, value in response.headers.items()}
    if headers.get("content-encoding", "gzip").lower() not in ("gzip", "x-gzip", "identity", ""):
        packed = headers["content-encoding"]
        raise CannotFetch(f"{url} came packed as {packed!r}; save the page and give the file.")
    fetch = Fetch(url=address, at=at, status=response.status, headers=headers)
    return page_from_bytes(url, body, settings, fetch)


def _followed(pool: "PoolManager", url: str, deadline: float) -> tuple["BaseHTTPResponse", str]:
    """The first answer that is no redirect, and its address."""
    address = url
    for _ in range(_REDIRECTS + 1):
        _refuse_scheme(url, address)
        response = pool.request(
            "GET",
            address,
            headers=_HEADERS,
            preload_content=False,
            decode_content=False,
            redirect=False,
            timeout=_left(url, deadline),
        )
        target = response.headers.get("location")
        if response.status not in _MOVED or not target:
            if response.status != 200:
                response.close()
                raise CannotFetch(
                    f"{url} answered {response.status} {response.reason or ''}".rstrip()
                    + "; check the address in a browser."
                )
            return response, address
        response.close()
        address = urljoin(address, target)
    raise CannotFetch(f"{url} redirects more than {_REDIRECTS} times; give the final address.")


def _refuse_scheme(url: str, address: str) -> None:
    """Raise for anything but http and https with a host."""
    parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        via = "" if url == address else f" leads to {address}, which"
        raise CannotFetch(f"{url}{via} is no http or https address; give one that is.")


def _body(response: "BaseHTTPResponse", url: str, deadline: float, settings: Settings) -> bytes:
    """The body as sent, up to the limits of size and time."""
    body = bytearray()
    while True:
        _left(url, deadline)
        chunk = response.read1(_STEP, decode_content=False)
        if not chunk:
            response.release_conn()
            return bytes(body)
        body += chunk
        if len(body) > settings.max_bytes:
            response.close()
            raise TooLarge(
                f"{url} sends more than {settings.max_bytes / MEGABYTE:g} MB;"
                " give the article alone or raise ONRECORD_MAX_MB."
            )


def _left(url: str, deadline: float) -> float:
    """The seconds left, or ``CannotFetch`` where none are."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise CannotFetch(f"{url} took too long; try again or raise ONRECORD_TIMEOUT.")
    return left


def _trust() -> object:
    """The machine's certificates and those of certifi, for machines that have none."""
    import ssl

    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _reason(error: Exception) -> str:
    """Why it failed, in words for a person."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.NameResolutionError):
        return "no such host is known; check the address and the network"
    if isinstance(error, exceptions.NewConnectionError):
        return "nothing answers there; check the address and the network"
    if isinstance(error, exceptions.TimeoutError):
        return "the server did not answer in time; try again or raise ONRECORD_TIMEOUT"
    if isinstance(error, exceptions.SSLError):
        return "its certificate could not be verified; check the address"
    if isinstance(error, exceptions.ProtocolError):
        return "the connection broke off; try again"
    return f"{str(error).rstrip('.') or type(error).__name__}; check the address"
