"""How many pixels a picture says it has. Knows where each format keeps its width and height; decodes no image.

PNG: https://www.w3.org/TR/png-3/#11IHDR; GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18;
JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2; WebP: https://developers.google.com/speed/webp/docs/riff_container;
AVIF: ISO/IEC 23008-12, 6.5.3 (the property "ispe").
"""

from __future__ import annotations

import struct

Size = tuple[int, int]
"""Width and height."""

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
#: An AVIF's properties stand before its pictures; the rest is not looked at.
_HEAD_OF_AVIF = 64 * 1024


def measure(content: bytes) -> Size | None:
    """The size of a PNG, GIF, JPEG, WebP or AVIF; None where it says none, or none that a picture can have."""
    try:
        size = _measure(content)
    except (struct.error, IndexError):  # cut short
        return None
    return size if size and size[0] > 0 and size[1] > 0 else None


def _measure(content: bytes) -> Size | None:
    match content[:4]:
        case b"\x89PNG":
            return struct.unpack_from(">II", content, 16) if content[12:16] == b"IHDR" else None
        case b"GIF8":
            return struct.unpack_from("<HH", content, 6)
        case b"RIFF":
            return _measure_webp(content)
        case _:
            return _measure_jpeg(content) if content[:2] == b"\xff\xd8" else _measure_avif(content[:_HEAD_OF_AVIF])


def _measure_jpeg(content: bytes) -> Size | None:
    place = 2
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            return None
        marker = content[place + 1]
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return width, height
        (length,) = struct.unpack_from(">H", content, place + 2)
        place += 2 + max(length, 2)
    return None


def _measure_webp(content: bytes) -> Size | None:
    match content[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", content, 21)
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None


def _measure_avif(content: bytes) -> Size | None:
    """The largest size of those that an AVIF names: it may be a grid of smaller pictures."""
    sizes: list[Size] = []
    place = content.find(b"ispe")
    while place != -1:
        sizes.append(struct.unpack_from(">II", content, place + 8))
        place = content.find(b"ispe", place + 4)
    return max(sizes, key=lambda size: size[0] * size[1], default=None)
