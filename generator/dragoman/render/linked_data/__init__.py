"""What a page is about in the words of schema.org (JSON-LD), for search engines and harvesters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.render.linked_data.pages import describe_page
from dragoman.render.linked_data.things import Speaker
from dragoman.render.markup import Html
from dragoman.site.views import Page

__all__ = ["Speaker", "make_linked_data"]

#: What could end the script element, or begin a comment in it, as escapes that JSON has for every sign.
_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def make_linked_data(page: Page, speaker: Speaker, names: Mapping[str, str]) -> Html:
    """The script element with a page's linked data; empty for pages outside the languages.

    ``names`` are the sections' names in the page's language. The element holds data and runs nothing.
    """
    graph = describe_page(page, speaker, names)
    if not graph:
        return Html("")
    text = to_json({"@context": "https://schema.org", "@graph": graph})
    return Html(f'<script type="application/ld+json">{text}</script>')


def to_json(value: Any) -> str:
    """JSON that may stand inside of HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text
