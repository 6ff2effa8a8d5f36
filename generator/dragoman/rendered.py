"""Files to be published: bytes made by a renderer, or a file that already lies somewhere on disk.

Passed from `render` and the Pelican plugin to `output`; knows nothing of what is in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """``content`` goes to ``path``, relative to the output folder and separated by ``/``."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """The bytes of the existing file ``source`` go to ``path``."""

    path: str
    source: Path


OutputFile = RenderedFile | StagedFile
