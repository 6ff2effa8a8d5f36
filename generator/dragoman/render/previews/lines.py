"""Breaking a text into lines, in the largest size in which it fits. Measures with what it is given; knows no font."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: The width of a text at a size, both in pixels.
Measure = Callable[[str, int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines of one size."""

    size: int
    lines: tuple[str, ...]


def fit(text: str, width: int, sizes: Sequence[tuple[int, int]], measure: Measure) -> Block:
    """The text in the first of the sizes (each with the most lines that it may have) that holds it, evenly broken.

    Where none does, the last size and an ellipsis.
    """
    for size, most in sizes:
        lines = _break(text, width, size, measure)
        if len(lines) <= most and all(measure(line, size) <= width for line in lines):
            return Block(size=size, lines=_even_out(text, lines, width, size, measure))
    size, most = sizes[-1]
    *kept, last = _break(text, width, size, measure)[:most]
    kept.append(shorten(f"{last} …", " ", width, lambda line: measure(line, size)))
    return Block(size=size, lines=tuple(kept))


def shorten(text: str, separator: str, width: float, measure: Callable[[str], float]) -> str:
    """The text, or as many parts as fit with an ellipsis behind them; of a part too long alone, its beginning."""
    if measure(text) <= width:
        return text
    parts = text.split(separator)
    while len(parts) > 1:
        parts.pop()
        kept = f"{separator.join(parts)}{separator}…"
        if measure(kept) <= width:
            return kept
    kept = parts[0]
    while kept and measure(f"{kept}…") > width:
        kept = kept[:-1]
    return f"{kept}…"


def _break(text: str, width: float, size: int, measure: Measure) -> tuple[str, ...]:
    """As many words on each line as fit; a word that fits on no line has one of its own."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and measure(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _even_out(text: str, lines: tuple[str, ...], width: int, size: int, measure: Measure) -> tuple[str, ...]:
    """The same number of lines, of widths as equal as can be: the narrowest column that needs no more of them."""
    if len(lines) == 1:
        return lines
    low, high, best = max(measure(word, size) for word in text.split(" ")), float(width), lines
    while high - low > size / 4:
        middle = (low + high) / 2
        tried = _break(text, middle, size, measure)
        if len(tried) <= len(lines):
            high, best = middle, tried
        else:
            low = middle
    return best
