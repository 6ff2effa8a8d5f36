"""Whether a picture says where it was taken. Knows where JPEG, PNG and WebP keep EXIF and XMP; decodes no image.

https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf (EXIF 2.32, 4.6.6 GPS attributes)
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

#: The suffixes of files that are looked into.
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")

_GPS_DIRECTORY = 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_XMP_POSITION = (b"GPSLatitude", b"GPSLongitude")


def has_position(content: bytes) -> bool:
    """Whether the picture's EXIF or XMP gives a latitude or a longitude; False for what is no picture."""
    return any(_has_exif_position(block) or _has_xmp_position(block) for block in _iter_blocks(content))


def _iter_blocks(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\xff\xd8"):
        yield from _iter_jpeg(content)
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _iter_chunks(content, 8, ">I4s", (b"eXIf", b"iTXt"), padded=False)
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        yield from _iter_chunks(content, 12, "<4sI", (b"EXIF", b"XMP "), padded=True)


def _iter_jpeg(content: bytes) -> Iterator[bytes]:
    """The APP1 segments before the image itself."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", content, place + 2)
        if content[place + 1] == 0xE1:
            yield content[place + 4 : place + 2 + length]
        place += 2 + max(length, 2)


def _iter_chunks(content: bytes, place: int, head: str, names: tuple[bytes, ...], *, padded: bool) -> Iterator[bytes]:
    while place + 8 <= len(content):
        one, other = struct.unpack_from(head, content, place)
        length, name = (other, one) if isinstance(one, bytes) else (one, other)
        if name in names:
            yield content[place + 8 : place + 8 + length]
        place += 8 + length + (length % 2 if padded else 4)  # PNG ends a chunk with a checksum


def _has_xmp_position(block: bytes) -> bool:
    return any(name in block for name in _XMP_POSITION)


def _has_exif_position(block: bytes) -> bool:
    tiff = block.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return False
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        pointer = dict(_iter_tags(tiff, first, order)).get(_GPS_DIRECTORY)
        tags = dict(_iter_tags(tiff, pointer, order)) if pointer else {}
    except struct.error:  # cut short, or made up
        return False
    return _LATITUDE in tags or _LONGITUDE in tags


def _iter_tags(tiff: bytes, place: int, order: str) -> Iterator[tuple[int, int]]:
    """The tags of a directory, each with its value, or the place of it."""
    (count,) = struct.unpack_from(f"{order}H", tiff, place)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}HHII", tiff, place + 2 + 12 * number)
        yield tag, value
