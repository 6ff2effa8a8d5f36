"""bad-url: an address that does not lead to a page on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from dragoman.content.fields import Found, Leaf
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.site import Site
from dragoman.model.values import Url

_HOST = re.compile(r"[^\s.@:/]+(\.[^\s.@:/]+)+|localhost")
_ADDRESS = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@?]+(\?\S*)?")


def _is_url(leaf: Leaf) -> bool:
    return leaf.find_note(Url) is not None


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        problem = _find_problem(found.value, mail=found.leaf.find_note(Url).mail)
        if not problem and isinstance(record, Site) and found.path == ("url",):
            problem = _find_site_problem(found.value)
        if problem:
            message, hint = problem
            yield Finding(path=found.path, message=message, hint=hint)


def _find_problem(url: str, *, mail: bool) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do; None where nothing is."""
    if mail and url.startswith("mailto:"):
        return None if _ADDRESS.fullmatch(url) else ("this is not a mail address", "write mailto:name@example.org")
    if re.search(r"\s", url):
        return "an address has no spaces", "copy it once more from the browser’s address bar; a space in it is %20"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "this is not an address", "copy it once more from the browser’s address bar"
    if parts.scheme not in {"http", "https"}:
        return _explain_scheme(url, parts.scheme, mail=mail)
    if parts.username or parts.password:
        return "an address here has no user name or password", f"write {parts.scheme}://{host}{parts.path}"
    if not _HOST.fullmatch(host) or port == 0:
        return f'"{host}" is not the name of a site', "copy the address once more from the browser’s address bar"
    return None


def _find_site_problem(url: str) -> tuple[str, str] | None:
    """The address of the site is what the addresses of its pages are appended to."""
    before = re.split(r"[?#]", url, maxsplit=1)[0]
    if before == url:
        return None
    return "the address of a site has no “?” and no “#”", f"write {before.rstrip('/')}/"


def _explain_scheme(url: str, scheme: str, *, mail: bool) -> tuple[str, str]:
    if "://" not in url and re.match(r"[\w-]+(\.[\w-]+)+", url) and not scheme:
        return "an address begins with https://", f"write https://{url}"
    if mail and re.fullmatch(r"[^\s@]+@[^\s@]+", url):
        return "a mail address here begins with mailto:", f"write mailto:{url}"
    what = f'"{scheme}:" does not lead to a page on the web' if scheme else "this is not an address"
    return what, "write an address that begins with https:// or http://"


RULE = Rule(
    name="bad-url",
    group=Group.SOURCES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence=(
        "An address begins with https:// or http://, and has no spaces, user name or password; that of the site "
        "has no “?” and no “#” either."
    ),
    kinds=frozenset(Kind),
    wants=_is_url,
    check_texts=_check,
)
