"""What has been published before, and whether a build keeps it: no id that anybody may have cited leads nowhere.

Published before is what the output says, as the last build left it, and what each release says, which goes with the
site's content wherever it is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.releases import list_releases
from dragoman.render.data.files import Edition
from dragoman.render.data.register import (
    REGISTER,
    Register,
    describe_vanished,
    find_vanished,
    merge_registers,
    parse_register,
)
from dragoman.site.addresses import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """How a site is published. ``release`` names a release to make, if any; ``forgotten`` are ids (``events/ID``) that
    may vanish all the same. A ``preview`` is only looked at, so it neither keeps nor makes promises. With ``thorough``,
    every published file is compared byte for byte with what it should be.
    Without ``images`` no pictures of contacts are drawn, even where that could be done.
    """

    release: str = ""
    forgotten: tuple[str, ...] = ()
    preview: bool = False
    thorough: bool = False
    images: bool = True


def keep_promises(edition: Edition, releases: Path, output: Path, publication: Publication) -> Edition:
    """The edition, with the register that is to be published. Raises DragomanError if a published id is gone."""
    before = merge_registers(_iter_registers(releases, output))
    if publication.preview:
        return replace(edition, register=before)
    vanished = find_vanished(before, edition.register, publication.forgotten)
    if vanished:
        raise describe_vanished(vanished)
    return edition


def _iter_registers(releases: Path, output: Path) -> Iterator[Register]:
    places = [output / DATA / REGISTER, *(releases / name / REGISTER for name in list_releases(releases))]
    for path in places:
        if path.is_file() and not path.is_symlink():
            yield parse_register(path.read_bytes(), str(path))
