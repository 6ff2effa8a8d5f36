"""The title of a page of which only the beginning was read. Knows HTML, no network."""

from __future__ import annotations

import html
import re
import unicodedata

_TITLE = re.compile(r"<title\b[^>]{0,200}>(.{0,2000}?)</title", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_LONGEST = 200


def find_title(body: bytes, content_type: str) -> str:
    """The text of ``<title>`` on one line, at most 200 characters; empty where there is none."""
    found = _TITLE.search(body.decode(_find_charset(body, content_type), "replace"))
    if found is None:
        return ""
    text = _CONTROL.sub(" ", unicodedata.normalize("NFC", html.unescape(found[1])))
    return " ".join(text.split())[:_LONGEST]


def _find_charset(body: bytes, content_type: str) -> str:
    named = re.search(r"charset=[\"']?([\w-]+)", content_type, re.IGNORECASE)
    declared = _CHARSET.search(body[:4096])
    name = named[1] if named else declared[1].decode("ascii") if declared else "utf-8"
    try:
        " ".encode(name)
    except LookupError:  # also for what is no encoding of text, such as "hex"
        return "utf-8"
    return name
