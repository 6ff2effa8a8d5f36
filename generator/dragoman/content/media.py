"""What may lie in ``content/media``, which is published byte for byte: pictures and PDF, known by their first bytes.

Knows names, sizes and kinds of files; decodes none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.content.opening import read_safely, reason
from dragoman.content.pictures import has_position
from dragoman.content.pixels import measure
from dragoman.content.reserved import is_reserved

LARGEST_MEDIUM = 32 * 1024 * 1024
"""In bytes."""
MOST_PIXELS = 50_000_000
"""Of a picture, width times height: more than a camera's, and some 200 MB once it is unpacked."""

_SUFFIXES = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "WebP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "PDF": (".pdf",),
}
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", re.ASCII)
_KINDS = "PNG, JPEG, WebP, AVIF, GIF and PDF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """The rule that a medium breaks, and what to say."""

    rule: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A file of media as it was found: ``is_located`` tells whether it says where it was taken."""

    problem: Problem | None = None
    is_located: bool = False


def look_at(location: Path) -> Medium:
    """Look into one file. What cannot be read is a problem of the file, never a stop."""
    try:
        content, size = read_safely(location, LARGEST_MEDIUM)
    except OSError as error:
        hint = "give yourself permission to read it, or remove it"
        return Medium(
            problem=Problem(rule="unreadable-file", message=f"this cannot be read: {reason(error)}", hint=hint)
        )
    problem = _judge_size(size) or _judge_kind(location.name, content)
    return Medium(problem=problem, is_located=not problem and has_position(content))


def find_problems(media: Mapping[str, Medium]) -> Iterator[tuple[str, Problem]]:
    """All problems, each with the name of the file relative to the folder: of names, then of what is in the files."""
    known: dict[str, str] = {}
    for name, medium in media.items():
        problem = _judge_name(name) or medium.problem
        other = known.setdefault(name.lower(), name)
        if other != name and not problem:
            message = f'"{other}" differs from this only by capital letters, which many systems do not tell apart'
            problem = Problem(rule="duplicate-id", message=message, hint="rename one of them, or remove it")
        if problem:
            yield name, problem


def find_kind(content: bytes) -> str | None:
    """What the first bytes say that a file is."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    if content[4:12] in {b"ftypavif", b"ftypavis"}:
        return "AVIF"
    if content[:6] in {b"GIF87a", b"GIF89a"}:
        return "GIF"
    return "PDF" if content.startswith(b"%PDF-") else None


def _judge_size(size: int) -> Problem | None:
    if size <= LARGEST_MEDIUM:
        return None
    mebibyte = 1024 * 1024
    message = f"this file is too large: {size // mebibyte} MiB, where {LARGEST_MEDIUM // mebibyte} are allowed"
    return Problem(rule="too-large", message=message, hint="make the picture smaller, or link to where it is published")


def _judge_kind(name: str, content: bytes) -> Problem | None:
    kind = find_kind(content)
    if kind is None:
        message = f"this is none of {_KINDS}, whatever its name says"
        hint = "save a picture as PNG or JPEG, a document as PDF; SVG and HTML can run scripts and are not published"
        return Problem(rule="media-kind", message=message, hint=hint)
    if not name.lower().endswith(_SUFFIXES[kind]):
        hint = f"rename it so that it ends in {_SUFFIXES[kind][0]}"
        return Problem(rule="media-kind", message=f"this is {kind}, which its name does not say", hint=hint)
    size = measure(content) if kind != "PDF" else (1, 1)
    if size is None:
        hint = "open it, and save it again as PNG or JPEG"
        return Problem(rule="media-kind", message=f"this picture begins like {kind}, and is damaged", hint=hint)
    if size[0] * size[1] > MOST_PIXELS:
        message = f"this picture has {size[0]} × {size[1]} pixels, where {MOST_PIXELS // 1_000_000} million are allowed"
        return Problem(rule="too-large", message=message, hint="save it smaller: 2,000 pixels fill a screen")
    return None


def _judge_name(name: str) -> Problem | None:
    for part in name.split("/"):
        if is_reserved(part):
            message = f'"{part}" is a name that some systems or hosts keep for themselves'
            return Problem(rule="bad-id", message=message, hint="rename it")
        if not _PART.fullmatch(part) or part.endswith("."):
            message = f'the name "{part}" does not work everywhere'
            hint = "rename it: at most 100 of a to z, 0 to 9, “.”, “-” and “_”, and no blanks"
            return Problem(rule="bad-id", message=message, hint=hint)
    return None
