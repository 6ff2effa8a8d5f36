"""Lists of words joined as a language joins them: "a, b and c". Safe HTML stays safe HTML."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TypeVar

from dragoman.i18n.locales import get_locale

Text = TypeVar("Text", bound=str)


def join_and(items: Sequence[Text], lang: str) -> Text | str:
    """``a, b and c``. If any item is HTML (has ``__html__``), so is the result, and the other items are escaped."""
    return _join(items, lang, "standard")


def join_or(items: Sequence[Text], lang: str) -> Text | str:
    """``a, b or c``, with HTML as ``join_and`` has it."""
    return _join(items, lang, "or")


def join_units(items: Sequence[Text], lang: str) -> Text | str:
    """``1 hour, 30 minutes``: the parts of one measure, with HTML as ``join_and`` has it."""
    return _join(items, lang, "unit")


def _join(items: Sequence[Text], lang: str, kind: str) -> Text | str:
    html = next((item for item in items if hasattr(item, "__html__")), None)
    # MarkupSafe's own escape, reached through the item: this package need not know that library.
    texts: list[str] = [*items] if html is None else [html.escape(item) for item in items]  # type: ignore[attr-defined]
    joined = _fold(texts, lang, kind)
    return joined if html is None else type(html)(joined)


def _fold(texts: list[str], lang: str, kind: str) -> str:
    """CLDR's way (UTS 35 part 2, list patterns): a pattern for two, else one each for start, middle and end."""
    texts = [str(text) for text in texts]
    if len(texts) < 2:
        return "".join(texts)
    patterns = _patterns(lang, kind)
    if len(texts) == 2:
        return _put(patterns["2"], texts[0], texts[1])
    joined = _put(patterns["start"], texts[0], texts[1])
    for text in texts[2:-1]:
        joined = _put(patterns["middle"], joined, text)
    return _put(patterns["end"], joined, texts[-1])


def _put(pattern: tuple[str, str, str], first: str, second: str) -> str:
    before, between, after = pattern
    return f"{before}{first}{between}{second}{after}"


@functools.lru_cache(maxsize=256)
def _patterns(lang: str, kind: str) -> dict[str, tuple[str, str, str]]:
    """By name, what stands before, between and after the two places of a pattern."""
    known = get_locale(lang).list_patterns
    # What a language has no special pattern for, it does as in its shorter, or else in its ordinary lists.
    merged = {
        name: text for style in ("standard", f"{kind}-short", kind) for name, text in known.get(style, {}).items()
    }
    split = {}
    for name, pattern in merged.items():
        before, _, rest = pattern.partition("{0}")
        between, _, after = rest.partition("{1}")
        split[name] = (before, between, after)
    return split
