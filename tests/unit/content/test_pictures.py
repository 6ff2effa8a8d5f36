"""Pictures that say where they were taken."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.content.pictures import has_position


def make_exif(*tags: int, order: str = ">") -> bytes:
    """EXIF whose directory of positions has these tags."""
    mark = b"MM\0*" if order == ">" else b"II*\0"
    first = struct.pack(f"{order}HHHII", 1, 0x8825, 4, 1, 26) + b"\0" * 4
    gps = struct.pack(f"{order}H", len(tags)) + b"".join(struct.pack(f"{order}HHII", tag, 5, 3, 60) for tag in tags)
    return mark + struct.pack(f"{order}I", 8) + first + gps + b"\0" * 4


def make_jpeg(block: bytes) -> bytes:
    segment = b"\xff\xe0\x00\x04JF" + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block
    return b"\xff\xd8" + segment + b"\xff\xda\x00\x02image"


def make_png(name: bytes, block: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13) + chunk(name, block) + chunk(b"IEND", b"")


def make_webp(name: bytes, block: bytes) -> bytes:
    body = b"WEBP" + b"VP8 " + struct.pack("<I", 3) + b"abc\0" + name + struct.pack("<I", len(block)) + block
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    "content",
    [
        make_jpeg(b"Exif\0\0" + make_exif(1, 2, 3, 4)),
        make_jpeg(b"Exif\0\0" + make_exif(2, order="<")),
        make_jpeg(b'http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="40,24N"/>'),
        make_png(b"eXIf", make_exif(2, 4)),
        make_webp(b"EXIF", make_exif(2, 4)),
        make_webp(b"XMP ", b"<exif:GPSLongitude>49,52E</exif:GPSLongitude>"),
    ],
)
def test_a_position_is_found_wherever_it_is_kept(content: bytes) -> None:
    assert has_position(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text that says GPSLatitude",
        make_jpeg(b"Exif\0\0" + make_exif()),
        make_jpeg(b"Exif\0\0" + make_exif(0, 7, 29)),  # a version, the time and the day of the satellite
        make_png(b"tEXt", make_exif(2, 4)),
        make_jpeg(b"Exif\0\0" + make_exif(2)[:30]),
    ],
)
def test_no_position_is_found_where_there_is_none(content: bytes) -> None:
    assert not has_position(content)


@given(st.binary(), st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\xff\xd8\xff\xe1"]))
def test_nothing_that_only_begins_like_a_picture_is_a_stop(rest: bytes, beginning: bytes) -> None:
    assert has_position(beginning + rest) in {True, False}
