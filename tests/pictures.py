"""Pictures for tests, the smallest that are whole: a head with a width and a height, and hardly an image behind it."""

from __future__ import annotations

import struct
import zlib


def make_png(width: int = 1, height: int = 1) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\0" * width) * height) if width * height < 1_000_000 else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def make_jpeg(width: int = 1, height: int = 1) -> bytes:
    segment = b"\xff\xe0\x00\x04JF"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + segment + frame + b"\xff\xda\x00\x02image\xff\xd9"


def make_gif(width: int = 1, height: int = 1) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x00\x00\x00;"


def make_webp(width: int = 1, height: int = 1) -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4)
    body += (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def make_lossy_webp(width: int = 1, height: int = 1) -> bytes:
    body = b"WEBPVP8 " + struct.pack("<I", 10) + b"\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def make_lossless_webp(width: int = 1, height: int = 1) -> bytes:
    body = b"WEBPVP8L" + struct.pack("<I", 5) + b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def make_avif(width: int = 1, height: int = 1) -> bytes:
    brand = struct.pack(">I", 16) + b"ftypavif" + bytes(4)
    return brand + struct.pack(">I", 20) + b"ispe" + bytes(4) + struct.pack(">II", width, height)


PDF = b"%PDF-1.7\n%%EOF\n"
