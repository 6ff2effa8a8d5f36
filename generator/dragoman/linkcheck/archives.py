"""Asks an archive of the web for the copy of a page, and on request to make one. Knows the archive's two answers.

Both addresses are settings; what comes with the package is the Wayback Machine's
(https://archive.org/help/wayback_api.php).
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from dragoman.content.web_addresses import simplify
from dragoman.errors import DragomanError
from dragoman.linkcheck.answers import Ask, NoAnswerError
from dragoman.linkcheck.spelling import follow, spell

LOOK_UP = "https://archive.org/wayback/available?url={url}&timestamp={day}"
SAVE = "https://web.archive.org/save/{url}"
#: How much of the archive's answer is read, in bytes.
_WANTED = 64 * 1024


def check_endpoint(endpoint: str) -> str:
    """An archive's address as a setting. Raises DragomanError where it does not say where the page's goes."""
    if "{url}" not in endpoint:
        raise DragomanError(f'the archive’s address "{endpoint}" lacks {{url}}', hint=f"for example: {LOOK_UP}")
    try:
        spell(endpoint.replace("{url}", "x").replace("{day}", "x"))
    except ValueError as error:
        raise DragomanError(str(error)) from None
    return endpoint


def look_up(url: str, day: str, endpoint: str, ask: Ask) -> str | None:
    """The address of the copy nearest to a day (``YYYYMMDD``, or empty); None where there is none.

    Raises NoAnswerError where the archive cannot be asked or does not answer in its own form.
    """
    answer = ask("GET", spell(endpoint.format(url=quote(url, safe=""), day=day)), wanted=_WANTED)
    if answer.status != 200:
        raise NoAnswerError("protocol", f"the archive answers with {answer.status}")
    try:
        found: Any = json.loads(answer.body)["archived_snapshots"]
    except (ValueError, KeyError, TypeError):
        raise NoAnswerError("protocol", "the archive’s answer is not in the form that was expected") from None
    closest = found.get("closest") if isinstance(found, dict) else None
    if not isinstance(closest, dict) or not closest.get("available") or closest.get("status", "200") != "200":
        return None
    return _check_copy(str(closest.get("url", "")), url)


def save_page(url: str, endpoint: str, ask: Ask) -> str | None:
    """Ask the archive to make a copy now, and give its address; None where it does not tell one. Raises as above."""
    asked = spell(endpoint.format(url=url, day=""))
    answer = ask("GET", asked, wanted=_WANTED)
    if answer.status >= 400:
        raise NoAnswerError("protocol", f"the archive answers with {answer.status}")
    told = answer.headers.get("content-location") or answer.headers.get("location") or ""
    try:
        return _check_copy(follow(asked, told), url) if told else None
    except ValueError:
        return None


def _check_copy(copy: str, url: str) -> str | None:
    """An address that an archive gave; None where it is not that of the page's copy."""
    try:
        copy = spell(copy)
    except ValueError:
        return None
    inside = copy.find("http", copy.find("://") + 3)
    if inside < 0 or simplify(copy[inside:]) != simplify(url):
        return None
    # The Wayback Machine's answers still say http, for copies that it shows with https.
    return copy.replace("http://web.archive.org/", "https://web.archive.org/", 1)
