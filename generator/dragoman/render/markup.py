"""Text that is HTML already, and how to make it from text that is not. Knows no template language.

Template languages of the Python family leave an object with ``__html__`` unescaped, so they need not be imported here.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping


class Html(str):
    """Markup that may go into a page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """The markup, for template languages."""
        return str(self)

    @classmethod
    def escape(cls, text: str) -> Html:
        """The text as markup, safe between tags and inside a quoted attribute. Markup is returned as it is."""
        return Html(text) if hasattr(text, "__html__") else Html(html.escape(text))


def element(name: str, content: str, attributes: Mapping[str, str]) -> Html:
    """One element; ``content`` is escaped unless it is markup."""
    written = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{written}>{Html.escape(content)}</{name}>")


def concatenate(parts: Iterable[str]) -> Html:
    """Texts and markup, one after the other, as markup."""
    return Html("".join(Html.escape(part) for part in parts))
