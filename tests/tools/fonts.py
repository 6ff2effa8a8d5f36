"""Makes the two fonts of the pictures from Google's Noto, see ``generator/dragoman/render/previews/fonts/README.md``.

Run by hand, with fontTools and Debian's ``fonts-noto-core`` installed; nothing else needs either.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from tests.tools.programs import CHECKOUT

NOTO = Path("/usr/share/fonts/truetype/noto")
TARGET = CHECKOUT / "generator/dragoman/render/previews/fonts"
LATIN_GREEK_CYRILLIC = (
    *range(0x20, 0x7F), *range(0xA0, 0x250), 0x259, *range(0x2B0, 0x2E0), *range(0x300, 0x330), *range(0x370, 0x530),
    *range(0x1E00, 0x1F00), *range(0x2010, 0x2028), *range(0x2030, 0x203B), *range(0x20A0, 0x20C0),
    0x2116, 0x2122, 0x2190, 0x2192, 0x2212, 0x221E, 0x25CC,
)  # fmt: skip
ARMENIAN = (*range(0x530, 0x590), *range(0xFB13, 0xFB18))
GEORGIAN = (*range(0x10A0, 0x1100), *range(0x1C90, 0x1CC0))
HEBREW = range(0x590, 0x600)
ARABIC = (*range(0x600, 0x700), *range(0x750, 0x780))
STYLES: Mapping[str, Mapping[str, Iterable[int]]] = {
    "serif": {
        "NotoSerif": LATIN_GREEK_CYRILLIC,
        "NotoSerifArmenian": ARMENIAN,
        "NotoSerifGeorgian": GEORGIAN,
        "NotoSerifHebrew": HEBREW,
        "NotoNaskhArabic": ARABIC,
    },
    "sans": {
        "NotoSans": LATIN_GREEK_CYRILLIC,
        "NotoSansArmenian": ARMENIAN,
        "NotoSansGeorgian": GEORGIAN,
        "NotoSansHebrew": HEBREW,
        "NotoSansArabic": ARABIC,
    },
}
#: Ligatures that letters need; those of Arabic and Hebrew all.
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")
WRITTEN_AT = 3_600_000_000  # seconds since 1904: a fixed moment, so that the bytes are the same each time


def main() -> int:
    """Make both."""
    with tempfile.TemporaryDirectory() as folder:
        for style, parts in STYLES.items():
            cut = [str(cut_out(name, letters, Path(folder))) for name, letters in parts.items()]
            font = Merger().merge(cut)
            rename(font, style)
            font["head"].created = font["head"].modified = WRITTEN_AT
            font.recalcTimestamp = False
            font.save(TARGET / f"{style}.ttf")
    return 0


def cut_out(name: str, letters: Iterable[int], folder: Path) -> Path:
    """Those letters of a font, as a font."""
    font = TTFont(NOTO / f"{name}-Regular.ttf")
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["*"] if name.endswith(("Arabic", "Hebrew")) else list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    path = folder / f"{name}.ttf"
    font.save(path)
    return path


def rename(font: TTFont, style: str) -> None:
    """Say in the font's names that it is not the one that it was made from."""
    names = {1: f"Dragoman {style}", 3: f"Dragoman {style} 1", 4: f"Dragoman {style}", 6: f"Dragoman-{style}"}
    for record in list(font["name"].names):
        if record.nameID in names:
            place = (record.platformID, record.platEncID, record.langID)
            font["name"].setName(names[record.nameID], record.nameID, *place)


if __name__ == "__main__":
    sys.exit(main())
