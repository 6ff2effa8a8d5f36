"""The one style sheet and the one script: small, of this site alone, and readable in both schemes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman

THEME = Path(dragoman.theme_path())
STYLE = (THEME / "static/style.css").read_text(encoding="utf-8")
TOKEN = re.compile(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);")
TOKENS = {name: (light, dark) for name, light, dark in TOKEN.findall(STYLE)}
SCHEMES = ("light", "dark")
#: WCAG 2.2: what text needs at level AAA (1.4.6), and what a graphic needs (1.4.11).
TEXT, GRAPHIC = 7.0, 3.0


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_style_and_script_are_small() -> None:
    assert len(STYLE.encode()) < 25_000
    assert (THEME / "static/dragoman.js").stat().st_size < 1_000


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|@font-face|https?:", STYLE)


@pytest.mark.parametrize("scheme", [0, 1], ids=SCHEMES)
@pytest.mark.parametrize("background", ["paper", "wash"])
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "grave", *(f"side-{number}" for number in range(1, 8))])
def test_text_stands_out(name: str, background: str, scheme: int) -> None:
    assert contrast(TOKENS[name][scheme], TOKENS[background][scheme]) >= TEXT


@pytest.mark.parametrize("scheme", [0, 1], ids=SCHEMES)
def test_bars_stand_out(scheme: int) -> None:
    assert contrast(TOKENS["bar"][scheme], TOKENS["paper"][scheme]) >= GRAPHIC


def test_the_sheet_works_in_either_direction() -> None:
    physical = re.findall(r"[{;]\s*(?:[\w-]+-)?(?:left|right|top|bottom)\s*:|text-align: (?:left|right)", STYLE)
    assert physical == []


def test_every_class_that_is_styled_is_used() -> None:
    written = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{}", STYLE, flags=re.DOTALL)))
    templates = "\n".join(path.read_text(encoding="utf-8") for path in THEME.glob("templates/**/*.html"))
    numbered = re.compile(r"(?:h|side-|level-|from-|columns-)\d+")
    unused = {name for name in written if not numbered.fullmatch(name) and not re.search(rf"\b{name}\b", templates)}
    assert unused == set()
