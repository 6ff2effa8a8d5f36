"""Words of the interface that a language's catalogs lack: they come out in English, and the page says that they are.

While a page is made such words stand between two characters of no meaning, since only the whole page shows whether they
are in a text, where they can be marked, or in a tag or a title, where they cannot.
"""

from __future__ import annotations

import re

from dragoman.i18n.locales import SOURCE_LANGUAGE

#: From the private area of Unicode. They never get into the output.
_BEGIN, _END = "\ue000", "\ue001"
#: A tag, or an element that holds bare text only.
_UNMARKABLE = re.compile(r"(<(?P<name>script|style|title|textarea|option)\b.*?</(?P=name)>|<[^>]*>)", re.DOTALL)
_GROUPS = 3
_TRACES = re.compile(rf"{_BEGIN}|{_END}|\\ue00[01]")


def enclose(words: str) -> str:
    """Words that have no translation, to be marked later; what has no letters is of no language."""
    return f"{_BEGIN}{words}{_END}" if any(map(str.isalpha, words)) else words


def mark_enclosed(html: str) -> str:
    """The page with such words marked as English wherever an element can stand."""
    if _BEGIN not in html and "\\ue000" not in html:
        return html
    parts = _UNMARKABLE.split(html)
    for index in range(0, len(parts), _GROUPS):
        begin = f'<span lang="{SOURCE_LANGUAGE}" dir="ltr">'
        parts[index] = parts[index].replace(_BEGIN, begin).replace(_END, "</span>")
        if index + 1 < len(parts):
            parts[index + 1] = _TRACES.sub("", parts[index + 1])
            parts[index + 2] = ""
    return "".join(parts)
