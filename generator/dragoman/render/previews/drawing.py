"""Draws pictures with Pillow: the one module that knows it. Letters are shaped and put in order by its Raqm.

A picture depends on what it says, on our fonts, on this file and on the libraries, all of which are in ``DESIGN``.
"""

from __future__ import annotations

import functools
import hashlib
import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features
from PIL import __version__ as pillow_version

from dragoman.render.previews.lines import fit, shorten
from dragoman.render.previews.preview import HEIGHT, WIDTH, Preview

_FONTS = Path(__file__).with_name("fonts")
_PAPER, _INK, _MUTED, _RULE, _ONE, _OTHER = "#fcfcfa", "#191d21", "#4a5158", "#d6d5cc", "#12574b", "#9a3324"
#: Pixels.
_MARGIN, _SMALL, _TOP, _BOTTOM = 84, 29, 110, 556
_COLUMN = WIDTH - 2 * _MARGIN
#: Sizes of a title, and the most lines that each may have.
_SIZES = ((78, 2), (68, 3), (57, 4), (50, 4), (44, 5), (38, 6))
#: Of each colour, this many steps from paper to ink, so that a picture has few colours and few bytes.
_STEPS = 12
_LIBRARIES = ("freetype2", "raqm", "harfbuzz", "fribidi", "zlib")

DESIGN = hashlib.sha256(
    b"".join(path.read_bytes() for path in (_FONTS / "sans.ttf", _FONTS / "serif.ttf", Path(__file__)))
    + repr((pillow_version, [features.version(name) for name in _LIBRARIES])).encode()
).hexdigest()


def can_shape() -> bool:
    """Whether this Pillow joins and orders letters; without that Arabic would come out wrong."""
    return bool(features.check("raqm"))


def draw(preview: Preview) -> bytes:
    """The picture as a PNG file."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = _Pen(image, preview)
    pen.draw_edge()
    pen.draw_head()
    pen.draw_title()
    pen.draw_foot()
    file = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(file, "PNG", compress_level=6)
    return file.getvalue()


class _Pen:
    """Draws the parts of one picture. Places are counted from where lines of its direction begin."""

    def __init__(self, image: Image.Image, preview: Preview) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image)
        self._preview = preview
        self._mirrored = preview.direction == "rtl"

    def draw_edge(self) -> None:
        """The sign of the site, two halves that do not quite meet, as the edge at which lines begin."""
        for top, bottom, colour in ((0, 330, _ONE), (300, HEIGHT, _OTHER)):
            left = 0 if colour == _ONE else 14
            self._box(left, top, left + 11, bottom, colour)

    def draw_head(self) -> None:
        """The kind and the date, and what warns of the contact."""
        preview = self._preview
        self._write(preview.kicker or preview.site, _MARGIN, _TOP, "sans", _SMALL, _ONE)
        if preview.mark:
            taken = self._measure_small(f"{preview.kicker} · ")
            self._write(preview.mark, _MARGIN + round(taken), _TOP, "sans", _SMALL, _OTHER)

    def draw_title(self) -> None:
        """The title, below the head."""
        block = fit(self._preview.title, _COLUMN, _SIZES, lambda text, size: self._measure(text, "serif", size))
        leading = round(block.size * 1.23)
        baseline = _TOP + 44 + block.size
        for number, line in enumerate(block.lines):
            self._write(line, _MARGIN, baseline + number * leading, "serif", block.size, _INK)

    def draw_foot(self) -> None:
        """The sides, as many as there is room for, and the site."""
        preview = self._preview
        if not preview.sides:
            return
        self._box(_MARGIN, _BOTTOM - 62, WIDTH - _MARGIN, _BOTTOM - 60, _RULE)
        site = shorten(preview.site, " ", _COLUMN // 2, self._measure_small)
        width = round(self._measure_small(site))
        self._write(site, WIDTH - _MARGIN - width, _BOTTOM, "sans", _SMALL, _MUTED)
        sides = shorten(" – ".join(preview.sides), " – ", _COLUMN - width - 40, self._measure_small)
        self._write(sides, _MARGIN, _BOTTOM, "sans", _SMALL, _INK)

    def _write(self, text: str, start: int, baseline: int, style: str, size: int, colour: str) -> None:
        self._draw.text(
            (WIDTH - start if self._mirrored else start, baseline),
            text,
            font=_font(style, size),
            fill=colour,
            anchor="rs" if self._mirrored else "ls",
            direction=self._preview.direction,
            language=self._preview.language,
        )

    def _measure_small(self, text: str) -> float:
        return self._measure(text, "sans", _SMALL)

    def _measure(self, text: str, style: str, size: int) -> float:
        preview = self._preview
        return _font(style, size).getlength(text, direction=preview.direction, language=preview.language)

    def _box(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        """Without the pixels of ``right`` and ``bottom``."""
        if self._mirrored:
            left, right = WIDTH - right, WIDTH - left
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)


@functools.cache
def _font(style: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"{style}.ttf", size, layout_engine=ImageFont.Layout.RAQM)


@functools.cache
def _palette() -> Image.Image:
    """Every colour in steps from the paper to its full strength."""
    paper = _rgb(_PAPER)
    colours = [*paper]
    for full in map(_rgb, (_INK, _MUTED, _RULE, _ONE, _OTHER)):
        for step in range(1, _STEPS + 1):
            colours += [round(a + (b - a) * step / _STEPS) for a, b in zip(paper, full, strict=True)]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return palette


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
