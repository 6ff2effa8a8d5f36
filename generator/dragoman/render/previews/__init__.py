"""A picture of the site and of each contact, for those who show one beside a link (Open Graph).

Drawn where the extra ``images`` is installed; a site without it shows the theme's one picture everywhere.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple
from functools import partial
from typing import Protocol

from dragoman.render.previews.preview import Preview
from dragoman.rendered import RenderedFile

#: Gives what was made before under a key, else makes it.
Remember = Callable[[str, Callable[[], bytes]], bytes]


class Artist(Protocol):
    """Draws pictures. ``DESIGN`` changes whenever the same picture would come out otherwise."""

    DESIGN: str

    def draw(self, preview: Preview) -> bytes:
        """A PNG file."""


def find_artist() -> Artist | None:
    """The artist, where the extra ``images`` is installed and can write every script."""
    try:
        drawing = importlib.import_module("dragoman.render.previews.drawing")
    except ImportError:
        return None
    artist: Artist | None = drawing if drawing.can_shape() else None
    return artist


def make_previews(previews: Iterable[Preview], artist: Artist, remember: Remember) -> Iterator[RenderedFile]:
    """The pictures as files; each is drawn once as long as it says the same."""
    for preview in previews:
        content = remember(make_key(preview, artist.DESIGN), partial(artist.draw, preview))
        yield RenderedFile(path=preview.path, content=content)


def make_key(preview: Preview, design: str) -> str:
    """The digest of all that a picture depends on; where it lies is no part of it."""
    return hashlib.sha256(repr((design, astuple(preview)[1:])).encode()).hexdigest()
