"""What in a web address names a page, and what only follows its reader. Knows addresses, no records."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid"
    r"|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wt_mc|at_medium|at_campaign|ref_src|ref_url|_openstat)",
    re.IGNORECASE,
)


def find_tracking(url: str) -> tuple[str, ...]:
    """The names of parameters in an address that follow its reader from page to page."""
    return tuple(name for part in _split_query(url)[1] if _TRACKING.fullmatch(name := part.partition("=")[0]))


def strip_tracking(url: str) -> str:
    """The address without such parameters, all else as it is written."""
    before, parts, fragment = _split_query(url)
    kept = [part for part in parts if not _TRACKING.fullmatch(part.partition("=")[0])]
    return before + (f"?{'&'.join(kept)}" if kept else "") + fragment if len(kept) != len(parts) else url


def simplify(url: str) -> tuple[str, str, str]:
    """An address without what does not change the page: scheme, www, a last slash, a fragment, tracking.

    What is no address (which ``bad-url`` reports) is itself, so that it equals only the same.
    """
    try:
        parts = urlsplit(re.sub(r"^(https?:)/{1,2}", r"\1//", unquote(strip_tracking(url))))
    except ValueError:
        return ("", url, "")
    return ((parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query)


def _split_query(url: str) -> tuple[str, list[str], str]:
    address, hash_sign, fragment = url.partition("#")
    before, mark, query = address.partition("?")
    return before, query.split("&") if mark else [], hash_sign + fragment
