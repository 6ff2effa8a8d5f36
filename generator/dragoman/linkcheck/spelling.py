"""Addresses as they go over the wire: in ASCII, without their fragment. Knows addresses, no network."""

from __future__ import annotations

import contextlib
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

#: What an address may hold besides letters and digits (RFC 3986); a percent sign is taken as one of its own.
_ALLOWED = "%/:=&?~+!$,;'@()*[]"


def spell(url: str) -> str:
    """The address in ASCII. Raises ValueError where it is none of the web."""
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        raise ValueError(f"{url} is not an address of the web")
    host = parts.hostname
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        host = host.encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    path = quote(parts.path or "/", safe=_ALLOWED)
    return urlunsplit((parts.scheme, host + port, path, quote(parts.query, safe=_ALLOWED), ""))


def get_host(url: str) -> str:
    """The host of a spelled address, with the port where one is written."""
    return urlsplit(url).netloc


def follow(url: str, location: str) -> str:
    """Where a redirect leads, spelled. Raises ValueError as ``spell`` does."""
    # Header values arrive as Latin-1; an address that was sent as UTF-8 is read as such.
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return spell(urljoin(url, location))


def is_front_page(url: str) -> bool:
    """Whether a spelled address is that of a site as a whole."""
    parts = urlsplit(url)
    return parts.path in {"", "/", "/index.html", "/index.php"} and not parts.query
